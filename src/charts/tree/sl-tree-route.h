/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways for curved edges between cards that stand in columns. Pure geometry: u runs along the depth
 * of the tree, v across, both in pt; knows neither goals nor text. */

#pragma once

#include "sl-scene.h"

G_BEGIN_DECLS

typedef enum
{
  SL_SIDE_START, /* where u is least */
  SL_SIDE_END,
} SlRouteSide;

/**
 * SlRouteBox:
 * @slot: column of the card
 * @u0, @u1: extent along the depth, inside its column
 * @v0, @v1: extent across
 * @busy: whether a tree edge ends in the middle of that side (by SlRouteSide)
 *
 * Boxes of one column do not overlap.
 */
typedef struct
{
  guint slot;
  double u0, u1, v0, v1;
  gboolean busy[2];
} SlRouteBox;

/* A column; the ways between columns are free. */
typedef struct
{
  double from, to;
} SlRouteSlot;

/**
 * SlRoute:
 * @source, @target: indices of boxes
 * @points: cubic Bézier segments, 1 + 3n points, x is u and y is v; from source to target
 * @target_side: the side of the target that it ends at
 */
typedef struct
{
  guint source, target;
  GArray *points; /* of SlPoint */
  SlRouteSide target_side;
} SlRoute;

/* Ways turn further away from a column than this; pt. */
#define SL_ROUTE_TRUNK 18.0

typedef struct _SlTreeRouter SlTreeRouter;

/* Copies the boxes and columns. The first SL_ROUTE_TRUNK pt behind each column are left to what
 * belongs to the cards. (transfer full) */
SlTreeRouter *sl_tree_router_new (const SlRouteBox *boxes, guint n_boxes, const SlRouteSlot *slots,
                                  guint n_slots);
void sl_tree_router_free (SlTreeRouter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTreeRouter, sl_tree_router_free)

/* Asks for a way from box @source to box @target, which differ. Returns its index. */
guint sl_tree_router_add (SlTreeRouter *self, guint source, guint target);

/**
 * sl_tree_router_run:
 *
 * Finds all ways: between two columns through the gaps of the columns that lie between, chosen so
 * that the way is short and no gap is crowded; inside a column around it, on the side where fewer
 * tree edges are crossed. No way runs through a card. Cost: O(ways x columns) plus sorting.
 */
void sl_tree_router_run (SlTreeRouter *self);
/* (transfer none): valid after sl_tree_router_run() */
const SlRoute *sl_tree_router_get (const SlTreeRouter *self, guint index);

/* Keeps labels out of a rectangle. */
void sl_tree_router_block (SlTreeRouter *self, double u0, double v0, double u1, double v1);
/**
 * sl_tree_router_place_label:
 * @index: a way
 * @width: extent along u
 * @height: extent along v
 * @at: (out): middle of the label
 *
 * The place on the way nearest to its middle where a label touches no card, no blocked rectangle
 * and no earlier label; later labels keep clear of it.
 *
 * Returns: FALSE if there is no such place; @at is then the middle of the way
 */
gboolean sl_tree_router_place_label (SlTreeRouter *self, guint index, double width, double height,
                                     SlPoint *at);

G_END_DECLS
