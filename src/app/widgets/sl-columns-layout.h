/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays two children out side by side where there is room for both, else one below the other. Room
 * is counted in letters: large text needs more of it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SL_TYPE_COLUMNS_LAYOUT (sl_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (SlColumnsLayout, sl_columns_layout, SL, COLUMNS_LAYOUT, GtkLayoutManager)

G_END_DECLS
