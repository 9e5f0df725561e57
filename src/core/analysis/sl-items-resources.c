/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Items of A2, A3a, A3b: priorities, money and people. All of them are absolute shares: how much of
 * the whole would have to be different. */

#include "config.h"

#include "analysis/sl-bookings.h"
#include "analysis/sl-funding.h"
#include "analysis/sl-index-items.h"
#include "analysis/sl-priorities.h"

#include <math.h>

void
sl_items_priorities (SlIndexItems *self, const SlFacts *facts)
{
  const SlPriorities *priorities = facts->agreement;

  for (guint i = 0; i < priorities->m; i++)
    for (guint k = 0; k < priorities->n; k++)
      {
        double cell = priorities->cells[(gsize)i * priorities->n + k];

        if (cell > 0.0)
          sl_index_items_add (self, SL_SUB_A2, facts->parties[priorities->parties[i]].id,
                              facts->goals[priorities->goals[k]].id, cell, TRUE);
      }
  sl_index_items_fill (self, SL_SUB_A2, priorities->coverage);
}

/* Spending for no goal stands under the project. */
void
sl_items_fit (SlIndexItems *self, const SlFacts *facts)
{
  const SlFunding *funding = facts->funding;
  gboolean assessed = !isnan (funding->distance);

  for (guint k = 0; k <= funding->n && assessed; k++)
    if (funding->gaps[k] != 0.0)
      sl_index_items_add (self, SL_SUB_A3A,
                          k < funding->n ? facts->goals[funding->goals[k]].id
                                         : sl_snapshot_project_id (facts->plan),
                          SL_ID_NONE, fabs (funding->gaps[k]) / 2.0, TRUE);
  sl_index_items_fill (self, SL_SUB_A3A, assessed ? funding->coverage : 0.0);
}

void
sl_items_overload (SlIndexItems *self, const SlFacts *facts)
{
  const SlBookings *bookings = facts->bookings;
  const SlLoad *load = bookings->load;

  for (guint p = 0; p < facts->n_parties; p++)
    if (load->resources[p].over > 0.0)
      sl_index_items_add (self, SL_SUB_A3B, facts->parties[p].id, SL_ID_NONE,
                          load->resources[p].over / load->total.load, TRUE);
  sl_index_items_fill (self, SL_SUB_A3B, bookings->coverage);
}
