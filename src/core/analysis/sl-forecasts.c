/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gathers the reports on each milestone up to today. */

#include "config.h"

#include "analysis/sl-forecasts.h"

/* The reports on one milestone, as doubles. */
typedef struct
{
  GArray *days;
  GArray *expected;
} Reports;

static void
add_report (Reports *self, double day, double expected)
{
  if (self->days == NULL)
    {
      self->days = g_array_new (FALSE, FALSE, sizeof (double));
      self->expected = g_array_new (FALSE, FALSE, sizeof (double));
    }
  g_array_append_val (self->days, day);
  g_array_append_val (self->expected, expected);
}

static Reports *
collect (const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_FORECAST);
  Reports *reports = g_new0 (Reports, facts->n_tasks + 1);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      int task = sl_facts_task (facts, sl_table_ref (table, row, SL_FORECAST_MILESTONE));
      gint64 day = sl_table_int (table, row, SL_FORECAST_DAY);
      gint64 expected = sl_table_int (table, row, SL_FORECAST_EXPECTED);

      if (task >= 0 && facts->tasks[task].active && day <= facts->today && expected != SL_INT_NULL)
        add_report (&reports[task], (double)day, (double)expected);
    }
  return reports;
}

static double
last_expected (const Reports *reports)
{
  guint last = 0;

  for (guint i = 1; i < reports->days->len; i++)
    if (g_array_index (reports->days, double, i) > g_array_index (reports->days, double, last))
      last = i;
  return g_array_index (reports->expected, double, last);
}

GArray *
sl_forecasts_new (const SlFacts *facts)
{
  GArray *self = g_array_new (FALSE, FALSE, sizeof (SlForecast));
  g_autofree Reports *reports = collect (facts);

  for (guint i = 0; i < facts->n_tasks; i++)
    {
      SlForecast forecast = { .task = i };

      if (reports[i].days == NULL)
        continue;
      forecast.last = last_expected (&reports[i]);
      if (sl_milestone_trend ((const double *)(gconstpointer)reports[i].days->data,
                              (const double *)(gconstpointer)reports[i].expected->data,
                              reports[i].days->len, &forecast.trend))
        g_array_append_val (self, forecast);
      g_array_unref (reports[i].days);
      g_array_unref (reports[i].expected);
    }
  return self;
}
