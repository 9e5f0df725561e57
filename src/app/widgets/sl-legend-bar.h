/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The legend of a chart on screen: samples drawn by the chart's painter, words beside them, in two
 * lines at most; where they need more, a button opens them as a list. */

#pragma once

#include <gtk/gtk.h>

#include "sl-palette.h"
#include "sl-scene.h"

G_BEGIN_DECLS

#define SL_TYPE_LEGEND_BAR (sl_legend_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlLegendBar, sl_legend_bar, SL, LEGEND_BAR, GtkWidget)

void sl_legend_bar_set_scene (SlLegendBar *self, SlScene *scene, SlPalette palette);

G_END_DECLS
