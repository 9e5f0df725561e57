/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DRI-02: a goal weighs more or less than was agreed, and nobody decided that. Source: METHODS
 * sections 17 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-drift.h"
#include "base/sl-date.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The ends of the fields. */
#define MAX_POINTS 100.0
#define MAX_WEIGHT 1000.0

static char *
describe (const SlFacts *facts, const SlFactGoal *goal, double then, double now)
{
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *before = sl_format_percent (then, 0);
  g_autofree char *after = sl_format_percent (now, 0);

  if (then <= 0.0)
    /* Translators: goal with its party, a share. */
    return g_strdup_printf (_ ("%s has come in with %s of all weight, without a decision: agree on "
                               "it or take it out again."),
                            name, after);
  /* Translators: goal with its party, a share, another share. */
  return g_strdup_printf (_ ("%s weighs %s instead of the agreed %s, without a decision; that "
                             "moves attention and money: agree on it or go back."),
                          name, after, before);
}

/* What all findings of a run share, summed up once. */
typedef struct
{
  const SlFacts *facts;
  SlAgreed *agreed;
  double *points;    /* that each party spread over shared goals */
  double weight;     /* sum of the weight fields of shared goals */
  gboolean answered; /* some party spread points */
  GVariant *agree;   /* steps that agree on all goals as they are today */
} Context;

static void
sum_up (Context *self)
{
  const SlFacts *facts = self->facts;
  const SlTable *priorities = sl_snapshot_table (facts->plan, SL_KIND_PRIORITY);
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);

  self->points = g_new0 (double, facts->n_parties + 1);
  for (guint row = 0; row < sl_table_n_rows (priorities); row++)
    {
      int party = sl_facts_party (facts, sl_table_ref (priorities, row, SL_PRIORITY_PARTY));
      int goal = sl_facts_goal (facts, sl_table_ref (priorities, row, SL_PRIORITY_GOAL));

      if (party >= 0 && goal >= 0 && facts->goals[goal].shared && facts->goals[goal].active)
        self->points[party] += sl_table_real (priorities, row, SL_PRIORITY_POINTS);
    }
  for (guint p = 0; p < facts->n_parties; p++)
    self->answered |= facts->parties[p].answered;
  for (guint g = 0; g < facts->n_goals; g++)
    {
      double own = sl_table_real (goals, facts->goals[g].row, SL_GOAL_WEIGHT);

      if (facts->goals[g].shared && facts->goals[g].active && !isnan (own))
        self->weight += own;
    }
}

/* All weights together are one agreement. */
static void
prepare_agreement (Context *self)
{
  const SlFacts *facts = self->facts;
  GVariantBuilder steps;
  guint row = 0;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint g = 0; g < facts->n_goals; g++)
    if ((facts->goals[g].shared && facts->goals[g].active)
        || sl_agreed_find (self->agreed, facts->goals[g].id, &row))
      sl_drift_agree (&steps, facts, self->agreed, facts->goals[g].id);
  self->agree = g_variant_ref_sink (g_variant_builder_end (&steps));
}

/* What gives a goal the share @wanted next to @others; NAN: nothing up to @most does. */
static double
number_for (double wanted, double others, double most)
{
  double number = wanted * others / (1.0 - wanted);

  return wanted < 1.0 && others > 0.0 && number <= most ? number : NAN;
}

/* Lets each party that spread points give the goal the agreed share. FALSE: it cannot be done. */
static gboolean
add_points (GVariantBuilder *steps, const Context *self, guint goal, double wanted)
{
  const SlFacts *facts = self->facts;

  for (guint p = 0; p < facts->n_parties; p++)
    {
      double others = self->points[p] * (1.0 - sl_facts_priority (facts, p, goal));
      double points = number_for (wanted, others, MAX_POINTS);

      if (!facts->parties[p].answered)
        continue;
      if (isnan (points))
        return FALSE;
      sl_remedy_add_step (steps, "priority.set", "(xxd)", facts->parties[p].id,
                          facts->goals[goal].id, points);
    }
  return TRUE;
}

/* Without points the weight field counts. FALSE: nobody has one. */
static gboolean
add_weight (GVariantBuilder *steps, const Context *self, guint goal, double wanted)
{
  const SlTable *goals = sl_snapshot_table (self->facts->plan, SL_KIND_GOAL);
  double own = sl_table_real (goals, self->facts->goals[goal].row, SL_GOAL_WEIGHT);
  double weight = number_for (wanted, self->weight - (isnan (own) ? 0.0 : own), MAX_WEIGHT);

  if (isnan (weight))
    return FALSE;
  sl_remedy_add_step (steps, "record.set", "(xsv)", self->facts->goals[goal].id, "weight",
                      g_variant_new_double (weight));
  return TRUE;
}

static void
add_way_back (SlFinding *finding, const Context *self, guint number, double then)
{
  const SlFactGoal *goal = &self->facts->goals[number];
  g_autofree char *share = sl_format_percent (then, 0);
  GVariantBuilder steps;
  gboolean possible;

  if (!goal->active)
    {
      sl_finding_add_remedy (
          finding, g_strdup (_ ("Take it up again: active")),
          sl_remedy_set (goal->id, "status", g_variant_new_int64 (SL_GOAL_ACTIVE)), goal->id);
      return;
    }
  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  possible = self->answered ? add_points (&steps, self, number, then)
                            : add_weight (&steps, self, number, then);
  if (possible)
    sl_finding_add_remedy (finding,
                           g_strdup_printf (_ ("Go back to the agreed weight of %s"), share),
                           g_variant_builder_end (&steps), goal->id);
  else
    g_variant_builder_clear (&steps);
}

/* What nobody decided since it was agreed; a new goal has no such day. */
static gboolean
is_undecided (const SlAgreed *agreed, SlId goal)
{
  guint row = 0;
  gint64 day = sl_agreed_find (agreed, goal, &row) ? sl_agreed_day (agreed, row) : SL_DAY_MIN;

  return !sl_agreed_is_decided (agreed, goal, day);
}

static void
report (SlRuleRun *run, const Context *self, guint number, double then, double now)
{
  const SlFacts *facts = self->facts;
  const SlFactGoal *goal = &facts->goals[number];
  double share = fabs (now - then) / 2.0;
  SlFinding *finding
      = sl_rule_find (run, share, describe (facts, goal, then, now), goal->id, SL_ID_NONE);
  guint row = 0;

  sl_rule_add_party (finding, facts, goal->owner);
  sl_finding_touch (finding, SL_SUB_A7B, goal->id, SL_ID_NONE, 1.0);
  sl_finding_add_share (finding, g_strdup (_ ("Agreed weight")), then, goal->id);
  sl_finding_add_share (finding, g_strdup (_ ("Weight now")), now, goal->id);
  sl_finding_add_share (finding, g_strdup (_ ("Its part of what moved: half the difference")),
                        share, goal->id);
  if (sl_agreed_find (self->agreed, goal->id, &row))
    sl_finding_add_date (finding, g_strdup (_ ("Agreed on")), sl_agreed_day (self->agreed, row),
                         goal->id);
  add_way_back (finding, self, number, then);
  sl_finding_add_remedy (finding, g_strdup (_ ("Agree on all goals as they are today")),
                         self->agree, goal->id);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autoptr (SlAgreed) agreed = sl_agreed_new (facts);
  g_autoptr (SlAgreedWeights) weights = sl_agreed_weights_new (agreed);
  Context self = { .facts = facts, .agreed = agreed };

  if (isnan (weights->drift))
    return;
  sum_up (&self);
  prepare_agreement (&self);
  for (guint i = 0; i < facts->n_goals; i++)
    if (weights->counts[i] && fabs (weights->gaps[i]) > SL_AGREED_WEIGHT_STEP
        && is_undecided (agreed, facts->goals[i].id))
      report (run, &self, i, weights->then[i], weights->now[i]);
  g_variant_unref (self.agree);
  g_free (self.points);
}

const SlRule sl_rule_dri_02 = {
  .id = "DRI-02",
  .title = N_ ("A priority moved without agreement"),
  .why = N_ ("What was weighed together is the agreement; weights that move by themselves pull "
             "the parties apart. Agree again at the next review, or go back."),
  .sub = SL_SUB_A7B,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_BASELINE)
           | SL_KIND_BIT (SL_KIND_PRIORITY) | SL_KIND_BIT (SL_KIND_DECISION)
           | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
