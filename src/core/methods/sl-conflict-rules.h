/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How badly goals work against each other: the severities of rules CON-01 to CON-07, ratios 0..1
 * where 0 means that the rule does not fire. Pure functions of numbers.
 * Source: METHODS section 2, after van Lamsweerde, Darimont & Letier 1998 (kinds of inconsistency)
 * and ITU-T Z.151 (negative contribution). Goals that are parked or closed are not active. */

#pragma once

#include "base/sl-codes.h"

G_BEGIN_DECLS

/* CON-02: the least that two ranges without a common number are charged. */
#define SL_CONFLICT_RANGE_LEAST 0.25
/* CON-03: charged on each alternative. */
#define SL_CONFLICT_CHOICE_SEVERITY 0.6

/* CON-01: a link of @weight (-100..100) from one goal to another: |@weight|/100 where it hurts and
 * both are active. */
double sl_conflict_link_severity (double weight, gboolean from_active, gboolean to_active);

/* CON-07: both hurt each other; the larger of the two severities, for one finding in place of two.
 * Both goals are active. */
double sl_conflict_mutual_severity (double weight_there, double weight_back);

/* What a goal allows on a measure; -INFINITY or INFINITY: open on that side. */
typedef struct
{
  double low;
  double high;
} SlConflictRange;

/**
 * sl_conflict_range_gap:
 * @a: a range
 * @b: another on the same measure
 *
 * Returns: how far apart they are, in units of the measure; 0 where a number satisfies both, also
 *   where they only touch
 */
double sl_conflict_range_gap (SlConflictRange a, SlConflictRange b);

/**
 * sl_conflict_range_severity:
 * @gap: from sl_conflict_range_gap()
 * @span: from the worst to the best value of the measure, in its unit; not above 0 or NAN: not
 * known
 *
 * CON-02. Returns: @gap / @span, from SL_CONFLICT_RANGE_LEAST to 1; where the span is not known,
 *   the least; 0 where there is no gap
 */
double sl_conflict_range_severity (double gap, double span);

/* Two of the ranges of sl_conflict_find_ranges(), @a < @b. */
typedef struct
{
  guint a;
  guint b;
  double gap;
} SlConflictPair;

/**
 * sl_conflict_find_ranges:
 * @ranges: (array length=n): what the active goals on one measure allow
 *
 * Cost: O(n log n + pairs).
 *
 * Returns: (transfer full): #SlConflictPair of all pairs without a common number, by @a, then @b
 */
GArray *sl_conflict_find_ranges (const SlConflictRange *ranges, guint n) G_GNUC_WARN_UNUSED_RESULT;

/**
 * sl_conflict_choice_severity:
 * @n_active: how many alternatives of an either-or goal are active
 *
 * CON-03. Returns: SL_CONFLICT_CHOICE_SEVERITY from two on, else 0
 */
double sl_conflict_choice_severity (guint n_active);

/* CON-03: what is paid beside the dearest alternative. @budgets: of the active ones, any unit of
 * money; NAN: none. */
double sl_conflict_duplicated_budget (const double *budgets, guint n);

/**
 * sl_conflict_outcome_severity:
 * @satisfaction: what a goal ends at, -100..100; NAN: not computed
 * @weakest_own: the lowest satisfaction among the sub-goals of the same owner; NAN: there are none
 *
 * CON-04: others take away what the owner does. Returns: -@satisfaction / 100, or 0
 */
double sl_conflict_outcome_severity (double satisfaction, double weakest_own);

/* CON-05: as a person recorded it. */
double sl_conflict_recorded_severity (SlSeverity grade);

/* CON-06: any of the others under a condition of @probability, 0..1. */
double sl_conflict_conditional_severity (double severity, double probability);

G_END_DECLS
