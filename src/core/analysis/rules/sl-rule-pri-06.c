/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PRI-06: what comes among the first gets money among the last, or the reverse. Source: PRODUCT
 * section 8. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-money.h"
#include "analysis/rules/sl-rules-words.h"
#include "methods/sl-numeric.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of fewer there are no thirds. */
#define MIN_GOALS 3

/* 1 is the largest. (transfer full) */
static double *
rank (const double *values, guint n)
{
  g_autofree double *negative = g_new (double, n + 1);
  double *ranks = g_new (double, n + 1);

  for (guint i = 0; i < n; i++)
    negative[i] = -values[i];
  sl_average_ranks (negative, n, ranks);
  return ranks;
}

static gboolean
is_first (double place, guint n)
{
  return place <= (double)(n / 3);
}

static gboolean
is_last (double place, guint n)
{
  return place > (double)(n - n / 3);
}

static char *
describe (const SlFacts *facts, const SlFunding *funding, guint place, double by_weight,
          double by_money)
{
  g_autofree char *name = sl_rule_goal_name (facts, &facts->goals[funding->goals[place]]);

  if (by_weight < by_money && funding->in_days)
    /* Translators: goal with its party, place, number of goals, place. */
    return g_strdup_printf (_ ("%s is number %.0f of %u in priority and number %.0f in work: what "
                               "comes first is left undone; give it people or say that it can "
                               "wait."),
                            name, by_weight, funding->n, by_money);
  if (by_weight < by_money)
    /* Translators: goal with its party, place, number of goals, place. */
    return g_strdup_printf (_ ("%s is number %.0f of %u in priority and number %.0f in money: what "
                               "comes first goes short; move money to it or say that it can wait."),
                            name, by_weight, funding->n, by_money);
  if (funding->in_days)
    /* Translators: goal with its party, place, number of goals, place. */
    return g_strdup_printf (_ ("%s is number %.0f of %u in priority and number %.0f in work: it "
                               "takes what weightier goals need; move people or agree on more "
                               "weight."),
                            name, by_weight, funding->n, by_money);
  /* Translators: goal with its party, place, number of goals, place. */
  return g_strdup_printf (
      _ ("%s is number %.0f of %u in priority and number %.0f in money: it takes "
         "what weightier goals need; move money or agree on more weight."),
      name, by_weight, funding->n, by_money);
}

static void
report (SlRuleRun *run, const SlFunding *funding, const SlRulePoints *points, guint place,
        double by_weight, double by_money)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlFactGoal *goal = &facts->goals[funding->goals[place]];
  SlFinding *finding
      = sl_rule_find (run, SL_RULE_HIGH, describe (facts, funding, place, by_weight, by_money),
                      goal->id, SL_ID_NONE);
  double amount = fabs (funding->gaps[place]) * funding->total;

  sl_rule_add_party (finding, facts, goal->owner);
  if (funding->in_days)
    finding->days = amount;
  else
    finding->money = llround (amount);
  sl_finding_add_number (finding, g_strdup (_ ("Place by weight")), by_weight, NULL, goal->id);
  sl_finding_add_number (finding, g_strdup (_ ("Place by what it gets")), by_money, NULL, goal->id);
  sl_finding_add_number (finding, g_strdup (_ ("Goals compared")), funding->n, NULL, SL_ID_NONE);
  sl_rule_add_gap (finding, facts, funding, place);
  sl_rule_fill_up (finding, facts, funding, place);
  sl_rule_hand_on (finding, facts, funding, place);
  sl_rule_weigh_anew (finding, facts, funding, points, place);
  sl_rule_plan_anew (finding, facts, funding, place);
  sl_finding_add_remedy (finding, g_strdup (_ ("Go through what is planned for it")), NULL,
                         goal->id);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlFunding *funding = facts->funding;
  g_autoptr (SlRulePoints) points = NULL;
  g_autofree double *by_weight = NULL;
  g_autofree double *by_money = NULL;
  guint n = funding->n;

  if (isnan (funding->distance) || n < MIN_GOALS)
    return;
  points = sl_rule_points_new (facts);
  by_weight = rank (funding->weights, n);
  by_money = rank (funding->amounts, n);
  for (guint k = 0; k < n; k++)
    if ((is_first (by_weight[k], n) && is_last (by_money[k], n))
        || (is_last (by_weight[k], n) && is_first (by_money[k], n)))
      report (run, funding, points, k, by_weight[k], by_money[k]);
}

const SlRule sl_rule_pri_06 = {
  .id = "PRI-06",
  .title = N_ ("Rank and money disagree"),
  .why = N_ ("The budget is the plan that people believe: what ranks first and is paid last tells "
             "everybody that the ranking is not meant. Change one of the two."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PRIORITY) | SL_KIND_BIT (SL_KIND_PARTY)
           | SL_KIND_BIT (SL_KIND_BUDGET) | SL_KIND_BIT (SL_KIND_TASK)
           | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_PROJECT),
  .eval = eval,
};
