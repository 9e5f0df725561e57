/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The change set: what a committed command did, in order, with old and new values. It is the one
 * contract between storage and everything above it; undo is its inverse. */

#pragma once

#include "model/sl-kind.h"

G_BEGIN_DECLS

typedef enum
{
  SL_CHANGE_INSERT,
  SL_CHANGE_SET,
  SL_CHANGE_REMOVE,
} SlChangeOp;

struct _SlChange
{
  SlChangeOp op;
  SlKindId kind;
  SlId id;
  guint field;       /* of SET */
  SlValue old_value; /* of SET */
  SlValue new_value; /* of SET */
  SlValue *row;      /* of INSERT and REMOVE: n_fields values, owned */
};

#define SL_TYPE_CHANGE_SET (sl_change_set_get_type ())
GType sl_change_set_get_type (void);
/* Building; only storage and tests append. A set that somebody else references is immutable. */
SlChangeSet *sl_change_set_new (void);
SlChangeSet *sl_change_set_ref (SlChangeSet *self);
void sl_change_set_unref (SlChangeSet *self);
void sl_change_set_append_insert (SlChangeSet *self, SlKindId kind, SlId id, const SlValue *row);
void sl_change_set_append_remove (SlChangeSet *self, SlKindId kind, SlId id, const SlValue *row);
void sl_change_set_append_set (SlChangeSet *self, SlKindId kind, SlId id, guint field,
                               const SlValue *old_value, const SlValue *new_value);
guint sl_change_set_length (const SlChangeSet *self);
const SlChange *sl_change_set_get (const SlChangeSet *self, guint index);
/* Reversed order, insert <-> remove, old <-> new. (transfer full) */
SlChangeSet *sl_change_set_invert (const SlChangeSet *self);
/* The shortest set with the same effect: no set that returns to the start, no insert that is
 * removed again. Keeps the order of what remains. (transfer full) */
SlChangeSet *sl_change_set_net (const SlChangeSet *self);
/* Whether any change is of @kind. */
gboolean sl_change_set_touches (const SlChangeSet *self, SlKindId kind);
/* One line a change with ids, for logs and tests. (transfer full) */
char *sl_change_set_to_text (const SlChangeSet *self);
/* One line a change with titles, for people: `~ goal “Cut delivery time” due: 2026-03-01 ->
 * 2026-04-01`, `+ goal “…”`, `- goal “…”`. @from and @to: the plan before and after. (transfer
 * full)
 */
char *sl_change_set_describe (const SlChangeSet *self, const SlSnapshot *from,
                              const SlSnapshot *to);
/* What turns @from into @to, by rows. (transfer full) */
SlChangeSet *sl_change_set_diff (const SlSnapshot *from, const SlSnapshot *to);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlChangeSet, sl_change_set_unref)

G_END_DECLS
