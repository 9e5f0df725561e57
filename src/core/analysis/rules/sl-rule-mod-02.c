/* SPDX-License-Identifier: GPL-3.0-or-later */

/* MOD-02: how far an objective is is only partly known, because parts of it have no value. Source:
 * METHODS section 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The objective that a goal serves first, or the root above it. */
static guint
top_of (const SlFacts *facts, guint goal)
{
  while (!facts->goals[goal].objective && facts->goals[goal].parent >= 0)
    goal = (guint)facts->goals[goal].parent;
  return goal;
}

/* Goals with parts of their own are as far as these. */
static gboolean *
mark_parents (const SlFacts *facts)
{
  gboolean *parents = g_new0 (gboolean, facts->n_goals + 1);

  for (guint i = 0; i < facts->n_goals; i++)
    if (facts->goals[i].parent >= 0 && facts->goals[i].active)
      parents[facts->goals[i].parent] = TRUE;
  return parents;
}

static char *
describe (const SlFacts *facts, const SlFactGoal *goal, guint n)
{
  g_autofree char *name = sl_rule_goal_name (facts, goal);

  /* Translators: goal with its party, number of parts. */
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                       "How far %s is, is known only in part: %u goal below it has "
                                       "no value, so trouble shows late; enter it.",
                                       "How far %s is, is known only in part: %u goals below it "
                                       "have no value, so trouble shows late; enter them.",
                                       n),
                          name, n);
}

static void
report (SlRuleRun *run, const SlFactGoal *top, const GArray *leaves)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  SlFinding *finding
      = sl_rule_find (run, 0.0, describe (facts, top, leaves->len), top->id, SL_ID_NONE);
  g_autofree SlId *ids = g_new0 (SlId, leaves->len);

  sl_rule_add_party (finding, facts, top->owner);
  for (guint i = 0; i < leaves->len; i++)
    {
      const SlFactGoal *leaf = &facts->goals[g_array_index (leaves, guint, i)];

      ids[i] = leaf->id;
      sl_rule_add_party (finding, facts, leaf->owner);
      sl_finding_add_evidence (finding, sl_rule_goal_name (facts, leaf), g_strdup (_ ("no value")),
                               NAN, NULL, leaf->id);
    }
  sl_finding_add_remedy (finding, g_strdup (_ ("Nothing has been done yet: all stand at 0 %")),
                         sl_remedy_step ("record.set-many", "(@axsv)",
                                         g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids,
                                                                    leaves->len, sizeof (SlId)),
                                         "progress", g_variant_new_double (0.0)),
                         ids[0]);
  sl_finding_add_remedy (finding, g_strdup (_ ("Enter where the first one stands")), NULL, ids[0]);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree gboolean *parents = mark_parents (facts);
  g_autofree GArray **leaves = g_new0 (GArray *, facts->n_goals + 1);

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlGoalState *state = sl_goal_progress_get (facts->progress, facts->goals[i].id);
      guint top = top_of (facts, i);

      if (parents[i] || !facts->goals[i].active || state->state != SL_ITEM_NO_DATA)
        continue;
      if (leaves[top] == NULL)
        leaves[top] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (leaves[top], i);
    }
  for (guint i = 0; i < facts->n_goals; i++)
    {
      if (leaves[i] == NULL)
        continue;
      report (run, &facts->goals[i], leaves[i]);
      g_array_unref (leaves[i]);
    }
}

const SlRule sl_rule_mod_02 = {
  .id = "MOD-02",
  .title = N_ ("Goals without a value"),
  .why
  = N_ ("What nobody measured is neither good nor bad, and all that rests on it is only partly "
        "known. Enter the current state first."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_GOAL_PARENT)
           | SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_KPI_VALUE)
           | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE)
           | SL_KIND_BIT (SL_KIND_PROJECT) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
