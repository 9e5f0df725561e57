/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CON-06: a goal hurts another one under a condition that may come true. A probability that nobody
 * estimated counts as certain. Source: METHODS sections 2 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-conflict.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *
condition_of (const SlFacts *facts, const SlFactLink *link)
{
  const char *text = sl_table_text (sl_snapshot_table (facts->plan, SL_KIND_GOAL_LINK), link->row,
                                    SL_GOAL_LINK_CONDITION);

  return text != NULL && *text != '\0' ? text : NULL;
}

static char *
describe (const SlFacts *facts, const SlFactLink *link, double probability)
{
  g_autofree char *source = sl_rule_goal_name (facts, &facts->goals[link->source]);
  g_autofree char *target = sl_rule_goal_name (facts, &facts->goals[link->target]);
  g_autofree char *percent = sl_format_percent (probability, 0);
  const char *text = condition_of (facts, link);
  g_autofree char *condition = text != NULL ? sl_rule_shorten (facts, text) : NULL;

  if (condition != NULL)
    /* Translators: a condition, its probability, goal with its party, the goal that it hurts. */
    return g_strdup_printf (_ ("If “%s” (%s likely), %s works against %s: plan now what happens "
                               "then."),
                            condition, percent, source, target);
  /* Translators: goal with its party, the goal that it hurts, a probability. */
  return g_strdup_printf (_ ("%s may work against %s (%s likely): plan now what happens then."),
                          source, target, percent);
}

static void
add_evidence (SlFinding *finding, const SlFacts *facts, const SlFactLink *link, double probability,
              gboolean estimated)
{
  const char *condition = condition_of (facts, link);

  sl_conflict_add_link (finding, facts, link);
  if (condition != NULL)
    sl_finding_add_evidence (finding, g_strdup (_ ("Only if")), g_strdup (condition), NAN, NULL,
                             link->id);
  if (estimated)
    sl_finding_add_share (finding, g_strdup (_ ("Probability")), probability, link->id);
  else
    sl_finding_add_evidence (finding, g_strdup (_ ("Probability")),
                             g_strdup (_ ("Not estimated: counts as certain")), 1.0, "ratio",
                             link->id);
}

static void
add_plan (SlFinding *finding, const SlFacts *facts, const SlFactLink *link)
{
  const SlFactGoal *target = &facts->goals[link->target];
  const char *condition = condition_of (facts, link);
  GVariantBuilder fields;

  if (condition == NULL)
    return;
  g_variant_builder_init (&fields, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&fields, "{sv}", "title", g_variant_new_string (condition));
  g_variant_builder_add (&fields, "{sv}", "item", g_variant_new_int64 (target->id));
  g_variant_builder_add (&fields, "{sv}", "trigger_text", g_variant_new_string (condition));
  sl_finding_add_remedy (finding, g_strdup (_ ("Write it down as a risk with a contingency plan")),
                         sl_remedy_step ("record.add", "(sxxa{sv})", "risk", (gint64)SL_ID_NONE,
                                         G_GINT64_CONSTANT (-1), &fields),
                         target->id);
}

static void
report (SlRuleRun *run, const SlFactLink *link)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_GOAL_LINK);
  const SlFactGoal *source = &facts->goals[link->source];
  const SlFactGoal *target = &facts->goals[link->target];
  double stated = sl_table_real (table, link->row, SL_GOAL_LINK_PROBABILITY);
  double probability = isnan (stated) ? 1.0 : stated;
  double severity = sl_conflict_conditional_severity (
      sl_conflict_link_severity (link->strength, source->active, target->active), probability);
  SlFinding *finding;

  if (severity == 0.0)
    return;
  finding
      = sl_rule_find (run, severity, describe (facts, link, probability), target->id, source->id);
  sl_finding_add_subject (finding, link->id);
  finding->veto = SL_VETO_CONFLICT;
  sl_rule_add_party (finding, facts, source->owner);
  sl_rule_add_party (finding, facts, target->owner);
  sl_finding_touch (finding, SL_SUB_A1, target->id, SL_ID_NONE, severity);
  add_evidence (finding, facts, link, probability, !isnan (stated));
  sl_finding_add_remedy (finding, g_strdup (_ ("It is ruled out by now: set its probability to 0")),
                         sl_remedy_set (link->id, "probability", g_variant_new_double (0.0)),
                         link->id);
  sl_conflict_add_link_fixes (finding, facts, link);
  add_plan (finding, facts, link);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree SlHurt *hurts = sl_goal_hurts (facts, NULL);

  for (guint i = 0; i < facts->n_links; i++)
    if (hurts[i] == SL_HURT_IF)
      report (run, &facts->links[i]);
}

const SlRule sl_rule_con_06 = {
  .id = "CON-06",
  .title = N_ ("Two goals may come to collide"),
  .why
  = N_ ("As long as the condition does not hold, both goals go together. Rule it out, or agree "
        "in advance what happens when it comes true."),
  .sub = SL_SUB_A1,
  .reads
  = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_GOAL_LINK) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
