/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Obstacles and how often goals survive them. */

#include "config.h"

#include "sl-obstacles.h"

#include <math.h>

/* How likely none of @events happens. */
static double
none_of (const double *events, guint n, guint *n_estimated)
{
  double rate = 1.0;
  *n_estimated = 0;
  for (guint i = 0; i < n; i++)
    if (!isnan (events[i]))
      {
        rate *= 1.0 - events[i];
        (*n_estimated)++;
      }
  return *n_estimated > 0 ? rate : NAN;
}

static double
mean_of_cases (const double *obstacles, const double *weights, guint n, guint *n_estimated)
{
  double sum = 0.0, all = 0.0, estimated = 0.0;
  *n_estimated = 0;
  for (guint i = 0; i < n; i++)
    {
      double weight = weights != NULL ? weights[i] : 1.0 / n;
      all += weight;
      if (isnan (obstacles[i]))
        continue;
      sum += weight * (1.0 - obstacles[i]);
      estimated += weight;
      (*n_estimated)++;
    }
  if (*n_estimated == n)
    return n > 0 ? sum : NAN;
  return estimated > 0.0 ? sum * all / estimated : NAN;
}

double
sl_obstacle_goal_rate (SlObstaclePattern pattern, const double *obstacles, const double *weights,
                       guint n, guint *n_estimated)
{
  guint counted;
  double rate = pattern == SL_OBSTACLE_CASE ? mean_of_cases (obstacles, weights, n, &counted)
                                            : none_of (obstacles, n, &counted);
  if (n_estimated != NULL)
    *n_estimated = counted;
  return rate;
}

double
sl_obstacle_goal_rate_shared (const double *obstacles, guint n)
{
  double sum = 0.0;
  guint n_estimated = 0;
  for (guint i = 0; i < n; i++)
    if (!isnan (obstacles[i]))
      {
        sum += obstacles[i];
        n_estimated++;
      }
  return n_estimated > 0 ? fmax (0.0, 1.0 - sum) : NAN;
}

double
sl_obstacle_any (const double *causes, guint n)
{
  guint n_estimated;
  return 1.0 - none_of (causes, n, &n_estimated);
}

gboolean
sl_obstacle_needs_plan (double rate, double required, gboolean has_plan)
{
  return rate < required && !has_plan;
}
