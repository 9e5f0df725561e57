/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart with what stands around it on screen: its headline, zoom buttons, legend and remarks. */

#pragma once

#include "widgets/sl-chart-view.h"

G_BEGIN_DECLS

#define SL_TYPE_CHART_FRAME (sl_chart_frame_get_type ())
G_DECLARE_FINAL_TYPE (SlChartFrame, sl_chart_frame, SL, CHART_FRAME, GtkWidget)

/* Takes @view (floating or not); once. */
void sl_chart_frame_set_view (SlChartFrame *self, SlChartView *view);

G_END_DECLS
