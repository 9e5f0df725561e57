/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the column view of GTK 4.8 lacks and every table of the window needs: rows with names,
 * scrolling to a place, widths by text, a start on the right where one reads from the right. */

#pragma once

#include <gtk/gtk.h>

#include "sl-session.h"

G_BEGIN_DECLS

/* Data of a column: how narrow it may get, in pixels. */
#define SL_TABLE_LEAST "sl-least"

/* The list inside @view that holds its rows. (transfer none) */
GtkWidget *sl_table_inner_list (GtkColumnView *view);
void sl_table_scroll_to (GtkColumnView *view, guint position);
/* Scrolls sideways until @cell, a widget in a cell of @view, is in sight. */
void sl_table_scroll_across (GtkColumnView *view, GtkWidget *cell);
/* Whether the whole height of @cell shows in @table, an ancestor. */
gboolean sl_table_cell_is_in_sight (GtkWidget *table, GtkWidget *cell);
/* The record at @position in @rows. */
typedef SlId (*SlTableRowId) (gpointer rows, guint position);
/* What @row_id says of each selected row of @rows, from the top. (transfer full) (element-type
 * SlId) */
GArray *sl_table_selected_ids (GtkMultiSelection *selection, gpointer rows, SlTableRowId row_id);
/* Gives the focus to the row that holds @cell; to the list where @cell is NULL. */
void sl_table_focus_row (GtkColumnView *view, GtkWidget *cell);
/* The first cell of the row that has the focus, or NULL. (transfer none) */
GtkWidget *sl_table_focused_cell (GtkColumnView *view);
/* Selects @id, unless it is one of several that are selected: the menu is for all of them. */
void sl_table_select_for_menu (SlSession *session, SlId id);
/* Adds a column as wide as @chars letters, or as its heading if that is wider, also where the
 * desktop enlarges them.
 * Returns: (transfer none) */
GtkColumnViewColumn *sl_table_add_column (GtkColumnView *view, const char *title,
                                          GtkListItemFactory *factory, int chars, gboolean expand);
/* Sets the heading of @column, the last of @view, above numbers, which end where the column ends.
 */
void sl_table_set_numeric (GtkColumnView *view, GtkColumnViewColumn *column, gboolean numeric);
/* How wide a column of @field is. Unit: letters. */
int sl_table_column_chars (int field_type);
/* GTK 4.8 names a row after its C type: calls the cell of @box, and with @row its row, @title. */
void sl_table_name_cell (GtkWidget *box, const char *title, gboolean row);
/* Lets columns of @view give way from the last one on, so that none is cut; the first, with the
 * title, stays and takes what is left. Call it when all columns are there. */
void sl_table_hide_what_is_cut (GtkScrolledWindow *scroller, GtkColumnView *view);
/* Lets columns of @view get narrower where all together are too wide, but not narrower than their
 * headings; a table that is still too wide is scrolled. Columns may be added later. */
void sl_table_shrink_to_fit (GtkScrolledWindow *scroller, GtkColumnView *view);
/* Keeps a table that is wider than its room at its first column, which is on the right in RTL. */
void sl_table_keep_start (GtkScrolledWindow *scroller);

/* Data of a widget that is a cell for the clicks below. */
#define SL_TABLE_CELL "sl-cell"

/* What clicks do. @edit: a double click; Returns: whether @cell can be edited. @menu: one with the
 * other button, at a place in the pixels of @cell. */
typedef struct
{
  gboolean (*edit) (GtkWidget *cell);
  void (*menu) (GtkWidget *cell, double x, double y);
} SlTableClicks;

/* Listens to clicks on cells of @view; what stands in a cell has its own. @clicks is not copied. */
void sl_table_add_clicks (GtkColumnView *view, const SlTableClicks *clicks);

/* Keys that every table has: Menu and Shift+F10 call @menu (@table), Tab leaves @view, behind
 * the clock of a row that asks; Enter says yes there. Returns:
 * whether @keyval was one */
gboolean sl_table_handle_key (GtkColumnView *view, guint keyval, GdkModifierType modifiers,
                              void (*menu) (gpointer table), gpointer table);

/* Ids of what @changes are about, of one kind or of all (SL_N_KINDS), to look rows up in.
 * (transfer full) (element-type SlId): as long as @changes */
GHashTable *sl_table_changed_ids (const SlChangeSet *changes,
                                  SlKindId kind) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
