/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Agreeing anew, and which targets moved, for the rules DRI-02, DRI-03 and DRI-06. */

#include "config.h"

#include "analysis/rules/sl-rules-drift.h"

#include <math.h>

GVariant *
sl_drift_agree (const SlId *goals, guint n)
{
  return sl_remedy_step ("goal.agree", "(@axs)",
                         g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, goals, n, sizeof *goals),
                         "");
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
          && !sl_agreed_is_decided (agreed, out.kpi, SL_AGREED_TARGET, out.day)
          && !sl_agreed_is_decided (agreed, facts->goals[out.goal].id, SL_AGREED_TARGET, out.day))
        g_array_append_val (moved, out);
    }
  return moved;
}
