/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes plans for tests: a fixed one, and random changes to any. */

#include "config.h"

#include "plan-fixture.h"

#include <stdarg.h>

SlId
fixture_add (SlTxn *txn, SlKindId kind, ...)
{
  guint n = sl_kind (kind)->n_fields;
  g_autofree SlValue *values = g_new0 (SlValue, n);
  g_autoptr (GError) error = NULL;
  SlId id = SL_ID_NONE;
  va_list args;
  int field;

  va_start (args, kind);
  while ((field = va_arg (args, int)) >= 0)
    values[field] = va_arg (args, SlValue);
  va_end (args);
  sl_txn_insert (txn, kind, SL_ID_NONE, values, &id, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    sl_value_clear (&values[i]);
  return id;
}

void
fixture_add_project (SlTxn *txn)
{
  fixture_add (txn, SL_KIND_PROJECT, SL_PROJECT_TITLE, sl_value_text ("Launch"), -1);
}

#define TEXT(text) sl_value_text (text)
#define INT(number) sl_value_int (number)

static void
add_relations (SlTxn *txn, const SlId *parties, const SlId *goals, const SlId *tasks)
{
  fixture_add (txn, SL_KIND_GOAL_PARENT, SL_GOAL_PARENT_GOAL, INT (goals[4]), SL_GOAL_PARENT_PARENT,
               INT (goals[1]), -1);
  fixture_add (txn, SL_KIND_GOAL_LINK, SL_GOAL_LINK_SOURCE, INT (goals[1]), SL_GOAL_LINK_TARGET,
               INT (goals[2]), SL_GOAL_LINK_STRENGTH, INT (-60), -1);
  for (guint i = 0; i < 3; i++)
    for (guint j = 0; j < 4; j++)
      fixture_add (txn, SL_KIND_POSITION, SL_POSITION_PARTY, INT (parties[i]), SL_POSITION_GOAL,
                   INT (goals[j]), SL_POSITION_VALUE, INT ((int)(i + j) % 7 - 3), -1);
  for (guint i = 0; i + 1 < 4; i++)
    fixture_add (txn, SL_KIND_DEPENDENCY, SL_DEPENDENCY_BEFORE, INT (tasks[i]), SL_DEPENDENCY_AFTER,
                 INT (tasks[i + 1]), -1);
  fixture_add (txn, SL_KIND_NOTE, SL_NOTE_TEXT, TEXT ("Asked twice\nNo answer"), SL_NOTE_ITEM,
               INT (goals[0]), SL_NOTE_AUTHOR, INT (parties[0]), -1);
  fixture_add (txn, SL_KIND_ALLOCATION, SL_ALLOCATION_TASK, INT (tasks[0]), SL_ALLOCATION_PARTY,
               INT (parties[2]), SL_ALLOCATION_UNITS, sl_value_real (0.5), -1);
}

void
fixture_fill (SlTxn *txn)
{
  fixture_add_project (txn);
  fixture_fill_records (txn);
}

void
fixture_fill_records (SlTxn *txn)
{
  static const char *const names[] = { "Sales", "Production", "Anna", "Ship", "Sell", "Build" };
  SlId parties[3], goals[6], tasks[4], kpi;

  for (guint i = 0; i < 3; i++)
    parties[i] = fixture_add (txn, SL_KIND_PARTY, SL_PARTY_TITLE, TEXT (names[i]), SL_PARTY_POWER,
                              sl_value_real (2.5 * i), -1);
  for (guint i = 0; i < 6; i++)
    goals[i] = fixture_add (txn, SL_KIND_GOAL, SL_GOAL_TITLE, TEXT (names[i]), SL_GOAL_PARENT,
                            i > 1 ? INT (goals[i / 2 - 1]) : (SlValue)SL_VALUE_INIT, SL_GOAL_OWNER,
                            INT (parties[i % 3]), SL_GOAL_DUE, INT (20500 + (int)i), -1);
  for (guint i = 0; i < 4; i++)
    tasks[i] = fixture_add (txn, SL_KIND_TASK, SL_TASK_TITLE, TEXT (names[i + 2]), SL_TASK_PARENT,
                            i == 3 ? INT (tasks[0]) : (SlValue)SL_VALUE_INIT, SL_TASK_GOAL,
                            INT (goals[i]), SL_TASK_EFFORT, sl_value_real (1.25 * (i + 1)), -1);
  for (guint i = 0; i < 2; i++)
    fixture_add (txn, SL_KIND_MILESTONE, SL_MILESTONE_TITLE, TEXT ("Gate"), SL_MILESTONE_PARENT,
                 INT (tasks[0]), SL_MILESTONE_DUE, INT (20510), -1);
  kpi = fixture_add (txn, SL_KIND_KPI, SL_KPI_TITLE, TEXT ("Days to deliver"), SL_KPI_GOAL,
                     INT (goals[2]), SL_KPI_TARGET, sl_value_real (1.0 / 3), -1);
  for (guint i = 0; i < 3; i++)
    fixture_add (txn, SL_KIND_KPI_VALUE, SL_KPI_VALUE_KPI, INT (kpi), SL_KPI_VALUE_DAY,
                 INT (20400 + (int)i), SL_KPI_VALUE_VALUE, sl_value_real (12.5 - i), -1);
  add_relations (txn, parties, goals, tasks);
}

SlId
fixture_pick (SlSnapshot *snapshot, SlKindId kind, GRand *rand)
{
  const SlTable *table = sl_snapshot_table (snapshot, kind);
  guint n = sl_table_n_rows (table);

  return n > 0 ? sl_table_id (table, g_rand_int_range (rand, 0, (int)n)) : SL_ID_NONE;
}

/* A value for @field, mostly one that fits. */
static SlValue
random_value (SlSnapshot *snapshot, const SlField *field, GRand *rand)
{
  g_autofree char *text = NULL;
  SlId id;

  if ((field->flags & SL_REQUIRED) == 0 && g_rand_int_range (rand, 0, 6) == 0)
    return (SlValue)SL_VALUE_INIT;
  switch (field->type)
    {
    case SL_TEXT:
    case SL_PROSE:
      text = g_strdup_printf ("Text %d äöü", g_rand_int_range (rand, 0, 1000));
      return sl_value_text (text);
    case SL_RANK:
      return sl_value_text ("m");
    case SL_REAL:
      return sl_value_real (field->min != field->max
                                ? g_rand_double_range (rand, field->min, field->max)
                                : g_rand_double_range (rand, -1e6, 1e6));
    case SL_BOOL:
      return sl_value_int (g_rand_int_range (rand, 0, 2));
    case SL_DATE:
      return sl_value_int (g_rand_int_range (rand, 20000, 22000));
    case SL_ENUM:
      return sl_value_int (g_rand_int_range (rand, 0, 6));
    case SL_REF:
      id = fixture_pick (snapshot, g_rand_int_range (rand, 0, SL_N_KINDS), rand);
      return id != SL_ID_NONE ? sl_value_int (id) : (SlValue)SL_VALUE_INIT;
    case SL_MONEY:
      return sl_value_int (g_rand_int_range (rand, -100000, 100000));
    default:
      return sl_value_int (field->min != field->max
                               ? g_rand_int_range (rand, (int)field->min, (int)field->max + 1)
                               : g_rand_int_range (rand, 0, 1000));
    }
}

/* References get a target of an allowed kind, so that most attempts succeed. */
static SlValue
fitting_value (SlSnapshot *snapshot, const SlField *field, GRand *rand)
{
  SlValue value = random_value (snapshot, field, rand);

  for (guint i = 0; field->type == SL_REF && i < 40; i++)
    {
      guint k = g_rand_int_range (rand, 0, SL_N_KINDS);
      SlId id = fixture_pick (snapshot, k, rand);
      if ((field->targets & SL_KIND_BIT (k)) != 0 && id != SL_ID_NONE)
        return sl_value_int (id);
    }
  return value;
}

static gboolean
insert_random (SlTxn *txn, SlKindId kind, GRand *rand, GError **error)
{
  guint n = sl_kind (kind)->n_fields;
  g_autofree SlValue *values = g_new0 (SlValue, n);
  gboolean ok;

  for (guint f = 0; f < n; f++)
    if ((sl_kind (kind)->fields[f].flags & (SL_KEY | SL_REQUIRED | SL_OWNER | SL_PARENT)) != 0
        && sl_kind (kind)->fields[f].type != SL_RANK)
      values[f] = fitting_value (sl_txn_get_snapshot (txn), &sl_kind (kind)->fields[f], rand);
  ok = sl_txn_insert (txn, kind, SL_ID_NONE, values, NULL, error);
  for (guint f = 0; f < n; f++)
    sl_value_clear (&values[f]);
  return ok;
}

gboolean
fixture_change (SlTxn *txn, GRand *rand, GError **error)
{
  static const SlKindId trees[] = { SL_KIND_PARTY, SL_KIND_GOAL, SL_KIND_TASK, SL_KIND_MILESTONE };
  SlSnapshot *snapshot = sl_txn_get_snapshot (txn);
  SlKindId kind = g_rand_int_range (rand, 0, SL_N_KINDS);
  guint what = g_rand_int_range (rand, 0, 10);
  SlId id = fixture_pick (snapshot, kind, rand);

  if (what < 3 || id == SL_ID_NONE)
    return insert_random (txn, kind, rand, error);
  if (what < 7)
    {
      guint field = g_rand_int_range (rand, 0, (int)sl_kind (kind)->n_fields);
      g_auto (SlValue) value = SL_VALUE_INIT;
      value = fitting_value (snapshot, &sl_kind (kind)->fields[field], rand);
      return sl_txn_set (txn, kind, id, field, &value, error);
    }
  if (what < 8)
    return sl_txn_remove (txn, kind, id, error);
  kind = trees[g_rand_int_range (rand, 0, G_N_ELEMENTS (trees))];
  id = fixture_pick (snapshot, kind, rand);
  return id == SL_ID_NONE
         || sl_txn_move (
             txn, kind, id,
             fixture_pick (snapshot, kind == SL_KIND_MILESTONE ? SL_KIND_TASK : kind, rand),
             SL_ID_NONE, error);
}
