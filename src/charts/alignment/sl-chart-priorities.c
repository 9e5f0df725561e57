/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Priorities and money as a slope chart: a column for the order of all together, of each party and
 * of the money, a line for each shared goal. What rises or falls by three places or more is thick,
 * and falls are dashed, so that it needs no colour. */

#include "config.h"

#include "alignment/sl-alignment-parts.h"
#include "alignment/sl-ranks.h"

#include <glib/gi18n-lib.h>

#define SIDE_GAP 16.0
#define MIN_LINE_HEIGHT 20.0
#define MAX_LINE_HEIGHT 32.0
#define NODE_WIDTH 20.0
#define NODE_HEIGHT 14.0
#define MIN_SPACING 46.0
#define MAX_HEAD 92.0
#define NATURAL_WIDTH 700.0

typedef struct
{
  const SlRanks *ranks;
  SlTextMeasure *measure;
  SlScene *scene;
  SlId marked; /* party with a mark on its head, or SL_ID_NONE */
  double title_width;
  double spacing;
  double width;
  double top;
  double line; /* height of a line at least */
  double *ys;  /* middle of each line */
} Slope;

static double
text_height (const Slope *s, SlFont font, const char *text, double width)
{
  double height;

  sl_text_measure_size (s->measure, font, text, width, NULL, &height);
  return height;
}

static double
column_x (const Slope *s, guint column)
{
  return s->title_width + SIDE_GAP + NODE_WIDTH / 2 + column * s->spacing;
}

/* The width that the longest word of a party's name needs as a head. */
static double
least_spacing (const SlFacts *facts, SlTextMeasure *measure)
{
  double least = MIN_SPACING;

  for (guint i = 0; i < facts->n_parties; i++)
    if (facts->parties[i].answered)
      {
        const char *name = sl_alignment_title (facts, facts->parties[i].id);

        least = MAX (least, sl_text_measure_longest_word (measure, SL_FONT_SMALL, name) + 6.0);
      }
  return MIN (least, MAX_HEAD);
}

/* How many parties find room beside all together and the money. */
static guint
count_parties (double width, double title_width, double least)
{
  const double room = width - 2 * (title_width + SIDE_GAP) - NODE_WIDTH;

  return (guint)CLAMP (room / least - 1.0, 1.0, SL_RANKS_MAX_PARTIES);
}

static void
add_text (Slope *s, SlBand band, SlStyle style, SlFont font, SlAlign align, double x, double y,
          double width, double height, const char *text)
{
  sl_scene_add_text (s->scene, band, style, font, align, x, y, width, height, text)->wrap = TRUE;
}

static void
add_heads (Slope *s)
{
  const double width = s->spacing - 6.0;

  for (guint i = 0; i < s->ranks->columns->len; i++)
    s->top = MAX (s->top, text_height (s, SL_FONT_SMALL, sl_ranks_head (s->ranks, i), width));
  for (guint i = 0; i < s->ranks->columns->len; i++)
    {
      const char *head = sl_ranks_head (s->ranks, i);
      const double height = text_height (s, SL_FONT_SMALL, head, width);
      const SlId party = sl_ranks_column (s->ranks, i)->party;

      add_text (s, SL_BAND_TOP, SL_STYLE_TEXT, SL_FONT_SMALL, SL_ALIGN_CENTER,
                column_x (s, i) - width / 2, s->top - height, width, height, head);
      if (party == SL_ID_NONE)
        continue;
      SlMark *mark = sl_scene_add_rect (s->scene, SL_BAND_TOP,
                                        party == s->marked ? SL_STYLE_BAND : SL_STYLE_PAPER,
                                        column_x (s, i) - width / 2, 0.0, width, s->top);
      mark->z = -1;
      mark->line_width = -1;
      sl_mark_set_hit (mark, SL_KIND_PARTY, party, SL_PART_HEAD, head);
    }
  s->top += 6.0;
}

/* Gives each line the height of the titles on both sides. Returns: the y below the last */
static double
place_lines (Slope *s)
{
  const SlRankColumn *first = sl_ranks_column (s->ranks, 0);
  const SlRankColumn *last = sl_ranks_column (s->ranks, s->ranks->columns->len - 1);
  double y = s->top;

  s->ys = g_new0 (double, s->ranks->n + 1);
  for (guint slot = 0; slot < s->ranks->n; slot++)
    {
      const double left = text_height (
          s, SL_FONT_LABEL, sl_ranks_title (s->ranks, first->order[slot]), s->title_width);
      const double right = text_height (
          s, SL_FONT_LABEL, sl_ranks_title (s->ranks, last->order[slot]), s->title_width);
      const double height = MAX (s->line, MAX (left, right) + 5.0);

      s->ys[slot] = y + height / 2;
      y += height;
      sl_scene_add_break_y (s->scene, y);
    }
  return y;
}

static void
add_title (Slope *s, guint goal, double x, double y, SlAlign align)
{
  const char *title = sl_ranks_title (s->ranks, goal);
  const double height = text_height (s, SL_FONT_LABEL, title, s->title_width);
  g_autofree char *label = sl_ranks_say_goal (s->ranks, goal);
  SlMark *mark;

  add_text (s, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_LABEL, align, x, y - height / 2, s->title_width,
            height, title);
  mark = sl_scene_add_rect (s->scene, SL_BAND_BODY, SL_STYLE_PAPER, x, y - height / 2,
                            s->title_width, height);
  mark->z = -1;
  mark->line_width = -1;
  sl_mark_set_hit (mark, SL_KIND_GOAL, s->ranks->facts->goals[s->ranks->goals[goal]].id,
                   SL_PART_WHOLE, label);
}

/* From column @from to the next one. */
static void
add_slope (Slope *s, guint goal, guint from)
{
  const SlRankColumn *a = sl_ranks_column (s->ranks, from);
  const SlRankColumn *b = sl_ranks_column (s->ranks, from + 1);
  const gboolean rises = a->ranks[goal] >= b->ranks[goal] + SL_RANKS_JUMP;
  const gboolean falls = b->ranks[goal] >= a->ranks[goal] + SL_RANKS_JUMP;
  g_autofree char *label = sl_ranks_say_goal (s->ranks, goal);
  SlMark *mark = sl_scene_add_line (s->scene, SL_BAND_BODY,
                                    rises   ? SL_STYLE_HELPS
                                    : falls ? SL_STYLE_HURTS
                                            : SL_STYLE_EDGE,
                                    column_x (s, from) + NODE_WIDTH / 2, s->ys[a->slots[goal]],
                                    column_x (s, from + 1) - NODE_WIDTH / 2, s->ys[b->slots[goal]]);

  mark->line_width = rises || falls ? 3.0 : 0.75;
  mark->dashed = falls;
  mark->z = rises || falls ? 2 : 1;
  sl_mark_set_hit (mark, SL_KIND_GOAL, s->ranks->facts->goals[s->ranks->goals[goal]].id,
                   SL_PART_WHOLE, label);
}

static void
add_node (Slope *s, guint goal, guint column)
{
  const SlRankColumn *c = sl_ranks_column (s->ranks, column);
  const double line = sl_text_measure_line_height (s->measure, SL_FONT_NUMBER);
  const double x = column_x (s, column), y = s->ys[c->slots[goal]];
  g_autofree char *text = g_strdup_printf ("%u", c->ranks[goal]);
  SlMark *mark = sl_scene_add_rect (s->scene, SL_BAND_BODY, SL_STYLE_CARD, x - NODE_WIDTH / 2,
                                    y - NODE_HEIGHT / 2, NODE_WIDTH, NODE_HEIGHT);

  mark->radius = NODE_HEIGHT / 2;
  mark->z = 3;
  mark = sl_scene_add_text (s->scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_NUMBER, SL_ALIGN_CENTER,
                            x - NODE_WIDTH / 2, y - line / 2, NODE_WIDTH, line, text);
  mark->z = 4;
}

static void
add_legend (SlScene *scene)
{
  SlMark sample = { .type = SL_MARK_LINE,
                    .style = SL_STYLE_HELPS,
                    .y = 6,
                    .w = 24,
                    .line_width = 3,
                    .color = -1,
                    .hit = { .kind = SL_N_KINDS } };

  sl_scene_add_legend (scene, &sample, _ ("rises three places or more"));
  sample.style = SL_STYLE_HURTS;
  sample.dashed = TRUE;
  sl_scene_add_legend (scene, &sample, _ ("falls three places or more"));
  sample.style = SL_STYLE_EDGE;
  sample.dashed = FALSE;
  sample.line_width = 0.75;
  sl_scene_add_legend (scene, &sample, _ ("moves less; the same number: a tie"));
}

static void
add_remarks (SlScene *scene, const SlRanks *ranks)
{
  sl_alignment_add_remark (
      scene, ranks->n_missing,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not shown: %u party that gave no points",
                                    "not shown: %u parties that gave no points", ranks->n_missing),
                       ranks->n_missing));
  sl_alignment_add_remark (
      scene, ranks->n_lesser,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not shown: %u party with less influence",
                                    "not shown: %u parties with less influence", ranks->n_lesser),
                       ranks->n_lesser));
  sl_alignment_add_remark (
      scene, ranks->n_goals_out,
      g_strdup_printf (
          g_dngettext (GETTEXT_PACKAGE, "not shown: %u shared goal without points and money",
                       "not shown: %u shared goals without points and money", ranks->n_goals_out),
          ranks->n_goals_out));
}

static void
add_slopes (Slope *s)
{
  const guint n_columns = s->ranks->columns->len;
  const SlRankColumn *first = sl_ranks_column (s->ranks, 0);
  const SlRankColumn *last = sl_ranks_column (s->ranks, n_columns - 1);
  double height;

  add_heads (s);
  height = place_lines (s);
  for (guint i = 0; i + 1 < n_columns; i++)
    sl_scene_add_break_x (s->scene, column_x (s, i) + s->spacing / 2);
  for (guint goal = 0; goal < s->ranks->n; goal++)
    {
      add_title (s, goal, 0.0, s->ys[first->slots[goal]], SL_ALIGN_END);
      add_title (s, goal, s->width - s->title_width, s->ys[last->slots[goal]], SL_ALIGN_START);
      for (guint i = 0; i < n_columns; i++)
        add_node (s, goal, i);
      for (guint i = 0; i + 1 < n_columns; i++)
        add_slope (s, goal, i);
    }
  sl_scene_set_bands (s->scene, s->top, 0.0);
  sl_scene_set_size (s->scene, s->width, height);
  g_free (s->ys);
}

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  g_autoptr (SlFacts) own = NULL;
  const SlFacts *facts = sl_alignment_facts (plan, params, &own);
  const double given = params->width > 0.0 ? params->width : params->sheet_width;
  const double width = given > 0.0 ? MAX (given, 300.0) : NATURAL_WIDTH;
  const double title_width = CLAMP (width * 0.24, 80.0, 200.0);
  const double least = least_spacing (facts, measure);
  g_autoptr (SlRanks) ranks
      = sl_ranks_new (facts, count_parties (width, title_width, least), params->party);

  add_remarks (scene, ranks);
  if (ranks->columns->len == 0)
    {
      SlFlow flow;

      sl_flow_init (&flow, scene, measure, params);
      sl_flow_paragraph (&flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, 0.0,
                         _ ("No party has spread its 100 points over the shared goals yet. Ask "
                            "each of them: it takes two minutes."));
      sl_flow_finish (&flow);
      return;
    }

  Slope s = { .ranks = ranks,
              .measure = measure,
              .scene = scene,
              .marked = params->party,
              .title_width = title_width };
  const double room = width - 2 * (title_width + SIDE_GAP) - NODE_WIDTH;
  s.spacing = MAX (least, MIN (room / (ranks->columns->len - 1), 220.0));
  s.width = 2 * (title_width + SIDE_GAP) + NODE_WIDTH + (ranks->columns->len - 1) * s.spacing;
  s.line = CLAMP (params->height * 0.85 / ranks->n, MIN_LINE_HEIGHT, MAX_LINE_HEIGHT);
  add_slopes (&s);
  add_legend (scene);
}

static char *
headline (const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (SlFacts) own = NULL;
  const SlFacts *facts = sl_alignment_facts (plan, params, &own);
  g_autoptr (SlRanks) ranks = sl_ranks_new (facts, SL_RANKS_MAX_PARTIES, params->party);

  return sl_ranks_headline (ranks);
}

const SlChart sl_chart_priorities = {
  .id = "priorities",
  .title = N_ ("Priorities and Money"),
  .kinds = SL_ALIGNMENT_KINDS,
  .belongings = SL_KIND_BIT (SL_KIND_PRIORITY),
  .layout = layout,
  .headline = headline,
};
