/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole files: read with limits, replaced atomically. Works on local, network, portal and FUSE
 * folders alike, which is why files are never changed in place. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Permission bits of a new file: what the user's umask leaves. */
#define SL_FILE_MODE_NEW G_MAXUINT

/* How messages call a file: its name without the folder. (transfer full) */
char *sl_file_name (const char *path);

/**
 * sl_file_read:
 * @path: a file
 * @mode: (out) (optional): its permission bits
 *
 * Reads a whole regular file. Does not wait on pipes and devices.
 *
 * Errors: %SL_ERROR_NOT_FOUND, %SL_ERROR_NOT_OURS for a folder, pipe or device, %SL_ERROR_LIMIT
 * above SL_DB_MAX_FILE_SIZE, %SL_ERROR_IO; a sentence that names the file.
 *
 * Returns: (transfer full)
 */
GBytes *sl_file_read (const char *path, guint *mode, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * sl_file_replace:
 * @path: canonical path; what it names is replaced, and stays whole until then
 * @bytes: the new content
 * @mode: permission bits of the new file, or %SL_FILE_MODE_NEW
 *
 * Writes a temporary file beside @path, syncs it, reads it back, renames it and syncs the folder.
 * On failure the old file is untouched and the temporary one removed.
 *
 * Errors: %SL_ERROR_FULL, %SL_ERROR_IO; a clause that says why.
 */
gboolean sl_file_replace (const char *path, GBytes *bytes, guint mode, GError **error);

/* Removes temporary files that a kill left beside @path, if they are older than an hour. */
void sl_file_remove_strays (const char *path);

/* Makes the names in the folder @dir durable; best effort, some file systems cannot. */
void sl_file_sync_dir (const char *dir);

G_END_DECLS
