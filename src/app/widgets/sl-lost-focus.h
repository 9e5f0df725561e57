/* SPDX-License-Identifier: GPL-3.0-or-later */

/* No key gets lost while the focus moves. GTK 4.8 sends keys to what has the focus until the next
 * frame, also when that has just been removed, and so to nowhere: a row that a command took away
 * would swallow the Ctrl+Z that follows. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Keys of @window go to itself, and so to its shortcuts, from when what has the focus is removed
 * until GTK has found another place. */
void sl_lost_focus_attach (GtkWindow *window);

G_END_DECLS
