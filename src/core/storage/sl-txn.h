/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One transaction: the only writer. Each call checks the value against its field row, writes SQL
 * and the store's tables and records the change, so that what follows in the same command reads
 * what it wrote. Committing checks the invariants of all touched records; a failure takes
 * everything back. */

#pragma once

#include "model/sl-store.h"

G_BEGIN_DECLS

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
