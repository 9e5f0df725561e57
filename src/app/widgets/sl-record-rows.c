/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which records a table shows, and in which order. A list that is sorted all the time would move a
 * row away from under the hands that edit it: here the order is made once, rows that come later are
 * put at the end while they have no title (somebody is about to type it) and at their place
 * otherwise (a deletion was taken back). */

#include "config.h"

#include "widgets/sl-record-rows.h"

#include <string.h>

/* So many rows that come at once are sorted together. */
#define MANY 32

struct _SlRecordRows
{
  GObject parent_instance;
  SlStore *store;
  SlKindId kind;
  SlRowFilter filter;
  gpointer data;
  GtkSorter *sorter;
  char *search; /* case-folded, or NULL */
  GArray *ids;  /* of SlId */
};

static void sl_record_rows_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlRecordRows, sl_record_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, sl_record_rows_iface_init))

static GType
sl_record_rows_get_item_type (GListModel *model)
{
  return SL_TYPE_RECORD;
}

static guint
sl_record_rows_get_n_items (GListModel *model)
{
  return SL_RECORD_ROWS (model)->ids->len;
}

static gpointer
sl_record_rows_get_item (GListModel *model, guint position)
{
  SlRecordRows *self = SL_RECORD_ROWS (model);

  return position < self->ids->len
             ? sl_store_get_record (self->store, g_array_index (self->ids, SlId, position))
             : NULL;
}

static void
sl_record_rows_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = sl_record_rows_get_item_type;
  iface->get_n_items = sl_record_rows_get_n_items;
  iface->get_item = sl_record_rows_get_item;
}

static const SlTable *
table_of (SlRecordRows *self)
{
  return sl_snapshot_table (sl_store_get_snapshot (self->store), self->kind);
}

static gboolean
matches_search (SlRecordRows *self, const SlTable *table, guint row)
{
  const SlKind *kind = sl_kind (self->kind);

  for (guint i = 0; i < kind->n_fields; i++)
    {
      const char *text = (kind->fields[i].flags & SL_SEARCH) ? sl_table_text (table, row, i) : NULL;
      g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

      if (folded != NULL && strstr (folded, self->search) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_wanted (SlRecordRows *self, const SlTable *table, guint row)
{
  if (self->filter != NULL && !self->filter (sl_store_get_snapshot (self->store), row, self->data))
    return FALSE;
  return self->search == NULL || matches_search (self, table, row);
}

static int
compare (SlRecordRows *self, SlId a, SlId b)
{
  g_autoptr (SlRecord) x = sl_store_get_record (self->store, a);
  g_autoptr (SlRecord) y = sl_store_get_record (self->store, b);

  if (self->sorter == NULL || x == NULL || y == NULL)
    return 0;
  return (int)gtk_sorter_compare (self->sorter, x, y);
}

static gboolean
is_untitled (SlRecordRows *self, SlId id)
{
  return sl_snapshot_title (sl_store_get_snapshot (self->store), id)[0] == '\0';
}

/* Where a record that came belongs. */
static guint
place_of (SlRecordRows *self, SlId id)
{
  guint position = self->ids->len;

  if (is_untitled (self, id))
    return position;
  while (position > 0)
    {
      SlId before = g_array_index (self->ids, SlId, position - 1);

      if (!is_untitled (self, before) && compare (self, before, id) <= 0)
        break;
      position--;
    }
  return position;
}

/* Drops what is gone or unwanted, from the end on. */
static void
drop_unwanted (SlRecordRows *self)
{
  const SlTable *table = table_of (self);

  for (guint i = self->ids->len; i > 0; i--)
    {
      guint row = 0;

      if (sl_table_find (table, g_array_index (self->ids, SlId, i - 1), &row)
          && is_wanted (self, table, row))
        continue;
      g_array_remove_index (self->ids, i - 1);
      g_list_model_items_changed (G_LIST_MODEL (self), i - 1, 1, 0);
    }
}

/* The wanted records that are not shown yet, in reading order. */
static GArray *
find_missing (SlRecordRows *self)
{
  const SlTable *table = table_of (self);
  guint n = 0;
  const SlId *all = sl_store_get_ids (self->store, self->kind, &n);
  GArray *missing = g_array_new (FALSE, FALSE, sizeof (SlId));
  g_autoptr (GHashTable) shown = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->ids->len; i++)
    g_hash_table_add (shown, &g_array_index (self->ids, SlId, i));
  for (guint i = 0; i < n; i++)
    {
      guint row = 0;

      if (!g_hash_table_contains (shown, &all[i]) && sl_table_find (table, all[i], &row)
          && is_wanted (self, table, row))
        g_array_append_val (missing, all[i]);
    }
  return missing;
}

static int
compare_records (gconstpointer a, gconstpointer b, gpointer sorter)
{
  return (int)gtk_sorter_compare (sorter, *(SlRecord *const *)a, *(SlRecord *const *)b);
}

static void
sort (SlRecordRows *self)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = self->ids->len;

  if (n == 0 || self->sorter == NULL)
    return;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (records, g_list_model_get_item (G_LIST_MODEL (self), i));
  g_ptr_array_sort_with_data (records, compare_records, self->sorter);
  for (guint i = 0; i < n; i++)
    g_array_index (self->ids, SlId, i) = sl_record_get_id (g_ptr_array_index (records, i));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n, n);
}

void
sl_record_rows_refilter (SlRecordRows *self)
{
  g_autoptr (GArray) missing = NULL;

  g_return_if_fail (SL_IS_RECORD_ROWS (self));
  drop_unwanted (self);
  missing = find_missing (self);
  if (missing->len > MANY || (self->ids->len == 0 && missing->len > 0))
    {
      guint n = self->ids->len;

      g_array_append_vals (self->ids, missing->data, missing->len);
      g_list_model_items_changed (G_LIST_MODEL (self), n, 0, missing->len);
      sort (self);
      return;
    }
  for (guint i = 0; i < missing->len; i++)
    {
      SlId id = g_array_index (missing, SlId, i);
      guint position = place_of (self, id);

      g_array_insert_val (self->ids, position, id);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
    }
}

static gboolean
is_wanted_now (SlRecordRows *self, SlId id)
{
  const SlTable *table = table_of (self);
  guint row = 0;

  return sl_table_find (table, id, &row) && is_wanted (self, table, row);
}

static int
compare_last_first (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;

  return (x < y) - (x > y);
}

/* From the end on: a view that makes up for a lost row reads what stands behind it, and must not
 * find another record there that is gone. */
static void
drop_changed (SlRecordRows *self, SlChangeSet *changes)
{
  g_autoptr (GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < sl_change_set_length (changes); i++)
    {
      const SlChange *change = sl_change_set_get (changes, i);
      guint position = change->kind == self->kind ? sl_record_rows_find (self, change->id)
                                                  : GTK_INVALID_LIST_POSITION;

      if (position != GTK_INVALID_LIST_POSITION && !is_wanted_now (self, change->id))
        g_array_append_val (positions, position);
    }
  g_array_sort (positions, compare_last_first);
  for (guint i = 0; i < positions->len; i++)
    {
      guint position = g_array_index (positions, guint, i);

      if (i > 0 && position == g_array_index (positions, guint, i - 1))
        continue; /* changed more than once */
      g_array_remove_index (self->ids, position);
      g_list_model_items_changed (G_LIST_MODEL (self), position, 1, 0);
    }
}

static void
add_wanted (SlRecordRows *self, SlId id)
{
  guint position;

  if (sl_record_rows_find (self, id) != GTK_INVALID_LIST_POSITION || !is_wanted_now (self, id))
    return;
  position = place_of (self, id);
  g_array_insert_val (self->ids, position, id);
  g_list_model_items_changed (G_LIST_MODEL (self), position, 0, 1);
}

/* Edits of one's own kind may move a record through the filter; those of others are announced by
 * the page. One edit asks for the records that it touched, not for all. */
static void
changed_cb (SlRecordRows *self, SlChangeSet *changes)
{
  guint n = 0;

  for (guint i = 0; i < sl_change_set_length (changes); i++)
    n += sl_change_set_get (changes, i)->kind == self->kind;
  if (n > MANY || (n > 0 && self->ids->len == 0))
    {
      sl_record_rows_refilter (self);
      return;
    }
  drop_changed (self, changes);
  for (guint i = 0; i < sl_change_set_length (changes); i++)
    if (sl_change_set_get (changes, i)->kind == self->kind)
      add_wanted (self, sl_change_set_get (changes, i)->id);
}

static void
sl_record_rows_finalize (GObject *object)
{
  SlRecordRows *self = SL_RECORD_ROWS (object);

  g_clear_object (&self->sorter);
  g_object_unref (self->store);
  g_array_unref (self->ids);
  g_free (self->search);
  G_OBJECT_CLASS (sl_record_rows_parent_class)->finalize (object);
}

static void
sl_record_rows_class_init (SlRecordRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_record_rows_finalize;
}

static void
sl_record_rows_init (SlRecordRows *self)
{
  self->ids = g_array_new (FALSE, FALSE, sizeof (SlId));
}

SlRecordRows *
sl_record_rows_new (SlStore *store, SlKindId kind, SlRowFilter filter, gpointer data)
{
  SlRecordRows *self = g_object_new (SL_TYPE_RECORD_ROWS, NULL);

  self->store = g_object_ref (store);
  self->kind = kind;
  self->filter = filter;
  self->data = data;
  g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  sl_record_rows_refilter (self);
  return self;
}

void
sl_record_rows_set_sorter (SlRecordRows *self, GtkSorter *sorter)
{
  g_return_if_fail (SL_IS_RECORD_ROWS (self));
  if (g_set_object (&self->sorter, sorter) && sorter != NULL)
    g_signal_connect_object (sorter, "changed", G_CALLBACK (sort), self, G_CONNECT_SWAPPED);
  sort (self);
}

void
sl_record_rows_set_search (SlRecordRows *self, const char *text)
{
  g_return_if_fail (SL_IS_RECORD_ROWS (self));
  g_free (self->search);
  self->search = text != NULL && text[0] != '\0' ? g_utf8_casefold (text, -1) : NULL;
  sl_record_rows_refilter (self);
}

guint
sl_record_rows_find (SlRecordRows *self, SlId id)
{
  for (guint i = 0; i < self->ids->len; i++)
    if (g_array_index (self->ids, SlId, i) == id)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

SlId
sl_record_rows_get_id (SlRecordRows *self, guint position)
{
  return position < self->ids->len ? g_array_index (self->ids, SlId, position) : SL_ID_NONE;
}
