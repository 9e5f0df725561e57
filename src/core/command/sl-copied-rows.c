/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks down from the copied records, with an explicit stack, since trees may be deep. */

#include "config.h"

#include "command/sl-copied-rows.h"

#include "command/sl-command-private.h"

/* One record to copy, or still to go through. */
typedef struct
{
  SlCmdRecord record;
  int parent; /* place among the rows, or -1 */
  guint depth;
} Row;

static gboolean
can_be_copied (SlKindId kind)
{
  return (sl_kind (kind)->flags & (SL_KIND_NATURAL | SL_KIND_SINGLE)) == 0;
}

/* Puts what stands right below row @place onto @stack, the first of it on top. */
static void
push_children (const SlSnapshot *plan, GArray *stack, const Row *row, int place)
{
  if (sl_kind (row->record.kind)->parent_field < 0)
    return;
  g_autoptr (GArray) children = sl_cmd_list_siblings (plan, row->record.kind, row->record.id);
  for (guint i = children->len; i > 0; i--)
    {
      Row child = { g_array_index (children, SlCmdRecord, i - 1), place, row->depth + 1 };
      g_array_append_val (stack, child);
    }
}

/* The rows below and with @record that are not in @seen yet. */
static void
walk (const SlSnapshot *plan, SlCmdRecord record, GHashTable *seen, GArray *rows)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (Row));
  Row first = { record, -1, 0 };
  g_array_append_val (stack, first);
  while (stack->len > 0)
    {
      Row row = g_array_index (stack, Row, stack->len - 1);
      g_array_set_size (stack, stack->len - 1);
      if (!g_hash_table_add (seen, g_memdup2 (&row.record.id, sizeof (SlId))))
        continue;
      g_array_append_val (rows, row);
      push_children (plan, stack, &row, (int)rows->len - 1);
    }
}

/* Whether something above @record is among @ids. */
static gboolean
stands_below (const SlSnapshot *plan, SlCmdRecord record, const SlId *ids, guint n)
{
  for (;;)
    {
      guint number = 0;
      int field = sl_kind (record.kind)->parent_field;
      if (field < 0 || !sl_snapshot_find (plan, record.id, NULL, &number))
        return FALSE;
      record.id = sl_table_ref (sl_snapshot_table (plan, record.kind), number, (guint)field);
      if (!sl_snapshot_find (plan, record.id, &record.kind, NULL))
        return FALSE;
      for (guint i = 0; i < n; i++)
        if (ids[i] == record.id)
          return TRUE;
    }
}

static GArray *
list_rows (const SlSnapshot *plan, const SlId *ids, guint n)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  for (guint i = 0; i < n; i++)
    {
      SlCmdRecord record = { SL_KIND_PROJECT, ids[i] };
      if (sl_snapshot_find (plan, ids[i], &record.kind, NULL) && can_be_copied (record.kind)
          && !stands_below (plan, record, ids, n))
        walk (plan, record, seen, rows);
    }
  return rows;
}

/* A copy gets its own place, and is not what another program knows by the id. */
static gboolean
is_left_out (const SlKind *kind, guint field)
{
  return (int)field == kind->parent_field || (int)field == kind->rank_field
         || (int)field == sl_kind_field (kind, "foreign_id");
}

static GVariant *
write_fields (const SlSnapshot *plan, const SlCmdRecord *record)
{
  const SlKind *kind = sl_kind (record->kind);
  const SlTable *table = sl_snapshot_table (plan, record->kind);
  guint number = 0;
  GVariantBuilder fields;
  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  sl_table_find (table, record->id, &number);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      g_auto (SlValue) value = sl_table_value (table, number, i);
      if (value.type == SL_VALUE_NULL || is_left_out (kind, i))
        continue;
      if (kind->fields[i].type == SL_REF)
        g_variant_builder_add (&fields, "{sv}", kind->fields[i].name,
                               g_variant_new ("(xs)", value.i, sl_snapshot_title (plan, value.i)));
      else
        g_variant_builder_add (&fields, "{sv}", kind->fields[i].name, sl_value_to_variant (&value));
    }
  return g_variant_builder_end (&fields);
}

GVariant *
sl_copied_rows_new (const SlSnapshot *plan, const SlId *ids, guint n)
{
  g_return_val_if_fail (plan != NULL && (ids != NULL || n == 0), NULL);
  g_autoptr (GArray) rows = list_rows (plan, ids, n);
  GVariantBuilder list;
  g_variant_builder_init (&list, G_VARIANT_TYPE (SL_COPIED_ROWS_TYPE));
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      g_variant_builder_add (&list, "(si@a{sv})", sl_kind (row->record.kind)->name, row->parent,
                             write_fields (plan, &row->record));
    }
  return g_variant_builder_end (&list);
}

GArray *
sl_copied_rows_list (const SlSnapshot *plan, const SlId *ids, guint n, GArray **depths)
{
  g_return_val_if_fail (plan != NULL && (ids != NULL || n == 0), NULL);
  g_autoptr (GArray) rows = list_rows (plan, ids, n);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (SlId));
  if (depths != NULL)
    *depths = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      g_array_append_val (list, row->record.id);
      if (depths != NULL)
        g_array_append_val (*depths, row->depth);
    }
  return list;
}
