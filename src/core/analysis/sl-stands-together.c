/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Picks the parties and goals that are compared, and compares them. */

#include "config.h"

#include "analysis/sl-stands-together.h"

#include <math.h>

static void
pick_parties (SlStandsTogether *self, const SlFacts *facts)
{
  self->parties = g_new (guint, facts->n_parties + 1);
  for (guint p = 0; p < facts->n_parties; p++)
    if (facts->parties[p].is_stakeholder && !facts->parties[p].gone)
      self->parties[self->n_parties++] = p;
}

static void
pick_goals (SlStandsTogether *self, const SlFacts *facts)
{
  gboolean any_shared = FALSE;

  self->goals = g_new (guint, facts->n_goals + 1);
  for (guint g = 0; g < facts->n_goals; g++)
    any_shared |= facts->goals[g].active && facts->goals[g].shared;
  for (guint g = 0; g < facts->n_goals; g++)
    if (facts->goals[g].active && (facts->goals[g].shared || !any_shared))
      self->goals[self->n_goals++] = g;
}

static void
read_values (SlStandsTogether *self, const SlFacts *facts)
{
  self->values = g_new (double, (gsize)self->n_parties * self->n_goals + 1);
  for (guint p = 0; p < self->n_parties; p++)
    for (guint g = 0; g < self->n_goals; g++)
      self->values[(gsize)p * self->n_goals + g]
          = sl_facts_stance (facts, self->parties[p], self->goals[g]).value;
}

/* Strategic weights; equal where no goal is shared, and so none has one. */
static void
read_weights (SlStandsTogether *self, const SlFacts *facts)
{
  double sum = 0.0;

  self->weights = g_new (double, self->n_goals + 1);
  for (guint g = 0; g < self->n_goals; g++)
    sum += self->weights[g] = facts->goals[self->goals[g]].weight;
  for (guint g = 0; g < self->n_goals; g++)
    self->weights[g] = sum > 0.0 ? self->weights[g] * self->n_goals / sum : 1.0;
}

static void
measure_margins (SlStandsTogether *self, const SlFacts *facts)
{
  g_autofree double *column = g_new (double, self->n_parties + 1);
  g_autofree double *influence = g_new (double, self->n_parties + 1);

  self->party_margins = g_new0 (SlPositionMargin, self->n_parties + 1);
  self->goal_margins = g_new0 (SlPositionMargin, self->n_goals + 1);
  for (guint p = 0; p < self->n_parties; p++)
    {
      influence[p] = facts->parties[self->parties[p]].influence;
      self->party_margins[p]
          = sl_position_margin (&self->values[(gsize)p * self->n_goals], NULL, self->n_goals);
    }
  for (guint g = 0; g < self->n_goals; g++)
    {
      for (guint p = 0; p < self->n_parties; p++)
        column[p] = self->values[(gsize)p * self->n_goals + g];
      self->goal_margins[g] = sl_position_margin (column, influence, self->n_parties);
    }
}

SlStandsTogether *
sl_stands_together_new (const SlFacts *facts)
{
  SlStandsTogether *self = g_new0 (SlStandsTogether, 1);

  pick_parties (self, facts);
  pick_goals (self, facts);
  read_values (self, facts);
  read_weights (self, facts);
  self->pairs = sl_position_matrix (self->values, self->n_parties, self->n_goals, self->weights);
  measure_margins (self, facts);
  return self;
}

void
sl_stands_together_free (SlStandsTogether *self)
{
  if (self == NULL)
    return;
  g_free (self->parties);
  g_free (self->goals);
  g_free (self->values);
  g_free (self->weights);
  g_free (self->pairs);
  g_free (self->party_margins);
  g_free (self->goal_margins);
  g_free (self);
}

const SlPositionPair *
sl_stands_together_get (const SlStandsTogether *self, guint party, guint other)
{
  g_return_val_if_fail (party < self->n_parties && other < self->n_parties, NULL);

  return &self->pairs[(gsize)party * self->n_parties + other];
}

/* The strongest first, then as they stand in the plan. */
static int
compare_causes (gconstpointer a, gconstpointer b)
{
  const SlStandCause *x = a, *y = b;

  if (fabs (x->amount) != fabs (y->amount))
    return fabs (x->amount) > fabs (y->amount) ? -1 : 1;
  return (x->goal > y->goal) - (x->goal < y->goal);
}

GArray *
sl_stands_together_causes (const SlStandsTogether *self, guint party, guint other)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (SlStandCause));

  g_return_val_if_fail (party < self->n_parties && other < self->n_parties, out);
  for (guint g = 0; g < self->n_goals && party != other; g++)
    {
      const double *a = &self->values[(gsize)party * self->n_goals + g];
      const double *b = &self->values[(gsize)other * self->n_goals + g];
      SlPositionPair pair = sl_position_pair (a, b, NULL, 1);
      SlStandCause cause = { g, (pair.convergence - pair.divergence) * self->weights[g] };

      if (cause.amount != 0.0)
        g_array_append_val (out, cause);
    }
  g_array_sort (out, compare_causes);
  return out;
}
