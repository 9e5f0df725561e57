/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a series of reviews rises or falls, beyond chance. Pure functions. NAN is a review
 * without a value: it is skipped, never filled in. Source: METHODS sections 10, 13. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/* Below so many values no trend is reported. */
#define SL_TREND_MIN_VALUES 4u
/* A fall is reported up to this chance that it is none. */
#define SL_TREND_MAX_P 0.10
/* Up to so many values, none of them equal, the chance is counted exactly. */
#define SL_TREND_MAX_EXACT 10u

/**
 * SlTrend:
 * @n: values that are there
 * @s: pairs that rise less pairs that fall
 * @variance: of @s where order is chance, with equal values counted
 * @z: @s with continuity correction, in standard deviations; 0 where all values are equal
 * @p: two-sided p of @z
 * @tau: @s as a share of all pairs, -1..1
 * @slope: Theil-Sen: change of the value from one review to the next
 * @one_sided: chance of a trend at least as strong in the direction that was found
 * @exact: whether @one_sided is counted, else it is by @z
 * @falling: at least SL_TREND_MIN_VALUES, @s below 0 and @one_sided at most SL_TREND_MAX_P
 */
typedef struct
{
  guint n;
  int s;
  double variance;
  double z;
  double p;
  double tau;
  double slope;
  double one_sided;
  gboolean exact;
  gboolean falling;
} SlTrend;

/**
 * sl_trend:
 * @values: (array length=n): one a review, oldest first
 * @n: reviews
 * @trend: (out): zeroes where there is none
 *
 * Source: Mann 1945, Kendall 1975; variance with ties as in Gilbert 1987. Cost: O(n^2).
 *
 * Returns: whether there are two values at least
 */
gboolean sl_trend (const double *values, guint n, SlTrend *trend);

/* How a milestone's forecasts move. */
typedef enum
{
  SL_MILESTONE_STABLE,
  SL_MILESTONE_SLIPPING,
  SL_MILESTONE_PULLING_IN,
  SL_MILESTONE_ZIGZAG,
} SlMilestoneClass;

/* "stable", "slipping", "pulling_in", "zigzag". */
const char *sl_milestone_class_name (SlMilestoneClass class);

/**
 * SlMilestoneTrend:
 * @n: reports that forecast a day
 * @slope: Theil-Sen: days of slip a day that passes; NAN where all reports are of one day
 * @slip_total: last forecast less first; unit: days
 * @last_step: last forecast less the one before, which a robust slope does not see; NAN for one
 * @n_turns: changes of direction
 * @class: two turns at least: zigzag; else by @slope: within 0.05 stable
 * @projected_day: where the line meets the report day; NAN where it recedes as fast as time passes
 *   (@slope from 1)
 */
typedef struct
{
  guint n;
  double slope;
  double slip_total;
  double last_step;
  guint n_turns;
  SlMilestoneClass class;
  double projected_day;
} SlMilestoneTrend;

/**
 * sl_milestone_trend:
 * @report_days: (array length=n): days of the reports, in any order; NAN is skipped
 * @forecast_days: (array length=n): when the milestone was expected then; NAN is skipped
 * @n: reports
 * @trend: (out): NAN where there is nothing to say
 *
 * Milestone trend analysis. Of reports on one day the later in the array comes later. Cost: O(n^2).
 *
 * Returns: whether there are reports of two different days at least
 */
gboolean sl_milestone_trend (const double *report_days, const double *forecast_days, guint n,
                             SlMilestoneTrend *trend);

G_END_DECLS
