/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes what commands have in common: values from parameters, relations by their keys, parties by
 * their names. */

#include "config.h"

#include "command/sl-command-private.h"

#include "base/sl-error.h"
#include "base/sl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Text for a field that holds none: as files write its values. Takes @value. */
static gboolean
parse_text (const SlField *field, SlValue *value, GError **error)
{
  g_auto (SlValue) text = *value;
  *value = (SlValue)SL_VALUE_INIT;
  return *text.s == '\0' || sl_field_parse (field, text.s, value, error);
}

gboolean
sl_cmd_read_value (const SlField *field, GVariant *variant, SlValue *value, GError **error)
{
  SlValueType want = sl_field_value_type (field);
  if (!sl_value_from_variant (variant, value))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” takes no value of type %s."),
                   _ (field->nick), g_variant_get_type_string (variant));
      return FALSE;
    }
  if (value->type == SL_VALUE_INT && want == SL_VALUE_REAL)
    *value = sl_value_real ((double)value->i);
  if (value->type != SL_VALUE_TEXT)
    return TRUE;
  if (want != SL_VALUE_TEXT)
    return parse_text (field, value, error);
  g_autofree char *clean = sl_field_clean_text (field, value->s);
  sl_value_clear (value);
  if (*clean != '\0' || (field->flags & SL_REQUIRED))
    *value = sl_value_text (clean);
  return TRUE;
}

int
sl_cmd_field (SlKindId kind, const char *name, GError **error)
{
  int field = sl_kind_field (sl_kind (kind), name);
  if (field < 0)
    {
      g_autofree char *quoted = sl_text_shorten (name, 40);
      /* Translators: kind of record, name of a field */
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("A record (%s) has no field “%s”."),
                   _ (sl_kind (kind)->nick), quoted);
    }
  return field;
}

void
sl_cmd_row_init (SlCmdRow *row, SlKindId kind)
{
  row->kind = sl_kind (kind);
  row->values = g_new0 (SlValue, row->kind->n_fields);
}

void
sl_cmd_row_clear (SlCmdRow *row)
{
  for (guint i = 0; row->values != NULL && i < row->kind->n_fields; i++)
    sl_value_clear (&row->values[i]);
  g_clear_pointer (&row->values, g_free);
}

static void
row_set (SlCmdRow *row, guint field, SlValue value)
{
  sl_value_clear (&row->values[field]);
  row->values[field] = value;
}

gboolean
sl_cmd_row_read (SlCmdRow *row, GVariant *fields, GError **error)
{
  GVariantIter iter;
  const char *name;
  GVariant *variant;

  g_variant_iter_init (&iter, fields);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &variant))
    {
      g_autoptr (GVariant) owned = variant;
      int field = sl_cmd_field (row->kind->id, name, error);

      if (field < 0)
        return FALSE;
      sl_value_clear (&row->values[field]);
      if (!sl_cmd_read_value (&row->kind->fields[field], owned, &row->values[field], error))
        return FALSE;
    }
  return TRUE;
}

void
sl_cmd_row_set_int (SlCmdRow *row, guint field, gint64 value)
{
  row_set (row, field, sl_value_int (value));
}

void
sl_cmd_row_set_real (SlCmdRow *row, guint field, double value)
{
  row_set (row, field, sl_value_real (value));
}

void
sl_cmd_row_set_text (SlCmdRow *row, guint field, const char *text)
{
  g_autofree char *clean = sl_field_clean_text (&row->kind->fields[field], text);
  row_set (row, field, *clean != '\0' ? sl_value_text (clean) : (SlValue)SL_VALUE_INIT);
}

gboolean
sl_cmd_row_insert (const SlCmdRow *row, SlTxn *txn, SlId *id, GError **error)
{
  return sl_txn_insert (txn, row->kind->id, SL_ID_NONE, row->values, id, error);
}

gboolean
sl_cmd_row_exists (const SlCmdRow *row, SlTxn *txn, SlId *id)
{
  SlId natural = sl_kind_natural_id (row->kind, row->values);
  if (id != NULL)
    *id = natural;
  return sl_table_find (sl_snapshot_table (sl_txn_get_snapshot (txn), row->kind->id), natural,
                        NULL);
}

gboolean
sl_cmd_row_put (const SlCmdRow *row, SlTxn *txn, SlId *id, GError **error)
{
  SlId natural;
  if (!sl_cmd_row_exists (row, txn, &natural))
    return sl_cmd_row_insert (row, txn, id, error);
  for (guint i = 0; i < row->kind->n_fields; i++)
    if (row->values[i].type != SL_VALUE_NULL && !(row->kind->fields[i].flags & SL_KEY)
        && !sl_txn_set (txn, row->kind->id, natural, i, &row->values[i], error))
      return FALSE;
  if (id != NULL)
    *id = natural;
  return TRUE;
}

gboolean
sl_cmd_row_drop (const SlCmdRow *row, SlTxn *txn, GError **error)
{
  SlId id;
  return !sl_cmd_row_exists (row, txn, &id) || sl_txn_remove (txn, row->kind->id, id, error);
}

struct _SlCmdParties
{
  SlTxn *txn;
  GHashTable *ids; /* folded name -> SlId * */
};

/* @name as it is compared. (transfer full) */
static char *
fold_name (const char *name)
{
  const SlField *field = &sl_kind (SL_KIND_PARTY)->fields[SL_PARTY_TITLE];
  g_autofree char *clean = sl_field_clean_text (field, name);
  return sl_text_fold (g_strstrip (clean));
}

void
sl_cmd_parties_add (SlCmdParties *self, const char *name, SlId id)
{
  g_autofree char *key = fold_name (name);
  const SlId *known = g_hash_table_lookup (self->ids, key);
  /* Of two parties of one name the smaller id counts, which no order of rows can change. */
  if (*key != '\0' && (known == NULL || id < *known))
    g_hash_table_insert (self->ids, g_steal_pointer (&key), g_memdup2 (&id, sizeof id));
}

SlCmdParties *
sl_cmd_parties_new (SlTxn *txn)
{
  const SlTable *parties = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_PARTY);
  SlCmdParties *self = g_new (SlCmdParties, 1);
  self->txn = txn;
  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint row = 0; row < sl_table_n_rows (parties); row++)
    {
      const char *title = sl_table_text (parties, row, SL_PARTY_TITLE);
      if (title != NULL)
        sl_cmd_parties_add (self, title, sl_table_id (parties, row));
    }
  return self;
}

void
sl_cmd_parties_free (SlCmdParties *self)
{
  g_hash_table_unref (self->ids);
  g_free (self);
}

gboolean
sl_cmd_parties_get (SlCmdParties *self, const char *name, SlId *id, GError **error)
{
  g_autofree char *key = fold_name (name);
  const SlId *known = g_hash_table_lookup (self->ids, key);
  *id = known != NULL ? *known : SL_ID_NONE;
  if (known != NULL || *key == '\0')
    return TRUE;
  g_autofree char *title = g_strdup (name);
  g_auto (SlCmdRow) row;
  sl_cmd_row_init (&row, SL_KIND_PARTY);
  sl_cmd_row_set_text (&row, SL_PARTY_TITLE, g_strstrip (title));
  sl_cmd_row_set_int (&row, SL_PARTY_TYPE, SL_PARTY_PERSON);
  if (!sl_cmd_row_insert (&row, self->txn, id, error))
    return FALSE;
  sl_cmd_parties_add (self, name, *id);
  return TRUE;
}
