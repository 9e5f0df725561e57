/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From work up to strategy: distances, orphans, cycles; coverage; marks. */

#include "config.h"

#include "methods/sl-line-of-sight.h"

#include "near.h"

#include <string.h>

static void
test_distances (void)
{
  /* 0 and 1 are objectives; 2 serves 0, 3 serves 2 and, straight, 1; 4 and 5 serve each other; 6
   * serves 4; 7 serves 3 and 2; 8 has no link. */
  const SlEdge links[] = { { 2, 0 }, { 3, 2 }, { 3, 1 }, { 4, 5 }, { 5, 4 },
                           { 6, 4 }, { 7, 3 }, { 7, 2 }, { 3, 3 } };
  gboolean objectives[9] = { TRUE, TRUE };
  double weights[9] = { 100, 100, 1, 2, 3, 4, 5, 6, 7 };
  const int distance[] = { 0, 0, 1, 1, -1, -1, -1, 2, -1 };
  const int next[] = { -1, -1, 0, 1, -1, -1, -1, 2, -1 };
  g_autoptr (SlSight) sight = sl_sight_new (objectives, 9, links, G_N_ELEMENTS (links));
  g_assert_cmpmem (sight->distance, sizeof distance, distance, sizeof distance);
  g_assert_cmpmem (sight->next, sizeof next, next, sizeof next);
  g_assert_cmpuint (sight->n_below[0], ==, 1);
  g_assert_cmpuint (sight->n_below[1], ==, 1);
  assert_near (sl_sight_share (sight, weights, objectives), 9.0 / 28);
}

static void
test_edges (void)
{
  gboolean objectives[2] = { FALSE, FALSE };
  double weights[2] = { 1, 1 };
  g_autoptr (SlSight) nothing = sl_sight_new (NULL, 0, NULL, 0);
  assert_near (sl_sight_share (nothing, NULL, NULL), NAN);
  g_autoptr (SlSight) no_objective = sl_sight_new (objectives, 2, &(SlEdge){ 0, 1 }, 1);
  g_assert_cmpint (no_objective->distance[0], ==, -1);
  assert_near (sl_sight_share (no_objective, weights, objectives), 0.0);
  /* An objective below another still is one; nothing but itself does not support it. */
  objectives[0] = objectives[1] = TRUE;
  g_autoptr (SlSight) nested = sl_sight_new (objectives, 2, (SlEdge[]){ { 0, 1 }, { 0, 0 } }, 2);
  g_assert_cmpint (nested->distance[0], ==, 0);
  g_assert_cmpuint (nested->n_below[1], ==, 1);
  g_assert_cmpuint (nested->n_below[0], ==, 0);
  assert_near (sl_sight_share (nested, weights, objectives), NAN);
}

/* Against relaxing all links until nothing changes; and in another order of the links. */
static void
test_random (void)
{
  enum
  {
    N = 15,
    LINKS = 22
  };
  for (guint round = 0; round < 300; round++)
    {
      gboolean objectives[N];
      SlEdge links[LINKS], reversed[LINKS];
      int want[N];
      for (guint i = 0; i < N; i++)
        {
          objectives[i] = g_test_rand_int_range (0, 5) == 0;
          want[i] = objectives[i] ? 0 : -1;
        }
      for (guint i = 0; i < LINKS; i++)
        {
          links[i] = (SlEdge){ g_test_rand_int_range (0, N), g_test_rand_int_range (0, N) };
          reversed[LINKS - 1 - i] = links[i];
        }
      for (guint pass = 0; pass < N; pass++)
        for (guint i = 0; i < LINKS; i++)
          {
            int above = want[links[i].to], *own = &want[links[i].from];
            if (above >= 0 && (*own < 0 || above + 1 < *own))
              *own = above + 1;
          }
      g_autoptr (SlSight) sight = sl_sight_new (objectives, N, links, LINKS);
      g_autoptr (SlSight) other = sl_sight_new (objectives, N, reversed, LINKS);
      g_assert_cmpmem (sight->distance, sizeof want, want, sizeof want);
      g_assert_cmpmem (other->distance, sizeof want, want, sizeof want);
      g_assert_cmpmem (sight->next, sizeof want, other->next, sizeof want);
      for (guint i = 0; i < N; i++)
        if (want[i] > 0)
          g_assert_cmpint (want[sight->next[i]], ==, want[i] - 1);
        else
          g_assert_cmpint (sight->next[i], ==, -1);
    }
}

static void
test_coverage (void)
{
  assert_near (sl_coverage_severity (sl_coverage (1, 1, 1)), 0.0);
  assert_near (sl_coverage_severity (sl_coverage (0, 1, 1)), 1.0 / 3);
  assert_near (sl_coverage_severity (sl_coverage (3, 0, 2)), 2.0 / 3);
  assert_near (sl_coverage_severity (sl_coverage (0, 0, 0)), 1.0);
  g_assert_cmpint (sl_coverage (2, 0, 1), ==, SL_COVERAGE_NO_MEASURE);
  g_assert_cmpint (sl_coverage (2, 5, 2), ==, SL_COVERAGE_NO_OWNER);
}

static void
test_x_matrix (void)
{
  const SlMark marks[] = { { 0, 0, 9 }, { 1, 0, 3 }, { 2, 1, 0 } };
  double rows[3], columns[2];
  sl_x_matrix_support (marks, 3, rows, 3, columns, 2);
  assert_near (rows[0], 9);
  assert_near (rows[1], 3);
  assert_near (rows[2], 0);
  assert_near (columns[0], 12);
  assert_near (columns[1], 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/line-of-sight/distances", test_distances);
  g_test_add_func ("/core/line-of-sight/edges", test_edges);
  g_test_add_func ("/core/line-of-sight/random", test_random);
  g_test_add_func ("/core/line-of-sight/coverage", test_coverage);
  g_test_add_func ("/core/line-of-sight/x-matrix", test_x_matrix);
  return g_test_run ();
}
