/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Line of sight and satisfaction over the links of a plan, and why in words. */

#include "config.h"

#include "analysis/sl-satisfaction.h"
#include "base/sl-date.h"
#include "base/sl-id.h"
#include "plan-builder.h"

#include <math.h>
#include <string.h>

static SlFacts *
facts_of (SlStore *store)
{
  gint64 today;

  g_assert_true (sl_day_from_iso ("2026-11-16", &today));
  return sl_facts_new (sl_store_get_snapshot (store), today);
}

static const SlFactGoal *
goal_of (const SlFacts *facts, SlStore *store, const char *title)
{
  int goal = sl_facts_goal (facts, builder_find (store, title));

  g_assert_cmpint (goal, >=, 0);
  return &facts->goals[goal];
}

static void
add_goal (SlStore *store, const char *title, const char *parent)
{
  if (parent == NULL)
    builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, title, -1);
  else
    builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, title, SL_GOAL_PARENT, parent, -1);
}

static void
add_link (SlStore *store, const char *source, const char *target, const char *strength)
{
  builder_add (store, SL_KIND_GOAL_LINK, SL_GOAL_LINK_SOURCE, source, SL_GOAL_LINK_TARGET, target,
               SL_GOAL_LINK_STRENGTH, strength, -1);
}

/* The example of the method: one goal takes away more than another adds. */
static SlStore *
margin_plan (void)
{
  SlStore *store = builder_new ();

  add_goal (store, "Raise gross margin", NULL);
  add_goal (store, "Launch fast", NULL);
  add_goal (store, "Price increase", NULL);
  add_link (store, "@Launch fast", "@Raise gross margin", "-75");
  add_link (store, "@Price increase", "@Raise gross margin", "50");
  return store;
}

static void
test_margin (void)
{
  g_autoptr (SlStore) store = margin_plan ();
  g_autoptr (SlFacts) facts = facts_of (store);
  const SlFactGoal *margin = goal_of (facts, store, "Raise gross margin");
  g_autofree char *why = sl_facts_explain_satisfaction (facts, (guint)(margin - facts->goals));

  g_assert_cmpfloat (margin->satisfaction, ==, -25.0);
  g_assert_false (margin->satisfaction_known);
  g_assert_cmpfloat (goal_of (facts, store, "Launch fast")->satisfaction, ==, 100.0);
  g_assert_cmpstr (why, ==,
                   "“Raise gross margin” ends at −25 of 100 even if everybody succeeds: “Launch "
                   "fast” takes away 75, “Price increase” adds 50. Not all that it rests on has a "
                   "value yet.");
}

static void
test_known (void)
{
  g_autoptr (SlStore) store = margin_plan ();
  g_autoptr (SlFacts) facts = NULL;

  builder_set (store, builder_find (store, "Launch fast"), SL_GOAL_PROGRESS, "0.4");
  builder_set (store, builder_find (store, "Price increase"), SL_GOAL_PROGRESS, "0");
  facts = facts_of (store);
  g_assert_true (goal_of (facts, store, "Raise gross margin")->satisfaction_known);
}

/* Own work brings 100, of which others take away. */
static void
test_work (void)
{
  g_autoptr (SlStore) store = margin_plan ();
  g_autoptr (SlFacts) facts = NULL;

  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Renegotiate", SL_TASK_GOAL,
               "@Raise gross margin", -1);
  facts = facts_of (store);
  g_assert_cmpfloat (goal_of (facts, store, "Raise gross margin")->satisfaction, ==, 75.0);
}

static void
test_condition (void)
{
  g_autoptr (SlStore) store = margin_plan ();
  SlId link = sl_table_id (sl_snapshot_table (sl_store_get_snapshot (store), SL_KIND_GOAL_LINK), 0);
  g_autoptr (SlFacts) facts = NULL;

  builder_set (store, link, SL_GOAL_LINK_PROBABILITY, "0.2");
  facts = facts_of (store);
  g_assert_cmpfloat (goal_of (facts, store, "Raise gross margin")->satisfaction, ==, 35.0);
}

static void
test_parked (void)
{
  g_autoptr (SlStore) store = margin_plan ();
  g_autoptr (SlFacts) facts = NULL;

  builder_set (store, builder_find (store, "Launch fast"), SL_GOAL_STATUS, "parked");
  facts = facts_of (store);
  g_assert_cmpfloat (goal_of (facts, store, "Raise gross margin")->satisfaction, ==, 50.0);
  g_assert_true (isnan (goal_of (facts, store, "Launch fast")->satisfaction));
}

/* All parts are needed, or one of them is enough. */
static void
test_parts (void)
{
  g_autoptr (SlStore) store = margin_plan ();
  g_autoptr (SlFacts) all = NULL;
  g_autoptr (SlFacts) any = NULL;

  add_goal (store, "Stay in business", NULL);
  builder_set (store, builder_find (store, "Raise gross margin"), SL_GOAL_PARENT,
               "@Stay in business");
  builder_add (store, SL_KIND_GOAL_PARENT, SL_GOAL_PARENT_GOAL, "@Launch fast",
               SL_GOAL_PARENT_PARENT, "@Stay in business", -1);
  all = facts_of (store);
  g_assert_cmpfloat (goal_of (all, store, "Stay in business")->satisfaction, ==, -25.0);
  builder_set (store, builder_find (store, "Stay in business"), SL_GOAL_REFINEMENT, "or");
  any = facts_of (store);
  g_assert_cmpfloat (goal_of (any, store, "Stay in business")->satisfaction, ==, 100.0);
}

/* A measured value counts in place of the work: 50 lies 20 of 70 beyond what is acceptable. */
static void
test_measured (void)
{
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (SlFacts) facts = NULL;

  add_goal (store, "Win users", NULL);
  builder_add (store, SL_KIND_KPI, SL_KPI_TITLE, "Users", SL_KPI_GOAL, "@Win users",
               SL_KPI_BASELINE, "0", SL_KPI_TARGET, "100", SL_KPI_THRESHOLD, "30", SL_KPI_WORST,
               "0", -1);
  builder_add (store, SL_KIND_KPI_VALUE, SL_KPI_VALUE_KPI, "@Users", SL_KPI_VALUE_DAY, "2026-11-01",
               SL_KPI_VALUE_VALUE, "50", -1);
  facts = facts_of (store);
  g_assert_cmpfloat_with_epsilon (goal_of (facts, store, "Win users")->satisfaction, 2000.0 / 70.0,
                                  1e-9);
  g_assert_true (goal_of (facts, store, "Win users")->satisfaction_known);
}

static void
test_cycle (void)
{
  g_autoptr (SlStore) store = margin_plan ();
  g_autoptr (SlFacts) facts = NULL;
  g_autofree char *why = NULL;
  const SlFactGoal *margin;

  add_link (store, "@Raise gross margin", "@Launch fast", "20");
  facts = facts_of (store);
  margin = goal_of (facts, store, "Raise gross margin");
  why = sl_facts_explain_satisfaction (facts, (guint)(margin - facts->goals));
  g_assert_true (isnan (margin->satisfaction));
  g_assert_false (margin->satisfaction_known);
  g_assert_nonnull (strstr (why, "circle"));
  g_assert_cmpuint (sl_satisfaction_get_cycles (facts->satisfaction)->n_cycles, ==, 1);
}

static void
test_distance (void)
{
  g_autoptr (SlStore) store = margin_plan ();
  g_autoptr (SlFacts) facts = NULL;

  add_goal (store, "Stay in business", NULL);
  builder_set (store, builder_find (store, "Stay in business"), SL_GOAL_LEVEL, "objective");
  builder_set (store, builder_find (store, "Raise gross margin"), SL_GOAL_PARENT,
               "@Stay in business");
  facts = facts_of (store);
  g_assert_cmpint (goal_of (facts, store, "Stay in business")->distance, ==, 0);
  g_assert_cmpint (goal_of (facts, store, "Raise gross margin")->distance, ==, 1);
  g_assert_cmpint (goal_of (facts, store, "Price increase")->distance, ==, 2);
  g_assert_cmpint (goal_of (facts, store, "Launch fast")->distance, ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sl_id_seed (20260715);
  g_test_add_func ("/core/satisfaction/helps-and-hurts", test_margin);
  g_test_add_func ("/core/satisfaction/known", test_known);
  g_test_add_func ("/core/satisfaction/own-work", test_work);
  g_test_add_func ("/core/satisfaction/condition", test_condition);
  g_test_add_func ("/core/satisfaction/parked", test_parked);
  g_test_add_func ("/core/satisfaction/parts", test_parts);
  g_test_add_func ("/core/satisfaction/measured", test_measured);
  g_test_add_func ("/core/satisfaction/cycle", test_cycle);
  g_test_add_func ("/core/satisfaction/distance", test_distance);
  return g_test_run ();
}
