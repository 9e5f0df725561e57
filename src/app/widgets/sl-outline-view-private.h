/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the outline view share: columns, cells, keys and drags. */

#pragma once

#include "widgets/sl-editable-cell.h"
#include "widgets/sl-outline-view.h"

G_BEGIN_DECLS

struct _SlOutlineView
{
  GtkWidget parent_instance;
  GtkWidget *scroller;
  GtkColumnView *view;
  GtkSliceListModel *intake; /* (transfer none): of @outline; @selection holds it */
  GtkMultiSelection *selection;
  SlOutline *outline;
  SlSession *session;
  SlKindId kind;
  SlKindId extra;
  GPtrArray *cells;  /* of SlOutlineCell widgets that are bound now, not owned */
  GArray *copied;    /* of SlId: copied or cut here last */
  gpointer offered;  /* what the clipboard held then; not owned, only to be compared */
  gboolean moving;   /* they were cut: the next paste moves them */
  SlId edit_pending; /* title to edit once its row is in sight */
  guint edit_tick;   /* waits for that, or 0 */
  guint edit_frames; /* waited so far */
  gboolean selecting;
};

/* sl-outline-cells.c */
GtkListItemFactory *sl_outline_title_factory_new (SlOutlineView *self);
GtkListItemFactory *sl_outline_field_factory_new (SlOutlineView *self, const char *field);
/* Asks again which rows ask whether they are still true. */
void sl_outline_view_update_clocks (SlOutlineView *self);
/* Asks for the menu of the row that @box shows. */
void sl_outline_view_request_menu (SlOutlineView *self, GtkWidget *box, double x, double y);
/* Writes anew what @changes touched. */
void sl_outline_view_show_changes (SlOutlineView *self, SlChangeSet *changes);
/* A double click edits a cell, the other button asks for the menu of its row. */
void sl_outline_view_add_clicks (SlOutlineView *self);
/* The bound title cell of a record, or NULL. */
SlEditableCell *sl_outline_view_find_title_cell (SlOutlineView *self, SlId id);

/* sl-outline-keys.c */
void sl_outline_view_add_keys (SlOutlineView *self);
/* Runs a command with the selected ids as its one parameter "(ax)". */
void sl_outline_view_run_on_selection (SlOutlineView *self, const char *command);
gboolean sl_outline_view_handle_edit_key (SlOutlineView *self, SlId id, guint keyval, guint state);

/* sl-outline-drag.c */
void sl_outline_view_add_row_drag (SlOutlineView *self, GtkWidget *cell);
void sl_outline_view_add_drop_at_end (SlOutlineView *self);
SlId sl_outline_cell_get_id (GtkWidget *cell);
/* What @id stands below in its tree; SL_ID_NONE: nothing. @kind: (out): of @id */
SlId sl_outline_parent_of (const SlSnapshot *plan, SlId id, SlKindId *kind);

G_END_DECLS
