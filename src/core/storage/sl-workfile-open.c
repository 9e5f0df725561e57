/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The database of a working copy: made from a file, continued after a clean end or a crash, put
 * aside when it is damaged. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "base/sl-error.h"
#include "storage/sl-file.h"
#include "storage/sl-image.h"
#include "storage/sl-publish.h"
#include "storage/sl-schema.h"
#include "storage/sl-workfile-private.h"
#include "storage/sl-ws.h"

#define DATABASE "work.db"
#define OPENED "opened.sightline"

/* What the working copy says of itself, against what the file is now. */
typedef struct
{
  gint64 seq, published;
  char *base_hash;
} State;

static void
state_clear (State *state)
{
  g_free (state->base_hash);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (State, state_clear)

gboolean
sl_workfile_verify (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *name = sl_file_name (path);
  g_autoptr (SlDb) image = sl_image_open (bytes, name, error);

  return image != NULL;
}

static gboolean
open_database (SlWorkfile *self, GError **error)
{
  g_autofree char *path = sl_workfile_file (self, DATABASE);

  self->db = sl_db_open (path, SL_DB_EDITS, error);
  return self->db != NULL;
}

static void
remove_database (SlWorkfile *self)
{
  g_clear_pointer (&self->db, sl_db_close);
  sl_workfile_unlink (self, DATABASE);
  sl_workfile_unlink (self, DATABASE "-wal");
  sl_workfile_unlink (self, DATABASE "-shm");
}

/* Tells two layouts of working copies apart. */
static char *
layout_id (void)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, sl_schema_local_text (), -1);
}

static gboolean
write_meta (SlDb *db, GError **error)
{
  g_autofree char *doc_id = sl_ws_new_uid ();
  g_autofree char *copy_id = sl_ws_new_uid ();
  g_autofree char *created = g_strdup_printf ("%" G_GINT64_FORMAT, sl_ws_now_us ());
  g_autofree char *format = g_strdup_printf ("%d", SL_SCHEMA_VERSION / 1000);
  g_autofree char *version = g_strdup_printf ("%d", SL_SCHEMA_VERSION);

  return sl_image_set_meta (db, "doc_id", doc_id, error)
         && sl_image_set_meta (db, "copy_id", copy_id, error)
         && sl_image_set_meta (db, "created", created, error)
         && sl_image_set_meta (db, "format", format, error)
         && sl_image_set_meta (db, "min_reader", version, error)
         && sl_image_set_meta (db, "min_writer", version, error)
         && sl_image_set_meta (db, "app", SL_VERSION, error);
}

static gboolean
write_state (SlDb *db, const char *base_hash, GError **error)
{
  g_autofree char *layout = layout_id ();
  gint64 revision;

  return sl_db_get_int (db, "SELECT max(id) FROM revision", &revision, error)
         && sl_ws_set_int (db, SL_WS_SEQ, 0, error) && sl_ws_set_int (db, SL_WS_PUBLISHED, 0, error)
         && sl_ws_set_int (db, SL_WS_REVISION, revision, error)
         && sl_ws_set_text (db, SL_WS_BASE_HASH, base_hash, error)
         && sl_ws_set_text (db, SL_WS_PENDING, "", error)
         && sl_ws_set_text (db, SL_WS_LAYOUT, layout, error)
         && sl_ws_set_int (db, SL_WS_READY, 1, error);
}

/* Makes the database; from @bytes, or empty. */
static gboolean
create_database (SlWorkfile *self, GBytes *bytes, GError **error)
{
  g_autofree char *name = self->path != NULL ? sl_file_name (self->path) : NULL;
  g_autofree char *hash = bytes != NULL ? sl_image_hash (bytes) : g_strdup ("");
  g_autoptr (SlDb) image = bytes != NULL ? sl_image_open (bytes, name, error) : NULL;
  gboolean ok;

  if (bytes != NULL && image == NULL)
    return FALSE;
  remove_database (self);
  g_clear_object (&self->store);
  self->store = sl_store_new ();
  if (!open_database (self, error) || !sl_db_exec (self->db, "BEGIN IMMEDIATE", error))
    return FALSE;
  ok = sl_schema_create (self->db, error) && sl_schema_create_local (self->db, error)
       && (image != NULL ? sl_image_take (image, self->db, self->store, name, error)
                         : write_meta (self->db, error))
       && write_state (self->db, hash, error) && sl_db_exec (self->db, "COMMIT", error);
  if (!ok && !sqlite3_get_autocommit (sl_db_handle (self->db)))
    sl_db_exec (self->db, "ROLLBACK", NULL);
  return ok;
}

gboolean
sl_workfile_create_empty (SlWorkfile *self, GError **error)
{
  return create_database (self, NULL, error);
}

/* The bytes that the working copy starts from: merge base, and a backup "as opened". */
static void
keep_base (SlWorkfile *self, GBytes *bytes)
{
  g_autofree char *base = sl_workfile_file (self, SL_PUBLISH_BASE);

  sl_file_replace (base, bytes, NULL);
}

static void
keep_as_opened (SlWorkfile *self)
{
  g_autofree char *base = sl_workfile_file (self, SL_PUBLISH_BASE);
  g_autofree char *opened = sl_workfile_file (self, OPENED);

  g_unlink (opened);
  /* The base is replaced by new files, never changed, so a second name is a copy. */
  if (link (base, opened) != 0)
    g_debug ("No copy of the file as it was opened could be kept");
}

static gboolean
create_from_file (SlWorkfile *self, GBytes *bytes, GError **error)
{
  if (!create_database (self, bytes, error))
    return FALSE;
  keep_base (self, bytes);
  return TRUE;
}

/* Whether the database is whole and of this program's layout. */
static gboolean
check_database (SlWorkfile *self, GError **error)
{
  g_autofree char *wanted = layout_id ();
  g_autofree char *layout = NULL;
  sqlite3_stmt *stmt;
  gint64 ready = 0;
  gboolean row, ok;

  if (!open_database (self, error) || !sl_ws_get_int (self->db, SL_WS_READY, &ready, error))
    return FALSE;
  layout = sl_ws_get_text (self->db, SL_WS_LAYOUT, error);
  if (ready != 1 || g_strcmp0 (layout, wanted) != 0)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED, _ ("The working copy is not complete."));
      return FALSE;
    }
  if (sl_workfile_was_clean (self))
    return TRUE;
  stmt = sl_db_prepare (self->db, "PRAGMA quick_check(1)", error);
  if (stmt == NULL || !sl_db_next (self->db, stmt, &row, error))
    return FALSE;
  ok = row && g_strcmp0 ((const char *)sqlite3_column_text (stmt, 0), "ok") == 0;
  sqlite3_reset (stmt);
  if (!ok)
    g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED, _ ("The working copy is damaged."));
  return ok;
}

static gboolean
read_state (SlWorkfile *self, State *state, GError **error)
{
  g_clear_pointer (&state->base_hash, g_free);
  state->base_hash = sl_ws_get_text (self->db, SL_WS_BASE_HASH, error);
  return state->base_hash != NULL && sl_ws_get_int (self->db, SL_WS_SEQ, &state->seq, error)
         && sl_ws_get_int (self->db, SL_WS_PUBLISHED, &state->published, error);
}

/* Puts a damaged database aside, where a person may still look into it. */
static void
quarantine (SlWorkfile *self)
{
  static const char *const suffixes[] = { "", "-wal" };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%S");

  g_clear_pointer (&self->db, sl_db_close);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strdup_printf ("%s/" DATABASE "%s", self->dir, suffixes[i]);
      g_autofree char *to
          = g_strdup_printf ("%s/" DATABASE "%s.corrupt-%s", self->dir, suffixes[i], stamp);
      g_rename (from, to);
    }
  remove_database (self);
}

/* Starts again after the database was lost: from the file, or from the bytes that were read or
 * written last. */
static gboolean
start_again (SlWorkfile *self, GBytes *bytes, GError **error)
{
  g_autofree char *base = sl_workfile_file (self, SL_PUBLISH_BASE);
  g_autoptr (GBytes) last = bytes != NULL ? g_bytes_ref (bytes) : sl_file_read (base, NULL, error);

  quarantine (self);
  if (last == NULL || !create_from_file (self, last, error))
    return FALSE;
  self->notice = g_strdup (_ ("The working copy was damaged. The project was opened as it was "
                              "saved last."));
  return TRUE;
}

static gboolean
is_there (SlWorkfile *self, const char *name)
{
  g_autofree char *path = sl_workfile_file (self, name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static void
set_restored_notice (SlWorkfile *self, gint64 n)
{
  g_autofree char *count = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "Restored %d change that was not in the file yet.",
                   "Restored %d changes that were not in the file yet.", (gulong)n),
      (int)n);

  if (self->changed_elsewhere)
    self->notice = g_strdup_printf (
        _ ("%s The file was changed by somebody else meanwhile; save a copy of your work under "
           "another name."),
        count);
  else
    self->notice = g_steal_pointer (&count);
}

/* Compares the working copy with the file as it is now; @hash: NULL if it cannot be read. */
static gboolean
reconcile (SlWorkfile *self, GBytes *bytes, GError **error)
{
  g_autofree char *hash = bytes != NULL ? sl_image_hash (bytes) : NULL;
  g_auto (State) state = { 0 };

  if (hash != NULL && !sl_publish_adopt_pending (self->db, hash, error))
    return FALSE;
  if (!read_state (self, &state, error))
    return FALSE;
  if (hash != NULL && strcmp (hash, state.base_hash) != 0)
    {
      if (state.seq == state.published)
        {
          self->notice = g_strdup (
              _ ("The file was changed elsewhere since; what was done before cannot be undone."));
          return create_from_file (self, bytes, error);
        }
      self->changed_elsewhere = TRUE;
    }
  if (state.seq > state.published && self->path != NULL)
    set_restored_notice (self, state.seq - state.published);
  return TRUE;
}

gboolean
sl_workfile_load (SlWorkfile *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gboolean first = !is_there (self, DATABASE);

  if (first && bytes != NULL)
    {
      if (!create_from_file (self, bytes, error))
        return FALSE;
    }
  else
    {
      gboolean whole = check_database (self, &reason);

      if (whole)
        {
          self->store = sl_store_new ();
          whole = sl_image_load_store (self->db, self->store, &reason);
        }
      if (!whole && reason->code != SL_ERROR_DAMAGED && reason->code != SL_ERROR_INVALID)
        {
          g_propagate_error (error, g_steal_pointer (&reason));
          return FALSE;
        }
      if (!(whole ? reconcile (self, bytes, error) : start_again (self, bytes, error)))
        return FALSE;
    }
  keep_as_opened (self);
  return TRUE;
}

char *
sl_workfile_get_copy_id (SlWorkfile *self)
{
  return sl_image_get_meta (self->db, "copy_id");
}

gboolean
sl_workfile_set_copy_id (SlWorkfile *self, const char *copy_id, GError **error)
{
  return sl_image_set_meta (self->db, "copy_id", copy_id, error);
}

gboolean
sl_workfile_peek (SlWorkfile *self, char **title)
{
  g_auto (State) state = { 0 };
  sqlite3_stmt *stmt;
  gint64 ready = 0;
  gboolean row, found;

  found = open_database (self, NULL) && sl_ws_get_int (self->db, SL_WS_READY, &ready, NULL)
          && ready == 1 && read_state (self, &state, NULL)
          && state.seq > MAX (state.published, self->path == NULL ? 1 : 0);
  stmt = found ? sl_db_prepare (self->db, "SELECT title FROM project", NULL) : NULL;
  if (stmt != NULL && sl_db_next (self->db, stmt, &row, NULL) && row)
    {
      const char *text = (const char *)sqlite3_column_text (stmt, 0);
      *title = g_strdup (text != NULL && *text != '\0' ? text : _ ("Untitled Project"));
      sqlite3_reset (stmt);
    }
  g_clear_pointer (&self->db, sl_db_close);
  return found;
}
