/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a project in which every page is full: goals, parties and tasks as many as asked for, with
 * positions, points, KPIs with history, risks, budgets, bookings, roles, needs and trust, and a
 * record of changes. The same numbers give the same plan.
 *
 * usage: generate-full GOALS PARTIES TASKS CHANGES OUT.sightline */

#include "config.h"

#include "../core/large-plan.h"
#include "base/sl-id.h"
#include "project/sl-project-private.h"

#include <stdlib.h>

#define TODAY LARGE_PLAN_TODAY

typedef struct
{
  guint goals, parties, tasks, changes;
} Size;

static Size size;

static gboolean
copy_table (SlTxn *txn, const SlTable *table, SlKindId kind, GError **error)
{
  const guint n_fields = sl_kind (kind)->n_fields;
  g_autofree SlValue *values = g_new0 (SlValue, n_fields);
  gboolean ok = TRUE;

  for (guint row = 0; ok && row < sl_table_n_rows (table); row++)
    {
      for (guint f = 0; f < n_fields; f++)
        values[f] = (int)f != sl_kind (kind)->rank_field ? sl_table_value (table, row, f)
                                                         : (SlValue)SL_VALUE_INIT;
      ok = sl_txn_insert (txn, kind, sl_table_id (table, row), values, NULL, error);
      for (guint f = 0; f < n_fields; f++)
        sl_value_clear (&values[f]);
    }
  return ok;
}

static gboolean
fill_run (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  g_autoptr (SlStore) store = large_plan_new (size.goals, size.parties, size.tasks);
  SlSnapshot *plan = sl_store_get_snapshot (store);
  gboolean ok = TRUE;

  for (guint kind = 0; ok && kind < SL_N_KINDS; kind++)
    if (kind != SL_KIND_PROJECT)
      ok = copy_table (txn, sl_snapshot_table (plan, kind), kind, error);
  return ok;
}

static gboolean
set_int (SlTxn *txn, SlKindId kind, SlId id, guint field, gint64 number, GError **error)
{
  SlValue value = sl_value_int (number);

  return sl_txn_set (txn, kind, id, field, &value, error);
}

static gboolean
set_text (SlTxn *txn, SlKindId kind, SlId id, guint field, const char *text, GError **error)
{
  g_auto (SlValue) value = sl_value_text (text);

  return sl_txn_set (txn, kind, id, field, &value, error);
}

/* People who do the work and machines beside the departments. */
static gboolean
mix_parties (SlTxn *txn, GError **error)
{
  const SlTable *parties = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_PARTY);
  gboolean ok = TRUE;

  for (guint row = 0; ok && row < size.parties; row++)
    {
      SlId id = sl_table_id (parties, row);

      if (row % 3 == 1)
        ok = set_int (txn, SL_KIND_PARTY, id, SL_PARTY_TYPE, SL_PARTY_PERSON, error);
      else if (row % 10 == 5)
        ok = set_int (txn, SL_KIND_PARTY, id, SL_PARTY_TYPE, SL_PARTY_TECHNOLOGY, error);
      ok = ok && set_text (txn, SL_KIND_PARTY, id, SL_PARTY_CHANNEL, "A call", error);
    }
  return ok;
}

/* What was said of goals, and goals that are closed. */
static gboolean
review_goals (SlTxn *txn, GError **error)
{
  const SlTable *goals = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_GOAL);
  gboolean ok = TRUE;

  for (guint row = 0; ok && row < size.goals; row++)
    {
      SlValue note[SL_NOTE_N_FIELDS] = { 0 };
      SlId id = sl_table_id (goals, row);

      note[SL_NOTE_TEXT] = sl_value_text ("On its way, the supplier has confirmed");
      note[SL_NOTE_ITEM] = sl_value_int (id);
      note[SL_NOTE_DAY] = sl_value_int (TODAY - row % 40);
      ok = sl_txn_insert (txn, SL_KIND_NOTE, SL_ID_NONE, note, NULL, error);
      sl_value_clear (&note[SL_NOTE_TEXT]);
      if (ok && row % 15 == 7)
        ok = set_int (txn, SL_KIND_GOAL, id, SL_GOAL_STATUS, SL_GOAL_DONE, error)
             && set_int (txn, SL_KIND_GOAL, id, SL_GOAL_CLOSED, TODAY - row % 90, error)
             && set_text (txn, SL_KIND_GOAL, id, SL_GOAL_OUTCOME, "Reached a week late", error);
    }
  return ok;
}

static gboolean
decide (SlTxn *txn, GError **error)
{
  const SlTable *goals = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_GOAL);
  const SlTable *decisions = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_DECISION);
  gboolean ok = TRUE;

  for (guint i = sl_table_n_rows (decisions); ok && i < size.changes; i++)
    {
      SlValue row[SL_DECISION_N_FIELDS] = { 0 };
      g_autofree char *title = g_strdup_printf ("Move the day of the delivery (%u)", i + 1);

      row[SL_DECISION_TITLE] = sl_value_text (title);
      row[SL_DECISION_ITEM] = sl_value_int (sl_table_id (goals, i % size.goals));
      row[SL_DECISION_DAY] = sl_value_int (TODAY - i % 700);
      row[SL_DECISION_STATUS] = sl_value_int (1);
      row[SL_DECISION_REASON] = sl_value_text ("The molds came late");
      ok = sl_txn_insert (txn, SL_KIND_DECISION, SL_ID_NONE, row, NULL, error);
      sl_value_clear (&row[SL_DECISION_TITLE]);
      sl_value_clear (&row[SL_DECISION_REASON]);
    }
  return ok;
}

static gboolean
finish_run (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  SlId project = sl_snapshot_project_id (sl_txn_get_snapshot (txn));

  return set_text (txn, SL_KIND_PROJECT, project, SL_PROJECT_TITLE, "Large", error)
         && set_text (txn, SL_KIND_PROJECT, project, SL_PROJECT_VISION, "Two days, anywhere", error)
         && set_int (txn, SL_KIND_PROJECT, project, SL_PROJECT_START, TODAY - 200, error)
         && mix_parties (txn, error) && review_goals (txn, error) && decide (txn, error);
}

/* A revision with as many changes of fields as asked for. */
static gboolean
change_run (SlTxn *txn, GVariant *params, SlCommandResult *result, GError **error)
{
  const SlTable *decisions = sl_snapshot_table (sl_txn_get_snapshot (txn), SL_KIND_DECISION);
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < size.changes; i++)
    ok = set_text (txn, SL_KIND_DECISION, sl_table_id (decisions, i), SL_DECISION_REASON,
                   "The molds came late, and the carrier needs two weeks", error);
  return ok;
}

static gboolean
run (SlProject *project, gboolean (*step) (SlTxn *, GVariant *, SlCommandResult *, GError **),
     GError **error)
{
  const SlCommand command = { .id = "record.set", .label = "%s", .params = "()", .run = step };

  return sl_project_run_command (project, &command, g_variant_new ("()"), NULL, error);
}

static gboolean
read_size (char **arguments)
{
  guint *numbers[] = { &size.goals, &size.parties, &size.tasks, &size.changes };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      guint64 number = 0;

      if (!g_ascii_string_to_unsigned (arguments[i], 10, 20, 100000, &number, NULL))
        return FALSE;
      *numbers[i] = (guint)number;
    }
  return size.goals >= 50;
}

int
main (int argc, char **argv)
{
  g_autoptr (SlProject) project = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 6 || !read_size (argv + 1))
    {
      g_printerr ("usage: generate-full GOALS PARTIES TASKS CHANGES OUT.sightline\n");
      return 2;
    }
  project = sl_project_new (&error);
  if (project == NULL || !run (project, fill_run, &error) || !run (project, finish_run, &error)
      || !sl_project_save_as (project, argv[5], &error) || !run (project, change_run, &error)
      || !sl_project_save (project, &error) || !sl_project_close (project, &error))
    {
      g_printerr ("generate-full: %s\n", error->message);
      return 1;
    }
  return 0;
}
