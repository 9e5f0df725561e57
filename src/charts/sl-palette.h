/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Colours and line widths of the style tokens, for each place where charts are painted. */

#pragma once

#include "sl-scene.h"

G_BEGIN_DECLS

typedef enum
{
  SL_PALETTE_LIGHT,
  SL_PALETTE_DARK,
  SL_PALETTE_LIGHT_HC,
  SL_PALETTE_DARK_HC,
  SL_PALETTE_PRINT,
  SL_PALETTE_GREY,
  SL_N_PALETTES
} SlPalette;

typedef struct
{
  guint32 fill;      /* 0xRRGGBBAA; alpha 0: none */
  guint32 stroke;    /* 0xRRGGBBAA */
  double line_width; /* pt */
} SlPaint;

const SlPaint *sl_palette_paint (SlPalette palette, SlStyle style);
/* Whether what is good and bad, helps and hurts is blue and orange instead of green and red, in all
 * palettes with colours from now on: for eyes that do not tell green from red. */
void sl_palette_set_safe (gboolean safe);
gboolean sl_palette_is_safe (void);
/* @color (0xRRGGBB) as it appears in @palette: lighter in the dark, grey in the grey proof. */
guint32 sl_palette_color (SlPalette palette, gint32 color);
/* The n-th color for parties: told apart by colour-blind people, legible with dark text. */
gint32 sl_palette_party (guint n);

/* Relative luminance 0..1 of 0xRRGGBBAA (alpha ignored), and the contrast ratio 1..21 of two
 * colours. Source: WCAG 2.1, "relative luminance" and "contrast ratio". */
double sl_palette_luminance (guint32 rgba);
double sl_palette_contrast (guint32 a, guint32 b);

G_END_DECLS
