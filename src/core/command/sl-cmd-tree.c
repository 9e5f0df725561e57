/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands that move records in their tree and among their siblings. What cannot move further
 * stays where it is: holding a key down at the end of a list is no mistake. */

#include "config.h"

#include "command/sl-command-private.h"

#include "base/sl-error.h"

#include <glib/gi18n-lib.h>

/* The records that "(ax)" names, arranged; all of kinds that have an order. */
static GArray *
read_movable (SlTxn *txn, GVariant *ids, SlCommandResult *result, GError **error)
{
  g_autoptr (GArray) records = sl_cmd_read_ids (txn, ids, error);
  if (records == NULL)
    return NULL;
  for (guint i = 0; i < records->len; i++)
    {
      const SlKind *kind = sl_kind (g_array_index (records, SlCmdRecord, i).kind);
      if (kind->rank_field >= 0)
        continue;
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("Records of this kind stand in no order: %s."), _ (kind->nick));
      return NULL;
    }
  sl_cmd_arrange (txn, records);
  sl_cmd_name (txn, result, records);
  return g_steal_pointer (&records);
}

/* The nearest sibling up to @after that does not move itself. */
static SlId
anchor_of (SlTxn *txn, const GArray *records, SlId parent, SlId after)
{
  g_autoptr (GArray) siblings
      = sl_cmd_siblings (txn, g_array_index (records, SlCmdRecord, 0).kind, parent);
  int place = after < 0 ? (int)siblings->len - 1 : sl_cmd_index (siblings, after);
  if (place < 0)
    return after;
  while (place >= 0 && sl_cmd_index (records, g_array_index (siblings, SlCmdRecord, place).id) >= 0)
    place--;
  return place >= 0 ? g_array_index (siblings, SlCmdRecord, place).id : SL_ID_NONE;
}

static gboolean
run_move (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) ids = NULL;
  gint64 parent, after;
  g_variant_get (params, "(@axxx)", &ids, &parent, &after);
  g_autoptr (GArray) records = read_movable (txn, ids, result, error);
  if (records == NULL)
    return FALSE;
  if (parent != SL_ID_NONE && !sl_cmd_find (txn, parent, NULL, NULL, error))
    return FALSE;
  if (records->len > 0)
    after = anchor_of (txn, records, parent, after);
  /* With an empty place before it, "last" is "first". */
  after = MAX (after, SL_ID_NONE);
  for (guint i = 0; i < records->len; i++)
    {
      const SlCmdRecord *record = &g_array_index (records, SlCmdRecord, i);
      if (!sl_txn_move (txn, record->kind, record->id, parent, after, error))
        return FALSE;
      after = record->id;
    }
  return TRUE;
}

/* Makes @record the last child of the sibling above it. */
static gboolean
indent (SlTxn *txn, const SlCmdRecord *record, GError **error)
{
  const SlKind *kind = sl_kind (record->kind);
  g_autoptr (GArray) siblings = sl_cmd_siblings (txn, record->kind, sl_cmd_parent (txn, record));
  int place = sl_cmd_index (siblings, record->id);
  if (place <= 0 || kind->parent_field < 0)
    return TRUE;
  const SlCmdRecord *above = &g_array_index (siblings, SlCmdRecord, place - 1);
  if (!(kind->fields[kind->parent_field].targets & SL_KIND_BIT (above->kind)))
    {
      g_autofree char *title = sl_cmd_title (txn, above->id);
      /* Translators: title, kind of record */
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("Nothing can stand below “%s”, which is a %s."), title,
                   _ (sl_kind (above->kind)->nick));
      return FALSE;
    }
  SlId last = sl_cmd_last_sibling (txn, record->kind, above->id, record->id);
  return sl_txn_move (txn, record->kind, record->id, above->id, last, error);
}

/* Puts @record right behind its parent. */
static gboolean
outdent (SlTxn *txn, const SlCmdRecord *record, GError **error)
{
  SlCmdRecord parent = { SL_KIND_PROJECT, sl_cmd_parent (txn, record) };
  if (parent.id == SL_ID_NONE)
    return TRUE;
  return sl_cmd_find (txn, parent.id, &parent.kind, NULL, error)
         && sl_txn_move (txn, record->kind, record->id, sl_cmd_parent (txn, &parent), parent.id,
                         error);
}

static gboolean
run_indent (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) ids = g_variant_get_child_value (params, 0);
  g_autoptr (GArray) records = read_movable (txn, ids, result, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!indent (txn, &g_array_index (records, SlCmdRecord, i), error))
      return FALSE;
  return records != NULL;
}

/* From the last to the first, so that their order stays. */
static gboolean
run_outdent (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) ids = g_variant_get_child_value (params, 0);
  g_autoptr (GArray) records = read_movable (txn, ids, result, error);
  for (guint i = records != NULL ? records->len : 0; i > 0; i--)
    if (!outdent (txn, &g_array_index (records, SlCmdRecord, i - 1), error))
      return FALSE;
  return records != NULL;
}

/* Moves @record past one neighbour, unless that is one of @records and so at the end itself. */
static gboolean
step (SlTxn *txn, const SlCmdRecord *record, const GArray *records, int direction, GError **error)
{
  SlId parent = sl_cmd_parent (txn, record);
  g_autoptr (GArray) siblings = sl_cmd_siblings (txn, record->kind, parent);
  int place = sl_cmd_index (siblings, record->id);
  int next = place + direction;
  if (next < 0 || next >= (int)siblings->len
      || sl_cmd_index (records, g_array_index (siblings, SlCmdRecord, next).id) >= 0)
    return TRUE;
  int behind = direction > 0 ? next : next - 1;
  SlId after = behind >= 0 ? g_array_index (siblings, SlCmdRecord, behind).id : SL_ID_NONE;
  return sl_txn_move (txn, record->kind, record->id, parent, after, error);
}

static gboolean
run_move_up (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) ids = g_variant_get_child_value (params, 0);
  g_autoptr (GArray) records = read_movable (txn, ids, result, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    if (!step (txn, &g_array_index (records, SlCmdRecord, i), records, -1, error))
      return FALSE;
  return records != NULL;
}

static gboolean
run_move_down (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) ids = g_variant_get_child_value (params, 0);
  g_autoptr (GArray) records = read_movable (txn, ids, result, error);
  for (guint i = records != NULL ? records->len : 0; i > 0; i--)
    if (!step (txn, &g_array_index (records, SlCmdRecord, i - 1), records, 1, error))
      return FALSE;
  return records != NULL;
}

const SlCommand sl_cmd_record_move = {
  "record.move",
  N_ ("Move “%s”"),
  "(axxx)",
  run_move,
};

const SlCommand sl_cmd_tree_indent = {
  "tree.indent",
  N_ ("Indent “%s”"),
  "(ax)",
  run_indent,
};

const SlCommand sl_cmd_tree_outdent = {
  "tree.outdent",
  N_ ("Outdent “%s”"),
  "(ax)",
  run_outdent,
};

const SlCommand sl_cmd_tree_move_up = {
  "tree.move-up",
  N_ ("Move “%s” up"),
  "(ax)",
  run_move_up,
};

const SlCommand sl_cmd_tree_move_down = {
  "tree.move-down",
  N_ ("Move “%s” down"),
  "(ax)",
  run_move_down,
};
