/* SPDX-License-Identifier: GPL-3.0-or-later */

/* VIS-07: a goal is marked as working against a value. Source: PRODUCT section 8. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SEVERITY 0.5

static char *
describe (const SlFacts *facts, const SlFactGoal *goal, const char *value)
{
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *short_value = sl_rule_shorten (facts, value);

  /* Translators: goal with its party, a value of the organisation in its own words. */
  return g_strdup_printf (_ ("%s works against the value “%s”: people will not stand behind both; "
                             "change the goal or decide openly."),
                          name, short_value);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];
      const char *value = sl_table_text (goals, goal->row, SL_GOAL_AGAINST_VALUE);
      SlFinding *finding;

      if (!goal->active || value == NULL || *value == '\0')
        continue;
      finding = sl_rule_find (run, SEVERITY, describe (facts, goal, value), goal->id, SL_ID_NONE);
      sl_rule_add_party (finding, facts, goal->owner);
      sl_finding_add_evidence (finding, g_strdup (_ ("Against the value")), g_strdup (value), NAN,
                               NULL, goal->id);
      sl_finding_add_remedy (finding, g_strdup (_ ("It was changed: it respects the value now")),
                             sl_remedy_set (goal->id, "against_value", g_variant_new ("()")),
                             goal->id);
      sl_finding_add_remedy (
          finding, g_strdup (_ ("Park it until that is settled")),
          sl_remedy_set (goal->id, "status", g_variant_new_int64 (SL_GOAL_PARKED)), goal->id);
    }
}

const SlRule sl_rule_vis_07 = {
  .id = "VIS-07",
  .title = N_ ("A goal works against a value"),
  .why = N_ ("What is done against own values costs more trust than it earns. Change the "
             "goal, or say openly why it goes first."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
