/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the router share. */

#pragma once

#include "tree/sl-tree-route.h"

G_BEGIN_DECLS

typedef struct
{
  double u0, v0, u1, v1;
} SlRouteBlock;

typedef struct
{
  double from_v, to_v; /* ends, by ports */
  SlRouteSide source_side;
} SlRouteEnds;

struct _SlTreeRouter
{
  SlRouteBox *boxes;
  guint n_boxes;
  SlRouteSlot *slots;
  guint n_slots;
  guint *column;  /* boxes by column, then by v */
  guint *first;   /* n_slots + 1: where each column begins in @column */
  guint *crowd;   /* by place in @column, plus one a column: ways through the gap before it */
  guint *sweeps;  /* n_slots: ways over the room before each column */
  guint *bulges;  /* n_slots + 1: ways around in the room before each column */
  GArray *routes; /* of SlRoute */
  GArray *ends;   /* of SlRouteEnds, by route */
  GArray *blocks; /* of SlRouteBlock */
};

/* The place in the column's order of the first box of @slot that ends behind @v. */
guint sl_tree_router_find_in_column (const SlTreeRouter *self, guint slot, double v);
/* Chooses where a way from column @low to column @high crosses the columns between, one v each. */
void sl_tree_router_choose_crossings (SlTreeRouter *self, guint low, guint high, double v_low,
                                      double v_high, double *crossings);

G_END_DECLS
