/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The folders of working copies: which one belongs to a file, who holds it, when it goes. What is
 * in the database of one is the business of sl-workfile-open.c. */

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/sl-error.h"
#include "storage/sl-file.h"
#include "storage/sl-journal.h"
#include "storage/sl-workfile-private.h"
#include "storage/sl-ws.h"

#define KEEP_CLOSED_S (90 * 24 * 3600)
#define KEEP_ASIDE_S (14 * 24 * 3600)
#define BALLAST_SIZE (8 * 1024 * 1024)

/* Files of a folder. "path" holds the bytes of the canonical path; "clean" stands there while
 * nothing has to be recovered. */
#define PATH_FILE "path"
#define LOCK_FILE "lock"
#define CLEAN_FILE "clean"
#define BALLAST_FILE "ballast"

static char *
root_dir (void)
{
  return g_build_filename (g_get_user_state_dir (), SL_APP_ID, "docs", NULL);
}

static gboolean
fail_state (const char *dir, GError **error)
{
  int code = errno;

  g_set_error (error, SL_ERROR, code == ENOSPC ? SL_ERROR_FULL : SL_ERROR_IO,
               _ ("The folder for working copies, “%s”, cannot be used: %s."), dir,
               g_strerror (code));
  return FALSE;
}

/* Opens and locks a file; @wait: until it is free. -1 with errno. */
static int
lock_file (const char *dir, const char *name, gboolean wait)
{
  g_autofree char *path = g_build_filename (dir, name, NULL);
  int fd = open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd < 0)
    return -1;
  while (flock (fd, LOCK_EX | (wait ? 0 : LOCK_NB)) != 0)
    {
      int code = errno;

      if (code == EINTR)
        continue;
      close (fd);
      errno = code;
      return -1;
    }
  return fd;
}

/* While it is held, no other process looks for folders or makes them. -1 with an error. */
static int
lock_root (GError **error)
{
  g_autofree char *root = root_dir ();
  int fd = -1;

  if (g_mkdir_with_parents (root, 0700) == 0)
    fd = lock_file (root, ".lock", TRUE);
  if (fd < 0)
    fail_state (root, error);
  return fd;
}

static void
unlock (int fd)
{
  if (fd >= 0)
    close (fd);
}

/* (transfer full): the path that the folder @dir belongs to, or NULL. */
static char *
read_path (const char *dir)
{
  g_autofree char *file = g_build_filename (dir, PATH_FILE, NULL);
  char *path = NULL;

  if (!g_file_get_contents (file, &path, NULL, NULL) || *path == '\0')
    g_clear_pointer (&path, g_free);
  return path;
}

/* (transfer full): the key of the folder of @path, or NULL. */
static char *
find_key (const char *path)
{
  g_autofree char *root = root_dir ();
  g_autoptr (GDir) entries = g_dir_open (root, 0, NULL);
  const char *entry;

  while (entries != NULL && (entry = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *dir = g_build_filename (root, entry, NULL);
      g_autofree char *other = read_path (dir);
      if (g_strcmp0 (other, path) == 0)
        return g_strdup (entry);
    }
  return NULL;
}

char *
sl_workfile_file (SlWorkfile *self, const char *name)
{
  return g_build_filename (self->dir, name, NULL);
}

static gboolean
has_file (SlWorkfile *self, const char *name)
{
  g_autofree char *path = sl_workfile_file (self, name);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

void
sl_workfile_unlink (SlWorkfile *self, const char *name)
{
  g_autofree char *path = sl_workfile_file (self, name);

  g_unlink (path);
}

gboolean
sl_workfile_was_clean (SlWorkfile *self)
{
  return has_file (self, CLEAN_FILE);
}

void
sl_workfile_free (SlWorkfile *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->db, sl_db_close);
  g_clear_object (&self->store);
  unlock (self->lock);
  g_free (self->key);
  g_free (self->dir);
  g_free (self->path);
  g_free (self->notice);
  g_free (self);
}

/* Takes the folder @key, making it if need be. NULL with %SL_ERROR_BUSY if somebody has it. */
static SlWorkfile *
claim (const char *key, GError **error)
{
  g_autofree char *root = root_dir ();
  g_autoptr (SlWorkfile) self = g_new0 (SlWorkfile, 1);

  self->lock = -1;
  self->key = g_strdup (key);
  self->dir = g_build_filename (root, key, NULL);
  self->path = read_path (self->dir);
  if (g_mkdir_with_parents (self->dir, 0700) == 0)
    self->lock = lock_file (self->dir, LOCK_FILE, FALSE);
  if (self->lock >= 0)
    return g_steal_pointer (&self);
  if (errno == EWOULDBLOCK)
    {
      g_autofree char *name = self->path != NULL ? sl_file_name (self->path) : g_strdup (key);
      g_set_error (error, SL_ERROR, SL_ERROR_BUSY,
                   _ ("“%s” is open in another window or program of Sightline."), name);
    }
  else
    fail_state (self->dir, error);
  return NULL;
}

static SlWorkfile *
claim_new (GError **error)
{
  g_autofree char *key = sl_ws_new_uid ();
  SlWorkfile *self = claim (key, error);

  if (self != NULL)
    self->fresh = TRUE;
  return self;
}

static gboolean
write_path (SlWorkfile *self, const char *path, GError **error)
{
  g_autofree char *file = sl_workfile_file (self, PATH_FILE);
  g_autoptr (GBytes) bytes = g_bytes_new (path, strlen (path));

  if (!sl_file_replace (file, bytes, error))
    return FALSE;
  if (self->path != path)
    {
      g_free (self->path);
      self->path = g_strdup (path);
    }
  return TRUE;
}

gboolean
sl_workfile_make_ballast (SlWorkfile *self)
{
  g_autofree char *path = sl_workfile_file (self, BALLAST_FILE);
  int fd = open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  gboolean ok = fd >= 0 && posix_fallocate (fd, 0, BALLAST_SIZE) == 0;

  if (fd >= 0)
    close (fd);
  if (!ok)
    unlink (path);
  return ok;
}

gboolean
sl_workfile_has_room (SlWorkfile *self)
{
  struct statvfs info;

  return statvfs (self->dir, &info) == 0
         && (guint64)info.f_bavail * info.f_frsize >= 2 * BALLAST_SIZE;
}

void
sl_workfile_drop_ballast (SlWorkfile *self)
{
  sl_workfile_unlink (self, BALLAST_FILE);
}

/* Removes databases that were put aside long enough ago. */
static void
remove_put_aside (SlWorkfile *self)
{
  g_autoptr (GDir) entries = g_dir_open (self->dir, 0, NULL);
  gint64 limit_s = g_get_real_time () / G_USEC_PER_SEC - KEEP_ASIDE_S;
  const char *entry;

  while (entries != NULL && (entry = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = sl_workfile_file (self, entry);
      GStatBuf info;

      if ((strstr (entry, SL_WORKFILE_DAMAGED_MARK) != NULL
           || strstr (entry, SL_WORKFILE_OLD_MARK) != NULL)
          && g_stat (path, &info) == 0 && info.st_mtime < limit_s)
        g_unlink (path);
    }
}

/* From here on there may be something to recover. */
static SlWorkfile *
begin_work (SlWorkfile *self)
{
  sl_workfile_unlink (self, CLEAN_FILE);
  sl_file_sync_dir (self->dir);
  sl_workfile_make_ballast (self);
  remove_put_aside (self);
  if (self->path != NULL)
    sl_file_remove_strays (self->path);
  return self;
}

static void
remove_tree (const char *dir)
{
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  const char *entry;

  while (entries != NULL && (entry = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, entry, NULL);
      if (g_unlink (path) != 0)
        remove_tree (path);
    }
  g_rmdir (dir);
}

void
sl_workfile_discard (SlWorkfile *self)
{
  g_clear_pointer (&self->db, sl_db_close);
  remove_tree (self->dir);
  sl_workfile_free (self);
}

void
sl_workfile_close (SlWorkfile *self, gboolean clean)
{
  g_clear_pointer (&self->db, sl_db_close);
  if (clean)
    {
      g_autofree char *path = sl_workfile_file (self, CLEAN_FILE);
      g_file_set_contents (path, "", 0, NULL);
    }
  sl_workfile_drop_ballast (self);
  sl_workfile_free (self);
}

SlWorkfile *
sl_workfile_new (GError **error)
{
  g_autoptr (SlWorkfile) self = claim_new (error);

  if (self == NULL)
    return NULL;
  if (!sl_workfile_create_empty (self, error))
    {
      sl_workfile_discard (g_steal_pointer (&self));
      return NULL;
    }
  return begin_work (g_steal_pointer (&self));
}

char *
sl_workfile_canonical (const char *path, GError **error)
{
  g_autofree char *resolved = realpath (path, NULL);
  g_autofree char *dir = NULL;
  g_autofree char *real_dir = NULL;
  g_autofree char *base = NULL;
  int code = errno;

  if (resolved != NULL)
    return g_steal_pointer (&resolved);
  dir = g_path_get_dirname (path);
  base = g_path_get_basename (path);
  real_dir = realpath (dir, NULL);
  if (code == ENOENT && real_dir != NULL)
    return g_build_filename (real_dir, base, NULL);
  g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("“%s” cannot be written: %s."), path,
               g_strerror (code));
  return NULL;
}

/* Takes the folder of @path, or a new one for verified @bytes. */
static SlWorkfile *
claim_for_path (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (SlWorkfile) self = NULL;
  g_autofree char *key = NULL;
  int root = lock_root (error);

  if (root < 0)
    return NULL;
  key = find_key (path);
  if (key != NULL)
    self = claim (key, error);
  else if (sl_workfile_verify (path, bytes, error))
    self = claim_new (error);
  if (self != NULL && key == NULL && !write_path (self, path, error))
    sl_workfile_discard (g_steal_pointer (&self));
  unlock (root);
  return g_steal_pointer (&self);
}

SlWorkfile *
sl_workfile_open (const char *path, GError **error)
{
  g_autofree char *canonical = realpath (path, NULL);
  g_autoptr (GBytes) bytes = sl_file_read (canonical != NULL ? canonical : path, NULL, error);
  g_autoptr (SlWorkfile) self = NULL;

  if (bytes == NULL)
    return NULL;
  self = claim_for_path (canonical, bytes, error);
  if (self == NULL)
    return NULL;
  if (!sl_workfile_load (self, bytes, error))
    {
      if (self->fresh)
        sl_workfile_discard (g_steal_pointer (&self));
      return NULL;
    }
  return begin_work (g_steal_pointer (&self));
}

SlWorkfile *
sl_workfile_reopen (const char *key, GError **error)
{
  g_autofree char *root = root_dir ();
  g_autofree char *dir = g_build_filename (root, key, NULL);
  g_autoptr (SlWorkfile) self = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (strchr (key, G_DIR_SEPARATOR) != NULL || !g_file_test (dir, G_FILE_TEST_IS_DIR))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("There is no working copy “%s”."), key);
      return NULL;
    }
  self = claim (key, error);
  if (self == NULL)
    return NULL;
  if (self->path != NULL)
    bytes = sl_file_read (self->path, NULL, NULL);
  if (!sl_workfile_load (self, bytes, error))
    return NULL;
  return begin_work (g_steal_pointer (&self));
}

/* Makes the working copy that @path belonged to let go of it. */
static gboolean
release_path (const char *path, const char *except, GError **error)
{
  g_autofree char *key = find_key (path);
  g_autoptr (SlWorkfile) other = NULL;

  if (key == NULL || strcmp (key, except) == 0)
    return TRUE;
  other = claim (key, error);
  if (other == NULL)
    return FALSE;
  sl_workfile_unlink (other, PATH_FILE);
  return TRUE;
}

gboolean
sl_workfile_set_path (SlWorkfile *self, const char *path, GError **error)
{
  int root = lock_root (error);
  gboolean ok;

  if (root < 0)
    return FALSE;
  if (path == NULL)
    {
      sl_workfile_unlink (self, PATH_FILE);
      g_clear_pointer (&self->path, g_free);
      ok = TRUE;
    }
  else
    ok = release_path (path, self->key, error) && write_path (self, path, error);
  unlock (root);
  return ok;
}

GPtrArray *
sl_workfile_look (const char *path, gint64 *n_unsaved)
{
  g_autofree char *canonical = realpath (path, NULL);
  g_autofree char *key = canonical != NULL ? find_key (canonical) : NULL;
  g_autofree char *root = root_dir ();
  g_autofree char *dir = key != NULL ? g_build_filename (root, key, NULL) : NULL;
  g_autoptr (SlWorkfile) free_one = NULL;
  GPtrArray *steps;

  *n_unsaved = 0;
  if (dir == NULL)
    return g_ptr_array_new_with_free_func ((GDestroyNotify)sl_journal_step_free);
  steps = sl_workfile_read_steps (dir, n_unsaved);
  free_one = claim (key, NULL);
  /* Who has it open will save what is unsaved. */
  if (free_one == NULL)
    *n_unsaved = 0;
  return steps;
}

/* --- What is left behind --- */

void
sl_workfile_info_free (SlWorkfileInfo *self)
{
  g_free (self->key);
  g_free (self->path);
  g_free (self->title);
  g_free (self);
}

static gint64
modified_us (SlWorkfile *self, const char *name)
{
  g_autofree char *path = sl_workfile_file (self, name);
  GStatBuf info;

  return g_stat (path, &info) == 0 ? (gint64)info.st_mtime * G_USEC_PER_SEC : 0;
}

/* Appends @self to @list if it holds work that no file has; removes it if it holds nothing. */
static void
inspect (SlWorkfile *self, GPtrArray *list)
{
  gint64 closed_us = modified_us (self, CLEAN_FILE);
  SlWorkfileInfo *info;

  if (closed_us != 0)
    {
      if (closed_us < g_get_real_time () - (gint64)KEEP_CLOSED_S * G_USEC_PER_SEC)
        remove_tree (self->dir);
      return;
    }
  info = g_new0 (SlWorkfileInfo, 1);
  info->key = g_strdup (self->key);
  info->path = g_strdup (self->path);
  info->at_us = MAX (modified_us (self, "work.db"), modified_us (self, "work.db-wal"));
  if (sl_workfile_peek (self, &info->title))
    g_ptr_array_add (list, info);
  else
    sl_workfile_info_free (info);
}

GPtrArray *
sl_workfile_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_workfile_info_free);
  g_autofree char *root = root_dir ();
  g_autoptr (GDir) entries = g_dir_open (root, 0, NULL);
  const char *entry;

  while (entries != NULL && (entry = g_dir_read_name (entries)) != NULL)
    {
      g_autoptr (SlWorkfile) self = *entry != '.' ? claim (entry, NULL) : NULL;
      if (self != NULL)
        inspect (self, list);
    }
  return list;
}
