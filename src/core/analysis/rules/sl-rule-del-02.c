/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DEL-02: the reports on a milestone move it later and later. Source: METHODS sections 13, 19
 * and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"
#include "analysis/sl-forecasts.h"
#include "base/sl-date-text.h"
#include "base/sl-date.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
look_at (SlRuleRun *run, const SlForecast *forecast)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlFactTask *task = &facts->tasks[forecast->task];
  const SlTable *milestones = sl_snapshot_table (facts->plan, SL_KIND_MILESTONE);
  gint64 due = sl_table_int (milestones, task->row, SL_MILESTONE_DUE);
  double expected
      = isnan (forecast->trend.projected_day) ? forecast->last : forecast->trend.projected_day;

  if (forecast->trend.class == SL_MILESTONE_SLIPPING && expected < SL_DAY_MAX
      && (due == SL_INT_NULL || ceil (expected) > (double)due))
    report (run, task, &forecast->trend, due, (gint64)ceil (expected));
}

static void
eval (SlRuleRun *run)
{
  g_autoptr (GArray) forecasts = sl_forecasts_new (sl_rule_run_facts (run));

  for (guint i = 0; i < forecasts->len; i++)
    look_at (run, &g_array_index (forecasts, SlForecast, i));
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
