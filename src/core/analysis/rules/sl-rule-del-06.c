/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DEL-06: a goal has begun and nobody has said how far it is. Source: METHODS sections 19 and 21.
 */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SEVERITY 0.2

/* Its own start, not that of the plan: without dates nobody knows that it has begun. */
static gint64
begin_of (const SlFacts *facts, const SlFactGoal *goal)
{
  return sl_table_int (sl_snapshot_table (facts->plan, SL_KIND_GOAL), goal->row, SL_GOAL_START);
}

static void
report (SlRuleRun *run, const SlFactGoal *goal, gint64 begin)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *days = sl_rule_days (facts->today - begin);
  SlFinding *finding = sl_rule_find (
      run, SEVERITY,
      /* Translators: goal with its party, "30 days". */
      g_strdup_printf (
          _ ("%s began %s ago and nobody has said how far it is: trouble would show too "
             "late; ask its owner and enter it."),
          name, days),
      goal->id, SL_ID_NONE);

  finding->days = (double)(facts->today - begin);
  sl_rule_add_party (finding, facts, goal->owner);
  sl_finding_add_date (finding, g_strdup (_ ("Start")), begin, goal->id);
  sl_finding_add_evidence (finding, g_strdup (_ ("Done")), g_strdup (_ ("no value")), NAN, NULL,
                           goal->id);
  sl_finding_add_remedy (finding, g_strdup (_ ("Nothing has been done yet: 0 %")),
                         sl_remedy_set (goal->id, "progress", g_variant_new_double (0.0)),
                         goal->id);
  sl_finding_add_remedy (finding, g_strdup (_ ("It has not begun: it starts tomorrow")),
                         sl_remedy_set (goal->id, "start", g_variant_new_int64 (facts->today + 1)),
                         goal->id);
  sl_finding_add_remedy (finding, g_strdup (_ ("Enter how far it is")), NULL, goal->id);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];
      gint64 begin = begin_of (facts, goal);

      if (goal->active && begin != SL_INT_NULL && begin <= facts->today
          && sl_goal_progress_get (facts->progress, goal->id)->source == SL_PROGRESS_NONE)
        report (run, goal, begin);
    }
}

const SlRule sl_rule_del_06 = {
  .id = "DEL-06",
  .title = N_ ("A check-in is missing"),
  .why = N_ ("A goal that nobody reports on cannot be steered. Ask for one number at each regular "
             "check-in."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_GOAL_PARENT)
           | SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_KPI_VALUE)
           | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE)
           | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
