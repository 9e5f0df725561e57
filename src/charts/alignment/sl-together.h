/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who stands together, before it has places: parties in the order of the circle, what each two of
 * them agree and oppose on. */

#pragma once

#include "analysis/sl-stands-together.h"
#include "sl-chart.h"

G_BEGIN_DECLS

/* More parties than this are not legible on a circle. */
#define SL_TOGETHER_MAX_PARTIES 16

/**
 * SlTogetherPair:
 * @a: place of a party in #SlTogether.parties, below @b
 * @convergence: weighted positions on goals where both are on the same side
 * @divergence: the same where they are on opposite sides
 * @with: (element-type guint): goals of the facts that make @convergence, the strongest first
 * @against: (element-type guint): goals that make @divergence
 *
 * Source: METHODS section 2a.
 */
typedef struct
{
  guint a, b;
  double convergence;
  double divergence;
  GArray *with;
  GArray *against;
} SlTogetherPair;

/**
 * SlTogether:
 * @parties: (element-type guint): numbers in @stand of parties with a known position, so that those
 *   who stand together are neighbours
 * @pairs: (element-type SlTogetherPair): those that agree or oppose on anything, the hardest
 *   opposition first, then the most agreement
 * @most: the largest convergence or divergence of any pair
 * @n_unknown: left out: stakeholders of whom no position is known
 * @n_lesser: left out: parties with less influence than those shown
 */
typedef struct
{
  const SlFacts *facts;
  SlStandsTogether *stand;
  GArray *parties;
  GArray *pairs;
  double most;
  guint n_unknown;
  guint n_lesser;
} SlTogether;

/* @facts must outlive the result. (transfer full) */
SlTogether *sl_together_new (const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
void sl_together_free (SlTogether *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlTogether, sl_together_free)

const SlTogetherPair *sl_together_pair (const SlTogether *self, guint n);
/* Name of the party at @place; never "". (transfer none) */
const char *sl_together_name (const SlTogether *self, guint place);
SlId sl_together_id (const SlTogether *self, guint place);
/* "“Hold the price” and “Launch in May”": titles of goals, at most @most of them (0: all), the rest
 * counted. (transfer full) */
char *sl_together_say_goals (const SlTogether *self, const GArray *goals, guint most);
/* "Sales and Finance: together on “Launch in May”; against each other on “Hold the price”".
 * (transfer full) */
char *sl_together_say_pair (const SlTogether *self, const SlTogetherPair *pair);
/* Who stands furthest apart, or that nobody does. (transfer full) */
char *sl_together_headline (const SlTogether *self);

G_END_DECLS
