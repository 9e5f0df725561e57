/* SPDX-License-Identifier: GPL-3.0-or-later */

/* KPI-01: a shared goal is measured by nothing, or a KPI has no baseline or target, or points the
 * wrong way. Source: PRODUCT section 8. What objectives lack is VIS-02. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-kpi.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SEVERITY 0.25
/* What a goal is measured by where nobody knows better: done from 0 to 100 percent. */
#define WHOLE 100.0

typedef enum
{
  FAULT_NONE,
  FAULT_NO_TARGET,
  FAULT_NO_BASELINE,
  FAULT_NO_WAY, /* baseline and target are the same */
  FAULT_WRONG_WAY,
} Fault;

static Fault
fault_of (const SlTable *kpis, guint row)
{
  gint64 direction = sl_table_int (kpis, row, SL_KPI_DIRECTION);
  double baseline = sl_table_real (kpis, row, SL_KPI_BASELINE);
  double target = sl_table_real (kpis, row, SL_KPI_TARGET);

  if (direction == SL_KPI_KEEP)
    return isnan (target) && !sl_table_is_set (kpis, row, SL_KPI_LOW)
                   && !sl_table_is_set (kpis, row, SL_KPI_HIGH)
               ? FAULT_NO_TARGET
               : FAULT_NONE;
  if (isnan (target))
    return FAULT_NO_TARGET;
  if (isnan (baseline))
    return FAULT_NO_BASELINE;
  if (baseline == target)
    return FAULT_NO_WAY;
  return (target > baseline) == (direction == SL_KPI_UP) ? FAULT_NONE : FAULT_WRONG_WAY;
}

static char *
describe (const char *name, Fault fault)
{
  switch (fault)
    {
    case FAULT_NO_TARGET:
      return g_strdup_printf (
          _ ("%s has no target: nobody can tell when the goal is reached; agree "
             "on a number."),
          name);
    case FAULT_NO_BASELINE:
      return g_strdup_printf (_ ("%s has no baseline: nobody can tell how far it has come; measure "
                                 "where it stands now."),
                              name);
    case FAULT_NO_WAY:
      return g_strdup_printf (_ ("%s has a target that equals its baseline, so there is no way to "
                                 "go: set the target, or keep it within a range."),
                              name);
    default:
      return g_strdup_printf (_ ("%s: what counts as better leads away from the target, so good "
                                 "news look bad: turn its direction or change the target."),
                              name);
    }
}

/* What can be set at once; the rest somebody has to know. */
static void
add_remedies (SlFinding *finding, const SlFacts *facts, guint row, const SlKpiSeries *series,
              Fault fault)
{
  const SlTable *kpis = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  SlId id = sl_table_id (kpis, row);
  gint64 direction = sl_table_int (kpis, row, SL_KPI_DIRECTION);

  if (fault == FAULT_WRONG_WAY)
    sl_finding_add_remedy (
        finding,
        direction == SL_KPI_UP ? g_strdup (_ ("Less is better")) : g_strdup (_ ("More is better")),
        sl_remedy_set (id, "direction",
                       g_variant_new_int64 (direction == SL_KPI_UP ? SL_KPI_DOWN : SL_KPI_UP)),
        id);
  if (fault == FAULT_NO_BASELINE && series->n > 0)
    sl_finding_add_remedy (finding, g_strdup (_ ("Take the first value as baseline")),
                           sl_remedy_set (id, "baseline", g_variant_new_double (series->values[0])),
                           id);
  if (fault == FAULT_NO_WAY || (fault == FAULT_NO_TARGET && series->n > 0))
    {
      double keep = series->n > 0 ? series->values[series->n - 1]
                                  : sl_table_real (kpis, row, SL_KPI_BASELINE);
      GVariantBuilder steps;

      g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
      sl_remedy_add_step (&steps, "record.set", "(xsv)", id, "direction",
                          g_variant_new_int64 (SL_KPI_KEEP));
      sl_remedy_add_step (&steps, "record.set", "(xsv)", id, "target", g_variant_new_double (keep));
      sl_finding_add_remedy (finding, g_strdup (_ ("It is to be kept where it is")),
                             g_variant_builder_end (&steps), id);
    }
  sl_finding_add_remedy (finding, g_strdup (_ ("Enter what is missing")), NULL, id);
}

static void
look_at_kpi (SlRuleRun *run, guint row, const SlKpiSeries *series)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *kpis = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  int goal = sl_kpi_goal (facts, row), owner = sl_kpi_owner (facts, row);
  SlId id = sl_table_id (kpis, row);
  Fault fault = fault_of (kpis, row);
  g_autofree char *name = sl_rule_name (facts, id, owner);
  double baseline = sl_table_real (kpis, row, SL_KPI_BASELINE);
  double target = sl_table_real (kpis, row, SL_KPI_TARGET);
  SlFinding *finding;

  if (fault == FAULT_NONE || goal < 0 || !facts->goals[goal].active)
    return;
  finding = sl_rule_find (run, SEVERITY, describe (name, fault), id, facts->goals[goal].id);
  sl_rule_add_party (finding, facts, owner);
  if (isnan (baseline))
    sl_finding_add_evidence (finding, g_strdup (_ ("Baseline")), g_strdup (_ ("none")), NAN, NULL,
                             id);
  else
    sl_kpi_add_number (finding, facts, row, g_strdup (_ ("Baseline")), baseline);
  if (isnan (target))
    sl_finding_add_evidence (finding, g_strdup (_ ("Target")), g_strdup (_ ("none")), NAN, NULL,
                             id);
  else
    sl_kpi_add_number (finding, facts, row, g_strdup (_ ("Target")), target);
  add_remedies (finding, facts, row, series, fault);
}

/* --- Goals without any --- */

static GVariant *
add_measure (const SlFacts *facts, const SlFactGoal *goal)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&fields, "{sv}", "title",
                         g_variant_new_string (sl_facts_title (facts, goal->id)));
  g_variant_builder_add (&fields, "{sv}", "goal", g_variant_new_int64 (goal->id));
  g_variant_builder_add (&fields, "{sv}", "unit", g_variant_new_string ("%"));
  g_variant_builder_add (&fields, "{sv}", "baseline", g_variant_new_double (0.0));
  g_variant_builder_add (&fields, "{sv}", "target", g_variant_new_double (WHOLE));
  return sl_remedy_step ("record.add", "(sxxa{sv})", "kpi", (gint64)SL_ID_NONE,
                         G_GINT64_CONSTANT (-1), &fields);
}

static void
look_at_goal (SlRuleRun *run, const SlFactGoal *goal)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  g_autofree char *name = NULL;
  SlFinding *finding;

  if (!goal->active || !goal->shared || goal->objective || goal->n_kpis > 0
      || sl_table_is_set (goals, goal->row, SL_GOAL_MEASURE))
    return;
  name = sl_rule_goal_name (facts, goal);
  finding = sl_rule_find (run, SEVERITY,
                          g_strdup_printf (_ ("%s is measured by nothing: the parties will not "
                                              "agree on whether it is reached; agree on a KPI with "
                                              "baseline and target."),
                                           name),
                          goal->id, SL_ID_NONE);
  sl_rule_add_party (finding, facts, goal->owner);
  sl_finding_add_number (finding, g_strdup (_ ("KPIs")), 0.0, NULL, goal->id);
  sl_finding_add_evidence (finding, g_strdup (_ ("Measure")), g_strdup (_ ("none")), NAN, NULL,
                           goal->id);
  sl_finding_add_remedy (finding, g_strdup (_ ("Measure how much of it is done: 0 to 100 %")),
                         add_measure (facts, goal), goal->id);
  sl_finding_add_remedy (finding, g_strdup (_ ("Write down how all will see it")), NULL, goal->id);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  guint n_kpis = sl_table_n_rows (sl_snapshot_table (facts->plan, SL_KIND_KPI));
  SlKpiSeries *series = sl_kpi_series_new (facts->plan, facts->today);

  for (guint i = 0; i < facts->n_goals; i++)
    look_at_goal (run, &facts->goals[i]);
  for (guint row = 0; row < n_kpis; row++)
    look_at_kpi (run, row, &series[row]);
  sl_kpi_series_free (series);
}

const SlRule sl_rule_kpi_01 = {
  .id = "KPI-01",
  .title = N_ ("A measure is missing or wrong"),
  .why = N_ ("A goal without a number is a wish. Define for each shared goal a KPI with its "
             "baseline, target and direction."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_KPI_VALUE) | SL_KIND_BIT (SL_KIND_GOAL)
           | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
