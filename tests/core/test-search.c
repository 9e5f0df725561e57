/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Search over all records: what is found, what comes first, what is said of it, and how long it
 * takes. */

#include "config.h"

#include "base/sl-id.h"
#include "large-plan.h"
#include "model/sl-search.h"
#include "plan-builder.h"

#include <string.h>
#include <time.h>

/* Generous: it catches what grows faster than the plan. Unit: ms. */
#define GUARD 500.0

static SlStore *
plan_new (void)
{
  SlStore *store = builder_new ();

  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Zürich sales", -1);
  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Wholesales", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Sales", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Sales abroad", SL_GOAL_PARENT, "@Sales", -1);
  builder_add (
      store, SL_KIND_GOAL, SL_GOAL_TITLE, "Cut costs", SL_GOAL_SUMMARY,
      "First we look at what everybody spends on travel,\nthen at what the sales people of "
      "Malmö spend on hotels near the station",
      -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Book hotels", SL_TASK_GOAL, "@Cut costs",
               SL_TASK_OWNER, "@Wholesales", -1);
  builder_add (store, SL_KIND_RISK, SL_RISK_TITLE, "Strike", SL_RISK_OWNER, "@Wholesales", -1);
  builder_add (store, SL_KIND_POSITION, SL_POSITION_PARTY, "@Zürich sales", SL_POSITION_GOAL,
               "@Cut costs", SL_POSITION_VALUE, "2", -1);
  return store;
}

/* What is found, in order, as “title” or “title = title” for a whole match. */
static char *
find (SlStore *store, const char *text)
{
  SlSnapshot *plan = sl_store_get_snapshot (store);
  g_autoptr (SlSearchIndex) index = sl_search_index_new (plan);
  g_autoptr (SlSearchQuery) query = sl_search_query_new (text);
  guint n = 0;
  g_autoptr (GArray) hits = sl_search_index_find (index, query, 100, &n);
  GString *said = g_string_new (NULL);

  g_assert_cmpuint (n, ==, hits->len);
  for (guint i = 0; i < hits->len; i++)
    {
      const SlSearchHit *hit = &g_array_index (hits, SlSearchHit, i);
      g_autofree char *title = NULL;
      guint row = 0;

      g_assert_true (sl_table_find (sl_snapshot_table (plan, hit->kind), hit->id, &row));
      title = sl_search_title (plan, hit->kind, row);
      g_string_append_printf (said, "%s%s", i > 0 ? "; " : "", title);
    }
  return g_string_free (said, FALSE);
}

static void
assert_found (SlStore *store, const char *text, const char *wanted)
{
  g_autofree char *found = find (store, text);

  g_assert_cmpstr (found, ==, wanted);
}

/* The whole title, its head, heads of words, within words, elsewhere. */
static void
test_order (void)
{
  g_autoptr (SlStore) store = plan_new ();

  assert_found (
      store, "sales",
      "Sales; Sales abroad; Zürich sales; Wholesales; Cut costs; Zürich sales – Cut costs");
  assert_found (
      store, "sal",
      "Sales; Sales abroad; Zürich sales; Wholesales; Cut costs; Zürich sales – Cut costs");
  assert_found (store, "abroad sales", "Sales abroad");
}

static void
test_folding (void)
{
  g_autoptr (SlStore) store = plan_new ();

  assert_found (store, "ZURICH  Sales ", "Zürich sales; Zürich sales – Cut costs");
  assert_found (store, "zu\xcc\x88rich cut", "Zürich sales – Cut costs");
  assert_found (store, "MALMO", "Cut costs");
  assert_found (store, "", "");
  assert_found (store, "  ", "");
  assert_found (store, "nowhere sales", "");
}

/* The name of its kind finds a record, and every kind can be found. */
static void
test_kinds (void)
{
  g_autoptr (SlStore) store = plan_new ();
  g_autoptr (SlStore) large = large_plan_new (60, 20, 100);
  SlSnapshot *plan = sl_store_get_snapshot (large);
  g_autoptr (SlSearchIndex) index = sl_search_index_new (plan);

  assert_found (store, "risk", "Strike");
  assert_found (store, "position", "Zürich sales – Cut costs");
  assert_found (store, "position cut", "Zürich sales – Cut costs");
  /* What is of the kind comes after titles with the word, but before what only mentions it. */
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Gain trust", SL_GOAL_SUMMARY,
               "No risk of a strike and a better position", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Accept less risk", -1);
  assert_found (store, "risk", "Accept less risk; Strike; Gain trust");
  assert_found (store, "position", "Zürich sales – Cut costs; Gain trust");
  assert_found (store, "risk strike", "Strike; Gain trust");
  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    {
      g_autoptr (SlSearchQuery) query = sl_search_query_new (sl_kind (kind)->nick);
      guint n_rows = sl_table_n_rows (sl_snapshot_table (plan, kind));
      guint n = 0;
      g_autoptr (GArray) hits = sl_search_index_find (index, query, G_MAXUINT, &n);
      guint n_of_kind = 0;

      for (guint i = 0; i < hits->len; i++)
        n_of_kind += g_array_index (hits, SlSearchHit, i).kind == kind;
      g_assert_cmpuint (n_of_kind, ==, n_rows);
    }
}

static void
test_limit (void)
{
  g_autoptr (SlStore) store = plan_new ();
  g_autoptr (SlSearchIndex) index = sl_search_index_new (sl_store_get_snapshot (store));
  g_autoptr (SlSearchQuery) query = sl_search_query_new ("sales");
  guint n = 0;
  g_autoptr (GArray) hits = sl_search_index_find (index, query, 2, &n);

  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpuint (n, ==, 6);
  g_assert_cmpint (g_array_index (hits, SlSearchHit, 0).score, ==, SL_SEARCH_WHOLE);
  g_assert_cmpint (g_array_index (hits, SlSearchHit, 1).score, ==, SL_SEARCH_HEAD);
}

static void
assert_home (SlStore *store, const char *title, const char *home)
{
  SlSnapshot *plan = sl_store_get_snapshot (store);
  SlKindId kind = SL_N_KINDS;
  guint row = 0;

  g_assert_true (sl_snapshot_find (plan, builder_find (store, title), &kind, &row));
  g_assert_cmpstr (sl_snapshot_title (plan, sl_search_home (plan, kind, row)), ==, home);
}

static void
test_home (void)
{
  g_autoptr (SlStore) store = plan_new ();

  assert_home (store, "Sales abroad", "Sales");
  assert_home (store, "Sales", "");
  assert_home (store, "Book hotels", "Cut costs");
  assert_home (store, "Strike", "Wholesales");
}

static void
test_excerpt (void)
{
  g_autoptr (SlStore) store = plan_new ();
  SlSnapshot *plan = sl_store_get_snapshot (store);
  g_autoptr (SlSearchQuery) far = sl_search_query_new ("cut malmo");
  g_autoptr (SlSearchQuery) near = sl_search_query_new ("look");
  g_autoptr (SlSearchQuery) title = sl_search_query_new ("cut costs");
  g_autofree char *found_far = NULL;
  g_autofree char *found_near = NULL;
  guint row = 0;

  g_assert_true (sl_snapshot_find (plan, builder_find (store, "Cut costs"), NULL, &row));
  found_far = sl_search_excerpt (far, plan, SL_KIND_GOAL, row);
  found_near = sl_search_excerpt (near, plan, SL_KIND_GOAL, row);
  g_assert_cmpstr (strstr (found_far, "…"), ==,
                   "…the sales people of Malmö spend on hotels near the station");
  g_assert_nonnull (strstr (found_near, ": First we look at what everybody"));
  g_assert_null (sl_search_excerpt (title, plan, SL_KIND_GOAL, row));
}

/* Typing must not wait: one letter matches nearly all of a large plan. */
static void
test_speed (void)
{
  g_autoptr (SlStore) store = large_plan_new (5000, 300, 10000);
  clock_t begin = clock ();
  g_autoptr (SlSearchIndex) index = sl_search_index_new (sl_store_get_snapshot (store));
  clock_t indexed = clock ();
  double per_query = 0;
  guint n = 0;

  for (guint i = 0; i < 4; i++)
    {
      static const char *const texts[] = { "e", "go", "task 99", "improve the delivery" };
      g_autoptr (SlSearchQuery) query = sl_search_query_new (texts[i]);
      clock_t start = clock ();
      g_autoptr (GArray) hits = sl_search_index_find (index, query, 100, &n);
      double ms = 1000.0 * (double)(clock () - start) / CLOCKS_PER_SEC;

      g_assert_cmpuint (hits->len, <=, 100);
      g_test_message ("“%s”: %u hits, %.1f ms", texts[i], n, ms);
      per_query = MAX (per_query, ms);
    }
  g_test_message ("index: %.1f ms", 1000.0 * (double)(indexed - begin) / CLOCKS_PER_SEC);
  g_assert_cmpfloat (per_query, <, GUARD);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/search/order", test_order);
  g_test_add_func ("/core/search/folding", test_folding);
  g_test_add_func ("/core/search/kinds", test_kinds);
  g_test_add_func ("/core/search/limit", test_limit);
  g_test_add_func ("/core/search/home", test_home);
  g_test_add_func ("/core/search/excerpt", test_excerpt);
  g_test_add_func ("/core/search/speed", test_speed);
  return g_test_run ();
}
