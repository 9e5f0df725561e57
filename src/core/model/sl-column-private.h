/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What tables are made of: columns of 8-byte cells and an index from ids to rows. Both are counted
 * and copied before they are written to if anybody else holds them. */

#pragma once

#include "base/sl-value.h"

G_BEGIN_DECLS

typedef union
{
  gint64 i;
  double r;
  char *s; /* (nullable): a GRefString */
} SlCell;

typedef struct _SlReferrers SlReferrers;

typedef struct
{
  gatomicrefcount refs;
  SlValueType type;
  guint n;
  guint capacity;
  SlCell *cells;
  SlReferrers *referrers; /* (nullable): made when asked for, given up with the next write */
} SlColumn;

/* The cell of a null, or a new reference to what @value holds. */
SlCell sl_cell_from_value (SlValueType type, const SlValue *value);

/* @n nulls, and room for @capacity cells. (transfer full) */
SlColumn *sl_column_new (SlValueType type, guint n, guint capacity);
SlColumn *sl_column_ref (SlColumn *self);
void sl_column_unref (SlColumn *self);
/* Replaces a shared column by a copy. The three writers below want a writable one; they take over
 * the reference that @cell holds. */
void sl_column_make_writable (SlColumn **column);
void sl_column_append (SlColumn *self, SlCell cell);
void sl_column_set (SlColumn *self, guint row, SlCell cell);
/* The last cell takes the place of @row. */
void sl_column_swap_remove (SlColumn *self, guint row);
/* Rows of a column of SL_VALUE_INT that hold @value, in ascending order. Any thread may ask.
 * (transfer none) (array length=n): valid until the column is written to or freed */
const guint *sl_column_find_all (SlColumn *self, gint64 value, guint *n);

/* --- Rows by what they refer to (sl-referrers.c) --- */

/* (transfer full): rows of the @n @cells by their integers */
SlReferrers *sl_referrers_new (const SlCell *cells, guint n);
void sl_referrers_free (SlReferrers *self);
const guint *sl_referrers_get (const SlReferrers *self, gint64 value, guint *n);

/* Open addressing with linear probing; a slot holds row + 1, or 0. */
typedef struct
{
  gatomicrefcount refs;
  guint bits;
  guint32 *slots;
} SlIndex;

SlIndex *sl_index_new (void);
SlIndex *sl_index_ref (SlIndex *self);
void sl_index_unref (SlIndex *self);
/* Makes the index writable and large enough for @n rows. */
void sl_index_prepare (SlIndex **index, const SlColumn *ids, guint n);
/* The slot that holds @id, or the empty one where it would go. */
guint sl_index_slot (const SlIndex *self, const SlColumn *ids, gint64 id);
/* Empties @slot and closes the gap, so that no search ends too early. */
void sl_index_clear_slot (SlIndex *self, const SlColumn *ids, guint slot);

G_END_DECLS
