/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands on where the plan comes from and goes: what a goal does to a value, and the state of a
 * day, frozen so that a later one can be set against it. */

#include "config.h"

#include "command/sl-command-private.h"

#include "analysis/sl-goal-state.h"
#include "base/sl-date.h"
#include "base/sl-error.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* --- Values --- */

static gboolean
run_mark (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  const SlField *field = &sl_kind (SL_KIND_VALUE_MARK)->fields[SL_VALUE_MARK_EFFECT];
  const SlEnumValue *effect;
  g_auto (SlCmdRow) row;
  gint64 goal, value;
  const char *name, *reason;

  g_variant_get (params, "(xx&s&s)", &goal, &value, &name, &reason);
  sl_cmd_row_init (&row, SL_KIND_VALUE_MARK);
  if (!sl_cmd_require (txn, goal, SL_KIND_GOAL, error)
      || !sl_cmd_require (txn, value, SL_KIND_CORE_VALUE, error))
    return FALSE;
  sl_cmd_name_pair (txn, result, goal, value, SL_ID_NONE);
  sl_cmd_row_set_int (&row, SL_VALUE_MARK_GOAL, goal);
  sl_cmd_row_set_int (&row, SL_VALUE_MARK_VALUE, value);
  if (*name == '\0')
    return sl_cmd_row_drop (&row, txn, error);
  effect = sl_field_enum_by_name (field, name);
  if (effect == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” cannot be “%s”."), _ (field->nick),
                   name);
      return FALSE;
    }
  sl_cmd_row_set_int (&row, SL_VALUE_MARK_EFFECT, effect->code);
  if (*reason != '\0')
    sl_cmd_row_set_text (&row, SL_VALUE_MARK_REASON, reason);
  return sl_cmd_row_put (&row, txn, NULL, error);
}

/* --- Frozen states --- */

static void
append_list (const SlSnapshot *plan, SlSwotList list, GString *text)
{
  const SlTable *entries = sl_snapshot_table (plan, SL_KIND_SWOT);

  for (guint row = 0; row < sl_table_n_rows (entries); row++)
    if (sl_table_int (entries, row, SL_SWOT_LIST) == (gint64)list
        && text->len + 2100 < SL_PROSE_MAX_CHARS)
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? "\n" : "",
                              _ (sl_kind (SL_KIND_SWOT)->fields[SL_SWOT_LIST].values[list].nick),
                              sl_table_text (entries, row, SL_SWOT_TITLE));
}

/* How far something is. */
typedef struct
{
  SlId item;
  double value;
} Measured;

static void
add_measured (GArray *list, SlId item, double value)
{
  const Measured measured = { item, value };

  if (!isnan (value))
    g_array_append_val (list, measured);
}

/* Goals that are not closed by their progress, KPIs by their newest value. (transfer full) */
static GArray *
measure (const SlSnapshot *plan)
{
  g_autoptr (SlGoalProgress) progress = sl_goal_progress_new (plan, sl_day_today ());
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  const SlTable *kpis = sl_snapshot_table (plan, SL_KIND_KPI);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Measured));

  for (guint row = 0; row < sl_table_n_rows (goals); row++)
    if (sl_table_int (goals, row, SL_GOAL_STATUS) <= SL_GOAL_ACTIVE)
      add_measured (list, sl_table_id (goals, row),
                    sl_goal_progress_get (progress, sl_table_id (goals, row))->progress);
  for (guint row = 0; row < sl_table_n_rows (kpis); row++)
    {
      double current = NAN;

      sl_goal_progress_get_kpi (progress, sl_table_id (kpis, row), &current);
      add_measured (list, sl_table_id (kpis, row), current);
    }
  return list;
}

static gboolean
freeze_values (SlTxn *txn, const GArray *measured, SlId state, GError **error)
{
  for (guint i = 0; i < measured->len; i++)
    {
      const Measured *one = &g_array_index (measured, Measured, i);
      g_auto (SlCmdRow) row;

      sl_cmd_row_init (&row, SL_KIND_AS_IS_VALUE);
      sl_cmd_row_set_int (&row, SL_AS_IS_VALUE_AS_IS, state);
      sl_cmd_row_set_int (&row, SL_AS_IS_VALUE_ITEM, one->item);
      sl_cmd_row_set_real (&row, SL_AS_IS_VALUE_VALUE, one->value);
      if (!sl_cmd_row_insert (&row, txn, NULL, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
run_freeze (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  const SlSnapshot *plan = sl_txn_get_snapshot (txn);
  g_autoptr (GArray) measured = measure (plan);
  g_autoptr (GString) swot = g_string_new (NULL);
  g_auto (SlCmdRow) row;
  const char *title;

  g_variant_get (params, "(&s)", &title);
  for (guint list = 0; list < SL_N_SWOT_LISTS; list++)
    append_list (plan, list, swot);
  sl_cmd_row_init (&row, SL_KIND_AS_IS);
  sl_cmd_row_set_text (&row, SL_AS_IS_TITLE, title);
  sl_cmd_row_set_int (&row, SL_AS_IS_DAY, sl_day_today ());
  if (swot->len > 0)
    sl_cmd_row_set_text (&row, SL_AS_IS_SWOT, swot->str);
  result->subject = g_strdup (title);
  return sl_cmd_row_insert (&row, txn, &result->id, error)
         && freeze_values (txn, measured, result->id, error);
}

const SlCommand sl_cmd_value_mark = {
  "value.mark",
  N_ ("Say what “%s” does to “%s”"),
  "(xxss)",
  run_mark,
};

const SlCommand sl_cmd_state_freeze = {
  "state.freeze",
  N_ ("Freeze the state “%s”"),
  "(s)",
  run_freeze,
};
