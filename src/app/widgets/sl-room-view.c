/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts that fill their room. */

#include "config.h"

#include "widgets/sl-room-view.h"

/* Between the chart and the edges. Unit: pt. */
#define MARGIN 18.0

struct _SlRoomView
{
  SlChartView parent_instance;
};

G_DEFINE_FINAL_TYPE (SlRoomView, sl_room_view, SL_TYPE_CHART_VIEW)

void
sl_room_view_fill (SlChartView *view, double scale)
{
  double width = gtk_widget_get_width (GTK_WIDGET (view)) / scale - MARGIN;

  sl_chart_view_get_params (view)->width = MAX (width, 0.0);
}

static void
sl_room_view_class_init (SlRoomViewClass *klass)
{
  SL_CHART_VIEW_CLASS (klass)->prepare = sl_room_view_fill;
  SL_CHART_VIEW_CLASS (klass)->starts_at_top = TRUE;
}

static void
sl_room_view_init (SlRoomView *self)
{
}

SlChartView *
sl_room_view_new (SlSession *session, const SlChart *chart)
{
  SlChartView *self = g_object_new (SL_TYPE_ROOM_VIEW, NULL);

  sl_chart_view_setup (self, session, chart);
  return self;
}
