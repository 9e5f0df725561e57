/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two rows of time units over a span of days at a scale: which units, where they begin, and labels
 * that fit. Knows no plan and draws nothing. */

#pragma once

#include "sl-text-measure.h"

G_BEGIN_DECLS

typedef enum
{
  SL_TIME_DAY,
  SL_TIME_WEEK, /* ISO 8601: begins on Monday */
  SL_TIME_MONTH,
  SL_TIME_QUARTER, /* of the fiscal year */
  SL_TIME_YEAR,    /* fiscal year, or a run of them */
  SL_TIME_N_UNITS
} SlTimeUnit;

/**
 * SlTimeCell:
 * @start: first day of the unit; may lie before the first day of the axis
 * @x: where its visible part begins; pt
 * @w: width of its visible part; pt
 * @repeats: whether the unit began in an earlier cell: wide units are cut into several cells, each
 *   with the label, so that a sheet or a window that begins inside still tells where it is
 * @label: (nullable): text that fits @w with room at both sides, NULL where none does
 */
typedef struct
{
  gint64 start;
  double x;
  double w;
  gboolean repeats;
  char *label;
} SlTimeCell;

/* Where years and weeks begin. @fiscal_month: 1..12; @weekday: 1 Monday to 7 Sunday */
typedef struct
{
  int fiscal_month;
  int weekday;
} SlTimeStarts;

/**
 * SlTimeAxis:
 * @first: first day
 * @last: last day, inclusive
 * @x: where @first begins; pt
 * @pt_per_day: scale; pt
 * @starts: where the fiscal year and weeks begin
 * @tiled: see sl_time_axis_new()
 * @lower: unit of the lower row: the finest whose labels fit
 * @upper: unit of the upper row, SL_TIME_N_UNITS if there is none
 * @years: years of a cell where a unit is SL_TIME_YEAR; 1 unless the scale is very small
 * @lower_cells: (element-type SlTimeCell): ascending, they cover the axis without gap or overlap
 * @upper_cells: (element-type SlTimeCell): likewise, empty where there is no upper row
 */
typedef struct
{
  gint64 first;
  gint64 last;
  double x;
  double pt_per_day;
  SlTimeStarts starts;
  gboolean tiled;
  SlTimeUnit lower;
  SlTimeUnit upper;
  guint years;
  GArray *lower_cells;
  GArray *upper_cells;
} SlTimeAxis;

#define SL_TIME_FONT_UPPER SL_FONT_BOLD
#define SL_TIME_FONT_LOWER SL_FONT_SMALL
/* Least room between a label and each end of its cell; pt. */
#define SL_TIME_PAD 1.5

/**
 * sl_time_axis_new:
 * @first: first day
 * @last: last day, inclusive; >= @first
 * @x: where the axis begins; pt
 * @pt_per_day: scale; pt, > 0
 * @starts: where the fiscal year and weeks begin
 * @tiled: the axis is spread over several sheets: each unit of the upper row has a place inside
 * where a sheet may begin without cutting a unit of the lower row, as months cut weeks
 * @measure: decides which labels fit
 *
 * Cost: O(cells). Returns: (transfer full): the axis
 */
SlTimeAxis *sl_time_axis_new (gint64 first, gint64 last, double x, double pt_per_day,
                              SlTimeStarts starts, gboolean tiled,
                              SlTextMeasure *measure) G_GNUC_WARN_UNUSED_RESULT;
void sl_time_axis_free (SlTimeAxis *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTimeAxis, sl_time_axis_free)

/* Where @day begins; pt. Not limited to the span. */
double sl_time_axis_x (const SlTimeAxis *self, gint64 day);
double sl_time_axis_width (const SlTimeAxis *self);
/* Where a tile of the chart may end: where cells of both rows begin, or cells of the lower row
 * where there is no upper one; the last is the end of the axis. (transfer full) (element-type
 * double) */
GArray *sl_time_axis_breaks (const SlTimeAxis *self) G_GNUC_WARN_UNUSED_RESULT;

/* First day of the unit that contains @day. @years: of SL_TIME_YEAR, >= 1. */
gint64 sl_time_unit_floor (SlTimeUnit unit, guint years, SlTimeStarts starts, gint64 day);
/* First day of the unit after the one that begins on @start. */
gint64 sl_time_unit_next (SlTimeUnit unit, guint years, gint64 start);

G_END_DECLS
