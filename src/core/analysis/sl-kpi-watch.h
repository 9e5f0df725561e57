/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One KPI as the monitor shows it: what was measured, how it keeps pace with its target, where it
 * goes, and how its target came about. Pure. */

#pragma once

#include "analysis/sl-goal-state.h"
#include "analysis/sl-kpi-series.h"

G_BEGIN_DECLS

/* Parts of a goal that are neither parked nor dropped, and how many of them are on track or done.
 */
typedef struct
{
  guint n;
  guint n_green;
} SlGoalParts;

/* One a row of the goals of @plan; only first parents count. Cost: O(goals). (transfer full): free
 * with g_free() */
SlGoalParts *sl_goal_parts_new (const SlSnapshot *plan,
                                const SlGoalProgress *progress) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SlKpiContrast: whether a KPI says the same as the parts of its goal
 * @SL_KPI_AGREES: it does, or there is nothing to compare
 * @SL_KPI_PARTS_GREEN: all parts are on track, and the KPI is red
 * @SL_KPI_PARTS_RED: no part is on track, and the KPI is green
 */
typedef enum
{
  SL_KPI_AGREES,
  SL_KPI_PARTS_GREEN,
  SL_KPI_PARTS_RED,
} SlKpiContrast;

/* @row: of the KPIs of @plan; @parts: of @plan. A KPI that keeps pace with the time since its
 * baseline is not red. Goals that are closed or parked have no contrast. Source: PRODUCT section 8,
 * KPI-03. */
SlKpiContrast sl_kpi_contrast (const SlSnapshot *plan, const SlGoalProgress *progress,
                               const SlGoalParts *parts, guint row, gint64 today);

/**
 * SlKpiBand: where the newest value of a KPI lies that is to stay within a range
 * @SL_KPI_BAND_NONE: it has no range, or no value
 * @SL_KPI_BAND_INSIDE: between its ends
 * @SL_KPI_BAND_TOLERATED: beyond one of them by less than the tolerance
 * @SL_KPI_BAND_OUTSIDE: further out
 */
typedef enum
{
  SL_KPI_BAND_NONE,
  SL_KPI_BAND_INSIDE,
  SL_KPI_BAND_TOLERATED,
  SL_KPI_BAND_OUTSIDE,
} SlKpiBand;

/**
 * SlKpiWatch:
 * @n: values up to today, one a day at most
 * @days: (array length=n): ascending
 * @values: (array length=n)
 * @target: or NAN
 * @low: lower end of the range that it is to stay in, or NAN
 * @high: its upper end, or NAN
 * @band: where the newest value lies in it
 * @contrast: with the parts of its goal
 * @score: 0..1 of the way from baseline to target, or NAN
 * @state: by @score and the time that has passed between baseline and target day
 * @pace: the same as numbers
 * @forecast: day on which the trend of the last values meets the target; NAN: it does not, or there
 *   are too few values
 * @stale: nobody measured for longer than was agreed
 */
typedef struct
{
  guint n;
  double *days;
  double *values;
  double target;
  double low;
  double high;
  SlKpiBand band;
  SlKpiContrast contrast;
  double score;
  SlItemState state;
  SlPace pace;
  double forecast;
  gboolean stale;
} SlKpiWatch;

/* What all KPIs of a plan have to be compared with, worked out once. Immutable; any thread. */
typedef struct _SlKpiSurvey SlKpiSurvey;

/* Keeps a reference to @plan. Cost: O(all values and goals of the plan). (transfer full) */
SlKpiSurvey *sl_kpi_survey_new (const SlSnapshot *plan, gint64 today) G_GNUC_WARN_UNUSED_RESULT;
void sl_kpi_survey_free (SlKpiSurvey *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlKpiSurvey, sl_kpi_survey_free)
gint64 sl_kpi_survey_get_today (const SlKpiSurvey *self);
/* How far all goals and KPIs are on that day. (transfer none) */
const SlGoalProgress *sl_kpi_survey_get_progress (const SlKpiSurvey *self);
/* The plan that was surveyed. (transfer none) */
const SlSnapshot *sl_kpi_survey_get_plan (const SlKpiSurvey *self);

/* As sl_kpi_watch_new(), for many KPIs. @plan: that of @survey. Cost: O(its values). */
SlKpiWatch *sl_kpi_survey_watch (const SlKpiSurvey *survey, const SlSnapshot *plan,
                                 SlId kpi) G_GNUC_WARN_UNUSED_RESULT;

/* Source of the forecast: Theil-Sen, METHODS section 15. Cost: O(all values and goals of the plan).
 * Returns: (transfer full) (nullable): %NULL where @kpi is no KPI */
SlKpiWatch *sl_kpi_watch_new (const SlSnapshot *plan, SlId kpi,
                              gint64 today) G_GNUC_WARN_UNUSED_RESULT;
void sl_kpi_watch_free (SlKpiWatch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlKpiWatch, sl_kpi_watch_free)

/* What was agreed and decided about the target of @kpi, the newest first, a line each: “3 Mar 2026:
 * 80 agreed”, “1 Feb 2026: Raise the target (the market grew)”; %NULL where nothing is on record.
 * Translated. (transfer full) (nullable) */
char *sl_kpi_target_history (const SlSnapshot *plan, SlId kpi, guint max);

G_END_DECLS
