/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Change sets: inverse, net effect, difference and text. */

#include "config.h"

#include "random-plan.h"

#include <string.h>

#define ALL_KINDS (SL_KIND_BIT (SL_N_KINDS) - 1)

static void
apply_all (SlStore *store, const SlChangeSet *changes)
{
  for (guint i = 0; i < sl_change_set_length (changes); i++)
    sl_store_apply (store, sl_change_set_get (changes, i));
}

/* A store with the same records as @plan. */
static SlStore *
clone_store (const SlSnapshot *plan)
{
  SlStore *store = sl_store_new ();
  g_autoptr (SlChangeSet) all = sl_change_set_diff (sl_store_get_snapshot (store), plan);

  apply_all (store, all);
  return store;
}

static void
assert_same_plan (SlStore *store, const SlSnapshot *expected)
{
  g_autofree char *dump = sl_snapshot_dump (sl_store_get_snapshot (store));
  g_autofree char *expected_dump = sl_snapshot_dump (expected);

  g_assert_cmpstr (dump, ==, expected_dump);
}

static void
test_clone (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  g_autoptr (SlStore) clone = NULL;

  for (guint i = 0; i < 500; i++)
    random_change (store, changes, ALL_KINDS);
  clone = clone_store (sl_store_get_snapshot (store));
  assert_same_plan (clone, sl_store_get_snapshot (store));
}

/* The number of changes that no set can go below. */
static guint
count_least (const SlSnapshot *from, const SlSnapshot *to)
{
  g_autoptr (SlChangeSet) diff = sl_change_set_diff (from, to);

  return sl_change_set_length (diff);
}

static void
test_random_histories (void)
{
  g_autoptr (SlStore) store = sl_store_new ();

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (SlChangeSet) changes = sl_change_set_new ();
      g_autoptr (SlChangeSet) inverse = NULL;
      g_autoptr (SlChangeSet) net = NULL;
      g_autoptr (SlChangeSet) net_inverse = NULL;
      g_autoptr (SlSnapshot) from = sl_snapshot_ref (sl_store_get_snapshot (store));
      g_autoptr (SlSnapshot) to = NULL;
      g_autoptr (SlStore) other = NULL;
      int length = g_test_rand_int_range (0, 60);

      for (int i = 0; i < length; i++)
        random_change (store, changes, ALL_KINDS);
      /* Every third time, also what undo does in the same set. */
      if (round % 3 == 0 && length > 20)
        {
          g_autoptr (SlChangeSet) half = sl_change_set_invert (changes);
          guint n = sl_change_set_length (half);

          for (guint i = 0; i < n / 2; i++)
            {
              const SlChange *c = sl_change_set_get (half, i);

              if (c->op == SL_CHANGE_INSERT)
                sl_change_set_append_insert (changes, c->kind, c->id, c->row);
              else if (c->op == SL_CHANGE_REMOVE)
                sl_change_set_append_remove (changes, c->kind, c->id, c->row);
              else
                sl_change_set_append_set (changes, c->kind, c->id, c->field, &c->old_value,
                                          &c->new_value);
              apply_last (store, changes);
            }
        }
      to = sl_snapshot_ref (sl_store_get_snapshot (store));

      other = clone_store (from);
      net = sl_change_set_net (changes);
      apply_all (other, net);
      assert_same_plan (other, to);
      g_assert_cmpuint (sl_change_set_length (net), ==, count_least (from, to));

      net_inverse = sl_change_set_invert (net);
      apply_all (other, net_inverse);
      assert_same_plan (other, from);

      inverse = sl_change_set_invert (changes);
      apply_all (store, inverse);
      assert_same_plan (store, from);
      apply_all (store, changes);
      assert_same_plan (store, to);
    }
}

static void
test_net_cases (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) before = sl_change_set_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  g_autoptr (SlChangeSet) net = NULL;
  SlId goal = add_titled (store, before, SL_KIND_GOAL, "Goal", SL_ID_NONE, "V");
  SlId other = add_titled (store, before, SL_KIND_GOAL, "Other", SL_ID_NONE, "W");
  SlId passing;
  g_auto (SlValue) one = sl_value_text ("one");
  g_auto (SlValue) title = sl_value_text ("Goal");
  SlValue due = sl_value_int (1);
  SlValue null = SL_VALUE_INIT;

  /* There and back; added and removed; changed and removed. */
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_TITLE, &one);
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_DUE, &due);
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_TITLE, &title);
  passing = add_titled (store, changes, SL_KIND_GOAL, "Passing", SL_ID_NONE, "X");
  apply_remove (store, changes, SL_KIND_GOAL, passing);
  apply_set (store, changes, SL_KIND_GOAL, other, SL_GOAL_TITLE, &one);
  apply_remove (store, changes, SL_KIND_GOAL, other);
  net = sl_change_set_net (changes);
  g_assert_cmpuint (sl_change_set_length (net), ==, 2);
  g_assert_cmpint (sl_change_set_get (net, 0)->op, ==, SL_CHANGE_SET);
  g_assert_cmpuint (sl_change_set_get (net, 0)->field, ==, SL_GOAL_DUE);
  g_assert_true (sl_value_equal (&sl_change_set_get (net, 0)->old_value, &null));
  g_assert_cmpint (sl_change_set_get (net, 1)->op, ==, SL_CHANGE_REMOVE);
  g_assert_cmpstr (sl_change_set_get (net, 1)->row[SL_GOAL_TITLE].s, ==, "Other");
}

/* A record that goes and comes back otherwise has changed, whatever way it took. */
static void
test_net_return (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) before = sl_change_set_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  g_autoptr (SlChangeSet) net = NULL;
  SlId goal = add_titled (store, before, SL_KIND_GOAL, "Goal", SL_ID_NONE, "V");
  SlValue *row = g_new0 (SlValue, SL_GOAL_N_FIELDS);
  SlValue due = sl_value_int (1);

  for (guint i = 0; i < SL_GOAL_N_FIELDS; i++)
    row[i] = sl_value_copy (&sl_change_set_get (before, 0)->row[i]);
  row[SL_GOAL_PROGRESS] = sl_value_real (0.5);
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_DUE, &due);
  apply_remove (store, changes, SL_KIND_GOAL, goal);
  apply_insert (store, changes, SL_KIND_GOAL, goal, row);
  net = sl_change_set_net (changes);
  g_assert_cmpuint (sl_change_set_length (net), ==, 1);
  g_assert_cmpint (sl_change_set_get (net, 0)->op, ==, SL_CHANGE_SET);
  g_assert_cmpuint (sl_change_set_get (net, 0)->field, ==, SL_GOAL_PROGRESS);
  random_row_free (sl_kind (SL_KIND_GOAL), row);
}

/* What a set names exists when its turn comes, and what named a record is gone before it. */
static void
test_net_order (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) before = sl_change_set_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  g_autoptr (SlChangeSet) net = NULL;
  SlId goal = add_titled (store, before, SL_KIND_GOAL, "Goal", SL_ID_NONE, "V");
  SlId sales = add_titled (store, before, SL_KIND_PARTY, "Sales", SL_ID_NONE, "V");
  SlId anna;
  SlValue owner = sl_value_int (sales);
  SlValue due = sl_value_int (1);

  apply_set (store, before, SL_KIND_GOAL, goal, SL_GOAL_OWNER, &owner);
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_DUE, &due);
  anna = add_titled (store, changes, SL_KIND_PARTY, "Anna", SL_ID_NONE, "W");
  owner = sl_value_int (anna);
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_OWNER, &owner);
  apply_remove (store, changes, SL_KIND_PARTY, sales);
  due = sl_value_int (2);
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_DUE, &due);

  net = sl_change_set_net (changes);
  g_assert_cmpuint (sl_change_set_length (net), ==, 4);
  g_assert_cmpint (sl_change_set_get (net, 0)->id, ==, anna);
  g_assert_cmpuint (sl_change_set_get (net, 1)->field, ==, SL_GOAL_OWNER);
  g_assert_cmpint (sl_change_set_get (net, 2)->id, ==, sales);
  g_assert_cmpuint (sl_change_set_get (net, 3)->field, ==, SL_GOAL_DUE);
}

static void
test_touches (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();

  g_assert_false (sl_change_set_touches (changes, SL_KIND_GOAL));
  add_titled (store, changes, SL_KIND_GOAL, "Goal", SL_ID_NONE, "V");
  g_assert_true (sl_change_set_touches (changes, SL_KIND_GOAL));
  g_assert_false (sl_change_set_touches (changes, SL_KIND_TASK));
}

static void
test_describe (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  g_autoptr (SlSnapshot) from = NULL;
  g_autoptr (SlChangeSet) diff = NULL;
  g_autofree char *text = NULL;
  g_autofree char *same = NULL;
  SlId goal = add_titled (store, changes, SL_KIND_GOAL, "Cut delivery time", SL_ID_NONE, "V");
  SlId old = add_titled (store, changes, SL_KIND_GOAL, "Old\ngoal", SL_ID_NONE, "W");
  SlId sales = add_titled (store, changes, SL_KIND_PARTY, "Sales", SL_ID_NONE, "V");
  SlValue position[SL_POSITION_N_FIELDS] = { 0 };
  SlValue due = sl_value_int (sl_day_from_ymd (2026, 3, 1));
  SlValue owner = sl_value_int (sales);

  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_DUE, &due);
  from = sl_snapshot_ref (sl_store_get_snapshot (store));
  due = sl_value_int (sl_day_from_ymd (2026, 4, 1));
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_DUE, &due);
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_OWNER, &owner);
  apply_remove (store, changes, SL_KIND_GOAL, old);
  position[SL_POSITION_PARTY] = sl_value_int (sales);
  position[SL_POSITION_GOAL] = sl_value_int (goal);
  apply_insert (store, changes, SL_KIND_POSITION, sl_id_new (), position);
  diff = sl_change_set_diff (from, sl_store_get_snapshot (store));
  text = sl_change_set_describe (diff, from, sl_store_get_snapshot (store));
  g_assert_cmpstr (text, ==,
                   "+ position “Sales” / “Cut delivery time”\n"
                   "~ goal “Cut delivery time” owner: (none) -> “Sales”\n"
                   "~ goal “Cut delivery time” due: 2026-03-01 -> 2026-04-01\n"
                   "- goal “Old goal”\n");

  g_clear_pointer (&diff, sl_change_set_unref);
  diff = sl_change_set_diff (from, from);
  same = sl_change_set_to_text (diff);
  g_assert_cmpstr (same, ==, "");
}

static void
test_to_text (void)
{
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  SlValue row[SL_PRIORITY_N_FIELDS] = { 0 };
  SlValue old_points = sl_value_real (10);
  SlValue new_points = sl_value_real (12.5);
  const SlId id = G_GINT64_CONSTANT (1) << 32;
  g_autofree char *text = NULL;

  row[SL_PRIORITY_PARTY] = sl_value_int (id + 1);
  row[SL_PRIORITY_GOAL] = sl_value_int (id + 2);
  sl_change_set_append_insert (changes, SL_KIND_PRIORITY, id, row);
  sl_change_set_append_set (changes, SL_KIND_PRIORITY, id, SL_PRIORITY_POINTS, &old_points,
                            &new_points);
  sl_change_set_append_remove (changes, SL_KIND_PRIORITY, id, row);
  text = sl_change_set_to_text (changes);
  g_assert_cmpstr (text, ==,
                   "+ priority 0000004000000 party: 0000004000001 goal: 0000004000002\n"
                   "~ priority 0000004000000 points: 10 -> 12.5\n"
                   "- priority 0000004000000 party: 0000004000001 goal: 0000004000002\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/change/clone", test_clone);
  g_test_add_func ("/core/change/random-histories", test_random_histories);
  g_test_add_func ("/core/change/net-cases", test_net_cases);
  g_test_add_func ("/core/change/net-return", test_net_return);
  g_test_add_func ("/core/change/net-order", test_net_order);
  g_test_add_func ("/core/change/touches", test_touches);
  g_test_add_func ("/core/change/describe", test_describe);
  g_test_add_func ("/core/change/to-text", test_to_text);
  return g_test_run ();
}
