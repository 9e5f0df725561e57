/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes change sets as rows and reads them back. A record that came or went is one row for each
 * field that is set, all with the number of the one change; one without any is a row without a
 * field name. In the document's history a record that came is such a row always: what it was then
 * follows from what it is now and what was set since, and a first import is not stored twice. */

#include "config.h"

#include "storage/sl-change-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROW_OVERHEAD 64

static const struct
{
  const char *insert;
  const char *select;
} statements[] = {
  [SL_CHANGE_ROWS_JOURNAL] = {
    "INSERT INTO _change (seq, n, field, op, kind, entity, old, new)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    "SELECT seq, n, field, op, kind, entity, old, new FROM _change"
    " WHERE seq BETWEEN ?1 AND ?2 ORDER BY seq, n, field",
  },
  [SL_CHANGE_ROWS_HISTORY] = {
    "INSERT INTO change (revision, n, field, op, kind, entity, old, new)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    "SELECT revision, n, field, op, kind, entity, old, new FROM change"
    " WHERE revision BETWEEN ?1 AND ?2 ORDER BY revision, n, field",
  },
};

static const SlValue null_value = SL_VALUE_INIT;

static gboolean
write_row (SlDb *db, sqlite3_stmt *stmt, const SlChange *change, const char *field,
           const SlValue *old_value, const SlValue *new_value, GError **error)
{
  static const char *const ops[] = { "i", "s", "r" };

  sqlite3_bind_text (stmt, 3, field, -1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 4, ops[change->op], 1, SQLITE_STATIC);
  sqlite3_bind_text (stmt, 5, sl_kind (change->kind)->name, -1, SQLITE_STATIC);
  sqlite3_bind_int64 (stmt, 6, change->id);
  sl_db_bind (stmt, 7, old_value);
  sl_db_bind (stmt, 8, new_value);
  return sl_db_run (db, stmt, error);
}

static gboolean
write_record (SlDb *db, SlChangeRows table, sqlite3_stmt *stmt, const SlChange *change,
              GError **error)
{
  const SlKind *kind = sl_kind (change->kind);
  gboolean insert = change->op == SL_CHANGE_INSERT;
  gboolean written = FALSE;
  guint n_fields = insert && table == SL_CHANGE_ROWS_HISTORY ? 0 : kind->n_fields;

  for (guint f = 0; f < n_fields; f++)
    {
      const SlValue *value = &change->row[f];
      if (value->type == SL_VALUE_NULL)
        continue;
      if (!write_row (db, stmt, change, kind->fields[f].name, insert ? &null_value : value,
                      insert ? value : &null_value, error))
        return FALSE;
      written = TRUE;
    }
  return written || write_row (db, stmt, change, "", &null_value, &null_value, error);
}

gboolean
sl_change_rows_write (SlDb *db, SlChangeRows table, gint64 group, const SlChangeSet *changes,
                      GError **error)
{
  sqlite3_stmt *stmt = sl_db_prepare (db, statements[table].insert, error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, group);
  for (guint i = 0; i < sl_change_set_length (changes); i++)
    {
      const SlChange *change = sl_change_set_get (changes, i);
      gboolean ok;

      sqlite3_bind_int64 (stmt, 2, i);
      if (change->op == SL_CHANGE_SET)
        ok = write_row (db, stmt, change, sl_kind (change->kind)->fields[change->field].name,
                        &change->old_value, &change->new_value, error);
      else
        ok = write_record (db, table, stmt, change, error);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

/* A change that is being gathered from its rows. */
typedef struct
{
  SlChangeSet *changes;
  gint64 group, n; /* of the record in @row */
  SlChangeOp op;
  const SlKind *kind; /* NULL: none */
  SlId id;
  SlValue *row;
} Gather;

static void
finish_record (Gather *gather)
{
  if (gather->kind == NULL)
    return;
  if (gather->op == SL_CHANGE_INSERT)
    sl_change_set_append_insert (gather->changes, gather->kind->id, gather->id, gather->row);
  else
    sl_change_set_append_remove (gather->changes, gather->kind->id, gather->id, gather->row);
  for (guint f = 0; f < gather->kind->n_fields; f++)
    sl_value_clear (&gather->row[f]);
  g_clear_pointer (&gather->row, g_free);
  gather->kind = NULL;
}

static gboolean
gather_row (Gather *gather, sqlite3_stmt *stmt)
{
  gint64 group = sqlite3_column_int64 (stmt, 0);
  gint64 n = sqlite3_column_int64 (stmt, 1);
  const char *name = (const char *)sqlite3_column_text (stmt, 2);
  const char *op = (const char *)sqlite3_column_text (stmt, 3);
  const SlKind *kind = sl_kind_by_name ((const char *)sqlite3_column_text (stmt, 4));
  SlId id = sqlite3_column_int64 (stmt, 5);
  int field = kind != NULL && *name != '\0' ? sl_kind_field (kind, name) : -1;
  g_auto (SlValue) old_value = SL_VALUE_INIT;
  g_auto (SlValue) new_value = SL_VALUE_INIT;

  if (kind == NULL || (field < 0 && *name != '\0') || !sl_db_column (stmt, 6, &old_value)
      || !sl_db_column (stmt, 7, &new_value))
    return FALSE;
  if (gather->kind != NULL && (gather->group != group || gather->n != n))
    finish_record (gather);
  if (*op == 's')
    {
      sl_change_set_append_set (gather->changes, kind->id, id, (guint)field, &old_value,
                                &new_value);
      return field >= 0;
    }
  if (gather->kind == NULL)
    {
      gather->group = group;
      gather->n = n;
      gather->op = *op == 'i' ? SL_CHANGE_INSERT : SL_CHANGE_REMOVE;
      gather->kind = kind;
      gather->id = id;
      gather->row = g_new0 (SlValue, kind->n_fields);
    }
  if (field >= 0)
    gather->row[field] = sl_value_copy (*op == 'i' ? &new_value : &old_value);
  return TRUE;
}

SlChangeSet *
sl_change_rows_read (SlDb *db, SlChangeRows table, gint64 first, gint64 last, GError **error)
{
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  sqlite3_stmt *stmt = sl_db_prepare (db, statements[table].select, error);
  Gather gather = { .changes = changes };
  gboolean ok = TRUE;
  gboolean row = TRUE;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_int64 (stmt, 1, first);
  sqlite3_bind_int64 (stmt, 2, last);
  while (ok && sl_db_next (db, stmt, &row, error) && row)
    {
      ok = gather_row (&gather, stmt);
      if (!ok)
        g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED, _ ("The history cannot be read."));
    }
  sqlite3_reset (stmt);
  finish_record (&gather);
  return ok && !row ? g_steal_pointer (&changes) : NULL;
}

static gint64
estimate_value (const SlValue *value)
{
  return value->type == SL_VALUE_TEXT ? (gint64)strlen (value->s) : 8;
}

gint64
sl_change_rows_estimate (const SlChangeSet *changes)
{
  gint64 bytes = 0;

  for (guint i = 0; i < sl_change_set_length (changes); i++)
    {
      const SlChange *change = sl_change_set_get (changes, i);
      guint n = change->op != SL_CHANGE_SET ? sl_kind (change->kind)->n_fields : 0;

      bytes += ROW_OVERHEAD;
      if (change->op == SL_CHANGE_SET)
        bytes += estimate_value (&change->old_value) + estimate_value (&change->new_value);
      for (guint f = 0; f < n; f++)
        {
          if (change->row[f].type != SL_VALUE_NULL)
            bytes += ROW_OVERHEAD + estimate_value (&change->row[f]);
        }
    }
  return bytes;
}
