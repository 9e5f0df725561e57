/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Things side by side, of which one is text that wraps. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_LINE_LAYOUT (sl_line_layout_get_type ())
G_DECLARE_FINAL_TYPE (SlLineLayout, sl_line_layout, SL, LINE_LAYOUT, GtkLayoutManager)

/* Children side by side, @spacing pixels apart: what expands takes the room that the others leave.
 * (transfer full) */
GtkLayoutManager *sl_line_layout_new (int spacing);

G_END_DECLS
