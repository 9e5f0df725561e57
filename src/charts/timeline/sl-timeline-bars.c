/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The marks of the rows: bars with their done part, brackets of groups, diamonds, what was agreed
 * as ghosts, deadlines as flags, and the handles by which a pointer takes them. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "timeline/sl-timeline-private.h"

#define BAR_RADIUS 2.0
#define BAR_MIN_W 2.0
#define DONE_SHARE 0.22 /* of the height of the bar */
#define GROUP_H 5.0
#define GROUP_TIP 4.0
#define GHOST_H 2.5
#define GHOST_GAP 1.5
#define GHOST_DIAMOND 6.0
#define RING 3.6 /* around critical diamonds, together */
#define FLAG 8.0
#define CUT_ARROW 6.0
/* Bars are taken at their ends where this wide or wider; pt. */
#define HANDLES_MIN_W 12.0

/* Where a point in time stands: in the middle of its day, wholly inside the body. */
static double
point_x (const SlTimeline *self, gint64 day, double size)
{
  const double x = sl_time_axis_x (self->axis, day) + self->axis->pt_per_day / 2;
  return CLAMP (x, self->side_w + size / 2, self->side_w + self->body_w - size / 2);
}

void
sl_timeline_place_bars (SlTimeline *self)
{
  const double left = self->side_w, right = self->side_w + self->body_w;
  for (guint i = 0; i < self->rows->len; i++)
    {
      SlTimelineItem *item = sl_timeline_row (self, i);
      if (!sl_timeline_item_is_dated (item))
        continue;
      item->cut_start = item->start < self->axis->first;
      item->cut_end = item->due > self->axis->last;
      if (sl_timeline_item_is_point (item))
        {
          const double size = sl_timeline_item_diamond (item);
          const double x = point_x (self, item->due, size);
          item->x1 = x - size / 2;
          item->x2 = x + size / 2;
          continue;
        }
      item->x1 = CLAMP (sl_time_axis_x (self->axis, item->start), left, right - BAR_MIN_W);
      item->x2 = CLAMP (sl_time_axis_x (self->axis, item->due + 1), item->x1 + BAR_MIN_W, right);
    }
}

static void
set_hit (const SlTimeline *self, SlMark *mark, const SlTimelineItem *item)
{
  g_autofree char *label = sl_timeline_item_label (self, item);
  sl_mark_set_hit (mark, item->kind, item->id, SL_PART_WHOLE, label);
}

/* A line in the colour of the bar: invisible, but lines are hit from 4 pt away. */
static void
draw_handle (SlTimeline *self, const SlTimelineItem *item, double x, SlHitPart part)
{
  const double y = item->mark_y;
  g_autofree char *label
      = g_strdup_printf (part == SL_PART_START ? _ ("Start of %s") : _ ("End of %s"), item->title);
  SlMark *mark = sl_scene_add_line (self->scene, SL_BAND_BODY, SL_STYLE_BAR, x, y + BAR_RADIUS, x,
                                    y + item->mark_h - BAR_RADIUS);
  mark->z = SL_TIMELINE_Z_OVER_BAR;
  mark->line_width = 0.5;
  mark->color = item->color;
  sl_mark_set_hit (mark, item->kind, item->id, part, label);
}

static void
draw_handles (SlTimeline *self, const SlTimelineItem *item)
{
  if (self->params->paper || self->dense || item->x2 - item->x1 < HANDLES_MIN_W)
    return;
  if (!item->cut_start)
    draw_handle (self, item, item->x1 + 0.25, SL_PART_START);
  if (!item->cut_end)
    draw_handle (self, item, item->x2 - 0.25, SL_PART_END);
}

/* Says that the bar goes on beyond the days shown. */
static void
draw_cuts (SlTimeline *self, const SlTimelineItem *item, SlStyle style, double y, double size)
{
  const struct
  {
    gboolean cut;
    SlSymbol symbol;
    double x;
  } cuts[] = {
    { item->cut_start, SL_SYMBOL_ARROW_LEFT, item->x1 + size / 2 + 1 },
    { item->cut_end, SL_SYMBOL_ARROW_RIGHT, item->x2 - size / 2 - 1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cuts); i++)
    if (cuts[i].cut && item->x2 - item->x1 > size + 2)
      sl_scene_add_symbol (self->scene, SL_BAND_BODY, style, cuts[i].symbol, cuts[i].x, y, size)->z
          = SL_TIMELINE_Z_OVER_BAR;
}

/* A thick frame, which shows in grey too. */
static void
draw_critical (SlTimeline *self, const SlTimelineItem *item)
{
  if (!item->critical || sl_timeline_item_is_point (item))
    return;
  SlMark *frame = sl_scene_add_rect (self->scene, SL_BAND_BODY, SL_STYLE_CRITICAL, item->x1 + 0.75,
                                     item->mark_y + 0.75, MAX (item->x2 - item->x1 - 1.5, 0.5),
                                     item->mark_h - 1.5);
  frame->outline = TRUE;
  frame->radius = BAR_RADIUS;
  frame->line_width = 1.75;
  frame->z = SL_TIMELINE_Z_OVER_BAR;
}

/* A share of the whole bar, also of what is cut off. */
static void
draw_done_part (SlTimeline *self, const SlTimelineItem *item)
{
  const double share = item->done ? 1 : isnan (item->progress) ? 0 : MIN (item->progress, 1);
  const double days = share * (double)(item->due + 1 - item->start);
  const double end = sl_time_axis_x (self->axis, item->start) + days * self->axis->pt_per_day;
  if (end <= item->x1 + 0.1 || self->dense)
    return;
  const double h = DONE_SHARE * item->mark_h;
  SlMark *done
      = sl_scene_add_rect (self->scene, SL_BAND_BODY, sl_timeline_done_style (self), item->x1,
                           item->mark_y + item->mark_h - h, MIN (end, item->x2) - item->x1, h);
  done->z = SL_TIMELINE_Z_OVER_BAR;
}

static void
draw_task (SlTimeline *self, const SlTimelineItem *item)
{
  const double y = item->mark_y, w = item->x2 - item->x1;
  SlMark *bar
      = sl_scene_add_rect (self->scene, SL_BAND_BODY, SL_STYLE_BAR, item->x1, y, w, item->mark_h);
  bar->z = SL_TIMELINE_Z_BAR;
  bar->radius = BAR_RADIUS;
  bar->color = item->color;
  bar->hatched = item->closed;
  set_hit (self, bar, item);
  draw_done_part (self, item);
  draw_critical (self, item);
  draw_cuts (self, item, SL_STYLE_TEXT_ON_MARK, sl_timeline_item_middle (item), CUT_ARROW);
  draw_handles (self, item);
}

/* A beam with a tip at each end that is shown. */
static void
draw_group (SlTimeline *self, const SlTimelineItem *item)
{
  const double x1 = item->x1, x2 = item->x2;
  const double y = item->mark_y + 2, low = y + GROUP_H, tip = low + GROUP_TIP;
  const double step = MIN (GROUP_TIP, (x2 - x1) / 2);
  const double start_tip = item->cut_start ? low : tip, end_tip = item->cut_end ? low : tip;
  const SlPoint points[] = {
    { x1, y },          { x2, y },          { x2, end_tip },
    { x2 - step, low }, { x1 + step, low }, { x1, start_tip },
  };
  SlMark *mark = sl_scene_add_path (self->scene, SL_BAND_BODY, SL_STYLE_BAR_GROUP, points,
                                    G_N_ELEMENTS (points));
  mark->closed = TRUE;
  mark->z = SL_TIMELINE_Z_BAR;
  set_hit (self, mark, item);
  draw_cuts (self, item, SL_STYLE_PAPER, (y + low) / 2, GROUP_H - 1);
}

static SlStyle
point_style (const SlTimelineItem *item)
{
  if (item->done)
    return SL_STYLE_GOOD;
  if (item->late)
    return SL_STYLE_BAD;
  return item->type == SL_ROW_GOAL ? SL_STYLE_GOAL_DUE : SL_STYLE_MILESTONE;
}

static void
draw_point (SlTimeline *self, const SlTimelineItem *item)
{
  const double x = (item->x1 + item->x2) / 2, y = sl_timeline_item_middle (item);
  const double size = sl_timeline_item_diamond (item);
  const gboolean goal = item->type == SL_ROW_GOAL;
  SlMark *mark
      = sl_scene_add_symbol (self->scene, SL_BAND_BODY, point_style (item),
                             goal ? SL_SYMBOL_DIAMOND_OPEN : SL_SYMBOL_DIAMOND, x, y, size);
  mark->z = SL_TIMELINE_Z_BAR;
  set_hit (self, mark, item);
  if (item->done)
    sl_scene_add_symbol (self->scene, SL_BAND_BODY, goal ? SL_STYLE_GOOD : SL_STYLE_PAPER,
                         SL_SYMBOL_CHECK, x, y, 5)
        ->z
        = SL_TIMELINE_Z_OVER_BAR;
  if (item->critical && !item->done)
    {
      mark = sl_scene_add_symbol (self->scene, SL_BAND_BODY, SL_STYLE_CRITICAL, SL_SYMBOL_DIAMOND,
                                  x, y, size + RING);
      mark->z = SL_TIMELINE_Z_BASELINE;
    }
}

/* What was agreed, below what is planned now. */
static void
draw_ghost (SlTimeline *self, const SlTimelineItem *item)
{
  const SlTimeAxis *axis = self->axis;
  if (!self->shows_ghosts || !sl_timeline_item_has_ghost (item) || item->base_due < axis->first
      || item->base_start > axis->last)
    return;
  if (sl_timeline_item_is_point (item))
    {
      const double r = GHOST_DIAMOND / 2, x = point_x (self, item->base_due, GHOST_DIAMOND);
      const double y = item->mark_y + item->mark_h + GHOST_GAP + 0.5;
      const SlPoint diamond[] = { { x, y - r }, { x + r, y }, { x, y + r }, { x - r, y } };
      SlMark *ghost = sl_scene_add_path (self->scene, SL_BAND_BODY, SL_STYLE_BASELINE, diamond,
                                         G_N_ELEMENTS (diamond));
      ghost->closed = TRUE;
      ghost->z = SL_TIMELINE_Z_BASELINE;
      return;
    }
  const double left = self->side_w, right = self->side_w + self->body_w;
  const double x1 = CLAMP (sl_time_axis_x (axis, item->base_start), left, right - BAR_MIN_W);
  const double x2 = CLAMP (sl_time_axis_x (axis, item->base_due + 1), x1 + BAR_MIN_W, right);
  SlMark *ghost = sl_scene_add_rect (self->scene, SL_BAND_BODY, SL_STYLE_BASELINE, x1,
                                     item->mark_y + item->mark_h + GHOST_GAP, x2 - x1, GHOST_H);
  ghost->z = SL_TIMELINE_Z_BASELINE;
}

static void
draw_deadline (SlTimeline *self, guint row)
{
  const SlTimelineItem *item = sl_timeline_row (self, row);
  if (item->deadline == SL_INT_NULL || item->deadline < self->axis->first
      || item->deadline > self->axis->last)
    return;
  /* The pole, at the start edge of the flag, stands at the end of the day. */
  const double edge = sl_time_axis_x (self->axis, item->deadline + 1);
  const double x
      = CLAMP (edge + 0.3 * FLAG, self->side_w + FLAG / 2, self->side_w + self->body_w - FLAG / 2);
  const gboolean missed = !item->done && item->due > item->deadline;
  SlMark *flag
      = sl_scene_add_symbol (self->scene, SL_BAND_BODY, missed ? SL_STYLE_BAD : SL_STYLE_NEUTRAL,
                             SL_SYMBOL_FLAG, x, sl_timeline_item_middle (item), FLAG);
  flag->z = SL_TIMELINE_Z_OVER_BAR;
  sl_timeline_take (self, row, x - FLAG / 2, x + FLAG / 2);
}

void
sl_timeline_draw_bars (SlTimeline *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SlTimelineItem *item = sl_timeline_row (self, i);
      if (!sl_timeline_item_is_dated (item))
        continue;
      draw_ghost (self, item);
      if (sl_timeline_item_is_point (item))
        draw_point (self, item);
      else if (item->type == SL_ROW_GROUP)
        draw_group (self, item);
      else
        draw_task (self, item);
      draw_deadline (self, i);
    }
}
