/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each party gives the shared goals, next to what all of them give. Plain arrays, made of
 * facts; any thread. Source: METHODS section 5. */

#pragma once

#include "analysis/sl-facts.h"

G_BEGIN_DECLS

/**
 * SlPriorities:
 * @parties: (array length=m): indexes of those that spread points, in outline order
 * @goals: (array length=n): indexes of the shared active goals, in outline order
 * @missing: (array length=n_missing): indexes of stakeholders that did not and have not left
 * @shares: @m rows of @n: share of the party's points, 0..1
 * @group: (array length=n): mean of the shares
 * @gaps: @m rows of @n: share less mean, -1..1
 * @cells: @m rows of @n: what each adds to @disagreement; 0 while fewer than two answered
 * @disagreement: 0 all the same .. 1; NAN while fewer than two answered
 * @concordance: how much the orders of all parties agree (Kendall's W), 0..1; NAN while fewer than
 *   two answered
 * @coverage: share of the parties to be asked that answered, 0..1; 0 while fewer than two did
 */
struct _SlPriorities
{
  guint m;
  guint *parties;
  guint n;
  guint *goals;
  guint n_missing;
  guint *missing;
  double *shares;
  double *group;
  double *gaps;
  double *cells;
  double disagreement;
  double concordance;
  double coverage;
};

/* Those of @facts, which keep them; its arrays must be read already. Cost: O(parties x shared
 * goals). (transfer full) */
SlPriorities *sl_priorities_new (const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
void sl_priorities_free (SlPriorities *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlPriorities, sl_priorities_free)

G_END_DECLS
