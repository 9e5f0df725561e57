/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What SMART-01 needs to know of each goal besides its words. */

#pragma once

#include "analysis/rules/sl-rules-kpi.h"
#include "methods/sl-smart.h"

G_BEGIN_DECLS

/**
 * SlSmartGoal:
 * @facts: as sl_smart_check() wants them
 * @pace_kpi: row of the KPI that the pace is of, or -1
 * @pace_day: when that KPI meets its target at the highest pace that can be expected, or
 *   %SL_INT_NULL
 * @relief: (element-type GVariant) (nullable): steps that give its people time: one remedy of each
 *   finding on them
 * @settle: (element-type GVariant) (nullable): steps that settle its severe conflicts, likewise
 */
typedef struct
{
  SlSmartFacts facts;
  int pace_kpi;
  gint64 pace_day;
  GPtrArray *relief;
  GPtrArray *settle;
} SlSmartGoal;

/* One a goal. Runs the rules on conflicts and on people with too much work. (transfer full) */
SlSmartGoal *sl_smart_goals_new (const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
void sl_smart_goals_free (SlSmartGoal *self, const SlFacts *facts);

G_END_DECLS
