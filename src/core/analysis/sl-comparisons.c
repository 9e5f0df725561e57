/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Collects pairwise answers by party and weighs the goals by them. */

#include "config.h"

#include "analysis/sl-comparisons.h"

#include "analysis/sl-people.h"

#include <math.h>
#include <string.h>

#define MAX_CELLS (SL_COMPARISONS_MAX_GOALS * SL_COMPARISONS_MAX_GOALS)

static void
comparisons_free (gpointer data)
{
  SlComparisons *self = data;

  g_array_unref (self->answers);
  g_free (self);
}

double
sl_comparisons_weigh (const double *matrix, guint n, double *weights)
{
  double full[MAX_CELLS];
  gboolean complete = TRUE;

  for (guint i = 0; i < n * n; i++)
    {
      full[i] = matrix[i];
      complete = complete && !isnan (matrix[i]);
    }
  for (guint i = 0; i < n; i++)
    weights[i] = NAN;
  if (!complete && !sl_ahp_complete (full, n))
    return NAN;
  return sl_ahp_consistency_ratio (sl_ahp_eigenvector (full, n, weights), n,
                                   complete ? SL_AHP_SAATY_2005 : SL_AHP_DD_1991);
}

/* --- Collecting --- */

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  return *(const int *)a - *(const int *)b;
}

static SlComparisons *
ensure (GPtrArray *all, int party)
{
  SlComparisons *self;

  for (guint i = 0; i < all->len; i++)
    {
      self = all->pdata[i];
      if (self->party == party)
        return self;
    }
  self = g_new0 (SlComparisons, 1);
  self->party = party;
  self->ratio = NAN;
  self->answers = g_array_new (FALSE, FALSE, sizeof (SlCompared));
  g_ptr_array_add (all, self);
  return self;
}

/* Rows and columns are indexes of goals until all are known. */
static void
read_answers (const SlFacts *facts, GPtrArray *all)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_COMPARISON);
  guint n = 0, row = 0;
  const SlId *ids = sl_people_records (facts, SL_KIND_COMPARISON, &n);

  for (guint i = 0; i < n; i++)
    {
      int party, goal, other;

      if (!sl_table_find (table, ids[i], &row))
        continue;
      party = sl_facts_party (facts, sl_table_ref (table, row, SL_COMPARISON_PARTY));
      goal = sl_facts_goal (facts, sl_table_ref (table, row, SL_COMPARISON_GOAL));
      other = sl_facts_goal (facts, sl_table_ref (table, row, SL_COMPARISON_OTHER_GOAL));
      if (party < 0 || facts->parties[party].gone || goal < 0 || other < 0 || goal == other
          || !facts->goals[goal].active || !facts->goals[other].active)
        continue;
      const SlCompared answer
          = { ids[i], (guint)goal, (guint)other, sl_table_real (table, row, SL_COMPARISON_RATIO) };
      g_array_append_val (ensure (all, party)->answers, answer);
    }
}

static void
note_goal (GArray *goals, guint goal)
{
  int number = (int)goal;

  for (guint i = 0; i < goals->len; i++)
    if (g_array_index (goals, int, i) == number)
      return;
  g_array_append_val (goals, number);
}

static guint
place_of (const SlComparisons *self, guint goal)
{
  guint place = 0;

  while (self->goals[place] != (int)goal)
    place++;
  return place;
}

/* Numbers the goals. Returns: whether they are few enough */
static gboolean
number_goals (SlComparisons *self)
{
  g_autoptr (GArray) goals = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < self->answers->len; i++)
    {
      note_goal (goals, g_array_index (self->answers, SlCompared, i).row);
      note_goal (goals, g_array_index (self->answers, SlCompared, i).column);
    }
  if (goals->len > SL_COMPARISONS_MAX_GOALS)
    return FALSE;
  g_array_sort (goals, compare_numbers);
  self->n = goals->len;
  memcpy (self->goals, goals->data, goals->len * sizeof (int));
  for (guint i = 0; i < self->answers->len; i++)
    {
      SlCompared *answer = &g_array_index (self->answers, SlCompared, i);

      answer->row = place_of (self, answer->row);
      answer->column = place_of (self, answer->column);
    }
  return TRUE;
}

static void
fill_matrix (SlComparisons *self)
{
  for (guint i = 0; i < self->n * self->n; i++)
    self->matrix[i] = i % (self->n + 1) == 0 ? 1.0 : NAN;
  for (guint i = 0; i < self->answers->len; i++)
    {
      const SlCompared *answer = &g_array_index (self->answers, SlCompared, i);
      double *there = &self->matrix[answer->row * self->n + answer->column];
      double *back = &self->matrix[answer->column * self->n + answer->row];

      *there = isnan (*there) ? answer->ratio : sqrt (*there * answer->ratio);
      *back = 1.0 / *there;
    }
}

static int
compare_parties (gconstpointer a, gconstpointer b)
{
  return (*(SlComparisons *const *)a)->party - (*(SlComparisons *const *)b)->party;
}

static gpointer
make_comparisons (const SlFacts *facts)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (comparisons_free);

  read_answers (facts, all);
  g_ptr_array_sort (all, compare_parties);
  for (guint i = 0; i < all->len; i++)
    {
      SlComparisons *self = all->pdata[i];

      if (!number_goals (self))
        continue;
      fill_matrix (self);
      self->ratio = sl_comparisons_weigh (self->matrix, self->n, self->weights);
    }
  return all;
}

const GPtrArray *
sl_comparisons (const SlFacts *facts)
{
  static const SlFactsShare share = { make_comparisons, (GDestroyNotify)g_ptr_array_unref };

  return sl_facts_share (facts, &share);
}

const SlComparisons *
sl_comparisons_of (const SlFacts *facts, SlId party)
{
  const GPtrArray *all = sl_comparisons (facts);

  for (guint i = 0; i < all->len; i++)
    {
      const SlComparisons *self = all->pdata[i];

      if (facts->parties[self->party].id == party)
        return self;
    }
  return NULL;
}
