/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds the records that parameters name, their places among siblings, and words for them. */

#include "config.h"

#include "command/sl-command-private.h"

#include "base/sl-error.h"
#include "base/sl-id.h"
#include "base/sl-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

gboolean
sl_cmd_find (SlTxn *txn, SlId id, SlKindId *kind, guint *row, GError **error)
{
  if (sl_snapshot_find (sl_txn_get_snapshot (txn), id, kind, row))
    return TRUE;
  g_autofree char *text = sl_id_to_string (id);
  g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("There is no record %s."), text);
  return FALSE;
}

gboolean
sl_cmd_require (SlTxn *txn, SlId id, SlKindId kind, GError **error)
{
  SlKindId found;
  if (!sl_cmd_find (txn, id, &found, NULL, error))
    return FALSE;
  if (found == kind)
    return TRUE;
  g_autofree char *title = sl_cmd_title (txn, id);
  /* Translators: title, kind that it is, kind that is wanted */
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” is a %s, not a %s."), title,
               _ (sl_kind (found)->nick), _ (sl_kind (kind)->nick));
  return FALSE;
}

int
sl_cmd_index (const GArray *records, SlId id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_array_index (records, SlCmdRecord, i).id == id)
      return (int)i;
  return -1;
}

/* A set of the ids in @records; keys lie in @records. */
static GHashTable *
id_set_new (const GArray *records)
{
  GHashTable *set = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < records->len; i++)
    g_hash_table_add (set, &g_array_index (records, SlCmdRecord, i).id);
  return set;
}

GArray *
sl_cmd_read_ids (SlTxn *txn, GVariant *ids, GError **error)
{
  gsize n;
  const gint64 *array = g_variant_get_fixed_array (ids, &n, sizeof (gint64));
  g_autoptr (GArray) records = g_array_sized_new (FALSE, FALSE, sizeof (SlCmdRecord), (guint)n);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (gsize i = 0; i < n; i++)
    {
      SlCmdRecord record = { SL_KIND_PROJECT, array[i] };
      if (!sl_cmd_find (txn, record.id, &record.kind, NULL, error))
        return NULL;
      if (g_hash_table_add (seen, (gpointer)&array[i]))
        g_array_append_val (records, record);
    }
  return g_steal_pointer (&records);
}

SlId
sl_cmd_parent (SlTxn *txn, const SlCmdRecord *record)
{
  const SlTable *table = sl_snapshot_table (sl_txn_get_snapshot (txn), record->kind);
  int field = sl_kind (record->kind)->parent_field;
  guint row;
  if (field < 0 || !sl_table_find (table, record->id, &row))
    return SL_ID_NONE;
  return sl_table_ref (table, row, (guint)field);
}

typedef struct
{
  SlCmdRecord record;
  const char *rank;
} Sibling;

static int
compare_siblings (gconstpointer a, gconstpointer b)
{
  const Sibling *x = a, *y = b;
  int order = g_strcmp0 (x->rank, y->rank);
  return order != 0 ? order : (x->record.id > y->record.id) - (x->record.id < y->record.id);
}

static void
collect_siblings (const SlTable *table, const SlKind *kind, SlId parent, GArray *siblings)
{
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId of = kind->parent_field >= 0 ? sl_table_ref (table, row, (guint)kind->parent_field)
                                        : SL_ID_NONE;
      Sibling sibling = { { kind->id, sl_table_id (table, row) },
                          sl_table_text (table, row, (guint)kind->rank_field) };
      if (of == parent)
        g_array_append_val (siblings, sibling);
    }
}

GArray *
sl_cmd_siblings (SlTxn *txn, SlKindId kind, SlId parent)
{
  return sl_cmd_list_siblings (sl_txn_get_snapshot (txn), kind, parent);
}

GArray *
sl_cmd_list_siblings (const SlSnapshot *plan, SlKindId kind, SlId parent)
{
  g_autoptr (GArray) siblings = g_array_new (FALSE, FALSE, sizeof (Sibling));
  for (guint k = 0; k < SL_N_KINDS; k++)
    if (sl_kind (k)->rank_field >= 0
        && sl_kind_family (sl_kind (k)) == sl_kind_family (sl_kind (kind)))
      collect_siblings (sl_snapshot_table (plan, k), sl_kind (k), parent, siblings);
  g_array_sort (siblings, compare_siblings);
  GArray *records = g_array_sized_new (FALSE, FALSE, sizeof (SlCmdRecord), siblings->len);
  for (guint i = 0; i < siblings->len; i++)
    g_array_append_val (records, g_array_index (siblings, Sibling, i).record);
  return records;
}

SlId
sl_cmd_last_sibling (SlTxn *txn, SlKindId kind, SlId parent, SlId except)
{
  g_autoptr (GArray) siblings = sl_cmd_siblings (txn, kind, parent);
  for (guint i = siblings->len; i > 0; i--)
    {
      SlId id = g_array_index (siblings, SlCmdRecord, i - 1).id;
      if (id != except)
        return id;
    }
  return SL_ID_NONE;
}

/* Whether something above @record is in @set. */
static gboolean
ancestor_is_in (SlTxn *txn, SlCmdRecord record, GHashTable *set)
{
  for (SlId parent = sl_cmd_parent (txn, &record); parent != SL_ID_NONE;
       parent = sl_cmd_parent (txn, &record))
    {
      if (g_hash_table_contains (set, &parent))
        return TRUE;
      record.id = parent;
      if (!sl_snapshot_find (sl_txn_get_snapshot (txn), parent, &record.kind, NULL))
        return FALSE;
    }
  return FALSE;
}

/* Moves the records of @wanted that are siblings of @record to @out, in their order. */
static void
take_siblings (SlTxn *txn, const SlCmdRecord *record, GHashTable *wanted, GArray *out)
{
  g_autoptr (GArray) siblings = sl_cmd_siblings (txn, record->kind, sl_cmd_parent (txn, record));
  for (guint i = 0; i < siblings->len; i++)
    {
      SlCmdRecord sibling = g_array_index (siblings, SlCmdRecord, i);
      if (g_hash_table_remove (wanted, &sibling.id))
        g_array_append_val (out, sibling);
    }
}

void
sl_cmd_arrange (SlTxn *txn, GArray *records)
{
  g_autoptr (GArray) top = g_array_new (FALSE, FALSE, sizeof (SlCmdRecord));
  g_autoptr (GHashTable) all = id_set_new (records);
  for (guint i = 0; i < records->len; i++)
    {
      SlCmdRecord record = g_array_index (records, SlCmdRecord, i);
      if (!ancestor_is_in (txn, record, all))
        g_array_append_val (top, record);
    }
  g_array_set_size (records, 0);
  g_autoptr (GHashTable) wanted = id_set_new (top);
  for (guint i = 0; i < top->len; i++)
    {
      SlCmdRecord record = g_array_index (top, SlCmdRecord, i);
      if (!g_hash_table_contains (wanted, &record.id))
        continue;
      if (sl_kind (record.kind)->rank_field >= 0)
        take_siblings (txn, &record, wanted, records);
      else
        g_array_append_val (records, record);
    }
}

/* The titles of the first two records that @row names, "Sales – Cut delivery time". */
static char *
relation_title (const SlSnapshot *plan, const SlKind *kind, guint row)
{
  const SlTable *table = sl_snapshot_table (plan, kind->id);
  GString *text = g_string_new (NULL);
  guint n = 0;
  for (guint field = 0; field < kind->n_fields && n < 2; field++)
    {
      if (kind->fields[field].type != SL_REF)
        continue;
      const char *title = sl_snapshot_title (plan, sl_table_ref (table, row, field));
      if (*title != '\0')
        g_string_append_printf (text, "%s%s", n++ > 0 ? " – " : "", title);
    }
  if (n == 0)
    g_string_assign (text, _ (kind->nick));
  return g_string_free (text, FALSE);
}

#define TITLE_CHARS 60

char *
sl_cmd_title (SlTxn *txn, SlId id)
{
  SlSnapshot *plan = sl_txn_get_snapshot (txn);
  SlKindId kind;
  guint row;
  if (!sl_snapshot_find (plan, id, &kind, &row))
    return g_strdup ("");
  const char *title = sl_snapshot_title (plan, id);
  g_autofree char *text
      = *title != '\0' ? g_strdup (title) : relation_title (plan, sl_kind (kind), row);
  return sl_text_shorten (text, TITLE_CHARS);
}

void
sl_cmd_name (SlTxn *txn, SlCommandResult *result, const GArray *records)
{
  if (records->len == 0)
    return;
  result->id = g_array_index (records, SlCmdRecord, 0).id;
  g_autofree char *first = sl_cmd_title (txn, result->id);
  g_free (result->subject);
  result->subject = records->len == 1 ? g_steal_pointer (&first)
                                      : g_strdup_printf ("%s (+%u)", first, records->len - 1);
}

void
sl_cmd_name_pair (SlTxn *txn, SlCommandResult *result, SlId subject, SlId detail, SlId id)
{
  g_free (result->subject);
  g_free (result->detail);
  result->subject = sl_cmd_title (txn, subject);
  result->detail = sl_cmd_title (txn, detail);
  result->id = id;
}
