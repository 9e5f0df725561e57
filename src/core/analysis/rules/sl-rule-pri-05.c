/* SPDX-License-Identifier: GPL-3.0-or-later */

/* PRI-05: there are more than five objectives. Source: PRODUCT section 8. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_OBJECTIVES 5

/* All that counts as one now, the weightiest first; equal ones in the order of the outline. */
static GArray *
list_objectives (const SlFacts *facts)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < facts->n_goals; i++)
    {
      guint place = list->len;

      if (!facts->goals[i].objective || !facts->goals[i].active)
        continue;
      while (place > 0
             && facts->goals[g_array_index (list, guint, place - 1)].weight
                    < facts->goals[i].weight)
        place--;
      g_array_insert_val (list, place, i);
    }
  return list;
}

/* The lightest ones become parts of the weightiest. */
static void
add_remedy (SlFinding *finding, const SlFacts *facts, const GArray *objectives)
{
  SlId first = facts->goals[g_array_index (objectives, guint, 0)].id;
  guint n = objectives->len - MAX_OBJECTIVES;
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint i = MAX_OBJECTIVES; i < objectives->len; i++)
    {
      const SlFactGoal *goal = &facts->goals[g_array_index (objectives, guint, i)];

      sl_remedy_add_step (&steps, "record.set", "(xsv)", goal->id, "level",
                          g_variant_new_int64 (SL_GOAL_LEVEL_ORGANISATION));
      if (goal->parent < 0)
        sl_remedy_add_step (&steps, "record.set", "(xsv)", goal->id, "parent",
                            g_variant_new_int64 (first));
    }
  sl_finding_add_remedy (
      finding,
      g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                    "Make the lightest one a part of another objective",
                                    "Make the %u lightest ones parts of another objective", n),
                       n),
      g_variant_builder_end (&steps), first);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autoptr (GArray) objectives = list_objectives (facts);
  SlId project = sl_snapshot_project_id (facts->plan);
  g_autofree char *title = sl_rule_title (facts, project);
  SlFinding *finding;

  if (objectives->len <= MAX_OBJECTIVES)
    return;
  finding = sl_rule_find (
      run, 0.0,
      g_strdup_printf (_ ("“%s” has %u objectives; with more than %d nothing comes first and money "
                          "is spread thin: decide together which ones go first."),
                       title, objectives->len, MAX_OBJECTIVES),
      project, SL_ID_NONE);
  for (guint i = 0; i < objectives->len; i++)
    {
      const SlFactGoal *goal = &facts->goals[g_array_index (objectives, guint, i)];

      sl_rule_add_party (finding, facts, goal->owner);
      sl_finding_add_share (finding, sl_rule_goal_name (facts, goal), goal->weight, goal->id);
    }
  add_remedy (finding, facts, objectives);
}

const SlRule sl_rule_pri_05 = {
  .id = "PRI-05",
  .title = N_ ("Too many objectives"),
  .why = N_ ("Where everything is most important, nothing is. Few objectives that all know beat "
             "many that nobody can name."),
  .sub = SL_N_SUBS,
  .reads
  = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PRIORITY) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
