/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The priorities chart beside the list where they are entered: as wide as there is room. */

#pragma once

#include "widgets/sl-chart-view.h"

G_BEGIN_DECLS

#define SL_TYPE_PRIORITIES_VIEW (sl_priorities_view_get_type ())
G_DECLARE_FINAL_TYPE (SlPrioritiesView, sl_priorities_view, SL, PRIORITIES_VIEW, SlChartView)

SlPrioritiesView *sl_priorities_view_new (SlSession *session);
/* The party whose column is there in any case, or SL_ID_NONE. */
void sl_priorities_view_set_party (SlPrioritiesView *self, SlId party);

G_END_DECLS
