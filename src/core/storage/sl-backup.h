/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Former contents of a file, kept in the folder of its working copy. Each is a whole project that
 * can be opened. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The folder of backups in the folder of a working copy. */
#define SL_BACKUP_FOLDER "backups"

/**
 * sl_backup_keep:
 * @dir: folder of a working copy
 * @file: a file in it that is replaced but never changed
 *
 * Keeps @file under the present time, then thins out: of all backups the newest ten stay, then the
 * last one of each hour for a day, of each day for 30 days and of each month for a year; the oldest
 * go where all together are larger than 1 GiB. Best effort.
 */
void sl_backup_keep (const char *dir, const char *file);

G_END_DECLS
