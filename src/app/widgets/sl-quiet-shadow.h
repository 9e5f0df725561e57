/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Containers of libadwaita that are quick with many widgets in them. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keeps the shadows of @container, an AdwFlap or AdwLeaflet that has all its children, from having
 * all that is in it styled again with every new layout. */
void sl_quiet_shadow (GtkWidget *container);

G_END_DECLS
