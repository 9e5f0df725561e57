/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The legend says what the shapes mean that are on this chart, the remarks what is not on it. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "base/sl-date-text.h"
#include "timeline/sl-timeline-private.h"

/* The box of a sample; pt. */
#define W 24.0
#define H 12.0

/* What is to be seen somewhere on the chart. */
typedef struct
{
  gboolean tasks, progress, groups, milestones, goals, done, late, ghosts, deadlines, critical;
  gboolean off_days;
} Seen;

static gboolean
is_on_axis (const SlTimeline *self, gint64 first, gint64 last)
{
  return first <= self->axis->last && last >= self->axis->first;
}

static Seen
look (const SlTimeline *self)
{
  Seen seen = { 0 };
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SlTimelineItem *item = sl_timeline_row (self, i);
      if (!sl_timeline_item_is_dated (item))
        continue;
      const gboolean point = sl_timeline_item_is_point (item);
      seen.tasks |= item->type == SL_ROW_TASK;
      seen.groups |= item->type == SL_ROW_GROUP;
      seen.milestones |= item->type == SL_ROW_MILESTONE;
      seen.goals |= item->type == SL_ROW_GOAL;
      seen.progress |= item->type == SL_ROW_TASK && (item->done || item->progress > 0);
      seen.done |= point && item->done;
      seen.late |= point && item->late;
      seen.critical |= item->critical && item->type != SL_ROW_GROUP;
      seen.ghosts |= self->shows_ghosts && sl_timeline_item_has_ghost (item)
                     && is_on_axis (self, item->base_start, item->base_due);
      seen.deadlines
          |= item->deadline != SL_INT_NULL && is_on_axis (self, item->deadline, item->deadline);
    }
  seen.off_days = self->shades_days;
  return seen;
}

static void
add_entry (SlTimeline *self, SlMark sample, const char *text)
{
  sample.band = SL_BAND_BODY;
  sample.hit.kind = SL_N_KINDS;
  if (sample.color == 0)
    sample.color = -1;
  sl_scene_add_legend (self->scene, &sample, text);
}

static void
add_symbol (SlTimeline *self, SlSymbol symbol, SlStyle style, const char *text)
{
  add_entry (self,
             (SlMark){ .type = SL_MARK_SYMBOL,
                       .style = style,
                       .symbol = symbol,
                       .x = W / 2,
                       .y = H / 2,
                       .w = SL_TIMELINE_DIAMOND - 1,
                       .h = SL_TIMELINE_DIAMOND - 1 },
             text);
}

static void
add_rect (SlTimeline *self, SlStyle style, double h, const char *text)
{
  add_entry (self,
             (SlMark){ .type = SL_MARK_RECT,
                       .style = style,
                       .y = (H - h) / 2,
                       .w = W,
                       .h = h,
                       .radius = style == SL_STYLE_BAR ? 2 : 0 },
             text);
}

static void
add_line (SlTimeline *self, SlStyle style, const char *text)
{
  add_entry (self,
             (SlMark){ .type = SL_MARK_LINE,
                       .style = style,
                       .y = H / 2,
                       .w = W,
                       .line_width = style == SL_STYLE_CRITICAL ? SL_TIMELINE_CRITICAL_W : 0 },
             text);
}

/* The line is the time between the two days. */
static void
add_gap (SlTimeline *self, SlStyle style, gboolean late, const char *text)
{
  add_entry (self,
             (SlMark){ .type = SL_MARK_LINE,
                       .style = style,
                       .y = H / 2,
                       .w = W,
                       .line_width = 2.5,
                       .dashed = late },
             text);
}

static void
add_hand_offs (SlTimeline *self)
{
  if (self->n_hand_offs == 0)
    return;
  add_symbol (self, SL_SYMBOL_CIRCLE, SL_STYLE_NEUTRAL, _ ("Hand-off promised for"));
  add_symbol (self, SL_SYMBOL_RING, SL_STYLE_NEUTRAL, _ ("Hand-off needed by"));
  if (self->n_kept_hand_offs > 0)
    add_gap (self, SL_STYLE_GOOD, FALSE, _ ("Comes in time"));
  if (self->n_late_hand_offs > 0)
    add_gap (self, SL_STYLE_BAD, TRUE, _ ("Comes too late"));
}

void
sl_timeline_add_legend (SlTimeline *self)
{
  const Seen seen = look (self);
  if (seen.tasks)
    add_rect (self, SL_STYLE_BAR, 10, _ ("Task"));
  if (seen.progress)
    add_rect (self, sl_timeline_done_style (self), 3, _ ("Done part"));
  if (seen.groups)
    add_rect (self, SL_STYLE_BAR_GROUP, 5, _ ("Group of tasks"));
  if (seen.milestones)
    add_symbol (self, SL_SYMBOL_DIAMOND, SL_STYLE_MILESTONE, _ ("Milestone"));
  if (seen.goals)
    add_symbol (self, SL_SYMBOL_DIAMOND_OPEN, SL_STYLE_GOAL_DUE, _ ("Due date of a goal"));
  if (seen.done)
    add_symbol (self, SL_SYMBOL_DIAMOND, SL_STYLE_GOOD, _ ("Done"));
  if (seen.late)
    add_symbol (self, SL_SYMBOL_DIAMOND, SL_STYLE_BAD, _ ("Late"));
  if (seen.critical || self->n_critical_links > 0)
    add_line (self, SL_STYLE_CRITICAL, _ ("Critical path"));
  if (self->n_links > self->n_critical_links)
    add_line (self, SL_STYLE_DEPENDENCY, _ ("Waits for"));
  add_hand_offs (self);
  if (seen.ghosts)
    add_rect (self, SL_STYLE_BASELINE, 3, _ ("As agreed"));
  if (seen.deadlines)
    add_symbol (self, SL_SYMBOL_FLAG, SL_STYLE_NEUTRAL, _ ("Deadline"));
  if (seen.off_days)
    add_rect (self, SL_STYLE_WEEKEND, 10, _ ("Days off"));
}

/* Takes @remark. */
static void
add_remark (SlTimeline *self, guint n, char *remark)
{
  if (n > 0)
    sl_scene_add_remark (self->scene, remark);
  g_free (remark);
}

/* "1 Jan – 31 Mar 2026", or what remains of it where one end is open. */
static char *
period_text (const SlChartParams *params)
{
  if (params->from != SL_INT_NULL && params->to != SL_INT_NULL)
    return sl_day_range_to_text (params->from, params->to, SL_INT_NULL);
  if (params->from != SL_INT_NULL)
    {
      g_autofree char *from = sl_day_to_text (params->from);
      return g_strdup_printf (_ ("from %s on"), from);
    }
  g_autofree char *to = sl_day_to_text (params->to);
  return g_strdup_printf (_ ("until %s"), to);
}

void
sl_timeline_add_remarks (SlTimeline *self)
{
  const SlTimelineOmitted *omitted = &self->omitted;
  if (omitted->outside > 0)
    {
      g_autofree char *period = period_text (self->params);
      /* Translators: how many are not shown, then the days that are shown */
      add_remark (self, omitted->outside,
                  g_strdup_printf (_ ("Not shown: %u outside %s"), omitted->outside, period));
    }
  add_remark (self, omitted->closed,
              g_strdup_printf (_ ("Not shown: %u parked or dropped"), omitted->closed));
  add_remark (self, omitted->deeper,
              g_strdup_printf (_ ("Not shown: %u on deeper levels"), omitted->deeper));
  add_remark (
      self, omitted->ownerless,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Not shown: %u group without an owner",
                                    "Not shown: %u groups without an owner", omitted->ownerless),
                       omitted->ownerless));
}
