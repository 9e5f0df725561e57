/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the record table share: columns, cells and keys. */

#pragma once

#include "widgets/sl-editable-cell.h"
#include "widgets/sl-record-table.h"

G_BEGIN_DECLS

struct _SlRecordTable
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkColumnView *view;
  GtkSliceListModel *intake; /* (transfer none): of @rows; @selection holds it */
  GtkMultiSelection *selection;
  SlRecordRows *rows;
  SlSession *session;
  SlRecordTableSpec spec;
  GPtrArray *cells;   /* of cell widgets that are bound now, not owned */
  SlId edit_pending;  /* record to edit once its row is in sight */
  guint edit_column;  /* which cell of it */
  guint edit_tick;    /* waits for that, or 0 */
  guint edit_frames;  /* waited so far */
  gboolean every_row; /* what is being committed is meant for all selected rows */
  gboolean selecting;
};

/* Edits the cell of @id in the column at @column as soon as its row is in sight. */
void sl_record_table_edit_later (SlRecordTable *self, SlId id, guint column);
/* The field that the column at @column shows, as it stands now, or -1. */
int sl_record_table_column_field (SlRecordTable *self, guint column);

/* sl-record-table-cells.c */
/* A column of @field of the kind. */
GtkListItemFactory *sl_record_field_factory_new (SlRecordTable *self, guint field);
/* @compare: (nullable) */
GtkListItemFactory *sl_record_text_factory_new (SlRecordTable *self, gboolean numeric,
                                                SlRecordText text, gpointer data);
/* Writes anew what @changes touched. */
void sl_record_table_show_changes (SlRecordTable *self, SlChangeSet *changes);
/* Asks again which rows ask whether they are still true. */
void sl_record_table_update_clocks (SlRecordTable *self);
/* A double click edits a cell, the other button asks for the menu of its row. */
void sl_record_table_add_clicks (SlRecordTable *self);
/* What cells of such a column say under the pointer. */
void sl_record_text_factory_set_tip (GtkListItemFactory *factory, SlRecordText tip);
/* The bound cell of a record in the column at @column, or NULL. */
GtkWidget *sl_record_table_find_cell (SlRecordTable *self, SlId id, guint column);
/* Begins editing; FALSE if the cell cannot be edited. */
gboolean sl_record_cell_start (GtkWidget *cell);
/* Asks for the menu of the row of @cell, at a place in its pixels. */
void sl_record_table_request_menu (SlRecordTable *self, GtkWidget *cell, double x, double y);

/* sl-record-table-keys.c */
void sl_record_table_add_keys (SlRecordTable *self);

G_END_DECLS
