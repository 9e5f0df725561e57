/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The store: what records, lists and listeners hear of a change, and when. */

#include "config.h"

#include "list-mirror.h"
#include "random-plan.h"

#include <math.h>
#include <string.h>

/* Notifies and gives back the change set, empty again. */
static void
commit (SlStore *store, SlChangeSet **changes)
{
  sl_store_notify (store, *changes);
  sl_change_set_unref (*changes);
  *changes = sl_change_set_new ();
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
watch (gpointer object, const char *signal, guint *count)
{
  *count = 0;
  g_signal_connect_swapped (object, signal, G_CALLBACK (count_cb), count);
}

/* --- Records --- */

static void
test_record (void)
{
  SlStore *store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  SlId goal = add_titled (store, changes, SL_KIND_GOAL, "Goal", SL_ID_NONE, "V");
  SlRecord *record = sl_store_get_record (store, goal);
  SlRecord *same = sl_store_get_record (store, goal);
  g_autofree char *title = NULL;
  g_autofree char *measure = NULL;
  gint64 due = 0;
  double weight = 0;
  gboolean shared = TRUE;
  gboolean alive = FALSE;

  g_assert_true (record == same);
  g_object_unref (same);
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (record), ==, "SlGoal");
  g_assert_cmpint (sl_record_get_id (record), ==, goal);
  g_assert_true (sl_record_get_kind (record) == sl_kind (SL_KIND_GOAL));
  g_object_get (record, "title", &title, "measure", &measure, "due", &due, "weight", &weight,
                "shared", &shared, "alive", &alive, NULL);
  g_assert_cmpstr (title, ==, "Goal");
  g_assert_null (measure);
  g_assert_cmpint (due, ==, SL_INT_NULL);
  g_assert_true (isnan (weight));
  g_assert_false (shared);
  g_assert_true (alive);
  g_assert_null (sl_store_get_record (store, goal + 1));

  g_assert_finalize_object (record);
  g_assert_finalize_object (store);
}

/* Every field of every kind can be read as a property and as a value. */
static void
test_all_properties (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();

  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    {
      const SlKind *k = sl_kind (kind);
      SlValue *row = random_row (k, NULL);
      SlId id = sl_id_new ();
      g_autoptr (SlRecord) record = NULL;

      apply_insert (store, changes, kind, id, row);
      record = sl_store_get_record (store, id);
      for (guint f = 0; f < k->n_fields; f++)
        {
          g_auto (GValue) value = G_VALUE_INIT;
          g_auto (SlValue) read = sl_record_get_value (record, f);

          g_assert_true (sl_value_equal (&read, &row[f]));
          g_object_get_property (G_OBJECT (record), k->fields[f].name, &value);
          if (k->fields[f].type == SL_BOOL)
            g_assert_cmpint (g_value_get_boolean (&value), ==, row[f].i);
          else if (row[f].type == SL_VALUE_TEXT)
            g_assert_cmpstr (g_value_get_string (&value), ==, row[f].s);
          else if (row[f].type == SL_VALUE_REAL)
            g_assert_cmpfloat (g_value_get_double (&value), ==, row[f].r);
          else if (row[f].type == SL_VALUE_INT)
            g_assert_cmpint (g_value_get_int64 (&value), ==, row[f].i);
        }
      random_row_free (k, row);
    }
}

static void
test_notify (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  SlId goal = add_titled (store, changes, SL_KIND_GOAL, "Goal", SL_ID_NONE, "V");
  g_autoptr (SlRecord) record = sl_store_get_record (store, goal);
  g_auto (SlValue) title = sl_value_text ("New");
  g_auto (SlValue) back = sl_value_text ("Goal");
  SlValue due = sl_value_int (5);
  guint n_title;
  guint n_due;
  guint n_all;

  commit (store, &changes);
  watch (record, "notify::title", &n_title);
  watch (record, "notify::due", &n_due);
  watch (record, "notify", &n_all);
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_TITLE, &title);
  g_assert_cmpuint (n_title, ==, 0);
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_DUE, &due);
  commit (store, &changes);
  g_assert_cmpuint (n_title, ==, 1);
  g_assert_cmpuint (n_due, ==, 1);

  /* There and back is no news. */
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_TITLE, &back);
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_TITLE, &title);
  commit (store, &changes);
  g_assert_cmpuint (n_all, ==, 2);
}

static void
test_removed (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  g_autoptr (SlChangeSet) removal = sl_change_set_new ();
  g_autoptr (SlChangeSet) inverse = NULL;
  SlId goal = add_titled (store, changes, SL_KIND_GOAL, "Goal", SL_ID_NONE, "V");
  g_autoptr (SlRecord) record = sl_store_get_record (store, goal);
  g_autoptr (SlRecord) again = NULL;
  g_autofree char *title = NULL;
  guint n_alive;

  commit (store, &changes);
  watch (record, "notify::alive", &n_alive);
  apply_remove (store, removal, SL_KIND_GOAL, goal);
  sl_store_notify (store, removal);
  g_assert_cmpuint (n_alive, ==, 1);
  g_assert_false (sl_record_is_alive (record));
  g_object_get (record, "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Goal");
  g_assert_null (sl_store_get_record (store, goal));

  /* Undo brings the same object back to life. */
  inverse = sl_change_set_invert (removal);
  sl_store_apply (store, sl_change_set_get (inverse, 0));
  sl_store_notify (store, inverse);
  g_assert_cmpuint (n_alive, ==, 2);
  g_assert_true (sl_record_is_alive (record));
  again = sl_store_get_record (store, goal);
  g_assert_true (again == record);
}

/* A listener that drops the record that it hears from. */
static void
drop_record_cb (SlRecord *record, GParamSpec *pspec, SlRecord **held)
{
  g_clear_object (held);
}

static void
test_dropped_while_heard (void)
{
  SlStore *store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  SlId goal = add_titled (store, changes, SL_KIND_GOAL, "Goal", SL_ID_NONE, "V");
  SlRecord *record = sl_store_get_record (store, goal);
  g_auto (SlValue) title = sl_value_text ("New");

  commit (store, &changes);
  g_signal_connect (record, "notify::title", G_CALLBACK (drop_record_cb), &record);
  apply_set (store, changes, SL_KIND_GOAL, goal, SL_GOAL_TITLE, &title);
  commit (store, &changes);
  g_assert_null (record);
  g_assert_finalize_object (store);
}

/* --- Signals --- */

typedef struct
{
  SlChangeSet *heard;
  guint n_items;
  gboolean notifying;
} Listener;

static void
changed_cb (SlStore *store, SlChangeSet *changes, Listener *listener)
{
  listener->heard = changes;
  listener->notifying = sl_store_is_notifying (store);
  /* Records and lists have heard of it before. */
  listener->n_items = g_list_model_get_n_items (sl_store_get_list (store, SL_KIND_GOAL));
}

static void
test_changed (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  Listener listener = { 0 };

  g_assert_cmpuint (g_list_model_get_n_items (sl_store_get_list (store, SL_KIND_GOAL)), ==, 0);
  g_signal_connect (store, "changed", G_CALLBACK (changed_cb), &listener);
  add_titled (store, changes, SL_KIND_GOAL, "Goal", SL_ID_NONE, "V");
  g_assert_null (listener.heard);
  sl_store_notify (store, changes);
  g_assert_true (listener.heard == changes);
  g_assert_cmpuint (listener.n_items, ==, 1);
  g_assert_true (listener.notifying);
  g_assert_false (sl_store_is_notifying (store));
}

static void
meddle_cb (SlStore *store, SlChangeSet *changes, gpointer data)
{
  sl_store_apply (store, sl_change_set_get (changes, 0));
}

static void
test_meddling (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  g_signal_connect (store, "changed", G_CALLBACK (meddle_cb), NULL);
  add_titled (store, changes, SL_KIND_GOAL, "Goal", SL_ID_NONE, "V");
  before = sl_snapshot_dump (sl_store_get_snapshot (store));
  g_test_expect_message ("Sl-core", G_LOG_LEVEL_CRITICAL, "*while it hears of a change*");
  sl_store_notify (store, changes);
  g_test_assert_expected_messages ();
  after = sl_snapshot_dump (sl_store_get_snapshot (store));
  g_assert_cmpstr (before, ==, after);
}

/* --- Lists --- */

/* The reading order of a kind, computed in the plainest way. */
typedef struct
{
  const SlSnapshot *plan;
  SlKindId kind;
  GArray *ids;
} Reference;

static const char *
text_of (const Reference *self, SlId id, int field)
{
  guint row = 0;

  if (field < 0)
    return NULL;
  g_assert_true (sl_table_find (sl_snapshot_table (self->plan, self->kind), id, &row));
  return sl_table_text (sl_snapshot_table (self->plan, self->kind), row, (guint)field);
}

static int
compare_records (gconstpointer a, gconstpointer b, gpointer data)
{
  const Reference *self = data;
  const SlKind *kind = sl_kind (self->kind);
  SlId x = *(const SlId *)a;
  SlId y = *(const SlId *)b;
  int order = g_strcmp0 (text_of (self, x, kind->rank_field), text_of (self, y, kind->rank_field));

  /* In trees, siblings of one rank stand by id. */
  if (order == 0 && kind->id != SL_KIND_GOAL && kind->title_field >= 0)
    {
      g_autofree char *key_x = g_utf8_collate_key (text_of (self, x, kind->title_field), -1);
      g_autofree char *key_y = g_utf8_collate_key (text_of (self, y, kind->title_field), -1);

      order = strcmp (key_x, key_y);
    }
  return order != 0 ? order : (x > y) - (x < y);
}

static void
collect_reference (Reference *self, SlId parent)
{
  const SlKind *kind = sl_kind (self->kind);
  const SlTable *table = sl_snapshot_table (self->plan, self->kind);
  gboolean tree = self->kind == SL_KIND_GOAL;
  g_autoptr (GArray) level = g_array_new (FALSE, FALSE, sizeof (SlId));

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId id = sl_table_id (table, row);

      if (!tree || sl_table_ref (table, row, (guint)kind->parent_field) == parent)
        g_array_append_val (level, id);
    }
  g_array_sort_with_data (level, compare_records, self);
  for (guint i = 0; i < level->len; i++)
    {
      g_array_append_val (self->ids, g_array_index (level, SlId, i));
      if (tree)
        collect_reference (self, g_array_index (level, SlId, i));
    }
}

static void
assert_list (SlStore *store, SlKindId kind)
{
  GListModel *list = sl_store_get_list (store, kind);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SlId));
  Reference reference = { sl_store_get_snapshot (store), kind, ids };

  collect_reference (&reference, SL_ID_NONE);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, ids->len);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (SlRecord) record = g_list_model_get_item (list, i);

      g_assert_cmpint (sl_record_get_id (record), ==, g_array_index (ids, SlId, i));
      g_assert_true (sl_record_is_alive (record));
    }
}

static void
test_lists (void)
{
  static const SlKindId kinds[]
      = { SL_KIND_GOAL, SL_KIND_KPI, SL_KIND_ALLIANCE, SL_KIND_POSITION, SL_KIND_MILESTONE };
  SlStore *store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  ListMirror mirrors[G_N_ELEMENTS (kinds)];
  guint32 mask = 0;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GListModel *list = sl_store_get_list (store, kinds[i]);

      g_assert_true (list == sl_store_get_list (store, kinds[i]));
      g_assert_true (g_list_model_get_item_type (list) == sl_kind_get_record_type (kinds[i]));
      list_mirror_init (&mirrors[i], list);
      mask |= SL_KIND_BIT (kinds[i]);
    }
  for (guint round = 0; round < 300; round++)
    {
      int length = g_test_rand_int_range (0, 10);

      for (int i = 0; i < length; i++)
        random_change (store, changes, mask);
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        mirrors[i].n_signals = 0;
      commit (store, &changes);
      for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
        {
          g_assert_cmpuint (mirrors[i].n_signals, <=, 1);
          list_mirror_check (&mirrors[i]);
          assert_list (store, kinds[i]);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    list_mirror_clear (&mirrors[i]);
  g_assert_finalize_object (store);
}

/* One splice, and no larger than it must be. */
static void
test_splice (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  GListModel *list = sl_store_get_list (store, SL_KIND_GOAL);
  SlId goals[20];
  ListMirror mirror;
  g_auto (SlValue) title = sl_value_text ("New");

  for (guint i = 0; i < 20; i++)
    {
      const char rank[] = { (char)('A' + i), '\0' };

      goals[i] = add_titled (store, changes, SL_KIND_GOAL, "Goal", SL_ID_NONE, rank);
    }
  commit (store, &changes);
  list_mirror_init (&mirror, list);
  for (guint i = 0; i < 5; i++)
    add_titled (store, changes, SL_KIND_GOAL, "Pasted", SL_ID_NONE, "Ha");
  commit (store, &changes);
  g_assert_cmpuint (mirror.n_signals, ==, 1);
  g_assert_cmpuint (mirror.n_touched, ==, 5);
  /* A title does not move a goal. */
  apply_set (store, changes, SL_KIND_GOAL, goals[3], SL_GOAL_TITLE, &title);
  commit (store, &changes);
  g_assert_cmpuint (mirror.n_signals, ==, 1);
  apply_remove (store, changes, SL_KIND_GOAL, goals[19]);
  commit (store, &changes);
  g_assert_cmpuint (mirror.n_signals, ==, 2);
  g_assert_cmpuint (mirror.n_touched, ==, 6);
  list_mirror_clear (&mirror);
}

/* Whoever keeps a list longer than the store has an empty one. */
static void
test_list_outlives_store (void)
{
  SlStore *store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  g_autoptr (GListModel) list = g_object_ref (sl_store_get_list (store, SL_KIND_GOAL));

  add_titled (store, changes, SL_KIND_GOAL, "Goal", SL_ID_NONE, "V");
  commit (store, &changes);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 1);
  g_assert_finalize_object (store);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 0);
  g_assert_null (g_list_model_get_item (list, 0));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/store/record", test_record);
  g_test_add_func ("/core/store/all-properties", test_all_properties);
  g_test_add_func ("/core/store/notify", test_notify);
  g_test_add_func ("/core/store/removed", test_removed);
  g_test_add_func ("/core/store/dropped-while-heard", test_dropped_while_heard);
  g_test_add_func ("/core/store/changed", test_changed);
  g_test_add_func ("/core/store/meddling", test_meddling);
  g_test_add_func ("/core/store/lists", test_lists);
  g_test_add_func ("/core/store/splice", test_splice);
  g_test_add_func ("/core/store/list-outlives-store", test_list_outlives_store);
  return g_test_run ();
}
