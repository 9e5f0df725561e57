/* SPDX-License-Identifier: GPL-3.0-or-later */

/* RES-07: money or people are booked on a goal that is parked, dropped or done. Money for a goal
 * that is done is bound only where somebody keeps track of what is spent. Source: PRODUCT
 * section 8. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-money.h"
#include "analysis/rules/sl-rules-words.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A budget line or an allocation; @amount: minor units, or share of the day. */
typedef struct
{
  int goal;
  SlId id;
  SlKindId kind;
  guint row;
  double amount;
} Bound;

/* --- Looking --- */

static gint64
amount_of (const SlTable *table, guint row, guint field)
{
  return sl_table_is_set (table, row, field) ? sl_table_int (table, row, field) : 0;
}

static void
find_money (GArray *bound, const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_BUDGET);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId item = sl_table_ref (table, row, SL_BUDGET_ITEM);
      int task = sl_facts_task (facts, item);
      int goal = task >= 0 ? facts->tasks[task].goal : sl_facts_goal (facts, item);
      gint64 set_aside = MAX (amount_of (table, row, SL_BUDGET_PLANNED),
                              amount_of (table, row, SL_BUDGET_COMMITTED));
      gint64 left = set_aside - amount_of (table, row, SL_BUDGET_SPENT);
      Bound found = { goal, sl_table_id (table, row), SL_KIND_BUDGET, row, (double)left };

      if (goal < 0 || facts->goals[goal].active || left <= 0
          || (facts->goals[goal].status == SL_GOAL_DONE
              && !sl_table_is_set (table, row, SL_BUDGET_SPENT)))
        continue;
      g_array_append_val (bound, found);
    }
}

static void
find_people (GArray *bound, const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_ALLOCATION);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      int task = sl_facts_task (facts, sl_table_ref (table, row, SL_ALLOCATION_TASK));
      int goal = task >= 0 ? facts->tasks[task].goal : -1;
      Bound found = { goal, sl_table_id (table, row), SL_KIND_ALLOCATION, row,
                      sl_table_real (table, row, SL_ALLOCATION_UNITS) };

      if (goal >= 0 && !facts->goals[goal].active && facts->tasks[task].active
          && found.amount > 0.0)
        g_array_append_val (bound, found);
    }
}

static int
compare_bound (gconstpointer a, gconstpointer b)
{
  const Bound *x = a, *y = b;

  if (x->goal != y->goal)
    return x->goal < y->goal ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

/* --- Saying --- */

static char *
describe (const SlFacts *facts, const SlFactGoal *goal, gint64 money, guint n_people)
{
  static const char *const states[] = { [SL_GOAL_DONE] = N_ ("done"),
                                        [SL_GOAL_PARKED] = N_ ("parked"),
                                        [SL_GOAL_DROPPED] = N_ ("dropped") };
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *amount = sl_format_money (money, facts->currency);
  g_autofree char *people = g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE, "%u booking of people", "%u bookings of people", n_people),
      n_people);
  g_autofree char *both = g_strdup_printf (_ ("%s and %s"), amount, people);
  const char *what = n_people == 0 ? amount : money == 0 ? people : both;

  /* Translators: goal with its party, "parked", "dropped" or "done", what is bound. */
  return g_strdup_printf (
      _ ("%s is %s, and %s are still bound to it: active goals cannot use them; "
         "free them or take it up again."),
      name, _ (states[goal->status]), what);
}

static void
add_bound (SlFinding *finding, const SlFacts *facts, const Bound *bound)
{
  const SlTable *table = sl_snapshot_table (facts->plan, bound->kind);

  if (bound->kind == SL_KIND_BUDGET)
    {
      sl_finding_add_money (finding, g_strdup (sl_facts_title (facts, bound->id)),
                            llround (bound->amount), facts->currency, bound->id);
      return;
    }
  sl_rule_add_party (finding, facts,
                     sl_facts_party (facts, sl_table_ref (table, bound->row, SL_ALLOCATION_PARTY)));
  sl_finding_add_share (
      finding,
      /* Translators: who, task. */
      g_strdup_printf (
          _ ("%s on “%s”, share of the day"),
          sl_facts_title (facts, sl_table_ref (table, bound->row, SL_ALLOCATION_PARTY)),
          sl_facts_title (facts, sl_table_ref (table, bound->row, SL_ALLOCATION_TASK))),
      bound->amount, bound->id);
}

/* What is spent is spent. */
static void
free_bound (GVariantBuilder *steps, const SlFacts *facts, const Bound *bound)
{
  static const struct
  {
    guint field;
    const char *name;
  } fields[] = { { SL_BUDGET_PLANNED, "planned" }, { SL_BUDGET_COMMITTED, "committed" } };
  const SlTable *table = sl_snapshot_table (facts->plan, bound->kind);

  if (bound->kind == SL_KIND_ALLOCATION)
    {
      sl_remedy_add_step (steps, "allocation.set", "(xxd)",
                          sl_table_ref (table, bound->row, SL_ALLOCATION_TASK),
                          sl_table_ref (table, bound->row, SL_ALLOCATION_PARTY), 0.0);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      gint64 spent = amount_of (table, bound->row, SL_BUDGET_SPENT);

      if (amount_of (table, bound->row, fields[i].field) > spent)
        sl_remedy_add_step (steps, "record.set", "(xsv)", bound->id, fields[i].name,
                            g_variant_new_int64 (spent));
    }
}

static void
report (SlRuleRun *run, const Bound *bound, guint n)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlFactGoal *goal = &facts->goals[bound->goal];
  gint64 money = 0;
  guint n_people = 0;
  GVariantBuilder steps;
  SlFinding *finding;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint i = 0; i < n; i++)
    {
      money += bound[i].kind == SL_KIND_BUDGET ? llround (bound[i].amount) : 0;
      n_people += bound[i].kind == SL_KIND_ALLOCATION;
      free_bound (&steps, facts, &bound[i]);
    }
  finding = sl_rule_find (run, SL_RULE_HIGH, describe (facts, goal, money, n_people), goal->id,
                          SL_ID_NONE);
  finding->money = money;
  sl_rule_add_party (finding, facts, goal->owner);
  for (guint i = 0; i < n; i++)
    add_bound (finding, facts, &bound[i]);
  sl_finding_add_remedy (finding, g_strdup (_ ("Free what is bound to it")),
                         g_variant_builder_end (&steps), goal->id);
  sl_finding_add_remedy (finding, g_strdup (_ ("Take it up again: active")),
                         sl_remedy_set (goal->id, "status", g_variant_new_int64 (SL_GOAL_ACTIVE)),
                         goal->id);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autoptr (GArray) bound = g_array_new (FALSE, FALSE, sizeof (Bound));

  find_money (bound, facts);
  find_people (bound, facts);
  g_array_sort (bound, compare_bound);
  for (guint i = 0, n = 1; i < bound->len; i += n, n = 1)
    {
      const Bound *first = &g_array_index (bound, Bound, i);

      while (i + n < bound->len && first[n].goal == first->goal)
        n++;
      report (run, first, n);
    }
}

const SlRule sl_rule_res_07 = {
  .id = "RES-07",
  .title = N_ ("Resources bound to an inactive goal"),
  .why = N_ ("Money and people that stay with what nobody pursues any more are missing for what is "
             "pursued. Free them, or admit that the goal goes on."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_BUDGET)
           | SL_KIND_BIT (SL_KIND_ALLOCATION) | SL_KIND_BIT (SL_KIND_TASK)
           | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_PARTY)
           | SL_KIND_BIT (SL_KIND_PROJECT),
  .eval = eval,
};
