/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The one painter: draws a scene on any cairo surface. */

#pragma once

#include <cairo.h>

#include "sl-palette.h"
#include "sl-scene.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y, w, h; /* pt in scene coordinates */
} SlRect;

/* Paints the marks of @bands (mask of 1 << SlBand) that touch @clip (NULL: all) at the current
 * matrix; marks outside @clip cost nothing but the look. Text stays text on PDF and SVG surfaces.
 */
void sl_paint_scene (const SlScene *scene, cairo_t *cr, SlPalette palette, guint bands,
                     const SlRect *clip);
void sl_paint_mark (const SlMark *mark, cairo_t *cr, SlPalette palette);
/* Where the text of a TEXT mark will have ink or advance, in scene coordinates. */
void sl_paint_text_extents (const SlMark *mark, SlRect *extents);

G_END_DECLS
