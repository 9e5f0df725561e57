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

/* The step that takes back one mark. */
static GVariant *
delete_mark (SlId mark)
{
  return sl_remedy_step ("record.delete", "(@ax)",
                         g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &mark, 1, sizeof mark));
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *marks = sl_snapshot_table (facts->plan, SL_KIND_VALUE_MARK);

  for (guint row = 0; row < sl_table_n_rows (marks); row++)
    {
      int index = sl_facts_goal (facts, sl_table_ref (marks, row, SL_VALUE_MARK_GOAL));
      const SlFactGoal *goal = index >= 0 ? &facts->goals[index] : NULL;
      const char *value
          = sl_snapshot_title (facts->plan, sl_table_ref (marks, row, SL_VALUE_MARK_VALUE));
      SlFinding *finding;

      if (goal == NULL || !goal->active
          || sl_table_int (marks, row, SL_VALUE_MARK_EFFECT) != SL_VALUE_EFFECT_STRAINS)
        continue;
      finding = sl_rule_find (run, SEVERITY, describe (facts, goal, value), goal->id,
                              sl_table_ref (marks, row, SL_VALUE_MARK_VALUE));
      sl_rule_add_party (finding, facts, goal->owner);
      sl_finding_add_evidence (finding, g_strdup (_ ("Against the value")), g_strdup (value), NAN,
                               NULL, goal->id);
      sl_finding_add_remedy (finding, g_strdup (_ ("It was changed: it respects the value now")),
                             delete_mark (sl_table_id (marks, row)), goal->id);
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
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PARTY)
           | SL_KIND_BIT (SL_KIND_CORE_VALUE) | SL_KIND_BIT (SL_KIND_VALUE_MARK),
  .eval = eval,
};
