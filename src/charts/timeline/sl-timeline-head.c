/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The band at the top: two rows of time units and the day of today, with their grid, the days off
 * and the line of today through the body; and the heads of the columns in the corner. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "analysis/sl-plan-calendar.h"
#include "base/sl-date-text.h"
#include "timeline/sl-timeline-private.h"

#define UPPER_PAD 3.0 /* between a line and the label after it; pt */

static double
body_end (const SlTimeline *self)
{
  return self->side_w + self->body_w;
}

static void
draw_cells (SlTimeline *self, const GArray *cells, double y, double h, SlFont font, SlAlign align)
{
  for (guint i = 0; i < cells->len; i++)
    {
      const SlTimeCell *cell = &g_array_index (cells, SlTimeCell, i);
      if (i > 0 && !cell->repeats)
        sl_scene_add_line (self->scene, SL_BAND_TOP, SL_STYLE_GRID_STRONG, cell->x, y, cell->x,
                           y + h)
            ->line_width
            = 0.5;
      if (cell->label == NULL)
        continue;
      const double pad = align == SL_ALIGN_START ? UPPER_PAD : 0;
      sl_scene_add_text (self->scene, SL_BAND_TOP,
                         cell->repeats ? SL_STYLE_TEXT_DIM : SL_STYLE_TEXT, font, align,
                         cell->x + pad, y, cell->w - pad, h, cell->label);
    }
}

static void
draw_grid (SlTimeline *self, const GArray *cells, double line_width)
{
  for (guint i = 1; i < cells->len; i++)
    {
      const SlTimeCell *cell = &g_array_index (cells, SlTimeCell, i);
      if (cell->repeats)
        continue;
      SlMark *line = sl_scene_add_line (self->scene, SL_BAND_BODY, SL_STYLE_GRID, cell->x,
                                        self->top_h, cell->x, self->dated_h);
      line->z = SL_TIMELINE_Z_GRID;
      line->line_width = line_width;
    }
}

static void
draw_days_off (SlTimeline *self)
{
  const SlTimeAxis *axis = self->axis;
  if (!self->shades_days)
    return;
  g_autoptr (SlCalendar) calendar = sl_plan_calendar_new (self->plan);
  for (gint64 day = axis->first; day <= axis->last; day++)
    {
      const gint64 first = day;
      while (day <= axis->last && !sl_calendar_is_working (calendar, day))
        day++;
      if (day == first)
        continue;
      SlMark *shade = sl_scene_add_rect (
          self->scene, SL_BAND_BODY, SL_STYLE_WEEKEND, sl_time_axis_x (axis, first), self->top_h,
          (double)(day - first) * axis->pt_per_day, self->dated_h - self->top_h);
      shade->z = SL_TIMELINE_Z_OFF;
    }
}

static void
draw_today (SlTimeline *self, double y, double h)
{
  const SlTimeAxis *axis = self->axis;
  const gint64 today = self->params->today;
  const double x = sl_time_axis_x (axis, today) + axis->pt_per_day / 2;
  g_autofree char *date = sl_day_to_short_text (today, self->one_year ? today : SL_INT_NULL);
  /* Translators: the label of the line of today: Today, 16 Mar */
  g_autofree char *text = g_strdup_printf (_ ("Today, %s"), date);
  double width;
  sl_text_measure_size (self->measure, SL_FONT_SMALL, text, 0, &width, NULL);
  width += 4;
  SlMark *line = sl_scene_add_line (self->scene, SL_BAND_BODY, SL_STYLE_TODAY, x, self->top_h, x,
                                    self->dated_h);
  line->z = SL_TIMELINE_Z_TODAY;
  if (width > self->body_w)
    return;
  double from = self->side_w, to = body_end (self);
  for (guint i = 0; self->breaks != NULL && i < self->breaks->len; i++)
    {
      const double at = g_array_index (self->breaks, double, i);
      from = at <= x ? at : from;
      to = at > x ? MIN (to, at) : to;
    }
  const double left = MAX (from, MIN (x - width / 2, to - width));
  sl_scene_add_text (self->scene, SL_BAND_TOP, SL_STYLE_TODAY, SL_FONT_SMALL, SL_ALIGN_CENTER, left,
                     y, width, h, text);
}

static void
draw_column_heads (SlTimeline *self, double y, double h)
{
  const SlTimelineColumns *columns = &self->columns;
  const struct
  {
    double x, w;
    const char *text;
  } heads[] = {
    { columns->title_x, columns->title_w, _ ("What") },
    { columns->owner_x, columns->owner_w, _ ("Who") },
    { columns->dates_x, columns->dates_w, columns->stacked ? _ ("Who, when") : _ ("When") },
  };
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (heads[i].w > 0 && (self->dated || !self->params->paper))
      sl_scene_add_text (self->scene, SL_BAND_CORNER, SL_STYLE_TEXT_DIM, SL_FONT_SMALL,
                         SL_ALIGN_START, heads[i].x, y, heads[i].w, h, heads[i].text);
}

static void
draw_frame (SlTimeline *self)
{
  SlMark *ground = sl_scene_add_rect (self->scene, SL_BAND_TOP, SL_STYLE_BAND, self->side_w, 0,
                                      self->body_w, self->top_h);
  ground->z = SL_TIMELINE_Z_ROW;
  /* Carries the span of the axis for sl_timeline_map_init(); no hit, as its kind is none. */
  if (self->axis != NULL)
    {
      ground->hit.a = self->axis->first;
      ground->hit.b = self->axis->last;
      ground->hit.part = SL_PART_HEAD;
    }
  sl_scene_add_rect (self->scene, SL_BAND_CORNER, SL_STYLE_BAND, 0, 0, self->side_w, self->top_h)->z
      = SL_TIMELINE_Z_ROW;
  /* Wholly inside the band, which may be clipped at its edge. */
  const double edge = self->side_w - 0.4;
  sl_scene_add_line (self->scene, SL_BAND_TOP, SL_STYLE_GRID_STRONG, self->side_w, self->top_h,
                     body_end (self), self->top_h);
  sl_scene_add_line (self->scene, SL_BAND_CORNER, SL_STYLE_GRID_STRONG, 0, self->top_h,
                     self->side_w, self->top_h);
  sl_scene_add_line (self->scene, SL_BAND_CORNER, SL_STYLE_GRID_STRONG, edge, 0, edge, self->top_h);
  sl_scene_add_line (self->scene, SL_BAND_SIDE, SL_STYLE_GRID_STRONG, edge, self->top_h, edge,
                     self->dated_h);
}

void
sl_timeline_draw_head (SlTimeline *self)
{
  draw_frame (self);
  const double row_h = SL_TIMELINE_HEAD_ROW_H;
  draw_column_heads (self, self->top_h - row_h, row_h);
  if (self->axis == NULL)
    return;
  double y = 0;
  if (self->axis->upper != SL_TIME_N_UNITS)
    {
      draw_cells (self, self->axis->upper_cells, y, row_h, SL_TIME_FONT_UPPER, SL_ALIGN_START);
      y += row_h;
    }
  draw_cells (self, self->axis->lower_cells, y, row_h, SL_TIME_FONT_LOWER, SL_ALIGN_CENTER);
  y += row_h;
  draw_days_off (self);
  draw_grid (self, self->axis->lower_cells, 0.4);
  draw_grid (self, self->axis->upper_cells, 0.9);
  if (self->shows_today)
    draw_today (self, y, self->top_h - y);
}
