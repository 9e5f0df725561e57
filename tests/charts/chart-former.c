/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Works a former plan out of one: every third record gets other values, every fifth that nothing
 * names is left out. */

#include "config.h"

#include "chart-former.h"

#include "base/sl-codes.h"
#include "chart-fixtures.h"

/* What was less then. */
static const struct
{
  SlKindId kind;
  guint field;
  double less;
} fields[] = {
  { SL_KIND_GOAL, SL_GOAL_DUE, 14 },
  { SL_KIND_TASK, SL_TASK_DUE, 7 },
  { SL_KIND_TASK, SL_TASK_PROGRESS, 0.1 },
  { SL_KIND_MILESTONE, SL_MILESTONE_DUE, -7 },
  { SL_KIND_POSITION, SL_POSITION_VALUE, 1 },
  { SL_KIND_PRIORITY, SL_PRIORITY_POINTS, 5 },
  { SL_KIND_BUDGET, SL_BUDGET_PLANNED, -100 },
  { SL_KIND_PARTY, SL_PARTY_POWER, 1 },
  { SL_KIND_RISK, SL_RISK_IMPACT, 1 },
  { SL_KIND_KPI, SL_KPI_TARGET, 1 },
  { SL_KIND_ALLOCATION, SL_ALLOCATION_UNITS, 0.1 },
  { SL_KIND_GOAL_LINK, SL_GOAL_LINK_STRENGTH, 5 },
};

/* Kinds of which some records came since. */
static const SlKindId young[] = { SL_KIND_POSITION,  SL_KIND_ROLE, SL_KIND_RISK,
                                  SL_KIND_MILESTONE, SL_KIND_GOAL, SL_KIND_TRUST };

static void
make_less (SlStore *store, const SlTable *table, guint i, guint row)
{
  SlChange change = { .op = SL_CHANGE_SET,
                      .kind = fields[i].kind,
                      .id = sl_table_id (table, row),
                      .field = fields[i].field };

  if (!sl_table_is_set (table, row, change.field))
    return;
  change.new_value = sl_table_value (table, row, change.field);
  if (change.new_value.type == SL_VALUE_REAL)
    change.new_value.r -= fields[i].less;
  else
    change.new_value.i -= (gint64)fields[i].less;
  sl_store_apply (store, &change);
}

static void
leave_out (SlStore *store, SlKindId kind)
{
  g_autoptr (SlSnapshot) plan = sl_snapshot_ref (sl_store_get_snapshot (store));
  const SlTable *table = sl_snapshot_table (plan, kind);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      const SlChange change
          = { .op = SL_CHANGE_REMOVE, .kind = kind, .id = sl_table_id (table, row) };
      g_autoptr (GArray) names = sl_snapshot_references_to (plan, change.id);

      if (change.id % 5 == 1 && names->len == 0)
        sl_store_apply (store, &change);
    }
}

static void
add_gone (SlStore *store)
{
  g_autoptr (SlSnapshot) plan = sl_snapshot_ref (sl_store_get_snapshot (store));
  const SlTable *goals = sl_snapshot_table (plan, SL_KIND_GOAL);
  SlValue row[SL_GOAL_N_FIELDS] = { 0 };
  const SlChange change = {
    .op = SL_CHANGE_INSERT, .kind = SL_KIND_GOAL, .id = CHART_FIRST_ID + 1000000, .row = row
  };

  if (sl_table_n_rows (goals) == 0)
    return;
  for (guint f = 0; f < SL_GOAL_N_FIELDS; f++)
    row[f] = sl_table_value (goals, 0, f);
  sl_value_clear (&row[SL_GOAL_TITLE]);
  row[SL_GOAL_TITLE] = sl_value_text (CHART_FORMER_GOAL);
  sl_store_apply (store, &change);
  for (guint f = 0; f < SL_GOAL_N_FIELDS; f++)
    sl_value_clear (&row[f]);
}

SlSnapshot *
chart_former_plan (SlSnapshot *plan)
{
  g_autoptr (SlStore) store = sl_store_new_from (plan);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const SlTable *table = sl_snapshot_table (plan, fields[i].kind);

      for (guint row = 0; row < sl_table_n_rows (table); row++)
        if (sl_table_id (table, row) % 3 == 0)
          make_less (store, table, i, row);
    }
  for (guint i = 0; i < G_N_ELEMENTS (young); i++)
    leave_out (store, young[i]);
  add_gone (store);
  return sl_snapshot_ref (sl_store_get_snapshot (store));
}

void
chart_former_compare (SlChartParams *params, SlSnapshot *then)
{
  params->since = (SlChartSince){ .day = params->today - 30, .then = then, .whole = TRUE };
}
