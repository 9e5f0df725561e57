/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes the working copy's content to the user's file. */

#pragma once

#include "storage/sl-db.h"

G_BEGIN_DECLS

/* Where a working copy publishes to. */
typedef struct
{
  const char *dir;    /* folder of the working copy, with base and backups */
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

/* Finishes an overwriting of @path that was interrupted, where @bytes, read from it, show that
 * there was one. @dir: folder of the working copy @db. (transfer full): what the file holds now */
GBytes *sl_publish_repair (SlDb *db, const char *dir, const char *path, GBytes *bytes);

/* Files under @dir: what was read or written last, and what is being written in place. */
#define SL_PUBLISH_BASE "base.sightline"
#define SL_PUBLISH_PENDING "pending.sightline"

G_END_DECLS
