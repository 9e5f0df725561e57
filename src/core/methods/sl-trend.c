/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trends of short series. Slopes are medians, so that one odd report does not make a trend; chances
 * are counted where the series is short enough. */

#include "config.h"

#include "methods/sl-trend.h"

#include "methods/sl-numeric.h"
#include "methods/sl-rank-agreement.h"

#include <math.h>
#include <stdlib.h>

/* Slopes of forecasts up to this are none. */
#define STABLE_SLOPE 0.05

/* Sum over groups of t equal values of t (t - 1) (2t + 5). */
static double
sum_ties (const double *values, guint n)
{
  g_autofree double *sorted = g_memdup2 (values, n * sizeof *values);
  qsort (sorted, n, sizeof *sorted, sl_compare_doubles);
  double sum = 0.0;
  for (guint from = 0, to; from < n; from = to)
    {
      for (to = from + 1; to < n && sorted[to] == sorted[from]; to++)
        ;
      double t = to - from;
      sum += t * (t - 1.0) * (2.0 * t + 5.0);
    }
  return sum;
}

/* The test of Mann and Kendall for @n values that are all there. */
static void
test_trend (const double *values, guint n, SlTrend *trend)
{
  double pairs = n * (n - 1.0) / 2.0, ties = sum_ties (values, n);
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      trend->s += (values[j] > values[i]) - (values[j] < values[i]);
  trend->variance = (n * (n - 1.0) * (2.0 * n + 5.0) - ties) / 18.0;
  if (trend->s != 0)
    trend->z = (trend->s - (trend->s > 0 ? 1 : -1)) / sqrt (trend->variance);
  trend->p = 2.0 * sl_normal_cdf (-fabs (trend->z));
  trend->tau = trend->s / pairs;
  trend->exact = ties == 0.0 && n <= SL_TREND_MAX_EXACT;
  trend->one_sided
      = trend->exact ? sl_kendall_tail (n, abs (trend->s)) : sl_normal_cdf (-fabs (trend->z));
  trend->falling = n >= SL_TREND_MIN_VALUES && trend->s < 0 && trend->one_sided <= SL_TREND_MAX_P;
}

gboolean
sl_trend (const double *values, guint n, SlTrend *trend)
{
  g_autofree double *known = g_new (double, MAX (n, 1));
  g_autofree double *places = g_new (double, MAX (n, 1));
  *trend = (SlTrend){ 0 };
  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      {
        places[trend->n] = i;
        known[trend->n++] = values[i];
      }
  if (trend->n < 2)
    return FALSE;
  test_trend (known, trend->n, trend);
  trend->slope = sl_theil_sen (places, known, trend->n, NULL);
  return TRUE;
}

const char *
sl_milestone_class_name (SlMilestoneClass class)
{
  static const char *const names[] = { "stable", "slipping", "pulling_in", "zigzag" };
  return names[class];
}

typedef struct
{
  double report;
  double forecast;
  guint index;
} Report;

static int
compare_reports (const void *a, const void *b)
{
  const Report *x = a, *y = b;
  int order = sl_compare_doubles (&x->report, &y->report);
  return order != 0 ? order : (x->index > y->index) - (x->index < y->index);
}

static guint
count_turns (const Report *reports, guint n)
{
  guint n_turns = 0;
  int direction = 0;
  for (guint i = 1; i < n; i++)
    {
      int step = sl_compare_doubles (&reports[i].forecast, &reports[i - 1].forecast);
      n_turns += step != 0 && step == -direction;
      direction = step != 0 ? step : direction;
    }
  return n_turns;
}

static SlMilestoneClass
classify (const SlMilestoneTrend *trend)
{
  if (trend->n_turns >= 2)
    return SL_MILESTONE_ZIGZAG;
  if (fabs (trend->slope) < STABLE_SLOPE)
    return SL_MILESTONE_STABLE;
  return trend->slope > 0.0 ? SL_MILESTONE_SLIPPING : SL_MILESTONE_PULLING_IN;
}

gboolean
sl_milestone_trend (const double *report_days, const double *forecast_days, guint n,
                    SlMilestoneTrend *trend)
{
  g_autofree Report *reports = g_new (Report, MAX (n, 1));
  guint n_reports = 0;
  for (guint i = 0; i < n; i++)
    if (!isnan (report_days[i]) && !isnan (forecast_days[i]))
      reports[n_reports++] = (Report){ report_days[i], forecast_days[i], i };
  qsort (reports, n_reports, sizeof *reports, compare_reports);
  *trend = (SlMilestoneTrend){ n_reports, NAN, NAN, NAN, 0, SL_MILESTONE_STABLE, NAN };
  if (n_reports == 0)
    return FALSE;
  const Report *last = &reports[n_reports - 1];
  trend->slip_total = last->forecast - reports[0].forecast;
  if (n_reports > 1)
    trend->last_step = last->forecast - last[-1].forecast;
  trend->n_turns = count_turns (reports, n_reports);
  trend->slope = sl_theil_sen (report_days, forecast_days, n, NULL);
  if (isnan (trend->slope))
    return FALSE;
  trend->class = classify (trend);
  if (trend->slope < 1.0)
    trend->projected_day = (last->forecast - trend->slope * last->report) / (1.0 - trend->slope);
  return TRUE;
}
