/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Agreeing anew, and which targets moved, for the rules DRI-02, DRI-03 and DRI-06. */

#include "config.h"

#include "analysis/rules/sl-rules-drift.h"

#include <math.h>

/* The largest number that a baseline can have. */
#define MAX_NUMBER 10

static void
add_day (GVariantBuilder *fields, const char *name, gint64 day)
{
  if (day != SL_INT_NULL)
    g_variant_builder_add (fields, "{sv}", name, g_variant_new_int64 (day));
}

static void
add_goal_fields (GVariantBuilder *fields, const SlFacts *facts, const SlFactGoal *goal)
{
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);

  add_day (fields, "start", sl_table_int (goals, goal->row, SL_GOAL_START));
  add_day (fields, "due", sl_table_int (goals, goal->row, SL_GOAL_DUE));
  if (goal->shared && goal->active)
    g_variant_builder_add (fields, "{sv}", "weight", g_variant_new_double (goal->weight));
}

static void
add_kpi_fields (GVariantBuilder *fields, const SlFacts *facts, SlId kpi)
{
  const SlTable *kpis = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  guint row = 0;
  double target;

  if (!sl_table_find (kpis, kpi, &row))
    return;
  target = sl_table_real (kpis, row, SL_KPI_TARGET);
  add_day (fields, "due", sl_table_int (kpis, row, SL_KPI_TARGET_DAY));
  if (!isnan (target))
    g_variant_builder_add (fields, "{sv}", "target", g_variant_new_double (target));
}

/* The number of the new baseline; the oldest that can go is never the agreed one, so that the last
 * number is used again: its record goes first. */
static gint64
next_number (GVariantBuilder *steps, const SlFacts *facts, const SlAgreed *agreed, SlId item)
{
  const SlTable *baselines = sl_snapshot_table (facts->plan, SL_KIND_BASELINE);
  guint row = 0;
  gint64 number;
  SlId id;

  if (!sl_agreed_find (agreed, item, &row))
    return 0;
  number = sl_table_int (baselines, row, SL_BASELINE_NUMBER);
  if (number < MAX_NUMBER)
    return number + 1;
  id = sl_table_id (baselines, row);
  sl_remedy_add_step (steps, "record.delete", "(@ax)",
                      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &id, 1, sizeof id));
  return number;
}

void
sl_drift_agree (GVariantBuilder *steps, const SlFacts *facts, const SlAgreed *agreed, SlId item)
{
  int goal = sl_facts_goal (facts, item);
  gint64 number = next_number (steps, facts, agreed, item);
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&fields, "{sv}", "item", g_variant_new_int64 (item));
  g_variant_builder_add (&fields, "{sv}", "number", g_variant_new_int64 (number));
  g_variant_builder_add (&fields, "{sv}", "wording",
                         g_variant_new_string (sl_facts_title (facts, item)));
  add_day (&fields, "day", facts->today);
  if (goal >= 0)
    add_goal_fields (&fields, facts, &facts->goals[goal]);
  else
    add_kpi_fields (&fields, facts, item);
  sl_remedy_add_step (steps, "record.add", "(sxxa{sv})", "baseline", (gint64)SL_ID_NONE,
                      G_GINT64_CONSTANT (-1), &fields);
}

/* --- Targets --- */

GArray *
sl_drift_moved_targets (const SlFacts *facts, const SlAgreed *agreed)
{
  const SlTable *kpis = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  const SlTable *baselines = sl_snapshot_table (facts->plan, SL_KIND_BASELINE);
  GArray *moved = g_array_new (FALSE, FALSE, sizeof (SlMovedTarget));

  for (guint row = 0; row < sl_table_n_rows (kpis); row++)
    {
      SlMovedTarget out = { .kpi = sl_table_id (kpis, row) };
      guint baseline = 0;

      out.goal = sl_facts_goal (facts, sl_table_ref (kpis, row, SL_KPI_GOAL));
      if (out.goal < 0 || !facts->goals[out.goal].active
          || !sl_agreed_find (agreed, out.kpi, &baseline))
        continue;
      out.day = sl_agreed_day (agreed, baseline);
      out.then = sl_table_real (baselines, baseline, SL_BASELINE_TARGET);
      out.now = sl_table_real (kpis, row, SL_KPI_TARGET);
      if (!isnan (out.then) && out.then != out.now
          && !sl_agreed_is_decided (agreed, out.kpi, out.day)
          && !sl_agreed_is_decided (agreed, facts->goals[out.goal].id, out.day))
        g_array_append_val (moved, out);
    }
  return moved;
}
