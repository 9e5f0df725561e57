/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lets the rows of a long table in step by step. A view of GTK makes widgets for some two hundred
 * rows in one go, however few are in sight, and the window would not answer meanwhile. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A selection of several rows of @rows: of the first ones. Positions are those of @rows.
 * @rows: (transfer full) */
GtkMultiSelection *sl_row_intake_new (GListModel *rows);
/* Lets the others in when @view is seen, in further turns of the main loop. Until then its columns
 * may come and go at little cost. */
void sl_row_intake_start_with (GtkMultiSelection *selection, GtkColumnView *view);
/* Lets the row at @position in now, with those before it. */
void sl_row_intake_admit (GtkMultiSelection *selection, guint position);

G_END_DECLS
