/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the index looks at about people, and what of it counts as known: never what nobody entered.
 */

#include "config.h"

#include "analysis/sl-index-items.h"
#include "near.h"
#include "plan-builder.h"

#define TODAY 20773 /* 2026-11-16 */

static SlStore *
new_plan (void)
{
  SlStore *store = builder_new ();

  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Sales", SL_PARTY_POWER, "7",
               SL_PARTY_INTEREST, "8", -1);
  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Finance", SL_PARTY_POWER, "8",
               SL_PARTY_INTEREST, "4", -1);
  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Anna", SL_PARTY_TYPE, "person",
               SL_PARTY_PARENT, "@Sales", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Deliver", SL_GOAL_LEVEL, "objective",
               SL_GOAL_OWNER, "@Sales", -1);
  return store;
}

/* The item with these keys by titles (NULL: none), or NULL. */
static const SlIndexItem *
find_item (SlStore *store, const SlIndexItems *items, SlSubMeasure sub, const char *first,
           const char *second)
{
  SlId key = builder_find (store, first);
  SlId key2 = second != NULL ? builder_find (store, second) : SL_ID_NONE;
  gboolean is_pair = sub == SL_SUB_A5;
  guint n = 0;
  const SlIndexItem *all = sl_index_items_get (items, &n);
  int at = sl_index_items_find (items, sub, is_pair ? MIN (key, key2) : key,
                                is_pair ? MAX (key, key2) : key2);

  g_assert_cmpint (at, <, (int)n);
  return at >= 0 ? &all[at] : NULL;
}

static void
assert_item (SlStore *store, SlSubMeasure sub, const char *first, const char *second, double weight,
             gboolean assessed)
{
  g_autoptr (SlFacts) facts = sl_facts_new (sl_store_get_snapshot (store), TODAY);
  g_autoptr (SlIndexItems) items = sl_index_items_new (facts);
  const SlIndexItem *item = find_item (store, items, sub, first, second);

  g_assert_nonnull (item);
  assert_near (item->weight, weight);
  g_assert_cmpint (item->assessed, ==, assessed);
}

static void
assert_no_item (SlStore *store, SlSubMeasure sub, const char *first, const char *second)
{
  g_autoptr (SlFacts) facts = sl_facts_new (sl_store_get_snapshot (store), TODAY);
  g_autoptr (SlIndexItems) items = sl_index_items_new (facts);

  g_assert_null (find_item (store, items, sub, first, second));
}

static void
test_engagement (void)
{
  g_autoptr (SlStore) store = new_plan ();
  SlId sales = builder_find (store, "Sales");

  assert_item (store, SL_SUB_A4A, "Sales", NULL, 56, FALSE);
  assert_item (store, SL_SUB_A4A, "Finance", NULL, 32, FALSE);
  /* Persons within departments are not asked one by one. */
  assert_no_item (store, SL_SUB_A4A, "Anna", NULL);
  builder_set (store, sales, SL_PARTY_ENGAGEMENT, "neutral");
  assert_item (store, SL_SUB_A4A, "Sales", NULL, 56, FALSE);
  builder_set (store, sales, SL_PARTY_ENGAGEMENT_WANTED, "supportive");
  assert_item (store, SL_SUB_A4A, "Sales", NULL, 56, TRUE);
  builder_set (store, builder_find (store, "Finance"), SL_PARTY_GONE, "1");
  assert_no_item (store, SL_SUB_A4A, "Finance", NULL);
}

static void
test_awareness (void)
{
  g_autoptr (SlStore) store = new_plan ();

  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Own goal", SL_GOAL_PARENT, "@Deliver", -1);
  assert_item (store, SL_SUB_A4B, "Deliver", "Finance", 0.5, FALSE);
  assert_no_item (store, SL_SUB_A4B, "Own goal", "Finance");
  builder_add (store, SL_KIND_ACKNOWLEDGEMENT, SL_ACKNOWLEDGEMENT_GOAL, "@Deliver",
               SL_ACKNOWLEDGEMENT_PARTY, "@Finance", -1);
  assert_item (store, SL_SUB_A4B, "Deliver", "Finance", 0.5, TRUE);
  assert_item (store, SL_SUB_A4B, "Deliver", "Sales", 0.5, FALSE);
}

static void
test_roles (void)
{
  g_autoptr (SlStore) store = new_plan ();
  SlId pilot = builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Pilot", -1);

  assert_item (store, SL_SUB_A4C, "Pilot", NULL, 1, FALSE);
  builder_set (store, pilot, SL_TASK_OWNER, "@Finance");
  assert_item (store, SL_SUB_A4C, "Pilot", NULL, 1, TRUE);
  builder_set (store, pilot, SL_TASK_STATUS, "done");
  assert_no_item (store, SL_SUB_A4C, "Pilot", NULL);
  /* A goal has an owner; it is looked at when more is said. */
  assert_no_item (store, SL_SUB_A4C, "Deliver", NULL);
  builder_add (store, SL_KIND_ROLE, SL_ROLE_ITEM, "@Deliver", SL_ROLE_PARTY, "@Finance",
               SL_ROLE_LETTER, "informed", -1);
  assert_item (store, SL_SUB_A4C, "Deliver", NULL, 1, TRUE);
}

static void
test_trust (void)
{
  g_autoptr (SlStore) store = new_plan ();

  assert_item (store, SL_SUB_A5, "Sales", "Finance", 1, FALSE);
  /* Anna is of Sales: what she waits for is handed over between the two. */
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Budget", SL_TASK_OWNER, "@Finance", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Tools", SL_TASK_OWNER, "@Anna", -1);
  builder_add (store, SL_KIND_DEPENDENCY, SL_DEPENDENCY_BEFORE, "@Budget", SL_DEPENDENCY_AFTER,
               "@Tools", -1);
  assert_item (store, SL_SUB_A5, "Sales", "Finance", 2, FALSE);
  /* What is said tomorrow is not known today. */
  builder_add (store, SL_KIND_TRUST, SL_TRUST_FROM_PARTY, "@Sales", SL_TRUST_TO_PARTY, "@Finance",
               SL_TRUST_DAY, "2026-11-17", SL_TRUST_ABILITY, "4", -1);
  assert_item (store, SL_SUB_A5, "Sales", "Finance", 2, FALSE);
  builder_add (store, SL_KIND_TRUST, SL_TRUST_FROM_PARTY, "@Sales", SL_TRUST_TO_PARTY, "@Finance",
               SL_TRUST_DAY, "2026-11-16", SL_TRUST_ABILITY, "4", -1);
  assert_item (store, SL_SUB_A5, "Sales", "Finance", 2, TRUE);
}

/* Who works together is asked about trust; who has nothing to do with each other is not. */
static void
test_trust_pairs (void)
{
  g_autoptr (SlStore) store = new_plan ();

  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Service", SL_PARTY_POWER, "3",
               SL_PARTY_INTEREST, "7", -1);
  assert_item (store, SL_SUB_A5, "Sales", "Service", 1, FALSE);
  assert_item (store, SL_SUB_A5, "Finance", "Service", 1, FALSE);
  builder_add (store, SL_KIND_NEED, SL_NEED_TITLE, "Forecast", SL_NEED_PARTY, "@Finance",
               SL_NEED_GOAL, "@Deliver", -1);
  assert_item (store, SL_SUB_A5, "Sales", "Finance", 1, FALSE);
  assert_no_item (store, SL_SUB_A5, "Sales", "Service");
  assert_no_item (store, SL_SUB_A5, "Finance", "Service");
  builder_add (store, SL_KIND_TRUST, SL_TRUST_FROM_PARTY, "@Sales", SL_TRUST_TO_PARTY, "@Service",
               SL_TRUST_DAY, "2026-11-16", SL_TRUST_ABILITY, "4", -1);
  assert_item (store, SL_SUB_A5, "Sales", "Service", 1, TRUE);
}

static void
test_promises (void)
{
  static const char *const days[] = { "2026-09-01", "2026-10-01", "2026-11-01" };
  g_autoptr (SlStore) store = new_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      assert_item (store, SL_SUB_A5, "Sales", "Finance", 1, FALSE);
      builder_add (store, SL_KIND_PROMISE, SL_PROMISE_TITLE, days[i], SL_PROMISE_FROM_PARTY,
                   "@Sales", SL_PROMISE_TO_PARTY, "@Finance", SL_PROMISE_DUE, days[i], -1);
    }
  /* Three are enough to speak of a habit. */
  assert_item (store, SL_SUB_A5, "Sales", "Finance", 1, TRUE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/items-people/engagement", test_engagement);
  g_test_add_func ("/core/items-people/awareness", test_awareness);
  g_test_add_func ("/core/items-people/roles", test_roles);
  g_test_add_func ("/core/items-people/trust", test_trust);
  g_test_add_func ("/core/items-people/trust-pairs", test_trust_pairs);
  g_test_add_func ("/core/items-people/promises", test_promises);
  return g_test_run ();
}
