/* SPDX-License-Identifier: GPL-3.0-or-later */

/* CON-02: two goals allow values of one measure that no number satisfies both. Source: METHODS
 * sections 2 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-conflict.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* "12 people". (transfer full) */
static char *
format_value (const SlFacts *facts, const SlGoalRange *range, double value)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  guint row = 0;
  const char *unit
      = sl_table_find (table, range->kpi, &row) ? sl_table_text (table, row, SL_KPI_UNIT) : NULL;
  g_autofree char *number = sl_format_number (value, 2);

  return unit != NULL && *unit != '\0' ? g_strjoin (" ", number, unit, NULL)
                                       : g_steal_pointer (&number);
}

/* @high wants more than @low allows. */
static char *
describe (const SlFacts *facts, const SlGoalRange *high, const SlGoalRange *low)
{
  g_autofree char *more = sl_rule_goal_name (facts, &facts->goals[high->goal]);
  g_autofree char *less = sl_rule_goal_name (facts, &facts->goals[low->goal]);
  g_autofree char *least = format_value (facts, high, high->range.low);
  g_autofree char *most = format_value (facts, low, low->range.high);

  /* Translators: goal with its party, number with unit, the same of another goal. */
  return g_strdup_printf (_ ("%s wants at least %s, %s at most %s: no number satisfies both; agree "
                             "on one."),
                          more, least, less, most);
}

static void
add_evidence (SlFinding *finding, const SlFacts *facts, const SlGoalRange *high,
              const SlGoalRange *low, double gap, double span)
{
  sl_finding_add_evidence (finding,
                           g_strdup_printf (_ ("At least, for “%s”"),
                                            sl_facts_title (facts, facts->goals[high->goal].id)),
                           format_value (facts, high, high->range.low), high->range.low, NULL,
                           high->kpi);
  sl_finding_add_evidence (
      finding,
      g_strdup_printf (_ ("At most, for “%s”"), sl_facts_title (facts, facts->goals[low->goal].id)),
      format_value (facts, low, low->range.high), low->range.high, NULL, low->kpi);
  sl_finding_add_evidence (finding, g_strdup (_ ("Gap")), format_value (facts, low, gap), gap, NULL,
                           low->kpi);
  if (!isnan (span))
    sl_finding_add_evidence (finding, g_strdup (_ ("From worst to best")),
                             format_value (facts, low, span), span, NULL, low->kpi);
}

static void
add_fix (SlFinding *finding, const SlFacts *facts, const SlGoalRange *range, const char *field,
         double value)
{
  g_autofree char *text = format_value (facts, range, value);

  /* Translators: a number with its unit, a goal. */
  sl_finding_add_remedy (finding,
                         g_strdup_printf (_ ("Agree on %s for “%s”"), text,
                                          sl_facts_title (facts, facts->goals[range->goal].id)),
                         sl_remedy_set (range->kpi, field, g_variant_new_double (value)),
                         range->kpi);
}

static void
add_middle (SlFinding *finding, const SlFacts *facts, const SlGoalRange *high,
            const SlGoalRange *low)
{
  double middle = (high->range.low + low->range.high) / 2.0;
  g_autofree char *text = format_value (facts, low, middle);
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  sl_remedy_add_step (&steps, "record.set", "(xsv)", high->kpi, "low",
                      g_variant_new_double (middle));
  sl_remedy_add_step (&steps, "record.set", "(xsv)", low->kpi, "high",
                      g_variant_new_double (middle));
  /* Translators: a number with its unit. */
  sl_finding_add_remedy (finding, g_strdup_printf (_ ("Meet in the middle: %s for both"), text),
                         g_variant_builder_end (&steps), low->kpi);
}

static void
report (SlRuleRun *run, const SlGoalRange *a, const SlGoalRange *b, double gap)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlGoalRange *high = a->range.low > b->range.high ? a : b;
  const SlGoalRange *low = high == a ? b : a;
  const SlFactGoal *more = &facts->goals[high->goal], *less = &facts->goals[low->goal];
  double span = sl_goal_range_span (a, b);
  double severity = sl_conflict_range_severity (gap, span);
  SlFinding *finding
      = sl_rule_find (run, severity, describe (facts, high, low), more->id, less->id);

  sl_finding_add_subject (finding, high->kpi);
  sl_finding_add_subject (finding, low->kpi);
  finding->veto = SL_VETO_CONFLICT;
  sl_rule_add_party (finding, facts, more->owner);
  sl_rule_add_party (finding, facts, less->owner);
  sl_finding_touch (finding, SL_SUB_A1, more->id, SL_ID_NONE, severity);
  sl_finding_touch (finding, SL_SUB_A1, less->id, SL_ID_NONE, severity);
  add_evidence (finding, facts, high, low, gap, span);
  add_middle (finding, facts, high, low);
  add_fix (finding, facts, high, "low", low->range.high);
  add_fix (finding, facts, low, "high", high->range.low);
  sl_conflict_add_record (finding, facts, (int)high->goal, (int)low->goal, more->owner,
                          less->owner);
}

static void
compare_group (SlRuleRun *run, const SlGoalRange *group, guint n)
{
  g_autofree SlConflictRange *ranges = g_new (SlConflictRange, n);
  g_autoptr (GArray) pairs = NULL;

  for (guint i = 0; i < n; i++)
    ranges[i] = group[i].range;
  pairs = sl_conflict_find_ranges (ranges, n);
  for (guint i = 0; i < pairs->len; i++)
    {
      const SlConflictPair *pair = &g_array_index (pairs, SlConflictPair, i);

      if (group[pair->a].goal != group[pair->b].goal)
        report (run, &group[pair->a], &group[pair->b], pair->gap);
    }
}

static void
eval (SlRuleRun *run)
{
  g_autoptr (GArray) ranges = sl_goal_ranges (sl_rule_run_facts (run));
  const SlGoalRange *all = (const SlGoalRange *)(gpointer)ranges->data;
  guint first = 0;

  for (guint i = 1; i <= ranges->len; i++)
    if (i == ranges->len || all[i].group != all[first].group)
      {
        compare_group (run, &all[first], i - first);
        first = i;
      }
}

const SlRule sl_rule_con_02 = {
  .id = "CON-02",
  .title = N_ ("No number satisfies both goals"),
  .why = N_ ("Whoever reaches the own range misses the other. Agree clearly on one range at the "
             "outset."),
  .sub = SL_SUB_A1,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
