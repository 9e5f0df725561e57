/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Columns and indexes of tables. They know nothing of kinds and fields. */

#include "config.h"

#include "model/sl-column-private.h"

#include <math.h>
#include <string.h>

#define CAPACITY_MIN 8
#define INDEX_BITS_MIN 4

/* --- Columns --- */

static SlCell
null_cell (SlValueType type)
{
  SlCell cell;

  if (type == SL_VALUE_TEXT)
    cell.s = NULL;
  else if (type == SL_VALUE_REAL)
    cell.r = (double)NAN;
  else
    cell.i = SL_INT_NULL;
  return cell;
}

SlCell
sl_cell_from_value (SlValueType type, const SlValue *value)
{
  SlCell cell = null_cell (type);

  if (value->type == SL_VALUE_TEXT)
    cell.s = g_ref_string_acquire (value->s);
  else if (value->type == SL_VALUE_REAL)
    cell.r = value->r;
  else if (value->type == SL_VALUE_INT)
    cell.i = value->i;
  return cell;
}

SlColumn *
sl_column_new (SlValueType type, guint n, guint capacity)
{
  SlColumn *self = g_new (SlColumn, 1);

  g_atomic_ref_count_init (&self->refs);
  self->type = type;
  self->n = n;
  self->referrers = NULL;
  self->capacity = MAX (capacity, CAPACITY_MIN);
  self->cells = g_new (SlCell, self->capacity);
  for (guint i = 0; i < n; i++)
    self->cells[i] = null_cell (type);
  return self;
}

SlColumn *
sl_column_ref (SlColumn *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sl_column_unref (SlColumn *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; self->type == SL_VALUE_TEXT && i < self->n; i++)
    if (self->cells[i].s != NULL)
      g_ref_string_release (self->cells[i].s);
  g_clear_pointer (&self->referrers, sl_referrers_free);
  g_free (self->cells);
  g_free (self);
}

void
sl_column_make_writable (SlColumn **column)
{
  SlColumn *shared = *column;

  if (g_atomic_ref_count_compare (&shared->refs, 1))
    return;
  *column = sl_column_new (shared->type, 0, shared->capacity);
  (*column)->n = shared->n;
  memcpy ((*column)->cells, shared->cells, shared->n * sizeof (SlCell));
  for (guint i = 0; shared->type == SL_VALUE_TEXT && i < shared->n; i++)
    if (shared->cells[i].s != NULL)
      g_ref_string_acquire (shared->cells[i].s);
  sl_column_unref (shared);
}

void
sl_column_append (SlColumn *self, SlCell cell)
{
  g_clear_pointer (&self->referrers, sl_referrers_free);
  if (self->n == self->capacity)
    {
      /* By half: a plan that has stopped growing wastes a fifth at most on the average. */
      self->capacity += self->capacity / 2;
      self->cells = g_renew (SlCell, self->cells, self->capacity);
    }
  self->cells[self->n++] = cell;
}

void
sl_column_set (SlColumn *self, guint row, SlCell cell)
{
  g_clear_pointer (&self->referrers, sl_referrers_free);
  if (self->type == SL_VALUE_TEXT && self->cells[row].s != NULL)
    g_ref_string_release (self->cells[row].s);
  self->cells[row] = cell;
}

void
sl_column_swap_remove (SlColumn *self, guint row)
{
  sl_column_set (self, row, null_cell (self->type));
  self->cells[row] = self->cells[--self->n];
}

const guint *
sl_column_find_all (SlColumn *self, gint64 value, guint *n)
{
  SlReferrers *referrers = g_atomic_pointer_get (&self->referrers);

  if (referrers == NULL)
    {
      SlReferrers *made = sl_referrers_new (self->cells, self->n);

      /* Two threads may make them at the same time: the first one's are kept. */
      if (!g_atomic_pointer_compare_and_exchange (&self->referrers, NULL, made))
        sl_referrers_free (made);
      referrers = g_atomic_pointer_get (&self->referrers);
    }
  return sl_referrers_get (referrers, value, n);
}

/* --- Index --- */

static SlIndex *
index_with_bits (guint bits)
{
  SlIndex *self = g_new (SlIndex, 1);

  g_atomic_ref_count_init (&self->refs);
  self->bits = bits;
  self->slots = g_new0 (guint32, (gsize)1 << bits);
  return self;
}

SlIndex *
sl_index_new (void)
{
  return index_with_bits (INDEX_BITS_MIN);
}

SlIndex *
sl_index_ref (SlIndex *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sl_index_unref (SlIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_free (self->slots);
  g_free (self);
}

static guint
index_home (const SlIndex *self, SlId id)
{
  return (guint)(((guint64)id * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - self->bits));
}

guint
sl_index_slot (const SlIndex *self, const SlColumn *ids, SlId id)
{
  guint mask = (1u << self->bits) - 1;
  guint slot = index_home (self, id);

  while (self->slots[slot] != 0 && ids->cells[self->slots[slot] - 1].i != id)
    slot = (slot + 1) & mask;
  return slot;
}

void
sl_index_prepare (SlIndex **index, const SlColumn *ids, guint n)
{
  SlIndex *old = *index;
  guint bits = old->bits;

  while ((guint64)n * 3 > ((guint64)2 << bits))
    bits++;
  if (bits == old->bits && g_atomic_ref_count_compare (&old->refs, 1))
    return;
  *index = index_with_bits (bits);
  if (bits == old->bits)
    memcpy ((*index)->slots, old->slots, sizeof (guint32) << bits);
  else
    for (guint row = 0; row < ids->n; row++)
      (*index)->slots[sl_index_slot (*index, ids, ids->cells[row].i)] = row + 1;
  sl_index_unref (old);
}

void
sl_index_clear_slot (SlIndex *self, const SlColumn *ids, guint slot)
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
