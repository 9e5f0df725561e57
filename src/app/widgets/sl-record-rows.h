/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a table of records: those of one kind that a page wants to show, in an order that
 * stays while they are edited. */

#pragma once

#include <gtk/gtk.h>

#include "model/sl-store.h"

G_BEGIN_DECLS

/* Whether a table shows the record in @row of its kind's table in @plan. */
typedef gboolean (*SlRowFilter) (const SlSnapshot *plan, guint row, gpointer data);

#define SL_TYPE_RECORD_ROWS (sl_record_rows_get_type ())
G_DECLARE_FINAL_TYPE (SlRecordRows, sl_record_rows, SL, RECORD_ROWS, GObject)

/* A live list of SlRecord. @filter: (nullable) */
SlRecordRows *sl_record_rows_new (SlStore *store, SlKindId kind, SlRowFilter filter, gpointer data);
/* Sorts the rows now and whenever @sorter says that it changed; in between no row moves. */
void sl_record_rows_set_sorter (SlRecordRows *self, GtkSorter *sorter);
/* Shows only records whose searched fields contain @text; NULL shows all. */
void sl_record_rows_set_search (SlRecordRows *self, const char *text);
/* Asks the filter again, because something else that it looks at changed. */
void sl_record_rows_refilter (SlRecordRows *self);
/* GTK_INVALID_LIST_POSITION if it is not shown. */
guint sl_record_rows_find (SlRecordRows *self, SlId id);
SlId sl_record_rows_get_id (SlRecordRows *self, guint position);

G_END_DECLS
