/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CON-01: an active goal hurts another active goal. Source: METHODS sections 2 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
describe (const SlFacts *facts, const SlFactLink *link)
{
  const SlFactGoal *source = &facts->goals[link->source];
  const SlFactGoal *target = &facts->goals[link->target];
  const char *by
      = source->owner >= 0 ? sl_facts_title (facts, facts->parties[source->owner].id) : NULL;
  const char *of
      = target->owner >= 0 ? sl_facts_title (facts, facts->parties[target->owner].id) : NULL;

  if (by != NULL && of != NULL)
    /* Translators: goal, its party, strength, other goal, its party. */
    return g_strdup_printf (_ ("“%s” (%s) works against “%s” (%s) with %d of 100: agree on a "
                               "trade-off or weaken one of the two."),
                            sl_facts_title (facts, source->id), by,
                            sl_facts_title (facts, target->id), of, -link->strength);
  return g_strdup_printf (
      _ ("“%s” works against “%s” with %d of 100: agree on a trade-off or weaken "
         "one of the two."),
      sl_facts_title (facts, source->id), sl_facts_title (facts, target->id), -link->strength);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);

  for (guint i = 0; i < facts->n_links; i++)
    {
      const SlFactLink *link = &facts->links[i];
      const SlFactGoal *source = &facts->goals[link->source];
      const SlFactGoal *target = &facts->goals[link->target];
      SlFinding *finding;

      if (link->strength >= 0 || !source->active || !target->active)
        continue;
      finding = sl_rule_find (run, -link->strength / 100.0, describe (facts, link), target->id,
                              source->id);
      finding->veto = SL_VETO_CONFLICT;
      if (source->owner >= 0)
        sl_finding_add_party (finding, facts->parties[source->owner].id);
      if (target->owner >= 0)
        sl_finding_add_party (finding, facts->parties[target->owner].id);
      sl_finding_touch (finding, SL_SUB_A1, target->id, SL_ID_NONE, -link->strength / 100.0);
      sl_finding_add_number (finding, g_strdup (_ ("Strength of the link")), link->strength, NULL,
                             link->id);
      if (!isnan (target->satisfaction))
        sl_finding_add_number (finding, g_strdup (_ ("Where the goal ends if everybody succeeds")),
                               target->satisfaction, NULL, target->id);
      sl_finding_add_remedy (
          finding, g_strdup (_ ("The two no longer touch: remove the link")),
          sl_remedy_step ("goal.link", "(xxxs)", source->id, target->id, G_GINT64_CONSTANT (0), ""),
          link->id);
      if (link->strength < -20)
        sl_finding_add_remedy (finding,
                               g_strdup (_ ("Weaken it to −20 by a measure that you agree")),
                               sl_remedy_step ("goal.link", "(xxxs)", source->id, target->id,
                                               G_GINT64_CONSTANT (-20), ""),
                               link->id);
    }
}

const SlRule sl_rule_con_01 = {
  .id = "CON-01",
  .title = N_ ("A goal works against another"),
  .why = N_ ("What one party achieves here, another loses there. Address it while the goals are "
             "being set, in a joint workshop of both owners."),
  .sub = SL_SUB_A1,
  .reads
  = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_GOAL_LINK) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
