/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets of their own by distance: a part that would share a sheet with the one before it begins a
 * sheet lower, with a place to cut in between. */

#include "config.h"

#include "alignment/sl-sheet-flow.h"

#include <math.h>

#define LABEL_SHARE 0.24
#define ENTRY_GAP 4.0
#define PART_GAP 18.0
#define LINE_GAP 17.0

void
sl_sheet_flow_init (SlSheetFlow *self, SlScene *scene, SlTextMeasure *measure,
                    const SlChartParams *params)
{
  sl_flow_init (&self->flow, scene, measure, params);
  self->height = params->paper ? params->height : 0.0;
  self->top = 0.0;
  self->breaks = g_array_new (FALSE, FALSE, sizeof (double));
}

void
sl_sheet_flow_finish (SlSheetFlow *self)
{
  sl_flow_finish (&self->flow);
  g_clear_pointer (&self->breaks, g_array_unref);
}

void
sl_sheet_flow_break (SlSheetFlow *self)
{
  g_array_append_val (self->breaks, self->flow.y);
}

/* Adds the breaks of the part. Returns: where its last sheet begins */
static double
cut_part (SlSheetFlow *self)
{
  double top = self->top, last = self->top;

  if (self->height > 0.0 && self->flow.y - self->top <= self->height)
    return top;
  for (guint i = 0; i < self->breaks->len; i++)
    {
      const double y = g_array_index (self->breaks, double, i);

      sl_scene_add_break_y (self->flow.scene, y);
      if (y - top > self->height)
        top = last;
      last = y;
    }
  return self->flow.y - top > self->height ? last : top;
}

void
sl_sheet_flow_end_part (SlSheetFlow *self, guint share, gboolean last)
{
  const double top = cut_part (self);
  const double step = self->height / MAX (1, share);

  g_array_set_size (self->breaks, 0);
  if (last)
    return;
  if (self->height > 0.0)
    self->flow.y = top + step * MAX (1.0, ceil ((self->flow.y - top) / step));
  else
    {
      self->flow.y += PART_GAP;
      sl_flow_rule (&self->flow, SL_STYLE_GRID_STRONG);
      self->flow.y += PART_GAP;
    }
  sl_flow_break (&self->flow);
  self->top = self->flow.y;
}

void
sl_sheet_flow_heading (SlSheetFlow *self, const char *text)
{
  self->flow.y += 6.0;
  sl_flow_paragraph (&self->flow, SL_STYLE_TEXT, SL_FONT_HEAD, 4.0, text);
}

void
sl_sheet_flow_entry (SlSheetFlow *self, const char *label, const char *text, guint lines)
{
  SlFlow *flow = &self->flow;
  const double x = flow->width * LABEL_SHARE, width = flow->width - x;
  const double label_height = sl_flow_text_at (flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL,
                                               SL_ALIGN_START, 0.0, flow->y, x - 8.0, label);
  double height = 0.0;

  if (text != NULL && *text != '\0')
    height = sl_flow_text_at (flow, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, x, flow->y, width,
                              text);
  else
    for (guint i = 0; i < lines; i++)
      {
        height += i == 0 ? sl_text_measure_line_height (flow->measure, SL_FONT_LABEL) : LINE_GAP;
        sl_scene_add_line (flow->scene, SL_BAND_BODY, SL_STYLE_GRID_STRONG, x, flow->y + height,
                           flow->width, flow->y + height);
      }
  flow->y += MAX (label_height, height) + ENTRY_GAP;
  sl_sheet_flow_break (self);
}
