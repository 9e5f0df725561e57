/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CON-07: two goals hurt each other. Source: METHODS sections 2 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-conflict.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
describe (const SlFacts *facts, const SlFactLink *there, const SlFactLink *back)
{
  g_autofree char *a = sl_rule_goal_name (facts, &facts->goals[there->source]);
  g_autofree char *b = sl_rule_goal_name (facts, &facts->goals[there->target]);

  /* Translators: goal with its party, another one, two strengths. */
  return g_strdup_printf (_ ("%s and %s work against each other (%d and %d of 100): bring both "
                             "owners together before more work is lost."),
                          a, b, -there->strength, -back->strength);
}

static void
add_parting (SlFinding *finding, const SlFacts *facts, const SlFactLink *there,
             const SlFactLink *back)
{
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  sl_conflict_step_link (&steps, facts, there, 0);
  sl_conflict_step_link (&steps, facts, back, 0);
  sl_finding_add_remedy (finding, g_strdup (_ ("They no longer meet: take both links out")),
                         g_variant_builder_end (&steps), there->id);
}

static void
add_one_way (SlFinding *finding, const SlFacts *facts, const SlFactLink *link)
{
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  sl_conflict_step_link (&steps, facts, link, 0);
  sl_finding_add_remedy (finding,
                         /* Translators: a goal. */
                         g_strdup_printf (_ ("“%s” is changed so that it no longer hurts"),
                                          sl_facts_title (facts, facts->goals[link->source].id)),
                         g_variant_builder_end (&steps), link->id);
}

static void
report (SlRuleRun *run, const SlFactLink *there, const SlFactLink *back)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlFactGoal *a = &facts->goals[there->source], *b = &facts->goals[there->target];
  double severity = sl_conflict_mutual_severity (there->strength, back->strength);
  SlFinding *finding = sl_rule_find (run, severity, describe (facts, there, back), a->id, b->id);

  finding->veto = SL_VETO_CONFLICT;
  sl_rule_add_party (finding, facts, a->owner);
  sl_rule_add_party (finding, facts, b->owner);
  sl_finding_touch (finding, SL_SUB_A1, a->id, SL_ID_NONE, severity);
  sl_finding_touch (finding, SL_SUB_A1, b->id, SL_ID_NONE, severity);
  sl_conflict_add_link (finding, facts, there);
  sl_conflict_add_link (finding, facts, back);
  add_parting (finding, facts, there, back);
  add_one_way (finding, facts, there);
  add_one_way (finding, facts, back);
  sl_conflict_add_record (finding, facts, there->source, there->target, a->owner, b->owner);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree int *backs = NULL;
  g_autofree SlHurt *hurts = sl_goal_hurts (facts, &backs);

  for (guint i = 0; i < facts->n_links; i++)
    if (hurts[i] == SL_HURT_MUTUAL && (int)i < backs[i])
      report (run, &facts->links[i], &facts->links[backs[i]]);
}

const SlRule sl_rule_con_07 = {
  .id = "CON-07",
  .title = N_ ("Two goals work against each other"),
  .why = N_ ("Each side undoes what the other one achieves. A joint workshop of both owners finds "
             "what both can live with."),
  .sub = SL_SUB_A1,
  .reads
  = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_GOAL_LINK) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
