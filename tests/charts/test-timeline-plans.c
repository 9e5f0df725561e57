/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline of plans as other programs write them, and as sheets of paper. */

#include "config.h"

#include "chart-checks.h"
#include "chart-fixtures.h"
#include "sl-paginate.h"

#define CHART (&sl_chart_timeline)

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

static SlId
add_task (ChartPlan *plan, SlId owner, const char *title, gint64 start, gint64 due)
{
  const SlId id = chart_plan_task (plan, SL_ID_NONE, owner, title, NULL, NULL);
  chart_plan_set_int (plan, id, SL_TASK_START, start);
  chart_plan_set_int (plan, id, SL_TASK_DUE, due);
  return id;
}

/* The mark of record @id in the body. */
static const SlMark *
find_mark (const SlScene *scene, SlId id)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);
      if (mark->hit.kind != SL_N_KINDS && mark->hit.id == id && mark->band == SL_BAND_BODY)
        return mark;
    }
  g_assert_not_reached ();
}

/* Plans of other programs often have nothing but tasks. */
static void
test_headline_of_tasks (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Tasks");
  SlId tasks[3];
  SlChartParams params = make_params ();
  const struct
  {
    guint n_done;
    gint64 days_later;
    const char *headline;
  } cases[] = {
    { 0, -200, "3 tasks, Mar to May 2026" },
    { 0, 5, "Next: “Dig” on 25 Mar; nothing is late" },
    { 0, 15, "Next: “Build” on 14 Apr; one task is late" },
    { 1, 15, "Next: “Build” on 14 Apr; nothing is late" },
    { 1, 35, "Next: “Paint” on 4 May; one task is late" },
    { 0, 90, "All three tasks are late, first “Dig” (25 Mar)" },
    { 1, 90, "Two of three tasks are late, first “Build” (14 Apr)" },
    { 2, 90, "“Paint” was due on 4 May and is not done" },
    { 3, 90, "Everything is done: 3 tasks, Mar to May 2026" },
  };
  static const char *const titles[] = { "Dig", "Build", "Paint" };
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      const gint64 day = CHART_TODAY + 20 * (gint64)i;
      tasks[i] = add_task (plan, SL_ID_NONE, titles[i], day, day + 9);
    }
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
        chart_plan_set_real (plan, tasks[i], SL_TASK_PROGRESS, i < cases[c].n_done ? 1 : 0);
      params.today = CHART_TODAY + cases[c].days_later;
      g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);
      g_autofree char *headline = CHART->headline (snapshot, &params);
      g_assert_cmpstr (headline, ==, cases[c].headline);
    }
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      chart_plan_set_int (plan, tasks[i], SL_TASK_START, SL_INT_NULL);
      chart_plan_set_int (plan, tasks[i], SL_TASK_DUE, SL_INT_NULL);
    }
  g_autoptr (SlSnapshot) undated = chart_plan_snapshot (plan);
  g_autofree char *headline = CHART->headline (undated, &params);
  g_assert_cmpstr (headline, ==, "Nothing has a date yet: 3 tasks");
}

/* Other programs write milestones as tasks that take no time. */
static void
test_no_time (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Tasks");
  const SlId task
      = chart_plan_task (plan, SL_ID_NONE, SL_ID_NONE, "Signed", "2026-04-01", "2026-04-01");
  SlChartParams params = make_params ();
  g_autoptr (SlSnapshot) day = chart_plan_snapshot (plan);
  g_autoptr (SlScene) bar = chart_layout_pango (CHART, day, &params);
  g_assert_cmpint (find_mark (bar, task)->type, ==, SL_MARK_RECT);
  chart_plan_set_real (plan, task, SL_TASK_DURATION, 0);
  g_autoptr (SlSnapshot) moment = chart_plan_snapshot (plan);
  g_autoptr (SlScene) diamond = chart_layout_pango (CHART, moment, &params);
  g_assert_cmpint (find_mark (diamond, task)->type, ==, SL_MARK_SYMBOL);
}

/* What has no date stands in columns on paper: many titles need few sheets, each stands whole. */
static void
test_undated_list (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Ideas");
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_pango ();
  const SlId owner = chart_plan_party (plan, SL_ID_NONE, "Product development", 5, 5);
  const SlChartParams params = make_params ();
  for (guint i = 0; i < 90; i++)
    {
      g_autofree char *title = g_strdup_printf ("Answer every question of customer %u in a day", i);
      chart_plan_goal (plan, SL_ID_NONE, i % 4 == 0 ? owner : SL_ID_NONE, title);
    }
  for (guint dated = 0; dated < 2; dated++)
    for (guint paper = SL_PAPER_A4; paper <= SL_PAPER_TABLOID; paper++)
      for (guint kind = 0; kind < 3; kind++)
        {
          SlSheet sheet;
          sl_sheet_init (&sheet);
          sheet.paper = paper;
          sheet.landscape = kind == 1;
          sheet.tile = kind == 2;
          if (dated == 1 && paper == SL_PAPER_A4 && kind == 0)
            add_task (plan, owner, "The only task", CHART_TODAY, CHART_TODAY + 30);
          g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);
          g_autoptr (SlPages) pages = sl_pages_new (CHART, snapshot, &params, &sheet, measure);
          const SlScene *scene = sl_pages_get_scene (pages);
          g_assert_true (sheet.tile || sl_pages_count (pages) <= 3);
          chart_check_scene (scene, TRUE);
          chart_check_titles (scene, snapshot, SL_KIND_GOAL, 0);
          chart_check_titles (scene, snapshot, SL_KIND_TASK, 0);
        }
}

/* Two rows of three are tasks or milestones, with titles as people write them. */
static SlSnapshot *
make_usual (guint n_rows)
{
  static const char *const titles[] = {
    "Order molds and approve first parts",
    "Answer every question of a customer within one day",
    "Budget released",
    "Qualify the second assembly line by February",
    "Raise awareness among new homeowners to 25 percent",
  };
  g_autoptr (ChartPlan) plan = chart_plan_new ("Usual");
  const SlId owner = chart_plan_party (plan, SL_ID_NONE, "Product development", 5, 5);
  for (guint i = 0; i < n_rows; i++)
    {
      const char *title = titles[i % G_N_ELEMENTS (titles)];
      const gint64 day = CHART_TODAY - 60 + 4 * (gint64)i;
      if (i % 3 == 0)
        chart_plan_set_int (plan, chart_plan_goal (plan, SL_ID_NONE, owner, title), SL_GOAL_DUE,
                            day + 60);
      else
        add_task (plan, owner, title, day, day + 20 + 7 * (i % 5));
    }
  return chart_plan_snapshot (plan);
}

/* What fits a sheet stands on one; long plans take few, at a legible size. */
static void
test_sheets (void)
{
  static const struct
  {
    guint rows, most_sheets;
  } plans[] = { { 4, 1 }, { 17, 1 }, { 24, 1 }, { 67, 3 }, { 130, 6 } };
  g_autoptr (SlTextMeasure) measure = sl_text_measure_new_pango ();
  for (guint i = 0; i < 4 * G_N_ELEMENTS (plans); i++)
    {
      g_autoptr (SlSnapshot) plan = make_usual (plans[i / 4].rows);
      const SlChartParams params = make_params ();
      SlSheet sheet;
      sl_sheet_init (&sheet);
      sheet.paper = i % 2 == 0 ? SL_PAPER_A4 : SL_PAPER_LETTER;
      sheet.landscape = i % 4 < 2;
      g_autoptr (SlPages) pages = sl_pages_new (CHART, plan, &params, &sheet, measure);
      g_assert_cmpuint (sl_pages_count (pages), <=, plans[i / 4].most_sheets);
      g_assert_cmpfloat (sl_pages_smallest_text (pages), >=, 7.5 - 1e-6);
      chart_check_scene (sl_pages_get_scene (pages), TRUE);
    }
}

/* Titles of the rows, from the top. (transfer full) */
static char *
row_titles (const SlScene *scene)
{
  GString *titles = g_string_new (NULL);
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);
      if (mark->type == SL_MARK_TEXT && mark->band == SL_BAND_SIDE
          && (mark->font == SL_FONT_LABEL || mark->font == SL_FONT_HEAD))
        g_string_append_printf (titles, "%s%s", titles->len > 0 ? ", " : "", mark->text);
    }
  return g_string_free (titles, FALSE);
}

/* Work stands below the goal that it serves, or that what it is part of serves. */
static void
test_goal_lanes (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Goals");
  const SlId grow = chart_plan_goal (plan, SL_ID_NONE, SL_ID_NONE, "Grow");
  const SlId shop = chart_plan_goal (plan, grow, SL_ID_NONE, "Shop");
  const SlId build
      = chart_plan_task (plan, SL_ID_NONE, SL_ID_NONE, "Build", "2026-03-02", "2026-03-20");
  chart_plan_task (plan, build, SL_ID_NONE, "Walls", "2026-03-02", "2026-03-20");
  add_task (plan, SL_ID_NONE, "Clean", CHART_TODAY, CHART_TODAY + 5);
  chart_plan_set_int (plan, build, SL_TASK_GOAL, shop);
  chart_plan_set_day (plan, grow, SL_GOAL_DUE, "2026-05-01");
  chart_plan_set_day (plan, shop, SL_GOAL_DUE, "2026-04-01");
  SlChartParams params = make_params ();
  params.goal_lanes = TRUE;
  g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);
  g_autoptr (SlScene) scene = chart_layout_pango (CHART, snapshot, &params);
  g_autofree char *titles = row_titles (scene);
  g_assert_cmpstr (titles, ==,
                   "Shop, Walls, Shop, Serves no goal, Clean, Goals without dated work, Grow");
}

int
main (int argc, char *argv[])
{
  chart_check_init (&argc, &argv);
  g_test_add_func ("/charts/timeline-plans/headline-of-tasks", test_headline_of_tasks);
  g_test_add_func ("/charts/timeline-plans/no-time", test_no_time);
  g_test_add_func ("/charts/timeline-plans/undated-list", test_undated_list);
  g_test_add_func ("/charts/timeline-plans/sheets", test_sheets);
  g_test_add_func ("/charts/timeline-plans/goal-lanes", test_goal_lanes);
  return g_test_run ();
}
