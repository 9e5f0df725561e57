/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where we stand, on a sheet: each KPI at the start, when the state was frozen, and today, against
 * its target, with what contradicts the parts of its goal; then the objectives likewise. What was
 * frozen is left out of copies for others. */

#include "config.h"

#include "analysis/sl-direction.h"
#include "analysis/sl-kpi-words.h"
#include "base/sl-date-text.h"
#include "base/sl-format-text.h"
#include "sl-sheet-table.h"
#include "sl-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef enum
{
  WHAT,
  START,
  FROZEN,
  NOW,
  TARGET,
  STATE,
  N_COLUMNS
} Column;

static const SlSheetColumn columns[N_COLUMNS] = {
  { N_ ("KPI or objective"), 0.27 }, { N_ ("At the start"), 0.14 },
  { N_ ("When frozen"), 0.13 },      { N_ ("Today"), 0.13 },
  { N_ ("Target"), 0.13 },           { N_ ("State"), 0.20 },
};

typedef struct
{
  SlSheetTable table;
  const SlSnapshot *plan;
  const SlChartParams *params;
  const SlGoalProgress *progress;
  SlKpiSurvey *survey;
  SlId as_is; /* the state that was frozen last, if it may be shown */
} Sheet;

/* (transfer full) (nullable): it is NAN */
static char *
say_number (const SlTable *kpis, guint row, double number)
{
  return isnan (number) ? NULL : sl_kpi_number_text (kpis, row, number);
}

static char *
say_day (gint64 day)
{
  return day != SL_INT_NULL ? sl_day_to_text (day) : NULL;
}

/* "7 Sep 2026 · Register of complaints": when, and who says so. (transfer full) (nullable) */
static char *
say_source (const SlTable *kpis, guint row)
{
  const char *source = sl_table_text (kpis, row, SL_KPI_SOURCE);
  g_autofree char *day = say_day (sl_table_int (kpis, row, SL_KPI_BASELINE_DAY));

  if (source == NULL || source[0] == '\0')
    return g_steal_pointer (&day);
  return day != NULL ? g_strdup_printf ("%s · %s", day, source) : g_strdup (source);
}

static char *
say_frozen_day (const Sheet *s)
{
  const SlTable *states = sl_snapshot_table (s->plan, SL_KIND_AS_IS);
  guint row = 0;

  return sl_table_find (states, s->as_is, &row) ? say_day (sl_table_int (states, row, SL_AS_IS_DAY))
                                                : NULL;
}

/* "behind, 40 %", or where it lies in its range. (transfer full) (nullable) */
static char *
say_state (const SlKpiWatch *watch)
{
  g_autofree char *share = NULL;

  if (watch->band != SL_KPI_BAND_NONE)
    return sl_kpi_band_text (watch);
  if (isnan (watch->score))
    return NULL;
  share = sl_format_percent (watch->score, 0);
  /* Translators: a state, how far something is: “on track, 40 %” */
  return g_strdup_printf (_ ("%s, %s"), sl_state_words ((SlState)watch->state), share);
}

static void
add_kpi (Sheet *s, SlId kpi, guint row)
{
  const SlTable *kpis = sl_snapshot_table (s->plan, SL_KIND_KPI);
  g_autoptr (SlKpiWatch) watch = sl_kpi_survey_watch (s->survey, s->plan, kpi);
  SlId goal = sl_table_ref (kpis, row, SL_KPI_GOAL);
  const gboolean measured = watch->n > 0;
  const char *title = sl_table_text (kpis, row, SL_KPI_TITLE);
  const double then = s->as_is != SL_ID_NONE ? sl_as_is_value (s->plan, s->as_is, kpi) : NAN;
  g_autofree char *start = say_number (kpis, row, sl_table_real (kpis, row, SL_KPI_BASELINE));
  g_autofree char *source = say_source (kpis, row);
  g_autofree char *frozen = say_number (kpis, row, then);
  g_autofree char *frozen_day = frozen != NULL ? say_frozen_day (s) : NULL;
  g_autofree char *now = measured ? say_number (kpis, row, watch->values[watch->n - 1]) : NULL;
  g_autofree char *day = measured ? say_day ((gint64)watch->days[watch->n - 1]) : NULL;
  g_autofree char *target = say_number (kpis, row, watch->target);
  g_autofree char *target_day = say_day (sl_table_int (kpis, row, SL_KPI_TARGET_DAY));
  g_autofree char *state = say_state (watch);
  const SlSheetCell cells[N_COLUMNS]
      = { [WHAT]
          = { title, goal != SL_ID_NONE ? sl_snapshot_title (s->plan, goal) : NULL, SL_FONT_BOLD },
          [START] = { start, source, SL_FONT_NUMBER },
          [FROZEN] = { frozen, frozen_day, SL_FONT_NUMBER },
          [NOW] = { now != NULL ? now : _ ("not measured"), day, SL_FONT_NUMBER },
          [TARGET] = { target, target_day, SL_FONT_NUMBER },
          [STATE] = { state, sl_kpi_contrast_text (watch->contrast), SL_FONT_LABEL } };

  sl_sheet_table_add_row (&s->table, cells, SL_KIND_KPI, kpi, title);
}

static void
add_objective (Sheet *s, SlId goal, guint row)
{
  const SlTable *goals = sl_snapshot_table (s->plan, SL_KIND_GOAL);
  const SlGoalState *state = sl_goal_progress_get (s->progress, goal);
  const double then = s->as_is != SL_ID_NONE ? sl_as_is_value (s->plan, s->as_is, goal) : NAN;
  g_autofree char *frozen = isnan (then) ? NULL : sl_format_percent (then, 0);
  g_autofree char *frozen_day = frozen != NULL ? say_frozen_day (s) : NULL;
  g_autofree char *now = isnan (state->progress) ? NULL : sl_format_percent (state->progress, 0);
  g_autofree char *due = say_day (sl_table_int (goals, row, SL_GOAL_DUE));
  g_autofree char *whole = sl_format_percent (1.0, 0);
  const char *title = sl_snapshot_title (s->plan, goal);
  const SlSheetCell cells[N_COLUMNS]
      = { [WHAT] = { title, sl_table_text (goals, row, SL_GOAL_MEASURE), SL_FONT_BOLD },
          [START] = { NULL, NULL, SL_FONT_NUMBER },
          [FROZEN] = { frozen, frozen_day, SL_FONT_NUMBER },
          [NOW] = { now, NULL, SL_FONT_NUMBER },
          [TARGET] = { whole, due, SL_FONT_NUMBER },
          [STATE] = { sl_state_words ((SlState)state->state), NULL, SL_FONT_LABEL } };

  sl_sheet_table_add_row (&s->table, cells, SL_KIND_GOAL, goal, title);
}

static void
add_objectives (Sheet *s)
{
  g_autoptr (GArray) ids = sl_objectives_list (s->plan, FALSE);

  for (guint i = 0; i < ids->len; i++)
    {
      SlId id = g_array_index (ids, SlId, i);
      guint row = 0;

      if (sl_table_find (sl_snapshot_table (s->plan, SL_KIND_GOAL), id, &row))
        add_objective (s, id, row);
    }
}

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  const SlTable *kpis = sl_snapshot_table (plan, SL_KIND_KPI);
  g_autoptr (SlKpiSurvey) survey = sl_kpi_survey_new (plan, params->today);
  Sheet s = { .plan = plan,
              .params = params,
              .progress = sl_kpi_survey_get_progress (survey),
              .survey = survey,
              .as_is = params->show_guesses ? sl_as_is_newest (plan) : SL_ID_NONE };
  guint n;
  const SlId *ids = sl_snapshot_children (plan, SL_KIND_KPI, SL_ID_NONE, &n);

  sl_sheet_table_init (&s.table, scene, measure, params, columns, N_COLUMNS);
  for (guint i = 0; i < n; i++)
    {
      guint row = 0;

      if (sl_table_find (kpis, ids[i], &row))
        add_kpi (&s, ids[i], row);
    }
  if (n == 0)
    sl_sheet_table_add_line (&s.table, SL_STYLE_TEXT_DIM, SL_FONT_LABEL,
                             _ ("No KPI yet: add one that says where you stand."));
  add_objectives (&s);
  sl_sheet_table_finish (&s.table);
}

/* How far everything is, as the engine computed it where that is at hand. @own: (out): what is to
 * be freed otherwise */
static const SlGoalProgress *
find_progress (const SlSnapshot *plan, const SlChartParams *params, SlGoalProgress **own)
{
  const SlFacts *facts = params->analysis != NULL ? params->analysis->facts : NULL;

  if (facts != NULL && facts->plan == plan && facts->today == params->today)
    return facts->progress;
  *own = sl_goal_progress_new (plan, params->today);
  return *own;
}

/* How many KPIs are nearer to their target than at the start; what is to stay where it is has no
 * way to go. */
static char *
headline (const SlSnapshot *plan, const SlChartParams *params)
{
  const SlTable *kpis = sl_snapshot_table (plan, SL_KIND_KPI);
  g_autoptr (SlGoalProgress) own = NULL;
  const SlGoalProgress *progress = find_progress (plan, params, &own);
  guint n = 0, n_nearer = 0;

  for (guint row = 0; row < sl_table_n_rows (kpis); row++)
    {
      double score = sl_goal_progress_get_kpi (progress, sl_table_id (kpis, row), NULL);

      if (sl_table_int (kpis, row, SL_KPI_DIRECTION) == SL_KPI_KEEP)
        continue;
      n += !isnan (score);
      n_nearer += score > 0.0;
    }
  if (sl_table_n_rows (kpis) == 0)
    return g_strdup (_ ("No KPI says where we stand"));
  if (n == 0)
    return g_strdup (_ ("Nobody has measured yet where we stand"));
  /* Translators: numbers in words: “Two of nine KPIs are nearer to their target than at the start”
   */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%s of %s KPI is nearer to its target than at the start",
                   "%s of %s KPIs are nearer to their target than at the start", n),
      sl_words_number_first (n_nearer), sl_words_number (n));
}

const SlChart sl_chart_current_state = {
  .id = "current-state",
  .title = N_ ("Current State"),
  .kinds = SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_KPI_VALUE) | SL_KIND_BIT (SL_KIND_GOAL)
           | SL_KIND_BIT (SL_KIND_GOAL_PARENT) | SL_KIND_BIT (SL_KIND_TASK)
           | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_AS_IS)
           | SL_KIND_BIT (SL_KIND_AS_IS_VALUE) | SL_KIND_BIT (SL_KIND_PROJECT)
           | SL_KIND_BIT (SL_KIND_SHEET),
  .layout = layout,
  .headline = headline,
};
