/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands on parties: those that name them instead of pointing at them, where an unknown name
 * becomes a person without any dialog; their place between power and interest; and work that is
 * about them. */

#include "config.h"

#include "command/sl-command-private.h"

#include "base/sl-error.h"

#include <glib/gi18n-lib.h>

/* The field of @kind that says who, or -1 with an error. */
static int
who_field (SlKindId kind, GError **error)
{
  static const char *const names[] = { "owner", "party", "author" };
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int field = sl_kind_field (sl_kind (kind), names[i]);
      if (field >= 0)
        return field;
    }
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("Records of this kind belong to nobody: %s."),
               _ (sl_kind (kind)->nick));
  return -1;
}

static gboolean
run_set_by_name (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) ids = NULL;
  const char *name;
  g_variant_get (params, "(@ax&s)", &ids, &name);
  g_autoptr (GArray) records = sl_cmd_read_ids (txn, ids, error);
  if (records == NULL || records->len == 0)
    return records != NULL;
  SlId party;
  g_autoptr (SlCmdParties) parties = sl_cmd_parties_new (txn);
  if (!sl_cmd_parties_get (parties, name, &party, error))
    return FALSE;
  SlValue value = party != SL_ID_NONE ? sl_value_int (party) : (SlValue)SL_VALUE_INIT;
  for (guint i = 0; i < records->len; i++)
    {
      const SlCmdRecord *record = &g_array_index (records, SlCmdRecord, i);
      int field = who_field (record->kind, error);
      if (field < 0 || !sl_txn_set (txn, record->kind, record->id, (guint)field, &value, error))
        return FALSE;
      if (result->detail == NULL)
        result->detail = g_strdup (sl_kind (record->kind)->fields[field].nick);
    }
  sl_cmd_name (txn, result, records);
  return TRUE;
}

const SlCommand sl_cmd_owner_set_by_name = {
  "owner.set-by-name",
  N_ ("Change %2$s of “%1$s”"),
  "(axs)",
  run_set_by_name,
};

static gboolean
run_place (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  gint64 party;
  double power, interest;
  g_variant_get (params, "(xdd)", &party, &power, &interest);
  if (!sl_cmd_require (txn, party, SL_KIND_PARTY, error))
    return FALSE;
  result->id = party;
  result->subject = sl_cmd_title (txn, party);
  SlValue up = sl_value_real (power), across = sl_value_real (interest);
  return sl_txn_set (txn, SL_KIND_PARTY, party, SL_PARTY_POWER, &up, error)
         && sl_txn_set (txn, SL_KIND_PARTY, party, SL_PARTY_INTEREST, &across, error);
}

const SlCommand sl_cmd_party_place = {
  "party.place",
  N_ ("Set power and interest of “%s”"),
  "(xdd)",
  run_place,
};

/* The party is asked in it. */
static gboolean
add_consulted (SlTxn *txn, SlId task, SlId party, GError **error)
{
  g_auto (SlCmdRow) row;
  sl_cmd_row_init (&row, SL_KIND_ROLE);
  sl_cmd_row_set_int (&row, SL_ROLE_ITEM, task);
  sl_cmd_row_set_int (&row, SL_ROLE_PARTY, party);
  sl_cmd_row_set_int (&row, SL_ROLE_LETTER, SL_ROLE_CONSULTED);
  return sl_cmd_row_put (&row, txn, NULL, error);
}

/* Who owns the goal does it and answers for it. */
static gboolean
run_plan_task (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  const SlTable *goals = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_GOAL);
  gint64 party, goal, due;
  const char *title;
  guint number;
  g_auto (SlCmdRow) row;
  sl_cmd_row_init (&row, SL_KIND_TASK);
  g_variant_get (params, "(xx&sx)", &party, &goal, &title, &due);
  if (!sl_cmd_require (txn, party, SL_KIND_PARTY, error)
      || (goal != SL_ID_NONE && !sl_cmd_require (txn, goal, SL_KIND_GOAL, error)))
    return FALSE;
  sl_cmd_row_set_text (&row, SL_TASK_TITLE, title);
  if (due != SL_INT_NULL)
    sl_cmd_row_set_int (&row, SL_TASK_DUE, due);
  if (goal != SL_ID_NONE)
    sl_cmd_row_set_int (&row, SL_TASK_GOAL, goal);
  if (goal != SL_ID_NONE && sl_table_find (goals, goal, &number)
      && sl_table_is_set (goals, number, SL_GOAL_OWNER))
    {
      sl_cmd_row_set_int (&row, SL_TASK_OWNER, sl_table_ref (goals, number, SL_GOAL_OWNER));
      sl_cmd_row_set_int (&row, SL_TASK_ACCOUNTABLE, sl_table_ref (goals, number, SL_GOAL_OWNER));
    }
  if (!sl_cmd_row_insert (&row, txn, &result->id, error)
      || !add_consulted (txn, result->id, party, error))
    return FALSE;
  result->subject = sl_cmd_title (txn, result->id);
  return TRUE;
}

const SlCommand sl_cmd_party_plan_task = {
  "party.plan-task",
  N_ ("Plan “%s”"),
  "(xxsx)",
  run_plan_task,
};
