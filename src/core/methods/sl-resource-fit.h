/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether money follows priorities, and how concentrated it is. Pure functions of numbers; any
 * thread. Source: METHODS section 6. NAN stands for "not assessed". */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * sl_resource_fit:
 * @budgets: (array length=n): what each goal gets, at least 0, in any unit. Spending that supports
 *   no goal is one more element, whose weight is 0
 * @weights: (array length=n): strategic weight of each goal, at least 0, in any unit
 * @n: number of goals and buckets
 * @gaps: (out caller-allocates) (array length=n) (nullable): share of the budget minus share of the
 *   weight: above 0 over-funded, below 0 under-funded; @gaps sum to 0. The part of each goal in the
 *   result is half of its absolute gap
 *
 * Share of the budget that would have to move to match the weights: total variation, or index of
 * dissimilarity. Source: Duncan & Duncan, A Methodological Analysis of Segregation Indexes (1955).
 *
 * Returns: 0..1; NAN, and 0 in @gaps, where a number is negative or not finite or a total is 0
 */
double sl_resource_fit (const double *budgets, const double *weights, guint n, double *gaps);

/**
 * sl_gini:
 * @values: (array length=n): at least 0, in any unit and order
 * @n: how many
 *
 * Concentration: sum of (2i - n - 1) x_(i) / (n sum of x), Gini 1912. No correction for small @n.
 * Cost: O(n log n).
 *
 * Returns: 0 all the same .. 1 - 1/n one has all; NAN without values, for a total of 0 and where a
 *   value is negative or not finite
 */
double sl_gini (const double *values, guint n);

G_END_DECLS
