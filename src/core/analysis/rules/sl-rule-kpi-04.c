/* SPDX-License-Identifier: GPL-3.0-or-later */

/* KPI-04: a shared goal has only KPIs that show what has already happened. Source: PRODUCT
 * section 8. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-kpi.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How many KPIs are proposed. */
#define MAX_PROPOSED 3u

/* The KPIs of a goal and of all below it. */
typedef struct
{
  guint n_leading;
  GArray *own; /* guint: rows of its own; or NULL */
} Measures;

static void
count_up (const SlFacts *facts, Measures *measures, int goal)
{
  for (; goal >= 0; goal = facts->goals[goal].parent)
    measures[goal].n_leading++;
}

static Measures *
collect (const SlFacts *facts)
{
  const SlTable *kpis = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  Measures *measures = g_new0 (Measures, facts->n_goals + 1);

  for (guint row = 0; row < sl_table_n_rows (kpis); row++)
    {
      int goal = sl_kpi_goal (facts, row);

      if (goal < 0)
        continue;
      if (sl_table_int (kpis, row, SL_KPI_LEADING) != 0)
        count_up (facts, measures, goal);
      if (measures[goal].own == NULL)
        measures[goal].own = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (measures[goal].own, row);
    }
  return measures;
}

static void
report (SlRuleRun *run, const SlFactGoal *goal, const GArray *own)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *kpis = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  SlFinding *finding = sl_rule_find (
      run, 0.0,
      g_strdup_printf (_ ("%s is measured only by what has already happened: add a KPI that warns "
                          "before it is too late."),
                       name),
      goal->id, SL_ID_NONE);

  sl_rule_add_party (finding, facts, goal->owner);
  for (guint i = 0; i < own->len; i++)
    {
      SlId id = sl_table_id (kpis, g_array_index (own, guint, i));

      sl_finding_add_evidence (finding, g_strdup (sl_facts_title (facts, id)),
                               g_strdup (_ ("not leading")), NAN, NULL, id);
      if (i < MAX_PROPOSED)
        sl_finding_add_remedy (finding,
                               g_strdup_printf (_ ("“%s” moves before the result: mark it"),
                                                sl_facts_title (facts, id)),
                               sl_remedy_set (id, "leading", g_variant_new_int64 (1)), id);
    }
  sl_finding_add_remedy (finding, g_strdup (_ ("Add a KPI that moves first")), NULL, goal->id);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree Measures *measures = collect (facts);

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];

      if (measures[i].own == NULL)
        continue;
      if (goal->active && goal->shared && measures[i].n_leading == 0)
        report (run, goal, measures[i].own);
      g_array_unref (measures[i].own);
    }
}

const SlRule sl_rule_kpi_04 = {
  .id = "KPI-04",
  .title = N_ ("Only results are measured"),
  .why = N_ ("A result comes at the end. Measure also what leads to it, so that there is time to "
             "act."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
