/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is touched by a shared goal and was not asked. */

#include "config.h"

#include "analysis/sl-inclusion.h"
#include "base/sl-date.h"
#include "plan-builder.h"

typedef struct
{
  SlStore *store;
  SlId goal;
} Plan;

static void
set_up (Plan *plan, gconstpointer data)
{
  plan->store = builder_new ();
  builder_add (plan->store, SL_KIND_PARTY, SL_PARTY_TITLE, "Sales", SL_PARTY_POWER, "5",
               SL_PARTY_INTEREST, "5", -1);
  builder_add (plan->store, SL_KIND_PARTY, SL_PARTY_TITLE, "Works", SL_PARTY_POWER, "9",
               SL_PARTY_INTEREST, "9", -1);
  builder_add (plan->store, SL_KIND_PARTY, SL_PARTY_TITLE, "Finance", SL_PARTY_POWER, "2",
               SL_PARTY_INTEREST, "2", -1);
  plan->goal = builder_add (plan->store, SL_KIND_GOAL, SL_GOAL_TITLE, "Sell more", SL_GOAL_OWNER,
                            "@Sales", SL_GOAL_SHARED, "true", SL_GOAL_STATUS, "active", -1);
}

static void
tear_down (Plan *plan, gconstpointer data)
{
  g_object_unref (plan->store);
}

static GArray *
find (Plan *plan)
{
  g_autoptr (SlFacts) facts
      = sl_facts_new (sl_store_get_snapshot (plan->store), sl_day_from_ymd (2026, 3, 16));
  return sl_inclusion_find (facts);
}

/* The owner of the goal is not asked; who works for it or needs something of it is. */
static void
test_touched (Plan *plan, gconstpointer data)
{
  g_autoptr (GArray) nobody = find (plan);
  g_assert_cmpuint (nobody->len, ==, 0);
  SlId need = builder_add (plan->store, SL_KIND_NEED, SL_NEED_TITLE, "A forecast", SL_NEED_PARTY,
                           "@Finance", SL_NEED_GOAL, "@Sell more", -1);
  SlId task = builder_add (plan->store, SL_KIND_TASK, SL_TASK_TITLE, "Pilot", SL_TASK_OWNER,
                           "@Works", SL_TASK_GOAL, "@Sell more", -1);
  g_autoptr (GArray) found = find (plan);
  g_assert_cmpuint (found->len, ==, 2);
  /* the most influential first */
  g_assert_cmpint (g_array_index (found, SlUnasked, 0).party, ==,
                   builder_find (plan->store, "Works"));
  g_assert_cmpint (g_array_index (found, SlUnasked, 0).reason, ==, task);
  g_assert_cmpint (g_array_index (found, SlUnasked, 1).reason, ==, need);
  g_assert_cmpint (g_array_index (found, SlUnasked, 1).goal, ==, plan->goal);
  builder_set (plan->store, need, SL_NEED_STATUS, "declined");
  g_autoptr (GArray) fewer = find (plan);
  g_assert_cmpuint (fewer->len, ==, 1);
}

/* A guess is no answer; what was said is. */
static void
test_asked (Plan *plan, gconstpointer data)
{
  builder_add (plan->store, SL_KIND_TASK, SL_TASK_TITLE, "Pilot", SL_TASK_OWNER, "@Works",
               SL_TASK_GOAL, "@Sell more", -1);
  SlId position
      = builder_add (plan->store, SL_KIND_POSITION, SL_POSITION_PARTY, "@Works", SL_POSITION_GOAL,
                     "@Sell more", SL_POSITION_VALUE, "2", SL_POSITION_SOURCE, "guess", -1);
  g_autoptr (GArray) guessed = find (plan);
  g_assert_cmpuint (guessed->len, ==, 1);
  g_assert_true (g_array_index (guessed, SlUnasked, 0).guessed);
  builder_set (plan->store, position, SL_POSITION_SOURCE, "said");
  g_autoptr (GArray) asked = find (plan);
  g_assert_cmpuint (asked->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/core/inclusion/touched", Plan, NULL, set_up, test_touched, tear_down);
  g_test_add ("/core/inclusion/asked", Plan, NULL, set_up, test_asked, tear_down);
  return g_test_run ();
}
