/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables and snapshots: what a reader keeps never changes, and every lookup agrees with a naive
 * scan after any history. */

#include "config.h"

#include "random-plan.h"

#include <math.h>
#include <string.h>

#define ALL_KINDS (SL_KIND_BIT (SL_N_KINDS) - 1)

static void
test_empty (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  const SlSnapshot *plan = sl_store_get_snapshot (store);
  g_autofree char *dump = sl_snapshot_dump (plan);
  guint n = 7;

  g_assert_cmpstr (dump, ==, "");
  g_assert_cmpint (sl_snapshot_project_id (plan), ==, SL_ID_NONE);
  g_assert_false (sl_snapshot_find (plan, sl_id_new (), NULL, NULL));
  g_assert_null (sl_snapshot_children (plan, SL_KIND_GOAL, SL_ID_NONE, &n));
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpstr (sl_snapshot_title (plan, 12345), ==, "");
}

static void
test_values (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  SlId goal = add_titled (store, changes, SL_KIND_GOAL, "Cut delivery time", SL_ID_NONE, "V");
  const SlTable *table = sl_snapshot_table (sl_store_get_snapshot (store), SL_KIND_GOAL);
  g_auto (SlValue) status = SL_VALUE_INIT;
  g_auto (SlValue) measure = SL_VALUE_INIT;
  guint row = 99;

  g_assert_true (sl_table_find (table, goal, &row));
  g_assert_cmpuint (row, ==, 0);
  g_assert_cmpint (sl_table_id (table, row), ==, goal);
  g_assert_cmpstr (sl_table_text (table, row, SL_GOAL_TITLE), ==, "Cut delivery time");
  g_assert_cmpint (sl_table_int (table, row, SL_GOAL_STATUS), ==, SL_GOAL_ACTIVE);
  g_assert_cmpint (sl_table_int (table, row, SL_GOAL_DUE), ==, SL_INT_NULL);
  g_assert_cmpint (sl_table_ref (table, row, SL_GOAL_PARENT), ==, SL_ID_NONE);
  g_assert_true (isnan (sl_table_real (table, row, SL_GOAL_WEIGHT)));
  g_assert_null (sl_table_text (table, row, SL_GOAL_MEASURE));
  g_assert_true (sl_table_is_set (table, row, SL_GOAL_STATUS));
  g_assert_false (sl_table_is_set (table, row, SL_GOAL_WEIGHT));
  status = sl_table_value (table, row, SL_GOAL_STATUS);
  measure = sl_table_value (table, row, SL_GOAL_MEASURE);
  g_assert_cmpint (status.i, ==, SL_GOAL_ACTIVE);
  g_assert_cmpint (measure.type, ==, SL_VALUE_NULL);
  g_assert_cmpstr (sl_snapshot_title (sl_store_get_snapshot (store), goal), ==,
                   "Cut delivery time");
}

static void
test_dump (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  g_autofree char *dump = NULL;
  SlId party;
  SlId goal;
  g_auto (SlValue) summary = sl_value_text ("First\nSecond \\ third");
  SlValue due = sl_value_int (20527);
  SlValue progress = sl_value_real (0.1);
  SlValue owner;

  sl_id_seed (1);
  goal = add_titled (store, changes, SL_KIND_GOAL, "Cut delivery time", SL_ID_NONE, "V");
  party = add_titled (store, changes, SL_KIND_PARTY, "Sales", SL_ID_NONE, "V");
  sl_id_seed (0);
  owner = sl_value_int (party);
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_SUMMARY, &summary);
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_DUE, &due);
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_PROGRESS, &progress);
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_OWNER, &owner);
  dump = sl_snapshot_dump (sl_store_get_snapshot (store));
  g_assert_cmpstr (dump, ==,
                   "party 3XTWDM5JRXV37\n"
                   "  title: Sales\n"
                   "  type: department\n"
                   "  rank: V\n"
                   "  capacity: 1\n"
                   "  legitimacy: 0\n"
                   "  urgency: 0\n"
                   "  gone: 0\n"
                   "goal 122HDXJ4G4Q61\n"
                   "  title: Cut delivery time\n"
                   "  rank: V\n"
                   "  owner: 3XTWDM5JRXV37\n"
                   "  shared: 0\n"
                   "  status: active\n"
                   "  due: 2026-03-15\n"
                   "  progress: 0.1\n"
                   "  reassess_days: 90\n"
                   "  summary: First\\nSecond \\\\ third\n"
                   "  refinement: and\n");
}

/* Whatever a reader keeps stays as it was, whatever happens later. */
static void
test_copy_on_write (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_snapshot_unref);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < 3000; i++)
    {
      if (i % 100 == 0)
        {
          g_ptr_array_add (kept, sl_snapshot_ref (sl_store_get_snapshot (store)));
          g_ptr_array_add (dumps, sl_snapshot_dump (sl_store_get_snapshot (store)));
        }
      random_change (store, changes, ALL_KINDS);
    }
  for (guint i = 0; i < kept->len; i++)
    {
      g_autofree char *dump = sl_snapshot_dump (g_ptr_array_index (kept, i));

      g_assert_cmpstr (dump, ==, g_ptr_array_index (dumps, i));
    }
}

/* The children of a kept snapshot stay too, though both states may share what they were made of. */
static void
test_kept_children (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  g_autoptr (SlSnapshot) kept = NULL;
  SlId root = add_titled (store, changes, SL_KIND_GOAL, "root", SL_ID_NONE, "V");
  SlId a = add_titled (store, changes, SL_KIND_GOAL, "a", root, "a");
  SlId b = add_titled (store, changes, SL_KIND_GOAL, "b", root, "b");
  SlValue none = SL_VALUE_INIT;
  const SlId *before;
  const SlId *after;
  guint n = 0;

  before = sl_snapshot_children (sl_store_get_snapshot (store), SL_KIND_GOAL, root, &n);
  kept = sl_snapshot_ref (sl_store_get_snapshot (store));
  apply_set (store, changes, SL_KIND_GOAL, a, SL_GOAL_PARENT, &none);
  g_assert_true (sl_snapshot_children (kept, SL_KIND_GOAL, root, &n) == before);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (before[0], ==, a);
  g_assert_cmpint (before[1], ==, b);
  after = sl_snapshot_children (sl_store_get_snapshot (store), SL_KIND_GOAL, root, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (after[0], ==, b);
}

/* --- Against a naive scan --- */

static int
compare_naively (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlTable *table = data;
  SlId x = *(const SlId *)a;
  SlId y = *(const SlId *)b;
  guint row_x = 0;
  guint row_y = 0;
  int order;

  sl_table_find (table, x, &row_x);
  sl_table_find (table, y, &row_y);
  order = strcmp (sl_table_text (table, row_x, SL_GOAL_RANK),
                  sl_table_text (table, row_y, SL_GOAL_RANK));
  return order != 0 ? order : (x > y) - (x < y);
}

static void
assert_children (const SlSnapshot *plan, SlId parent)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_GOAL);
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (SlId));
  const SlId *children;
  guint n = 0;

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    if (sl_table_ref (table, row, SL_GOAL_PARENT) == parent)
      {
        SlId id = sl_table_id (table, row);

        g_array_append_val (expected, id);
      }
  g_array_sort_with_data (expected, compare_naively, (gpointer)table);
  children = sl_snapshot_children (plan, SL_KIND_GOAL, parent, &n);
  g_assert_cmpmem (children, n * sizeof (SlId), expected->data, expected->len * sizeof (SlId));
}

static void
test_children (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlSnapshot) kept = NULL;
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();

  for (guint i = 0; i < 2000; i++)
    {
      SlSnapshot *plan;

      random_change (store, changes, SL_KIND_BIT (SL_KIND_GOAL));
      plan = sl_store_get_snapshot (store);
      assert_children (plan, SL_ID_NONE);
      assert_children (plan, random_target (plan, SL_KIND_BIT (SL_KIND_GOAL)));
      /* Now and then somebody shares the children. */
      if (random_one_in (20))
        {
          g_clear_pointer (&kept, sl_snapshot_unref);
          kept = sl_snapshot_ref (plan);
        }
    }
}

static void
assert_referrers (const SlSnapshot *plan, guint field, SlId id)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_GOAL);
  g_autoptr (GArray) expected = g_array_new (FALSE, FALSE, sizeof (guint));
  const guint *rows;
  guint n = 99;

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    if (sl_table_ref (table, row, field) == id)
      g_array_append_val (expected, row);
  rows = sl_table_referrers (table, field, id, &n);
  g_assert_cmpmem (rows, n * sizeof (guint), expected->data, expected->len * sizeof (guint));
}

static void
test_referrers (void)
{
  const guint64 kinds = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PARTY);
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  g_autoptr (SlSnapshot) kept = NULL;

  assert_referrers (sl_store_get_snapshot (store), SL_GOAL_OWNER, 12345);
  for (guint i = 0; i < 2000; i++)
    {
      SlSnapshot *plan;
      SlId id;

      random_change (store, changes, kinds);
      plan = sl_store_get_snapshot (store);
      id = random_target (plan, kinds);
      if (id == SL_ID_NONE)
        continue;
      assert_referrers (plan, SL_GOAL_PARENT, id);
      assert_referrers (plan, SL_GOAL_OWNER, id);
      if (kept != NULL)
        assert_referrers (kept, SL_GOAL_PARENT, id);
      if (random_one_in (20))
        {
          g_clear_pointer (&kept, sl_snapshot_unref);
          kept = sl_snapshot_ref (plan);
        }
    }
}

static void
test_find (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  g_autoptr (GHashTable) alive = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  const SlSnapshot *plan;
  guint n_rows = 0;

  for (guint i = 0; i < 5000; i++)
    random_change (store, changes, ALL_KINDS);
  for (guint i = 0; i < sl_change_set_length (changes); i++)
    {
      const SlChange *c = sl_change_set_get (changes, i);

      if (c->op == SL_CHANGE_INSERT)
        g_hash_table_add (alive, g_memdup2 (&c->id, sizeof c->id));
      else if (c->op == SL_CHANGE_REMOVE)
        g_hash_table_remove (alive, &c->id);
    }
  plan = sl_store_get_snapshot (store);
  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    n_rows += sl_table_n_rows (sl_snapshot_table (plan, kind));
  g_assert_cmpuint (n_rows, ==, g_hash_table_size (alive));
  for (guint i = 0; i < sl_change_set_length (changes); i++)
    {
      const SlChange *c = sl_change_set_get (changes, i);
      SlKindId kind = SL_N_KINDS;
      guint row = 0;

      if (!g_hash_table_contains (alive, &c->id))
        {
          g_assert_false (sl_snapshot_find (plan, c->id, NULL, NULL));
          continue;
        }
      g_assert_true (sl_snapshot_find (plan, c->id, &kind, &row));
      g_assert_cmpint (kind, ==, c->kind);
      g_assert_cmpint (sl_table_id (sl_snapshot_table (plan, kind), row), ==, c->id);
    }
}

static void
test_references (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  SlId sales = add_titled (store, changes, SL_KIND_PARTY, "Sales", SL_ID_NONE, "V");
  SlId anna = add_titled (store, changes, SL_KIND_PARTY, "Anna", sales, "V");
  SlId goal = add_titled (store, changes, SL_KIND_GOAL, "Goal", SL_ID_NONE, "V");
  SlId note = add_titled (store, changes, SL_KIND_NOTE, "Note", SL_ID_NONE, NULL);
  SlValue sales_value = sl_value_int (sales);
  const SlRefSite expected[] = { { SL_KIND_PARTY, anna, SL_PARTY_PARENT },
                                 { SL_KIND_GOAL, goal, SL_GOAL_OWNER },
                                 { SL_KIND_NOTE, note, SL_NOTE_ITEM } };
  g_autoptr (GArray) sites = NULL;
  g_autoptr (GArray) nowhere = NULL;

  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_OWNER, &sales_value);
  apply_set (store, changes, SL_KIND_NOTE, note, SL_NOTE_ITEM, &sales_value);
  sites = sl_snapshot_references_to (sl_store_get_snapshot (store), sales);
  nowhere = sl_snapshot_references_to (sl_store_get_snapshot (store), anna);
  g_assert_cmpuint (nowhere->len, ==, 0);
  g_assert_cmpuint (sites->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < sites->len; i++)
    {
      const SlRefSite *site = &g_array_index (sites, SlRefSite, i);

      g_assert_cmpint (site->kind, ==, expected[i].kind);
      g_assert_cmpint (site->id, ==, expected[i].id);
      g_assert_cmpuint (site->field, ==, expected[i].field);
    }
}

/* --- Threads --- */

static gpointer
read_in_thread (gpointer data)
{
  g_autoptr (SlSnapshot) plan = data;
  guint n = 0;

  sl_snapshot_children (plan, SL_KIND_GOAL, SL_ID_NONE, &n);
  g_assert_cmpuint (n, ==, 200);
  assert_referrers (plan, SL_GOAL_PARENT, 12345);
  return sl_snapshot_dump (plan);
}

/* Readers work on while the store writes, and may be the first to ask for children and
 * referrers. */
static void
test_threads (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  g_autofree char *expected = NULL;
  GThread *threads[4];
  SlId goals[200];

  for (guint i = 0; i < 200; i++)
    goals[i] = add_titled (store, changes, SL_KIND_GOAL, "Goal", SL_ID_NONE, "V");
  expected = sl_snapshot_dump (sl_store_get_snapshot (store));
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i]
        = g_thread_new ("reader", read_in_thread, sl_snapshot_ref (sl_store_get_snapshot (store)));
  for (guint i = 0; i < 100; i++)
    {
      SlValue parent = sl_value_int (goals[199]);

      apply_set (store, changes, SL_KIND_GOAL, goals[i], SL_GOAL_PARENT, &parent);
    }
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    {
      g_autofree char *dump = g_thread_join (threads[i]);

      g_assert_cmpstr (dump, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/snapshot/empty", test_empty);
  g_test_add_func ("/core/snapshot/values", test_values);
  g_test_add_func ("/core/snapshot/dump", test_dump);
  g_test_add_func ("/core/snapshot/copy-on-write", test_copy_on_write);
  g_test_add_func ("/core/snapshot/kept-children", test_kept_children);
  g_test_add_func ("/core/snapshot/children", test_children);
  g_test_add_func ("/core/snapshot/referrers", test_referrers);
  g_test_add_func ("/core/snapshot/find", test_find);
  g_test_add_func ("/core/snapshot/references", test_references);
  g_test_add_func ("/core/snapshot/threads", test_threads);
  return g_test_run ();
}
