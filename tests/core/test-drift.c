/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drift of priorities, targets and reviews. */

#include "config.h"

#include "methods/sl-drift.h"

#include "near.h"

static void
test_priorities (void)
{
  const double agreed[] = { 0.4, 0.3, 0.2, 0.1, NAN }, now[] = { 0.25, 0.35, 0.2, NAN, 0.2 };
  const double want[] = { 0.075, 0.025, 0.0, 0.05, 0.1 };
  SlPriorityDrift drift;
  double parts[5];
  g_assert_true (sl_priority_drift (agreed, now, 5, parts, &drift));
  assert_near (drift.distance, 0.25);
  assert_near (drift.set_distance, 0.4);
  assert_near (drift.order, 1.0 / 3.0);
  for (guint i = 0; i < 5; i++)
    assert_near (parts[i], want[i]);
}

static void
test_edges (void)
{
  const double some[] = { 1, 2 }, zero[] = { 0, 0 }, none[] = { NAN, NAN };
  const double left[] = { 1, NAN }, right[] = { NAN, 1 }, percent[] = { 100, 200 };
  SlPriorityDrift drift;
  double parts[2];
  g_assert_false (sl_priority_drift (some, zero, 2, parts, &drift));
  assert_near (drift.distance, NAN);
  assert_near (parts[0], 0.0);
  g_assert_false (sl_priority_drift (none, some, 2, NULL, &drift));
  g_assert_false (sl_priority_drift (some, some, 0, NULL, &drift));
  /* Nothing in common: everything moved. */
  g_assert_true (sl_priority_drift (left, right, 2, parts, &drift));
  assert_near (drift.distance, 1.0);
  assert_near (drift.set_distance, 1.0);
  assert_near (drift.order, NAN);
  /* Only shares count. */
  g_assert_true (sl_priority_drift (some, percent, 2, parts, &drift));
  assert_near (drift.distance, 0.0);
  assert_near (drift.order, 1.0);
}

static void
test_target (void)
{
  assert_near (sl_target_drift (0, 100, 80), 0.2);
  assert_near (sl_target_drift (100, 50, 60), 0.2);
  assert_near (sl_target_drift (100, 50, 150), 2.0);
  assert_near (sl_target_drift (5, 5, 5), 0.0);
  assert_near (sl_target_drift (5, 5, 6), 1.0);
  assert_near (sl_target_drift (NAN, 5, 6), NAN);
  assert_near (sl_target_drift (5, NAN, 6), NAN);
  assert_near (sl_target_drift (5, 5, NAN), NAN);
}

static void
test_review (void)
{
  assert_near (sl_review_lateness (0, SL_INT_NULL, 30, 30), 0.0);
  assert_near (sl_review_lateness (0, SL_INT_NULL, 30, 45), 0.5);
  assert_near (sl_review_lateness (0, SL_INT_NULL, 30, 500), 1.0);
  assert_near (sl_review_lateness (40, 0, 30, 45), 0.0);
  assert_near (sl_review_lateness (SL_INT_NULL, 0, 30, 45), 0.5);
  assert_near (sl_review_lateness (SL_INT_NULL, SL_INT_NULL, 30, 45), NAN);
  assert_near (sl_review_lateness (0, 0, 0, 45), NAN);
  assert_near (sl_review_lateness (0, 0, NAN, 45), NAN);
}

/* A distance: 0 for the same, the same both ways, no way round is shorter, its parts add up. */
static void
test_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      double lists[3][8], parts[8], sum = 0.0;
      SlPriorityDrift ab, ba, bc, ac;
      for (guint k = 0; k < 3; k++)
        for (guint i = 0; i < 8; i++)
          lists[k][i] = g_test_rand_bit () || i == 0 ? g_test_rand_double_range (0.1, 1) : NAN;
      g_assert_true (sl_priority_drift (lists[0], lists[1], 8, parts, &ab));
      g_assert_true (sl_priority_drift (lists[1], lists[0], 8, NULL, &ba));
      g_assert_true (sl_priority_drift (lists[1], lists[2], 8, NULL, &bc));
      g_assert_true (sl_priority_drift (lists[0], lists[2], 8, NULL, &ac));
      for (guint i = 0; i < 8; i++)
        sum += parts[i];
      assert_near (sum, ab.distance);
      assert_near (ab.distance, ba.distance);
      assert_near (ab.set_distance, ba.set_distance);
      g_assert_cmpfloat (ac.distance, <=, ab.distance + bc.distance + 1e-12);
      g_assert_cmpfloat (ac.set_distance, <=, ab.set_distance + bc.set_distance + 1e-12);
      g_assert_true (ab.distance >= 0.0 && ab.distance <= 1.0);
      g_assert_true (sl_priority_drift (lists[0], lists[0], 8, NULL, &ab));
      assert_near (ab.distance, 0.0);
      assert_near (ab.set_distance, 0.0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/drift/priorities", test_priorities);
  g_test_add_func ("/core/drift/edges", test_edges);
  g_test_add_func ("/core/drift/target", test_target);
  g_test_add_func ("/core/drift/review", test_review);
  g_test_add_func ("/core/drift/random", test_random);
  return g_test_run ();
}
