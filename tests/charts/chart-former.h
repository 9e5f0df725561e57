/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A former state of any test plan, for what marks changes. */

#pragma once

#include "sl-chart.h"

G_BEGIN_DECLS

/* @plan as it could have been before: of each kind that charts show some records were otherwise,
 * some were not there yet, and one goal was that is gone. The same each time. (transfer full) */
SlSnapshot *chart_former_plan (SlSnapshot *plan);
/* How the goal that is gone was called. */
#define CHART_FORMER_GOAL "Sell by catalogue"
/* @params compare with @then at the end of the day 30 days before today. */
void chart_former_compare (SlChartParams *params, SlSnapshot *then);

G_END_DECLS
