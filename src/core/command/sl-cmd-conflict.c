/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Commands on conflicts: opening one between two goals or parties, and settling it. */

#include "config.h"

#include "command/sl-command-private.h"

#include "base/sl-date.h"
#include "base/sl-error.h"

#include <glib/gi18n-lib.h>

static void
set_ref (SlCmdRow *row, guint field, SlId id)
{
  if (id != SL_ID_NONE)
    sl_cmd_row_set_int (row, field, id);
}

/* "Sales against Production: Cut delivery time", of what is known. */
static char *
propose_title (SlTxn *txn, SlId goal, SlId other_goal, SlId party, SlId other_party)
{
  const SlSnapshot *plan = sl_txn_get_snapshot (txn);
  SlId first = party != SL_ID_NONE && other_party != SL_ID_NONE ? party : goal;
  SlId second = first == party ? other_party : other_goal;
  g_autofree char *pair = NULL;

  if (second == SL_ID_NONE)
    return g_strdup (sl_snapshot_title (plan, goal));
  /* Translators: two parties or two goals in conflict. */
  pair = g_strdup_printf (_ ("%s against %s"), sl_snapshot_title (plan, first),
                          sl_snapshot_title (plan, second));
  if (first == goal || goal == SL_ID_NONE)
    return g_steal_pointer (&pair);
  /* Translators: "Sales against Production: Cut delivery time". */
  return g_strdup_printf (_ ("%s: %s"), pair, sl_snapshot_title (plan, goal));
}

static gboolean
run_open (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_auto (SlCmdRow) row;
  g_autofree char *title = NULL;
  gint64 goal, other_goal, party, other_party;
  const char *severity;
  const SlEnumValue *code;

  sl_cmd_row_init (&row, SL_KIND_CONFLICT);
  g_variant_get (params, "(xxxx&s)", &goal, &other_goal, &party, &other_party, &severity);
  code = sl_field_enum_by_name (&row.kind->fields[SL_CONFLICT_SEVERITY], severity);
  if (code == NULL || (goal == SL_ID_NONE && party == SL_ID_NONE))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   code == NULL ? _ ("A conflict cannot be “%s”.")
                                : _ ("A conflict (%s) is about a goal or a party."),
                   severity);
      return FALSE;
    }
  title = propose_title (txn, goal, other_goal, party, other_party);
  sl_cmd_row_set_text (&row, SL_CONFLICT_TITLE, title);
  set_ref (&row, SL_CONFLICT_GOAL, goal);
  set_ref (&row, SL_CONFLICT_OTHER_GOAL, other_goal);
  set_ref (&row, SL_CONFLICT_PARTY, party);
  set_ref (&row, SL_CONFLICT_OTHER_PARTY, other_party);
  sl_cmd_row_set_int (&row, SL_CONFLICT_SEVERITY, code->code);
  result->subject = g_steal_pointer (&title);
  return sl_cmd_row_insert (&row, txn, &result->id, error);
}

/* Writes the decision that settles @conflict, and remembers it there. */
static gboolean
write_decision (SlTxn *txn, SlId conflict, const char *outcome, GError **error)
{
  const SlTable *table = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_CONFLICT);
  guint row = 0;
  SlId id = SL_ID_NONE;
  SlCmdDecision decision = { .reason = outcome };
  g_autofree char *title = NULL, *fields = NULL, *covers = NULL;
  SlValue link;

  if (!sl_cmd_find (txn, conflict, NULL, &row, error))
    return FALSE;
  title = g_strdup (sl_table_text (table, row, SL_CONFLICT_TITLE));
  decision.title = title;
  decision.item = sl_table_ref (table, row, SL_CONFLICT_GOAL);
  decision.owner = sl_table_ref (table, row, SL_CONFLICT_DECIDER);
  fields = sl_cmd_list_covered (txn, decision.item, decision.item);
  covers = g_strconcat ("conflict ", fields, NULL);
  decision.covers = covers;
  if (!sl_cmd_write_decision (txn, &decision, &id, error))
    return FALSE;
  link = sl_value_int (id);
  return sl_txn_set (txn, SL_KIND_CONFLICT, conflict, SL_CONFLICT_DECISION, &link, error);
}

static gboolean
run_settle (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) steps = NULL;
  const SlField *field = &sl_kind (SL_KIND_CONFLICT)->fields[SL_CONFLICT_STATUS];
  const SlEnumValue *status;
  const char *name, *outcome;
  gint64 conflict;
  g_auto (SlValue) text = SL_VALUE_INIT;
  SlValue code, today = sl_value_int (sl_day_today ());

  g_variant_get (params, "(x&s&s@a(sv))", &conflict, &name, &outcome, &steps);
  if (!sl_cmd_require (txn, conflict, SL_KIND_CONFLICT, error))
    return FALSE;
  status = sl_field_enum_by_name (field, name);
  if (status == NULL || status->code == SL_CONFLICT_OPEN || *outcome == '\0')
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   status == NULL || status->code == SL_CONFLICT_OPEN
                       ? _ ("A conflict cannot be settled as “%s”.")
                       : _ ("Say what came out before you close it as “%s”."),
                   name);
      return FALSE;
    }
  code = sl_value_int (status->code);
  text = sl_value_text (outcome);
  result->subject = sl_cmd_title (txn, conflict);
  result->id = conflict;
  return sl_txn_set (txn, SL_KIND_CONFLICT, conflict, SL_CONFLICT_STATUS, &code, error)
         && sl_txn_set (txn, SL_KIND_CONFLICT, conflict, SL_CONFLICT_OUTCOME, &text, error)
         && sl_txn_set (txn, SL_KIND_CONFLICT, conflict, SL_CONFLICT_SETTLED, &today, error)
         && sl_cmd_run_steps (txn, steps, error) && write_decision (txn, conflict, outcome, error);
}

/* The decision stays: it was taken. */
static gboolean
run_reopen (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (GVariant) steps = NULL;
  SlValue open = sl_value_int (SL_CONFLICT_OPEN), nothing = SL_VALUE_INIT;
  gint64 conflict;

  g_variant_get (params, "(x@a(sv))", &conflict, &steps);
  if (!sl_cmd_require (txn, conflict, SL_KIND_CONFLICT, error))
    return FALSE;
  result->subject = sl_cmd_title (txn, conflict);
  result->id = conflict;
  return sl_txn_set (txn, SL_KIND_CONFLICT, conflict, SL_CONFLICT_STATUS, &open, error)
         && sl_txn_set (txn, SL_KIND_CONFLICT, conflict, SL_CONFLICT_SETTLED, &nothing, error)
         && sl_cmd_run_steps (txn, steps, error);
}

const SlCommand sl_cmd_conflict_open = {
  "conflict.open",
  N_ ("Open conflict “%s”"),
  "(xxxxs)",
  run_open,
};

const SlCommand sl_cmd_conflict_settle = {
  "conflict.settle",
  N_ ("Settle conflict “%s”"),
  "(xssa(sv))",
  run_settle,
};

const SlCommand sl_cmd_conflict_reopen = {
  "conflict.reopen",
  N_ ("Reopen conflict “%s”"),
  "(xa(sv))",
  run_reopen,
};
