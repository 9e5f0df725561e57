/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Views that nobody looks at need not follow the plan; they catch up when they are shown. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * sl_when_seen:
 * @widget: a view
 * @update: (scope forever): brings it up to date
 *
 * Runs @update now where @widget shows, else once when it does; several calls until then run it
 * once. Signals that come often and cost much when they are answered end here.
 */
void sl_when_seen (GtkWidget *widget, void (*update) (GtkWidget *widget));

G_END_DECLS
