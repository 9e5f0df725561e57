/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Contrast of every palette: text on what it stands on, marks against the paper. */

#include "config.h"

#include <math.h>

#include "sl-palette.h"
#include "sl-scene-private.h"

static const SlStyle surfaces[] = {
  SL_STYLE_PAPER,   SL_STYLE_BAND,   SL_STYLE_BAND_ALT, SL_STYLE_CARD,     SL_STYLE_CARD_SHARED,
  SL_STYLE_WEEKEND, SL_STYLE_POS_M3, SL_STYLE_POS_M2,   SL_STYLE_POS_M1,   SL_STYLE_POS_0,
  SL_STYLE_POS_P1,  SL_STYLE_POS_P2, SL_STYLE_POS_P3,   SL_STYLE_POS_NONE,
};
/* Marks whose line or fill says something. */
static const SlStyle meaningful[] = {
  SL_STYLE_GRID_STRONG, SL_STYLE_CARD,       SL_STYLE_CARD_SHARED, SL_STYLE_STRIPE,
  SL_STYLE_EDGE,        SL_STYLE_EDGE_EXTRA, SL_STYLE_HELPS,       SL_STYLE_HURTS,
  SL_STYLE_BAR,         SL_STYLE_BAR_DONE,   SL_STYLE_BAR_GROUP,   SL_STYLE_MILESTONE,
  SL_STYLE_GOAL_DUE,    SL_STYLE_BASELINE,   SL_STYLE_DEPENDENCY,  SL_STYLE_CRITICAL,
  SL_STYLE_TODAY,       SL_STYLE_GOOD,       SL_STYLE_WARN,        SL_STYLE_BAD,
  SL_STYLE_NEUTRAL,     SL_STYLE_POS_M3,     SL_STYLE_POS_M2,      SL_STYLE_POS_M1,
  SL_STYLE_POS_0,       SL_STYLE_POS_P1,     SL_STYLE_POS_P2,      SL_STYLE_POS_P3,
  SL_STYLE_POS_NONE,    SL_STYLE_SELECTION,  SL_STYLE_SINCE_NEW,
};

static gboolean
is_high_contrast (SlPalette palette)
{
  return palette == SL_PALETTE_LIGHT_HC || palette == SL_PALETTE_DARK_HC;
}

static void
check_contrast (SlPalette palette, SlStyle a, guint32 color_a, SlStyle b, guint32 color_b,
                double least)
{
  const double contrast = sl_palette_contrast (color_a, color_b);

  if (contrast >= least)
    return;
  g_test_message ("palette %d: %s on %s has %.2f, not %.1f", palette, sl_style_name (a),
                  sl_style_name (b), contrast, least);
  g_test_fail ();
}

static void
test_formula (void)
{
  g_assert_cmpfloat_with_epsilon (sl_palette_contrast (0xffffffff, 0x000000ff), 21.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (sl_palette_contrast (0x777777ff, 0xffffffff), 4.478, 1e-3);
  g_assert_cmpfloat_with_epsilon (sl_palette_contrast (0x123456ff, 0x123456ff), 1.0, 1e-9);
}

static void
test_text (void)
{
  for (guint palette = 0; palette < SL_N_PALETTES; palette++)
    for (guint i = 0; i < G_N_ELEMENTS (surfaces); i++)
      {
        const guint32 on = sl_palette_paint (palette, surfaces[i])->fill;
        const double least = is_high_contrast (palette) ? 7 : 4.5;

        check_contrast (palette, SL_STYLE_TEXT, sl_palette_paint (palette, SL_STYLE_TEXT)->fill,
                        surfaces[i], on, least);
        if (surfaces[i] < SL_STYLE_POS_M3 || surfaces[i] > SL_STYLE_POS_P3)
          check_contrast (palette, SL_STYLE_TEXT_DIM,
                          sl_palette_paint (palette, SL_STYLE_TEXT_DIM)->fill, surfaces[i], on,
                          4.5);
      }
}

static void
test_marks (void)
{
  for (guint palette = 0; palette < SL_N_PALETTES; palette++)
    for (guint i = 0; i < G_N_ELEMENTS (meaningful); i++)
      {
        const SlPaint *paint = sl_palette_paint (palette, meaningful[i]);
        const guint32 color = (paint->stroke & 0xff) == 0xff ? paint->stroke : paint->fill;

        check_contrast (palette, meaningful[i], color, SL_STYLE_PAPER,
                        sl_palette_paint (palette, SL_STYLE_PAPER)->fill,
                        is_high_contrast (palette) ? 4.5 : 3);
      }
}

/* The colours for all eyes keep every contrast; good and bad differ in blue, not in green. */
static void
test_safe (void)
{
  sl_palette_set_safe (TRUE);
  test_marks ();
  for (guint palette = 0; palette < SL_PALETTE_GREY; palette++)
    {
      const guint32 good = sl_palette_paint (palette, SL_STYLE_GOOD)->stroke;
      const guint32 bad = sl_palette_paint (palette, SL_STYLE_BAD)->stroke;

      g_assert_cmpuint ((good >> 8) & 0xff, >, (good >> 24) & 0xff);
      g_assert_cmpuint ((bad >> 8) & 0xff, <, (bad >> 24) & 0xff);
      g_assert_true (sl_palette_paint (palette, SL_STYLE_HELPS)->stroke == good);
      g_assert_true (sl_palette_paint (palette, SL_STYLE_HURTS)->stroke == bad);
    }
  sl_palette_set_safe (FALSE);
  g_assert_true (sl_palette_paint (SL_PALETTE_LIGHT, SL_STYLE_BAD)->stroke == 0xc01c28ff);
}

/* Text upon bars and stripes, in every color that a user may choose. */
static void
test_colors (void)
{
  static const gint32 channel[] = { 0x00, 0x40, 0x80, 0xc0, 0xff };

  for (guint palette = 0; palette < SL_N_PALETTES; palette++)
    {
      const guint32 text = sl_palette_paint (palette, SL_STYLE_TEXT_ON_MARK)->fill;
      const guint32 paper = sl_palette_paint (palette, SL_STYLE_PAPER)->fill;

      if (palette == SL_PALETTE_GREY)
        continue;
      check_contrast (palette, SL_STYLE_TEXT_ON_MARK, text, SL_STYLE_BAR,
                      sl_palette_paint (palette, SL_STYLE_BAR)->fill, 4.5);
      for (guint i = 0; i < 125; i++)
        {
          const gint32 rgb = channel[i / 25] << 16 | channel[i / 5 % 5] << 8 | channel[i % 5];
          const guint32 shown = sl_palette_color (palette, rgb);

          check_contrast (palette, SL_STYLE_TEXT_ON_MARK, text, SL_STYLE_STRIPE, shown, 4.5);
          check_contrast (palette, SL_STYLE_STRIPE, shown, SL_STYLE_PAPER, paper, 3);
        }
    }
}

/* In grey, positions darken from for to against in steps that can be seen. */
static void
test_grey_positions (void)
{
  for (guint i = SL_STYLE_POS_M3; i < SL_STYLE_POS_P3; i++)
    {
      const guint32 a = sl_palette_paint (SL_PALETTE_GREY, i)->fill;
      const guint32 b = sl_palette_paint (SL_PALETTE_GREY, i + 1)->fill;

      g_assert_cmpuint (a >> 24, <, b >> 24);
      g_assert_cmpuint ((b >> 24) - (a >> 24), >=, 12);
    }
}

/* For and against never look alike, also to red-blind and green-blind eyes: the blue channel, which
 * those eyes see, keeps them apart. */
static void
test_positions_apart (void)
{
  for (guint palette = 0; palette < SL_PALETTE_GREY; palette++)
    for (guint step = 0; step < 3; step++)
      {
        const guint32 against = sl_palette_paint (palette, SL_STYLE_POS_M3 + step)->fill;
        const guint32 in_favour = sl_palette_paint (palette, SL_STYLE_POS_P3 - step)->fill;

        g_assert_cmpint (ABS ((int)(against >> 8 & 0xff) - (int)(in_favour >> 8 & 0xff)), >=, 40);
      }
}

static void
test_parties (void)
{
  for (guint i = 0; i < 12; i++)
    for (guint j = 0; j < i; j++)
      {
        const guint32 a = sl_palette_color (SL_PALETTE_PRINT, sl_palette_party (i));
        const guint32 b = sl_palette_color (SL_PALETTE_PRINT, sl_palette_party (j));
        const double distance = hypot (hypot ((double)(a >> 24) - (double)(b >> 24),
                                              (double)(a >> 16 & 0xff) - (double)(b >> 16 & 0xff)),
                                       (double)(a >> 8 & 0xff) - (double)(b >> 8 & 0xff));

        g_assert_cmpfloat (distance, >=, 38);
        g_assert_cmpuint (sl_palette_color (SL_PALETTE_GREY, sl_palette_party (i)), !=,
                          sl_palette_color (SL_PALETTE_GREY, sl_palette_party (j)));
      }
  g_assert_cmpint (sl_palette_party (12), ==, sl_palette_party (0));
}

/* Hairlines disappear in copies. */
static void
test_paper (void)
{
  for (guint palette = SL_PALETTE_PRINT; palette <= SL_PALETTE_GREY; palette++)
    for (guint style = 0; style < SL_N_STYLES; style++)
      {
        const SlPaint *paint = sl_palette_paint (palette, style);

        if ((paint->stroke & 0xff) != 0)
          g_assert_cmpfloat (paint->line_width, >=, 0.5);
        g_assert_true ((paint->fill & 0xff) == 0 || (paint->fill & 0xff) == 0xff);
        if (palette == SL_PALETTE_GREY)
          g_assert_cmpuint (paint->fill >> 24, ==, paint->fill >> 16 & 0xff);
      }
  g_assert_cmpuint (sl_palette_paint (SL_PALETTE_PRINT, SL_STYLE_PAPER)->fill, ==, 0xffffffff);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/palette/formula", test_formula);
  g_test_add_func ("/charts/palette/text", test_text);
  g_test_add_func ("/charts/palette/marks", test_marks);
  g_test_add_func ("/charts/palette/safe", test_safe);
  g_test_add_func ("/charts/palette/colors", test_colors);
  g_test_add_func ("/charts/palette/grey-positions", test_grey_positions);
  g_test_add_func ("/charts/palette/positions-apart", test_positions_apart);
  g_test_add_func ("/charts/palette/parties", test_parties);
  g_test_add_func ("/charts/palette/paper", test_paper);
  return g_test_run ();
}
