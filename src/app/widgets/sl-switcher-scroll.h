/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Views whose names are wider than the window. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on the name of the visible page of @stack is in sight in @scroller, which holds a
 * stack switcher. */
void sl_switcher_scroll_attach (GtkScrolledWindow *scroller, GtkStack *stack);

G_END_DECLS
