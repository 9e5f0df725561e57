/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Colours and line widths of the style tokens. Text has a contrast of at least 4.5 on every surface
 * it stands on (7 in high contrast), marks that carry meaning at least 3 against the paper; a test
 * computes both. Positions run from orange over white to blue, which stays apart for all common
 * kinds of colour blindness, and in grey from dark (against) to light (for); sign and hatching say
 * the same without colour. */

#include "config.h"

#include "sl-palette.h"

#include <math.h>

#define NONE 0x00000000

/* clang-format off */
static const SlPaint light[SL_N_STYLES] = {
  [SL_STYLE_TEXT]         = { 0x241f31ff, NONE, 0 },
  [SL_STYLE_TEXT_DIM]     = { 0x5e5c64ff, NONE, 0 },
  [SL_STYLE_TEXT_ON_MARK] = { 0x000000ff, NONE, 0 },
  [SL_STYLE_PAPER]        = { 0xffffffff, NONE, 0 },
  [SL_STYLE_BAND]         = { 0xf1f0efff, NONE, 0 },
  [SL_STYLE_BAND_ALT]     = { 0xf8f7f6ff, NONE, 0 },
  [SL_STYLE_GRID]         = { NONE, 0xdedddaff, 0.5 },
  [SL_STYLE_GRID_STRONG]  = { NONE, 0x8d8c8aff, 0.75 },
  [SL_STYLE_CARD]         = { 0xffffffff, 0x8d8c8aff, 0.75 },
  [SL_STYLE_CARD_SHARED]  = { 0xe9f1fcff, 0x1c71d8ff, 1.25 },
  [SL_STYLE_STRIPE]       = { 0x3584e4ff, NONE, 0 },
  [SL_STYLE_EDGE]         = { 0x77767bff, 0x77767bff, 1 },
  [SL_STYLE_EDGE_EXTRA]   = { 0x813d9cff, 0x813d9cff, 1 },
  [SL_STYLE_HELPS]        = { 0x0f766eff, 0x0f766eff, 1.25 },
  [SL_STYLE_HURTS]        = { 0xc64600ff, 0xc64600ff, 1.25 },
  [SL_STYLE_BAR]          = { 0x4a90e2ff, NONE, 0.75 },
  [SL_STYLE_BAR_DONE]     = { 0x1a5fb4ff, NONE, 0 },
  [SL_STYLE_BAR_GROUP]    = { 0x3d3846ff, NONE, 0 },
  [SL_STYLE_MILESTONE]    = { 0x241f31ff, NONE, 0 },
  [SL_STYLE_GOAL_DUE]     = { 0x813d9cff, 0x813d9cff, 1.5 },
  [SL_STYLE_BASELINE]     = { 0xdedddaff, 0x8d8c8aff, 0.75 },
  [SL_STYLE_DEPENDENCY]   = { 0x77767bff, 0x77767bff, 0.75 },
  [SL_STYLE_CRITICAL]     = { 0xc01c28ff, 0xc01c28ff, 1.5 },
  [SL_STYLE_TODAY]        = { 0xc64600ff, 0xc64600ff, 1.25 },
  [SL_STYLE_WEEKEND]      = { 0xf1f0efff, NONE, 0 },
  [SL_STYLE_GOOD]         = { 0x1f8a58ff, 0x1f8a58ff, 1.25 },
  [SL_STYLE_WARN]         = { 0xb07500ff, 0xb07500ff, 1.25 },
  [SL_STYLE_BAD]          = { 0xc01c28ff, 0xc01c28ff, 1.25 },
  [SL_STYLE_NEUTRAL]      = { 0x77767bff, 0x77767bff, 1.25 },
  [SL_STYLE_POS_M3]       = { 0xf08a3cff, 0x8a3a00ff, 0.75 },
  [SL_STYLE_POS_M2]       = { 0xf9b27bff, 0xa34a06ff, 0.75 },
  [SL_STYLE_POS_M1]       = { 0xfddcc0ff, 0xb8601eff, 0.75 },
  [SL_STYLE_POS_0]        = { 0xf1f0efff, 0x77767bff, 0.75 },
  [SL_STYLE_POS_P1]       = { 0xd3e5faff, 0x3a7bc8ff, 0.75 },
  [SL_STYLE_POS_P2]       = { 0x9cc5f2ff, 0x1a5fb4ff, 0.75 },
  [SL_STYLE_POS_P3]       = { 0x62a0eaff, 0x164f96ff, 0.75 },
  [SL_STYLE_POS_NONE]     = { 0xffffffff, 0x8d8c8aff, 0.75 },
  [SL_STYLE_SELECTION]    = { 0x3584e41f, 0x3584e4ff, 2 },
  [SL_STYLE_SINCE]        = { 0xa3125fff, 0xffffffff, 0.75 },
  [SL_STYLE_SINCE_NEW]    = { 0xffffffff, 0xa3125fff, 1 },
};

static const SlPaint dark[SL_N_STYLES] = {
  [SL_STYLE_TEXT]         = { 0xf6f5f4ff, NONE, 0 },
  [SL_STYLE_TEXT_DIM]     = { 0xc0bfbcff, NONE, 0 },
  [SL_STYLE_TEXT_ON_MARK] = { 0x000000ff, NONE, 0 },
  [SL_STYLE_PAPER]        = { 0x1e1e1eff, NONE, 0 },
  [SL_STYLE_BAND]         = { 0x2d2d2fff, NONE, 0 },
  [SL_STYLE_BAND_ALT]     = { 0x252527ff, NONE, 0 },
  [SL_STYLE_GRID]         = { NONE, 0x3d3d40ff, 0.5 },
  [SL_STYLE_GRID_STRONG]  = { NONE, 0x85848aff, 0.75 },
  [SL_STYLE_CARD]         = { 0x2a2a2cff, 0x85848aff, 0.75 },
  [SL_STYLE_CARD_SHARED]  = { 0x1d2f47ff, 0x62a0eaff, 1.25 },
  [SL_STYLE_STRIPE]       = { 0x62a0eaff, NONE, 0 },
  [SL_STYLE_EDGE]         = { 0x9a9996ff, 0x9a9996ff, 1 },
  [SL_STYLE_EDGE_EXTRA]   = { 0xc88adaff, 0xc88adaff, 1 },
  [SL_STYLE_HELPS]        = { 0x4fc4b4ff, 0x4fc4b4ff, 1.25 },
  [SL_STYLE_HURTS]        = { 0xff8f45ff, 0xff8f45ff, 1.25 },
  [SL_STYLE_BAR]          = { 0x99c1f1ff, NONE, 0.75 },
  [SL_STYLE_BAR_DONE]     = { 0x2a74d0ff, NONE, 0 },
  [SL_STYLE_BAR_GROUP]    = { 0xc0bfbcff, NONE, 0 },
  [SL_STYLE_MILESTONE]    = { 0xf6f5f4ff, NONE, 0 },
  [SL_STYLE_GOAL_DUE]     = { 0xdc9aeaff, 0xdc9aeaff, 1.5 },
  [SL_STYLE_BASELINE]     = { 0x3d3d40ff, 0x85848aff, 0.75 },
  [SL_STYLE_DEPENDENCY]   = { 0x9a9996ff, 0x9a9996ff, 0.75 },
  [SL_STYLE_CRITICAL]     = { 0xff7b63ff, 0xff7b63ff, 1.5 },
  [SL_STYLE_TODAY]        = { 0xffa348ff, 0xffa348ff, 1.25 },
  [SL_STYLE_WEEKEND]      = { 0x28282aff, NONE, 0 },
  [SL_STYLE_GOOD]         = { 0x57cf92ff, 0x57cf92ff, 1.25 },
  [SL_STYLE_WARN]         = { 0xf5c211ff, 0xf5c211ff, 1.25 },
  [SL_STYLE_BAD]          = { 0xff7b63ff, 0xff7b63ff, 1.25 },
  [SL_STYLE_NEUTRAL]      = { 0x9a9996ff, 0x9a9996ff, 1.25 },
  [SL_STYLE_POS_M3]       = { 0xa34a06ff, 0xff9a52ff, 0.75 },
  [SL_STYLE_POS_M2]       = { 0x7a3a0cff, 0xe08a4cff, 0.75 },
  [SL_STYLE_POS_M1]       = { 0x4d2d16ff, 0xc07a48ff, 0.75 },
  [SL_STYLE_POS_0]        = { 0x333336ff, 0x9a9996ff, 0.75 },
  [SL_STYLE_POS_P1]       = { 0x1d3552ff, 0x6a9fd8ff, 0.75 },
  [SL_STYLE_POS_P2]       = { 0x1b4b85ff, 0x78aeeaff, 0.75 },
  [SL_STYLE_POS_P3]       = { 0x1a5fb4ff, 0x99c1f1ff, 0.75 },
  [SL_STYLE_POS_NONE]     = { 0x1e1e1eff, 0x85848aff, 0.75 },
  [SL_STYLE_SELECTION]    = { 0x62a0ea33, 0x62a0eaff, 2 },
  [SL_STYLE_SINCE]        = { 0xff8ad1ff, 0x1e1e1eff, 0.75 },
  [SL_STYLE_SINCE_NEW]    = { 0x1e1e1eff, 0xff8ad1ff, 1 },
};

static const SlPaint light_hc[SL_N_STYLES] = {
  [SL_STYLE_TEXT]         = { 0x000000ff, NONE, 0 },
  [SL_STYLE_TEXT_DIM]     = { 0x3d3846ff, NONE, 0 },
  [SL_STYLE_TEXT_ON_MARK] = { 0x000000ff, NONE, 0 },
  [SL_STYLE_PAPER]        = { 0xffffffff, NONE, 0 },
  [SL_STYLE_BAND]         = { 0xf1f0efff, NONE, 0 },
  [SL_STYLE_BAND_ALT]     = { 0xffffffff, NONE, 0 },
  [SL_STYLE_GRID]         = { NONE, 0x85848aff, 0.75 },
  [SL_STYLE_GRID_STRONG]  = { NONE, 0x000000ff, 1 },
  [SL_STYLE_CARD]         = { 0xffffffff, 0x000000ff, 1.25 },
  [SL_STYLE_CARD_SHARED]  = { 0xe9f1fcff, 0x0b3d7aff, 2 },
  [SL_STYLE_STRIPE]       = { 0x1a5fb4ff, 0x000000ff, 0.75 },
  [SL_STYLE_EDGE]         = { 0x241f31ff, 0x241f31ff, 1.5 },
  [SL_STYLE_EDGE_EXTRA]   = { 0x613583ff, 0x613583ff, 1.5 },
  [SL_STYLE_HELPS]        = { 0x0a5750ff, 0x0a5750ff, 1.75 },
  [SL_STYLE_HURTS]        = { 0x963500ff, 0x963500ff, 1.75 },
  [SL_STYLE_BAR]          = { 0x4f97e8ff, 0x000000ff, 1 },
  [SL_STYLE_BAR_DONE]     = { 0x0b3d7aff, NONE, 0 },
  [SL_STYLE_BAR_GROUP]    = { 0x000000ff, NONE, 0 },
  [SL_STYLE_MILESTONE]    = { 0x000000ff, NONE, 0 },
  [SL_STYLE_GOAL_DUE]     = { 0x613583ff, 0x613583ff, 2 },
  [SL_STYLE_BASELINE]     = { 0xdedddaff, 0x3d3846ff, 1 },
  [SL_STYLE_DEPENDENCY]   = { 0x3d3846ff, 0x3d3846ff, 1.25 },
  [SL_STYLE_CRITICAL]     = { 0x9a0f1aff, 0x9a0f1aff, 2.25 },
  [SL_STYLE_TODAY]        = { 0x963500ff, 0x963500ff, 2 },
  [SL_STYLE_WEEKEND]      = { 0xe4e3e1ff, NONE, 0 },
  [SL_STYLE_GOOD]         = { 0x0e5c38ff, 0x0e5c38ff, 1.75 },
  [SL_STYLE_WARN]         = { 0x6e4900ff, 0x6e4900ff, 1.75 },
  [SL_STYLE_BAD]          = { 0x9a0f1aff, 0x9a0f1aff, 1.75 },
  [SL_STYLE_NEUTRAL]      = { 0x3d3846ff, 0x3d3846ff, 1.75 },
  [SL_STYLE_POS_M3]       = { 0xf79a54ff, 0x000000ff, 1.25 },
  [SL_STYLE_POS_M2]       = { 0xfbc296ff, 0x000000ff, 1.25 },
  [SL_STYLE_POS_M1]       = { 0xfee3ccff, 0x000000ff, 1.25 },
  [SL_STYLE_POS_0]        = { 0xffffffff, 0x000000ff, 1.25 },
  [SL_STYLE_POS_P1]       = { 0xdbeafbff, 0x000000ff, 1.25 },
  [SL_STYLE_POS_P2]       = { 0xaed0f5ff, 0x000000ff, 1.25 },
  [SL_STYLE_POS_P3]       = { 0x7ab2f0ff, 0x000000ff, 1.25 },
  [SL_STYLE_POS_NONE]     = { 0xffffffff, 0x3d3846ff, 1.25 },
  [SL_STYLE_SELECTION]    = { 0x1a5fb433, 0x0b3d7aff, 3 },
  [SL_STYLE_SINCE]        = { 0x7a0046ff, 0xffffffff, 1 },
  [SL_STYLE_SINCE_NEW]    = { 0xffffffff, 0x7a0046ff, 1.5 },
};

static const SlPaint dark_hc[SL_N_STYLES] = {
  [SL_STYLE_TEXT]         = { 0xffffffff, NONE, 0 },
  [SL_STYLE_TEXT_DIM]     = { 0xdedddaff, NONE, 0 },
  [SL_STYLE_TEXT_ON_MARK] = { 0x000000ff, NONE, 0 },
  [SL_STYLE_PAPER]        = { 0x000000ff, NONE, 0 },
  [SL_STYLE_BAND]         = { 0x1e1e1eff, NONE, 0 },
  [SL_STYLE_BAND_ALT]     = { 0x000000ff, NONE, 0 },
  [SL_STYLE_GRID]         = { NONE, 0x77767bff, 0.75 },
  [SL_STYLE_GRID_STRONG]  = { NONE, 0xffffffff, 1 },
  [SL_STYLE_CARD]         = { 0x000000ff, 0xffffffff, 1.25 },
  [SL_STYLE_CARD_SHARED]  = { 0x0b2545ff, 0x99c1f1ff, 2 },
  [SL_STYLE_STRIPE]       = { 0x99c1f1ff, 0xffffffff, 0.75 },
  [SL_STYLE_EDGE]         = { 0xf6f5f4ff, 0xf6f5f4ff, 1.5 },
  [SL_STYLE_EDGE_EXTRA]   = { 0xe8b8f2ff, 0xe8b8f2ff, 1.5 },
  [SL_STYLE_HELPS]        = { 0x7be0d2ff, 0x7be0d2ff, 1.75 },
  [SL_STYLE_HURTS]        = { 0xffb380ff, 0xffb380ff, 1.75 },
  [SL_STYLE_BAR]          = { 0xb5d5f8ff, 0xffffffff, 1 },
  [SL_STYLE_BAR_DONE]     = { 0x3584e4ff, NONE, 0 },
  [SL_STYLE_BAR_GROUP]    = { 0xffffffff, NONE, 0 },
  [SL_STYLE_MILESTONE]    = { 0xffffffff, NONE, 0 },
  [SL_STYLE_GOAL_DUE]     = { 0xf0c4f8ff, 0xf0c4f8ff, 2 },
  [SL_STYLE_BASELINE]     = { 0x3d3846ff, 0xdedddaff, 1 },
  [SL_STYLE_DEPENDENCY]   = { 0xdedddaff, 0xdedddaff, 1.25 },
  [SL_STYLE_CRITICAL]     = { 0xffa08eff, 0xffa08eff, 2.25 },
  [SL_STYLE_TODAY]        = { 0xffc078ff, 0xffc078ff, 2 },
  [SL_STYLE_WEEKEND]      = { 0x2d2d2fff, NONE, 0 },
  [SL_STYLE_GOOD]         = { 0x8ff0a4ff, 0x8ff0a4ff, 1.75 },
  [SL_STYLE_WARN]         = { 0xf9f06bff, 0xf9f06bff, 1.75 },
  [SL_STYLE_BAD]          = { 0xffa08eff, 0xffa08eff, 1.75 },
  [SL_STYLE_NEUTRAL]      = { 0xdedddaff, 0xdedddaff, 1.75 },
  [SL_STYLE_POS_M3]       = { 0x8a3a00ff, 0xffffffff, 1.25 },
  [SL_STYLE_POS_M2]       = { 0x672c04ff, 0xffffffff, 1.25 },
  [SL_STYLE_POS_M1]       = { 0x3d1d08ff, 0xffffffff, 1.25 },
  [SL_STYLE_POS_0]        = { 0x1e1e1eff, 0xffffffff, 1.25 },
  [SL_STYLE_POS_P1]       = { 0x0e2747ff, 0xffffffff, 1.25 },
  [SL_STYLE_POS_P2]       = { 0x123d72ff, 0xffffffff, 1.25 },
  [SL_STYLE_POS_P3]       = { 0x164f96ff, 0xffffffff, 1.25 },
  [SL_STYLE_POS_NONE]     = { 0x000000ff, 0xdedddaff, 1.25 },
  [SL_STYLE_SELECTION]    = { 0x99c1f14d, 0x99c1f1ff, 3 },
  [SL_STYLE_SINCE]        = { 0xffa6dcff, 0x000000ff, 1 },
  [SL_STYLE_SINCE_NEW]    = { 0x000000ff, 0xffa6dcff, 1.5 },
};

/* What differs for eyes that do not tell green from red: blue is good, orange is bad. In each palette
 * with colours: light, dark, both in high contrast, print. */
static const SlPaint safe_good[] = {
  { 0x0b5cadff, 0x0b5cadff, 1.25 }, { 0x78b7ffff, 0x78b7ffff, 1.25 },
  { 0x0b3d7aff, 0x0b3d7aff, 1.75 }, { 0x9accffff, 0x9accffff, 1.75 },
  { 0x0b5cadff, 0x0b5cadff, 1.25 },
};
static const SlPaint safe_bad[] = {
  { 0xb34a00ff, 0xb34a00ff, 1.25 }, { 0xff9a4dff, 0xff9a4dff, 1.25 },
  { 0x7a3200ff, 0x7a3200ff, 1.75 }, { 0xffbe91ff, 0xffbe91ff, 1.75 },
  { 0xb34a00ff, 0xb34a00ff, 1.25 },
};
static const SlPaint safe_critical[] = {
  { 0xb34a00ff, 0xb34a00ff, 1.5 },  { 0xff9a4dff, 0xff9a4dff, 1.5 },
  { 0x7a3200ff, 0x7a3200ff, 2.25 }, { 0xffbe91ff, 0xffbe91ff, 2.25 },
  { 0xb34a00ff, 0xb34a00ff, 1.5 },
};

/* What differs on paper in grey; everything else is the grey of the printed colour. */
static const SlPaint grey_positions[] = {
  { 0x8c8c8cff, 0x000000ff, 0.75 }, /* -3 */
  { 0xa6a6a6ff, 0x1a1a1aff, 0.75 },
  { 0xbfbfbfff, 0x333333ff, 0.75 },
  { 0xd6d6d6ff, 0x4d4d4dff, 0.75 },
  { 0xe6e6e6ff, 0x4d4d4dff, 0.75 },
  { 0xf2f2f2ff, 0x333333ff, 0.75 },
  { 0xffffffff, 0x000000ff, 0.75 }, /* +3 */
  { 0xffffffff, 0x737373ff, 0.75 }, /* not asked */
};

/* Party colours: dark text is legible on each, each stands out from white; neighbours differ in
 * hue for colour-blind eyes too. The second column is the grey that tells them apart on paper. */
static const struct
{
  gint32 color;
  guint8 grey;
} parties[] = {
  { 0x3584e4, 0x8a }, /* blue */
  { 0xd9730d, 0x50 }, /* orange */
  { 0x1c9a8a, 0xa8 }, /* teal */
  { 0xb565c9, 0x68 }, /* purple */
  { 0x8a8d1a, 0xbe }, /* olive */
  { 0xe25563, 0x3c }, /* rose */
  { 0x7a8794, 0x9a }, /* slate */
  { 0xa9744a, 0x5c }, /* brown */
  { 0x2f9e44, 0xb2 }, /* green */
  { 0x7c7bd8, 0x76 }, /* violet */
  { 0xb38b00, 0xc8 }, /* amber */
  { 0xd2569f, 0x46 }, /* pink */
};
/* clang-format on */

gint32
sl_palette_party (guint n)
{
  return parties[n % G_N_ELEMENTS (parties)].color;
}

/* Relative luminance of one channel, WCAG 2.1. */
static double
linear_channel (guint32 value)
{
  const double c = value / 255.0;

  return c <= 0.04045 ? c / 12.92 : pow ((c + 0.055) / 1.055, 2.4);
}

double
sl_palette_luminance (guint32 rgba)
{
  return 0.2126 * linear_channel (rgba >> 24) + 0.7152 * linear_channel ((rgba >> 16) & 0xff)
         + 0.0722 * linear_channel ((rgba >> 8) & 0xff);
}

double
sl_palette_contrast (guint32 a, guint32 b)
{
  const double la = sl_palette_luminance (a), lb = sl_palette_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

static guint32
grey_of_luminance (double luminance, guint32 alpha)
{
  const double c
      = luminance <= 0.0031308 ? luminance * 12.92 : 1.055 * pow (luminance, 1 / 2.4) - 0.055;
  const guint32 v = (guint32)lround (CLAMP (c, 0, 1) * 255);

  return v << 24 | v << 16 | v << 8 | alpha;
}

/* @a towards @b by @t of 0..1, alpha of @a. */
static guint32
mix (guint32 a, guint32 b, double t)
{
  guint32 result = a & 0xff;

  for (guint shift = 8; shift <= 24; shift += 8)
    {
      const double ca = (a >> shift) & 0xff, cb = (b >> shift) & 0xff;

      result |= (guint32)lround (ca + (cb - ca) * t) << shift;
    }
  return result;
}

/* @rgba made lighter or darker until its luminance lies in the range. */
static guint32
clamp_luminance (guint32 rgba, double low, double high)
{
  const guint32 start = rgba;

  for (guint i = 1; i <= 50; i++)
    {
      const double luminance = sl_palette_luminance (rgba);

      if (luminance >= low && luminance <= high)
        break;
      rgba = mix (start, luminance < low ? 0xffffffff : 0x000000ff, i / 50.0);
    }
  return rgba;
}

static guint32
grey_of_color (guint32 rgba)
{
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    if ((guint32)parties[i].color == rgba >> 8)
      {
        const guint32 v = parties[i].grey;

        return v << 24 | v << 16 | v << 8 | 0xff;
      }
  return grey_of_luminance (sl_palette_luminance (clamp_luminance (rgba, 0.05, 0.55)), 0xff);
}

guint32
sl_palette_color (SlPalette palette, gint32 color)
{
  const guint32 rgba = (guint32)color << 8 | 0xff;

  switch (palette)
    {
    case SL_PALETTE_LIGHT:
    case SL_PALETTE_PRINT:
      return clamp_luminance (rgba, 0.19, 0.295);
    case SL_PALETTE_LIGHT_HC:
      return clamp_luminance (rgba, 0.19, 0.28);
    case SL_PALETTE_DARK:
      return clamp_luminance (rgba, 0.28, 0.6);
    case SL_PALETTE_DARK_HC:
      return clamp_luminance (rgba, 0.38, 0.75);
    case SL_PALETTE_GREY:
      return grey_of_color (rgba);
    default:
      g_return_val_if_reached (rgba);
    }
}

/* Fills the two paper palettes from the light one: the same colours, no line thinner than 0.5 pt,
 * no transparency (printers rasterise it). */
static void
make_paper (SlPaint *print, SlPaint *grey)
{
  for (guint i = 0; i < SL_N_STYLES; i++)
    {
      print[i] = light[i];
      if ((print[i].fill & 0xff) != 0xff && print[i].fill != NONE)
        print[i].fill = mix (0xffffffff, print[i].fill, (print[i].fill & 0xff) / 255.0);
      print[i].line_width = print[i].line_width > 0 ? MAX (0.5, print[i].line_width) : 0;
      grey[i] = print[i];
      if (grey[i].fill != NONE)
        grey[i].fill = grey_of_luminance (sl_palette_luminance (grey[i].fill), 0xff);
      if (grey[i].stroke != NONE)
        grey[i].stroke = grey_of_luminance (sl_palette_luminance (grey[i].stroke), 0xff);
    }
  print[SL_STYLE_TEXT].fill = 0x000000ff;
  grey[SL_STYLE_TEXT].fill = 0x000000ff;
  for (guint i = 0; i < G_N_ELEMENTS (grey_positions); i++)
    grey[SL_STYLE_POS_M3 + i] = grey_positions[i];
}

static int is_safe; /* atomic: charts are painted in any thread */

void
sl_palette_set_safe (gboolean safe)
{
  g_atomic_int_set (&is_safe, safe);
}

gboolean
sl_palette_is_safe (void)
{
  return g_atomic_int_get (&is_safe);
}

/* Returns: (nullable): what @style is instead */
static const SlPaint *
find_safe (SlPalette palette, SlStyle style)
{
  if (palette >= G_N_ELEMENTS (safe_good) || !g_atomic_int_get (&is_safe))
    return NULL;
  switch (style)
    {
    case SL_STYLE_HELPS:
    case SL_STYLE_GOOD:
      return &safe_good[palette];
    case SL_STYLE_HURTS:
    case SL_STYLE_BAD:
      return &safe_bad[palette];
    case SL_STYLE_CRITICAL:
      return &safe_critical[palette];
    default:
      return NULL;
    }
}

const SlPaint *
sl_palette_paint (SlPalette palette, SlStyle style)
{
  static SlPaint print[SL_N_STYLES], grey[SL_N_STYLES];
  static gsize ready = 0;
  const SlPaint *const tables[SL_N_PALETTES] = { light, dark, light_hc, dark_hc, print, grey };

  g_return_val_if_fail (palette < SL_N_PALETTES && style < SL_N_STYLES, NULL);
  if (g_once_init_enter (&ready))
    {
      make_paper (print, grey);
      g_once_init_leave (&ready, 1);
    }
  const SlPaint *safe = find_safe (palette, style);

  return safe != NULL ? safe : &tables[palette][style];
}
