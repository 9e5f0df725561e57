/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CON-01: an active goal hurts another active goal. Links that hurt each other are CON-07, those
 * that hurt only under a condition CON-06. Source: METHODS sections 2 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-conflict.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
describe (const SlFacts *facts, const SlFactLink *link)
{
  g_autofree char *source = sl_rule_goal_name (facts, &facts->goals[link->source]);
  g_autofree char *target = sl_rule_goal_name (facts, &facts->goals[link->target]);

  /* Translators: goal with its party, the goal that it hurts with its party, strength. */
  return g_strdup_printf (_ ("%s works against %s with %d of 100: agree on a trade-off."), source,
                          target, -link->strength);
}

static void
tell (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  const SlFactLink *link = *(const SlFactLink *const *)note;
  const SlFactGoal *source = &facts->goals[link->source];
  const SlFactGoal *target = &facts->goals[link->target];

  finding->sentence = describe (facts, link);
  sl_conflict_add_link (finding, facts, link);
  if (!isnan (target->satisfaction))
    sl_finding_add_evidence (finding, g_strdup (_ ("Where the goal ends if everybody succeeds")),
                             sl_conflict_points (target->satisfaction), target->satisfaction,
                             "point", target->id);
  sl_conflict_add_link_fixes (finding, facts, link);
  sl_conflict_add_record (finding, facts, link->target, link->source, target->owner, source->owner);
}

static void
report (SlRuleRun *run, const SlFactLink *link)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlFactGoal *source = &facts->goals[link->source];
  const SlFactGoal *target = &facts->goals[link->target];
  double severity = sl_conflict_link_severity (link->strength, source->active, target->active);
  SlFinding *finding
      = sl_rule_find_later (run, severity, tell, &link, sizeof link, target->id, source->id);

  finding->veto = SL_VETO_CONFLICT;
  sl_rule_add_party (finding, facts, source->owner);
  sl_rule_add_party (finding, facts, target->owner);
  sl_finding_touch (finding, SL_SUB_A1, target->id, SL_ID_NONE, severity);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree SlHurt *hurts = sl_goal_hurts (facts, NULL);

  for (guint i = 0; i < facts->n_links; i++)
    if (hurts[i] == SL_HURT_ALWAYS)
      report (run, &facts->links[i]);
}

const SlRule sl_rule_con_01 = {
  .id = "CON-01",
  .title = N_ ("A goal works against another"),
  .why = N_ ("What one party achieves here, another loses there. Address it while the goals are "
             "being set, in a joint workshop of both owners."),
  .sub = SL_SUB_A1,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_GOAL_LINK)
           | SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_GOAL_PARENT)
           | SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_KPI_VALUE)
           | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE),
  .eval = eval,
};
