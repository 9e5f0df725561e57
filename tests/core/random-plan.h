/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Random valid values and random histories of a store, for property tests. All randomness comes
 * from GLib's test seed, so that --seed repeats a failure. */

#pragma once

#include "base/sl-date.h"
#include "base/sl-id.h"
#include "base/sl-rank.h"
#include "model/sl-store.h"

/* Whether one of @n happens. */
static inline gboolean
random_one_in (int n)
{
  return g_test_rand_int_range (0, n) == 0;
}

static inline char *
random_text (gboolean lines)
{
  static const char *const words[]
      = { "cut",   "Delivery",   "Lieferzeit",          "Größe",  "الهدف", "目标",
          "ship",  "launch",     "Kundenzufriedenheit", "margin", "é",     "Q2",
          "“now”", "back\\slash" };
  GString *text = g_string_new (NULL);
  int n = g_test_rand_int_range (0, 6);

  for (int i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append (text, lines && random_one_in (3) ? "\n" : " ");
      g_string_append (text, words[g_test_rand_int_range (0, G_N_ELEMENTS (words))]);
    }
  return g_string_free (text, FALSE);
}

/* Any record of one of @targets, or none. */
static inline SlId
random_target (const SlSnapshot *plan, guint64 targets)
{
  guint start = (guint)g_test_rand_int_range (0, SL_N_KINDS);

  for (guint i = 0; i < SL_N_KINDS; i++)
    {
      guint kind = (start + i) % SL_N_KINDS;
      const SlTable *table = sl_snapshot_table (plan, kind);
      guint n = sl_table_n_rows (table);

      if ((targets & SL_KIND_BIT (kind)) && n > 0)
        return sl_table_id (table, (guint)g_test_rand_int_range (0, (int)n));
    }
  return SL_ID_NONE;
}

static inline SlValue
random_text_value (const SlField *field)
{
  g_autofree char *text = NULL;

  if (field->type == SL_RANK)
    {
      text = g_strdup_printf ("%c%c", "abcXYZ019"[g_test_rand_int_range (0, 9)],
                              "abcXYZ"[g_test_rand_int_range (0, 6)]);
      return sl_value_text (text);
    }
  text = random_text (field->type == SL_PROSE);
  if (*text == '\0' && (field->flags & SL_KEY))
    return sl_value_text ("key");
  return sl_value_text (text);
}

static inline SlValue
random_int_value (const SlField *field, const SlSnapshot *plan)
{
  guint n = 0;

  switch (field->type)
    {
    case SL_BOOL:
      return sl_value_int (g_test_rand_int_range (0, 2));
    case SL_DATE:
      return sl_value_int (g_test_rand_int_range (SL_DAY_MIN, SL_DAY_MAX + 1));
    case SL_ENUM:
      while (field->values[n].name != NULL)
        n++;
      return sl_value_int (field->values[g_test_rand_int_range (0, (int)n)].code);
    case SL_REF:
      return sl_value_int (plan != NULL ? random_target (plan, field->targets) : sl_id_new ());
    case SL_MONEY:
      return sl_value_int (g_test_rand_int_range (-1000000, 1000000) * (SL_MONEY_MAX / 1000000));
    case SL_COLOR:
      return sl_value_int (g_test_rand_int_range (0, 0x1000000));
    default:
      if (field->min != field->max)
        return sl_value_int (g_test_rand_int_range ((int)field->min, (int)field->max + 1));
      return sl_value_int (g_test_rand_int_range (G_MININT, G_MAXINT) * (SL_INT_MAX / G_MAXINT));
    }
}

/* A value that @field takes, null now and then where it may be.
 * @plan: (nullable): where references point to; without it to nowhere */
static inline SlValue
random_value (const SlField *field, const SlSnapshot *plan)
{
  SlValue value;

  if (!(field->flags & SL_REQUIRED) && random_one_in (3))
    return (SlValue)SL_VALUE_INIT;
  switch (sl_field_value_type (field))
    {
    case SL_VALUE_TEXT:
      return random_text_value (field);
    case SL_VALUE_REAL:
      if (field->min != field->max)
        return sl_value_real (g_test_rand_double_range (field->min, field->max));
      return sl_value_real (g_test_rand_double_range (-1e9, 1e9));
    default:
      value = random_int_value (field, plan);
      /* No record to name. */
      if (field->type == SL_REF && value.i == SL_ID_NONE)
        return (SlValue)SL_VALUE_INIT;
      return value;
    }
}

static inline SlValue *
random_row (const SlKind *kind, const SlSnapshot *plan)
{
  SlValue *row = g_new0 (SlValue, kind->n_fields);

  for (guint i = 0; i < kind->n_fields; i++)
    row[i] = random_value (&kind->fields[i], plan);
  return row;
}

static inline void
random_row_free (const SlKind *kind, SlValue *row)
{
  for (guint i = 0; i < kind->n_fields; i++)
    sl_value_clear (&row[i]);
  g_free (row);
}

/* Applies the last change of @changes. */
static inline void
apply_last (SlStore *store, SlChangeSet *changes)
{
  sl_store_apply (store, sl_change_set_get (changes, sl_change_set_length (changes) - 1));
}

static inline void
apply_insert (SlStore *store, SlChangeSet *changes, SlKindId kind, SlId id, const SlValue *row)
{
  sl_change_set_append_insert (changes, kind, id, row);
  apply_last (store, changes);
}

static inline void
apply_set (SlStore *store, SlChangeSet *changes, SlKindId kind, SlId id, guint field,
           const SlValue *value)
{
  const SlTable *table = sl_snapshot_table (sl_store_get_snapshot (store), kind);
  g_auto (SlValue) old_value = SL_VALUE_INIT;
  guint row = 0;

  g_assert_true (sl_table_find (table, id, &row));
  old_value = sl_table_value (table, row, field);
  sl_change_set_append_set (changes, kind, id, field, &old_value, value);
  apply_last (store, changes);
}

static inline void
apply_remove (SlStore *store, SlChangeSet *changes, SlKindId kind, SlId id)
{
  const SlTable *table = sl_snapshot_table (sl_store_get_snapshot (store), kind);
  SlValue *values = g_new0 (SlValue, sl_kind (kind)->n_fields);
  guint row = 0;

  g_assert_true (sl_table_find (table, id, &row));
  for (guint i = 0; i < sl_kind (kind)->n_fields; i++)
    values[i] = sl_table_value (table, row, i);
  sl_change_set_append_remove (changes, kind, id, values);
  apply_last (store, changes);
  random_row_free (sl_kind (kind), values);
}

/* A record with this title below @parent, last of its siblings if @rank is given so. */
static inline SlId
add_titled (SlStore *store, SlChangeSet *changes, SlKindId kind, const char *title, SlId parent,
            const char *rank)
{
  const SlKind *k = sl_kind (kind);
  SlValue *row = g_new0 (SlValue, k->n_fields);
  SlId id = sl_id_new ();

  for (guint i = 0; i < k->n_fields; i++)
    row[i] = sl_field_default (&k->fields[i]);
  sl_value_clear (&row[k->title_field]);
  row[k->title_field] = sl_value_text (title);
  if (k->parent_field >= 0 && parent != SL_ID_NONE)
    row[k->parent_field] = sl_value_int (parent);
  if (k->rank_field >= 0)
    {
      sl_value_clear (&row[k->rank_field]);
      row[k->rank_field] = sl_value_text (rank);
    }
  apply_insert (store, changes, kind, id, row);
  random_row_free (k, row);
  return id;
}

static inline gboolean
is_below (const SlSnapshot *plan, SlId id, SlId ancestor)
{
  SlKindId kind;
  guint row;

  while (id != SL_ID_NONE && id != ancestor)
    {
      g_assert_true (sl_snapshot_find (plan, id, &kind, &row));
      id = sl_table_ref (sl_snapshot_table (plan, kind), row, (guint)sl_kind (kind)->parent_field);
    }
  return id != SL_ID_NONE;
}

/* Removes what stands below a record and then the record. */
static inline void
remove_subtree (SlStore *store, SlChangeSet *changes, SlKindId kind, SlId id)
{
  for (guint i = 0; i < SL_N_KINDS; i++)
    {
      guint n = 0;

      if (sl_kind (i)->parent_field < 0
          || !(sl_kind (i)->fields[sl_kind (i)->parent_field].targets & SL_KIND_BIT (kind)))
        continue;
      for (;;)
        {
          const SlId *children = sl_snapshot_children (sl_store_get_snapshot (store), i, id, &n);

          if (n == 0)
            break;
          remove_subtree (store, changes, i, children[n - 1]);
        }
    }
  apply_remove (store, changes, kind, id);
}

/* One random change of one of @kinds that leaves trees whole: no cycle, no orphan. */
static inline void
random_change (SlStore *store, SlChangeSet *changes, guint64 kinds)
{
  const SlSnapshot *plan = sl_store_get_snapshot (store);
  int what = g_test_rand_int_range (0, 10);
  SlId id = random_target (plan, kinds);
  const SlKind *kind;
  SlKindId kind_id = 0;

  if (what < 4 || id == SL_ID_NONE)
    {
      SlValue *row;

      do
        kind_id = (SlKindId)g_test_rand_int_range (0, SL_N_KINDS);
      while (!(kinds & SL_KIND_BIT (kind_id)));
      row = random_row (sl_kind (kind_id), plan);
      apply_insert (store, changes, kind_id, sl_id_new (), row);
      random_row_free (sl_kind (kind_id), row);
      return;
    }
  g_assert_true (sl_snapshot_find (plan, id, &kind_id, NULL));
  kind = sl_kind (kind_id);
  if (what == 4 && random_one_in (2))
    remove_subtree (store, changes, kind_id, id);
  else
    {
      guint field = (guint)g_test_rand_int_range (0, (int)kind->n_fields);
      g_auto (SlValue) value = SL_VALUE_INIT;

      if (kind->parent_field >= 0 && what < 7)
        field = (guint)kind->parent_field;
      value = random_value (&kind->fields[field], plan);
      if ((int)field == kind->parent_field && value.type == SL_VALUE_INT
          && is_below (plan, value.i, id))
        return;
      apply_set (store, changes, kind_id, id, field, &value);
    }
}
