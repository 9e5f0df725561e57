/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows of a column sorted by the record that they name: one array of rows in which those of one
 * record stand side by side, and an index to where they begin. */

#include "config.h"

#include "model/sl-column-private.h"

/* @end: behind the last row of @value; @n: their number, 0 in an empty slot */
typedef struct
{
  gint64 value;
  guint end;
  guint n;
} Group;

struct _SlReferrers
{
  guint bits;
  Group *groups; /* open addressing with linear probing */
  guint *rows;
};

/* The group of @value, or the empty one where it would go. */
static Group *
find_group (const SlReferrers *self, gint64 value)
{
  guint mask = (1u << self->bits) - 1;
  guint slot
      = (guint)(((guint64)value * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)) >> (64 - self->bits));

  while (self->groups[slot].n != 0 && self->groups[slot].value != value)
    slot = (slot + 1) & mask;
  return &self->groups[slot];
}

SlReferrers *
sl_referrers_new (const SlCell *cells, guint n)
{
  SlReferrers *self = g_new (SlReferrers, 1);
  guint end = 0;

  self->bits = 3;
  while (((guint64)1 << self->bits) < (guint64)n + n / 2)
    self->bits++;
  self->groups = g_new0 (Group, (gsize)1 << self->bits);
  self->rows = g_new (guint, MAX (n, 1));
  for (guint row = 0; row < n; row++)
    {
      Group *group = find_group (self, cells[row].i);

      group->value = cells[row].i;
      group->n++;
    }
  for (gsize slot = 0; slot < (gsize)1 << self->bits; slot++)
    {
      self->groups[slot].end = end;
      end += self->groups[slot].n;
    }
  for (guint row = 0; row < n; row++)
    self->rows[find_group (self, cells[row].i)->end++] = row;
  return self;
}

void
sl_referrers_free (SlReferrers *self)
{
  g_free (self->groups);
  g_free (self->rows);
  g_free (self);
}

const guint *
sl_referrers_get (const SlReferrers *self, gint64 value, guint *n)
{
  const Group *group = find_group (self, value);

  *n = group->n;
  return &self->rows[group->end - group->n];
}
