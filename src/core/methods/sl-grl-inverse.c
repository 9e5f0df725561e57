/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inverse of adding up contributions, one lever at a time. */

#include "config.h"

#include "sl-grl-inverse.h"

#include <math.h>

/* How far a sum of products may be off and still count as reached; points of satisfaction. */
#define SLACK 1e-9

/* The most that a lever can add. */
static double
best_of (const SlGrlLever *lever)
{
  if (!isnan (lever->fixed))
    return lever->weight * lever->fixed / 100.0;
  if (lever->values == NULL)
    return lever->weight * (lever->weight > 0.0 ? lever->high : lever->low) / 100.0;
  double best = -INFINITY;
  for (guint i = 0; i < lever->n_values; i++)
    best = fmax (best, lever->weight * lever->values[i] / 100.0);
  return best;
}

/* What @lever has to be to add @missing, as whole points where it may be anything: the least where
 * it helps, the most where it hurts. @missing is not above the best of it. */
static double
ask_of (const SlGrlLever *lever, double missing)
{
  gboolean helps = lever->weight >= 0.0;
  if (lever->values != NULL)
    {
      double asked = NAN;
      for (guint i = 0; i < lever->n_values; i++)
        {
          double value = lever->values[i];
          if (lever->weight * value / 100.0 >= missing - SLACK
              && (isnan (asked) || (helps ? value < asked : value > asked)))
            asked = value;
        }
      return asked;
    }
  if (lever->weight == 0.0 || isinf (missing))
    return helps ? lever->low : lever->high;
  double exact = missing * 100.0 / lever->weight;
  double whole = helps ? ceil (exact - SLACK) : floor (exact + SLACK);
  return fmin (fmax (whole, lever->low), lever->high);
}

gboolean
sl_grl_inverse (SlGrlLever *levers, guint n, double target)
{
  /* What all from one on can add at best. */
  g_autofree double *best = g_new0 (double, n + 1);
  for (guint i = n; i > 0; i--)
    best[i - 1] = best[i] + best_of (&levers[i - 1]);
  /* Nothing ends below the lowest satisfaction, whatever is taken away. */
  if (target <= -100.0)
    target = -INFINITY;
  if (best[0] < target - SLACK)
    return FALSE;
  double done = 0.0;
  for (guint i = 0; i < n; i++)
    {
      levers[i].needed = isnan (levers[i].fixed) ? ask_of (&levers[i], target - done - best[i + 1])
                                                 : levers[i].fixed;
      done += levers[i].weight * levers[i].needed / 100.0;
    }
  return TRUE;
}
