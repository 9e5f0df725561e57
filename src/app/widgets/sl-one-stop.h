/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A list is one stop of the Tab key: arrows go from row to row, Tab leaves. GTK 4.8 would visit
 * every row. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes Tab and Shift+Tab leave @list. */
void sl_one_stop_attach (GtkWidget *list);
/* Moves the focus to what comes behind @list, or before it. Returns: whether there is such. */
gboolean sl_one_stop_leave (GtkWidget *list, GtkDirectionType direction);

G_END_DECLS
