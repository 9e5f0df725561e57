/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Positions of parties: the rules one by one, pairs, margins, and on random matrices that the fast
 * way over all pairs gives what each pair gives. */

#include "config.h"

#include "methods/sl-positions.h"

#include "near.h"

static SlStance
guess (double value)
{
  return (SlStance){ value, SL_POSITION_GUESS };
}

static SlStance
said (double value)
{
  return (SlStance){ value, SL_POSITION_SAID };
}

static SlStance
written (double value)
{
  return (SlStance){ value, SL_POSITION_WRITING };
}

static void
test_opposition (void)
{
  assert_near (sl_position_opposition (said (2), written (-3)), 5.0 / 6 * 0.8);
  assert_near (sl_position_opposition (written (-3), said (2)), 5.0 / 6 * 0.8);
  assert_near (sl_position_opposition (written (3), written (-3)), 1.0);
  assert_near (sl_position_opposition (guess (1), written (-1)), 1.0 / 6);
  assert_near (sl_position_opposition (said (2), said (3)), 0.0);
  assert_near (sl_position_opposition (said (-2), said (-3)), 0.0);
  assert_near (sl_position_opposition (said (0), said (-3)), 0.0);
  assert_near (sl_position_opposition (said (NAN), said (-3)), 0.0);
}

static void
test_owner (void)
{
  assert_near (sl_position_owner_severity (said (0)), 0.2);
  assert_near (sl_position_owner_severity (written (-3)), 1.0);
  assert_near (sl_position_owner_severity (guess (0)), 0.125);
  assert_near (sl_position_owner_severity (written (1)), 0.0);
  assert_near (sl_position_owner_severity (written (3)), 0.0);
  assert_near (sl_position_owner_severity (written (NAN)), 0.0);
}

static void
assert_agreement (SlStance stance, gboolean assessed, double severity)
{
  double got = -1;
  g_assert_true (sl_position_agreement (stance, &got) == assessed);
  assert_near (got, severity);
}

static void
test_agreement (void)
{
  assert_agreement (said (2), TRUE, 0.0);
  assert_agreement (written (1), TRUE, 0.0);
  assert_agreement (said (0), TRUE, 0.5);
  assert_agreement (said (-1), TRUE, 1.0);
  assert_agreement (guess (-3), FALSE, 0.0);
  assert_agreement (written (NAN), FALSE, 0.0);
  g_assert_true (sl_position_is_agreement (written (1)));
  g_assert_false (sl_position_is_agreement (written (0)));
  g_assert_false (sl_position_is_agreement (said (3)));
  g_assert_false (sl_position_is_agreement (written (NAN)));
}

static void
test_asked (void)
{
  g_assert_true (sl_position_never_asked (said (NAN), 6, TRUE));
  g_assert_false (sl_position_never_asked (said (NAN), 5, TRUE));
  g_assert_false (sl_position_never_asked (said (NAN), 6, FALSE));
  g_assert_false (sl_position_never_asked (said (0), 6, TRUE));
  g_assert_false (sl_position_conflict_assessed (0, 0, FALSE));
  g_assert_false (sl_position_conflict_assessed (1, 0, FALSE));
  g_assert_true (sl_position_conflict_assessed (2, 0, FALSE));
  g_assert_true (sl_position_conflict_assessed (0, 1, FALSE));
  g_assert_true (sl_position_conflict_assessed (0, 0, TRUE));
}

static void
assert_pair (SlPositionPair pair, double convergence, double divergence, double ambivalence,
             guint n_compared)
{
  assert_near (pair.convergence, convergence);
  assert_near (pair.divergence, divergence);
  assert_near (pair.ambivalence, ambivalence);
  g_assert_cmpuint (pair.n_compared, ==, n_compared);
}

static void
test_pair (void)
{
  const double a[] = { -2, 3, 2 }, b[] = { -1, -2, NAN }, weights[] = { 5, 5, 10 };
  assert_pair (sl_position_pair (a, b, weights, 3), 1.125, 1.875, 0.6, 2);
  assert_pair (sl_position_pair (a, b, NULL, 3), 1.5, 2.5, 0.6, 2);
  assert_pair (sl_position_pair (a, b, (double[]){ 0, 0, 0 }, 3), 1.5, 2.5, 0.6, 2);
  assert_pair (sl_position_pair ((double[]){ NAN, 2, 0 }, (double[]){ 2, 0, 0 }, NULL, 3), 0, 0, 0,
               2);
  assert_pair (sl_position_pair (NULL, NULL, NULL, 0), 0, 0, 0, 0);
}

static void
fill_random (double *values, guint n)
{
  for (guint i = 0; i < n; i++)
    values[i] = g_test_rand_int_range (0, 3) == 0 ? NAN : g_test_rand_int_range (-3, 4);
}

static void
test_matrix (void)
{
  enum
  {
    PARTIES = 7,
    GOALS = 11
  };
  double values[PARTIES * GOALS], weights[GOALS], doubled[GOALS];
  for (guint round = 0; round < 100; round++)
    {
      fill_random (values, PARTIES * GOALS);
      for (guint i = 0; i < GOALS; i++)
        {
          weights[i] = g_test_rand_double ();
          doubled[i] = weights[i] * 64;
        }
      g_autofree SlPositionPair *matrix = sl_position_matrix (values, PARTIES, GOALS, weights);
      for (guint p = 0; p < PARTIES; p++)
        for (guint q = 0; q < PARTIES; q++)
          {
            SlPositionPair got = matrix[p * PARTIES + q];
            SlPositionPair want = { 0, 0, 0, 0 };
            if (p != q)
              /* In units of any size: only shares of the weight count. */
              want = sl_position_pair (&values[p * GOALS], &values[q * GOALS], doubled, GOALS);
            assert_pair (got, want.convergence, want.divergence, want.ambivalence, want.n_compared);
            g_assert_cmpfloat (got.ambivalence, >=, 0.0);
            g_assert_cmpfloat (got.ambivalence, <=, 1.0);
          }
    }
}

static void
test_margin (void)
{
  const double values[] = { 2, -1, NAN, 1 }, influence[] = { 50, 100, 10, 20 };
  SlPositionMargin margin = sl_position_margin (values, influence, 4);
  assert_near (margin.support, 120.0 / 220);
  assert_near (margin.mean, 2.0 / 3);
  assert_near (margin.unasked, 0.25);
  g_assert_cmpuint (margin.n_known, ==, 3);
  g_assert_false (margin.backed_by_all);
  assert_near (sl_position_margin (values, NULL, 4).support, 0.75);
  assert_near (sl_position_margin (values, (double[]){ 0, 0, 0, 0 }, 4).support, 0.75);
  g_assert_true (sl_position_margin ((double[]){ 1, NAN, 3 }, NULL, 3).backed_by_all);
  g_assert_false (sl_position_margin ((double[]){ 1, 0, 3 }, NULL, 3).backed_by_all);
  SlPositionMargin unknown = sl_position_margin ((double[]){ NAN, NAN }, NULL, 2);
  assert_near (unknown.support, NAN);
  assert_near (unknown.mean, NAN);
  assert_near (unknown.unasked, 1.0);
  g_assert_false (unknown.backed_by_all);
  SlPositionMargin neutral = sl_position_margin ((double[]){ 0, 0 }, NULL, 2);
  assert_near (neutral.support, NAN);
  assert_near (neutral.mean, 0.0);
  assert_near (sl_position_margin (NULL, NULL, 0).unasked, 0.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/positions/opposition", test_opposition);
  g_test_add_func ("/core/positions/owner", test_owner);
  g_test_add_func ("/core/positions/agreement", test_agreement);
  g_test_add_func ("/core/positions/asked", test_asked);
  g_test_add_func ("/core/positions/pair", test_pair);
  g_test_add_func ("/core/positions/matrix", test_matrix);
  g_test_add_func ("/core/positions/margin", test_margin);
  return g_test_run ();
}
