/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores, pace and roll-up: the rules one by one, and on random graphs what must hold always. */

#include "config.h"

#include "methods/sl-rollup.h"

#include "near.h"

static void
test_kpi (void)
{
  double raw;
  assert_near (sl_kpi_progress (32, 45, 42, &raw), 10.0 / 13.0);
  assert_near (sl_kpi_progress (0, 10, 12, &raw), 1.0);
  assert_near (raw, 1.2);
  assert_near (sl_kpi_progress (100, 60, 70, NULL), 0.75);
  assert_near (sl_kpi_progress (100, 60, 110, &raw), 0.0);
  assert_near (raw, -0.25);
  assert_near (sl_kpi_progress (5, 5, 5, &raw), NAN);
  assert_near (raw, NAN);
  assert_near (sl_kpi_progress (NAN, 5, 5, NULL), NAN);
  assert_near (sl_kpi_progress (0, 5, NAN, NULL), NAN);

  assert_near (sl_kpi_range_score (95, 104, 5, 95), 1.0);
  assert_near (sl_kpi_range_score (95, 104, 5, 92), 0.4);
  assert_near (sl_kpi_range_score (95, 104, 5, 107), 0.4);
  assert_near (sl_kpi_range_score (95, 104, 5, 80), 0.0);
  assert_near (sl_kpi_range_score (NAN, 104, 10, -1000), 1.0);
  assert_near (sl_kpi_range_score (95, NAN, NAN, 94.9), 0.0);
  assert_near (sl_kpi_range_score (NAN, NAN, 5, 94.9), NAN);
}

static void
test_bands (void)
{
  g_assert_cmpstr (sl_score_band_name (sl_score_band (0.7)), ==, "green");
  g_assert_cmpstr (sl_score_band_name (sl_score_band (0.699)), ==, "yellow");
  g_assert_cmpstr (sl_score_band_name (sl_score_band (0.4)), ==, "yellow");
  g_assert_cmpstr (sl_score_band_name (sl_score_band (0.399)), ==, "red");
  g_assert_cmpstr (sl_score_band_name (sl_score_band (NAN)), ==, "none");
}

static void
test_pace (void)
{
  SlPace pace = sl_pace (0, 100, 40, 0.3);
  assert_near (pace.expected, 0.4);
  assert_near (pace.gap, -0.1);
  assert_near (pace.ratio, 0.75);
  assert_near (pace.projected_day, 40.0 / 0.3);
  pace = sl_pace (10, 100, 5, 0.0);
  assert_near (pace.expected, 0.0);
  assert_near (pace.gap, 0.0);
  assert_near (pace.ratio, NAN);
  assert_near (pace.projected_day, NAN);
  pace = sl_pace (0, 100, 400, 0.5);
  assert_near (pace.expected, 1.0);
  assert_near (pace.projected_day, 800.0);
  pace = sl_pace (100, 100, 400, 0.5);
  assert_near (pace.expected, NAN);
  pace = sl_pace (0, 100, 50, NAN);
  assert_near (pace.gap, NAN);
}

static void
test_forecast (void)
{
  const double days[] = { -100, 0, 10, 20, 30, 40, 50 };
  /* one day too many is forgotten, one outlier is outvoted */
  const double values[] = { 900, 0, 1, 2, 30, 4, 5 };
  assert_near (sl_forecast_day (days, values, 7, 10), 100.0);
  assert_near (sl_forecast_day (days + 1, values + 1, 1, 10), NAN);
  const double falling[] = { 5, 4, 3, 2 };
  assert_near (sl_forecast_day (days + 1, falling, 4, 10), NAN);
  assert_near (sl_forecast_day (days + 1, falling, 4, 0), 50.0);
  const double still[] = { 5, 5, 5, 5 };
  assert_near (sl_forecast_day (days + 1, still, 4, 10), NAN);
}

static void
test_means (void)
{
  const SlRollupNode nodes[] = {
    { NAN, NAN }, { 1.0, 1 },   { 0.2, 3 }, { NAN, 4 }, /* 0: a parent of 1, 2, 3 */
    { 0.9, NAN }, { 0.1, NAN },                         /* 4 has its own, and a child */
    { NAN, NAN },                                       /* 6: nothing */
  };
  const SlRollupEdge edges[]
      = { { 0, 1, NAN }, { 0, 2, NAN }, { 0, 3, NAN }, { 4, 5, NAN }, { 3, 6, NAN } };
  SlRollupResult results[7];
  double weights[5];
  sl_rollup (nodes, 7, edges, 5, results, weights);
  assert_near (results[0].score, 0.4);
  assert_near (results[0].minimum, 0.2);
  g_assert_cmpint (results[0].weakest, ==, 2);
  assert_near (results[0].without_data, 0.5);
  g_assert_cmpuint (results[0].n_children, ==, 3);
  assert_near (weights[0] + weights[1] + weights[2], 1.0);
  assert_near (weights[1], 0.375);
  assert_near (results[4].score, 0.9);
  assert_near (results[4].rolled, 0.1);
  assert_near (results[3].score, NAN);
  assert_near (results[3].without_data, 1.0);
  assert_near (results[6].score, NAN);
  assert_near (results[6].without_data, 0.0);
}

/* Who does not say its weight weighs as much as its siblings on average. */
static void
test_unsaid_weight (void)
{
  const SlRollupNode nodes[] = { { NAN, NAN }, { 1, 30 }, { 0, 10 }, { 0, NAN } };
  const SlRollupEdge edges[] = { { 0, 1, NAN }, { 0, 2, NAN }, { 0, 3, NAN } };
  SlRollupResult results[4];
  sl_rollup (nodes, 4, edges, 3, results, NULL);
  assert_near (results[0].score, 0.5);
  const SlRollupNode nothing[] = { { NAN, NAN }, { 1, 0 }, { 0, 0 } };
  sl_rollup (nothing, 3, edges, 2, results, NULL);
  assert_near (results[0].score, 0.5);
}

/* A child of two parents is counted once in all. */
static void
test_two_parents (void)
{
  const SlRollupNode nodes[] = { { NAN, NAN }, { NAN, NAN }, { 1, 2 }, { 0, 1 }, { 0, 1 } };
  SlRollupEdge edges[] = { { 0, 2, NAN }, { 1, 2, NAN }, { 0, 3, NAN }, { 1, 4, NAN } };
  SlRollupResult results[5];
  double weights[4];
  sl_rollup (nodes, 5, edges, 4, results, weights);
  assert_near (results[0].score, 0.5);
  assert_near (results[1].score, 0.5);
  edges[1].share = 0.25;
  sl_rollup (nodes, 5, edges, 4, results, weights);
  assert_near (results[0].score, 1.5 / 2.5);
  assert_near (results[1].score, 0.5 / 1.5);
  /* shares beyond the whole are cut down */
  edges[0].share = edges[1].share = 1.0;
  sl_rollup (nodes, 5, edges, 4, results, weights);
  assert_near (results[0].score, 0.5);
}

static void
test_cycle (void)
{
  const SlRollupNode nodes[] = { { NAN, NAN }, { 0.5, NAN }, { NAN, NAN }, { 1, NAN } };
  const SlRollupEdge edges[] = { { 0, 1, NAN }, { 1, 2, NAN }, { 2, 0, NAN }, { 0, 3, NAN } };
  SlRollupResult results[4];
  sl_rollup (nodes, 4, edges, 4, results, NULL);
  for (guint i = 0; i < 3; i++)
    g_assert_true (results[i].in_cycle);
  g_assert_false (results[3].in_cycle);
  assert_near (results[1].score, 0.5);
  assert_near (results[0].score, NAN);
}

/* A mean lies between the extremes of what it is made of, and the order of edges is no matter. */
static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      enum
      {
        N = 40,
        E = 80
      };
      SlRollupNode nodes[N];
      SlRollupEdge edges[E], reversed[E];
      SlRollupResult results[N], again[N];
      double weights[E];
      for (guint i = 0; i < N; i++)
        nodes[i] = (SlRollupNode){ i > N / 2 && g_test_rand_bit () ? g_test_rand_double () : NAN,
                                   g_test_rand_bit () ? g_test_rand_double_range (0.1, 9) : NAN };
      for (guint i = 0; i < E; i++)
        {
          guint child = (guint)g_test_rand_int_range (1, N);
          edges[i] = (SlRollupEdge){ (guint)g_test_rand_int_range (0, (gint32)child), child,
                                     g_test_rand_bit () ? g_test_rand_double () : NAN };
          reversed[E - 1 - i] = edges[i];
        }
      sl_rollup (nodes, N, edges, E, results, weights);
      sl_rollup (nodes, N, reversed, E, again, NULL);
      for (guint i = 0; i < N; i++)
        {
          double sum = 0.0, highest = 0.0;
          gboolean any = FALSE;
          for (guint e = 0; e < E; e++)
            if (edges[e].parent == i)
              {
                sum += weights[e];
                any = TRUE;
                highest = fmax (highest, results[edges[e].child].score);
              }
          if (any)
            g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-9);
          g_assert_false (results[i].in_cycle);
          g_assert_true (isnan (results[i].rolled) == isnan (again[i].rolled));
          if (isnan (results[i].rolled))
            continue;
          g_assert_cmpfloat_with_epsilon (results[i].rolled, again[i].rolled, 1e-9);
          g_assert_cmpfloat (results[i].rolled, >=, results[i].minimum - 1e-9);
          g_assert_cmpfloat (results[i].rolled, <=, highest + 1e-9);
        }
    }
}

static void
test_speed (void)
{
  enum
  {
    N = 10000
  };
  g_autofree SlRollupNode *nodes = g_new (SlRollupNode, N);
  g_autofree SlRollupEdge *edges = g_new (SlRollupEdge, N);
  g_autofree SlRollupResult *results = g_new (SlRollupResult, N);
  for (guint i = 0; i < N; i++)
    {
      nodes[i] = (SlRollupNode){ i > N / 4 ? g_test_rand_double () : NAN, NAN };
      edges[i] = (SlRollupEdge){ i / 4, i == 0 ? N - 1 : i, NAN };
    }
  gint64 best = G_MAXINT64;
  for (guint i = 0; i < 5; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      sl_rollup (nodes, N, edges, N, results, NULL);
      best = MIN (best, g_get_monotonic_time () - begin);
    }
  g_test_minimized_result ((double)best / 1000.0, "10000 goals: %.2f ms", (double)best / 1000.0);
  g_assert_cmpint (best, <, 500000);
}

static void
test_milestones (void)
{
  const double weights[] = { 0.2, 0.3, 0.2, 0.2, 0.1 }, points[] = { 1, NAN, 3 };
  const gboolean done[] = { TRUE, TRUE, TRUE, FALSE, FALSE };
  assert_near (sl_kpi_milestones (weights, done, 5), 0.7);
  assert_near (sl_kpi_milestones (NULL, done, 4), 0.75);
  assert_near (sl_kpi_milestones (points, done + 1, 3), 0.5);
  assert_near (sl_kpi_milestones (weights, done, 0), NAN);
  assert_near (sl_kpi_milestones (weights, done + 3, 2), 0.0);
}

static void
test_confidence (void)
{
  g_assert_true (sl_pace_belies_confidence (-0.21, 0.7));
  g_assert_false (sl_pace_belies_confidence (-0.2, 0.7));
  g_assert_false (sl_pace_belies_confidence (-0.5, 0.69));
  g_assert_false (sl_pace_belies_confidence (NAN, 1.0));
  g_assert_false (sl_pace_belies_confidence (-0.5, NAN));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/rollup/kpi", test_kpi);
  g_test_add_func ("/core/rollup/bands", test_bands);
  g_test_add_func ("/core/rollup/pace", test_pace);
  g_test_add_func ("/core/rollup/forecast", test_forecast);
  g_test_add_func ("/core/rollup/milestones", test_milestones);
  g_test_add_func ("/core/rollup/confidence", test_confidence);
  g_test_add_func ("/core/rollup/means", test_means);
  g_test_add_func ("/core/rollup/unsaid-weight", test_unsaid_weight);
  g_test_add_func ("/core/rollup/two-parents", test_two_parents);
  g_test_add_func ("/core/rollup/cycle", test_cycle);
  g_test_add_func ("/core/rollup/random", test_random);
  g_test_add_func ("/core/rollup/speed", test_speed);
  return g_test_run ();
}
