/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline as an editor: bars and diamonds are dragged, stretched and moved by keys. */

#pragma once

#include "widgets/sl-chart-view.h"

G_BEGIN_DECLS

#define SL_TYPE_TIMELINE_VIEW (sl_timeline_view_get_type ())
G_DECLARE_FINAL_TYPE (SlTimelineView, sl_timeline_view, SL, TIMELINE_VIEW, SlChartView)

SlTimelineView *sl_timeline_view_new (SlSession *session);
/* Shows @months from today on (and one before), or everything for 0. */
void sl_timeline_view_set_months (SlTimelineView *self, int months);

G_END_DECLS
