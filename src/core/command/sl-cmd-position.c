/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands on what a party says of a goal: where it stands, and how much of its points it gives. */

#include "config.h"

#include "command/sl-command-private.h"

#include "base/sl-date.h"
#include "base/sl-error.h"

#include <glib/gi18n-lib.h>

/* Checks both ends and names them. */
static gboolean
check_pair (SlTxn *txn, SlId party, SlId goal, SlCommandResult *result, GError **error)
{
  if (!sl_cmd_require (txn, party, SL_KIND_PARTY, error)
      || !sl_cmd_require (txn, goal, SL_KIND_GOAL, error))
    return FALSE;
  sl_cmd_name_pair (txn, result, party, goal, SL_ID_NONE);
  return TRUE;
}

/* The code of @source; "" leaves it to the record. */
static gboolean
read_source (const char *source, SlCmdRow *row, GError **error)
{
  if (*source == '\0')
    return TRUE;
  const SlField *field = &row->kind->fields[SL_POSITION_SOURCE];
  const SlEnumValue *value = sl_field_enum_by_name (field, source);
  if (value == NULL)
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” cannot be “%s”."), _ (field->nick),
                   source);
      return FALSE;
    }
  sl_cmd_row_set_int (row, SL_POSITION_SOURCE, value->code);
  return TRUE;
}

static gboolean
set_position (SlTxn *txn, SlId party, SlId goal, gint64 value, const char *source,
              SlCommandResult *result, GError **error)
{
  g_auto (SlCmdRow) row;
  sl_cmd_row_init (&row, SL_KIND_POSITION);
  if (!check_pair (txn, party, goal, result, error) || !read_source (source, &row, error))
    return FALSE;
  sl_cmd_row_set_int (&row, SL_POSITION_PARTY, party);
  sl_cmd_row_set_int (&row, SL_POSITION_GOAL, goal);
  if (value == SL_INT_NULL)
    return sl_cmd_row_drop (&row, txn, error);
  sl_cmd_row_set_int (&row, SL_POSITION_VALUE, value);
  sl_cmd_row_set_int (&row, SL_POSITION_DAY, sl_day_today ());
  return sl_cmd_row_put (&row, txn, &result->id, error);
}

static gboolean
run_position (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  gint64 party, goal, value;
  const char *source;
  g_variant_get (params, "(xxx&s)", &party, &goal, &value, &source);
  return set_position (txn, party, goal, value, source, result, error);
}

static gboolean
has_record (const GArray *records, SlId id)
{
  for (guint i = 0; i < records->len; i++)
    if (g_array_index (records, SlCmdRecord, i).id == id)
      return TRUE;
  return FALSE;
}

/* Named after the goals. */
static gboolean
run_positions (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariantIter) cells = NULL;
  g_autoptr (GArray) goals = g_array_new (FALSE, FALSE, sizeof (SlCmdRecord));
  SlCmdRecord record = { .kind = SL_KIND_GOAL };
  gint64 party, value;
  const char *source;
  g_variant_get (params, "(a(xxx)&s)", &cells, &source);
  while (g_variant_iter_next (cells, "(xxx)", &party, &record.id, &value))
    {
      if (!set_position (txn, party, record.id, value, source, result, error))
        return FALSE;
      if (!has_record (goals, record.id))
        g_array_append_val (goals, record);
    }
  g_clear_pointer (&result->detail, g_free);
  sl_cmd_name (txn, result, goals);
  result->id = SL_ID_NONE;
  return TRUE;
}

/* 0 points are none: the record goes. */
static gboolean
set_points (SlTxn *txn, SlId party, SlId goal, double points, SlCommandResult *result,
            GError **error)
{
  if (!check_pair (txn, party, goal, result, error))
    return FALSE;
  g_auto (SlCmdRow) row;
  sl_cmd_row_init (&row, SL_KIND_PRIORITY);
  sl_cmd_row_set_int (&row, SL_PRIORITY_PARTY, party);
  sl_cmd_row_set_int (&row, SL_PRIORITY_GOAL, goal);
  if (points == 0.0)
    return sl_cmd_row_drop (&row, txn, error);
  sl_cmd_row_set_real (&row, SL_PRIORITY_POINTS, points);
  return sl_cmd_row_put (&row, txn, &result->id, error);
}

static gboolean
run_priority (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  gint64 party, goal;
  double points;
  g_variant_get (params, "(xxd)", &party, &goal, &points);
  return set_points (txn, party, goal, points, result, error);
}

/* Named after the party. */
static gboolean
run_priorities (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariantIter) goals = NULL;
  gint64 party, goal;
  double points;
  g_variant_get (params, "(xa(xd))", &party, &goals);
  if (!sl_cmd_require (txn, party, SL_KIND_PARTY, error))
    return FALSE;
  while (g_variant_iter_next (goals, "(xd)", &goal, &points))
    if (!set_points (txn, party, goal, points, result, error))
      return FALSE;
  g_clear_pointer (&result->subject, g_free);
  g_clear_pointer (&result->detail, g_free);
  result->subject = sl_cmd_title (txn, party);
  result->id = party;
  return TRUE;
}

const SlCommand sl_cmd_position_set = {
  "position.set",
  N_ ("Set position of “%s” on “%s”"),
  "(xxxs)",
  run_position,
};

const SlCommand sl_cmd_position_set_many = {
  "position.set-many",
  N_ ("Set positions on “%s”"),
  "(a(xxx)s)",
  run_positions,
};

const SlCommand sl_cmd_priority_set = {
  "priority.set",
  N_ ("Set points of “%s” for “%s”"),
  "(xxd)",
  run_priority,
};

const SlCommand sl_cmd_priority_set_many = {
  "priority.set-many",
  N_ ("Set priorities of “%s”"),
  "(xa(xd))",
  run_priorities,
};
