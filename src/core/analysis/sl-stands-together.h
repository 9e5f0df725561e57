/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who stands together: how much every two parties agree and oppose over the shared goals, by which
 * goals, and the margins of the stakeholder matrix. Immutable; may be read from any thread. */

#pragma once

#include "analysis/sl-facts.h"
#include "methods/sl-positions.h"

G_BEGIN_DECLS

/**
 * SlStandsTogether:
 * @n_parties: parties with a stake that are still there, in outline order
 * @parties: their indexes in the facts
 * @n_goals: shared active goals in outline order; all active ones where none is shared
 * @goals: their indexes in the facts
 * @values: positions, of party p on goal g at p * @n_goals + g; NAN: not known
 * @weights: of the goals, with a mean of 1
 * @pairs: of parties p and q at p * @n_parties + q
 * @party_margins: of each party over the goals
 * @goal_margins: of each goal over the parties, by their influence
 */
typedef struct
{
  guint n_parties;
  guint *parties;
  guint n_goals;
  guint *goals;
  double *values;
  double *weights;
  SlPositionPair *pairs;
  SlPositionMargin *party_margins;
  SlPositionMargin *goal_margins;
} SlStandsTogether;

/**
 * sl_stands_together_new:
 *
 * Source: METHODS section 2a. Cost: O(parties^2 x goals).
 *
 * Returns: (transfer full)
 */
SlStandsTogether *sl_stands_together_new (const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
void sl_stands_together_free (SlStandsTogether *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlStandsTogether, sl_stands_together_free)

/* (transfer none): of the parties with these numbers, 0 to n_parties - 1. */
const SlPositionPair *sl_stands_together_get (const SlStandsTogether *self, guint party,
                                              guint other);

/**
 * SlStandCause:
 * @goal: number of the goal, 0 to n_goals - 1
 * @amount: what it adds: above 0 it brings the two together, below 0 it parts them
 */
typedef struct
{
  guint goal;
  double amount;
} SlStandCause;

/* The goals that bring two parties together or part them, the strongest first; the amounts above 0
 * add up to the convergence of the pair, those below to its divergence. (transfer full)
 * (element-type SlStandCause) */
GArray *sl_stands_together_causes (const SlStandsTogether *self, guint party,
                                   guint other) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
