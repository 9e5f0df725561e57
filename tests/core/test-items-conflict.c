/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What counts as known of conflicts, agreement, line of sight and coverage. */

#include "config.h"

#include "analysis/sl-index-items.h"
#include "base/sl-date.h"
#include "base/sl-id.h"
#include "plan-builder.h"

static SlStore *
plan_new (void)
{
  SlStore *store = builder_new ();

  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Sales", SL_PARTY_POWER, "8", -1);
  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Finance", SL_PARTY_POWER, "4", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Top", SL_GOAL_LEVEL, "objective", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Own", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Task", -1);
  return store;
}

/* Whether the item of @title (and @second) is there, and assessed. */
static gboolean
is_assessed (SlStore *store, SlSubMeasure sub, const char *title, const char *second)
{
  g_autoptr (SlFacts) facts = NULL;
  g_autoptr (SlIndexItems) items = NULL;
  gint64 today;
  guint n;
  int item;

  g_assert_true (sl_day_from_iso ("2026-11-16", &today));
  facts = sl_facts_new (sl_store_get_snapshot (store), today);
  items = sl_index_items_new (facts);
  item = sl_index_items_find (items, sub, builder_find (store, title),
                              second != NULL ? builder_find (store, second) : SL_ID_NONE);
  g_assert_cmpint (item, >=, 0);
  return sl_index_items_get (items, &n)[item].assessed;
}

static void
add_position (SlStore *store, const char *party, const char *source)
{
  builder_add (store, SL_KIND_POSITION, SL_POSITION_PARTY, party, SL_POSITION_GOAL, "@Top",
               SL_POSITION_VALUE, "2", SL_POSITION_SOURCE, source, -1);
}

/* One position says nothing of a conflict, two do. */
static void
test_positions (void)
{
  g_autoptr (SlStore) store = plan_new ();

  g_assert_false (is_assessed (store, SL_SUB_A1, "Top", NULL));
  add_position (store, "@Sales", "guess");
  g_assert_false (is_assessed (store, SL_SUB_A1, "Top", NULL));
  add_position (store, "@Finance", "guess");
  g_assert_true (is_assessed (store, SL_SUB_A1, "Top", NULL));
  g_assert_false (is_assessed (store, SL_SUB_A1, "Own", NULL));
}

static void
test_confirmed (void)
{
  g_autoptr (SlStore) store = plan_new ();

  builder_set (store, builder_find (store, "Own"), SL_GOAL_CONFLICT_CHECKED, "2026-11-01");
  g_assert_true (is_assessed (store, SL_SUB_A1, "Own", NULL));
}

static void
test_recorded (void)
{
  g_autoptr (SlStore) store = plan_new ();

  builder_add (store, SL_KIND_CONFLICT, SL_CONFLICT_TITLE, "Dispute", SL_CONFLICT_GOAL, "@Own", -1);
  g_assert_true (is_assessed (store, SL_SUB_A1, "Own", NULL));
  g_assert_false (is_assessed (store, SL_SUB_A1, "Top", NULL));
}

/* A guess is no answer. */
static void
test_agreement (void)
{
  g_autoptr (SlStore) store = plan_new ();

  add_position (store, "@Sales", "guess");
  add_position (store, "@Finance", "said");
  g_assert_false (is_assessed (store, SL_SUB_A6C, "Top", "Sales"));
  g_assert_true (is_assessed (store, SL_SUB_A6C, "Top", "Finance"));
}

/* Before anything leads to an objective nothing is asked for its way there. */
static void
test_sight (void)
{
  g_autoptr (SlStore) store = plan_new ();

  g_assert_false (is_assessed (store, SL_SUB_A6A, "Own", NULL));
  g_assert_false (is_assessed (store, SL_SUB_A6A, "Task", NULL));
  builder_set (store, builder_find (store, "Task"), SL_TASK_GOAL, "@Top");
  g_assert_true (is_assessed (store, SL_SUB_A6A, "Own", NULL));
  g_assert_true (is_assessed (store, SL_SUB_A6A, "Task", NULL));
}

static void
test_coverage (void)
{
  g_autoptr (SlStore) store = plan_new ();

  g_assert_false (is_assessed (store, SL_SUB_A6B, "Top", NULL));
  builder_set (store, builder_find (store, "Top"), SL_GOAL_OWNER, "@Sales");
  g_assert_true (is_assessed (store, SL_SUB_A6B, "Top", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  sl_id_seed (20260715);
  g_test_add_func ("/core/items-conflict/positions", test_positions);
  g_test_add_func ("/core/items-conflict/confirmed", test_confirmed);
  g_test_add_func ("/core/items-conflict/recorded", test_recorded);
  g_test_add_func ("/core/items-conflict/agreement", test_agreement);
  g_test_add_func ("/core/items-conflict/sight", test_sight);
  g_test_add_func ("/core/items-conflict/coverage", test_coverage);
  return g_test_run ();
}
