/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart that is laid out for the width that the page gives it. */

#pragma once

#include "widgets/sl-chart-view.h"

G_BEGIN_DECLS

#define SL_TYPE_ROOM_VIEW (sl_room_view_get_type ())
G_DECLARE_FINAL_TYPE (SlRoomView, sl_room_view, SL, ROOM_VIEW, SlChartView)

/* For the "prepare" of charts that do the same: the layout is as wide as the view, but for its
 * edges. */
void sl_room_view_fill (SlChartView *view, double scale);
/* @most: where text would get too wide to be read; unit: pt; 0: no limit */
SlChartView *sl_room_view_new (SlSession *session, const SlChart *chart, double most);

G_END_DECLS
