/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the value of a measure is worth as satisfaction of a goal. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlGrlIndicator:
 * @target: fully satisfied from here on
 * @threshold: just acceptable: worth 0
 * @worst: not satisfied at all from here on; below @target where more is better
 *
 * All in the unit of the measure; NAN: not known.
 */
typedef struct
{
  double target;
  double threshold;
  double worst;
} SlGrlIndicator;

/**
 * sl_grl_indicator_satisfaction:
 * @value: what was measured; NAN: no data
 *
 * Linear between worst, threshold and target.
 *
 * Source: Fan, Anda & Amyot 2018, equations 8 and 9; METHODS section 1.1.
 *
 * Returns: -100..100; NAN where a number is not known, or the target equals the worst
 */
double sl_grl_indicator_satisfaction (const SlGrlIndicator *indicator, double value);

/* @satisfaction (-100..100) on the scale 0..100. */
double sl_grl_to_positive_scale (double satisfaction);

G_END_DECLS
