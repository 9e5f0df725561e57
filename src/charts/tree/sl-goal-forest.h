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
 * @page: sheet that it stands on, see sl-tree-pages.h; 0 where nothing is cut
 * @continued: stands here again because its parts go on on this sheet
 * @first_part, @last_part: its first and last child on this sheet, counted from 1; 0: none
 * @state: what its shape says
 * @asks: whether it is still true: nobody looked at it for as long as was agreed
 * @progress: 0..1, or NAN
 * @least_w: width of its card that breaks no word, 0 while not known; pt
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
  guint page;
  gboolean continued;
  guint first_part, last_part;
  SlState state;
  gboolean asks;
  double progress;
  double least_w;
  double x, y, w, h;
} SlGoalNode;

/**
 * SlGoalForest:
 * @nodes: (element-type SlGoalNode): parents before children, siblings in order
 * @index: from id to node, without those that are continued
 * @n_pages: sheets that the trees are cut into
 * @n_closed: goals left out because they are done, parked or dropped
 * @n_folded: goals left out because a branch is folded
 * @n_deep: goals left out because they lie below the last level shown
 * @n_outside: goals left out because they are outside the branch shown
 */
typedef struct
{
  GArray *nodes;
  GHashTable *index;
  guint n_pages;
  guint n_closed;
  guint n_folded;
  guint n_deep;
  guint n_outside;
} SlGoalForest;

/* The goals of @plan that @params let through. A closed goal stays where something open is part of
 * it. An unknown @params->root counts as none. (transfer full) */
SlGoalForest *sl_goal_forest_new (const SlSnapshot *plan, const SlChartParams *params);
/* No goals yet, with the counts of @like. (transfer full) */
SlGoalForest *sl_goal_forest_new_like (const SlGoalForest *like);
/* Fills the index; call it when all nodes are there. */
void sl_goal_forest_update_index (SlGoalForest *self);
void sl_goal_forest_free (SlGoalForest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlGoalForest, sl_goal_forest_free)
/* (transfer none) */
SlGoalNode *sl_goal_forest_node (const SlGoalForest *self, guint index);
/* The node of goal @id, or -1 if it is not drawn. */
gint sl_goal_forest_find (const SlGoalForest *self, SlId id);

G_END_DECLS
