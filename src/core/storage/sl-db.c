/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Opens connections to SQLite with every defence switched on, caches prepared statements and turns
 * SQLite's failures into errors for people. It knows neither tables nor kinds. */

#include "config.h"

#include "storage/sl-db.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define HEAP_LIMIT (G_GINT64_CONSTANT (512) * 1024 * 1024)
#define BUSY_TIMEOUT_MS 2000

/* The progress handler is asked every so many steps of SQLite's virtual machine. */
#define PROGRESS_STEPS 1000
#define BUDGET_BASE_STEPS (G_GINT64_CONSTANT (20) * 1000 * 1000)
#define BUDGET_STEPS_PER_BYTE 40

struct _SlDb
{
  sqlite3 *handle;
  GHashTable *statements; /* SQL text -> sqlite3_stmt */
  GBytes *bytes;          /* of a deserialized database, or NULL */
  int log;                /* descriptor of the write-ahead log, or -1 */
  gint64 budget;          /* calls of the progress handler that are left */
};

/* Messages quote what stands in a damaged file. */
static void
log_cb (void *data, int code, const char *message)
{
  g_autofree char *text = g_utf8_make_valid (message, -1);

  g_debug ("SQLite (%d): %s", code, text);
}

/* Sets up the library once, before its first connection. */
static void
initialize_library (void)
{
  static gsize initialized = 0;

  if (g_once_init_enter (&initialized))
    {
      sqlite3_config (SQLITE_CONFIG_LOG, log_cb, NULL);
      sqlite3_initialize ();
      sqlite3_hard_heap_limit64 (HEAP_LIMIT);
      g_once_init_leave (&initialized, 1);
    }
}

static void
harden (sqlite3 *handle)
{
  static const struct
  {
    int option;
    int value;
  } options[] = {
    { SQLITE_DBCONFIG_DEFENSIVE, 1 },      { SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
    { SQLITE_DBCONFIG_ENABLE_TRIGGER, 0 }, { SQLITE_DBCONFIG_ENABLE_VIEW, 0 },
    { SQLITE_DBCONFIG_DQS_DML, 0 },        { SQLITE_DBCONFIG_DQS_DDL, 0 },
    { SQLITE_DBCONFIG_ENABLE_FKEY, 1 },    { SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
  };
  static const struct
  {
    int limit;
    int value;
  } limits[] = {
    { SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024 },
    { SQLITE_LIMIT_SQL_LENGTH, 100000 },
    { SQLITE_LIMIT_COLUMN, 100 },
    { SQLITE_LIMIT_EXPR_DEPTH, 50 },
    { SQLITE_LIMIT_COMPOUND_SELECT, 10 },
    { SQLITE_LIMIT_VDBE_OP, 25000 },
    { SQLITE_LIMIT_FUNCTION_ARG, 16 },
    { SQLITE_LIMIT_ATTACHED, 2 },
    { SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 200 },
    { SQLITE_LIMIT_TRIGGER_DEPTH, 1 },
    { SQLITE_LIMIT_WORKER_THREADS, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    sqlite3_db_config (handle, options[i].option, options[i].value, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (limits); i++)
    sqlite3_limit (handle, limits[i].limit, limits[i].value);
  sqlite3_extended_result_codes (handle, 1);
}

static const char *
role_pragmas (SlDbRole role)
{
  switch (role)
    {
    case SL_DB_EDITS:
      return "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
             "PRAGMA wal_autocheckpoint = 0;";
    case SL_DB_SIDE:
      return "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
             "PRAGMA wal_autocheckpoint = 0; PRAGMA journal_size_limit = 8388608;";
    case SL_DB_MEMORY:
    default:
      return "PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA auto_vacuum = NONE;";
    }
}

static void
finalize_statement (gpointer stmt)
{
  sqlite3_finalize (stmt);
}

static SlDb *
db_new (sqlite3 *handle)
{
  SlDb *self = g_new0 (SlDb, 1);

  self->handle = handle;
  self->log = -1;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, finalize_statement);
  return self;
}

SlDb *
sl_db_open (const char *path, SlDbRole role, GError **error)
{
  sqlite3 *handle = NULL;
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;

  g_return_val_if_fail ((path == NULL) == (role == SL_DB_MEMORY), NULL);
  g_return_val_if_fail (path == NULL || g_path_is_absolute (path), NULL);

  initialize_library ();
  int rc = sqlite3_open_v2 (path != NULL ? path : ":memory:", &handle, flags, NULL);
  g_autoptr (SlDb) self = db_new (handle);
  if (rc != SQLITE_OK)
    {
      sl_db_set_error (self, error);
      return NULL;
    }
  harden (handle);
  sqlite3_busy_timeout (handle, BUSY_TIMEOUT_MS);
  if (!sl_db_exec (self, role_pragmas (role), error)
      || !sl_db_exec (self,
                      "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;"
                      "PRAGMA cache_size = -65536;"
                      "PRAGMA temp_store = MEMORY;",
                      error))
    return NULL;
  return g_steal_pointer (&self);
}

static int
progress_cb (void *data)
{
  SlDb *self = data;

  self->budget--;
  return self->budget < 0;
}

SlDb *
sl_db_open_bytes (GBytes *bytes, GError **error)
{
  sqlite3 *handle = NULL;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  initialize_library ();
  int rc = sqlite3_open_v2 (":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL);
  g_autoptr (SlDb) self = db_new (handle);
  self->bytes = g_bytes_ref (bytes);
  if (rc == SQLITE_OK)
    {
      harden (handle);
      self->budget = (BUDGET_BASE_STEPS + (gint64)size * BUDGET_STEPS_PER_BYTE) / PROGRESS_STEPS;
      sqlite3_progress_handler (handle, PROGRESS_STEPS, progress_cb, self);
      rc = sqlite3_deserialize (handle, "main", (unsigned char *)data, size, size,
                                SQLITE_DESERIALIZE_READONLY);
    }
  if (rc != SQLITE_OK)
    {
      sl_db_set_error (self, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
sl_db_close (SlDb *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->statements);
  if (sqlite3_close (self->handle) != SQLITE_OK)
    g_critical ("A database connection was closed while a statement was in use");
  if (self->log >= 0)
    close (self->log);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

sqlite3 *
sl_db_handle (SlDb *self)
{
  return self->handle;
}

gboolean
sl_db_exec (SlDb *self, const char *sql, GError **error)
{
  if (sqlite3_exec (self->handle, sql, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  sl_db_set_error (self, error);
  return FALSE;
}

sqlite3_stmt *
sl_db_prepare (SlDb *self, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = g_hash_table_lookup (self->statements, sql);

  if (stmt != NULL)
    {
      sqlite3_reset (stmt);
      sqlite3_clear_bindings (stmt);
      return stmt;
    }
  if (sqlite3_prepare_v3 (self->handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL)
      != SQLITE_OK)
    {
      sl_db_set_error (self, error);
      return NULL;
    }
  g_hash_table_insert (self->statements, g_strdup (sql), stmt);
  return stmt;
}

gboolean
sl_db_next (SlDb *self, sqlite3_stmt *stmt, gboolean *row, GError **error)
{
  int rc = sqlite3_step (stmt);

  *row = rc == SQLITE_ROW;
  if (rc == SQLITE_ROW)
    return TRUE;
  if (rc != SQLITE_DONE)
    sl_db_set_error (self, error);
  sqlite3_reset (stmt);
  return rc == SQLITE_DONE;
}

gboolean
sl_db_run (SlDb *self, sqlite3_stmt *stmt, GError **error)
{
  gboolean row = TRUE;

  while (row)
    {
      if (!sl_db_next (self, stmt, &row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
sl_db_get_int (SlDb *self, const char *sql, gint64 *value, GError **error)
{
  sqlite3_stmt *stmt = sl_db_prepare (self, sql, error);
  gboolean row;

  if (stmt == NULL || !sl_db_next (self, stmt, &row, error))
    return FALSE;
  *value = row ? sqlite3_column_int64 (stmt, 0) : 0;
  sqlite3_reset (stmt);
  return TRUE;
}

gboolean
sl_db_sync (SlDb *self, GError **error)
{
  const char *path = sqlite3_db_filename (self->handle, "main");

  /* Closing a descriptor drops the process's locks on that file, but SQLite has none on the log. */
  if (self->log < 0)
    self->log = open (sqlite3_filename_wal (path), O_RDONLY | O_CLOEXEC);
  if (self->log >= 0 && fdatasync (self->log) == 0)
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("The working copy cannot be used: %s."),
               g_strerror (errno));
  return FALSE;
}

void
sl_db_bind (sqlite3_stmt *stmt, int index, const SlValue *value)
{
  switch (value->type)
    {
    case SL_VALUE_INT:
      sqlite3_bind_int64 (stmt, index, value->i);
      break;
    case SL_VALUE_REAL:
      sqlite3_bind_double (stmt, index, value->r);
      break;
    case SL_VALUE_TEXT:
      sqlite3_bind_text (stmt, index, value->s, -1, SQLITE_TRANSIENT);
      break;
    case SL_VALUE_NULL:
    default:
      sqlite3_bind_null (stmt, index);
      break;
    }
}

gboolean
sl_db_column (sqlite3_stmt *stmt, int column, SlValue *value)
{
  const char *text;

  *value = (SlValue)SL_VALUE_INIT;
  switch (sqlite3_column_type (stmt, column))
    {
    case SQLITE_NULL:
      return TRUE;
    case SQLITE_INTEGER:
      *value = sl_value_int (sqlite3_column_int64 (stmt, column));
      return TRUE;
    case SQLITE_FLOAT:
      *value = sl_value_real (sqlite3_column_double (stmt, column));
      return TRUE;
    case SQLITE_TEXT:
      text = (const char *)sqlite3_column_text (stmt, column);
      if (text == NULL || !g_utf8_validate (text, sqlite3_column_bytes (stmt, column), NULL))
        return FALSE;
      *value = sl_value_text (text);
      return TRUE;
    default:
      return FALSE;
    }
}

void
sl_db_set_error (SlDb *self, GError **error)
{
  int code = self->handle != NULL ? sqlite3_errcode (self->handle) : SQLITE_NOMEM;
  int system_code = self->handle != NULL ? sqlite3_system_errno (self->handle) : 0;

  switch (code & 0xff)
    {
    case SQLITE_FULL:
      g_set_error (error, SL_ERROR, SL_ERROR_FULL, _ ("There is no room left on the disk."));
      break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      g_set_error (error, SL_ERROR, SL_ERROR_BUSY,
                   _ ("The working copy is in use by another process."));
      break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED, _ ("The database is damaged."));
      break;
    case SQLITE_INTERRUPT:
    case SQLITE_TOOBIG:
      g_set_error (error, SL_ERROR, SL_ERROR_LIMIT,
                   _ ("The database asks for more work or memory than is allowed."));
      break;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
      g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("The working copy cannot be used: %s."),
                   system_code != 0 ? g_strerror (system_code) : sqlite3_errstr (code));
      break;
    default:
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("The database refused the change: %s."),
                   sqlite3_errmsg (self->handle));
      break;
    }
}
