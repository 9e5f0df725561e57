/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads one KPI from a plan. */

#include "config.h"

#include "analysis/sl-kpi-watch.h"

#include "analysis/sl-direction.h"
#include "analysis/sl-reassess.h"
#include "base/sl-date-text.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* --- Parts --- */

SlGoalParts *
sl_goal_parts_new (const SlSnapshot *plan, const SlGoalProgress *progress)
{
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  SlGoalParts *parts = g_new0 (SlGoalParts, sl_table_n_rows (goals) + 1);

  for (guint row = 0; row < sl_table_n_rows (goals); row++)
    {
      SlItemState state = sl_goal_progress_get (progress, sl_table_id (goals, row))->state;
      guint parent = 0;

      if (state == SL_ITEM_PARKED || state == SL_ITEM_DROPPED
          || !sl_table_find (goals, sl_table_ref (goals, row, SL_GOAL_PARENT), &parent))
        continue;
      parts[parent].n++;
      parts[parent].n_green += state == SL_ITEM_ON_TRACK || state == SL_ITEM_DONE;
    }
  return parts;
}

/* Whether it is at least as far as the time since its baseline; FALSE where nobody can say. */
static gboolean
keeps_pace (const SlTable *kpis, guint row, double score, gint64 today)
{
  gint64 first = sl_table_int (kpis, row, SL_KPI_BASELINE_DAY);
  gint64 target = sl_table_int (kpis, row, SL_KPI_TARGET_DAY);

  return first != SL_INT_NULL && target != SL_INT_NULL
         && sl_pace ((double)first, (double)target, (double)today, score).gap >= SL_PACE_BEHIND;
}

SlKpiContrast
sl_kpi_contrast (const SlSnapshot *plan, const SlGoalProgress *progress, const SlGoalParts *parts,
                 guint row, gint64 today)
{
  const SlTable *kpis = sl_snapshot_table (plan, SL_KIND_KPI);
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  double score = sl_goal_progress_get_kpi (progress, sl_table_id (kpis, row), NULL);
  SlScoreBand band = sl_score_band (score);
  gboolean in_time = keeps_pace (kpis, row, score, today);
  guint goal = 0;
  gint64 status;

  if (!sl_table_find (goals, sl_table_ref (kpis, row, SL_KPI_GOAL), &goal) || parts[goal].n == 0)
    return SL_KPI_AGREES;
  status = sl_table_int (goals, goal, SL_GOAL_STATUS);
  if (status != SL_GOAL_DRAFT && status != SL_GOAL_ACTIVE)
    return SL_KPI_AGREES;
  if (band == SL_SCORE_RED && !in_time && parts[goal].n_green == parts[goal].n)
    return SL_KPI_PARTS_GREEN;
  if (band == SL_SCORE_GREEN && parts[goal].n_green == 0)
    return SL_KPI_PARTS_RED;
  return SL_KPI_AGREES;
}

/* --- Values --- */

/* A day of the KPI, else of its goal. */
static gint64
day_of (const SlSnapshot *plan, guint row, guint field, guint goal_field)
{
  const SlTable *kpis = sl_snapshot_table (plan, SL_KIND_KPI);
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  gint64 day = sl_table_int (kpis, row, field);
  guint goal = 0;

  if (day != SL_INT_NULL || !sl_table_find (goals, sl_table_ref (kpis, row, SL_KPI_GOAL), &goal))
    return day;
  return sl_table_int (goals, goal, goal_field);
}

struct _SlKpiSurvey
{
  SlSnapshot *plan;
  gint64 today;
  SlGoalProgress *progress;
  SlReassess *clocks;
  SlKpiSeries *series;
  SlGoalParts *parts;
};

SlKpiSurvey *
sl_kpi_survey_new (const SlSnapshot *plan, gint64 today)
{
  SlKpiSurvey *self = g_new (SlKpiSurvey, 1);

  self->plan = sl_snapshot_ref ((SlSnapshot *)plan);
  self->today = today;
  self->progress = sl_goal_progress_new (plan, today);
  self->clocks = sl_reassess_new (plan, today);
  self->series = sl_kpi_series_new (plan, today);
  self->parts = sl_goal_parts_new (plan, self->progress);
  return self;
}

void
sl_kpi_survey_free (SlKpiSurvey *self)
{
  if (self == NULL)
    return;
  sl_goal_progress_free (self->progress);
  sl_reassess_free (self->clocks);
  sl_kpi_series_free (self->series);
  g_free (self->parts);
  sl_snapshot_unref (self->plan);
  g_free (self);
}

const SlGoalProgress *
sl_kpi_survey_get_progress (const SlKpiSurvey *self)
{
  return self->progress;
}

const SlSnapshot *
sl_kpi_survey_get_plan (const SlKpiSurvey *self)
{
  return self->plan;
}

gint64
sl_kpi_survey_get_today (const SlKpiSurvey *self)
{
  return self->today;
}

static void
read_pace (SlKpiWatch *self, const SlKpiSurvey *survey, const SlSnapshot *plan, SlId kpi, guint row)
{
  gint64 start = day_of (plan, row, SL_KPI_BASELINE_DAY, SL_GOAL_START);
  gint64 due = day_of (plan, row, SL_KPI_TARGET_DAY, SL_GOAL_DUE);

  self->score = sl_goal_progress_get_kpi (survey->progress, kpi, NULL);
  self->state = sl_item_state_of (self->score, start, due, survey->today);
  self->pace = start != SL_INT_NULL && due != SL_INT_NULL
                   ? sl_pace ((double)start, (double)due, (double)survey->today, self->score)
                   : (SlPace){ NAN, NAN, NAN, NAN };
}

/* The range as sl_goal_progress_new() reads it, and where the newest value lies in it. */
static void
read_band (SlKpiWatch *self, const SlTable *kpis, guint row)
{
  self->low = self->high = NAN;
  if (sl_table_int (kpis, row, SL_KPI_DIRECTION) != SL_KPI_KEEP)
    return;
  self->low = sl_table_real (kpis, row, SL_KPI_LOW);
  self->high = sl_table_real (kpis, row, SL_KPI_HIGH);
  if (isnan (self->low) && isnan (self->high))
    self->low = self->high = self->target;
  if (self->n == 0 || isnan (self->score))
    return;
  self->band = self->score >= 1.0  ? SL_KPI_BAND_INSIDE
               : self->score > 0.0 ? SL_KPI_BAND_TOLERATED
                                   : SL_KPI_BAND_OUTSIDE;
}

static void
read_values (SlKpiWatch *self, const SlKpiSeries *series)
{
  self->n = series->n;
  self->days = g_memdup2 (series->days, (self->n + 1) * sizeof *series->days);
  self->values = g_memdup2 (series->values, (self->n + 1) * sizeof *series->values);
}

SlKpiWatch *
sl_kpi_survey_watch (const SlKpiSurvey *survey, const SlSnapshot *plan, SlId kpi)
{
  const SlTable *kpis = sl_snapshot_table (plan, SL_KIND_KPI);
  SlKpiWatch *self;
  guint row = 0;

  if (!sl_table_find (kpis, kpi, &row))
    return NULL;
  self = g_new0 (SlKpiWatch, 1);
  self->target
      = sl_table_is_set (kpis, row, SL_KPI_TARGET) ? sl_table_real (kpis, row, SL_KPI_TARGET) : NAN;
  self->stale = sl_reassess_is_due (survey->clocks, kpi);
  read_values (self, &survey->series[row]);
  read_pace (self, survey, plan, kpi, row);
  read_band (self, kpis, row);
  self->contrast = sl_kpi_contrast (plan, survey->progress, survey->parts, row, survey->today);
  self->forecast = isnan (self->target)
                       ? NAN
                       : sl_forecast_day (self->days, self->values, self->n, self->target);
  return self;
}

SlKpiWatch *
sl_kpi_watch_new (const SlSnapshot *plan, SlId kpi, gint64 today)
{
  g_autoptr (SlKpiSurvey) survey = NULL;

  if (!sl_table_find (sl_snapshot_table (plan, SL_KIND_KPI), kpi, NULL))
    return NULL;
  survey = sl_kpi_survey_new (plan, today);
  return sl_kpi_survey_watch (survey, plan, kpi);
}

void
sl_kpi_watch_free (SlKpiWatch *self)
{
  if (self == NULL)
    return;
  g_free (self->days);
  g_free (self->values);
  g_free (self);
}

/* --- How the target came about --- */

typedef struct
{
  gint64 day;
  char *text;
} Line;

static void
line_clear (gpointer data)
{
  g_free (((Line *)data)->text);
}

/* Newest first. */
static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *left = a, *right = b;

  return (left->day < right->day) - (left->day > right->day);
}

static void
add_agreed (GArray *lines, const SlSnapshot *plan, SlId kpi)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_BASELINE);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      Line line = { .day = sl_table_int (table, row, SL_BASELINE_DAY) };
      g_autofree char *number = NULL;

      if (sl_table_ref (table, row, SL_BASELINE_ITEM) != kpi || line.day == SL_INT_NULL
          || !sl_table_is_set (table, row, SL_BASELINE_TARGET))
        continue;
      number = sl_format_number (sl_table_real (table, row, SL_BASELINE_TARGET), 2);
      /* Translators: the target of a KPI. */
      line.text = g_strdup_printf (_ ("%s agreed"), number);
      g_array_append_val (lines, line);
    }
}

static void
add_decided (GArray *lines, const SlSnapshot *plan, SlId kpi)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_DECISION);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      const char *title = sl_table_text (table, row, SL_DECISION_TITLE);
      const char *reason = sl_table_text (table, row, SL_DECISION_REASON);
      Line line = { .day = sl_table_int (table, row, SL_DECISION_DAY) };

      if (sl_table_ref (table, row, SL_DECISION_ITEM) != kpi || line.day == SL_INT_NULL)
        continue;
      line.text = reason != NULL && reason[0] != '\0' ? g_strdup_printf ("%s (%s)", title, reason)
                                                      : g_strdup (title);
      g_strdelimit (line.text, "\n\t", ' ');
      g_array_append_val (lines, line);
    }
}

/* Former targets with what they became and why. */
static void
add_versions (GArray *lines, const SlSnapshot *plan, SlId kpi)
{
  const char *target = sl_kind (SL_KIND_KPI)->fields[SL_KPI_TARGET].name;
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_VERSION);
  g_autoptr (GArray) ids = sl_version_list (plan, kpi, target);

  for (guint i = 0; i < ids->len; i++)
    {
      const char *before, *after, *reason;
      Line line = { 0 };
      guint row;

      if (!sl_table_find (table, g_array_index (ids, SlId, i), &row)
          || !sl_table_is_set (table, row, SL_VERSION_DAY))
        continue;
      line.day = sl_table_int (table, row, SL_VERSION_DAY);
      before = sl_table_text (table, row, SL_VERSION_BEFORE);
      after = sl_table_text (table, row, SL_VERSION_AFTER);
      reason = sl_table_text (table, row, SL_VERSION_REASON);
      line.text = reason != NULL && reason[0] != '\0'
                      ? g_strdup_printf ("%s → %s (%s)", before, after, reason)
                      : g_strdup_printf ("%s → %s", before, after);
      g_array_append_val (lines, line);
    }
}

char *
sl_kpi_target_history (const SlSnapshot *plan, SlId kpi, guint max)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_autoptr (GString) out = g_string_new (NULL);

  g_array_set_clear_func (lines, line_clear);
  add_agreed (lines, plan, kpi);
  add_decided (lines, plan, kpi);
  add_versions (lines, plan, kpi);
  g_array_sort (lines, compare_lines);
  for (guint i = 0; i < lines->len && i < max; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      g_autofree char *day = sl_day_to_text (line->day);

      /* Translators: a day, what was agreed or decided then. */
      g_string_append_printf (out, _ ("%s: %s"), day, line->text);
      g_string_append_c (out, '\n');
    }
  if (out->len == 0)
    return NULL;
  g_string_truncate (out, out->len - 1);
  return g_string_free (g_steal_pointer (&out), FALSE);
}
