/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Three-point estimates: how long something takes on average, how far that is off, and the chance
 * to be in time. Pure functions; the unit of time is the caller's. Everything here takes tasks and
 * paths for independent, which is optimistic. Source: METHODS section 12. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/* @low: at best; @likely: most likely; @high: at worst. */
typedef struct
{
  double low;
  double likely;
  double high;
} SlEstimate3;

/* Whether all three are there and in this order. */
gboolean sl_estimate3_is_valid (const SlEstimate3 *estimate);

/* Moments of independent parts may be added. @variance: unit squared. */
typedef struct
{
  double mean;
  double variance;
} SlMoments;

/* (low + 4 likely + high) / 6 and ((high - low) / 6)^2. Source: PERT, Malcolm et al. 1959. */
SlMoments sl_pert_moments (const SlEstimate3 *estimate);
/* The distribution that forecasts draw from: the same mean, variance (mean - low) (high - mean)
 * / 7. */
SlMoments sl_beta_pert_moments (const SlEstimate3 *estimate);
SlMoments sl_triangular_moments (const SlEstimate3 *estimate);
SlMoments sl_uniform_moments (double low, double high);

/**
 * sl_beta_pert_shapes:
 * @estimate: valid, with @low below @high
 * @alpha: (out): 1 + 4 (likely - low) / (high - low), 1..5
 * @beta: (out): 1 + 4 (high - likely) / (high - low), 1..5
 */
void sl_beta_pert_shapes (const SlEstimate3 *estimate, double *alpha, double *beta);
/* The time within which a share @p (0..1) of all cases stays. */
double sl_beta_pert_quantile (const SlEstimate3 *estimate, double p);

/* Standard deviations from the mean to @deadline; NAN where there is no variance. */
double sl_pert_z (const SlMoments *path, double deadline);
/* The chance that @path is over by @deadline, by the normal distribution; 0 or 1 without variance.
 */
double sl_pert_chance (const SlMoments *path, double deadline);
/* The chance that all are: the product; 1 for none. The critical path alone would promise more. */
double sl_pert_joint_chance (const SlMoments *paths, guint n, double deadline);
/**
 * sl_pert_mean_of_latest:
 * @paths: (array length=n): normally distributed
 * @n: number of paths; NAN for none
 *
 * When the latest of parallel paths is over on average: later than the latest average (merge bias).
 * By integration, to about 1e-9 of the standard deviations. Cost: O(n^2).
 */
double sl_pert_mean_of_latest (const SlMoments *paths, guint n);

G_END_DECLS
