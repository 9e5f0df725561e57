/* SPDX-License-Identifier: GPL-3.0-or-later */

/* VIS-02: an objective has no plan, no measure, or nobody who answers for it. Where it has none of
 * the three nobody began to work on it: that is said, and costs nothing. Source: METHODS sections
 * 16 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"
#include "analysis/sl-goal-coverage.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What an objective may lack: in a sentence, and as evidence. */
static const struct
{
  SlCoverage bit;
  const char *lacks;
  const char *label;
} parts[] = {
  { SL_COVERAGE_NO_PLAN, N_ ("no plan"), N_ ("Goals, tasks and milestones that serve it") },
  { SL_COVERAGE_NO_MEASURE, N_ ("no KPI with a target"), N_ ("KPIs with a target") },
  { SL_COVERAGE_NO_OWNER, N_ ("no owner"), N_ ("Parties that answer for it") },
};

/* (transfer full) */
static char *
list_missing (SlCoverage missing)
{
  const char *list[G_N_ELEMENTS (parts)];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (missing & parts[i].bit)
      list[n++] = _ (parts[i].lacks);
  if (n == 1)
    return g_strdup (list[0]);
  if (n == 2)
    /* Translators: two things that are missing. */
    return g_strdup_printf (_ ("%s and %s"), list[0], list[1]);
  /* Translators: three things that are missing. */
  return g_strdup_printf (_ ("%s, %s and %s"), list[0], list[1], list[2]);
}

static char *
describe (const SlFacts *facts, const SlFactGoal *goal, SlCoverage missing)
{
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *list = list_missing (missing);

  /* Translators: an objective with its party, what it lacks: "no plan, no owner". */
  return g_strdup_printf (_ ("The objective %s has %s: complete it, or it stays a wish."), name,
                          list);
}

static void
add_evidence (SlFinding *finding, const SlFactGoal *goal, const SlGoalCoverage *coverage)
{
  const guint counts[] = { coverage->n_plans, coverage->n_measures, goal->owner >= 0 };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    sl_finding_add_number (finding, g_strdup (_ (parts[i].label)), counts[i], NULL, goal->id);
}

/* --- Fixes --- */

static void
step_owner (GVariantBuilder *steps, const SlFactGoal *goal, SlId owner)
{
  sl_remedy_add_step (steps, "record.set", "(xsv)", goal->id, "owner", g_variant_new_int64 (owner));
}

static void
step_measure (GVariantBuilder *steps, const SlFacts *facts, const SlFactGoal *goal)
{
  GVariantBuilder fields;
  const char *measure
      = sl_table_text (sl_snapshot_table (facts->plan, SL_KIND_GOAL), goal->row, SL_GOAL_MEASURE);
  g_autofree char *title
      = measure != NULL && *measure != '\0'
            ? g_strdup (measure)
            /* Translators: title of a KPI: how much of a goal is reached. */
            : g_strdup_printf (_ ("Reached of “%s”"), sl_facts_title (facts, goal->id));

  g_variant_builder_init (&fields, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&fields, "{sv}", "title", g_variant_new_string (title));
  g_variant_builder_add (&fields, "{sv}", "goal", g_variant_new_int64 (goal->id));
  g_variant_builder_add (&fields, "{sv}", "unit", g_variant_new_string ("%"));
  g_variant_builder_add (&fields, "{sv}", "baseline", g_variant_new_double (0.0));
  g_variant_builder_add (&fields, "{sv}", "target", g_variant_new_double (100.0));
  sl_remedy_add_step (steps, "record.add", "(sxxa{sv})", "kpi", (gint64)SL_ID_NONE,
                      G_GINT64_CONSTANT (-1), &fields);
}

/* A first milestone on the day on which the goal is due. */
static void
step_plan (GVariantBuilder *steps, const SlFacts *facts, const SlFactGoal *goal)
{
  GVariantBuilder fields;
  gint64 due = sl_table_int (sl_snapshot_table (facts->plan, SL_KIND_GOAL), goal->row, SL_GOAL_DUE);
  g_autofree char *title
      /* Translators: title of a milestone. */
      = g_strdup_printf (_ ("“%s” is reached"), sl_facts_title (facts, goal->id));

  g_variant_builder_init (&fields, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&fields, "{sv}", "title", g_variant_new_string (title));
  g_variant_builder_add (&fields, "{sv}", "goal", g_variant_new_int64 (goal->id));
  if (due != SL_INT_NULL)
    g_variant_builder_add (&fields, "{sv}", "due", g_variant_new_int64 (due));
  sl_remedy_add_step (steps, "record.add", "(sxxa{sv})", "milestone", (gint64)SL_ID_NONE,
                      G_GINT64_CONSTANT (-1), &fields);
}

/* The fix that fills all gaps; @owner: the party that takes it over, or -1. */
static void
add_fix (SlFinding *finding, const SlFacts *facts, const SlFactGoal *goal, SlCoverage missing,
         int owner)
{
  GVariantBuilder steps;
  gboolean takes_over = (missing & SL_COVERAGE_NO_OWNER) && owner >= 0;
  const char *who = owner >= 0 ? sl_facts_title (facts, facts->parties[owner].id) : "";
  char *label;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  if (missing & SL_COVERAGE_NO_PLAN)
    step_plan (&steps, facts, goal);
  if (missing & SL_COVERAGE_NO_MEASURE)
    step_measure (&steps, facts, goal);
  if (takes_over)
    step_owner (&steps, goal, facts->parties[owner].id);
  if (takes_over && missing == SL_COVERAGE_NO_OWNER)
    /* Translators: a party. */
    label = g_strdup_printf (_ ("%s answers for it"), who);
  else if (takes_over)
    /* Translators: a party. */
    label = g_strdup_printf (_ ("%s answers for it; fill in what else is missing"), who);
  else if (missing == SL_COVERAGE_NO_PLAN)
    label = g_strdup (_ ("Begin a plan: a milestone on its last day"));
  else if (missing == SL_COVERAGE_NO_MEASURE)
    label = g_strdup (_ ("Add a KPI from 0 to 100 %"));
  else
    label = g_strdup (_ ("Add a first milestone and a KPI from 0 to 100 %"));
  sl_finding_add_remedy (finding, label, g_variant_builder_end (&steps), goal->id);
}

/* Where a party stands on a goal counts more than its power. */
static double
willingness (const SlFacts *facts, guint party, guint goal)
{
  int value = sl_facts_position (facts, party, goal).value;
  double power = facts->parties[party].power;

  return (value == SL_POSITION_UNKNOWN ? 0.0 : value * 10.0) + (isnan (power) ? 0.0 : power);
}

/* Who may answer for it: the owner of something that serves it, and who is most willing. At most
 * two. */
static guint
find_owners (const SlFacts *facts, guint goal, int owners[2])
{
  int best = -1;
  guint n = 0;

  for (guint i = 0; i < facts->n_goals && n == 0; i++)
    if (facts->goals[i].parent == (int)goal && facts->goals[i].owner >= 0)
      owners[n++] = facts->goals[i].owner;
  for (guint p = 0; p < facts->n_parties; p++)
    if (!facts->parties[p].gone && (n == 0 || owners[0] != (int)p)
        && (best < 0 || willingness (facts, p, goal) > willingness (facts, (guint)best, goal)))
      best = (int)p;
  if (best >= 0)
    owners[n++] = best;
  return n;
}

static void
report (SlRuleRun *run, guint number, const SlGoalCoverage *coverage, double weight)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlFactGoal *goal = &facts->goals[number];
  double severity = coverage->known ? sl_coverage_severity (coverage->missing) : 0.0;
  SlFinding *finding = sl_rule_find (run, severity, describe (facts, goal, coverage->missing),
                                     goal->id, SL_ID_NONE);
  int owners[2] = { -1, -1 };
  guint n = coverage->missing & SL_COVERAGE_NO_OWNER ? find_owners (facts, number, owners) : 0;

  sl_rule_add_party (finding, facts, goal->owner);
  if (coverage->known)
    {
      sl_finding_touch (finding, SL_SUB_A6B, goal->id, SL_ID_NONE, severity);
      if (sl_veto_by_plan (weight, coverage->n_plans > 0))
        finding->veto = SL_VETO_NO_PLAN;
    }
  add_evidence (finding, goal, coverage);
  for (guint i = 0; i < n; i++)
    add_fix (finding, facts, goal, coverage->missing, owners[i]);
  if (n == 0)
    add_fix (finding, facts, goal, coverage->missing, -1);
  sl_finding_add_remedy (finding, g_strdup (_ ("Fill it in by hand")), NULL, goal->id);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree SlGoalCoverage *coverage = sl_goal_coverage_new (facts);
  double sum = 0.0;

  for (guint i = 0; i < facts->n_goals; i++)
    if (facts->goals[i].active && facts->goals[i].objective)
      sum += facts->goals[i].weight;
  for (guint i = 0; i < facts->n_goals; i++)
    if (facts->goals[i].active && facts->goals[i].objective
        && coverage[i].missing != SL_COVERAGE_COMPLETE)
      report (run, i, &coverage[i], sum > 0.0 ? facts->goals[i].weight / sum : 0.0);
}

const SlRule sl_rule_vis_02 = {
  .id = "VIS-02",
  .title = N_ ("An objective is not carried"),
  .why = N_ ("An objective needs a plan, a KPI with a target, and exactly one party that answers "
             "for it."),
  .sub = SL_SUB_A6B,
  .reads
  = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_GOAL_PARENT) | SL_KIND_BIT (SL_KIND_GOAL_LINK)
    | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_KPI)
    | SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_PRIORITY) | SL_KIND_BIT (SL_KIND_POSITION),
  .eval = eval,
};
