/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parties answered to pairwise questions about goals, and the weights that follow.
 * Source: METHODS section 4. */

#pragma once

#include "analysis/sl-facts.h"
#include "methods/sl-ahp.h"

G_BEGIN_DECLS

/* More goals ask more questions than anybody answers with care: nine ask 36. */
#define SL_COMPARISONS_MAX_GOALS 9u

/* One answer: the goal in @row matters @ratio times as much as that in @column. */
typedef struct
{
  SlId id;
  guint row;
  guint column;
  double ratio;
} SlCompared;

/**
 * SlComparisons:
 * @party: index of who answered
 * @n: goals that the answers name, at most %SL_COMPARISONS_MAX_GOALS; 0: they name more
 * @goals: (array length=n): their indexes, in the order of the outline
 * @answers: (element-type SlCompared): by id
 * @matrix: (array length=n*n): the answers row by row, those given twice as their mean; NAN: not
 *   compared
 * @weights: (array length=n): that follow, sum 1; NAN where answers do not link all goals
 * @ratio: how far the answers contradict each other, in terms of random ones; NAN: not known
 */
typedef struct
{
  int party;
  guint n;
  int goals[SL_COMPARISONS_MAX_GOALS];
  GArray *answers;
  double matrix[SL_COMPARISONS_MAX_GOALS * SL_COMPARISONS_MAX_GOALS];
  double weights[SL_COMPARISONS_MAX_GOALS];
  double ratio;
} SlComparisons;

/* Of each party that answered about goals that are active, in the order of the parties. Computed
 * once. (transfer none) (element-type SlComparisons) */
const GPtrArray *sl_comparisons (const SlFacts *facts);
/* Of one party, or %NULL. (transfer none) */
const SlComparisons *sl_comparisons_of (const SlFacts *facts, SlId party);

/**
 * sl_comparisons_weigh:
 * @matrix: @n x @n answers
 * @n: 1 to %SL_COMPARISONS_MAX_GOALS
 * @weights: (out caller-allocates) (array length=n): NAN where answers do not link all goals
 *
 * Weights from answers, of which some may be missing: those that contradict the others least take
 * their place, and random ones are compared by the table that was made for such.
 *
 * Returns: the consistency ratio, or NAN
 */
double sl_comparisons_weigh (const double *matrix, guint n, double *weights);

G_END_DECLS
