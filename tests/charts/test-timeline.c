/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline: goldens, what must hold for every scene, what must move with the dates and what
 * must not, what is left out and counted, and the way back from places to days. */

#include "config.h"

#include <string.h>

#include "base/sl-date.h"
#include "chart-checks.h"
#include "chart-fixtures.h"
#include "timeline/sl-timeline.h"

#define CHART (&sl_chart_timeline)
/* Bodies of sheets, landscape, with 36 pt margins. */
#define A4_W 770
#define A3_W 1118

static SlChartParams
make_params (void)
{
  SlChartParams params;
  sl_chart_params_init (&params);
  params.today = CHART_TODAY;
  params.critical = TRUE;
  params.baselines = TRUE;
  return params;
}

static SlChartParams
paper_params (double width)
{
  SlChartParams params = make_params ();
  params.paper = TRUE;
  params.width = width;
  return params;
}

/* The first mark of record @id in the body with @part. */
static const SlMark *
find_mark (const SlScene *scene, SlId id, SlHitPart part)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);
      if (mark->hit.kind != SL_N_KINDS && mark->hit.id == id && mark->hit.part == part
          && mark->band == SL_BAND_BODY)
        return mark;
    }
  return NULL;
}

static gboolean
has_remark (const SlScene *scene, const char *text)
{
  const GPtrArray *remarks = sl_scene_get_remarks (scene);
  for (guint i = 0; i < remarks->len; i++)
    if (g_str_equal (remarks->pdata[i], text))
      return TRUE;
  return FALSE;
}

static guint
count_style (const SlScene *scene, SlMarkType type, SlStyle style)
{
  guint count = 0;
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);
      count += mark->type == type && mark->style == style && mark->band == SL_BAND_BODY;
    }
  return count;
}

/* --- Goldens and general properties --- */

static void
test_golden (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("launch");
  g_autoptr (SlSnapshot) empty = chart_fixture_snapshot ("empty");
  SlChartParams params = paper_params (A4_W);
  g_autofree char *tree = chart_dump_fixed (CHART, plan, &params);
  chart_check_golden ("timeline-launch", tree);
  params.lanes = TRUE;
  g_autofree char *lanes = chart_dump_fixed (CHART, plan, &params);
  chart_check_golden ("timeline-launch-lanes", lanes);
  params = make_params ();
  params.pt_per_day = 6;
  g_autofree char *screen = chart_dump_fixed (CHART, plan, &params);
  chart_check_golden ("timeline-launch-screen", screen);
  g_autofree char *nothing = chart_dump_fixed (CHART, empty, &params);
  chart_check_golden ("timeline-empty", nothing);
}

static void
check_all_sizes (const SlSnapshot *plan)
{
  for (guint lanes = 0; lanes < 2; lanes++)
    {
      SlChartParams params = make_params ();
      params.lanes = lanes != 0;
      /* Without a height there is room for all rows, in little room they stand closer. */
      static const double widths[] = { 0, 523, A4_W, A3_W };
      for (guint i = 0; i < 2 * G_N_ELEMENTS (widths); i++)
        {
          params.paper = TRUE;
          params.width = widths[i / 2];
          params.height = i % 2 * 100;
          g_autoptr (SlScene) paper = chart_layout_pango (CHART, plan, &params);
          chart_check_scene (paper, TRUE);
          if (!params.lanes)
            {
              chart_check_titles (paper, plan, SL_KIND_TASK, 0);
              chart_check_titles (paper, plan, SL_KIND_MILESTONE, 0);
            }
        }
      static const double scales[] = { 0, 0.4, 2, 9, 40 };
      for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
        {
          params.paper = FALSE;
          params.width = 900;
          params.pt_per_day = scales[i];
          g_autoptr (SlScene) screen = chart_layout_pango (CHART, plan, &params);
          chart_check_scene (screen, FALSE);
        }
    }
}

static void
test_ink (gconstpointer data)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot (data);
  check_all_sizes (plan);
}

/* On a poster no text stands where a sheet may end. */
static void
test_poster (gconstpointer data)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot (data);
  SlChartParams params = paper_params (0);
  g_autoptr (SlScene) scene = chart_layout_pango (CHART, plan, &params);
  const GArray *breaks = sl_scene_get_breaks_x (scene);
  g_assert_cmpuint (breaks->len, >, 1);
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);
      if (mark->type != SL_MARK_TEXT || (mark->band != SL_BAND_BODY && mark->band != SL_BAND_TOP))
        continue;
      for (guint b = 0; b < breaks->len; b++)
        {
          const double x = g_array_index (breaks, double, b);
          if (mark->x + 0.01 < x && x < mark->x + mark->w - 0.01)
            {
              g_test_message ("“%s” is cut at %.1f", mark->text, x);
              g_test_fail ();
            }
        }
    }
}

/* 36 months on A3 landscape: months stay readable and whole. */
static void
test_three_years (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("large");
  SlChartParams params = paper_params (A3_W);
  params.from = sl_day_from_ymd (2025, 1, 1);
  params.to = sl_day_from_ymd (2027, 12, 31);
  g_autoptr (SlScene) scene = chart_layout_pango (CHART, plan, &params);
  chart_check_scene (scene, TRUE);
  g_assert_cmpfloat_with_epsilon (sl_scene_get_width (scene), A3_W, 0.01);
  guint months = 0;
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);
      months += mark->type == SL_MARK_TEXT && mark->band == SL_BAND_TOP
                && g_str_equal (mark->text, "Mar");
    }
  g_assert_cmpuint (months, ==, 3);
}

static void
test_empty (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("empty");
  SlChartParams params = make_params ();
  g_autoptr (SlScene) scene = chart_layout_pango (CHART, plan, &params);
  chart_check_scene (scene, FALSE);
  SlTimelineMap map;
  g_assert_false (sl_timeline_map_init (&map, scene));
  g_assert_cmpstr (sl_scene_get_headline (scene), ==, "Nothing has a date yet");
  gboolean says = FALSE;
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);
      says |= mark->type == SL_MARK_TEXT && strstr (mark->text, "Add goals") != NULL;
    }
  g_assert_true (says);
}

/* --- Metamorphic --- */

typedef struct
{
  ChartPlan *plan;
  SlId sales, works;
  SlId group, build, test, accepted, goal;
} Small;

static void
set_days (ChartPlan *plan, SlId id, guint start_field, guint due_field, gint64 start, gint64 due)
{
  chart_plan_set_int (plan, id, start_field, start);
  chart_plan_set_int (plan, id, due_field, due);
}

/* A small plan whose dates all lie @shift days later. */
static Small
make_small (gint64 shift)
{
  const gint64 day = CHART_TODAY + shift;
  Small small = { .plan = chart_plan_new ("Small") };
  ChartPlan *plan = small.plan;
  small.sales = chart_plan_party (plan, SL_ID_NONE, "Sales", 5, 5);
  small.works = chart_plan_party (plan, SL_ID_NONE, "Works", 5, 5);
  small.goal = chart_plan_goal (plan, SL_ID_NONE, small.sales, "Sell more");
  chart_plan_set_int (plan, small.goal, SL_GOAL_DUE, day + 60);
  small.group = chart_plan_task (plan, SL_ID_NONE, SL_ID_NONE, "Make", NULL, NULL);
  small.build = chart_plan_task (plan, small.group, small.works, "Build", NULL, NULL);
  set_days (plan, small.build, SL_TASK_START, SL_TASK_DUE, day - 14, day + 13);
  small.test = chart_plan_task (plan, small.group, small.sales, "Test", NULL, NULL);
  set_days (plan, small.test, SL_TASK_START, SL_TASK_DUE, day + 14, day + 27);
  small.accepted = chart_plan_milestone (plan, small.group, small.works, "Accepted", NULL);
  chart_plan_set_int (plan, small.accepted, SL_MILESTONE_DUE, day + 30);
  chart_plan_dependency (plan, small.build, small.test, SL_DEPENDENCY_FS);
  chart_plan_dependency (plan, small.test, small.accepted, SL_DEPENDENCY_FS);
  return small;
}

static SlScene *
layout_small (Small *small, const SlChartParams *params)
{
  g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (small->plan);
  return chart_layout_pango (CHART, snapshot, params);
}

/* Two years of the plan at a fixed scale: all marks move by the same way, rows stay. */
static void
test_shift (void)
{
  const SlHitPart parts[] = { SL_PART_WHOLE, SL_PART_START, SL_PART_END };
  Small base = make_small (0);
  SlChartParams params = make_params ();
  params.from = CHART_TODAY - 60;
  params.to = CHART_TODAY + 300;
  params.pt_per_day = 4;
  g_autoptr (SlScene) before = layout_small (&base, &params);
  for (gint64 weeks = 1; weeks <= 20; weeks += 6)
    {
      Small moved = make_small (7 * weeks);
      const SlId ids[] = { base.group, base.build, base.test, base.accepted, base.goal };
      g_autoptr (SlScene) after = layout_small (&moved, &params);
      for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
        for (guint p = 0; p < G_N_ELEMENTS (parts); p++)
          {
            const SlMark *a = find_mark (before, ids[i], parts[p]);
            const SlMark *b = find_mark (after, ids[i], parts[p]);
            g_assert_true ((a == NULL) == (b == NULL));
            if (a == NULL || a->type == SL_MARK_PATH)
              continue;
            g_assert_cmpfloat_with_epsilon (b->x - a->x, (double)weeks * 7 * 4, 0.001);
            g_assert_cmpfloat_with_epsilon (b->y, a->y, 0.001);
            g_assert_cmpfloat_with_epsilon (b->w, a->w, 0.001);
          }
      chart_plan_free (moved.plan);
    }
  chart_plan_free (base.plan);
}

static void
test_unrelated_party (void)
{
  Small small = make_small (0);
  SlChartParams params = paper_params (A4_W);
  for (guint lanes = 0; lanes < 2; lanes++)
    {
      params.lanes = lanes != 0;
      g_autoptr (SlSnapshot) without = chart_plan_snapshot (small.plan);
      g_autofree char *before = chart_dump_fixed (CHART, without, &params);
      chart_plan_party (small.plan, SL_ID_NONE, "Somebody with a very long name who owns nothing",
                        5, 5);
      g_autoptr (SlSnapshot) with = chart_plan_snapshot (small.plan);
      g_autofree char *after = chart_dump_fixed (CHART, with, &params);
      g_assert_cmpstr (before, ==, after);
    }
  chart_plan_free (small.plan);
}

/* Twice the scale doubles what is measured along time, and nothing else. */
static void
test_scale (void)
{
  Small small = make_small (0);
  SlChartParams params = make_params ();
  params.pt_per_day = 5;
  params.from = CHART_TODAY - 30;
  params.to = CHART_TODAY + 90;
  g_autoptr (SlScene) one = layout_small (&small, &params);
  params.pt_per_day = 10;
  g_autoptr (SlScene) two = layout_small (&small, &params);
  const SlMark *a = find_mark (one, small.build, SL_PART_WHOLE);
  const SlMark *b = find_mark (two, small.build, SL_PART_WHOLE);
  const double side = sl_scene_get_side (one);
  g_assert_cmpfloat_with_epsilon (sl_scene_get_side (two), side, 0.001);
  g_assert_cmpfloat_with_epsilon (b->x - side, 2 * (a->x - side), 0.001);
  g_assert_cmpfloat_with_epsilon (b->w, 2 * a->w, 0.001);
  g_assert_cmpfloat_with_epsilon (b->y, a->y, 0.001);
  chart_plan_free (small.plan);
}

static void
test_mirror (void)
{
  Small small = make_small (0);
  SlChartParams params = paper_params (A4_W);
  g_autoptr (SlScene) ltr = layout_small (&small, &params);
  params.rtl = TRUE;
  g_autoptr (SlScene) rtl = layout_small (&small, &params);
  chart_check_scene (rtl, TRUE);
  const SlMark *a = find_mark (ltr, small.build, SL_PART_WHOLE);
  const SlMark *b = find_mark (rtl, small.build, SL_PART_WHOLE);
  g_assert_cmpfloat_with_epsilon (b->x, A4_W - a->x - a->w, 0.01);
  chart_plan_free (small.plan);
}

/* --- What is shown --- */

static void
test_order (void)
{
  Small small = make_small (0);
  SlChartParams params = make_params ();
  g_autoptr (SlScene) scene = layout_small (&small, &params);
  const SlId order[] = { small.group, small.build, small.test, small.accepted, small.goal };
  double above = 0;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      double y, h;
      g_assert_true (sl_timeline_find_row (scene, order[i], &y, &h));
      g_assert_cmpfloat (y, >, above);
      g_assert_cmpfloat (h, >=, 18);
      g_assert_cmpint (sl_timeline_row_at (scene, y + h / 2, NULL), ==, order[i]);
      above = y;
    }
  chart_plan_free (small.plan);
}

static void
test_lanes (void)
{
  Small small = make_small (0);
  SlChartParams params = make_params ();
  params.lanes = TRUE;
  g_autoptr (SlScene) scene = layout_small (&small, &params);
  /* Sales first, as it stands in the list of parties; the group that nobody owns is counted. */
  const SlId order[] = { small.test, small.goal, small.build, small.accepted };
  double above = 0, y;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_assert_true (sl_timeline_find_row (scene, order[i], &y, NULL));
      g_assert_cmpfloat (y, >, above);
      above = y;
    }
  g_assert_false (sl_timeline_find_row (scene, small.group, NULL, NULL));
  g_assert_true (has_remark (scene, "Not shown: 1 group without an owner"));
  chart_plan_free (small.plan);
}

static void
test_period (void)
{
  Small small = make_small (0);
  SlChartParams params = paper_params (A4_W);
  params.from = CHART_TODAY;
  params.to = CHART_TODAY + 20;
  g_autoptr (SlScene) scene = layout_small (&small, &params);
  chart_check_scene (scene, TRUE);
  SlTimelineMap map;
  g_assert_true (sl_timeline_map_init (&map, scene));
  g_assert_cmpint (map.first, ==, CHART_TODAY);
  g_assert_cmpint (map.last, ==, CHART_TODAY + 20);
  g_assert_null (find_mark (scene, small.accepted, SL_PART_WHOLE));
  g_assert_null (find_mark (scene, small.goal, SL_PART_WHOLE));
  g_assert_true (has_remark (scene, "Not shown: 2 outside 16 Mar – 5 Apr 2026"));
  /* Build began before, Test ends later: both are cut at the border, with an arrow. */
  const SlMark *build = find_mark (scene, small.build, SL_PART_WHOLE);
  const SlMark *test = find_mark (scene, small.test, SL_PART_WHOLE);
  g_assert_cmpfloat_with_epsilon (build->x, sl_scene_get_side (scene), 0.001);
  g_assert_cmpfloat_with_epsilon (test->x + test->w, sl_scene_get_width (scene), 0.001);
  g_assert_cmpuint (count_style (scene, SL_MARK_SYMBOL, SL_STYLE_TEXT_ON_MARK), ==, 2);
  chart_plan_free (small.plan);
}

static void
test_other_period (void)
{
  Small small = make_small (0);
  SlChartParams params = make_params ();
  params.from = CHART_TODAY + 1000;
  g_autoptr (SlScene) open = layout_small (&small, &params);
  g_assert_true (has_remark (open, "Not shown: 5 outside from 10 Dec 2028 on"));
  params.to = CHART_TODAY + 1100;
  g_autoptr (SlScene) closed = layout_small (&small, &params);
  chart_check_scene (closed, FALSE);
  g_assert_cmpstr (sl_scene_get_headline (closed), ==, "Nothing is planned for this period");
  gboolean says = FALSE;
  for (guint i = 0; i < sl_scene_n_marks (closed); i++)
    {
      const SlMark *mark = sl_scene_get_mark (closed, i);
      says |= mark->type == SL_MARK_TEXT && strstr (mark->text, "Nothing lies in") != NULL;
    }
  g_assert_true (says);
  chart_plan_free (small.plan);
}

static void
test_closed (void)
{
  Small small = make_small (0);
  chart_plan_set_int (small.plan, small.group, SL_TASK_STATUS, SL_TASK_DROPPED);
  SlChartParams params = make_params ();
  g_autoptr (SlScene) without = layout_small (&small, &params);
  g_assert_true (has_remark (without, "Not shown: 4 parked or dropped"));
  g_assert_null (find_mark (without, small.build, SL_PART_WHOLE));
  params.show_closed = TRUE;
  g_autoptr (SlScene) with = layout_small (&small, &params);
  g_assert_nonnull (find_mark (with, small.build, SL_PART_WHOLE));
  g_assert_cmpuint (sl_scene_get_remarks (with)->len, ==, 0);
  chart_plan_free (small.plan);
}

static void
test_fold (void)
{
  Small small = make_small (0);
  SlChartParams params = make_params ();
  g_autoptr (GHashTable) collapsed = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_hash_table_add (collapsed, &small.group);
  params.collapsed = collapsed;
  g_autoptr (SlScene) folded = layout_small (&small, &params);
  g_assert_null (find_mark (folded, small.build, SL_PART_WHOLE));
  g_assert_nonnull (find_mark (folded, small.group, SL_PART_WHOLE));
  g_assert_cmpuint (sl_scene_get_remarks (folded)->len, ==, 0);
  params.paper = TRUE;
  g_autoptr (SlScene) paper = layout_small (&small, &params);
  g_assert_nonnull (find_mark (paper, small.build, SL_PART_WHOLE));
  chart_plan_free (small.plan);
}

static void
test_branch (void)
{
  Small small = make_small (0);
  SlChartParams params = make_params ();
  params.root = small.works;
  g_autoptr (SlScene) party = layout_small (&small, &params);
  g_assert_nonnull (find_mark (party, small.build, SL_PART_WHOLE));
  g_assert_null (find_mark (party, small.test, SL_PART_WHOLE));
  g_assert_null (find_mark (party, small.goal, SL_PART_WHOLE));
  chart_plan_set_int (small.plan, small.test, SL_TASK_GOAL, small.goal);
  params.root = small.goal;
  g_autoptr (SlScene) goal = layout_small (&small, &params);
  g_assert_nonnull (find_mark (goal, small.test, SL_PART_WHOLE));
  g_assert_nonnull (find_mark (goal, small.goal, SL_PART_WHOLE));
  g_assert_null (find_mark (goal, small.build, SL_PART_WHOLE));
  params.root = small.group;
  params.max_depth = 1;
  g_autoptr (SlScene) task = layout_small (&small, &params);
  g_assert_nonnull (find_mark (task, small.accepted, SL_PART_WHOLE));
  g_assert_null (find_mark (task, small.goal, SL_PART_WHOLE));
  chart_plan_free (small.plan);
}

static void
test_undated (void)
{
  Small small = make_small (0);
  const SlId vague = chart_plan_task (small.plan, SL_ID_NONE, small.sales, "Some day", NULL, NULL);
  SlChartParams params = make_params ();
  g_autoptr (SlScene) scene = layout_small (&small, &params);
  double y, last;
  g_assert_true (sl_timeline_find_row (scene, vague, &y, NULL));
  g_assert_true (sl_timeline_find_row (scene, small.accepted, &last, NULL));
  g_assert_cmpfloat (y, >, last);
  g_assert_null (find_mark (scene, vague, SL_PART_WHOLE));
  chart_plan_free (small.plan);
}

static void
test_labels (void)
{
  Small small = make_small (0);
  chart_plan_set_real (small.plan, small.build, SL_TASK_PROGRESS, 0.4);
  SlChartParams params = make_params ();
  g_autoptr (SlScene) scene = layout_small (&small, &params);
  g_assert_cmpstr (find_mark (scene, small.build, SL_PART_WHOLE)->label, ==,
                   "Build, task of Works, 2 Mar to 29 Mar 2026, 40\302\240% done");
  g_assert_cmpstr (find_mark (scene, small.accepted, SL_PART_WHOLE)->label, ==,
                   "Accepted, milestone of Works, 15 Apr 2026, critical");
  chart_plan_free (small.plan);
}

/* --- Links, baselines, deadlines --- */

static void
test_links (void)
{
  for (int type = SL_DEPENDENCY_FS; type <= SL_DEPENDENCY_SF; type++)
    for (int back = 0; back < 2; back++)
      {
        Small small = make_small (0);
        const SlId from = back ? small.test : small.build;
        const SlId to = back ? small.build : small.goal;
        const SlId link = chart_plan_dependency (small.plan, from, to, (SlDependencyType)type);
        chart_plan_set_real (small.plan, link, SL_DEPENDENCY_LAG, 3);
        SlChartParams params = make_params ();
        g_autoptr (SlScene) scene = layout_small (&small, &params);
        chart_check_scene (scene, FALSE);
        const SlMark *path = find_mark (scene, link, SL_PART_WHOLE);
        g_assert_nonnull (path);
        g_assert_cmpint (path->hit.a, ==, from);
        g_assert_cmpint (path->hit.b, ==, to);
        for (guint i = 0; i + 1 < path->n_points; i++)
          g_assert_true (path->points[i].x == path->points[i + 1].x
                         || path->points[i].y == path->points[i + 1].y);
        chart_plan_free (small.plan);
      }
}

static void
add_baseline (ChartPlan *plan, SlId item, gint64 number, gint64 due)
{
  const SlId id = chart_plan_add (plan, SL_KIND_BASELINE);
  chart_plan_set_int (plan, id, SL_BASELINE_ITEM, item);
  chart_plan_set_int (plan, id, SL_BASELINE_NUMBER, number);
  chart_plan_set_int (plan, id, SL_BASELINE_DUE, due);
}

static void
test_baselines (void)
{
  Small small = make_small (0);
  add_baseline (small.plan, small.accepted, 0, CHART_TODAY + 1);
  add_baseline (small.plan, small.accepted, 2, CHART_TODAY + 18);
  SlChartParams params = make_params ();
  g_autoptr (SlScene) with = layout_small (&small, &params);
  g_assert_cmpuint (count_style (with, SL_MARK_PATH, SL_STYLE_BASELINE), ==, 1);
  g_assert_cmpstr (sl_scene_get_headline (with), ==,
                   "“Accepted” on 15 Apr 2026 is twelve days later than agreed");
  params.baselines = FALSE;
  g_autoptr (SlScene) without = layout_small (&small, &params);
  g_assert_cmpuint (count_style (without, SL_MARK_PATH, SL_STYLE_BASELINE), ==, 0);
  chart_plan_free (small.plan);
}

static void
test_critical (void)
{
  Small small = make_small (0);
  chart_plan_set_int (small.plan, small.accepted, SL_MILESTONE_DUE, CHART_TODAY + 27);
  /* Nobody waits for this one: it can slip. */
  const SlId aside = chart_plan_task (small.plan, SL_ID_NONE, small.sales, "Aside", NULL, NULL);
  set_days (small.plan, aside, SL_TASK_START, SL_TASK_DUE, CHART_TODAY, CHART_TODAY + 3);
  SlChartParams params = make_params ();
  g_autoptr (SlScene) with = layout_small (&small, &params);
  g_assert_cmpuint (count_style (with, SL_MARK_RECT, SL_STYLE_CRITICAL), ==, 2);
  g_assert_cmpuint (count_style (with, SL_MARK_PATH, SL_STYLE_CRITICAL), ==, 2);
  g_assert_true (
      g_str_has_suffix (find_mark (with, small.build, SL_PART_WHOLE)->label, ", critical"));
  g_assert_null (strstr (find_mark (with, aside, SL_PART_WHOLE)->label, "critical"));
  params.critical = FALSE;
  g_autoptr (SlScene) without = layout_small (&small, &params);
  g_assert_cmpuint (count_style (without, SL_MARK_RECT, SL_STYLE_CRITICAL), ==, 0);
  g_assert_cmpuint (count_style (without, SL_MARK_PATH, SL_STYLE_CRITICAL), ==, 0);
  chart_plan_free (small.plan);
}

static void
test_headline (void)
{
  Small small = make_small (0);
  SlChartParams params = make_params ();
  g_autoptr (SlScene) next = layout_small (&small, &params);
  g_assert_cmpstr (sl_scene_get_headline (next), ==, "Next: “Accepted” on 15 Apr; nothing is late");
  params.today = CHART_TODAY + 40;
  g_autoptr (SlScene) late = layout_small (&small, &params);
  g_assert_cmpstr (sl_scene_get_headline (late), ==,
                   "Next: “Sell more” on 15 May; one milestone is late");
  params.today = CHART_TODAY - 100;
  g_autoptr (SlScene) neutral = layout_small (&small, &params);
  g_assert_cmpstr (sl_scene_get_headline (neutral), ==,
                   "2 tasks, 1 milestone, 1 goal, Mar to May 2026");
  chart_plan_free (small.plan);
}

static void
test_deadline (void)
{
  Small small = make_small (0);
  chart_plan_set_int (small.plan, small.build, SL_TASK_DEADLINE, CHART_TODAY + 5);
  chart_plan_set_int (small.plan, small.test, SL_TASK_DEADLINE, CHART_TODAY + 40);
  SlChartParams params = make_params ();
  g_autoptr (SlScene) scene = layout_small (&small, &params);
  chart_check_scene (scene, FALSE);
  g_assert_cmpuint (count_style (scene, SL_MARK_SYMBOL, SL_STYLE_BAD), ==, 1);
  g_assert_cmpuint (count_style (scene, SL_MARK_SYMBOL, SL_STYLE_NEUTRAL), ==, 1);
  chart_plan_free (small.plan);
}

/* --- Places and days --- */

static void
test_map (void)
{
  Small small = make_small (0);
  SlChartParams params = make_params ();
  static const double scales[] = { 0.3, 3, 25 };
  for (guint i = 0; i < 2 * G_N_ELEMENTS (scales); i++)
    {
      params.pt_per_day = scales[i / 2];
      params.rtl = i % 2 == 1;
      g_autoptr (SlScene) scene = layout_small (&small, &params);
      SlTimelineMap map;
      g_assert_true (sl_timeline_map_init (&map, scene));
      g_assert_cmpfloat_with_epsilon (map.pt_per_day, params.pt_per_day, 1e-6);
      for (gint64 day = map.first - 20; day < map.last + 20; day++)
        {
          const double x = sl_timeline_map_x (&map, day);
          const double half = map.pt_per_day / 2;
          g_assert_cmpint (sl_timeline_map_day (&map, map.rtl ? x - half : x + half), ==, day);
        }
      const SlMark *bar = find_mark (scene, small.build, SL_PART_WHOLE);
      g_assert_cmpfloat_with_epsilon (map.rtl ? bar->x + bar->w : bar->x,
                                      sl_timeline_map_x (&map, CHART_TODAY - 14), 0.001);
    }
  chart_plan_free (small.plan);
}

/* Where something can be dropped on a bar: itself, its ends, its name; not what is beside it. */
static void
test_item_at (void)
{
  Small small = make_small (0);
  SlChartParams params = make_params ();
  params.pt_per_day = 5;
  params.from = CHART_TODAY - 30;
  params.to = CHART_TODAY + 90;
  g_autoptr (SlScene) scene = layout_small (&small, &params);
  const SlMark *bar = find_mark (scene, small.build, SL_PART_WHOLE);
  const SlMark *diamond = find_mark (scene, small.accepted, SL_PART_WHOLE);
  const double middle = bar->y + bar->h / 2;
  g_assert_true (sl_timeline_item_at (scene, bar->x + bar->w / 2, middle) == bar);
  g_assert_true (sl_timeline_item_at (scene, bar->x + 0.5, middle) == bar);
  g_assert_true (sl_timeline_item_at (scene, bar->x + bar->w - 0.5, middle) == bar);
  g_assert_true (sl_timeline_item_at (scene, diamond->x, diamond->y) == diamond);
  g_assert_null (sl_timeline_item_at (scene, bar->x - 20, middle));
  g_assert_null (sl_timeline_item_at (scene, sl_scene_get_side (scene) / 2, middle));
  chart_plan_free (small.plan);
}

int
main (int argc, char *argv[])
{
  chart_check_init (&argc, &argv);
  g_test_add_func ("/charts/timeline/golden", test_golden);
  for (const ChartFixture *fixture = chart_fixtures; fixture->name != NULL; fixture++)
    {
      g_autofree char *path = g_strconcat ("/charts/timeline/ink-", fixture->name, NULL);
      g_test_add_data_func (path, fixture->name, test_ink);
    }
  g_test_add_data_func ("/charts/timeline/poster-launch", "launch", test_poster);
  g_test_add_data_func ("/charts/timeline/poster-large", "large", test_poster);
  g_test_add_data_func ("/charts/timeline/poster-german", "german", test_poster);
  g_test_add_func ("/charts/timeline/three-years", test_three_years);
  g_test_add_func ("/charts/timeline/empty", test_empty);
  g_test_add_func ("/charts/timeline/shift", test_shift);
  g_test_add_func ("/charts/timeline/unrelated-party", test_unrelated_party);
  g_test_add_func ("/charts/timeline/scale", test_scale);
  g_test_add_func ("/charts/timeline/mirror", test_mirror);
  g_test_add_func ("/charts/timeline/order", test_order);
  g_test_add_func ("/charts/timeline/lanes", test_lanes);
  g_test_add_func ("/charts/timeline/period", test_period);
  g_test_add_func ("/charts/timeline/other-period", test_other_period);
  g_test_add_func ("/charts/timeline/closed", test_closed);
  g_test_add_func ("/charts/timeline/fold", test_fold);
  g_test_add_func ("/charts/timeline/branch", test_branch);
  g_test_add_func ("/charts/timeline/undated", test_undated);
  g_test_add_func ("/charts/timeline/labels", test_labels);
  g_test_add_func ("/charts/timeline/links", test_links);
  g_test_add_func ("/charts/timeline/baselines", test_baselines);
  g_test_add_func ("/charts/timeline/critical", test_critical);
  g_test_add_func ("/charts/timeline/headline", test_headline);
  g_test_add_func ("/charts/timeline/deadline", test_deadline);
  g_test_add_func ("/charts/timeline/map", test_map);
  g_test_add_func ("/charts/timeline/item-at", test_item_at);
  return g_test_run ();
}
