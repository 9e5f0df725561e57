/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What follows over the links of a plan: line of sight and propagated satisfaction. */

#include "config.h"

#include "analysis/sl-facts-private.h"

#include "analysis/sl-satisfaction.h"
#include "methods/sl-line-of-sight.h"

static void
read_links (SlFacts *self)
{
  const SlTable *table = sl_snapshot_table (self->plan, SL_KIND_GOAL_LINK);
  GArray *links = g_array_new (FALSE, FALSE, sizeof (SlFactLink));
  guint n = 0;
  const SlId *ids = sl_snapshot_children (self->plan, SL_KIND_GOAL_LINK, SL_ID_NONE, &n);

  for (guint i = 0; i < n; i++)
    {
      SlFactLink link = { .id = ids[i] };

      if (!sl_table_find (table, ids[i], &link.row))
        continue;
      link.source = sl_facts_goal (self, sl_table_ref (table, link.row, SL_GOAL_LINK_SOURCE));
      link.target = sl_facts_goal (self, sl_table_ref (table, link.row, SL_GOAL_LINK_TARGET));
      link.strength = (int)sl_table_int (table, link.row, SL_GOAL_LINK_STRENGTH);
      if (link.source >= 0 && link.target >= 0 && link.strength != 0)
        g_array_append_val (links, link);
    }
  self->n_links = links->len;
  self->links = (SlFactLink *)(gpointer)g_array_free (links, FALSE);
}

/* --- Line of sight --- */

/* What is over or put aside leads nowhere. */
static void
add_way (const SlFacts *self, GArray *ways, int from, int to)
{
  SlEdge way = { (guint)from, (guint)to };

  if (from >= 0 && to >= 0 && self->goals[to].active)
    g_array_append_val (ways, way);
}

static GArray *
read_ways (const SlFacts *self)
{
  const SlTable *table = sl_snapshot_table (self->plan, SL_KIND_GOAL_PARENT);
  GArray *ways = g_array_new (FALSE, FALSE, sizeof (SlEdge));

  for (guint i = 0; i < self->n_goals; i++)
    add_way (self, ways, (int)i, self->goals[i].parent);
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    add_way (self, ways, sl_facts_goal (self, sl_table_ref (table, row, SL_GOAL_PARENT_GOAL)),
             sl_facts_goal (self, sl_table_ref (table, row, SL_GOAL_PARENT_PARENT)));
  for (guint i = 0; i < self->n_links; i++)
    if (self->links[i].strength > 0)
      add_way (self, ways, self->links[i].source, self->links[i].target);
  return ways;
}

static void
measure_distances (SlFacts *self)
{
  g_autofree gboolean *is_objective = g_new0 (gboolean, self->n_goals + 1);
  g_autoptr (GArray) ways = read_ways (self);
  g_autoptr (SlSight) sight = NULL;

  for (guint i = 0; i < self->n_goals; i++)
    is_objective[i] = self->goals[i].objective;
  sight
      = sl_sight_new (is_objective, self->n_goals, (const SlEdge *)(gpointer)ways->data, ways->len);
  for (guint i = 0; i < self->n_goals; i++)
    self->goals[i].distance = sight->distance[i];
}

void
sl_facts_read_links (SlFacts *self)
{
  read_links (self);
  measure_distances (self);
  self->satisfaction = sl_satisfaction_new (self);
  for (guint i = 0; i < self->n_goals; i++)
    {
      SlFactGoal *goal = &self->goals[i];

      goal->satisfaction = sl_satisfaction_get (self->satisfaction, i, &goal->satisfaction_known);
    }
}
