/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The fonts of charts: one set of descriptions and one way to shape, for measuring and painting. */

#pragma once

#include <pango/pango.h>

#include "sl-scene.h"

G_BEGIN_DECLS

/* Families in order of preference, resolved by fontconfig; also the font-family of SVG files. */
#define SL_FONT_FAMILIES "Noto Sans,Cantarell,Sans"

/* (transfer none): the description of @font. */
const PangoFontDescription *sl_font_description (SlFont font);
/* A context at 72 dpi without hinting, so that widths do not depend on scale or surface. It has its
 * fonts for itself: whoever holds it may go from thread to thread. (transfer full) */
PangoContext *sl_font_create_context (void);
/* @context: (nullable): NULL: the one that all painting of this thread shares. (transfer full) */
PangoLayout *sl_font_create_layout (PangoContext *context, SlFont font, const char *text);
/* The text of a TEXT mark, shaped and broken as it is painted: wrapped at the mark's width where
 * @mark->wrap is set, ended by an ellipsis where @mark->elided is. (transfer full) */
PangoLayout *sl_font_shape_mark (const SlMark *mark);

/**
 * SlTextLine:
 * @line: (transfer none): the shaped line
 * @x: its left edge, scene coordinates in pt
 * @baseline: y of its baseline
 * @width: advance width in pt
 */
typedef struct
{
  PangoLayoutLine *line;
  double x, baseline, width;
} SlTextLine;

/* Where each line of @layout stands for @mark: lines are aligned in the mark's width by its align
 * (START is left, as scenes are mirrored as a whole), the block is centred in its height.
 * Returns: (transfer full) (element-type SlTextLine) */
GArray *sl_font_place_lines (const SlMark *mark, PangoLayout *layout);

G_END_DECLS
