/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where money and work go. */

#include "config.h"

#include "analysis/sl-spending.h"

#include <glib/gi18n-lib.h>
#include <math.h>

const char *
sl_spending_words (SlSpendingType type)
{
  static const char *const words[] = { N_ ("leads to the strategy"), N_ ("no path to the strategy"),
                                       N_ ("for what is parked or dropped"), N_ ("paid twice") };

  return _ (words[type]);
}

double
sl_spending_total (const double *amounts)
{
  double total = 0;

  for (guint i = 0; i < SL_N_SPENDINGS; i++)
    total += amounts[i];
  return total;
}

double
sl_spending_wasted (const double *amounts)
{
  double total = sl_spending_total (amounts);

  return total > 0.0 ? (total - amounts[SL_SPENDING_ALIGNED]) / total : NAN;
}

/* Planned, else committed, else spent. */
static double
amount_of (const SlTable *budgets, guint row)
{
  static const guint fields[] = { SL_BUDGET_PLANNED, SL_BUDGET_COMMITTED, SL_BUDGET_SPENT };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (sl_table_is_set (budgets, row, fields[i]))
      return MAX (0.0, (double)sl_table_int (budgets, row, fields[i]));
  return 0.0;
}

/* The goal whose parts are alternatives and to which @goal leads as such a part, or -1. @part:
 * (out): the part */
static int
choice_above (const SlFacts *facts, int goal, int *part)
{
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);

  for (guint steps = 0; goal >= 0 && steps <= facts->n_goals; steps++)
    {
      int parent = facts->goals[goal].parent;

      if (parent >= 0
          && sl_table_int (goals, facts->goals[parent].row, SL_GOAL_REFINEMENT)
                 == SL_REFINEMENT_XOR)
        {
          *part = goal;
          return parent;
        }
      goal = parent;
    }
  return -1;
}

/* Whether money for it is for another alternative than the first one that has some. */
static gboolean
is_second_choice (const SlFacts *facts, int goal, GHashTable *chosen)
{
  int part = -1;
  int choice = choice_above (facts, goal, &part);
  gpointer first = NULL;

  if (choice < 0)
    return FALSE;
  if (g_hash_table_lookup_extended (chosen, GINT_TO_POINTER (choice), NULL, &first))
    return GPOINTER_TO_INT (first) != part;
  g_hash_table_insert (chosen, GINT_TO_POINTER (choice), GINT_TO_POINTER (part));
  return FALSE;
}

static SlSpendingType
type_of (const SlFacts *facts, int goal)
{
  if (goal < 0)
    return SL_SPENDING_NO_PATH;
  if (facts->goals[goal].status == SL_GOAL_PARKED || facts->goals[goal].status == SL_GOAL_DROPPED)
    return SL_SPENDING_STOPPED;
  /* What is done needs no path any more. */
  return facts->goals[goal].active && facts->goals[goal].distance < 0 ? SL_SPENDING_NO_PATH
                                                                      : SL_SPENDING_ALIGNED;
}

static void
read_budgets (SlSpending *self, const SlFacts *facts)
{
  const SlTable *budgets = sl_snapshot_table (facts->plan, SL_KIND_BUDGET);

  for (guint row = 0; row < sl_table_n_rows (budgets); row++)
    {
      SlSpendingLine line = { .id = sl_table_id (budgets, row),
                              .item = sl_table_ref (budgets, row, SL_BUDGET_ITEM),
                              .money = amount_of (budgets, row) };
      int task = sl_facts_task (facts, line.item);
      int goal = task >= 0 ? facts->tasks[task].goal : sl_facts_goal (facts, line.item);

      line.type = type_of (facts, goal);
      if (line.money > 0.0)
        g_array_append_val (self->lines, line);
    }
}

static void
read_tasks (SlSpending *self, const SlFacts *facts)
{
  for (guint i = 0; i < facts->n_tasks; i++)
    {
      const SlFactTask *task = &facts->tasks[i];
      SlSpendingLine line = { .id = task->id, .item = task->id, .days = task->effort };

      if (!task->active || task->is_summary || isnan (task->effort) || task->effort <= 0.0)
        continue;
      line.type = type_of (facts, task->goal);
      g_array_append_val (self->lines, line);
    }
}

/* Largest first, so that of alternatives the one with most money is the chosen one. */
static int
compare_amounts (gconstpointer a, gconstpointer b)
{
  const SlSpendingLine *x = a;
  const SlSpendingLine *y = b;

  if (x->money != y->money)
    return x->money > y->money ? -1 : 1;
  if (x->days != y->days)
    return x->days > y->days ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const SlSpendingLine *x = a;
  const SlSpendingLine *y = b;

  return x->type != y->type ? (int)x->type - (int)y->type : compare_amounts (a, b);
}

static void
find_alternatives (SlSpending *self, const SlFacts *facts)
{
  g_autoptr (GHashTable) chosen = g_hash_table_new (NULL, NULL);

  g_array_sort (self->lines, compare_amounts);
  for (guint i = 0; i < self->lines->len; i++)
    {
      SlSpendingLine *line = &g_array_index (self->lines, SlSpendingLine, i);
      int task = sl_facts_task (facts, line->item);
      int goal = task >= 0 ? facts->tasks[task].goal : sl_facts_goal (facts, line->item);

      if (line->type == SL_SPENDING_ALIGNED && facts->goals[goal].active
          && is_second_choice (facts, goal, chosen))
        line->type = SL_SPENDING_TWICE;
    }
}

SlSpending *
sl_spending_new (const SlFacts *facts)
{
  SlSpending *self = g_new0 (SlSpending, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (SlSpendingLine));
  read_budgets (self, facts);
  read_tasks (self, facts);
  find_alternatives (self, facts);
  g_array_sort (self->lines, compare_lines);
  for (guint i = 0; i < self->lines->len; i++)
    {
      const SlSpendingLine *line = &g_array_index (self->lines, SlSpendingLine, i);

      self->money[line->type] += line->money;
      self->days[line->type] += line->days;
    }
  return self;
}

void
sl_spending_free (SlSpending *self)
{
  g_array_unref (self->lines);
  g_free (self);
}

/* --- Who pays --- */

static int
compare_sources (gconstpointer a, gconstpointer b)
{
  const SlSource *x = a;
  const SlSource *y = b;

  if ((x->party == SL_ID_NONE) != (y->party == SL_ID_NONE))
    return x->party == SL_ID_NONE ? 1 : -1;
  if (x->planned != y->planned)
    return x->planned > y->planned ? -1 : 1;
  return (x->party > y->party) - (x->party < y->party);
}

static SlSource *
find_source (GArray *sources, SlId party)
{
  SlSource source = { .party = party };

  for (guint i = 0; i < sources->len; i++)
    if (g_array_index (sources, SlSource, i).party == party)
      return &g_array_index (sources, SlSource, i);
  g_array_append_val (sources, source);
  return &g_array_index (sources, SlSource, sources->len - 1);
}

static gint64
money_of (const SlTable *budgets, guint row, guint field)
{
  return sl_table_is_set (budgets, row, field) ? sl_table_int (budgets, row, field) : 0;
}

GArray *
sl_sources_new (const SlSnapshot *plan)
{
  const SlTable *budgets = sl_snapshot_table (plan, SL_KIND_BUDGET);
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (SlSource));

  for (guint row = 0; row < sl_table_n_rows (budgets); row++)
    {
      SlSource *source = find_source (sources, sl_table_ref (budgets, row, SL_BUDGET_PARTY));

      source->planned += money_of (budgets, row, SL_BUDGET_PLANNED);
      source->committed += money_of (budgets, row, SL_BUDGET_COMMITTED);
      source->spent += money_of (budgets, row, SL_BUDGET_SPENT);
      source->n_lines++;
    }
  g_array_sort (sources, compare_sources);
  return sources;
}
