/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Earned value and earned schedule: what the money and the time spent have brought. Pure functions
 * of amounts in one unit; NAN is "not known" on the way in and "not defined" on the way out:
 * nothing is divided by 0, no index is rounded. Source: METHODS section 14. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/* When a task that is not finished has earned something. */
typedef enum
{
  SL_EARN_AT_END,      /* 0/100: when it is finished */
  SL_EARN_HALF_HALF,   /* 50/50: half when it starts */
  SL_EARN_AS_MEASURED, /* by its progress */
} SlEarnRule;

/* The share of its budget that a task with @progress (0..1; NAN: not known, nothing) has earned. */
double sl_earned_share (SlEarnRule rule, double progress);

/**
 * SlEarnedValueInput:
 * @planned: PV, planned cost of the work that should be done by now
 * @earned: EV, planned cost of the work that is done
 * @actual: AC, what that cost
 * @budget: BAC, planned cost of all work
 */
typedef struct
{
  double planned;
  double earned;
  double actual;
  double budget;
} SlEarnedValueInput;

/* Which costs the rest of the work is expected to have. */
typedef enum
{
  SL_ESTIMATE_BY_COST,     /* BAC / CPI: as the work so far */
  SL_ESTIMATE_AS_PLANNED,  /* AC + BAC - EV: as planned */
  SL_ESTIMATE_BY_COST_TIME /* AC + (BAC - EV) / (CPI x SPI): worse where late too */
} SlEstimate;

#define SL_N_ESTIMATES 3

/**
 * SlEarnedValue:
 * @schedule_variance: SV = EV - PV, money; below 0: late
 * @cost_variance: CV = EV - AC, money; below 0: too dear
 * @schedule_index: SPI = EV / PV; 1 at the end of every project: see #SlEarnedSchedule
 * @cost_index: CPI = EV / AC: work for each unit of money
 * @estimates: EAC by #SlEstimate: what all will have cost
 * @to_complete: ETC = EAC - AC
 * @at_completion: VAC = BAC - EAC
 * @needed_index: TCPI = (BAC - EV) / (BAC - AC): cost index that the rest needs to stay within
 *   budget; not defined once the budget is spent
 * @share_complete: EV / BAC
 * @share_spent: AC / BAC
 */
typedef struct
{
  double schedule_variance;
  double cost_variance;
  double schedule_index;
  double cost_index;
  double estimates[SL_N_ESTIMATES];
  double to_complete;
  double at_completion;
  double needed_index;
  double share_complete;
  double share_spent;
} SlEarnedValue;

/**
 * sl_earned_value:
 * @input: amounts, from 0; earned at most the budget
 * @estimate: the estimate that @to_complete and @at_completion go by
 */
SlEarnedValue sl_earned_value (const SlEarnedValueInput *input, SlEstimate estimate);

/**
 * SlEarnedSchedule:
 * @earned: ES: the period by which what is earned now was planned
 * @variance: SV(t) = ES - AT; unit: periods; below 0: late
 * @index: SPI(t) = ES / AT
 * @duration: IEAC(t) = PD / SPI(t): how long all takes at this pace; unit: periods
 * @duration_as_planned: AT + PD - ES: if the rest goes as planned
 * @money_index: SPI by money at the same time: EV / PV(AT)
 */
typedef struct
{
  double earned;
  double variance;
  double index;
  double duration;
  double duration_as_planned;
  double money_index;
} SlEarnedSchedule;

/**
 * sl_earned_schedule:
 * @planned: (array length=n): PV at the end of each period, cumulated: never falling
 * @n: periods
 * @earned: EV now; what is beyond the plan counts as all of it
 * @at: AT, the period now; 2.5 is half-way through the third
 * @planned_duration: PD, periods; NAN: the first period in which all was to be done
 *
 * ES = C + (EV - PV_C) / (PV_C+1 - PV_C), C the last period whose PV is at most EV; where the plan
 * stands still at EV, the first that reaches it. Cost: O(log n).
 *
 * Source: Lipke 2003; IEAC(t): Henderson 2004.
 *
 * Returns: all NAN without periods, without any planned value and without @earned
 */
SlEarnedSchedule sl_earned_schedule (const double *planned, guint n, double earned, double at,
                                     double planned_duration);

G_END_DECLS
