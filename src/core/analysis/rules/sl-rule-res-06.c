/* SPDX-License-Identifier: GPL-3.0-or-later */

/* RES-06: a shared goal has neither money nor people. Its points are those of RES-02. Source:
 * METHODS section 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-money.h"
#include "analysis/rules/sl-rules-words.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Work for it, of as many person-days as it weighs. */
static void
add_work (SlFinding *finding, const SlFacts *facts, const SlFunding *funding, guint place)
{
  const SlFactGoal *goal = &facts->goals[funding->goals[place]];
  double days = ceil (MAX (1.0, goal->weight * funding->total));
  g_autofree char *number = sl_format_number (days, 0);
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&fields, "{sv}", "title",
                         g_variant_new_string (sl_facts_title (facts, goal->id)));
  g_variant_builder_add (&fields, "{sv}", "goal", g_variant_new_int64 (goal->id));
  g_variant_builder_add (&fields, "{sv}", "effort", g_variant_new_double (days));
  if (goal->owner >= 0)
    g_variant_builder_add (&fields, "{sv}", "owner",
                           g_variant_new_int64 (facts->parties[goal->owner].id));
  sl_finding_add_remedy (finding,
                         g_strdup_printf (_ ("Plan a task for it with %s person-days"), number),
                         sl_remedy_step ("record.add", "(sxxa{sv})", "task", SL_ID_NONE,
                                         G_GINT64_CONSTANT (-1), &fields),
                         goal->id);
}

static void
report (SlRuleRun *run, const SlFunding *funding, guint place)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlFactGoal *goal = &facts->goals[funding->goals[place]];
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *weight = sl_format_percent (goal->weight, 0);
  SlFinding *finding = sl_rule_find (
      run, 0.0,
      /* Translators: goal with its party, share. */
      g_strdup_printf (
          _ ("%s weighs %s and has neither money nor people: it cannot be reached like "
             "this; plan what it needs or say that it can wait."),
          name, weight),
      goal->id, SL_ID_NONE);

  sl_rule_add_party (finding, facts, goal->owner);
  sl_rule_add_gap (finding, facts, funding, place);
  sl_finding_add_number (finding, g_strdup (_ ("Tasks for it with effort or people")), 0.0, NULL,
                         goal->id);
  sl_rule_fill_up (finding, facts, funding, place);
  sl_rule_plan_anew (finding, facts, funding, place);
  if (funding->in_days)
    add_work (finding, facts, funding, place);
  sl_finding_add_remedy (finding, g_strdup (_ ("Say who works on it")), NULL, goal->id);
}

/* What is there for a part, shared or not, is there for the whole too. (transfer full) */
static gboolean *
find_supplied (const SlFacts *facts, const SlFunding *funding)
{
  gboolean *supplied = g_new0 (gboolean, facts->n_goals + 1);

  for (guint k = 0; k < funding->n; k++)
    for (int g = (int)funding->goals[k];
         g >= 0 && (funding->amounts[k] > 0.0 || funding->staffed[k]) && !supplied[g];
         g = facts->goals[g].parent)
      supplied[g] = TRUE;
  return supplied;
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlFunding *funding = facts->funding;
  g_autofree gboolean *supplied = find_supplied (facts, funding);

  for (guint k = 0; k < funding->n && !isnan (funding->distance); k++)
    if (!supplied[funding->goals[k]] && funding->weights[k] > 0.0)
      report (run, funding, k);
}

const SlRule sl_rule_res_06 = {
  .id = "RES-06",
  .title = N_ ("A goal has no resources"),
  .why = N_ ("A goal needs budget, personnel and technology to be achieved. Without them it is a "
             "wish, and those who count on it find out last."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_BUDGET) | SL_KIND_BIT (SL_KIND_TASK)
           | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_ALLOCATION)
           | SL_KIND_BIT (SL_KIND_PRIORITY) | SL_KIND_BIT (SL_KIND_PARTY)
           | SL_KIND_BIT (SL_KIND_PROJECT),
  .eval = eval,
};
