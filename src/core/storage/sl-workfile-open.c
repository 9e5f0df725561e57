/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The database of a working copy: made from a file, continued after a clean end or a crash,
 * converted when another version of the program made it, put aside when it is damaged. */

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include <utime.h>

#include "base/sl-error.h"
#include "storage/sl-backup.h"
#include "storage/sl-conflict-copy.h"
#include "storage/sl-file.h"
#include "storage/sl-image.h"
#include "storage/sl-journal.h"
#include "storage/sl-publish.h"
#include "storage/sl-schema.h"
#include "storage/sl-txn.h"
#include "storage/sl-workfile-private.h"
#include "storage/sl-ws.h"

#define DATABASE "work.db"
/* A database until it takes the place of another. */
#define NEXT_DATABASE "next.db"
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
open_database (SlWorkfile *self, const char *name, GError **error)
{
  g_autofree char *path = sl_workfile_file (self, name);

  self->db = sl_db_open (path, SL_DB_EDITS, error);
  return self->db != NULL;
}

static void
remove_database (SlWorkfile *self, const char *name)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };

  g_clear_pointer (&self->db, sl_db_close);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (name, suffixes[i], NULL);
      sl_workfile_unlink (self, file);
    }
}

/* Tells two layouts of working copies apart. */
static char *
layout_id (void)
{
  g_autofree char *text = g_strconcat (sl_schema_text (), sl_schema_local_text (), NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
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

/* Makes the database @file; from @bytes, or empty. */
static gboolean
create_database (SlWorkfile *self, const char *file, GBytes *bytes, GError **error)
{
  g_autofree char *name = self->path != NULL ? sl_file_name (self->path) : NULL;
  g_autofree char *hash = bytes != NULL ? sl_image_hash (bytes) : g_strdup ("");
  g_autoptr (SlDb) image = bytes != NULL ? sl_image_open (bytes, name, error) : NULL;
  gboolean ok;

  if (bytes != NULL && image == NULL)
    return FALSE;
  remove_database (self, file);
  g_clear_object (&self->store);
  self->store = sl_store_new ();
  if (!open_database (self, file, error) || !sl_db_exec (self->db, "BEGIN IMMEDIATE", error))
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
  return create_database (self, DATABASE, NULL, error);
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
  if (!create_database (self, DATABASE, bytes, error))
    return FALSE;
  keep_base (self, bytes);
  return TRUE;
}

static gboolean
check_structure (SlWorkfile *self, GError **error)
{
  sqlite3_stmt *stmt = sl_db_prepare (self->db, "PRAGMA quick_check(1)", error);
  gboolean row, ok;

  if (stmt == NULL || !sl_db_next (self->db, stmt, &row, error))
    return FALSE;
  ok = row && g_strcmp0 ((const char *)sqlite3_column_text (stmt, 0), "ok") == 0;
  sqlite3_reset (stmt);
  if (!ok)
    g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED, _ ("The working copy is damaged."));
  return ok;
}

/* Whether the database is whole; @foreign: (out): another version of the program made it. */
static gboolean
check_database (SlWorkfile *self, gboolean *foreign, GError **error)
{
  g_autofree char *wanted = layout_id ();
  g_autofree char *layout = NULL;
  gint64 ready = 0;

  if (!open_database (self, DATABASE, error)
      || !sl_ws_get_int (self->db, SL_WS_READY, &ready, error))
    return FALSE;
  if (ready != 1)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_DAMAGED, _ ("The working copy is not complete."));
      return FALSE;
    }
  layout = sl_ws_get_text (self->db, SL_WS_LAYOUT, error);
  *foreign = g_strcmp0 (layout, wanted) != 0;
  return layout != NULL && (sl_workfile_was_clean (self) || check_structure (self, error));
}

static gboolean
read_state (SlWorkfile *self, State *state, GError **error)
{
  g_clear_pointer (&state->base_hash, g_free);
  state->base_hash = sl_ws_get_text (self->db, SL_WS_BASE_HASH, error);
  return state->base_hash != NULL && sl_ws_get_int (self->db, SL_WS_SEQ, &state->seq, error)
         && sl_ws_get_int (self->db, SL_WS_PUBLISHED, &state->published, error);
}

/* Keeps a second name of the database and of its log, where a person may still look into them. Both
 * end with @mark and the time; sl-workfile.c removes them some day. (transfer full): the name */
static char *
put_aside (SlWorkfile *self, const char *mark)
{
  static const char *const suffixes[] = { "-wal", "" };
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *stamp = g_date_time_format (now, "%Y%m%dT%H%M%S");
  g_autofree char *to = NULL;

  g_clear_pointer (&self->db, sl_db_close);
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *from = g_strdup_printf ("%s/" DATABASE "%s", self->dir, suffixes[i]);

      g_free (to);
      to = g_strdup_printf ("%s/" DATABASE "%s%s%s", self->dir, suffixes[i], mark, stamp);
      if (link (from, to) == 0 || g_rename (from, to) == 0)
        g_utime (to, NULL);
    }
  return g_steal_pointer (&to);
}

/* Starts again after the database was lost: from the file, or from the bytes that were read or
 * written last. */
static gboolean
start_again (SlWorkfile *self, GBytes *bytes, GError **error)
{
  g_autofree char *base = sl_workfile_file (self, SL_PUBLISH_BASE);
  g_autoptr (GBytes) last = bytes != NULL ? g_bytes_ref (bytes) : sl_file_read (base, NULL, error);

  if (last == NULL)
    return FALSE;
  g_free (put_aside (self, SL_WORKFILE_DAMAGED_MARK));
  if (!create_from_file (self, last, error))
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

/* Compares the working copy with the file as it is now; @found: NULL if it cannot be read. */
static gboolean
reconcile (SlWorkfile *self, GBytes *found, GError **error)
{
  g_autoptr (GBytes) bytes
      = found != NULL ? sl_publish_repair (self->db, self->dir, self->path, found) : NULL;
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

/* --- Another version's working copy --- */

/* Makes a database that holds the records of @rescued as one change to @base (NULL: to nothing),
 * counted as the old one counted. Undo ends here: steps of another version may not fit. */
static gboolean
create_converted (SlWorkfile *self, GBytes *base, SlStore *rescued, const State *old,
                  GError **error)
{
  g_autoptr (SlChangeSet) changes = NULL;
  g_autoptr (SlChangeSet) done = NULL;
  SlJournal *journal;
  SlTxn *txn;
  gboolean ok;

  if (!create_database (self, NEXT_DATABASE, base, error))
    return FALSE;
  txn = sl_txn_begin (self->db, self->store, error);
  if (txn == NULL)
    return FALSE;
  changes
      = sl_change_set_diff (sl_store_get_snapshot (self->store), sl_store_get_snapshot (rescued));
  journal = sl_journal_new (self->db);
  ok = sl_txn_apply (txn, changes, error)
       && sl_ws_set_int (self->db, SL_WS_SEQ, old->seq - 1, error)
       && sl_ws_set_int (self->db, SL_WS_PUBLISHED, old->published, error)
       && sl_journal_log (journal, sl_txn_get_changes (txn), error);
  sl_journal_free (journal);
  if (!ok)
    {
      sl_txn_rollback (txn);
      return FALSE;
    }
  done = sl_txn_commit (txn, error);
  return done != NULL;
}

/* Lets the converted database take the place of the old one, at once and for good. */
static gboolean
replace_database (SlWorkfile *self, GError **error)
{
  g_autofree char *next = sl_workfile_file (self, NEXT_DATABASE);
  g_autofree char *path = sl_workfile_file (self, DATABASE);

  g_clear_pointer (&self->db, sl_db_close);
  g_free (put_aside (self, SL_WORKFILE_OLD_MARK));
  return sl_file_commit (next, path, error) && open_database (self, DATABASE, error);
}

/* The records of the database, or NULL where this version cannot read them. */
static SlStore *
rescue_records (SlWorkfile *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = sl_image_build (self->db, NULL, &error);
  SlStore *store = bytes != NULL ? sl_image_read (bytes, DATABASE, &error) : NULL;

  if (store == NULL)
    g_debug ("The working copy of another version was not understood: %s", error->message);
  return store;
}

/* The bytes that the working copy started from, if they are still known. */
static GBytes *
find_base (SlWorkfile *self, GBytes *bytes, const char *hash)
{
  g_autofree char *found = bytes != NULL ? sl_image_hash (bytes) : NULL;
  g_autofree char *path = sl_workfile_file (self, SL_PUBLISH_BASE);
  g_autoptr (GBytes) base = NULL;

  if (g_strcmp0 (found, hash) == 0)
    return g_bytes_ref (bytes);
  base = sl_file_read (path, NULL, NULL);
  g_free (found);
  found = base != NULL ? sl_image_hash (base) : NULL;
  return g_strcmp0 (found, hash) == 0 ? g_steal_pointer (&base) : NULL;
}

/* What this version cannot read stays where the other version finds it. */
static gboolean
give_up_foreign (SlWorkfile *self, GBytes *bytes, GError **error)
{
  g_autofree char *aside = NULL;

  if (bytes == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_NEWER,
                   _ ("The working copy in “%s” was made by another version of Sightline, which is "
                      "needed to open it."),
                   self->dir);
      return FALSE;
    }
  aside = put_aside (self, SL_WORKFILE_OLD_MARK);
  self->notice = g_strdup_printf (
      _ ("Another version of Sightline left changes that this one cannot read. They were put aside "
         "as “%s”; the project was opened as it was saved last."),
      aside);
  return create_from_file (self, bytes, error);
}

static gboolean
has_steps (SlDb *db)
{
  gint64 n = 0;

  return sl_db_get_int (db, "SELECT count(*) FROM _undo_step", &n, NULL) && n > 0;
}

/* Takes over what another version of the program left: the file where that has everything, else the
 * records, so that no unsaved work is lost by an update. */
static gboolean
convert (SlWorkfile *self, GBytes *bytes, GError **error)
{
  g_autofree char *hash = bytes != NULL ? sl_image_hash (bytes) : NULL;
  g_auto (State) state = { 0 };
  g_autoptr (SlStore) rescued = NULL;
  g_autoptr (GBytes) base = NULL;

  if ((hash != NULL && !sl_publish_adopt_pending (self->db, hash, error))
      || !read_state (self, &state, error))
    return FALSE;
  if (state.seq == state.published && bytes != NULL)
    {
      if (has_steps (self->db))
        self->notice = g_strdup (_ ("Sightline is another version than last time; what was done "
                                    "before cannot be undone."));
      return create_from_file (self, bytes, error);
    }
  rescued = rescue_records (self);
  base = *state.base_hash != '\0' ? find_base (self, bytes, state.base_hash) : NULL;
  if (rescued == NULL || (base == NULL && *state.base_hash != '\0'))
    return give_up_foreign (self, bytes, error);
  g_clear_pointer (&self->db, sl_db_close);
  return create_converted (self, base, rescued, &state, error) && replace_database (self, error)
         && reconcile (self, bytes, error);
}

static gboolean
continue_database (SlWorkfile *self, GBytes *bytes, GError **error)
{
  g_autoptr (GError) reason = NULL;
  gboolean foreign = FALSE;
  gboolean whole = check_database (self, &foreign, &reason);

  if (whole && foreign)
    return convert (self, bytes, error);
  if (whole)
    {
      self->store = sl_store_new ();
      whole = sl_image_load_store (self->db, self->store, &reason);
    }
  if (whole)
    return reconcile (self, bytes, error);
  if (reason->code == SL_ERROR_DAMAGED || reason->code == SL_ERROR_INVALID)
    return start_again (self, bytes, error);
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

/* Says that there is a conflict copy, unless there is something else to say. */
static void
look_for_copies (SlWorkfile *self)
{
  g_autofree char *doc_id = sl_image_get_meta (self->db, "doc_id");
  g_autofree char *copy = NULL;

  if (self->path == NULL || self->notice != NULL)
    return;
  copy = sl_conflict_copy_find (self->path, doc_id);
  if (copy != NULL)
    self->notice = g_strdup_printf (
        _ ("Beside the file lies “%s”: another version of this project, put there when two "
           "computers changed it. Open it to see what it has."),
        copy);
}

gboolean
sl_workfile_load (SlWorkfile *self, GBytes *bytes, GError **error)
{
  gboolean first = !is_there (self, DATABASE);

  remove_database (self, NEXT_DATABASE);
  if (!(first && bytes != NULL ? create_from_file (self, bytes, error)
                               : continue_database (self, bytes, error)))
    return FALSE;
  keep_as_opened (self);
  look_for_copies (self);
  return TRUE;
}

gboolean
sl_workfile_adopt (SlWorkfile *self, SlDb *image, GBytes *bytes, GError **error)
{
  g_autofree char *hash = sl_image_hash (bytes);
  gint64 seq, revision;

  return sl_image_take_history (image, self->db, error)
         && sl_db_get_int (self->db, "SELECT max(id) FROM revision", &revision, error)
         && sl_ws_get_int (self->db, SL_WS_SEQ, &seq, error)
         && sl_ws_set_int (self->db, SL_WS_PUBLISHED, seq, error)
         && sl_ws_set_int (self->db, SL_WS_REVISION, revision, error)
         && sl_ws_set_text (self->db, SL_WS_BASE_HASH, hash, error)
         && sl_ws_set_text (self->db, SL_WS_PENDING, "", error);
}

void
sl_workfile_keep_base (SlWorkfile *self, GBytes *bytes)
{
  sl_backup_keep (self->dir, SL_PUBLISH_BASE);
  keep_base (self, bytes);
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

static gboolean
has_draft (SlDb *db)
{
  g_autofree char *draft = sl_ws_get_text (db, SL_WS_DRAFT, NULL);

  return draft != NULL && *draft != '\0';
}

gboolean
sl_workfile_peek (SlWorkfile *self, char **title)
{
  g_auto (State) state = { 0 };
  sqlite3_stmt *stmt;
  gint64 ready = 0;
  gboolean row, found;

  found
      = open_database (self, DATABASE, NULL) && sl_ws_get_int (self->db, SL_WS_READY, &ready, NULL)
        && ready == 1 && read_state (self, &state, NULL)
        && (state.seq > MAX (state.published, self->path == NULL ? 1 : 0) || has_draft (self->db));
  stmt = found ? sl_db_prepare (self->db, "SELECT title FROM project", NULL) : NULL;
  if (stmt != NULL && sl_db_next (self->db, stmt, &row, NULL) && row)
    {
      const char *text = (const char *)sqlite3_column_text (stmt, 0);
      *title = g_strdup (text);
      sqlite3_reset (stmt);
    }
  if (found && (*title == NULL || **title == '\0'))
    {
      g_free (*title);
      *title = g_strdup (_ ("Untitled Project"));
    }
  g_clear_pointer (&self->db, sl_db_close);
  return found;
}

GPtrArray *
sl_workfile_read_steps (const char *dir, gint64 *n_unsaved)
{
  g_autofree char *path = g_build_filename (dir, DATABASE, NULL);
  g_autofree char *wanted = layout_id ();
  g_autofree char *layout = NULL;
  g_autoptr (SlDb) db = NULL;
  SlJournal *journal;
  GPtrArray *steps;
  gint64 seq, published;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    db = sl_db_open (path, SL_DB_SIDE, NULL);
  layout = db != NULL ? sl_ws_get_text (db, SL_WS_LAYOUT, NULL) : NULL;
  if (db != NULL && sl_ws_get_int (db, SL_WS_SEQ, &seq, NULL)
      && sl_ws_get_int (db, SL_WS_PUBLISHED, &published, NULL))
    *n_unsaved = seq - published;
  if (g_strcmp0 (layout, wanted) != 0)
    return g_ptr_array_new_with_free_func ((GDestroyNotify)sl_journal_step_free);
  journal = sl_journal_new (db);
  steps = sl_journal_list (journal);
  sl_journal_free (journal);
  return steps;
}
