/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shares of budgets against shares of weights. Only shares are compared: a plan in cents and
 * weights in points give the same as a plan in millions. */

#include "config.h"

#include "methods/sl-resource-fit.h"

#include "methods/sl-numeric.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* NAN where a value is not a share of anything. */
static double
total_of (const double *values, guint n)
{
  double total = 0.0;
  for (guint i = 0; i < n; i++)
    {
      if (!(values[i] >= 0.0))
        return NAN;
      total += values[i];
    }
  return total > 0.0 && isfinite (total) ? total : (double)NAN;
}

double
sl_resource_fit (const double *budgets, const double *weights, guint n, double *gaps)
{
  double budget = total_of (budgets, n);
  double weight = total_of (weights, n);
  gboolean assessed = !isnan (budget) && !isnan (weight);
  double distance = 0.0;
  for (guint i = 0; i < n; i++)
    {
      double gap = assessed ? budgets[i] / budget - weights[i] / weight : 0.0;
      distance += fabs (gap) / 2.0;
      if (gaps != NULL)
        gaps[i] = gap;
    }
  return assessed ? MIN (distance, 1.0) : (double)NAN;
}

double
sl_gini (const double *values, guint n)
{
  double total = total_of (values, n);
  if (isnan (total))
    return NAN;
  g_autofree double *sorted = g_new (double, n);
  memcpy (sorted, values, n * sizeof *sorted);
  qsort (sorted, n, sizeof *sorted, sl_compare_doubles);
  double sum = 0.0;
  for (guint i = 0; i < n; i++)
    sum += (2.0 * (i + 1) - n - 1.0) * (sorted[i] / total);
  return MAX (sum / n, 0.0);
}
