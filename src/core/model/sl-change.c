/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ordered list of what a transaction did. Kept in full while it is recorded; net() reduces it
 * when somebody needs the effect and not the story. */

#include "config.h"

#include "model/sl-change.h"

#include "model/sl-table-private.h"

struct _SlChangeSet
{
  gatomicrefcount refs;
  GArray *changes; /* of SlChange */
};

/* By hand: G_DEFINE_BOXED_TYPE converts to a union in a way that -Wpedantic refuses. */
GType
sl_change_set_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type, g_boxed_type_register_static ("SlChangeSet",
                                                            (GBoxedCopyFunc)sl_change_set_ref,
                                                            (GBoxedFreeFunc)sl_change_set_unref));
  return type;
}

static void
clear_change (gpointer data)
{
  SlChange *change = data;

  sl_value_clear (&change->old_value);
  sl_value_clear (&change->new_value);
  sl_row_free (change->row, sl_kind (change->kind)->n_fields);
}

SlChangeSet *
sl_change_set_new (void)
{
  SlChangeSet *self = g_new (SlChangeSet, 1);

  g_atomic_ref_count_init (&self->refs);
  self->changes = g_array_new (FALSE, FALSE, sizeof (SlChange));
  g_array_set_clear_func (self->changes, clear_change);
  return self;
}

SlChangeSet *
sl_change_set_ref (SlChangeSet *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sl_change_set_unref (SlChangeSet *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->changes);
  g_free (self);
}

static void
append_row (SlChangeSet *self, SlChangeOp op, SlKindId kind, SlId id, const SlValue *row)
{
  SlChange change = { .op = op, .kind = kind, .id = id };

  g_return_if_fail (g_atomic_ref_count_compare (&self->refs, 1));

  change.row = sl_row_copy (row, sl_kind (kind)->n_fields);
  g_array_append_val (self->changes, change);
}

void
sl_change_set_append_insert (SlChangeSet *self, SlKindId kind, SlId id, const SlValue *row)
{
  append_row (self, SL_CHANGE_INSERT, kind, id, row);
}

void
sl_change_set_append_remove (SlChangeSet *self, SlKindId kind, SlId id, const SlValue *row)
{
  append_row (self, SL_CHANGE_REMOVE, kind, id, row);
}

void
sl_change_set_append_set (SlChangeSet *self, SlKindId kind, SlId id, guint field,
                          const SlValue *old_value, const SlValue *new_value)
{
  SlChange change = { .op = SL_CHANGE_SET, .kind = kind, .id = id, .field = field };

  g_return_if_fail (g_atomic_ref_count_compare (&self->refs, 1));

  change.old_value = sl_value_copy (old_value);
  change.new_value = sl_value_copy (new_value);
  g_array_append_val (self->changes, change);
}

guint
sl_change_set_length (const SlChangeSet *self)
{
  return self->changes->len;
}

const SlChange *
sl_change_set_get (const SlChangeSet *self, guint index)
{
  g_return_val_if_fail (index < self->changes->len, NULL);

  return &g_array_index (self->changes, SlChange, index);
}

gboolean
sl_change_set_touches (const SlChangeSet *self, SlKindId kind)
{
  for (guint i = 0; i < self->changes->len; i++)
    if (sl_change_set_get (self, i)->kind == kind)
      return TRUE;
  return FALSE;
}

SlChangeSet *
sl_change_set_invert (const SlChangeSet *self)
{
  SlChangeSet *inverse = sl_change_set_new ();

  for (guint i = self->changes->len; i > 0; i--)
    {
      const SlChange *c = sl_change_set_get (self, i - 1);

      if (c->op == SL_CHANGE_INSERT)
        sl_change_set_append_remove (inverse, c->kind, c->id, c->row);
      else if (c->op == SL_CHANGE_REMOVE)
        sl_change_set_append_insert (inverse, c->kind, c->id, c->row);
      else
        sl_change_set_append_set (inverse, c->kind, c->id, c->field, &c->new_value, &c->old_value);
    }
  return inverse;
}

/* --- Net effect --- */

/* One bit for each field of a kind. */
typedef guint64 FieldMask;

#define FIELD_BIT(field) (G_GUINT64_CONSTANT (1) << (field))
#define ALL_FIELDS G_MAXUINT64

/* What is known of one record that a change set names. */
typedef struct
{
  SlId id;
  SlKindId kind;
  const SlChange *first;
  gboolean existed;        /* at the start */
  gboolean exists;         /* at the end */
  SlValue *before;         /* (nullable): values at the start, of the fields in known */
  SlValue *after;          /* (nullable): values at the end; NULL: as inserted */
  const SlValue *inserted; /* (nullable): the row of its last insert */
  FieldMask known;
  FieldMask emitted; /* what the net set has already */
} Fate;

static void
fate_free (gpointer data)
{
  Fate *fate = data;

  sl_row_free (fate->before, sl_kind (fate->kind)->n_fields);
  sl_row_free (fate->after, sl_kind (fate->kind)->n_fields);
  g_free (fate);
}

static void
replace_value (SlValue *slot, const SlValue *value)
{
  SlValue copy = sl_value_copy (value);

  sl_value_clear (slot);
  *slot = copy;
}

static Fate *
ensure_fate (GHashTable *fates, const SlChange *c)
{
  Fate *fate = g_hash_table_lookup (fates, &c->id);

  if (fate != NULL)
    return fate;
  g_assert (sl_kind (c->kind)->n_fields <= 64);
  fate = g_new0 (Fate, 1);
  fate->id = c->id;
  fate->kind = c->kind;
  fate->first = c;
  fate->existed = c->op != SL_CHANGE_INSERT;
  fate->exists = fate->existed;
  if (fate->existed)
    fate->before = g_new0 (SlValue, sl_kind (c->kind)->n_fields);
  g_hash_table_insert (fates, &fate->id, fate);
  return fate;
}

static void
follow_insert (Fate *fate, const SlChange *c)
{
  sl_row_free (fate->after, sl_kind (c->kind)->n_fields);
  fate->after = NULL;
  fate->inserted = c->row;
  fate->exists = TRUE;
}

/* The first time that a record goes that existed from the start, its row tells what it was then,
 * but for what sets changed before. */
static void
follow_remove (Fate *fate, const SlChange *c)
{
  for (guint i = 0; fate->existed && i < sl_kind (c->kind)->n_fields; i++)
    if (!(fate->known & FIELD_BIT (i)))
      replace_value (&fate->before[i], &c->row[i]);
  fate->known = ALL_FIELDS;
  fate->exists = FALSE;
}

static void
follow_set (Fate *fate, const SlChange *c)
{
  guint n_fields = sl_kind (c->kind)->n_fields;

  if (fate->existed && !(fate->known & FIELD_BIT (c->field)))
    replace_value (&fate->before[c->field], &c->old_value);
  fate->known |= FIELD_BIT (c->field);
  if (fate->after == NULL)
    fate->after = fate->inserted != NULL ? sl_row_copy (fate->inserted, n_fields)
                                         : g_new0 (SlValue, n_fields);
  replace_value (&fate->after[c->field], &c->new_value);
}

static void
follow_change (Fate *fate, const SlChange *c)
{
  if (c->op == SL_CHANGE_INSERT)
    follow_insert (fate, c);
  else if (c->op == SL_CHANGE_REMOVE)
    follow_remove (fate, c);
  else
    follow_set (fate, c);
}

static const SlValue *
row_at_end (const Fate *fate)
{
  return fate->after != NULL ? fate->after : fate->inserted;
}

static void
emit_set (SlChangeSet *net, Fate *fate, guint field)
{
  const SlValue *after = row_at_end (fate);

  if (!(fate->emitted & FIELD_BIT (field)) && (fate->known & FIELD_BIT (field))
      && !sl_value_equal (&fate->before[field], &after[field]))
    sl_change_set_append_set (net, fate->kind, fate->id, field, &fate->before[field],
                              &after[field]);
  fate->emitted |= FIELD_BIT (field);
}

/* Called from the last change to the first. Inserts stand where the record first appeared; removes
 * and sets where the record last went and the field was last set, so that what they name exists
 * and what named them is gone. */
static void
emit_fate (SlChangeSet *net, Fate *fate, const SlChange *c)
{
  if (fate->existed && fate->exists && c->op == SL_CHANGE_SET)
    emit_set (net, fate, c->field);
  else if (fate->existed && fate->exists && c->op == SL_CHANGE_INSERT)
    for (guint i = 0; i < sl_kind (c->kind)->n_fields; i++)
      emit_set (net, fate, i);
  else if (!fate->existed && fate->exists && c == fate->first)
    sl_change_set_append_insert (net, fate->kind, fate->id, row_at_end (fate));
  else if (fate->existed && !fate->exists && fate->emitted == 0)
    {
      sl_change_set_append_remove (net, fate->kind, fate->id, fate->before);
      fate->emitted = ALL_FIELDS;
    }
}

static void
reverse (GArray *changes)
{
  for (guint i = 0, j = changes->len; i + 1 < j; i++, j--)
    {
      SlChange swapped = g_array_index (changes, SlChange, i);

      g_array_index (changes, SlChange, i) = g_array_index (changes, SlChange, j - 1);
      g_array_index (changes, SlChange, j - 1) = swapped;
    }
}

SlChangeSet *
sl_change_set_net (const SlChangeSet *self)
{
  SlChangeSet *net = sl_change_set_new ();
  g_autoptr (GHashTable) fates
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, fate_free);

  for (guint i = 0; i < self->changes->len; i++)
    {
      const SlChange *c = sl_change_set_get (self, i);

      follow_change (ensure_fate (fates, c), c);
    }
  for (guint i = self->changes->len; i > 0; i--)
    {
      const SlChange *c = sl_change_set_get (self, i - 1);

      emit_fate (net, g_hash_table_lookup (fates, &c->id), c);
    }
  reverse (net->changes);
  return net;
}
