/* SPDX-License-Identifier: GPL-3.0-or-later */

/* COM-05: a party understands a goal with another date or target than was agreed. Compares fields,
 * not words. Source: METHODS sections 9 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-people.h"
#include "base/sl-date-text.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SEVERITY 1.0

/* What a party said beside what the plan says. */
typedef struct
{
  gint64 their_due; /* SL_INT_NULL: as agreed, or not said */
  gint64 due;
  double their_target; /* NAN: as agreed, or not said */
  double target;
  SlId kpi;
  const char *unit;
} Difference;

/* Whether none of the targets of the goal is @their_target; then compares with the target of the
 * KPI that was there first. */
static gboolean
compare_target (const SlFacts *facts, const guint *kpis, const guint *next, guint goal,
                double their_target, Difference *out)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_KPI);

  for (guint at = kpis[goal]; at > 0; at = next[at - 1])
    {
      double target = sl_table_real (table, at - 1, SL_KPI_TARGET);

      if (isnan (target))
        continue;
      if (target == their_target)
        {
          out->kpi = SL_ID_NONE;
          return FALSE;
        }
      if (out->kpi != SL_ID_NONE && out->kpi < sl_table_id (table, at - 1))
        continue;
      out->target = target;
      out->kpi = sl_table_id (table, at - 1);
      out->unit = sl_table_text (table, at - 1, SL_KPI_UNIT);
    }
  if (out->kpi == SL_ID_NONE)
    return FALSE;
  out->their_target = their_target;
  return TRUE;
}

/* KPIs of each goal as linked lists of rows + 1. @next: (out) (transfer full) */
static guint *
list_kpis (const SlFacts *facts, guint **next)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  guint *first = g_new0 (guint, facts->n_goals + 1);

  *next = g_new0 (guint, sl_table_n_rows (table) + 1);
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      int goal = sl_facts_goal (facts, sl_table_ref (table, row, SL_KPI_GOAL));

      if (goal < 0)
        continue;
      (*next)[row] = first[goal];
      first[goal] = row + 1;
    }
  return first;
}

static gboolean
compare (const SlFacts *facts, const SlNews *news, const guint *kpis, const guint *next,
         Difference *out)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_ACKNOWLEDGEMENT);
  gint64 due = sl_table_int (table, news->row, SL_ACKNOWLEDGEMENT_WORDING_DUE);
  double target = sl_table_real (table, news->row, SL_ACKNOWLEDGEMENT_WORDING_TARGET);
  gboolean differs = FALSE;

  *out = (Difference){ .their_due = SL_INT_NULL, .their_target = NAN };
  out->due = sl_people_due (facts, facts->goals[news->goal].id);
  if (due != SL_INT_NULL && out->due != SL_INT_NULL && due != out->due)
    {
      out->their_due = due;
      differs = TRUE;
    }
  if (!isnan (target))
    differs |= compare_target (facts, kpis, next, (guint)news->goal, target, out);
  return differs;
}

static char *
with_unit (double value, const char *unit)
{
  g_autofree char *number = sl_format_number (value, 2);

  return unit != NULL ? g_strdup_printf ("%s %s", number, unit) : g_steal_pointer (&number);
}

static char *
describe (const SlFacts *facts, const SlNews *news, const Difference *difference)
{
  const char *party = sl_people_name (facts, news->party);
  g_autofree char *goal = sl_rule_title (facts, facts->goals[news->goal].id);
  g_autofree char *theirs = difference->their_due != SL_INT_NULL
                                ? sl_day_to_text (difference->their_due)
                                : with_unit (difference->their_target, difference->unit);
  g_autofree char *ours = difference->their_due != SL_INT_NULL
                              ? sl_day_to_text (difference->due)
                              : with_unit (difference->target, difference->unit);

  /* Translators: a party, a goal, what it works towards (a date or an amount), what the plan says.
   */
  return g_strdup_printf (_ ("%s understands “%s” as %s, but agreed is %s: both work in good faith "
                             "towards different results; settle which one holds."),
                          party, goal, theirs, ours);
}

static void
add_evidence (SlFinding *finding, const SlFacts *facts, const SlNews *news,
              const Difference *difference)
{
  SlId goal = facts->goals[news->goal].id;

  if (difference->their_due != SL_INT_NULL)
    {
      sl_finding_add_date (finding, g_strdup (_ ("Date as it understands it")),
                           difference->their_due, news->id);
      sl_finding_add_date (finding, g_strdup (_ ("Date as agreed")), difference->due, goal);
    }
  if (!isnan (difference->their_target))
    {
      sl_finding_add_number (finding, g_strdup (_ ("Target as it understands it")),
                             difference->their_target, difference->unit, news->id);
      sl_finding_add_number (finding, g_strdup (_ ("Target as agreed")), difference->target,
                             difference->unit, difference->kpi);
    }
}

static void
add_remedies (SlFinding *finding, const SlFacts *facts, const SlNews *news,
              const Difference *difference)
{
  SlId goal = facts->goals[news->goal].id;
  g_auto (GVariantBuilder) theirs = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));
  g_auto (GVariantBuilder) ours = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));

  if (difference->their_due != SL_INT_NULL)
    {
      sl_remedy_add_step (&ours, "record.set", "(xsv)", news->id, "wording_due",
                          sl_rule_day_value (difference->due));
      sl_remedy_add_step (&theirs, "record.set", "(xsv)", goal, "due",
                          sl_rule_day_value (difference->their_due));
    }
  if (!isnan (difference->their_target))
    {
      sl_remedy_add_step (&ours, "record.set", "(xsv)", news->id, "wording_target",
                          g_variant_new_double (difference->target));
      sl_remedy_add_step (&theirs, "record.set", "(xsv)", difference->kpi, "target",
                          g_variant_new_double (difference->their_target));
    }
  sl_finding_add_remedy (finding, g_strdup (_ ("What was agreed holds, and it has confirmed that")),
                         g_variant_builder_end (&ours), news->id);
  /* Translators: a party. */
  sl_finding_add_remedy (finding,
                         g_strdup_printf (_ ("What %s understands is agreed instead"),
                                          sl_people_name (facts, news->party)),
                         g_variant_builder_end (&theirs), goal);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const GArray *all = sl_people_news (facts);
  g_autofree guint *next = NULL;
  g_autofree guint *kpis = list_kpis (facts, &next);

  for (guint i = 0; i < all->len; i++)
    {
      const SlNews *news = &g_array_index (all, SlNews, i);
      SlId goal = facts->goals[news->goal].id, party = facts->parties[news->party].id;
      Difference difference;
      SlFinding *finding;

      if (!compare (facts, news, kpis, next, &difference))
        continue;
      finding = sl_rule_find (run, SEVERITY, describe (facts, news, &difference), goal, party);
      if (difference.their_due != SL_INT_NULL)
        finding->days = (double)ABS (difference.their_due - difference.due);
      sl_finding_add_party (finding, party);
      sl_rule_add_party (finding, facts, facts->goals[news->goal].owner);
      sl_finding_touch (finding, SL_SUB_A4B, goal, party, SEVERITY);
      add_evidence (finding, facts, news, &difference);
      add_remedies (finding, facts, news, &difference);
    }
}

const SlRule sl_rule_com_05 = {
  .id = "COM-05",
  .title = N_ ("A party understands something else"),
  .why = N_ ("The same words are read in different ways. Have each party state the goal, its date "
             "and its target, and compare."),
  .sub = SL_SUB_A4B,
  .reads = SL_KIND_BIT (SL_KIND_ACKNOWLEDGEMENT) | SL_KIND_BIT (SL_KIND_GOAL)
           | SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
