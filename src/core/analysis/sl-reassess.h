/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clock of re-assessment: what was looked at when, how often it should be, and what asks "Still
 * true?" by now. One place for rules, pages, charts and paper. Immutable; any thread. */

#pragma once

#include "analysis/sl-facts.h"

G_BEGIN_DECLS

/**
 * SlReassessment:
 * @id: a goal, position, KPI or alliance
 * @last: day on which somebody last assessed, said, measured or agreed it
 * @interval: days until it asks again
 */
typedef struct
{
  SlId id;
  SlKindId kind;
  gint64 last;
  gint64 interval;
} SlReassessment;

typedef struct _SlReassess SlReassess;

/**
 * sl_reassess_new:
 * @plan: a plan; not kept
 * @today: the day to judge by
 *
 * Reads the clocks of open goals and of positions and KPIs of open goals, and of alliances that
 * have not ended. A goal counts from the day it was assessed or agreed, a position from the day it
 * was said, a KPI from its last value, else its baseline, an alliance from the day it was assessed
 * or signed, else its start. What has no such day has no clock: nothing was true that could still
 * be. Days to come count for nothing. Cost: O(goals + positions + values + baselines).
 *
 * Returns: (transfer full)
 */
SlReassess *sl_reassess_new (const SlSnapshot *plan, gint64 today) G_GNUC_WARN_UNUSED_RESULT;
void sl_reassess_free (SlReassess *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlReassess, sl_reassess_free)

/* The clocks of the plan of @facts, made once. (transfer none) */
const SlReassess *sl_reassess_of (const SlFacts *facts);

/* The clock of the record @id. (nullable): it has none */
const SlReassessment *sl_reassess_find (const SlReassess *self, SlId id);
/* Days beyond the interval; at most 0 where it is not due. */
gint64 sl_reassess_days_late (const SlReassess *self, const SlReassessment *clock);
/* Whether the record @id asks by now. */
gboolean sl_reassess_is_due (const SlReassess *self, SlId id);
/* All that ask, the latest by its interval first. (transfer none) (element-type SlReassessment) */
const GArray *sl_reassess_get_due (const SlReassess *self);

G_END_DECLS
