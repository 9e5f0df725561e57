/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The transaction: database, store and change list stay one, whatever happens. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "base/sl-error.h"
#include "base/sl-id.h"
#include "plan-fixture.h"
#include "storage/sl-image.h"
#include "storage/sl-invariant.h"
#include "storage/sl-oracle.h"
#include "storage/sl-schema.h"

typedef struct
{
  SlDb *db;
  SlStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlChangeSet) changes = NULL;
  SlTxn *txn;

  sl_id_seed (7);
  fixture->db = sl_db_open (NULL, SL_DB_MEMORY, &error);
  g_assert_no_error (error);
  g_assert_true (sl_schema_create (fixture->db, &error));
  fixture->store = sl_store_new ();
  txn = sl_txn_begin (fixture->db, fixture->store, &error);
  fixture_fill (txn);
  changes = sl_txn_commit (txn, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->store);
  sl_db_close (fixture->db);
  sl_id_seed (0);
}

static char *
dump (SlStore *store)
{
  return sl_snapshot_dump (sl_store_get_snapshot (store));
}

/* What a program that starts now would read. */
static char *
dump_database (SlDb *db)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlStore) store = sl_store_new ();

  sl_image_load_store (db, store, &error);
  g_assert_no_error (error);
  return dump (store);
}

static void
assert_same (Fixture *fixture, const char *expected)
{
  g_autofree char *live = dump (fixture->store);
  g_autofree char *stored = dump_database (fixture->db);

  g_assert_cmpstr (live, ==, expected != NULL ? expected : stored);
  g_assert_cmpstr (stored, ==, live);
}

static SlTxn *
begin (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SlTxn *txn = sl_txn_begin (fixture->db, fixture->store, &error);

  g_assert_no_error (error);
  return txn;
}

static SlId
find_titled (Fixture *fixture, SlKindId kind, const char *title)
{
  SlSnapshot *snapshot = sl_store_get_snapshot (fixture->store);
  const SlTable *table = sl_snapshot_table (snapshot, kind);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId id = sl_table_id (table, row);
      if (strcmp (sl_snapshot_title (snapshot, id), title) == 0)
        return id;
    }
  g_assert_not_reached ();
}

static void
test_rollback (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = dump (fixture->store);
  g_autoptr (GError) error = NULL;
  SlTxn *txn = begin (fixture);
  g_auto (SlValue) title = sl_value_text ("Renamed");

  g_assert_true (sl_txn_set (txn, SL_KIND_GOAL, find_titled (fixture, SL_KIND_GOAL, "Sales"),
                             SL_GOAL_TITLE, &title, &error));
  g_assert_true (
      sl_txn_remove (txn, SL_KIND_PARTY, find_titled (fixture, SL_KIND_PARTY, "Anna"), &error));
  fixture_add (txn, SL_KIND_GOAL, SL_GOAL_TITLE, sl_value_text ("New"), -1);
  sl_txn_rollback (txn);
  assert_same (fixture, before);
}

static void
test_defaults (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlChangeSet) changes = NULL;
  SlTxn *txn = begin (fixture);
  SlId first = fixture_add (txn, SL_KIND_GOAL, SL_GOAL_TITLE, sl_value_text ("One"), -1);
  SlId second = fixture_add (txn, SL_KIND_GOAL, SL_GOAL_TITLE, sl_value_text ("Two"), -1);
  guint n, row;
  const SlId *roots;
  const SlTable *goals;

  changes = sl_txn_commit (txn, &error);
  g_assert_no_error (error);
  roots
      = sl_snapshot_children (sl_store_get_snapshot (fixture->store), SL_KIND_GOAL, SL_ID_NONE, &n);
  g_assert_cmpint (roots[n - 2], ==, first);
  g_assert_cmpint (roots[n - 1], ==, second);
  goals = sl_snapshot_table (sl_store_get_snapshot (fixture->store), SL_KIND_GOAL);
  g_assert_true (sl_table_find (goals, first, &row));
  g_assert_cmpint (sl_table_int (goals, row, SL_GOAL_REASSESS_DAYS), ==, 90);
  g_assert_false (sl_table_is_set (goals, row, SL_GOAL_DUE));
  assert_same (fixture, NULL);
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = dump (fixture->store);
  g_autoptr (GError) error = NULL;
  SlTxn *txn = begin (fixture);
  SlId goal = find_titled (fixture, SL_KIND_GOAL, "Sales");
  SlId child = find_titled (fixture, SL_KIND_GOAL, "Anna");
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  SlId position = fixture_pick (sl_txn_get_snapshot (txn), SL_KIND_POSITION, rand);
  const struct
  {
    SlKindId kind;
    SlId id;
    guint field;
    SlValue value;
    int code;
  } cases[] = {
    { SL_KIND_GOAL, 4294967299, SL_GOAL_TITLE, sl_value_text ("x"), SL_ERROR_NOT_FOUND },
    { SL_KIND_GOAL, goal, SL_GOAL_OWNER, sl_value_int (4294967299), SL_ERROR_NOT_FOUND },
    { SL_KIND_GOAL, goal, SL_GOAL_OWNER, sl_value_int (goal), SL_ERROR_INVALID },
    { SL_KIND_GOAL, goal, SL_GOAL_PARENT, sl_value_int (child), SL_ERROR_CYCLE },
    { SL_KIND_GOAL, goal, SL_GOAL_PARENT, sl_value_int (goal), SL_ERROR_CYCLE },
    { SL_KIND_GOAL, goal, SL_GOAL_DUE, sl_value_int (99999999), SL_ERROR_INVALID },
    { SL_KIND_GOAL, goal, SL_GOAL_PROGRESS, sl_value_real (INFINITY), SL_ERROR_INVALID },
    { SL_KIND_GOAL, goal, SL_GOAL_STATUS, sl_value_int (77), SL_ERROR_INVALID },
    { SL_KIND_POSITION, position, SL_POSITION_GOAL, sl_value_int (child), SL_ERROR_INVALID },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_false (
          sl_txn_set (txn, cases[i].kind, cases[i].id, cases[i].field, &cases[i].value, &error));
      g_assert_error (error, SL_ERROR, cases[i].code);
      g_clear_error (&error);
      sl_value_clear ((SlValue *)&cases[i].value);
    }
  g_assert_false (sl_txn_remove (txn, SL_KIND_PROJECT,
                                 sl_snapshot_project_id (sl_txn_get_snapshot (txn)), &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
  g_assert_cmpuint (sl_change_set_length (sl_txn_get_changes (txn)), ==, 0);
  sl_txn_rollback (txn);
  assert_same (fixture, before);
}

static void
test_natural (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SlTxn *txn = begin (fixture);
  SlValue values[SL_POSITION_N_FIELDS] = { 0 };
  SlId keys[] = { find_titled (fixture, SL_KIND_PARTY, "Anna"),
                  find_titled (fixture, SL_KIND_GOAL, "Build") };
  SlId id;

  values[SL_POSITION_PARTY] = sl_value_int (keys[0]);
  values[SL_POSITION_GOAL] = sl_value_int (keys[1]);
  g_assert_true (sl_txn_insert (txn, SL_KIND_POSITION, SL_ID_NONE, values, &id, &error));
  g_assert_cmpint (id, ==, sl_id_natural ("position", keys, 2));
  g_assert_false (sl_txn_insert (txn, SL_KIND_POSITION, SL_ID_NONE, values, &id, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (sl_txn_insert (txn, SL_KIND_POSITION, sl_id_new (), values, &id, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
  sl_txn_rollback (txn);
}

/* Commits what closes a circle, and finds everything as it was. */
static void
assert_circle (Fixture *fixture, SlKindId kind, guint one, SlId from, guint other, SlId to,
               int code)
{
  g_autofree char *before = dump (fixture->store);
  g_autoptr (GError) error = NULL;
  SlTxn *txn = begin (fixture);

  fixture_add (txn, kind, one, sl_value_int (from), other, sl_value_int (to), -1);
  g_assert_null (sl_txn_commit (txn, &error));
  g_assert_error (error, SL_ERROR, code);
  g_test_message ("%s", error->message);
  assert_same (fixture, before);
}

static void
test_circles (Fixture *fixture, gconstpointer data)
{
  SlId top = find_titled (fixture, SL_KIND_GOAL, "Sales");
  SlId below = find_titled (fixture, SL_KIND_GOAL, "Anna");
  SlId first = find_titled (fixture, SL_KIND_TASK, "Anna");
  SlId last = find_titled (fixture, SL_KIND_TASK, "Build");

  assert_circle (fixture, SL_KIND_GOAL_PARENT, SL_GOAL_PARENT_GOAL, top, SL_GOAL_PARENT_PARENT,
                 below, SL_ERROR_CYCLE);
  assert_circle (fixture, SL_KIND_GOAL_PARENT, SL_GOAL_PARENT_GOAL, top, SL_GOAL_PARENT_PARENT, top,
                 SL_ERROR_INVALID);
  assert_circle (fixture, SL_KIND_GOAL_LINK, SL_GOAL_LINK_SOURCE, top, SL_GOAL_LINK_TARGET, top,
                 SL_ERROR_INVALID);
  assert_circle (fixture, SL_KIND_DEPENDENCY, SL_DEPENDENCY_BEFORE, last, SL_DEPENDENCY_AFTER,
                 first, SL_ERROR_CYCLE);
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlChangeSet) changes = NULL;
  SlTxn *txn = begin (fixture);
  SlSnapshot *snapshot;
  SlId top = find_titled (fixture, SL_KIND_GOAL, "Sales");
  SlId task = find_titled (fixture, SL_KIND_TASK, "Anna");

  g_assert_true (sl_txn_remove (txn, SL_KIND_GOAL, top, &error));
  g_assert_true (sl_txn_remove (txn, SL_KIND_TASK, task, &error));
  changes = sl_txn_commit (txn, &error);
  g_assert_no_error (error);
  snapshot = sl_store_get_snapshot (fixture->store);
  /* Sales had two goals below it; their positions, links and notes went, tasks lost the goal. */
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (snapshot, SL_KIND_GOAL)), ==, 3);
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (snapshot, SL_KIND_NOTE)), ==, 0);
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (snapshot, SL_KIND_POSITION)), ==, 3);
  /* The task took its subtask and both milestones. */
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (snapshot, SL_KIND_TASK)), ==, 2);
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (snapshot, SL_KIND_MILESTONE)), ==, 0);
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (snapshot, SL_KIND_DEPENDENCY)), ==, 1);
  g_assert_true (sl_invariant_check_all (snapshot, &error));
  /* What belongs to a record goes before it. */
  for (guint i = 0; i < sl_change_set_length (changes); i++)
    {
      const SlChange *change = sl_change_set_get (changes, i);
      if (change->op == SL_CHANGE_REMOVE && change->id == top)
        g_assert_cmpuint (i, >, 5);
    }
  assert_same (fixture, NULL);
}

static void
test_remove_many (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlChangeSet) changes = NULL;
  SlTxn *txn = begin (fixture);
  SlId ids[200];

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    ids[i] = fixture_add (txn, SL_KIND_GOAL, SL_GOAL_TITLE, sl_value_text ("Many"), -1);
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_assert_true (sl_txn_remove (txn, SL_KIND_GOAL, ids[i], &error));
      /* A reference that is younger than the index of references is found too. */
      if (i + 1 < G_N_ELEMENTS (ids))
        fixture_add (txn, SL_KIND_NOTE, SL_NOTE_TEXT, sl_value_text ("About"), SL_NOTE_ITEM,
                     sl_value_int (ids[i + 1]), -1);
    }
  changes = sl_txn_commit (txn, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (
      sl_table_n_rows (sl_snapshot_table (sl_store_get_snapshot (fixture->store), SL_KIND_NOTE)),
      ==, 1);
  assert_same (fixture, NULL);
}

static void
assert_order (Fixture *fixture, SlKindId kind, SlId parent, guint n, const SlId *expected)
{
  guint found;
  const SlId *ids
      = sl_snapshot_children (sl_store_get_snapshot (fixture->store), kind, parent, &found);

  g_assert_cmpmem (ids, found * sizeof (SlId), expected, n * sizeof (SlId));
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlChangeSet) changes = NULL;
  SlId parent = find_titled (fixture, SL_KIND_GOAL, "Build");
  SlTxn *txn = begin (fixture);
  g_auto (SlValue) rank = sl_value_text ("m");
  SlId ids[4];

  for (guint i = 0; i < 4; i++)
    ids[i] = fixture_add (txn, SL_KIND_GOAL, SL_GOAL_TITLE, sl_value_text ("Child"), SL_GOAL_PARENT,
                          sl_value_int (parent), -1);
  g_assert_true (sl_txn_move (txn, SL_KIND_GOAL, ids[3], parent, ids[0], &error));
  assert_order (fixture, SL_KIND_GOAL, parent, 4, (SlId[]){ ids[0], ids[3], ids[1], ids[2] });
  g_assert_true (sl_txn_move (txn, SL_KIND_GOAL, ids[2], parent, SL_ID_NONE, &error));
  assert_order (fixture, SL_KIND_GOAL, parent, 4, (SlId[]){ ids[2], ids[0], ids[3], ids[1] });
  g_assert_false (sl_txn_move (txn, SL_KIND_GOAL, ids[2], parent, parent, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (sl_txn_move (txn, SL_KIND_GOAL, parent, ids[2], SL_ID_NONE, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_CYCLE);
  g_clear_error (&error);
  /* Siblings with one key, as a merge leaves them, are given new ones. */
  for (guint i = 0; i < 4; i++)
    g_assert_true (sl_txn_set (txn, SL_KIND_GOAL, ids[i], SL_GOAL_RANK, &rank, &error));
  g_assert_true (sl_txn_move (txn, SL_KIND_GOAL, ids[0], parent, ids[3], &error));
  g_assert_true (sl_txn_move (txn, SL_KIND_GOAL, ids[1], parent, ids[3], &error));
  assert_order (fixture, SL_KIND_GOAL, parent, 4,
                ids[2] < ids[3] ? (SlId[]){ ids[2], ids[3], ids[1], ids[0] }
                                : (SlId[]){ ids[3], ids[1], ids[0], ids[2] });
  changes = sl_txn_commit (txn, &error);
  g_assert_no_error (error);
  assert_same (fixture, NULL);
}

/* Tasks and milestones are siblings of each other. */
static void
test_move_family (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SlTxn *txn = begin (fixture);
  SlId task = find_titled (fixture, SL_KIND_TASK, "Ship");
  SlId gate = find_titled (fixture, SL_KIND_MILESTONE, "Gate");
  const SlTable *tasks, *milestones;
  guint row, gate_row;

  g_assert_true (sl_txn_move (txn, SL_KIND_MILESTONE, gate, SL_ID_NONE, task, &error));
  g_assert_no_error (error);
  tasks = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_TASK);
  milestones = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_MILESTONE);
  g_assert_true (sl_table_find (tasks, task, &row));
  g_assert_true (sl_table_find (milestones, gate, &gate_row));
  g_assert_cmpstr (sl_table_text (tasks, row, SL_TASK_RANK), <,
                   sl_table_text (milestones, gate_row, SL_MILESTONE_RANK));
  sl_txn_rollback (txn);
}

/* Random transactions, some of which are refused in the middle: after each the database says what
 * the store says, and the way back leads to the first state. */
static void
test_random (Fixture *fixture, gconstpointer data)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) done = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_change_set_unref);
  g_autofree char *before = dump (fixture->store);
  guint n_refused = 0;

  g_test_message ("seed %u, session oracle %s", seed, sl_oracle_is_active () ? "on" : "off");
  for (guint i = 0; i < 600; i++)
    {
      g_autoptr (GError) error = NULL;
      SlTxn *txn = begin (fixture);
      gboolean ok = TRUE;
      SlChangeSet *changes;

      for (guint j = g_rand_int_range (rand, 1, 6); ok && j > 0; j--)
        ok = fixture_change (txn, rand, &error);
      if (ok)
        {
          changes = sl_txn_commit (txn, &error);
          if (changes != NULL)
            g_ptr_array_add (done, changes);
        }
      else
        sl_txn_rollback (txn);
      n_refused += error != NULL;
      if (error != NULL)
        g_assert_null (strstr (error->message, "self-check"));
      if (i % 20 == 0)
        assert_same (fixture, NULL);
      g_assert_true (sl_invariant_check_all (sl_store_get_snapshot (fixture->store), NULL));
    }
  g_test_message ("%u of 600 refused", n_refused);
  g_assert_cmpuint (done->len, >, 100);
  for (guint i = done->len; i > 0; i--)
    {
      g_autoptr (SlChangeSet) inverse = sl_change_set_invert (done->pdata[i - 1]);
      g_autoptr (SlChangeSet) changes = NULL;
      g_autoptr (GError) error = NULL;
      SlTxn *txn = begin (fixture);

      g_assert_true (sl_txn_apply (txn, inverse, &error));
      changes = sl_txn_commit (txn, &error);
      g_assert_no_error (error);
    }
  assert_same (fixture, before);
}

#define ADD(name, function)                                                                        \
  g_test_add ("/core/txn/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  g_setenv ("SIGHTLINE_SELF_CHECK", "1", TRUE);
  g_test_init (&argc, &argv, NULL);
  ADD ("rollback", test_rollback);
  ADD ("defaults", test_defaults);
  ADD ("refusals", test_refusals);
  ADD ("natural", test_natural);
  ADD ("circles", test_circles);
  ADD ("remove", test_remove);
  ADD ("remove-many", test_remove_many);
  ADD ("move", test_move);
  ADD ("move-family", test_move_family);
  ADD ("random", test_random);
  return g_test_run ();
}
