/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Severities of goals that work against each other, and of obstacles. */

#include "config.h"

#include "methods/sl-conflict-rules.h"
#include "methods/sl-obstacles.h"

#include "near.h"

static void
test_links (void)
{
  assert_near (sl_conflict_link_severity (-60, TRUE, TRUE), 0.6);
  assert_near (sl_conflict_link_severity (-100, TRUE, TRUE), 1.0);
  assert_near (sl_conflict_link_severity (-60, FALSE, TRUE), 0.0);
  assert_near (sl_conflict_link_severity (-60, TRUE, FALSE), 0.0);
  assert_near (sl_conflict_link_severity (60, TRUE, TRUE), 0.0);
  assert_near (sl_conflict_link_severity (0, TRUE, TRUE), 0.0);
  assert_near (sl_conflict_mutual_severity (-20, -80), 0.8);
  assert_near (sl_conflict_mutual_severity (-80, -20), 0.8);
  assert_near (sl_conflict_mutual_severity (-80, 20), 0.0);
  assert_near (sl_conflict_mutual_severity (-80, 0), 0.0);
}

static void
test_ranges (void)
{
  SlConflictRange from_12 = { 12, INFINITY }, to_10 = { -INFINITY, 10 }, from_10 = { 10, INFINITY };
  SlConflictRange middle = { 10.5, 11 }, open = { -INFINITY, INFINITY };
  assert_near (sl_conflict_range_gap (from_12, to_10), 2);
  assert_near (sl_conflict_range_gap (to_10, from_12), 2);
  assert_near (sl_conflict_range_gap (from_10, to_10), 0);
  assert_near (sl_conflict_range_gap (from_12, from_10), 0);
  assert_near (sl_conflict_range_gap (open, middle), 0);
  assert_near (sl_conflict_range_gap (middle, from_12), 1);
  assert_near (sl_conflict_range_severity (2, 8), 0.25);
  assert_near (sl_conflict_range_severity (1, 8), 0.25);
  assert_near (sl_conflict_range_severity (4, 8), 0.5);
  assert_near (sl_conflict_range_severity (40, 8), 1.0);
  assert_near (sl_conflict_range_severity (0, 8), 0.0);
  assert_near (sl_conflict_range_severity (2, NAN), 0.25);
  assert_near (sl_conflict_range_severity (2, 0), 0.25);
}

/* All pairs, against looking at each. */
static void
test_find_ranges (void)
{
  for (guint round = 0; round < 500; round++)
    {
      SlConflictRange ranges[9];
      guint n = g_test_rand_int_range (0, 10), next = 0;
      for (guint i = 0; i < n; i++)
        {
          double low = g_test_rand_int_range (0, 10);
          ranges[i].low = g_test_rand_int_range (0, 4) == 0 ? -INFINITY : low;
          ranges[i].high
              = g_test_rand_int_range (0, 4) == 0 ? INFINITY : low + g_test_rand_int_range (0, 4);
        }
      g_autoptr (GArray) pairs = sl_conflict_find_ranges (ranges, n);
      for (guint a = 0; a < n; a++)
        for (guint b = a + 1; b < n; b++)
          {
            double gap = sl_conflict_range_gap (ranges[a], ranges[b]);
            if (gap == 0.0)
              continue;
            g_assert_cmpuint (next, <, pairs->len);
            const SlConflictPair *pair = &g_array_index (pairs, SlConflictPair, next++);
            g_assert_cmpuint (pair->a, ==, a);
            g_assert_cmpuint (pair->b, ==, b);
            assert_near (pair->gap, gap);
          }
      g_assert_cmpuint (next, ==, pairs->len);
    }
}

static void
test_others (void)
{
  assert_near (sl_conflict_choice_severity (0), 0.0);
  assert_near (sl_conflict_choice_severity (1), 0.0);
  assert_near (sl_conflict_choice_severity (2), 0.6);
  assert_near (sl_conflict_choice_severity (5), 0.6);
  assert_near (sl_conflict_duplicated_budget ((double[]){ 10, 5 }, 2), 5);
  assert_near (sl_conflict_duplicated_budget ((double[]){ 5, 10, NAN, 10 }, 4), 15);
  assert_near (sl_conflict_duplicated_budget ((double[]){ 10 }, 1), 0);
  assert_near (sl_conflict_duplicated_budget (NULL, 0), 0);

  assert_near (sl_conflict_outcome_severity (-25, 0), 0.25);
  assert_near (sl_conflict_outcome_severity (-25, NAN), 0.25);
  assert_near (sl_conflict_outcome_severity (-25, -1), 0.0);
  assert_near (sl_conflict_outcome_severity (0, 50), 0.0);
  assert_near (sl_conflict_outcome_severity (NAN, 50), 0.0);

  assert_near (sl_conflict_recorded_severity (SL_SEVERITY_LOW), 0.3);
  assert_near (sl_conflict_recorded_severity (SL_SEVERITY_MEDIUM), 0.6);
  assert_near (sl_conflict_recorded_severity (SL_SEVERITY_HIGH), 1.0);
  assert_near (sl_conflict_conditional_severity (0.8, 0.25), 0.2);
  assert_near (sl_conflict_conditional_severity (0.8, 7), 0.8);
}

static void
test_obstacles (void)
{
  const double halves[] = { 0.5, 0.5 }, some[] = { 0.5, NAN, 0.2 }, none[] = { NAN, NAN };
  const double weights[] = { 0.3, 0.3, 0.4 };
  guint n;
  assert_near (sl_obstacle_goal_rate (SL_OBSTACLE_MILESTONE, halves, NULL, 2, &n), 0.25);
  g_assert_cmpuint (n, ==, 2);
  assert_near (sl_obstacle_goal_rate (SL_OBSTACLE_UNCONTROLLABILITY, some, NULL, 3, &n), 0.4);
  g_assert_cmpuint (n, ==, 2);
  assert_near (sl_obstacle_goal_rate (SL_OBSTACLE_MILESTONE, none, NULL, 2, NULL), NAN);
  assert_near (sl_obstacle_goal_rate (SL_OBSTACLE_MILESTONE, NULL, NULL, 0, NULL), NAN);
  assert_near (sl_obstacle_goal_rate (SL_OBSTACLE_CASE, halves, NULL, 2, NULL), 0.5);
  assert_near (sl_obstacle_goal_rate (SL_OBSTACLE_CASE, halves, (double[]){ 0.3, 0.3 }, 2, NULL),
               0.3);
  assert_near (sl_obstacle_goal_rate (SL_OBSTACLE_CASE, some, weights, 3, &n),
               (0.3 * 0.5 + 0.4 * 0.8) / 0.7);
  g_assert_cmpuint (n, ==, 2);
  assert_near (sl_obstacle_goal_rate (SL_OBSTACLE_CASE, none, NULL, 2, NULL), NAN);
  assert_near (sl_obstacle_goal_rate (SL_OBSTACLE_CASE, NULL, NULL, 0, NULL), NAN);
  assert_near (sl_obstacle_any (halves, 2), 0.75);
  assert_near (sl_obstacle_any (none, 2), NAN);
  assert_near (sl_obstacle_goal_rate_shared (some, 3), 0.3);
  assert_near (sl_obstacle_goal_rate_shared ((double[]){ 0.7, 0.7 }, 2), 0.0);
  assert_near (sl_obstacle_goal_rate_shared (none, 2), NAN);
  g_assert_true (sl_obstacle_needs_plan (0.79, SL_OBSTACLE_REQUIRED_RATE, FALSE));
  g_assert_false (sl_obstacle_needs_plan (0.8, SL_OBSTACLE_REQUIRED_RATE, FALSE));
  g_assert_false (sl_obstacle_needs_plan (0.1, SL_OBSTACLE_REQUIRED_RATE, TRUE));
  g_assert_false (sl_obstacle_needs_plan (NAN, SL_OBSTACLE_REQUIRED_RATE, FALSE));
}

/* Obstacles that have to do with each other are never less bad than the lower bound. */
static void
test_obstacle_bounds (void)
{
  for (guint round = 0; round < 500; round++)
    {
      double obstacles[5];
      guint n = g_test_rand_int_range (1, 6);
      for (guint i = 0; i < n; i++)
        obstacles[i] = g_test_rand_double ();
      double rate = sl_obstacle_goal_rate (SL_OBSTACLE_MILESTONE, obstacles, NULL, n, NULL);
      g_assert_cmpfloat (sl_obstacle_goal_rate_shared (obstacles, n), <=, rate + 1e-12);
      assert_near (sl_obstacle_any (obstacles, n), 1.0 - rate);
      g_assert_cmpfloat (rate, >=, 0.0);
      g_assert_cmpfloat (rate, <=, 1.0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/conflict-rules/links", test_links);
  g_test_add_func ("/core/conflict-rules/ranges", test_ranges);
  g_test_add_func ("/core/conflict-rules/find-ranges", test_find_ranges);
  g_test_add_func ("/core/conflict-rules/others", test_others);
  g_test_add_func ("/core/obstacles/rates", test_obstacles);
  g_test_add_func ("/core/obstacles/bounds", test_obstacle_bounds);
  return g_test_run ();
}
