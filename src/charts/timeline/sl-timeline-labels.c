/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts in the body: inside a mark where it is wide enough, else beside it where nothing else is.
 * A text for which there is no room is left out; the side band says the same. */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "base/sl-date-text.h"
#include "sl-words.h"
#include "timeline/sl-timeline-private.h"

#define PAD 3.0
#define INSIDE_LIFT 1.0 /* texts in bars stand above the done part */
#define CUT_W 8.0       /* room for the arrow of a cut bar */

typedef struct
{
  double x1, x2;
} Interval;

void
sl_timeline_take (SlTimeline *self, guint row, double x1, double x2)
{
  if (self->taken->len < self->rows->len)
    g_ptr_array_set_size (self->taken, (int)self->rows->len);
  GArray *intervals = g_ptr_array_index (self->taken, row);
  if (intervals == NULL)
    {
      intervals = g_array_new (FALSE, FALSE, sizeof (Interval));
      g_ptr_array_index (self->taken, row) = intervals;
    }
  const Interval interval = { x1, x2 };
  g_array_append_val (intervals, interval);
}

static gboolean
crosses_break (const SlTimeline *self, double x1, double x2)
{
  for (guint i = 0; self->breaks != NULL && i < self->breaks->len; i++)
    {
      const double at = g_array_index (self->breaks, double, i);
      if (x1 < at && at < x2)
        return TRUE;
    }
  return FALSE;
}

gboolean
sl_timeline_is_free (const SlTimeline *self, guint row, double x1, double x2)
{
  if (x1 < self->side_w || x2 > self->side_w + self->body_w || crosses_break (self, x1, x2))
    return FALSE;
  const GArray *intervals = row < self->taken->len ? g_ptr_array_index (self->taken, row) : NULL;
  for (guint i = 0; intervals != NULL && i < intervals->len; i++)
    {
      const Interval *taken = &g_array_index (intervals, Interval, i);
      if (taken->x1 < x2 && x1 < taken->x2)
        return FALSE;
    }
  return TRUE;
}

/* The word that a shape and a colour also tell, or NULL. On paper the column of dates says what is
 * late. */
static const char *
state_word (const SlTimeline *self, const SlTimelineItem *item)
{
  if (item->closed)
    return _ ("closed");
  if (item->done)
    return _ ("done");
  return item->late && !self->params->paper ? _ ("late") : NULL;
}

static char *
join (const char *first, const char *second)
{
  if (first == NULL || second == NULL)
    return first != NULL || second != NULL ? sl_words_name (first != NULL ? first : second) : NULL;
  g_autofree char *isolated = sl_words_name (first);
  g_autofree char *second_isolated = g_strdup_printf ("\u2068%s\u2069", second);
  /* Translators: two short texts beside a mark: a title and a date, a date and a state */
  if (!g_str_equal (isolated, first))
    /* Else the parts of a date would be put into the order of the title's writing. */
    return g_strdup_printf (_ ("%s, %s"), isolated, second_isolated);
  return g_strdup_printf (_ ("%s, %s"), first, second);
}

/* Whether the title is said at the mark too. A group is named in bold at its row; a second time
 * would only be in the way. On paper every title stands whole at its row, so only milestones, which
 * are what a timeline is read for, are named again. */
static gboolean
wants_title (const SlTimeline *self, const SlTimelineItem *item)
{
  return self->params->paper ? item->type == SL_ROW_MILESTONE : item->type != SL_ROW_GROUP;
}

/* The texts to try, the fullest first; NULL where there is none. */
static void
make_texts (const SlTimeline *self, const SlTimelineItem *item, char *texts[2])
{
  const gboolean point = sl_timeline_item_is_point (item);
  g_autofree char *detail = NULL;
  if (point)
    detail = sl_day_to_short_text (item->due, self->one_year ? self->axis->first : SL_INT_NULL);
  else if (!item->done && (item->progress > 0 || item->start <= self->params->today))
    detail = sl_timeline_item_percent (item);
  texts[1] = join (detail, state_word (self, item));
  texts[0] = wants_title (self, item) ? join (item->title, texts[1]) : NULL;
}

static void
add_label (SlTimeline *self, guint row, SlStyle style, double x, double w, const char *text)
{
  const SlTimelineItem *item = sl_timeline_row (self, row);
  const double h = sl_text_measure_line_height (self->measure, SL_FONT_SMALL);
  const double lift = style == SL_STYLE_TEXT_ON_MARK ? INSIDE_LIFT : 0;
  SlMark *mark = sl_scene_add_text (self->scene, SL_BAND_BODY, style, SL_FONT_SMALL, SL_ALIGN_START,
                                    x, sl_timeline_item_middle (item) - h / 2 - lift, w, h, text);
  mark->z = SL_TIMELINE_Z_LABEL;
  sl_timeline_take (self, row, x - PAD, x + w + PAD);
}

static gboolean
fits_inside (const SlTimeline *self, guint row, double x, double w)
{
  const SlTimelineItem *item = sl_timeline_row (self, row);
  const double end = item->x2 - PAD - (item->cut_end ? CUT_W : 0);
  return item->type == SL_ROW_TASK && x + w <= end && sl_timeline_is_free (self, row, x, x + w);
}

/* Where a text inside the bar may begin: at its start, or after an end of a sheet. */
static gboolean
find_inside (const SlTimeline *self, guint row, double w, double *x)
{
  const SlTimelineItem *item = sl_timeline_row (self, row);
  *x = item->x1 + PAD + (item->cut_start ? CUT_W : 0);
  if (fits_inside (self, row, *x, w))
    return TRUE;
  for (guint i = 0; self->breaks != NULL && i < self->breaks->len; i++)
    {
      *x = g_array_index (self->breaks, double, i) + PAD;
      if (*x > item->x1 && fits_inside (self, row, *x, w))
        return TRUE;
    }
  return FALSE;
}

gboolean
sl_timeline_crosses_today (const SlTimeline *self, double x, double w)
{
  const double today
      = sl_time_axis_x (self->axis, self->params->today) + self->axis->pt_per_day / 2;
  return self->shows_today && x < today + 1 && today - 1 < x + w;
}

/* Places @text of the row if there is room. A line behind a text makes it harder to read, but a
 * @last text there is better than none. */
static gboolean
place (SlTimeline *self, guint row, const char *text, gboolean last)
{
  const SlTimelineItem *item = sl_timeline_row (self, row);
  double w;
  sl_text_measure_size (self->measure, SL_FONT_SMALL, text, 0, &w, NULL);
  double inside;
  if (find_inside (self, row, w, &inside))
    {
      add_label (self, row, SL_STYLE_TEXT_ON_MARK, inside, w, text);
      return TRUE;
    }
  const SlStyle style = item->late ? SL_STYLE_BAD : SL_STYLE_TEXT_DIM;
  const double sides[] = { item->x2 + PAD, item->x1 - PAD - w };
  for (guint i = 0; i < (last ? 2 : 1) * G_N_ELEMENTS (sides); i++)
    {
      const double x = sides[i % 2];
      if (!sl_timeline_is_free (self, row, x, x + w)
          || (i < 2 && sl_timeline_crosses_today (self, x, w)))
        continue;
      add_label (self, row, style, x, w, text);
      return TRUE;
    }
  return FALSE;
}

void
sl_timeline_draw_labels (SlTimeline *self)
{
  if (!self->params->paper && self->rows->len > SL_TIMELINE_MANY_ROWS)
    return;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SlTimelineItem *item = sl_timeline_row (self, i);
      if (!sl_timeline_item_is_dated (item))
        continue;
      char *texts[2];
      make_texts (self, item, texts);
      gboolean placed = FALSE;
      for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
        {
          if (!placed && texts[t] != NULL && texts[t][0] != '\0')
            placed
                = place (self, i, texts[t], t + 1 == G_N_ELEMENTS (texts) || texts[t + 1] == NULL);
          g_free (texts[t]);
        }
    }
}
