/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Publishing, step by step. The order is what makes a kill at any moment harmless: intent, backup,
 * file, success. */

#include "config.h"

#include "storage/sl-publish.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "storage/sl-backup.h"
#include "storage/sl-file.h"
#include "storage/sl-image.h"
#include "storage/sl-journal.h"
#include "storage/sl-ws.h"

typedef struct
{
  SlDb *side;
  const SlPublishTarget *target;
  char *name; /* of the file, for messages */
  char *base_hash;
  gint64 seq, published;
  gint64 revision; /* number of the last one in the file */
  gboolean exists;
  SlFileInfo info;          /* of the target as it was read, if it exists */
  SlRevision *new_revision; /* or NULL if no record changed */
  GBytes *image;
  char *hash;
} Publish;

static void
publish_clear (Publish *self)
{
  g_free (self->name);
  g_free (self->base_hash);
  g_clear_pointer (&self->new_revision, sl_revision_free);
  g_clear_pointer (&self->image, g_bytes_unref);
  g_free (self->hash);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Publish, publish_clear)

gboolean
sl_publish_adopt_pending (SlDb *db, const char *hash, GError **error)
{
  g_autofree char *pending = sl_ws_get_text (db, SL_WS_PENDING, error);
  gint64 seq, revision;

  if (pending == NULL)
    return FALSE;
  if (*pending == '\0' || strcmp (pending, hash) != 0)
    return TRUE;
  if (!sl_db_exec (db, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (sl_ws_get_int (db, SL_WS_PENDING_SEQ, &seq, error)
      && sl_ws_get_int (db, SL_WS_PENDING_REVISION, &revision, error)
      && sl_ws_set_text (db, SL_WS_BASE_HASH, hash, error)
      && sl_ws_set_int (db, SL_WS_PUBLISHED, seq, error)
      && sl_ws_set_int (db, SL_WS_REVISION, revision, error)
      && sl_ws_set_text (db, SL_WS_PENDING, "", error) && sl_db_exec (db, "COMMIT", error))
    return TRUE;
  sl_db_exec (db, "ROLLBACK", NULL);
  return FALSE;
}

static gboolean
read_counters (Publish *self, GError **error)
{
  return sl_ws_get_int (self->side, SL_WS_SEQ, &self->seq, error)
         && sl_ws_get_int (self->side, SL_WS_PUBLISHED, &self->published, error)
         && sl_ws_get_int (self->side, SL_WS_REVISION, &self->revision, error);
}

static gboolean
adopt_pending (Publish *self, const char *hash, GError **error)
{
  if (!sl_publish_adopt_pending (self->side, hash, error))
    return FALSE;
  g_free (self->base_hash);
  self->base_hash = sl_ws_get_text (self->side, SL_WS_BASE_HASH, error);
  return self->base_hash != NULL && read_counters (self, error);
}

static gboolean
fail_changed (Publish *self, GError **error)
{
  if (self->seq == self->published)
    g_set_error (error, SL_ERROR, SL_ERROR_CHANGED,
                 _ ("“%s” was changed by somebody else. You have changed nothing since; open it "
                    "again to see their work."),
                 self->name);
  else
    g_set_error (
        error, SL_ERROR, SL_ERROR_CHANGED,
        _ ("“%s” was changed by somebody else. It was not overwritten; save a copy of your "
           "work under another name."),
        self->name);
  return FALSE;
}

/* Whether an overwriting in place was interrupted: then @bytes, of the file, are part of the one
 * and part of the other content, and nobody's work. */
static gboolean
is_torn (SlDb *db, const char *dir, const char *name, GBytes *bytes)
{
  g_autofree char *pending = sl_ws_get_text (db, SL_WS_PENDING, NULL);
  g_autofree char *copy = g_build_filename (dir, SL_PUBLISH_PENDING, NULL);
  g_autoptr (GBytes) wanted = sl_file_read (copy, NULL, NULL);
  g_autofree char *hash = wanted != NULL ? sl_image_hash (wanted) : NULL;
  g_autoptr (SlDb) image = NULL;

  if (hash == NULL || g_strcmp0 (hash, pending) != 0)
    return FALSE;
  image = sl_image_open (bytes, name, NULL);
  return image == NULL;
}

GBytes *
sl_publish_repair (SlDb *db, const char *dir, const char *path, GBytes *bytes)
{
  g_autofree char *name = sl_file_name (path);
  g_autofree char *copy = g_build_filename (dir, SL_PUBLISH_PENDING, NULL);
  g_autoptr (GBytes) wanted = NULL;
  g_autoptr (GError) error = NULL;

  if (!is_torn (db, dir, name, bytes))
    return g_bytes_ref (bytes);
  wanted = sl_file_read (copy, NULL, &error);
  if (wanted != NULL && sl_file_overwrite (path, wanted, &error))
    return g_steal_pointer (&wanted);
  g_warning ("“%s” could not be completed: %s", name, error->message);
  return g_bytes_ref (bytes);
}

/* Finds out what stands at the target. Modification times and watchers do not tell the truth on
 * network and FUSE file systems; content does. */
static gboolean
check_target (Publish *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GBytes) bytes = sl_file_read (self->target->path, &self->info, &reason);
  g_autofree char *hash = NULL;

  self->exists = bytes != NULL;
  if (bytes == NULL && !g_error_matches (reason, SL_ERROR, SL_ERROR_NOT_FOUND))
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  if (!self->exists || self->target->overwrite)
    return TRUE;
  hash = sl_image_hash (bytes);
  if (strcmp (hash, self->base_hash) != 0 && !adopt_pending (self, hash, error))
    return FALSE;
  if (strcmp (hash, self->base_hash) == 0
      || is_torn (self->side, self->target->dir, self->name, bytes))
    return TRUE;
  return fail_changed (self, error);
}

static char *
last_revision_uid (SlDb *db, gint64 id)
{
  g_autofree char *sql
      = g_strdup_printf ("SELECT uid FROM revision WHERE id = %" G_GINT64_FORMAT, id);
  sqlite3_stmt *stmt = sl_db_prepare (db, sql, NULL);
  gboolean row;
  char *uid = NULL;

  if (stmt == NULL || !sl_db_next (db, stmt, &row, NULL))
    return NULL;
  if (row)
    uid = g_strdup ((const char *)sqlite3_column_text (stmt, 0));
  sqlite3_reset (stmt);
  return uid;
}

/* The revision that says what changed since the file was written last; none if no record did. */
static gboolean
compose_revision (Publish *self, GError **error)
{
  g_autoptr (SlChangeSet) net = sl_journal_net (self->side, self->published, self->seq, error);
  SlRevision *revision;

  if (net == NULL)
    return FALSE;
  if (sl_change_set_length (net) == 0)
    return TRUE;
  revision = self->new_revision = g_new0 (SlRevision, 1);
  revision->id = self->revision + 1;
  revision->uid = sl_ws_new_uid ();
  revision->parent = last_revision_uid (self->side, self->revision);
  revision->at_us = sl_ws_now_us ();
  revision->author = sl_ws_author ();
  revision->copy_id = sl_image_get_meta (self->side, "copy_id");
  revision->changes = g_steal_pointer (&net);
  revision->digest = sl_image_digest (self->side, FALSE, error);
  return revision->digest != NULL;
}

/* Reads a consistent state of the working copy into an image; edits may go on meanwhile. No image
 * is made if the file has everything. */
static gboolean
compose (Publish *self, GError **error)
{
  gboolean ok;

  if (!sl_db_exec (self->side, "BEGIN", error))
    return FALSE;
  ok = read_counters (self, error);
  if (ok && (self->seq != self->published || !self->exists || self->target->overwrite))
    {
      ok = compose_revision (self, error);
      if (ok)
        self->image = sl_image_build (self->side, self->new_revision, error);
      ok = self->image != NULL;
    }
  sl_db_exec (self->side, "COMMIT", NULL);
  return ok;
}

/* Reads the image as if somebody else had sent it: what would be refused is never written. */
static gboolean
verify_image (Publish *self, GError **error)
{
  g_autoptr (SlDb) image = sl_image_open (self->image, self->name, error);

  if (image == NULL)
    return FALSE;
  self->hash = sl_image_hash (self->image);
  return TRUE;
}

/* Runs @sql, which needs a number, within a transaction. */
static gboolean
run_int (SlDb *db, const char *sql, gint64 number, GError **error)
{
  sqlite3_stmt *stmt = sl_db_prepare (db, sql, error);

  if (stmt == NULL)
    return FALSE;
  sqlite3_bind_int64 (stmt, 1, number);
  return sl_db_run (db, stmt, error);
}

/* What an earlier attempt wrote down that did not reach the file: its revision never was. */
static gboolean
forget_attempt (Publish *self, GError **error)
{
  return run_int (self->side, "DELETE FROM change WHERE revision > ?1", self->revision, error)
         && run_int (self->side, "DELETE FROM revision WHERE id > ?1", self->revision, error);
}

static gboolean
write_intent (Publish *self, GError **error)
{
  gint64 revision = self->new_revision != NULL ? self->new_revision->id : self->revision;

  return (self->new_revision == NULL || sl_revision_write (self->new_revision, self->side, error))
         && sl_ws_set_text (self->side, SL_WS_PENDING, self->hash, error)
         && sl_ws_set_int (self->side, SL_WS_PENDING_SEQ, self->seq, error)
         && sl_ws_set_int (self->side, SL_WS_PENDING_REVISION, revision, error);
}

static gboolean
write_success (Publish *self, GError **error)
{
  gint64 revision = self->new_revision != NULL ? self->new_revision->id : self->revision;

  return sl_ws_set_text (self->side, SL_WS_BASE_HASH, self->hash, error)
         && sl_ws_set_int (self->side, SL_WS_PUBLISHED, self->seq, error)
         && sl_ws_set_int (self->side, SL_WS_REVISION, revision, error)
         && sl_ws_set_text (self->side, SL_WS_PENDING, "", error)
         && sl_journal_purge (self->side, self->published, self->seq, error);
}

/* Runs @write as one short transaction, so that edits never wait for long. */
static gboolean
transact (Publish *self, gboolean (*write) (Publish *, GError **), GError **error)
{
  if (!sl_db_exec (self->side, "BEGIN IMMEDIATE", error))
    return FALSE;
  if (write (self, error) && sl_db_exec (self->side, "COMMIT", error))
    return TRUE;
  sl_db_exec (self->side, "ROLLBACK", NULL);
  return FALSE;
}

static void
replace_base (Publish *self)
{
  g_autofree char *base = g_build_filename (self->target->dir, SL_PUBLISH_BASE, NULL);

  /* Only a merge will need it; its hash stands in the working copy. */
  sl_file_replace (base, self->image, NULL);
}

/* Whether the target is what it was when it was read. Building the image took a while. */
static gboolean
is_target_same (Publish *self)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *hash = NULL;

  if (!self->exists)
    return !g_file_test (self->target->path, G_FILE_TEST_EXISTS);
  if (sl_file_is_same (self->target->path, &self->info))
    return TRUE;
  bytes = sl_file_read (self->target->path, NULL, NULL);
  if (bytes == NULL)
    return FALSE;
  hash = sl_image_hash (bytes);
  return strcmp (hash, self->base_hash) == 0;
}

static gboolean
fail_unwritable (Publish *self, int code, const char *reason, GError **error)
{
  g_set_error (error, SL_ERROR, code, _ ("“%s” could not be written: %s."), self->name, reason);
  return FALSE;
}

/* Where the folder takes no new file, the old one is overwritten. The new content is kept until it
 * is whole, so that what a kill interrupts is finished later. */
static gboolean
overwrite_file (Publish *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autofree char *copy = g_build_filename (self->target->dir, SL_PUBLISH_PENDING, NULL);

  if (!self->target->overwrite && !is_target_same (self))
    return fail_changed (self, error);
  if (!sl_file_replace (copy, self->image, &reason)
      || !sl_file_overwrite (self->target->path, self->image, &reason))
    return fail_unwritable (self, reason->code, reason->message, error);
  g_unlink (copy);
  return TRUE;
}

static gboolean
write_file (Publish *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->target->path);
  g_autoptr (GError) reason = NULL;
  g_autofree char *temporary = NULL;

  /* A new file could take its place, but who protected it did not want that. */
  if (self->exists && access (self->target->path, W_OK) != 0)
    return fail_unwritable (self, SL_ERROR_IO, g_strerror (errno), error);
  if (self->exists && access (folder, W_OK) != 0)
    return overwrite_file (self, error);
  temporary = sl_file_prepare (self->target->path, self->image, self->exists ? &self->info : NULL,
                               &reason);
  if (temporary != NULL && !self->target->overwrite && !is_target_same (self))
    {
      g_unlink (temporary);
      return fail_changed (self, error);
    }
  if (temporary != NULL && sl_file_commit (temporary, self->target->path, &reason))
    return TRUE;
  return fail_unwritable (self, reason->code, reason->message, error);
}

gboolean
sl_publish (SlDb *side, const SlPublishTarget *target, gint64 *published, GError **error)
{
  g_auto (Publish) self = { .side = side, .target = target };

  self.name = sl_file_name (target->path);
  self.base_hash = sl_ws_get_text (side, SL_WS_BASE_HASH, error);
  if (self.base_hash == NULL || !read_counters (&self, error) || !check_target (&self, error)
      || !transact (&self, forget_attempt, error) || !compose (&self, error))
    return FALSE;
  if (self.image != NULL)
    {
      if (!verify_image (&self, error) || !transact (&self, write_intent, error)
          || !sl_db_sync (side, error))
        return FALSE;
      sl_backup_keep (target->dir, SL_PUBLISH_BASE);
      if (!write_file (&self, error) || !transact (&self, write_success, error))
        return FALSE;
      replace_base (&self);
    }
  if (published != NULL)
    *published = self.seq;
  return TRUE;
}
