/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bar below the matrix of positions. */

#pragma once

#include "views/sl-matrix-view.h"

G_BEGIN_DECLS

#define SL_TYPE_POSITION_BAR (sl_position_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlPositionBar, sl_position_bar, SL, POSITION_BAR, GtkWidget)

GtkWidget *sl_position_bar_new (SlMatrixView *matrix);
/* Shows also parties for whom others speak. */
void sl_position_bar_show_unasked (SlPositionBar *self);

G_END_DECLS
