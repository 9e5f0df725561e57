/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart that is laid out for the width that the page gives it. */

#pragma once

#include "widgets/sl-chart-view.h"

G_BEGIN_DECLS

#define SL_TYPE_ROOM_VIEW (sl_room_view_get_type ())
G_DECLARE_FINAL_TYPE (SlRoomView, sl_room_view, SL, ROOM_VIEW, SlChartView)

SlChartView *sl_room_view_new (SlSession *session, const SlChart *chart);

G_END_DECLS
