/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lengths that grow with the letters. Somebody who reads large text needs wider columns and side
 * bars for the same words. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @px, a length in pixels at the usual size of text, at the size that @widget writes in now; never
 * shorter than @px. */
int sl_text_scale_px (GtkWidget *widget, int px);

/* Calls @changed with @widget now and whenever the user chooses another font or size. */
void sl_text_scale_watch (GtkWidget *widget, void (*changed) (GtkWidget *widget));

G_END_DECLS
