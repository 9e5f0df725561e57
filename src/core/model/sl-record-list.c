/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All records of a kind in reading order, as ids; the objects are the store's and made when
 * somebody asks for an item. */

#include "config.h"

#include "model/sl-store-private.h"

#include "model/sl-table-private.h"

#include <string.h>

/* So many records are put where they belong one by one: keys of all titles take long to make. */
#define FEW 8

struct _SlRecordList
{
  GObject parent_instance;
  SlStore *store; /* (nullable): not referenced; it owns the list */
  const SlKind *kind;
  GArray *ids; /* of SlId */
};

static void sl_record_list_iface_init (GListModelInterface *iface);

G_DEFINE_TYPE_WITH_CODE (SlRecordList, sl_record_list, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sl_record_list_iface_init))

static GType
sl_record_list_get_item_type (GListModel *model)
{
  return sl_kind_get_record_type (SL_RECORD_LIST (model)->kind->id);
}

static guint
sl_record_list_get_n_items (GListModel *model)
{
  return SL_RECORD_LIST (model)->ids->len;
}

static gpointer
sl_record_list_get_item (GListModel *model, guint position)
{
  SlRecordList *self = SL_RECORD_LIST (model);

  if (position >= self->ids->len)
    return NULL;
  return sl_store_ensure_record (self->store, self->kind->id,
                                 g_array_index (self->ids, SlId, position));
}

static void
sl_record_list_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = sl_record_list_get_item_type;
  iface->get_n_items = sl_record_list_get_n_items;
  iface->get_item = sl_record_list_get_item;
}

static void
sl_record_list_finalize (GObject *object)
{
  g_array_unref (SL_RECORD_LIST (object)->ids);
  G_OBJECT_CLASS (sl_record_list_parent_class)->finalize (object);
}

static void
sl_record_list_class_init (SlRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_record_list_finalize;
}

static void
sl_record_list_init (SlRecordList *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (SlId));
}

/* --- Order --- */

/* Preorder by an explicit stack: a foreign file may nest deeper than the C stack reaches. */
static void
collect_tree (const SlTable *table, GArray *ids)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (SlId));
  SlId parent = SL_ID_NONE;

  for (;;)
    {
      guint n;
      const SlId *children = sl_table_children (table, parent, &n);

      for (guint i = n; i > 0; i--)
        g_array_append_val (stack, children[i - 1]);
      if (stack->len == 0)
        return;
      parent = g_array_index (stack, SlId, stack->len - 1);
      g_array_set_size (stack, stack->len - 1);
      g_array_append_val (ids, parent);
    }
}

/* A milestone's parent is a task: its own tree has no roots but those without a task. */
static gboolean
is_own_tree (const SlKind *kind)
{
  return kind->parent_field >= 0
         && kind->fields[kind->parent_field].targets == SL_KIND_BIT (kind->id);
}

typedef struct
{
  const char *rank;
  char *title_key;
  SlId id;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *x = a;
  const Place *y = b;
  int order = g_strcmp0 (x->rank, y->rank);

  if (order == 0)
    order = g_strcmp0 (x->title_key, y->title_key);
  return order != 0 ? order : (x->id > y->id) - (x->id < y->id);
}

/* The caller frees the title's key. */
static Place
read_place (const SlTable *table, const SlKind *kind, guint row)
{
  Place place = { .id = sl_table_id (table, row) };
  const char *title
      = kind->title_field >= 0 ? sl_table_text (table, row, (guint)kind->title_field) : NULL;

  if (kind->rank_field >= 0)
    place.rank = sl_table_text (table, row, (guint)kind->rank_field);
  if (title != NULL)
    place.title_key = g_utf8_collate_key (title, -1);
  return place;
}

static void
collect_sorted (const SlTable *table, const SlKind *kind, GArray *ids)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      Place place = read_place (table, kind, row);

      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    {
      g_array_append_val (ids, g_array_index (places, Place, i).id);
      g_free (g_array_index (places, Place, i).title_key);
    }
}

static GArray *
collect_ids (SlRecordList *self)
{
  const SlTable *table = sl_snapshot_table (sl_store_get_snapshot (self->store), self->kind->id);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (SlId));

  if (is_own_tree (self->kind))
    collect_tree (table, ids);
  else
    collect_sorted (table, self->kind, ids);
  return ids;
}

/* --- A few records of a sorted list --- */

static void
take_out (GArray *ids, SlId id)
{
  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, SlId, i) == id)
      {
        g_array_remove_index (ids, i);
        return;
      }
}

/* Puts the record in @row where it belongs among the sorted @ids. */
static void
put_in (const SlTable *table, const SlKind *kind, GArray *ids, guint row)
{
  Place place = read_place (table, kind, row);
  guint low = 0, high = ids->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      Place other = { 0 };
      guint at = 0;

      if (sl_table_find (table, g_array_index (ids, SlId, middle), &at))
        other = read_place (table, kind, at);
      if (compare_places (&other, &place) < 0)
        low = middle + 1;
      else
        high = middle;
      g_free (other.title_key);
    }
  g_array_insert_val (ids, low, place.id);
  g_free (place.title_key);
}

/* The ids as they were, with the records in @touched taken out and put where they belong now: the
 * others are in order without them. (transfer full) */
static GArray *
move_touched (SlRecordList *self, const GArray *touched)
{
  const SlTable *table = sl_snapshot_table (sl_store_get_snapshot (self->store), self->kind->id);
  GArray *ids = g_array_copy (self->ids);

  for (guint i = 0; i < touched->len; i++)
    take_out (ids, g_array_index (touched, SlId, i));
  for (guint i = 0; i < touched->len; i++)
    {
      guint row = 0;

      if (sl_table_find (table, g_array_index (touched, SlId, i), &row))
        put_in (table, self->kind, ids, row);
    }
  return ids;
}

/* Each record once that @changes may move; %NULL where there are many. (transfer full) */
static GArray *
find_touched (SlRecordList *self, const SlChangeSet *changes)
{
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (SlId));

  for (guint i = 0; i < sl_change_set_length (changes); i++)
    {
      const SlChange *change = sl_change_set_get (changes, i);
      gboolean known = FALSE;

      if (!sl_record_list_depends_on (self, change))
        continue;
      for (guint k = 0; !known && k < touched->len; k++)
        known = g_array_index (touched, SlId, k) == change->id;
      if (!known)
        g_array_append_val (touched, change->id);
      if (touched->len > FEW)
        return NULL;
    }
  return g_steal_pointer (&touched);
}

SlSplice
sl_splice_ids (const GArray *before, const GArray *after)
{
  const SlId *x = (const SlId *)before->data;
  const SlId *y = (const SlId *)after->data;
  guint common = MIN (before->len, after->len);
  guint prefix = 0;
  guint suffix = 0;

  while (prefix < common && x[prefix] == y[prefix])
    prefix++;
  while (suffix < common - prefix && x[before->len - 1 - suffix] == y[after->len - 1 - suffix])
    suffix++;
  return (SlSplice){ prefix, before->len - prefix - suffix, after->len - prefix - suffix };
}

/* --- For the store --- */

SlRecordList *
sl_record_list_new (SlStore *store, SlKindId kind)
{
  SlRecordList *self = g_object_new (SL_TYPE_RECORD_LIST, NULL);

  self->store = store;
  self->kind = sl_kind (kind);
  g_array_unref (self->ids);
  self->ids = collect_ids (self);
  return self;
}

gboolean
sl_record_list_depends_on (SlRecordList *self, const SlChange *change)
{
  int field = (int)change->field;

  if (change->kind != self->kind->id)
    return FALSE;
  if (change->op != SL_CHANGE_SET)
    return TRUE;
  if (field == self->kind->rank_field)
    return TRUE;
  return field == (is_own_tree (self->kind) ? self->kind->parent_field : self->kind->title_field);
}

void
sl_record_list_update (SlRecordList *self, const SlChangeSet *changes)
{
  g_autoptr (GArray) before = self->ids;
  g_autoptr (GArray) touched = is_own_tree (self->kind) ? NULL : find_touched (self, changes);
  SlSplice splice;

  self->ids = touched != NULL ? move_touched (self, touched) : collect_ids (self);
  splice = sl_splice_ids (before, self->ids);
  if (splice.removed > 0 || splice.added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), splice.position, splice.removed, splice.added);
}

const SlId *
sl_record_list_peek_ids (SlRecordList *self, guint *n)
{
  *n = self->ids->len;
  return (const SlId *)(gconstpointer)self->ids->data;
}

void
sl_record_list_detach (SlRecordList *self)
{
  guint n = self->ids->len;

  self->store = NULL;
  g_array_set_size (self->ids, 0);
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}
