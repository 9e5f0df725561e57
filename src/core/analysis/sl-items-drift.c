/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Items of A7a, A7b: reviews and what moved since it was agreed. */

#include "config.h"

#include "analysis/sl-index-items.h"

#include "analysis/sl-agreed.h"

#include <math.h>

/* Goals that somebody reported a change around. */
static void
mark_signals (const SlFacts *facts, gboolean *marked)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_SIGNAL);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      int goal = sl_facts_goal (facts, sl_table_ref (table, row, SL_SIGNAL_GOAL));

      if (goal >= 0)
        marked[goal] = TRUE;
    }
}

/* Goals of which the target of a KPI was agreed. */
static void
mark_targets (const SlFacts *facts, const SlAgreed *agreed, gboolean *marked)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_KPI);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      int goal = sl_facts_goal (facts, sl_table_ref (table, row, SL_KPI_GOAL));
      guint baseline;

      if (goal >= 0 && sl_agreed_find (agreed, sl_table_id (table, row), &baseline))
        marked[goal] = TRUE;
    }
}

/* Known of a goal that was assessed, agreed (itself or a target) or reported on. */
void
sl_items_review (SlIndexItems *self, const SlFacts *facts)
{
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  g_autoptr (SlAgreed) agreed = sl_agreed_new (facts);
  g_autofree gboolean *known = g_new0 (gboolean, facts->n_goals + 1);

  mark_signals (facts, known);
  mark_targets (facts, agreed, known);
  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];
      guint row;

      if (goal->active)
        sl_index_items_add (self, SL_SUB_A7A, goal->id, SL_ID_NONE, goal->share,
                            known[i] || sl_table_is_set (goals, goal->row, SL_GOAL_ASSESSED)
                                || sl_agreed_find (agreed, goal->id, &row));
    }
}

void
sl_items_drift (SlIndexItems *self, const SlFacts *facts)
{
  g_autoptr (SlAgreed) agreed = sl_agreed_new (facts);
  g_autoptr (SlAgreedWeights) weights = sl_agreed_weights_new (agreed);

  if (isnan (weights->drift))
    return;
  for (guint i = 0; i < facts->n_goals; i++)
    if (weights->counts[i])
      sl_index_items_add (self, SL_SUB_A7B, facts->goals[i].id, SL_ID_NONE,
                          fabs (weights->gaps[i]) / 2.0, TRUE);
  sl_index_items_fill (self, SL_SUB_A7B, weights->coverage);
}
