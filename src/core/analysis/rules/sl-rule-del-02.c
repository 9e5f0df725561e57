/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DEL-02: the reports on a milestone move it later and later. Source: METHODS sections 13, 19
 * and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "methods/sl-trend.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The reports on one milestone. */
typedef struct
{
  GArray *days;     /* double */
  GArray *expected; /* double */
} Reports;

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
      double x = (double)day, y = (double)expected;

      if (task < 0 || day > facts->today || expected == SL_INT_NULL)
        continue;
      if (reports[task].days == NULL)
        {
          reports[task].days = g_array_new (FALSE, FALSE, sizeof (double));
          reports[task].expected = g_array_new (FALSE, FALSE, sizeof (double));
        }
      g_array_append_val (reports[task].days, x);
      g_array_append_val (reports[task].expected, y);
    }
  return reports;
}

/* What the newest report says. */
static double
last_expected (const Reports *reports)
{
  guint last = 0;

  for (guint i = 1; i < reports->days->len; i++)
    if (g_array_index (reports->days, double, i) > g_array_index (reports->days, double, last))
      last = i;
  return g_array_index (reports->expected, double, last);
}

static void
report (SlRuleRun *run, const SlFactTask *task, const SlMilestoneTrend *trend, gint64 due,
        gint64 day)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree char *name = sl_rule_name (facts, task->id, task->owner);
  g_autofree char *slip = sl_rule_days ((gint64)trend->slip_total);
  g_autofree char *when = sl_day_to_text (day);
  SlFinding *finding = sl_rule_find (
      run, trend->slope,
      /* Translators: milestone with its party, "30 days", number of reports, a date. */
      g_strdup_printf (
          _ ("%s has slipped by %s in %u reports and would come on %s: move its date or "
             "remove the cause."),
          name, slip, trend->n, when),
      task->id, SL_ID_NONE);

  sl_rule_add_party (finding, facts, task->owner);
  sl_finding_add_number (finding, g_strdup (_ ("Reports")), trend->n, NULL, task->id);
  sl_finding_add_days (finding, g_strdup (_ ("Slipped by")), trend->slip_total, task->id);
  sl_finding_add_days (finding, g_strdup (_ ("Lost for each day that passes")), trend->slope,
                       task->id);
  sl_finding_add_date (finding, g_strdup (_ ("Would come on")), day, task->id);
  if (due != SL_INT_NULL)
    {
      finding->days = (double)(day - due);
      sl_finding_add_date (finding, g_strdup (_ ("Its date")), due, task->id);
    }
  sl_finding_add_remedy (finding, g_strdup_printf (_ ("Plan with that day: %s"), when),
                         sl_remedy_set (task->id, "due", g_variant_new_int64 (day)), task->id);
  sl_finding_add_remedy (finding, g_strdup (_ ("Remove the cause and report anew")), NULL,
                         task->id);
}

/* What recedes as fast as time passes comes no earlier than the last report says. */
static void
look_at (SlRuleRun *run, const SlFactTask *task, const Reports *reports)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *milestones = sl_snapshot_table (facts->plan, SL_KIND_MILESTONE);
  gint64 due = sl_table_int (milestones, task->row, SL_MILESTONE_DUE);
  SlMilestoneTrend trend;
  double expected;

  if (!task->active
      || !sl_milestone_trend ((const double *)(gconstpointer)reports->days->data,
                              (const double *)(gconstpointer)reports->expected->data,
                              reports->days->len, &trend)
      || trend.class != SL_MILESTONE_SLIPPING)
    return;
  expected = isnan (trend.projected_day) ? last_expected (reports) : trend.projected_day;
  if (expected < SL_DAY_MAX && (due == SL_INT_NULL || ceil (expected) > (double)due))
    report (run, task, &trend, due, (gint64)ceil (expected));
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree Reports *reports = collect (facts);

  for (guint i = 0; i < facts->n_tasks; i++)
    {
      if (reports[i].days == NULL)
        continue;
      look_at (run, &facts->tasks[i], &reports[i]);
      g_array_unref (reports[i].days);
      g_array_unref (reports[i].expected);
    }
}

const SlRule sl_rule_del_02 = {
  .id = "DEL-02",
  .title = N_ ("A milestone keeps slipping"),
  .why = N_ ("A date that moves at each report has no one who holds it. Find the cause, or plan "
             "with the date that the reports lead to."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_FORECAST) | SL_KIND_BIT (SL_KIND_MILESTONE)
           | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
