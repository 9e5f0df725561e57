/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Three-point estimates. For sentences; a forecast of a network is for sl-monte-carlo.c. */

#include "config.h"

#include "methods/sl-pert.h"

#include "methods/sl-numeric.h"

#include <math.h>
#include <stdlib.h>

/* Beyond so many standard deviations nothing is left to integrate. */
#define REACH 12

gboolean
sl_estimate3_is_valid (const SlEstimate3 *estimate)
{
  return estimate->low <= estimate->likely && estimate->likely <= estimate->high;
}

SlMoments
sl_pert_moments (const SlEstimate3 *estimate)
{
  double deviation = (estimate->high - estimate->low) / 6.0;
  return (SlMoments){ (estimate->low + 4.0 * estimate->likely + estimate->high) / 6.0,
                      deviation * deviation };
}

SlMoments
sl_beta_pert_moments (const SlEstimate3 *estimate)
{
  double mean = sl_pert_moments (estimate).mean;
  return (SlMoments){ mean, (mean - estimate->low) * (estimate->high - mean) / 7.0 };
}

SlMoments
sl_triangular_moments (const SlEstimate3 *estimate)
{
  double a = estimate->low, m = estimate->likely, b = estimate->high;
  return (SlMoments){ (a + m + b) / 3.0, ((b - a) * (b - a) - (m - a) * (b - m)) / 18.0 };
}

SlMoments
sl_uniform_moments (double low, double high)
{
  return (SlMoments){ (low + high) / 2.0, (high - low) * (high - low) / 12.0 };
}

void
sl_beta_pert_shapes (const SlEstimate3 *estimate, double *alpha, double *beta)
{
  double range = estimate->high - estimate->low;
  *alpha = 1.0 + 4.0 * (estimate->likely - estimate->low) / range;
  *beta = 1.0 + 4.0 * (estimate->high - estimate->likely) / range;
}

double
sl_beta_pert_quantile (const SlEstimate3 *estimate, double p)
{
  double alpha, beta;
  if (estimate->low == estimate->high)
    return estimate->low;
  sl_beta_pert_shapes (estimate, &alpha, &beta);
  return estimate->low + (estimate->high - estimate->low) * sl_beta_quantile (alpha, beta, p);
}

double
sl_pert_z (const SlMoments *path, double deadline)
{
  return path->variance > 0.0 ? (deadline - path->mean) / sqrt (path->variance) : (double)NAN;
}

double
sl_pert_chance (const SlMoments *path, double deadline)
{
  if (path->variance > 0.0)
    return sl_normal_cdf (sl_pert_z (path, deadline));
  return path->mean <= deadline ? 1.0 : 0.0;
}

double
sl_pert_joint_chance (const SlMoments *paths, guint n, double deadline)
{
  double chance = 1.0;
  for (guint i = 0; i < n; i++)
    chance *= sl_pert_chance (&paths[i], deadline);
  return chance;
}

/* The chance that any path is not over yet, integrated from @from to @to: Gauss-Legendre, four
 * points. */
static double
integrate_late (const SlMoments *paths, guint n, double from, double to)
{
  static const double places[] = { 0.33998104358485626, 0.86113631159405258 };
  static const double weights[] = { 0.65214515486254614, 0.34785484513745386 };
  double half = (to - from) / 2.0, middle = (from + to) / 2.0, sum = 0.0;
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    for (int side = -1; side <= 1; side += 2)
      sum += weights[i] * (1.0 - sl_pert_joint_chance (paths, n, middle + side * half * places[i]));
  return sum * half;
}

double
sl_pert_mean_of_latest (const SlMoments *paths, guint n)
{
  if (n == 0)
    return NAN;
  /* Steps as fine as each path needs where it changes, from where the first may matter. */
  guint n_steps = n * (4 * REACH + 1);
  g_autofree double *steps = g_new (double, n_steps);
  double begin = -INFINITY;
  for (guint i = 0; i < n; i++)
    {
      double deviation = sqrt (paths[i].variance);
      for (int k = -2 * REACH; k <= 2 * REACH; k++)
        steps[i * (4 * REACH + 1) + (guint)(k + 2 * REACH)] = paths[i].mean + k * deviation / 2.0;
      begin = fmax (begin, paths[i].mean - REACH * deviation);
    }
  qsort (steps, n_steps, sizeof *steps, sl_compare_doubles);
  /* The mean of what is never below @begin: @begin, and how long it is not over after that. */
  double mean = begin;
  for (guint i = 1; i < n_steps; i++)
    if (steps[i] > begin)
      mean += integrate_late (paths, n, fmax (begin, steps[i - 1]), steps[i]);
  return mean;
}
