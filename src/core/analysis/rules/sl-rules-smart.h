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
 */
typedef struct
{
  SlSmartFacts facts;
  int pace_kpi;
  gint64 pace_day;
} SlSmartGoal;

/* One a goal, made once. Runs the rules on conflicts. (transfer none) */
const SlSmartGoal *sl_smart_goals (const SlFacts *facts);
/* Steps that give the people of @goal (index) time: one remedy of each finding on them.
 * (transfer full) (element-type GVariant) */
GPtrArray *sl_smart_relief (const SlFacts *facts, guint goal);
/* Steps that settle its severe conflicts, likewise. */
GPtrArray *sl_smart_settle (const SlFacts *facts, guint goal);
/* What keeps @goal (index) from its letters: what SMART-01 finds. */
SlSmartFault sl_smart_look (const SlFacts *facts, guint goal);
/* "no number measures it, it has no date"; translated. (transfer full) */
char *sl_smart_say_faults (SlSmartFault faults);
/* "Measurable", translated. */
const char *sl_smart_letter_name (SlSmartLetter letter);

G_END_DECLS
