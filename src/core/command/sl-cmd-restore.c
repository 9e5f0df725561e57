/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Brings back what was deleted, under the ids that it had. What it stood in or pointed at may be
 * gone meanwhile: then it stands alone, and what cannot be without the other stays away. */

#include "config.h"

#include "command/sl-command-private.h"

#include "base/sl-error.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  SlId id;
  SlCmdRow row;
  gboolean *given; /* of each field: whether it had a value */
} Lost;

static void
lost_clear (gpointer data)
{
  Lost *lost = data;

  sl_cmd_row_clear (&lost->row);
  g_free (lost->given);
}

static gboolean
is_there (SlTxn *txn, SlId id)
{
  return sl_snapshot_find (sl_txn_get_snapshot (txn), id, NULL, NULL);
}

static gboolean
read_fields (GVariant *fields, Lost *lost, GError **error)
{
  if (!sl_cmd_row_read (&lost->row, fields, error))
    return FALSE;
  for (guint i = 0; i < lost->row.kind->n_fields; i++)
    lost->given[i] = lost->row.values[i].type != SL_VALUE_NULL;
  return TRUE;
}

/* The records of @list, a(sxa{sv}), that are not there. (transfer full) (element-type Lost) */
static GArray *
read_lost (SlTxn *txn, GVariant *list, GError **error)
{
  g_autoptr (GArray) all = g_array_new (FALSE, TRUE, sizeof (Lost));

  g_array_set_clear_func (all, lost_clear);
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) fields = NULL;
      const char *name;
      gint64 id;
      Lost *lost;

      g_variant_get_child (list, i, "(&sx@a{sv})", &name, &id, &fields);
      const SlKind *kind = sl_kind_by_name (name);
      if (kind == NULL || id <= SL_ID_NONE)
        {
          g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("There is no kind of record “%s”."),
                       name);
          return NULL;
        }
      if (is_there (txn, id))
        continue;
      g_array_set_size (all, all->len + 1);
      lost = &g_array_index (all, Lost, all->len - 1);
      lost->id = id;
      sl_cmd_row_init (&lost->row, kind->id);
      lost->given = g_new0 (gboolean, kind->n_fields);
      if (!read_fields (fields, lost, error))
        return NULL;
    }
  return g_steal_pointer (&all);
}

/* Whether all that @lost points at is there. @alone: forgets what is not, if it can be without.
 * @n_broken: (out): of what it cannot be without */
static gboolean
is_whole (SlTxn *txn, Lost *lost, gboolean alone, guint *n_broken)
{
  gboolean whole = TRUE;

  *n_broken = 0;
  for (guint f = 0; f < lost->row.kind->n_fields; f++)
    {
      const SlField *field = &lost->row.kind->fields[f];
      SlValue *value = &lost->row.values[f];

      if (field->type != SL_REF || value->type != SL_VALUE_INT || is_there (txn, value->i))
        continue;
      whole = FALSE;
      if ((field->flags & (SL_REQUIRED | SL_KEY | SL_OWNER)) != 0)
        (*n_broken)++;
      else if (alone)
        {
          sl_value_clear (value);
          lost->given[f] = FALSE;
        }
    }
  return whole;
}

static gboolean
insert (SlTxn *txn, const Lost *lost, GError **error)
{
  const SlKind *kind = lost->row.kind;
  const SlValue none = SL_VALUE_INIT;

  if (!sl_txn_insert (txn, kind->id, lost->id, lost->row.values, NULL, error))
    return FALSE;
  /* What was not set must not take its default. */
  for (guint f = 0; f < kind->n_fields; f++)
    if (!lost->given[f] && kind->fields[f].def != NULL
        && (kind->fields[f].flags & (SL_REQUIRED | SL_KEY)) == 0 && (int)f != kind->parent_field
        && !sl_txn_set (txn, kind->id, lost->id, f, &none, error))
      return FALSE;
  return TRUE;
}

/* Inserts what has all that it points at, again and again, as trees are deep; then what can do
 * without. */
static gboolean
insert_all (SlTxn *txn, GArray *all, GError **error)
{
  gboolean alone = FALSE;

  for (;;)
    {
      guint before = all->len;

      for (guint i = 0; i < all->len;)
        {
          Lost *lost = &g_array_index (all, Lost, i);
          guint n_broken;

          if (!is_whole (txn, lost, alone, &n_broken) && (!alone || n_broken > 0))
            {
              i++;
              continue;
            }
          if (!insert (txn, lost, error))
            return FALSE;
          g_array_remove_index (all, i);
        }
      if (all->len == before && alone)
        return TRUE;
      alone = all->len == before;
    }
}

/* @list: a(xsx): records that are there, the field in which they named one that was deleted */
static gboolean
point_again (SlTxn *txn, GVariant *list, GError **error)
{
  for (gsize i = 0; i < g_variant_n_children (list); i++)
    {
      SlKindId kind;
      const char *name;
      gint64 id, target;
      guint row;

      g_variant_get_child (list, i, "(x&sx)", &id, &name, &target);
      if (!is_there (txn, target) || !sl_snapshot_find (sl_txn_get_snapshot (txn), id, &kind, &row))
        continue;
      int field = sl_cmd_field (kind, name, error);
      if (field < 0)
        return FALSE;
      const SlValue value = sl_value_int (target);
      if (!sl_table_is_set (sl_snapshot_table (sl_txn_get_snapshot (txn), kind), row, (guint)field)
          && !sl_txn_set (txn, kind, id, (guint)field, &value, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_restore (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) records = g_variant_get_child_value (params, 0);
  g_autoptr (GVariant) references = g_variant_get_child_value (params, 1);
  g_autoptr (GArray) all = read_lost (txn, records, error);
  gint64 first = SL_ID_NONE;

  if (all == NULL || !insert_all (txn, all, error) || !point_again (txn, references, error))
    return FALSE;
  if (g_variant_n_children (records) > 0)
    g_variant_get_child (records, 0, "(&sx@a{sv})", NULL, &first, NULL);
  if (!is_there (txn, first))
    return TRUE;
  result->subject = sl_cmd_title (txn, first);
  result->id = first;
  return TRUE;
}

const SlCommand sl_cmd_record_restore = {
  "record.restore",
  N_ ("Restore “%s”"),
  "(a(sxa{sv})a(xsx))",
  run_restore,
};
