/* SPDX-License-Identifier: GPL-3.0-or-later */

/* VIS-03: a party said that it is against a shared goal, or that it only has no objection. Source:
 * METHODS sections 2a, 16 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-conflict.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
describe (const SlFacts *facts, guint party, guint goal)
{
  SlStance stance = sl_facts_stance (facts, party, goal);
  g_autofree char *position = sl_position_text (stance);
  g_autofree char *title = sl_rule_title (facts, facts->goals[goal].id);
  const char *who = sl_facts_title (facts, facts->parties[party].id);

  if (stance.value == -1.0)
    /* Translators: a party, a shared goal, its position. */
    return g_strdup_printf (_ ("%s has doubts about the shared goal “%s” (%s): settle them before "
                               "anybody commits, or change it."),
                            who, title, position);
  if (stance.value < 0.0)
    /* Translators: a party, a shared goal, its position. */
    return g_strdup_printf (_ ("%s is against the shared goal “%s” (%s): agree on it before "
                               "anybody commits, or change it."),
                            who, title, position);
  /* Translators: a party, a shared goal, its position. */
  return g_strdup_printf (_ ("%s only does not object to the shared goal “%s” (%s): ask what would "
                             "make it worth supporting."),
                          who, title, position);
}

/* Indexes of a party and a goal that it does not support. */
typedef struct
{
  guint party;
  guint goal;
} Cell;

static void
tell (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  const Cell *cell = note;

  finding->sentence = describe (facts, cell->party, cell->goal);
  sl_position_add_evidence (finding, facts, cell->party, cell->goal);
  sl_position_add_fixes (finding, facts, cell->goal, &cell->party, 1, 1);
  sl_conflict_add_record (finding, facts, (int)cell->goal, -1, (int)cell->party,
                          facts->goals[cell->goal].owner);
}

static void
report (SlRuleRun *run, guint party, guint goal, double severity)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  Cell cell = { party, goal };
  SlId about = facts->goals[goal].id, who = facts->parties[party].id;
  SlFinding *finding = sl_rule_find_later (run, severity, tell, &cell, sizeof cell, about, who);

  sl_finding_add_party (finding, who);
  sl_finding_touch (finding, SL_SUB_A6C, about, who, severity);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);

  for (guint g = 0; g < facts->n_goals; g++)
    for (guint p = 0; p < facts->n_parties && facts->goals[g].active && facts->goals[g].shared; p++)
      {
        double severity = 0.0;

        if (!facts->parties[p].gone
            && sl_position_agreement (sl_facts_stance (facts, p, g), &severity) && severity > 0.0)
          report (run, p, g, severity);
      }
}

const SlRule sl_rule_vis_03 = {
  .id = "VIS-03",
  .title = N_ ("A party does not agree"),
  .why = N_ ("A shared goal is one that all of them want. Discuss and agree on it before anybody "
             "commits money or people."),
  .sub = SL_SUB_A6C,
  .reads = SL_KIND_BIT (SL_KIND_POSITION) | SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PARTY)
           | SL_KIND_BIT (SL_KIND_KPI),
  .eval = eval,
};
