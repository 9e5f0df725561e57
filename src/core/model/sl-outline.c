/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The outline keeps the whole tree in preorder and, beside it, the ids of the rows that show. Every
 * event (collapse, search, change of the plan) computes the second array anew, which takes about a
 * millisecond for 100 000 records, and tells the difference as one items-changed. */

#include "config.h"

#include "model/sl-outline.h"

#include "base/sl-text.h"
#include "model/sl-outline-private.h"

#include <string.h>

struct _SlOutline
{
  GObject parent_instance;
  SlStore *store;
  SlKindId kind;
  SlKindId extra; /* or SL_N_KINDS */

  GArray *nodes;      /* of SlOutlineNode, preorder */
  GHashTable *by_id;  /* set of &node->id */
  GArray *visible;    /* of SlId */
  GHashTable *rows;   /* id (in the record) -> SlOutlineRow, not referenced */
  GHashTable *folded; /* id -> searched text, folded; filled by search */
  GHashTable *closed; /* set of ids that are collapsed */
  GHashTable *closed_in_search;
  char *needle; /* (nullable): folded */
};

static void sl_outline_iface_init (GListModelInterface *iface);

G_DEFINE_TYPE_WITH_CODE (SlOutline, sl_outline, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sl_outline_iface_init))

/* --- Nodes --- */

static SlOutlineNode *
node_at (SlOutline *self, guint index)
{
  return &g_array_index (self->nodes, SlOutlineNode, index);
}

static SlOutlineNode *
find_node (SlOutline *self, SlId id)
{
  gpointer key;

  if (!g_hash_table_lookup_extended (self->by_id, &id, &key, NULL))
    return NULL;
  return (SlOutlineNode *)(void *)((char *)key - G_STRUCT_OFFSET (SlOutlineNode, id));
}

static void
rebuild_nodes (SlOutline *self)
{
  g_hash_table_remove_all (self->by_id);
  g_clear_pointer (&self->nodes, g_array_unref);
  self->nodes = sl_outline_tree_new (sl_store_get_snapshot (self->store), self->kind, self->extra);
  for (guint i = 0; i < self->nodes->len; i++)
    g_hash_table_add (self->by_id, &node_at (self, i)->id);
}

static gboolean
is_expandable (SlOutline *self, const SlOutlineNode *node)
{
  return self->needle != NULL ? node->shown_below : node->size > 1;
}

/* A search begins with all of its hits in view, whatever was collapsed, and leaves no trace. */
static GHashTable *
closed_set (SlOutline *self)
{
  return self->needle != NULL ? self->closed_in_search : self->closed;
}

static gboolean
is_expanded (SlOutline *self, SlId id)
{
  return !g_hash_table_contains (closed_set (self), &id);
}

static gint64 *
id_key (SlId id)
{
  return g_memdup2 (&id, sizeof id);
}

/* --- Search --- */

static char *
fold_record (SlOutline *self, const SlOutlineNode *node)
{
  const SlKind *kind = sl_kind (node->kind);
  const SlTable *table = sl_snapshot_table (sl_store_get_snapshot (self->store), node->kind);
  g_autoptr (GString) text = g_string_new (NULL);
  guint row;

  /* A listener may search before the outline has heard of a removal. */
  if (!sl_table_find (table, node->id, &row))
    return g_strdup ("");
  for (guint i = 0; i < kind->n_fields; i++)
    if ((kind->fields[i].flags & SL_SEARCH) && sl_table_is_set (table, row, i))
      {
        g_string_append (text, sl_table_text (table, row, i));
        g_string_append_c (text, '\n');
      }
  return sl_text_fold (text->str);
}

static const char *
get_folded (SlOutline *self, SlOutlineNode *node)
{
  if (node->folded == NULL)
    node->folded = g_hash_table_lookup (self->folded, &node->id);
  if (node->folded == NULL)
    {
      char *folded = fold_record (self, node);

      g_hash_table_insert (self->folded, id_key (node->id), folded);
      node->folded = folded;
    }
  return node->folded;
}

/* From the last node to the first, so that each knows its subtree when its turn comes. */
static void
find_hits (SlOutline *self)
{
  for (guint i = 0; i < self->nodes->len; i++)
    {
      node_at (self, i)->shown = self->needle == NULL;
      node_at (self, i)->shown_below = FALSE;
    }
  for (guint i = self->nodes->len; self->needle != NULL && i > 0; i--)
    {
      SlOutlineNode *node = node_at (self, i - 1);

      node->shown = node->shown_below || strstr (get_folded (self, node), self->needle) != NULL;
      if (node->shown && node->parent != SL_OUTLINE_NO_PARENT)
        node_at (self, node->parent)->shown_below = TRUE;
    }
}

/* --- What shows --- */

static SlOutlineRowState
row_state (SlOutline *self, const SlOutlineNode *node)
{
  return (SlOutlineRowState){ node->depth, is_expandable (self, node),
                              is_expanded (self, node->id) };
}

static GArray *
collect_visible (SlOutline *self)
{
  GArray *visible = g_array_sized_new (FALSE, FALSE, sizeof (SlId), self->visible->len);
  guint i = 0;

  while (i < self->nodes->len)
    {
      SlOutlineNode *node = node_at (self, i);
      guint end = i + node->size;

      node->position = G_MAXUINT32;
      if (node->shown)
        {
          node->position = visible->len;
          g_array_append_val (visible, node->id);
        }
      i++;
      if (node->shown && (node->size == 1 || is_expanded (self, node->id)))
        continue;
      while (i < end)
        node_at (self, i++)->position = G_MAXUINT32;
    }
  return visible;
}

static void
update_rows (SlOutline *self)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer row;

  /* Listeners may make rows and drop them. */
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (rows, g_object_ref (row));
  for (guint i = 0; i < rows->len; i++)
    {
      const SlOutlineNode *node
          = find_node (self, *sl_outline_row_peek_id (g_ptr_array_index (rows, i)));
      SlOutlineRowState state;

      if (node == NULL)
        continue;
      state = row_state (self, node);
      sl_outline_row_set_state (g_ptr_array_index (rows, i), &state);
    }
}

/* Shows what is to show now and tells the difference. */
static void
update (SlOutline *self)
{
  g_autoptr (GArray) before = self->visible;
  SlSplice splice;

  self->visible = collect_visible (self);
  splice = sl_splice_ids (before, self->visible);
  update_rows (self);
  if (splice.removed > 0 || splice.added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), splice.position, splice.removed, splice.added);
}

/* --- Changes of the plan --- */

static gboolean
changes_structure (const SlChange *c)
{
  const SlKind *kind = sl_kind (c->kind);

  return c->op != SL_CHANGE_SET || (int)c->field == kind->parent_field
         || (int)c->field == kind->rank_field;
}

static void
store_changed_cb (SlStore *store, SlChangeSet *changes, SlOutline *self)
{
  gboolean structure = FALSE;
  gboolean text = FALSE;

  for (guint i = 0; i < sl_change_set_length (changes); i++)
    {
      const SlChange *c = sl_change_set_get (changes, i);
      SlOutlineNode *node;

      if (c->kind != self->kind && c->kind != self->extra)
        continue;
      structure = structure || changes_structure (c);
      if (c->op == SL_CHANGE_SET && !(sl_kind (c->kind)->fields[c->field].flags & SL_SEARCH))
        continue;
      text = TRUE;
      node = find_node (self, c->id);
      if (node != NULL)
        node->folded = NULL;
      g_hash_table_remove (self->folded, &c->id);
    }
  if (structure)
    rebuild_nodes (self);
  if (structure || (text && self->needle != NULL))
    {
      find_hits (self);
      update (self);
    }
}

/* --- List --- */

static GType
sl_outline_get_item_type (GListModel *model)
{
  return SL_TYPE_OUTLINE_ROW;
}

static guint
sl_outline_get_n_items (GListModel *model)
{
  return SL_OUTLINE (model)->visible->len;
}

static gpointer
sl_outline_get_item (GListModel *model, guint position)
{
  SlOutline *self = SL_OUTLINE (model);
  g_autoptr (SlRecord) record = NULL;
  SlOutlineRowState state;
  const SlOutlineNode *node;
  SlOutlineRow *row;
  SlId id;

  if (position >= self->visible->len)
    return NULL;
  id = g_array_index (self->visible, SlId, position);
  row = g_hash_table_lookup (self->rows, &id);
  if (row != NULL)
    return g_object_ref (row);
  node = find_node (self, id);
  record = sl_store_ensure_record (self->store, node->kind, id);
  state = row_state (self, node);
  row = sl_outline_row_new (self, record, &state);
  g_hash_table_insert (self->rows, (gpointer)sl_outline_row_peek_id (row), row);
  return row;
}

static void
sl_outline_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = sl_outline_get_item_type;
  iface->get_n_items = sl_outline_get_n_items;
  iface->get_item = sl_outline_get_item;
}

void
sl_outline_forget_row (SlOutline *self, SlOutlineRow *row)
{
  g_hash_table_remove (self->rows, sl_outline_row_peek_id (row));
}

/* --- Life --- */

static void
sl_outline_dispose (GObject *object)
{
  SlOutline *self = SL_OUTLINE (object);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    sl_outline_row_detach (row);
  g_hash_table_remove_all (self->rows);
  G_OBJECT_CLASS (sl_outline_parent_class)->dispose (object);
}

static void
sl_outline_finalize (GObject *object)
{
  SlOutline *self = SL_OUTLINE (object);

  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->folded);
  g_hash_table_unref (self->closed);
  g_hash_table_unref (self->closed_in_search);
  g_array_unref (self->nodes);
  g_array_unref (self->visible);
  g_free (self->needle);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (sl_outline_parent_class)->finalize (object);
}

static void
sl_outline_class_init (SlOutlineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sl_outline_dispose;
  object_class->finalize = sl_outline_finalize;
}

static void
sl_outline_init (SlOutline *self)
{
  self->nodes = g_array_new (FALSE, FALSE, sizeof (SlOutlineNode));
  self->visible = g_array_new (FALSE, FALSE, sizeof (SlId));
  self->by_id = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->rows = g_hash_table_new (g_int64_hash, g_int64_equal);
  self->folded = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->closed = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->closed_in_search = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

SlOutline *
sl_outline_new (SlStore *store, SlKindId kind, SlKindId extra)
{
  SlOutline *self;

  g_return_val_if_fail (SL_IS_STORE (store), NULL);
  g_return_val_if_fail (kind < SL_N_KINDS && extra <= SL_N_KINDS, NULL);

  self = g_object_new (SL_TYPE_OUTLINE, NULL);
  self->store = g_object_ref (store);
  self->kind = kind;
  self->extra = extra;
  g_signal_connect_object (store, "changed", G_CALLBACK (store_changed_cb), self, 0);
  rebuild_nodes (self);
  find_hits (self);
  update (self);
  return self;
}

/* --- Expanding --- */

void
sl_outline_set_expanded (SlOutline *self, SlId id, gboolean expanded)
{
  g_return_if_fail (SL_IS_OUTLINE (self));

  if (find_node (self, id) == NULL || is_expanded (self, id) == !!expanded)
    return;
  if (expanded)
    g_hash_table_remove (closed_set (self), &id);
  else
    g_hash_table_add (closed_set (self), id_key (id));
  update (self);
}

gboolean
sl_outline_get_expanded (SlOutline *self, SlId id)
{
  g_return_val_if_fail (SL_IS_OUTLINE (self), FALSE);

  return find_node (self, id) != NULL && is_expanded (self, id);
}

void
sl_outline_set_all_expanded (SlOutline *self, gboolean expanded)
{
  g_return_if_fail (SL_IS_OUTLINE (self));

  g_hash_table_remove_all (closed_set (self));
  for (guint i = 0; !expanded && i < self->nodes->len; i++)
    if (is_expandable (self, node_at (self, i)))
      g_hash_table_add (closed_set (self), id_key (node_at (self, i)->id));
  update (self);
}

GHashTable *
sl_outline_get_collapsed (SlOutline *self)
{
  g_return_val_if_fail (SL_IS_OUTLINE (self), NULL);

  return self->closed;
}

void
sl_outline_set_collapsed (SlOutline *self, GHashTable *ids)
{
  GHashTableIter iter;
  gpointer id;

  g_return_if_fail (SL_IS_OUTLINE (self));

  g_hash_table_remove_all (self->closed);
  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (find_node (self, *(SlId *)id) != NULL)
      g_hash_table_add (self->closed, id_key (*(SlId *)id));
  update (self);
}

void
sl_outline_reveal (SlOutline *self, SlId id)
{
  const SlOutlineNode *node;
  gboolean changed = FALSE;

  g_return_if_fail (SL_IS_OUTLINE (self));

  node = find_node (self, id);
  while (node != NULL && node->parent != SL_OUTLINE_NO_PARENT)
    {
      node = node_at (self, node->parent);
      changed |= g_hash_table_remove (closed_set (self), &node->id);
    }
  if (changed)
    update (self);
}

/* --- Positions --- */

guint
sl_outline_find (SlOutline *self, SlId id)
{
  const SlOutlineNode *node;

  g_return_val_if_fail (SL_IS_OUTLINE (self), G_MAXUINT);

  node = find_node (self, id);
  return node != NULL && node->position != G_MAXUINT32 ? node->position : G_MAXUINT;
}

SlId
sl_outline_get_id (SlOutline *self, guint position)
{
  g_return_val_if_fail (SL_IS_OUTLINE (self), SL_ID_NONE);

  return position < self->visible->len ? g_array_index (self->visible, SlId, position) : SL_ID_NONE;
}

void
sl_outline_set_search (SlOutline *self, const char *text)
{
  g_autofree char *needle = NULL;

  g_return_if_fail (SL_IS_OUTLINE (self));

  if (text != NULL && *text != '\0')
    needle = sl_text_fold (text);
  if (g_strcmp0 (needle, self->needle) == 0)
    return;
  g_free (self->needle);
  self->needle = g_steal_pointer (&needle);
  g_hash_table_remove_all (self->closed_in_search);
  find_hits (self);
  update (self);
}
