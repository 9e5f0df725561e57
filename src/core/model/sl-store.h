/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The live plan on the main thread. Its tables change only through sl_store_apply() (called by the
 * transaction while it runs) and listeners hear of it only through sl_store_notify() after commit.
 */

#pragma once

#include <gio/gio.h>

#include "model/sl-change.h"
#include "model/sl-record.h"
#include "model/sl-snapshot.h"

G_BEGIN_DECLS

#define SL_TYPE_STORE (sl_store_get_type ())
G_DECLARE_FINAL_TYPE (SlStore, sl_store, SL, STORE, GObject)

SlStore *sl_store_new (void);
/* A store that begins with what @plan holds and shares it: for plans that are worked out. (transfer
 * full) */
SlStore *sl_store_new_from (SlSnapshot *plan) G_GNUC_WARN_UNUSED_RESULT;
/* (transfer none): the plan as it is now. Take a reference to keep this state. */
SlSnapshot *sl_store_get_snapshot (SlStore *self);
/* Applies one change to the tables, without telling anybody. Storage only.
 * The change must fit: sets and removes name an existing row, inserts a new id. */
void sl_store_apply (SlStore *self, const SlChange *change);
/* Tells records, lists and listeners of a committed change set: notifies properties, splices lists
 * once each, then emits "changed" (SlChangeSet) once. Storage only. */
void sl_store_notify (SlStore *self, SlChangeSet *changes);
/* Whether sl_store_notify() is running: then nobody may start a transaction. */
gboolean sl_store_is_notifying (SlStore *self);
/* The one object of record @id while anybody holds it; NULL if there is no such record.
 * Returns: (transfer full) (nullable) */
SlRecord *sl_store_get_record (SlStore *self, SlId id);
/* A live list of the records of @kind: trees in preorder, others in rank order, then by title, then
 * by id. The same object for the life of the store. Returns: (transfer none): of SlRecord */
GListModel *sl_store_get_list (SlStore *self, SlKindId kind);
/* Their ids, without making an object of each. Returns: (transfer none) (array length=n): until the
 * next change */
const SlId *sl_store_get_ids (SlStore *self, SlKindId kind, guint *n);

G_END_DECLS
