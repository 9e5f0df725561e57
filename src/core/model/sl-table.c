/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of one kind as typed columns of 8-byte cells. Ids, index and every column are counted
 * blocks of their own, so that a snapshot that somebody keeps costs the next edit one column and
 * not the table. A column that holds no value at all takes no memory. */

#include "config.h"

#include "model/sl-table-private.h"

#include <math.h>
#include <string.h>

#define CAPACITY_MIN 8

typedef union
{
  gint64 i;
  double r;
  char *s;
} Cell;

typedef struct
{
  gatomicrefcount refs;
  SlValueType type;
  guint n;
  guint capacity;
  Cell *cells;
} Column;

/* Open addressing with linear probing; a slot holds row + 1, or 0. */
typedef struct
{
  gatomicrefcount refs;
  guint bits;
  guint32 *slots;
} Index;

struct _SlTable
{
  gatomicrefcount refs;
  const SlKind *kind;
  Column *ids;
  Index *index;
  GMutex lock;          /* of making children */
  SlChildren *children; /* (nullable): made when asked for */
  Column *columns[];    /* (nullable): no value in any row */
};

/* --- Columns --- */

static Cell
null_cell (SlValueType type)
{
  Cell cell;

  if (type == SL_VALUE_TEXT)
    cell.s = NULL;
  else if (type == SL_VALUE_REAL)
    cell.r = (double)NAN;
  else
    cell.i = SL_INT_NULL;
  return cell;
}

static Cell
cell_from_value (SlValueType type, const SlValue *value)
{
  Cell cell = null_cell (type);

  if (value->type == SL_VALUE_TEXT)
    cell.s = g_ref_string_acquire (value->s);
  else if (value->type == SL_VALUE_REAL)
    cell.r = value->r;
  else if (value->type == SL_VALUE_INT)
    cell.i = value->i;
  return cell;
}

static Column *
column_new (SlValueType type, guint n, guint capacity)
{
  Column *self = g_new (Column, 1);

  g_atomic_ref_count_init (&self->refs);
  self->type = type;
  self->n = n;
  self->capacity = MAX (capacity, CAPACITY_MIN);
  self->cells = g_new (Cell, self->capacity);
  for (guint i = 0; i < n; i++)
    self->cells[i] = null_cell (type);
  return self;
}

static Column *
column_ref (Column *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

static void
column_unref (Column *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; self->type == SL_VALUE_TEXT && i < self->n; i++)
    if (self->cells[i].s != NULL)
      g_ref_string_release (self->cells[i].s);
  g_free (self->cells);
  g_free (self);
}

static void
column_make_writable (Column **column)
{
  Column *shared = *column;

  if (g_atomic_ref_count_compare (&shared->refs, 1))
    return;
  *column = column_new (shared->type, 0, shared->capacity);
  (*column)->n = shared->n;
  memcpy ((*column)->cells, shared->cells, shared->n * sizeof (Cell));
  for (guint i = 0; shared->type == SL_VALUE_TEXT && i < shared->n; i++)
    if (shared->cells[i].s != NULL)
      g_ref_string_acquire (shared->cells[i].s);
  column_unref (shared);
}

static void
column_append (Column *self, Cell cell)
{
  if (self->n == self->capacity)
    {
      /* By half: a plan that has stopped growing wastes a fifth at most on the average. */
      self->capacity += self->capacity / 2;
      self->cells = g_renew (Cell, self->cells, self->capacity);
    }
  self->cells[self->n++] = cell;
}

static void
column_set (Column *self, guint row, Cell cell)
{
  if (self->type == SL_VALUE_TEXT && self->cells[row].s != NULL)
    g_ref_string_release (self->cells[row].s);
  self->cells[row] = cell;
}

static void
column_swap_remove (Column *self, guint row)
{
  column_set (self, row, null_cell (self->type));
  self->cells[row] = self->cells[--self->n];
}

/* --- Index --- */

static Index *
index_new (guint bits)
{
  Index *self = g_new (Index, 1);

  g_atomic_ref_count_init (&self->refs);
  self->bits = bits;
  self->slots = g_new0 (guint32, (gsize)1 << bits);
  return self;
}

static void
index_unref (Index *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->slots);
  g_free (self);
}

static guint
index_home (const Index *self, SlId id)
{
  return (guint)(((guint64)id * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - self->bits));
}

/* The slot that holds @id, or the empty one where it would go. */
static guint
index_slot (const Index *self, const Column *ids, SlId id)
{
  guint mask = (1u << self->bits) - 1;
  guint slot = index_home (self, id);

  while (self->slots[slot] != 0 && ids->cells[self->slots[slot] - 1].i != id)
    slot = (slot + 1) & mask;
  return slot;
}

/* Makes the index writable and large enough for @n rows. */
static void
index_prepare (Index **index, const Column *ids, guint n)
{
  Index *old = *index;
  guint bits = old->bits;

  while ((guint64)n * 3 > ((guint64)2 << bits))
    bits++;
  if (bits == old->bits && g_atomic_ref_count_compare (&old->refs, 1))
    return;
  *index = index_new (bits);
  if (bits == old->bits)
    memcpy ((*index)->slots, old->slots, sizeof (guint32) << bits);
  else
    for (guint row = 0; row < ids->n; row++)
      (*index)->slots[index_slot (*index, ids, ids->cells[row].i)] = row + 1;
  index_unref (old);
}

/* Empties @slot and closes the gap, so that no search ends too early. */
static void
index_clear_slot (Index *self, const Column *ids, guint slot)
{
  guint mask = (1u << self->bits) - 1;
  guint gap = slot;

  for (guint next = (gap + 1) & mask; self->slots[next] != 0; next = (next + 1) & mask)
    {
      guint home = index_home (self, ids->cells[self->slots[next] - 1].i);

      if (((next - home) & mask) >= ((next - gap) & mask))
        {
          self->slots[gap] = self->slots[next];
          gap = next;
        }
    }
  self->slots[gap] = 0;
}

/* --- Life --- */

SlTable *
sl_table_new (const SlKind *kind)
{
  SlTable *self = g_malloc0 (sizeof (SlTable) + kind->n_fields * sizeof (Column *));

  g_atomic_ref_count_init (&self->refs);
  self->kind = kind;
  g_mutex_init (&self->lock);
  self->ids = column_new (SL_VALUE_INT, 0, 0);
  self->index = index_new (4);
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
    g_clear_pointer (&self->columns[i], column_unref);
  column_unref (self->ids);
  index_unref (self->index);
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
  copy = g_malloc0 (sizeof (SlTable) + self->kind->n_fields * sizeof (Column *));
  g_atomic_ref_count_init (&copy->refs);
  copy->kind = self->kind;
  g_mutex_init (&copy->lock);
  copy->ids = column_ref (self->ids);
  g_atomic_ref_count_inc (&self->index->refs);
  copy->index = self->index;
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->columns[i] != NULL)
      copy->columns[i] = column_ref (self->columns[i]);
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
  index_prepare (&self->index, self->ids, row + 1);
  column_make_writable (&self->ids);
  column_append (self->ids, (Cell){ .i = id });
  self->index->slots[index_slot (self->index, self->ids, id)] = row + 1;
  for (guint i = 0; i < self->kind->n_fields; i++)
    {
      SlValueType type = sl_field_value_type (&self->kind->fields[i]);

      if (self->columns[i] == NULL && values[i].type == SL_VALUE_NULL)
        continue;
      if (self->columns[i] == NULL)
        self->columns[i] = column_new (type, row, self->ids->capacity);
      column_make_writable (&self->columns[i]);
      column_append (self->columns[i], cell_from_value (type, &values[i]));
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
    self->columns[field] = column_new (type, self->ids->n, self->ids->capacity);
  if (self->columns[field] != NULL)
    {
      column_make_writable (&self->columns[field]);
      column_set (self->columns[field], row, cell_from_value (type, value));
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
  index_prepare (&self->index, self->ids, self->ids->n);
  index_clear_slot (self->index, self->ids,
                    index_slot (self->index, self->ids, self->ids->cells[row].i));
  if (row != last)
    self->index->slots[index_slot (self->index, self->ids, self->ids->cells[last].i)] = row + 1;
  column_make_writable (&self->ids);
  column_swap_remove (self->ids, row);
  for (guint i = 0; i < self->kind->n_fields; i++)
    if (self->columns[i] != NULL)
      {
        column_make_writable (&self->columns[i]);
        column_swap_remove (self->columns[i], row);
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
  guint32 found = self->index->slots[index_slot (self->index, self->ids, id)];

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
  const Column *column = self->columns[field];

  return column != NULL ? column->cells[row].i : SL_INT_NULL;
}

SlId
sl_table_ref (const SlTable *self, guint row, guint field)
{
  gint64 i = sl_table_int (self, row, field);

  return i != SL_INT_NULL ? i : SL_ID_NONE;
}

double
sl_table_real (const SlTable *self, guint row, guint field)
{
  const Column *column = self->columns[field];

  return column != NULL ? column->cells[row].r : (double)NAN;
}

const char *
sl_table_text (const SlTable *self, guint row, guint field)
{
  const Column *column = self->columns[field];

  return column != NULL ? column->cells[row].s : NULL;
}

SlValue
sl_table_value (const SlTable *self, guint row, guint field)
{
  const Column *column = self->columns[field];
  SlValue value = SL_VALUE_INIT;
  Cell cell;

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
  const Column *column = self->columns[field];

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
