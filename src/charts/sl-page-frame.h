/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands around a chart on each sheet: headline, title, legend, remarks, footer. */

#pragma once

#include "sl-paginate.h"
#include "sl-paint.h"

G_BEGIN_DECLS

/**
 * SlFrameText:
 *
 * What differs from page to page.
 */
typedef struct
{
  guint number, total;   /* of the page; 0: not said */
  const char *tile;      /* (nullable): "A2", drawn with crop marks */
  double crop_w, crop_h; /* what the tile takes of the body, from its start and top */
} SlFrameText;

/* Lays the frame of @scene's sheets out on a page of @width x @height with margins of @margin; all
 * in frame units (pt times 1 / frame scale). @body receives the room left for the chart.
 * (transfer full) */
SlScene *sl_page_frame_new (const SlScene *scene, const SlSheet *sheet, double width, double height,
                            double margin, SlTextMeasure *measure, const SlFrameText *text,
                            SlRect *body);

G_END_DECLS
