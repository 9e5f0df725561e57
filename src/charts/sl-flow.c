/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text from the top down, measured before it is set. */

#include "config.h"

#include "sl-flow.h"

#define TICK 8.0
#define TICK_GAP 4.0
#define TICK_AFTER 14.0
#define LINE_GAP 18.0

void
sl_flow_init (SlFlow *self, SlScene *scene, SlTextMeasure *measure, const SlChartParams *params)
{
  self->scene = scene;
  self->measure = measure;
  self->x = 0.0;
  self->width = params->width > 0.0 ? MAX (params->width, 300.0) : SL_FLOW_WIDTH;
  self->y = 0.0;
}

void
sl_flow_finish (SlFlow *self)
{
  sl_scene_set_bands (self->scene, 0.0, 0.0);
  sl_scene_set_size (self->scene, self->width, self->y);
}

void
sl_flow_break (SlFlow *self)
{
  if (self->y > 0.0)
    sl_scene_add_break_y (self->scene, self->y);
}

double
sl_flow_height (const SlFlow *self, SlFont font, const char *text, double width)
{
  double height;

  sl_text_measure_size (self->measure, font, text, width, NULL, &height);
  return height;
}

double
sl_flow_text_at (SlFlow *self, SlStyle style, SlFont font, SlAlign align, double x, double y,
                 double width, const char *text)
{
  const double height = sl_flow_height (self, font, text, width);

  if (*text == '\0')
    return 0.0;
  sl_scene_add_text (self->scene, SL_BAND_BODY, style, font, align, self->x + x, y, width, height,
                     text)
      ->wrap
      = TRUE;
  return height;
}

void
sl_flow_paragraph (SlFlow *self, SlStyle style, SlFont font, double gap, const char *text)
{
  if (*text != '\0')
    self->y += sl_flow_text_at (self, style, font, SL_ALIGN_START, 0.0, self->y, self->width, text)
               + gap;
}

void
sl_flow_rule (SlFlow *self, SlStyle style)
{
  sl_scene_add_line (self->scene, SL_BAND_BODY, style, self->x, self->y, self->x + self->width,
                     self->y);
}

double
sl_flow_tick_width (const SlFlow *self, const char *word)
{
  double width;

  sl_text_measure_size (self->measure, SL_FONT_SMALL, word, 0.0, &width, NULL);
  return TICK + TICK_GAP + width + TICK_AFTER;
}

double
sl_flow_tick (SlFlow *self, double x, double y, const char *word)
{
  const double line = sl_text_measure_line_height (self->measure, SL_FONT_SMALL);
  const double width = sl_flow_tick_width (self, word);

  sl_scene_add_rect (self->scene, SL_BAND_BODY, SL_STYLE_GRID_STRONG, self->x + x,
                     y + (line - TICK) / 2, TICK, TICK)
      ->outline
      = TRUE;
  sl_scene_add_text (self->scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_SMALL, SL_ALIGN_START,
                     self->x + x + TICK + TICK_GAP, y, width - TICK - TICK_GAP - TICK_AFTER + 1,
                     line, word);
  return width;
}

void
sl_flow_lines (SlFlow *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      self->y += LINE_GAP;
      sl_flow_rule (self, SL_STYLE_GRID_STRONG);
    }
}

SlMark *
sl_flow_hit_rect (SlFlow *self, double y, double height, SlKindId kind, SlId id, const char *label)
{
  SlMark *mark = sl_scene_add_rect (self->scene, SL_BAND_BODY, SL_STYLE_PAPER, self->x, y,
                                    self->width, height);

  mark->z = -1;
  mark->line_width = -1;
  sl_mark_set_hit (mark, kind, id, SL_PART_WHOLE, label);
  return mark;
}
