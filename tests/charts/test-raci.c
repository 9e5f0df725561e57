/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The chart of roles: whose letters stand where, what is said of rows and columns, a golden dump.
 * What holds for all charts stands in test-charts.c. */

#include "config.h"

#include "chart-checks.h"
#include "chart-fixtures.h"

#include <string.h>

#include "roles/sl-role-matrix.h"

static void
add_role (ChartPlan *plan, SlId item, SlId party, SlRole role)
{
  const SlId id = chart_plan_add (plan, SL_KIND_ROLE);

  chart_plan_set_int (plan, id, SL_ROLE_ITEM, item);
  chart_plan_set_int (plan, id, SL_ROLE_PARTY, party);
  chart_plan_set_int (plan, id, SL_ROLE_LETTER, role);
}

typedef struct
{
  ChartPlan *plan;
  SlId sales, finance, anna;
  SlId goal, pilot, party;
} Work;

/* A goal of Sales, a task that Finance does for it, and one that serves nothing. */
static void
work_set_up (Work *w, gconstpointer data)
{
  w->plan = chart_plan_new ("Plan");
  w->sales = chart_plan_party (w->plan, SL_ID_NONE, "Sales", 7, 8);
  w->finance = chart_plan_party (w->plan, SL_ID_NONE, "Finance", 8, 4);
  w->anna = chart_plan_party (w->plan, SL_ID_NONE, "Anna", 2, 2);
  chart_plan_set_int (w->plan, w->anna, SL_PARTY_TYPE, SL_PARTY_PERSON);
  w->goal = chart_plan_goal (w->plan, SL_ID_NONE, w->sales, "Launch");
  w->pilot = chart_plan_task (w->plan, SL_ID_NONE, w->finance, "Pilot line", NULL, NULL);
  chart_plan_set_int (w->plan, w->pilot, SL_TASK_GOAL, w->goal);
  w->party = chart_plan_task (w->plan, SL_ID_NONE, SL_ID_NONE, "Summer party", NULL, NULL);
}

static void
work_tear_down (Work *w, gconstpointer data)
{
  chart_plan_free (w->plan);
}

static SlRoleMatrix *
make_matrix (Work *w, gboolean show_all)
{
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (w->plan);
  SlChartParams params;

  sl_chart_params_init (&params);
  params.today = CHART_TODAY;
  params.show_unasked = show_all;
  return sl_role_matrix_new (plan, &params);
}

static void
assert_letters (const SlRoleMatrix *matrix, guint row, guint column, const char *want,
                const char *own)
{
  g_autofree char *letters = sl_raci_to_text (sl_role_matrix_pair (matrix, row, column)->roles);
  g_autofree char *from_owner = sl_raci_to_text (sl_role_matrix_pair (matrix, row, column)->own);

  g_assert_cmpstr (letters, ==, want);
  g_assert_cmpstr (from_owner, ==, own);
}

/* Goals stand above what serves them; owners have letters without a record. */
static void
test_owners (Work *w, gconstpointer data)
{
  g_autoptr (SlRoleMatrix) matrix = make_matrix (w, FALSE);
  g_autofree char *headline = sl_role_matrix_headline (matrix);

  g_assert_cmpuint (matrix->work->len, ==, 3);
  g_assert_cmpint (sl_role_matrix_work (matrix, 0)->id, ==, w->goal);
  g_assert_cmpint (sl_role_matrix_work (matrix, 1)->id, ==, w->pilot);
  g_assert_cmpuint (sl_role_matrix_work (matrix, 1)->depth, ==, 1);
  g_assert_cmpint (sl_role_matrix_work (matrix, 2)->id, ==, w->party);
  g_assert_cmpuint (matrix->parties->len, ==, 2);
  g_assert_cmpuint (matrix->n_hidden, ==, 1);
  assert_letters (matrix, 0, 0, "RA", "RA");
  assert_letters (matrix, 1, 0, "A", "A");
  assert_letters (matrix, 1, 1, "R", "R");
  assert_letters (matrix, 2, 0, "", "");
  g_assert_cmpuint (sl_role_matrix_party (matrix, 0)->counts[SL_ROLE_ACCOUNTABLE], ==, 2);
  g_assert_cmpuint (sl_role_matrix_work (matrix, 2)->n_named, ==, 0);
  g_assert_cmpstr (headline, ==, "Nobody is named yet for one of three pieces of work");
}

/* What is recorded is no owner's letter; with records nobody answers by owning the goal. */
static void
test_records (Work *w, gconstpointer data)
{
  add_role (w->plan, w->pilot, w->anna, SL_ROLE_CONSULTED);
  g_autoptr (SlRoleMatrix) matrix = make_matrix (w, FALSE);
  g_autofree char *headline = sl_role_matrix_headline (matrix);
  g_autofree char *label = sl_role_matrix_pair_label (matrix, 1, 2);

  g_assert_cmpuint (matrix->parties->len, ==, 3);
  assert_letters (matrix, 1, 2, "C", "");
  assert_letters (matrix, 1, 0, "", "");
  g_assert_cmpstr (label, ==, "Anna in Pilot line: C consulted");
  g_assert_cmpstr (sl_role_matrix_work (matrix, 1)->findings, ==, "Nobody answers for it");
  g_assert_cmpstr (headline, ==, "Roles are not clear in one of three pieces of work");
}

/* Two who answer are said beside the row, and nothing of it once the rule is muted. */
static void
test_findings (Work *w, gconstpointer data)
{
  add_role (w->plan, w->goal, w->finance, SL_ROLE_ACCOUNTABLE);
  g_autoptr (SlRoleMatrix) matrix = make_matrix (w, TRUE);

  g_assert_cmpuint (matrix->parties->len, ==, 3);
  assert_letters (matrix, 0, 1, "A", "");
  g_assert_cmpstr (sl_role_matrix_work (matrix, 0)->findings, ==, "Several answer for it");
  SlId judgement = chart_plan_add (w->plan, SL_KIND_JUDGEMENT);
  chart_plan_set_text (w->plan, judgement, SL_JUDGEMENT_KEY, "RACI-02");
  chart_plan_set_int (w->plan, judgement, SL_JUDGEMENT_TYPE, SL_JUDGEMENT_MUTED);
  g_autoptr (SlRoleMatrix) quiet = make_matrix (w, TRUE);
  g_assert_null (sl_role_matrix_work (quiet, 0)->findings);
}

/* One person who answers for everything is named below the columns. */
static void
test_overload (Work *w, gconstpointer data)
{
  for (guint i = 0; i < 9; i++)
    {
      SlId task = chart_plan_task (w->plan, SL_ID_NONE, w->finance, "Errand", NULL, NULL);

      add_role (w->plan, task, w->anna, SL_ROLE_ACCOUNTABLE);
    }
  g_autoptr (SlRoleMatrix) matrix = make_matrix (w, FALSE);
  g_autoptr (SlSnapshot) plan = chart_plan_snapshot (w->plan);
  g_autoptr (SlScene) scene = chart_layout_pango (&sl_chart_raci, plan, NULL);

  g_assert_cmpuint (sl_role_matrix_party (matrix, 2)->counts[SL_ROLE_ACCOUNTABLE], ==, 9);
  g_assert_nonnull (strstr (sl_role_matrix_party (matrix, 2)->finding, "Anna answers for 9"));
  g_assert_null (sl_role_matrix_party (matrix, 0)->finding);
  g_assert_cmpstr (g_ptr_array_index (sl_scene_get_remarks (scene), 0), ==,
                   sl_role_matrix_party (matrix, 2)->finding);
}

/* Where there is too much work for one picture, goals stand alone, and it says so. */
static void
test_crowd (Work *w, gconstpointer data)
{
  for (guint i = 0; i < 250; i++)
    {
      g_autofree char *title = g_strdup_printf ("Department %03u", i);
      SlId party = chart_plan_party (w->plan, SL_ID_NONE, title, 5, 5);

      chart_plan_task (w->plan, SL_ID_NONE, party, title, NULL, NULL);
    }
  g_autoptr (SlRoleMatrix) matrix = make_matrix (w, FALSE);
  g_assert_cmpuint (matrix->n_crowded, ==, 252);
  g_assert_cmpuint (matrix->work->len, ==, 1);
  assert_letters (matrix, 0, 0, "RA", "RA");
}

static void
test_golden (void)
{
  g_autoptr (SlSnapshot) plan = chart_fixture_snapshot ("arabic");
  g_autofree char *dump = chart_dump_fixed (&sl_chart_raci, plan, NULL);

  chart_check_golden ("raci-arabic", dump);
}

/* On a sheet that is too narrow for it, columns are narrow, too: all of them stand beside each
 * other, what is not clear below its row, and names in steps that no line crosses. */
static void
test_dense (Work *w, gconstpointer data)
{
  static const double widths[] = { 523, 2000 };
  g_autoptr (SlSnapshot) plan = NULL;

  add_role (w->plan, w->goal, w->finance, SL_ROLE_ACCOUNTABLE);
  for (guint i = 0; i < 14; i++)
    {
      g_autofree char *title = g_strdup_printf ("Department %02u", i);
      SlId party = chart_plan_party (w->plan, SL_ID_NONE, title, 5, 5);

      chart_plan_task (w->plan, SL_ID_NONE, party, title, NULL, NULL);
    }
  plan = chart_plan_snapshot (w->plan);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (widths); i++)
    {
      const gboolean narrow = i / 2 == 0;
      SlChartParams params;
      g_autoptr (SlScene) scene = NULL;
      guint n_signs = 0;

      sl_chart_params_init (&params);
      params.today = CHART_TODAY;
      params.paper = TRUE;
      params.rtl = i % 2 == 1;
      params.width = widths[i / 2];
      scene = chart_layout_pango (&sl_chart_raci, plan, &params);
      chart_check_scene (scene, TRUE);
      g_assert_cmpfloat (sl_scene_get_width (scene), <=, params.width);
      for (guint k = 0; k < sl_scene_n_marks (scene); k++)
        {
          const SlMark *mark = sl_scene_get_mark (scene, k);

          if (mark->type == SL_MARK_SYMBOL)
            g_assert_cmpint (mark->band, ==, narrow ? SL_BAND_SIDE : SL_BAND_BODY);
          n_signs += mark->type == SL_MARK_SYMBOL;
        }
      g_assert_cmpuint (n_signs, >, 0);
    }
}

#define ADD(name, test)                                                                            \
  g_test_add ("/charts/raci/" name, Work, NULL, work_set_up, test, work_tear_down)

int
main (int argc, char **argv)
{
  chart_check_init (&argc, &argv);
  ADD ("owners", test_owners);
  ADD ("records", test_records);
  ADD ("findings", test_findings);
  ADD ("dense", test_dense);
  ADD ("overload", test_overload);
  ADD ("crowd", test_crowd);
  g_test_add_func ("/charts/raci/golden", test_golden);
  return g_test_run ();
}
