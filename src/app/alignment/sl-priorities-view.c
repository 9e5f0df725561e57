/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Gives the priorities chart the width of the window, so that it shows as many parties as fit. */

#include "config.h"

#include "alignment/sl-priorities-view.h"

struct _SlPrioritiesView
{
  SlChartView parent_instance;
};

G_DEFINE_FINAL_TYPE (SlPrioritiesView, sl_priorities_view, SL_TYPE_CHART_VIEW)

static void
sl_priorities_view_prepare (SlChartView *view, double scale)
{
  SlChartParams *params = sl_chart_view_get_params (view);

  params->width = sl_chart_view_room_width (view, scale);
  params->height = gtk_widget_get_height (GTK_WIDGET (view)) / scale;
}

static void
sl_priorities_view_class_init (SlPrioritiesViewClass *klass)
{
  SL_CHART_VIEW_CLASS (klass)->prepare = sl_priorities_view_prepare;
  SL_CHART_VIEW_CLASS (klass)->fills_height = TRUE;
}

static void
sl_priorities_view_init (SlPrioritiesView *self)
{
}

SlPrioritiesView *
sl_priorities_view_new (SlSession *session)
{
  SlPrioritiesView *self = g_object_new (SL_TYPE_PRIORITIES_VIEW, NULL);

  sl_chart_view_setup (SL_CHART_VIEW (self), session, &sl_chart_priorities);
  return self;
}

void
sl_priorities_view_set_party (SlPrioritiesView *self, SlId party)
{
  SlChartParams *params = sl_chart_view_get_params (SL_CHART_VIEW (self));

  g_return_if_fail (SL_IS_PRIORITIES_VIEW (self));
  if (params->party == party)
    return;
  params->party = party;
  sl_chart_view_relayout (SL_CHART_VIEW (self));
}
