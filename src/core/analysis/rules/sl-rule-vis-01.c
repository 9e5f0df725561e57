/* SPDX-License-Identifier: GPL-3.0-or-later */

/* VIS-01: work that leads to no objective. One finding for the topmost goal or task without a way
 * up; what hangs below it is charged with it. Nobody is asked before something was linked to an
 * objective. Source: METHODS sections 16 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"
#include "analysis/sl-goal-coverage.h"
#include "analysis/sl-people.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Strength of a link that a fix proposes. */
#define HELPS 60

/* What has no way up and hangs together. */
typedef struct
{
  SlId top;
  int owner;
  gboolean is_goal;
  guint n_goals;
  guint n_tasks;
  gint64 money;
  double days;
  GArray *items; /* SlId of what is charged */
} Loose;

static void
clear_loose (gpointer data)
{
  g_array_unref (((Loose *)data)->items);
}

static guint
add_loose (GArray *all, SlId top, int owner, gboolean is_goal)
{
  Loose out = { .top = top, .owner = owner, .is_goal = is_goal };

  out.items = g_array_new (FALSE, FALSE, sizeof (SlId));
  g_array_append_val (all, out);
  return all->len - 1;
}

/* --- What hangs together --- */

/* Goals stand before what is below them. @groups: (array length=n_goals): index in @all, or -1 */
static void
gather_goals (const SlFacts *facts, GArray *all, int *groups)
{
  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];
      Loose *loose;

      groups[i] = -1;
      if (!sl_sight_asks_goal (goal) || goal->distance >= 0)
        continue;
      groups[i] = goal->parent >= 0 ? groups[goal->parent] : -1;
      if (groups[i] < 0)
        groups[i] = (int)add_loose (all, goal->id, goal->owner, TRUE);
      loose = &g_array_index (all, Loose, groups[i]);
      g_array_append_val (loose->items, goal->id);
      loose->n_goals++;
      loose->money += goal->planned;
    }
}

/* Index of the task that a task or milestone is below, or -1. */
static int
task_above (const SlFacts *facts, const SlFactTask *task)
{
  const SlTable *table = sl_snapshot_table (facts->plan, task->kind);

  return sl_facts_task (
      facts, sl_table_ref (table, task->row,
                           task->kind == SL_KIND_TASK ? SL_TASK_PARENT : SL_MILESTONE_PARENT));
}

static void
count_task (Loose *loose, const SlFactTask *task, gboolean money)
{
  if (!sl_sight_asks_task (task))
    return;
  g_array_append_val (loose->items, task->id);
  loose->n_tasks++;
  loose->money += money ? task->planned : 0;
  loose->days += isnan (task->effort) ? 0.0 : task->effort;
}

/* Money of a task that serves a goal is money of that goal already. */
static void
gather_tasks (const SlFacts *facts, GArray *all, const int *goal_groups)
{
  g_autofree int *groups = g_new (int, facts->n_tasks + 1);

  for (guint i = 0; i < facts->n_tasks; i++)
    {
      const SlFactTask *task = &facts->tasks[i];
      int above = task_above (facts, task);

      groups[i] = -1;
      if (!task->active || sl_sight_has_task (facts, task))
        continue;
      if (task->goal >= 0)
        groups[i] = goal_groups[task->goal];
      else if (above >= 0 && above < (int)i)
        groups[i] = groups[above];
      if (groups[i] < 0 && (task->goal < 0 || facts->goals[task->goal].active))
        groups[i] = (int)add_loose (all, task->id, task->owner, FALSE);
      if (groups[i] >= 0)
        count_task (&g_array_index (all, Loose, groups[i]), task, task->goal < 0);
    }
}

/* --- Words --- */

static char *
describe (const SlFacts *facts, const Loose *loose)
{
  g_autofree char *name = sl_rule_name (facts, loose->top, loose->owner);
  g_autofree char *cost = NULL;

  if (loose->money > 0)
    cost = sl_format_money (loose->money, facts->currency);
  else if (loose->days > 0.0)
    {
      g_autofree char *days = sl_format_number (loose->days, 1);

      /* Translators: days of work. */
      cost = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%s day of work", "%s days of work",
                                           loose->days == 1.0 ? 1 : 2),
                              days);
    }
  if (cost != NULL)
    /* Translators: goal or task with its party, money or days of work. */
    return g_strdup_printf (
        _ ("%s costs %s and supports no objective: link it to one, or stop it."), name, cost);
  /* Translators: goal or task with its party. */
  return g_strdup_printf (_ ("%s supports no objective, so nobody can say what it is for: link it "
                             "to one, or stop it."),
                          name);
}

static void
add_evidence (SlFinding *finding, const SlFacts *facts, const Loose *loose)
{
  sl_finding_add_evidence (finding, g_strdup (_ ("Way to an objective")), g_strdup (_ ("None")),
                           NAN, NULL, loose->top);
  if (loose->n_goals > 0)
    sl_finding_add_number (finding, g_strdup (_ ("Goals without a way")), loose->n_goals, NULL,
                           loose->top);
  if (loose->n_tasks > 0)
    sl_finding_add_number (finding, g_strdup (_ ("Tasks and milestones without a way")),
                           loose->n_tasks, NULL, loose->top);
  if (loose->money > 0)
    sl_finding_add_money (finding, g_strdup (_ ("Planned")), loose->money, facts->currency,
                          loose->top);
  if (loose->days > 0.0)
    sl_finding_add_days (finding, g_strdup (_ ("Work")), loose->days, loose->top);
}

/* --- Fixes --- */

/* The goals that work of an owner should serve: one of its own side, and the weightiest. */
typedef struct
{
  int *own;      /* by side: index of a goal, or -1 */
  int objective; /* index, or -1 */
} Targets;

static gboolean
is_above (const SlFacts *facts, SlId top, int goal)
{
  for (; goal >= 0; goal = facts->goals[goal].parent)
    if (facts->goals[goal].id == top)
      return TRUE;
  return FALSE;
}

static void
find_targets (const SlFacts *facts, Targets *out)
{
  out->own = g_new (int, facts->n_parties + 1);
  out->objective = -1;
  for (guint p = 0; p < facts->n_parties; p++)
    out->own[p] = -1;
  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];
      int side = sl_people_side (facts, goal->owner);

      if (!goal->active || goal->distance < 0)
        continue;
      if (side >= 0 && out->own[side] < 0)
        out->own[side] = (int)i;
      if (goal->objective
          && (out->objective < 0 || goal->weight > facts->goals[out->objective].weight))
        out->objective = (int)i;
    }
}

static void
add_fix (SlFinding *finding, const SlFacts *facts, const Loose *loose, int target)
{
  const SlFactGoal *goal;
  const char *title;

  if (target < 0 || is_above (facts, loose->top, target))
    return;
  goal = &facts->goals[target];
  title = sl_facts_title (facts, goal->id);
  /* Translators: a goal. */
  sl_finding_add_remedy (finding, g_strdup_printf (_ ("Make it part of “%s”"), title),
                         sl_remedy_set (loose->top, loose->is_goal ? "parent" : "goal",
                                        g_variant_new_int64 (goal->id)),
                         loose->top);
  if (loose->is_goal)
    sl_finding_add_remedy (
        finding,
        /* Translators: a goal. */
        g_strdup_printf (_ ("Say that it helps “%s” (60 of 100)"), title),
        sl_remedy_step ("goal.link", "(xxxs)", loose->top, goal->id, (gint64)HELPS, ""),
        loose->top);
}

static void
report (SlRuleRun *run, const Loose *loose, const Targets *targets)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  int side = sl_people_side (facts, loose->owner);
  int own = side >= 0 ? targets->own[side] : -1;
  SlFinding *finding = sl_rule_find (run, 1.0, describe (facts, loose), loose->top, SL_ID_NONE);

  finding->money = loose->money;
  finding->days = loose->days;
  sl_rule_add_party (finding, facts, loose->owner);
  for (guint i = 0; i < loose->items->len; i++)
    sl_finding_touch (finding, SL_SUB_A6A, g_array_index (loose->items, SlId, i), SL_ID_NONE, 1.0);
  add_evidence (finding, facts, loose);
  add_fix (finding, facts, loose, own);
  if (targets->objective != own)
    add_fix (finding, facts, loose, targets->objective);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Loose));
  g_autofree int *groups = g_new (int, facts->n_goals + 1);
  Targets targets;

  g_array_set_clear_func (all, clear_loose);
  if (!sl_sight_is_assessed (facts))
    return;
  gather_goals (facts, all, groups);
  gather_tasks (facts, all, groups);
  find_targets (facts, &targets);
  for (guint i = 0; i < all->len; i++)
    {
      const Loose *loose = &g_array_index (all, Loose, i);

      if (loose->items->len > 0)
        report (run, loose, &targets);
    }
  g_free (targets.own);
}

const SlRule sl_rule_vis_01 = {
  .id = "VIS-01",
  .title = N_ ("Work serves no objective"),
  .why = N_ ("What nobody can trace to an objective costs time and money without a meaningful "
             "outcome. Link it, or let it go."),
  .sub = SL_SUB_A6A,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_GOAL_PARENT)
           | SL_KIND_BIT (SL_KIND_GOAL_LINK) | SL_KIND_BIT (SL_KIND_TASK)
           | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_BUDGET)
           | SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_PRIORITY),
  .eval = eval,
};
