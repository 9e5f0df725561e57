/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Disagreement in points: its bound, its parts, its units, and who has not answered. */

#include "config.h"

#include "methods/sl-priority-points.h"

#include <math.h>
#include <string.h>

#define EPSILON 1e-12
#define M 5
#define N 7

static void
test_bound (void)
{
  for (guint m = 2; m <= 9; m++)
    {
      g_autofree double *points = g_new0 (double, m *m);
      for (guint p = 0; p < m; p++)
        points[p * m + p] = 100;
      g_assert_cmpfloat_with_epsilon (sl_priority_points (points, m, m, NULL, NULL, NULL), 1.0,
                                      EPSILON);
      for (guint i = 0; i < m * m; i++)
        points[i] = 1 + i % m;
      g_assert_cmpfloat_with_epsilon (sl_priority_points (points, m, m, NULL, NULL, NULL), 0.0,
                                      EPSILON);
    }
}

static void
test_parts (void)
{
  for (guint round = 0; round < 300; round++)
    {
      double points[M * N], turned[M * N], group[N], cells[M * N], gaps[M * N];
      double sum = 0.0, weights = 0.0;
      for (guint i = 0; i < M * N; i++)
        points[i] = g_test_rand_int_range (0, 20) + (i % N == 0 ? 1 : 0);
      double disagreement = sl_priority_points (points, M, N, group, cells, gaps);
      for (guint i = 0; i < M * N; i++)
        {
          sum += cells[i];
          g_assert_cmpfloat_with_epsilon (cells[i], fabs (gaps[i]) / (2.0 * (M - 1)), EPSILON);
          /* Parties and goals in another order, each party in another unit. */
          turned[M * N - 1 - i] = points[i] * (double)(1 + i / N);
        }
      for (guint k = 0; k < N; k++)
        weights += group[k];
      g_assert_cmpfloat_with_epsilon (sum, disagreement, EPSILON);
      g_assert_cmpfloat_with_epsilon (weights, 1.0, EPSILON);
      g_assert_cmpfloat (disagreement, >=, 0.0);
      g_assert_cmpfloat (disagreement, <=, 1.0);
      g_assert_cmpfloat_with_epsilon (sl_priority_points (turned, M, N, NULL, NULL, NULL),
                                      disagreement, EPSILON);
    }
}

static void
test_missing (void)
{
  const double points[] = { 60, 40, NAN, 0, 20, 80, -5, NAN };
  double group[2], cells[8];
  double disagreement = sl_priority_points (points, 4, 2, group, cells, NULL);
  g_assert_cmpfloat_with_epsilon (group[0], 0.4, EPSILON);
  g_assert_cmpfloat_with_epsilon (group[1], 0.6, EPSILON);
  g_assert_cmpfloat_with_epsilon (disagreement, 0.4, EPSILON);
  g_assert_cmpfloat (cells[2], ==, 0.0);
  g_assert_cmpfloat (cells[7], ==, 0.0);
  /* One party alone has weights, and nobody to differ from. */
  g_assert_true (isnan (sl_priority_points (points, 2, 2, group, cells, NULL)));
  g_assert_cmpfloat_with_epsilon (group[0], 0.6, EPSILON);
  g_assert_cmpfloat (cells[0], ==, 0.0);
  g_assert_true (isnan (sl_priority_points (points + 2, 1, 2, group, NULL, NULL)));
  g_assert_cmpfloat (group[0], ==, 0.0);
  g_assert_true (isnan (sl_priority_points (NULL, 0, 0, NULL, NULL, NULL)));
}

/* Any number of places: points fall strictly and are a hundred together. */
static void
test_by_rank (void)
{
  const double three[] = { 50, 33, 17 };
  double points[300];

  sl_priority_by_rank (3, points);
  for (guint i = 0; i < G_N_ELEMENTS (three); i++)
    g_assert_cmpfloat (points[i], ==, three[i]);
  for (guint n = 1; n <= G_N_ELEMENTS (points); n++)
    {
      double sum = 0.0;

      sl_priority_by_rank (n, points);
      for (guint i = 0; i < n; i++)
        {
          g_assert_cmpfloat (points[i], >, i + 1 < n ? points[i + 1] : 0.0);
          sum += points[i];
          if (n <= 13)
            g_assert_cmpfloat (points[i], ==, (int)points[i]);
        }
      g_assert_cmpfloat_with_epsilon (sum, 100.0, 1e-9);
    }
}

static void
test_to_hundred (void)
{
  double thirds[] = { 7, 7, 7 }, uneven[] = { 60, 45, 0, 15 }, nothing[] = { 0, 0 };

  sl_priority_to_hundred (thirds, 3);
  g_assert_cmpfloat (thirds[0], ==, 34.0);
  g_assert_cmpfloat (thirds[1], ==, 33.0);
  g_assert_cmpfloat (thirds[2], ==, 33.0);
  sl_priority_to_hundred (uneven, 4);
  g_assert_cmpfloat (uneven[0], ==, 50.0);
  g_assert_cmpfloat (uneven[1], ==, 38.0);
  g_assert_cmpfloat (uneven[2], ==, 0.0);
  g_assert_cmpfloat (uneven[3], ==, 12.0);
  sl_priority_to_hundred (nothing, 2);
  g_assert_cmpfloat (nothing[0], ==, 0.0);
}

static void
test_place (void)
{
  const double given[] = { 40, 20, 20, 20, 0, 0 };
  double points[6], none[] = { 0, 0, 0 };

  for (guint to = 0; to < G_N_ELEMENTS (given); to++)
    {
      memcpy (points, given, sizeof points);
      /* A goal put among equal ones would not stay there. */
      g_assert_cmpint (sl_priority_place (points, 6, to), ==, given[to] == 20);
      for (guint i = 0; i < G_N_ELEMENTS (given); i++)
        if (given[to] != 20)
          g_assert_cmpfloat (points[i], ==, given[i]);
        else
          g_assert_cmpfloat (points[i], >, i < 5 ? points[i + 1] : 0.0);
    }
  /* The first goal that is moved begins a ranking. */
  g_assert_true (sl_priority_place (none, 3, 2));
  g_assert_cmpfloat (none[0], ==, 50.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/priority-points/bound", test_bound);
  g_test_add_func ("/core/priority-points/parts", test_parts);
  g_test_add_func ("/core/priority-points/missing", test_missing);
  g_test_add_func ("/core/priority-points/by-rank", test_by_rank);
  g_test_add_func ("/core/priority-points/to-hundred", test_to_hundred);
  g_test_add_func ("/core/priority-points/place", test_place);
  return g_test_run ();
}
