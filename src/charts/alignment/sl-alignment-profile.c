/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The seven bars, readable in grey: what is not assessed is hatched. Where a former day is compared
 * with, a thin mark stands where the bar ended then, a triangle says whether it is more or less,
 * and the words say what it was. */

#include "config.h"

#include "alignment/sl-alignment-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "base/sl-date-text.h"
#include "base/sl-format-text.h"
#include "sl-since.h"

#define BAR_HEIGHT 9.0
/* In narrower columns the words of a bar stand below it. */
#define STACKED 380.0
#define ROW_HEIGHT 16.0
/* Between a name and its bar; room for a triangle. */
#define BAR_GAP 10.0
/* The mark where a bar ended before. */
#define FORMER_WIDTH 2.0
#define FORMER_REACH 1.5

/* One bar with its words. @then: (nullable): it as it was, where it reads otherwise now */
typedef struct
{
  const SlIndexDimension *now;
  const SlIndexDimension *then;
  char *name;
  char *words;
} Row;

static char *
say_score (const SlIndexDimension *part)
{
  return isnan (part->score) ? g_strdup (_ ("not assessed")) : sl_format_percent (part->score, 0);
}

/* The part as it was, where it reads otherwise; else NULL. */
static const SlIndexDimension *
find_former (const SlAnalysisSince *since, const SlIndexDimension *part, guint number)
{
  const SlIndexDimension *then;
  g_autofree char *now = NULL;
  g_autofree char *before = NULL;

  if (since == NULL)
    return NULL;
  then = &since->then->index->dimensions[number];
  now = say_score (part);
  before = say_score (then);
  return strcmp (now, before) != 0 ? then : NULL;
}

static char *
say_dimension_now (const SlIndexDimension *part)
{
  g_autofree char *score = NULL;
  g_autofree char *coverage = sl_format_percent (part->coverage, 0);
  g_autofree char *lost = NULL;

  if (isnan (part->score))
    return g_strdup (_ ("not assessed"));
  score = sl_format_percent (part->score, 0);
  lost = sl_format_number (part->lost, 1);
  /* Translators: of a dimension: score, share that is assessed, points lost. */
  return g_strdup_printf (_ ("%s · %s assessed · costs %s points"), score, coverage, lost);
}

static char *
say_dimension (const SlIndexDimension *part, const SlIndexDimension *then)
{
  g_autofree char *before = then != NULL ? say_score (then) : NULL;
  g_autofree char *now = say_dimension_now (part);

  if (then == NULL)
    return g_steal_pointer (&now);
  /* Translators: of a dimension: what it is; what its score was on a former day. */
  return g_strdup_printf (_ ("%s · was %s"), now, before);
}

/* How far a bar is filled. */
static double
fill_of (const SlIndexDimension *part, double width)
{
  return isnan (part->score) ? 0.0 : part->coverage * width * CLAMP (part->score, 0.0, 1.0);
}

/* Where the bar ended. */
static void
add_former (SlFlow *flow, const SlIndexDimension *then, double x, double y, double width)
{
  SlMark *mark = sl_scene_add_rect (flow->scene, SL_BAND_BODY, SL_STYLE_SINCE,
                                    x + fill_of (then, width) - FORMER_WIDTH / 2, y - FORMER_REACH,
                                    FORMER_WIDTH, BAR_HEIGHT + 2 * FORMER_REACH);

  mark->z = 1;
}

static SlSinceSign
sign_of (const SlIndexDimension *part, const SlIndexDimension *then)
{
  if (isnan (part->score) || isnan (then->score))
    return SL_SINCE_OTHER;
  return part->score > then->score ? SL_SINCE_MORE : SL_SINCE_LESS;
}

static void
add_bar (SlFlow *flow, const Row *row, double at, double width)
{
  const SlIndexDimension *part = row->now;
  const double x = flow->x + at;
  const double y = flow->y + (ROW_HEIGHT - BAR_HEIGHT) / 2;
  const double known = isnan (part->score) ? 0.0 : part->coverage * width;
  const double fill = fill_of (part, width);

  sl_scene_add_rect (flow->scene, SL_BAND_BODY, SL_STYLE_BAND, x, y, width, BAR_HEIGHT);
  if (known < width)
    sl_scene_add_rect (flow->scene, SL_BAND_BODY, SL_STYLE_POS_NONE, x + known, y, width - known,
                       BAR_HEIGHT)
        ->hatched
        = TRUE;
  if (fill > 0.0)
    sl_scene_add_rect (flow->scene, SL_BAND_BODY, SL_STYLE_BAR_DONE, x, y, fill, BAR_HEIGHT);
  sl_scene_add_rect (flow->scene, SL_BAND_BODY, SL_STYLE_GRID_STRONG, x, y, width, BAR_HEIGHT)
      ->outline
      = TRUE;
  if (row->then == NULL)
    return;
  add_former (flow, row->then, x, y, width);
  sl_since_add (flow->scene, sign_of (part, row->then), x - BAR_GAP / 2, y + BAR_HEIGHT / 2);
}

static double
widest (const SlFlow *flow, const Row *rows, gboolean words)
{
  double most = 0.0;

  for (guint i = 0; i < SL_N_DIMENSIONS; i++)
    {
      double width;

      sl_text_measure_size (flow->measure, SL_FONT_LABEL, words ? rows[i].words : rows[i].name, 0.0,
                            &width, NULL);
      most = MAX (most, width);
    }
  return most + 2.0;
}

/* Name, bar and words in a line. Returns: its height */
static double
add_row (SlFlow *flow, const Row *row, double name_width, double words_width)
{
  const double line = sl_text_measure_line_height (flow->measure, SL_FONT_LABEL);
  const double bar_width = MAX (40.0, flow->width - name_width - words_width - 2 * BAR_GAP);
  const double words_x = name_width + BAR_GAP + bar_width + BAR_GAP;
  const double y = flow->y + (ROW_HEIGHT - line) / 2;
  const double named = sl_flow_text_at (flow, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, 0.0, y,
                                        name_width, row->name);
  const double said = sl_flow_text_at (flow, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, words_x,
                                       y, flow->width - words_x, row->words);

  add_bar (flow, row, name_width + BAR_GAP, bar_width);
  return MAX (ROW_HEIGHT, MAX (named, said) + 4.0);
}

/* The words below the bar: where there is little room beside it. Returns: the height */
static double
add_row_stacked (SlFlow *flow, const Row *row, double name_width)
{
  const double line = sl_text_measure_line_height (flow->measure, SL_FONT_LABEL);
  const double x = name_width + BAR_GAP;
  const double named = sl_flow_text_at (flow, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, 0.0,
                                        flow->y + (ROW_HEIGHT - line) / 2, name_width, row->name);
  const double said = sl_flow_text_at (flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START, x,
                                       flow->y + ROW_HEIGHT, flow->width - x, row->words);

  add_bar (flow, row, x, flow->width - x);
  return MAX (ROW_HEIGHT + said, named) + 4.0;
}

/* A bar is no record; who points at one that changed finds the words. */
static void
add_hit (SlFlow *flow, const SlFacts *facts, const SlAnalysisSince *since, const Row *row,
         double height)
{
  const SlTable *projects = sl_snapshot_table (facts->plan, SL_KIND_PROJECT);
  g_autofree char *day = sl_day_to_short_text (since->day, facts->today);
  g_autofree char *before = say_score (row->then);
  g_autofree char *now = say_score (row->now);
  /* Translators: what a bar is; then a day, then what it was and what it is. */
  g_autofree char *label
      = g_strdup_printf (_ ("%s. Since %s: %s → %s"), row->name, day, before, now);

  if (sl_table_n_rows (projects) > 0)
    sl_flow_hit_rect (flow, flow->y, height, SL_KIND_PROJECT, sl_table_id (projects, 0), label)
        ->hit.part
        = SL_PART_RESULT;
}

static void
add_legend (SlScene *scene, const SlFacts *facts, const SlAnalysisSince *since)
{
  const SlMark sample = { .type = SL_MARK_RECT,
                          .style = SL_STYLE_SINCE,
                          .x = 11,
                          .w = FORMER_WIDTH,
                          .h = 12,
                          .color = -1,
                          .hit = { .kind = SL_N_KINDS } };
  g_autofree char *day = sl_day_to_short_text (since->day, facts->today);
  /* Translators: of a thin mark on a bar; %s is a day. */
  g_autofree char *text = g_strdup_printf (_ ("ended here on %s"), day);

  sl_scene_add_legend (scene, &sample, text);
}

void
sl_alignment_add_profile (SlFlow *flow, const SlAnalysis *analysis, const SlAnalysisSince *since)
{
  Row rows[SL_N_DIMENSIONS];
  double name_width, words_width;
  gboolean changed = FALSE;

  for (guint i = 0; i < SL_N_DIMENSIONS; i++)
    {
      Row *row = &rows[i];

      row->now = &analysis->index->dimensions[i];
      row->then = find_former (since, row->now, i);
      /* Translators: letter and title of a dimension. */
      row->name = g_strdup_printf (_ ("%c %s"), sl_dimension_letter (i), sl_dimension_title (i));
      row->words = say_dimension (row->now, row->then);
      changed |= row->then != NULL;
    }
  name_width = MIN (widest (flow, rows, FALSE), flow->width * 0.35);
  words_width = MIN (widest (flow, rows, TRUE), flow->width * 0.45);
  for (guint i = 0; i < SL_N_DIMENSIONS; i++)
    {
      Row *row = &rows[i];
      const double height = flow->width < STACKED ? add_row_stacked (flow, row, name_width)
                                                  : add_row (flow, row, name_width, words_width);

      if (row->then != NULL)
        add_hit (flow, analysis->facts, since, row, height);
      flow->y += height;
      g_free (row->name);
      g_free (row->words);
    }
  if (changed)
    add_legend (flow->scene, analysis->facts, since);
}
