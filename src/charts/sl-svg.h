/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scenes as SVG with real text, so that it can be searched, selected and edited: cairo's SVG
 * surface would write glyph outlines. */

#pragma once

#include "sl-paint.h"

G_BEGIN_DECLS

/* Starts a document of @width x @height pt. @title is for readers and screen readers. */
void sl_svg_begin (GString *svg, double width, double height, SlPalette palette, const char *title);
/* Draws the marks of @bands that touch @source (scene coordinates, pt), scaled by @scale with the
 * corner of @source at @x, @y; what leaves @source is cut off. @id makes names in the document
 * unique: another number for each call. */
void sl_svg_append_scene (GString *svg, const SlScene *scene, SlPalette palette, guint bands,
                          const SlRect *source, double x, double y, double scale, guint id);
void sl_svg_end (GString *svg);

G_END_DECLS
