/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Budget by source, people and weeks, wasted resources: numbers, words and golden dumps. What holds
 * for all charts stands in test-charts.c. */

#include "config.h"

#include <string.h>

#include "analysis/sl-spending.h"
#include "chart-checks.h"
#include "chart-fixtures.h"

static const SlMark *
find_label (const SlScene *scene, const char *label)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    if (g_strcmp0 (sl_scene_get_mark (scene, i)->label, label) == 0)
      return sl_scene_get_mark (scene, i);
  g_test_message ("nothing is called “%s”", label);
  return NULL;
}

static const SlMark *
find_text (const SlScene *scene, const char *text)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    if (g_strcmp0 (sl_scene_get_mark (scene, i)->text, text) == 0)
      return sl_scene_get_mark (scene, i);
  return NULL;
}

static void
book (ChartPlan *plan, SlId task, SlId party, double units)
{
  const SlId booking = chart_plan_add (plan, SL_KIND_ALLOCATION);

  chart_plan_set_int (plan, booking, SL_ALLOCATION_TASK, task);
  chart_plan_set_int (plan, booking, SL_ALLOCATION_PARTY, party);
  chart_plan_set_real (plan, booking, SL_ALLOCATION_UNITS, units);
}

/* The number is said, and what is too much is bold and boxed. */
static void
test_people (void)
{
  g_autoptr (ChartPlan) chart_plan = chart_plan_new ("Plan");
  const SlId anna = chart_plan_party (chart_plan, SL_ID_NONE, "Anna", 5, 5);
  const SlId one
      = chart_plan_task (chart_plan, SL_ID_NONE, anna, "One", "2026-03-16", "2026-03-27");
  const SlId two
      = chart_plan_task (chart_plan, SL_ID_NONE, anna, "Two", "2026-03-23", "2026-03-27");

  book (chart_plan, one, anna, 0.8);
  book (chart_plan, two, anna, 0.45);
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (chart_plan);
  g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_people_weeks, plan, NULL);
  const SlMark *fits = find_label (scene, "Anna, week of 16 Mar 2026: 80\u00a0%");
  const SlMark *over
      = find_label (scene, "Anna, week of 23 Mar 2026: 125\u00a0%, too much on 5 days");

  g_assert_nonnull (fits);
  g_assert_nonnull (over);
  g_assert_cmpfloat (fits->line_width, <, 0);
  g_assert_cmpfloat (over->line_width, >, 1);
  g_assert_cmpfloat (over->x, >, fits->x);
  g_assert_cmpint (find_text (scene, "125")->font, ==, SL_FONT_BOLD);
  g_assert_cmpint (find_text (scene, "80")->font, ==, SL_FONT_NUMBER);
  g_assert_cmpstr (sl_scene_get_headline (scene), ==,
                   "One week is too full, the fullest with 125\u00a0%: Anna");
}

/* Machines stand in a picture of their own, up to their last week; weeks begin on the day that is
 * asked for. */
static void
test_technology (void)
{
  g_autoptr (ChartPlan) chart_plan = chart_plan_new ("Plan");
  const SlId anna = chart_plan_party (chart_plan, SL_ID_NONE, "Anna", 5, 5);
  const SlId saw = chart_plan_party (chart_plan, SL_ID_NONE, "Saw", 0, 0);
  const SlId one
      = chart_plan_task (chart_plan, SL_ID_NONE, anna, "One", "2026-03-16", "2026-03-27");
  const SlId two
      = chart_plan_task (chart_plan, SL_ID_NONE, anna, "Two", "2026-04-13", "2026-04-17");
  SlChartParams params;

  chart_plan_set_int (chart_plan, saw, SL_PARTY_TYPE, SL_PARTY_TECHNOLOGY);
  chart_plan_set_real (chart_plan, saw, SL_PARTY_CAPACITY, 2);
  book (chart_plan, one, anna, 0.5);
  book (chart_plan, one, saw, 3);
  book (chart_plan, two, anna, 0.5);
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (chart_plan);
  sl_chart_params_init (&params);
  params.today = CHART_TODAY;
  params.first_weekday = 7;
  g_autoptr (SlScene) people = chart_layout_pango (&sl_chart_people_weeks, plan, &params);
  g_autoptr (SlScene) machines = chart_layout_pango (&sl_chart_technology_weeks, plan, &params);
  g_assert_nonnull (find_label (people, "Anna, week of 15 Mar 2026: 50\u00a0%"));
  g_assert_null (find_label (people, "Saw"));
  g_assert_nonnull (
      find_label (machines, "Saw, week of 15 Mar 2026: 150\u00a0%, too much on 5 days"));
  g_assert_null (find_label (machines, "Anna"));
  g_assert_cmpstr (sl_scene_get_headline (machines), ==,
                   "Two weeks are too full, the fullest with 150\u00a0%: Saw");
  /* No empty weeks behind the last booking. */
  g_assert_cmpfloat (sl_scene_get_width (machines), <, sl_scene_get_width (people));
}

static void
test_budget (void)
{
  g_autoptr (ChartPlan) chart_plan = chart_plan_new ("Plan");
  const SlId sales = chart_plan_party (chart_plan, SL_ID_NONE, "Sales", 5, 5);
  const SlId line = chart_plan_add (chart_plan, SL_KIND_BUDGET);

  chart_plan_set_int (chart_plan, line, SL_BUDGET_PARTY, sales);
  chart_plan_set_int (chart_plan, line, SL_BUDGET_PLANNED, 1200000);
  chart_plan_set_int (chart_plan, line, SL_BUDGET_SPENT, 300000);
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (chart_plan);
  g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_budget, plan, NULL);
  const SlMark *row = NULL;

  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    if (sl_scene_get_mark (scene, i)->hit.id == sales)
      row = sl_scene_get_mark (scene, i);
  g_assert_nonnull (row);
  g_assert_nonnull (strstr (row->label, "Sales: planned"));
  g_assert_nonnull (strstr (row->label, "spent"));
}

static void
test_waste (void)
{
  g_autoptr (ChartPlan) chart_plan = chart_plan_new ("Plan");
  const SlId grow = chart_plan_shared_goal (chart_plan, SL_ID_NONE, SL_ID_NONE, "Grow");
  const SlId paint = chart_plan_goal (chart_plan, SL_ID_NONE, SL_ID_NONE, "Paint");
  const SlId fair = chart_plan_goal (chart_plan, SL_ID_NONE, SL_ID_NONE, "Fair");
  const SlId goals[] = { grow, paint, fair };
  static const char *const titles[] = { "Shop", "Brushes", "Stand" };
  static const gint64 planned[] = { 580000, 170000, 250000 };
  double bars[SL_N_SPENDINGS] = { 0 };
  guint n_bars = 0;

  for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
    {
      const SlId line = chart_plan_add (chart_plan, SL_KIND_BUDGET);

      chart_plan_set_text (chart_plan, line, SL_BUDGET_TITLE, titles[i]);
      chart_plan_set_int (chart_plan, line, SL_BUDGET_ITEM, goals[i]);
      chart_plan_set_int (chart_plan, line, SL_BUDGET_PLANNED, planned[i]);
    }
  chart_plan_set_int (chart_plan, fair, SL_GOAL_STATUS, SL_GOAL_DROPPED);
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (chart_plan);
  g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_waste, plan, NULL);

  g_assert_cmpstr (sl_scene_get_headline (scene), ==,
                   "42\u00a0% of the money does not lead to the strategy");
  g_assert_nonnull (find_text (scene, "58\u00a0%"));
  g_assert_nonnull (find_text (scene, "25\u00a0%"));
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);

      if (mark->type == SL_MARK_RECT && mark->hit.kind == SL_N_KINDS && n_bars < SL_N_SPENDINGS)
        bars[n_bars++] = mark->w;
    }
  g_assert_cmpuint (n_bars, ==, 3);
  for (guint i = 0; i < n_bars; i++)
    g_assert_cmpfloat_with_epsilon (bars[i] / (bars[0] + bars[1] + bars[2]),
                                    (double)planned[i] / 1000000.0, 1e-9);
  g_assert_nonnull (find_text (scene, "Brushes, for “Paint”"));
  g_assert_null (find_text (scene, "Shop, for “Grow”"));
}

static void
test_golden (gconstpointer id)
{
  g_autofree char *name = g_strdup_printf ("%s-arabic", (const char *)id);
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("arabic");
  g_autofree char *dump = chart_dump_fixed (sl_chart_by_id (id), plan, NULL);

  chart_check_golden (name, dump);
}

int
main (int argc, char **argv)
{
  chart_check_init (&argc, &argv);
  g_test_add_func ("/charts/resource-charts/people", test_people);
  g_test_add_func ("/charts/resource-charts/technology", test_technology);
  g_test_add_func ("/charts/resource-charts/budget", test_budget);
  g_test_add_func ("/charts/resource-charts/waste", test_waste);
  g_test_add_data_func ("/charts/resource-charts/golden/budget", "budget", test_golden);
  g_test_add_data_func ("/charts/resource-charts/golden/people-weeks", "people-weeks", test_golden);
  g_test_add_data_func ("/charts/resource-charts/golden/waste", "waste", test_golden);
  return g_test_run ();
}
