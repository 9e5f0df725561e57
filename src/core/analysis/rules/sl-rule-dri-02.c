/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DRI-02: a goal weighs more or less than was agreed, and nobody decided that. Source: METHODS
 * sections 17 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-drift.h"
#include "analysis/rules/sl-rules-points.h"
#include "base/sl-date.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
  SlRulePoints *points;
  GVariant *agree; /* steps that agree on all goals as they are today */
} Context;

/* All weights together are one agreement. */
static void
prepare_agreement (Context *self)
{
  const SlFacts *facts = self->facts;
  g_autofree SlId *goals = g_new0 (SlId, facts->n_goals + 1);
  guint n = 0, row = 0;

  for (guint g = 0; g < facts->n_goals; g++)
    if ((facts->goals[g].shared && facts->goals[g].active)
        || sl_agreed_find (self->agreed, facts->goals[g].id, &row))
      goals[n++] = facts->goals[g].id;
  self->agree = g_variant_ref_sink (sl_drift_agree (goals, n));
}

static void
add_way_back (SlFinding *finding, const Context *self, guint number, double then)
{
  const SlFactGoal *goal = &self->facts->goals[number];
  g_autofree char *share = sl_format_percent (then, 0);
  GVariant *steps;

  if (!goal->active)
    {
      sl_finding_add_remedy (
          finding, g_strdup (_ ("Take it up again: active")),
          sl_remedy_set (goal->id, "status", g_variant_new_int64 (SL_GOAL_ACTIVE)), goal->id);
      return;
    }
  steps = sl_rule_points_weigh (self->points, number, then);
  if (steps != NULL)
    sl_finding_add_remedy (finding,
                           g_strdup_printf (_ ("Go back to the agreed weight of %s"), share), steps,
                           goal->id);
}

/* What nobody decided since it was agreed; a new goal has no such day. */
static gboolean
is_undecided (const SlAgreed *agreed, SlId goal)
{
  guint row = 0;
  gint64 day = sl_agreed_find (agreed, goal, &row) ? sl_agreed_day (agreed, row) : SL_DAY_MIN;

  return !sl_agreed_is_decided (agreed, goal, SL_AGREED_WEIGHT, day);
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

  if (isnan (weights->drift) || sl_agreed_are_weights_decided (agreed))
    return;
  self.points = sl_rule_points_new (facts);
  prepare_agreement (&self);
  for (guint i = 0; i < facts->n_goals; i++)
    if (weights->counts[i] && fabs (weights->gaps[i]) > SL_AGREED_WEIGHT_STEP
        && is_undecided (agreed, facts->goals[i].id))
      report (run, &self, i, weights->then[i], weights->now[i]);
  g_variant_unref (self.agree);
  sl_rule_points_free (self.points);
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
