/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One hardened SQLite connection with its cache of prepared statements. A connection belongs to
 * the thread that uses it; only storage includes this header. */

#pragma once

#include <sqlite3.h>

#include "base/sl-error.h"
#include "base/sl-value.h"

G_BEGIN_DECLS

/* Received files larger than this are refused; unit: bytes. */
#define SL_DB_MAX_FILE_SIZE (G_GINT64_CONSTANT (512) * 1024 * 1024)

/**
 * SlDbRole:
 * @SL_DB_MEMORY: a private database in memory: images
 * @SL_DB_EDITS: the working copy, for the thread that edits; a commit does not wait for the disk
 * @SL_DB_SIDE: the working copy, for the thread that saves: durability and checkpoints are its task
 */
typedef enum
{
  SL_DB_MEMORY,
  SL_DB_EDITS,
  SL_DB_SIDE,
} SlDbRole;

typedef struct _SlDb SlDb;

/**
 * sl_db_open:
 * @path: (nullable): absolute path of a working copy; NULL for %SL_DB_MEMORY
 * @role: who will use it
 *
 * Opens a connection with the defences of all connections: no triggers, views or extensions, an
 * untrusted schema, limits on everything that can grow.
 *
 * Errors: %SL_ERROR_IO, %SL_ERROR_FULL, %SL_ERROR_DAMAGED if it is not a database.
 *
 * Returns: (transfer full): freed by sl_db_close()
 */
SlDb *sl_db_open (const char *path, SlDbRole role, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * sl_db_open_bytes:
 * @bytes: the bytes of a database file; kept until sl_db_close()
 *
 * Opens received bytes read-only in memory, with a budget of steps that grows with their size, so
 * that no file can keep the program busy for long. Runs no statement.
 *
 * Errors: %SL_ERROR_DAMAGED if SQLite cannot take the bytes.
 *
 * Returns: (transfer full)
 */
SlDb *sl_db_open_bytes (GBytes *bytes, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sl_db_close (SlDb *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlDb, sl_db_close)

sqlite3 *sl_db_handle (SlDb *self);

/* Runs statements that return no rows we want. */
gboolean sl_db_exec (SlDb *self, const char *sql, GError **error);

/* A statement without bindings, ready to step. (transfer none): cached by its text; NULL on error.
 * A caller that stops before the last row resets it. */
sqlite3_stmt *sl_db_prepare (SlDb *self, const char *sql, GError **error);

/* Steps a statement that returns no rows, to its end. */
gboolean sl_db_run (SlDb *self, sqlite3_stmt *stmt, GError **error);

/* Steps to the next row; @row becomes FALSE after the last, and the statement is reset. */
gboolean sl_db_next (SlDb *self, sqlite3_stmt *stmt, gboolean *row, GError **error);

/* The integer in the first column of the first row of @sql; 0 if there is no row. */
gboolean sl_db_get_int (SlDb *self, const char *sql, gint64 *value, GError **error);

/**
 * sl_db_sync:
 * @self: a connection to a working copy
 *
 * Makes all commits of all connections durable, without holding a lock meanwhile: edits go on.
 *
 * Errors: %SL_ERROR_IO.
 */
gboolean sl_db_sync (SlDb *self, GError **error);

void sl_db_bind (sqlite3_stmt *stmt, int index, const SlValue *value);

/* Reads a column. FALSE for a blob, for text with a zero byte and for invalid UTF-8. */
gboolean sl_db_column (sqlite3_stmt *stmt, int column, SlValue *value);

/* Turns the connection's last failure into an error for people. */
void sl_db_set_error (SlDb *self, GError **error);

G_END_DECLS
