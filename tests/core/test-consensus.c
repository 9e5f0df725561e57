/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Agreement on one rating: published figures, the ends of the scale, and what must hold always. */

#include "config.h"

#include "methods/sl-consensus.h"

#include "near.h"

static void
test_consensus (void)
{
  const double one[] = { 0, 0, 9, 0, 0 }, split[] = { 5, 0, 0, 0, 5 }, ends[] = { 1, 0, 0, 0, 2 };
  assert_near (sl_consensus_of_counts (one, 5), 1.0);
  assert_near (sl_consensus_of_counts (split, 5), 0.0);
  /* 1/3 at one end, 2/3 at the other: 1 + 1/3 log2 (1/3) + 2/3 log2 (2/3). */
  assert_near (sl_consensus_of_counts (ends, 5), 1.0 - log2 (3.0) + 2.0 / 3.0);
  const double two[] = { 3, 0 };
  assert_near (sl_consensus_of_counts (two, 2), 1.0);
}

static void
test_ratings (void)
{
  const double ratings[] = { -3, NAN, 3 };
  assert_near (sl_consensus (ratings, 3, -3, 3), 0.0);
  assert_near (sl_consensus (ratings, 1, -3, 3), 1.0);
  assert_near (sl_consensus (ratings + 1, 1, -3, 3), NAN);
  assert_near (sl_consensus (ratings, 0, -3, 3), NAN);
  assert_near (sl_consensus (ratings, 3, -2, 3), NAN);
  assert_near (sl_consensus (ratings, 1, -3, -3), NAN);
  /* The scale's ends, not those of the ratings: the same ratings agree more on a longer scale. */
  g_assert_cmpfloat (sl_consensus (ratings, 3, -9, 9), >, 0.5);
}

static void
test_agreement (void)
{
  const double published[] = { 30, 40, 210, 130, 530, 50, 10 };
  assert_close (sl_agreement_of_counts (published, 7), 0.6113333, 5e-8);
  const double one[] = { 0, 0, 9, 0, 0 }, even[] = { 2, 2, 2, 2, 2 }, ends[] = { 5, 0, 0, 0, 5 };
  assert_near (sl_agreement_of_counts (one, 5), 1.0);
  assert_near (sl_agreement_of_counts (even, 5), 0.0);
  assert_near (sl_agreement_of_counts (ends, 5), -1.0);
  const double pair[] = { 2, 1 };
  assert_near (sl_agreement_of_counts (pair, 2), 1.0 / 3.0);
}

static void
test_edges (void)
{
  const double nobody[] = { 0, 0, 0 }, wrong[] = { 1, -1, 3 }, one[] = { 4 };
  assert_near (sl_consensus_of_counts (nobody, 3), NAN);
  assert_near (sl_consensus_of_counts (wrong, 3), NAN);
  assert_near (sl_consensus_of_counts (one, 1), NAN);
  assert_near (sl_consensus_of_counts (one, 0), NAN);
  assert_near (sl_agreement_of_counts (nobody, 3), NAN);
  assert_near (sl_agreement_of_counts (wrong, 3), NAN);
  assert_near (sl_agreement_of_counts (one, 1), NAN);
  assert_near (sl_agreement_of_counts (one, 0), NAN);
}

/* In range; the same when the scale is turned round or everybody counts twice. */
static void
test_random (void)
{
  for (guint round = 0; round < 500; round++)
    {
      double counts[9], turned[9], values[90];
      guint n = (guint)g_test_rand_int_range (2, 10), n_values = 0;
      for (guint i = 0; i < n; i++)
        counts[i] = g_test_rand_bit () ? g_test_rand_int_range (0, 10) : 0;
      counts[0]++;
      for (guint i = 0; i < n; i++)
        {
          turned[n - 1 - i] = 2.0 * counts[i];
          for (guint k = 0; k < counts[i]; k++)
            values[n_values++] = 10.0 * i;
        }
      double consensus = sl_consensus_of_counts (counts, n);
      double agreement = sl_agreement_of_counts (counts, n);
      g_assert_true (consensus >= 0.0 && consensus <= 1.0);
      g_assert_true (agreement >= -1.0 && agreement <= 1.0);
      assert_near (sl_consensus_of_counts (turned, n), consensus);
      assert_near (sl_agreement_of_counts (turned, n), agreement);
      assert_near (sl_consensus (values, n_values, 0.0, 10.0 * (n - 1)), consensus);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/consensus/consensus", test_consensus);
  g_test_add_func ("/core/consensus/ratings", test_ratings);
  g_test_add_func ("/core/consensus/agreement", test_agreement);
  g_test_add_func ("/core/consensus/edges", test_edges);
  g_test_add_func ("/core/consensus/random", test_random);
  return g_test_run ();
}
