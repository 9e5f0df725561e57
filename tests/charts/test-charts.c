/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must hold for every chart of the registry over every test plan: nothing clipped, overlapping
 * or shortened, mirrored alike, the same twice, and legible on every sheet. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "chart-checks.h"
#include "chart-fixtures.h"
#include "sl-paginate-private.h"

typedef struct
{
  const SlChart *chart;
  const ChartFixture *fixture;
} Case;

/* Watched builds, which take several times as long, lay out half of what goes together: each
 * direction, medium and width; other builds all. */
#ifdef __SANITIZE_ADDRESS__
#define LAYOUT_STEP 2
#else
#define LAYOUT_STEP 1
#endif

static SlChartParams
make_params (void)
{
  SlChartParams params;

  sl_chart_params_init (&params);
  params.today = CHART_TODAY;
  return params;
}

static void
test_registry (void)
{
  const SlChart *const *charts = sl_chart_all ();

  g_assert_nonnull (charts[0]);
  for (guint i = 0; charts[i] != NULL; i++)
    {
      g_assert_true (sl_chart_by_id (charts[i]->id) == charts[i]);
      g_assert_cmpstr (charts[i]->title, !=, "");
      g_assert_cmpuint (charts[i]->kinds, !=, 0);
    }
  g_assert_null (sl_chart_by_id ("no-such-chart"));
}

static void
test_scene (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot (c->fixture->name);
  const double widths[] = { 0, 360, 770, 1118 };

  for (guint rtl = 0; rtl < 2; rtl++)
    for (guint paper = 0; paper < 2; paper++)
      for (guint i = (rtl + paper) % LAYOUT_STEP; i < G_N_ELEMENTS (widths); i += LAYOUT_STEP)
        {
          SlChartParams params = make_params ();

          params.rtl = rtl;
          params.paper = paper;
          params.width = widths[i];
          params.height = widths[i] * 0.7;
          g_autoptr (SlScene) scene = chart_layout_pango (c->chart, plan, &params);
          g_test_message ("rtl %u, paper %u, width %.0f", rtl, paper, widths[i]);
          chart_check_scene (scene, paper);
          g_assert_cmpstr (sl_scene_get_headline (scene), !=, "");
        }
}

static void
test_mirror (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot (c->fixture->name);
  SlChartParams params = make_params ();
  g_autoptr (SlScene) scene = chart_layout_pango (c->chart, plan, &params);

  params.rtl = TRUE;
  g_autoptr (SlScene) mirrored = chart_layout_pango (c->chart, plan, &params);
  g_assert_true (sl_scene_get_rtl (mirrored));
  sl_scene_mirror (mirrored);
  g_autofree char *expected = sl_scene_dump (scene);
  g_autofree char *twice = sl_scene_dump (mirrored);
  g_assert_cmpstr (twice, ==, expected);
}

static void
test_same_twice (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot (c->fixture->name);
  g_autofree char *first = chart_dump_fixed (c->chart, plan, NULL);
  g_autofree char *second = chart_dump_fixed (c->chart, plan, NULL);

  g_assert_cmpstr (first, ==, second);
}

/* The tiles of one page column cover the body without gap or overlap; so do those of one row.
 * Only a poster has blank ones. */
static void
check_tiles (const SlPages *pages, gboolean poster)
{
  const SlScene *scene = sl_pages_get_scene (pages);
  double area = 0, x1 = G_MAXDOUBLE, y1 = G_MAXDOUBLE, x2 = 0, y2 = 0;

  for (guint n = 0; n < sl_pages_count (pages); n++)
    {
      const SlTile *tile = sl_pages_get_tile (pages, n);

      g_assert_cmpfloat (tile->x2, >, tile->x1);
      g_assert_cmpfloat (tile->y2, >, tile->y1);
      area += (tile->x2 - tile->x1) * (tile->y2 - tile->y1);
      x1 = MIN (x1, tile->x1);
      x2 = MAX (x2, tile->x2);
      y1 = MIN (y1, tile->y1);
      y2 = MAX (y2, tile->y2);
    }
  g_assert_cmpfloat (area, <=, (x2 - x1) * (y2 - y1) + 1);
  if (poster)
    g_assert_cmpfloat (area, >=, (x2 - x1) * (y2 - y1) - 1);
  g_assert_cmpfloat_with_epsilon (y2, sl_scene_get_height (scene), 0.1);
}

static gboolean
is_break (const GArray *breaks, double at)
{
  for (guint i = 0; i < breaks->len; i++)
    if (fabs (g_array_index (breaks, double, i) - at) < 0.02)
      return TRUE;
  return FALSE;
}

/* Sheets end where the chart says that they may: not through a card, a row or a unit of time. */
static void
check_breaks (const SlPages *pages)
{
  const SlScene *scene = sl_pages_get_scene (pages);
  double right = 0, bottom = 0;

  for (guint n = 0; n < sl_pages_count (pages); n++)
    {
      right = MAX (right, sl_pages_get_tile (pages, n)->x2);
      bottom = MAX (bottom, sl_pages_get_tile (pages, n)->y2);
    }
  for (guint n = 0; n < sl_pages_count (pages); n++)
    {
      const SlTile *tile = sl_pages_get_tile (pages, n);

      g_assert_true (tile->x2 == right || is_break (sl_scene_get_breaks_x (scene), tile->x2));
      g_assert_true (tile->y2 == bottom || is_break (sl_scene_get_breaks_y (scene), tile->y2));
    }
}

/* No view leaves the room between header and footer. */
static void
check_views (const SlPages *pages)
{
  const double scale = sl_pages_get_scale (pages);
  SlRect body;

  sl_pages_get_body (pages, &body);
  for (guint n = 0; n < sl_pages_count (pages); n++)
    {
      SlView views[4];
      const guint n_views = sl_pages_get_views (pages, n, views);

      g_assert_cmpuint (n_views, >, 0);
      for (guint i = 0; i < n_views; i++)
        {
          g_assert_cmpfloat (views[i].x, >=, body.x - 3);
          g_assert_cmpfloat (views[i].y, >=, body.y - 3);
          g_assert_cmpfloat (views[i].x + views[i].source.w * scale, <=, body.x + body.w + 3);
          g_assert_cmpfloat (views[i].y + views[i].source.h * scale, <=, body.y + body.h + 3);
        }
    }
}

static void
check_frames (const SlPages *pages)
{
  const guint n = sl_pages_count (pages);

  for (guint i = 0; i < n; i += MAX (1, n - 1))
    {
      double scale;
      g_autoptr (SlScene) frame = sl_pages_make_frame (pages, i, i + 1, n, &scale);

      chart_check_scene (frame, TRUE);
    }
}

static void
test_sheets (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot (c->fixture->name);
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_pango ();
  SlChartParams params = make_params ();
  SlSheet sheet;

  sl_sheet_init (&sheet);
  sheet.today = CHART_TODAY;
  sheet.project = sl_snapshot_title (plan, sl_snapshot_project_id (plan));
  sheet.audience = "for Sales";
  for (guint i = 0; i < 8; i++)
    {
      sheet.paper = i / 2;
      sheet.landscape = i % 2 == 0;
      sheet.tile = i == 5;
      params.rtl = i == 3;
      g_autoptr (SlPages) pages = sl_pages_new (c->chart, plan, &params, &sheet, measure);
      g_test_message ("paper %u, landscape %d: %u pages", sheet.paper, sheet.landscape,
                      sl_pages_count (pages));
      chart_check_scene (sl_pages_get_scene (pages), TRUE);
      g_assert_cmpfloat (sl_pages_smallest_text (pages), >=, SL_PAPER_MIN_PT - 1e-6);
      check_tiles (pages, sheet.tile);
      check_breaks (pages);
      check_views (pages);
      check_frames (pages);
    }
}

/* What somebody wrote stands instead of what the data propose. */
static void
test_edited_headline (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Plan");
  const SlId sheet = chart_plan_add (plan, SL_KIND_SHEET);

  chart_plan_set_text (plan, sheet, SL_SHEET_CHART, "stakeholder-matrix");
  chart_plan_set_text (plan, sheet, SL_SHEET_HEADLINE, "We agree on nothing yet");
  g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);
  for (guint i = 0; sl_chart_all ()[i] != NULL; i++)
    {
      const SlChart *chart = sl_chart_all ()[i];
      g_autoptr (SlScene) scene = chart_layout_pango (chart, snapshot, NULL);
      const gboolean edited = g_str_equal (chart->id, "stakeholder-matrix");

      g_assert_cmpint (edited, ==,
                       g_str_equal (sl_scene_get_headline (scene), "We agree on nothing yet"));
    }
}

/* An empty plan shows what to do, and that fits a small window. */
static void
test_empty (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("empty");

  for (guint i = 0; sl_chart_all ()[i] != NULL; i++)
    {
      g_autoptr (SlScene) scene = chart_layout_pango (sl_chart_all ()[i], plan, NULL);

      g_assert_cmpuint (sl_scene_n_marks (scene), >=, 1);
      g_assert_cmpuint (sl_scene_n_marks (scene), <=, 40);
      g_assert_cmpfloat (sl_scene_get_width (scene), <=, 1000);
    }
}

/* A hundred and one goals and as many parties. (transfer full) */
static SlSnapshot *
make_crowd (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Crowd");

  for (guint i = 0; i < 101; i++)
    {
      g_autofree char *party = g_strdup_printf ("Department %u", i);
      g_autofree char *goal = g_strdup_printf ("Cut cost number %u", i);
      const SlId owner = chart_plan_party (plan, SL_ID_NONE, party, 5, 5);
      const SlId id = chart_plan_goal (plan, SL_ID_NONE, owner, goal);

      if (i % 3 == 0)
        chart_plan_position (plan, owner, id, 2, SL_POSITION_SAID);
    }
  return chart_plan_snapshot (plan);
}

/* Part of a scene is the whole scene without the cells of rows out of sight; the first and the last
 * row are always there. */
static void
test_partial (gconstpointer data)
{
  const SlChart *chart = data;
  g_autoptr (SlSnapshot) plan = make_crowd ();
  SlChartParams params;
  guint n_left_out = 0, n_far = 0;

  sl_chart_params_init (&params);
  params.today = CHART_TODAY;
  g_autoptr (SlScene) whole = chart_layout_pango (chart, plan, &params);
  params.sight = (SlChartSight){ 1000, 300 };
  g_autoptr (SlScene) part = chart_layout_pango (chart, plan, &params);

  g_assert_false (sl_scene_is_partial (whole));
  g_assert_true (sl_scene_is_partial (part));
  g_assert_cmpfloat (sl_scene_get_width (part), ==, sl_scene_get_width (whole));
  g_assert_cmpfloat (sl_scene_get_height (part), ==, sl_scene_get_height (whole));
  g_assert_cmpstr (sl_scene_get_headline (part), ==, sl_scene_get_headline (whole));
  for (guint i = 0; i < sl_scene_n_marks (whole); i++)
    {
      const SlMark *mark = sl_scene_get_mark (whole, i);
      const SlMark *same = sl_scene_hit (part, mark->x + mark->w / 2, mark->y + mark->h / 2);
      const gboolean in_sight = mark->y + mark->h >= 1000 && mark->y <= 1300;

      if (mark->hit.kind == SL_N_KINDS)
        continue;
      if (same == NULL)
        {
          g_assert_cmpuint (mark->hit.part, ==, SL_PART_CELL);
          g_assert_false (in_sight);
          n_left_out++;
          continue;
        }
      g_assert_cmpstr (same->label, ==, mark->label);
      g_assert_cmpfloat (same->y, ==, mark->y);
      n_far += mark->hit.part == SL_PART_CELL && !in_sight ? 1 : 0;
    }
  g_assert_cmpuint (n_left_out, >, 101 * 80);
  /* Those of the first and the last row, and of rows that touch the edge. */
  g_assert_cmpuint (n_far, >=, 2 * 101);
  g_assert_cmpuint (n_far, <=, 4 * 101);
}

static void
add_case (const char *name, const Case *c, void (*function) (gconstpointer))
{
  g_autofree char *path
      = g_strdup_printf ("/charts/%s/%s/%s", c->chart->id, name, c->fixture->name);

  g_test_add_data_func_full (path, g_memdup2 (c, sizeof *c), function, g_free);
}

int
main (int argc, char **argv)
{
  chart_check_init (&argc, &argv);
  g_test_add_func ("/charts/registry", test_registry);
  g_test_add_func ("/charts/edited-headline", test_edited_headline);
  g_test_add_func ("/charts/empty", test_empty);
  g_test_add_data_func ("/charts/partial/stakeholder-matrix", &sl_chart_stakeholder_matrix,
                        test_partial);
  g_test_add_data_func ("/charts/partial/raci", &sl_chart_raci, test_partial);
  for (guint i = 0; sl_chart_all ()[i] != NULL; i++)
    for (const ChartFixture *fixture = chart_fixtures; fixture->name != NULL; fixture++)
      {
        const Case c = { sl_chart_all ()[i], fixture };

        add_case ("scene", &c, test_scene);
        add_case ("mirror", &c, test_mirror);
        add_case ("same-twice", &c, test_same_twice);
        add_case ("sheets", &c, test_sheets);
      }
  return g_test_run ();
}
