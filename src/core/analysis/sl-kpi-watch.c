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

/* --- Values --- */

typedef struct
{
  gint64 day;
  double value;
} Point;

static int
compare_points (gconstpointer a, gconstpointer b)
{
  const Point *left = a, *right = b;

  return (left->day > right->day) - (left->day < right->day);
}

static void
read_values (SlKpiWatch *self, const SlSnapshot *plan, SlId kpi, gint64 today)
{
  const SlTable *values = sl_snapshot_table (plan, SL_KIND_KPI_VALUE);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (Point));

  for (guint row = 0; row < sl_table_n_rows (values); row++)
    {
      Point point = { sl_table_int (values, row, SL_KPI_VALUE_DAY),
                      sl_table_real (values, row, SL_KPI_VALUE_VALUE) };

      if (sl_table_ref (values, row, SL_KPI_VALUE_KPI) == kpi && point.day != SL_INT_NULL
          && point.day <= today)
        g_array_append_val (points, point);
    }
  g_array_sort (points, compare_points);
  self->n = points->len;
  self->days = g_new (double, self->n + 1);
  self->values = g_new (double, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    {
      self->days[i] = (double)g_array_index (points, Point, i).day;
      self->values[i] = g_array_index (points, Point, i).value;
    }
}

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
  gint64 today;
  SlGoalProgress *progress;
  SlReassess *clocks;
};

SlKpiSurvey *
sl_kpi_survey_new (const SlSnapshot *plan, gint64 today)
{
  SlKpiSurvey *self = g_new (SlKpiSurvey, 1);

  self->today = today;
  self->progress = sl_goal_progress_new (plan, today);
  self->clocks = sl_reassess_new (plan, today);
  return self;
}

void
sl_kpi_survey_free (SlKpiSurvey *self)
{
  if (self == NULL)
    return;
  sl_goal_progress_free (self->progress);
  sl_reassess_free (self->clocks);
  g_free (self);
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
  read_values (self, plan, kpi, survey->today);
  read_pace (self, survey, plan, kpi, row);
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
