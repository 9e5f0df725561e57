/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pagination: where sheets end, what repeats, what every sheet says. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-checks.h"
#include "chart-fixtures.h"
#include "sl-paginate-private.h"

/* --- Cutting one dimension --- */

static GArray *
make_array (guint n, const double *values)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_append_vals (array, values, n);
  return array;
}

static void
assert_cuts (const GArray *cuts, guint n, const double *expected)
{
  g_assert_cmpuint (cuts->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (cuts, double, i), expected[i], 1e-6);
}

static void
test_cut_fits (void)
{
  g_autoptr (GArray) breaks = make_array (1, (double[]){ 50 });
  g_autoptr (GArray) boxes = make_array (0, NULL);
  g_autoptr (GArray) cuts = sl_paginate_cut (0, 100, 100, breaks, boxes);

  assert_cuts (cuts, 2, (double[]){ 0, 100 });
}

/* Two pages either way: about half each, not a full one and a rest. */
static void
test_cut_balanced (void)
{
  g_autoptr (GArray) breaks = make_array (9, (double[]){ 10, 20, 30, 40, 50, 60, 70, 80, 90 });
  g_autoptr (GArray) boxes = make_array (0, NULL);
  g_autoptr (GArray) cuts = sl_paginate_cut (0, 100, 85, breaks, boxes);

  assert_cuts (cuts, 3, (double[]){ 0, 50, 100 });
}

/* A row that is higher than a sheet starts a sheet of its own and is split between its lines. */
static void
test_cut_forced (void)
{
  g_autoptr (GArray) breaks = make_array (2, (double[]){ 20, 140 });
  g_autoptr (GArray) boxes
      = sl_paginate_merge_boxes (make_array (8, (double[]){ 45, 65, 25, 45, 65, 85, 115, 138 }));
  g_autoptr (GArray) cuts = sl_paginate_cut (0, 160, 60, breaks, boxes);

  g_assert_cmpuint (cuts->len, ==, 5);
  g_assert_cmpfloat (g_array_index (cuts, double, 1), ==, 20);
  for (guint i = 1; i < cuts->len; i++)
    {
      const double at = g_array_index (cuts, double, i);

      g_assert_cmpfloat (at - g_array_index (cuts, double, i - 1), <=, 60);
      for (guint j = 0; j < boxes->len; j += 2)
        g_assert_true (at <= g_array_index (boxes, double, j)
                       || at >= g_array_index (boxes, double, j + 1));
    }
}

static void
test_merge (void)
{
  g_autoptr (GArray) merged
      = sl_paginate_merge_boxes (make_array (8, (double[]){ 50, 60, 0, 10, 5, 20, 20, 30 }));

  assert_cuts (merged, 6, (double[]){ 0, 20, 20, 30, 50, 60 });
}

/* One box without an end cannot be spared. */
static void
test_cut_hopeless (void)
{
  g_autoptr (GArray) breaks = make_array (0, NULL);
  g_autoptr (GArray) boxes = make_array (2, (double[]){ 0, 100 });
  g_autoptr (GArray) cuts = sl_paginate_cut (0, 100, 40, breaks, boxes);

  g_assert_cmpuint (cuts->len, ==, 4);
  for (guint i = 1; i < cuts->len; i++)
    g_assert_cmpfloat (g_array_index (cuts, double, i) - g_array_index (cuts, double, i - 1), <=,
                       40);
}

/* --- A chart made for it: numbered rows and columns --- */

#define ROW 30.0
#define COLUMN 50.0
#define TOP 40.0
#define SIDE 80.0

static guint n_rows, n_columns;

static void
layout_grid (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure,
             SlScene *scene)
{
  const double width = SIDE + n_columns * COLUMN, height = TOP + n_rows * ROW;
  SlMark sample = { .type = SL_MARK_RECT, .style = SL_STYLE_BAR, .w = 24, .h = 12, .color = -1 };

  g_assert_true (params->paper);
  sl_scene_set_size (scene, width, height);
  sl_scene_set_bands (scene, TOP, SIDE);
  for (guint row = 0; row < n_rows; row++)
    {
      g_autofree char *name = g_strdup_printf ("row %u.", row);

      sl_scene_add_text (scene, SL_BAND_SIDE, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, 0,
                         TOP + row * ROW, SIDE, ROW, name);
      sl_scene_add_break_y (scene, TOP + (row + 1) * ROW);
      for (guint column = 0; column < n_columns; column++)
        {
          g_autofree char *cell = g_strdup_printf ("%u/%u.", row, column);

          sl_scene_add_text (scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_CENTER,
                             SIDE + column * COLUMN, TOP + row * ROW, COLUMN, ROW, cell);
        }
    }
  for (guint column = 0; column < n_columns; column++)
    {
      g_autofree char *name = g_strdup_printf ("col %u.", column);

      sl_scene_add_text (scene, SL_BAND_TOP, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_CENTER,
                         SIDE + column * COLUMN, 0, COLUMN, TOP, name);
      sl_scene_add_break_x (scene, SIDE + (column + 1) * COLUMN);
    }
  sl_scene_add_text (scene, SL_BAND_CORNER, SL_STYLE_TEXT, SL_FONT_LABEL, SL_ALIGN_START, 0, 0,
                     SIDE, TOP, "corner.");
  sl_scene_add_legend (scene, &sample, "a bar");
  sl_scene_add_remark (scene, "not shown: 12 goals");
}

static char *
headline_grid (const SlSnapshot *plan, const SlChartParams *params)
{
  return g_strdup ("A conclusion");
}

static const SlChart grid = {
  .id = "grid",
  .title = "Grid",
  .kinds = 1,
  .layout = layout_grid,
  .headline = headline_grid,
};

static SlPages *
make_pages (guint rows, guint columns, const SlSheet *sheet, gboolean rtl)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("empty");
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_pango ();
  SlChartParams params;

  n_rows = rows;
  n_columns = columns;
  sl_chart_params_init (&params);
  params.rtl = rtl;
  return sl_pages_new (&grid, plan, &params, sheet, measure);
}

static SlSheet
make_sheet (void)
{
  SlSheet sheet;

  sl_sheet_init (&sheet);
  sheet.today = CHART_TODAY;
  sheet.project = "Product launch";
  return sheet;
}

/* Whether the view shows the whole of @mark. */
static gboolean
shows (const SlView *view, const SlMark *mark)
{
  return (view->bands & (1u << mark->band)) != 0 && mark->x >= view->source.x - 0.01
         && mark->y >= view->source.y - 0.01
         && mark->x + mark->w <= view->source.x + view->source.w + 0.01
         && mark->y + mark->h <= view->source.y + view->source.h + 0.01;
}

/* Every cell whole on exactly one sheet, beside its row's and below its column's head. */
static void
check_cells (const SlPages *pages)
{
  const SlScene *scene = sl_pages_get_scene (pages);
  g_autofree guint *seen = g_new0 (guint, sl_scene_n_marks (scene));

  for (guint n = 0; n < sl_pages_count (pages); n++)
    {
      SlView views[4];
      const guint n_views = sl_pages_get_views (pages, n, views);

      for (guint v = 0; v < n_views; v++)
        for (guint i = 0; i < sl_scene_n_marks (scene); i++)
          seen[i] += shows (&views[v], sl_scene_get_mark (scene, i));
    }
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);

      if (mark->band == SL_BAND_BODY)
        g_assert_cmpuint (seen[i], ==, 1);
      else
        g_assert_cmpuint (seen[i], >=, 1);
      if (mark->band == SL_BAND_CORNER)
        g_assert_cmpuint (seen[i], ==, sl_pages_count (pages));
    }
}

static void
test_one_page (void)
{
  const SlSheet sheet = make_sheet ();
  g_autoptr (SlPages) pages = make_pages (8, 10, &sheet, FALSE);

  g_assert_cmpuint (sl_pages_count (pages), ==, 1);
  g_assert_cmpfloat (sl_pages_get_scale (pages), >, 1.0);
  check_cells (pages);
}

/* Half the size of a small chart is not made larger than 1.3. */
static void
test_enlarged (void)
{
  const SlSheet sheet = make_sheet ();
  g_autoptr (SlPages) pages = make_pages (1, 1, &sheet, FALSE);

  g_assert_cmpfloat_with_epsilon (sl_pages_get_scale (pages), 1.3, 1e-9);
}

/* What just does not fit is scaled down before it is cut, but never below the smallest type. */
static void
test_scaled_down (void)
{
  const SlSheet sheet = make_sheet ();
  g_autoptr (SlPages) pages = make_pages (4, 15, &sheet, FALSE);

  g_assert_cmpuint (sl_pages_count (pages), ==, 1);
  g_assert_cmpfloat (sl_pages_get_scale (pages), <, 1);
  g_assert_cmpfloat (sl_pages_smallest_text (pages), >=, SL_PAPER_MIN_PT);
  g_autoptr (SlPages) more = make_pages (4, 20, &sheet, FALSE);
  g_assert_cmpuint (sl_pages_count (more), ==, 2);
  g_assert_cmpfloat (sl_pages_smallest_text (more), >=, SL_PAPER_MIN_PT);
}

static void
test_tiles (void)
{
  const SlSheet sheet = make_sheet ();

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (SlPages) pages = make_pages (60, 40, &sheet, rtl);

      g_assert_cmpuint (sl_pages_count (pages), >=, 9);
      check_cells (pages);
    }
}

/* The first sheet has the first column, whatever side it stands on. */
static void
test_reading_order (void)
{
  const SlSheet sheet = make_sheet ();

  for (guint rtl = 0; rtl < 2; rtl++)
    {
      g_autoptr (SlPages) pages = make_pages (3, 60, &sheet, rtl);
      const SlTile *first = sl_pages_get_tile (pages, 0), *second = sl_pages_get_tile (pages, 1);

      if (rtl)
        g_assert_cmpfloat (first->x1, >=, second->x2 - 0.01);
      else
        g_assert_cmpfloat (first->x2, <=, second->x1 + 0.01);
    }
}

static void
test_bigger_type (void)
{
  SlSheet sheet = make_sheet ();

  sheet.min_pt = 11;
  g_autoptr (SlPages) pages = make_pages (20, 12, &sheet, FALSE);
  g_assert_cmpfloat (sl_pages_smallest_text (pages), >=, 11 - 1e-9);
  check_cells (pages);
  sheet.min_pt = 2;
  g_autoptr (SlPages) small = make_pages (20, 12, &sheet, FALSE);
  g_assert_cmpfloat (sl_pages_smallest_text (small), >=, SL_PAPER_MIN_PT);
}

static gboolean
frame_says (const SlPages *pages, guint n, const char *text)
{
  double scale;
  g_autoptr (SlScene) frame = sl_pages_make_frame (pages, n, n + 1, sl_pages_count (pages), &scale);

  for (guint i = 0; i < sl_scene_n_marks (frame); i++)
    {
      const SlMark *mark = sl_scene_get_mark (frame, i);

      if (mark->type == SL_MARK_TEXT && strstr (mark->text, text) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Every sheet says what it is, from when, and what it leaves out. */
static void
test_frame (void)
{
  SlSheet sheet = make_sheet ();
  static const char *const words[] = {
    "A conclusion",        "Grid · for Sales", "a bar",
    "not shown: 12 goals", "Product launch",   "16 Mar 2026",
  };

  sheet.audience = "for Sales";
  g_autoptr (SlPages) pages = make_pages (60, 40, &sheet, FALSE);
  for (guint n = 0; n < sl_pages_count (pages); n++)
    {
      g_autofree char *number = g_strdup_printf ("page %u of %u", n + 1, sl_pages_count (pages));

      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        g_assert_true (frame_says (pages, n, words[i]));
      g_assert_true (frame_says (pages, n, number));
    }
  g_assert_true (frame_says (pages, 1, "sheet A2"));
}

/* Posters: natural size even where one sheet would do, codes by row and column, crop marks. */
static void
test_poster (void)
{
  SlSheet sheet = make_sheet ();
  double scale;

  sheet.tile = TRUE;
  g_autoptr (SlPages) pages = make_pages (20, 15, &sheet, FALSE);
  g_assert_cmpfloat (sl_pages_get_scale (pages), ==, 1);
  g_assert_cmpuint (sl_pages_count (pages), ==, 4);
  g_assert_true (frame_says (pages, 0, "sheet A1"));
  g_assert_true (frame_says (pages, 1, "sheet A2"));
  g_assert_true (frame_says (pages, 2, "sheet B1"));
  check_cells (pages);

  g_autoptr (SlScene) frame = sl_pages_make_frame (pages, 0, 1, 4, &scale);
  guint lines = 0;
  for (guint i = 0; i < sl_scene_n_marks (frame); i++)
    lines += sl_scene_get_mark (frame, i)->type == SL_MARK_LINE;
  g_assert_cmpuint (lines, ==, 9);
}

static void
test_papers (void)
{
  SlPaper paper;
  double width, height;

  g_assert_true (sl_paper_by_name ("a3", &paper));
  g_assert_cmpint (paper, ==, SL_PAPER_A3);
  g_assert_true (sl_paper_by_name ("Tabloid", &paper));
  g_assert_false (sl_paper_by_name ("B5", &paper));
  sl_paper_size (SL_PAPER_A4, TRUE, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, 297 / 25.4 * 72, 0.01);
  g_assert_cmpfloat_with_epsilon (height, 210 / 25.4 * 72, 0.01);
  sl_paper_size (SL_PAPER_LETTER, FALSE, &width, &height);
  g_assert_cmpfloat (width, ==, 612);
}

/* The matrix of a real plan: each goal's row whole on one sheet, names and titles on each. */
static void
test_matrix (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("large");
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_pango ();
  const SlSheet sheet = make_sheet ();
  SlChartParams params;

  sl_chart_params_init (&params);
  g_autoptr (SlPages) pages
      = sl_pages_new (&sl_chart_stakeholder_matrix, plan, &params, &sheet, measure);
  g_assert_cmpuint (sl_pages_count (pages), >, 4);
  const SlScene *scene = sl_pages_get_scene (pages);
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);
      guint seen = 0;

      if (mark->hit.kind != SL_KIND_POSITION)
        continue;
      for (guint n = 0; n < sl_pages_count (pages); n++)
        {
          SlView views[4];
          const guint n_views = sl_pages_get_views (pages, n, views);

          for (guint v = 0; v < n_views; v++)
            seen += shows (&views[v], mark);
        }
      g_assert_cmpuint (seen, ==, 1);
    }
}

int
main (int argc, char **argv)
{
  chart_check_init (&argc, &argv);
  g_test_add_func ("/charts/paginate/cut-fits", test_cut_fits);
  g_test_add_func ("/charts/paginate/cut-balanced", test_cut_balanced);
  g_test_add_func ("/charts/paginate/cut-forced", test_cut_forced);
  g_test_add_func ("/charts/paginate/merge", test_merge);
  g_test_add_func ("/charts/paginate/cut-hopeless", test_cut_hopeless);
  g_test_add_func ("/charts/paginate/one-page", test_one_page);
  g_test_add_func ("/charts/paginate/enlarged", test_enlarged);
  g_test_add_func ("/charts/paginate/scaled-down", test_scaled_down);
  g_test_add_func ("/charts/paginate/tiles", test_tiles);
  g_test_add_func ("/charts/paginate/reading-order", test_reading_order);
  g_test_add_func ("/charts/paginate/bigger-type", test_bigger_type);
  g_test_add_func ("/charts/paginate/frame", test_frame);
  g_test_add_func ("/charts/paginate/poster", test_poster);
  g_test_add_func ("/charts/paginate/papers", test_papers);
  g_test_add_func ("/charts/paginate/matrix", test_matrix);
  return g_test_run ();
}
