/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goal graphs: the branches of the algorithm one by one, and on random graphs what must hold
 * always: values in range, no matter in which order links come, and explanations that add up. */

#include "config.h"

#include "methods/sl-grl-indicator.h"
#include "methods/sl-grl-inverse.h"
#include "methods/sl-grl.h"

#include "near.h"

#define LEAF(value)                                                                                \
  {                                                                                                \
    SL_REFINEMENT_AND, (value)                                                                     \
  }
#define OPEN LEAF (NAN)
#define PART(from, to)                                                                             \
  {                                                                                                \
    SL_GRL_PART, (from), (to), 0                                                                   \
  }
#define HELP(from, to, weight)                                                                     \
  {                                                                                                \
    SL_GRL_CONTRIBUTION, (from), (to), (weight)                                                    \
  }
#define NEED(from, to)                                                                             \
  {                                                                                                \
    SL_GRL_DEPENDENCY, (from), (to), 0                                                             \
  }

/* The satisfaction of node 0 on the usual scale. */
#define assert_value(want, n_nodes, nodes, n_links, links)                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    SlGrlModel model_ = { (nodes), (n_nodes), (links), (n_links), SL_GRL_MIN, SL_GRL_TOLERANCE };  \
    g_autoptr (SlGrl) grl_ = sl_grl_evaluate (&model_);                                            \
    g_assert_true (grl_->computed[0]);                                                             \
    assert_near (grl_->values[0], (want));                                                         \
    assert_adds_up (grl_, &model_, 0);                                                             \
  }                                                                                                \
  G_STMT_END

static void
assert_adds_up (const SlGrl *grl, const SlGrlModel *model, guint node)
{
  g_autoptr (GArray) terms = sl_grl_explain (grl, model, node);
  double sum = 0.0;
  for (guint i = 0; i < terms->len; i++)
    {
      const SlGrlTerm *term = &g_array_index (terms, SlGrlTerm, i);
      sum += term->amount;
      if (i > 0 && term->type == SL_GRL_TERM_CONTRIBUTION && term[-1].type == term->type)
        g_assert_cmpfloat (fabs (term[-1].amount), >=, fabs (term->amount));
    }
  assert_close (sum, grl->values[node], 1e-9);
}

static void
test_refinement (void)
{
  SlGrlLink links[] = { PART (1, 0), PART (2, 0) };
  SlGrlNode nodes[] = { OPEN, LEAF (75), LEAF (-38) };
  assert_value (-38, 3, nodes, 2, links);
  nodes[0].refinement = SL_REFINEMENT_OR;
  assert_value (75, 3, nodes, 2, links);
  nodes[0].refinement = SL_REFINEMENT_XOR;
  assert_value (75, 3, nodes, 2, links);
  /* A goal that could have parts and has none is a leaf. */
  assert_value (0, 1, nodes, 0, NULL);
  /* What is given wins, and is kept to the scale. */
  nodes[0].given = 20;
  assert_value (20, 3, nodes, 2, links);
  nodes[0].given = 300;
  assert_value (100, 3, nodes, 2, links);
}

static void
test_contributions (void)
{
  assert_value (75, 3, ((SlGrlNode[]){ OPEN, LEAF (50), LEAF (50) }), 2,
                ((SlGrlLink[]){ HELP (1, 0, 75), HELP (2, 0, 75) }));
  /* A denied goal that hurts another helps it. */
  assert_value (40, 2, ((SlGrlNode[]){ OPEN, LEAF (-80) }), 1, ((SlGrlLink[]){ HELP (1, 0, -50) }));
  /* Nothing is added where nothing is known, nor by a link without weight. */
  assert_value (0, 3, ((SlGrlNode[]){ OPEN, OPEN, LEAF (100) }), 2,
                ((SlGrlLink[]){ HELP (1, 0, 100), HELP (2, 0, 0) }));
  /* Parts and contributions together. */
  assert_value (10, 3, ((SlGrlNode[]){ OPEN, LEAF (60), LEAF (100) }), 2,
                ((SlGrlLink[]){ PART (1, 0), HELP (2, 0, -50) }));
}

static void
test_tolerance (void)
{
  /* Many partial ones do not make it full, in either direction; one alone may. */
  assert_value (90, 3, ((SlGrlNode[]){ OPEN, LEAF (100), LEAF (100) }), 2,
                ((SlGrlLink[]){ HELP (1, 0, 80), HELP (2, 0, 80) }));
  assert_value (-90, 3, ((SlGrlNode[]){ OPEN, LEAF (100), LEAF (100) }), 2,
                ((SlGrlLink[]){ HELP (1, 0, -80), HELP (2, 0, -80) }));
  assert_value (100, 3, ((SlGrlNode[]){ OPEN, LEAF (100), LEAF (100) }), 2,
                ((SlGrlLink[]){ HELP (1, 0, 100), HELP (2, 0, 40) }));
  assert_value (-100, 3, ((SlGrlNode[]){ OPEN, LEAF (100), LEAF (100) }), 2,
                ((SlGrlLink[]){ HELP (1, 0, -100), HELP (2, 0, -40) }));
  /* Parts that are in the zone already stay where they are when helped... */
  assert_value (95, 3, ((SlGrlNode[]){ OPEN, LEAF (95), LEAF (100) }), 2,
                ((SlGrlLink[]){ PART (1, 0), HELP (2, 0, 20) }));
  assert_value (-95, 3, ((SlGrlNode[]){ OPEN, LEAF (-95), LEAF (100) }), 2,
                ((SlGrlLink[]){ PART (1, 0), HELP (2, 0, -20) }));
  /* ...and lose what hurts them. */
  assert_value (93, 3, ((SlGrlNode[]){ OPEN, LEAF (98), LEAF (100) }), 2,
                ((SlGrlLink[]){ PART (1, 0), HELP (2, 0, -5) }));
  /* Full parts may be brought down from full and helped back. */
  assert_value (100, 4, ((SlGrlNode[]){ OPEN, LEAF (100), LEAF (100), LEAF (100) }), 3,
                ((SlGrlLink[]){ PART (1, 0), HELP (2, 0, -5), HELP (3, 0, 30) }));
}

static void
test_dependencies (void)
{
  /* A goal with nothing but what it needs starts at 0 and is capped. */
  assert_value (0, 2, ((SlGrlNode[]){ OPEN, LEAF (50) }), 1, ((SlGrlLink[]){ NEED (1, 0) }));
  assert_value (-30, 3, ((SlGrlNode[]){ OPEN, LEAF (50), LEAF (-30) }), 2,
                ((SlGrlLink[]){ NEED (1, 0), NEED (2, 0) }));
  assert_value (25, 3, ((SlGrlNode[]){ OPEN, LEAF (100), LEAF (25) }), 2,
                ((SlGrlLink[]){ HELP (1, 0, 80), NEED (2, 0) }));
  assert_value (80, 3, ((SlGrlNode[]){ OPEN, LEAF (100), LEAF (81) }), 2,
                ((SlGrlLink[]){ HELP (1, 0, 80), NEED (2, 0) }));
}

static void
test_positive_scale (void)
{
  SlGrlNode nodes[] = { OPEN, LEAF (100), LEAF (60) };
  SlGrlLink links[] = { PART (2, 0), HELP (1, 0, -55) };
  SlGrlModel model = { nodes, 3, links, 2, 0.0, 10.0 };
  g_autoptr (SlGrl) grl = sl_grl_evaluate (&model);
  assert_near (grl->values[0], 10.0);
  assert_adds_up (grl, &model, 0);
  model.n_links = 0;
  nodes[0].given = -50;
  g_autoptr (SlGrl) given = sl_grl_evaluate (&model);
  assert_near (given->values[0], 0.0);
}

static void
test_explanation (void)
{
  SlGrlNode nodes[] = { OPEN, LEAF (30), LEAF (100), LEAF (100), OPEN, LEAF (-20) };
  SlGrlLink links[]
      = { HELP (4, 0, 50), HELP (3, 0, 40), PART (1, 0), NEED (5, 0), HELP (2, 0, 60) };
  SlGrlModel model = { nodes, 6, links, 5, SL_GRL_MIN, SL_GRL_TOLERANCE };
  const SlGrlTerm want[] = {
    { SL_GRL_TERM_PARTS, 2, 1, 30 },        { SL_GRL_TERM_CONTRIBUTION, 4, 2, 60 },
    { SL_GRL_TERM_CONTRIBUTION, 1, 3, 40 }, { SL_GRL_TERM_CONTRIBUTION, 0, 4, 0 },
    { SL_GRL_TERM_LIMIT, -1, -1, -30 },     { SL_GRL_TERM_TOLERANCE, -1, -1, -10 },
    { SL_GRL_TERM_DEPENDENCY, 3, 5, -110 },
  };
  g_autoptr (SlGrl) grl = sl_grl_evaluate (&model);
  g_autoptr (GArray) terms = sl_grl_explain (grl, &model, 0);
  g_assert_cmpuint (terms->len, ==, G_N_ELEMENTS (want));
  for (guint i = 0; i < terms->len; i++)
    {
      const SlGrlTerm *got = &g_array_index (terms, SlGrlTerm, i);
      g_assert_cmpint (got->type, ==, want[i].type);
      g_assert_cmpint (got->link, ==, want[i].link);
      g_assert_cmpint (got->node, ==, want[i].node);
      assert_near (got->amount, want[i].amount);
    }
  assert_near (grl->values[0], -20);
  g_autoptr (GArray) given = sl_grl_explain (grl, &model, 1);
  g_assert_cmpuint (given->len, ==, 1);
  g_assert_cmpint (g_array_index (given, SlGrlTerm, 0).type, ==, SL_GRL_TERM_GIVEN);
  g_autoptr (GArray) leaf = sl_grl_explain (grl, &model, 4);
  g_assert_cmpuint (leaf->len, ==, 0);
}

static void
test_known (void)
{
  /* 0 from 1 and 2; 3 from 2 alone; 4 from 1 alone; 5 from 0; 6 by a link without weight. */
  SlGrlNode nodes[] = { OPEN, LEAF (0), OPEN, OPEN, OPEN, OPEN, OPEN };
  SlGrlLink links[]
      = { PART (1, 0), PART (2, 0), HELP (2, 3, 50), HELP (1, 4, 50), NEED (0, 5), HELP (1, 6, 0) };
  SlGrlModel model = { nodes, 7, links, 6, SL_GRL_MIN, SL_GRL_TOLERANCE };
  g_autoptr (SlGrl) grl = sl_grl_evaluate (&model);
  const SlGrlKnown want[]
      = { SL_GRL_KNOWN_PARTLY, SL_GRL_KNOWN_FULLY,  SL_GRL_KNOWN_NOT, SL_GRL_KNOWN_NOT,
          SL_GRL_KNOWN_FULLY,  SL_GRL_KNOWN_PARTLY, SL_GRL_KNOWN_NOT };
  for (guint i = 0; i < 7; i++)
    g_assert_cmpint (grl->known[i], ==, want[i]);
}

static void
test_cycles (void)
{
  /* 0 and 1 hurt each other, 2 comes behind them, 3 does not. */
  SlGrlNode nodes[] = { OPEN, OPEN, OPEN, LEAF (60) };
  SlGrlLink links[] = { HELP (0, 1, -50), HELP (1, 0, -50), HELP (1, 2, 50), HELP (3, 2, 50) };
  SlGrlModel model = { nodes, 4, links, 4, SL_GRL_MIN, SL_GRL_TOLERANCE };
  g_autoptr (SlGrl) stuck = sl_grl_evaluate (&model);
  g_assert_cmpuint (stuck->cycles->n_cycles, ==, 1);
  g_assert_cmpuint (stuck->cycles->starts[1], ==, 2);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_false (stuck->computed[i]);
      assert_near (stuck->values[i], 0.0);
      g_assert_cmpint (stuck->known[i], ==, SL_GRL_KNOWN_NOT);
    }
  g_assert_true (stuck->computed[3]);
  /* A value in the ring opens it. */
  nodes[0].given = 80;
  g_autoptr (SlGrl) opened = sl_grl_evaluate (&model);
  g_assert_cmpuint (opened->cycles->n_cycles, ==, 0);
  assert_near (opened->values[1], -40);
  assert_near (opened->values[2], 10);
  g_assert_cmpint (opened->known[2], ==, SL_GRL_KNOWN_FULLY);
  /* A goal that helps itself. */
  SlGrlLink self[] = { HELP (1, 1, 50) };
  model.links = self;
  model.n_links = 1;
  g_autoptr (SlGrl) alone = sl_grl_evaluate (&model);
  g_assert_cmpuint (alone->cycles->n_cycles, ==, 1);
  g_assert_false (alone->computed[1]);
}

static void
fill_random (SlGrlNode *nodes, guint n_nodes, SlGrlLink *links, guint n_links, double min)
{
  for (guint i = 0; i < n_nodes; i++)
    nodes[i] = (SlGrlNode){ g_test_rand_int_range (0, 3), g_test_rand_int_range (0, 3) == 0
                                                              ? g_test_rand_double_range (min, 100)
                                                              : NAN };
  for (guint i = 0; i < n_links; i++)
    links[i]
        = (SlGrlLink){ g_test_rand_int_range (0, 3), g_test_rand_int_range (0, n_nodes),
                       g_test_rand_int_range (0, n_nodes), g_test_rand_int_range (-5, 6) * 20 };
}

static void
shuffle (SlGrlLink *links, guint n)
{
  for (guint i = n; i > 1; i--)
    {
      guint other = g_test_rand_int_range (0, i);
      SlGrlLink link = links[i - 1];
      links[i - 1] = links[other];
      links[other] = link;
    }
}

static void
assert_same (const SlGrl *a, const SlGrl *b)
{
  for (guint i = 0; i < a->n_nodes; i++)
    {
      /* To the last bit. */
      g_assert_true (a->values[i] == b->values[i]);
      g_assert_cmpint (a->known[i], ==, b->known[i]);
      g_assert_cmpint (a->computed[i], ==, b->computed[i]);
    }
}

static void
test_random (void)
{
  enum
  {
    N = 24,
    LINKS = 40
  };
  SlGrlNode nodes[N];
  SlGrlLink links[LINKS];
  guint n_cycles = 0;
  for (guint round = 0; round < 500; round++)
    {
      double min = g_test_rand_bit () ? -100 : 0;
      SlGrlModel model = { nodes, N, links, LINKS, min, g_test_rand_int_range (0, 20) };
      fill_random (nodes, N, links, LINKS, min);
      g_autoptr (SlGrl) grl = sl_grl_evaluate (&model);
      n_cycles += grl->cycles->n_cycles;
      for (guint i = 0; i < N; i++)
        {
          g_assert_cmpfloat (grl->values[i], >=, min);
          g_assert_cmpfloat (grl->values[i], <=, 100.0);
          assert_adds_up (grl, &model, i);
        }
      for (guint i = 0; i < LINKS; i++)
        if (links[i].type == SL_GRL_DEPENDENCY && isnan (nodes[links[i].to].given))
          g_assert_cmpfloat (grl->values[links[i].to], <=,
                             grl->computed[links[i].to] ? grl->values[links[i].from] : 0.0);
      shuffle (links, LINKS);
      g_autoptr (SlGrl) again = sl_grl_evaluate (&model);
      assert_same (grl, again);
    }
  g_assert_cmpuint (n_cycles, >, 0);
}

static void
test_actor (void)
{
  assert_near (sl_grl_actor_satisfaction ((double[]){ 80, -40, 90 }, (double[]){ 100, 50, 0 }, 3),
               40);
  assert_near (sl_grl_actor_satisfaction ((double[]){ 80 }, (double[]){ 0 }, 1), 0);
  assert_near (sl_grl_actor_satisfaction (NULL, NULL, 0), 0);
  assert_near (sl_grl_actor_satisfaction ((double[]){ NAN, -40 }, (double[]){ 100, 50 }, 2), -40);
}

static void
test_indicator (void)
{
  SlGrlIndicator down = { 30, 90, 360 }, up = { 100, 30, 10 };
  assert_near (sl_grl_indicator_satisfaction (&down, 10), 100);
  assert_near (sl_grl_indicator_satisfaction (&down, 30), 100);
  assert_near (sl_grl_indicator_satisfaction (&down, 46), 44.0 / 60 * 100);
  assert_near (sl_grl_indicator_satisfaction (&down, 90), 0);
  assert_near (sl_grl_indicator_satisfaction (&down, 225), -50);
  assert_near (sl_grl_indicator_satisfaction (&down, 360), -100);
  assert_near (sl_grl_indicator_satisfaction (&up, 50), 20.0 / 70 * 100);
  assert_near (sl_grl_indicator_satisfaction (&up, 20), -50);
  assert_near (sl_grl_indicator_satisfaction (&up, 10), -100);
  assert_near (sl_grl_indicator_satisfaction (&up, NAN), NAN);
  /* A threshold at either end leaves one half of the scale. */
  assert_near (sl_grl_indicator_satisfaction (&(SlGrlIndicator){ 0, 0, 1 }, 0.5), -50);
  assert_near (sl_grl_indicator_satisfaction (&(SlGrlIndicator){ 1, 0, 0 }, 0.5), 50);
  assert_near (sl_grl_indicator_satisfaction (&(SlGrlIndicator){ 5, 5, 5 }, 5), NAN);
  assert_near (sl_grl_indicator_satisfaction (&(SlGrlIndicator){ 5, NAN, 0 }, 5), NAN);
  assert_near (sl_grl_to_positive_scale (-100), 0);
  assert_near (sl_grl_to_positive_scale (20), 60);
}

static void
test_indicator_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      SlGrlIndicator indicator = { g_test_rand_int_range (-9, 9), g_test_rand_int_range (-9, 9),
                                   g_test_rand_int_range (-9, 9) };
      if (indicator.target == indicator.worst)
        continue;
      double value = g_test_rand_double_range (-10, 10);
      double satisfaction = sl_grl_indicator_satisfaction (&indicator, value);
      g_assert_cmpfloat (fabs (satisfaction), <=, 100.0);
      /* Nearer to the target is never worse. */
      double step = indicator.target > indicator.worst ? 0.5 : -0.5;
      g_assert_cmpfloat (sl_grl_indicator_satisfaction (&indicator, value + step) + 1e-9, >=,
                         satisfaction);
    }
}

static void
test_inverse (void)
{
  SlGrlLever both[]
      = { { 75, NAN, -100, 100, NULL, 0, NAN }, { 75, NAN, -100, 100, NULL, 0, NAN } };
  g_assert_true (sl_grl_inverse (both, 2, 100));
  assert_near (both[0].needed, 34);
  assert_near (both[1].needed, 100);
  both[1].fixed = -50;
  g_assert_false (sl_grl_inverse (both, 2, 100));
  const double ends[] = { 100, 0 };
  SlGrlLever task[] = { { 75, NAN, 0, 0, ends, 2, NAN }, { 75, 50, -100, 100, NULL, 0, NAN } };
  g_assert_true (sl_grl_inverse (task, 2, 100));
  assert_near (task[0].needed, 100);
  assert_near (task[1].needed, 50);
  /* One that hurts may go as far as it may. */
  SlGrlLever hurts[]
      = { { 100, 80, -100, 100, NULL, 0, NAN }, { -60, NAN, -100, 100, NULL, 0, NAN } };
  g_assert_true (sl_grl_inverse (hurts, 2, 50));
  assert_near (hurts[1].needed, 50);
  /* Without weight nothing is asked; the lowest target is always reached; nothing to move. */
  SlGrlLever idle[] = { { 0, NAN, -100, 100, NULL, 0, NAN } };
  g_assert_true (sl_grl_inverse (idle, 1, 0));
  assert_near (idle[0].needed, -100);
  g_assert_false (sl_grl_inverse (idle, 1, 1));
  g_assert_true (sl_grl_inverse (hurts, 2, -100));
  assert_near (hurts[1].needed, 100);
  g_assert_true (sl_grl_inverse (NULL, 0, 0));
  g_assert_false (sl_grl_inverse (NULL, 0, 1));
}

static double
sum_of (const SlGrlLever *levers, guint n)
{
  double sum = 0.0;
  for (guint i = 0; i < n; i++)
    sum += levers[i].weight * levers[i].needed / 100.0;
  return sum;
}

/* What is asked reaches the target, and a point less of the first does not. */
static void
test_inverse_random (void)
{
  guint n_reached = 0;
  for (guint round = 0; round < 2000; round++)
    {
      SlGrlLever levers[3];
      double target = g_test_rand_int_range (-99, 101);
      for (guint i = 0; i < 3; i++)
        levers[i] = (SlGrlLever){ g_test_rand_int_range (-100, 101), NAN, -100, 100, NULL, 0, NAN };
      if (!sl_grl_inverse (levers, 3, target))
        continue;
      n_reached++;
      g_assert_cmpfloat (sum_of (levers, 3), >=, target - 1e-6);
      SlGrlLever first = levers[0];
      double less = first.needed - (first.weight > 0 ? 1 : -1);
      if (first.weight == 0 || fabs (less) > 100)
        continue;
      levers[0].fixed = less;
      g_assert_false (sl_grl_inverse (levers, 3, target));
    }
  g_assert_cmpuint (n_reached, >, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/grl/refinement", test_refinement);
  g_test_add_func ("/core/grl/contributions", test_contributions);
  g_test_add_func ("/core/grl/tolerance", test_tolerance);
  g_test_add_func ("/core/grl/dependencies", test_dependencies);
  g_test_add_func ("/core/grl/positive-scale", test_positive_scale);
  g_test_add_func ("/core/grl/explanation", test_explanation);
  g_test_add_func ("/core/grl/known", test_known);
  g_test_add_func ("/core/grl/cycles", test_cycles);
  g_test_add_func ("/core/grl/random", test_random);
  g_test_add_func ("/core/grl/actor", test_actor);
  g_test_add_func ("/core/grl/indicator", test_indicator);
  g_test_add_func ("/core/grl/indicator-random", test_indicator_random);
  g_test_add_func ("/core/grl/inverse", test_inverse);
  g_test_add_func ("/core/grl/inverse-random", test_inverse_random);
  return g_test_run ();
}
