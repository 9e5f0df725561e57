/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Zoom out, level, zoom in for one chart. */

#pragma once

#include "widgets/sl-chart-view.h"

G_BEGIN_DECLS

#define SL_TYPE_ZOOM_BAR (sl_zoom_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlZoomBar, sl_zoom_bar, SL, ZOOM_BAR, GtkWidget)

/* @view must live as long as the bar. */
void sl_zoom_bar_set_view (SlZoomBar *self, SlChartView *view);

G_END_DECLS
