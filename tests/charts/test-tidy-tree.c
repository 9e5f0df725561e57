/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Properties of the tidy tree, over random trees: what makes it tidy, not where a node happens to
 * stand. */

#include "config.h"

#include <math.h>

#include "tree/sl-tidy-tree.h"

#define NEARLY 1e-6
#define PITCH 200.0

static const SlTidyGaps gaps = { 12, 18, 36 };

/* A random tree in preorder: each node hangs on one of the nodes on the way to the last one. */
static SlTidyNode *
random_tree (GRand *rand, guint n, guint n_roots, gboolean layered)
{
  SlTidyNode *nodes = g_new0 (SlTidyNode, n);

  for (guint i = 0; i < n; i++)
    {
      SlTidyNode *node = &nodes[i];
      node->parent = -1;
      if (i > 0 && !(i < n_roots && g_rand_boolean (rand)))
        {
          node->parent = (gint)i - 1;
          for (gint up = g_rand_int_range (rand, 0, 3); up > 0 && nodes[node->parent].parent >= 0;
               up--)
            node->parent = nodes[node->parent].parent;
        }
      node->breadth = g_rand_int_range (rand, 2, 90);
      node->length = layered ? 150 : g_rand_int_range (rand, 1, 400);
      if (node->parent >= 0)
        {
          const SlTidyNode *parent = &nodes[node->parent];
          double gap = 15.0 * (node->parent % 3);
          node->start = parent->start + (layered ? PITCH : parent->length + gap);
        }
    }
  return nodes;
}

/* The way to the children belongs to a node. */
static double
end_of (const SlTidyNode *nodes, guint n, guint i)
{
  return i + 1 < n && nodes[i + 1].parent == (gint)i ? nodes[i + 1].start
                                                     : nodes[i].start + nodes[i].length;
}

static gboolean
share_depth (const SlTidyNode *nodes, guint n, guint a, guint b)
{
  return nodes[a].start < end_of (nodes, n, b) && nodes[b].start < end_of (nodes, n, a);
}

/* Distance across between two nodes, less what they must keep. */
static double
slack (const SlTidyNode *a, const SlTidyNode *b)
{
  double distance = MAX (b->place - (a->place + a->breadth), a->place - (b->place + b->breadth));
  return distance - (a->parent == b->parent ? gaps.sibling : gaps.cousin);
}

static gint
root_of (const SlTidyNode *nodes, gint i)
{
  while (nodes[i].parent >= 0)
    i = nodes[i].parent;
  return i;
}

static gboolean
is_below (const SlTidyNode *nodes, gint i, gint ancestor)
{
  while (i > ancestor)
    i = nodes[i].parent;
  return i == ancestor;
}

static void
check_gaps (const SlTidyNode *nodes, guint n)
{
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      {
        if (root_of (nodes, (gint)i) != root_of (nodes, (gint)j))
          g_assert_cmpfloat (nodes[j].place - nodes[i].place - nodes[i].breadth, >=,
                             gaps.tree - NEARLY);
        else if (share_depth (nodes, n, i, j))
          g_assert_cmpfloat (slack (&nodes[i], &nodes[j]), >=, -NEARLY);
      }
}

static void
check_order_and_middle (const SlTidyNode *nodes, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gint first = -1, last = -1;
      for (guint j = i + 1; j < n; j++)
        {
          if (nodes[j].parent != (gint)i)
            continue;
          if (last >= 0)
            g_assert_cmpfloat (nodes[j].place, >, nodes[last].place);
          first = first < 0 ? (gint)j : first;
          last = (gint)j;
        }
      if (first < 0)
        continue;
      double middle = (nodes[first].place + nodes[first].breadth / 2 + nodes[last].place
                       + nodes[last].breadth / 2)
                      / 2;
      g_assert_cmpfloat_with_epsilon (nodes[i].place + nodes[i].breadth / 2, middle, NEARLY);
    }
}

/* Two children stand as near as the gaps allow: some pair of their subtrees touches. */
static void
check_pairs_touch (const SlTidyNode *nodes, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      gint child[3] = { -1, -1, -1 };
      guint n_children = 0;
      for (guint j = i + 1; j < n; j++)
        if (nodes[j].parent == (gint)i && n_children < 3)
          child[n_children++] = (gint)j;
      if (n_children != 2)
        continue;

      double least = HUGE_VAL;
      for (guint a = (guint)child[0]; a < (guint)child[1]; a++)
        for (guint b = (guint)child[1]; b < n && is_below (nodes, (gint)b, child[1]); b++)
          if (share_depth (nodes, n, a, b))
            least = MIN (least, slack (&nodes[a], &nodes[b]));
      g_assert_cmpfloat_with_epsilon (least, 0, NEARLY);
    }
}

static void
test_properties (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_test_message ("seed %u", seed);

  for (guint round = 0; round < 200; round++)
    {
      guint n = (guint)g_rand_int_range (rand, 1, 90);
      g_autofree SlTidyNode *nodes = random_tree (rand, n, round % 5, round % 2 == 0);
      double extent = sl_tidy_tree_layout (nodes, n, &gaps);
      double low = HUGE_VAL, high = -HUGE_VAL;

      for (guint i = 0; i < n; i++)
        {
          low = MIN (low, nodes[i].place);
          high = MAX (high, nodes[i].place + nodes[i].breadth);
        }
      g_assert_cmpfloat_with_epsilon (low, 0, NEARLY);
      g_assert_cmpfloat_with_epsilon (high, extent, NEARLY);
      check_gaps (nodes, n);
      check_order_and_middle (nodes, n);
      check_pairs_touch (nodes, n);
    }
}

/* A subtree, laid out alone, has the same shape as inside a larger tree. */
static void
test_same_shape (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint compared = 0;
  g_test_message ("seed %u", seed);

  for (guint round = 0; round < 100; round++)
    {
      const guint n = 70;
      g_autofree SlTidyNode *nodes = random_tree (rand, n, 1, round % 2 == 0);
      sl_tidy_tree_layout (nodes, n, &gaps);

      gint root = g_rand_int_range (rand, 1, (gint)n);
      guint end = (guint)root;
      while (end < n && is_below (nodes, (gint)end, root))
        end++;

      guint size = end - (guint)root;
      g_autofree SlTidyNode *part = g_memdup2 (nodes + root, size * sizeof *part);
      for (guint i = 0; i < size; i++)
        part[i].parent -= root;
      part[0].parent = -1;
      sl_tidy_tree_layout (part, size, &gaps);

      double offset = nodes[root].place - part[0].place;
      for (guint i = 1; i < size; i++, compared++)
        g_assert_cmpfloat_with_epsilon (part[i].place + offset, nodes[(guint)root + i].place,
                                        NEARLY);
    }
  g_assert_cmpuint (compared, >, 100);
}

/* Small children between two large ones that meet far below spread evenly. */
static void
test_even_spread (void)
{
  SlTidyNode nodes[] = {
    { -1, 0, 10, 10, 0 }, { 0, 20, 10, 10, 0 }, { 1, 40, 10, 200, 0 }, { 0, 20, 10, 10, 0 },
    { 0, 20, 10, 10, 0 }, { 0, 20, 10, 10, 0 }, { 5, 40, 10, 200, 0 },
  };

  sl_tidy_tree_layout (nodes, G_N_ELEMENTS (nodes), &gaps);
  double step = nodes[3].place - nodes[1].place;
  g_assert_cmpfloat (step, >, 60);
  g_assert_cmpfloat_with_epsilon (nodes[4].place - nodes[3].place, step, NEARLY);
  g_assert_cmpfloat_with_epsilon (nodes[5].place - nodes[4].place, step, NEARLY);
}

/* Another tree in front moves the others as a whole and by the same amount. */
static void
test_unrelated_root (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);
  const guint n = 60;
  g_autofree SlTidyNode *alone = random_tree (rand, n, 3, TRUE);
  g_autofree SlTidyNode *beside = g_new0 (SlTidyNode, n + 1);

  beside[0] = (SlTidyNode){ -1, 0, 150, 40, 0 };
  for (guint i = 0; i < n; i++)
    {
      beside[i + 1] = alone[i];
      beside[i + 1].parent += alone[i].parent < 0 ? 0 : 1;
    }
  double extent = sl_tidy_tree_layout (alone, n, &gaps);
  g_assert_cmpfloat_with_epsilon (sl_tidy_tree_layout (beside, n + 1, &gaps),
                                  extent + 40 + gaps.tree, NEARLY);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (beside[i + 1].place, alone[i].place + 40 + gaps.tree, NEARLY);
}

static void
test_corners (void)
{
  SlTidyNode one = { -1, 5, 10, 20, -1 };
  guint n = 50000;
  g_autofree SlTidyNode *chain = g_new0 (SlTidyNode, n);

  g_assert_cmpfloat (sl_tidy_tree_layout (NULL, 0, &gaps), ==, 0);
  g_assert_cmpfloat (sl_tidy_tree_layout (&one, 1, &gaps), ==, 20);
  g_assert_cmpfloat (one.place, ==, 0);

  for (guint i = 0; i < n; i++)
    chain[i] = (SlTidyNode){ (gint)i - 1, i * 20.0, 10, 30, -1 };
  g_assert_cmpfloat_with_epsilon (sl_tidy_tree_layout (chain, n, &gaps), 30, NEARLY);
  g_assert_cmpfloat_with_epsilon (chain[n - 1].place, 0, NEARLY);
}

static void
test_speed (void)
{
#if defined(__SANITIZE_ADDRESS__)
  g_test_skip ("speed is not measured under the sanitizer");
#else
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  const guint n = 10000;
  g_autofree SlTidyNode *nodes = random_tree (rand, n, 5, TRUE);
  gint64 best = G_MAXINT64;

  for (guint round = 0; round < 20; round++)
    {
      gint64 before = g_get_monotonic_time ();
      sl_tidy_tree_layout (nodes, n, &gaps);
      best = MIN (best, g_get_monotonic_time () - before);
    }
  g_test_message ("%u nodes: %" G_GINT64_FORMAT " us", n, best);
  g_assert_cmpint (best, <, 10000);
#endif
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/tidy-tree/properties", test_properties);
  g_test_add_func ("/charts/tidy-tree/same-shape", test_same_shape);
  g_test_add_func ("/charts/tidy-tree/even-spread", test_even_spread);
  g_test_add_func ("/charts/tidy-tree/unrelated-root", test_unrelated_root);
  g_test_add_func ("/charts/tidy-tree/corners", test_corners);
  g_test_add_func ("/charts/tidy-tree/speed", test_speed);
  return g_test_run ();
}
