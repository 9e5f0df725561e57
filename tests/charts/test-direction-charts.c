/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheets of direction and current state: words, what copies leave out, and golden dumps. What
 * holds for all charts stands in test-charts.c. */

#include "config.h"

#include "base/sl-date.h"
#include "chart-checks.h"
#include "chart-fixtures.h"

static gboolean
says (const SlScene *scene, const char *text)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    if (g_strcmp0 (sl_scene_get_mark (scene, i)->text, text) == 0)
      return TRUE;
  return FALSE;
}

static void
add_swot (ChartPlan *plan, SlSwotList list, const char *title, SlId item)
{
  const SlId entry = chart_plan_add (plan, SL_KIND_SWOT);

  chart_plan_set_text (plan, entry, SL_SWOT_TITLE, title);
  chart_plan_set_int (plan, entry, SL_SWOT_LIST, list);
  if (item != SL_ID_NONE)
    chart_plan_set_int (plan, entry, SL_SWOT_ITEM, item);
}

static SlId
add_value (ChartPlan *plan, const char *title, SlId goal, SlValueEffect effect)
{
  const SlId value = chart_plan_add (plan, SL_KIND_CORE_VALUE);
  const SlId mark = chart_plan_add (plan, SL_KIND_VALUE_MARK);

  chart_plan_set_text (plan, value, SL_CORE_VALUE_TITLE, title);
  chart_plan_set_int (plan, mark, SL_VALUE_MARK_VALUE, value);
  chart_plan_set_int (plan, mark, SL_VALUE_MARK_GOAL, goal);
  chart_plan_set_int (plan, mark, SL_VALUE_MARK_EFFECT, effect);
  return value;
}

/* A plan with all that the two sheets show. @objective, @kpi: (out) */
static ChartPlan *
make_plan (SlId *objective, SlId *kpi)
{
  ChartPlan *plan = chart_plan_new ("Plan");
  const SlId anna = chart_plan_party (plan, SL_ID_NONE, "Anna", 5, 5);
  g_autoptr (SlSnapshot) empty = chart_plan_snapshot (plan);
  const SlId project = sl_snapshot_project_id (empty);

  *objective = chart_plan_goal (plan, SL_ID_NONE, anna, "Grow");
  chart_plan_set_text (plan, project, SL_PROJECT_VISION, "Clean air in every home");
  chart_plan_set_int (plan, *objective, SL_GOAL_LEVEL, SL_GOAL_LEVEL_OBJECTIVE);
  chart_plan_set_text (plan, *objective, SL_GOAL_MEASURE, "Shops that sell it");
  add_value (plan, "Nobody works at night", *objective, SL_VALUE_EFFECT_STRAINS);
  add_swot (plan, SL_SWOT_WEAKNESS, "One line only", *objective);
  *kpi = chart_plan_add (plan, SL_KIND_KPI);
  chart_plan_set_text (plan, *kpi, SL_KPI_TITLE, "Shops");
  chart_plan_set_int (plan, *kpi, SL_KPI_GOAL, *objective);
  chart_plan_set_real (plan, *kpi, SL_KPI_BASELINE, 10);
  chart_plan_set_day (plan, *kpi, SL_KPI_BASELINE_DAY, "2026-01-05");
  chart_plan_set_text (plan, *kpi, SL_KPI_SOURCE, "Sales book");
  chart_plan_set_real (plan, *kpi, SL_KPI_TARGET, 50);
  return plan;
}

static void
test_direction (void)
{
  SlId objective, kpi;
  g_autoptr (ChartPlan) chart_plan = make_plan (&objective, &kpi);
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (chart_plan);
  g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_direction, plan, NULL);
  g_autoptr (SlScene) copy = NULL;
  SlChartParams params;

  g_assert_cmpstr (sl_scene_get_headline (scene), ==, "One goal strains what we value");
  g_assert_true (says (scene, "Clean air in every home"));
  g_assert_true (says (scene, "0 goals serve it · 1 strains it"));
  g_assert_true (says (scene, "Grow"));
  g_assert_true (says (scene, "One line only"));
  g_assert_true (says (scene, "leads to Grow"));
  sl_chart_params_init (&params);
  params.show_guesses = FALSE;
  copy = chart_layout_pango (&sl_chart_direction, plan, &params);
  g_assert_true (says (copy, "Grow"));
  g_assert_false (says (copy, "One line only"));
}

static void
test_current_state (void)
{
  SlId objective, kpi;
  g_autoptr (ChartPlan) chart_plan = make_plan (&objective, &kpi);
  const SlId value = chart_plan_add (chart_plan, SL_KIND_KPI_VALUE);
  const SlId state = chart_plan_add (chart_plan, SL_KIND_AS_IS);
  const SlId then = chart_plan_add (chart_plan, SL_KIND_AS_IS_VALUE);
  g_autoptr (SlSnapshot) plan = NULL;
  g_autoptr (SlScene) scene = NULL;
  g_autoptr (SlScene) copy = NULL;
  SlChartParams params;

  chart_plan_set_int (chart_plan, value, SL_KPI_VALUE_KPI, kpi);
  chart_plan_set_day (chart_plan, value, SL_KPI_VALUE_DAY, "2026-03-10");
  chart_plan_set_real (chart_plan, value, SL_KPI_VALUE_VALUE, 30);
  chart_plan_set_day (chart_plan, state, SL_AS_IS_DAY, "2026-02-02");
  chart_plan_set_int (chart_plan, then, SL_AS_IS_VALUE_AS_IS, state);
  chart_plan_set_int (chart_plan, then, SL_AS_IS_VALUE_ITEM, kpi);
  chart_plan_set_real (chart_plan, then, SL_AS_IS_VALUE_VALUE, 17);
  plan = chart_plan_snapshot (chart_plan);
  scene = chart_layout_pango (&sl_chart_current_state, plan, NULL);
  g_assert_cmpstr (sl_scene_get_headline (scene), ==,
                   "One of one KPI is nearer to its target than at the start");
  g_assert_true (says (scene, "Shops"));
  g_assert_true (says (scene, "5 Jan 2026 · Sales book"));
  g_assert_true (says (scene, "17"));
  g_assert_true (says (scene, "2 Feb 2026"));
  g_assert_true (says (scene, "30"));
  g_assert_true (says (scene, "10 Mar 2026"));
  g_assert_true (says (scene, "50"));
  sl_chart_params_init (&params);
  params.show_guesses = FALSE;
  copy = chart_layout_pango (&sl_chart_current_state, plan, &params);
  g_assert_true (says (copy, "30"));
  g_assert_false (says (copy, "17"));
}

static void
test_golden (gconstpointer id)
{
  g_autofree char *name = g_strdup_printf ("%s-launch", (const char *)id);
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("launch");
  g_autofree char *dump = chart_dump_fixed (sl_chart_by_id (id), plan, NULL);

  chart_check_golden (name, dump);
}

int
main (int argc, char **argv)
{
  chart_check_init (&argc, &argv);
  g_test_add_func ("/charts/direction-charts/direction", test_direction);
  g_test_add_func ("/charts/direction-charts/current-state", test_current_state);
  g_test_add_data_func ("/charts/direction-charts/golden/direction", "direction", test_golden);
  g_test_add_data_func ("/charts/direction-charts/golden/current-state", "current-state",
                        test_golden);
  return g_test_run ();
}
