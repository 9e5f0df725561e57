/* SPDX-License-Identifier: GPL-3.0-or-later */

/* KPI-03: all parts of a goal are on track, and its own KPI is red. Source: PRODUCT section 8. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-kpi.h"
#include "analysis/sl-kpi-watch.h"
#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SEVERITY 0.5
/* Where the yellow band begins. */
#define YELLOW 0.4

/* A later day by which it is in time as it stands. */
static void
add_day_remedy (SlFinding *finding, const SlFacts *facts, guint row, double score)
{
  const SlTable *kpis = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  gint64 first = sl_table_int (kpis, row, SL_KPI_BASELINE_DAY);
  SlId id = sl_table_id (kpis, row);
  g_autofree char *text = NULL;
  gint64 day;

  if (first == SL_INT_NULL || first >= facts->today)
    return;
  day = first + (gint64)ceil ((double)(facts->today - first) / MAX (score - SL_PACE_BEHIND, 0.01))
        + 1;
  text = sl_day_to_text (day);
  sl_finding_add_remedy (finding, g_strdup_printf (_ ("Agree on a later target date: %s"), text),
                         sl_remedy_set (id, "target_day", g_variant_new_int64 (day)), id);
}

/* A target of which enough is reached to be yellow. */
static void
add_target_remedy (SlFinding *finding, const SlFacts *facts, guint row, double score,
                   double current)
{
  const SlTable *kpis = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  double baseline = sl_table_real (kpis, row, SL_KPI_BASELINE);
  SlId id = sl_table_id (kpis, row);
  double target = baseline + (current - baseline) / (YELLOW + 0.01);
  g_autofree char *number = NULL;

  if (isnan (target) || !(score > 0.0))
    return;
  number = sl_kpi_number (facts, row, target);
  sl_finding_add_remedy (finding, g_strdup_printf (_ ("Agree on a nearer target: %s"), number),
                         sl_remedy_set (id, "target", g_variant_new_double (target)), id);
}

/* Something else has to move it. */
static GVariant *
add_part (const SlFacts *facts, const SlFactGoal *goal, SlId kpi)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (
      &fields, "{sv}", "title",
      g_variant_new_take_string (g_strdup_printf (_ ("Move “%s”"), sl_facts_title (facts, kpi))));
  if (goal->owner >= 0)
    g_variant_builder_add (&fields, "{sv}", "owner",
                           g_variant_new_int64 (facts->parties[goal->owner].id));
  return sl_remedy_step ("record.add", "(sxxa{sv})", "goal", goal->id, G_GINT64_CONSTANT (-1),
                         &fields);
}

static void
report (SlRuleRun *run, guint row, const SlGoalParts *parts, double score, double current)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *kpis = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  const SlFactGoal *goal = &facts->goals[sl_kpi_goal (facts, row)];
  SlId id = sl_table_id (kpis, row);
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *number = sl_kpi_number (facts, row, current);
  g_autofree char *title = sl_rule_title (facts, id);
  SlFinding *finding = sl_rule_find (
      run, SEVERITY,
      /* Translators: goal with its party, KPI, its value. */
      g_strdup_printf (
          _ ("All parts of %s are on track, yet “%s” stands at %s: find out what moves it."), name,
          title, number),
      goal->id, id);

  sl_rule_add_party (finding, facts, goal->owner);
  sl_finding_add_number (finding, g_strdup (_ ("Parts on track")), parts->n_green, NULL, goal->id);
  sl_kpi_add_number (finding, facts, row, g_strdup (_ ("Value now")), current);
  sl_finding_add_share (finding, g_strdup (_ ("Share of the way")), score, id);
  sl_finding_add_remedy (finding, g_strdup (_ ("Add a part that moves it")),
                         add_part (facts, goal, id), goal->id);
  add_target_remedy (finding, facts, row, score, current);
  add_day_remedy (finding, facts, row, score);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *kpis = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  g_autofree SlGoalParts *parts = sl_goal_parts_new (facts->plan, facts->progress);

  for (guint row = 0; row < sl_table_n_rows (kpis); row++)
    {
      double current = NAN;
      double score;

      if (sl_kpi_contrast (facts->plan, facts->progress, parts, row, facts->today)
          != SL_KPI_PARTS_GREEN)
        continue;
      score = sl_goal_progress_get_kpi (facts->progress, sl_table_id (kpis, row), &current);
      report (run, row, &parts[facts->goals[sl_kpi_goal (facts, row)].row], score, current);
    }
}

const SlRule sl_rule_kpi_03 = {
  .id = "KPI-03",
  .title = N_ ("Parts green, result red"),
  .why = N_ ("When all parts do well and the result does not, they are not the parts that the "
             "result is made of. Question the tree, not the people."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_KPI_VALUE) | SL_KIND_BIT (SL_KIND_GOAL)
           | SL_KIND_BIT (SL_KIND_GOAL_PARENT) | SL_KIND_BIT (SL_KIND_TASK)
           | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_PROJECT)
           | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
