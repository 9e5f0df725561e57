/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts that fill their room. */

#include "config.h"

#include "widgets/sl-room-view.h"

struct _SlRoomView
{
  SlChartView parent_instance;
  double most; /* pt; 0: no limit */
};

G_DEFINE_FINAL_TYPE (SlRoomView, sl_room_view, SL_TYPE_CHART_VIEW)

void
sl_room_view_fill (SlChartView *view, double scale)
{
  sl_chart_view_get_params (view)->width = sl_chart_view_room_width (view, scale);
}

static void
sl_room_view_prepare (SlChartView *view, double scale)
{
  double most = SL_ROOM_VIEW (view)->most;
  SlChartParams *params = sl_chart_view_get_params (view);

  sl_room_view_fill (view, scale);
  params->width = most > 0 ? MIN (params->width, most) : params->width;
}

static void
sl_room_view_class_init (SlRoomViewClass *klass)
{
  SL_CHART_VIEW_CLASS (klass)->prepare = sl_room_view_prepare;
  SL_CHART_VIEW_CLASS (klass)->starts_at_top = TRUE;
}

static void
sl_room_view_init (SlRoomView *self)
{
}

SlChartView *
sl_room_view_new (SlSession *session, const SlChart *chart, double most)
{
  SlChartView *self = g_object_new (SL_TYPE_ROOM_VIEW, NULL);

  SL_ROOM_VIEW (self)->most = most;
  sl_chart_view_setup (self, session, chart);
  return self;
}
