/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole files: read with limits, replaced atomically. Works on local, network, portal and FUSE
 * folders alike, which is why files are never changed in place. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the system says of a file. */
typedef struct
{
  guint64 device, inode;
  gint64 size;
  gint64 modified_ns;
  guint mode; /* permission bits */
  guint owner, group;
} SlFileInfo;

/* How messages call a file: its name without the folder, on one line and without characters that
 * turn the text around it. (transfer full) */
char *sl_file_name (const char *path);

/**
 * sl_file_read:
 * @path: a file
 * @info: (out) (optional): what the system said when it was read
 *
 * Reads a whole regular file. Does not wait on pipes and devices.
 *
 * Errors: %SL_ERROR_NOT_FOUND, %SL_ERROR_NOT_OURS for a folder, pipe or device, %SL_ERROR_LIMIT
 * above SL_DB_MAX_FILE_SIZE, %SL_ERROR_IO; a sentence that names the file.
 *
 * Returns: (transfer full)
 */
GBytes *sl_file_read (const char *path, SlFileInfo *info, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* What the system says of the regular file @path now; FALSE if there is none. */
gboolean sl_file_look (const char *path, SlFileInfo *info);
gboolean sl_file_info_equal (const SlFileInfo *a, const SlFileInfo *b);
/* Whether @path is still the file that @info describes, as far as the system knows. */
gboolean sl_file_is_same (const char *path, const SlFileInfo *info);

/**
 * sl_file_prepare:
 * @path: canonical path of a file to replace
 * @bytes: its new content
 * @like: (nullable): whose permissions and owner the new file gets; NULL: those of a new file
 *
 * Writes a temporary file beside @path, syncs it and reads it back. On failure nothing is left.
 *
 * Errors: %SL_ERROR_FULL, %SL_ERROR_IO; a clause that says why.
 *
 * Returns: (transfer full): path of the temporary file, for sl_file_commit() or unlink()
 */
char *sl_file_prepare (const char *path, GBytes *bytes, const SlFileInfo *like,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Renames @temporary to @path and makes the name durable; removes it on failure. Errors: as
 * sl_file_prepare(). */
gboolean sl_file_commit (const char *temporary, const char *path, GError **error);

/* Both at once, for files that nobody else writes. */
gboolean sl_file_replace (const char *path, GBytes *bytes, GError **error);

/* Writes @bytes over the content of @path, for folders that take no new file; reads it back. A kill
 * leaves a mixture: the caller keeps @bytes meanwhile. Errors: as sl_file_prepare(). */
gboolean sl_file_overwrite (const char *path, GBytes *bytes, GError **error);

/* Removes temporary files that a kill left beside @path, if they are older than an hour. */
void sl_file_remove_strays (const char *path);

/* Makes the names in the folder @dir durable; best effort, some file systems cannot. */
void sl_file_sync_dir (const char *dir);

G_END_DECLS
