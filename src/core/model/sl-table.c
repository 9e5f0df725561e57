/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of one kind as typed columns of 8-byte cells. Ids, index and every column are counted
 * blocks of their own, so that a snapshot that somebody keeps costs the next edit one column and
 * not the table. A column that holds no value at all takes no memory. */

#include "config.h"

#include "model/sl-column-private.h"
#include "model/sl-table-private.h"

#include <math.h>

struct _SlTable
{
  gatomicrefcount refs;
  const SlKind *kind;
  SlColumn *ids;
  SlIndex *index;
  GMutex lock;          /* of making children */
  SlChildren *children; /* (nullable): made when asked for */
  SlColumn *columns[];  /* (nullable): no value in any row */
};

/* --- Life --- */

SlTable *
sl_table_new (const SlKind *kind)
{
  SlTable *self = g_malloc0 (sizeof (SlTable) + kind->n_fields * sizeof (SlColumn *));

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  g_mutex_init (&self->lock);
  self->ids = sl_column_new (SL_VALUE_INT, 0, 0);
  self->index = sl_index_new ();
  return self;
}

SlTable *
sl_table_acquire (SlTable *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sl_table_release (SlTable *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < self->kind->n_fields; i++)
    g_clear_pointer (&self->columns[i], sl_column_unref);
  sl_column_unref (self->ids);
  sl_index_unref (self->index);
  g_clear_pointer (&self->children, sl_children_unref);
  g_mutex_clear (&self->lock);
  g_free (self);
}

SlTable *
sl_table_make_writable (SlTable *self)
{
  SlTable *copy;

  if (g_atomic_ref_count_compare (&self->refs, 1))
    return self;
  copy = g_malloc0 (sizeof (SlTable) + self->kind->n_fields * sizeof (SlColumn *));
  g_atomic_ref_count_init (&copy->refs);
  copy->kind = self->kind;
  g_mutex_init (&copy->lock);
  copy->ids = sl_column_ref (self->ids);
  copy->index = sl_index_ref (self->index);
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->columns[i] != NULL)
      copy->columns[i] = sl_column_ref (self->columns[i]);
  g_mutex_lock (&self->lock);
  if (self->children != NULL)
    copy->children = sl_children_ref (self->children);
  g_mutex_unlock (&self->lock);
  sl_table_release (self);
  return copy;
}

/* --- Writing --- */

/* Children that another table shows too are given up; they are made again when asked for. */
static gboolean
can_update_children (SlTable *self)
{
  if (self->children != NULL && sl_children_is_shared (self->children))
    g_clear_pointer (&self->children, sl_children_unref);
  return self->children != NULL;
}

void
sl_table_insert (SlTable *self, SlId id, const SlValue *values)
{
  guint row = self->ids->n;

  g_assert (g_atomic_ref_count_compare (&self->refs, 1));
  sl_index_prepare (&self->index, self->ids, row + 1);
  sl_column_make_writable (&self->ids);
  sl_column_append (self->ids, (SlCell){ .i = id });
  self->index->slots[sl_index_slot (self->index, self->ids, id)] = row + 1;
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      SlValueType type = sl_field_value_type (&self->kind->fields[i]);

      if (self->columns[i] == NULL && values[i].type == SL_VALUE_NULL)
        continue;
      if (self->columns[i] == NULL)
        self->columns[i] = sl_column_new (type, row, self->ids->capacity);
      sl_column_make_writable (&self->columns[i]);
      sl_column_append (self->columns[i], sl_cell_from_value (type, &values[i]));
    }
  if (can_update_children (self))
    sl_children_add (self->children, self, row);
}

void
sl_table_set (SlTable *self, guint row, guint field, const SlValue *value)
{
  SlValueType type = sl_field_value_type (&self->kind->fields[field]);
  gboolean moves = ((int)field == self->kind->parent_field || (int)field == self->kind->rank_field)
                   && can_update_children (self);

  g_assert (g_atomic_ref_count_compare (&self->refs, 1));
  if (moves)
    sl_children_remove (self->children, self, row);
  if (self->columns[field] == NULL && value->type != SL_VALUE_NULL)
    self->columns[field] = sl_column_new (type, self->ids->n, self->ids->capacity);
  if (self->columns[field] != NULL)
    {
      sl_column_make_writable (&self->columns[field]);
      sl_column_set (self->columns[field], row, sl_cell_from_value (type, value));
    }
  if (moves)
    sl_children_add (self->children, self, row);
}

void
sl_table_remove (SlTable *self, guint row)
{
  guint last = self->ids->n - 1;

  g_assert (g_atomic_ref_count_compare (&self->refs, 1));
  if (can_update_children (self))
    sl_children_remove (self->children, self, row);
  sl_index_prepare (&self->index, self->ids, self->ids->n);
  sl_index_clear_slot (self->index, self->ids,
                       sl_index_slot (self->index, self->ids, self->ids->cells[row].i));
  if (row != last)
    self->index->slots[sl_index_slot (self->index, self->ids, self->ids->cells[last].i)] = row + 1;
  sl_column_make_writable (&self->ids);
  sl_column_swap_remove (self->ids, row);
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->columns[i] != NULL)
      {
        sl_column_make_writable (&self->columns[i]);
        sl_column_swap_remove (self->columns[i], row);
      }
}

/* --- Reading --- */

const SlKind *
sl_table_kind (const SlTable *self)
{
  return self->kind;
}

guint
sl_table_n_rows (const SlTable *self)
{
  return self->ids->n;
}

gboolean
sl_table_find (const SlTable *self, SlId id, guint *row)
{
  guint32 found = self->index->slots[sl_index_slot (self->index, self->ids, id)];

  if (found != 0 && row != NULL)
    *row = found - 1;
  return found != 0;
}

SlId
sl_table_id (const SlTable *self, guint row)
{
  return self->ids->cells[row].i;
}

gint64
sl_table_int (const SlTable *self, guint row, guint field)
{
  const SlColumn *column = self->columns[field];

  return column != NULL ? column->cells[row].i : SL_INT_NULL;
}

SlId
sl_table_ref (const SlTable *self, guint row, guint field)
{
  gint64 i = sl_table_int (self, row, field);

  return i != SL_INT_NULL ? i : SL_ID_NONE;
}

const guint *
sl_table_referrers (const SlTable *self, guint field, SlId id, guint *n)
{
  *n = 0;
  g_return_val_if_fail (self->kind->fields[field].type == SL_REF, NULL);

  return self->columns[field] != NULL ? sl_column_find_all (self->columns[field], id, n) : NULL;
}

double
sl_table_real (const SlTable *self, guint row, guint field)
{
  const SlColumn *column = self->columns[field];

  return column != NULL ? column->cells[row].r : (double)NAN;
}

const char *
sl_table_text (const SlTable *self, guint row, guint field)
{
  const SlColumn *column = self->columns[field];

  return column != NULL ? column->cells[row].s : NULL;
}

SlValue
sl_table_value (const SlTable *self, guint row, guint field)
{
  const SlColumn *column = self->columns[field];
  SlValue value = SL_VALUE_INIT;
  SlCell cell;

  if (column == NULL)
    return value;
  cell = column->cells[row];
  if (column->type == SL_VALUE_TEXT && cell.s != NULL)
    value = (SlValue){ .type = SL_VALUE_TEXT, .s = g_ref_string_acquire (cell.s) };
  else if (column->type == SL_VALUE_REAL && !isnan (cell.r))
    value = sl_value_real (cell.r);
  else if (column->type == SL_VALUE_INT && cell.i != SL_INT_NULL)
    value = sl_value_int (cell.i);
  return value;
}

gboolean
sl_table_is_set (const SlTable *self, guint row, guint field)
{
  const SlColumn *column = self->columns[field];

  if (column == NULL)
    return FALSE;
  if (column->type == SL_VALUE_TEXT)
    return column->cells[row].s != NULL;
  if (column->type == SL_VALUE_REAL)
    return !isnan (column->cells[row].r);
  return column->cells[row].i != SL_INT_NULL;
}

gboolean
sl_table_shares_column (const SlTable *a, const SlTable *b, guint field)
{
  return a->ids == b->ids && a->columns[field] == b->columns[field];
}

const SlId *
sl_table_children (const SlTable *self, SlId parent, guint *n)
{
  SlTable *table = (SlTable *)self;
  SlChildren *children = g_atomic_pointer_get (&table->children);

  /* Any thread may be the first to ask. */
  if (children == NULL)
    {
      g_mutex_lock (&table->lock);
      if (table->children == NULL)
        g_atomic_pointer_set (&table->children, sl_children_new (self));
      children = table->children;
      g_mutex_unlock (&table->lock);
    }
  return sl_children_get (children, parent, n);
}

/* --- Rows --- */

SlValue *
sl_table_copy_row (const SlTable *self, guint row)
{
  SlValue *values = g_new (SlValue, self->kind->n_fields);

  for (guint i = 0; i < self->kind->n_fields; i++)
    values[i] = sl_table_value (self, row, i);
  return values;
}

SlValue *
sl_row_copy (const SlValue *row, guint n_fields)
{
  SlValue *copy = g_new (SlValue, n_fields);

  for (guint i = 0; i < n_fields; i++)
    copy[i] = sl_value_copy (&row[i]);
  return copy;
}

void
sl_row_free (SlValue *row, guint n_fields)
{
  if (row == NULL)
    return;
  for (guint i = 0; i < n_fields; i++)
    sl_value_clear (&row[i]);
  g_free (row);
}
