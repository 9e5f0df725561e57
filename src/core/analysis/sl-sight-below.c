/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that serves a record: goals that are parts of it or help it, work for it, what
 * measures it and what pays for it, down to the last. */

#include "config.h"

#include "analysis/sl-sight-line.h"

#include <glib/gi18n-lib.h>

/* What serves what, of all records at once. */
typedef struct
{
  SlId id;
  SlKindId kind;
  int strength; /* of a help; else 0 */
  const char *how;
} Child;

typedef struct
{
  const SlFacts *facts;
  GHashTable *children; /* id -> GArray of Child */
  GHashTable *seen;     /* set of ids */
  SlSightLine *line;
  guint max;
} Below;

static void
add_child (Below *self, SlId parent, SlKindId kind, SlId id, const char *how, int strength)
{
  Child child = { id, kind, strength, how };
  GArray *list;

  if (parent == SL_ID_NONE)
    return;
  list = g_hash_table_lookup (self->children, &parent);
  if (list == NULL)
    {
      list = g_array_new (FALSE, FALSE, sizeof (Child));
      g_hash_table_insert (self->children, g_memdup2 (&parent, sizeof parent), list);
    }
  g_array_append_val (list, child);
}

static void
read_goals (Below *self)
{
  const SlFacts *facts = self->facts;
  const SlTable *further = sl_snapshot_table (facts->plan, SL_KIND_GOAL_PARENT);
  SlId project = sl_snapshot_project_id (facts->plan);

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];

      if (goal->objective)
        add_child (self, project, SL_KIND_GOAL, goal->id, _ ("objective"), 0);
      if (goal->parent >= 0)
        add_child (self, facts->goals[goal->parent].id, SL_KIND_GOAL, goal->id, _ ("part"), 0);
    }
  for (guint row = 0; row < sl_table_n_rows (further); row++)
    add_child (self, sl_table_ref (further, row, SL_GOAL_PARENT_PARENT), SL_KIND_GOAL,
               sl_table_ref (further, row, SL_GOAL_PARENT_GOAL), _ ("also part"), 0);
  for (guint i = 0; i < facts->n_links; i++)
    if (facts->links[i].strength > 0)
      add_child (self, facts->goals[facts->links[i].target].id, SL_KIND_GOAL,
                 facts->goals[facts->links[i].source].id, NULL, facts->links[i].strength);
}

/* Work with a goal of its own stands there; else where it is part of other work. */
static void
read_work (Below *self, SlKindId kind, guint goal_field, guint parent_field)
{
  const SlTable *table = sl_snapshot_table (self->facts->plan, kind);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId goal = sl_table_ref (table, row, goal_field);
      SlId parent = sl_table_ref (table, row, parent_field);

      add_child (self, goal != SL_ID_NONE ? goal : parent, kind, sl_table_id (table, row),
                 goal != SL_ID_NONE ? _ ("works for it") : _ ("part"), 0);
    }
}

static void
read_hangers (Below *self, SlKindId kind, guint field, const char *how)
{
  const SlTable *table = sl_snapshot_table (self->facts->plan, kind);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    add_child (self, sl_table_ref (table, row, field), kind, sl_table_id (table, row), how, 0);
}

static char *
say_how (const Child *child)
{
  if (child->how != NULL)
    return g_strdup (child->how);
  /* Translators: what a goal does to the next one; 20 to 100. */
  return g_strdup_printf (_ ("helps (+%d)"), child->strength);
}

static void
walk (Below *self, SlId id, guint depth)
{
  const GArray *list = g_hash_table_lookup (self->children, &id);

  for (guint i = 0; list != NULL && i < list->len; i++)
    {
      const Child *child = &g_array_index (list, Child, i);
      g_autofree char *how = NULL;
      int goal = child->kind == SL_KIND_GOAL ? sl_facts_goal (self->facts, child->id) : -1;

      if ((goal >= 0 && !self->facts->goals[goal].active)
          || !g_hash_table_add (self->seen, g_memdup2 (&child->id, sizeof child->id)))
        continue;
      self->line->n_below++;
      how = say_how (child);
      if (self->line->below->len < self->max)
        sl_sight_add_step (self->line->below, child->kind, child->id, depth,
                           sl_facts_title (self->facts, child->id), how);
      walk (self, child->id, depth + 1);
    }
}

void
sl_sight_fill_below (SlSightLine *line, const SlFacts *facts, guint max)
{
  Below self = {
    .facts = facts,
    .children
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify)g_array_unref),
    .seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL),
    .line = line,
    .max = max,
  };

  read_goals (&self);
  read_work (&self, SL_KIND_TASK, SL_TASK_GOAL, SL_TASK_PARENT);
  read_work (&self, SL_KIND_MILESTONE, SL_MILESTONE_GOAL, SL_MILESTONE_PARENT);
  read_hangers (&self, SL_KIND_KPI, SL_KPI_GOAL, _ ("measures it"));
  read_hangers (&self, SL_KIND_BUDGET, SL_BUDGET_ITEM, _ ("pays for it"));
  g_hash_table_add (self.seen, g_memdup2 (&line->id, sizeof line->id));
  walk (&self, line->id, 0);
  g_hash_table_unref (self.seen);
  g_hash_table_unref (self.children);
}
