/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline: tasks, milestones and due dates of goals over time. This file holds the order of
 * the layout and the choice of the scale; each part of the picture has a file of its own. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/sl-date.h"
#include "timeline/sl-timeline-private.h"

/* Smallest width of the body; pt. */
#define BODY_MIN_W 120.0
/* Without a width to fill, short plans get about this on a screen, and this on a poster of several
 * sheets; pt. */
#define BODY_NATURAL_W 560.0
#define BODY_POSTER_W 1200.0
/* Room before the first and after the last mark; pt. */
#define END_ROOM 14.0
/* Scales that are chosen without being asked for; pt per day. */
#define NATURAL_MIN 0.75
#define NATURAL_MAX 16.0
/* Many rows on a screen at less than this are drawn without what cannot be seen; pt per day. */
#define DENSE_SCALE 1.0

SlTimeline *
sl_timeline_new (const SlSnapshot *plan, const SlChartParams *params)
{
  SlTimeline *self = g_new0 (SlTimeline, 1);
  self->plan = plan;
  self->params = params;
  self->rows = g_array_new (FALSE, FALSE, sizeof (SlTimelineItem));
  self->row_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->taken = g_ptr_array_new ();
  self->undated = g_array_new (FALSE, FALSE, sizeof (SlTimelineCell));
  self->row_breaks = g_array_new (FALSE, FALSE, sizeof (double));
  self->hand_offs = g_array_new (FALSE, FALSE, sizeof (SlTimelineHandOff));
  self->lane_color = -1;
  return self;
}

void
sl_timeline_free (SlTimeline *self)
{
  g_clear_pointer (&self->axis, sl_time_axis_free);
  g_clear_pointer (&self->schedule, sl_plan_schedule_free);
  g_clear_pointer (&self->breaks, g_array_unref);
  g_array_unref (self->rows);
  g_array_unref (self->hand_offs);
  g_array_unref (self->undated);
  g_array_unref (self->row_breaks);
  g_hash_table_unref (self->row_of);
  for (guint i = 0; i < self->taken->len; i++)
    g_clear_pointer ((GArray **)&g_ptr_array_index (self->taken, i), g_array_unref);
  g_ptr_array_unref (self->taken);
  g_free (self);
}

static SlTimeStarts
find_starts (const SlSnapshot *plan, const SlChartParams *params)
{
  const SlTable *project = sl_snapshot_table (plan, SL_KIND_PROJECT);
  const gint64 month
      = sl_table_n_rows (project) > 0 ? sl_table_int (project, 0, SL_PROJECT_FISCAL_MONTH) : 1;
  return (SlTimeStarts){ (int)CLAMP (month, 1, 12), params->first_weekday };
}

/* Whole weeks or months around what is shown; today too, where it is near. What params->from and to
 * say is taken as it is. */
static gboolean
choose_span (SlTimeline *self, gint64 *first, gint64 *last)
{
  const SlChartParams *params = self->params;
  if (!sl_timeline_get_span (self, first, last))
    return FALSE;
  const gint64 near = MAX (21, (*last - *first) / 8);
  if (params->today < *first && *first - params->today <= near)
    *first = params->today;
  if (params->today > *last && params->today - *last <= near)
    *last = params->today;
  const SlTimeUnit unit = *last - *first < 60 ? SL_TIME_WEEK : SL_TIME_MONTH;
  const SlTimeStarts starts = { 1, params->first_weekday };
  *first = sl_time_unit_floor (unit, 1, starts, *first);
  *last = sl_time_unit_next (unit, 1, sl_time_unit_floor (unit, 1, starts, *last)) - 1;
  if (params->from != SL_INT_NULL)
    *first = params->from;
  if (params->to != SL_INT_NULL)
    *last = params->to;
  *last = MAX (*first, *last);
  return TRUE;
}

static double
choose_scale (const SlTimeline *self, gint64 days)
{
  const SlChartParams *params = self->params;
  if (!params->paper && params->pt_per_day > 0)
    return params->pt_per_day;
  if (params->width > 0)
    return MAX (params->width - self->side_w, BODY_MIN_W) / (double)days;
  const double scale = CLAMP ((params->paper ? BODY_POSTER_W : BODY_NATURAL_W) / (double)days,
                              NATURAL_MIN, NATURAL_MAX);
  return MAX (scale, BODY_MIN_W / (double)days);
}

/* Lets the first and the last mark have room for themselves and for the lines around them. */
static void
pad_span (const SlTimeline *self, gint64 *first, gint64 *last)
{
  gint64 data_first, data_last;
  if (!sl_timeline_get_span (self, &data_first, &data_last))
    return;
  const double scale = choose_scale (self, *last - *first + 1);
  const gint64 pad = (gint64)ceil (END_ROOM / scale);
  if (self->params->from == SL_INT_NULL)
    *first = MIN (*first, data_first - pad);
  if (self->params->to == SL_INT_NULL)
    *last = MAX (*last, data_last + pad);
}

static int
year_of (gint64 day_number)
{
  int year, month, day;
  sl_day_to_ymd (day_number, &year, &month, &day);
  return year;
}

static gboolean
has_ghosts (const SlTimeline *self)
{
  for (guint i = 0; self->params->baselines && i < self->rows->len; i++)
    if (sl_timeline_item_has_ghost (sl_timeline_row (self, i)))
      return TRUE;
  return FALSE;
}

/* The axis from @first to @last in what room is left beside the side band. */
static void
make_axis (SlTimeline *self, gint64 first, gint64 last)
{
  const gboolean tiled = self->params->paper && self->params->width <= 0;
  pad_span (self, &first, &last);
  const double scale = choose_scale (self, last - first + 1);
  g_clear_pointer (&self->axis, sl_time_axis_free);
  self->axis = sl_time_axis_new (first, last, self->side_w, scale,
                                 find_starts (self->plan, self->params), tiled, self->measure);
  self->body_w = sl_time_axis_width (self->axis);
  self->top_h = SL_TIMELINE_HEAD_ROW_H * (self->axis->upper != SL_TIME_N_UNITS ? 2 : 1)
                + (self->shows_today ? SL_TIMELINE_TODAY_H : 3);
  self->shades_days = scale >= SL_TIMELINE_SHADE_MIN;
  self->shows_ghosts = has_ghosts (self);
  self->dense
      = !self->params->paper && self->rows->len > SL_TIMELINE_MANY_ROWS && scale < DENSE_SCALE;
}

/* What to do about a chart without marks. */
static const char *
get_advice (const SlTimeline *self)
{
  if (self->omitted.outside > 0)
    return _ ("Nothing lies in this period. Choose another one, or show all days.");
  if (self->rows->len > 0)
    return _ ("Nothing has a date yet. Give a goal a due date, or a task a start and an end, and "
              "it appears here.");
  return _ ("Nothing is planned yet. Add goals with due dates, tasks or milestones, and they "
            "appear here.");
}

/* The band at the top says what to do instead of showing the time. */
static void
measure_advice (SlTimeline *self)
{
  double h;
  self->body_w = MAX (self->params->width - self->side_w, 2 * BODY_MIN_W);
  sl_text_measure_size (self->measure, SL_FONT_LABEL, get_advice (self),
                        self->body_w - 2 * SL_TIMELINE_PAD, NULL, &h);
  self->top_h = MAX (SL_TIMELINE_HEAD_ROW_H + 3, h + 2 * SL_TIMELINE_PAD);
}

static void
draw_advice (SlTimeline *self)
{
  sl_scene_add_text (self->scene, SL_BAND_TOP, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, SL_ALIGN_START,
                     self->side_w + SL_TIMELINE_PAD, 0, self->body_w - 2 * SL_TIMELINE_PAD,
                     self->top_h, get_advice (self))
      ->wrap
      = TRUE;
}

/* Side band, axis, heights of rows. */
static void
measure_parts (SlTimeline *self, guint density, gint64 first, gint64 last)
{
  sl_timeline_set_density (self, density);
  sl_timeline_measure_columns (self);
  if (self->dated)
    make_axis (self, first, last);
  else
    measure_advice (self);
  sl_timeline_measure_rows (self);
  sl_timeline_measure_undated (self);
  if (self->height <= self->top_h)
    self->height = self->dated_h = self->top_h + self->density->row;
  sl_timeline_place_row_breaks (self);
}

/* Rows stand as roomy as the fewest sheets allow. */
static void
measure (SlTimeline *self)
{
  const SlChartParams *params = self->params;
  gint64 first, last;
  sl_timeline_make_rows (self);
  self->dated = choose_span (self, &first, &last);
  if (self->dated)
    {
      self->one_year = year_of (first) == year_of (last);
      self->shows_today = params->today >= first && params->today <= last;
    }
  measure_parts (self, 0, first, last);
  const guint n = sl_timeline_n_densities (self);
  if (n == 1 || self->height <= params->height)
    return;
  measure_parts (self, n - 1, first, last);
  const guint fewest = sl_timeline_count_sheets (self);
  for (guint density = 0; density < n; density++)
    {
      measure_parts (self, density, first, last);
      if (sl_timeline_count_sheets (self) == fewest)
        return;
    }
}

static void
add_breaks (SlTimeline *self)
{
  g_autoptr (GArray) breaks = sl_time_axis_breaks (self->axis);
  /* Where the side band cannot be repeated. */
  sl_scene_add_break_x (self->scene, self->side_w);
  for (guint i = 0; i < breaks->len; i++)
    sl_scene_add_break_x (self->scene, g_array_index (breaks, double, i));
  if (self->axis->tiled)
    self->breaks = g_steal_pointer (&breaks);
}

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *text_measure,
        SlScene *scene)
{
  g_autoptr (SlTimeline) self = sl_timeline_new (plan, params);
  self->measure = text_measure;
  self->scene = scene;
  measure (self);
  if (self->axis == NULL)
    draw_advice (self);
  sl_scene_set_bands (scene, self->top_h, self->side_w);
  sl_scene_set_size (scene, self->side_w + self->body_w, self->height);
  if (self->axis != NULL)
    add_breaks (self);
  sl_timeline_draw_side (self);
  sl_timeline_draw_undated (self);
  sl_timeline_draw_head (self);
  if (self->axis != NULL)
    {
      sl_timeline_place_bars (self);
      sl_timeline_draw_bars (self);
      sl_timeline_draw_hand_offs (self);
      sl_timeline_draw_links (self);
      sl_timeline_draw_labels (self);
    }
  sl_timeline_add_legend (self);
  sl_timeline_add_remarks (self);
}

const SlChart sl_chart_timeline = {
  .id = "timeline",
  .title = N_ ("Timeline"),
  .kinds = SL_KIND_BIT (SL_KIND_PROJECT) | SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_GOAL)
           | SL_KIND_BIT (SL_KIND_GOAL_PARENT) | SL_KIND_BIT (SL_KIND_KPI)
           | SL_KIND_BIT (SL_KIND_KPI_VALUE) | SL_KIND_BIT (SL_KIND_TASK)
           | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_DEPENDENCY)
           | SL_KIND_BIT (SL_KIND_BASELINE) | SL_KIND_BIT (SL_KIND_DAY_OFF)
           | SL_KIND_BIT (SL_KIND_SHEET),
  .layout = layout,
  .headline = sl_timeline_headline,
};
