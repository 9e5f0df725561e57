/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Change sets as typed rows: what undo and history are kept in. Kinds and fields are
 * stored by name, so that rows outlive the order of the registry. */

#pragma once

#include "model/sl-change.h"
#include "storage/sl-db.h"

G_BEGIN_DECLS

/**
 * SlChangeRows:
 * @SL_CHANGE_ROWS_JOURNAL: table "_change" of the working copy, grouped by transaction
 * @SL_CHANGE_ROWS_HISTORY: table "change" of the document, grouped by revision; inserts are read
 * without their values
 */
typedef enum
{
  SL_CHANGE_ROWS_JOURNAL,
  SL_CHANGE_ROWS_HISTORY,
} SlChangeRows;

gboolean sl_change_rows_write (SlDb *db, SlChangeRows table, gint64 group,
                               const SlChangeSet *changes, GError **error);

/* The changes of the groups @first to @last, in order. Errors: %SL_ERROR_DAMAGED for a row that
 * names an unknown kind or field. Returns: (transfer full) */
SlChangeSet *sl_change_rows_read (SlDb *db, SlChangeRows table, gint64 first, gint64 last,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Bytes that @changes take as rows, roughly: for budgets. */
gint64 sl_change_rows_estimate (const SlChangeSet *changes);

G_END_DECLS
