/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The risk matrix whose risks are moved. */

#pragma once

#include "widgets/sl-chart-view.h"

G_BEGIN_DECLS

#define SL_TYPE_RISK_VIEW (sl_risk_view_get_type ())
G_DECLARE_FINAL_TYPE (SlRiskView, sl_risk_view, SL, RISK_VIEW, SlChartView)

SlChartView *sl_risk_view_new (SlSession *session);

G_END_DECLS
