/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where the cards of a goal tree stand: columns by level from the start edge, or rows from the top
 * down. u runs along the depth, v across; a frame turns both into places of the scene. */

#pragma once

#include "tree/sl-goal-forest.h"
#include "tree/sl-tidy-tree.h"
#include "tree/sl-tree-route.h"

G_BEGIN_DECLS

/* Room around everything on paper; pt. */
#define SL_TREE_MARGIN 3.0
/* Least room between two columns, where edges and toggles are, and where in it the edges of a goal
 * part, behind the toggle; pt. */
#define SL_TREE_GUTTER 42.0
#define SL_TREE_TRUNK SL_ROUTE_TRUNK

/**
 * SlTreeFrame:
 * @top_down: u is y rather than x
 * @slots: (array length=n_slots): columns along u
 * @origin: where u = v = 0 lies in the scene
 * @extent: where the cards end across
 * @cuts: (element-type double): v between sheets; empty where the chart may be cut anywhere
 */
typedef struct
{
  gboolean top_down;
  SlRouteSlot *slots;
  guint n_slots;
  SlPoint origin;
  double extent;
  GArray *cuts;
} SlTreeFrame;

/**
 * SlTreeRoom: how the room along the depth is shared
 * @gutters: (array length=n_slots): room before each slot; the first has none
 * @cards: room for one card of each slot in sum, or 0
 */
typedef struct
{
  double *gutters;
  double cards;
} SlTreeRoom;

/* Gives every node its slot: its level, or for lone goals a place in a grid behind the trees that
 * fills @params->width (or height). Returns the number of slots. */
guint sl_tree_assign_slots (SlGoalForest *forest, const SlChartParams *params);
/* Distances that cards keep across. */
const SlTidyGaps *sl_tree_gaps (gboolean top_down);
/* Room on a sheet across, or 0 for no limit; pt. */
double sl_tree_sheet_room (const SlChartParams *params);
/* Gives every room between columns what the curved edges need, less where cards would else not
 * fit @params->width. @crossed: (array): edges before each of the @n_slots slots and behind the
 * last one. */
void sl_tree_room_init (SlTreeRoom *room, const SlChartParams *params, guint n_slots,
                        const guint *crossed);
void sl_tree_room_clear (SlTreeRoom *room);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlTreeRoom, sl_tree_room_clear)
/* Places all nodes, whose sizes are known, with the origin at 0. (transfer full) */
SlTreeFrame *sl_tree_frame_new (SlGoalForest *forest, const SlChartParams *params, guint n_slots,
                                const SlTreeRoom *room);
void sl_tree_frame_free (SlTreeFrame *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTreeFrame, sl_tree_frame_free)
/* Moves the origin, and the nodes of @forest with it. */
void sl_tree_frame_move (SlTreeFrame *self, SlGoalForest *forest, double dx, double dy);
SlPoint sl_tree_frame_point (const SlTreeFrame *self, double u, double v);
/* The card of @node in u and v. */
SlRouteBox sl_tree_frame_box (const SlTreeFrame *self, const SlGoalNode *node);

G_END_DECLS
