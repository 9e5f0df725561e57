/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands that plan anew: a shift of all that hangs together, and what was not finished in one
 * period carried over to the next, with a reason. */

#include "config.h"

#include "command/sl-command-private.h"

#include "analysis/sl-plan-calendar.h"
#include "analysis/sl-replan.h"
#include "base/sl-error.h"

#include <glib/gi18n-lib.h>

/* More months than this are a slip of the finger. */
#define MAX_MONTHS 120

static gboolean
set_day (SlTxn *txn, const SlReplanItem *item, const char *name, gint64 day, GError **error)
{
  int field = sl_kind_field (sl_kind (item->kind), name);
  SlValue value = sl_value_int (day);
  return field < 0 || day == SL_INT_NULL
         || sl_txn_set (txn, item->kind, item->id, (guint)field, &value, error);
}

/* Writes the dates of @item; a task that says how long it takes says so of them. */
static gboolean
place_item (SlTxn *txn, const SlReplanItem *item, const SlCalendar *calendar, GError **error)
{
  const SlTable *tasks = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_TASK);
  guint row;
  if (!set_day (txn, item, "start", item->start, error)
      || !set_day (txn, item, "due", item->due, error))
    return FALSE;
  if (item->kind != SL_KIND_TASK || item->start == SL_INT_NULL || item->due == SL_INT_NULL
      || !sl_table_find (tasks, item->id, &row) || !sl_table_is_set (tasks, row, SL_TASK_DURATION))
    return TRUE;
  SlValue duration
      = sl_value_real ((double)sl_calendar_count (calendar, item->start, item->due + 1));
  return sl_txn_set (txn, SL_KIND_TASK, item->id, SL_TASK_DURATION, &duration, error);
}

static gboolean
run_shift (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) ids = NULL;
  gint32 days;
  gsize n;
  g_variant_get (params, "(@axi)", &ids, &days);
  g_autoptr (GArray) records = sl_cmd_read_ids (txn, ids, error);
  if (records == NULL)
    return FALSE;
  sl_cmd_name (txn, result, records);
  const SlId *raw = g_variant_get_fixed_array (ids, &n, sizeof (SlId));
  const SlSnapshot *plan = sl_txn_get_snapshot (txn);
  g_autoptr (GArray) items = sl_replan_reach (plan, raw, (guint)n);
  g_autoptr (SlCalendar) calendar = sl_plan_calendar_new (plan);
  for (guint i = 0; i < items->len; i++)
    {
      SlReplanItem *item = &g_array_index (items, SlReplanItem, i);
      if (item->stays)
        continue;
      sl_replan_shift (item, calendar, days);
      if (!place_item (txn, item, calendar, error))
        return FALSE;
    }
  return TRUE;
}

/* One decision for each goal, whose dates parties agreed on, and one for all tasks together. */
static gboolean
write_reasons (SlTxn *txn, const GArray *moved, const char *reason, GError **error)
{
  SlId work = SL_ID_NONE;
  for (guint i = 0; i < moved->len; i++)
    {
      const SlCmdRecord *record = &g_array_index (moved, SlCmdRecord, i);
      if (record->kind != SL_KIND_GOAL && work != SL_ID_NONE)
        continue;
      g_autofree char *subject = sl_cmd_title (txn, record->id);
      g_autofree char *covers = sl_cmd_list_covered (txn, record->id, record->id);
      /* Translators: title of a decision; %s is a goal or a task */
      g_autofree char *title = g_strdup_printf (_ ("Carry over “%s”"), subject);
      const SlCmdDecision decision
          = { .title = title, .reason = reason, .item = record->id, .covers = covers };
      if (!sl_cmd_write_decision (txn, &decision, NULL, error))
        return FALSE;
      if (record->kind != SL_KIND_GOAL)
        work = record->id;
    }
  return TRUE;
}

static gboolean
check_carry_over (int months, const char *reason, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (reason));
  if (months < 1 || months > MAX_MONTHS)
    g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("Work is carried over by 1 to %d months."),
                 MAX_MONTHS);
  else if (*stripped == '\0')
    g_set_error_literal (error, SL_ERROR, SL_ERROR_INVALID,
                         _ ("Say why it is carried over: whoever waits for it will ask."));
  else
    return TRUE;
  return FALSE;
}

static gboolean
run_carry_over (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) ids = NULL;
  const char *reason;
  gint32 months;
  g_variant_get (params, "(@axi&s)", &ids, &months, &reason);
  g_autoptr (GArray) records = sl_cmd_read_ids (txn, ids, error);
  if (records == NULL || !check_carry_over (months, reason, error))
    return FALSE;
  sl_cmd_name (txn, result, records);
  g_autoptr (SlCalendar) calendar = sl_plan_calendar_new (sl_txn_get_snapshot (txn));
  g_autoptr (GArray) moved = g_array_new (FALSE, FALSE, sizeof (SlCmdRecord));
  for (guint i = 0; i < records->len; i++)
    {
      SlCmdRecord *record = &g_array_index (records, SlCmdRecord, i);
      SlReplanItem item;
      if (!sl_replan_read (&item, sl_txn_get_snapshot (txn), record->id) || item.stays
          || item.due == SL_INT_NULL)
        continue;
      sl_replan_carry (&item, calendar, months);
      if (!place_item (txn, &item, calendar, error))
        return FALSE;
      g_array_append_val (moved, *record);
    }
  return write_reasons (txn, moved, reason, error);
}

const SlCommand sl_cmd_plan_shift = {
  "plan.shift",
  N_ ("Shift “%s” with all that belongs to it"),
  "(axi)",
  run_shift,
};

const SlCommand sl_cmd_plan_carry_over = {
  "plan.carry-over",
  N_ ("Carry over “%s”"),
  "(axis)",
  run_carry_over,
};
