/* SPDX-License-Identifier: GPL-3.0-or-later */

/* RES-03: money or work that serves no goal. Source: METHODS sections 6 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-money.h"
#include "analysis/rules/sl-rules-words.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
describe (const SlFacts *facts, const SlFunding *funding, SlId project)
{
  g_autofree char *amount = sl_rule_amount (facts, funding, funding->amounts[funding->n]);
  g_autofree char *share = sl_format_percent (funding->amounts[funding->n] / funding->total, 0);
  const SlFundingLine *largest
      = &g_array_index (funding->lines, SlFundingLine, funding->first[funding->n]);
  g_autofree char *title = sl_rule_title (facts, largest->id);

  if (funding->in_days)
    /* Translators: title of the plan, amount, share, task. */
    return g_strdup_printf (_ ("“%s” has %s of work (%s) that serves no goal, most of it “%s”: it "
                               "may be wasted; link it to a goal or stop it."),
                            sl_facts_title (facts, project), amount, share, title);
  /* Translators: title of the plan, amount, share, budget line. */
  return g_strdup_printf (
      _ ("“%s” spends %s (%s) on what serves no goal, most of it on “%s”: it may "
         "be wasted; link it to a goal or stop it."),
      sl_facts_title (facts, project), amount, share, title);
}

/* The task above all others that serves no goal either: what is part of it follows. */
static SlId
top_of (const SlFacts *facts, SlId task)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_TASK);
  guint row = 0;

  while (sl_table_find (table, task, &row)
         && sl_table_ref (table, row, SL_TASK_PARENT) != SL_ID_NONE)
    task = sl_table_ref (table, row, SL_TASK_PARENT);
  return task;
}

static void
add_link (SlFinding *finding, const SlFacts *facts, const SlFunding *funding)
{
  int neediest = sl_rule_neediest (funding);
  guint goal = funding->n > 0 ? funding->goals[MAX (neediest, 0)] : 0;
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint i = funding->first[funding->n]; i < funding->lines->len; i++)
    {
      const SlFundingLine *line = &g_array_index (funding->lines, SlFundingLine, i);

      if (line->item == SL_ID_NONE)
        sl_remedy_add_step (&steps, "record.set", "(xsv)", line->id, "item",
                            g_variant_new_int64 (facts->goals[goal].id));
      else
        sl_remedy_add_step (&steps, "record.set", "(xsv)", top_of (facts, line->item), "goal",
                            g_variant_new_int64 (facts->goals[goal].id));
    }
  sl_finding_add_remedy (
      finding,
      g_strdup_printf (_ ("Link all of it to “%s”"), sl_facts_title (facts, facts->goals[goal].id)),
      g_variant_builder_end (&steps), facts->goals[goal].id);
}

static void
add_stop (SlFinding *finding, const SlFunding *funding, SlId project)
{
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint i = funding->first[funding->n]; i < funding->lines->len; i++)
    sl_remedy_add_step (&steps, "record.set", "(xsv)",
                        g_array_index (funding->lines, SlFundingLine, i).id, "planned",
                        g_variant_new_int64 (0));
  sl_finding_add_remedy (finding, g_strdup (_ ("Stop it: plan nothing for it")),
                         g_variant_builder_end (&steps), project);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlFunding *funding = facts->funding;
  SlId project = sl_snapshot_project_id (facts->plan);
  double amount = funding->amounts[funding->n];
  SlFinding *finding;

  if (amount <= 0.0 || facts->n_goals == 0)
    return;
  finding = sl_rule_find (run, amount / funding->total, describe (facts, funding, project), project,
                          SL_ID_NONE);
  sl_finding_touch (finding, SL_SUB_A3A, project, SL_ID_NONE, 1.0);
  if (funding->in_days)
    finding->days = amount;
  else
    finding->money = llround (amount);
  for (guint i = funding->first[funding->n]; i < funding->lines->len; i++)
    {
      const SlFundingLine *line = &g_array_index (funding->lines, SlFundingLine, i);

      sl_rule_add_amount (finding, facts, funding, g_strdup (sl_facts_title (facts, line->id)),
                          line->amount, line->id);
    }
  sl_rule_add_amount (finding, facts, funding, g_strdup (_ ("All that is planned")), funding->total,
                      SL_ID_NONE);
  add_link (finding, facts, funding);
  if (!funding->in_days)
    add_stop (finding, funding, project);
  sl_finding_add_remedy (
      finding, g_strdup (_ ("Say one by one what they are for")), NULL,
      g_array_index (funding->lines, SlFundingLine, funding->first[funding->n]).id);
}

const SlRule sl_rule_res_03 = {
  .id = "RES-03",
  .title = N_ ("Spending that serves no goal"),
  .why = N_ ("Efforts that contribute to no meaningful outcome use up what the goals need. Link "
             "each of them to an objective, or stop it."),
  .sub = SL_SUB_A3A,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_BUDGET) | SL_KIND_BIT (SL_KIND_TASK)
           | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_PROJECT)
           | SL_KIND_BIT (SL_KIND_PRIORITY),
  .eval = eval,
};
