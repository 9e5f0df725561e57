/* SPDX-License-Identifier: GPL-3.0-or-later */

/* POS-02: the party that owns a goal does not stand behind it. A guess is listed, and charged only
 * where the goal is shared and the position was said. Source: METHODS section 2a; DECISIONS,
 * Engine. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-conflict.h"

#include <glib/gi18n-lib.h>

static char *
describe (const SlFacts *facts, guint party, guint goal)
{
  g_autofree char *position = sl_position_text (sl_facts_stance (facts, party, goal));
  g_autofree char *title = sl_rule_title (facts, facts->goals[goal].id);

  /* Translators: a party, a goal that it owns, its position. */
  return g_strdup_printf (_ ("%s answers for “%s” but does not stand behind it (%s): ask what it "
                             "needs, or let another party own the goal."),
                          sl_facts_title (facts, facts->parties[party].id), title, position);
}

static void
report (SlRuleRun *run, guint party, guint goal, double severity)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  SlFinding *finding = sl_rule_find (run, severity, describe (facts, party, goal),
                                     facts->goals[goal].id, facts->parties[party].id);

  sl_finding_add_party (finding, facts->parties[party].id);
  sl_finding_touch (finding, SL_SUB_A6C, facts->goals[goal].id, facts->parties[party].id, severity);
  sl_position_add_evidence (finding, facts, party, goal);
  sl_position_add_fixes (finding, facts, goal, &party, 1, 1);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);

  for (guint g = 0; g < facts->n_goals; g++)
    {
      const SlFactGoal *goal = &facts->goals[g];
      double severity;

      if (!goal->active || goal->owner < 0)
        continue;
      if (sl_facts_position (facts, (guint)goal->owner, g).value == SL_POSITION_UNKNOWN)
        continue;
      severity = sl_position_owner_severity (sl_facts_stance (facts, (guint)goal->owner, g));
      if (severity > 0.0)
        report (run, (guint)goal->owner, g, severity);
    }
}

const SlRule sl_rule_pos_02 = {
  .id = "POS-02",
  .title = N_ ("The owner is half-hearted"),
  .why = N_ ("Nobody works for a goal that its own owner doubts. Find out what is missing before "
             "others rely on it."),
  .sub = SL_SUB_A6C,
  .reads = SL_KIND_BIT (SL_KIND_POSITION) | SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PARTY)
           | SL_KIND_BIT (SL_KIND_KPI),
  .eval = eval,
};
