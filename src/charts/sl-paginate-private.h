/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages from inside, for the SVG writer and for tests: which part of the scene stands where. */

#pragma once

#include "sl-paginate.h"
#include "sl-paint.h"

G_BEGIN_DECLS

/* A part of the scene on a page. */
typedef struct
{
  guint bands;   /* mask of 1 << SlBand */
  SlRect source; /* scene coordinates, pt */
  double x, y;   /* its corner on the page, pt */
} SlView;

/* A tile: the part of the body that one page shows, scene coordinates. */
typedef struct
{
  guint row, column; /* place in the poster */
  double x1, x2, y1, y2;
} SlTile;

const SlTile *sl_pages_get_tile (const SlPages *self, guint n);
double sl_pages_get_scale (const SlPages *self);
/* Views of page @n, in painting order. @views has room for 4. Returns: how many */
guint sl_pages_get_views (const SlPages *self, guint n, SlView *views);
/* Everything around the chart on page @n, in page coordinates times 1 / @scale. (transfer full) */
SlScene *sl_pages_make_frame (const SlPages *self, guint n, guint number, guint total,
                              double *scale);
/* Where the chart may stand on each page; pt. */
void sl_pages_get_body (const SlPages *self, SlRect *body);
/* Page @n as an SVG document. (transfer full) */
char *sl_pages_to_svg (const SlPages *self, guint n, guint number, guint total, SlPalette palette);

/* Sorts @boxes (pairs of start and end) and joins those that overlap; takes @boxes.
 * (transfer full) */
GArray *sl_paginate_merge_boxes (GArray *boxes);
/* Whether the work on @sheet is to stop. */
gboolean sl_sheet_is_cancelled (const SlSheet *sheet);
/* Tells who waits for @sheet that @done of @total steps are done. */
void sl_sheet_report (const SlSheet *sheet, guint done, guint total);

/* Places at which to cut @start..@end so that no piece is longer than @room: at @breaks where
 * possible, else between the merged @boxes, else anywhere. Pieces are made about equally long where
 * that costs none. Returns: (transfer full): of double, with both ends */
GArray *sl_paginate_cut (double start, double end, double room, const GArray *breaks,
                         const GArray *boxes);

G_END_DECLS
