/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the working copy's content to the user's file. */

#pragma once

#include "storage/sl-db.h"

G_BEGIN_DECLS

/* Where a working copy publishes to. */
typedef struct
{
  const char *dir;    /* folder of the working copy: base and backups */
  const char *path;   /* the user's file, canonical */
  gboolean overwrite; /* the user chose this file: whatever stands there goes */
} SlPublishTarget;

/**
 * sl_publish:
 * @side: a connection of role %SL_DB_SIDE; no transaction is open on it
 * @published: (out) (optional): seq that the file holds now
 *
 * Compares the target with what was read or written last, builds the canonical image, verifies it,
 * writes down the intent, keeps the former bytes as a backup, replaces the file and writes down the
 * success. Nothing is written if the file holds the content already. Any thread; edits go on
 * meanwhile through another connection.
 *
 * Errors: %SL_ERROR_CHANGED if somebody else changed the file, which is then left alone;
 * %SL_ERROR_IO, %SL_ERROR_FULL: one sentence that says where the work is.
 */
gboolean sl_publish (SlDb *side, const SlPublishTarget *target, gint64 *published, GError **error);

/* If @hash is of the bytes that an interrupted publishing was about to write, it had reached the
 * file: writes down the success. */
gboolean sl_publish_adopt_pending (SlDb *db, const char *hash, GError **error);

/* Files under @dir. */
#define SL_PUBLISH_BASE "base.sightline"
#define SL_PUBLISH_BACKUPS "backups"

/* Keeps @dir's base file as a backup and drops the oldest ones beyond the limits. Best effort. */
void sl_publish_keep_backup (const char *dir);

G_END_DECLS
