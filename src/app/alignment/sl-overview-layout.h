/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The verdict above the list of findings. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Stacks the children of @box, an overview: the first, a #GtkScrolledWindow, gets the height that
 * its content has at this width, but leaves the last one, the list, most of the room. */
void sl_overview_layout_attach (GtkWidget *box);

G_END_DECLS
