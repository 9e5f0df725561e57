/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A snapshot is a row of references to tables; taking one costs nothing but a count. */

#include "config.h"

#include "model/sl-table-private.h"

#include "base/sl-id.h"
#include "base/sl-text.h"

#include <string.h>

/* By hand: G_DEFINE_BOXED_TYPE converts to a union in a way that -Wpedantic refuses. */
GType
sl_snapshot_get_type (void)
{
  static gsize type;

  if (g_once_init_enter (&type))
    g_once_init_leave (&type,
                       g_boxed_type_register_static ("SlSnapshot", (GBoxedCopyFunc)sl_snapshot_ref,
                                                     (GBoxedFreeFunc)sl_snapshot_unref));
  return type;
}

SlSnapshot *
sl_snapshot_new_empty (void)
{
  SlSnapshot *self = g_new (SlSnapshot, 1);

  g_atomic_ref_count_init (&self->refs);
  for (guint i = 0; i < SL_N_KINDS; i++)
    self->tables[i] = sl_table_new (sl_kind (i));
  return self;
}

SlSnapshot *
sl_snapshot_make_writable (SlSnapshot *self)
{
  SlSnapshot *copy;

  if (g_atomic_ref_count_compare (&self->refs, 1))
    return self;
  copy = g_new (SlSnapshot, 1);
  g_atomic_ref_count_init (&copy->refs);
  for (guint i = 0; i < SL_N_KINDS; i++)
    copy->tables[i] = sl_table_acquire (self->tables[i]);
  sl_snapshot_unref (self);
  return copy;
}

SlSnapshot *
sl_snapshot_ref (SlSnapshot *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
sl_snapshot_unref (SlSnapshot *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  for (guint i = 0; i < SL_N_KINDS; i++)
    sl_table_release (self->tables[i]);
  g_free (self);
}

const SlTable *
sl_snapshot_table (const SlSnapshot *self, SlKindId kind)
{
  g_return_val_if_fail (kind < SL_N_KINDS, NULL);

  return self->tables[kind];
}

gboolean
sl_snapshot_find (const SlSnapshot *self, SlId id, SlKindId *kind, guint *row)
{
  for (guint i = 0; i < SL_N_KINDS; i++)
    if (sl_table_n_rows (self->tables[i]) > 0 && sl_table_find (self->tables[i], id, row))
      {
        if (kind != NULL)
          *kind = i;
        return TRUE;
      }
  return FALSE;
}

const char *
sl_snapshot_title (const SlSnapshot *self, SlId id)
{
  const char *title = NULL;
  SlKindId kind;
  guint row;

  if (sl_snapshot_find (self, id, &kind, &row) && sl_kind (kind)->title_field >= 0)
    title = sl_table_text (self->tables[kind], row, (guint)sl_kind (kind)->title_field);
  return title != NULL ? title : "";
}

SlId
sl_snapshot_project_id (const SlSnapshot *self)
{
  const SlTable *table = self->tables[SL_KIND_PROJECT];

  return sl_table_n_rows (table) > 0 ? sl_table_id (table, 0) : SL_ID_NONE;
}

int
sl_snapshot_fiscal_month (const SlSnapshot *self)
{
  const SlTable *table = self->tables[SL_KIND_PROJECT];
  gint64 month = sl_table_n_rows (table) > 0 ? sl_table_int (table, 0, SL_PROJECT_FISCAL_MONTH) : 1;

  return (int)CLAMP (month, 1, 12);
}

const SlId *
sl_snapshot_children (const SlSnapshot *self, SlKindId kind, SlId parent, guint *n)
{
  g_return_val_if_fail (kind < SL_N_KINDS, NULL);

  return sl_table_children (self->tables[kind], parent, n);
}

static void
collect_references (const SlSnapshot *self, SlKindId kind, guint field, SlId id, GArray *sites)
{
  const SlTable *table = self->tables[kind];

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    if (sl_table_int (table, row, field) == id)
      {
        SlRefSite site = { kind, sl_table_id (table, row), field };

        g_array_append_val (sites, site);
      }
}

GArray *
sl_snapshot_references_to (const SlSnapshot *self, SlId id)
{
  GArray *sites = g_array_new (FALSE, FALSE, sizeof (SlRefSite));
  guint64 targets = G_MAXUINT64;
  SlKindId target;

  /* A reference may outlive its record for a moment inside a transaction: then look everywhere. */
  if (sl_snapshot_find (self, id, &target, NULL))
    targets = SL_KIND_BIT (target);
  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    for (guint field = 0; field < sl_kind (kind)->n_fields; field++)
      {
        const SlField *row = &sl_kind (kind)->fields[field];

        if (row->type == SL_REF && (row->targets & targets))
          collect_references (self, kind, field, id, sites);
      }
  return sites;
}

/* --- Dump --- */

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  SlId x = *(const SlId *)a;
  SlId y = *(const SlId *)b;

  return (x > y) - (x < y);
}

static void
dump_record (const SlTable *table, guint row, GString *out)
{
  const SlKind *kind = sl_table_kind (table);
  g_autofree char *id = sl_id_to_string (sl_table_id (table, row));

  g_string_append_printf (out, "%s %s\n", kind->name, id);
  for (guint field = 0; field < kind->n_fields; field++)
    {
      g_auto (SlValue) value = sl_table_value (table, row, field);
      g_autofree char *text = NULL;
      g_autofree char *line = NULL;

      if (value.type == SL_VALUE_NULL)
        continue;
      text = sl_field_format (&kind->fields[field], &value);
      line = sl_text_escape (text);
      g_string_append_printf (out, "  %s: %s\n", kind->fields[field].name, line);
    }
}

char *
sl_snapshot_dump (const SlSnapshot *self)
{
  GString *out = g_string_new (NULL);

  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    {
      const SlTable *table = self->tables[kind];
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (SlId));

      for (guint row = 0; row < sl_table_n_rows (table); row++)
        {
          SlId id = sl_table_id (table, row);

          g_array_append_val (ids, id);
        }
      g_array_sort (ids, compare_ids);
      for (guint i = 0; i < ids->len; i++)
        {
          guint row = 0;

          sl_table_find (table, g_array_index (ids, SlId, i), &row);
          dump_record (table, row, out);
        }
    }
  return g_string_free (out, FALSE);
}
