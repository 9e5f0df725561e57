/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CON-04: a goal ends below zero although its owner does everything for it, because other goals
 * take that away. Source: METHODS sections 1, 2 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-conflict.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The lowest of what the owner does for each goal: its parts with the same owner, and its own
 * measured work; NAN: there is none. (transfer full) (array length=n_goals) */
static double *
weakest_own (const SlFacts *facts)
{
  double *out = g_new (double, facts->n_goals + 1);

  for (guint i = 0; i < facts->n_goals; i++)
    out[i] = NAN;
  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];

      if (goal->active && goal->parent >= 0 && facts->goals[goal->parent].owner == goal->owner)
        out[goal->parent] = fmin (out[goal->parent], goal->satisfaction);
    }
  return out;
}

/* What a measured KPI of its own is worth, or NAN. */
static double
own_measure (const SlFacts *facts, guint goal)
{
  g_autoptr (GArray) terms = sl_satisfaction_explain (facts->satisfaction, goal);

  for (guint i = 0; i < terms->len; i++)
    {
      const SlSatisfactionTerm *term = &g_array_index (terms, SlSatisfactionTerm, i);

      if (term->type == SL_GRL_TERM_PARTS && term->goal < 0)
        return term->amount;
    }
  return NAN;
}

/* The link that takes most away, or NULL. */
static const SlFactLink *
worst_link (const SlFacts *facts, guint goal)
{
  g_autoptr (GArray) terms = sl_satisfaction_explain (facts->satisfaction, goal);
  const SlFactLink *worst = NULL;
  double least = 0.0;

  for (guint i = 0; i < terms->len; i++)
    {
      const SlSatisfactionTerm *term = &g_array_index (terms, SlSatisfactionTerm, i);

      if (term->link < 0 || term->amount >= least)
        continue;
      least = term->amount;
      worst = &facts->links[term->link];
    }
  return worst;
}

static char *
describe (const SlFacts *facts, const SlFactGoal *goal, const SlFactLink *worst)
{
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *points = sl_conflict_points (goal->satisfaction);
  g_autofree char *source = sl_rule_goal_name (facts, &facts->goals[worst->source]);

  /* Translators: goal with its party, "−25 of 100", the goal that hurts it with its party. */
  return g_strdup_printf (
      _ ("%s ends at %s even if everybody succeeds, because of %s: weaken that, "
         "or add what makes up for it."),
      name, points, source);
}

static void
add_fixes (SlFinding *finding, const SlFacts *facts, guint hurt, const SlFactLink *worst)
{
  GVariantBuilder steps;
  const SlFactGoal *goal = &facts->goals[hurt];

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  sl_conflict_step_weaken (&steps, facts, hurt);
  sl_finding_add_remedy (finding,
                         /* Translators: a goal. */
                         g_strdup_printf (_ ("Weaken what hurts “%s” until it evens out"),
                                          sl_facts_title (facts, goal->id)),
                         g_variant_builder_end (&steps), goal->id);
  sl_conflict_add_link_fixes (finding, facts, worst);
  sl_conflict_add_record (finding, facts, worst->target, worst->source, goal->owner,
                          facts->goals[worst->source].owner);
}

static void
report (SlRuleRun *run, guint number, double severity, guint hurt)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlFactGoal *goal = &facts->goals[number];
  const SlFactLink *worst = worst_link (facts, hurt);
  SlFinding *finding;

  if (worst == NULL)
    return;
  finding = sl_rule_find (run, severity, describe (facts, goal, worst), goal->id, SL_ID_NONE);
  finding->veto = SL_VETO_CONFLICT;
  sl_rule_add_party (finding, facts, goal->owner);
  sl_rule_add_party (finding, facts, facts->goals[worst->source].owner);
  sl_finding_touch (finding, SL_SUB_A1, goal->id, SL_ID_NONE, severity);
  if (hurt != number)
    sl_conflict_add_link (finding, facts, worst);
  sl_conflict_add_terms (finding, facts, number);
  add_fixes (finding, facts, hurt, worst);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree double *own = weakest_own (facts);

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];
      double severity;
      int hurt;

      if (!(goal->satisfaction < 0.0))
        continue;
      severity = sl_conflict_outcome_severity (goal->satisfaction,
                                               fmin (own[i], own_measure (facts, i)));
      hurt = severity > 0.0 ? sl_conflict_hurt_goal (facts, i) : -1;
      if (hurt >= 0)
        report (run, i, severity, (guint)hurt);
    }
}

const SlRule sl_rule_con_04 = {
  .id = "CON-04",
  .title = N_ ("A goal loses although everybody succeeds"),
  .why = N_ ("Its owner can do everything right and still fail. Adjust the goals, or add one that "
             "makes up for what is taken away."),
  .sub = SL_SUB_A1,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_GOAL_LINK)
           | SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_GOAL_PARENT)
           | SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_KPI_VALUE)
           | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE),
  .eval = eval,
};
