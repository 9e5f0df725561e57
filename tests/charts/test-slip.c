/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The slip chart: a line for each milestone that was reported on, later days further up. */

#include "config.h"

#include "chart-checks.h"
#include "chart-fixtures.h"

#define CHART (&sl_chart_slip)

static void
add_report (ChartPlan *plan, SlId milestone, const char *day, const char *expected)
{
  const SlId id = chart_plan_add (plan, SL_KIND_FORECAST);
  chart_plan_set_int (plan, id, SL_FORECAST_MILESTONE, milestone);
  chart_plan_set_day (plan, id, SL_FORECAST_DAY, day);
  chart_plan_set_day (plan, id, SL_FORECAST_EXPECTED, expected);
}

static SlId
add_milestone (ChartPlan *plan, const char *title)
{
  return chart_plan_milestone (plan, SL_ID_NONE, SL_ID_NONE, title, "2026-06-01");
}

static ChartPlan *
make_plan (SlId ids[4])
{
  ChartPlan *plan = chart_plan_new ("Reports");
  ids[0] = add_milestone (plan, "Slips");
  ids[1] = add_milestone (plan, "Holds");
  ids[2] = add_milestone (plan, "Early");
  ids[3] = add_milestone (plan, "Once");
  add_report (plan, ids[0], "2026-02-02", "2026-05-20"); /* in no order */
  add_report (plan, ids[0], "2026-01-05", "2026-05-01");
  add_report (plan, ids[0], "2026-03-02", "2026-06-01");
  add_report (plan, ids[1], "2026-01-05", "2026-06-01");
  add_report (plan, ids[1], "2026-03-02", "2026-06-01");
  add_report (plan, ids[2], "2026-01-05", "2026-07-01");
  add_report (plan, ids[2], "2026-03-02", "2026-06-20");
  add_report (plan, ids[3], "2026-03-02", "2026-05-15");
  return plan;
}

static const SlMark *
find_line (const SlScene *scene, SlId id)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);
      if (mark->type == SL_MARK_PATH && mark->hit.kind == SL_KIND_MILESTONE && mark->hit.id == id)
        return mark;
    }
  return NULL;
}

static void
test_lines (void)
{
  SlId ids[4];
  g_autoptr (ChartPlan) plan = make_plan (ids);
  g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);
  g_autoptr (SlScene) scene = chart_layout_pango (CHART, snapshot, NULL);
  const SlMark *slips = find_line (scene, ids[0]), *holds = find_line (scene, ids[1]);
  const SlMark *early = find_line (scene, ids[2]);
  g_assert_true (slips != NULL && slips->n_points == 3 && slips->dashed
                 && slips->style == SL_STYLE_BAD);
  g_assert_cmpfloat (slips->points[0].x, <, slips->points[1].x);
  g_assert_cmpfloat (slips->points[0].y, >, slips->points[1].y);
  g_assert_cmpfloat (slips->points[1].y, >, slips->points[2].y);
  g_assert_true (holds != NULL && !holds->dashed && holds->style == SL_STYLE_NEUTRAL);
  g_assert_cmpfloat (holds->points[0].y, ==, holds->points[1].y);
  g_assert_true (early != NULL && early->style == SL_STYLE_GOOD);
  g_assert_null (find_line (scene, ids[3]));
  g_assert_cmpstr (slips->label, ==,
                   "Slips, 1 May 2026 as of 5 Jan 2026, 20 May 2026 as of 2 Feb 2026, 1 Jun 2026 "
                   "as of 2 Mar 2026, 31 days later");
}

static void
test_headline (void)
{
  SlId ids[4];
  g_autoptr (ChartPlan) plan = make_plan (ids);
  g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);
  g_autoptr (SlSnapshot) empty = chart_fixture_snapshot ("empty");
  g_autofree char *worst = CHART->headline (snapshot, NULL);
  g_autofree char *none = CHART->headline (empty, NULL);
  g_autoptr (SlScene) nothing = chart_layout_pango (CHART, empty, NULL);
  g_assert_cmpstr (worst, ==, "“Slips” slips most: by 31 days since 5 Jan 2026");
  g_assert_cmpstr (none, ==, "No milestone was reported on yet");
  g_assert_cmpuint (sl_scene_n_legend (nothing), ==, 0);
  /* What was given up holds nobody back. */
  chart_plan_set_int (plan, ids[0], SL_MILESTONE_STATUS, SL_TASK_DROPPED);
  g_autoptr (SlSnapshot) dropped = chart_plan_snapshot (plan);
  g_autofree char *fine = CHART->headline (dropped, NULL);
  g_assert_cmpstr (fine, ==, "No milestone has slipped since it was first reported");
}

static void
test_golden (void)
{
  SlId ids[4];
  g_autoptr (ChartPlan) plan = make_plan (ids);
  g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);
  g_autofree char *dump = chart_dump_fixed (CHART, snapshot, NULL);
  chart_check_golden ("slip", dump);
}

int
main (int argc, char **argv)
{
  chart_check_init (&argc, &argv);
  g_test_add_func ("/charts/slip/lines", test_lines);
  g_test_add_func ("/charts/slip/headline", test_headline);
  g_test_add_func ("/charts/slip/golden", test_golden);
  return g_test_run ();
}
