/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart of cells that are typed into: parties across, pieces of work or goals down. What is alike
 * for all of them stands here: Shift with arrows and dragging mark a block, which the clipboard
 * keys and Delete take as a whole; each change of a block is one step. */

#pragma once

#include "views/sl-matrix-block.h"
#include "widgets/sl-chart-view.h"

G_BEGIN_DECLS

#define SL_TYPE_GRID_VIEW (sl_grid_view_get_type ())
G_DECLARE_DERIVABLE_TYPE (SlGridView, sl_grid_view, SL, GRID_VIEW, SlChartView)

/* What a cell is to say: @a and @b are those of its hit. */
typedef struct
{
  SlId a, b;
  gint64 value;
} SlGridCell;

/**
 * SlGridViewClass:
 * @cell_kind: of the hits of the cells
 * @hint: N_(), what a cell can say
 * @read: reads a cell of the clipboard
 * @write: what a cell says on the clipboard; (transfer full)
 * @get_value: what the plan says now, which may be newer than the scene
 * @set_values: makes them so, in one step
 * @type_key: a key without Ctrl and Alt on a cell; returns TRUE if it was used
 */
struct _SlGridViewClass
{
  SlChartViewClass parent_class;
  SlKindId cell_kind;
  const char *hint;
  SlMatrixRead read;
  char *(*write) (gint64 value);
  gint64 (*get_value) (SlGridView *self, const SlHit *cell);
  void (*set_values) (SlGridView *self, const SlGridCell *cells, guint n);
  gboolean (*type_key) (SlGridView *self, const SlHit *cell, guint keyval, GdkModifierType state);
};

/* Makes all cells of the marked block, or the current cell, say nothing. */
void sl_grid_view_clear_block (SlGridView *self);

G_END_DECLS
