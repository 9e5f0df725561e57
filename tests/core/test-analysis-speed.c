/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long the engine takes on the largest plans that it is made for. The guard is generous: it
 * catches what grows faster than the plan. With -m perf, says where the time goes. */

#include "config.h"

#include "analysis/sl-analysis.h"
#include "large-plan.h"

#include <string.h>
#include <time.h>

#define N_GOALS 2000
#define N_PARTIES 200
#define N_TASKS 10000
/* The aim is 200 ms of processor time; this is for slow and busy machines, and for builds that are
 * watched. Unit: ms. */
#if defined(__SANITIZE_ADDRESS__)
#define GUARD 10000.0
#else
#define GUARD 2000.0
#endif

/* Processor time of this program; unit: ms. */
static double
now (void)
{
  return 1000.0 * (double)clock () / CLOCKS_PER_SEC;
}

static void
say_rules (SlSnapshot *plan)
{
  double begin = now ();
  g_autoptr (SlFacts) facts = sl_facts_new (plan, LARGE_PLAN_TODAY);
  g_autoptr (SlIndexItems) items = NULL;
  double end = now ();
  guint n = 0;

  g_test_message ("facts: %.1f ms", end - begin);
  begin = end;
  items = sl_index_items_new (facts);
  sl_index_items_get (items, &n);
  end = now ();
  g_test_message ("%u items: %.1f ms", n, end - begin);
  for (const SlRule *const *rule = sl_rule_all (); *rule != NULL; rule++)
    {
      g_autoptr (GPtrArray) findings = NULL;

      begin = now ();
      findings = sl_rule_run (*rule, facts);
      g_test_message ("%s: %u findings, %.1f ms", (*rule)->id, findings->len, now () - begin);
    }
}

static void
add_keys (GPtrArray *keys, const GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      const SlFinding *finding = findings->pdata[i];

      g_ptr_array_add (keys,
                       g_strdup_printf ("%s %s %.17g", finding->key,
                                        sl_finding_told (finding)->sentence, finding->severity));
    }
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *)a, *(char *const *)b);
}

/* Rules that run beside each other find what they find one after the other. */
static void
test_threads (void)
{
  g_autoptr (SlStore) store = large_plan_new (600, 40, 1500);
  SlSnapshot *plan = sl_store_get_snapshot (store);
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (plan, LARGE_PLAN_TODAY, NULL);
  g_autoptr (SlFacts) facts = sl_facts_new (plan, LARGE_PLAN_TODAY);
  g_autoptr (GPtrArray) together = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) alone = g_ptr_array_new_with_free_func (g_free);

  for (const SlRule *const *rule = sl_rule_all (); *rule != NULL; rule++)
    {
      g_autoptr (GPtrArray) findings = sl_rule_run (*rule, facts);

      add_keys (alone, findings);
    }
  add_keys (together, analysis->findings);
  g_assert_cmpuint (together->len, ==, alone->len);
  g_ptr_array_sort (together, compare_keys);
  g_ptr_array_sort (alone, compare_keys);
  for (guint i = 0; i < alone->len; i++)
    g_assert_cmpstr (together->pdata[i], ==, alone->pdata[i]);
}

static void
test_cancelled (void)
{
  g_autoptr (SlStore) store = large_plan_new (100, 20, 500);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (sl_analysis_new (sl_store_get_snapshot (store), LARGE_PLAN_TODAY, cancellable));
}

static void
test_large (void)
{
  g_autoptr (SlStore) store = large_plan_new (N_GOALS, N_PARTIES, N_TASKS);
  SlSnapshot *plan = sl_store_get_snapshot (store);
  double best = G_MAXDOUBLE, quickest = G_MAXDOUBLE;

  for (guint i = 0; i < 3; i++)
    {
      double begin = now ();
      gint64 clock_begin = g_get_monotonic_time ();
      g_autoptr (SlAnalysis) analysis = sl_analysis_new (plan, LARGE_PLAN_TODAY, NULL);

      best = MIN (best, now () - begin);
      quickest = MIN (quickest, (double)(g_get_monotonic_time () - clock_begin) / 1000.0);
      g_assert_nonnull (analysis);
      g_assert_cmpuint (analysis->findings->len, >, 100);
      if (i == 0)
        g_test_message ("%u findings", analysis->findings->len);
    }
  g_test_message ("analysis: %.1f ms of processor time, %.1f ms by the clock", best, quickest);
  if (g_test_perf ())
    say_rules (plan);
  g_assert_cmpfloat (best, <, GUARD);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/analysis/threads", test_threads);
  g_test_add_func ("/core/analysis/cancelled", test_cancelled);
  g_test_add_func ("/core/analysis/speed/large", test_large);
  return g_test_run ();
}
