/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Adds budget lines, or tasks, up to the shared goals that they serve. */

#include "config.h"

#include "analysis/sl-funding.h"

#include "methods/sl-resource-fit.h"

#include <math.h>

/* Planned, else committed, else spent; NAN: nothing is entered. */
static double
amount_of (const SlTable *budgets, guint row)
{
  static const guint fields[] = { SL_BUDGET_PLANNED, SL_BUDGET_COMMITTED, SL_BUDGET_SPENT };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (sl_table_is_set (budgets, row, fields[i]))
      return (double)MAX (0, sl_table_int (budgets, row, fields[i]));
  return NAN;
}

/* --- Goals --- */

static void
place_goals (SlFunding *self, const SlFacts *facts)
{
  self->goals = g_new0 (guint, facts->n_goals + 1);
  self->places = g_new (int, facts->n_goals + 1);
  for (guint g = 0; g < facts->n_goals; g++)
    if (facts->goals[g].shared && facts->goals[g].active)
      {
        self->places[g] = (int)self->n;
        self->goals[self->n++] = g;
      }
  for (guint g = 0; g < facts->n_goals; g++)
    {
      int above = sl_facts_shared_above (facts, (int)g);
      gboolean counts = facts->goals[g].active || facts->goals[g].status == SL_GOAL_DONE;

      self->places[g] = counts && above >= 0 ? self->places[above] : -1;
    }
}

/* --- Lines --- */

/* @goal: index, or -1: it is for no goal */
static void
add_line (SlFunding *self, SlId id, SlId item, int goal, double amount)
{
  SlFundingLine line = { id, item, self->n, amount };

  if (goal >= 0)
    {
      self->own[goal] += amount;
      if (self->places[goal] < 0)
        return;
      line.place = (guint)self->places[goal];
      self->known[line.place] = TRUE;
    }
  self->amounts[line.place] += amount;
  self->total += amount;
  g_array_append_val (self->lines, line);
}

/* Returns: whether any money is entered */
static gboolean
read_money (SlFunding *self, const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_BUDGET);
  gboolean any = FALSE;

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId item = sl_table_ref (table, row, SL_BUDGET_ITEM);
      int task = sl_facts_task (facts, item);
      int goal = task >= 0 ? facts->tasks[task].goal : sl_facts_goal (facts, item);
      double amount = amount_of (table, row);

      if (isnan (amount))
        continue;
      add_line (self, sl_table_id (table, row), item, goal, amount);
      any |= amount > 0.0;
    }
  return any;
}

static gboolean
is_alive (const SlFacts *facts, const SlFactTask *task)
{
  const SlTable *table = sl_snapshot_table (facts->plan, task->kind);
  gint64 status = sl_table_int (table, task->row,
                                task->kind == SL_KIND_TASK ? SL_TASK_STATUS : SL_MILESTONE_STATUS);

  return status != SL_TASK_PARKED && status != SL_TASK_DROPPED;
}

static void
read_days (SlFunding *self, const SlFacts *facts)
{
  for (guint i = 0; i < facts->n_tasks; i++)
    {
      const SlFactTask *task = &facts->tasks[i];

      if (!task->is_summary && !isnan (task->effort) && is_alive (facts, task))
        add_line (self, task->id, task->id, task->goal, task->effort);
    }
}

static void
mark_staffed (SlFunding *self, const SlFacts *facts, int task)
{
  int goal = task >= 0 ? facts->tasks[task].goal : -1;

  if (goal >= 0 && self->places[goal] >= 0 && is_alive (facts, &facts->tasks[task]))
    self->staffed[self->places[goal]] = TRUE;
}

static void
read_people (SlFunding *self, const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_ALLOCATION);

  for (guint i = 0; i < facts->n_tasks; i++)
    if (facts->tasks[i].effort > 0.0)
      mark_staffed (self, facts, (int)i);
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    mark_staffed (self, facts,
                  sl_facts_task (facts, sl_table_ref (table, row, SL_ALLOCATION_TASK)));
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const SlFundingLine *x = a, *y = b;

  if (x->place != y->place)
    return x->place < y->place ? -1 : 1;
  if (x->amount != y->amount)
    return x->amount > y->amount ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

static void
sort_lines (SlFunding *self)
{
  g_array_sort (self->lines, compare_lines);
  for (guint i = 0; i < self->lines->len; i++)
    self->first[g_array_index (self->lines, SlFundingLine, i).place + 1]++;
  for (guint k = 0; k <= self->n; k++)
    self->first[k + 1] += self->first[k];
}

/* --- The whole --- */

static void
clear_lines (SlFunding *self, guint n_goals)
{
  g_array_set_size (self->lines, 0);
  self->total = 0.0;
  for (guint g = 0; g < n_goals; g++)
    self->own[g] = 0.0;
  for (guint k = 0; k <= self->n; k++)
    {
      self->amounts[k] = 0.0;
      self->known[k] = FALSE;
    }
}

static void
weigh_goals (SlFunding *self, const SlFacts *facts)
{
  guint n_known = 0;

  for (guint k = 0; k < self->n; k++)
    {
      self->weights[k] = facts->goals[self->goals[k]].weight;
      self->coverage += self->known[k] ? self->weights[k] : 0.0;
      n_known += self->known[k] != 0;
    }
  /* Free of rounding. */
  if (n_known == self->n && self->n > 0)
    self->coverage = 1.0;
}

SlFunding *
sl_funding_new (const SlFacts *facts)
{
  SlFunding *self = g_new0 (SlFunding, 1);

  place_goals (self, facts);
  self->own = g_new0 (double, facts->n_goals + 1);
  self->amounts = g_new0 (double, self->n + 1);
  self->weights = g_new0 (double, self->n + 1);
  self->gaps = g_new0 (double, self->n + 1);
  self->known = g_new0 (gboolean, self->n + 1);
  self->staffed = g_new0 (gboolean, self->n + 1);
  self->first = g_new0 (guint, self->n + 2);
  self->lines = g_array_new (FALSE, FALSE, sizeof (SlFundingLine));
  if (!read_money (self, facts))
    {
      clear_lines (self, facts->n_goals);
      self->in_days = TRUE;
      read_days (self, facts);
    }
  read_people (self, facts);
  sort_lines (self);
  weigh_goals (self, facts);
  self->distance = sl_resource_fit (self->amounts, self->weights, self->n + 1, self->gaps);
  return self;
}

void
sl_funding_free (SlFunding *self)
{
  if (self == NULL)
    return;
  g_free (self->goals);
  g_free (self->places);
  g_free (self->own);
  g_free (self->amounts);
  g_free (self->weights);
  g_free (self->gaps);
  g_free (self->known);
  g_free (self->staffed);
  g_free (self->first);
  g_array_unref (self->lines);
  g_free (self);
}
