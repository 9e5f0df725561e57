/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who stands together: which parties and goals count, causes that add up, margins. */

#include "config.h"

#include "analysis/sl-stands-together.h"
#include "base/sl-date.h"
#include "base/sl-id.h"
#include "plan-builder.h"

#include <math.h>

static void
add_position (SlStore *store, const char *party, const char *goal, const char *value)
{
  builder_add (store, SL_KIND_POSITION, SL_POSITION_PARTY, party, SL_POSITION_GOAL, goal,
               SL_POSITION_VALUE, value, -1);
}

/* Sales and Finance agree on one goal and part over another that weighs three times as much. */
static SlStore *
plan_new (void)
{
  SlStore *store = builder_new ();

  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Sales", SL_PARTY_POWER, "8",
               SL_PARTY_INTEREST, "5", -1);
  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Finance", SL_PARTY_POWER, "4",
               SL_PARTY_INTEREST, "5", -1);
  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Clerk", -1);
  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Former", SL_PARTY_POWER, "9", SL_PARTY_GONE,
               "1", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Speed", SL_GOAL_SHARED, "1", SL_GOAL_WEIGHT,
               "1", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Margin", SL_GOAL_SHARED, "1", SL_GOAL_WEIGHT,
               "3", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Own", -1);
  add_position (store, "@Sales", "@Speed", "3");
  add_position (store, "@Finance", "@Speed", "1");
  add_position (store, "@Sales", "@Margin", "-1");
  add_position (store, "@Finance", "@Margin", "2");
  add_position (store, "@Sales", "@Own", "3");
  return store;
}

static SlFacts *
facts_of (SlStore *store)
{
  gint64 today;

  g_assert_true (sl_day_from_iso ("2026-11-16", &today));
  return sl_facts_new (sl_store_get_snapshot (store), today);
}

static void
test_pairs (void)
{
  g_autoptr (SlStore) store = plan_new ();
  g_autoptr (SlFacts) facts = facts_of (store);
  g_autoptr (SlStandsTogether) all = sl_stands_together_new (facts);
  const SlPositionPair *pair;

  g_assert_cmpuint (all->n_parties, ==, 2);
  g_assert_cmpuint (all->n_goals, ==, 2);
  pair = sl_stands_together_get (all, 0, 1);
  g_assert_cmpfloat_with_epsilon (pair->convergence, 0.5 * 2.0, 1e-12);
  g_assert_cmpfloat_with_epsilon (pair->divergence, 1.5 * 1.5, 1e-12);
  g_assert_cmpuint (pair->n_compared, ==, 2);
  g_assert_cmpfloat (sl_stands_together_get (all, 1, 0)->divergence, ==, pair->divergence);
}

static void
test_causes (void)
{
  g_autoptr (SlStore) store = plan_new ();
  g_autoptr (SlFacts) facts = facts_of (store);
  g_autoptr (SlStandsTogether) all = sl_stands_together_new (facts);
  g_autoptr (GArray) causes = sl_stands_together_causes (all, 0, 1);
  g_autoptr (GArray) none = sl_stands_together_causes (all, 1, 1);
  const SlStandCause *first = &g_array_index (causes, SlStandCause, 0);

  g_assert_cmpuint (causes->len, ==, 2);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpstr (sl_facts_title (facts, facts->goals[all->goals[first->goal]].id), ==, "Margin");
  g_assert_cmpfloat_with_epsilon (first[0].amount, -sl_stands_together_get (all, 0, 1)->divergence,
                                  1e-12);
  g_assert_cmpfloat_with_epsilon (first[1].amount, sl_stands_together_get (all, 0, 1)->convergence,
                                  1e-12);
}

/* Sales has twice the influence of Finance. */
static void
test_margins (void)
{
  g_autoptr (SlStore) store = plan_new ();
  g_autoptr (SlFacts) facts = facts_of (store);
  g_autoptr (SlStandsTogether) all = sl_stands_together_new (facts);

  g_assert_true (all->goal_margins[0].backed_by_all);
  g_assert_false (all->goal_margins[1].backed_by_all);
  g_assert_cmpfloat_with_epsilon (all->goal_margins[1].support, 20.0 * 2.0 / (40.0 + 20.0 * 2.0),
                                  1e-12);
  g_assert_cmpfloat_with_epsilon (all->party_margins[0].mean, 1.0, 1e-12);
  g_assert_cmpfloat (all->party_margins[0].unasked, ==, 0.0);
}

/* Before anything is shared all goals are looked at, with equal weight. */
static void
test_nothing_shared (void)
{
  g_autoptr (SlStore) store = plan_new ();
  g_autoptr (SlFacts) facts = NULL;
  g_autoptr (SlStandsTogether) all = NULL;

  builder_set (store, builder_find (store, "Speed"), SL_GOAL_SHARED, "0");
  builder_set (store, builder_find (store, "Margin"), SL_GOAL_SHARED, "0");
  facts = facts_of (store);
  all = sl_stands_together_new (facts);
  g_assert_cmpuint (all->n_goals, ==, 3);
  g_assert_cmpfloat (all->weights[1], ==, 1.0);
  g_assert_cmpuint (sl_stands_together_get (all, 0, 1)->n_compared, ==, 2);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sl_id_seed (20260715);
  g_test_add_func ("/core/stands-together/pairs", test_pairs);
  g_test_add_func ("/core/stands-together/causes", test_causes);
  g_test_add_func ("/core/stands-together/margins", test_margins);
  g_test_add_func ("/core/stands-together/nothing-shared", test_nothing_shared);
  return g_test_run ();
}
