/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Budgets against weights: bounds, units, what is not assessed; and Gini. */

#include "config.h"

#include "methods/sl-resource-fit.h"

#include <math.h>

#define EPSILON 1e-12
#define N 12

static void
test_parts (void)
{
  const double budgets[] = { 20, 30, 40, 5, 5 };
  const double weights[] = { 40, 30, 20, 10, 0 };
  const double want[] = { -0.2, 0.0, 0.2, -0.05, 0.05 };
  double gaps[5];
  g_assert_cmpfloat_with_epsilon (sl_resource_fit (budgets, weights, 5, gaps), 0.25, EPSILON);
  for (guint i = 0; i < 5; i++)
    g_assert_cmpfloat_with_epsilon (gaps[i], want[i], EPSILON);
}

static void
test_bounds (void)
{
  for (guint round = 0; round < 500; round++)
    {
      double budgets[N], weights[N], gaps[N], swapped[N], scaled[N];
      double parts = 0.0, sum = 0.0;
      for (guint i = 0; i < N; i++)
        {
          budgets[i] = g_test_rand_int_range (0, 5);
          weights[i] = g_test_rand_double_range (0, 9);
        }
      budgets[0] += 1;
      double fit = sl_resource_fit (budgets, weights, N, gaps);
      for (guint i = 0; i < N; i++)
        {
          parts += fabs (gaps[i]) / 2.0;
          sum += gaps[i];
          scaled[i] = budgets[i] * 1e9;
          swapped[i] = weights[i];
        }
      g_assert_cmpfloat (fit, >=, 0.0);
      g_assert_cmpfloat (fit, <=, 1.0);
      g_assert_cmpfloat_with_epsilon (parts, fit, EPSILON);
      g_assert_cmpfloat_with_epsilon (sum, 0.0, EPSILON);
      g_assert_cmpfloat_with_epsilon (sl_resource_fit (scaled, weights, N, NULL), fit, EPSILON);
      g_assert_cmpfloat_with_epsilon (sl_resource_fit (swapped, budgets, N, NULL), fit, EPSILON);
      g_assert_cmpfloat_with_epsilon (sl_resource_fit (budgets, scaled, N, NULL), 0.0, EPSILON);
    }
}

static void
test_edges (void)
{
  const double one[] = { 7 };
  const double apart[][2] = { { 1, 0 }, { 0, 3 } };
  const double zero[] = { 0, 0 };
  const double negative[] = { 3, -1 };
  const double infinite[] = { 1, INFINITY };
  double gaps[2] = { 9, 9 };
  g_assert_cmpfloat (sl_resource_fit (one, one, 1, NULL), ==, 0.0);
  g_assert_cmpfloat (sl_resource_fit (apart[0], apart[1], 2, NULL), ==, 1.0);
  g_assert_true (isnan (sl_resource_fit (NULL, NULL, 0, NULL)));
  g_assert_true (isnan (sl_resource_fit (zero, apart[0], 2, gaps)));
  g_assert_cmpfloat (gaps[0], ==, 0.0);
  g_assert_cmpfloat (gaps[1], ==, 0.0);
  g_assert_true (isnan (sl_resource_fit (apart[0], zero, 2, NULL)));
  g_assert_true (isnan (sl_resource_fit (apart[0], negative, 2, NULL)));
  g_assert_true (isnan (sl_resource_fit (infinite, apart[0], 2, NULL)));
}

static void
test_gini (void)
{
  const double published[] = { 40, 10, 30, 20 };
  const double same[] = { 3, 3, 3 };
  const double one_has_all[] = { 0, 0, 0, 8 };
  const double negative[] = { 1, -1, 5 };
  g_assert_cmpfloat_with_epsilon (sl_gini (published, 4), 0.25, EPSILON);
  g_assert_cmpfloat_with_epsilon (sl_gini (same, 3), 0.0, EPSILON);
  g_assert_cmpfloat_with_epsilon (sl_gini (one_has_all, 4), 0.75, EPSILON);
  g_assert_true (isnan (sl_gini (negative, 3)));
  g_assert_true (isnan (sl_gini (NULL, 0)));
  for (guint round = 0; round < 200; round++)
    {
      /* Half of the mean difference of all pairs, by the mean. */
      double values[N], differences = 0.0, total = 0.0;
      for (guint i = 0; i < N; i++)
        total += values[i] = g_test_rand_double_range (0.01, 10);
      for (guint i = 0; i < N; i++)
        for (guint j = 0; j < N; j++)
          differences += fabs (values[i] - values[j]);
      g_assert_cmpfloat_with_epsilon (sl_gini (values, N), differences / (2.0 * N * total),
                                      EPSILON);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/resource-fit/parts", test_parts);
  g_test_add_func ("/core/resource-fit/bounds", test_bounds);
  g_test_add_func ("/core/resource-fit/edges", test_edges);
  g_test_add_func ("/core/resource-fit/gini", test_gini);
  return g_test_run ();
}
