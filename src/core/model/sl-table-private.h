/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing side of the tables, for the store alone. A table that somebody else references is never
 * written to: the store asks for a writable one first. */

#pragma once

#include "model/sl-snapshot.h"

G_BEGIN_DECLS

/* --- Tables (sl-table.c) --- */

SlTable *sl_table_new (const SlKind *kind);
SlTable *sl_table_acquire (SlTable *self);
void sl_table_release (SlTable *self);
/* @self if nobody else references it; else a copy, and the caller's reference of @self is given
 * back. The copy shares the columns until they are written to. (transfer full) */
SlTable *sl_table_make_writable (SlTable *self);
/* @values: n_fields of the kind. @id is new to the table. */
void sl_table_insert (SlTable *self, SlId id, const SlValue *values);
void sl_table_set (SlTable *self, guint row, guint field, const SlValue *value);
/* The last row takes the place of @row. */
void sl_table_remove (SlTable *self, guint row);
/* (transfer full): n_fields values; free with sl_row_free(). */
SlValue *sl_table_copy_row (const SlTable *self, guint row);
/* Whether both tables hold the same memory for @field, so that no value can differ. */
gboolean sl_table_shares_column (const SlTable *a, const SlTable *b, guint field);
const SlKind *sl_table_kind (const SlTable *self);
/* See sl_snapshot_children(). */
const SlId *sl_table_children (const SlTable *self, SlId parent, guint *n);

SlValue *sl_row_copy (const SlValue *row, guint n_fields);
void sl_row_free (SlValue *row, guint n_fields);

/* --- Children of a tree, kept in order (sl-children.c) --- */

typedef struct _SlChildren SlChildren;

/* Built from the rows of @table. (transfer full) */
SlChildren *sl_children_new (const SlTable *table);
SlChildren *sl_children_ref (SlChildren *self);
void sl_children_unref (SlChildren *self);
gboolean sl_children_is_shared (const SlChildren *self);
/* The record of @row must stand in @table with the parent and rank that it is (was) sorted by. */
void sl_children_add (SlChildren *self, const SlTable *table, guint row);
void sl_children_remove (SlChildren *self, const SlTable *table, guint row);
const SlId *sl_children_get (const SlChildren *self, SlId parent, guint *n);

/* --- Snapshots (sl-snapshot.c) --- */

struct _SlSnapshot
{
  gatomicrefcount refs;
  SlTable *tables[SL_N_KINDS];
};

SlSnapshot *sl_snapshot_new_empty (void);
/* @self if nobody else references it, else a copy that shares all tables, and the caller's
 * reference of @self is given back. (transfer full) */
SlSnapshot *sl_snapshot_make_writable (SlSnapshot *self);

G_END_DECLS
