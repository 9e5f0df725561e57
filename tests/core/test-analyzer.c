/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The analysis that follows a live plan is the one that a fresh computation of that plan gives,
 * however many changes come while it works. */

#include "config.h"

#include "analysis/sl-analyzer.h"
#include "near.h"
#include "state-fixture.h"

#define TODAY 20773 /* 2026-11-16 */
#define ROUNDS 25

static SlProject *
new_project (void)
{
  g_autoptr (GError) error = NULL;
  SlProject *project = sl_project_new (&error);

  g_assert_no_error (error);
  state_fill (project);
  return project;
}

static void
wait_for (SlAnalyzer *analyzer)
{
  while (sl_analyzer_is_busy (analyzer))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_same (const SlAnalysis *got, const SlAnalysis *want)
{
  g_assert_cmpuint (got->findings->len, ==, want->findings->len);
  for (guint i = 0; i < want->findings->len; i++)
    {
      const SlFinding *x = got->findings->pdata[i], *y = want->findings->pdata[i];

      g_assert_cmpstr (x->key, ==, y->key);
      g_assert_cmpstr (sl_finding_told (x)->sentence, ==, sl_finding_told (y)->sentence);
      assert_near (x->points, y->points);
    }
  assert_near (got->index->index, want->index->index);
  assert_near (got->index->coverage, want->index->coverage);
  assert_near (got->concordance, want->concordance);
}

static void
test_follows (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  SlProject *project = new_project ();
  g_autoptr (SlAnalyzer) analyzer = sl_analyzer_new (sl_project_get_store (project), TODAY);

  g_assert_true (sl_analyzer_is_busy (analyzer));
  g_assert_null (sl_analyzer_get (analyzer));
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (SlAnalysis) fresh = NULL;

      /* Some changes come while it works, some when it has done a part of it. */
      for (gint32 n = g_rand_int_range (rand, 0, 6); n > 0; n--)
        {
          state_run_random (project, rand);
          g_main_context_iteration (NULL, FALSE);
        }
      wait_for (analyzer);
      fresh = sl_analysis_new (sl_project_get_snapshot (project), TODAY, NULL);
      assert_same (sl_analyzer_get (analyzer), fresh);
    }
  sl_project_discard (project);
  g_object_unref (project);
}

static void
count (SlAnalyzer *analyzer, gpointer data)
{
  guint *n = data;

  (*n)++;
}

static void
test_today (void)
{
  SlProject *project = new_project ();
  g_autoptr (SlAnalyzer) analyzer = sl_analyzer_new (sl_project_get_store (project), TODAY);
  guint n_changed = 0;

  g_signal_connect (analyzer, "changed", G_CALLBACK (count), &n_changed);
  wait_for (analyzer);
  g_assert_cmpuint (n_changed, ==, 1);
  sl_analyzer_set_today (analyzer, TODAY);
  g_assert_false (sl_analyzer_is_busy (analyzer));
  sl_analyzer_set_today (analyzer, TODAY + 100);
  g_assert_true (sl_analyzer_is_busy (analyzer));
  wait_for (analyzer);
  g_assert_cmpuint (n_changed, ==, 3);
  g_assert_cmpint (sl_analyzer_get (analyzer)->facts->today, ==, TODAY + 100);
  sl_project_discard (project);
  g_object_unref (project);
}

static gboolean
is_held (GWeakRef *ref)
{
  g_autoptr (GObject) object = g_weak_ref_get (ref);

  return object != NULL;
}

/* One that goes while it works hears of no change any more and is freed when the work has ended. */
static void
test_gone (void)
{
  SlProject *project = new_project ();
  SlAnalyzer *analyzer = sl_analyzer_new (sl_project_get_store (project), TODAY);
  GWeakRef held;

  g_weak_ref_init (&held, analyzer);
  g_object_run_dispose (G_OBJECT (analyzer));
  state_set_title (project, state_add_goal (project, "New"), "Newer");
  wait_for (analyzer);
  g_object_unref (analyzer);
  /* The thread lets go of its task a moment after the task has come back. */
  for (guint i = 0; i < 500 && is_held (&held); i++)
    g_usleep (10 * 1000);
  g_assert_false (is_held (&held));
  g_weak_ref_clear (&held);
  sl_project_discard (project);
  g_object_unref (project);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  state_init ();
  g_test_add_func ("/core/analyzer/follows", test_follows);
  g_test_add_func ("/core/analyzer/today", test_today);
  g_test_add_func ("/core/analyzer/gone", test_gone);
  result = g_test_run ();
  state_clear ();
  return result;
}
