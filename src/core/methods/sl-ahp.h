/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Priorities from pairwise comparisons (AHP). Pure functions. A matrix is n x n, row by row; the
 * cell of row i and column j says how many times more i matters than j. Cells are more than 0,
 * those across the diagonal are reciprocal, NAN is "not compared". Weights sum to 1.
 * Source: Saaty 1980; METHODS section 4. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/* Tables of the consistency of random answers. The consistency ratio depends on the table, so that
 * it is stored and shown with it. */
typedef enum
{
  SL_AHP_SAATY_2005, /* n up to 15; the default */
  SL_AHP_DD_1991,    /* Donegan & Dodd, n up to 15 */
  SL_AHP_SAATY_1980, /* n up to 10 */
} SlAhpTable;

/* "saaty2005", "dd1991", "saaty1980"; ends with NULL, in the order of #SlAhpTable. */
extern const char *const sl_ahp_table_names[];
/* Consistency index of random answers for @n items; 0 up to 2 items, NAN beyond the table. */
double sl_ahp_random_index (SlAhpTable table, guint n);

/* Ratios above the first should be looked at again, above the second not be used silently. */
#define SL_AHP_RATIO_GOOD 0.10
#define SL_AHP_RATIO_POOR 0.20

/**
 * sl_ahp_check:
 * @matrix: n x n
 * @n: items
 * @row: (out): of the first cell that is wrong
 * @column: (out): of it
 *
 * Whether the diagonal is 1, all cells are more than 0 or NAN, and cells across the diagonal are
 * both given and reciprocal to 1 %: answers come rounded.
 *
 * Returns: whether nothing is wrong
 */
gboolean sl_ahp_check (const double *matrix, guint n, guint *row, guint *column);

/**
 * sl_ahp_eigenvector:
 * @matrix: n x n without NAN
 * @n: items, at least 1
 * @weights: (out caller-allocates) (array length=n): the principal eigenvector
 *
 * Power iteration from the row geometric means. Cost: O(n^2) an iteration.
 *
 * Returns: lambda_max, at least n but for rounding
 */
double sl_ahp_eigenvector (const double *matrix, guint n, double *weights);
/* Row geometric means: the closed form that agrees where answers do. */
void sl_ahp_geometric_means (const double *matrix, guint n, double *weights);
/* (lambda_max - n) / (n - 1), at least 0; 0 for one item. */
double sl_ahp_consistency_index (double lambda_max, guint n);
/* The index as a ratio to that of random answers; 0 up to two items, NAN beyond the table. */
double sl_ahp_consistency_ratio (double lambda_max, guint n, SlAhpTable table);

/**
 * sl_ahp_find_groups:
 * @matrix: n x n
 * @n: items
 * @groups: (out caller-allocates) (array length=n): number of the group of each item, from 0
 *
 * Which items are linked by comparisons, directly or through others.
 *
 * Returns: number of groups; more than 1: weights of different groups cannot be compared
 */
guint sl_ahp_find_groups (const double *matrix, guint n, guint *groups);

/**
 * sl_ahp_log_least_squares:
 * @matrix: n x n
 * @n: items, at least 1
 * @weights: (out caller-allocates) (array length=n): untouched on failure
 *
 * Weights whose ratios come closest to the comparisons that are there, by the squares of
 * logarithms. Of a complete matrix: the row geometric means. Cost: O(n^3).
 *
 * Source: Bozoki, Fulop & Ronyai 2010, Math. Comput. Modelling 52.
 *
 * Returns: whether comparisons link all items
 */
gboolean sl_ahp_log_least_squares (const double *matrix, guint n, double *weights);

/**
 * sl_ahp_complete:
 * @matrix: (inout): n x n; each NAN is replaced
 * @n: items, at least 1
 *
 * Fills in the comparisons that make lambda_max smallest: what would contradict the given ones
 * least. The minimum is unique; it is found by one missing pair after the other, in logarithms.
 *
 * Source: Bozoki, Fulop & Ronyai 2010. Cost: O(n^2) an evaluation, a few hundred for each pair.
 *
 * Returns: whether comparisons link all items; if not, @matrix is untouched
 */
gboolean sl_ahp_complete (double *matrix, guint n);

/**
 * SlAhpDoubt:
 * @row: the pair, @row < @column
 * @column: the other item
 * @value: what was answered
 * @proposed: what the other answers suggest, as an answer on the scale 1/9..9
 */
typedef struct
{
  guint row;
  guint column;
  double value;
  double proposed;
} SlAhpDoubt;

/* The answer that is farthest from what @weights say. Returns: whether there is one that differs.
 */
gboolean sl_ahp_find_doubt (const double *matrix, guint n, const double *weights,
                            SlAhpDoubt *doubt);

/**
 * sl_ahp_join_judgements:
 * @matrices: (array length=n_judges): n x n each
 * @votes: (array length=n_judges) (nullable): weight of each judge, from 0; NULL: equal
 * @n_judges: people who judge as one
 * @n: items
 * @joined: (out caller-allocates): n x n; NAN where no judge with a vote compared
 *
 * The weighted geometric mean of each comparison, which keeps reciprocity.
 *
 * Source: Aczel & Saaty 1983.
 */
void sl_ahp_join_judgements (const double *const *matrices, const double *votes, guint n_judges,
                             guint n, double *joined);
/* The weighted mean of priority vectors: parties that keep their identity. @vectors: a row of @n
 * for each of the @n_parties. All NAN where nobody has a vote. */
void sl_ahp_join_priorities (const double *vectors, const double *votes, guint n_parties, guint n,
                             double *joined);

/**
 * sl_ahp_combine:
 * @criteria: (array length=n_criteria): weights or ratings of the criteria, from 0
 * @local: a row for each criterion: weights or ratings of the @n alternatives under it, from 0
 * @n_criteria: criteria
 * @n: alternatives
 * @weights: (out caller-allocates) (array length=n): untouched on failure
 *
 * A hierarchy: sum of criterion weight x local weight. Ratings are divided by their sum first.
 *
 * Returns: whether the criteria, and the alternatives under each that matters, have any weight
 */
gboolean sl_ahp_combine (const double *criteria, const double *local, guint n_criteria, guint n,
                         double *weights);

G_END_DECLS
