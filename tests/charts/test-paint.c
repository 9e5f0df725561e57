/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The painter on pixels: what must be seen is there, in every palette; what is outside the clip is
 * not. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-checks.h"
#include "chart-fixtures.h"
#include "sl-paint-private.h"

#define SIZE 40

/* A picture of one mark: 0xRRGGBB by x and y. */
typedef struct
{
  cairo_surface_t *surface;
  cairo_t *cr;
} Canvas;

static Canvas
make_canvas (void)
{
  Canvas canvas;

  canvas.surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SIZE, SIZE);
  canvas.cr = cairo_create (canvas.surface);
  cairo_set_source_rgb (canvas.cr, 1, 1, 1);
  cairo_paint (canvas.cr);
  return canvas;
}

static void
clear_canvas (Canvas *canvas)
{
  cairo_destroy (canvas->cr);
  cairo_surface_destroy (canvas->surface);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Canvas, clear_canvas)

static guint32
get_pixel (const Canvas *canvas, int x, int y)
{
  guint32 pixel;

  cairo_surface_flush (canvas->surface);
  memcpy (&pixel,
          cairo_image_surface_get_data (canvas->surface)
              + y * cairo_image_surface_get_stride (canvas->surface) + 4 * x,
          sizeof pixel);
  return pixel & 0xffffff;
}

/* Share of pixels that are not white. */
static double
get_coverage (const Canvas *canvas)
{
  guint n = 0;

  for (int i = 0; i < SIZE * SIZE; i++)
    n += get_pixel (canvas, i % SIZE, i / SIZE) != 0xffffff;
  return (double)n / (SIZE * SIZE);
}

static SlMark
make_rect (SlStyle style)
{
  return (SlMark){
    .type = SL_MARK_RECT,
    .style = style,
    .x = 5,
    .y = 5,
    .w = 30,
    .h = 30,
    .color = -1,
    .hit = { .kind = SL_N_KINDS },
  };
}

static void
test_fill (void)
{
  for (guint palette = 0; palette < SL_N_PALETTES; palette++)
    {
      g_auto (Canvas) canvas = make_canvas ();
      const SlMark mark = make_rect (SL_STYLE_POS_M3);
      const SlPaint *paint = sl_palette_paint (palette, SL_STYLE_POS_M3);

      sl_paint_mark (&mark, canvas.cr, palette);
      g_assert_cmphex (get_pixel (&canvas, 20, 20), ==, paint->fill >> 8);
      g_assert_cmphex (get_pixel (&canvas, 20, 5), !=, paint->fill >> 8);
      g_assert_cmphex (get_pixel (&canvas, 2, 2), ==, 0xffffff);
    }
}

static void
test_color (void)
{
  g_auto (Canvas) canvas = make_canvas ();
  SlMark mark = make_rect (SL_STYLE_STRIPE);

  mark.color = sl_palette_party (1);
  sl_paint_mark (&mark, canvas.cr, SL_PALETTE_PRINT);
  g_assert_cmphex (get_pixel (&canvas, 20, 20), ==,
                   sl_palette_color (SL_PALETTE_PRINT, sl_palette_party (1)) >> 8);
  mark.outline = TRUE;
  g_auto (Canvas) outlined = make_canvas ();
  sl_paint_mark (&mark, outlined.cr, SL_PALETTE_PRINT);
  g_assert_cmphex (get_pixel (&outlined, 20, 20), ==, 0xffffff);
  g_assert_cmphex (get_pixel (&outlined, 20, 5), !=, 0xffffff);
}

/* Hatching is seen in every palette, also in grey, and leaves the ground visible. */
static void
test_hatching (void)
{
  for (guint palette = 0; palette < SL_N_PALETTES; palette++)
    for (guint style = SL_STYLE_POS_M3; style <= SL_STYLE_POS_P3; style++)
      {
        g_auto (Canvas) canvas = make_canvas ();
        SlMark mark = make_rect (style);
        const guint32 fill = sl_palette_paint (palette, style)->fill >> 8;
        guint ground = 0, lines = 0;

        mark.hatched = TRUE;
        sl_paint_mark (&mark, canvas.cr, palette);
        for (int y = 8; y < 32; y++)
          for (int x = 8; x < 32; x++)
            {
              const guint32 pixel = get_pixel (&canvas, x, y);

              ground += pixel == fill;
              lines += sl_palette_contrast (pixel << 8, fill << 8) > 1.15;
            }
        g_assert_cmpuint (ground, >, 50);
        g_assert_cmpuint (lines, >, 50);
      }
}

static void
test_no_stroke (void)
{
  g_auto (Canvas) canvas = make_canvas ();
  SlMark mark = make_rect (SL_STYLE_POS_P1);

  mark.line_width = -1;
  sl_paint_mark (&mark, canvas.cr, SL_PALETTE_LIGHT);
  g_assert_cmphex (get_pixel (&canvas, 20, 5), ==,
                   sl_palette_paint (SL_PALETTE_LIGHT, SL_STYLE_POS_P1)->fill >> 8);
}

/* Every symbol leaves ink inside its box and none outside; no two look alike. */
static void
test_symbols (void)
{
  double coverage[SL_SYMBOL_CLOCK + 1];

  for (guint symbol = SL_SYMBOL_DIAMOND; symbol <= SL_SYMBOL_CLOCK; symbol++)
    {
      g_auto (Canvas) canvas = make_canvas ();
      const SlMark mark = {
        .type = SL_MARK_SYMBOL,
        .style = SL_STYLE_BAD,
        .symbol = symbol,
        .x = 20,
        .y = 20,
        .w = 24,
        .h = 24,
        .color = -1,
        .hit = { .kind = SL_N_KINDS },
      };

      sl_paint_mark (&mark, canvas.cr, SL_PALETTE_PRINT);
      coverage[symbol] = get_coverage (&canvas);
      g_assert_cmpfloat (coverage[symbol], >, 0.05);
      g_assert_cmpfloat (coverage[symbol], <, 0.36);
      for (int i = 0; i < SIZE; i++)
        g_assert_cmphex (get_pixel (&canvas, i, 4), ==, 0xffffff);
    }
  g_assert_cmpfloat (coverage[SL_SYMBOL_CIRCLE], >, 1.1 * coverage[SL_SYMBOL_TRIANGLE]);
  g_assert_cmpfloat (coverage[SL_SYMBOL_SQUARE], >, 1.05 * coverage[SL_SYMBOL_CIRCLE]);
}

static void
test_open_symbols (void)
{
  g_auto (Canvas) canvas = make_canvas ();
  const SlMark mark = {
    .type = SL_MARK_SYMBOL,
    .style = SL_STYLE_GOAL_DUE,
    .symbol = SL_SYMBOL_DIAMOND_OPEN,
    .x = 20,
    .y = 20,
    .w = 24,
    .h = 24,
    .color = -1,
    .hit = { .kind = SL_N_KINDS },
  };

  sl_paint_mark (&mark, canvas.cr, SL_PALETTE_PRINT);
  g_assert_cmphex (get_pixel (&canvas, 20, 20), ==, 0xffffff);
  g_assert_cmphex (get_pixel (&canvas, 20, 8), !=, 0xffffff);
}

static void
test_clip (void)
{
  g_autoptr (SlScene) scene = sl_scene_new ();
  const SlRect left = { 0, 0, 20, 40 };
  g_auto (Canvas) canvas = make_canvas ();

  sl_scene_set_size (scene, SIZE, SIZE);
  sl_scene_add_rect (scene, SL_BAND_BODY, SL_STYLE_BAR_GROUP, 5, 5, 30, 10);
  sl_scene_add_rect (scene, SL_BAND_TOP, SL_STYLE_BAR_GROUP, 5, 25, 30, 10);
  sl_paint_scene (scene, canvas.cr, SL_PALETTE_PRINT, 1u << SL_BAND_BODY, &left);
  g_assert_cmphex (get_pixel (&canvas, 10, 10), !=, 0xffffff);
  g_assert_cmphex (get_pixel (&canvas, 30, 10), ==, 0xffffff);
  g_assert_cmphex (get_pixel (&canvas, 10, 30), ==, 0xffffff);
}

/* A text of the next sheet is not even written into this one. */
static void
test_touches (void)
{
  const SlRect sheet = { 0, 0, 100, 100 };
  SlMark mark = make_rect (SL_STYLE_TEXT);

  mark.x = 101;
  g_assert_true (sl_paint_touches (&mark, &sheet));
  mark.type = SL_MARK_TEXT;
  g_assert_false (sl_paint_touches (&mark, &sheet));
  mark.x = 99;
  g_assert_true (sl_paint_touches (&mark, &sheet));
  g_assert_true (sl_paint_touches (&mark, NULL));
}

static void
test_text (void)
{
  g_autoptr (SlScene) scene = sl_scene_new ();
  g_auto (Canvas) canvas = make_canvas ();
  g_auto (Canvas) again = make_canvas ();
  g_auto (Canvas) tiny = make_canvas ();

  sl_scene_set_size (scene, SIZE, SIZE);
  sl_scene_add_text (scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_CENTER, 0, 10, SIZE,
                     20, "MWM");
  sl_paint_scene (scene, canvas.cr, SL_PALETTE_PRINT, ~0u, NULL);
  g_assert_cmpfloat (get_coverage (&canvas), >, 0.05);
  /* What was shaped once paints the same. */
  sl_paint_scene (scene, again.cr, SL_PALETTE_PRINT, ~0u, NULL);
  g_assert_cmpfloat (get_coverage (&again), ==, get_coverage (&canvas));
  /* Far too small to read: left out. */
  cairo_scale (tiny.cr, 0.1, 0.1);
  sl_paint_scene (scene, tiny.cr, SL_PALETTE_PRINT, ~0u, NULL);
  g_assert_cmpfloat (get_coverage (&tiny), ==, 0);
}

/* Every chart in every palette: paper is most of it, ink is there, and the colours of positions are
 * on the matrix. */
static void
test_charts (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("launch");

  for (guint i = 0; sl_chart_all ()[i] != NULL; i++)
    {
      g_autoptr (SlScene) scene = chart_layout_pango (sl_chart_all ()[i], plan, NULL);

      for (guint palette = 0; palette < SL_N_PALETTES; palette++)
        {
          const double paper = chart_share_of_color (
              scene, palette, sl_palette_paint (palette, SL_STYLE_PAPER)->fill);

          g_assert_cmpfloat (paper, >, 0.1);
          g_assert_cmpfloat (paper, <, 0.97);
        }
    }
  g_autoptr (SlScene) matrix = chart_layout_pango (&sl_chart_stakeholder_matrix, plan, NULL);
  for (guint style = SL_STYLE_POS_M3; style <= SL_STYLE_POS_P3; style++)
    g_assert_cmpfloat (chart_share_of_color (matrix, SL_PALETTE_LIGHT,
                                             sl_palette_paint (SL_PALETTE_LIGHT, style)->fill),
                       >, 0.0005);
}

int
main (int argc, char **argv)
{
  chart_check_init (&argc, &argv);
  g_test_add_func ("/charts/paint/fill", test_fill);
  g_test_add_func ("/charts/paint/color", test_color);
  g_test_add_func ("/charts/paint/hatching", test_hatching);
  g_test_add_func ("/charts/paint/no-stroke", test_no_stroke);
  g_test_add_func ("/charts/paint/symbols", test_symbols);
  g_test_add_func ("/charts/paint/open-symbols", test_open_symbols);
  g_test_add_func ("/charts/paint/clip", test_clip);
  g_test_add_func ("/charts/paint/touches", test_touches);
  g_test_add_func ("/charts/paint/text", test_text);
  g_test_add_func ("/charts/paint/charts", test_charts);
  return g_test_run ();
}
