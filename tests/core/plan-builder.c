/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Applies inserts to a store the way a committed transaction does. */

#include "config.h"

#include "plan-builder.h"

#include "base/sl-id.h"

#include <stdarg.h>
#include <string.h>

SlId
builder_find (SlStore *store, const char *title)
{
  SlSnapshot *plan = sl_store_get_snapshot (store);
  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    {
      const SlTable *table = sl_snapshot_table (plan, kind);
      int field = sl_kind (kind)->title_field;
      for (guint row = 0; field >= 0 && row < sl_table_n_rows (table); row++)
        if (g_strcmp0 (sl_table_text (table, row, (guint)field), title) == 0)
          return sl_table_id (table, row);
    }
  g_error ("no record “%s”", title);
}

static SlValue
read_value (SlStore *store, const SlField *field, const char *text)
{
  if (field->type == SL_REF && text[0] == '@')
    return sl_value_int (builder_find (store, text + 1));
  g_autoptr (GError) error = NULL;
  SlValue value = SL_VALUE_INIT;
  sl_field_parse (field, text, &value, &error);
  g_assert_no_error (error);
  return value;
}

/* Applies @changes and tells the lists of them. */
static void
apply (SlStore *store, SlChangeSet *changes)
{
  for (guint i = 0; i < sl_change_set_length (changes); i++)
    sl_store_apply (store, sl_change_set_get (changes, i));
  sl_store_notify (store, changes);
}

SlId
builder_add (SlStore *store, SlKindId kind, ...)
{
  const SlKind *table = sl_kind (kind);
  g_autofree SlValue *values = g_new0 (SlValue, table->n_fields);
  for (guint i = 0; i < table->n_fields; i++)
    values[i] = sl_field_default (&table->fields[i]);
  if (table->rank_field >= 0)
    {
      static guint n;
      g_autofree char *rank = g_strdup_printf ("m%08u", n++);
      sl_value_clear (&values[table->rank_field]);
      values[table->rank_field] = sl_value_text (rank);
    }
  va_list args;
  int field;
  va_start (args, kind);
  while ((field = va_arg (args, int)) >= 0)
    {
      sl_value_clear (&values[field]);
      values[field] = read_value (store, &table->fields[field], va_arg (args, const char *));
    }
  va_end (args);
  SlId id = table->flags & SL_KIND_NATURAL ? sl_kind_natural_id (table, values) : sl_id_new ();
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  sl_change_set_append_insert (changes, kind, id, values);
  apply (store, changes);
  for (guint i = 0; i < table->n_fields; i++)
    sl_value_clear (&values[i]);
  return id;
}

void
builder_set (SlStore *store, SlId id, guint field, const char *text)
{
  SlSnapshot *plan = sl_store_get_snapshot (store);
  SlKindId kind;
  guint row;
  g_assert_true (sl_snapshot_find (plan, id, &kind, &row));
  g_auto (SlValue) old_value = sl_table_value (sl_snapshot_table (plan, kind), row, field);
  g_auto (SlValue) new_value = SL_VALUE_INIT;
  if (text != NULL)
    new_value = read_value (store, &sl_kind (kind)->fields[field], text);
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  sl_change_set_append_set (changes, kind, id, field, &old_value, &new_value);
  apply (store, changes);
}

SlStore *
builder_new (void)
{
  SlStore *store = sl_store_new ();
  builder_add (store, SL_KIND_PROJECT, SL_PROJECT_TITLE, "Launch", -1);
  return store;
}
