/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DEL-01: a goal is behind its pace. Source: METHODS sections 15, 19 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-delivery.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
describe (const SlFacts *facts, const SlFactGoal *goal, const SlGoalState *state)
{
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *done = sl_format_percent (state->progress, 0);
  g_autofree char *passed = sl_format_percent (state->pace.expected, 0);

  /* Translators: goal with its party, a share, another share. */
  return g_strdup_printf (_ ("%s is at %s while %s of the time has passed: speed it up, cut it or "
                             "move the date."),
                          name, done, passed);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];
      const SlGoalState *state = sl_goal_progress_get (facts->progress, goal->id);
      SlFinding *finding;

      if (!goal->active || !(state->pace.gap < SL_PACE_BEHIND))
        continue;
      finding = sl_rule_find (run, -state->pace.gap, describe (facts, goal, state), goal->id,
                              SL_ID_NONE);
      if (!isnan (state->pace.projected_day))
        finding->days = ceil (state->pace.projected_day) - (double)sl_delivery_due (facts, goal);
      sl_rule_add_party (finding, facts, goal->owner);
      sl_delivery_add_pace (finding, facts, goal);
      sl_delivery_add_due (finding, facts, goal, SL_PACE_BEHIND);
    }
}

const SlRule sl_rule_del_01 = {
  .id = "DEL-01",
  .title = N_ ("A goal is behind its pace"),
  .why = N_ ("What is behind half-way rarely catches up by itself. Track progress with numbers and "
             "regular check-ins, and act while there is time."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_GOAL_PARENT)
           | SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_KPI_VALUE)
           | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE)
           | SL_KIND_BIT (SL_KIND_PROJECT) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
