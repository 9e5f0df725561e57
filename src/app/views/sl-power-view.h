/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The power/interest grid whose parties are moved. */

#pragma once

#include "widgets/sl-chart-view.h"

G_BEGIN_DECLS

#define SL_TYPE_POWER_VIEW (sl_power_view_get_type ())
G_DECLARE_FINAL_TYPE (SlPowerView, sl_power_view, SL, POWER_VIEW, SlChartView)

SlChartView *sl_power_view_new (SlSession *session);

G_END_DECLS
