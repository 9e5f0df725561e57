/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The commands that check in on a goal: how far it is, how sure the owner is, and in words why, as
 * one step; and that close it: what came of it, and what was learned. */

#include "config.h"

#include "command/sl-command-private.h"

#include "base/sl-date.h"
#include "base/sl-error.h"

#include <glib/gi18n-lib.h>

static gboolean
set_fields (SlTxn *txn, SlId goal, GVariantIter *fields, GError **error)
{
  const char *name;
  GVariant *boxed;

  while (g_variant_iter_next (fields, "{&sv}", &name, &boxed))
    {
      g_autoptr (GVariant) variant = boxed;
      g_auto (SlValue) value = SL_VALUE_INIT;
      int field = sl_cmd_field (SL_KIND_GOAL, name, error);

      if (field < 0
          || !sl_cmd_read_value (&sl_kind (SL_KIND_GOAL)->fields[field], variant, &value, error)
          || !sl_txn_set (txn, SL_KIND_GOAL, goal, (guint)field, &value, error))
        return FALSE;
    }
  return TRUE;
}

/* What was done or given up has a day. */
static gboolean
set_days (SlTxn *txn, SlId goal, GError **error)
{
  const SlTable *goals = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_GOAL);
  const SlValue today = sl_value_int (sl_day_today ());
  gint64 status;
  guint row = 0;

  if (!sl_table_find (goals, goal, &row))
    return FALSE;
  status = sl_table_int (goals, row, SL_GOAL_STATUS);
  if ((status == SL_GOAL_DONE || status == SL_GOAL_DROPPED)
      && !sl_table_is_set (goals, row, SL_GOAL_CLOSED)
      && !sl_txn_set (txn, SL_KIND_GOAL, goal, SL_GOAL_CLOSED, &today, error))
    return FALSE;
  return sl_txn_set (txn, SL_KIND_GOAL, goal, SL_GOAL_ASSESSED, &today, error);
}

static gboolean
add_words (SlTxn *txn, SlId goal, const char *words, GError **error)
{
  g_auto (SlCmdRow) row;

  sl_cmd_row_init (&row, SL_KIND_NOTE);
  sl_cmd_row_set_text (&row, SL_NOTE_TEXT, words);
  sl_cmd_row_set_int (&row, SL_NOTE_ITEM, goal);
  sl_cmd_row_set_int (&row, SL_NOTE_DAY, sl_day_today ());
  return sl_cmd_row_insert (&row, txn, NULL, error);
}

static gboolean
run_check_in (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariantIter) fields = NULL;
  g_autofree char *words = NULL;
  gint64 goal;

  g_variant_get (params, "(xa{sv}s)", &goal, &fields, &words);
  if (!sl_cmd_require (txn, goal, SL_KIND_GOAL, error) || !set_fields (txn, goal, fields, error)
      || !set_days (txn, goal, error))
    return FALSE;
  result->subject = sl_cmd_title (txn, goal);
  result->id = goal;
  return *g_strstrip (words) == '\0' || add_words (txn, goal, words, error);
}

/* Sets field @field of @goal to the code called @name; "" leaves it. */
static gboolean
set_code (SlTxn *txn, SlId goal, guint field, const char *name, GError **error)
{
  const SlField *spec = &sl_kind (SL_KIND_GOAL)->fields[field];
  const SlEnumValue *code = *name != '\0' ? sl_field_enum_by_name (spec, name) : NULL;
  SlValue value = SL_VALUE_INIT;

  if (*name == '\0')
    return TRUE;
  if (code == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” cannot be “%s”."), _ (spec->nick),
                   name);
      return FALSE;
    }
  value = sl_value_int (code->code);
  return sl_txn_set (txn, SL_KIND_GOAL, goal, field, &value, error);
}

static gboolean
set_words (SlTxn *txn, SlId goal, guint field, const char *words, GError **error)
{
  const SlField *spec = &sl_kind (SL_KIND_GOAL)->fields[field];
  g_autoptr (GVariant) variant = g_variant_ref_sink (g_variant_new_string (words));
  g_auto (SlValue) value = SL_VALUE_INIT;

  return *words == '\0'
         || (sl_cmd_read_value (spec, variant, &value, error)
             && sl_txn_set (txn, SL_KIND_GOAL, goal, field, &value, error));
}

static gboolean
run_close (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  const char *status, *reached, *outcome, *lesson;
  gint64 goal;

  g_variant_get (params, "(x&s&s&s&s)", &goal, &status, &reached, &outcome, &lesson);
  if (!sl_cmd_require (txn, goal, SL_KIND_GOAL, error)
      || !set_code (txn, goal, SL_GOAL_STATUS, status, error)
      || !set_code (txn, goal, SL_GOAL_REACHED, reached, error)
      || !set_words (txn, goal, SL_GOAL_OUTCOME, outcome, error)
      || !set_words (txn, goal, SL_GOAL_LESSON, lesson, error) || !set_days (txn, goal, error))
    return FALSE;
  result->subject = sl_cmd_title (txn, goal);
  result->id = goal;
  return TRUE;
}

const SlCommand sl_cmd_goal_close = {
  "goal.close",
  N_ ("Close “%s”"),
  "(xssss)",
  run_close,
};

const SlCommand sl_cmd_goal_check_in = {
  "goal.check-in",
  N_ ("Check in on “%s”"),
  "(xa{sv}s)",
  run_check_in,
};
