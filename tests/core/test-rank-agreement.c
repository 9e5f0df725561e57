/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Agreement of orders: published figures, the exact distribution by counting all orders, and what
 * must hold of any scores. */

#include "config.h"

#include "methods/sl-rank-agreement.h"
#include "methods/sl-numeric.h"

#include "near.h"

/* Ten projects, four judges: published with S = 1048. */
static const double projects[] = {
  1, 3, 4, 5, 2, 8, 6, 7, 10, 9,  /* */
  2, 1, 4, 5, 6, 3, 8, 7, 10, 9,  /* */
  3, 2, 1, 5, 7, 4, 6, 8, 9,  10, /* */
  4, 2, 3, 1, 6, 7, 5, 9, 8,  10,
};

/* The data of the R package irr: 20 subjects, 3 raters, heavy ties. */
static const double anxiety[] = {
  3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3, /* */
  3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4, /* */
  2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2,
};

static void
test_published_w (void)
{
  const double want_sums[] = { 10, 8, 12, 16, 21, 22, 25, 31, 37, 38 };
  SlConcordance result;
  double sums[20];
  g_assert_true (sl_concordance (projects, 4, 10, TRUE, &result, sums));
  assert_near (result.w, 0.793939393939394);
  assert_near (result.s, 1048.0);
  assert_near (result.ties, 0.0);
  assert_near (result.chi2, 28.581818181818182);
  g_assert_cmpuint (result.df, ==, 9);
  assert_near (result.p, 0.0007620800684540399);
  for (guint i = 0; i < 10; i++)
    assert_near (sums[i], want_sums[i]);

  g_assert_true (sl_concordance (anxiety, 3, 20, TRUE, &result, sums));
  assert_near (result.w, 0.5396568759543698);
  assert_near (result.s, 3004.0);
  assert_near (result.ties, 1674.0);
  assert_near (result.p, 0.04288347312694786);
  assert_near (sums[3], 52.5);

  /* The data of NAG g08daf: without the correction for ties W is smaller. */
  const double nag[] = {
    1,   4.5, 2,   4.5, 3,   7.5, 6, 9,   7.5, 10,  /* */
    2.5, 1,   2.5, 4.5, 4.5, 8,   9, 6.5, 10,  6.5, /* */
    2,   1,   4.5, 4.5, 4.5, 4.5, 8, 8,   8,   10,
  };
  g_assert_true (sl_concordance (nag, 3, 10, FALSE, &result, NULL));
  assert_near (result.w, 0.795959595959596);
  assert_near (result.ties, 0.0);
  g_assert_true (sl_concordance (nag, 3, 10, TRUE, &result, NULL));
  assert_close (result.w, 0.8277310924369747, 1e-12);
}

static void
test_edges_of_w (void)
{
  const double same[] = { 1, 2, 3, 1, 2, 3, 1, 2, 3 }, opposed[] = { 1, 2, 3, 4, 4, 3, 2, 1 };
  const double tied[] = { 2, 2, 2, 2, 2, 2 };
  SlConcordance result;
  g_assert_true (sl_concordance (same, 3, 3, TRUE, &result, NULL));
  assert_near (result.w, 1.0);
  assert_near (result.p, exp (-3.0));
  g_assert_true (sl_concordance (opposed, 2, 4, TRUE, &result, NULL));
  assert_near (result.w, 0.0);
  assert_near (result.p, 1.0);
  g_assert_false (sl_concordance (tied, 2, 3, TRUE, &result, NULL));
  assert_near (result.w, NAN);
  g_assert_false (sl_concordance (tied, 2, 3, FALSE, &result, NULL));
  g_assert_false (sl_concordance (same, 1, 3, TRUE, &result, NULL));
  g_assert_false (sl_concordance (same, 3, 1, TRUE, &result, NULL));
  g_assert_false (sl_concordance (same, 0, 0, TRUE, &result, NULL));
  assert_near (sl_concordance_permutation_p (tied, 2, 3, 1), NAN);

  /* Objects that one judge left out go, a judge who gave nothing goes; the rest is ranked anew. */
  const double holes[] = { 9, 1, NAN, 3, NAN, NAN, NAN, NAN, 7, 2, 1, 4 };
  double sums[4];
  g_assert_true (sl_concordance (holes, 3, 4, TRUE, &result, sums));
  g_assert_cmpuint (result.n_judges, ==, 2);
  g_assert_cmpuint (result.n_objects, ==, 3);
  g_assert_cmpuint (result.n_dropped, ==, 1);
  assert_near (result.w, 1.0);
  assert_near (sums[0], 6.0);
  assert_near (sums[2], NAN);
  /* One of two ranks everything equal: neither agreement nor none. */
  const double one_tied[] = { 1, 2, 3, 5, 5, 5 };
  g_assert_true (sl_concordance (one_tied, 2, 3, TRUE, &result, NULL));
  assert_near (result.w, 0.5);
}

static void
test_permutations (void)
{
  /* Three judges, three objects, the same order: 6 of 6^3 permutations are as good. */
  const double same[] = { 1, 2, 3, 1, 2, 3, 1, 2, 3 };
  double p = sl_concordance_permutation_p (same, 3, 3, 42);
  g_assert_cmpfloat_with_epsilon (p, 1.0 / 36.0, 5.0 * sqrt (1.0 / 36.0 * 35.0 / 36.0 / 9999.0));
  g_assert_cmpfloat (p, ==, sl_concordance_permutation_p (same, 3, 3, 42));
  g_assert_cmpfloat (p, !=, sl_concordance_permutation_p (same, 3, 3, 43));
  const double opposed[] = { 1, 2, 3, 4, 4, 3, 2, 1 };
  assert_near (sl_concordance_permutation_p (opposed, 2, 4, 42), 1.0);
  g_assert_cmpfloat (sl_concordance_permutation_p (projects, 4, 10, 1), <, 0.002);
}

static void
test_words (void)
{
  g_assert_cmpstr (sl_concordance_word (0.0), ==, "slight");
  g_assert_cmpstr (sl_concordance_word (0.2), ==, "fair");
  g_assert_cmpstr (sl_concordance_word (0.4), ==, "moderate");
  g_assert_cmpstr (sl_concordance_word (0.61), ==, "substantial");
  g_assert_cmpstr (sl_concordance_word (1.0), ==, "almost_perfect");
  g_assert_cmpstr (sl_concordance_word (NAN), ==, "none");
}

static void
shuffle (double *values, guint n)
{
  for (guint i = n; i > 1; i--)
    {
      guint other = (guint)g_test_rand_int_range (0, (gint32)i);
      double value = values[i - 1];
      values[i - 1] = values[other];
      values[other] = value;
    }
}

/* In range, and whatever order judges and objects come in and whatever scale is used. */
static void
test_random_w (void)
{
  for (guint round = 0; round < 300; round++)
    {
      guint m = (guint)g_test_rand_int_range (2, 6), n = (guint)g_test_rand_int_range (2, 9);
      double scores[45], turned[45], order[9];
      for (guint i = 0; i < m * n; i++)
        scores[i] = g_test_rand_int_range (0, 5);
      for (guint k = 0; k < n; k++)
        order[k] = k;
      shuffle (order, n);
      for (guint i = 0; i < m; i++)
        for (guint k = 0; k < n; k++)
          turned[(m - 1 - i) * n + k] = exp (scores[i * n + (guint)order[k]] / (i + 1.0));
      SlConcordance a, b;
      gboolean defined = sl_concordance (scores, m, n, TRUE, &a, NULL);
      g_assert_true (defined == sl_concordance (turned, m, n, TRUE, &b, NULL));
      if (!defined)
        continue;
      g_assert_cmpfloat (a.w, >=, 0.0);
      g_assert_cmpfloat (a.w, <=, 1.0);
      assert_near (a.w, b.w);
      assert_near (a.p, b.p);
    }
}

static void
test_published_tau (void)
{
  const double x[] = { 5, 2, 1, 3, 6, 4, 7, 8 }, y[] = { 5, 2, 6, 3, 1, 8, 7, 4 };
  SlRankCorrelation result;
  g_assert_true (sl_rank_correlation (x, y, 8, &result));
  assert_near (result.tau_b, 0.0);
  assert_near (result.p, 1.0);
  g_assert_true (result.p_exact);

  const double up[] = { 0, 1, 2, 3, 4, 5, 6, 7, 8, 9 };
  double swapped[] = { 0, 2, 1, 3, 4, 5, 6, 7, 8, 9 };
  g_assert_true (sl_rank_correlation (up, swapped, 10, &result));
  assert_near (result.tau_b, 0.9555555555555556);
  assert_close (result.p, 5.511463844797e-06, 1e-17);
  swapped[5] = 6;
  swapped[6] = 5;
  g_assert_true (sl_rank_correlation (up, swapped, 10, &result));
  assert_near (result.tau_b, 0.9111111111111111);
  assert_close (result.p, 2.97619047619e-05, 1e-16);

  const double kendall_x[] = { 1, 2, 2, 4, 4, 6, 6, 8, 9, 9 };
  const double kendall_y[] = { 1, 2, 4, 4, 4, 4, 8, 8, 8, 10 };
  g_assert_true (sl_rank_correlation (kendall_x, kendall_y, 10, &result));
  assert_close (result.tau_b, 0.85895569, 5e-9);
  assert_near (result.tau_c, 0.825);
  g_assert_false (result.p_exact);
}

static void
test_published_rho (void)
{
  const double x[] = { 1, 2, 3, 4, 5 }, y[] = { 5, 6, 7, 8, 7 };
  SlRankCorrelation result;
  g_assert_true (sl_rank_correlation (x, y, 5, &result));
  assert_near (result.rho, 0.8207826816681233);
  assert_near (result.rho_p, 0.0885870053135438);
  const double iq[] = { 106, 100, 86, 101, 99, 103, 97, 113, 112, 110 };
  const double tv[] = { 7, 27, 2, 50, 28, 29, 20, 12, 6, 17 };
  g_assert_true (sl_rank_correlation (iq, tv, 10, &result));
  assert_near (result.rho, -0.17575757575757575);
}

static void
test_edges_of_tau (void)
{
  const double flat[] = { 1, 1, 1 }, up[] = { 1, 2, 3 }, hole[] = { 3, NAN, 1 };
  SlRankCorrelation result;
  g_assert_false (sl_rank_correlation (flat, up, 3, &result));
  assert_near (sl_kendall_tau_b (flat, up, 3), NAN);
  assert_near (sl_kendall_tau_b (up, up, 0), NAN);
  assert_near (result.tau_b, NAN);
  assert_near (result.rho, NAN);
  g_assert_false (sl_rank_correlation (up, up, 1, &result));
  g_assert_false (sl_rank_correlation (up, up, 0, &result));
  g_assert_true (sl_rank_correlation (up, hole, 3, &result));
  g_assert_cmpuint (result.n, ==, 2);
  assert_near (result.tau_b, -1.0);
  assert_near (result.rho, -1.0);
  assert_near (result.rho_p, NAN);
  g_assert_true (sl_rank_correlation (up, up, 3, &result));
  assert_near (result.rho_p, 0.0);
}

/* All pairs compared. */
static double
tau_by_definition (const double *x, const double *y, guint n)
{
  double s = 0.0, n_x = 0.0, n_y = 0.0;
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        int a = (x[i] > x[j]) - (x[i] < x[j]), b = (y[i] > y[j]) - (y[i] < y[j]);
        s += a * b;
        n_x += a * a;
        n_y += b * b;
      }
  return s / sqrt (n_x * n_y);
}

static void
test_random_tau (void)
{
  for (guint round = 0; round < 300; round++)
    {
      double x[12], y[12], down[12];
      guint n = (guint)g_test_rand_int_range (2, 12);
      for (guint i = 0; i < n; i++)
        {
          x[i] = g_test_rand_int_range (0, 6);
          y[i] = g_test_rand_int_range (0, 6);
          down[i] = -y[i];
        }
      SlRankCorrelation xy, yx, opposite;
      if (!sl_rank_correlation (x, y, n, &xy))
        continue;
      g_assert_true (sl_rank_correlation (y, x, n, &yx));
      g_assert_true (sl_rank_correlation (x, down, n, &opposite));
      g_assert_cmpfloat (fabs (xy.tau_b), <=, 1.0);
      g_assert_cmpfloat (fabs (xy.rho), <=, 1.0);
      g_assert_true (xy.p >= 0.0 && xy.p <= 1.0);
      assert_near (xy.tau_b, tau_by_definition (x, y, n));
      assert_near (xy.tau_b, sl_kendall_tau_b (x, y, n));
      assert_near (xy.tau_b, yx.tau_b);
      assert_near (xy.rho, yx.rho);
      assert_near (xy.p, yx.p);
      assert_near (xy.tau_b, -opposite.tau_b);
      assert_near (xy.rho, -opposite.rho);
    }
}

/* Counts the orders of @values from @at on by their S. */
static void
count_orders (int *values, int n, int at, guint *counts)
{
  if (at == n)
    {
      int s = 0;
      for (int i = 0; i < n; i++)
        for (int j = i + 1; j < n; j++)
          s += values[j] > values[i] ? 1 : -1;
      counts[s + n * (n - 1) / 2]++;
      return;
    }
  for (int i = at; i < n; i++)
    {
      int value = values[i];
      values[i] = values[at];
      values[at] = value;
      count_orders (values, n, at + 1, counts);
      values[at] = values[i];
      values[i] = value;
    }
}

static void
test_exact (void)
{
  double orders = 1.0;
  for (int n = 2; n <= 8; n++)
    {
      guint counts[57] = { 0 }, tail = 0;
      int values[8], most = n * (n - 1) / 2;
      for (int i = 0; i < n; i++)
        values[i] = i;
      orders *= n;
      count_orders (values, n, 0, counts);
      for (int s = most; s >= -most; s--)
        {
          tail += counts[s + most];
          assert_near (sl_kendall_tail ((guint)n, s), tail / orders);
        }
    }
  assert_near (sl_kendall_tail (5, 11), 0.0);
  assert_near (sl_kendall_tail (1, 0), 1.0);
  /* Large: close to the normal distribution, and still a distribution. */
  double sigma = sqrt (100.0 * 99.0 * 205.0 / 18.0);
  assert_close (sl_kendall_tail (100, 500), sl_normal_cdf (-499.0 / sigma), 1e-3);
  assert_close (sl_kendall_tail (100, -4950), 1.0, 1e-9);
}

/* The sum of S squared over all orders of @y from @at on. */
static double
sum_squares (const double *x, double *y, guint n, guint at)
{
  double sum = 0.0;
  if (at == n)
    {
      for (guint i = 0; i < n; i++)
        for (guint j = i + 1; j < n; j++)
          sum += ((x[j] > x[i]) - (x[j] < x[i])) * ((y[j] > y[i]) - (y[j] < y[i]));
      return sum * sum;
    }
  for (guint i = at; i < n; i++)
    {
      double value = y[i];
      y[i] = y[at];
      y[at] = value;
      sum += sum_squares (x, y, n, at + 1);
      y[at] = y[i];
      y[i] = value;
    }
  return sum;
}

/* The normal approximation has the variance that all orders of the tied values have. */
static void
test_tied_variance (void)
{
  const double x[] = { 1, 1, 1, 2, 3, 3 };
  double y[] = { 1, 2, 2, 2, 5, 4 };
  SlRankCorrelation result;
  g_assert_true (sl_rank_correlation (x, y, 6, &result));
  g_assert_false (result.p_exact);
  double s = 9.0, variance = sum_squares (x, y, 6, 0) / 720.0;
  assert_near (result.p, 2.0 * sl_normal_cdf (-s / sqrt (variance)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/rank-agreement/published-w", test_published_w);
  g_test_add_func ("/core/rank-agreement/edges-of-w", test_edges_of_w);
  g_test_add_func ("/core/rank-agreement/permutations", test_permutations);
  g_test_add_func ("/core/rank-agreement/words", test_words);
  g_test_add_func ("/core/rank-agreement/random-w", test_random_w);
  g_test_add_func ("/core/rank-agreement/published-tau", test_published_tau);
  g_test_add_func ("/core/rank-agreement/published-rho", test_published_rho);
  g_test_add_func ("/core/rank-agreement/edges-of-tau", test_edges_of_tau);
  g_test_add_func ("/core/rank-agreement/random-tau", test_random_tau);
  g_test_add_func ("/core/rank-agreement/exact", test_exact);
  g_test_add_func ("/core/rank-agreement/tied-variance", test_tied_variance);
  return g_test_run ();
}
