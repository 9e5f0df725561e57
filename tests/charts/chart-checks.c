/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The checks that every chart's tests share: ink in boxes, no overlap, whole titles, golden dumps,
 * colours of a painted picture. */

#include "config.h"

#include "chart-checks.h"

#include <math.h>
#include <string.h>

#include "chart-fixtures.h"
#include "sl-paint.h"
#include "sl-scene-private.h"

/* Rounding of shaping and of the layout, and letters that hang out like J; pt. */
#define SLACK 0.9

static gboolean update_golden;

void
chart_check_init (int *argc, char ***argv)
{
  for (int i = 1; i < *argc; i++)
    if (g_str_equal ((*argv)[i], "--update-golden"))
      {
        update_golden = TRUE;
        memmove (&(*argv)[i], &(*argv)[i + 1], sizeof (char *) * (gsize)(*argc - i));
        (*argc)--;
        break;
      }
  g_test_init (argc, argv, NULL);
}

static void
fail_mark (const SlMark *mark, const char *what, const SlRect *extents)
{
  g_test_message ("%s: band %s, style %s, box %.1f %.1f %.1f %.1f, ink %.1f %.1f %.1f %.1f, “%s”",
                  what, sl_band_name (mark->band), sl_style_name (mark->style), mark->x, mark->y,
                  mark->w, mark->h, extents->x, extents->y, extents->w, extents->h,
                  mark->text != NULL ? mark->text : "");
  g_test_fail ();
}

static gboolean
contains (const SlRect *outer, const SlRect *inner)
{
  return inner->x >= outer->x - SLACK && inner->y >= outer->y - SLACK
         && inner->x + inner->w <= outer->x + outer->w + SLACK
         && inner->y + inner->h <= outer->y + outer->h + SLACK;
}

static gboolean
overlap (const SlRect *a, const SlRect *b)
{
  return a->x + SLACK < b->x + b->w && b->x + SLACK < a->x + a->w && a->y + SLACK < b->y + b->h
         && b->y + SLACK < a->y + a->h;
}

/* Body and head texts are compared within their band: heads float over the body on screen. */
static void
check_overlaps (const SlScene *scene, const guint *texts, const SlRect *extents, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        const SlMark *a = sl_scene_get_mark (scene, texts[i]);
        const SlMark *b = sl_scene_get_mark (scene, texts[j]);

        if (a->band != b->band || !overlap (&extents[i], &extents[j]))
          continue;
        fail_mark (a, "text over text", &extents[i]);
        fail_mark (b, "  the other", &extents[j]);
      }
}

static void
check_text (const SlMark *mark, const SlRect *extents, gboolean paper)
{
  const SlRect box = { mark->x, mark->y, mark->w, mark->h };

  if (!contains (&box, extents))
    fail_mark (mark, "text leaves its box", extents);
  if (paper && mark->elided)
    fail_mark (mark, "may be shortened on paper", extents);
  if (!g_utf8_validate (mark->text, -1, NULL))
    fail_mark (mark, "not UTF-8", extents);
}

static void
check_breaks (const GArray *breaks, double size)
{
  for (guint i = 0; i < breaks->len; i++)
    {
      const double at = g_array_index (breaks, double, i);

      g_assert_cmpfloat (at, >=, -SLACK);
      g_assert_cmpfloat (at, <=, size + SLACK);
    }
}

void
chart_check_scene (const SlScene *scene, gboolean paper)
{
  const guint n = sl_scene_n_marks (scene);
  const SlRect whole = { 0, 0, sl_scene_get_width (scene), sl_scene_get_height (scene) };
  g_autofree guint *texts = g_new0 (guint, n);
  g_autofree SlRect *extents = g_new0 (SlRect, n);
  guint n_texts = 0;

  g_assert_cmpfloat (whole.w, >, 0);
  g_assert_cmpfloat (whole.h, >, 0);
  for (guint i = 0; i < n; i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);
      SlRect bounds;

      sl_mark_get_bounds (mark, &bounds.x, &bounds.y, &bounds.w, &bounds.h);
      if (!contains (&whole, &bounds))
        fail_mark (mark, "outside the scene", &bounds);
      if (mark->hit.kind != SL_N_KINDS && (mark->label == NULL || *mark->label == '\0'))
        fail_mark (mark, "hit without a label", &bounds);
      if (mark->type != SL_MARK_TEXT || *mark->text == '\0')
        continue;
      sl_paint_text_extents (mark, &extents[n_texts]);
      check_text (mark, &extents[n_texts], paper);
      texts[n_texts++] = i;
    }
  check_overlaps (scene, texts, extents, n_texts);
  check_breaks (sl_scene_get_breaks_x (scene), whole.w);
  check_breaks (sl_scene_get_breaks_y (scene), whole.h);
}

static gboolean
has_text (const SlScene *scene, const char *text)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);

      if (mark->type == SL_MARK_TEXT && strstr (mark->text, text) != NULL)
        return TRUE;
    }
  return FALSE;
}

void
chart_check_titles (const SlScene *scene, const SlSnapshot *plan, SlKindId kind, guint not_shown)
{
  const SlTable *table = sl_snapshot_table (plan, kind);
  const int field = sl_kind (kind)->title_field;
  guint missing = 0;

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      const char *title = sl_table_text (table, row, (guint)field);

      if (title == NULL || has_text (scene, title))
        continue;
      missing++;
      if (missing > not_shown)
        g_test_message ("missing: “%s”", title);
    }
  g_assert_cmpuint (missing, ==, not_shown);
}

void
chart_check_golden (const char *name, const char *text)
{
  g_autofree char *file = g_strconcat (name, ".txt", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "charts", "golden", file, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GError) error = NULL;

  if (update_golden)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      g_mkdir_with_parents (folder, 0755);
      g_file_set_contents (path, text, -1, &error);
      g_assert_no_error (error);
      return;
    }
  g_file_get_contents (path, &expected, NULL, &error);
  g_assert_no_error (error);
  if (g_str_equal (expected, text))
    return;

  g_auto (GStrv) old_lines = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) new_lines = g_strsplit (text, "\n", -1);
  guint i = 0;
  while (old_lines[i] != NULL && new_lines[i] != NULL && g_str_equal (old_lines[i], new_lines[i]))
    i++;
  g_test_message ("%s differs at line %u\n- %s\n+ %s", path, i + 1,
                  old_lines[i] != NULL ? old_lines[i] : "(end)",
                  new_lines[i] != NULL ? new_lines[i] : "(end)");
  g_test_fail ();
}

static SlScene *
layout (const SlChart *chart, const SlSnapshot *plan, const SlChartParams *params,
        SlTextMeasure *measure)
{
  SlChartParams defaults;

  sl_chart_params_init (&defaults);
  defaults.today = CHART_TODAY;
  return sl_chart_layout (chart, plan, params != NULL ? params : &defaults, measure);
}

char *
chart_dump_fixed (const SlChart *chart, const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_fixed ();
  g_autoptr (SlScene) scene = layout (chart, plan, params, measure);

  return sl_scene_dump (scene);
}

SlScene *
chart_layout_pango (const SlChart *chart, const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_pango ();

  return layout (chart, plan, params, measure);
}

double
chart_share_of_color (const SlScene *scene, SlPalette palette, guint32 rgba)
{
  const int width = (int)ceil (sl_scene_get_width (scene));
  const int height = (int)ceil (sl_scene_get_height (scene));
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  const guint32 paper = sl_palette_paint (palette, SL_STYLE_PAPER)->fill;
  guint hits = 0;

  cairo_set_source_rgb (cr, (paper >> 24) / 255.0, ((paper >> 16) & 0xff) / 255.0,
                        ((paper >> 8) & 0xff) / 255.0);
  cairo_paint (cr);
  sl_paint_scene (scene, cr, palette, ~0u, NULL);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  const guchar *pixels = cairo_image_surface_get_data (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < height; y++)
    for (int x = 0; x < width; x++)
      {
        guint32 pixel;

        memcpy (&pixel, pixels + y * stride + 4 * x, sizeof pixel);
        hits += (pixel & 0xffffff) == rgba >> 8;
      }
  cairo_surface_destroy (surface);
  return (double)hits / width / height;
}
