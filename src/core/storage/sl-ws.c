/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Named values of a working copy, and those that views remember. */

#include "config.h"

#include "storage/sl-ws.h"

#include "base/sl-id.h"

/* The statements of a table of named values. */
typedef struct
{
  const char *get;
  const char *set;
} Names;

#define NAMES_OF(table)                                                                            \
  {                                                                                                \
    "SELECT value FROM " table " WHERE key = ?1",                                                  \
        "INSERT INTO " table " (key, value) VALUES (?1, ?2)"                                       \
        " ON CONFLICT (key) DO UPDATE SET value = excluded.value"                                  \
  }

static const Names ws = NAMES_OF ("_ws");
static const Names view = NAMES_OF ("_view");

static gboolean
get_value (SlDb *db, const Names *names, const char *name, SlValue *value, GError **error)
{
  sqlite3_stmt *stmt = sl_db_prepare (db, names->get, error);
  gboolean row;

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_text (stmt, 1, name, -1, SQLITE_STATIC);
  if (!sl_db_next (db, stmt, &row, error))
    return FALSE;
  if (row && !sl_db_column (stmt, 0, value))
    *value = (SlValue)SL_VALUE_INIT;
  sqlite3_reset (stmt);
  return TRUE;
}

static gboolean
set_value (SlDb *db, const Names *names, const char *name, const SlValue *value, GError **error)
{
  sqlite3_stmt *stmt = sl_db_prepare (db, names->set, error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_text (stmt, 1, name, -1, SQLITE_STATIC);
  sl_db_bind (stmt, 2, value);
  return sl_db_run (db, stmt, error);
}

gboolean
sl_ws_get_int (SlDb *db, const char *name, gint64 *value, GError **error)
{
  g_auto (SlValue) found = SL_VALUE_INIT;

  if (!get_value (db, &ws, name, &found, error))
    return FALSE;
  *value = found.type == SL_VALUE_INT ? found.i : 0;
  return TRUE;
}

static char *
get_text (SlDb *db, const Names *names, const char *name, GError **error)
{
  g_auto (SlValue) found = SL_VALUE_INIT;

  if (!get_value (db, names, name, &found, error))
    return NULL;
  return g_strdup (found.type == SL_VALUE_TEXT ? found.s : "");
}

char *
sl_ws_get_text (SlDb *db, const char *name, GError **error)
{
  return get_text (db, &ws, name, error);
}

gboolean
sl_ws_set_int (SlDb *db, const char *name, gint64 value, GError **error)
{
  SlValue number = sl_value_int (value);

  return set_value (db, &ws, name, &number, error);
}

gboolean
sl_ws_set_text (SlDb *db, const char *name, const char *value, GError **error)
{
  g_auto (SlValue) text = sl_value_text (value);

  return set_value (db, &ws, name, &text, error);
}

char *
sl_view_get_text (SlDb *db, const char *name, GError **error)
{
  return get_text (db, &view, name, error);
}

gboolean
sl_view_set_text (SlDb *db, const char *name, const char *value, GError **error)
{
  g_auto (SlValue) text = sl_value_text (value);

  return set_value (db, &view, name, &text, error);
}

gint64
sl_ws_now_us (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64 seconds;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, G_MAXINT32, &seconds, NULL))
    return seconds * G_USEC_PER_SEC;
  return g_get_real_time ();
}

char *
sl_ws_author (void)
{
  const char *author = g_getenv ("SIGHTLINE_AUTHOR");
  g_autofree char *valid = g_utf8_make_valid (author != NULL ? author : g_get_real_name (), -1);

  return g_utf8_substring (valid, 0, MIN (g_utf8_strlen (valid, -1), 200));
}

char *
sl_ws_new_uid (void)
{
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x%016" G_GINT64_MODIFIER "x",
                          (guint64)sl_id_new (), (guint64)sl_id_new ());
}
