/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the cards of a goal tree stand: columns by level from the start edge, or rows from the top
 * down. u runs along the depth, v across; a frame turns both into places of the scene. */

#pragma once

#include "tree/sl-goal-forest.h"
#include "tree/sl-tree-route.h"

G_BEGIN_DECLS

/* Least room between two columns, where edges and toggles are, and where in it the edges of a goal
 * part, behind the toggle; pt. */
#define SL_TREE_GUTTER 42.0
#define SL_TREE_TRUNK SL_ROUTE_TRUNK

/**
 * SlTreeFrame:
 * @top_down: u is y rather than x
 * @slots: (array length=n_slots): columns along u
 * @origin: where u = v = 0 lies in the scene
 */
typedef struct
{
  gboolean top_down;
  SlRouteSlot *slots;
  guint n_slots;
  SlPoint origin;
} SlTreeFrame;

/* Gives every node its slot: its level, or for lone goals a place in a grid behind the trees that
 * fills @params->width (or height). Returns the number of slots. */
guint sl_tree_assign_slots (SlGoalForest *forest, const SlChartParams *params);
/* Width that every card should have, with @crossed as below; pt. */
double sl_tree_card_width (const SlChartParams *params, guint n_slots, const guint *crossed);
/* Places all nodes, whose sizes are known, with the origin at 0. @crossed: (array): how many curved
 * edges need room before each of the @n_slots slots. (transfer full) */
SlTreeFrame *sl_tree_frame_new (SlGoalForest *forest, const SlChartParams *params, guint n_slots,
                                const guint *crossed);
void sl_tree_frame_free (SlTreeFrame *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTreeFrame, sl_tree_frame_free)
/* Moves the origin, and the nodes of @forest with it. */
void sl_tree_frame_move (SlTreeFrame *self, SlGoalForest *forest, double dx, double dy);
SlPoint sl_tree_frame_point (const SlTreeFrame *self, double u, double v);
/* The card of @node in u and v. */
SlRouteBox sl_tree_frame_box (const SlTreeFrame *self, const SlGoalNode *node);

G_END_DECLS
