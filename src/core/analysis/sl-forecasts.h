/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the reports on each milestone move its day. Made of facts; any thread. Source: METHODS
 * section 13. */

#pragma once

#include "analysis/sl-facts.h"
#include "methods/sl-trend.h"

G_BEGIN_DECLS

/* @task: index of the milestone, which is open. @last: the day that the newest report expects. */
typedef struct
{
  guint task;
  SlMilestoneTrend trend;
  double last;
} SlForecast;

/* (transfer full) (element-type SlForecast): of open milestones with reports of two days at least,
 * by index */
GArray *sl_forecasts_new (const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
