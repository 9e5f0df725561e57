/* SPDX-License-Identifier: GPL-3.0-or-later */

/* LOS-01: the tree of goals contradicts itself: a goal is due after the one that it serves, serves
 * a closed one, or skips a level. Source: PRODUCT section 8; cycles are MOD-01. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"
#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SEVERITY 0.25

/* What does not fit between a goal and the one that it is part of. */
typedef enum
{
  FAULT_CLOSED_PARENT = 1 << 0,
  FAULT_DUE_LATER = 1 << 1,
  FAULT_LEVEL_SKIPPED = 1 << 2,
} Fault;

static gint64
due_of (const SlFacts *facts, const SlFactGoal *goal)
{
  return sl_table_int (sl_snapshot_table (facts->plan, SL_KIND_GOAL), goal->row, SL_GOAL_DUE);
}

/* Objectives are goals of the organisation. */
static int
level_step (const SlFactGoal *goal)
{
  return MAX (goal->level, (int)SL_GOAL_LEVEL_ORGANISATION);
}

static guint
find_faults (const SlFacts *facts, const SlFactGoal *goal, const SlFactGoal *parent)
{
  gint64 due = due_of (facts, goal), latest = due_of (facts, parent);
  guint faults = 0;

  if (parent->status == SL_GOAL_DONE || parent->status == SL_GOAL_DROPPED)
    faults |= FAULT_CLOSED_PARENT;
  else if (due != SL_INT_NULL && latest != SL_INT_NULL && due > latest)
    faults |= FAULT_DUE_LATER;
  if (goal->level >= 0 && parent->level >= 0 && level_step (goal) - level_step (parent) > 1)
    faults |= FAULT_LEVEL_SKIPPED;
  return faults;
}

static char *
describe (const SlFacts *facts, const SlFactGoal *goal, const SlFactGoal *parent, guint faults)
{
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *above = sl_rule_title (facts, parent->id);
  g_autofree char *days = NULL;

  if (faults & FAULT_CLOSED_PARENT)
    /* Translators: goal with its party, another goal. */
    return g_strdup_printf (_ ("%s goes on although “%s”, which it serves, is closed: close it or "
                               "let it serve another goal."),
                            name, above);
  if (faults & FAULT_DUE_LATER)
    {
      days = sl_rule_days (due_of (facts, goal) - due_of (facts, parent));
      /* Translators: goal with its party, "18 days", another goal. */
      return g_strdup_printf (
          _ ("%s is due %s after “%s”, which needs it: the dates cannot both hold; move one."),
          name, days, above);
    }
  return g_strdup_printf (
      _ ("%s skips a level below “%s”, nobody in between answers: set its level."), name, above);
}

static void
add_rows (SlFinding *finding, const SlFacts *facts, const SlFactGoal *goal,
          const SlFactGoal *parent, guint faults)
{
  if (faults & FAULT_CLOSED_PARENT)
    sl_finding_add_evidence (finding, sl_rule_goal_name (facts, parent), g_strdup (_ ("closed")),
                             NAN, NULL, parent->id);
  if (faults & FAULT_DUE_LATER)
    {
      sl_finding_add_date (finding, sl_rule_goal_name (facts, goal), due_of (facts, goal),
                           goal->id);
      sl_finding_add_date (finding, sl_rule_goal_name (facts, parent), due_of (facts, parent),
                           parent->id);
    }
  if (faults & FAULT_LEVEL_SKIPPED)
    sl_finding_add_number (finding, g_strdup (_ ("Levels between the two")),
                           level_step (goal) - level_step (parent) - 1, NULL, goal->id);
}

/* Changes the goal until it fits its parent. */
static void
add_fix_of_goal (SlFinding *finding, const SlFacts *facts, const SlFactGoal *goal,
                 const SlFactGoal *parent, guint faults)
{
  SlId above = parent->parent < 0 ? SL_ID_NONE : facts->goals[parent->parent].id;
  const char *label = _ ("Bring its date forward to that of the goal it serves");
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  if (faults & FAULT_LEVEL_SKIPPED)
    {
      label = _ ("Put it on the level right below");
      sl_remedy_add_step (&steps, "record.set", "(xsv)", goal->id, "level",
                          g_variant_new_int64 (level_step (parent) + 1));
    }
  if (faults & FAULT_DUE_LATER)
    sl_remedy_add_step (&steps, "record.set", "(xsv)", goal->id, "due",
                        g_variant_new_int64 (due_of (facts, parent)));
  if (faults & FAULT_CLOSED_PARENT)
    {
      label = _ ("Let it serve what the closed goal served");
      sl_remedy_add_step (&steps, "record.set", "(xsv)", goal->id, "parent",
                          above == SL_ID_NONE ? g_variant_new ("()") : g_variant_new_int64 (above));
    }
  sl_finding_add_remedy (finding, g_strdup (label), g_variant_builder_end (&steps), goal->id);
}

/* Changes the parent until the goal fits. */
static void
add_fix_of_parent (SlFinding *finding, const SlFacts *facts, const SlFactGoal *goal,
                   const SlFactGoal *parent, guint faults)
{
  if (faults == FAULT_CLOSED_PARENT)
    sl_finding_add_remedy (
        finding, g_strdup_printf (_ ("Take “%s” up again"), sl_facts_title (facts, parent->id)),
        sl_remedy_set (parent->id, "status", g_variant_new_int64 (SL_GOAL_ACTIVE)), parent->id);
  if (faults == FAULT_DUE_LATER)
    sl_finding_add_remedy (
        finding,
        g_strdup_printf (_ ("Move the date of “%s” to that day"),
                         sl_facts_title (facts, parent->id)),
        sl_remedy_set (parent->id, "due", g_variant_new_int64 (due_of (facts, goal))), parent->id);
}

static void
tell (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  const SlFactGoal *goal = *(const SlFactGoal *const *)note;
  const SlFactGoal *parent = &facts->goals[goal->parent];
  guint faults = find_faults (facts, goal, parent);

  finding->sentence = describe (facts, goal, parent, faults);
  add_rows (finding, facts, goal, parent, faults);
  add_fix_of_goal (finding, facts, goal, parent, faults);
  add_fix_of_parent (finding, facts, goal, parent, faults);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i], *parent;
      SlFinding *finding;
      guint faults;

      if (!goal->active || goal->parent < 0)
        continue;
      parent = &facts->goals[goal->parent];
      faults = find_faults (facts, goal, parent);
      if (faults == 0)
        continue;
      finding = sl_rule_find_later (run, SEVERITY, tell, &goal, sizeof goal, goal->id, parent->id);
      if (faults & FAULT_DUE_LATER)
        finding->days = (double)(due_of (facts, goal) - due_of (facts, parent));
      sl_rule_add_party (finding, facts, goal->owner);
      sl_rule_add_party (finding, facts, parent->owner);
    }
}

const SlRule sl_rule_los_01 = {
  .id = "LOS-01",
  .title = N_ ("The goal tree contradicts itself"),
  .why = N_ ("A goal can serve another only while that is open, before that is due, and through "
             "the level in between. Goals of all levels should follow from each other."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
