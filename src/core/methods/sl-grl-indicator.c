/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measures as satisfaction of goals. */

#include "config.h"

#include "sl-grl-indicator.h"

#include <math.h>

double
sl_grl_indicator_satisfaction (const SlGrlIndicator *indicator, double value)
{
  double target = indicator->target, threshold = indicator->threshold, worst = indicator->worst;
  if (isnan (value) || isnan (target) || isnan (threshold) || isnan (worst) || target == worst)
    return NAN;
  if (target < worst)
    {
      /* Less is better: the same with the axis turned round. */
      value = -value;
      target = -target;
      threshold = -threshold;
      worst = -worst;
    }
  if (value >= target)
    return 100.0;
  if (value <= worst)
    return -100.0;
  if (value >= threshold)
    return (value - threshold) / (target - threshold) * 100.0;
  return (value - threshold) / (threshold - worst) * 100.0;
}

double
sl_grl_to_positive_scale (double satisfaction)
{
  return satisfaction / 2.0 + 50.0;
}
