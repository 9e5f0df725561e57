/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DRI-04: something changed around a goal, and nobody has looked at what that means. Source:
 * METHODS sections 17 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"

#include <glib/gi18n-lib.h>

#define SEVERITY 0.5

/* A goal that was assessed on that day or later was looked at. */
static gboolean
is_open (const SlFacts *facts, const SlTable *signals, guint row, int goal)
{
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  gint64 day = sl_table_int (signals, row, SL_SIGNAL_DAY);
  gint64 assessed
      = goal < 0 ? SL_INT_NULL : sl_table_int (goals, facts->goals[goal].row, SL_GOAL_ASSESSED);

  return day != SL_INT_NULL && day <= facts->today
         && !sl_table_is_set (signals, row, SL_SIGNAL_REVIEWED)
         && (goal < 0 || facts->goals[goal].active) && (assessed == SL_INT_NULL || assessed < day);
}

static char *
describe (const SlFacts *facts, SlId signal, int goal, gint64 age)
{
  g_autofree char *title = sl_rule_title (facts, signal);
  g_autofree char *days = sl_rule_days (age);
  g_autofree char *name = goal < 0 ? NULL : sl_rule_goal_name (facts, &facts->goals[goal]);

  if (goal < 0)
    /* Translators: what changed, "18 days". */
    return g_strdup_printf (_ ("“%s” was reported %s ago and nobody has looked at it: find out "
                               "which goals it touches and whether they still hold."),
                            title, days);
  /* Translators: what changed, goal with its party, "18 days". */
  return g_strdup_printf (_ ("“%s” touches %s and nobody has looked at it for %s: assess the "
                             "goal."),
                          title, name, days);
}

static void
add_remedies (SlFinding *finding, const SlFacts *facts, SlId signal, int goal)
{
  if (goal >= 0)
    {
      SlId id = facts->goals[goal].id;

      sl_finding_add_remedy (
          finding, g_strdup (_ ("The goal still holds: assessed today")),
          sl_remedy_step ("goal.confirm", "(@ax)",
                          g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &id, 1, sizeof id)),
          id);
    }
  sl_finding_add_remedy (finding, g_strdup (_ ("It was looked at and changes nothing")),
                         sl_remedy_set (signal, "reviewed", g_variant_new_int64 (facts->today)),
                         signal);
  if (goal >= 0)
    sl_finding_add_remedy (finding, g_strdup (_ ("Adjust dates or targets of the goal")), NULL,
                           facts->goals[goal].id);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *signals = sl_snapshot_table (facts->plan, SL_KIND_SIGNAL);

  for (guint row = 0; row < sl_table_n_rows (signals); row++)
    {
      SlId id = sl_table_id (signals, row);
      int goal = sl_facts_goal (facts, sl_table_ref (signals, row, SL_SIGNAL_GOAL));
      gint64 day = sl_table_int (signals, row, SL_SIGNAL_DAY);
      SlFinding *finding;

      if (!is_open (facts, signals, row, goal))
        continue;
      finding = sl_rule_find (run, SEVERITY, describe (facts, id, goal, facts->today - day), id,
                              goal < 0 ? SL_ID_NONE : facts->goals[goal].id);
      finding->days = (double)(facts->today - day);
      sl_finding_add_date (finding, g_strdup (_ ("Reported on")), day, id);
      sl_finding_add_days (finding, g_strdup (_ ("Open for")), finding->days, id);
      if (goal >= 0)
        {
          sl_rule_add_party (finding, facts, facts->goals[goal].owner);
          sl_finding_touch (finding, SL_SUB_A7A, facts->goals[goal].id, SL_ID_NONE, SEVERITY);
        }
      add_remedies (finding, facts, id, goal);
    }
}

const SlRule sl_rule_dri_04 = {
  .id = "DRI-04",
  .title = N_ ("A change outside was not reviewed"),
  .why = N_ ("Market, law and people change; a goal that rests on how things were may no longer "
             "hold. Look at each report and adjust."),
  .sub = SL_SUB_A7A,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_SIGNAL) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
