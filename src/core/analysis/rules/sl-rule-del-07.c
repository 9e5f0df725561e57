/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DEL-07: the owner of a goal is confident and the figures are not. Source: METHODS sections 15, 19
 * and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-delivery.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* From this confidence on ... */
#define CONFIDENT 0.7
/* ... a gap below this contradicts. */
#define MAX_GAP (-0.2)
/* An even chance. */
#define DOUBTFUL 0.5

static void
report (SlRuleRun *run, const SlFactGoal *goal, const SlGoalState *state, double confidence)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *sure = sl_format_percent (confidence, 0);
  g_autofree char *done = sl_format_percent (state->progress, 0);
  g_autofree char *passed = sl_format_percent (state->pace.expected, 0);
  SlFinding *finding = sl_rule_find (
      run, -state->pace.gap,
      /* Translators: goal with its party, then three shares. */
      g_strdup_printf (
          _ ("%s is held to be %s sure, yet %s is done while %s of the time has passed: "
             "ask what makes its owner confident."),
          name, sure, done, passed),
      goal->id, SL_ID_NONE);

  sl_rule_add_party (finding, facts, goal->owner);
  sl_finding_add_share (finding, g_strdup (_ ("Confidence of the owner")), confidence, goal->id);
  sl_delivery_add_pace (finding, facts, goal);
  sl_finding_add_remedy (finding, g_strdup (_ ("Say that it is open: 50 %")),
                         sl_remedy_set (goal->id, "confidence", g_variant_new_double (DOUBTFUL)),
                         goal->id);
  sl_delivery_add_due (finding, facts, goal, MAX_GAP);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];
      const SlGoalState *state = sl_goal_progress_get (facts->progress, goal->id);
      double confidence = sl_table_real (goals, goal->row, SL_GOAL_CONFIDENCE);

      if (goal->active && confidence >= CONFIDENT && state->pace.gap < MAX_GAP)
        report (run, goal, state, confidence);
    }
}

const SlRule sl_rule_del_07 = {
  .id = "DEL-07",
  .title = N_ ("Confidence against the figures"),
  .why
  = N_ ("Either the owner knows something that the figures do not show, or nobody dares to say "
        "it. Both are worth a question."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_GOAL_PARENT)
           | SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_KPI_VALUE)
           | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE)
           | SL_KIND_BIT (SL_KIND_PROJECT) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
