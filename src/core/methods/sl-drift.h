/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What moved since it was agreed. Pure functions; NAN is "not there". Source: METHODS section 17.
 */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/**
 * SlPriorityDrift:
 * @distance: total variation: share of the weight that moved, 0..1
 * @set_distance: Jaccard: goals in one list only, as a share of all, 0..1
 * @order: tau-b of the goals in both lists, -1..1; NAN where they have no order
 */
typedef struct
{
  double distance;
  double set_distance;
  double order;
} SlPriorityDrift;

/**
 * sl_priority_drift:
 * @agreed: (array length=n): weights as agreed, from 0, in any unit; NAN: was not among the goals
 * @now: (array length=n): weights now; NAN: is not among them any more
 * @n: goals that are in either list
 * @parts: (out caller-allocates) (array length=n) (nullable): what each goal adds to @distance
 * @drift: (out): NAN, and 0 in @parts, where there is none
 *
 * Cost: O(n log n), for the order.
 *
 * Returns: whether weights were agreed and there are some now
 */
gboolean sl_priority_drift (const double *agreed, const double *now, guint n, double *parts,
                            SlPriorityDrift *drift);

/* |@now - @agreed| / |@agreed - @start|: how far a target moved, measured by the way to it; 1 where
 * there was no way to go and it moved all the same. NAN with any NAN. */
double sl_target_drift (double start, double agreed, double now);

/**
 * sl_review_lateness:
 * @last_day: of the last review; SL_INT_NULL: never, then count from @since_day
 * @since_day: since when there is something to review; SL_INT_NULL: not known
 * @cadence_days: days between reviews, more than 0
 * @today: the day
 *
 * Returns: days beyond the cadence as a share of it, 0..1; NAN without a day to count from or a
 *   cadence
 */
double sl_review_lateness (gint64 last_day, gint64 since_day, double cadence_days, gint64 today);

G_END_DECLS
