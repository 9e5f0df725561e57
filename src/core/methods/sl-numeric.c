/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numeric tools without a subject of their own. What belongs to one method only stays with that
 * method. */

#include "config.h"

#include "methods/sl-numeric.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

/* Continued fractions and series that have not settled by then never do. */
#define MAX_TERMS 100000
#define TINY 1e-300

int
sl_compare_doubles (const void *a, const void *b)
{
  double x = *(const double *)a, y = *(const double *)b;
  return (x > y) - (x < y);
}

double
sl_median (double *values, guint n)
{
  if (n == 0)
    return NAN;
  qsort (values, n, sizeof *values, sl_compare_doubles);
  return n % 2 == 1 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2.0;
}

double
sl_quantile (const double *sorted, guint n, double q)
{
  if (n == 0 || !(q >= 0.0 && q <= 1.0))
    return NAN;
  double place = (n - 1) * q;
  guint below = (guint)place;
  if (below + 1 >= n)
    return sorted[n - 1];
  return sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]);
}

typedef struct
{
  double value;
  guint index;
} Placed;

double
sl_average_ranks (const double *values, guint n, double *ranks)
{
  g_autofree Placed *placed = g_new (Placed, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    placed[i] = (Placed){ values[i], i };
  /* The value comes first in the struct. */
  qsort (placed, n, sizeof *placed, sl_compare_doubles);
  double ties = 0.0;
  for (guint from = 0, to; from < n; from = to)
    {
      for (to = from + 1; to < n && placed[to].value == placed[from].value; to++)
        ;
      double t = to - from;
      for (guint i = from; i < to; i++)
        ranks[placed[i].index] = (from + 1 + to) / 2.0;
      ties += t * t * t - t;
    }
  return ties;
}

double
sl_theil_sen (const double *x, const double *y, guint n, double *intercept)
{
  g_autofree double *slopes = g_new (double, MAX ((gsize)n * n / 2, 1));
  g_autofree double *xs = g_new (double, MAX (n, 1));
  g_autofree double *ys = g_new (double, MAX (n, 1));
  guint n_slopes = 0, n_known = 0;
  for (guint i = 0; i < n; i++)
    {
      if (isnan (x[i]) || isnan (y[i]))
        continue;
      for (guint j = 0; j < n_known; j++)
        if (xs[j] != x[i])
          slopes[n_slopes++] = (y[i] - ys[j]) / (x[i] - xs[j]);
      xs[n_known] = x[i];
      ys[n_known++] = y[i];
    }
  double slope = sl_median (slopes, n_slopes);
  if (intercept != NULL)
    *intercept = sl_median (ys, n_known) - slope * sl_median (xs, n_known);
  return slope;
}

double
sl_normal_cdf (double z)
{
  return 0.5 * erfc (-z / G_SQRT2);
}

/* ln of the gamma function, without the global sign that lgamma() writes. */
static double
log_gamma (double a)
{
  int sign;
  return lgamma_r (a, &sign);
}

/* A divisor that is never 0. */
static double
away_from_zero (double value)
{
  return fabs (value) < TINY ? TINY : value;
}

double
sl_gamma_q (double a, double x)
{
  if (!(a > 0.0) || !(x >= 0.0))
    return NAN;
  if (x == 0.0)
    return 1.0;
  if (isinf (x))
    return 0.0;
  double factor = exp (a * log (x) - x - log_gamma (a));
  if (x < a + 1.0)
    {
      double term = 1.0 / a, sum = term;
      for (guint i = 1; i < MAX_TERMS && term > sum * DBL_EPSILON; i++)
        sum += term *= x / (a + i);
      return CLAMP (1.0 - sum * factor, 0.0, 1.0);
    }
  double b = x + 1.0 - a, c = 1.0 / TINY, d = 1.0 / away_from_zero (b), h = d, step = 0.0;
  for (guint i = 1; i < MAX_TERMS && fabs (step - 1.0) > DBL_EPSILON; i++)
    {
      double an = -(double)i * (i - a);
      b += 2.0;
      d = 1.0 / away_from_zero (an * d + b);
      c = away_from_zero (b + an / c);
      h *= step = c * d;
    }
  return CLAMP (factor * h, 0.0, 1.0);
}

/* The continued fraction of the incomplete beta function; settles fast for x < (a+1)/(a+b+2). */
static double
beta_fraction (double a, double b, double x)
{
  double c = 1.0, d = 1.0 / away_from_zero (1.0 - (a + b) * x / (a + 1.0)), h = d, step = 0.0;
  for (guint m = 1; m < MAX_TERMS && fabs (step - 1.0) > DBL_EPSILON; m++)
    {
      double even = m * (b - m) * x / ((a + 2 * m - 1.0) * (a + 2 * m));
      d = 1.0 / away_from_zero (1.0 + even * d);
      c = away_from_zero (1.0 + even / c);
      h *= c * d;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1.0));
      d = 1.0 / away_from_zero (1.0 + odd * d);
      c = away_from_zero (1.0 + odd / c);
      h *= step = c * d;
    }
  return h;
}

double
sl_beta_p (double a, double b, double x)
{
  if (!(a > 0.0 && b > 0.0 && x >= 0.0 && x <= 1.0))
    return NAN;
  if (x == 0.0 || x == 1.0)
    return x;
  double factor
      = exp (log_gamma (a + b) - log_gamma (a) - log_gamma (b) + a * log (x) + b * log1p (-x));
  if (x < (a + 1.0) / (a + b + 2.0))
    return CLAMP (factor * beta_fraction (a, b, x) / a, 0.0, 1.0);
  return CLAMP (1.0 - factor * beta_fraction (b, a, 1.0 - x) / b, 0.0, 1.0);
}

double
sl_beta_quantile (double a, double b, double p)
{
  if (!(a > 0.0 && b > 0.0 && p >= 0.0 && p <= 1.0))
    return NAN;
  /* Near the ends the share is 0 or 1 to the last digit well before the value is. */
  if (p == 0.0 || p == 1.0)
    return p;
  double low = 0.0, high = 1.0;
  while (TRUE)
    {
      double middle = (low + high) / 2.0;
      /* Until no number lies between the two. */
      if (middle <= low || middle >= high)
        return middle;
      if (sl_beta_p (a, b, middle) < p)
        low = middle;
      else
        high = middle;
    }
}

double
sl_student_two_sided (double t, double df)
{
  if (!(df > 0.0) || isnan (t))
    return NAN;
  return isinf (t) ? 0.0 : sl_beta_p (df / 2.0, 0.5, df / (df + t * t));
}
