/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the record of changes by time. Revisions carry theirs; transactions that the file lacks
 * have that of the step of undo they belong to. */

#include "config.h"

#include "storage/sl-past.h"

#include "storage/sl-change-rows.h"
#include "storage/sl-ws.h"

/* Runs a query for one integer with up to two parameters; %SL_INT_NULL where it finds none. */
static gboolean
ask_int (SlDb *db, const char *sql, gint64 a, gint64 b, gint64 *value, GError **error)
{
  sqlite3_stmt *stmt = sl_db_prepare (db, sql, error);
  const gint64 values[] = { a, b };
  gboolean row = FALSE;

  *value = SL_INT_NULL;
  if (stmt == NULL)
    return FALSE;
  for (int i = 0; i < MIN (sqlite3_bind_parameter_count (stmt), 2); i++)
    sqlite3_bind_int64 (stmt, i + 1, values[i]);
  if (!sl_db_next (db, stmt, &row, error))
    return FALSE;
  if (row && sqlite3_column_type (stmt, 0) != SQLITE_NULL)
    *value = sqlite3_column_int64 (stmt, 0);
  sqlite3_reset (stmt);
  return TRUE;
}

static void
append_all (SlChangeSet *to, const SlChangeSet *from)
{
  for (guint i = 0; i < sl_change_set_length (from); i++)
    {
      const SlChange *c = sl_change_set_get (from, i);

      if (c->op == SL_CHANGE_INSERT)
        sl_change_set_append_insert (to, c->kind, c->id, c->row);
      else if (c->op == SL_CHANGE_REMOVE)
        sl_change_set_append_remove (to, c->kind, c->id, c->row);
      else
        sl_change_set_append_set (to, c->kind, c->id, c->field, &c->old_value, &c->new_value);
    }
}

static gboolean
read_rows (SlDb *db, SlChangeRows table, gint64 first, SlChangeSet *changes, GError **error)
{
  g_autoptr (SlChangeSet) read = NULL;

  if (first == SL_INT_NULL)
    return TRUE;
  read = sl_change_rows_read (db, table, first, G_MAXINT64, error);
  if (read != NULL)
    append_all (changes, read);
  return read != NULL;
}

/* @first: (out): the first transaction after @since_us that the file lacks */
static gboolean
find_unpublished (SlDb *db, gint64 since_us, gint64 *first, GError **error)
{
  gint64 published;

  return sl_ws_get_int (db, SL_WS_PUBLISHED, &published, error)
         && ask_int (db,
                     "SELECT max (min (first), ?2 + 1) FROM _undo_step WHERE at > ?1 AND last > ?2",
                     since_us, published, first, error);
}

SlChangeSet *
sl_past_read (SlDb *db, gboolean working_copy, gint64 since_us, gint64 *begins_us, GError **error)
{
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  gint64 revision;
  gint64 transaction = SL_INT_NULL;

  g_return_val_if_fail (db != NULL && begins_us != NULL, NULL);

  if (!ask_int (db, "SELECT min (at) FROM revision", 0, 0, begins_us, error)
      || !ask_int (db, "SELECT min (id) FROM revision WHERE at > ?1", since_us, 0, &revision, error)
      || !read_rows (db, SL_CHANGE_ROWS_HISTORY, revision, changes, error))
    return NULL;
  if (!working_copy)
    return g_steal_pointer (&changes);
  if (*begins_us == SL_INT_NULL
      && !ask_int (db, "SELECT min (at) FROM _undo_step", 0, 0, begins_us, error))
    return NULL;
  if (!find_unpublished (db, since_us, &transaction, error)
      || !read_rows (db, SL_CHANGE_ROWS_JOURNAL, transaction, changes, error))
    return NULL;
  return g_steal_pointer (&changes);
}
