/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes change sets as rows and reads them back. A field that was set is one row. A record that
 * came or went is one row of the journal, which holds its fields as text; in the document's history
 * one that went is a row for each field that was set, and one that came a row without a field: what
 * it was then follows from what it is now and what was set since, and a first import is not stored
 * twice. */

#include "config.h"

#include "storage/sl-change-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ROW_OVERHEAD 64
#define FIELD_OVERHEAD 10

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

/* --- A record as text --- */

/* Every field of @row that is set: "title=t5:Sales", "due=i20500;", "weight=r0.5;" one after the
 * other. (transfer full) */
static char *
row_to_text (const SlKind *kind, const SlValue *row)
{
  GString *text = g_string_new (NULL);
  char real[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint f = 0; f < kind->n_fields; f++)
    {
      const char *name = kind->fields[f].name;

      if (row[f].type == SL_VALUE_INT)
        g_string_append_printf (text, "%s=i%" G_GINT64_FORMAT ";", name, row[f].i);
      else if (row[f].type == SL_VALUE_REAL)
        g_string_append_printf (text, "%s=r%s;", name,
                                g_ascii_dtostr (real, sizeof real, row[f].r));
      else if (row[f].type == SL_VALUE_TEXT)
        g_string_append_printf (text, "%s=t%" G_GSIZE_FORMAT ":%s", name, strlen (row[f].s),
                                row[f].s);
    }
  return g_string_free (text, FALSE);
}

/* Reads the value at *@text, behind "=", and moves *@text behind it. */
static gboolean
read_value (const char **text, SlValue *value)
{
  char type = **text;
  char *end = NULL;
  const char *start = *text + 1;

  if (type == 'i')
    *value = sl_value_int (g_ascii_strtoll (start, &end, 10));
  else if (type == 'r')
    *value = sl_value_real (g_ascii_strtod (start, &end));
  else if (type == 't')
    {
      guint64 length = g_ascii_strtoull (start, &end, 10);

      if (*end != ':' || strnlen (end + 1, length) != length)
        return FALSE;
      *value
          = (SlValue){ .type = SL_VALUE_TEXT, .s = g_ref_string_new_len (end + 1, (gssize)length) };
      *text = end + 1 + length;
      return TRUE;
    }
  else
    return FALSE;
  *text = end + 1;
  return end > start && *end == ';';
}

/* Fills the fields of @row, which are all null, from @text. */
static gboolean
row_from_text (const SlKind *kind, const char *text, SlValue *row)
{
  while (*text != '\0')
    {
      const char *equals = strchr (text, '=');
      g_autofree char *name = equals != NULL ? g_strndup (text, (gsize)(equals - text)) : NULL;
      int field = name != NULL ? sl_kind_field (kind, name) : -1;

      if (field < 0 || row[field].type != SL_VALUE_NULL)
        return FALSE;
      text = equals + 1;
      if (!read_value (&text, &row[field]))
        return FALSE;
    }
  return TRUE;
}

/* --- Writing --- */

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

/* For the journal. */
static gboolean
write_whole (SlDb *db, sqlite3_stmt *stmt, const SlChange *change, GError **error)
{
  g_autofree char *text = row_to_text (sl_kind (change->kind), change->row);
  const SlValue value = { .type = SL_VALUE_TEXT, .s = text };
  gboolean insert = change->op == SL_CHANGE_INSERT;

  return write_row (db, stmt, change, "", insert ? &null_value : &value,
                    insert ? &value : &null_value, error);
}

/* For the history. */
static gboolean
write_fields (SlDb *db, sqlite3_stmt *stmt, const SlChange *change, GError **error)
{
  const SlKind *kind = sl_kind (change->kind);
  gboolean written = FALSE;
  guint n_fields = change->op == SL_CHANGE_REMOVE ? kind->n_fields : 0;

  for (guint f = 0; f < n_fields; f++)
    {
      if (change->row[f].type == SL_VALUE_NULL)
        continue;
      if (!write_row (db, stmt, change, kind->fields[f].name, &change->row[f], &null_value, error))
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
      else if (table == SL_CHANGE_ROWS_JOURNAL)
        ok = write_whole (db, stmt, change, error);
      else
        ok = write_fields (db, stmt, change, error);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

/* --- Reading --- */

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
  const SlValue *value;

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
  value = *op == 'i' ? &new_value : &old_value;
  if (field >= 0)
    gather->row[field] = sl_value_copy (value);
  return field >= 0 || value->type != SL_VALUE_TEXT || row_from_text (kind, value->s, gather->row);
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
            bytes += FIELD_OVERHEAD + estimate_value (&change->row[f]);
        }
    }
  return bytes;
}
