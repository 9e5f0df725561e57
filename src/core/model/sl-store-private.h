/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What store, records and lists know of each other. */

#pragma once

#include "model/sl-store.h"

G_BEGIN_DECLS

/* --- Store (sl-store.c) --- */

/* The object of a record that a list still shows, also when it has just been removed: then it is
 * not alive and has no values. (transfer full) */
SlRecord *sl_store_ensure_record (SlStore *self, SlKindId kind, SlId id);
/* @record is going away. */
void sl_store_forget_record (SlStore *self, SlRecord *record);

/* --- Records (sl-record.c) --- */

/* @row: (transfer full) (nullable): values of a record that is not alive */
SlRecord *sl_record_new (SlStore *store, SlKindId kind, SlId id, SlValue *row);
/* Removal: keeps @row as the last values. NULL: the record is back. */
void sl_record_set_last_row (SlRecord *self, const SlValue *row);
/* Where the id of @self lies; serves as the key of the store's table. */
const SlId *sl_record_peek_id (SlRecord *self);
void sl_record_notify_field (SlRecord *self, guint field);
/* After removal or return: everything may differ. */
void sl_record_notify_all (SlRecord *self);

/* --- Lists (sl-record-list.c) --- */

#define SL_TYPE_RECORD_LIST (sl_record_list_get_type ())
G_DECLARE_FINAL_TYPE (SlRecordList, sl_record_list, SL, RECORD_LIST, GObject)
SlRecordList *sl_record_list_new (SlStore *store, SlKindId kind);
/* Whether @change can move records in the list. */
gboolean sl_record_list_depends_on (SlRecordList *self, const SlChange *change);
/* Orders anew after @changes and tells the difference by one items-changed at most. */
void sl_record_list_update (SlRecordList *self, const SlChangeSet *changes);
const SlId *sl_record_list_peek_ids (SlRecordList *self, guint *n);
/* The store is going away: the list is empty from now on. */
void sl_record_list_detach (SlRecordList *self);

/* How two sequences differ: after @position, @removed items gave way to @added ones. */
typedef struct
{
  guint position;
  guint removed;
  guint added;
} SlSplice;

/* The smallest splice that turns @before into @after. */
SlSplice sl_splice_ids (const GArray *before, const GArray *after);

G_END_DECLS
