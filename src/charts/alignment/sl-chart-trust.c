/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trust over the quarters: for each two parties what either side answered, as a small line from 0
 * to 100 with the level below which trust is little, and in words. The pair with the least trust
 * comes first. Answers of few people are never shown as levels: they could be recognised. */

#include "config.h"

#include "alignment/sl-alignment-parts.h"
#include "analysis/sl-people-trust.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "sl-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_PAIRS 24u
#define NATURAL_WIDTH 640.0
#define MIN_WIDTH 380.0
#define LEVEL_WIDTH 30.0
#define GAP 8.0
#define ROW 34.0
#define PAD 4.0
#define DOT 5.0
#define QUARTER_WIDTH 46.0

typedef struct
{
  const SlFacts *facts;
  GPtrArray *pairs; /* of SlTrustPair, not owned */
  guint n_more;
  SlTextMeasure *measure;
  SlScene *scene;
  gint64 first; /* days of the axis */
  gint64 last;
  double name; /* widths of columns */
  double plot;
  double words;
} Trust;

/* --- What is said --- */

static gboolean
may_tell (const SlTrustAnswer *answer)
{
  return answer->respondents >= SL_TRUST_MIN_RESPONDENTS;
}

static const SlTrustAnswer *
answer_at (const SlTrustPair *pair, guint side, guint i)
{
  return &g_array_index (pair->answers[side], SlTrustAnswer, i);
}

static int
quarter_of (gint64 day)
{
  int year, month, day_of_month;

  sl_day_to_ymd (day, &year, &month, &day_of_month);
  return year * 4 + (month - 1) / 3;
}

static gint64
quarter_start (int quarter)
{
  return sl_day_from_ymd (quarter / 4, quarter % 4 * 3 + 1, 1);
}

static gboolean
is_one_a_quarter (const SlTrustPair *pair, guint side)
{
  for (guint i = 1; i < pair->answers[side]->len; i++)
    if (quarter_of (answer_at (pair, side, i - 1)->day)
        == quarter_of (answer_at (pair, side, i)->day))
      return FALSE;
  return TRUE;
}

static void
read_trend (const SlTrustPair *pair, guint side, SlTrend *trend)
{
  const guint n = pair->answers[side]->len;
  g_autofree double *levels = g_new0 (double, n + 1);

  for (guint i = 0; i < n; i++)
    levels[i] = answer_at (pair, side, i)->level;
  sl_trend (levels, n, trend);
}

/* "falling for six quarters", "steady over two answers" */
static char *
say_trend (const SlTrustPair *pair, guint side)
{
  const guint n = pair->answers[side]->len;
  const char *number = sl_words_number (n);
  SlTrend trend = { 0 };
  gboolean rising;

  if (n == 1)
    return g_strdup (_ ("asked once"));
  read_trend (pair, side, &trend);
  rising = n >= SL_TREND_MIN_VALUES && trend.s > 0 && trend.one_sided <= SL_TREND_MAX_P;
  /* Translators, of these: a number in words, two or more */
  if (is_one_a_quarter (pair, side))
    return g_strdup_printf (trend.falling ? _ ("falling for %s quarters")
                            : rising      ? _ ("rising for %s quarters")
                                          : _ ("no trend in %s quarters"),
                            number);
  return g_strdup_printf (trend.falling ? _ ("falling over %s answers")
                          : rising      ? _ ("rising over %s answers")
                                        : _ ("no trend in %s answers"),
                          number);
}

static char *
say_side (const SlTrustPair *pair, guint side)
{
  const SlTrustAnswer *last = sl_trust_pair_last (pair, side);
  g_autofree char *trend = NULL;

  if (last == NULL)
    return g_strdup (_ ("never asked"));
  trend = say_trend (pair, side);
  if (!may_tell (last))
    /* Translators: "falling for six quarters" */
    return g_strdup_printf (_ ("%s; not told: fewer than 3 people asked"), trend);
  if (last->level < SL_TRUST_LOW)
    /* Translators: "falling for six quarters" */
    return g_strdup_printf (_ ("little, %s"), trend);
  return g_steal_pointer (&trend);
}

static char *
name_side (const Trust *t, const SlTrustPair *pair, guint side)
{
  const SlFactParty *parties = t->facts->parties;

  /* Translators: who answers, about whom */
  return g_strdup_printf (
      _ ("%s about %s"), sl_alignment_title (t->facts, parties[sl_trust_pair_from (pair, side)].id),
      sl_alignment_title (t->facts, parties[sl_trust_pair_to (pair, side)].id));
}

static char *
say_promises (const SlTrustPair *pair)
{
  guint kept = 0;

  for (guint i = 0; i < pair->promises->len; i++)
    kept += sl_trust_pair_is_kept (pair, i);
  /* Translators: numbers of promises between two parties */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u of %u promise of the last 90 days kept in time",
                   "%u of %u promises of the last 90 days kept in time", pair->promises->len),
      kept, pair->promises->len);
}

/* --- Places --- */

static double
day_x (const Trust *t, gint64 day)
{
  return t->name + GAP + t->plot * (double)(day - t->first) / (double)(t->last - t->first);
}

static double
text_at (Trust *t, SlStyle style, SlFont font, SlAlign align, double x, double y, double width,
         double room, const char *text)
{
  double height;
  SlMark *mark;

  sl_text_measure_size (t->measure, font, text, width, NULL, &height);
  mark = sl_scene_add_text (t->scene, SL_BAND_BODY, style, font, align, x,
                            y + MAX (0.0, (room - height) / 2), width, height, text);
  mark->wrap = TRUE;
  return height;
}

static double
text_height (const Trust *t, SlFont font, const char *text, double width)
{
  double height;

  sl_text_measure_size (t->measure, font, text, width, NULL, &height);
  return height;
}

/* Quarters above the lines, as many as have room. Returns: the y below */
static double
add_heads (Trust *t)
{
  const double line = sl_text_measure_line_height (t->measure, SL_FONT_SMALL);
  const int end = quarter_of (t->last - 1);
  const int n = end - quarter_of (t->first) + 1;
  const int step = MAX (1, (int)ceil (QUARTER_WIDTH * n / t->plot));

  for (int quarter = quarter_of (t->first); quarter <= end; quarter += step)
    {
      const double x = day_x (t, quarter_start (quarter));
      /* Translators: quarter of a year and the year, as short as it can be */
      g_autofree char *text = g_strdup_printf (_ ("Q%d %d"), quarter % 4 + 1, quarter / 4);
      double width;

      sl_text_measure_size (t->measure, SL_FONT_SMALL, text, -1, &width, NULL);
      width = ceil (width);
      if (x + width <= t->name + GAP + t->plot)
        sl_scene_add_text (t->scene, SL_BAND_TOP, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START,
                           x, 0.0, width, line, text);
    }
  sl_scene_set_bands (t->scene, line + 3.0, 0.0);
  return line + 3.0;
}

/* --- Lines --- */

static void
add_frame (Trust *t, double y, double height)
{
  const double left = t->name + GAP;
  const double low = y + PAD + (height - 2 * PAD) * (1.0 - SL_TRUST_LOW / 100.0);
  SlMark *mark;

  for (int quarter = quarter_of (t->first); quarter <= quarter_of (t->last - 1) + 1; quarter++)
    {
      const double x = MIN (day_x (t, quarter_start (quarter)), left + t->plot);

      sl_scene_add_line (t->scene, SL_BAND_BODY, SL_STYLE_GRID, x, y, x, y + height)->z = -2;
    }
  mark = sl_scene_add_line (t->scene, SL_BAND_BODY, SL_STYLE_GRID_STRONG, left, low, left + t->plot,
                            low);
  mark->dashed = TRUE;
  mark->z = -1;
}

static void
add_line (Trust *t, const SlTrustPair *pair, guint side, double y, double height)
{
  const guint n = pair->answers[side]->len;
  SlTrend trend = { 0 };
  SlPoint before = { NAN, NAN };

  read_trend (pair, side, &trend);
  for (guint i = 0; i < n; i++)
    {
      const SlTrustAnswer *answer = answer_at (pair, side, i);
      const SlPoint at = { day_x (t, answer->day),
                           y + PAD + (height - 2 * PAD) * (1.0 - answer->level / 100.0) };
      SlMark *mark;

      if (!may_tell (answer))
        continue;
      if (!isnan (before.x))
        {
          mark = sl_scene_add_line (t->scene, SL_BAND_BODY,
                                    trend.falling ? SL_STYLE_HURTS : SL_STYLE_EDGE, before.x,
                                    before.y, at.x, at.y);
          mark->line_width = trend.falling ? 2.5 : 1.25;
          mark->z = 1;
        }
      mark = sl_scene_add_symbol (t->scene, SL_BAND_BODY, SL_STYLE_NEUTRAL, SL_SYMBOL_CIRCLE, at.x,
                                  at.y, DOT);
      mark->z = 2;
      before = at;
    }
}

static char *
say_label (const char *name, const SlTrustAnswer *last, const char *words)
{
  if (last == NULL || !may_tell (last))
    /* Translators: "Sales about Finance", "falling for six quarters" */
    return g_strdup_printf (_ ("%s: %s"), name, words);
  /* Translators: "Sales about Finance", a level of trust, "falling for six quarters" */
  return g_strdup_printf (_ ("%s: %.0f of 100, %s"), name, last->level, words);
}

/* Returns: its height */
static double
add_side (Trust *t, const SlTrustPair *pair, guint side, double y)
{
  const SlTrustAnswer *last = sl_trust_pair_last (pair, side);
  const double right = t->name + GAP + t->plot + GAP;
  g_autofree char *name = name_side (t, pair, side);
  g_autofree char *words = say_side (pair, side);
  g_autofree char *label = say_label (name, last, words);
  const double height = MAX (ROW, MAX (text_height (t, SL_FONT_LABEL, name, t->name - PAD),
                                       text_height (t, SL_FONT_SMALL, words, t->words))
                                      + 2 * PAD);
  SlMark *mark;

  text_at (t, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, PAD, y, t->name - PAD, height, name);
  text_at (t, SL_STYLE_TEXT, SL_FONT_SMALL, SL_ALIGN_START, right + LEVEL_WIDTH + GAP, y, t->words,
           height, words);
  add_frame (t, y, height);
  if (last == NULL)
    return height;
  add_line (t, pair, side, y, height);
  if (may_tell (last))
    {
      g_autofree char *level = g_strdup_printf ("%.0f", last->level);

      text_at (t, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_END, right, y, LEVEL_WIDTH, height, level);
    }
  mark = sl_scene_add_rect (t->scene, SL_BAND_BODY, SL_STYLE_PAPER, 0.0, y,
                            right + LEVEL_WIDTH + GAP + t->words, height);
  mark->line_width = -1;
  mark->z = -3;
  sl_mark_set_hit (mark, SL_KIND_TRUST, last->id, SL_PART_WHOLE, label);
  return height;
}

static double
add_pair (Trust *t, const SlTrustPair *pair, double y)
{
  const double right = t->name + t->plot + 3 * GAP + LEVEL_WIDTH + t->words;
  const double top = y;

  for (guint side = 0; side < 2; side++)
    y += add_side (t, pair, side, y);
  if (pair->promises->len > 0)
    {
      g_autofree char *promises = say_promises (pair);

      y += PAD
           + text_at (t, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START, PAD, y, right - PAD, 0.0,
                      promises);
    }
  sl_scene_add_line (t->scene, SL_BAND_BODY, SL_STYLE_GRID_STRONG, 0.0, y + PAD / 2, right,
                     y + PAD / 2);
  y += PAD;
  sl_scene_add_break_y (t->scene, y);
  return y - top;
}

/* --- The whole --- */

/* Of what may be told. */
static double
least_level (const SlTrustPair *pair)
{
  double least = HUGE_VAL;

  for (guint side = 0; side < 2; side++)
    {
      const SlTrustAnswer *last = sl_trust_pair_last (pair, side);

      if (last != NULL && may_tell (last))
        least = MIN (least, last->level);
    }
  return least;
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const double x = least_level (*(SlTrustPair *const *)a);
  const double y = least_level (*(SlTrustPair *const *)b);

  return (x > y) - (x < y);
}

/* Pairs with answers, the least trust first, and the days of all of them. */
static void
list_pairs (Trust *t)
{
  const GPtrArray *all = sl_trust_pairs (t->facts);

  t->pairs = g_ptr_array_new ();
  for (guint i = 0; i < all->len; i++)
    {
      const SlTrustPair *pair = all->pdata[i];

      if (pair->answers[0]->len + pair->answers[1]->len > 0)
        g_ptr_array_add (t->pairs, (gpointer)pair);
    }
  g_ptr_array_sort (t->pairs, compare_pairs);
  t->n_more = t->pairs->len - MIN (t->pairs->len, MAX_PAIRS);
  g_ptr_array_set_size (t->pairs, (int)MIN (t->pairs->len, MAX_PAIRS));
  t->first = t->facts->today;
  for (guint i = 0; i < t->pairs->len; i++)
    for (guint side = 0; side < 2; side++)
      {
        const SlTrustPair *pair = t->pairs->pdata[i];

        if (pair->answers[side]->len > 0)
          t->first = MIN (t->first, answer_at (pair, side, 0)->day);
      }
  t->first = quarter_start (quarter_of (t->first));
  t->last = quarter_start (quarter_of (t->facts->today) + 1);
}

static void
add_legend (SlScene *scene)
{
  SlMark sample = { .type = SL_MARK_LINE,
                    .style = SL_STYLE_HURTS,
                    .y = 6,
                    .w = 24,
                    .line_width = 2.5,
                    .color = -1,
                    .hit = { .kind = SL_N_KINDS } };

  sl_scene_add_legend (scene, &sample, _ ("falls, more than chance would do"));
  sample.style = SL_STYLE_GRID_STRONG;
  sample.line_width = 0;
  sample.dashed = TRUE;
  sl_scene_add_legend (scene, &sample, _ ("70 of 100: below it trust is little"));
}

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  g_autoptr (SlFacts) own = NULL;
  Trust t = { .measure = measure, .scene = scene };
  const double given = params->width > 0.0 ? params->width : params->sheet_width;
  const double width = given > 0.0 ? MAX (given, MIN_WIDTH) : NATURAL_WIDTH;
  double y;

  t.facts = sl_alignment_facts (plan, params, &own);
  list_pairs (&t);
  if (t.pairs->len == 0)
    {
      SlFlow flow;

      sl_flow_init (&flow, scene, measure, params);
      sl_flow_paragraph (&flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, 0.0,
                         _ ("Nobody was asked yet. Ask both sides the same five questions each "
                            "quarter, at least three people a side."));
      sl_flow_finish (&flow);
    }
  else
    {
      t.name = CLAMP (width * 0.3, 110.0, 220.0);
      t.words = CLAMP (width * 0.25, 90.0, 180.0);
      t.plot = width - t.name - t.words - LEVEL_WIDTH - 3 * GAP;
      y = add_heads (&t);
      for (guint i = 0; i < t.pairs->len; i++)
        y += add_pair (&t, t.pairs->pdata[i], y);
      sl_scene_set_size (scene, width, y);
      add_legend (scene);
      sl_alignment_add_remark (
          scene, t.n_more,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "not shown: %u pair with more trust",
                                        "not shown: %u pairs with more trust", t.n_more),
                           t.n_more));
    }
  g_ptr_array_unref (t.pairs);
}

/* The side whose trust falls fastest, else the lowest one that may be told. */
static char *
headline (const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (SlFacts) own = NULL;
  Trust t = { .facts = sl_alignment_facts (plan, params, &own) };
  g_autoptr (GPtrArray) pairs = NULL;
  g_autofree char *words = NULL;
  double steepest = 0.0;

  list_pairs (&t);
  pairs = t.pairs;
  for (guint i = 0; i < pairs->len * 2; i++)
    {
      const SlTrustPair *pair = pairs->pdata[i / 2];
      SlTrend trend = { 0 };

      read_trend (pair, i % 2, &trend);
      if (!trend.falling || trend.slope >= steepest)
        continue;
      steepest = trend.slope;
      g_free (words);
      /* Translators: two parties */
      words = g_strdup_printf (
          _ ("Trust of %s in %s keeps falling"),
          sl_alignment_title (t.facts, t.facts->parties[sl_trust_pair_from (pair, i % 2)].id),
          sl_alignment_title (t.facts, t.facts->parties[sl_trust_pair_to (pair, i % 2)].id));
    }
  if (words != NULL)
    return g_steal_pointer (&words);
  if (pairs->len == 0)
    return g_strdup (_ ("Trust was not asked about yet"));
  return g_strdup (least_level (pairs->pdata[0]) < SL_TRUST_LOW
                       ? _ ("Trust falls nowhere, but between some it is little")
                       : _ ("Those who were asked trust each other, and it does not fall"));
}

const SlChart sl_chart_trust = {
  .id = "trust",
  .title = N_ ("Trust"),
  .kinds = SL_ALIGNMENT_KINDS,
  .layout = layout,
  .headline = headline,
};
