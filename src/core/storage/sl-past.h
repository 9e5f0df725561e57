/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the record of changes knows of the past: revisions of the file, then the transactions that
 * it lacks. */

#pragma once

#include "model/sl-change.h"
#include "storage/sl-db.h"

G_BEGIN_DECLS

/**
 * sl_past_read:
 * @db: a working copy, or the image of a file
 * @working_copy: whether @db has a journal beside the revisions
 * @since_us: a moment; UTC microseconds
 * @begins_us: (out): when the record of changes begins; %SL_INT_NULL where there is none
 *
 * What was changed after @since_us, in order. Inserts and removes of revisions hold what
 * sl_change_rows_read() gives. Only as exact as the file was written: a revision counts by the time
 * at which it was.
 *
 * Errors: %SL_ERROR_DAMAGED.
 *
 * Returns: (transfer full)
 */
SlChangeSet *sl_past_read (SlDb *db, gboolean working_copy, gint64 since_us, gint64 *begins_us,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
