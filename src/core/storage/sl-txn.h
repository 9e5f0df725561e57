/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One transaction: the only writer. Each call checks the value against its field row, writes SQL
 * and the store's tables and records the change, so that what follows in the same command reads
 * what it wrote. Committing checks the invariants of all touched records; a failure takes
 * everything back. */

#pragma once

#include "model/sl-store.h"

G_BEGIN_DECLS

typedef struct _SlDb SlDb;

/**
 * sl_txn_begin:
 * @db: the database of @store; no transaction is open on it
 * @store: the plan that @db holds
 *
 * Opens a transaction. Only the project, the opening of files and tests do; commands get one.
 *
 * Errors: %SL_ERROR_BUSY, %SL_ERROR_IO.
 *
 * Returns: (transfer full): ended by sl_txn_commit() or sl_txn_rollback()
 */
SlTxn *sl_txn_begin (SlDb *db, SlStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * sl_txn_commit:
 * @self: (transfer full)
 *
 * Checks the invariants of all touched records and makes the changes last. On failure everything is
 * taken back, as by sl_txn_rollback(). Listeners hear of the changes from sl_store_notify() only.
 *
 * Errors: %SL_ERROR_CYCLE, %SL_ERROR_NOT_FOUND, %SL_ERROR_INVALID, %SL_ERROR_FULL, %SL_ERROR_IO.
 *
 * Returns: (transfer full): what was done; NULL on error
 */
SlChangeSet *sl_txn_commit (SlTxn *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Takes everything back: database and store are as before. @self: (transfer full) */
void sl_txn_rollback (SlTxn *self);

/* Repeats @changes as they stand: undo, redo, merge. Errors: %SL_ERROR_INVALID if one does not fit
 * the plan. */
gboolean sl_txn_apply (SlTxn *self, const SlChangeSet *changes, GError **error);

/* The plan as this transaction sees it. (transfer none) */
SlSnapshot *sl_txn_get_snapshot (SlTxn *self);
/* @values: n_fields of the kind, nulls take the field's default; id 0: a fresh or natural one.
 * Tree kinds: an empty rank means last child. Errors: %SL_ERROR_INVALID, %SL_ERROR_NOT_FOUND for
 * dangling references, %SL_ERROR_INVALID if a natural id exists already. */
gboolean sl_txn_insert (SlTxn *self, SlKindId kind, SlId id, const SlValue *values, SlId *out_id,
                        GError **error);
/* Writing the value that is there already records nothing. Errors: as insert; key fields refuse. */
gboolean sl_txn_set (SlTxn *self, SlKindId kind, SlId id, guint field, const SlValue *value,
                     GError **error);
/* Removes a record, its tree below it and all records that belong to it (SL_OWNER); other
 * references to them become null. */
gboolean sl_txn_remove (SlTxn *self, SlKindId kind, SlId id, GError **error);
/* Places a record of a tree kind as child of @parent (SL_ID_NONE: root) behind @after (SL_ID_NONE:
 * first). Errors: %SL_ERROR_CYCLE if @parent is the record or below it. */
gboolean sl_txn_move (SlTxn *self, SlKindId kind, SlId id, SlId parent, SlId after, GError **error);
/* What has been recorded so far. (transfer none) */
const SlChangeSet *sl_txn_get_changes (SlTxn *self);

G_END_DECLS
