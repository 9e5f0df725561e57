/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cycles of graphs: small ones by hand, random ones against plain reachability, a long one. */

#include "config.h"

#include "methods/sl-by-node.h"
#include "methods/sl-cycles.h"

/* The groups as "0 1|3", for comparing. (transfer full) */
static char *
to_text (const SlCycles *cycles)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < cycles->n_cycles; i++)
    for (guint k = cycles->starts[i]; k < cycles->starts[i + 1]; k++)
      g_string_append_printf (text, "%s%u",
                              k > cycles->starts[i] ? " "
                              : i > 0               ? "|"
                                                    : "",
                              cycles->members[k]);
  return g_string_free (text, FALSE);
}

static void
assert_cycles (guint n_nodes, const SlEdge *edges, guint n_edges, const char *want)
{
  g_autoptr (SlCycles) cycles = sl_cycles_find (n_nodes, edges, n_edges);
  g_autofree char *got = to_text (cycles);
  g_assert_cmpstr (got, ==, want);
}

static void
test_small (void)
{
  assert_cycles (0, NULL, 0, "");
  assert_cycles (3, NULL, 0, "");
  assert_cycles (2, (SlEdge[]){ { 0, 1 } }, 1, "");
  assert_cycles (2, (SlEdge[]){ { 1, 1 } }, 1, "1");
  assert_cycles (2, (SlEdge[]){ { 0, 1 }, { 1, 0 } }, 2, "0 1");
  /* What leads into a cycle and what comes behind it is not on it. */
  assert_cycles (5, (SlEdge[]){ { 4, 2 }, { 2, 1 }, { 1, 2 }, { 1, 0 }, { 3, 3 } }, 5, "1 2|3");
  /* Two rings that share a node are one group; an edge that is there twice changes nothing. */
  assert_cycles (5, (SlEdge[]){ { 0, 1 }, { 1, 0 }, { 1, 2 }, { 2, 1 }, { 2, 1 }, { 3, 4 } }, 6,
                 "0 1 2");
}

/* Reachability by Floyd and Warshall: nodes on a common cycle reach each other. */
static void
assert_as_reachability (guint n, const SlEdge *edges, guint n_edges)
{
  g_autofree gboolean *reach = g_new0 (gboolean, (gsize)n * n);
  g_autofree gboolean *on_cycle = g_new0 (gboolean, n);
  for (guint i = 0; i < n_edges; i++)
    reach[edges[i].from * n + edges[i].to] = TRUE;
  for (guint k = 0; k < n; k++)
    for (guint i = 0; i < n; i++)
      for (guint j = 0; j < n; j++)
        reach[i * n + j] |= reach[i * n + k] && reach[k * n + j];
  g_autoptr (SlCycles) cycles = sl_cycles_find (n, edges, n_edges);
  for (guint i = 0; i < cycles->n_cycles; i++)
    for (guint k = cycles->starts[i]; k < cycles->starts[i + 1]; k++)
      {
        guint first = cycles->members[cycles->starts[i]], member = cycles->members[k];
        g_assert_true (reach[first * n + member] && reach[member * n + first]);
        g_assert_false (on_cycle[member]);
        on_cycle[member] = TRUE;
        /* And whoever else is on a cycle with it is in its group. */
        for (guint other = 0; other < n; other++)
          if (reach[first * n + other] && reach[other * n + first])
            {
              gboolean found = FALSE;
              for (guint m = cycles->starts[i]; m < cycles->starts[i + 1]; m++)
                found |= cycles->members[m] == other;
              g_assert_true (found);
            }
      }
  for (guint i = 0; i < n; i++)
    g_assert_true (on_cycle[i] == reach[i * n + i]);
}

static void
test_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      guint n = g_test_rand_int_range (1, 12), n_edges = g_test_rand_int_range (0, 20);
      SlEdge edges[20];
      for (guint i = 0; i < n_edges; i++)
        edges[i] = (SlEdge){ g_test_rand_int_range (0, n), g_test_rand_int_range (0, n) };
      assert_as_reachability (n, edges, n_edges);
      g_autoptr (SlCycles) cycles = sl_cycles_find (n, edges, n_edges);
      g_autofree char *want = to_text (cycles);
      for (guint i = n_edges; i > 1; i--)
        {
          guint other = g_test_rand_int_range (0, i);
          SlEdge edge = edges[i - 1];
          edges[i - 1] = edges[other];
          edges[other] = edge;
        }
      assert_cycles (n, edges, n_edges, want);
    }
}

/* No recursion: a ring of as many nodes as a stack would not hold. */
static void
test_long (void)
{
  enum
  {
    N = 500000
  };
  g_autofree SlEdge *edges = g_new (SlEdge, N);
  for (guint i = 0; i < N; i++)
    edges[i] = (SlEdge){ i, (i + 1) % N };
  g_autoptr (SlCycles) ring = sl_cycles_find (N, edges, N);
  g_assert_cmpuint (ring->n_cycles, ==, 1);
  g_assert_cmpuint (ring->starts[1], ==, N);
  g_autoptr (SlCycles) chain = sl_cycles_find (N, edges, N - 1);
  g_assert_cmpuint (chain->n_cycles, ==, 0);
}

static void
test_by_node (void)
{
  const guint nodes[] = { 2, 0, SL_NO_NODE, 2, 2, 0 };
  guint starts[4];
  g_autofree guint *sorted = sl_by_node (nodes, G_N_ELEMENTS (nodes), 3, starts);
  const guint want_starts[] = { 0, 2, 2, 5 }, want[] = { 1, 5, 0, 3, 4 };
  g_assert_cmpmem (starts, sizeof starts, want_starts, sizeof want_starts);
  g_assert_cmpmem (sorted, sizeof want, want, sizeof want);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/cycles/small", test_small);
  g_test_add_func ("/core/cycles/random", test_random);
  g_test_add_func ("/core/cycles/long", test_long);
  g_test_add_func ("/core/cycles/by-node", test_by_node);
  return g_test_run ();
}
