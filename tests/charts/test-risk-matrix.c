/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The risk matrix: where risks stand, what is said of them, golden dumps. What holds for all charts
 * stands in test-charts.c. */

#include "config.h"

#include "chart-checks.h"
#include "chart-fixtures.h"

#include "risks/sl-risk-grid.h"

static SlId
add_risk (ChartPlan *plan, const char *title, int probability, int impact, int left_probability,
          int left_impact)
{
  const SlId risk = chart_plan_add (plan, SL_KIND_RISK);

  chart_plan_set_text (plan, risk, SL_RISK_TITLE, title);
  if (probability > 0)
    chart_plan_set_int (plan, risk, SL_RISK_PROBABILITY, probability);
  if (impact > 0)
    chart_plan_set_int (plan, risk, SL_RISK_IMPACT, impact);
  if (left_probability > 0)
    chart_plan_set_int (plan, risk, SL_RISK_RESIDUAL_PROBABILITY, left_probability);
  if (left_impact > 0)
    chart_plan_set_int (plan, risk, SL_RISK_RESIDUAL_IMPACT, left_impact);
  return risk;
}

/* The mark of a part of a risk, or NULL. */
static const SlMark *
find_part (const SlScene *scene, SlId id, guint part)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);

      if (mark->hit.kind == SL_KIND_RISK && mark->hit.id == id && mark->hit.part == part)
        return mark;
    }
  return NULL;
}

static void
test_places (void)
{
  g_autoptr (ChartPlan) chart_plan = chart_plan_new ("Plan");
  const SlId fire = add_risk (chart_plan, "Fire", 4, 5, 2, 3);
  const SlId flood = add_risk (chart_plan, "Flood", 2, 3, 0, 0);
  const SlId vague = add_risk (chart_plan, "Something else", 3, 0, 0, 0);
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (chart_plan);
  g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_risk_matrix, plan, NULL);
  const SlMark *fire_now = find_part (scene, fire, SL_PART_WHOLE);
  const SlMark *fire_left = find_part (scene, fire, SL_PART_AFTER);
  const SlMark *flood_now = find_part (scene, flood, SL_PART_WHOLE);

  g_assert_nonnull (fire_now);
  g_assert_nonnull (fire_left);
  g_assert_nonnull (flood_now);
  g_assert_false (fire_now->dashed);
  g_assert_true (fire_left->dashed);
  /* Likely stands above unlikely, severe behind moderate; two of one cell stand side by side. */
  g_assert_cmpfloat (fire_now->y, <, fire_left->y);
  g_assert_cmpfloat (fire_now->x, >, fire_left->x);
  g_assert_cmpfloat_with_epsilon (flood_now->y, fire_left->y, 0.1);
  g_assert_cmpfloat (flood_now->x, >, fire_left->x + fire_left->w - 0.1);
  g_assert_null (find_part (scene, flood, SL_PART_AFTER));
  g_assert_null (find_part (scene, vague, SL_PART_WHOLE));
  g_assert_nonnull (find_part (scene, vague, SL_PART_HEAD));
  g_assert_cmpuint (sl_scene_get_remarks (scene)->len, ==, 1);
  g_assert_cmpstr (fire_now->label, ==,
                   "Fire: probability 4, impact 5; score 20, 6 after countermeasures; no plan");
  g_assert_cmpstr (sl_scene_get_headline (scene), ==,
                   "One of three risks is high; countermeasures bring it down");
}

/* Each disc lies in the cell of its steps, in both directions of writing and where rows are low. */
static void
test_grid (void)
{
  g_autoptr (ChartPlan) chart_plan = chart_plan_new ("Plan");
  const SlId fire = add_risk (chart_plan, "Fire", 4, 5, 2, 3);
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (chart_plan);
  double height = 0;

  for (guint i = 0; i < 4; i++)
    {
      SlChartParams params;
      guint probability = 0, impact = 0;

      sl_chart_params_init (&params);
      params.rtl = i % 2;
      params.height = i < 2 ? 0 : 175;
      g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_risk_matrix, plan, &params);
      const SlMark *mark = find_part (scene, fire, SL_PART_WHOLE);

      g_assert_true (sl_risk_grid_find (scene, mark->x + mark->w / 2, mark->y + mark->h / 2,
                                        &probability, &impact));
      g_assert_cmpuint (probability, ==, 4);
      g_assert_cmpuint (impact, ==, 5);
      mark = find_part (scene, fire, SL_PART_AFTER);
      g_assert_true (sl_risk_grid_find (scene, mark->x + mark->w / 2, mark->y + mark->h / 2,
                                        &probability, &impact));
      g_assert_cmpuint (probability, ==, 2);
      g_assert_cmpuint (impact, ==, 3);
      g_assert_true ((sl_risk_grid_cell (scene, 1, 1)->x > sl_risk_grid_cell (scene, 1, 5)->x)
                     == (params.rtl != 0));
      mark = find_part (scene, fire, SL_PART_HEAD);
      g_assert_false (sl_risk_grid_find (scene, mark->x + 1, mark->y + 1, &probability, &impact));
      if (i == 0)
        height = sl_scene_get_height (scene);
      else if (i >= 2)
        {
          g_assert_cmpfloat (sl_scene_get_height (scene), <=, 175);
          g_assert_cmpfloat (sl_scene_get_height (scene), <, height);
        }
    }
}

/* A cell with many risks grows; nothing is left out and nothing overlaps. */
static void
test_crowd (void)
{
  g_autoptr (ChartPlan) chart_plan = chart_plan_new ("Plan");
  SlChartParams params;
  guint n = 0;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("Risk %02u", i);

      add_risk (chart_plan, title, 3, 3, 3, 3);
    }
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (chart_plan);
  sl_chart_params_init (&params);
  params.today = CHART_TODAY;
  params.width = 360;
  g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_risk_matrix, plan, &params);
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    n += sl_scene_get_mark (scene, i)->hit.kind == SL_KIND_RISK
         && sl_scene_get_mark (scene, i)->hit.part == SL_PART_WHOLE;
  g_assert_cmpuint (n, ==, 40);
  chart_check_scene (scene, FALSE);
}

static void
test_golden (void)
{
  static const char *const fixtures[] = { "large", "arabic" };

  for (guint i = 0; i < G_N_ELEMENTS (fixtures); i++)
    {
      g_autofree char *name = g_strdup_printf ("risk-matrix-%s", fixtures[i]);
      g_autoptr (SlSnapshot) plan = chart_fixture_snapshot (fixtures[i]);
      g_autofree char *dump = chart_dump_fixed (&sl_chart_risk_matrix, plan, NULL);

      chart_check_golden (name, dump);
    }
}

int
main (int argc, char **argv)
{
  chart_check_init (&argc, &argv);
  g_test_add_func ("/charts/risk-matrix/places", test_places);
  g_test_add_func ("/charts/risk-matrix/grid", test_grid);
  g_test_add_func ("/charts/risk-matrix/crowd", test_crowd);
  g_test_add_func ("/charts/risk-matrix/golden", test_golden);
  return g_test_run ();
}
