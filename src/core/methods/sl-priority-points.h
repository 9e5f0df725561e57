/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What parties give goals when each spreads its points: the weights of the group and who differs
 * from them where. Pure functions of numbers; any thread. Source: METHODS section 5.1. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sl_priority_points:
 * @points: (array): a row of @n points for each of @m parties, in any unit of its own; NAN, below 0
 *   and not finite: 0. A party whose points are all 0 has not answered and does not count
 * @m: number of parties
 * @n: number of goals
 * @group: (out caller-allocates) (array length=n) (nullable): mean of the shares of those that
 *   answered; they sum to 1, or are all 0 without any answer
 * @cells: (out caller-allocates) (nullable): @m rows of @n: how much each party and goal adds to
 *   the result: abs (share - mean) / (2 m) / (1 - 1/m), with m of those that answered
 * @signed_gaps: (out caller-allocates) (nullable): @m rows of @n: share - mean, -1..1; 0 for a
 *   party that has not answered
 *
 * How far parties disagree: the mean total variation from the group, divided by the largest that it
 * can be. The result is exactly the sum of @cells, so it splits by party and by goal.
 *
 * Proof of the bound: total variation is convex, so that of a party and the mean is at most
 * (m - 1)/m, which parties reach that want different things altogether. Cost: O(mn).
 *
 * Returns: 0 all the same .. 1; NAN, and 0 in @cells, where fewer than two parties answered
 */
double sl_priority_points (const double *points, guint m, guint n, double *group, double *cells,
                           double *signed_gaps);

/**
 * sl_priority_by_rank:
 * @n: number of goals
 * @points: (out caller-allocates) (array length=n): of the first place to the last
 *
 * Spreads 100 points for a party that only says in which order the goals come: place i of n gets
 * the share 2 (n + 1 - i) / (n (n + 1)) ("rank sum"), rounded by largest remainders to whole points
 * where these tell all places apart (up to 13 of them), else to tenths, hundredths and so on.
 *
 * Source: Stillwell, Seaver & Edwards 1981, A comparison of weight approximation techniques in
 * multiattribute utility decision making. Cost: O(n log n).
 */
void sl_priority_by_rank (guint n, double *points);

/**
 * sl_priority_to_hundred:
 * @points: (array length=n): 0 or more
 * @n: number of goals
 *
 * Makes whole points of @points that are 100 together, by largest remainders; only zeros stay.
 */
void sl_priority_to_hundred (double *points, guint n);

/**
 * sl_priority_place:
 * @points: (array length=n): of the places, falling
 * @n: number of goals
 * @to: the place that a goal is put into, from 0
 *
 * What the places are worth once a goal was put into place @to: the same as before where that place
 * stands alone between its neighbours, or is one of those that get nothing while others do. Else
 * the order would be lost, and all places get points by rank.
 *
 * Returns: whether @points were changed
 */
gboolean sl_priority_place (double *points, guint n, guint to);

G_END_DECLS
