/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was deleted, from the history that undo keeps: each record that somebody deleted with all
 * that went with it. It only reads; restoring is a command like any other. */

#include "config.h"

#include "project/sl-project-private.h"

/* The removals of one step. */
typedef struct
{
  const SlChangeSet *changes;
  GHashTable *removed; /* id (in the change) -> SlChange */
} Step;

void
sl_deleted_free (SlDeleted *self)
{
  g_free (self->title);
  g_variant_unref (self->params);
  g_free (self);
}

static const SlChange *
find_removed (const Step *step, SlId id)
{
  return g_hash_table_lookup (step->removed, &id);
}

/* Whether a record goes when what its field names goes: what it belongs to, or stands below. */
static gboolean
holds (const SlKind *kind, guint field)
{
  return kind->fields[field].type == SL_REF
         && (kind->fields[field].flags & (SL_OWNER | SL_PARENT)) != 0;
}

/* What @change went with, or NULL. @nth: counts from 0 what it names of those */
static const SlChange *
find_holder (const Step *step, const SlChange *change, guint nth)
{
  const SlKind *kind = sl_kind (change->kind);

  for (guint f = 0; f < kind->n_fields; f++)
    {
      const SlChange *holder = NULL;

      if (holds (kind, f) && change->row[f].type == SL_VALUE_INT)
        holder = find_removed (step, change->row[f].i);
      if (holder != NULL && nth-- == 0)
        return holder;
    }
  return NULL;
}

static SlId
find_root (const Step *step, const SlChange *change)
{
  const SlChange *holder;

  while ((holder = find_holder (step, change, 0)) != NULL)
    change = holder;
  return change->id;
}

/* Whether @change comes back with @root. */
static gboolean
belongs_to (const Step *step, const SlChange *change, SlId root)
{
  const SlChange *holder;

  if (change->id == root)
    return TRUE;
  for (guint nth = 0; (holder = find_holder (step, change, nth)) != NULL; nth++)
    if (find_root (step, holder) == root)
      return TRUE;
  return FALSE;
}

static void
add_record (GVariantBuilder *records, const SlChange *change)
{
  const SlKind *kind = sl_kind (change->kind);
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  for (guint f = 0; f < kind->n_fields; f++)
    if (change->row[f].type != SL_VALUE_NULL)
      g_variant_builder_add (&fields, "{sv}", kind->fields[f].name,
                             sl_value_to_variant (&change->row[f]));
  g_variant_builder_add (records, "(sxa{sv})", kind->name, change->id, &fields);
}

/* Fields of others that named what went with @root. */
static void
add_references (GVariantBuilder *references, const Step *step, SlId root)
{
  for (guint i = 0; i < sl_change_set_length (step->changes); i++)
    {
      const SlChange *change = sl_change_set_get (step->changes, i);
      const SlField *field;
      const SlChange *target;

      if (change->op != SL_CHANGE_SET || change->old_value.type != SL_VALUE_INT
          || change->new_value.type != SL_VALUE_NULL)
        continue;
      field = &sl_kind (change->kind)->fields[change->field];
      target = field->type == SL_REF ? find_removed (step, change->old_value.i) : NULL;
      if (target != NULL && belongs_to (step, target, root))
        g_variant_builder_add (references, "(xsx)", change->id, field->name, change->old_value.i);
    }
}

static SlDeleted *
deleted_new (const Step *step, const SlChange *root, gint64 at_us)
{
  SlDeleted *self = g_new0 (SlDeleted, 1);
  const SlKind *kind = sl_kind (root->kind);
  GVariantBuilder records;
  GVariantBuilder references;

  self->kind = root->kind;
  self->id = root->id;
  self->title = g_strdup (root->row[kind->title_field].s);
  self->at_us = at_us;
  g_variant_builder_init (&records, G_VARIANT_TYPE ("a(sxa{sv})"));
  g_variant_builder_init (&references, G_VARIANT_TYPE ("a(xsx)"));
  add_record (&records, root);
  /* What went last comes back first: what others stand in. */
  for (guint i = sl_change_set_length (step->changes); i > 0; i--)
    {
      const SlChange *change = sl_change_set_get (step->changes, i - 1);

      if (change->op != SL_CHANGE_REMOVE || change == root || !belongs_to (step, change, root->id))
        continue;
      add_record (&records, change);
      self->n_more++;
    }
  add_references (&references, step, root->id);
  self->params = g_variant_ref_sink (g_variant_new ("(a(sxa{sv})a(xsx))", &records, &references));
  return self;
}

static gboolean
has_title (const SlChange *change)
{
  const SlKind *kind = sl_kind (change->kind);

  return kind->title_field >= 0 && change->row[kind->title_field].type == SL_VALUE_TEXT;
}

/* Appends what @changes deleted to @all, the last first. @known: set of ids that are listed */
static void
list_step (const SlSnapshot *plan, const SlChangeSet *changes, gint64 at_us, GHashTable *known,
           GPtrArray *all)
{
  g_autoptr (GHashTable) removed = g_hash_table_new (g_int64_hash, g_int64_equal);
  const Step step = { changes, removed };
  guint n = sl_change_set_length (changes);

  for (guint i = 0; i < n; i++)
    {
      const SlChange *change = sl_change_set_get (changes, i);

      if (change->op == SL_CHANGE_REMOVE)
        g_hash_table_insert (removed, (gpointer)&change->id, (gpointer)change);
    }
  for (guint i = n; i > 0; i--)
    {
      const SlChange *change = sl_change_set_get (changes, i - 1);

      if (change->op != SL_CHANGE_REMOVE || !has_title (change)
          || find_holder (&step, change, 0) != NULL
          || sl_snapshot_find (plan, change->id, NULL, NULL)
          || g_hash_table_contains (known, &change->id))
        continue;
      g_hash_table_add (known, g_memdup2 (&change->id, sizeof (SlId)));
      g_ptr_array_add (all, deleted_new (&step, change, at_us));
    }
}

GPtrArray *
sl_project_list_deleted (SlProject *self)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_deleted_free);
  g_autoptr (GHashTable) known = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  g_return_val_if_fail (SL_IS_PROJECT (self), all);

  if (self->journal == NULL)
    return all;
  known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  steps = sl_journal_list (self->journal);
  for (guint i = steps->len; i > 0; i--)
    {
      const SlJournalStep *step = g_ptr_array_index (steps, i - 1);
      g_autoptr (SlChangeSet) changes = NULL;
      g_autoptr (GError) error = NULL;

      if (step->undone || !sl_journal_has_removals (self->journal, step))
        continue;
      changes = sl_journal_read (self->journal, step, TRUE, &error);
      if (changes != NULL)
        list_step (sl_project_get_snapshot (self), changes, step->at_us, known, all);
      else
        g_debug ("A step of the history could not be read: %s", error->message);
    }
  return all;
}
