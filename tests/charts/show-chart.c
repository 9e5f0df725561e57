/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A look at one chart of one test plan while working on it:
 *
 *   show-chart stakeholder-matrix launch out.png [light|dark|light-hc|dark-hc|print|grey] [rtl]
 *              [paper] [text] [WIDTHxHEIGHT]
 *
 * "text" prints the dump instead; WIDTHxHEIGHT is the room that the layout is asked to fill. */

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "chart-checks.h"
#include "chart-fixtures.h"
#include "sl-paint.h"

/* Device pixels a point. */
#define ZOOM 1.5

static gboolean
parse_palette (const char *name, SlPalette *palette)
{
  static const char *const names[] = { "light", "dark", "light-hc", "dark-hc", "print", "grey" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i], name))
      {
        *palette = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
write_png (const SlScene *scene, SlPalette palette, const char *path)
{
  const double margin = 12;
  const int width = (int)ceil ((sl_scene_get_width (scene) + 2 * margin) * ZOOM);
  const int height = (int)ceil ((sl_scene_get_height (scene) + 2 * margin) * ZOOM);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  const guint32 paper = sl_palette_paint (palette, SL_STYLE_PAPER)->fill;

  cairo_set_source_rgb (cr, (paper >> 24) / 255.0, ((paper >> 16) & 0xff) / 255.0,
                        ((paper >> 8) & 0xff) / 255.0);
  cairo_paint (cr);
  cairo_scale (cr, ZOOM, ZOOM);
  cairo_translate (cr, margin, margin);
  sl_paint_scene (scene, cr, palette, ~0u, NULL);
  cairo_destroy (cr);
  const gboolean done = cairo_surface_write_to_png (surface, path) == CAIRO_STATUS_SUCCESS;
  cairo_surface_destroy (surface);
  return done;
}

int
main (int argc, char **argv)
{
  SlPalette palette = SL_PALETTE_LIGHT;
  SlChartParams params;
  gboolean text = FALSE;

  if (argc < 4)
    {
      g_printerr ("usage: show-chart CHART FIXTURE OUT.png [palette] [rtl] [paper] [text] [WxH]\n");
      return 2;
    }
  sl_chart_params_init (&params);
  params.today = CHART_TODAY;
  for (int i = 4; i < argc; i++)
    if (g_str_equal (argv[i], "rtl"))
      params.rtl = TRUE;
    else if (g_str_equal (argv[i], "paper"))
      params.paper = TRUE;
    else if (g_str_equal (argv[i], "text"))
      text = TRUE;
    else if (!parse_palette (argv[i], &palette)
             && sscanf (argv[i], "%lfx%lf", &params.width, &params.height) != 2)
      return 2;

  const SlChart *chart = sl_chart_by_id (argv[1]);
  if (chart == NULL)
    {
      g_printerr ("no chart “%s”\n", argv[1]);
      return 1;
    }
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot (argv[2]);
  g_autoptr (SlScene) scene = chart_layout_pango (chart, plan, &params);
  if (text)
    {
      g_autofree char *dump = sl_scene_dump (scene);

      g_print ("%s", dump);
      return 0;
    }
  return write_png (scene, palette, argv[3]) ? 0 : 1;
}
