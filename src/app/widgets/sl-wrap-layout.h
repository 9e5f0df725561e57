/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays children out in lines, each as wide as it wants to be; what does not fit begins a new line.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_WRAP_LAYOUT (sl_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (SlWrapLayout, sl_wrap_layout, SL, WRAP_LAYOUT, GtkLayoutManager)

G_END_DECLS
