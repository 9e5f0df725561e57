/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Running a command so that former wordings and numbers stay: whatever command changes a field with
 * SL_VERSIONED, a record of what it was before is written in the same step. What is corrected on
 * the same day, and was not explained yet, stays one change. A step that writes a decision about
 * the record, too, says there why. */

#include "config.h"

#include "command/sl-command-private.h"

#include "base/sl-date.h"

/* The change of today that @field of @item has and nobody gave a reason for; SL_ID_NONE. */
static SlId
find_unexplained (SlTxn *txn, SlId item, const SlField *field)
{
  const SlTable *versions = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_VERSION);

  for (guint row = sl_table_n_rows (versions); row-- > 0;)
    if (sl_table_ref (versions, row, SL_VERSION_ITEM) == item
        && sl_table_int (versions, row, SL_VERSION_DAY) == sl_day_today ()
        && !sl_table_is_set (versions, row, SL_VERSION_REASON)
        && g_strcmp0 (sl_table_text (versions, row, SL_VERSION_FIELD), field->name) == 0)
      return sl_table_id (versions, row);
  return SL_ID_NONE;
}

/* The reason of a decision about @item among the records @new_ids, or NULL. (transfer full) */
static char *
find_reason (SlTxn *txn, SlId item, GHashTable *new_ids)
{
  const SlTable *decisions = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_DECISION);
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, new_ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      guint row = 0;

      if (sl_table_find (decisions, *(const SlId *)id, &row)
          && sl_table_ref (decisions, row, SL_DECISION_ITEM) == item
          && sl_table_is_set (decisions, row, SL_DECISION_REASON))
        return g_strdup (sl_table_text (decisions, row, SL_DECISION_REASON));
    }
  return NULL;
}

static gboolean
set_text (SlTxn *txn, SlId version, guint field, const char *text, GError **error)
{
  g_auto (SlValue) value = sl_value_text (text);

  return text == NULL || sl_txn_set (txn, SL_KIND_VERSION, version, field, &value, error);
}

/* Goes on in the change @version: it is none any more where it leads back to what was before. */
static gboolean
extend (SlTxn *txn, SlId version, const char *after, const char *reason, GError **error)
{
  const SlTable *versions = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_VERSION);
  guint row = 0;

  if (sl_table_find (versions, version, &row)
      && g_strcmp0 (sl_table_text (versions, row, SL_VERSION_BEFORE), after) == 0)
    return sl_txn_remove (txn, SL_KIND_VERSION, version, error);
  return set_text (txn, version, SL_VERSION_AFTER, after, error)
         && set_text (txn, version, SL_VERSION_REASON, reason, error);
}

static gboolean
keep_version (SlTxn *txn, const SlChange *change, GHashTable *new_ids, GError **error)
{
  const SlField *field = &sl_kind (change->kind)->fields[change->field];
  g_autofree char *before = sl_field_format (field, &change->old_value);
  g_autofree char *after = sl_field_format (field, &change->new_value);
  g_autofree char *reason = find_reason (txn, change->id, new_ids);
  SlId version = find_unexplained (txn, change->id, field);
  g_auto (SlCmdRow) row;

  sl_cmd_row_init (&row, SL_KIND_VERSION);
  if (version != SL_ID_NONE)
    return extend (txn, version, after, reason, error);
  sl_cmd_row_set_int (&row, SL_VERSION_ITEM, change->id);
  sl_cmd_row_set_text (&row, SL_VERSION_FIELD, field->name);
  sl_cmd_row_set_int (&row, SL_VERSION_DAY, sl_day_today ());
  sl_cmd_row_set_text (&row, SL_VERSION_BEFORE, before);
  sl_cmd_row_set_text (&row, SL_VERSION_AFTER, after);
  if (reason != NULL)
    sl_cmd_row_set_text (&row, SL_VERSION_REASON, reason);
  return sl_cmd_row_insert (&row, txn, NULL, error);
}

/* Whether something was there before that is to be kept. */
static gboolean
is_kept (const SlChange *change)
{
  return change->op == SL_CHANGE_SET
         && (sl_kind (change->kind)->fields[change->field].flags & SL_VERSIONED) != 0
         && change->old_value.type != SL_VALUE_NULL
         && !(change->old_value.type == SL_VALUE_TEXT && change->old_value.s[0] == '\0');
}

/* Records that @changes insert. (transfer full) */
static GHashTable *
list_new (const SlChangeSet *changes)
{
  GHashTable *ids = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < sl_change_set_length (changes); i++)
    {
      const SlChange *change = sl_change_set_get (changes, i);

      if (change->op == SL_CHANGE_INSERT)
        g_hash_table_add (ids, (gpointer)&change->id);
    }
  return ids;
}

gboolean
sl_command_run (const SlCommand *command, SlTxn *txn, GVariant *params, SlCommandResult *result,
                GError **error)
{
  g_autoptr (SlChangeSet) net = NULL;
  g_autoptr (GHashTable) new_records = NULL;

  if (!command->run (txn, params, result, error))
    return FALSE;
  net = sl_change_set_net (sl_txn_get_changes (txn));
  new_records = list_new (net);
  for (guint i = 0; i < sl_change_set_length (net); i++)
    {
      const SlChange *change = sl_change_set_get (net, i);

      if (is_kept (change) && !g_hash_table_contains (new_records, &change->id)
          && sl_cmd_find (txn, change->id, NULL, NULL, NULL)
          && !keep_version (txn, change, new_records, error))
        return FALSE;
    }
  return TRUE;
}
