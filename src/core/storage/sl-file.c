/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads and replaces whole files. Temporary names match what sync clients leave alone (".~" at the
 * start, "~" inside). */

#include "config.h"

#include "storage/sl-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/sl-error.h"
#include "base/sl-text.h"
#include "storage/sl-db.h"

#define STRAY_PREFIX ".~"
#define STRAY_SUFFIX ".tmp"
#define STRAY_AGE_S 3600
/* Of the document's name in the temporary one: names end at 255 bytes. */
#define NAME_BYTES 200
#define MAX_NAMES 100
/* Of a name in a message. */
#define SHOWN_CHARS 120

char *
sl_file_name (const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);

  return sl_text_shorten (name, SHOWN_CHARS);
}

/* Sets an error for a failed read of @path. */
static void
set_read_error (const char *path, int code, GError **error)
{
  g_autofree char *name = sl_file_name (path);

  if (code == ENOENT || code == ENOTDIR)
    g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("There is no file “%s”."), name);
  else
    g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("“%s” cannot be read: %s."), name,
                 g_strerror (code));
}

static gboolean
check_kind (const char *path, const struct stat *info, GError **error)
{
  g_autofree char *name = sl_file_name (path);

  if (S_ISDIR (info->st_mode))
    g_set_error (error, SL_ERROR, SL_ERROR_NOT_OURS,
                 _ ("“%s” is a folder, not a Sightline project."), name);
  else if (!S_ISREG (info->st_mode))
    g_set_error (error, SL_ERROR, SL_ERROR_NOT_OURS,
                 _ ("“%s” is a pipe or a device, not a Sightline project."), name);
  else if (info->st_size > SL_DB_MAX_FILE_SIZE)
    g_set_error (error, SL_ERROR, SL_ERROR_LIMIT,
                 _ ("“%s” is larger than 512 MiB, too large for a Sightline project."), name);
  else
    return TRUE;
  return FALSE;
}

/* Reads @fd to its end, which may be elsewhere than @size says. NULL with errno. */
static GBytes *
read_all (int fd, gsize size)
{
  g_autoptr (GByteArray) data = g_byte_array_sized_new ((guint)size + 1);
  gsize length = 0;

  for (;;)
    {
      ssize_t n;

      g_byte_array_set_size (data, (guint)MAX (length + 65536, size + 1));
      n = read (fd, data->data + length, data->len - length);
      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return NULL;
      if (n == 0)
        break;
      length += (gsize)n;
      if (length > SL_DB_MAX_FILE_SIZE)
        {
          errno = EFBIG;
          return NULL;
        }
    }
  g_byte_array_set_size (data, (guint)length);
  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static void
fill_info (SlFileInfo *info, const struct stat *status)
{
  info->device = status->st_dev;
  info->inode = status->st_ino;
  info->size = status->st_size;
  info->modified_ns = (gint64)status->st_mtim.tv_sec * 1000000000 + (gint64)status->st_mtim.tv_nsec;
  info->mode = status->st_mode & 07777;
  info->owner = status->st_uid;
  info->group = status->st_gid;
}

gboolean
sl_file_look (const char *path, SlFileInfo *info)
{
  struct stat status;

  if (stat (path, &status) != 0 || !S_ISREG (status.st_mode))
    return FALSE;
  fill_info (info, &status);
  return TRUE;
}

gboolean
sl_file_info_equal (const SlFileInfo *a, const SlFileInfo *b)
{
  return a->device == b->device && a->inode == b->inode && a->size == b->size
         && a->modified_ns == b->modified_ns;
}

gboolean
sl_file_is_same (const char *path, const SlFileInfo *info)
{
  SlFileInfo now;

  return sl_file_look (path, &now) && sl_file_info_equal (&now, info);
}

GBytes *
sl_file_read (const char *path, SlFileInfo *info, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
  struct stat status;
  GBytes *bytes = NULL;
  int code;

  if (fd < 0 || fstat (fd, &status) != 0)
    {
      set_read_error (path, errno, error);
      if (fd >= 0)
        close (fd);
      return NULL;
    }
  if (check_kind (path, &status, error))
    {
      bytes = read_all (fd, (gsize)status.st_size);
      code = errno;
      if (bytes == NULL)
        set_read_error (path, code, error);
      if (info != NULL)
        fill_info (info, &status);
    }
  close (fd);
  return bytes;
}

static gboolean
set_write_error (int code, GError **error)
{
  if (code == ENOSPC || code == EDQUOT)
    g_set_error (error, SL_ERROR, SL_ERROR_FULL, _ ("there is no room left on the disk"));
  else
    g_set_error (error, SL_ERROR, SL_ERROR_IO, "%s", g_strerror (code));
  return FALSE;
}

/* TRUE, or FALSE with errno. */
static gboolean
write_all (int fd, GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  while (size > 0)
    {
      ssize_t n = write (fd, data, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          errno = n == 0 ? ENOSPC : errno;
          return FALSE;
        }
      data += n;
      size -= (gsize)n;
    }
  return TRUE;
}

static gboolean
is_unsupported (int code)
{
  return code == EPERM || code == ENOTSUP || code == EOPNOTSUPP || code == ENOSYS || code == EINVAL;
}

/* Gives the new file the permissions and, where that is allowed, the owner of the old one. */
static gboolean
set_like (int fd, const SlFileInfo *like)
{
  if (like == NULL)
    return TRUE;
  if (fchown (fd, like->owner, like->group) != 0 && !is_unsupported (errno))
    return FALSE;
  return fchmod (fd, like->mode) == 0 || is_unsupported (errno);
}

/* Fills and syncs a file; closes @fd, whose close may be the only report of a failure
 * on network file systems. */
static gboolean
fill_file (int fd, GBytes *bytes, const SlFileInfo *like, GError **error)
{
  off_t size = (off_t)g_bytes_get_size (bytes);
  /* Only a full disk counts: many file systems cannot reserve room. */
  gboolean ok = size == 0 || posix_fallocate (fd, 0, size) != ENOSPC;
  int code = ok ? 0 : ENOSPC;

  if (ok
      && (!write_all (fd, bytes) || ftruncate (fd, size) != 0 || fsync (fd) != 0
          || !set_like (fd, like)))
    code = errno;
  if (close (fd) != 0 && code == 0)
    code = errno;
  return code == 0 || set_write_error (code, error);
}

/* Network and FUSE file systems may accept writes that never arrive. */
static gboolean
verify_file (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (GBytes) found = sl_file_read (path, NULL, error);

  if (found == NULL)
    return FALSE;
  if (g_bytes_equal (found, bytes))
    return TRUE;
  g_set_error (error, SL_ERROR, SL_ERROR_IO, _ ("the disk did not keep what was written"));
  return FALSE;
}

/* Opens a new file beside @path; its name in @temporary (out) (transfer full). -1 with errno. A
 * name may be taken by what a kill left. */
static int
open_temporary (const char *path, guint mode, char **temporary)
{
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  int fd = -1;

  for (guint i = 0; i < MAX_NAMES && fd < 0; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s%.*s.%08x%s", STRAY_PREFIX, NAME_BYTES, base,
                                               g_random_int (), STRAY_SUFFIX);

      g_free (*temporary);
      *temporary = g_build_filename (dir, name, NULL);
      fd = open (*temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode);
      if (fd < 0 && errno != EEXIST)
        break;
    }
  return fd;
}

char *
sl_file_prepare (const char *path, GBytes *bytes, const SlFileInfo *like, GError **error)
{
  g_autofree char *temporary = NULL;
  int fd = open_temporary (path, like != NULL ? 0600 : 0666, &temporary);

  if (fd < 0)
    {
      set_write_error (errno, error);
      return NULL;
    }
  if (fill_file (fd, bytes, like, error) && verify_file (temporary, bytes, error))
    return g_steal_pointer (&temporary);
  unlink (temporary);
  return NULL;
}

gboolean
sl_file_commit (const char *temporary, const char *path, GError **error)
{
  g_autofree char *dir = g_path_get_dirname (path);

  if (rename (temporary, path) != 0)
    {
      int code = errno;

      unlink (temporary);
      return set_write_error (code, error);
    }
  sl_file_sync_dir (dir);
  return TRUE;
}

gboolean
sl_file_overwrite (const char *path, GBytes *bytes, GError **error)
{
  int fd = open (path, O_WRONLY | O_CLOEXEC | O_NOFOLLOW);

  if (fd < 0)
    return set_write_error (errno, error);
  return fill_file (fd, bytes, NULL, error) && verify_file (path, bytes, error);
}

gboolean
sl_file_replace (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *temporary = sl_file_prepare (path, bytes, NULL, error);

  return temporary != NULL && sl_file_commit (temporary, path, error);
}

void
sl_file_remove_strays (const char *path)
{
  g_autofree char *dir = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *prefix = g_strdup_printf ("%s%.*s.", STRAY_PREFIX, NAME_BYTES, base);
  g_autoptr (GDir) entries = g_dir_open (dir, 0, NULL);
  gint64 now_s = g_get_real_time () / G_USEC_PER_SEC;
  const char *entry;

  while (entries != NULL && (entry = g_dir_read_name (entries)) != NULL)
    {
      g_autofree char *stray = g_build_filename (dir, entry, NULL);
      struct stat info;

      if (g_str_has_prefix (entry, prefix) && g_str_has_suffix (entry, STRAY_SUFFIX)
          && lstat (stray, &info) == 0 && S_ISREG (info.st_mode)
          && info.st_mtime + STRAY_AGE_S < now_s)
        unlink (stray);
    }
}

void
sl_file_sync_dir (const char *dir)
{
  int fd = open (dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}
