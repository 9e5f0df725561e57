/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lays a chart out from the top down like a page of text: paragraphs, rules, tick boxes. For the
 * charts that are read more than looked at. */

#pragma once

#include "sl-chart.h"

G_BEGIN_DECLS

/* Width of a page of text where the chart has none to fill; unit: pt. */
#define SL_FLOW_WIDTH 500.0

/* @x: left edge; what is told a place is told it from there. @y: where the next thing begins */
typedef struct
{
  SlScene *scene;
  SlTextMeasure *measure;
  double x;
  double width;
  double y;
} SlFlow;

void sl_flow_init (SlFlow *self, SlScene *scene, SlTextMeasure *measure,
                   const SlChartParams *params);
/* Sets the size of the scene to what was laid out. */
void sl_flow_finish (SlFlow *self);
/* A sheet may end here. */
void sl_flow_break (SlFlow *self);

/* Height of @text, wrapped at @width. */
double sl_flow_height (const SlFlow *self, SlFont font, const char *text, double width);
/* Sets @text at a place, wrapped at @width. Returns: its height */
double sl_flow_text_at (SlFlow *self, SlStyle style, SlFont font, SlAlign align, double x, double y,
                        double width, const char *text);
/* Sets @text over the whole width and goes on below it and @gap; nothing for "". */
void sl_flow_paragraph (SlFlow *self, SlStyle style, SlFont font, double gap, const char *text);
/* A line over the whole width at the place where the next thing begins. */
void sl_flow_rule (SlFlow *self, SlStyle style);
/* What a box with @word takes, with a gap. */
double sl_flow_tick_width (const SlFlow *self, const char *word);
/* A box to tick with a word behind it. Returns: its width with a gap */
double sl_flow_tick (SlFlow *self, double x, double y, const char *word);
/* Lines to write on, @n of them. */
void sl_flow_lines (SlFlow *self, guint n);
/* What stands there is about a record: pointer, keys and screen readers find it. @label: what they
 * say. Returns: (transfer none): the mark, until the next one is added */
SlMark *sl_flow_hit_rect (SlFlow *self, double y, double height, SlKindId kind, SlId id,
                          const char *label);

G_END_DECLS
