/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PRI-04: a party has not said what comes first for it. Source: METHODS section 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/sl-priorities.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* With one goal there is nothing to choose. */
#define MIN_GOALS 2

static void
report (SlRuleRun *run, const SlFacts *facts, const SlPriorities *priorities, SlId party)
{
  SlFinding *finding = sl_rule_find (
      run, 0.0,
      /* Translators: party, number of goals. */
      g_strdup_printf (_ ("%s has not spread points over the %u shared goals: nobody knows what "
                          "comes first for it, and its money may go elsewhere; ask it."),
                       sl_facts_title (facts, party), priorities->n),
      party, SL_ID_NONE);
  GVariantBuilder steps;

  sl_finding_add_party (finding, party);
  sl_finding_add_number (finding, g_strdup (_ ("Shared goals to weigh")), priorities->n, NULL,
                         party);
  sl_finding_add_number (finding, g_strdup (_ ("Parties that have spread points")), priorities->m,
                         NULL, party);
  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint k = 0; k < priorities->n; k++)
    sl_remedy_add_step (&steps, "priority.set", "(xxd)", party,
                        facts->goals[priorities->goals[k]].id, 100.0 / priorities->n);
  sl_finding_add_remedy (finding, g_strdup (_ ("Ask it for its points")), NULL, party);
  sl_finding_add_remedy (finding, g_strdup (_ ("It says that all are equal to it: same points")),
                         g_variant_builder_end (&steps), party);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlPriorities *priorities = facts->agreement;

  for (guint i = 0; i < priorities->n_missing && priorities->n >= MIN_GOALS; i++)
    report (run, facts, priorities, facts->parties[priorities->missing[i]].id);
}

const SlRule sl_rule_pri_04 = {
  .id = "PRI-04",
  .title = N_ ("A party has not given priorities"),
  .why = N_ ("What a party wants first shows only when it is asked. Collect objectives, needs and "
             "expectations of each of them; two minutes and 100 points are enough."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PRIORITY) | SL_KIND_BIT (SL_KIND_PARTY)
           | SL_KIND_BIT (SL_KIND_POSITION) | SL_KIND_BIT (SL_KIND_PARTNER)
           | SL_KIND_BIT (SL_KIND_ALLIANCE),
  .eval = eval,
};
