/* SPDX-License-Identifier: GPL-3.0-or-later */

/* RIS-01: a goal is reached too rarely with its risks, and nobody has a plan for them. Source:
 * METHODS sections 3 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"
#include "base/sl-format-text.h"
#include "methods/sl-obstacles.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The least likely step of the scale 1..5. */
#define UNLIKELY 1

/* Open risks of one goal that nobody has a plan for. */
typedef struct
{
  GArray *rows;   /* guint */
  GArray *chance; /* double; NAN: not estimated */
} Risks;

/* The middle of each of five equal steps. */
static double
chance_of_step (gint64 step)
{
  return step == SL_INT_NULL ? NAN : ((double)step - 0.5) / 5.0;
}

/* What is left after countermeasures counts. */
static double
chance_of (const SlTable *risks, guint row)
{
  gint64 left = sl_table_int (risks, row, SL_RISK_RESIDUAL_PROBABILITY);

  return chance_of_step (left != SL_INT_NULL ? left
                                             : sl_table_int (risks, row, SL_RISK_PROBABILITY));
}

/* The active goal that a risk threatens, itself or by its work, or -1. */
static int
threatened (const SlFacts *facts, SlId item)
{
  int task = sl_facts_task (facts, item);
  int goal = task >= 0 ? facts->tasks[task].goal : sl_facts_goal (facts, item);

  return goal >= 0 && facts->goals[goal].active ? goal : -1;
}

/* Index of the goal that the risk threatens while nobody has a plan for it, or -1. */
static int
unprepared (const SlFacts *facts, guint row)
{
  const SlTable *risks = sl_snapshot_table (facts->plan, SL_KIND_RISK);

  if (sl_table_is_set (risks, row, SL_RISK_PLAN)
      || sl_table_int (risks, row, SL_RISK_STATUS) != SL_RISK_OPEN)
    return -1;
  return threatened (facts, sl_table_ref (risks, row, SL_RISK_ITEM));
}

static void
note_risk (Risks *self, const SlTable *risks, guint row)
{
  double chance = chance_of (risks, row);

  if (self->rows == NULL)
    {
      self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
      self->chance = g_array_new (FALSE, FALSE, sizeof (double));
    }
  g_array_append_val (self->rows, row);
  g_array_append_val (self->chance, chance);
}

static void
clear_risks (Risks *self)
{
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->chance, g_array_unref);
}

static void
collect (const SlFacts *facts, Risks *of_goal)
{
  const SlTable *risks = sl_snapshot_table (facts->plan, SL_KIND_RISK);

  for (guint row = 0; row < sl_table_n_rows (risks); row++)
    {
      int goal = unprepared (facts, row);

      if (goal >= 0)
        note_risk (&of_goal[goal], risks, row);
    }
}

static char *
describe (const SlFacts *facts, const SlFactGoal *goal, double rate, guint n)
{
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *share = sl_format_percent (rate, 0);

  /* Translators: goal with its party, a share, number of risks. */
  return g_strdup_printf (
      g_dngettext (GETTEXT_PACKAGE,
                   "%s is reached in only %s of all cases, and for %u risk there is no plan: "
                   "prepare what you do if it happens.",
                   "%s is reached in only %s of all cases, and for %u risks there is no plan: "
                   "prepare what you do if they happen.",
                   n),
      name, share, n);
}

static double
rate_of (const GArray *chance)
{
  return sl_obstacle_goal_rate (SL_OBSTACLE_MILESTONE, (const double *)(gconstpointer)chance->data,
                                NULL, chance->len, NULL);
}

/* Whether it is enough to make all of them unlikely. */
static gboolean
helps_to_prevent (guint n)
{
  g_autoptr (GArray) chance = g_array_new (FALSE, FALSE, sizeof (double));
  double unlikely = chance_of_step (UNLIKELY);

  for (guint i = 0; i < n; i++)
    g_array_append_val (chance, unlikely);
  return !sl_obstacle_needs_plan (rate_of (chance), SL_OBSTACLE_REQUIRED_RATE, FALSE);
}

static void
add_remedies (SlFinding *finding, const SlId *ids, guint n)
{
  GVariant *all = g_variant_ref_sink (
      g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, ids, n, sizeof (SlId)));

  if (helps_to_prevent (n))
    sl_finding_add_remedy (finding, g_strdup (_ ("Prevent it: what is left is unlikely (1 of 5)")),
                           sl_remedy_step ("record.set-many", "(@axsv)", all,
                                           "residual_probability", g_variant_new_int64 (UNLIKELY)),
                           ids[0]);
  sl_finding_add_remedy (finding, g_strdup (_ ("It can no longer happen: close it")),
                         sl_remedy_step ("record.set-many", "(@axsv)", all, "status",
                                         g_variant_new_int64 (SL_RISK_CLOSED)),
                         ids[0]);
  sl_finding_add_remedy (finding, g_strdup (_ ("Write the contingency plan")), NULL, ids[0]);
  g_variant_unref (all);
}

static void
add_words (SlFinding *finding, const SlFacts *facts, const SlFactGoal *goal, const Risks *risks)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_RISK);
  g_autofree SlId *ids = g_new0 (SlId, risks->rows->len);
  double rate = rate_of (risks->chance);

  finding->sentence = describe (facts, goal, rate, risks->rows->len);
  for (guint i = 0; i < risks->rows->len; i++)
    {
      double chance = g_array_index (risks->chance, double, i);

      ids[i] = sl_table_id (table, g_array_index (risks->rows, guint, i));
      if (isnan (chance))
        sl_finding_add_evidence (finding, g_strdup (sl_facts_title (facts, ids[i])),
                                 g_strdup (_ ("not estimated")), NAN, NULL, ids[i]);
      else
        sl_finding_add_share (finding, g_strdup (sl_facts_title (facts, ids[i])), chance, ids[i]);
    }
  sl_finding_add_share (finding, g_strdup (_ ("The goal is reached in")), rate, goal->id);
  sl_finding_add_share (finding, g_strdup (_ ("It should be reached in")),
                        SL_OBSTACLE_REQUIRED_RATE, goal->id);
  add_remedies (finding, ids, risks->rows->len);
}

static void
tell (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  const SlTable *risks = sl_snapshot_table (facts->plan, SL_KIND_RISK);
  guint goal = *(const guint *)note;
  Risks own = { NULL, NULL };

  for (guint row = 0; row < sl_table_n_rows (risks); row++)
    if (unprepared (facts, row) == (int)goal)
      note_risk (&own, risks, row);
  add_words (finding, facts, &facts->goals[goal], &own);
  clear_risks (&own);
}

static void
report (SlRuleRun *run, guint goal, double rate)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  double severity = (SL_OBSTACLE_REQUIRED_RATE - rate) / SL_OBSTACLE_REQUIRED_RATE;
  SlFinding *finding = sl_rule_find_later (run, severity, tell, &goal, sizeof goal,
                                           facts->goals[goal].id, SL_ID_NONE);

  sl_rule_add_party (finding, facts, facts->goals[goal].owner);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree Risks *of_goal = g_new0 (Risks, facts->n_goals + 1);

  collect (facts, of_goal);
  for (guint i = 0; i < facts->n_goals; i++)
    {
      double rate;

      if (of_goal[i].rows == NULL)
        continue;
      rate = rate_of (of_goal[i].chance);
      if (sl_obstacle_needs_plan (rate, SL_OBSTACLE_REQUIRED_RATE, FALSE))
        report (run, i, rate);
      clear_risks (&of_goal[i]);
    }
}

const SlRule sl_rule_ris_01 = {
  .id = "RIS-01",
  .title = N_ ("A risk without a plan"),
  .why
  = N_ ("What is prepared costs days, what is not costs weeks. Develop a contingency plan with "
        "a trigger for each likely risk."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_RISK) | SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_TASK)
           | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
