/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DEL-05: by the estimates at best and at worst a goal is more likely late than in time. Looks at
 * the chain of tasks that its last one waits for, which is cheap enough for each change; other
 * chains would only make it later. Source: METHODS sections 12, 19 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-delivery.h"
#include "analysis/sl-plan-calendar.h"
#include "base/sl-date-text.h"
#include "base/sl-format-text.h"
#include "methods/sl-pert.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Below this chance it is reported ... */
#define MIN_CHANCE 0.5
/* ... and a date with this one is proposed. */
#define SAFE_CHANCE 0.8
#define MAX_DELAY_DAYS 1000

/**
 * Chain:
 * @moments: what its estimates add to the dates of the plan; unit: working days
 * @n: tasks with estimates
 * @finish: last day by the plan
 */
typedef struct
{
  SlMoments moments;
  guint n;
  gint64 finish;
} Chain;

/* --- Looking --- */

/* The estimate of a task; FALSE: it has none. */
static gboolean
read_estimate (const SlFacts *facts, const SlCalendar *calendar, guint row, SlEstimate3 *estimate)
{
  const SlTable *tasks = sl_snapshot_table (facts->plan, SL_KIND_TASK);
  gint64 start = sl_table_int (tasks, row, SL_TASK_START);
  gint64 due = sl_table_int (tasks, row, SL_TASK_DUE);

  estimate->low = sl_table_real (tasks, row, SL_TASK_OPTIMISTIC);
  estimate->likely = sl_table_real (tasks, row, SL_TASK_DURATION);
  estimate->high = sl_table_real (tasks, row, SL_TASK_PESSIMISTIC);
  if (isnan (estimate->likely) && start != SL_INT_NULL && due != SL_INT_NULL)
    estimate->likely = (double)sl_calendar_count (calendar, start, due + 1);
  return sl_estimate3_is_valid (estimate);
}

/* What is done does not surprise any more. */
static void
add_task (Chain *self, const SlFacts *facts, const SlCalendar *calendar, const SlFactTask *task)
{
  const SlTable *tasks = sl_snapshot_table (facts->plan, SL_KIND_TASK);
  SlEstimate3 estimate;
  SlMoments moments;
  double done, left;

  if (!task->active || task->is_summary || task->kind != SL_KIND_TASK
      || !read_estimate (facts, calendar, task->row, &estimate))
    return;
  done = sl_table_real (tasks, task->row, SL_TASK_PROGRESS);
  left = 1.0 - (isnan (done) ? 0.0 : done);
  moments = sl_pert_moments (&estimate);
  self->moments.mean += left * (moments.mean - estimate.likely);
  self->moments.variance += left * left * moments.variance;
  self->n++;
}

/* The task that @id waits for, or SL_ID_NONE. */
static SlId
waits_for (const SlFacts *facts, SlId id)
{
  const SlTable *links = sl_snapshot_table (facts->plan, SL_KIND_DEPENDENCY);
  const SlPlanItem *item = sl_plan_schedule_get (facts->schedule, id);
  guint row = 0;

  if (item == NULL || !sl_table_find (links, item->driver, &row))
    return SL_ID_NONE;
  return sl_table_ref (links, row, SL_DEPENDENCY_BEFORE);
}

static Chain
follow (const SlFacts *facts, const SlCalendar *calendar, guint last)
{
  SlId id = facts->tasks[last].id;
  Chain self = { .finish = sl_plan_schedule_get (facts->schedule, id)->early_finish };

  self.finish = MAX (self.finish, facts->today);
  for (guint n = 0; id != SL_ID_NONE && n < facts->n_tasks; n++)
    {
      int task = sl_facts_task (facts, id);

      if (task < 0)
        break;
      add_task (&self, facts, calendar, &facts->tasks[task]);
      id = waits_for (facts, id);
    }
  return self;
}

/* The open task of each goal that ends last, or -1. */
static int *
last_tasks (const SlFacts *facts)
{
  int *last = g_new (int, facts->n_goals + 1);
  g_autofree gint64 *finish = g_new0 (gint64, facts->n_goals + 1);

  for (guint i = 0; i < facts->n_goals; i++)
    last[i] = -1;
  for (guint i = 0; i < facts->n_tasks; i++)
    {
      const SlFactTask *task = &facts->tasks[i];
      const SlPlanItem *item = sl_plan_schedule_get (facts->schedule, task->id);

      if (task->goal < 0 || !task->active || task->is_summary || item == NULL
          || (last[task->goal] >= 0 && finish[task->goal] >= item->early_finish))
        continue;
      last[task->goal] = (int)i;
      finish[task->goal] = item->early_finish;
    }
  return last;
}

static gboolean
has_estimates (const SlFacts *facts)
{
  const SlTable *tasks = sl_snapshot_table (facts->plan, SL_KIND_TASK);

  for (guint row = 0; row < sl_table_n_rows (tasks); row++)
    if (sl_table_is_set (tasks, row, SL_TASK_PESSIMISTIC))
      return TRUE;
  return FALSE;
}

/* --- Saying --- */

/* Until when it is ready with SAFE_CHANCE. */
static gint64
safe_day (const Chain *self, const SlCalendar *calendar)
{
  gint64 days = (gint64)floor (self->moments.mean);

  while (sl_pert_chance (&self->moments, (double)days) < SAFE_CHANCE && days < MAX_DELAY_DAYS)
    days++;
  return sl_calendar_add (calendar, self->finish, days);
}

static void
report (SlRuleRun *run, const SlFactGoal *goal, const SlFactTask *last, const Chain *chain,
        double chance, gint64 safe)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  gint64 due = sl_delivery_due (facts, goal);
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *share = sl_format_percent (chance, 0);
  g_autofree char *day = sl_day_to_text (due), *better = sl_day_to_text (safe);
  SlFinding *finding = sl_rule_find (
      run, 1.0 - chance / MIN_CHANCE,
      /* Translators: goal with its party, a date, a share, another date. */
      g_strdup_printf (_ ("%s is ready by %s with a chance of only %s: plan with %s, or take work "
                          "out."),
                       name, day, share, better),
      goal->id, SL_ID_NONE);

  finding->days = (double)(safe - due);
  sl_rule_add_party (finding, facts, goal->owner);
  sl_finding_add_date (finding, g_strdup (_ ("Due")), due, goal->id);
  sl_finding_add_date (
      finding, g_strdup_printf (_ ("“%s” ends by the plan"), sl_facts_title (facts, last->id)),
      chain->finish, last->id);
  sl_finding_add_number (finding, g_strdup (_ ("Tasks with estimates before it")), chain->n, NULL,
                         last->id);
  sl_finding_add_days (finding, g_strdup (_ ("Working days that they take longer on average")),
                       chain->moments.mean, last->id);
  sl_finding_add_share (finding, g_strdup (_ ("Chance to be in time")), chance, goal->id);
  sl_finding_add_remedy (finding,
                         g_strdup_printf (_ ("Plan with 4 chances in 5: due on %s"), better),
                         sl_remedy_set (goal->id, "due", g_variant_new_int64 (safe)), goal->id);
  sl_finding_add_remedy (finding, g_strdup (_ ("Take work out of the last task")), NULL, last->id);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autoptr (SlCalendar) calendar = NULL;
  g_autofree int *last = NULL;

  if (!has_estimates (facts))
    return;
  calendar = sl_plan_calendar_new (facts->plan);
  last = last_tasks (facts);
  for (guint i = 0; i < facts->n_goals; i++)
    {
      gint64 due = sl_delivery_due (facts, &facts->goals[i]);
      double chance;
      Chain chain;

      if (!facts->goals[i].active || due == SL_INT_NULL || last[i] < 0)
        continue;
      chain = follow (facts, calendar, (guint)last[i]);
      chance = sl_pert_chance (&chain.moments,
                               (double)sl_calendar_count (calendar, chain.finish + 1, due + 1));
      if (chain.n > 0 && chance < MIN_CHANCE)
        report (run, &facts->goals[i], &facts->tasks[last[i]], &chain, chance,
                safe_day (&chain, calendar));
    }
}

const SlRule sl_rule_del_05 = {
  .id = "DEL-05",
  .title = N_ ("A date is unlikely to hold"),
  .why
  = N_ ("Most likely durations added up promise too much: what goes wrong costs more than what "
        "goes well saves. Plan with a date that holds in four of five cases."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE)
           | SL_KIND_BIT (SL_KIND_DEPENDENCY) | SL_KIND_BIT (SL_KIND_GOAL)
           | SL_KIND_BIT (SL_KIND_DAY_OFF) | SL_KIND_BIT (SL_KIND_PROJECT)
           | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
