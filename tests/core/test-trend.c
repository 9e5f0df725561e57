/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trends of reviews and of forecasts: published rules, chances by counting, and what must hold
 * always. */

#include "config.h"

#include "methods/sl-trend.h"
#include "methods/sl-numeric.h"
#include "methods/sl-rank-agreement.h"

#include "near.h"

static void
test_falling (void)
{
  const double falling[] = { 82, 80, 74, 70, 61 }, flat[] = { 70, 72, 69, 71, 70 };
  SlTrend trend;
  g_assert_true (sl_trend (falling, 5, &trend));
  g_assert_cmpint (trend.s, ==, -10);
  assert_near (trend.slope, -5.125);
  assert_near (trend.one_sided, 1.0 / 120.0);
  assert_near (trend.tau, -1.0);
  g_assert_true (trend.exact);
  g_assert_true (trend.falling);
  g_assert_true (sl_trend (flat, 5, &trend));
  g_assert_cmpint (trend.s, ==, -1);
  assert_near (trend.slope, -0.25);
  g_assert_false (trend.exact);
  g_assert_false (trend.falling);
  assert_near (trend.z, 0.0);
  assert_near (trend.variance, (5 * 4 * 15 - 2 * 1 * 9) / 18.0);
}

static void
test_edges (void)
{
  SlTrend trend;
  const double three[] = { 80, 60, 40 }, four[] = { 80, NAN, 60, 40, 20 };
  g_assert_true (sl_trend (three, 3, &trend));
  g_assert_false (trend.falling);
  /* A review without a value is skipped, but it was a review: 20 in two steps, then 20 in one. */
  g_assert_true (sl_trend (four, 5, &trend));
  g_assert_cmpuint (trend.n, ==, 4);
  assert_near (trend.one_sided, 1.0 / 24.0);
  g_assert_true (trend.falling);
  assert_near (trend.slope, -17.5);
  g_assert_false (sl_trend (three, 1, &trend));
  g_assert_false (sl_trend (three, 0, &trend));
  g_assert_false (trend.falling);
  const double same[] = { 5, 5, 5, 5, 5 }, rising[] = { 1, 2, 3, 4, 5 };
  g_assert_true (sl_trend (same, 5, &trend));
  assert_near (trend.variance, 0.0);
  assert_near (trend.z, 0.0);
  assert_near (trend.p, 1.0);
  assert_near (trend.tau, 0.0);
  g_assert_false (trend.falling);
  g_assert_true (sl_trend (rising, 5, &trend));
  assert_near (trend.one_sided, 1.0 / 120.0);
  g_assert_false (trend.falling);
}

/* Counts orders of the values from @at on: all, and those whose S is at most @s. */
static void
count_orders (double *values, guint n, guint at, int s, guint *all, guint *as_low)
{
  if (at == n)
    {
      SlTrend trend;
      sl_trend (values, n, &trend);
      (*all)++;
      *as_low += trend.s <= s;
      return;
    }
  for (guint i = at; i < n; i++)
    {
      double value = values[i];
      values[i] = values[at];
      values[at] = value;
      count_orders (values, n, at + 1, s, all, as_low);
      values[at] = values[i];
      values[i] = value;
    }
}

/* The exact chance is the share of all orders that fall as much; the normal one comes near. */
static void
test_chance (void)
{
  for (guint n = 3; n <= 7; n++)
    for (guint round = 0; round < 3; round++)
      {
        double values[7];
        SlTrend trend;
        guint all = 0, as_low = 0;
        for (guint i = 0; i < n; i++)
          values[i] = g_test_rand_double ();
        g_assert_true (sl_trend (values, n, &trend));
        count_orders (values, n, 0, -ABS (trend.s), &all, &as_low);
        assert_near (trend.one_sided, (double)as_low / all);
        /* At 0 the continuity correction has nothing to correct. */
        if (trend.s != 0)
          assert_close (sl_normal_cdf (-fabs (trend.z)), trend.one_sided, 0.06);
      }
  /* Table A18 of Gilbert 1987. */
  assert_close (sl_kendall_tail (4, 4), 0.167, 5e-4);
  assert_close (sl_kendall_tail (5, 6), 0.117, 5e-4);
  assert_close (sl_kendall_tail (8, 12), 0.089, 5e-4);
  assert_close (sl_kendall_tail (10, 21), 0.036, 5e-4);
}

/* The series turned round has the opposite trend; moved and stretched it has the same. */
static void
test_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      double values[20], turned[20], moved[20];
      guint n = (guint)g_test_rand_int_range (2, 20);
      SlTrend trend, other;
      for (guint i = 0; i < n; i++)
        values[i] = g_test_rand_int_range (0, 3) == 0 ? NAN : g_test_rand_int_range (0, 12);
      for (guint i = 0; i < n; i++)
        {
          turned[n - 1 - i] = values[i];
          moved[i] = 3.0 * values[i] - 7.0;
        }
      if (!sl_trend (values, n, &trend))
        continue;
      g_assert_true (fabs (trend.tau) <= 1.0 && trend.p >= 0.0 && trend.p <= 1.0);
      g_assert_true (sl_trend (turned, n, &other));
      g_assert_cmpint (other.s, ==, -trend.s);
      assert_near (other.slope, -trend.slope);
      assert_near (other.one_sided, trend.one_sided);
      g_assert_true (sl_trend (moved, n, &other));
      g_assert_cmpint (other.s, ==, trend.s);
      assert_near (other.slope, 3.0 * trend.slope);
    }
}

static void
check_class (const double *days, const double *forecasts, guint n, const char *name)
{
  SlMilestoneTrend trend;
  g_assert_true (sl_milestone_trend (days, forecasts, n, &trend));
  g_assert_cmpstr (sl_milestone_class_name (trend.class), ==, name);
}

static void
test_milestone (void)
{
  const double days[] = { 0, 30, 60, 90, 120 }, slips[] = { 200, 210, 220, 230, 240 };
  const double pulls[] = { 200, 195, 190, 185 }, runs[] = { 200, 230, 260, 290 };
  SlMilestoneTrend trend;
  g_assert_true (sl_milestone_trend (days, slips, 4, &trend));
  assert_near (trend.slope, 1.0 / 3.0);
  assert_near (trend.slip_total, 30.0);
  assert_near (trend.last_step, 10.0);
  assert_near (trend.projected_day, 300.0);
  g_assert_true (sl_milestone_trend (days, pulls, 4, &trend));
  assert_near (trend.slip_total, -15.0);
  assert_near (trend.projected_day, 1200.0 / 7.0);
  g_assert_true (sl_milestone_trend (days, runs, 4, &trend));
  assert_near (trend.slope, 1.0);
  assert_near (trend.projected_day, NAN);
  check_class (days, slips, 5, "slipping");
  check_class (days, pulls, 4, "pulling_in");
  check_class (days, runs, 4, "slipping");

  const double still[] = { 200, 200, 201, 201 }, zigzag[] = { 200, 230, 200, 230 };
  const double once[] = { 200, 230, 230, 215 }, jump[] = { 200, 200, 200, 200, 290 };
  check_class (days, still, 4, "stable");
  check_class (days, zigzag, 4, "zigzag");
  check_class (days, once, 4, "slipping");
  g_assert_true (sl_milestone_trend (days, jump, 5, &trend));
  assert_near (trend.slope, 0.0);
  assert_near (trend.last_step, 90.0);
}

static void
test_milestone_edges (void)
{
  const double days[] = { 60, 0, 30, NAN }, forecasts[] = { 220, 200, NAN, 9 };
  SlMilestoneTrend trend;
  /* In any order, with gaps. */
  g_assert_true (sl_milestone_trend (days, forecasts, 4, &trend));
  g_assert_cmpuint (trend.n, ==, 2);
  assert_near (trend.slip_total, 20.0);
  assert_near (trend.slope, 1.0 / 3.0);
  g_assert_false (sl_milestone_trend (days, forecasts, 1, &trend));
  g_assert_cmpuint (trend.n, ==, 1);
  assert_near (trend.slip_total, 0.0);
  assert_near (trend.last_step, NAN);
  g_assert_false (sl_milestone_trend (days, forecasts, 0, &trend));
  assert_near (trend.slip_total, NAN);
  /* The same day reported twice: no time has passed. */
  const double one_day[] = { 5, 5 }, moved[] = { 200, 210 };
  g_assert_false (sl_milestone_trend (one_day, moved, 2, &trend));
  assert_near (trend.slip_total, 10.0);
  assert_near (trend.slope, NAN);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/trend/falling", test_falling);
  g_test_add_func ("/core/trend/edges", test_edges);
  g_test_add_func ("/core/trend/chance", test_chance);
  g_test_add_func ("/core/trend/random", test_random);
  g_test_add_func ("/core/trend/milestone", test_milestone);
  g_test_add_func ("/core/trend/milestone-edges", test_milestone_edges);
  return g_test_run ();
}
