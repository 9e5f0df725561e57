/* SPDX-License-Identifier: GPL-3.0-or-later */

/* RES-01 and RES-02: a shared goal gets a larger or smaller share of the money, or of the work,
 * than it weighs. Source: METHODS sections 6 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-money.h"
#include "analysis/rules/sl-rules-words.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
describe (const SlFacts *facts, const SlFunding *funding, guint place)
{
  g_autofree char *name = sl_rule_goal_name (facts, &facts->goals[funding->goals[place]]);
  g_autofree char *share = sl_format_percent (funding->amounts[place] / funding->total, 0);
  g_autofree char *weight = sl_format_percent (funding->weights[place], 0);
  g_autofree char *gap
      = sl_rule_amount (facts, funding, fabs (funding->gaps[place]) * funding->total);
  gboolean over = funding->gaps[place] > 0.0;

  if (over && funding->in_days)
    /* Translators: goal with its party, share, share, amount. */
    return g_strdup_printf (_ ("%s gets %s of the work and weighs %s: %s are missing for weightier "
                               "goals; hand work on or agree on more weight."),
                            name, share, weight, gap);
  if (over)
    /* Translators: goal with its party, share, share, amount. */
    return g_strdup_printf (
        _ ("%s gets %s of the money and weighs %s: %s are missing for weightier "
           "goals; move them or agree on more weight."),
        name, share, weight, gap);
  if (funding->in_days)
    /* Translators: goal with its party, share, share, amount. */
    return g_strdup_printf (_ ("%s weighs %s and gets %s of the work: %s are missing; "
                               "find people or agree on less weight."),
                            name, weight, share, gap);
  /* Translators: goal with its party, share, share, amount. */
  return g_strdup_printf (_ ("%s weighs %s and gets %s of the money: %s are missing; "
                             "move money here or agree on less weight."),
                          name, weight, share, gap);
}

static void
report (SlRuleRun *run, const SlFunding *funding, const SlRulePoints *points, guint place)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlFactGoal *goal = &facts->goals[funding->goals[place]];
  double part = fabs (funding->gaps[place]) / 2.0;
  SlFinding *finding
      = sl_rule_find (run, part, describe (facts, funding, place), goal->id, SL_ID_NONE);
  double amount = fabs (funding->gaps[place]) * funding->total;

  sl_rule_add_party (finding, facts, goal->owner);
  sl_finding_touch (finding, SL_SUB_A3A, goal->id, SL_ID_NONE, 1.0);
  if (funding->in_days)
    finding->days = amount;
  else
    finding->money = llround (amount);
  sl_rule_add_gap (finding, facts, funding, place);
  sl_finding_add_share (finding, g_strdup (_ ("Its part of what would have to move")), part,
                        goal->id);
  sl_rule_fill_up (finding, facts, funding, place);
  sl_rule_hand_on (finding, facts, funding, place);
  sl_rule_weigh_anew (finding, facts, funding, points, place);
  sl_rule_plan_anew (finding, facts, funding, place);
  sl_finding_add_remedy (finding, g_strdup (_ ("Go through what is planned for it")), NULL,
                         goal->id);
}

/* @sign: 1.0 for goals that get too much, -1.0 for those that get too little */
static void
find_gaps (SlRuleRun *run, double sign)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlFunding *funding = facts->funding;
  g_autoptr (SlRulePoints) points = NULL;

  if (isnan (funding->distance))
    return;
  points = sl_rule_points_new (facts);
  for (guint k = 0; k < funding->n; k++)
    if (sign * funding->gaps[k] >= SL_FUNDING_STEP)
      report (run, funding, points, k);
}

static void
eval_over (SlRuleRun *run)
{
  find_gaps (run, 1.0);
}

static void
eval_under (SlRuleRun *run)
{
  find_gaps (run, -1.0);
}

#define READS                                                                                      \
  (SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PRIORITY) | SL_KIND_BIT (SL_KIND_PARTY)       \
   | SL_KIND_BIT (SL_KIND_BUDGET) | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE)   \
   | SL_KIND_BIT (SL_KIND_PROJECT))

const SlRule sl_rule_res_01 = {
  .id = "RES-01",
  .title = N_ ("More money than weight"),
  .why = N_ ("Money that follows habit instead of priorities is missing where it would count. A "
             "goal may need more than its weight: then accept this with the reason."),
  .sub = SL_SUB_A3A,
  .reads = READS,
  .eval = eval_over,
};

const SlRule sl_rule_res_02 = {
  .id = "RES-02",
  .title = N_ ("Less money than weight"),
  .why = N_ ("What everybody calls important and nobody pays for will not happen. Allocate "
             "resources so that they support the priorities, or change the priorities."),
  .sub = SL_SUB_A3A,
  .reads = READS,
  .eval = eval_under,
};
