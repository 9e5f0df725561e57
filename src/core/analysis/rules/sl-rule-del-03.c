/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DEL-03: a task that the end of the plan waits for is late. Source: METHODS sections 11, 19
 * and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"
#include "analysis/sl-plan-calendar.h"
#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SEVERITY 0.5
/* What is late is proposed for so many days from today. */
#define DELAY_DAYS 7

static gint64
due_of (const SlFacts *facts, const SlFactTask *task)
{
  const SlTable *table = sl_snapshot_table (facts->plan, task->kind);

  return sl_table_int (table, task->row,
                       task->kind == SL_KIND_TASK ? SL_TASK_DUE : SL_MILESTONE_DUE);
}

/* Critical, or by now later than it could slip. */
static gboolean
is_late (const SlFacts *facts, const SlCalendar *calendar, const SlFactTask *task)
{
  const SlPlanItem *item = sl_plan_schedule_get (facts->schedule, task->id);
  gint64 due = due_of (facts, task);

  if (!task->active || task->is_summary || item == NULL || due == SL_INT_NULL
      || due >= facts->today)
    return FALSE;
  return item->critical
         || item->slack < (double)sl_calendar_count (calendar, due + 1, facts->today + 1);
}

static void
add_remedies (SlFinding *finding, const SlFacts *facts, const SlFactTask *task, gint64 late)
{
  g_autofree char *day = sl_day_to_text (facts->today + DELAY_DAYS);

  sl_finding_add_remedy (
      finding, g_strdup_printf (_ ("Plan it anew: it ends on %s"), day),
      sl_remedy_step ("item.shift", "(@axi)",
                      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &task->id, 1, sizeof (SlId)),
                      (gint32)(late + DELAY_DAYS)),
      task->id);
  sl_finding_add_remedy (finding, g_strdup (_ ("It is done: say so")),
                         sl_remedy_set (task->id, "status", g_variant_new_int64 (SL_TASK_DONE)),
                         task->id);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autoptr (SlCalendar) calendar = sl_plan_calendar_new (facts->plan);

  for (guint i = 0; i < facts->n_tasks; i++)
    {
      const SlFactTask *task = &facts->tasks[i];
      g_autofree char *name = NULL, *days = NULL;
      SlFinding *finding;
      gint64 late;

      if (!is_late (facts, calendar, task))
        continue;
      late = facts->today - due_of (facts, task);
      name = sl_rule_name (facts, task->id, task->owner);
      days = sl_rule_days (late);
      finding = sl_rule_find (
          run, SEVERITY,
          /* Translators: task with its party, "9 days". */
          g_strdup_printf (
              _ ("%s is %s late and the end of the plan waits for it: finish it first, "
                 "or plan it anew and tell those who wait."),
              name, days),
          task->id, SL_ID_NONE);
      finding->days = (double)late;
      sl_rule_add_party (finding, facts, task->owner);
      sl_finding_add_date (finding, g_strdup (_ ("Due")), due_of (facts, task), task->id);
      sl_finding_add_days (finding, g_strdup (_ ("Late by")), (double)late, task->id);
      sl_finding_add_days (finding, g_strdup (_ ("Working days that it can slip")),
                           sl_plan_schedule_get (facts->schedule, task->id)->slack, task->id);
      add_remedies (finding, facts, task, late);
    }
}

const SlRule sl_rule_del_03 = {
  .id = "DEL-03",
  .title = N_ ("A critical task is late"),
  .why
  = N_ ("Each day that a task on the longest chain loses, the whole plan loses. Give it people "
        "from tasks that can wait."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE)
           | SL_KIND_BIT (SL_KIND_DEPENDENCY) | SL_KIND_BIT (SL_KIND_GOAL)
           | SL_KIND_BIT (SL_KIND_DAY_OFF) | SL_KIND_BIT (SL_KIND_PROJECT)
           | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
