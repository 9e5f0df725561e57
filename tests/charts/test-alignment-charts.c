/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who stands together, priorities, charter and conflict sheet: what they say of small plans whose
 * answer is known, and the same picture as before. */

#include "config.h"

#include <string.h>

#include "analysis/sl-charter.h"
#include "chart-checks.h"
#include "chart-fixtures.h"
#include "sl-partner-copy.h"

typedef struct
{
  ChartPlan *plan;
  SlId sales, finance, price, date;
} Two;

/* Two parties, two shared goals. */
static Two
make_two (void)
{
  Two two = { .plan = chart_plan_new ("Two") };

  two.sales = chart_plan_party (two.plan, SL_ID_NONE, "Sales", 8, 8);
  two.finance = chart_plan_party (two.plan, SL_ID_NONE, "Finance", 6, 6);
  two.price = chart_plan_shared_goal (two.plan, SL_ID_NONE, two.sales, "Hold the price");
  two.date = chart_plan_shared_goal (two.plan, SL_ID_NONE, two.finance, "Launch in May");
  return two;
}

static SlScene *
lay_out (ChartPlan *plan, const char *id, const SlChartParams *params)
{
  g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (plan);

  return chart_layout_pango (sl_chart_by_id (id), snapshot, params);
}

/* The first mark that is a line between the two parties and is dashed or not, or NULL. */
static const SlMark *
find_line (const SlScene *scene, SlId a, SlId b, gboolean dashed)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);

      if (mark->type == SL_MARK_LINE && mark->dashed == dashed
          && ((mark->hit.a == a && mark->hit.b == b) || (mark->hit.a == b && mark->hit.b == a)))
        return mark;
    }
  return NULL;
}

static gboolean
has_text (const SlScene *scene, const char *text)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);

      if (mark->type == SL_MARK_TEXT && strstr (mark->text, text) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_remark (const SlScene *scene, const char *text)
{
  const GPtrArray *remarks = sl_scene_get_remarks (scene);

  for (guint i = 0; i < remarks->len; i++)
    if (g_str_equal (g_ptr_array_index (remarks, i), text))
      return TRUE;
  return FALSE;
}

static void
test_together (void)
{
  Two two = make_two ();
  SlChartParams params;

  sl_chart_params_init (&params);
  params.today = CHART_TODAY;
  chart_plan_position (two.plan, two.sales, two.price, -2, SL_POSITION_SAID);
  chart_plan_position (two.plan, two.finance, two.price, 3, SL_POSITION_WRITING);
  chart_plan_position (two.plan, two.sales, two.date, 1, SL_POSITION_SAID);
  chart_plan_position (two.plan, two.finance, two.date, 1, SL_POSITION_GUESS);
  chart_plan_party (two.plan, SL_ID_NONE, "Works council", 5, 5);
  {
    g_autoptr (SlScene) scene = lay_out (two.plan, "stands-together", &params);
    const SlMark *with = find_line (scene, two.sales, two.finance, FALSE);
    const SlMark *against = find_line (scene, two.sales, two.finance, TRUE);

    g_assert_nonnull (with);
    g_assert_nonnull (against);
    /* 1 against 2.5: the opposition is wider. */
    g_assert_cmpfloat (against->line_width, >, with->line_width * 1.5);
    g_assert_nonnull (strstr (against->label, "against each other on “Hold the price”"));
    g_assert_nonnull (strstr (against->label, "together on “Launch in May”"));
    g_assert_cmpstr (sl_scene_get_headline (scene), ==,
                     "Sales and Finance stand furthest apart: against each other on one goal");
    g_assert_true (has_remark (scene, "not shown: 1 party without a known position"));
  }
  /* Without our guesses there is nothing that they agree on. */
  params.show_guesses = FALSE;
  {
    g_autoptr (SlScene) scene = lay_out (two.plan, "stands-together", &params);

    g_assert_null (find_line (scene, two.sales, two.finance, FALSE));
    g_assert_nonnull (find_line (scene, two.sales, two.finance, TRUE));
  }
  chart_plan_free (two.plan);
}

/* At most 16 parties: those with the least influence are counted. */
static void
test_together_crowd (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Crowd");
  const SlId goal = chart_plan_shared_goal (plan, SL_ID_NONE, SL_ID_NONE, "Grow");

  for (guint i = 0; i < 19; i++)
    {
      g_autofree char *title = g_strdup_printf ("Party %c", 'A' + (char)i);
      const SlId party = chart_plan_party (plan, SL_ID_NONE, title, i / 2.0, 8);

      chart_plan_position (plan, party, goal, i % 2 == 0 ? 2 : -1, SL_POSITION_SAID);
    }
  g_autoptr (SlScene) scene = lay_out (plan, "stands-together", NULL);
  g_assert_true (has_remark (scene, "not shown: 3 parties with less influence"));
  g_assert_false (has_text (scene, "Party A"));
  g_assert_true (has_text (scene, "Party S"));
}

static void
give_points (ChartPlan *plan, SlId party, SlId goal, double points)
{
  const SlId priority = chart_plan_add (plan, SL_KIND_PRIORITY);

  chart_plan_set_int (plan, priority, SL_PRIORITY_PARTY, party);
  chart_plan_set_int (plan, priority, SL_PRIORITY_GOAL, goal);
  chart_plan_set_real (plan, priority, SL_PRIORITY_POINTS, points);
}

static void
test_priorities (void)
{
  Two two = make_two ();
  const SlId cost
      = chart_plan_shared_goal (two.plan, SL_ID_NONE, two.finance, "Cut cost by a tenth");
  const SlId staff = chart_plan_shared_goal (two.plan, SL_ID_NONE, two.sales, "Train the staff");
  guint n_thick = 0;

  /* All together: date 40, staff 25, cost 20, price 15. */
  give_points (two.plan, two.sales, two.date, 50);
  give_points (two.plan, two.sales, staff, 30);
  give_points (two.plan, two.sales, cost, 20);
  give_points (two.plan, two.finance, two.price, 35);
  give_points (two.plan, two.finance, two.date, 30);
  give_points (two.plan, two.finance, staff, 18);
  give_points (two.plan, two.finance, cost, 17);
  g_autoptr (SlScene) scene = lay_out (two.plan, "priorities", NULL);
  g_assert_cmpstr (sl_scene_get_headline (scene), ==,
                   "Finance ranks “Hold the price” first, all together rank it fourth");
  g_assert_false (has_text (scene, "By money"));
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);

      if (mark->type != SL_MARK_LINE || mark->line_width < 2)
        continue;
      n_thick++;
      g_assert_cmpint (mark->hit.id, ==, two.price);
      g_assert_cmpstr (mark->label, ==, "“Hold the price”: All together 4, Sales 4, Finance 1");
    }
  g_assert_cmpuint (n_thick, ==, 1);

  const SlId budget = chart_plan_add (two.plan, SL_KIND_BUDGET);
  chart_plan_set_int (two.plan, budget, SL_BUDGET_ITEM, cost);
  chart_plan_set_int (two.plan, budget, SL_BUDGET_PLANNED, 500000);
  g_autoptr (SlScene) funded = lay_out (two.plan, "priorities", NULL);
  g_assert_true (has_text (funded, "By money"));
  chart_plan_free (two.plan);
}

static gboolean
has_party (const SlScene *scene, SlId party)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    if (sl_scene_get_mark (scene, i)->hit.id == party)
      return TRUE;
  return FALSE;
}

/* Of many parties the least influential one has a column in its own copy. */
static void
test_own_column (void)
{
  Two two = make_two ();
  SlChartParams params;
  SlId last = SL_ID_NONE;

  sl_chart_params_init (&params);
  params.today = CHART_TODAY;
  for (guint i = 0; i < 8; i++)
    {
      g_autofree char *title = g_strdup_printf ("Partner %u", i);

      last = chart_plan_party (two.plan, SL_ID_NONE, title, 1 + (7 - i) * 0.1, 1);
      give_points (two.plan, last, two.date, 60);
      give_points (two.plan, last, two.price, 40);
    }
  g_autoptr (SlScene) scene = lay_out (two.plan, "priorities", &params);
  g_assert_false (has_party (scene, last));
  params.party = last;
  g_autoptr (SlScene) own = lay_out (two.plan, "priorities", &params);
  g_assert_true (has_party (own, last));
  g_assert_cmpuint (sl_scene_get_remarks (own)->len, ==, sl_scene_get_remarks (scene)->len);
  chart_plan_free (two.plan);
}

/* The checks before signing turn over one by one. */
static void
test_charter (void)
{
  Two two = make_two ();
  const SlId alliance = chart_plan_add (two.plan, SL_KIND_ALLIANCE);

  chart_plan_set_text (two.plan, alliance, SL_ALLIANCE_TITLE, "Launch alliance");
  for (guint done = 0; done <= SL_N_CHARTER_CHECKS; done++)
    {
      g_autoptr (SlSnapshot) snapshot = chart_plan_snapshot (two.plan);
      g_autoptr (SlFacts) facts = sl_facts_new (snapshot, CHART_TODAY);
      g_autoptr (SlCharter) charter = sl_charter_new (facts, alliance);
      guint n = 0;

      for (guint i = 0; i < SL_N_CHARTER_CHECKS; i++)
        {
          g_autofree char *missing = sl_charter_say_missing (charter, i);

          n += charter->done[i];
          g_assert_cmpint (charter->done[i], ==, *missing == '\0');
        }
      g_assert_cmpuint (n, ==, done);
      g_assert_cmpint (sl_charter_is_ready (charter), ==, done == SL_N_CHARTER_CHECKS);
      if (done == 0)
        chart_plan_set_day (two.plan, alliance, SL_ALLIANCE_REVIEW, "2026-06-01");
      else if (done == 1)
        chart_plan_set_int (two.plan, two.price, SL_GOAL_ALLIANCE, alliance);
      else if (done == 2)
        {
          chart_plan_set_text (two.plan, alliance, SL_ALLIANCE_EXPECTATIONS, "Shelf space");
          for (guint i = 0; i < 2; i++)
            {
              const SlId partner = chart_plan_add (two.plan, SL_KIND_PARTNER);

              chart_plan_set_int (two.plan, partner, SL_PARTNER_ALLIANCE, alliance);
              chart_plan_set_int (two.plan, partner, SL_PARTNER_PARTY,
                                  i == 0 ? two.sales : two.finance);
              chart_plan_set_text (two.plan, partner, SL_PARTNER_GIVES, "Time");
              chart_plan_set_text (two.plan, partner, SL_PARTNER_GETS, "Money");
            }
        }
      else if (done == 3)
        {
          g_assert_cmpuint (charter->gaps->len, ==, 2);
          chart_plan_position (two.plan, two.sales, two.price, 1, SL_POSITION_WRITING);
          chart_plan_position (two.plan, two.finance, two.price, 2, SL_POSITION_WRITING);
        }
    }
  g_autoptr (SlScene) scene = lay_out (two.plan, "charter", NULL);
  g_assert_cmpstr (sl_scene_get_headline (scene), ==, "Ready to be signed");
  g_assert_true (has_text (scene, "Finance: name, date, signature"));
  chart_plan_free (two.plan);
}

/* Two conflicts share a sheet; settled ones are counted. */
static void
test_conflicts (void)
{
  g_autoptr (ChartPlan) plan = chart_plan_new ("Conflicts");
  const double height = 700;
  double places[3] = { 0 };
  SlId ids[3];
  SlChartParams params;

  for (guint i = 0; i < 3; i++)
    {
      ids[i] = chart_plan_add (plan, SL_KIND_CONFLICT);
      chart_plan_set_text (plan, ids[i], SL_CONFLICT_TITLE, "Speed against testing");
    }
  chart_plan_set_int (plan, chart_plan_add (plan, SL_KIND_CONFLICT), SL_CONFLICT_STATUS,
                      SL_CONFLICT_AGREED);
  chart_plan_set_day (plan, ids[1], SL_CONFLICT_DECIDE_BY, "2026-03-01");
  sl_chart_params_init (&params);
  params.today = CHART_TODAY;
  params.paper = TRUE;
  params.width = 520;
  params.height = height;
  g_autoptr (SlScene) scene = lay_out (plan, "conflict-sheet", &params);
  g_assert_cmpstr (sl_scene_get_headline (scene), ==,
                   "One of 3 open conflicts should be decided already");
  g_assert_true (has_remark (scene, "not shown: 1 settled conflict"));
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    for (guint k = 0; k < 3; k++)
      if (sl_scene_get_mark (scene, i)->hit.id == ids[k])
        places[k] = sl_scene_get_mark (scene, i)->y;
  g_assert_cmpfloat (places[1], ==, 0.0); /* the one that is late comes first */
  g_assert_cmpfloat (places[0], ==, height / 2);
  g_assert_cmpfloat (places[2], ==, height);
}

/* A partner reads what was said, not what we guess, nor what is internal. */
static void
test_partner_copy (void)
{
  Two two = make_two ();
  const SlId said = chart_plan_position (two.plan, two.sales, two.price, 2, SL_POSITION_SAID);
  const SlId guess = chart_plan_position (two.plan, two.finance, two.price, -2, SL_POSITION_GUESS);
  const SlId promise = chart_plan_add (two.plan, SL_KIND_PROMISE);
  const SlId weakness = chart_plan_add (two.plan, SL_KIND_SWOT);
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (two.plan);
  g_autoptr (SlSnapshot) copy = sl_partner_copy_new (plan);

  g_assert_true (sl_snapshot_find (copy, said, NULL, NULL));
  g_assert_false (sl_snapshot_find (copy, guess, NULL, NULL));
  g_assert_false (sl_snapshot_find (copy, promise, NULL, NULL));
  g_assert_false (sl_snapshot_find (copy, weakness, NULL, NULL));
  g_assert_cmpstr (sl_snapshot_title (copy, two.price), ==, "Hold the price");
  g_assert_true (sl_snapshot_find (plan, guess, NULL, NULL));
  chart_plan_free (two.plan);
}

static void
test_golden (gconstpointer data)
{
  g_autofree char *name = g_strdup_printf ("%s-arabic", (const char *)data);
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("arabic");
  g_autofree char *dump = chart_dump_fixed (sl_chart_by_id (data), plan, NULL);

  chart_check_golden (name, dump);
}

int
main (int argc, char **argv)
{
  static const char *const charts[]
      = { "stands-together", "priorities", "charter", "conflict-sheet" };

  chart_check_init (&argc, &argv);
  g_test_add_func ("/alignment-charts/stands-together/two", test_together);
  g_test_add_func ("/alignment-charts/stands-together/crowd", test_together_crowd);
  g_test_add_func ("/alignment-charts/priorities/inversion", test_priorities);
  g_test_add_func ("/alignment-charts/priorities/own-column", test_own_column);
  g_test_add_func ("/alignment-charts/charter/checks", test_charter);
  g_test_add_func ("/alignment-charts/conflict-sheet/halves", test_conflicts);
  g_test_add_func ("/alignment-charts/partner-copy", test_partner_copy);
  for (guint i = 0; i < G_N_ELEMENTS (charts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/alignment-charts/golden/%s", charts[i]);

      g_test_add_data_func (path, charts[i], test_golden);
    }
  return g_test_run ();
}
