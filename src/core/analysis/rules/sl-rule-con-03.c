/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CON-03: several alternatives are pursued where only one is wanted. Source: METHODS sections 2 and
 * 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-conflict.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
describe (const SlFacts *facts, const SlGoalPart *parts, guint n)
{
  g_autofree char *whole = sl_rule_goal_name (facts, &facts->goals[parts[0].whole]);
  g_autofree char *first = sl_rule_title (facts, facts->goals[parts[0].part].id);
  g_autofree char *second = sl_rule_title (facts, facts->goals[parts[1].part].id);

  /* Translators: number of goals, the goal with its party, two of them. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "%u way is pursued to %s where one is wanted, “%s” and "
                                       "“%s”: choose before both cost money.",
                                       "%u ways are pursued to %s where one is wanted, “%s” and "
                                       "“%s”: choose before both cost money.",
                                       n),
                          n, whole, first, second);
}

/* What is paid beside the dearest of them; minor units. */
static gint64
paid_twice (const SlFacts *facts, const SlGoalPart *parts, guint n)
{
  g_autofree double *budgets = g_new (double, n);

  for (guint i = 0; i < n; i++)
    budgets[i] = (double)facts->goals[parts[i].part].planned;
  return (gint64)sl_conflict_duplicated_budget (budgets, n);
}

/* The one with the most money, then the first. */
static guint
find_dearest (const SlFacts *facts, const SlGoalPart *parts, guint n)
{
  guint best = 0;

  for (guint i = 1; i < n; i++)
    if (facts->goals[parts[i].part].planned > facts->goals[parts[best].part].planned)
      best = i;
  return best;
}

/* All but the chosen one become goals of their own, or are put aside. */
static void
add_choice (SlFinding *finding, const SlFacts *facts, const SlGoalPart *parts, guint n,
            guint chosen)
{
  GVariantBuilder steps;
  const SlFactGoal *kept = &facts->goals[parts[chosen].part];

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint i = 0; i < n; i++)
    if (i != chosen)
      sl_remedy_add_step (&steps, "record.set", "(xsv)", facts->goals[parts[i].part].id, "status",
                          g_variant_new_int64 (SL_GOAL_PARKED));
  /* Translators: a goal. */
  sl_finding_add_remedy (
      finding,
      g_strdup_printf (_ ("Choose “%s” and park the others"), sl_facts_title (facts, kept->id)),
      g_variant_builder_end (&steps), kept->id);
}

static void
add_fixes (SlFinding *finding, const SlFacts *facts, const SlGoalPart *parts, guint n)
{
  guint dearest = find_dearest (facts, parts, n);
  const SlFactGoal *a = &facts->goals[parts[0].part], *b = &facts->goals[parts[1].part];
  SlId whole = facts->goals[parts[0].whole].id;

  add_choice (finding, facts, parts, n, dearest);
  add_choice (finding, facts, parts, n, dearest == 0 ? 1 : 0);
  sl_finding_add_remedy (
      finding, g_strdup (_ ("They go together: all of them are needed")),
      sl_remedy_set (whole, "refinement", g_variant_new_int64 (SL_REFINEMENT_AND)), whole);
  sl_conflict_add_record (finding, facts, (int)parts[0].part, (int)parts[1].part, a->owner,
                          b->owner);
}

static void
report (SlRuleRun *run, const SlGoalPart *parts, guint n)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlFactGoal *whole = &facts->goals[parts[0].whole];
  double severity = sl_conflict_choice_severity (n);
  SlFinding *finding;

  if (severity == 0.0)
    return;
  finding = sl_rule_find (run, severity, describe (facts, parts, n), whole->id, SL_ID_NONE);
  finding->veto = SL_VETO_CONFLICT;
  finding->money = paid_twice (facts, parts, n);
  sl_rule_add_party (finding, facts, whole->owner);
  for (guint i = 0; i < n; i++)
    {
      const SlFactGoal *part = &facts->goals[parts[i].part];

      sl_rule_add_party (finding, facts, part->owner);
      sl_finding_touch (finding, SL_SUB_A1, part->id, SL_ID_NONE, severity);
      sl_finding_add_money (
          finding, g_strdup_printf (_ ("Planned for “%s”"), sl_facts_title (facts, part->id)),
          part->planned, facts->currency, part->id);
    }
  sl_finding_add_money (finding, g_strdup (_ ("Paid beside the dearest")), finding->money,
                        facts->currency, whole->id);
  add_fixes (finding, facts, parts, n);
}

static void
eval (SlRuleRun *run)
{
  g_autoptr (GArray) parts = sl_goal_alternatives (sl_rule_run_facts (run));
  const SlGoalPart *all = (const SlGoalPart *)(gpointer)parts->data;
  guint first = 0;

  for (guint i = 1; i <= parts->len; i++)
    if (i == parts->len || all[i].whole != all[first].whole)
      {
        report (run, &all[first], i - first);
        first = i;
      }
}

const SlRule sl_rule_con_03 = {
  .id = "CON-03",
  .title = N_ ("Several ways where one is wanted"),
  .why = N_ ("Conflicting strategies instead of one common way waste money and people. Choose one, "
             "or say that they belong together."),
  .sub = SL_SUB_A1,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_GOAL_PARENT)
           | SL_KIND_BIT (SL_KIND_BUDGET) | SL_KIND_BIT (SL_KIND_TASK)
           | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
