/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The delivery index: what counts, what is left out, and that no goal makes up for another. */

#include "config.h"

#include "methods/sl-delivery-index.h"

#include <math.h>

static SlDeliveryIndex
run (const SlDeliveryGoal *goals, guint n)
{
  SlDeliveryInput input = { goals, n, 0, 0 };
  SlDeliveryIndex out;
  sl_delivery_index (&input, &out);
  return out;
}

static void
test_mean (void)
{
  const SlDeliveryGoal goals[] = {
    { 3, 0.4, 0.5, TRUE },  /* 0.8 */
    { 1, 0.9, 0.3, FALSE }, /* 3, counts as 1 */
  };
  SlDeliveryIndex out = run (goals, 2);
  g_assert_cmpfloat_with_epsilon (out.index, 85.0, 1e-12);
  g_assert_cmpfloat (out.coverage, ==, 1.0);
  g_assert_cmpfloat (out.not_due, ==, 0.0);
  g_assert_cmpfloat (out.without_check_in, ==, 0.5);
  g_assert_true (isnan (out.slipping));
}

static void
test_missing (void)
{
  const SlDeliveryGoal goals[] = {
    { 2, 0.5, 1.0, TRUE }, { 1, NAN, 0.5, FALSE }, { 1, 0.0, 0.0, TRUE }, { 4, 0.2, NAN, TRUE }
  };
  SlDeliveryIndex out = run (goals, 4);
  g_assert_cmpfloat (out.index, ==, 50.0);
  g_assert_cmpfloat (out.coverage, ==, 0.25);
  g_assert_cmpfloat (out.not_due, ==, 0.125);
  g_assert_cmpfloat (out.without_check_in, ==, 0.25);
}

static void
test_nothing (void)
{
  SlDeliveryIndex out = run (NULL, 0);
  g_assert_true (isnan (out.index));
  g_assert_true (isnan (out.without_check_in));
  g_assert_cmpfloat (out.coverage, ==, 0.0);
  const SlDeliveryGoal weightless[] = { { 0, 1, 1, TRUE }, { -3, 1, 1, TRUE } };
  g_assert_true (isnan (run (weightless, 2).index));
}

static void
test_bounds (void)
{
  const SlDeliveryGoal worst = { 1, -0.5, 0.5, TRUE };
  g_assert_cmpfloat (run (&worst, 1).index, ==, 0.0);
  const SlDeliveryGoal best = { 1, 7.0, 0.01, TRUE };
  g_assert_cmpfloat (run (&best, 1).index, ==, 100.0);
}

static void
test_slipping (void)
{
  SlDeliveryInput input = { NULL, 0, 8, 2 };
  SlDeliveryIndex out;
  sl_delivery_index (&input, &out);
  g_assert_cmpfloat (out.slipping, ==, 0.25);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/delivery-index/mean", test_mean);
  g_test_add_func ("/core/delivery-index/missing", test_missing);
  g_test_add_func ("/core/delivery-index/nothing", test_nothing);
  g_test_add_func ("/core/delivery-index/bounds", test_bounds);
  g_test_add_func ("/core/delivery-index/slipping", test_slipping);
  return g_test_run ();
}
