/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Change sets from the difference of two plans, and as text for people and tests. */

#include "config.h"

#include "model/sl-change.h"

#include "base/sl-id.h"
#include "base/sl-text.h"
#include "model/sl-table-private.h"

#define TITLE_CHARS 80

/* --- Difference --- */

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  SlId x = *(const SlId *)a;
  SlId y = *(const SlId *)b;

  return (x > y) - (x < y);
}

/* The ids of @table that @other lacks, or, with @common, that both have; in order. */
static GArray *
select_ids (const SlTable *table, const SlTable *other, gboolean common)
{
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (SlId));

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId id = sl_table_id (table, row);

      if (sl_table_find (other, id, NULL) == common)
        g_array_append_val (ids, id);
    }
  g_array_sort (ids, compare_ids);
  return ids;
}

static void
diff_rows (SlChangeSet *changes, SlKindId kind, const SlTable *table, const SlTable *other,
           gboolean insert)
{
  guint n_fields = sl_kind (kind)->n_fields;
  g_autoptr (GArray) ids = select_ids (table, other, FALSE);

  for (guint i = 0; i < ids->len; i++)
    {
      SlId id = g_array_index (ids, SlId, i);
      SlValue *values;
      guint row = 0;

      sl_table_find (table, id, &row);
      values = sl_table_copy_row (table, row);
      if (insert)
        sl_change_set_append_insert (changes, kind, id, values);
      else
        sl_change_set_append_remove (changes, kind, id, values);
      sl_row_free (values, n_fields);
    }
}

static void
diff_fields (SlChangeSet *changes, SlKindId kind, const SlTable *from, const SlTable *to)
{
  g_autoptr (GArray) ids = select_ids (from, to, TRUE);

  for (guint i = 0; i < ids->len; i++)
    {
      SlId id = g_array_index (ids, SlId, i);
      guint from_row = 0;
      guint to_row = 0;

      sl_table_find (from, id, &from_row);
      sl_table_find (to, id, &to_row);
      for (guint field = 0; field < sl_kind (kind)->n_fields; field++)
        {
          g_auto (SlValue) old_value = SL_VALUE_INIT;
          g_auto (SlValue) new_value = SL_VALUE_INIT;

          if (sl_table_shares_column (from, to, field))
            continue;
          old_value = sl_table_value (from, from_row, field);
          new_value = sl_table_value (to, to_row, field);
          if (!sl_value_equal (&old_value, &new_value))
            sl_change_set_append_set (changes, kind, id, field, &old_value, &new_value);
        }
    }
}

SlChangeSet *
sl_change_set_diff (const SlSnapshot *from, const SlSnapshot *to)
{
  SlChangeSet *changes = sl_change_set_new ();

  /* What is new comes first and what is gone last, so that no set names a missing record. */
  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    if (from->tables[kind] != to->tables[kind])
      diff_rows (changes, kind, to->tables[kind], from->tables[kind], TRUE);
  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    if (from->tables[kind] != to->tables[kind])
      diff_fields (changes, kind, from->tables[kind], to->tables[kind]);
  for (guint kind = SL_N_KINDS; kind > 0; kind--)
    if (from->tables[kind - 1] != to->tables[kind - 1])
      diff_rows (changes, kind - 1, from->tables[kind - 1], to->tables[kind - 1], FALSE);
  return changes;
}

/* --- Text --- */

/* A row as the change set or a snapshot holds it. */
typedef struct
{
  const SlSnapshot *from;
  const SlSnapshot *to;
} Plans;

static void append_name (GString *out, const Plans *plans, SlId id, guint depth);

static void
append_quoted (GString *out, const char *text)
{
  g_autofree char *line = sl_text_shorten (text, TITLE_CHARS);

  g_string_append_printf (out, "“%s”", line);
}

/* Records without a title are named by what they tie together: “Sales” / “Cut delivery time”. */
static void
append_keys (GString *out, const Plans *plans, const SlTable *table, guint row, guint depth)
{
  const SlKind *kind = sl_table_kind (table);
  const char *separator = "";

  for (guint i = 0; i < kind->n_fields; i++)
    {
      if (!(kind->fields[i].flags & SL_KEY))
        continue;
      g_string_append (out, separator);
      separator = " / ";
      if (kind->fields[i].type == SL_REF)
        append_name (out, plans, sl_table_ref (table, row, i), depth + 1);
      else
        {
          g_auto (SlValue) value = sl_table_value (table, row, i);
          g_autofree char *text = sl_field_format (&kind->fields[i], &value);

          g_string_append (out, text);
        }
    }
}

static void
append_name (GString *out, const Plans *plans, SlId id, guint depth)
{
  const SlSnapshot *plan = plans->to;
  g_autofree char *text = NULL;
  SlKindId kind;
  guint row;

  if (!sl_snapshot_find (plan, id, &kind, &row))
    plan = plans->from;
  if (!sl_snapshot_find (plan, id, &kind, &row))
    {
      text = sl_id_to_string (id);
      g_string_append (out, text);
    }
  else if (sl_kind (kind)->title_field >= 0 && *sl_snapshot_title (plan, id) != '\0')
    append_quoted (out, sl_snapshot_title (plan, id));
  else if ((sl_kind (kind)->flags & SL_KIND_NATURAL) && depth < 2)
    append_keys (out, plans, plan->tables[kind], row, depth);
  else
    {
      text = sl_id_to_string (id);
      g_string_append (out, text);
    }
}

/* @plans: (nullable): without them, records are named by id */
static void
append_value (GString *out, const Plans *plans, const SlField *field, const SlValue *value)
{
  g_autofree char *text = NULL;

  if (value->type == SL_VALUE_NULL)
    {
      g_string_append (out, "(none)");
      return;
    }
  if (plans != NULL && field->type == SL_REF)
    {
      append_name (out, plans, value->i, 0);
      return;
    }
  text = sl_field_format (field, value);
  if (value->type != SL_VALUE_TEXT || field->type == SL_RANK)
    g_string_append (out, text);
  else if (plans != NULL)
    append_quoted (out, text);
  else
    {
      g_autofree char *line = sl_text_escape (text);

      g_string_append_printf (out, "“%s”", line);
    }
}

static void
append_change (GString *out, const Plans *plans, const SlChange *c)
{
  static const char *const marks[] = { "+", "~", "-" };
  const SlKind *kind = sl_kind (c->kind);
  g_autofree char *id = sl_id_to_string (c->id);

  g_string_append_printf (out, "%s %s ", marks[c->op], kind->name);
  if (plans != NULL)
    append_name (out, plans, c->id, 0);
  else
    g_string_append (out, id);
  if (c->op == SL_CHANGE_SET)
    {
      const SlField *field = &kind->fields[c->field];

      g_string_append_printf (out, " %s: ", field->name);
      append_value (out, plans, field, &c->old_value);
      g_string_append (out, " -> ");
      append_value (out, plans, field, &c->new_value);
    }
  else
    for (guint i = 0; plans == NULL && i < kind->n_fields; i++)
      if (c->row[i].type != SL_VALUE_NULL)
        {
          g_string_append_printf (out, " %s: ", kind->fields[i].name);
          append_value (out, NULL, &kind->fields[i], &c->row[i]);
        }
  g_string_append_c (out, '\n');
}

char *
sl_change_set_to_text (const SlChangeSet *self)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sl_change_set_length (self); i++)
    append_change (out, NULL, sl_change_set_get (self, i));
  return g_string_free (out, FALSE);
}

char *
sl_change_set_describe (const SlChangeSet *self, const SlSnapshot *from, const SlSnapshot *to)
{
  Plans plans = { from, to };
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sl_change_set_length (self); i++)
    append_change (out, &plans, sl_change_set_get (self, i));
  return g_string_free (out, FALSE);
}
