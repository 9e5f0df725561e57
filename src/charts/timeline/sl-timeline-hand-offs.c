/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hand-offs with the dates of both sides: a dot in the giver's row on the day that it promised, a
 * ring in the taker's row on the day by which it needs it, and between the two days a line that
 * says in words, colour and dashes how far they are apart. */

#include "config.h"

#include <math.h>

#include "timeline/sl-timeline-private.h"

#define DOT 6.0
#define LIFT 1.0 /* the marks stand at the edges of the bars, a little outside */
#define GAP_W 2.5
#define LABEL_GAP 5.0

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const SlId first = ((const SlTimelineHandOff *)a)->id;
  const SlId second = ((const SlTimelineHandOff *)b)->id;
  return (first > second) - (first < second);
}

void
sl_timeline_collect_hand_offs (SlTimeline *self)
{
  const SlTable *links = sl_snapshot_table (self->plan, SL_KIND_DEPENDENCY);
  for (guint row = 0; row < sl_table_n_rows (links); row++)
    {
      SlTimelineHandOff entry = { .id = sl_table_id (links, row), .row = row };
      if (!sl_table_is_set (links, row, SL_DEPENDENCY_PROMISED)
          && !sl_table_is_set (links, row, SL_DEPENDENCY_NEEDED))
        continue;
      sl_hand_off_read (&entry.hand, self->plan, row);
      entry.from = sl_timeline_row_of (self, entry.hand.before);
      entry.to = sl_timeline_row_of (self, entry.hand.after);
      if (entry.from != G_MAXUINT && entry.to != G_MAXUINT && entry.from != entry.to)
        g_array_append_val (self->hand_offs, entry);
    }
  /* Rows of a table stand in no order. */
  g_array_sort (self->hand_offs, compare_ids);
}

static gboolean
is_shown (const SlTimeline *self, gint64 day)
{
  return day != SL_INT_NULL && day >= self->axis->first && day <= self->axis->last;
}

/* The middle of @day, wholly inside the body. */
static double
place_day (const SlTimeline *self, gint64 day)
{
  const double x = sl_time_axis_x (self->axis, day) + self->axis->pt_per_day / 2;
  return CLAMP (x, self->side_w + DOT / 2, self->side_w + self->body_w - DOT / 2);
}

/* At the edge of @item's mark that looks to @other. */
static double
place_side (const SlTimelineItem *item, const SlTimelineItem *other)
{
  const double half
      = (sl_timeline_item_is_point (item) ? sl_timeline_item_diamond (item) : item->mark_h) / 2;
  const double middle = sl_timeline_item_middle (item);
  return item->y > other->y ? middle - half - LIFT : middle + half + LIFT;
}

static void
set_hit (const SlTimeline *self, SlMark *mark, const SlTimelineHandOff *entry, guint part)
{
  g_autofree char *label = sl_timeline_link_label (self, entry->row);
  sl_mark_set_hit (mark, SL_KIND_DEPENDENCY, entry->id, part, label);
  mark->hit.a = entry->hand.before;
  mark->hit.b = entry->hand.after;
}

static void
draw_end (SlTimeline *self, const SlTimelineHandOff *entry, SlStyle style, gboolean given, double x,
          double y)
{
  SlMark *mark = sl_scene_add_symbol (self->scene, SL_BAND_BODY, style,
                                      given ? SL_SYMBOL_CIRCLE : SL_SYMBOL_RING, x, y, DOT);
  mark->z = SL_TIMELINE_Z_OVER_BAR;
  set_hit (self, mark, entry, given ? SL_PART_START : SL_PART_END);
  sl_timeline_take (self, given ? entry->from : entry->to, x - DOT / 2, x + DOT / 2);
}

/* Whether @text, @w wide, is put at @x into the row @index; lines of links run behind it. */
static gboolean
place_label (SlTimeline *self, guint index, SlStyle style, double x, double w, const char *text)
{
  const double h = sl_text_measure_line_height (self->measure, SL_FONT_SMALL);
  const SlTimelineItem *item = sl_timeline_row (self, index);
  const double y = item->y + (item->h - h) / 2;
  if (sl_timeline_item_is_dated (item) && x < item->x2 + 2 && item->x1 - 2 < x + w)
    return FALSE;
  if (!sl_timeline_is_free (self, index, x, x + w) || sl_timeline_crosses_today (self, x, w))
    return FALSE;
  sl_scene_add_rect (self->scene, SL_BAND_BODY, SL_STYLE_PAPER, x - 1, y, w + 2, h)->z
      = SL_TIMELINE_Z_OVER_BAR;
  sl_scene_add_text (self->scene, SL_BAND_BODY, style, SL_FONT_SMALL, SL_ALIGN_START, x, y, w, h,
                     text)
      ->z
      = SL_TIMELINE_Z_LABEL;
  sl_timeline_take (self, index, x - 2, x + w + 2);
  return TRUE;
}

/* @text beside the two days in the taker's row, else beside the line that comes down to it, as near
 * as there is room; else nowhere: a pointer and a screen reader find it all the same. */
static void
draw_gap_label (SlTimeline *self, const SlTimelineHandOff *entry, SlStyle style, double x1,
                double x2, const char *text)
{
  const int step = entry->from < entry->to ? -1 : 1;
  double w;
  sl_text_measure_size (self->measure, SL_FONT_SMALL, text, 0, &w, NULL);
  if (place_label (self, entry->to, style, MAX (x1, x2) + LABEL_GAP, w, text)
      || place_label (self, entry->to, style, MIN (x1, x2) - LABEL_GAP - w, w, text))
    return;
  for (guint row = entry->to + (guint)step; row != entry->from + (guint)step; row += (guint)step)
    if (place_label (self, row, style, x1 + LABEL_GAP, w, text)
        || place_label (self, row, style, x1 - LABEL_GAP - w, w, text))
      return;
}

static void
draw_stem (SlTimeline *self, SlStyle style, double x, double y1, double y2)
{
  SlMark *stem = sl_scene_add_line (self->scene, SL_BAND_BODY, style, x, y1, x, y2);
  stem->z = SL_TIMELINE_Z_LINK_CRITICAL;
  stem->line_width = 0.75;
}

/* Where both sides said a day: down from one, along the border of the taker's row, in at the other.
 */
static void
draw_gap (SlTimeline *self, const SlTimelineHandOff *entry, gint64 given, gint64 days)
{
  const SlTimelineItem *from = sl_timeline_row (self, entry->from);
  const SlTimelineItem *to = sl_timeline_row (self, entry->to);
  const SlStyle style = days > 0 ? SL_STYLE_BAD : SL_STYLE_GOOD;
  const double x1 = place_day (self, given), y1 = place_side (from, to);
  const double x2 = place_day (self, entry->hand.needed), y2 = place_side (to, from);
  const double border = to->y > from->y ? to->y : to->y + to->h;
  const SlPoint points[] = { { x1, border }, { x2, border } };
  g_autofree char *text = sl_hand_off_gap_text (days);
  draw_stem (self, days > 0 ? style : SL_STYLE_DEPENDENCY, x1, y1, border);
  draw_stem (self, days > 0 ? style : SL_STYLE_DEPENDENCY, x2, border, y2);
  SlMark *gap = sl_scene_add_path (self->scene, SL_BAND_BODY, style, points, G_N_ELEMENTS (points));
  gap->z = SL_TIMELINE_Z_LINK_CRITICAL;
  gap->line_width = GAP_W;
  gap->dashed = days > 0;
  set_hit (self, gap, entry, SL_PART_WHOLE);
  draw_end (self, entry, style, TRUE, x1, y1);
  draw_end (self, entry, style, FALSE, x2, y2);
  draw_gap_label (self, entry, days > 0 ? SL_STYLE_BAD : SL_STYLE_TEXT_DIM, x1, x2, text);
  if (days > 0)
    self->n_late_hand_offs++;
  else
    self->n_kept_hand_offs++;
}

static void
draw_one (SlTimeline *self, const SlTimelineHandOff *entry)
{
  const SlTimelineItem *from = sl_timeline_row (self, entry->from);
  const SlTimelineItem *to = sl_timeline_row (self, entry->to);
  const gint64 given = sl_hand_off_given (&entry->hand);
  gint64 days = 0;
  if (sl_hand_off_gap (&entry->hand, &days) && is_shown (self, given)
      && is_shown (self, entry->hand.needed))
    draw_gap (self, entry, given, days);
  else if (is_shown (self, entry->hand.promised))
    draw_end (self, entry, SL_STYLE_NEUTRAL, TRUE, place_day (self, entry->hand.promised),
              place_side (from, to));
  else if (is_shown (self, entry->hand.needed))
    draw_end (self, entry, SL_STYLE_NEUTRAL, FALSE, place_day (self, entry->hand.needed),
              place_side (to, from));
  else
    return;
  self->n_hand_offs++;
}

void
sl_timeline_draw_hand_offs (SlTimeline *self)
{
  for (guint i = 0; !self->dense && i < self->hand_offs->len; i++)
    draw_one (self, &g_array_index (self->hand_offs, SlTimelineHandOff, i));
}
