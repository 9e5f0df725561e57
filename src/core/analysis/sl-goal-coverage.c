/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Counts what stands behind goals, and says who is asked for a line of sight. */

#include "config.h"

#include "analysis/sl-goal-coverage.h"

/* --- Coverage --- */

static void
count_plan (const SlFacts *facts, SlGoalCoverage *out, int part, int whole)
{
  if (part >= 0 && whole >= 0 && facts->goals[part].active)
    out[whole].n_plans++;
}

static void
count_measures (const SlFacts *facts, SlGoalCoverage *out)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_KPI);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      int goal = sl_facts_goal (facts, sl_table_ref (table, row, SL_KPI_GOAL));

      if (goal >= 0
          && (sl_table_is_set (table, row, SL_KPI_TARGET)
              || sl_table_is_set (table, row, SL_KPI_LOW)
              || sl_table_is_set (table, row, SL_KPI_HIGH)))
        out[goal].n_measures++;
    }
}

SlGoalCoverage *
sl_goal_coverage_new (const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_GOAL_PARENT);
  SlGoalCoverage *out = g_new0 (SlGoalCoverage, facts->n_goals + 1);

  for (guint i = 0; i < facts->n_goals; i++)
    {
      out[i].n_plans += facts->goals[i].n_tasks;
      count_plan (facts, out, (int)i, facts->goals[i].parent);
    }
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    count_plan (facts, out, sl_facts_goal (facts, sl_table_ref (table, row, SL_GOAL_PARENT_GOAL)),
                sl_facts_goal (facts, sl_table_ref (table, row, SL_GOAL_PARENT_PARENT)));
  for (guint i = 0; i < facts->n_links; i++)
    if (facts->links[i].strength > 0)
      count_plan (facts, out, facts->links[i].source, facts->links[i].target);
  count_measures (facts, out);
  for (guint i = 0; i < facts->n_goals; i++)
    {
      gboolean owned = facts->goals[i].owner >= 0;

      out[i].missing = sl_coverage (out[i].n_plans, out[i].n_measures, owned);
      out[i].known = out[i].n_plans > 0 || out[i].n_measures > 0 || owned;
    }
  return out;
}

/* --- Line of sight --- */

gboolean
sl_sight_asks_goal (const SlFactGoal *goal)
{
  return goal->active && !goal->objective;
}

gboolean
sl_sight_asks_task (const SlFactTask *task)
{
  return task->active && !task->is_summary;
}

gboolean
sl_sight_has_task (const SlFacts *facts, const SlFactTask *task)
{
  return task->goal >= 0 && facts->goals[task->goal].distance >= 0;
}

gboolean
sl_sight_is_assessed (const SlFacts *facts)
{
  for (guint i = 0; i < facts->n_goals; i++)
    if (sl_sight_asks_goal (&facts->goals[i]) && facts->goals[i].distance >= 0)
      return TRUE;
  for (guint i = 0; i < facts->n_tasks; i++)
    if (sl_sight_asks_task (&facts->tasks[i]) && sl_sight_has_task (facts, &facts->tasks[i]))
      return TRUE;
  return FALSE;
}
