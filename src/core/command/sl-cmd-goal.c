/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands on goals and between goals. */

#include "config.h"

#include "command/sl-command-private.h"

#include "base/sl-date.h"
#include "base/sl-error.h"

#include <glib/gi18n-lib.h>

static void
further_parent_init (SlCmdRow *row, SlId goal, SlId parent)
{
  sl_cmd_row_init (row, SL_KIND_GOAL_PARENT);
  sl_cmd_row_set_int (row, SL_GOAL_PARENT_GOAL, goal);
  sl_cmd_row_set_int (row, SL_GOAL_PARENT_PARENT, parent);
}

static gboolean
run_add_parent (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  gint64 goal, parent;
  g_variant_get (params, "(xx)", &goal, &parent);
  if (!sl_cmd_require (txn, goal, SL_KIND_GOAL, error)
      || !sl_cmd_require (txn, parent, SL_KIND_GOAL, error))
    return FALSE;
  sl_cmd_name_pair (txn, result, goal, parent, goal);
  SlCmdRecord record = { SL_KIND_GOAL, goal };
  g_auto (SlCmdRow) row;
  further_parent_init (&row, goal, parent);
  if (sl_cmd_parent (txn, &record) == parent || sl_cmd_row_exists (&row, txn, NULL))
    {
      /* Translators: titles of two goals */
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” is part of “%s” already."),
                   result->subject, result->detail);
      return FALSE;
    }
  return sl_cmd_row_insert (&row, txn, NULL, error);
}

static gboolean
run_remove_parent (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  gint64 goal, parent;
  g_variant_get (params, "(xx)", &goal, &parent);
  if (!sl_cmd_require (txn, goal, SL_KIND_GOAL, error)
      || !sl_cmd_require (txn, parent, SL_KIND_GOAL, error))
    return FALSE;
  sl_cmd_name_pair (txn, result, goal, parent, goal);
  g_auto (SlCmdRow) row;
  further_parent_init (&row, goal, parent);
  if (sl_cmd_row_exists (&row, txn, NULL))
    return sl_cmd_row_drop (&row, txn, error);
  /* Translators: titles of two goals */
  g_set_error (error, SL_ERROR, SL_ERROR_NOT_FOUND, _ ("“%s” is no further part of “%s”."),
               result->subject, result->detail);
  return FALSE;
}

static gboolean
run_link (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  gint64 source, target, strength;
  const char *reason;
  g_variant_get (params, "(xxx&s)", &source, &target, &strength, &reason);
  if (!sl_cmd_require (txn, source, SL_KIND_GOAL, error)
      || !sl_cmd_require (txn, target, SL_KIND_GOAL, error))
    return FALSE;
  sl_cmd_name_pair (txn, result, source, target, source);
  g_auto (SlCmdRow) row;
  sl_cmd_row_init (&row, SL_KIND_GOAL_LINK);
  sl_cmd_row_set_int (&row, SL_GOAL_LINK_SOURCE, source);
  sl_cmd_row_set_int (&row, SL_GOAL_LINK_TARGET, target);
  if (strength == 0)
    return sl_cmd_row_drop (&row, txn, error);
  sl_cmd_row_set_int (&row, SL_GOAL_LINK_STRENGTH, strength);
  sl_cmd_row_set_text (&row, SL_GOAL_LINK_REASON, reason);
  return sl_cmd_row_put (&row, txn, NULL, error);
}

static gboolean
run_confirm (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) ids = g_variant_get_child_value (params, 0);
  g_autoptr (GArray) records = sl_cmd_read_ids (txn, ids, error);
  if (records == NULL)
    return FALSE;
  SlValue today = sl_value_int (sl_day_today ());
  for (guint i = 0; i < records->len; i++)
    {
      SlId goal = g_array_index (records, SlCmdRecord, i).id;
      if (!sl_cmd_require (txn, goal, SL_KIND_GOAL, error)
          || !sl_txn_set (txn, SL_KIND_GOAL, goal, SL_GOAL_ASSESSED, &today, error))
        return FALSE;
    }
  sl_cmd_name (txn, result, records);
  return TRUE;
}

const SlCommand sl_cmd_goal_add_parent = {
  "goal.add-parent",
  N_ ("Make “%s” part of “%s” too"),
  "(xx)",
  run_add_parent,
};

const SlCommand sl_cmd_goal_remove_parent = {
  "goal.remove-parent",
  N_ ("Take “%s” out of “%s”"),
  "(xx)",
  run_remove_parent,
};

const SlCommand sl_cmd_goal_link = {
  "goal.link",
  N_ ("Say what “%s” does to “%s”"),
  "(xxxs)",
  run_link,
};

const SlCommand sl_cmd_goal_confirm = {
  "goal.confirm",
  N_ ("Confirm “%s”"),
  "(ax)",
  run_confirm,
};
