/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A look at one chart of one test plan while working on it:
 *
 *   show-chart CHART FIXTURE OUT.png [light|dark|light-hc|dark-hc|print|grey] [rtl] [paper] [since]
 *              [WIDTHxHEIGHT]                the scene alone, in the room that it is to fill
 *   show-chart CHART FIXTURE OUT.txt text    its dump
 *   show-chart CHART FIXTURE OUT.{pdf,svg,png,text} sheet [A4|A3|Letter|Tabloid] [portrait] [tile]
 *              [page=N] [blank]              on paper; blank: without our guesses
 *   show-chart pack FIXTURE OUT.pdf sheet    the meeting pack */

#include "config.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "chart-checks.h"
#include "chart-fixtures.h"
#include "chart-former.h"
#include "sl-paint.h"
#include "sl-render.h"

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

typedef struct
{
  SlChartParams params;
  SlSheet sheet;
  SlPalette palette;
  gboolean text, on_sheet, since;
  guint page;
} Options;

static gboolean
parse_option (Options *o, const char *word)
{
  if (g_str_equal (word, "rtl"))
    o->params.rtl = TRUE;
  else if (g_str_equal (word, "paper"))
    o->params.paper = TRUE;
  else if (g_str_equal (word, "blank"))
    o->params.show_guesses = FALSE;
  else if (g_str_equal (word, "since"))
    o->since = TRUE;
  else if (g_str_equal (word, "text"))
    o->text = TRUE;
  else if (g_str_equal (word, "sheet"))
    o->on_sheet = TRUE;
  else if (g_str_equal (word, "portrait"))
    o->sheet.landscape = FALSE;
  else if (g_str_equal (word, "tile"))
    o->sheet.tile = TRUE;
  else if (!parse_palette (word, &o->palette) && !sl_paper_by_name (word, &o->sheet.paper)
           && sscanf (word, "page=%u", &o->page) != 1
           && sscanf (word, "%lfx%lf", &o->params.width, &o->params.height) != 2)
    return FALSE;
  return TRUE;
}

static int
write_sheet (const Options *o, const SlChart *chart, const SlSnapshot *plan, const char *path)
{
  const char *suffix = strrchr (path, '.');
  SlRenderFormat format;
  guint n_pages = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (chart == NULL)
    bytes = sl_render_pack (plan, &o->sheet, &error);
  else if (suffix != NULL && sl_render_format_by_name (suffix + 1, &format))
    bytes = sl_render_chart (chart, plan, &o->params, &o->sheet, format, o->page, &n_pages, &error);
  if (bytes == NULL
      || !g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                               (gssize)g_bytes_get_size (bytes), &error))
    {
      g_printerr ("%s\n", error != NULL ? error->message : "no such format");
      return 1;
    }
  g_print ("%u pages\n", n_pages);
  return 0;
}

int
main (int argc, char **argv)
{
  Options o = { .page = G_MAXUINT };

  sl_chart_params_init (&o.params);
  sl_sheet_init (&o.sheet);
  o.params.today = o.sheet.today = CHART_TODAY;
  for (int i = 4; i < argc; i++)
    if (!parse_option (&o, argv[i]))
      argc = 0;
  const SlChart *chart = argc >= 4 ? sl_chart_by_id (argv[1]) : NULL;
  if (chart == NULL && (argc < 4 || !g_str_equal (argv[1], "pack")))
    {
      g_printerr ("usage: show-chart CHART FIXTURE OUT [options]; see the head of its source\n");
      return 2;
    }
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot (argv[2]);
  g_autoptr (SlSnapshot) then = chart_former_plan (plan);
  if (o.since)
    chart_former_compare (&o.params, then);
  o.sheet.since = &o.params.since;
  o.sheet.project = sl_snapshot_title (plan, sl_snapshot_project_id (plan));
  if (o.palette == SL_PALETTE_GREY)
    o.sheet.palette = SL_PALETTE_GREY;
  if (o.on_sheet)
    return write_sheet (&o, chart, plan, argv[3]);

  g_autoptr (SlScene) scene = chart_layout_pango (chart, plan, &o.params);
  if (o.text)
    {
      g_autofree char *dump = sl_scene_dump (scene);

      return g_file_set_contents (argv[3], dump, -1, NULL) ? 0 : 1;
    }
  return write_png (scene, o.palette, argv[3]) ? 0 : 1;
}
