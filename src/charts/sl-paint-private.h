/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the painter shares with the SVG writer: outlines, and with which ink they are drawn. */

#pragma once

#include "sl-paint.h"

G_BEGIN_DECLS

#define SL_HATCH_WIDTH 0.55 /* pt */
/* What the ink of a shape may exceed its bounds by: line width, mitres; pt. A text stays in its
 * box, and one that belongs to the next sheet must not be found on this one. */
#define SL_INK_MARGIN 4.0
#define SL_DASH_ON(width) (MAX (3.0, 3 * (width)))
#define SL_DASH_OFF(width) (MAX (2.0, 2 * (width)))

/* Colours 0xRRGGBBAA; alpha 0: none. */
typedef struct
{
  guint32 fill;
  guint32 hatch;
  guint32 stroke;
  double line_width; /* pt; > 0 where there is a stroke */
  gboolean round;    /* joins and ends */
  gboolean dashed;
} SlInk;

void sl_paint_get_ink (const SlMark *mark, SlPalette palette, SlInk *ink);
/* Appends the outline of any mark but a text. */
void sl_paint_path (const SlMark *mark, cairo_t *cr);
/* Appends the hatch lines that cover @bounds; the caller clips. */
void sl_paint_path_hatch (cairo_t *cr, const SlRect *bounds);
/* Whether @mark can leave ink in @clip (NULL: everywhere). */
gboolean sl_paint_touches (const SlMark *mark, const SlRect *clip);

G_END_DECLS
