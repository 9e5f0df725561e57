/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Chooses the goals of a goal tree: walks the whole tree once, then leaves out what is closed,
 * folded, too deep or outside the branch, and counts each of them, so that the chart can say what
 * it does not show. */

#include "config.h"

#include "tree/sl-goal-forest.h"

#include <math.h>

#include "analysis/sl-goal-state.h"
#include "analysis/sl-reassess.h"
#include "base/sl-codes.h"

/* A goal on the walk over all of them. */
typedef struct
{
  SlId id;
  guint row;
  gint parent;     /* among the visited, or -1 */
  guint n_open;    /* open goals in its subtree, itself included */
  gboolean inside; /* belongs to the branch shown */
  gint node;       /* its own node, or the folded one that stands for it, or -1 */
  gboolean drawn;
} Visit;

typedef struct
{
  SlId id;
  gint parent;
} Pending;

static gboolean
is_closed (const SlTable *goals, guint row)
{
  gint64 status = sl_table_int (goals, row, SL_GOAL_STATUS);
  return status == SL_GOAL_DONE || status == SL_GOAL_PARKED || status == SL_GOAL_DROPPED;
}

static void
push_children (const SlSnapshot *plan, SlId goal, gint parent, GArray *stack)
{
  guint n;
  const SlId *children = sl_snapshot_children (plan, SL_KIND_GOAL, goal, &n);

  for (guint i = n; i > 0; i--)
    {
      Pending pending = { children[i - 1], parent };
      g_array_append_val (stack, pending);
    }
}

/* All goals that hang on a root, in preorder. */
static GArray *
visit_all (const SlSnapshot *plan)
{
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  GArray *visits = g_array_new (FALSE, FALSE, sizeof (Visit));
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Pending));

  push_children (plan, SL_ID_NONE, -1, stack);
  while (stack->len > 0)
    {
      Pending next = g_array_index (stack, Pending, stack->len - 1);
      Visit visit = { .id = next.id, .parent = next.parent, .node = -1 };

      g_array_set_size (stack, stack->len - 1);
      if (!sl_table_find (goals, visit.id, &visit.row))
        continue;
      visit.n_open = is_closed (goals, visit.row) ? 0 : 1;
      g_array_append_val (visits, visit);
      push_children (plan, visit.id, (gint)visits->len - 1, stack);
    }
  for (guint i = visits->len; i > 0; i--)
    {
      const Visit *visit = &g_array_index (visits, Visit, i - 1);
      if (visit->parent >= 0)
        g_array_index (visits, Visit, visit->parent).n_open += visit->n_open;
    }
  return visits;
}

static gboolean
is_too_deep (const SlChartParams *params, const SlGoalNode *parent)
{
  return params->max_depth > 0 && parent->level + 1 >= params->max_depth;
}

static gboolean
is_collapsed (const SlChartParams *params, const SlGoalNode *parent)
{
  return !params->paper && params->collapsed != NULL
         && g_hash_table_contains (params->collapsed, &parent->id);
}

static void
add_node (SlGoalForest *self, Visit *visit, gint parent)
{
  SlGoalNode node = { .id = visit->id, .row = visit->row, .parent = parent, .progress = NAN };

  if (parent >= 0)
    {
      SlGoalNode *up = sl_goal_forest_node (self, (guint)parent);
      node.level = up->level + 1;
      up->last_part = ++up->n_children;
      up->first_part = 1;
    }
  node.slot = node.level;
  visit->node = (gint)self->nodes->len;
  visit->drawn = TRUE;
  g_array_append_val (self->nodes, node);
}

/* Draws or counts one goal; its parent has been taken already. */
static void
take (SlGoalForest *self, const SlChartParams *params, const Visit *up, Visit *visit)
{
  visit->inside
      = (up != NULL && up->inside) || params->root == SL_ID_NONE || params->root == visit->id;
  if (!visit->inside)
    {
      self->n_outside++;
      return;
    }
  if (visit->n_open == 0 && !params->show_closed && visit->id != params->root)
    {
      self->n_closed++;
      return;
    }
  if (up == NULL || up->node < 0)
    {
      add_node (self, visit, -1);
      return;
    }

  SlGoalNode *parent = sl_goal_forest_node (self, (guint)up->node);
  gboolean too_deep = is_too_deep (params, parent);

  parent->n_parts += up->drawn ? 1 : 0;
  if (up->drawn && !too_deep && !is_collapsed (params, parent))
    {
      add_node (self, visit, up->node);
      return;
    }
  visit->node = up->node;
  parent->n_folded++;
  if (too_deep)
    self->n_deep++;
  else
    self->n_folded++;
}

G_STATIC_ASSERT ((int)SL_STATE_NO_DATA == (int)SL_ITEM_NO_DATA);
G_STATIC_ASSERT ((int)SL_STATE_DROPPED == (int)SL_ITEM_DROPPED);

SlGoalForest *
sl_goal_forest_new (const SlSnapshot *plan, const SlChartParams *params)
{
  SlGoalForest *self = g_new0 (SlGoalForest, 1);
  SlChartParams known = *params;
  g_autoptr (GArray) visits = visit_all (plan);
  g_autoptr (SlGoalProgress) progress = sl_goal_progress_new (plan, params->today);
  g_autoptr (SlReassess) clocks = sl_reassess_new (plan, params->today);
  guint row;

  if (!sl_table_find (sl_snapshot_table (plan, SL_KIND_GOAL), known.root, &row))
    known.root = SL_ID_NONE;
  self->n_pages = 1;
  self->nodes = g_array_sized_new (FALSE, FALSE, sizeof (SlGoalNode), visits->len);
  self->index = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < visits->len; i++)
    {
      Visit *visit = &g_array_index (visits, Visit, i);
      const Visit *up = visit->parent < 0 ? NULL : &g_array_index (visits, Visit, visit->parent);
      take (self, &known, up, visit);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      SlGoalNode *node = sl_goal_forest_node (self, i);
      const SlGoalState *state = sl_goal_progress_get (progress, node->id);
      node->state = (SlState)state->state;
      node->progress = state->progress;
      node->asks = sl_reassess_is_due (clocks, node->id);
      node->lone = node->parent < 0 && node->n_parts == 0;
    }
  sl_goal_forest_update_index (self);
  return self;
}

SlGoalForest *
sl_goal_forest_new_like (const SlGoalForest *like)
{
  SlGoalForest *self = g_memdup2 (like, sizeof *like);

  self->nodes = g_array_new (FALSE, FALSE, sizeof (SlGoalNode));
  self->index = g_hash_table_new (g_int64_hash, g_int64_equal);
  return self;
}

void
sl_goal_forest_update_index (SlGoalForest *self)
{
  g_hash_table_remove_all (self->index);
  for (guint i = 0; i < self->nodes->len; i++)
    {
      SlGoalNode *node = sl_goal_forest_node (self, i);
      if (!node->continued)
        g_hash_table_insert (self->index, &node->id, GUINT_TO_POINTER (i));
    }
}

void
sl_goal_forest_free (SlGoalForest *self)
{
  g_hash_table_unref (self->index);
  g_array_unref (self->nodes);
  g_free (self);
}

SlGoalNode *
sl_goal_forest_node (const SlGoalForest *self, guint index)
{
  return &g_array_index (self->nodes, SlGoalNode, index);
}

gint
sl_goal_forest_find (const SlGoalForest *self, SlId id)
{
  gpointer index;

  if (!g_hash_table_lookup_extended (self->index, &id, NULL, &index))
    return -1;
  return (gint)GPOINTER_TO_UINT (index);
}
