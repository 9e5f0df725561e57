/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The live plan. Writing is silent; telling comes after the commit and in one fixed order:
 * properties of records, then lists, then the signal "changed". Whoever listens sees the tables as
 * they are after the whole change. */

#include "config.h"

#include "model/sl-store.h"

#include "model/sl-store-private.h"
#include "model/sl-table-private.h"

struct _SlStore
{
  GObject parent_instance;
  SlSnapshot *snapshot;
  GHashTable *records; /* id (in the record) -> SlRecord, not referenced */
  SlRecordList *lists[SL_N_KINDS];
  gboolean notifying;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (SlStore, sl_store, G_TYPE_OBJECT)

static void
sl_store_dispose (GObject *object)
{
  SlStore *self = SL_STORE (object);

  for (guint i = 0; i < SL_N_KINDS; i++)
    if (self->lists[i] != NULL)
      {
        sl_record_list_detach (self->lists[i]);
        g_clear_object (&self->lists[i]);
      }
  G_OBJECT_CLASS (sl_store_parent_class)->dispose (object);
}

static void
sl_store_finalize (GObject *object)
{
  SlStore *self = SL_STORE (object);

  /* Records hold a reference to the store: there is none left. */
  g_hash_table_unref (self->records);
  sl_snapshot_unref (self->snapshot);
  G_OBJECT_CLASS (sl_store_parent_class)->finalize (object);
}

static void
sl_store_class_init (SlStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = sl_store_dispose;
  object_class->finalize = sl_store_finalize;

  /**
   * SlStore::changed:
   * @changes: (type SlChangeSet): what a committed transaction did
   *
   * Emitted once after each commit. A listener must not start a transaction; it does that later,
   * from an idle callback.
   */
  signals[SIGNAL_CHANGED]
      = g_signal_new ("changed", SL_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                      g_cclosure_marshal_VOID__BOXED, G_TYPE_NONE, 1, SL_TYPE_CHANGE_SET);
}

static void
sl_store_init (SlStore *self)
{
  self->snapshot = sl_snapshot_new_empty ();
  self->records = g_hash_table_new (g_int64_hash, g_int64_equal);
}

SlStore *
sl_store_new (void)
{
  return g_object_new (SL_TYPE_STORE, NULL);
}

SlStore *
sl_store_new_from (SlSnapshot *plan)
{
  SlStore *self = sl_store_new ();

  sl_snapshot_unref (self->snapshot);
  self->snapshot = sl_snapshot_ref (plan);
  return self;
}

SlSnapshot *
sl_store_get_snapshot (SlStore *self)
{
  g_return_val_if_fail (SL_IS_STORE (self), NULL);

  return self->snapshot;
}

gboolean
sl_store_is_notifying (SlStore *self)
{
  g_return_val_if_fail (SL_IS_STORE (self), FALSE);

  return self->notifying;
}

/* --- Writing --- */

static SlRecord *
find_record (SlStore *self, SlId id)
{
  return g_hash_table_lookup (self->records, &id);
}

void
sl_store_apply (SlStore *self, const SlChange *change)
{
  SlTable *table;
  SlRecord *record;
  guint row = 0;
  gboolean found;

  g_return_if_fail (SL_IS_STORE (self));
  if (self->notifying)
    {
      g_critical ("A listener changes the plan while it hears of a change");
      return;
    }
  found = sl_table_find (self->snapshot->tables[change->kind], change->id, &row);
  g_return_if_fail (found == (change->op != SL_CHANGE_INSERT));

  self->snapshot = sl_snapshot_make_writable (self->snapshot);
  table = sl_table_make_writable (self->snapshot->tables[change->kind]);
  self->snapshot->tables[change->kind] = table;
  record = find_record (self, change->id);
  switch (change->op)
    {
    case SL_CHANGE_INSERT:
      sl_table_insert (table, change->id, change->row);
      if (record != NULL)
        sl_record_set_last_row (record, NULL);
      break;
    case SL_CHANGE_REMOVE:
      if (record != NULL)
        sl_record_set_last_row (record, change->row);
      sl_table_remove (table, row);
      break;
    case SL_CHANGE_SET:
    default:
      sl_table_set (table, row, change->field, &change->new_value);
      break;
    }
}

/* --- Telling --- */

/* The net effect on records that somebody holds; the rest has nobody to tell. */
static SlChangeSet *
net_of_held (SlStore *self, SlChangeSet *changes)
{
  g_autoptr (SlChangeSet) held = sl_change_set_new ();

  for (guint i = 0; i < sl_change_set_length (changes); i++)
    {
      const SlChange *c = sl_change_set_get (changes, i);

      if (find_record (self, c->id) == NULL)
        continue;
      if (c->op == SL_CHANGE_INSERT)
        sl_change_set_append_insert (held, c->kind, c->id, c->row);
      else if (c->op == SL_CHANGE_REMOVE)
        sl_change_set_append_remove (held, c->kind, c->id, c->row);
      else
        sl_change_set_append_set (held, c->kind, c->id, c->field, &c->old_value, &c->new_value);
    }
  return sl_change_set_net (held);
}

static void
notify_records (SlStore *self, SlChangeSet *changes)
{
  g_autoptr (SlChangeSet) net = net_of_held (self, changes);

  for (guint i = 0; i < sl_change_set_length (net); i++)
    {
      const SlChange *c = sl_change_set_get (net, i);
      SlRecord *record = find_record (self, c->id);

      if (record == NULL)
        continue;
      /* A listener may drop the last other reference of the record that it hears from. */
      g_object_ref (record);
      if (c->op == SL_CHANGE_SET)
        sl_record_notify_field (record, c->field);
      else
        sl_record_notify_all (record);
      g_object_unref (record);
    }
}

static void
update_lists (SlStore *self, SlChangeSet *changes)
{
  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    {
      gboolean stale = FALSE;

      if (self->lists[kind] == NULL)
        continue;
      for (guint i = 0; !stale && i < sl_change_set_length (changes); i++)
        stale = sl_record_list_depends_on (self->lists[kind], sl_change_set_get (changes, i));
      if (stale)
        sl_record_list_update (self->lists[kind], changes);
    }
}

void
sl_store_notify (SlStore *self, SlChangeSet *changes)
{
  g_return_if_fail (SL_IS_STORE (self));
  g_return_if_fail (!self->notifying);

  self->notifying = TRUE;
  g_object_ref (self);
  notify_records (self, changes);
  update_lists (self, changes);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, changes);
  self->notifying = FALSE;
  g_object_unref (self);
}

/* --- Records and lists --- */

SlRecord *
sl_store_get_record (SlStore *self, SlId id)
{
  SlKindId kind;

  g_return_val_if_fail (SL_IS_STORE (self), NULL);

  if (!sl_snapshot_find (self->snapshot, id, &kind, NULL))
    return NULL;
  return sl_store_ensure_record (self, kind, id);
}

SlRecord *
sl_store_ensure_record (SlStore *self, SlKindId kind, SlId id)
{
  SlRecord *record = find_record (self, id);
  SlValue *row = NULL;

  if (record != NULL)
    return g_object_ref (record);
  if (!sl_table_find (self->snapshot->tables[kind], id, NULL))
    row = g_new0 (SlValue, sl_kind (kind)->n_fields);
  record = sl_record_new (self, kind, id, row);
  g_hash_table_insert (self->records, (gpointer)sl_record_peek_id (record), record);
  return record;
}

void
sl_store_forget_record (SlStore *self, SlRecord *record)
{
  g_hash_table_remove (self->records, sl_record_peek_id (record));
}

const SlId *
sl_store_get_ids (SlStore *self, SlKindId kind, guint *n)
{
  return sl_record_list_peek_ids (SL_RECORD_LIST (sl_store_get_list (self, kind)), n);
}

GListModel *
sl_store_get_list (SlStore *self, SlKindId kind)
{
  g_return_val_if_fail (SL_IS_STORE (self), NULL);
  g_return_val_if_fail (kind < SL_N_KINDS, NULL);

  if (self->lists[kind] == NULL)
    self->lists[kind] = sl_record_list_new (self, kind);
  return G_LIST_MODEL (self->lists[kind]);
}
