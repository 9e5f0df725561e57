/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands on the plan: who waits for whom, who works on what, and when. */

#include "config.h"

#include "command/sl-command-private.h"

#include "analysis/sl-plan-calendar.h"
#include "base/sl-error.h"

#include <glib/gi18n-lib.h>

/* Kinds that have a place in time; start -1: a moment. */
static const struct
{
  SlKindId kind;
  int start;
  int due;
} dated_kinds[] = {
  { SL_KIND_TASK, SL_TASK_START, SL_TASK_DUE },
  { SL_KIND_MILESTONE, -1, SL_MILESTONE_DUE },
  { SL_KIND_GOAL, SL_GOAL_START, SL_GOAL_DUE },
};

/* Finds the fields of an item that has dates. */
static gboolean
find_dates (SlTxn *txn, SlId id, SlKindId kind, int *start, int *due, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (dated_kinds); i++)
    if (dated_kinds[i].kind == kind)
      {
        *start = dated_kinds[i].start;
        *due = dated_kinds[i].due;
        return TRUE;
      }
  g_autofree char *title = sl_cmd_title (txn, id);
  /* Translators: title, kind of record */
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” has no place in time: it is a %s."),
               title, _ (sl_kind (kind)->nick));
  return FALSE;
}

static gboolean
run_dependency (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  gint64 before, after;
  const char *type;
  double lag;
  gboolean elapsed;
  g_variant_get (params, "(xx&sdb)", &before, &after, &type, &lag, &elapsed);
  if (!sl_cmd_find (txn, before, NULL, NULL, error) || !sl_cmd_find (txn, after, NULL, NULL, error))
    return FALSE;
  sl_cmd_name_pair (txn, result, after, before, after);
  g_auto (SlCmdRow) row;
  sl_cmd_row_init (&row, SL_KIND_DEPENDENCY);
  sl_cmd_row_set_int (&row, SL_DEPENDENCY_BEFORE, before);
  sl_cmd_row_set_int (&row, SL_DEPENDENCY_AFTER, after);
  if (*type == '\0')
    return sl_cmd_row_drop (&row, txn, error);
  const SlField *field = &row.kind->fields[SL_DEPENDENCY_TYPE];
  const SlEnumValue *value = sl_field_enum_by_name (field, type);
  if (value == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” cannot be “%s”."), _ (field->nick),
                   type);
      return FALSE;
    }
  sl_cmd_row_set_int (&row, SL_DEPENDENCY_TYPE, value->code);
  sl_cmd_row_set_real (&row, SL_DEPENDENCY_LAG, lag);
  sl_cmd_row_set_int (&row, SL_DEPENDENCY_ELAPSED, elapsed ? 1 : 0);
  return sl_cmd_row_put (&row, txn, NULL, error);
}

static gboolean
run_allocation (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  gint64 task, party;
  double units;
  g_variant_get (params, "(xxd)", &task, &party, &units);
  if (!sl_cmd_find (txn, task, NULL, NULL, error)
      || !sl_cmd_require (txn, party, SL_KIND_PARTY, error))
    return FALSE;
  sl_cmd_name_pair (txn, result, party, task, task);
  g_auto (SlCmdRow) row;
  sl_cmd_row_init (&row, SL_KIND_ALLOCATION);
  sl_cmd_row_set_int (&row, SL_ALLOCATION_TASK, task);
  sl_cmd_row_set_int (&row, SL_ALLOCATION_PARTY, party);
  if (units == 0.0)
    return sl_cmd_row_drop (&row, txn, error);
  sl_cmd_row_set_real (&row, SL_ALLOCATION_UNITS, units);
  return sl_cmd_row_put (&row, txn, NULL, error);
}

/* Adds what stands below the tasks among @records. */
static void
add_descendants (SlTxn *txn, GArray *records)
{
  SlSnapshot *plan = sl_txn_get_snapshot (txn);
  static const SlKindId kinds[] = { SL_KIND_TASK, SL_KIND_MILESTONE };
  for (guint i = 0; i < records->len; i++)
    {
      SlCmdRecord record = g_array_index (records, SlCmdRecord, i);
      for (guint k = 0; record.kind == SL_KIND_TASK && k < G_N_ELEMENTS (kinds); k++)
        {
          guint n;
          const SlId *children = sl_snapshot_children (plan, kinds[k], record.id, &n);
          for (guint c = 0; c < n; c++)
            {
              SlCmdRecord child = { kinds[k], children[c] };
              g_array_append_val (records, child);
            }
        }
    }
}

static gboolean
shift_field (SlTxn *txn, const SlCmdRecord *record, int field, gint64 days, GError **error)
{
  const SlTable *table = sl_snapshot_table (sl_txn_get_snapshot (txn), record->kind);
  guint row;
  if (field < 0 || !sl_cmd_find (txn, record->id, NULL, &row, error))
    return field < 0;
  gint64 day = sl_table_int (table, row, (guint)field);
  if (day == SL_INT_NULL)
    return TRUE;
  SlValue value = sl_value_int (day + days);
  return sl_txn_set (txn, record->kind, record->id, (guint)field, &value, error);
}

static gboolean
run_shift (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) ids = NULL;
  gint32 days;
  g_variant_get (params, "(@axi)", &ids, &days);
  g_autoptr (GArray) records = sl_cmd_read_ids (txn, ids, error);
  if (records == NULL)
    return FALSE;
  sl_cmd_name (txn, result, records);
  add_descendants (txn, records);
  g_autoptr (GHashTable) shifted = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < records->len; i++)
    {
      SlCmdRecord *record = &g_array_index (records, SlCmdRecord, i);
      int start, due;
      if (!g_hash_table_add (shifted, &record->id))
        continue;
      if (!find_dates (txn, record->id, record->kind, &start, &due, error)
          || !shift_field (txn, record, start, days, error)
          || !shift_field (txn, record, due, days, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
set_day (SlTxn *txn, const SlCmdRecord *record, int field, gint64 day, GError **error)
{
  SlValue value = day != SL_INT_NULL ? sl_value_int (day) : (SlValue)SL_VALUE_INIT;
  return sl_txn_set (txn, record->kind, record->id, (guint)field, &value, error);
}

/* A task that says how long it takes says so of its new dates. */
static gboolean
fit_duration (SlTxn *txn, const SlCmdRecord *task, gint64 start, gint64 due, GError **error)
{
  SlSnapshot *plan = sl_txn_get_snapshot (txn);
  const SlTable *tasks = sl_snapshot_table (plan, SL_KIND_TASK);
  guint row;
  if (!sl_table_find (tasks, task->id, &row) || !sl_table_is_set (tasks, row, SL_TASK_DURATION)
      || start == SL_INT_NULL || due == SL_INT_NULL)
    return TRUE;
  g_autoptr (SlCalendar) calendar = sl_plan_calendar_new (plan);
  SlValue duration = sl_value_real ((double)sl_calendar_count (calendar, start, due + 1));
  return sl_txn_set (txn, SL_KIND_TASK, task->id, SL_TASK_DURATION, &duration, error);
}

static gboolean
run_resize (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  SlCmdRecord record = { SL_KIND_PROJECT, SL_ID_NONE };
  gint64 start, due;
  int start_field, due_field;
  g_variant_get (params, "(xxx)", &record.id, &start, &due);
  if (!sl_cmd_find (txn, record.id, &record.kind, NULL, error)
      || !find_dates (txn, record.id, record.kind, &start_field, &due_field, error))
    return FALSE;
  result->id = record.id;
  result->subject = sl_cmd_title (txn, record.id);
  if (start_field >= 0 && start != SL_INT_NULL && due != SL_INT_NULL && start > due)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” would end before it starts."),
                   result->subject);
      return FALSE;
    }
  if ((start_field >= 0 && !set_day (txn, &record, start_field, start, error))
      || !set_day (txn, &record, due_field, due, error))
    return FALSE;
  return record.kind != SL_KIND_TASK || fit_duration (txn, &record, start, due, error);
}

/* Sets the dates of both sides; makes the dependency where there is none. */
static gboolean
run_hand_off (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  gint64 before, after, promised, needed;
  g_variant_get (params, "(xxxx)", &before, &after, &promised, &needed);
  if (!sl_cmd_find (txn, before, NULL, NULL, error) || !sl_cmd_find (txn, after, NULL, NULL, error))
    return FALSE;
  g_auto (SlCmdRow) row;
  sl_cmd_row_init (&row, SL_KIND_DEPENDENCY);
  sl_cmd_row_set_int (&row, SL_DEPENDENCY_BEFORE, before);
  sl_cmd_row_set_int (&row, SL_DEPENDENCY_AFTER, after);
  SlCmdRecord record = { SL_KIND_DEPENDENCY, SL_ID_NONE };
  if ((!sl_cmd_row_exists (&row, txn, &record.id) && !sl_cmd_row_insert (&row, txn, NULL, error))
      || !set_day (txn, &record, SL_DEPENDENCY_PROMISED, promised, error)
      || !set_day (txn, &record, SL_DEPENDENCY_NEEDED, needed, error))
    return FALSE;
  sl_cmd_name_pair (txn, result, before, after, record.id);
  return TRUE;
}

const SlCommand sl_cmd_dependency_set = {
  "dependency.set",
  N_ ("Change what “%s” waits for: “%s”"),
  "(xxsdb)",
  run_dependency,
};

const SlCommand sl_cmd_hand_off_set = {
  "hand-off.set",
  N_ ("Change hand-off of “%s” to “%s”"),
  "(xxxx)",
  run_hand_off,
};

const SlCommand sl_cmd_allocation_set = {
  "allocation.set",
  N_ ("Change share of “%s” in “%s”"),
  "(xxd)",
  run_allocation,
};

const SlCommand sl_cmd_item_shift = {
  "item.shift",
  N_ ("Shift “%s”"),
  "(axi)",
  run_shift,
};

const SlCommand sl_cmd_item_resize = {
  "item.resize",
  N_ ("Change dates of “%s”"),
  "(xxx)",
  run_resize,
};
