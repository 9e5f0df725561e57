/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trust over the quarters: what is told, what is not, and a golden dump. What holds for all charts
 * stands in test-charts.c. */

#include "config.h"

#include "chart-checks.h"
#include "chart-fixtures.h"

static SlId
add_answer (ChartPlan *plan, SlId from, SlId to, const char *day, int all, int reliability,
            int respondents)
{
  const SlId answer = chart_plan_add (plan, SL_KIND_TRUST);

  chart_plan_set_int (plan, answer, SL_TRUST_FROM_PARTY, from);
  chart_plan_set_int (plan, answer, SL_TRUST_TO_PARTY, to);
  chart_plan_set_day (plan, answer, SL_TRUST_DAY, day);
  for (guint field = SL_TRUST_ABILITY; field < SL_TRUST_RELIABILITY; field++)
    chart_plan_set_int (plan, answer, field, all);
  chart_plan_set_int (plan, answer, SL_TRUST_RELIABILITY, reliability);
  chart_plan_set_int (plan, answer, SL_TRUST_RESPONDENTS, respondents);
  return answer;
}

/* Sales trusts Finance less each quarter; Finance was asked once, and so was a small team. */
static ChartPlan *
make_plan (SlId *last)
{
  static const struct
  {
    const char *day;
    int all, reliability;
  } answers[] = { { "2025-02-10", 5, 5 },
                  { "2025-05-12", 5, 4 },
                  { "2025-08-11", 5, 3 },
                  { "2025-11-10", 4, 5 },
                  { "2026-02-09", 4, 3 } };
  ChartPlan *plan = chart_plan_new ("Plan");
  const SlId sales = chart_plan_party (plan, SL_ID_NONE, "Sales", 5, 5);
  const SlId finance = chart_plan_party (plan, SL_ID_NONE, "Finance", 5, 5);
  const SlId team = chart_plan_party (plan, SL_ID_NONE, "Design team", 5, 5);

  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    *last = add_answer (plan, sales, finance, answers[i].day, answers[i].all,
                        answers[i].reliability, 4);
  add_answer (plan, finance, sales, "2026-02-09", 3, 4, 3);
  add_answer (plan, team, sales, "2026-02-09", 2, 2, 2);
  return plan;
}

static const SlMark *
find_text (const SlScene *scene, const char *text)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);

      if (mark->type == SL_MARK_TEXT && g_strcmp0 (mark->text, text) == 0)
        return mark;
    }
  return NULL;
}

static void
test_words (void)
{
  SlId last = SL_ID_NONE;
  g_autoptr (ChartPlan) chart_plan = make_plan (&last);
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (chart_plan);
  g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_trust, plan, NULL);
  const char *label = NULL;

  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    if (sl_scene_get_mark (scene, i)->hit.id == last)
      label = sl_scene_get_mark (scene, i)->label;
  g_assert_cmpstr (label, ==, "Sales about Finance: 70 of 100, falling for five quarters");
  g_assert_nonnull (find_text (scene, "70"));
  g_assert_nonnull (find_text (scene, "little, asked once"));
  /* Two people could be recognised by their answers: 25 is not told. */
  g_assert_nonnull (find_text (scene, "asked once; not told: fewer than 3 people asked"));
  g_assert_null (find_text (scene, "25"));
  g_assert_nonnull (find_text (scene, "never asked"));
  g_assert_cmpstr (sl_scene_get_headline (scene), ==, "Trust of Sales in Finance keeps falling");
}

/* On a screen, on paper and for those who read from the right. */
static void
test_scene (void)
{
  static const double widths[] = { 0, 320, 500, 1100 };
  SlId last = SL_ID_NONE;
  g_autoptr (ChartPlan) chart_plan = make_plan (&last);
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (chart_plan);

  for (guint i = 0; i < G_N_ELEMENTS (widths) * 2; i++)
    {
      SlChartParams params;

      sl_chart_params_init (&params);
      params.today = CHART_TODAY;
      params.width = widths[i / 2];
      params.paper = params.rtl = i % 2;
      g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_trust, plan, &params);
      chart_check_scene (scene, params.paper);
    }
}

static void
test_golden (void)
{
  SlId last = SL_ID_NONE;
  g_autoptr (ChartPlan) chart_plan = make_plan (&last);
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (chart_plan);
  g_autofree char *dump = chart_dump_fixed (&sl_chart_trust, plan, NULL);

  chart_check_golden ("trust", dump);
}

int
main (int argc, char **argv)
{
  chart_check_init (&argc, &argv);
  g_test_add_func ("/charts/trust/words", test_words);
  g_test_add_func ("/charts/trust/scene", test_scene);
  g_test_add_func ("/charts/trust/golden", test_golden);
  return g_test_run ();
}
