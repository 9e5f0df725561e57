/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lets the rows of a long table in step by step. A view of GTK makes widgets for some two hundred
 * rows in one go, however few are in sight, and the window would not answer meanwhile. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* More rows of a table than are in sight on a laptop. */
#define SL_TABLE_ROWS_AT_ONCE 32

/* The first @step of @rows, at their positions; at least those in sight.
 * @rows: (transfer full) */
GtkSliceListModel *sl_row_intake_new (GListModel *rows, guint step);
/* Lets the others in when @view, which shows them, is seen: @step in a turn of the main loop until
 * it is full, and after a moment those out of sight. Until then its columns come and go at little
 * cost. */
void sl_row_intake_start_with (GtkSliceListModel *intake, GtkWidget *view);
/* Lets the row at @position in now, with all others. */
void sl_row_intake_admit (GtkSliceListModel *intake, guint position);

G_END_DECLS
