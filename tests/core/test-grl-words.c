/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole graphs in words: what parts, contributions and dependencies make of a goal, cycles, and
 * that the order of the links does not matter. */

#include "config.h"

#include "methods/sl-grl-words.h"

#include <math.h>

#define D SL_GRL_LABEL_DENIED
#define WD SL_GRL_LABEL_WEAKLY_DENIED
#define WS SL_GRL_LABEL_WEAKLY_SATISFIED
#define S SL_GRL_LABEL_SATISFIED
#define C SL_GRL_LABEL_CONFLICT
#define U SL_GRL_LABEL_UNDECIDED
#define N SL_GRL_LABEL_NONE

#define MAX_NODES 12
#define MAX_LINKS 24

/* Nodes 0, 1 ... of which the first @n_given are given. */
typedef struct
{
  SlGrlWordNode nodes[MAX_NODES];
  SlGrlWordLink links[MAX_LINKS];
  SlGrlWordModel model;
} Graph;

static void
graph_init (Graph *self, guint n_nodes, const SlGrlLabel *given, guint n_given,
            const SlGrlWordLink *links, guint n_links)
{
  *self = (Graph){ .model = { self->nodes, n_nodes, self->links, n_links } };
  for (guint i = 0; i < n_nodes; i++)
    self->nodes[i] = (SlGrlWordNode){ SL_REFINEMENT_AND, i < n_given, i < n_given ? given[i] : N };
  for (guint i = 0; i < n_links; i++)
    self->links[i] = links[i];
}

static SlGrlLabel
label_of (const Graph *graph, guint node)
{
  g_autoptr (SlGrlWords) words = sl_grl_words_new (&graph->model);

  g_assert_true (words->computed[node]);
  return words->labels[node];
}

static void
test_node (void)
{
  const SlGrlLabel given[] = { S, WS, D };
  const SlGrlWordLink links[] = { { SL_GRL_PART, 0, 3, SL_GRL_UNKNOWN },
                                  { SL_GRL_PART, 1, 3, SL_GRL_UNKNOWN },
                                  { SL_GRL_CONTRIBUTION, 2, 3, SL_GRL_MAKE },
                                  { SL_GRL_CONTRIBUTION, 3, 4, SL_GRL_HURT } };
  Graph graph;

  /* Parts S and WS come to WS; with D by what makes it: WD (table of METHODS 1.2). */
  graph_init (&graph, 5, given, 3, links, 4);
  g_assert_cmpint (label_of (&graph, 3), ==, sl_grl_label_join (WS, D));
  g_assert_cmpint (label_of (&graph, 3), ==, WD);
  /* Hurt by what is weakly denied, it is weakly satisfied. */
  g_assert_cmpint (label_of (&graph, 4), ==, WS);
  /* One of the parts is enough. */
  graph.nodes[3].refinement = SL_REFINEMENT_OR;
  g_assert_cmpint (label_of (&graph, 3), ==, C);
  g_assert_cmpint (label_of (&graph, 4), ==, U);
  /* What is given wins. */
  graph.nodes[3].is_given = TRUE;
  graph.nodes[3].given = S;
  g_assert_cmpint (label_of (&graph, 4), ==, WD);
}

static void
test_dependency (void)
{
  const SlGrlLabel given[] = { S, WD, WS };
  const SlGrlWordLink links[] = { { SL_GRL_CONTRIBUTION, 0, 3, SL_GRL_MAKE },
                                  { SL_GRL_DEPENDENCY, 1, 3, SL_GRL_UNKNOWN },
                                  { SL_GRL_DEPENDENCY, 2, 3, SL_GRL_UNKNOWN },
                                  { SL_GRL_DEPENDENCY, 0, 4, SL_GRL_UNKNOWN } };
  Graph graph;

  graph_init (&graph, 5, given, 3, links, 4);
  g_assert_cmpint (label_of (&graph, 3), ==, WD);
  /* What only depends knows nothing of itself, however well the other fares. */
  g_assert_cmpint (label_of (&graph, 4), ==, N);
  graph.nodes[1].given = S;
  g_assert_cmpint (label_of (&graph, 3), ==, WS);
  graph.nodes[0].given = D;
  g_assert_cmpint (label_of (&graph, 3), ==, D);
  g_assert_cmpint (label_of (&graph, 4), ==, D);
}

static void
test_cycle (void)
{
  const SlGrlLabel given[] = { S };
  const SlGrlWordLink links[] = { { SL_GRL_CONTRIBUTION, 0, 1, SL_GRL_HELP },
                                  { SL_GRL_CONTRIBUTION, 1, 2, SL_GRL_HELP },
                                  { SL_GRL_CONTRIBUTION, 2, 1, SL_GRL_HELP },
                                  { SL_GRL_CONTRIBUTION, 2, 3, SL_GRL_HELP } };
  g_autoptr (SlGrlWords) words = NULL;
  Graph graph;

  graph_init (&graph, 4, given, 1, links, 4);
  words = sl_grl_words_new (&graph.model);
  g_assert_true (words->computed[0]);
  for (guint i = 1; i < 4; i++)
    {
      g_assert_false (words->computed[i]);
      g_assert_cmpint (words->labels[i], ==, N);
    }
  g_assert_cmpuint (words->cycles->n_cycles, ==, 1);
  /* Whoever says how one of them fares, breaks it. */
  graph.nodes[2].is_given = TRUE;
  graph.nodes[2].given = WD;
  g_assert_cmpint (label_of (&graph, 1), ==, sl_grl_label_combine ((SlGrlLabel[]){ WS, WD }, 2));
  g_assert_cmpint (label_of (&graph, 3), ==, WD);
}

static void
test_explain (void)
{
  static const SlGrlReason expected[] = { { SL_GRL_REASON_PART, 0, 0, S },
                                          { SL_GRL_REASON_PARTS, -1, -1, S },
                                          { SL_GRL_REASON_CONTRIBUTION, 1, 1, WS },
                                          { SL_GRL_REASON_CONTRIBUTIONS, -1, -1, WS },
                                          { SL_GRL_REASON_DEPENDENCY, 2, 2, U } };
  const SlGrlLabel given[] = { S, S, C };
  const SlGrlWordLink links[] = { { SL_GRL_PART, 0, 3, SL_GRL_UNKNOWN },
                                  { SL_GRL_CONTRIBUTION, 1, 3, SL_GRL_HELP },
                                  { SL_GRL_DEPENDENCY, 2, 3, SL_GRL_UNKNOWN } };
  g_autoptr (SlGrlWords) words = NULL;
  g_autoptr (GArray) reasons = NULL;
  g_autoptr (GArray) of_given = NULL;
  Graph graph;

  graph_init (&graph, 4, given, 3, links, 3);
  words = sl_grl_words_new (&graph.model);
  reasons = sl_grl_words_explain (words, &graph.model, 3);
  g_assert_cmpint (words->labels[3], ==, U);
  g_assert_cmpuint (reasons->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < reasons->len; i++)
    {
      const SlGrlReason *got = &g_array_index (reasons, SlGrlReason, i);

      g_assert_cmpint (got->type, ==, expected[i].type);
      g_assert_cmpint (got->link, ==, expected[i].link);
      g_assert_cmpint (got->node, ==, expected[i].node);
      g_assert_cmpint (got->label, ==, expected[i].label);
    }
  of_given = sl_grl_words_explain (words, &graph.model, 0);
  g_assert_cmpuint (of_given->len, ==, 1);
  g_assert_cmpint (g_array_index (of_given, SlGrlReason, 0).type, ==, SL_GRL_REASON_GIVEN);
}

/* --- Random graphs --- */

static void
random_graph (Graph *self)
{
  guint n_nodes = (guint)g_test_rand_int_range (2, MAX_NODES + 1);
  guint n_links = (guint)g_test_rand_int_range (1, MAX_LINKS + 1);

  graph_init (self, n_nodes, NULL, 0, NULL, 0);
  self->model.n_links = n_links;
  for (guint i = 0; i < n_nodes; i++)
    {
      self->nodes[i].refinement = (SlRefinement)g_test_rand_int_range (0, 3);
      self->nodes[i].is_given = g_test_rand_int_range (0, 3) == 0;
      self->nodes[i].given = (SlGrlLabel)g_test_rand_int_range (0, N + 1);
    }
  for (guint i = 0; i < n_links; i++)
    self->links[i] = (SlGrlWordLink){ (SlGrlLinkType)g_test_rand_int_range (0, 3),
                                      (guint)g_test_rand_int_range (0, (int)n_nodes),
                                      (guint)g_test_rand_int_range (0, (int)n_nodes),
                                      (SlGrlContribution)g_test_rand_int_range (0, 7) };
}

static void
test_order (void)
{
  for (guint round = 0; round < 500; round++)
    {
      g_autoptr (SlGrlWords) first = NULL;
      g_autoptr (SlGrlWords) second = NULL;
      Graph graph;

      random_graph (&graph);
      first = sl_grl_words_new (&graph.model);
      for (guint i = graph.model.n_links; i > 1; i--)
        {
          guint k = (guint)g_test_rand_int_range (0, (int)i);
          SlGrlWordLink link = graph.links[i - 1];

          graph.links[i - 1] = graph.links[k];
          graph.links[k] = link;
        }
      second = sl_grl_words_new (&graph.model);
      for (guint i = 0; i < graph.model.n_nodes; i++)
        {
          g_assert_cmpint (first->labels[i], ==, second->labels[i]);
          g_assert_cmpint (first->computed[i], ==, second->computed[i]);
        }
    }
}

/* What cannot be computed in words cannot be computed in numbers either, and the other way round.
 */
static void
test_as_numbers (void)
{
  for (guint round = 0; round < 500; round++)
    {
      SlGrlNode nodes[MAX_NODES];
      SlGrlLink links[MAX_LINKS];
      g_autoptr (SlGrlWords) words = NULL;
      g_autoptr (SlGrl) numbers = NULL;
      Graph graph;

      random_graph (&graph);
      for (guint i = 0; i < graph.model.n_nodes; i++)
        nodes[i] = (SlGrlNode){ graph.nodes[i].refinement, graph.nodes[i].is_given ? 0.0 : NAN };
      for (guint i = 0; i < graph.model.n_links; i++)
        links[i] = (SlGrlLink){ graph.links[i].type, graph.links[i].from, graph.links[i].to,
                                sl_grl_contribution_weight (graph.links[i].contribution) };
      words = sl_grl_words_new (&graph.model);
      numbers = sl_grl_evaluate (&(SlGrlModel){
          nodes, graph.model.n_nodes, links, graph.model.n_links, SL_GRL_MIN, SL_GRL_TOLERANCE });
      for (guint i = 0; i < graph.model.n_nodes; i++)
        g_assert_cmpint (words->computed[i], ==, numbers->computed[i]);
      g_assert_cmpuint (words->cycles->n_cycles, ==, numbers->cycles->n_cycles);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/grl-words/node", test_node);
  g_test_add_func ("/core/grl-words/dependency", test_dependency);
  g_test_add_func ("/core/grl-words/cycle", test_cycle);
  g_test_add_func ("/core/grl-words/explain", test_explain);
  g_test_add_func ("/core/grl-words/order", test_order);
  g_test_add_func ("/core/grl-words/as-numbers", test_as_numbers);
  return g_test_run ();
}
