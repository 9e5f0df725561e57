/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pairwise comparisons: published examples, and what must hold of any answers. */

#include "config.h"

#include "methods/sl-ahp.h"

#include "near.h"

#include <string.h>

#define MAX_N 9u

static const double leader[] = {
  1.0,       4.0,       3.0,       7.0, /* */
  0.25,      1.0,       1.0 / 3.0, 3.0, /* */
  1.0 / 3.0, 3.0,       1.0,       5.0, /* */
  1.0 / 7.0, 1.0 / 3.0, 1.0 / 5.0, 1.0,
};

static void
test_published (void)
{
  const double want[]
      = { 0.5475692389618309, 0.12655528437341823, 0.2699499224522019, 0.055925554212549015 };
  const double means[]
      = { 0.546240297655846, 0.127584794000301, 0.26980898965580474, 0.056365918688048175 };
  double weights[4];
  double lambda = sl_ahp_eigenvector (leader, 4, weights);
  assert_near (lambda, 4.118418024313367);
  assert_near (sl_ahp_consistency_index (lambda, 4), 0.039472674771122186);
  assert_near (sl_ahp_consistency_ratio (lambda, 4, SL_AHP_SAATY_2005), 0.04435131996755302);
  for (guint i = 0; i < 4; i++)
    assert_near (weights[i], want[i]);
  sl_ahp_geometric_means (leader, 4, weights);
  for (guint i = 0; i < 4; i++)
    assert_near (weights[i], means[i]);
  g_assert_true (sl_ahp_log_least_squares (leader, 4, weights));
  for (guint i = 0; i < 4; i++)
    assert_near (weights[i], means[i]);

  /* Purchasing a vehicle, with the table of Donegan and Dodd. */
  const double car[] = { 1.0,       3.0,     7.0, 3.0,       1.0 / 3.0, 1.0, 9.0, 1.0,
                         1.0 / 7.0, 1. / 9., 1.0, 1.0 / 7.0, 1.0 / 3.0, 1.0, 7.0, 1.0 };
  lambda = sl_ahp_eigenvector (car, 4, weights);
  assert_near (lambda, 4.199235118131172);
  assert_near (sl_ahp_consistency_ratio (lambda, 4, SL_AHP_DD_1991), 0.08014929524948598);
  assert_near (weights[2], 0.040518746972058706);
}

/* Bozoki, Fulop & Ronyai 2010: c and d were not compared. */
static void
test_missing (void)
{
  double matrix[] = { 1,       1,         5, 2, /* */
                      1,       1,         3, 4, /* */
                      1.0 / 5, 1.0 / 3.0, 1, NAN, 0.5, 0.25, NAN, 1 };
  const double want[]
      = { 0.3741829541717732, 0.3916330283977235, 0.09884074851905238, 0.13534326891145085 };
  double weights[4];
  g_assert_true (sl_ahp_log_least_squares (matrix, 4, weights));
  for (guint i = 0; i < 4; i++)
    assert_near (weights[i], want[i]);
  g_assert_true (sl_ahp_complete (matrix, 4));
  /* The published 0.730297107 comes from a numeric search; the minimum is at the root of 8/15. */
  assert_close (matrix[2 * 4 + 3], 0.730297106886979, 1e-6);
  assert_close (matrix[2 * 4 + 3], sqrt (8.0 / 15.0), 1e-10);
  assert_near (matrix[2 * 4 + 3] * matrix[3 * 4 + 2], 1.0);
  double lambda = sl_ahp_eigenvector (matrix, 4, weights);
  assert_close (sl_ahp_consistency_ratio (lambda, 4, SL_AHP_DD_1991), 0.0372, 5e-5);
}

static void
test_not_linked (void)
{
  double matrix[] = { 1,   3,   NAN, NAN, 1.0 / 3, 1,   NAN, NAN, /* */
                      NAN, NAN, 1,   2,   NAN,     NAN, 0.5, 1 };
  double weights[4];
  guint groups[4];
  g_assert_cmpuint (sl_ahp_find_groups (matrix, 4, groups), ==, 2);
  g_assert_cmpuint (groups[0], ==, groups[1]);
  g_assert_cmpuint (groups[2], ==, groups[3]);
  g_assert_cmpuint (groups[0], !=, groups[2]);
  g_assert_false (sl_ahp_log_least_squares (matrix, 4, weights));
  g_assert_false (sl_ahp_complete (matrix, 4));
  assert_near (matrix[2], NAN);
  /* A chain links all: nothing contradicts, so the completion is exact. */
  matrix[1 * 4 + 2] = 2;
  matrix[2 * 4 + 1] = 0.5;
  g_assert_true (sl_ahp_complete (matrix, 4));
  assert_close (matrix[3], 12.0, 1e-9);
  assert_close (sl_ahp_eigenvector (matrix, 4, weights), 4.0, 1e-9);
}

static void
test_edges (void)
{
  const double one[] = { 1 }, pair[] = { 1, 4, 0.25, 1 };
  double weights[MAX_N], all_equal[MAX_N * MAX_N];
  assert_near (sl_ahp_eigenvector (one, 1, weights), 1.0);
  assert_near (weights[0], 1.0);
  assert_near (sl_ahp_consistency_index (1.0, 1), 0.0);
  assert_near (sl_ahp_consistency_ratio (1.0, 1, SL_AHP_SAATY_2005), 0.0);
  g_assert_true (sl_ahp_log_least_squares (one, 1, weights));
  assert_near (weights[0], 1.0);
  assert_near (sl_ahp_eigenvector (pair, 2, weights), 2.0);
  assert_near (weights[0], 0.8);
  assert_near (sl_ahp_consistency_ratio (2.0, 2, SL_AHP_SAATY_2005), 0.0);
  for (guint i = 0; i < MAX_N * MAX_N; i++)
    all_equal[i] = 1.0;
  assert_near (sl_ahp_eigenvector (all_equal, MAX_N, weights), MAX_N);
  for (guint i = 0; i < MAX_N; i++)
    assert_near (weights[i], 1.0 / MAX_N);

  assert_near (sl_ahp_random_index (SL_AHP_SAATY_2005, 2), 0.0);
  assert_near (sl_ahp_random_index (SL_AHP_SAATY_2005, 15), 1.59);
  assert_near (sl_ahp_random_index (SL_AHP_SAATY_2005, 16), NAN);
  assert_near (sl_ahp_random_index (SL_AHP_DD_1991, 9), 1.3733);
  assert_near (sl_ahp_random_index (SL_AHP_SAATY_1980, 10), 1.49);
  assert_near (sl_ahp_random_index (SL_AHP_SAATY_1980, 11), NAN);
}

static void
test_check (void)
{
  double matrix[] = { 1, 3, NAN, 0.333, 1, 2, NAN, 0.5, 1 };
  guint row, column;
  g_assert_true (sl_ahp_check (matrix, 3, &row, &column));
  matrix[3] = 0.5;
  g_assert_false (sl_ahp_check (matrix, 3, &row, &column));
  g_assert_cmpuint (row, ==, 0);
  g_assert_cmpuint (column, ==, 1);
  matrix[3] = NAN;
  g_assert_false (sl_ahp_check (matrix, 3, &row, &column));
  matrix[3] = 1.0 / 3;
  matrix[8] = 2;
  g_assert_false (sl_ahp_check (matrix, 3, &row, &column));
  g_assert_cmpuint (row, ==, 2);
  g_assert_cmpuint (column, ==, 2);
  matrix[8] = 1;
  matrix[5] = matrix[7] = -1;
  g_assert_false (sl_ahp_check (matrix, 3, &row, &column));
}

/* A 3 times B, B 4 times C, but A only 2 times C. */
static void
test_doubt (void)
{
  const double matrix[] = { 1, 3, 2, 1.0 / 3, 1, 4, 0.5, 0.25, 1 };
  double weights[4];
  SlAhpDoubt doubt;
  sl_ahp_eigenvector (matrix, 3, weights);
  g_assert_true (sl_ahp_find_doubt (matrix, 3, weights, &doubt));
  /* In a circle of three all answers are equally far off; the first is named. */
  g_assert_cmpuint (doubt.row, ==, 0);
  g_assert_cmpuint (doubt.column, ==, 1);
  assert_near (doubt.value, 3.0);
  double ratio = weights[doubt.row] / weights[doubt.column];
  g_assert_cmpfloat (fabs (log (doubt.proposed / ratio)), <, fabs (log (doubt.value / ratio)));
  const double fine[] = { 1, 2, 4, 0.5, 1, 2, 0.25, 0.5, 1 };
  sl_ahp_eigenvector (fine, 3, weights);
  g_assert_false (sl_ahp_find_doubt (fine, 3, weights, &doubt));
  /* One wild answer among consistent ones. */
  const double wild[] = { 1,      2,   4, 8, 0.5,    1, 2,   1.0 / 4, /* */
                          1. / 4, 0.5, 1, 2, 1. / 8, 4, 0.5, 1 };
  sl_ahp_eigenvector (wild, 4, weights);
  g_assert_true (sl_ahp_find_doubt (wild, 4, weights, &doubt));
  g_assert_cmpuint (doubt.row, ==, 1);
  g_assert_cmpuint (doubt.column, ==, 3);
  g_assert_cmpfloat (doubt.proposed, >=, 1.0);
}

static void
test_groups (void)
{
  const double a[] = { 1, 2, 5, 0.5, 1, 3, 0.2, 1.0 / 3, 1 };
  const double b[] = { 1, 1.0 / 3, 3, 3, 1, 5, 1.0 / 3, 0.2, 1 };
  const double *both[] = { a, b };
  const double want[] = { 0.413058490371506, 0.47283393693584147, 0.1141075726926525 };
  double joined[9], weights[3];
  sl_ahp_join_judgements (both, NULL, 2, 3, joined);
  assert_near (joined[1], 0.816496580927726);
  assert_near (joined[2], 3.872983346207417);
  assert_near (sl_ahp_eigenvector (joined, 3, weights), 3.00456845911773);
  for (guint i = 0; i < 3; i++)
    assert_near (weights[i], want[i]);
  const double votes[] = { 1, 0 }, none[] = { 0, 0 };
  sl_ahp_join_judgements (both, votes, 2, 3, joined);
  for (guint i = 0; i < 9; i++)
    assert_near (joined[i], a[i]);
  sl_ahp_join_judgements (both, none, 2, 3, joined);
  assert_near (joined[1], NAN);
  const double four[] = { 4 }, quarter[] = { 0.25 }, *opposite[] = { four, quarter };
  sl_ahp_join_judgements (opposite, NULL, 2, 1, joined);
  assert_near (joined[0], 1.0);

  const double vectors[] = { 0.6, 0.4, 0.2, 0.8 }, stakes[] = { 3, 1 };
  sl_ahp_join_priorities (vectors, NULL, 2, 2, weights);
  assert_near (weights[0], 0.4);
  sl_ahp_join_priorities (vectors, stakes, 2, 2, weights);
  assert_near (weights[0], 0.5);
  sl_ahp_join_priorities (vectors, none, 2, 2, weights);
  assert_near (weights[0], NAN);
}

static void
test_hierarchy (void)
{
  const double criteria[]
      = { 0.5475692389618309, 0.12655528437341823, 0.2699499224522019, 0.055925554212549015 };
  const double local[] = {
    0.21716560880280622, 0.7170650412287759,  0.06576934996841795, /* */
    0.1883940966391196,  0.08096123199975067, 0.7306446713611298,  /* */
    0.7428666222020383,  0.19388163339754416, 0.06325174440041766, /* */
    0.26543334188349743, 0.6716254530142468,  0.06294120510225569,
  };
  double weights[3];
  g_assert_true (sl_ahp_combine (criteria, local, 4, 3, weights));
  assert_close (weights[0], 0.3581367694223653, 1e-9);
  assert_close (weights[1], 0.4927881882343748, 1e-9);
  assert_close (weights[2], 0.14907504234326002, 1e-9);
  /* Ratings of any size; a criterion without weight needs none. */
  const double ratings[] = { 3, 1, 0, 0 }, stars[] = { 5, 0 };
  g_assert_true (sl_ahp_combine (stars, ratings, 2, 2, weights));
  assert_near (weights[0], 0.75);
  const double both[] = { 5, 5 }, none[] = { 0, 0 };
  g_assert_false (sl_ahp_combine (both, ratings, 2, 2, weights));
  g_assert_false (sl_ahp_combine (none, ratings, 2, 2, weights));
}

/* Random answers on Saaty's scale. @skip: one in so many is missing, 0: none */
static void
fill_random (double *matrix, guint n, gint skip)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j <= i; j++)
      {
        double answer = g_test_rand_int_range (1, 10);
        if (g_test_rand_bit ())
          answer = 1.0 / answer;
        if (skip > 0 && g_test_rand_int_range (0, skip) == 0)
          answer = NAN;
        matrix[i * n + j] = i == j ? 1.0 : answer;
        matrix[j * n + i] = i == j ? 1.0 : 1.0 / answer;
      }
}

/* The same answers with the items in the order @order. */
static void
relabel (const double *matrix, guint n, const guint *order, double *out)
{
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      out[i * n + j] = matrix[order[i] * n + order[j]];
}

static void
random_order (guint *order, guint n)
{
  for (guint i = 0; i < n; i++)
    order[i] = i;
  for (guint i = n; i > 1; i--)
    {
      guint other = (guint)g_test_rand_int_range (0, (gint32)i), last = order[i - 1];
      order[i - 1] = order[other];
      order[other] = last;
    }
}

static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      guint n = (guint)g_test_rand_int_range (1, MAX_N + 1), order[MAX_N];
      double matrix[MAX_N * MAX_N], other[MAX_N * MAX_N], weights[MAX_N], same[MAX_N];
      double sum = 0.0;
      fill_random (matrix, n, 0);
      random_order (order, n);
      relabel (matrix, n, order, other);
      double lambda = sl_ahp_eigenvector (matrix, n, weights);
      assert_close (sl_ahp_eigenvector (other, n, same), lambda, 1e-9);
      g_assert_cmpfloat (lambda, >=, n - 1e-9);
      for (guint i = 0; i < n; i++)
        {
          double product = 0.0;
          assert_close (same[i], weights[order[i]], 1e-9);
          for (guint j = 0; j < n; j++)
            product += matrix[i * n + j] * weights[j];
          assert_close (product, lambda * weights[i], 1e-9);
          sum += weights[i];
        }
      assert_near (sum, 1.0);
    }
}

/* No completion near the one that is found has a smaller lambda_max. */
static void
test_random_completion (void)
{
  guint n_completed = 0;
  for (guint round = 0; round < 100; round++)
    {
      guint n = (guint)g_test_rand_int_range (3, 8), order[MAX_N];
      double matrix[MAX_N * MAX_N], full[MAX_N * MAX_N], turned[MAX_N * MAX_N], weights[MAX_N];
      fill_random (matrix, n, 3);
      memcpy (full, matrix, sizeof full);
      if (!sl_ahp_complete (full, n))
        continue;
      n_completed++;
      double lambda = sl_ahp_eigenvector (full, n, weights);
      random_order (order, n);
      relabel (matrix, n, order, turned);
      g_assert_true (sl_ahp_complete (turned, n));
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < n; j++)
          {
            assert_close (turned[i * n + j], full[order[i] * n + order[j]], 1e-7);
            if (!isnan (matrix[i * n + j]))
              {
                assert_near (full[i * n + j], matrix[i * n + j]);
                continue;
              }
            double kept = full[i * n + j], back = full[j * n + i];
            full[i * n + j] = kept * 1.01;
            full[j * n + i] = back / 1.01;
            g_assert_cmpfloat (sl_ahp_eigenvector (full, n, weights), >, lambda);
            full[i * n + j] = kept;
            full[j * n + i] = back;
          }
    }
  g_assert_cmpuint (n_completed, >, 30);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/ahp/published", test_published);
  g_test_add_func ("/core/ahp/missing", test_missing);
  g_test_add_func ("/core/ahp/not-linked", test_not_linked);
  g_test_add_func ("/core/ahp/edges", test_edges);
  g_test_add_func ("/core/ahp/check", test_check);
  g_test_add_func ("/core/ahp/doubt", test_doubt);
  g_test_add_func ("/core/ahp/groups", test_groups);
  g_test_add_func ("/core/ahp/hierarchy", test_hierarchy);
  g_test_add_func ("/core/ahp/random", test_random);
  g_test_add_func ("/core/ahp/random-completion", test_random_completion);
  return g_test_run ();
}
