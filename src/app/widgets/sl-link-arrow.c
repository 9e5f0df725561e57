/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The arrow that follows the pointer while a link is dragged, and the ring around what it would
 * end at. */

#include "config.h"

#include "widgets/sl-link-arrow.h"

#include <math.h>

#include "widgets/sl-chart-view-private.h"

#define LINE_WIDTH 1.5
#define HEAD_SIZE 6.0
#define RING_GAP 2.0

static void
draw_arrow (cairo_t *cr, double x1, double y1, double x2, double y2)
{
  double angle = atan2 (y2 - y1, x2 - x1);

  cairo_move_to (cr, x1, y1);
  cairo_line_to (cr, x2, y2);
  for (int side = -1; side <= 1; side += 2)
    {
      cairo_move_to (cr, x2, y2);
      cairo_line_to (cr, x2 - HEAD_SIZE * cos (angle + side * G_PI / 6),
                     y2 - HEAD_SIZE * sin (angle + side * G_PI / 6));
    }
  cairo_stroke (cr);
}

void
sl_link_arrow_draw (cairo_t *cr, const SlPoint *from, const SlPoint *to, const SlMark *target)
{
  double x;
  double y;
  double w;
  double h;

  cairo_set_source_rgba (cr, 0.21, 0.52, 0.89, 1);
  cairo_set_line_width (cr, LINE_WIDTH);
  draw_arrow (cr, from->x, from->y, to->x, to->y);
  if (target == NULL)
    return;
  sl_mark_bounds (target, &x, &y, &w, &h);
  cairo_rectangle (cr, x - RING_GAP, y - RING_GAP, w + 2 * RING_GAP, h + 2 * RING_GAP);
  cairo_stroke (cr);
}
