/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Items of A6a, A6b, A6d: line of sight, coverage of objectives, clarity of goals. */

#include "config.h"

#include "analysis/sl-index-items.h"

void
sl_items_sight (SlIndexItems *self, const SlFacts *facts)
{
}

void
sl_items_coverage (SlIndexItems *self, const SlFacts *facts)
{
}

/* Every goal that says something can be looked at: what it lacks costs it points. */
void
sl_items_clarity (SlIndexItems *self, const SlFacts *facts)
{
  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];

      if (goal->active)
        sl_index_items_add (self, SL_SUB_A6D, goal->id, SL_ID_NONE, goal->share,
                            *sl_facts_title (facts, goal->id) != '\0');
    }
}
