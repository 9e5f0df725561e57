/* SPDX-License-Identifier: GPL-3.0-or-later */

/* RES-05: money is planned for two goals that work against each other, or for several alternatives
 * of which one will do. Source: METHODS sections 6 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-money.h"
#include "analysis/rules/sl-rules-words.h"
#include "methods/sl-conflict-rules.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  const SlFacts *facts;
  const SlFunding *funding;
  double *below; /* amount for each goal and all that is part of it */
  GArray *lines; /* Line, by goal */
} Context;

/* A budget line for a goal or one of its tasks. */
typedef struct
{
  int goal;
  SlId id;
} Line;

/* Two goals, the one with the smaller id first; the record that says so. */
typedef struct
{
  int a;
  int b;
  SlId record;
} Pair;

/* Parts stand behind what they are part of. */
static void
add_up (Context *self)
{
  guint n = self->facts->n_goals;

  self->below = g_memdup2 (self->funding->own, (n + 1) * sizeof *self->below);
  for (guint g = n; g-- > 0;)
    if (self->facts->goals[g].parent >= 0)
      self->below[self->facts->goals[g].parent] += self->below[g];
}

static gboolean
is_part (const SlFacts *facts, int goal, int of)
{
  while (goal >= 0 && goal != of)
    goal = facts->goals[goal].parent;
  return goal >= 0;
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const Line *x = a, *y = b;

  if (x->goal != y->goal)
    return x->goal < y->goal ? -1 : 1;
  return (x->id > y->id) - (x->id < y->id);
}

static void
read_lines (Context *self)
{
  const SlFacts *facts = self->facts;
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_BUDGET);

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId item = sl_table_ref (table, row, SL_BUDGET_ITEM);
      int task = sl_facts_task (facts, item);
      Line line = { task >= 0 ? facts->tasks[task].goal : sl_facts_goal (facts, item),
                    sl_table_id (table, row) };

      if (line.goal >= 0)
        g_array_append_val (self->lines, line);
    }
  g_array_sort (self->lines, compare_lines);
}

/* Where the lines of @goal begin, or would. */
static guint
first_line (const Context *self, int goal)
{
  guint low = 0, high = self->lines->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->lines, Line, middle).goal < goal)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Sets a field of all lines for @goal and its parts, which stand right behind it. */
static void
set_lines (GVariantBuilder *steps, const Context *self, int goal, const char *field, gint64 value)
{
  for (guint i = first_line (self, goal); i < self->lines->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, i);

      if (!is_part (self->facts, line->goal, goal))
        return;
      sl_remedy_add_step (steps, "record.set", "(xsv)", line->id, field,
                          g_variant_new_int64 (value));
    }
}

static void
add_goal_amount (SlFinding *finding, const Context *self, int goal)
{
  const SlFactGoal *fact = &self->facts->goals[goal];

  sl_rule_add_party (finding, self->facts, fact->owner);
  sl_rule_add_amount (finding, self->facts, self->funding, sl_rule_goal_name (self->facts, fact),
                      self->below[goal], fact->id);
}

static void
set_stake (SlFinding *finding, const SlFunding *funding, double amount)
{
  if (funding->in_days)
    finding->days = amount;
  else
    finding->money = llround (amount);
}

/* --- Goals against each other --- */

static void
add_pair (GArray *pairs, const Context *self, int a, int b, SlId record)
{
  const SlFacts *facts = self->facts;
  Pair pair = { a, b, record };

  if (a < 0 || b < 0 || !facts->goals[a].active || !facts->goals[b].active || self->below[a] <= 0.0
      || self->below[b] <= 0.0 || is_part (facts, a, b) || is_part (facts, b, a))
    return;
  if (facts->goals[a].id > facts->goals[b].id)
    pair = (Pair){ b, a, record };
  g_array_append_val (pairs, pair);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *x = a, *y = b;

  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  if (x->b != y->b)
    return x->b < y->b ? -1 : 1;
  return (x->record > y->record) - (x->record < y->record);
}

static GArray *
find_pairs (const Context *self)
{
  const SlFacts *facts = self->facts;
  const SlTable *conflicts = sl_snapshot_table (facts->plan, SL_KIND_CONFLICT);
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (Pair));

  for (guint i = 0; i < facts->n_links; i++)
    if (facts->links[i].strength < 0)
      add_pair (pairs, self, facts->links[i].source, facts->links[i].target, facts->links[i].id);
  for (guint row = 0; row < sl_table_n_rows (conflicts); row++)
    if (sl_table_int (conflicts, row, SL_CONFLICT_STATUS) == SL_CONFLICT_OPEN)
      add_pair (pairs, self, sl_facts_goal (facts, sl_table_ref (conflicts, row, SL_CONFLICT_GOAL)),
                sl_facts_goal (facts, sl_table_ref (conflicts, row, SL_CONFLICT_OTHER_GOAL)),
                sl_table_id (conflicts, row));
  g_array_sort (pairs, compare_pairs);
  return pairs;
}

/* @records: links and conflicts, all of which say the same of two goals */
static void
add_settled (SlFinding *finding, const Context *self, const Pair *pairs, guint n)
{
  const SlFacts *facts = self->facts;
  const SlTable *links = sl_snapshot_table (facts->plan, SL_KIND_GOAL_LINK);
  GVariantBuilder steps;

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint i = 0; i < n; i++)
    {
      guint row = 0;

      if (sl_table_find (links, pairs[i].record, &row))
        sl_remedy_add_step (
            &steps, "goal.link", "(xxxs)", sl_table_ref (links, row, SL_GOAL_LINK_SOURCE),
            sl_table_ref (links, row, SL_GOAL_LINK_TARGET), G_GINT64_CONSTANT (0), "");
      else
        sl_remedy_add_step (&steps, "record.set", "(xsv)", pairs[i].record, "status",
                            g_variant_new_int64 (SL_CONFLICT_AGREED));
    }
  sl_finding_add_remedy (finding, g_strdup (_ ("It is settled: they no longer hurt each other")),
                         g_variant_builder_end (&steps), pairs[0].record);
}

static void
add_hold (SlFinding *finding, const Context *self, int goal)
{
  g_autofree char *amount = sl_rule_amount (self->facts, self->funding, self->below[goal]);
  SlId id = self->facts->goals[goal].id;
  GVariantBuilder steps;

  if (self->funding->in_days)
    return;
  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  set_lines (&steps, self, goal, "planned", 0);
  sl_finding_add_remedy (finding,
                         /* Translators: amount, goal. */
                         g_strdup_printf (_ ("Hold back %s of “%s” until it is settled"), amount,
                                          sl_facts_title (self->facts, id)),
                         g_variant_builder_end (&steps), id);
}

static void
report_pair (SlRuleRun *run, const Context *self, const Pair *pairs, guint n)
{
  const SlFacts *facts = self->facts;
  int a = pairs[0].a, b = pairs[0].b;
  double sum = self->below[a] + self->below[b];
  g_autofree char *first = sl_rule_goal_name (facts, &facts->goals[a]);
  g_autofree char *second = sl_rule_goal_name (facts, &facts->goals[b]);
  g_autofree char *amount = sl_rule_amount (facts, self->funding, sum);
  SlFinding *finding = sl_rule_find (
      run, 0.0,
      /* Translators: goal with its party, the same, amount. */
      g_strdup_printf (_ ("%s and %s work against each other and cost %s: one pays for "
                          "undoing the other; settle it first."),
                       first, second, amount),
      facts->goals[a].id, facts->goals[b].id);

  set_stake (finding, self->funding, sum);
  add_goal_amount (finding, self, a);
  add_goal_amount (finding, self, b);
  add_settled (finding, self, pairs, n);
  add_hold (finding, self, self->below[a] < self->below[b] ? a : b);
  sl_finding_add_remedy (finding, g_strdup (_ ("Open the conflict")), NULL, pairs[0].record);
}

/* --- Alternatives --- */

static void
add_choice (SlFinding *finding, const Context *self, const GArray *children, int dearest)
{
  const SlFacts *facts = self->facts;
  SlId chosen = facts->goals[dearest].id;
  GVariantBuilder steps;

  if (self->funding->in_days)
    return;
  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  for (guint i = 0; i < children->len; i++)
    if (g_array_index (children, int, i) != dearest)
      set_lines (&steps, self, g_array_index (children, int, i), "item", chosen);
  sl_finding_add_remedy (
      finding, g_strdup_printf (_ ("Put all the money on “%s”"), sl_facts_title (facts, chosen)),
      g_variant_builder_end (&steps), chosen);
}

static void
report_choice (SlRuleRun *run, const Context *self, int parent, const GArray *children)
{
  const SlFacts *facts = self->facts;
  const SlFactGoal *goal = &facts->goals[parent];
  g_autofree double *budgets = g_new (double, children->len);
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *amount = NULL;
  int dearest = g_array_index (children, int, 0);
  double twice;
  SlFinding *finding;

  for (guint i = 0; i < children->len; i++)
    {
      int child = g_array_index (children, int, i);

      budgets[i] = self->below[child];
      dearest = self->below[child] > self->below[dearest] ? child : dearest;
    }
  twice = sl_conflict_duplicated_budget (budgets, children->len);
  amount = sl_rule_amount (facts, self->funding, twice);
  finding = sl_rule_find (
      run, 0.0,
      /* Translators: goal with its party, number of alternatives, amount. */
      g_strdup_printf (
          _ ("%s needs one of its alternatives, and %u of them are paid for: %s go into "
             "what will not be used; choose one of them."),
          name, children->len, amount),
      goal->id, SL_ID_NONE);
  sl_rule_add_party (finding, facts, goal->owner);
  set_stake (finding, self->funding, twice);
  for (guint i = 0; i < children->len; i++)
    add_goal_amount (finding, self, g_array_index (children, int, i));
  sl_rule_add_amount (finding, facts, self->funding,
                      g_strdup (_ ("All but the dearest alternative")), twice, goal->id);
  add_choice (finding, self, children, dearest);
  sl_finding_add_remedy (
      finding, g_strdup (_ ("All of them are needed: no alternatives")),
      sl_remedy_set (goal->id, "refinement", g_variant_new_int64 (SL_REFINEMENT_AND)), goal->id);
}

static void
find_choices (SlRuleRun *run, const Context *self)
{
  const SlFacts *facts = self->facts;
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_GOAL);

  for (guint g = 0; g < facts->n_goals; g++)
    {
      guint n = 0;
      const SlId *ids = sl_snapshot_children (facts->plan, SL_KIND_GOAL, facts->goals[g].id, &n);
      g_autoptr (GArray) children = NULL;

      if (!facts->goals[g].active
          || sl_table_int (table, facts->goals[g].row, SL_GOAL_REFINEMENT) != SL_REFINEMENT_XOR)
        continue;
      children = g_array_new (FALSE, FALSE, sizeof (int));
      for (guint i = 0; i < n; i++)
        {
          int child = sl_facts_goal (facts, ids[i]);

          if (facts->goals[child].active && self->below[child] > 0.0)
            g_array_append_val (children, child);
        }
      if (children->len > 1)
        report_choice (run, self, (int)g, children);
    }
}

static void
eval (SlRuleRun *run)
{
  Context self = { .facts = sl_rule_run_facts (run) };
  g_autoptr (GArray) pairs = NULL;

  self.funding = self.facts->funding;
  add_up (&self);
  read_lines (&self);
  pairs = find_pairs (&self);
  for (guint i = 0, n = 1; i < pairs->len; i += n, n = 1)
    {
      const Pair *first = &g_array_index (pairs, Pair, i);

      while (i + n < pairs->len && first[n].a == first->a && first[n].b == first->b)
        n++;
      report_pair (run, &self, first, n);
    }
  find_choices (run, &self);
  g_free (self.below);
  g_array_unref (self.lines);
}

const SlRule sl_rule_res_05 = {
  .id = "RES-05",
  .title = N_ ("Money on both conflicting sides"),
  .why = N_ ("Conflicting strategies instead of a common goal waste resources twice: once for each "
             "side. Settle the conflict first, then spend."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_GOAL_LINK)
           | SL_KIND_BIT (SL_KIND_CONFLICT) | SL_KIND_BIT (SL_KIND_BUDGET)
           | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE)
           | SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_PROJECT),
  .eval = eval,
};
