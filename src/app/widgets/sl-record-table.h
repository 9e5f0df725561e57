/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table of the records of one kind: columns from its field table, edited in place, sorted by a
 * click on a header; rows are added, duplicated, deleted, copied and pasted by key. Every page that
 * lists records uses it.
 *
 * Keys: Enter or Insert adds a row, F2 edits (again: the next cell), Tab goes on while editing,
 * Ctrl+Enter stores what is typed in all selected rows, Space answers yes or no, Delete deletes,
 * Y says that the selected rows are still true, Ctrl+C, X, V copy, cut and paste rows, Ctrl+Shift+D
 * duplicates, Menu or Shift+F10 opens the menu.
 */

#pragma once

#include "sl-session.h"
#include "widgets/sl-record-rows.h"

G_BEGIN_DECLS

/**
 * SlRecordTableSpec:
 * @kind: the kind whose records are the rows
 * @columns: (array zero-terminated=1) (nullable): names of fields, in order; NULL: all that are
 *   shown. The title stands first whether it is named or not.
 * @sort: (nullable): field that the rows are sorted by at first; else they stand in reading order
 * @descending: large values first
 * @filter: (nullable): which records it shows
 * @fill: (nullable): adds fields that a new record needs ("{sv}"), so that the filter shows it.
 *   Returns: FALSE if none can be added now; it has then said why
 * @data: for both
 */
typedef struct
{
  SlKindId kind;
  const char *const *columns;
  const char *sort;
  gboolean descending;
  SlRowFilter filter;
  gboolean (*fill) (GVariantBuilder *fields, gpointer data);
  gpointer data;
} SlRecordTableSpec;

/* What a computed cell shows of a record. (transfer full) (nullable) */
typedef char *(*SlRecordText) (const SlSnapshot *plan, SlId id, gpointer data);

#define SL_TYPE_RECORD_TABLE (sl_record_table_get_type ())
G_DECLARE_FINAL_TYPE (SlRecordTable, sl_record_table, SL, RECORD_TABLE, GtkWidget)

/* Signals:
 *   "menu-requested" (guint kind, double x, double y)  a menu for the selected row, at a place in
 *                                                      the table's pixels
 *   "rows-changed"                                     there are more rows, or fewer
 * The selection is the session's. @spec is copied. */
GtkWidget *sl_record_table_new (SlSession *session, const SlRecordTableSpec *spec);
/* Adds a column behind the others that shows what @text says; it is asked again after each change
 * of the project. @chars: its width in letters. @compare: (nullable): sorts by it. */
void sl_record_table_add_text_column (SlRecordTable *self, const char *title, int chars,
                                      gboolean numeric, SlRecordText text, GCompareDataFunc compare,
                                      gpointer data);
/* Lets the computed cells of the column that stands last now say more under the pointer. */
void sl_record_table_set_last_tip (SlRecordTable *self, SlRecordText tip);
/* Puts the column that stands last now at another place; 0 is the title. */
void sl_record_table_move_last (SlRecordTable *self, guint position);
/* Sorts by the column that stands last now. */
void sl_record_table_sort_by_last (SlRecordTable *self, gboolean descending);
/* Asks computed columns again, because something else that they say changed. */
void sl_record_table_update (SlRecordTable *self);
SlKindId sl_record_table_get_kind (SlRecordTable *self);
guint sl_record_table_get_n_rows (SlRecordTable *self);
/* Whether there is a row of @id. */
gboolean sl_record_table_has_row (SlRecordTable *self, SlId id);
/* The record in the row below @id; SL_ID_NONE behind the last one. */
SlId sl_record_table_get_next (SlRecordTable *self, SlId id);
/* Copies the selected rows, and deletes them if @cut. */
void sl_record_table_copy (SlRecordTable *self, gboolean cut);
/* Adds the rows that are on the clipboard. */
void sl_record_table_paste (SlRecordTable *self);
/* Adds a record and edits its first cell. Returns: whether there is one */
gboolean sl_record_table_add (SlRecordTable *self);
/* Edits the title of @id, once its row is in sight. */
void sl_record_table_edit_title (SlRecordTable *self, SlId id);
void sl_record_table_delete_selection (SlRecordTable *self);
void sl_record_table_focus (SlRecordTable *self);
void sl_record_table_set_search (SlRecordTable *self, const char *text);
/* Asks the filter again. */
void sl_record_table_refilter (SlRecordTable *self);
/* Ids of the selected rows, from the top. (transfer full) (element-type SlId) */
GArray *sl_record_table_get_selection (SlRecordTable *self);

G_END_DECLS
