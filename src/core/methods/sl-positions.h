/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where parties stand on goals, and whom that brings together or apart. Pure functions of numbers.
 * A position runs from -3 (would block) to 3 (commits own resources); NAN: not known. Severities
 * are ratios 0..1. Source: METHODS section 2a; the measures of a pair follow the valued convergence
 * and divergence of MACTOR (Godet 1991). */

#pragma once

#include "base/sl-codes.h"

G_BEGIN_DECLS

/* A party with more power (0..10) than this should be asked. */
#define SL_POSITION_POWER_MIDDLE 5

/* Where one party stands on one goal. */
typedef struct
{
  double value;
  SlPositionSource source;
} SlStance;

/* How much a position is worth by how we know it: in writing 1, said 0.8, our guess 0.5. */
double sl_position_trust (SlPositionSource source);

/* POS-01: how hard two parties are against each other on an active goal; 0: they are not. */
double sl_position_opposition (SlStance a, SlStance b);
/* POS-02: how half-hearted the owning party is about its goal; 0: it stands behind it, or did not
 * say. */
double sl_position_owner_severity (SlStance own);

/**
 * sl_position_agreement:
 * @severity: (out): VIS-03: 0 agrees, 0.5 neither, 1 is against; 0 where it is not assessed
 *
 * Returns: whether it is assessed: said or in writing. Guesses are not
 */
gboolean sl_position_agreement (SlStance stance, double *severity);
/* Whether it is an agreement: in writing, and at least +1. */
gboolean sl_position_is_agreement (SlStance stance);

/* POS-03: whether a party should have been asked; @touches: it owns the goal, has a role, need,
 * link or allocation in it; @power: 0..10. */
gboolean sl_position_never_asked (SlStance stance, double power, gboolean touches);

/* A1: whether a goal counts as looked at for conflicts. */
gboolean sl_position_conflict_assessed (guint n_known, guint n_links, gboolean confirmed);

/**
 * SlPositionPair:
 * @convergence: weighted positions of both on goals where they are on the same side, halved
 * @divergence: the same where they are on opposite sides
 * @ambivalence: the smaller by the larger of the two, 0..1; 0 where both are 0
 * @n_compared: goals on which both positions are known
 */
typedef struct
{
  double convergence;
  double divergence;
  double ambivalence;
  guint n_compared;
} SlPositionPair;

/**
 * sl_position_pair:
 * @a: (array length=n): positions of a party
 * @b: (array length=n): positions of another
 * @weights: (array length=n) (nullable): of the goals, not below 0, normalised to a mean of 1 over
 *   all of them; %NULL or all 0: equal
 */
SlPositionPair sl_position_pair (const double *a, const double *b, const double *weights, guint n);

/**
 * sl_position_matrix:
 * @values: (array): position of party p on goal g at p * @n_goals + g
 * @weights: as of sl_position_pair(); @n_goals of them
 *
 * Who stands together. Cost: O(parties^2 x known positions of a party).
 *
 * Returns: (transfer full): pair of parties p and q at p * @n_parties + q; of a party with itself
 *   all 0
 */
SlPositionPair *sl_position_matrix (const double *values, guint n_parties, guint n_goals,
                                    const double *weights) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SlPositionMargin:
 * @support: of a goal: share 0..1 of what pulls for it, NAN where nobody pulls
 * @mean: of the known positions, NAN where there are none
 * @n_known: how many positions are known
 * @unasked: share of positions that are not known, 0..1
 * @backed_by_all: some are known, and all of them are at least +1
 */
typedef struct
{
  double support;
  double mean;
  guint n_known;
  double unasked;
  gboolean backed_by_all;
} SlPositionMargin;

/**
 * sl_position_margin:
 * @values: (array length=n): positions of all parties on a goal, or of a party on the shared goals
 * @weights: (array length=n) (nullable): influence of the parties, for @support; %NULL or all 0:
 *   equal
 *
 * The margin of the matrix: @support = weighted positions above 0 / weighted distance of all known
 * from 0.
 */
SlPositionMargin sl_position_margin (const double *values, const double *weights, guint n);

G_END_DECLS
