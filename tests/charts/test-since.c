/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Triangles at what changed since a day, on every chart. */

#include "config.h"

#include <string.h>

#include "chart-checks.h"
#include "chart-fixtures.h"
#include "chart-former.h"
#include "sl-render.h"

static SlChartParams
make_params (SlSnapshot *then)
{
  SlChartParams params;

  sl_chart_params_init (&params);
  params.today = CHART_TODAY;
  if (then != NULL)
    chart_former_compare (&params, then);
  return params;
}

static gboolean
is_triangle (const SlMark *mark)
{
  return mark->type == SL_MARK_PATH
         && (mark->style == SL_STYLE_SINCE || mark->style == SL_STYLE_SINCE_NEW);
}

static guint
count_triangles (const SlScene *scene)
{
  guint n = 0;

  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    n += is_triangle (sl_scene_get_mark (scene, i));
  return n;
}

/* Labels in which @text stands. */
static guint
count_labels (const SlScene *scene, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const char *label = sl_scene_get_mark (scene, i)->label;

      n += label != NULL && strstr (label, text) != NULL;
    }
  return n;
}

static gboolean
has_remark (const SlScene *scene, const char *text)
{
  const GPtrArray *remarks = sl_scene_get_remarks (scene);

  for (guint i = 0; i < remarks->len; i++)
    if (strstr (g_ptr_array_index (remarks, i), text) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_legend (const SlScene *scene, const char *text)
{
  for (guint i = 0; i < sl_scene_n_legend (scene); i++)
    if (strstr (sl_scene_get_legend (scene, i)->text, text) != NULL)
      return TRUE;
  return FALSE;
}

/* Every triangle stands in the scene, is told in a label and explained in the legend; the other
 * checks of charts hold with them, from the right too. */
static void
test_all (void)
{
  static const char *const names[] = { "launch", "arabic", "extreme", "empty" };
  guint n_charts = 0;

  for (guint f = 0; f < G_N_ELEMENTS (names); f++)
    for (const SlChart *const *chart = sl_chart_all (); *chart != NULL; chart++)
      {
        g_autoptr (SlSnapshot) plan = chart_fixture_snapshot (names[f]);
        g_autoptr (SlSnapshot) then = chart_former_plan (plan);
        SlChartParams params = make_params (then);
        g_autoptr (SlScene) scene = NULL;
        g_autoptr (SlScene) mirrored = NULL;
        g_autofree char *forth = NULL;
        g_autofree char *back = NULL;
        guint n;

        g_test_message ("%s of %s", (*chart)->id, names[f]);
        scene = chart_layout_pango (*chart, plan, &params);
        chart_check_scene (scene, FALSE);
        n = count_triangles (scene);
        n_charts += n > 0;
        g_assert_true (n == 0 || has_legend (scene, "14 Feb"));
        g_assert_cmpuint (count_labels (scene, "Since 14 Feb: "), >=, n);
        g_assert_true (has_remark (scene, "since 14 Feb 2026"));
        params.rtl = TRUE;
        mirrored = chart_layout_pango (*chart, plan, &params);
        sl_scene_mirror (mirrored);
        forth = sl_scene_dump (scene);
        back = sl_scene_dump (mirrored);
        g_assert_cmpstr (back, ==, forth);
      }
  g_assert_cmpuint (n_charts, >=, 20);
}

/* A plan that did not change has no triangle, and the chart says so. */
static void
test_unchanged (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("launch");

  for (const SlChart *const *chart = sl_chart_all (); *chart != NULL; chart++)
    {
      SlChartParams params = make_params (plan);
      g_autoptr (SlScene) scene = NULL;

      g_test_message ("%s", (*chart)->id);
      /* What was measured since is a change, too. */
      params.since.day = CHART_TODAY;
      scene = chart_layout_pango (*chart, plan, &params);
      g_assert_cmpuint (count_triangles (scene), ==, 0);
      g_assert_cmpuint (count_labels (scene, "Since "), ==, 0);
      g_assert_true (has_remark (scene, "nothing here changed"));
    }
}

/* One plan with one change of each sort. */
static void
test_words (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Words");
  const SlId sales = chart_plan_party (plan, SL_ID_NONE, "Sales", 5, 5);
  const SlId goal = chart_plan_shared_goal (plan, SL_ID_NONE, sales, "Open a shop");
  const SlId old = chart_plan_goal (plan, SL_ID_NONE, sales, "Write a book");
  g_autoptr (SlSnapshot) then = NULL;
  g_autoptr (SlSnapshot) now = NULL;
  g_autoptr (SlScene) tree = NULL;
  g_autoptr (SlScene) matrix = NULL;
  SlChartParams params;
  SlId position;

  chart_plan_set_day (plan, goal, SL_GOAL_DUE, "2026-05-01");
  position = chart_plan_position (plan, sales, goal, 2, SL_POSITION_SAID);
  then = chart_plan_snapshot (plan);
  chart_plan_set_day (plan, goal, SL_GOAL_DUE, "2026-06-01");
  chart_plan_set_text (plan, goal, SL_GOAL_SUMMARY, "Not told");
  chart_plan_set_int (plan, position, SL_POSITION_VALUE, -1);
  chart_plan_remove (plan, old);
  chart_plan_goal (plan, SL_ID_NONE, sales, "Draw a film");
  now = chart_plan_snapshot (plan);
  params = make_params (then);
  tree = chart_layout_pango (&sl_chart_goal_tree, now, &params);
  g_assert_cmpuint (count_triangles (tree), ==, 2);
  g_assert_cmpuint (count_labels (tree, "Since 14 Feb: Due: 1 May 2026 → 1 Jun 2026"), ==, 1);
  g_assert_cmpuint (count_labels (tree, "Since 14 Feb: new"), ==, 1);
  g_assert_cmpuint (count_labels (tree, "Not told"), ==, 0);
  g_assert_true (has_remark (tree, "2 changes since 14 Feb 2026 are marked"));
  g_assert_true (has_remark (tree, "no longer there: “Write a book”"));
  g_assert_true (has_legend (tree, "later than on 14 Feb"));
  g_assert_true (has_legend (tree, "new since 14 Feb"));
  g_assert_false (has_legend (tree, "earlier than on"));
  matrix = chart_layout_pango (&sl_chart_stakeholder_matrix, now, &params);
  g_assert_cmpuint (count_labels (matrix, "Since 14 Feb: Position: +2 → −1"), ==, 1);
  g_assert_true (has_legend (matrix, "less than on 14 Feb"));

  params.since.whole = FALSE;
  g_clear_pointer (&tree, sl_scene_unref);
  tree = chart_layout_pango (&sl_chart_goal_tree, now, &params);
  g_assert_true (has_remark (tree, "not all that changed since 14 Feb 2026"));
}

/* A copy for a partner tells no former guess. */
static void
test_guesses (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Guesses");
  const SlId sales = chart_plan_party (plan, SL_ID_NONE, "Sales", 5, 5);
  const SlId goal = chart_plan_shared_goal (plan, SL_ID_NONE, sales, "Open a shop");
  const SlId position = chart_plan_position (plan, sales, goal, -2, SL_POSITION_GUESS);
  g_autoptr (SlSnapshot) then = chart_plan_snapshot (plan);
  g_autoptr (SlSnapshot) now = NULL;
  g_autoptr (SlScene) ours = NULL;
  g_autoptr (SlScene) theirs = NULL;
  SlChartParams params = make_params (then);

  chart_plan_set_int (plan, position, SL_POSITION_VALUE, 1);
  chart_plan_set_int (plan, position, SL_POSITION_SOURCE, SL_POSITION_SAID);
  now = chart_plan_snapshot (plan);
  ours = chart_layout_pango (&sl_chart_stakeholder_matrix, now, &params);
  g_assert_cmpuint (count_labels (ours, "−2 → +1"), ==, 1);
  params.show_guesses = FALSE;
  theirs = chart_layout_pango (&sl_chart_stakeholder_matrix, now, &params);
  g_assert_cmpuint (count_labels (theirs, "−2"), ==, 0);
  g_assert_cmpuint (count_triangles (theirs), ==, 0);
}

/* The triangles come out on paper, with their legend, in a pack too. */
static void
test_paper (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("launch");
  g_autoptr (SlSnapshot) then = chart_former_plan (plan);
  SlChartParams params = make_params (then);
  g_autoptr (GBytes) text = NULL;
  g_autoptr (GBytes) pack = NULL;
  g_autoptr (GBytes) plain = NULL;
  g_autoptr (GError) error = NULL;
  SlSheet sheet;

  sl_sheet_init (&sheet);
  sheet.today = CHART_TODAY;
  sheet.project = "Launch";
  text = sl_render_chart (&sl_chart_goal_tree, plan, &params, &sheet, SL_RENDER_TEXT, G_MAXUINT,
                          NULL, &error);
  g_assert_no_error (error);
  g_assert_nonnull (
      g_strstr_len (g_bytes_get_data (text, NULL), (gssize)g_bytes_get_size (text), "body since "));
  g_assert_nonnull (g_strstr_len (g_bytes_get_data (text, NULL), (gssize)g_bytes_get_size (text),
                                  CHART_FORMER_GOAL));
  plain = sl_render_pack (plan, &sheet, &error);
  sheet.since = &params.since;
  pack = sl_render_pack (plan, &sheet, &error);
  g_assert_no_error (error);
  g_assert_false (g_bytes_equal (plain, pack));
}

static guint
count_texts (const SlScene *scene, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const char *own = sl_scene_get_mark (scene, i)->text;

      n += own != NULL && strstr (own, text) != NULL;
    }
  return n;
}

/* Open findings of @a that @b does not have, or does not have open. */
static guint
count_other (const SlAnalysis *a, const SlAnalysis *b, gboolean open)
{
  guint n = 0;

  for (guint i = 0; i < a->findings->len; i++)
    {
      const SlFinding *finding = a->findings->pdata[i];
      const SlFinding *same = sl_analysis_find (b, finding->key);

      n += !finding->accepted && finding->severity > 0
           && (same == NULL || (open && (same->accepted || same->severity <= 0)));
    }
  return n;
}

/* Findings are new or gone by themselves, not because their subject changed; bars keep a mark where
 * they ended. */
static void
test_findings (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("launch");
  g_autoptr (SlSnapshot) then = chart_former_plan (plan);
  SlChartParams params = make_params (then);
  g_autoptr (SlAnalysis) now = sl_analysis_new (plan, CHART_TODAY, NULL);
  g_autoptr (SlAnalysis) before = sl_analysis_new (then, params.since.day, NULL);
  g_autoptr (SlScene) list = chart_layout_pango (&sl_chart_findings, plan, &params);
  g_autoptr (SlScene) bars = chart_layout_pango (&sl_chart_profile, plan, &params);
  const guint n_new = count_other (now, before, FALSE);
  g_autofree char *counts = g_strdup_printf ("findings: %u new since 14 Feb 2026, %u gone", n_new,
                                             count_other (before, now, TRUE));
  guint n_former = 0;

  g_assert_cmpuint (n_new, >, 0);
  g_assert_cmpuint (count_triangles (list), ==, n_new);
  g_assert_cmpuint (count_texts (list, "new since 14 Feb"), ==, n_new);
  g_assert_cmpuint (count_labels (list, "Since 14 Feb: new"), ==, n_new);
  g_assert_true (has_legend (list, "new since 14 Feb"));
  g_assert_true (has_remark (list, counts));
  for (guint i = 0; i < sl_scene_n_marks (bars); i++)
    n_former += sl_scene_get_mark (bars, i)->style == SL_STYLE_SINCE
                && sl_scene_get_mark (bars, i)->type == SL_MARK_RECT;
  g_assert_cmpuint (n_former, >, 0);
  g_assert_cmpuint (count_triangles (bars), ==, n_former);
  g_assert_cmpuint (count_texts (bars, " · was "), ==, n_former);
  g_assert_true (has_legend (bars, "ended here on 14 Feb"));
}

static void
test_golden (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("launch");
  g_autoptr (SlSnapshot) then = chart_former_plan (plan);
  SlChartParams params = make_params (then);
  g_autofree char *matrix = chart_dump_fixed (&sl_chart_stakeholder_matrix, plan, &params);
  g_autofree char *tree = chart_dump_fixed (&sl_chart_goal_tree, plan, &params);

  chart_check_golden ("stakeholder-matrix-launch-since", matrix);
  chart_check_golden ("goal-tree-launch-since", tree);
}

int
main (int argc, char **argv)
{
  chart_check_init (&argc, &argv);
  g_test_add_func ("/charts/since/all", test_all);
  g_test_add_func ("/charts/since/unchanged", test_unchanged);
  g_test_add_func ("/charts/since/words", test_words);
  g_test_add_func ("/charts/since/guesses", test_guesses);
  g_test_add_func ("/charts/since/paper", test_paper);
  g_test_add_func ("/charts/since/findings", test_findings);
  g_test_add_func ("/charts/since/golden", test_golden);
  return g_test_run ();
}
