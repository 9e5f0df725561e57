/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The goals that a goal tree draws, in preorder, with what it counts as hidden. */

#pragma once

#include "sl-chart.h"

G_BEGIN_DECLS

/**
 * SlGoalNode:
 * @id: the goal
 * @row: its row in the plan's table of goals
 * @parent: index of its parent among the nodes, or -1
 * @level: 0 for a root
 * @n_children: children that are drawn
 * @n_parts: children that would be drawn if nothing were folded
 * @n_folded: goals below it that are folded away
 * @lone: a root without parts; lone goals stand in a grid behind the trees
 * @slot: column (or row, from the top down) that it stands in
 * @state: what its shape says
 * @progress: 0..1, or NAN
 * @x, @y, @w, @h: its card in the scene; pt
 */
typedef struct
{
  SlId id;
  guint row;
  gint parent;
  guint level;
  guint n_children;
  guint n_parts;
  guint n_folded;
  gboolean lone;
  guint slot;
  SlState state;
  double progress;
  double x, y, w, h;
} SlGoalNode;

/**
 * SlGoalForest:
 * @nodes: (element-type SlGoalNode): parents before children, siblings in order
 * @n_closed: goals left out because they are done, parked or dropped
 * @n_folded: goals left out because a branch is folded
 * @n_deep: goals left out because they lie below the last level shown
 * @n_outside: goals left out because they are outside the branch shown
 */
typedef struct
{
  GArray *nodes;
  GHashTable *index;
  guint n_closed;
  guint n_folded;
  guint n_deep;
  guint n_outside;
} SlGoalForest;

/* The goals of @plan that @params let through. A closed goal stays where something open is part of
 * it. An unknown @params->root counts as none. (transfer full) */
SlGoalForest *sl_goal_forest_new (const SlSnapshot *plan, const SlChartParams *params);
void sl_goal_forest_free (SlGoalForest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlGoalForest, sl_goal_forest_free)
/* (transfer none) */
SlGoalNode *sl_goal_forest_node (const SlGoalForest *self, guint index);
/* The node of goal @id, or -1 if it is not drawn. */
gint sl_goal_forest_find (const SlGoalForest *self, SlId id);

G_END_DECLS
