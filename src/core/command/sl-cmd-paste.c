/* SPDX-License-Identifier: GPL-3.0-or-later */

/* record.paste: adds copies of records that came through the clipboard, perhaps from another file.
 * The rows are not trusted: whatever they say is checked as if it were typed. */

#include "config.h"

#include "command/sl-command-private.h"
#include "command/sl-copied-rows.h"

#include "base/sl-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The record of one of the kinds that @field may name that is called @title. */
static SlId
find_by_title (const SlSnapshot *plan, const SlField *field, const char *title)
{
  for (guint kind = 0; kind < SL_N_KINDS && title[0] != '\0'; kind++)
    {
      const SlTable *table = sl_snapshot_table (plan, kind);
      if ((field->targets & SL_KIND_BIT (kind)) == 0)
        continue;
      for (guint row = 0; row < sl_table_n_rows (table); row++)
        if (strcmp (sl_snapshot_title (plan, sl_table_id (table, row)), title) == 0)
          return sl_table_id (table, row);
    }
  return SL_ID_NONE;
}

/* What a reference means here: the same record, else one of that title; a party that nobody knows
 * here is added. SL_ID_NONE: nothing. */
static gboolean
resolve (SlTxn *txn, const SlField *field, GVariant *variant, SlId *out, GError **error)
{
  const SlSnapshot *plan = sl_txn_get_snapshot (txn);
  SlKindId kind = SL_N_KINDS;
  const char *title;
  *out = SL_ID_NONE;
  if (!g_variant_is_of_type (variant, G_VARIANT_TYPE ("(xs)")))
    return TRUE;
  g_variant_get (variant, "(x&s)", out, &title);
  if (sl_snapshot_find (plan, *out, &kind, NULL) && (field->targets & SL_KIND_BIT (kind)) != 0)
    return TRUE;
  *out = find_by_title (plan, field, title);
  if (*out != SL_ID_NONE || field->targets != SL_KIND_BIT (SL_KIND_PARTY))
    return TRUE;
  g_autoptr (SlCmdParties) parties = sl_cmd_parties_new (txn);
  return sl_cmd_parties_get (parties, title, out, error);
}

/* @fields with references as ids; unknown names are passed over, as another version may have more.
 * Returns: (transfer full) (nullable): NULL with @error */
static GVariant *
resolve_fields (SlTxn *txn, const SlKind *kind, GVariant *fields, GError **error)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  GVariantIter iter;
  const char *name;
  GVariant *value;
  g_variant_iter_init (&iter, fields);
  while (g_variant_iter_next (&iter, "{&sv}", &name, &value))
    {
      g_autoptr (GVariant) owned = value;
      int field = sl_kind_field (kind, name);
      SlId id;
      if (field < 0 || field == kind->parent_field || field == kind->rank_field)
        continue;
      if (kind->fields[field].type != SL_REF)
        g_variant_dict_insert_value (&dict, name, owned);
      else if (!resolve (txn, &kind->fields[field], owned, &id, error))
        return NULL;
      else if (id != SL_ID_NONE)
        g_variant_dict_insert (&dict, name, "x", id);
    }
  return g_variant_ref_sink (g_variant_dict_end (&dict));
}

static const SlKind *
read_kind (const char *name, GError **error)
{
  const SlKind *kind = sl_kind_by_name (name);
  if (kind == NULL)
    g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("There is no kind of record “%s”."), name);
  else if ((kind->flags & (SL_KIND_NATURAL | SL_KIND_SINGLE)) == 0)
    return kind;
  else
    g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("There can be only one such record: %s."),
                 _ (kind->nick));
  return NULL;
}

/* Whether a record of @kind may stand below @parent; one that stands in no tree has none. */
static gboolean
check_parent (SlTxn *txn, const SlKind *kind, SlId parent, GError **error)
{
  SlKindId above = SL_N_KINDS;
  if (parent == SL_ID_NONE)
    return TRUE;
  if (!sl_cmd_find (txn, parent, &above, NULL, error))
    return FALSE;
  if (kind->parent_field >= 0
      && (kind->fields[kind->parent_field].targets & SL_KIND_BIT (above)) != 0)
    return TRUE;
  g_autofree char *title = sl_cmd_title (txn, parent);
  /* Translators: title, kind of record */
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
               _ ("Nothing can stand below “%s”, which is a %s."), title,
               _ (sl_kind (above)->nick));
  return FALSE;
}

static gboolean
insert_row (SlTxn *txn, const SlKind *kind, SlId parent, GVariant *fields, SlId *id, GError **error)
{
  g_auto (SlCmdRow) row;
  sl_cmd_row_init (&row, kind->id);
  g_autoptr (GVariant) resolved = resolve_fields (txn, kind, fields, error);
  if (resolved == NULL || !sl_cmd_row_read (&row, resolved, error)
      || !check_parent (txn, kind, parent, error))
    return FALSE;
  if (parent != SL_ID_NONE)
    sl_cmd_row_set_int (&row, (guint)kind->parent_field, parent);
  return sl_cmd_row_insert (&row, txn, id, error);
}

/* The parent of a row: an earlier one of @added, or @parent. */
static gboolean
find_parent (const GArray *added, gint32 place, SlId *parent, GError **error)
{
  if (place < 0)
    return TRUE;
  if ((guint)place < added->len)
    {
      *parent = g_array_index (added, SlCmdRecord, place).id;
      return TRUE;
    }
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
               _ ("Row %u of what is pasted stands below a row that comes later."), added->len + 1);
  return FALSE;
}

static gboolean
run_paste (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariantIter) rows = NULL;
  g_autoptr (GArray) added = g_array_new (FALSE, FALSE, sizeof (SlCmdRecord));
  g_autoptr (GArray) first = g_array_new (FALSE, FALSE, sizeof (SlCmdRecord));
  SlId below;
  const char *name;
  gint32 place;
  GVariant *fields;
  g_variant_get (params, "(x" SL_COPIED_ROWS_TYPE ")", &below, &rows);
  while (g_variant_iter_next (rows, "(&si@a{sv})", &name, &place, &fields))
    {
      g_autoptr (GVariant) owned = fields;
      const SlKind *kind = read_kind (name, error);
      SlId parent = below;
      SlCmdRecord record;
      if (kind == NULL || !find_parent (added, place, &parent, error))
        return FALSE;
      record.kind = kind->id;
      if (!insert_row (txn, kind, parent, owned, &record.id, error))
        return FALSE;
      g_array_append_val (added, record);
      if (place < 0)
        g_array_append_val (first, record);
    }
  if (first->len > 0)
    sl_cmd_name (txn, result, first);
  return TRUE;
}

const SlCommand sl_cmd_record_paste = {
  "record.paste",
  N_ ("Paste “%s”"),
  "(x" SL_COPIED_ROWS_TYPE ")",
  run_paste,
};
