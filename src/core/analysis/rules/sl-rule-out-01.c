/* SPDX-License-Identifier: GPL-3.0-or-later */

/* OUT-01: a goal was closed and nobody wrote down what came of it. Source: METHODS section 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"
#include "base/sl-date-text.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
describe (const SlFacts *facts, const SlFactGoal *goal)
{
  g_autofree char *name = sl_rule_goal_name (facts, goal);

  return g_strdup_printf (_ ("%s is closed, and nobody wrote down what came of it; nothing can be "
                             "learned from it: compare the outcome with what was wanted."),
                          name);
}

/* The outcome as far as figures say it. (transfer full) (nullable): nothing was measured */
static char *
outcome_by_figures (const SlFacts *facts, SlId goal, SlFinding *finding)
{
  const SlTable *kpis = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint row = 0; row < sl_table_n_rows (kpis); row++)
    {
      SlId kpi = sl_table_id (kpis, row);
      double target = sl_table_real (kpis, row, SL_KPI_TARGET), current = NAN;
      g_autofree char *reached = NULL, *wanted = NULL;

      if (sl_table_ref (kpis, row, SL_KPI_GOAL) != goal || isnan (target))
        continue;
      sl_goal_progress_get_kpi (facts->progress, kpi, &current);
      if (isnan (current))
        continue;
      reached = sl_format_number (current, 2);
      wanted = sl_format_number (target, 2);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: KPI, what was reached, what was wanted. */
      g_string_append_printf (text, _ ("%s: %s, target %s."), sl_facts_title (facts, kpi), reached,
                              wanted);
      sl_finding_add_number (finding, g_strdup (_ ("Target")), target, NULL, kpi);
      sl_finding_add_number (finding, g_strdup (_ ("Reached")), current, NULL, kpi);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
report (SlRuleRun *run, const SlFactGoal *goal, const SlTable *goals)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  SlFinding *finding = sl_rule_find (run, 0.0, describe (facts, goal), goal->id, SL_ID_NONE);
  gint64 closed = sl_table_int (goals, goal->row, SL_GOAL_CLOSED);
  g_autofree char *figures = NULL;

  sl_rule_add_party (finding, facts, goal->owner);
  sl_finding_add_evidence (finding, g_strdup (_ ("Outcome")), g_strdup (_ ("not written down")),
                           NAN, NULL, goal->id);
  if (closed != SL_INT_NULL)
    sl_finding_add_date (finding, g_strdup (_ ("Closed on")), closed, goal->id);
  figures = outcome_by_figures (facts, goal->id, finding);
  if (figures != NULL)
    sl_finding_add_remedy (finding, g_strdup (_ ("Write down what the figures say")),
                           sl_remedy_set (goal->id, "outcome", g_variant_new_string (figures)),
                           goal->id);
  sl_finding_add_remedy (finding, g_strdup (_ ("It is not finished: take it up again")),
                         sl_remedy_set (goal->id, "status", g_variant_new_int64 (SL_GOAL_ACTIVE)),
                         goal->id);
  sl_finding_add_remedy (finding, g_strdup (_ ("Write down what came of it")), NULL, goal->id);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);

  for (guint i = 0; i < facts->n_goals; i++)
    if (facts->goals[i].status == SL_GOAL_DONE
        && !sl_table_is_set (goals, facts->goals[i].row, SL_GOAL_OUTCOME))
      report (run, &facts->goals[i], goals);
}

const SlRule sl_rule_out_01 = {
  .id = "OUT-01",
  .title = N_ ("A goal was closed without outcome"),
  .why = N_ ("Whether it was worth it shows only when the outcome is held against the goal. Write "
             "it down while those who did the work remember."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_KPI_VALUE)
           | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
