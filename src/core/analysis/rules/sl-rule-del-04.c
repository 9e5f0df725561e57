/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DEL-04: the work of a goal costs more than was planned for it. Source: METHODS sections 14, 19
 * and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"
#include "base/sl-format-text.h"
#include "methods/sl-earned-value.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Below so much work for each unit of money. */
#define MIN_COST_INDEX 0.9

/* The budget lines of one goal that have a plan. */
typedef struct
{
  GArray *rows; /* guint */
  double planned;
  double earned;
  double spent;
} Account;

/* How far the goal or task of a line is; NAN: not known. */
static double
progress_of (const SlFacts *facts, SlId item)
{
  double progress = NAN;

  if (sl_facts_goal (facts, item) >= 0)
    return sl_goal_progress_get (facts->progress, item)->progress;
  sl_goal_progress_get_task (facts->progress, item, &progress);
  return progress;
}

static Account *
collect (const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_BUDGET);
  Account *accounts = g_new0 (Account, facts->n_goals + 1);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId item = sl_table_ref (table, row, SL_BUDGET_ITEM);
      int task = sl_facts_task (facts, item);
      int goal = task >= 0 ? facts->tasks[task].goal : sl_facts_goal (facts, item);
      gint64 planned = sl_table_int (table, row, SL_BUDGET_PLANNED);
      gint64 spent = sl_table_int (table, row, SL_BUDGET_SPENT);

      if (goal < 0 || planned == SL_INT_NULL || planned <= 0)
        continue;
      if (accounts[goal].rows == NULL)
        accounts[goal].rows = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (accounts[goal].rows, row);
      accounts[goal].planned += (double)planned;
      accounts[goal].spent += spent == SL_INT_NULL ? 0.0 : (double)spent;
      accounts[goal].earned
          += (double)planned * sl_earned_share (SL_EARN_AS_MEASURED, progress_of (facts, item));
    }
  return accounts;
}

/* All lines grow alike until the work done is worth what it cost. */
static GVariant *
raise_budget (const SlFacts *facts, const Account *account, double factor)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_BUDGET);
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint i = 0; i < account->rows->len; i++)
    {
      guint row = g_array_index (account->rows, guint, i);
      gint64 planned = sl_table_int (table, row, SL_BUDGET_PLANNED);

      sl_remedy_add_step (&steps, "record.set", "(xsv)", sl_table_id (table, row), "planned",
                          g_variant_new_int64 ((gint64)ceil ((double)planned * factor)));
    }
  return g_variant_builder_end (&steps);
}

static char *
describe (const SlFacts *facts, const SlFactGoal *goal, const Account *account, double estimate)
{
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *spent = sl_format_money ((gint64)account->spent, facts->currency);
  /* Estimates have no cents. */
  g_autofree char *earned
      = sl_format_money ((gint64)round (account->earned / 100.0) * 100, facts->currency);
  g_autofree char *all = sl_format_money ((gint64)round (estimate / 100.0) * 100, facts->currency);
  g_autofree char *planned = sl_format_money ((gint64)account->planned, facts->currency);

  /* Translators: goal with its party, then four amounts of money. */
  return g_strdup_printf (
      _ ("%s spent %s for work worth %s: at this rate it costs %s instead of %s; "
         "cut scope or raise the budget."),
      name, spent, earned, all, planned);
}

static void
report (SlRuleRun *run, const SlFactGoal *goal, const Account *account, const SlEarnedValue *value)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  double estimate = value->estimates[SL_ESTIMATE_BY_COST];
  double enough = ceil (estimate / 100.0) * 100.0;
  g_autofree char *all = sl_format_money ((gint64)enough, facts->currency);
  SlFinding *finding
      = sl_rule_find (run, 1.0 - value->cost_index, describe (facts, goal, account, estimate),
                      goal->id, SL_ID_NONE);

  finding->money = (gint64)(estimate - account->planned);
  sl_rule_add_party (finding, facts, goal->owner);
  sl_finding_add_money (finding, g_strdup (_ ("Planned for all work")), (gint64)account->planned,
                        facts->currency, goal->id);
  sl_finding_add_money (finding, g_strdup (_ ("Planned for what is done")), (gint64)account->earned,
                        facts->currency, goal->id);
  sl_finding_add_money (finding, g_strdup (_ ("Spent")), (gint64)account->spent, facts->currency,
                        goal->id);
  sl_finding_add_share (finding, g_strdup (_ ("Work for the money")), value->cost_index, goal->id);
  sl_finding_add_money (finding, g_strdup (_ ("All will cost")), (gint64)estimate, facts->currency,
                        goal->id);
  sl_finding_add_remedy (finding, g_strdup_printf (_ ("Raise its budget to %s"), all),
                         raise_budget (facts, account, enough / account->planned), goal->id);
  sl_finding_add_remedy (finding, g_strdup (_ ("Cut what is to be done")), NULL, goal->id);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree Account *accounts = collect (facts);

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const Account *account = &accounts[i];
      SlEarnedValueInput input = { NAN, account->earned, account->spent, account->planned };
      SlEarnedValue value;

      if (account->rows == NULL)
        continue;
      value = sl_earned_value (&input, SL_ESTIMATE_BY_COST);
      /* Nothing done yet is no rate to go by. */
      if (facts->goals[i].active && account->earned > 0.0 && value.cost_index < MIN_COST_INDEX)
        report (run, &facts->goals[i], account, &value);
      g_array_unref (account->rows);
    }
}

const SlRule sl_rule_del_04 = {
  .id = "DEL-04",
  .title = N_ ("The work costs more than planned"),
  .why = N_ ("Compare what was spent with what is done for it, not with the calendar. What is too "
             "dear so far rarely gets cheaper."),
  .sub = SL_N_SUBS,
  .reads
  = SL_KIND_BIT (SL_KIND_BUDGET) | SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_GOAL_PARENT)
    | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_KPI)
    | SL_KIND_BIT (SL_KIND_KPI_VALUE) | SL_KIND_BIT (SL_KIND_PROJECT) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
