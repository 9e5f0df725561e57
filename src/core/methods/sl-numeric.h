/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The small numeric tools that several methods share: medians and quantiles, ranks, the robust
 * line, and the distributions behind "could be chance". Pure; NAN stands for "no value". */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/* Smallest first; for qsort(). No value may be NAN. */
int sl_compare_doubles (const void *a, const void *b);
/* Sorts @values, none of which may be NAN; the mean of the middle two of an even number. NAN for
 * none. */
double sl_median (double *values, guint n);
/**
 * sl_quantile:
 * @sorted: (array length=n): values, ascending
 * @q: 0..1
 *
 * Returns: the value at position (n - 1) q, between two values on the straight line; NAN for none
 */
double sl_quantile (const double *sorted, guint n, double q);

/**
 * sl_average_ranks:
 * @values: (array length=n): without NAN
 * @ranks: (out caller-allocates) (array length=n): 1..n; equal values share the mean of their
 * places
 *
 * Returns: the sum over groups of t equal values of t^3 - t; 0: no two are equal
 */
double sl_average_ranks (const double *values, guint n, double *ranks);

/**
 * sl_theil_sen:
 * @x: (array length=n): where, in any order
 * @y: (array length=n): what; pairs with a NAN are skipped
 * @intercept: (out) (nullable): median of y - slope x median of x; NAN with the slope
 *
 * The median of the slopes between all pairs of points with different x.
 *
 * Source: Theil 1950, Sen 1968; the intercept as in Conover 1980 (SciPy "separate"). Cost: O(n^2).
 *
 * Returns: the slope; NAN where fewer than two x are different
 */
double sl_theil_sen (const double *x, const double *y, guint n, double *intercept);

/* Share of the standard normal distribution up to @z. */
double sl_normal_cdf (double z);
/**
 * sl_gamma_q:
 * @a: shape, more than 0
 * @x: from 0
 *
 * The upper regularised incomplete gamma function: Q(df/2, chi2/2) is the p-value of chi2.
 *
 * Source: series below a + 1, continued fraction (Lentz) above: Abramowitz & Stegun 6.5.29, 6.5.31.
 *
 * Returns: 0..1, to about 1e-14; NAN out of range
 */
double sl_gamma_q (double a, double x);
/**
 * sl_beta_p:
 * @a: first shape, more than 0
 * @b: second shape, more than 0
 * @x: 0..1
 *
 * The lower regularised incomplete beta function: the share of a beta distribution up to @x.
 *
 * Source: continued fraction (Lentz), Abramowitz & Stegun 26.5.8.
 *
 * Returns: 0..1; NAN out of range
 */
double sl_beta_p (double a, double b, double x);
/* The x at which sl_beta_p() is @p, by bisection. */
double sl_beta_quantile (double a, double b, double p);
/* The chance of a @t at least this far from 0 on either side; @df: degrees of freedom. */
double sl_student_two_sided (double t, double df);

G_END_DECLS
