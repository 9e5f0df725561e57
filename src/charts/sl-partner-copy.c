/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copies a plan record by record and leaves out what a partner must not read: a guess about a
 * partner is no business of that partner before he was asked. What the engine says of the copy
 * rests on nothing else then. */

#include "config.h"

#include "sl-partner-copy.h"

#include "base/sl-codes.h"
#include "model/sl-store.h"

static gboolean
is_internal (const SlTable *table, SlKindId kind, guint row)
{
  switch (kind)
    {
    case SL_KIND_TRUST:
    case SL_KIND_PROMISE:
    case SL_KIND_SWOT:
    case SL_KIND_AS_IS:
    case SL_KIND_AS_IS_VALUE:
    case SL_KIND_VERSION:
      return TRUE;
    case SL_KIND_POSITION:
      return sl_table_int (table, row, SL_POSITION_SOURCE) == SL_POSITION_GUESS;
    default:
      return FALSE;
    }
}

static void
copy_record (SlStore *store, const SlTable *table, SlKindId kind, guint row)
{
  const guint n = sl_kind (kind)->n_fields;
  g_autofree SlValue *values = g_new0 (SlValue, n);
  SlChangeSet *changes = sl_change_set_new ();

  for (guint i = 0; i < n; i++)
    values[i] = sl_table_value (table, row, i);
  sl_change_set_append_insert (changes, kind, sl_table_id (table, row), values);
  sl_store_apply (store, sl_change_set_get (changes, 0));
  sl_change_set_unref (changes);
  for (guint i = 0; i < n; i++)
    sl_value_clear (&values[i]);
}

SlSnapshot *
sl_partner_copy_new (const SlSnapshot *plan)
{
  g_autoptr (SlStore) store = sl_store_new ();

  for (SlKindId kind = 0; kind < SL_N_KINDS; kind++)
    {
      const SlTable *table = sl_snapshot_table (plan, kind);

      for (guint row = 0; row < sl_table_n_rows (table); row++)
        if (!is_internal (table, kind, row))
          copy_record (store, table, kind, row);
    }
  return sl_snapshot_ref (sl_store_get_snapshot (store));
}
