/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How close rows stand. On paper nobody has to hit them, so they stand closer than on a screen, and
 * closer still, in small type, where that saves sheets. */

#include "config.h"

#include "timeline/sl-timeline-private.h"

/* Rows in a row that no sheet may end between. */
#define TOGETHER_MAX 4

static const SlTimelineDensity screen = {
  .row = SL_TIMELINE_ROW_H,
  .heading = 24,
  .pad = 5,
  .bar = 13,
  .ghosts = 3,
  .font = SL_FONT_LABEL,
};

/* From roomy to close. */
static const SlTimelineDensity paper[] = {
  { .row = 19, .heading = 24, .pad = 5, .bar = 13, .ghosts = 3, .font = SL_FONT_LABEL },
  { .row = 18, .heading = 22, .pad = 5, .bar = 12, .ghosts = 3, .font = SL_FONT_SMALL },
  { .row = 15, .heading = 19, .pad = 3, .bar = 10, .ghosts = 2, .font = SL_FONT_SMALL },
};

guint
sl_timeline_n_densities (const SlTimeline *self)
{
  return self->params->paper && self->params->height > 0 ? G_N_ELEMENTS (paper) : 1;
}

void
sl_timeline_set_density (SlTimeline *self, guint level)
{
  g_return_if_fail (level < sl_timeline_n_densities (self));
  self->density = self->params->paper ? &paper[level] : &screen;
}

/* Sheets may end below every row, but not between a heading or a group and what follows it. */
static void
add_row_breaks (SlTimeline *self)
{
  guint together = 1;
  for (guint i = 0; i < self->rows->len; i++)
    {
      const SlTimelineItem *item = sl_timeline_row (self, i);
      const SlTimelineItem *next = i + 1 < self->rows->len ? item + 1 : NULL;
      const gboolean opens = item->type == SL_ROW_HEADING
                                 ? next != NULL || self->undated->len > 0
                                 : next != NULL && next->depth > item->depth;
      if (opens && together < TOGETHER_MAX)
        {
          together++;
          continue;
        }
      together = 1;
      const double y = item->y + item->h;
      g_array_append_val (self->row_breaks, y);
    }
}

void
sl_timeline_place_row_breaks (SlTimeline *self)
{
  g_array_set_size (self->row_breaks, 0);
  add_row_breaks (self);
  for (guint i = 0; i < self->undated->len; i++)
    {
      const SlTimelineCell *cell = &g_array_index (self->undated, SlTimelineCell, i);
      const double y = cell->y + cell->h;
      if (i + 1 == self->undated->len || (cell + 1)->y > cell->y)
        g_array_append_val (self->row_breaks, y);
    }
}

guint
sl_timeline_count_sheets (const SlTimeline *self)
{
  const double room = self->params->height - self->top_h;
  double from = self->top_h, fits = from;
  guint sheets = 1;
  for (guint i = 0; i < self->row_breaks->len; i++)
    {
      const double y = g_array_index (self->row_breaks, double, i);
      if (y > from + room && fits > from)
        {
          from = fits;
          sheets++;
        }
      fits = y;
    }
  return sheets;
}
