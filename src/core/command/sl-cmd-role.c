/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The command that says who does, answers for, is asked about and is told of a piece of work. */

#include "config.h"

#include "command/sl-command-private.h"

#include "base/sl-error.h"
#include "methods/sl-stakeholders.h"

#include <glib/gi18n-lib.h>

/* What has roles; it is added to @items, each once. */
static gboolean
check_item (SlTxn *txn, SlId item, GArray *items, GError **error)
{
  SlCmdRecord record = { SL_KIND_GOAL, item };
  if (!sl_cmd_find (txn, item, &record.kind, NULL, error))
    return FALSE;
  if (record.kind != SL_KIND_GOAL && record.kind != SL_KIND_TASK
      && record.kind != SL_KIND_MILESTONE)
    {
      g_autofree char *title = sl_cmd_title (txn, item);
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("Roles are given for goals, tasks and milestones; “%s” is none."), title);
      return FALSE;
    }
  if (sl_cmd_index (items, item) < 0)
    g_array_append_val (items, record);
  return TRUE;
}

static gboolean
set_cell (SlTxn *txn, SlId item, SlId party, const char *letters, GError **error)
{
  guint roles = 0;
  if (!sl_cmd_require (txn, party, SL_KIND_PARTY, error))
    return FALSE;
  if (!sl_raci_from_text (letters, &roles))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("A role is R, A, C or I; “%s” is none of them."), letters);
      return FALSE;
    }
  for (guint role = 0; SL_RACI_LETTERS[role] != '\0'; role++)
    {
      g_auto (SlCmdRow) row;
      sl_cmd_row_init (&row, SL_KIND_ROLE);
      sl_cmd_row_set_int (&row, SL_ROLE_ITEM, item);
      sl_cmd_row_set_int (&row, SL_ROLE_PARTY, party);
      sl_cmd_row_set_int (&row, SL_ROLE_LETTER, role);
      gboolean ok = (roles >> role) & 1 ? sl_cmd_row_put (&row, txn, NULL, error)
                                        : sl_cmd_row_drop (&row, txn, error);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_set (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariantIter) cells = NULL;
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (SlCmdRecord));
  gint64 item, party;
  const char *letters;
  g_variant_get (params, "(a(xxs))", &cells);
  while (g_variant_iter_next (cells, "(xx&s)", &item, &party, &letters))
    if (!check_item (txn, item, items, error) || !set_cell (txn, item, party, letters, error))
      return FALSE;
  sl_cmd_name (txn, result, items);
  result->id = SL_ID_NONE;
  return TRUE;
}

const SlCommand sl_cmd_role_set = {
  "role.set",
  N_ ("Set roles in “%s”"),
  "(a(xxs))",
  run_set,
};
