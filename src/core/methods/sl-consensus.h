/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far people agree on a rating with ordered steps. Pure functions. Source: METHODS section
 * 5.4. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/**
 * sl_consensus:
 * @values: (array length=n): ratings; NAN: not given
 * @n: number of ratings
 * @low: the lower end of the scale
 * @high: its upper end
 *
 * Consensus of ratings on a scale: 1 + mean of log2 (1 - |x - mean| / (high - low)). The ends are
 * those of the scale, not of the ratings.
 *
 * Source: Tastle & Wierman 2007.
 *
 * Returns: 0 half at each end .. 1 all the same; NAN without ratings, without a scale (@low not
 *   below @high) and for a rating outside of it
 */
double sl_consensus (const double *values, guint n, double low, double high);

/* The same of ratings that were counted: @counts[i] people chose step i of @n_steps. NAN if nobody
 * did, below two steps and for a negative count. */
double sl_consensus_of_counts (const double *counts, guint n_steps);

/**
 * sl_agreement_of_counts:
 * @counts: (array length=n_steps): how many chose each step, from 0
 * @n_steps: steps of the scale
 *
 * Van der Eijk's agreement A: the counts are peeled into layers of equal height; each says whether
 * the steps it touches lie together.
 *
 * Source: van der Eijk 2001, as in the R package agrmt. Cost: O(n_steps^2).
 *
 * Returns: -1 two camps at the ends .. 0 even .. 1 one step; NAN as sl_consensus_of_counts()
 */
double sl_agreement_of_counts (const double *counts, guint n_steps);

G_END_DECLS
