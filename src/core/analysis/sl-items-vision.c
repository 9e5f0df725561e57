/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Items of A6a, A6b, A6d: line of sight, coverage of objectives, clarity of goals. */

#include "config.h"

#include "analysis/sl-goal-coverage.h"
#include "analysis/sl-index-items.h"

/* --- A6a: goals and tasks that should serve an objective --- */

void
sl_items_sight (SlIndexItems *self, const SlFacts *facts)
{
  gboolean assessed = sl_sight_is_assessed (facts);

  for (guint i = 0; i < facts->n_goals; i++)
    if (sl_sight_asks_goal (&facts->goals[i]))
      sl_index_items_add (self, SL_SUB_A6A, facts->goals[i].id, SL_ID_NONE, 1.0, assessed);
  for (guint i = 0; i < facts->n_tasks; i++)
    if (sl_sight_asks_task (&facts->tasks[i]))
      sl_index_items_add (self, SL_SUB_A6A, facts->tasks[i].id, SL_ID_NONE, 1.0, assessed);
}

/* --- A6b: objectives --- */

void
sl_items_coverage (SlIndexItems *self, const SlFacts *facts)
{
  g_autofree SlGoalCoverage *coverage = sl_goal_coverage_new (facts);

  for (guint i = 0; i < facts->n_goals; i++)
    if (facts->goals[i].active && facts->goals[i].objective)
      sl_index_items_add (self, SL_SUB_A6B, facts->goals[i].id, SL_ID_NONE, facts->goals[i].weight,
                          coverage[i].known);
}

/* Every goal that says something can be looked at: what it lacks costs it points. */
void
sl_items_clarity (SlIndexItems *self, const SlFacts *facts)
{
  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];

      if (goal->active)
        sl_index_items_add (self, SL_SUB_A6D, goal->id, SL_ID_NONE, goal->share,
                            *sl_facts_title (facts, goal->id) != '\0');
    }
}
