/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Takes the rows of those that answered and the columns of shared goals out of the facts. */

#include "config.h"

#include "analysis/sl-priorities.h"

#include "methods/sl-priority-points.h"
#include "methods/sl-rank-agreement.h"

#include <math.h>

static void
list_parties (SlPriorities *self, const SlFacts *facts)
{
  self->parties = g_new0 (guint, facts->n_parties + 1);
  self->missing = g_new0 (guint, facts->n_parties + 1);
  for (guint p = 0; p < facts->n_parties; p++)
    {
      const SlFactParty *party = &facts->parties[p];

      if (party->answered)
        self->parties[self->m++] = p;
      else if (party->is_stakeholder && !party->gone)
        self->missing[self->n_missing++] = p;
    }
}

static void
list_goals (SlPriorities *self, const SlFacts *facts)
{
  self->goals = g_new0 (guint, facts->n_goals + 1);
  for (guint g = 0; g < facts->n_goals; g++)
    if (facts->goals[g].shared && facts->goals[g].active)
      self->goals[self->n++] = g;
}

static double
measure_concordance (const SlPriorities *self)
{
  SlConcordance result;

  return sl_concordance (self->shares, self->m, self->n, TRUE, &result, NULL) ? result.w : NAN;
}

SlPriorities *
sl_priorities_new (const SlFacts *facts)
{
  SlPriorities *self = g_new0 (SlPriorities, 1);
  gsize size;

  list_parties (self, facts);
  list_goals (self, facts);
  size = (gsize)self->m * self->n + 1;
  self->shares = g_new0 (double, size);
  self->gaps = g_new0 (double, size);
  self->cells = g_new0 (double, size);
  self->group = g_new0 (double, self->n + 1);
  for (guint i = 0; i < self->m; i++)
    for (guint k = 0; k < self->n; k++)
      self->shares[(gsize)i * self->n + k]
          = sl_facts_priority (facts, self->parties[i], self->goals[k]);
  self->disagreement
      = sl_priority_points (self->shares, self->m, self->n, self->group, self->cells, self->gaps);
  self->concordance = measure_concordance (self);
  if (!isnan (self->disagreement))
    self->coverage = (double)self->m / (self->m + self->n_missing);
  return self;
}

void
sl_priorities_free (SlPriorities *self)
{
  if (self == NULL)
    return;
  g_free (self->parties);
  g_free (self->goals);
  g_free (self->missing);
  g_free (self->shares);
  g_free (self->group);
  g_free (self->gaps);
  g_free (self->cells);
  g_free (self);
}
