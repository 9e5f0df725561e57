/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The only writer of plans. Each primitive writes SQL, the store and the change list in this order,
 * so that a refused statement leaves the other two untouched. Removal and order among siblings,
 * which are made of many primitives, stand in sl-txn-tree.c. */

#include "config.h"

#include "storage/sl-txn-private.h"

#include <glib/gi18n-lib.h>

#include "base/sl-error.h"
#include "base/sl-id.h"
#include "storage/sl-invariant.h"
#include "storage/sl-schema.h"

static void
txn_free (SlTxn *self)
{
  g_clear_pointer (&self->oracle, sl_oracle_free);
  g_clear_pointer (&self->last_ranks, g_hash_table_unref);
  g_clear_pointer (&self->references, g_hash_table_unref);
  sl_change_set_unref (self->changes);
  g_object_unref (self->store);
  g_free (self);
}

SlTxn *
sl_txn_begin (SlDb *db, SlStore *store, GError **error)
{
  SlTxn *self;

  if (!sl_db_exec (db, "BEGIN IMMEDIATE", error))
    return NULL;
  self = g_new0 (SlTxn, 1);
  self->db = db;
  self->store = g_object_ref (store);
  self->changes = sl_change_set_new ();
  self->oracle = sl_oracle_new (db);
  return self;
}

void
sl_txn_rollback (SlTxn *self)
{
  g_autoptr (SlChangeSet) inverse = sl_change_set_invert (self->changes);

  for (guint i = 0; i < sl_change_set_length (inverse); i++)
    sl_store_apply (self->store, sl_change_set_get (inverse, i));
  /* SQLite may have rolled back already, after an input or output error. */
  if (!sqlite3_get_autocommit (sl_db_handle (self->db)))
    sl_db_exec (self->db, "ROLLBACK", NULL);
  txn_free (self);
}

SlChangeSet *
sl_txn_commit (SlTxn *self, GError **error)
{
  SlChangeSet *changes;

  if (!sl_invariant_check (sl_txn_get_snapshot (self), self->changes, error)
      || !sl_oracle_check (self->oracle, self->changes, error)
      || !sl_db_exec (self->db, "COMMIT", error))
    {
      sl_txn_rollback (self);
      return NULL;
    }
  changes = sl_change_set_ref (self->changes);
  txn_free (self);
  return changes;
}

SlSnapshot *
sl_txn_get_snapshot (SlTxn *self)
{
  return sl_store_get_snapshot (self->store);
}

const SlChangeSet *
sl_txn_get_changes (SlTxn *self)
{
  return self->changes;
}

/* Applies the change that was recorded last to the store. */
static void
apply_last (SlTxn *self)
{
  sl_store_apply (self->store,
                  sl_change_set_get (self->changes, sl_change_set_length (self->changes) - 1));
}

gboolean
sl_txn_write_insert (SlTxn *self, SlKindId kind, SlId id, const SlValue *row, GError **error)
{
  sqlite3_stmt *stmt = sl_db_prepare (self->db, sl_schema_insert_sql (kind), error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, id);
  for (guint f = 0; f < sl_kind (kind)->n_fields; f++)
    sl_db_bind (stmt, (int)f + 2, &row[f]);
  if (!sl_db_run (self->db, stmt, error))
    return FALSE;
  sl_change_set_append_insert (self->changes, kind, id, row);
  apply_last (self);
  return TRUE;
}

gboolean
sl_txn_write_set (SlTxn *self, SlKindId kind, SlId id, guint field, const SlValue *value,
                  GError **error)
{
  const SlTable *table = sl_snapshot_table (sl_txn_get_snapshot (self), kind);
  sqlite3_stmt *stmt;
  g_auto (SlValue) old_value = SL_VALUE_INIT;
  guint row;

  if (!sl_table_find (table, id, &row))
    return sl_txn_fail_missing (kind, id, error);
  old_value = sl_table_value (table, row, field);
  if (sl_value_equal (&old_value, value))
    return TRUE;
  stmt = sl_db_prepare (self->db, sl_schema_update_sql (kind, field), error);
  if (stmt == NULL)
    return FALSE;
  sl_db_bind (stmt, 1, value);
  sqlite3_bind_int64 (stmt, 2, id);
  if (!sl_db_run (self->db, stmt, error))
    return FALSE;
  sl_change_set_append_set (self->changes, kind, id, field, &old_value, value);
  apply_last (self);
  sl_txn_note_set (self, kind, id, field, value);
  return TRUE;
}

gboolean
sl_txn_write_remove (SlTxn *self, SlKindId kind, SlId id, GError **error)
{
  const SlTable *table = sl_snapshot_table (sl_txn_get_snapshot (self), kind);
  guint n_fields = sl_kind (kind)->n_fields;
  sqlite3_stmt *stmt = sl_db_prepare (self->db, sl_schema_delete_sql (kind), error);
  g_autofree SlValue *values = g_new0 (SlValue, n_fields);
  guint row;

  if (!sl_table_find (table, id, &row))
    return sl_txn_fail_missing (kind, id, error);
  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, id);
  if (!sl_db_run (self->db, stmt, error))
    return FALSE;
  for (guint f = 0; f < n_fields; f++)
    values[f] = sl_table_value (table, row, f);
  sl_change_set_append_remove (self->changes, kind, id, values);
  for (guint f = 0; f < n_fields; f++)
    sl_value_clear (&values[f]);
  apply_last (self);
  sl_txn_forget_ranks (self);
  return TRUE;
}

gboolean
sl_txn_fail_missing (SlKindId kind, SlId id, GError **error)
{
  g_autofree char *text = sl_id_to_string (id);

  g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("There is no such record: %s %s."),
               _ (sl_kind (kind)->nick), text);
  return FALSE;
}

static gboolean
apply_change (SlTxn *self, const SlChange *change, GError **error)
{
  switch (change->op)
    {
    case SL_CHANGE_INSERT:
      if (sl_snapshot_find (sl_txn_get_snapshot (self), change->id, NULL, NULL))
        {
          g_autofree char *text = sl_id_to_string (change->id);
          g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("The record %s exists already."),
                       text);
          return FALSE;
        }
      return sl_txn_write_insert (self, change->kind, change->id, change->row, error);
    case SL_CHANGE_SET:
      return sl_txn_write_set (self, change->kind, change->id, change->field, &change->new_value,
                               error);
    case SL_CHANGE_REMOVE:
    default:
      return sl_txn_write_remove (self, change->kind, change->id, error);
    }
}

gboolean
sl_txn_apply (SlTxn *self, const SlChangeSet *changes, GError **error)
{
  for (guint i = 0; i < sl_change_set_length (changes); i++)
    {
      if (!apply_change (self, sl_change_set_get (changes, i), error))
        return FALSE;
    }
  return TRUE;
}

/* Checks one value of a record to be: its own rule, and where it leads. */
static gboolean
check_value (SlTxn *self, const SlField *field, const SlValue *value, GError **error)
{
  if (!sl_field_check (field, value, error))
    return FALSE;
  return field->type != SL_REF || value->type == SL_VALUE_NULL
         || sl_invariant_check_ref (sl_txn_get_snapshot (self), field, value->i, error);
}

/* The id of a new record: the natural one, the wished one or a fresh one. */
static gboolean
choose_id (SlTxn *self, const SlKind *kind, SlId wish, const SlValue *row, SlId *id, GError **error)
{
  SlSnapshot *snapshot = sl_txn_get_snapshot (self);

  if ((kind->flags & SL_KIND_NATURAL) != 0)
    *id = sl_invariant_natural_id (kind, row);
  else if ((kind->flags & SL_KIND_SINGLE) != 0)
    *id = sl_id_natural_text (kind->name, "");
  else
    *id = wish;
  while (*id == SL_ID_NONE
         || (wish == SL_ID_NONE && kind->flags == SL_KIND_PLAIN
             && sl_snapshot_find (snapshot, *id, NULL, NULL)))
    *id = sl_id_new ();
  if (wish != SL_ID_NONE && wish != *id)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("A record (%s) has an id that does not follow from its keys."),
                   _ (kind->nick));
      return FALSE;
    }
  if (sl_snapshot_find (snapshot, *id, NULL, NULL))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("This record exists already: %s."),
                   _ (kind->nick));
      return FALSE;
    }
  return TRUE;
}

gboolean
sl_txn_insert (SlTxn *self, SlKindId kind_id, SlId id, const SlValue *values, SlId *out_id,
               GError **error)
{
  const SlKind *kind = sl_kind (kind_id);
  g_autofree SlValue *row = g_new0 (SlValue, kind->n_fields);
  gboolean ok = TRUE;

  for (guint f = 0; f < kind->n_fields; f++)
    row[f] = values[f].type != SL_VALUE_NULL ? sl_value_copy (&values[f])
                                             : sl_field_default (&kind->fields[f]);
  if (kind->rank_field >= 0)
    sl_txn_default_rank (self, kind, row);
  for (guint f = 0; ok && f < kind->n_fields; f++)
    ok = check_value (self, &kind->fields[f], &row[f], error);
  ok = ok && choose_id (self, kind, id, row, &id, error)
       && sl_txn_write_insert (self, kind_id, id, row, error);
  if (ok)
    sl_txn_note_insert (self, kind, id, row);
  if (ok && out_id != NULL)
    *out_id = id;
  for (guint f = 0; f < kind->n_fields; f++)
    sl_value_clear (&row[f]);
  return ok;
}

gboolean
sl_txn_set (SlTxn *self, SlKindId kind, SlId id, guint field, const SlValue *value, GError **error)
{
  const SlField *row;

  g_return_val_if_fail (field < sl_kind (kind)->n_fields, FALSE);

  row = &sl_kind (kind)->fields[field];
  if (!sl_table_find (sl_snapshot_table (sl_txn_get_snapshot (self), kind), id, NULL))
    return sl_txn_fail_missing (kind, id, error);
  if ((row->flags & SL_KEY) != 0)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("“%s” says what the record is and cannot be changed."), _ (row->nick));
      return FALSE;
    }
  if (!check_value (self, row, value, error))
    return FALSE;
  if ((int)field == sl_kind (kind)->parent_field && value->type == SL_VALUE_INT
      && sl_txn_is_within (self, value->i, id))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_CYCLE, _ ("“%s” cannot become a part of itself."),
                   sl_snapshot_title (sl_txn_get_snapshot (self), id));
      return FALSE;
    }
  return sl_txn_write_set (self, kind, id, field, value, error);
}
