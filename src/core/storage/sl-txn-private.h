/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the two files of the transaction share. */

#pragma once

#include "storage/sl-db.h"
#include "storage/sl-oracle.h"
#include "storage/sl-txn.h"

G_BEGIN_DECLS

struct _SlTxn
{
  SlDb *db;
  SlStore *store;
  SlChangeSet *changes;
  SlOracle *oracle;       /* NULL unless the self-check is on */
  GHashTable *last_ranks; /* see sl_txn_default_rank(); NULL: not known */
  GHashTable *references; /* id -> GArray of SlRefSite; NULL: not built yet */
  guint n_lookups;        /* of references, before the index pays */
};

/* The primitives: no checks but that the record is there. */
gboolean sl_txn_write_insert (SlTxn *self, SlKindId kind, SlId id, const SlValue *row,
                              GError **error);
gboolean sl_txn_write_set (SlTxn *self, SlKindId kind, SlId id, guint field, const SlValue *value,
                           GError **error);
gboolean sl_txn_write_remove (SlTxn *self, SlKindId kind, SlId id, GError **error);
/* Sets %SL_ERROR_NOT_FOUND and returns FALSE. */
gboolean sl_txn_fail_missing (SlKindId kind, SlId id, GError **error);

/* Whether @id is @ancestor or stands below it. */
gboolean sl_txn_is_within (SlTxn *self, SlId id, SlId ancestor);
/* Gives a row without an order key the one behind its last sibling. */
void sl_txn_default_rank (SlTxn *self, const SlKind *kind, SlValue *row);
/* Keep what the transaction remembers of ranks and references true. */
void sl_txn_note_insert (SlTxn *self, const SlKind *kind, SlId id, const SlValue *row);
void sl_txn_note_set (SlTxn *self, SlKindId kind, SlId id, guint field, const SlValue *value);
void sl_txn_forget_ranks (SlTxn *self);

G_END_DECLS
