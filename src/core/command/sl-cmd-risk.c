/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands on risks: where they stand in the matrix, and the one that starts a contingency plan:
 * what was prepared becomes work. */

#include "config.h"

#include "command/sl-command-private.h"

#include "base/sl-date.h"
#include "base/sl-error.h"

#include <glib/gi18n-lib.h>

/* The tasks that wait for @risk. (transfer full) (element-type SlId) */
static GArray *
waiting_tasks (SlSnapshot *plan, SlId risk)
{
  const SlTable *tasks = sl_snapshot_table (plan, SL_KIND_TASK);
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (SlId));
  for (guint row = 0; row < sl_table_n_rows (tasks); row++)
    if (sl_table_ref (tasks, row, SL_TASK_RISK) == risk
        && sl_table_int (tasks, row, SL_TASK_STATUS) == SL_TASK_PARKED)
      {
        SlId id = sl_table_id (tasks, row);
        g_array_append_val (ids, id);
      }
  return ids;
}

/* How far tasks that were planned for a day that is past have to move: never back. */
static gint64
days_late (SlSnapshot *plan, const GArray *ids)
{
  const SlTable *tasks = sl_snapshot_table (plan, SL_KIND_TASK);
  gint64 first = G_MAXINT64;
  for (guint i = 0; i < ids->len; i++)
    {
      guint row;
      if (!sl_table_find (tasks, g_array_index (ids, SlId, i), &row))
        continue;
      gint64 start = sl_table_int (tasks, row, SL_TASK_START);
      gint64 day = start != SL_INT_NULL ? start : sl_table_int (tasks, row, SL_TASK_DUE);
      if (day != SL_INT_NULL)
        first = MIN (first, day);
    }
  return first < sl_day_today () ? sl_day_today () - first : 0;
}

static gboolean
shift_day (SlTxn *txn, SlId id, guint field, gint64 days, GError **error)
{
  const SlTable *tasks = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_TASK);
  guint row;
  if (days == 0 || !sl_table_find (tasks, id, &row) || !sl_table_is_set (tasks, row, field))
    return TRUE;
  SlValue day = sl_value_int (sl_table_int (tasks, row, field) + days);
  return sl_txn_set (txn, SL_KIND_TASK, id, field, &day, error);
}

static gboolean
start_tasks (SlTxn *txn, const GArray *ids, GError **error)
{
  gint64 days = days_late (sl_txn_get_snapshot (txn), ids);
  SlValue open = sl_value_int (SL_TASK_OPEN);
  for (guint i = 0; i < ids->len; i++)
    {
      SlId id = g_array_index (ids, SlId, i);
      if (!sl_txn_set (txn, SL_KIND_TASK, id, SL_TASK_STATUS, &open, error)
          || !shift_day (txn, id, SL_TASK_START, days, error)
          || !shift_day (txn, id, SL_TASK_DUE, days, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
write_decision (SlTxn *txn, SlId risk, guint row, GError **error)
{
  const SlTable *risks = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_RISK);
  g_autofree char *subject = sl_cmd_title (txn, risk);
  /* Translators: title of a decision; %s is a risk */
  g_autofree char *title = g_strdup_printf (_ ("Start the contingency plan of “%s”"), subject);
  g_autofree char *reason = g_strdup (sl_table_text (risks, row, SL_RISK_TRIGGER));
  SlCmdDecision decision = { .title = title,
                             .reason = reason,
                             .item = risk,
                             .owner = sl_table_ref (risks, row, SL_RISK_OWNER) };
  return sl_cmd_write_decision (txn, &decision, NULL, error);
}

static gboolean
run_activate (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  const SlTable *risks = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_RISK);
  SlValue today = sl_value_int (sl_day_today ());
  gint64 id;
  guint row;
  g_variant_get (params, "(x)", &id);
  if (!sl_cmd_require (txn, id, SL_KIND_RISK, error) || !sl_table_find (risks, id, &row))
    return FALSE;
  result->id = id;
  result->subject = sl_cmd_title (txn, id);
  if (sl_table_is_set (risks, row, SL_RISK_ACTIVATED))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("The contingency plan of “%s” is active already."), result->subject);
      return FALSE;
    }
  g_autoptr (GArray) tasks = waiting_tasks (sl_txn_get_snapshot (txn), id);
  return write_decision (txn, id, row, error)
         && sl_txn_set (txn, SL_KIND_RISK, id, SL_RISK_ACTIVATED, &today, error)
         && start_tasks (txn, tasks, error);
}

const SlCommand sl_cmd_risk_activate = {
  "risk.activate",
  N_ ("Start the contingency plan of “%s”"),
  "(x)",
  run_activate,
};

/* @first: the field of the probability; that of the impact follows it */
static gboolean
place (SlTxn *txn, GVariant *params, guint first, SlCommandResult *result, GError **error)
{
  gint64 risk, steps[2];
  g_variant_get (params, "(xxx)", &risk, &steps[0], &steps[1]);
  if (!sl_cmd_require (txn, risk, SL_KIND_RISK, error))
    return FALSE;
  result->id = risk;
  result->subject = sl_cmd_title (txn, risk);
  SlValue probability = sl_value_int (steps[0]), impact = sl_value_int (steps[1]);
  return sl_txn_set (txn, SL_KIND_RISK, risk, first, &probability, error)
         && sl_txn_set (txn, SL_KIND_RISK, risk, first + 1, &impact, error);
}

G_STATIC_ASSERT (SL_RISK_IMPACT == SL_RISK_PROBABILITY + 1);
G_STATIC_ASSERT (SL_RISK_RESIDUAL_IMPACT == SL_RISK_RESIDUAL_PROBABILITY + 1);

static gboolean
run_place (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  return place (txn, params, SL_RISK_PROBABILITY, result, error);
}

const SlCommand sl_cmd_risk_place = {
  "risk.place",
  N_ ("Set probability and impact of “%s”"),
  "(xxx)",
  run_place,
};

static gboolean
run_place_residual (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  return place (txn, params, SL_RISK_RESIDUAL_PROBABILITY, result, error);
}

const SlCommand sl_cmd_risk_place_residual = {
  "risk.place-residual",
  N_ ("Set what is left of “%s” after countermeasures"),
  "(xxx)",
  run_place_residual,
};
