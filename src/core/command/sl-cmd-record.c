/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands that work on records of any kind, driven by their field tables. */

#include "config.h"

#include "command/sl-command-private.h"

#include "base/sl-error.h"

#include <glib/gi18n-lib.h>

/* Sets one field; a new parent makes the record its last child. */
static gboolean
set_field (SlTxn *txn, const SlCmdRecord *record, guint field, const SlValue *value, GError **error)
{
  const SlKind *kind = sl_kind (record->kind);
  if ((int)field != kind->parent_field)
    return sl_txn_set (txn, record->kind, record->id, field, value, error);
  SlId parent = value->type == SL_VALUE_INT ? value->i : SL_ID_NONE;
  if (parent == sl_cmd_parent (txn, record))
    return TRUE;
  SlId last = sl_cmd_last_sibling (txn, record->kind, parent, record->id);
  return sl_txn_move (txn, record->kind, record->id, parent, last, error);
}

/* Lets all that named @record name the one in its place. What belongs to a record is gone with it.
 */
static gboolean
renew_references (SlTxn *txn, const GArray *sites, SlId id, GError **error)
{
  const SlValue value = sl_value_int (id);
  for (guint i = 0; i < sites->len; i++)
    {
      const SlRefSite *site = &g_array_index (sites, SlRefSite, i);
      if (sl_snapshot_find (sl_txn_get_snapshot (txn), site->id, NULL, NULL)
          && !sl_txn_set (txn, site->kind, site->id, site->field, &value, error))
        return FALSE;
    }
  return TRUE;
}

/* Sets a field by which @record is known: the same with another key takes its place. */
static gboolean
remake (SlTxn *txn, SlCmdRecord *record, guint field, const SlValue *value, GError **error)
{
  const SlTable *table = sl_snapshot_table (sl_txn_get_snapshot (txn), record->kind);
  guint place = 0;
  g_auto (SlCmdRow) row;
  sl_cmd_row_init (&row, record->kind);
  if (!sl_field_check (&row.kind->fields[field], value, error)
      || !sl_cmd_find (txn, record->id, NULL, &place, error))
    return FALSE;
  for (guint i = 0; i < row.kind->n_fields; i++)
    row.values[i] = sl_table_value (table, place, i);
  sl_value_clear (&row.values[field]);
  row.values[field] = sl_value_copy (value);
  SlId there = SL_ID_NONE;
  if (sl_cmd_row_exists (&row, txn, &there))
    {
      g_autofree char *title = sl_cmd_title (txn, there);
      if (there == record->id)
        return TRUE;
      /* Translators: kind of record, what it is about */
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("There is a record (%s) “%s” already."),
                   _ (row.kind->nick), title);
      return FALSE;
    }
  g_autoptr (GArray) sites = sl_snapshot_references_to (sl_txn_get_snapshot (txn), record->id);
  return sl_txn_remove (txn, record->kind, record->id, error)
         && sl_cmd_row_insert (&row, txn, &record->id, error)
         && renew_references (txn, sites, record->id, error);
}

/* Sets field @name of all @records, which may be of different kinds. */
static gboolean
set_records (SlTxn *txn, GArray *records, const char *name, GVariant *variant,
             SlCommandResult *result, GError **error)
{
  for (guint i = 0; i < records->len; i++)
    {
      SlCmdRecord *record = &g_array_index (records, SlCmdRecord, i);
      int field = sl_cmd_field (record->kind, name, error);
      if (field < 0)
        return FALSE;
      const SlField *row = &sl_kind (record->kind)->fields[field];
      g_auto (SlValue) value = SL_VALUE_INIT;
      if (!sl_cmd_read_value (row, variant, &value, error)
          || !((row->flags & SL_REMADE) ? remake (txn, record, (guint)field, &value, error)
                                        : set_field (txn, record, (guint)field, &value, error)))
        return FALSE;
      if (result->detail == NULL)
        result->detail = g_strdup (row->nick);
    }
  sl_cmd_name (txn, result, records);
  return TRUE;
}

static gboolean
set_one (SlTxn *txn, SlId id, const char *name, GVariant *variant, SlCommandResult *result,
         GError **error)
{
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (SlCmdRecord));
  SlCmdRecord record = { SL_KIND_PROJECT, id };
  if (!sl_cmd_find (txn, id, &record.kind, NULL, error))
    return FALSE;
  g_array_append_val (records, record);
  return set_records (txn, records, name, variant, result, error);
}

static gboolean
run_set (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  gint64 id;
  const char *name;
  g_autoptr (GVariant) value = NULL;
  g_variant_get (params, "(x&sv)", &id, &name, &value);
  return set_one (txn, id, name, value, result, error);
}

static gboolean
run_set_many (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) ids = NULL, value = NULL;
  const char *name;
  g_variant_get (params, "(@ax&sv)", &ids, &name, &value);
  g_autoptr (GArray) records = sl_cmd_read_ids (txn, ids, error);
  return records != NULL && set_records (txn, records, name, value, result, error);
}

static gboolean
run_project_set (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  const char *name;
  g_autoptr (GVariant) value = NULL;
  g_variant_get (params, "(&sv)", &name, &value);
  return set_one (txn, sl_snapshot_project_id (sl_txn_get_snapshot (txn)), name, value, result,
                  error);
}

/* Whether all keys of a natural kind are there; storage would take them for zeros. */
static gboolean
check_keys (const SlCmdRow *row, GError **error)
{
  for (guint i = 0; i < row->kind->n_fields; i++)
    if ((row->kind->fields[i].flags & SL_KEY) && row->kind->fields[i].def == NULL
        && !sl_field_check (&row->kind->fields[i], &row->values[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
run_add (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  const char *name;
  gint64 parent, after;
  g_autoptr (GVariant) fields = NULL;
  g_variant_get (params, "(&sxx@a{sv})", &name, &parent, &after, &fields);
  const SlKind *kind = sl_kind_by_name (name);
  if (kind == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("There is no kind of record “%s”."), name);
      return FALSE;
    }
  if (parent != SL_ID_NONE && kind->parent_field < 0)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("Records of this kind stand in no tree: %s."), _ (kind->nick));
      return FALSE;
    }
  g_auto (SlCmdRow) row;
  sl_cmd_row_init (&row, kind->id);
  if (!sl_cmd_row_read (&row, fields, error) || !check_keys (&row, error))
    return FALSE;
  if (parent != SL_ID_NONE)
    sl_cmd_row_set_int (&row, (guint)kind->parent_field, parent);
  if (!sl_cmd_row_insert (&row, txn, &result->id, error))
    return FALSE;
  result->subject = sl_cmd_title (txn, result->id);
  SlCmdRecord record = { kind->id, result->id };
  return after < 0 || kind->rank_field < 0
         || sl_txn_move (txn, kind->id, result->id, sl_cmd_parent (txn, &record), after, error);
}

/* Adds records of one kind as roots; the first of them names the step. */
static gboolean
run_add_many (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  const char *name;
  g_autoptr (GVariant) records = NULL;
  g_variant_get (params, "(&s@aa{sv})", &name, &records);
  for (gsize i = 0; i < g_variant_n_children (records); i++)
    {
      g_autoptr (GVariant) fields = g_variant_get_child_value (records, i);
      g_autoptr (GVariant) one = g_variant_ref_sink (
          g_variant_new ("(sxx@a{sv})", name, (gint64)SL_ID_NONE, (gint64)-1, fields));
      SlCommandResult added = { NULL, NULL, SL_ID_NONE };
      gboolean ok = run_add (txn, one, &added, error);
      g_free (added.subject);
      if (!ok)
        return FALSE;
      if (result->id == SL_ID_NONE)
        result->id = added.id;
    }
  if (result->id != SL_ID_NONE)
    result->subject = sl_cmd_title (txn, result->id);
  return TRUE;
}

static gboolean
run_delete (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) ids = g_variant_get_child_value (params, 0);
  g_autoptr (GArray) records = sl_cmd_read_ids (txn, ids, error);
  if (records == NULL)
    return FALSE;
  sl_cmd_arrange (txn, records);
  sl_cmd_name (txn, result, records);
  result->id = SL_ID_NONE;
  for (guint i = 0; i < records->len; i++)
    {
      const SlCmdRecord *record = &g_array_index (records, SlCmdRecord, i);
      /* It may have belonged to one that is gone already. */
      if (sl_snapshot_find (sl_txn_get_snapshot (txn), record->id, NULL, NULL)
          && !sl_txn_remove (txn, record->kind, record->id, error))
        return FALSE;
    }
  return TRUE;
}

/* Copies one record under @parent, or under its own if that is SL_ID_NONE. */
static gboolean
copy_record (SlTxn *txn, const SlCmdRecord *record, SlId parent, SlId *copy, GError **error)
{
  const SlTable *table = sl_snapshot_table (sl_txn_get_snapshot (txn), record->kind);
  g_auto (SlCmdRow) row;
  guint number;
  sl_cmd_row_init (&row, record->kind);
  if (!sl_cmd_find (txn, record->id, NULL, &number, error))
    return FALSE;
  for (guint i = 0; i < row.kind->n_fields; i++)
    row.values[i] = sl_table_value (table, number, i);
  if (row.kind->rank_field >= 0)
    sl_value_clear (&row.values[row.kind->rank_field]);
  if (parent != SL_ID_NONE)
    sl_cmd_row_set_int (&row, (guint)row.kind->parent_field, parent);
  /* The copy is not what the other program knows by that id. */
  int foreign = sl_kind_field (row.kind, "foreign_id");
  if (foreign >= 0)
    sl_value_clear (&row.values[foreign]);
  return sl_cmd_row_insert (&row, txn, copy, error);
}

/* Copies all that stands below @from to below @to; an explicit queue, since trees may be deep. */
static gboolean
copy_below (SlTxn *txn, const SlCmdRecord *from, SlId to, GError **error)
{
  typedef struct
  {
    SlCmdRecord source;
    SlId copy;
  } Pair;
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (Pair));
  Pair first = { *from, to };
  g_array_append_val (queue, first);
  for (guint i = 0; i < queue->len; i++)
    {
      Pair pair = g_array_index (queue, Pair, i);
      if (sl_kind (pair.source.kind)->parent_field < 0)
        continue;
      g_autoptr (GArray) children = sl_cmd_siblings (txn, pair.source.kind, pair.source.id);
      for (guint c = 0; c < children->len; c++)
        {
          Pair next = { g_array_index (children, SlCmdRecord, c), SL_ID_NONE };
          if (!copy_record (txn, &next.source, pair.copy, &next.copy, error))
            return FALSE;
          g_array_append_val (queue, next);
        }
    }
  return TRUE;
}

static gboolean
run_duplicate (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) ids = g_variant_get_child_value (params, 0);
  g_autoptr (GArray) records = sl_cmd_read_ids (txn, ids, error);
  if (records == NULL)
    return FALSE;
  sl_cmd_arrange (txn, records);
  sl_cmd_name (txn, result, records);
  result->id = SL_ID_NONE;
  for (guint i = 0; i < records->len; i++)
    {
      const SlCmdRecord *record = &g_array_index (records, SlCmdRecord, i);
      const SlKind *kind = sl_kind (record->kind);
      if (kind->flags & (SL_KIND_NATURAL | SL_KIND_SINGLE))
        {
          g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                       _ ("There can be only one such record: %s."), _ (kind->nick));
          return FALSE;
        }
      SlId copy;
      if (!copy_record (txn, record, SL_ID_NONE, &copy, error)
          || !copy_below (txn, record, copy, error))
        return FALSE;
      if (kind->rank_field >= 0
          && !sl_txn_move (txn, record->kind, copy, sl_cmd_parent (txn, record), record->id, error))
        return FALSE;
      if (result->id == SL_ID_NONE)
        result->id = copy;
    }
  return TRUE;
}

static gboolean
run_set_headline (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  const char *chart, *headline;
  SlId id;
  g_variant_get (params, "(&s&s)", &chart, &headline);
  g_auto (SlCmdRow) row;
  sl_cmd_row_init (&row, SL_KIND_SHEET);
  sl_cmd_row_set_text (&row, SL_SHEET_CHART, chart);
  sl_cmd_row_set_text (&row, SL_SHEET_HEADLINE, headline);
  if (!check_keys (&row, error))
    return FALSE;
  result->subject = g_strdup (chart);
  gboolean proposed = row.values[SL_SHEET_HEADLINE].type == SL_VALUE_NULL;
  /* A sheet without anything of its own needs no record. */
  if (proposed && !sl_cmd_row_exists (&row, txn, NULL))
    return TRUE;
  return sl_cmd_row_put (&row, txn, &id, error)
         && sl_txn_set (txn, SL_KIND_SHEET, id, SL_SHEET_HEADLINE, &row.values[SL_SHEET_HEADLINE],
                        error);
}

const SlCommand sl_cmd_record_add = {
  "record.add",
  N_ ("Add “%s”"),
  "(sxxa{sv})",
  run_add,
};

const SlCommand sl_cmd_record_add_many = {
  "record.add-many",
  N_ ("Add “%s” and others"),
  "(saa{sv})",
  run_add_many,
};

const SlCommand sl_cmd_record_set = {
  "record.set",
  N_ ("Change %2$s of “%1$s”"),
  "(xsv)",
  run_set,
};

const SlCommand sl_cmd_record_set_many = {
  "record.set-many",
  N_ ("Change %2$s of “%1$s”"),
  "(axsv)",
  run_set_many,
};

const SlCommand sl_cmd_record_delete = {
  "record.delete",
  N_ ("Delete “%s”"),
  "(ax)",
  run_delete,
};

const SlCommand sl_cmd_record_duplicate = {
  "record.duplicate",
  N_ ("Duplicate “%s”"),
  "(ax)",
  run_duplicate,
};

const SlCommand sl_cmd_project_set = {
  "project.set",
  N_ ("Change %2$s of “%1$s”"),
  "(sv)",
  run_project_set,
};

const SlCommand sl_cmd_sheet_set_headline = {
  "sheet.set-headline",
  N_ ("Change headline of “%s”"),
  "(ss)",
  run_set_headline,
};
