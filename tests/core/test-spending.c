/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Weeks of people, wasted resources and who pays: small plans, worked out by hand. */

#include "config.h"

#include "analysis/sl-spending.h"
#include "analysis/sl-week-load.h"
#include "base/sl-date.h"
#include "plan-builder.h"

#include <math.h>

/* Monday, 16 March 2026 */
#define TODAY 20528

static void
add_goals (SlStore *store)
{
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Grow", SL_GOAL_LEVEL, "objective", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Sell more", SL_GOAL_PARENT, "@Grow", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Paint the hall", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Old fair", SL_GOAL_PARENT, "@Grow",
               SL_GOAL_STATUS, "dropped", -1);
}

static void
add_budget (SlStore *store, const char *title, const char *item, const char *planned)
{
  if (item != NULL)
    builder_add (store, SL_KIND_BUDGET, SL_BUDGET_TITLE, title, SL_BUDGET_ITEM, item,
                 SL_BUDGET_PLANNED, planned, -1);
  else
    builder_add (store, SL_KIND_BUDGET, SL_BUDGET_TITLE, title, SL_BUDGET_PLANNED, planned, -1);
}

static void
test_wasted (void)
{
  g_autoptr (SlStore) store = builder_new ();

  add_goals (store);
  add_budget (store, "Shop", "@Sell more", "60000");
  add_budget (store, "Colours", "@Paint the hall", "20000");
  add_budget (store, "Stand", "@Old fair", "15000");
  add_budget (store, "Something", NULL, "5000");
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Build", SL_TASK_GOAL, "@Sell more",
               SL_TASK_EFFORT, "6", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Tidy up", SL_TASK_EFFORT, "2", -1);
  g_autoptr (SlFacts) facts = sl_facts_new (sl_store_get_snapshot (store), TODAY);
  g_autoptr (SlSpending) spending = sl_spending_new (facts);
  g_assert_cmpfloat (spending->money[SL_SPENDING_ALIGNED], ==, 60000);
  g_assert_cmpfloat (spending->money[SL_SPENDING_NO_PATH], ==, 25000);
  g_assert_cmpfloat (spending->money[SL_SPENDING_STOPPED], ==, 15000);
  g_assert_cmpfloat (spending->days[SL_SPENDING_NO_PATH], ==, 2);
  g_assert_cmpfloat_with_epsilon (sl_spending_wasted (spending->money), 0.4, 1e-12);
  g_assert_cmpfloat_with_epsilon (sl_spending_wasted (spending->days), 0.25, 1e-12);
  /* The largest of a type first. */
  g_assert_cmpfloat (g_array_index (spending->lines, SlSpendingLine, 2).money, ==, 20000);
}

/* A line counts once: what is planned, else committed, else spent. Work that is over counts no
 * more.
 */
static void
test_shares (void)
{
  g_autoptr (SlStore) store = builder_new ();

  add_goals (store);
  builder_add (store, SL_KIND_BUDGET, SL_BUDGET_TITLE, "Shop", SL_BUDGET_ITEM, "@Sell more",
               SL_BUDGET_PLANNED, "70000", SL_BUDGET_COMMITTED, "90000", SL_BUDGET_SPENT, "99000",
               -1);
  builder_add (store, SL_KIND_BUDGET, SL_BUDGET_TITLE, "Paint", SL_BUDGET_ITEM, "@Paint the hall",
               SL_BUDGET_COMMITTED, "20000", SL_BUDGET_SPENT, "5000", -1);
  builder_add (store, SL_KIND_BUDGET, SL_BUDGET_TITLE, "Stand", SL_BUDGET_ITEM, "@Old fair",
               SL_BUDGET_SPENT, "10000", -1);
  builder_add (store, SL_KIND_BUDGET, SL_BUDGET_TITLE, "Empty", SL_BUDGET_ITEM, "@Old fair", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Build", SL_TASK_GOAL, "@Sell more",
               SL_TASK_EFFORT, "5", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Draw", SL_TASK_GOAL, "@Sell more",
               SL_TASK_EFFORT, "40", SL_TASK_STATUS, "done", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Brush", SL_TASK_GOAL, "@Paint the hall",
               SL_TASK_EFFORT, "1", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Tent", SL_TASK_GOAL, "@Old fair",
               SL_TASK_EFFORT, "2", -1);
  g_autoptr (SlFacts) facts = sl_facts_new (sl_store_get_snapshot (store), TODAY);
  g_autoptr (SlSpending) spending = sl_spending_new (facts);
  g_assert_cmpfloat (sl_spending_total (spending->money), ==, 100000);
  g_assert_cmpfloat (spending->money[SL_SPENDING_NO_PATH], ==, 20000);
  g_assert_cmpfloat (spending->money[SL_SPENDING_STOPPED], ==, 10000);
  g_assert_cmpfloat_with_epsilon (sl_spending_wasted (spending->money), 0.3, 1e-12);
  g_assert_cmpfloat (sl_spending_total (spending->days), ==, 8);
  g_assert_cmpfloat (spending->days[SL_SPENDING_STOPPED], ==, 2);
  g_assert_cmpfloat_with_epsilon (sl_spending_wasted (spending->days), 3.0 / 8.0, 1e-12);
  /* Neither the line without an amount nor the task that is done. */
  g_assert_cmpuint (spending->lines->len, ==, 6);
}

/* Of alternatives the one with most money counts, the others are paid a second time. */
static void
test_twice (void)
{
  g_autoptr (SlStore) store = builder_new ();

  add_goals (store);
  builder_set (store, builder_find (store, "Grow"), SL_GOAL_REFINEMENT, "xor");
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Buy a rival", SL_GOAL_PARENT, "@Grow", -1);
  add_budget (store, "Shop", "@Sell more", "60000");
  add_budget (store, "Advice", "@Buy a rival", "90000");
  add_budget (store, "Signs", "@Sell more", "1000");
  g_autoptr (SlFacts) facts = sl_facts_new (sl_store_get_snapshot (store), TODAY);
  g_autoptr (SlSpending) spending = sl_spending_new (facts);
  g_assert_cmpfloat (spending->money[SL_SPENDING_ALIGNED], ==, 90000);
  g_assert_cmpfloat (spending->money[SL_SPENDING_TWICE], ==, 61000);
}

static void
test_nothing (void)
{
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (SlFacts) facts = sl_facts_new (sl_store_get_snapshot (store), TODAY);
  g_autoptr (SlSpending) spending = sl_spending_new (facts);

  g_assert_true (isnan (sl_spending_wasted (spending->money)));
  g_autoptr (SlWeekLoad) weeks = sl_week_load_new (facts, 1, 10);
  g_assert_cmpuint (weeks->parties->len, ==, 0);
}

static void
test_sources (void)
{
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (GArray) sources = NULL;

  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Sales", -1);
  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Bank", -1);
  builder_add (store, SL_KIND_BUDGET, SL_BUDGET_TITLE, "A", SL_BUDGET_PARTY, "@Sales",
               SL_BUDGET_PLANNED, "100", SL_BUDGET_SPENT, "40", -1);
  builder_add (store, SL_KIND_BUDGET, SL_BUDGET_TITLE, "B", SL_BUDGET_PARTY, "@Bank",
               SL_BUDGET_PLANNED, "300", SL_BUDGET_COMMITTED, "200", -1);
  builder_add (store, SL_KIND_BUDGET, SL_BUDGET_TITLE, "C", SL_BUDGET_PARTY, "@Sales",
               SL_BUDGET_PLANNED, "50", -1);
  builder_add (store, SL_KIND_BUDGET, SL_BUDGET_TITLE, "D", SL_BUDGET_PLANNED, "900", -1);
  sources = sl_sources_new (sl_store_get_snapshot (store));
  g_assert_cmpuint (sources->len, ==, 3);
  g_assert_cmpint (g_array_index (sources, SlSource, 0).party, ==, builder_find (store, "Bank"));
  g_assert_cmpint (g_array_index (sources, SlSource, 0).committed, ==, 200);
  g_assert_cmpint (g_array_index (sources, SlSource, 1).planned, ==, 150);
  g_assert_cmpint (g_array_index (sources, SlSource, 1).spent, ==, 40);
  g_assert_cmpint (g_array_index (sources, SlSource, 2).party, ==, SL_ID_NONE);
}

/* Anna has one task in the first week and two at once at the end of the second; Ben works half
 * days.
 */
static void
test_weeks (void)
{
  g_autoptr (SlStore) store = builder_new ();

  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Anna", SL_PARTY_TYPE, "person", -1);
  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Ben", SL_PARTY_TYPE, "person",
               SL_PARTY_CAPACITY, "0.5", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "One", SL_TASK_START, "2026-03-16", SL_TASK_DUE,
               "2026-03-27", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Two", SL_TASK_START, "2026-03-25", SL_TASK_DUE,
               "2026-03-27", -1);
  builder_add (store, SL_KIND_ALLOCATION, SL_ALLOCATION_TASK, "@One", SL_ALLOCATION_PARTY, "@Anna",
               SL_ALLOCATION_UNITS, "0.8", -1);
  builder_add (store, SL_KIND_ALLOCATION, SL_ALLOCATION_TASK, "@Two", SL_ALLOCATION_PARTY, "@Anna",
               SL_ALLOCATION_UNITS, "0.5", -1);
  builder_add (store, SL_KIND_ALLOCATION, SL_ALLOCATION_TASK, "@Two", SL_ALLOCATION_PARTY, "@Ben",
               SL_ALLOCATION_UNITS, "0.5", -1);
  g_autoptr (SlFacts) facts = sl_facts_new (sl_store_get_snapshot (store), TODAY);
  g_autoptr (SlWeekLoad) weeks = sl_week_load_new (facts, 1, 10);
  g_assert_cmpuint (weeks->parties->len, ==, 2);
  g_assert_cmpuint (weeks->n_weeks, ==, 2);
  g_assert_cmpint (weeks->first, ==, TODAY);
  g_assert_cmpfloat_with_epsilon (sl_week_load_get (weeks, 0, 0)->share, 0.8, 1e-9);
  /* (5 x 0.8 + 3 x 0.5) of five days, three of which are too full */
  g_assert_cmpfloat_with_epsilon (sl_week_load_get (weeks, 0, 1)->share, 1.1, 1e-9);
  g_assert_cmpuint (sl_week_load_get (weeks, 0, 1)->over_days, ==, 3);
  g_assert_cmpfloat_with_epsilon (sl_week_load_get (weeks, 1, 1)->share, 0.6, 1e-9);
  g_assert_cmpuint (sl_week_load_get (weeks, 1, 1)->over_days, ==, 0);
  g_autoptr (SlWeekLoad) one = sl_week_load_new (facts, 1, 1);
  g_assert_cmpuint (one->n_weeks, ==, 1);
  g_assert_cmpuint (one->n_later, ==, 1);
}

/* Weeks that begin on Sunday, or in the middle of what is worked. */
static void
test_week_start (void)
{
  g_autoptr (SlStore) store = builder_new ();

  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Anna", SL_PARTY_TYPE, "person", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "One", SL_TASK_START, "2026-03-16", SL_TASK_DUE,
               "2026-03-20", -1);
  builder_add (store, SL_KIND_ALLOCATION, SL_ALLOCATION_TASK, "@One", SL_ALLOCATION_PARTY, "@Anna",
               SL_ALLOCATION_UNITS, "1", -1);
  g_autoptr (SlFacts) facts = sl_facts_new (sl_store_get_snapshot (store), TODAY);
  const SlWeekLoad *sunday = sl_week_load_of (facts, 7);
  const SlWeekLoad *thursday = sl_week_load_of (facts, 4);
  g_assert_cmpint (sunday->first, ==, TODAY - 1);
  g_assert_cmpuint (sunday->n_weeks, ==, 1);
  g_assert_cmpfloat_with_epsilon (sl_week_load_get (sunday, 0, 0)->share, 1.0, 1e-9);
  g_assert_cmpint (thursday->first, ==, TODAY - 4);
  g_assert_cmpuint (thursday->n_weeks, ==, 2);
  g_assert_cmpfloat_with_epsilon (sl_week_load_get (thursday, 0, 0)->share, 0.6, 1e-9);
  g_assert_cmpfloat_with_epsilon (sl_week_load_get (thursday, 0, 1)->share, 0.4, 1e-9);
  g_assert_true (sl_week_load_of (facts, 7) == sunday);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/spending/wasted", test_wasted);
  g_test_add_func ("/core/spending/shares", test_shares);
  g_test_add_func ("/core/spending/week-start", test_week_start);
  g_test_add_func ("/core/spending/twice", test_twice);
  g_test_add_func ("/core/spending/nothing", test_nothing);
  g_test_add_func ("/core/spending/sources", test_sources);
  g_test_add_func ("/core/spending/weeks", test_weeks);
  return g_test_run ();
}
