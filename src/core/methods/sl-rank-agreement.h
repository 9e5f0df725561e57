/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether parties put goals in the same order: all of them together (Kendall's W) and two at a time
 * (tau, Spearman). Pure functions of scores; NAN is "not given". Source: METHODS section 5.2, 5.3.
 */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/**
 * SlConcordance:
 * @w: agreement, 0 none .. 1 the same order; NAN: not defined
 * @s: sum of squared deviations of the rank sums from their mean
 * @ties: T, the sum over judges and groups of t equal ranks of t^3 - t; 0 without correction
 * @chi2: m (n - 1) W
 * @df: degrees of freedom, n - 1
 * @p: the chance of this much agreement among judges who rank blindly, by chi2. An approximation:
 *   see sl_concordance_permutation_p()
 * @n_judges: m, judges that gave any score
 * @n_objects: n, objects that each of them gave a score
 * @n_dropped: objects left out because a judge gave none
 */
typedef struct
{
  double w;
  double s;
  double ties;
  double chi2;
  guint df;
  double p;
  guint n_judges;
  guint n_objects;
  guint n_dropped;
} SlConcordance;

/**
 * sl_concordance:
 * @scores: (array): a row of @n scores for each of the @m judges, on any scale; NAN: not given
 * @m: judges
 * @n: objects
 * @correct_ties: whether equal ranks are corrected for, as they should be
 * @result: (out): all counts, and the figures where they are defined
 * @rank_sums: (out caller-allocates) (array length=n) (nullable): sum of the ranks of each object,
 *   NAN of one that was left out
 *
 * Kendall's coefficient of concordance. Not defined for fewer than two judges or objects, and where
 * every judge ranks everything equal. Cost: O(mn log n).
 *
 * Source: Kendall & Babington Smith 1939; ties as in NAG g08daf.
 *
 * Returns: whether W is defined
 */
gboolean sl_concordance (const double *scores, guint m, guint n, gboolean correct_ties,
                         SlConcordance *result, double *rank_sums);

/* Seeded permutations that a p-value is taken from. */
#define SL_CONCORDANCE_PERMUTATIONS 9999u

/**
 * sl_concordance_permutation_p:
 * @scores: as in sl_concordance()
 * @m: judges
 * @n: objects
 * @seed: where the permutations begin; the same seed gives the same answer
 *
 * (1 + permutations that agree at least as well) / 10 000. To be said instead of the chi2 value
 * where there are at most 7 objects or 3 judges: chi2 is an approximation for many. Cost: O(10^4
 * mn).
 *
 * Returns: 0.0001..1; NAN where W is not defined
 */
double sl_concordance_permutation_p (const double *scores, guint m, guint n, guint64 seed);

/* The level of agreement that a W stands for: "slight", "fair" from .2, "moderate" from .4,
 * "substantial" from .6, "almost_perfect" from .8; "none" for NAN. Source: Landis & Koch 1977. */
const char *sl_concordance_word (double w);

/**
 * SlRankCorrelation:
 * @n: pairs of which both are given
 * @tau_b: Kendall's tau-b, -1 opposite .. 1 same order; NAN: one side is constant
 * @tau_c: Stuart's tau-c
 * @p: two-sided p of tau; NAN with @tau_b
 * @p_exact: whether @p is exact (no ties, at most 100 pairs) or by the normal approximation
 * @rho: Spearman's rho: Pearson's correlation of average ranks
 * @rho_p: two-sided p of @rho by Student's t with n - 2 degrees of freedom; NAN below 3 pairs
 */
typedef struct
{
  guint n;
  double tau_b;
  double tau_c;
  double p;
  gboolean p_exact;
  double rho;
  double rho_p;
} SlRankCorrelation;

/* Kendall's tau-b alone, NAN where it is not defined: for comparing many pairs of parties. The
 * arguments are those of sl_rank_correlation(). Cost: O(n log n). */
double sl_kendall_tau_b (const double *x, const double *y, guint n);

/**
 * sl_rank_correlation:
 * @x: (array length=n): scores of one party; NAN: not given
 * @y: (array length=n): scores of the other
 * @n: objects
 * @result: (out): all NAN where it is not defined
 *
 * Cost: O(n^2). Source: Kendall 1970; tau-c: Stuart 1953; variance with ties as in SciPy
 * kendalltau.
 *
 * Returns: whether both sides have different values
 */
gboolean sl_rank_correlation (const double *x, const double *y, guint n, SlRankCorrelation *result);

/* The share of all orders of @n different values whose S (pairs that rise less pairs that fall) is
 * at least @s: the exact one-sided p of Kendall's tau and of Mann-Kendall. Cost: O(n^3). */
double sl_kendall_tail (guint n, int s);

G_END_DECLS
