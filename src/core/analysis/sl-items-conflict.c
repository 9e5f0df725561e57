/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Items of A1 and A6c: goals by what parties think of them and what goals do to each other. */

#include "config.h"

#include "analysis/sl-goal-conflicts.h"
#include "analysis/sl-index-items.h"
#include "methods/sl-positions.h"

#include <math.h>

/* --- A1: active goals --- */

static void
mark (gboolean *looked, int goal)
{
  if (goal >= 0)
    looked[goal] = TRUE;
}

/* A conflict that somebody wrote down, also one that is settled. */
static void
mark_recorded (const SlFacts *facts, gboolean *looked)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_CONFLICT);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      mark (looked, sl_facts_goal (facts, sl_table_ref (table, row, SL_CONFLICT_GOAL)));
      mark (looked, sl_facts_goal (facts, sl_table_ref (table, row, SL_CONFLICT_OTHER_GOAL)));
    }
}

/* Two alternatives, or two allowed ranges of one measure, can be compared. */
static void
mark_compared (const SlFacts *facts, gboolean *looked)
{
  g_autoptr (GArray) parts = sl_goal_alternatives (facts);
  g_autoptr (GArray) ranges = sl_goal_ranges (facts);

  for (guint i = 1; i < parts->len; i++)
    {
      const SlGoalPart *pair = &g_array_index (parts, SlGoalPart, i);

      if (pair[-1].whole != pair->whole)
        continue;
      mark (looked, (int)pair[-1].part);
      mark (looked, (int)pair->part);
    }
  for (guint i = 0; i < ranges->len; i++)
    mark (looked, (int)g_array_index (ranges, SlGoalRange, i).goal);
}

/* What others take away is known from their links, also where it arrives by way of a part. */
static gboolean *
find_looked_at (const SlFacts *facts)
{
  gboolean *looked = g_new0 (gboolean, facts->n_goals + 1);

  for (guint i = 0; i < facts->n_goals; i++)
    looked[i] = facts->goals[i].satisfaction < 0.0;
  mark_recorded (facts, looked);
  mark_compared (facts, looked);
  return looked;
}

void
sl_items_conflict (SlIndexItems *self, const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  g_autofree gboolean *looked = find_looked_at (facts);
  g_autofree guint *n_known = g_new0 (guint, facts->n_goals + 1);
  g_autofree guint *n_links = g_new0 (guint, facts->n_goals + 1);

  for (guint p = 0; p < facts->n_parties; p++)
    for (guint g = 0; g < facts->n_goals; g++)
      n_known[g] += sl_facts_position (facts, p, g).value != SL_POSITION_UNKNOWN;
  for (guint i = 0; i < facts->n_links; i++)
    {
      n_links[facts->links[i].source]++;
      n_links[facts->links[i].target]++;
    }
  for (guint g = 0; g < facts->n_goals; g++)
    {
      const SlFactGoal *goal = &facts->goals[g];
      gboolean checked = sl_table_is_set (table, goal->row, SL_GOAL_CONFLICT_CHECKED);

      if (goal->active)
        sl_index_items_add (self, SL_SUB_A1, goal->id, SL_ID_NONE, goal->share,
                            looked[g]
                                || sl_position_conflict_assessed (n_known[g], n_links[g], checked));
    }
}

/* --- A6c: shared goal x party --- */

void
sl_items_agreement (SlIndexItems *self, const SlFacts *facts)
{
  for (guint p = 0; p < facts->n_parties; p++)
    for (guint g = 0; g < facts->n_goals; g++)
      {
        const SlFactGoal *goal = &facts->goals[g];
        double severity;

        if (!goal->active || !goal->shared || !facts->parties[p].is_stakeholder
            || facts->parties[p].gone)
          continue;
        sl_index_items_add (self, SL_SUB_A6C, goal->id, facts->parties[p].id, goal->weight,
                            sl_position_agreement (sl_facts_stance (facts, p, g), &severity));
      }
}
