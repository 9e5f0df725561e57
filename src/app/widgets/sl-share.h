/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the start child of a paned from taking most of the room. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Gives the start child of @paned @size pixels, but never more than @share (0..1) of the whole.
 * Where somebody has moved the divider, it stays. */
void sl_share_attach (GtkPaned *paned, int size, double share);

G_END_DECLS
