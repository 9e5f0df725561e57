/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who stands together: parties on a circle, between them a solid line as wide as what they agree
 * on and a dashed one as wide as what they oppose each other on; beside it the goals that cause the
 * hardest oppositions. After the graphs of convergence and divergence of MACTOR (Godet 1991).
 * Solid and dashed tell the two apart without colour. */

#include "config.h"

#include "alignment/sl-alignment-parts.h"
#include "alignment/sl-together.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "sl-words.h"

#define GAP 13.0
#define NODE 11.0
#define MIN_RADIUS 45.0
#define MAX_RADIUS 175.0
#define LABEL_GAP 5.0
#define MIN_LINE 0.75
#define MAX_LINE 7.0
/* The widest lines of a crowd; further ones only darken the middle. */
#define MAX_LINES 44
#define MAX_OPPOSED_LINES 20
/* From this width on the list stands beside the circle. */
#define WIDE 620.0
#define CIRCLE_SHARE 0.63
/* Pairs in the list, and goals of each; more are counted. */
#define MAX_OPPOSED 4
#define MAX_AGREED 2
#define MAX_GOALS 3

typedef struct
{
  SlPoint node;
  double label_y, label_h;
} Place;

typedef struct
{
  SlFlow *flow;
  const SlTogether *plan;
  const SlSnapshot *snapshot;
  Place *places;
  double area;    /* width of circle and labels */
  double label_w; /* of the names on either side */
  double radius;
  double cx, cy;
  double height;
} Circle;

static guint
count_right (const Circle *c)
{
  return (c->plan->parties->len + 1) / 2;
}

static void
measure_labels (Circle *c)
{
  double widest = 30.0;

  for (guint i = 0; i < c->plan->parties->len; i++)
    {
      double width;

      sl_text_measure_size (c->flow->measure, SL_FONT_LABEL, sl_together_name (c->plan, i), 0.0,
                            &width, NULL);
      widest = MAX (widest, width + 1.0);
    }
  c->label_w = MIN (widest, (c->area - 2 * MIN_RADIUS - 2 * GAP - NODE) / 2);
  c->label_w = MIN (c->label_w, MAX (110.0, c->area * 0.26));
  c->radius = CLAMP ((c->area - 2 * c->label_w - 2 * GAP - NODE) / 2, MIN_RADIUS, MAX_RADIUS);
  for (guint i = 0; i < c->plan->parties->len; i++)
    c->places[i].label_h
        = sl_flow_height (c->flow, SL_FONT_LABEL, sl_together_name (c->plan, i), c->label_w);
}

static double
total_height (const Circle *c, guint first, guint end)
{
  double total = 0.0;

  for (guint i = first; i < end; i++)
    total += c->places[i].label_h + LABEL_GAP;
  return total;
}

/* Names @first to @end from the top down, each as near to its node as the others let it. @step: -1
 * where the circle runs upwards. */
static void
spread_labels (Circle *c, guint first, guint n, int step)
{
  double y = 0.0, bottom = c->height;

  for (guint k = 0; k < n; k++)
    {
      Place *place = &c->places[step > 0 ? first + k : first + n - 1 - k];

      place->label_y = MAX (y, place->node.y - place->label_h / 2);
      y = place->label_y + place->label_h + LABEL_GAP;
    }
  for (guint k = n; k > 0; k--)
    {
      Place *place = &c->places[step > 0 ? first + k - 1 : first + n - k];

      place->label_y = MIN (place->label_y, bottom - place->label_h);
      bottom = place->label_y - LABEL_GAP;
    }
}

static void
place_all (Circle *c)
{
  const guint n = c->plan->parties->len, right = count_right (c);

  measure_labels (c);
  c->height = MAX (2 * c->radius + NODE + 4.0,
                   MAX (total_height (c, 0, right), total_height (c, right, n)));
  c->cx = c->area / 2;
  c->cy = c->flow->y + c->height / 2;
  for (guint i = 0; i < n; i++)
    {
      const double angle = 2 * G_PI * (i + 0.5) / n;

      c->places[i].node
          = (SlPoint){ c->cx + c->radius * sin (angle), c->height / 2 - c->radius * cos (angle) };
    }
  spread_labels (c, 0, right, 1);
  spread_labels (c, right, n - right, -1);
  for (guint i = 0; i < n; i++)
    {
      c->places[i].node.y += c->flow->y;
      c->places[i].label_y += c->flow->y;
    }
}

static void
add_party (Circle *c, guint i)
{
  SlScene *scene = c->flow->scene;
  const Place *place = &c->places[i];
  const gboolean right = i < count_right (c);
  const double edge
      = right ? c->cx + c->radius + NODE / 2 + GAP : c->cx - c->radius - NODE / 2 - GAP;
  const double middle = place->label_y + place->label_h / 2;
  const char *name = sl_together_name (c->plan, i);
  SlMark *mark;

  sl_scene_add_line (scene, SL_BAND_BODY, SL_STYLE_GRID_STRONG, place->node.x, place->node.y,
                     right ? edge - 3 : edge + 3, middle)
      ->z
      = 1;
  sl_flow_text_at (c->flow, SL_STYLE_TEXT, SL_FONT_LABEL, right ? SL_ALIGN_START : SL_ALIGN_END,
                   right ? edge : edge - c->label_w, place->label_y, c->label_w, name);
  mark = sl_scene_add_rect (scene, SL_BAND_BODY, SL_STYLE_STRIPE, place->node.x - NODE / 2,
                            place->node.y - NODE / 2, NODE, NODE);
  mark->radius = NODE / 2;
  mark->z = 4;
  mark->color = sl_party_color (c->snapshot, sl_together_id (c->plan, i));
  sl_mark_set_hit (mark, SL_KIND_PARTY, sl_together_id (c->plan, i), SL_PART_WHOLE, name);
}

static double
line_width (const SlTogether *plan, double value)
{
  return MIN_LINE + (MAX_LINE - MIN_LINE) * value / plan->most;
}

/* One line of a pair, @offset aside from the straight way between them. */
static void
add_line (Circle *c, const SlTogetherPair *pair, gboolean against, double offset)
{
  const SlPoint a = c->places[pair->a].node, b = c->places[pair->b].node;
  const double length = hypot (b.x - a.x, b.y - a.y);
  const double dx = -(b.y - a.y) / length * offset, dy = (b.x - a.x) / length * offset;
  g_autofree char *label = sl_together_say_pair (c->plan, pair);
  SlMark *mark
      = sl_scene_add_line (c->flow->scene, SL_BAND_BODY, against ? SL_STYLE_BAD : SL_STYLE_GOOD,
                           a.x + dx, a.y + dy, b.x + dx, b.y + dy);

  mark->line_width = line_width (c->plan, against ? pair->divergence : pair->convergence);
  mark->dashed = against;
  mark->z = against ? 3 : 2;
  sl_mark_set_hit (mark, SL_KIND_PARTY, sl_together_id (c->plan, pair->a), SL_PART_WHOLE, label);
  mark->hit.a = sl_together_id (c->plan, pair->a);
  mark->hit.b = sl_together_id (c->plan, pair->b);
}

/* The value below which solid or dashed lines are left out, so that no more than @room are drawn.
 */
static double
least_value (const SlTogether *plan, gboolean against, guint room)
{
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < plan->pairs->len; i++)
    {
      const SlTogetherPair *pair = sl_together_pair (plan, i);
      const double value = against ? pair->divergence : pair->convergence;

      if (value > 0.0)
        g_array_append_val (values, value);
    }
  if (values->len <= room)
    return 0.0;
  g_array_sort (values, sl_alignment_compare_falling);
  return g_array_index (values, double, room - 1);
}

static guint
count_opposed (const SlTogether *plan)
{
  guint n = 0;

  for (guint i = 0; i < plan->pairs->len; i++)
    n += sl_together_pair (plan, i)->divergence > 0.0;
  return n;
}

/* Opposition is what a meeting has to know: agreement gets the room that it leaves.
 * Returns: how many lines are left out */
static guint
add_lines (Circle *c)
{
  const guint n_opposed = MIN (count_opposed (c->plan), MAX_OPPOSED_LINES);
  const double least_against = least_value (c->plan, TRUE, MAX_OPPOSED_LINES);
  const double least_with = least_value (c->plan, FALSE, MAX_LINES - n_opposed);
  guint n_weak = 0;

  for (guint i = 0; i < c->plan->pairs->len; i++)
    {
      const SlTogetherPair *pair = sl_together_pair (c->plan, i);
      const gboolean with = pair->convergence > 0.0 && pair->convergence >= least_with;
      const gboolean against = pair->divergence > 0.0 && pair->divergence >= least_against;
      const double wide = line_width (c->plan, pair->convergence);
      const double dashed = line_width (c->plan, pair->divergence);

      n_weak += (pair->convergence > 0.0 && !with) + (pair->divergence > 0.0 && !against);
      if (with)
        add_line (c, pair, FALSE, against ? -dashed / 2 - 0.5 : 0.0);
      if (against)
        add_line (c, pair, TRUE, with ? wide / 2 + 0.5 : 0.0);
    }
  return n_weak;
}

/* One pair in the list. Returns: its height */
static double
add_entry (SlFlow *flow, const SlTogether *plan, const SlTogetherPair *pair, double x, double y,
           double width, gboolean against)
{
  const double indent = 14.0, line = sl_text_measure_line_height (flow->measure, SL_FONT_BOLD);
  g_autofree char *a = sl_words_name (sl_together_name (plan, pair->a));
  g_autofree char *b = sl_words_name (sl_together_name (plan, pair->b));
  /* Translators: two parties. */
  g_autofree char *names = g_strdup_printf (_ ("%s and %s"), a, b);
  g_autofree char *goals
      = sl_together_say_goals (plan, against ? pair->against : pair->with, MAX_GOALS);
  g_autofree char *label = sl_together_say_pair (plan, pair);
  double height = sl_flow_text_at (flow, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_START, x + indent, y,
                                   width - indent, names);
  SlMark *mark
      = sl_scene_add_symbol (flow->scene, SL_BAND_BODY, against ? SL_STYLE_BAD : SL_STYLE_GOOD,
                             against ? SL_SYMBOL_CROSS : SL_SYMBOL_CHECK, x + 5, y + line / 2, 8);

  sl_mark_set_hit (mark, SL_KIND_PARTY, sl_together_id (plan, pair->a), SL_PART_WHOLE, label);
  mark->hit.a = sl_together_id (plan, pair->a);
  mark->hit.b = sl_together_id (plan, pair->b);
  height += sl_flow_text_at (flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START, x + indent,
                             y + height, width - indent, goals);
  return height + 6.0;
}

static int
compare_convergence (gconstpointer x, gconstpointer y, gpointer data)
{
  const SlTogether *plan = data;
  const guint i = *(const guint *)x, j = *(const guint *)y;
  const double p = sl_together_pair (plan, i)->convergence - sl_together_pair (plan, i)->divergence;
  const double q = sl_together_pair (plan, j)->convergence - sl_together_pair (plan, j)->divergence;

  if (p != q)
    return p < q ? 1 : -1;
  return i < j ? -1 : 1;
}

/* The pairs of one side of the list: those that oppose each other, or agree more than they oppose.
 * (transfer full) (element-type guint) */
static GArray *
pick_pairs (const SlTogether *plan, gboolean against)
{
  GArray *picked = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < plan->pairs->len; i++)
    {
      const SlTogetherPair *pair = sl_together_pair (plan, i);

      if (against ? pair->divergence > 0.0 : pair->convergence > pair->divergence)
        g_array_append_val (picked, i);
    }
  if (!against)
    g_array_sort_with_data (picked, compare_convergence, (gpointer)plan);
  return picked;
}

/* Sheets may end between entries below @free. Returns: the y below */
static double
add_list (SlFlow *flow, const SlTogether *plan, gboolean against, double x, double y, double width,
          double free)
{
  g_autoptr (GArray) picked = pick_pairs (plan, against);
  const guint shown = MIN (picked->len, against ? MAX_OPPOSED : MAX_AGREED);

  if (shown == 0)
    return y;
  y += sl_flow_text_at (flow, SL_STYLE_TEXT, SL_FONT_HEAD, SL_ALIGN_START, x, y, width,
                        against ? _ ("What they oppose each other on") : _ ("What they agree on"))
       + 4.0;
  for (guint i = 0; i < shown; i++)
    {
      y += add_entry (flow, plan, sl_together_pair (plan, g_array_index (picked, guint, i)), x, y,
                      width, against);
      if (y >= free)
        sl_scene_add_break_y (flow->scene, y);
    }
  if (shown < picked->len)
    {
      const guint rest = picked->len - shown;
      g_autofree char *text = g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "and %u more pair", "and %u more pairs", rest), rest);

      y += sl_flow_text_at (flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START, x + 14.0, y,
                            width - 14.0, text);
    }
  return y + 10.0;
}

static void
add_legend (SlScene *scene)
{
  SlMark sample = { .type = SL_MARK_LINE,
                    .style = SL_STYLE_GOOD,
                    .y = 6,
                    .w = 24,
                    .line_width = 4,
                    .color = -1,
                    .hit = { .kind = SL_N_KINDS } };

  sl_scene_add_legend (scene, &sample, _ ("agree: the wider, the more"));
  sample.style = SL_STYLE_BAD;
  sample.dashed = TRUE;
  sl_scene_add_legend (scene, &sample, _ ("against each other: the wider, the more"));
}

static void
add_remarks (SlScene *scene, const SlTogether *plan, guint n_weak)
{
  sl_alignment_add_remark (
      scene, plan->n_unknown,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not shown: %u party without a known position",
                                    "not shown: %u parties without a known position",
                                    plan->n_unknown),
                       plan->n_unknown));
  sl_alignment_add_remark (
      scene, plan->n_lesser,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not shown: %u party with less influence",
                                    "not shown: %u parties with less influence", plan->n_lesser),
                       plan->n_lesser));
  sl_alignment_add_remark (
      scene, n_weak,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not drawn: %u thinner line",
                                    "not drawn: %u thinner lines", n_weak),
                       n_weak));
}

static void
layout (const SlSnapshot *snapshot, const SlChartParams *params, SlTextMeasure *measure,
        SlScene *scene)
{
  g_autoptr (SlFacts) own = NULL;
  const SlFacts *facts = sl_alignment_facts (snapshot, params, &own);
  g_autoptr (SlTogether) plan = sl_together_new (facts);
  SlFlow flow;

  sl_flow_init (&flow, scene, measure, params);
  if (plan->parties->len < 2)
    {
      sl_flow_paragraph (&flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, 0.0,
                         _ ("Enter where at least two parties stand on the same goal: then the "
                            "circle shows who stands together."));
      add_remarks (scene, plan, 0);
      sl_flow_finish (&flow);
      return;
    }

  const gboolean wide = flow.width >= WIDE;
  g_autofree Place *places = g_new0 (Place, plan->parties->len);
  Circle c = { .flow = &flow,
               .plan = plan,
               .snapshot = snapshot,
               .places = places,
               .area = wide ? flow.width * CIRCLE_SHARE : flow.width };
  const double x = wide ? c.area + 20.0 : 0.0;
  double y;

  place_all (&c);
  const guint n_weak = add_lines (&c);
  for (guint i = 0; i < plan->parties->len; i++)
    add_party (&c, i);
  y = wide ? 0.0 : c.height + 14.0;
  if (!wide)
    sl_scene_add_break_y (scene, c.height + 7.0);
  y = add_list (&flow, plan, TRUE, x, y, flow.width - x, c.height);
  y = add_list (&flow, plan, FALSE, x, y, flow.width - x, c.height);
  flow.y = MAX (y, c.height);
  add_legend (scene);
  add_remarks (scene, plan, n_weak);
  sl_flow_finish (&flow);
}

static char *
headline (const SlSnapshot *snapshot, const SlChartParams *params)
{
  g_autoptr (SlFacts) own = NULL;
  const SlFacts *facts = sl_alignment_facts (snapshot, params, &own);
  g_autoptr (SlTogether) plan = sl_together_new (facts);

  return sl_together_headline (plan);
}

const SlChart sl_chart_stands_together = {
  .id = "stands-together",
  .title = N_ ("Who Stands Together"),
  .kinds = SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_POSITION)
           | SL_KIND_BIT (SL_KIND_PRIORITY) | SL_KIND_BIT (SL_KIND_SHEET),
  .belongings = SL_KIND_BIT (SL_KIND_POSITION),
  .layout = layout,
  .headline = headline,
};
