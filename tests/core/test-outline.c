/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The outline, against a recursive walk after every step of random histories. */

#include "config.h"

#include "base/sl-text.h"
#include "list-mirror.h"
#include "model/sl-outline.h"
#include "random-plan.h"

#include <string.h>

/* --- The reference --- */

typedef struct
{
  SlStore *store;
  SlOutline *outline; /* asked only what is collapsed */
  SlKindId kind;
  SlKindId extra;
  const char *needle; /* (nullable) */
  GArray *ids;
  GArray *depths;
} Walk;

typedef struct
{
  SlId id;
  SlKindId kind;
  const char *rank;
} Child;

static int
compare_children (gconstpointer a, gconstpointer b)
{
  const Child *x = a;
  const Child *y = b;
  int order = strcmp (x->rank, y->rank);

  return order != 0 ? order : (x->id > y->id) - (x->id < y->id);
}

static void
add_children (const Walk *walk, SlKindId kind, SlId parent, GArray *children)
{
  const SlTable *table;

  if (kind == SL_N_KINDS)
    return;
  table = sl_snapshot_table (sl_store_get_snapshot (walk->store), kind);
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    if (sl_table_ref (table, row, (guint)sl_kind (kind)->parent_field) == parent)
      {
        Child child = { sl_table_id (table, row), kind,
                        sl_table_text (table, row, (guint)sl_kind (kind)->rank_field) };

        g_array_append_val (children, child);
      }
}

static gboolean
is_hit (const Walk *walk, const Child *child)
{
  const SlKind *kind = sl_kind (child->kind);
  const SlTable *table = sl_snapshot_table (sl_store_get_snapshot (walk->store), child->kind);
  guint row = 0;

  sl_table_find (table, child->id, &row);
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & SL_SEARCH) && sl_table_is_set (table, row, i))
      {
        g_autofree char *folded = sl_text_fold (sl_table_text (table, row, i));

        if (strstr (folded, walk->needle) != NULL)
          return TRUE;
      }
  return FALSE;
}

static void walk_below (Walk *walk, SlId parent, guint depth, gboolean visible, gboolean *found);

/* Adds @child and what is below it, or takes it back where nothing is found. */
static void
walk_child (Walk *walk, const Child *child, guint depth, gboolean visible, gboolean *found)
{
  guint length = walk->ids->len;
  gboolean hit = walk->needle == NULL || is_hit (walk, child);

  if (visible)
    {
      g_array_append_val (walk->ids, child->id);
      g_array_append_val (walk->depths, depth);
    }
  walk_below (walk, child->id, depth + 1,
              visible && sl_outline_get_expanded (walk->outline, child->id), &hit);
  if (!hit)
    {
      g_array_set_size (walk->ids, length);
      g_array_set_size (walk->depths, length);
    }
  *found = *found || hit;
}

static void
walk_below (Walk *walk, SlId parent, guint depth, gboolean visible, gboolean *found)
{
  g_autoptr (GArray) children = g_array_new (FALSE, FALSE, sizeof (Child));

  add_children (walk, walk->kind, parent, children);
  add_children (walk, walk->extra, parent, children);
  g_array_sort (children, compare_children);
  for (guint i = 0; i < children->len; i++)
    walk_child (walk, &g_array_index (children, Child, i), depth, visible, found);
}

static void
assert_outline (SlStore *store, SlOutline *outline, SlKindId extra, const char *needle)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SlId));
  g_autoptr (GArray) depths = g_array_new (FALSE, FALSE, sizeof (guint));
  Walk walk = { store, outline, extra == SL_N_KINDS ? SL_KIND_GOAL : SL_KIND_TASK, extra, needle,
                ids,   depths };
  GListModel *model = G_LIST_MODEL (outline);
  gboolean found = FALSE;

  walk_below (&walk, SL_ID_NONE, 0, TRUE, &found);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, ids->len);
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (SlOutlineRow) row = g_list_model_get_item (model, i);
      SlId id = g_array_index (ids, SlId, i);
      guint depth = g_array_index (depths, guint, i);
      gboolean opens = i + 1 < ids->len && g_array_index (depths, guint, i + 1) > depth;

      g_assert_cmpint (sl_outline_get_id (outline, i), ==, id);
      g_assert_cmpint (sl_record_get_id (sl_outline_row_get_record (row)), ==, id);
      g_assert_cmpuint (sl_outline_row_get_depth (row), ==, depth);
      g_assert_cmpuint (sl_outline_find (outline, id), ==, i);
      g_assert_cmpint (sl_outline_row_get_expanded (row), ==,
                       sl_outline_get_expanded (outline, id));
      if (opens)
        g_assert_true (sl_outline_row_get_expandable (row));
      else
        g_assert_false (sl_outline_row_get_expandable (row) && sl_outline_row_get_expanded (row));
    }
}

/* --- Random histories --- */

/* What somebody may do to the outline itself. */
static void
random_gesture (SlStore *store, SlOutline *outline, guint64 kinds, const char **needle)
{
  static const char *const needles[] = { NULL, "Lieferzeit", "É", "q", "الهدف", NULL };
  SlId id = random_target (sl_store_get_snapshot (store), kinds);

  switch (g_test_rand_int_range (0, 6))
    {
    case 0:
      sl_outline_set_all_expanded (outline, random_one_in (2));
      break;
    case 1:
      *needle = needles[g_test_rand_int_range (0, G_N_ELEMENTS (needles))];
      sl_outline_set_search (outline, *needle);
      break;
    case 2:
      sl_outline_reveal (outline, id);
      break;
    default:
      sl_outline_set_expanded (outline, id, random_one_in (2));
      break;
    }
}

static void
run_history (SlKindId kind, SlKindId extra)
{
  SlStore *store = sl_store_new ();
  guint64 kinds = SL_KIND_BIT (kind) | (extra != SL_N_KINDS ? SL_KIND_BIT (extra) : 0);
  SlOutline *outline = sl_outline_new (store, kind, extra);
  const char *needle = NULL;
  ListMirror mirror;

  list_mirror_init (&mirror, G_LIST_MODEL (outline));
  for (guint round = 0; round < 400; round++)
    {
      g_autofree char *folded = NULL;

      mirror.n_signals = 0;
      if (random_one_in (2))
        {
          g_autoptr (SlChangeSet) changes = sl_change_set_new ();
          int length = g_test_rand_int_range (0, 8);

          for (int i = 0; i < length; i++)
            random_change (store, changes, kinds);
          sl_store_notify (store, changes);
        }
      else
        random_gesture (store, outline, kinds, &needle);
      g_assert_cmpuint (mirror.n_signals, <=, 1);
      list_mirror_check (&mirror);
      folded = needle != NULL ? sl_text_fold (needle) : NULL;
      assert_outline (store, outline, extra, folded);
    }
  list_mirror_clear (&mirror);
  g_assert_finalize_object (outline);
  g_assert_finalize_object (store);
}

static void
test_goals (void)
{
  for (guint i = 0; i < 5; i++)
    run_history (SL_KIND_GOAL, SL_N_KINDS);
}

static void
test_tasks_and_milestones (void)
{
  for (guint i = 0; i < 5; i++)
    run_history (SL_KIND_TASK, SL_KIND_MILESTONE);
}

/* --- A small tree --- */

typedef struct
{
  SlStore *store;
  SlChangeSet *changes;
  SlOutline *outline;
  SlId root;
  SlId middle;
  SlId leaf;
  SlId other;
} Tree;

/* root > (middle > leaf), other */
static void
tree_set_up (Tree *tree, gconstpointer data)
{
  tree->store = sl_store_new ();
  tree->changes = sl_change_set_new ();
  tree->root = add_titled (tree->store, tree->changes, SL_KIND_GOAL, "Root", SL_ID_NONE, "a");
  tree->middle = add_titled (tree->store, tree->changes, SL_KIND_GOAL, "Middle", tree->root, "a");
  tree->leaf = add_titled (tree->store, tree->changes, SL_KIND_GOAL, "Leaf", tree->middle, "a");
  tree->other = add_titled (tree->store, tree->changes, SL_KIND_GOAL, "Other", SL_ID_NONE, "b");
  tree->outline = sl_outline_new (tree->store, SL_KIND_GOAL, SL_N_KINDS);
}

static void
tree_tear_down (Tree *tree, gconstpointer data)
{
  sl_change_set_unref (tree->changes);
  g_assert_finalize_object (tree->outline);
  g_assert_finalize_object (tree->store);
}

static void
tree_set_parent (Tree *tree, SlId id, SlId parent)
{
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  SlValue value = parent != SL_ID_NONE ? sl_value_int (parent) : (SlValue)SL_VALUE_INIT;

  apply_set (tree->store, changes, SL_KIND_GOAL, id, SL_GOAL_PARENT, &value);
  sl_store_notify (tree->store, changes);
}

static void
test_collapse (Tree *tree, gconstpointer data)
{
  ListMirror mirror;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tree->outline)), ==, 4);
  list_mirror_init (&mirror, G_LIST_MODEL (tree->outline));
  sl_outline_set_expanded (tree->outline, tree->root, FALSE);
  g_assert_cmpuint (mirror.n_signals, ==, 1);
  g_assert_cmpuint (mirror.n_touched, ==, 2);
  g_assert_cmpuint (sl_outline_find (tree->outline, tree->leaf), ==, G_MAXUINT);
  g_assert_cmpuint (sl_outline_find (tree->outline, tree->other), ==, 1);
  sl_outline_set_expanded (tree->outline, tree->root, FALSE);
  g_assert_cmpuint (mirror.n_signals, ==, 1);
  /* What was closed inside a closed one stays so. */
  sl_outline_set_expanded (tree->outline, tree->middle, FALSE);
  g_assert_cmpuint (mirror.n_signals, ==, 1);
  sl_outline_set_expanded (tree->outline, tree->root, TRUE);
  g_assert_cmpuint (mirror.n_touched, ==, 3);
  sl_outline_reveal (tree->outline, tree->leaf);
  g_assert_cmpuint (sl_outline_find (tree->outline, tree->leaf), ==, 2);
  list_mirror_clear (&mirror);
}

/* What was collapsed can be remembered and made so again; what is gone is no matter. */
static void
test_remember (Tree *tree, gconstpointer data)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_int64_hash, g_int64_equal);
  const gint64 gone = 4711;

  g_assert_cmpuint (g_hash_table_size (sl_outline_get_collapsed (tree->outline)), ==, 0);
  g_hash_table_add (ids, &tree->middle);
  g_hash_table_add (ids, (gpointer)&gone);
  sl_outline_set_expanded (tree->outline, tree->root, FALSE);
  sl_outline_set_collapsed (tree->outline, ids);
  g_assert_true (sl_outline_get_expanded (tree->outline, tree->root));
  g_assert_false (sl_outline_get_expanded (tree->outline, tree->middle));
  g_assert_cmpuint (sl_outline_find (tree->outline, tree->leaf), ==, G_MAXUINT);
  g_assert_cmpuint (g_hash_table_size (sl_outline_get_collapsed (tree->outline)), ==, 1);
  g_assert_true (g_hash_table_contains (sl_outline_get_collapsed (tree->outline), &tree->middle));
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_row (Tree *tree, gconstpointer data)
{
  SlOutlineRow *row = g_list_model_get_item (G_LIST_MODEL (tree->outline), 1);
  g_autoptr (SlRecord) record = NULL;
  SlOutlineRow *moved;
  guint n_depth = 0;
  guint n_expandable = 0;
  guint n_expanded = 0;
  guint depth = 9;
  gboolean expandable = FALSE;
  gboolean expanded = FALSE;

  g_object_get (row, "record", &record, "depth", &depth, "expandable", &expandable, "expanded",
                &expanded, NULL);
  g_assert_cmpint (sl_record_get_id (record), ==, tree->middle);
  g_assert_cmpuint (depth, ==, 1);
  g_assert_true (expandable && expanded);
  g_signal_connect_swapped (row, "notify::depth", G_CALLBACK (count_cb), &n_depth);
  g_signal_connect_swapped (row, "notify::expandable", G_CALLBACK (count_cb), &n_expandable);
  g_signal_connect_swapped (row, "notify::expanded", G_CALLBACK (count_cb), &n_expanded);

  tree_set_parent (tree, tree->middle, SL_ID_NONE);
  g_assert_cmpuint (n_depth, ==, 1);
  g_assert_cmpuint (sl_outline_row_get_depth (row), ==, 0);
  tree_set_parent (tree, tree->leaf, SL_ID_NONE);
  g_assert_cmpuint (n_expandable, ==, 1);
  g_assert_false (sl_outline_row_get_expandable (row));
  sl_outline_set_expanded (tree->outline, tree->middle, FALSE);
  g_assert_cmpuint (n_expanded, ==, 1);

  /* The same object wherever it stands, so that a selection survives. */
  moved = g_list_model_get_item (G_LIST_MODEL (tree->outline),
                                 sl_outline_find (tree->outline, tree->middle));
  g_assert_true (moved == row);
  g_object_unref (moved);
  g_assert_finalize_object (row);
}

static void
test_removed (Tree *tree, gconstpointer data)
{
  SlOutlineRow *row = g_list_model_get_item (G_LIST_MODEL (tree->outline), 2);
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  g_autofree char *title = NULL;

  remove_subtree (tree->store, changes, SL_KIND_GOAL, tree->root);
  sl_store_notify (tree->store, changes);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (tree->outline)), ==, 1);
  g_object_get (sl_outline_row_get_record (row), "title", &title, NULL);
  g_assert_cmpstr (title, ==, "Leaf");
  g_assert_false (sl_record_is_alive (sl_outline_row_get_record (row)));
  g_assert_finalize_object (row);
}

static void
test_search (Tree *tree, gconstpointer data)
{
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  g_auto (SlValue) title = sl_value_text ("LEAFLET");
  ListMirror mirror;

  sl_outline_set_expanded (tree->outline, tree->root, FALSE);
  list_mirror_init (&mirror, G_LIST_MODEL (tree->outline));
  /* Hits are in view, with the way to them, whatever was closed. */
  sl_outline_set_search (tree->outline, "eAf");
  g_assert_cmpuint (mirror.items->len, ==, 3);
  g_assert_cmpuint (sl_outline_find (tree->outline, tree->leaf), ==, 2);
  g_assert_cmpuint (sl_outline_find (tree->outline, tree->other), ==, G_MAXUINT);
  /* A rename moves a record in and out of the hits. */
  apply_set (tree->store, changes, SL_KIND_GOAL, tree->other, SL_GOAL_TITLE, &title);
  sl_store_notify (tree->store, changes);
  g_assert_cmpuint (sl_outline_find (tree->outline, tree->other), ==, 3);
  sl_outline_set_search (tree->outline, "nothing like it");
  g_assert_cmpuint (mirror.items->len, ==, 0);
  /* Afterwards all is as it was. */
  sl_outline_set_search (tree->outline, "");
  g_assert_cmpuint (mirror.items->len, ==, 2);
  g_assert_false (sl_outline_get_expanded (tree->outline, tree->root));
  list_mirror_check (&mirror);
  list_mirror_clear (&mirror);
}

static void
test_row_outlives_outline (void)
{
  Tree tree;
  SlOutlineRow *row;

  tree_set_up (&tree, NULL);
  row = g_list_model_get_item (G_LIST_MODEL (tree.outline), 0);
  sl_change_set_unref (tree.changes);
  g_assert_finalize_object (tree.outline);
  g_assert_cmpuint (sl_outline_row_get_depth (row), ==, 0);
  g_assert_finalize_object (row);
  g_assert_finalize_object (tree.store);
}

/* Deeper than recursion on the C stack would reach. */
static void
test_deep (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  g_autoptr (SlOutline) outline = NULL;
  SlId parent = SL_ID_NONE;
  const guint depth = 50000;

  for (guint i = 0; i < depth; i++)
    parent = add_titled (store, changes, SL_KIND_GOAL, "Goal", parent, "V");
  outline = sl_outline_new (store, SL_KIND_GOAL, SL_N_KINDS);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (outline)), ==, depth);
  g_assert_cmpuint (sl_outline_find (outline, parent), ==, depth - 1);
  g_assert_cmpuint (g_list_model_get_n_items (sl_store_get_list (store, SL_KIND_GOAL)), ==, depth);
}

#define ADD_TREE_TEST(path, test) g_test_add (path, Tree, NULL, tree_set_up, test, tree_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/outline/goals", test_goals);
  g_test_add_func ("/core/outline/tasks-and-milestones", test_tasks_and_milestones);
  ADD_TREE_TEST ("/core/outline/collapse", test_collapse);
  ADD_TREE_TEST ("/core/outline/remember", test_remember);
  ADD_TREE_TEST ("/core/outline/row", test_row);
  ADD_TREE_TEST ("/core/outline/removed", test_removed);
  ADD_TREE_TEST ("/core/outline/search", test_search);
  g_test_add_func ("/core/outline/row-outlives-outline", test_row_outlives_outline);
  g_test_add_func ("/core/outline/deep", test_deep);
  return g_test_run ();
}
