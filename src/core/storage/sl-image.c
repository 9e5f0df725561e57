/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes the canonical bytes of a project, hashes its content, and moves rows between databases.
 * What is suspicious about received bytes is found in sl-image-open.c. */

#include "config.h"

#include "storage/sl-image.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/sl-id.h"
#include "storage/sl-change-rows.h"
#include "storage/sl-invariant.h"
#include "storage/sl-schema.h"

/* The library writes its own version into the header; a fixed one keeps bytes equal everywhere. */
#define HEADER_LIBRARY_VERSION 96
#define LIBRARY_VERSION 3040001

void
sl_revision_free (SlRevision *self)
{
  if (self == NULL)
    return;
  g_free (self->uid);
  g_free (self->parent);
  g_free (self->author);
  g_free (self->copy_id);
  g_free (self->digest);
  g_clear_pointer (&self->changes, sl_change_set_unref);
  g_free (self);
}

gboolean
sl_revision_write (const SlRevision *revision, SlDb *db, GError **error)
{
  sqlite3_stmt *stmt
      = sl_db_prepare (db,
                       "INSERT INTO revision (id, uid, parent, at, author, copy_id, format, digest)"
                       " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
                       error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, revision->id);
  sqlite3_bind_text (stmt, 2, revision->uid, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 3, revision->parent, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (stmt, 4, revision->at_us);
  sqlite3_bind_text (stmt, 5, revision->author, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 6, revision->copy_id, -1, SQLITE_TRANSIENT);
  sqlite3_bind_int64 (stmt, 7, SL_SCHEMA_VERSION);
  sqlite3_bind_text (stmt, 8, revision->digest, -1, SQLITE_TRANSIENT);
  return sl_db_run (db, stmt, error)
         && sl_change_rows_write (db, SL_CHANGE_ROWS_HISTORY, revision->id, revision->changes,
                                  error);
}

/* --- Digest --- */

static void
update_int (GChecksum *sum, char type, guint64 number)
{
  guint8 bytes[9];
  guint64 big_endian = GUINT64_TO_BE (number);

  bytes[0] = (guint8)type;
  memcpy (bytes + 1, &big_endian, sizeof big_endian);
  g_checksum_update (sum, bytes, sizeof bytes);
}

static void
update_column (GChecksum *sum, sqlite3_stmt *stmt, int column)
{
  const void *data;
  double real;
  guint64 bits;

  switch (sqlite3_column_type (stmt, column))
    {
    case SQLITE_INTEGER:
      update_int (sum, 'i', (guint64)sqlite3_column_int64 (stmt, column));
      break;
    case SQLITE_FLOAT:
      real = sqlite3_column_double (stmt, column);
      memcpy (&bits, &real, sizeof bits);
      update_int (sum, 'r', bits);
      break;
    case SQLITE_NULL:
      update_int (sum, 'n', 0);
      break;
    default:
      data = sqlite3_column_blob (stmt, column);
      update_int (sum, sqlite3_column_type (stmt, column) == SQLITE_TEXT ? 't' : 'b',
                  (guint64)sqlite3_column_bytes (stmt, column));
      g_checksum_update (sum, data, sqlite3_column_bytes (stmt, column));
      break;
    }
}

/* The rows of @table in the order of their keys, without the row of the digest. */
static sqlite3_stmt *
select_rows (SlDb *db, const SlSchemaTable *table, GError **error)
{
  g_autofree char *sql = g_strdup_printf (
      "SELECT %s FROM \"%s\"%s ORDER BY %s", table->columns, table->name,
      strcmp (table->name, "meta") == 0 ? " WHERE \"key\" <> 'digest'" : "", table->key);

  return sl_db_prepare (db, sql, error);
}

static gboolean
digest_table (SlDb *db, const SlSchemaTable *table, GChecksum *sum, GError **error)
{
  sqlite3_stmt *stmt = select_rows (db, table, error);
  gboolean row;

  if (stmt == NULL)
    return FALSE;
  g_checksum_update (sum, (const guchar *)table->name, (gssize)strlen (table->name) + 1);
  while (sl_db_next (db, stmt, &row, error))
    {
      if (!row)
        return TRUE;
      g_checksum_update (sum, (const guchar *)"R", 1);
      for (guint c = 0; c < table->n_columns; c++)
        update_column (sum, stmt, (int)c);
    }
  return FALSE;
}

char *
sl_image_digest (SlDb *db, gboolean history, GError **error)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint n;
  const SlSchemaTable *tables = sl_schema_tables (&n);

  for (guint i = 0; i < n; i++)
    {
      if ((history || tables[i].kind != NULL) && !digest_table (db, &tables[i], sum, error))
        return NULL;
    }
  return g_strdup (g_checksum_get_string (sum));
}

char *
sl_image_hash (GBytes *bytes)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
}

/* --- Moving rows --- */

static sqlite3_stmt *
insert_row (SlDb *db, const SlSchemaTable *table, GError **error)
{
  g_autoptr (GString) sql = g_string_new (NULL);

  g_string_printf (sql, "INSERT INTO \"%s\" (%s) VALUES (?1", table->name, table->columns);
  for (guint c = 2; c <= table->n_columns; c++)
    g_string_append_printf (sql, ", ?%u", c);
  g_string_append (sql, ")");
  return sl_db_prepare (db, sql->str, error);
}

/* Reads column @c of @from, checks it if it is a field, binds it to @to. */
static gboolean
copy_column (sqlite3_stmt *from, sqlite3_stmt *to, const SlSchemaTable *table, guint c,
             GError **error)
{
  g_auto (SlValue) value = SL_VALUE_INIT;

  if (!sl_db_column (from, (int)c, &value))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED, _ ("A value in “%s” cannot be read."),
                   table->name);
      return FALSE;
    }
  if (table->kind != NULL && c > 0 && !sl_field_check (&table->kind->fields[c - 1], &value, error))
    return FALSE;
  sl_db_bind (to, (int)c + 1, &value);
  return TRUE;
}

/* @check: whether @from is to be mistrusted. */
static gboolean
copy_rows (SlDb *from, SlDb *to, const SlSchemaTable *table, gboolean check, GError **error)
{
  sqlite3_stmt *select = select_rows (from, table, error);
  sqlite3_stmt *insert = select != NULL ? insert_row (to, table, error) : NULL;
  gboolean ok = insert != NULL;
  gboolean row;

  while (ok && sl_db_next (from, select, &row, error))
    {
      if (!row)
        return TRUE;
      for (guint c = 0; ok && c < table->n_columns; c++)
        {
          if (check)
            ok = copy_column (select, insert, table, c, error);
          else
            sqlite3_bind_value (insert, (int)c + 1, sqlite3_column_value (select, (int)c));
        }
      ok = ok && sl_db_run (to, insert, error);
    }
  if (select != NULL)
    sqlite3_reset (select);
  return FALSE;
}

static gboolean
copy_all (SlDb *from, SlDb *to, gboolean check, GError **error)
{
  guint n;
  const SlSchemaTable *tables = sl_schema_tables (&n);

  for (guint i = 0; i < n; i++)
    {
      if (!copy_rows (from, to, &tables[i], check, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sl_image_take_history (SlDb *image, SlDb *work, GError **error)
{
  guint n;
  const SlSchemaTable *tables = sl_schema_tables (&n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *sql = g_strdup_printf ("DELETE FROM \"%s\"", tables[i].name);

      if (tables[i].kind == NULL
          && (!sl_db_exec (work, sql, error) || !copy_rows (image, work, &tables[i], TRUE, error)))
        return FALSE;
    }
  return TRUE;
}

static gboolean
load_kind (SlDb *db, const SlKind *kind, SlStore *store, GError **error)
{
  sqlite3_stmt *stmt = sl_db_prepare (db, sl_schema_select_sql (kind->id), error);
  g_autofree SlValue *values = g_new0 (SlValue, kind->n_fields);
  SlChange change = { .op = SL_CHANGE_INSERT, .kind = kind->id, .row = values };
  gboolean ok = stmt != NULL;
  gboolean row = TRUE;

  while (ok && sl_db_next (db, stmt, &row, error) && row)
    {
      for (guint f = 0; ok && f < kind->n_fields; f++)
        ok = sl_db_column (stmt, (int)f + 1, &values[f])
             && (values[f].type == SL_VALUE_NULL
                 || values[f].type == sl_field_value_type (&kind->fields[f]));
      change.id = sqlite3_column_int64 (stmt, 0);
      if (ok && sl_snapshot_find (sl_store_get_snapshot (store), change.id, NULL, NULL))
        ok = FALSE;
      if (ok)
        sl_store_apply (store, &change);
      else
        g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED, _ ("A record (%s) cannot be read."),
                     _ (kind->nick));
      for (guint f = 0; f < kind->n_fields; f++)
        sl_value_clear (&values[f]);
    }
  if (stmt != NULL)
    sqlite3_reset (stmt);
  return ok && !row;
}

gboolean
sl_image_load_store (SlDb *db, SlStore *store, GError **error)
{
  for (guint k = 0; k < SL_N_KINDS; k++)
    {
      if (!load_kind (db, sl_kind (k), store, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sl_image_take (SlDb *image, SlDb *work, SlStore *store, const char *name, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (copy_all (image, work, TRUE, &reason) && sl_image_load_store (work, store, &reason)
      && sl_invariant_check_all (sl_store_get_snapshot (store), &reason))
    return TRUE;
  if (g_error_matches (reason, SL_ERROR, SL_ERROR_IO)
      || g_error_matches (reason, SL_ERROR, SL_ERROR_FULL))
    g_propagate_error (error, g_steal_pointer (&reason));
  else
    g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED,
                 _ ("“%s” is damaged or was edited by another program. %s"), name, reason->message);
  return FALSE;
}

SlStore *
sl_image_read (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (SlDb) image = sl_image_open (bytes, name, error);
  g_autoptr (SlDb) work = image != NULL ? sl_db_open (NULL, SL_DB_MEMORY, error) : NULL;
  g_autoptr (SlStore) store = sl_store_new ();

  if (work == NULL || !sl_db_exec (work, "BEGIN", error) || !sl_schema_create (work, error)
      || !sl_image_take (image, work, store, name, error))
    return NULL;
  return g_steal_pointer (&store);
}

/* --- Building --- */

char *
sl_image_get_meta (SlDb *db, const char *key)
{
  sqlite3_stmt *stmt = sl_db_prepare (db, "SELECT value FROM meta WHERE key = ?1", NULL);
  g_auto (SlValue) value = SL_VALUE_INIT;
  char *text = NULL;
  gboolean row;

  if (stmt == NULL)
    return NULL;
  sqlite3_bind_text (stmt, 1, key, -1, SQLITE_TRANSIENT);
  if (sl_db_next (db, stmt, &row, NULL) && row && sl_db_column (stmt, 0, &value)
      && value.type == SL_VALUE_TEXT)
    text = g_strdup (value.s);
  sqlite3_reset (stmt);
  return text;
}

gboolean
sl_image_set_meta (SlDb *db, const char *key, const char *value, GError **error)
{
  sqlite3_stmt *stmt = sl_db_prepare (db,
                                      "INSERT INTO meta (key, value) VALUES (?1, ?2)"
                                      " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                                      error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_text (stmt, 1, key, -1, SQLITE_TRANSIENT);
  sqlite3_bind_text (stmt, 2, value, -1, SQLITE_TRANSIENT);
  return sl_db_run (db, stmt, error);
}

static gboolean
fill_image (SlDb *image, SlDb *work, const SlRevision *revision, GError **error)
{
  g_autofree char *digest = NULL;
  g_autofree char *header
      = g_strdup_printf ("PRAGMA application_id = %d; PRAGMA user_version = %d;",
                         SL_SCHEMA_APPLICATION_ID, SL_SCHEMA_VERSION);

  /* The rows come from a database that has kept its keys; looking them up again takes as long as
   * all the rest. */
  sqlite3_db_config (sl_db_handle (image), SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
  if (!sl_db_exec (image, header, error) || !sl_db_exec (image, "BEGIN", error)
      || !sl_schema_create (image, error) || !copy_all (work, image, FALSE, error))
    return FALSE;
  if (revision != NULL && !sl_revision_write (revision, image, error))
    return FALSE;
  if (!sl_image_set_meta (image, "app", SL_VERSION, error))
    return FALSE;
  digest = sl_image_digest (image, TRUE, error);
  return digest != NULL && sl_image_set_meta (image, "digest", digest, error)
         && sl_db_exec (image, "COMMIT", error);
}

GBytes *
sl_image_build (SlDb *work, const SlRevision *revision, GError **error)
{
  g_autoptr (SlDb) image = sl_db_open (NULL, SL_DB_MEMORY, error);
  sqlite3_int64 size;
  unsigned char *data;
  guint32 version = GUINT32_TO_BE (LIBRARY_VERSION);

  if (image == NULL || !fill_image (image, work, revision, error))
    return NULL;
  data = sqlite3_serialize (sl_db_handle (image), "main", &size, 0);
  if (data == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_LIMIT,
                   _ ("The project is too large for the memory that is allowed."));
      return NULL;
    }
  memcpy (data + HEADER_LIBRARY_VERSION, &version, sizeof version);
  return g_bytes_new_with_free_func (data, (gsize)size, sqlite3_free, data);
}
