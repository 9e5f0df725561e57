/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Earned value and earned schedule. A cost index without costs is not defined, and so is everything
 * that would be made of it. */

#include "config.h"

#include "methods/sl-earned-value.h"

#include <math.h>

double
sl_earned_share (SlEarnRule rule, double progress)
{
  if (isnan (progress) || progress <= 0.0)
    return 0.0;
  if (progress >= 1.0)
    return 1.0;
  if (rule == SL_EARN_HALF_HALF)
    return 0.5;
  return rule == SL_EARN_AS_MEASURED ? progress : 0.0;
}

static double
ratio (double part, double whole)
{
  return whole == 0.0 ? (double)NAN : part / whole;
}

SlEarnedValue
sl_earned_value (const SlEarnedValueInput *input, SlEstimate estimate)
{
  double rest = input->budget - input->earned;
  SlEarnedValue value = {
    .schedule_variance = input->earned - input->planned,
    .cost_variance = input->earned - input->actual,
    .schedule_index = ratio (input->earned, input->planned),
    .cost_index = ratio (input->earned, input->actual),
    .needed_index = input->actual < input->budget ? rest / (input->budget - input->actual) : NAN,
    .share_complete = ratio (input->earned, input->budget),
    .share_spent = ratio (input->actual, input->budget),
  };
  value.estimates[SL_ESTIMATE_BY_COST] = ratio (input->budget, value.cost_index);
  value.estimates[SL_ESTIMATE_AS_PLANNED] = input->actual + rest;
  value.estimates[SL_ESTIMATE_BY_COST_TIME]
      = input->actual + ratio (rest, value.cost_index * value.schedule_index);
  value.to_complete = value.estimates[estimate] - input->actual;
  value.at_completion = input->budget - value.estimates[estimate];
  return value;
}

/* PV at the end of period @period; the plan begins at 0. */
static double
planned_at (const double *planned, guint period)
{
  return period == 0 ? 0.0 : planned[period - 1];
}

/* The period by which @value was planned, and how much of the next. */
static double
find_period (const double *planned, guint n, double value)
{
  /* The first period that reaches it. */
  guint low = 0, high = n;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (planned_at (planned, middle) >= value)
        high = middle;
      else
        low = middle + 1;
    }
  double reached = planned_at (planned, low);
  if (reached <= value || low == 0)
    return low;
  double before = planned_at (planned, low - 1);
  return low - 1 + (value - before) / (reached - before);
}

/* PV at any time. */
static double
planned_by (const double *planned, guint n, double at)
{
  if (at >= n)
    return planned_at (planned, n);
  guint period = (guint)at;
  double begin = planned_at (planned, period);
  return begin + (at - period) * (planned_at (planned, period + 1) - begin);
}

SlEarnedSchedule
sl_earned_schedule (const double *planned, guint n, double earned, double at,
                    double planned_duration)
{
  SlEarnedSchedule schedule = { NAN, NAN, NAN, NAN, NAN, NAN };
  double all = planned_at (planned, n);
  if (!(all > 0.0) || isnan (earned))
    return schedule;
  if (isnan (planned_duration))
    planned_duration = find_period (planned, n, all);
  schedule.earned = find_period (planned, n, MIN (earned, all));
  schedule.variance = schedule.earned - at;
  schedule.index = ratio (schedule.earned, at);
  schedule.duration = ratio (planned_duration, schedule.index);
  schedule.duration_as_planned = at + planned_duration - schedule.earned;
  schedule.money_index = at >= 0.0 ? ratio (earned, planned_by (planned, n, at)) : (double)NAN;
  return schedule;
}
