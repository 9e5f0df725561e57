/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Goals stand in preorder, so a sheet is a run of them plus the parents of the first one. */

#include "config.h"

#include "tree/sl-tree-pages.h"

#include "tree/sl-tree-frame.h"

/* What a sheet costs, a cut for each level above it, and a part that is left alone by a cut. A
 * sheet more is worth it where it spares several cuts deep in the tree. */
#define COST_SHEET 8
#define COST_LEVEL 1
#define COST_ALONE 3

typedef struct
{
  const SlGoalForest *forest;
  GArray *order;  /* of guint: nodes of trees, in preorder */
  GArray *leaves; /* of guint: places in @order of those without children */
  guint *rank;    /* by node: which child of its parent it is, from 1 */
  gboolean top_down;
  double room;
} Dealer;

static const SlGoalNode *
node_at (const Dealer *self, guint place)
{
  return sl_goal_forest_node (self->forest, g_array_index (self->order, guint, place));
}

static guint
leaf_place (const Dealer *self, guint leaf)
{
  return g_array_index (self->leaves, guint, leaf);
}

static void
dealer_init (Dealer *self, const SlGoalForest *forest, const SlChartParams *params, double room)
{
  guint n = forest->nodes->len;
  g_autofree guint *n_seen = g_new0 (guint, n);

  *self = (Dealer){
    .forest = forest,
    .order = g_array_new (FALSE, FALSE, sizeof (guint)),
    .leaves = g_array_new (FALSE, FALSE, sizeof (guint)),
    .rank = g_new0 (guint, n),
    .top_down = params->top_down,
    .room = room,
  };
  for (guint i = 0; i < n; i++)
    {
      const SlGoalNode *node = sl_goal_forest_node (forest, i);
      if (node->lone)
        continue;
      if (node->n_children == 0)
        g_array_append_val (self->leaves, self->order->len);
      g_array_append_val (self->order, i);
      if (node->parent >= 0)
        self->rank[i] = ++n_seen[node->parent];
    }
}

static void
dealer_clear (Dealer *self)
{
  g_array_unref (self->order);
  g_array_unref (self->leaves);
  g_free (self->rank);
}

/* The nodes of a sheet that holds the leaves @first to @last. (transfer full) (element-type guint):
 * indices in the forest, parents before children */
static GArray *
collect (const Dealer *self, guint first, guint last)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (guint));
  guint begin = leaf_place (self, first), end = leaf_place (self, last);

  for (gint up = node_at (self, begin)->parent; up >= 0;
       up = sl_goal_forest_node (self->forest, (guint)up)->parent)
    g_array_prepend_val (nodes, up);
  for (guint place = begin; place <= end; place++)
    g_array_append_val (nodes, g_array_index (self->order, guint, place));
  return nodes;
}

static gboolean
fits (const Dealer *self, guint first, guint last)
{
  g_autoptr (GArray) nodes = collect (self, first, last);
  g_autofree SlTidyNode *tidy = g_new (SlTidyNode, nodes->len);
  g_autoptr (GHashTable) place_of = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      guint index = g_array_index (nodes, guint, i);
      const SlGoalNode *node = sl_goal_forest_node (self->forest, index);
      gpointer parent;

      tidy[i] = (SlTidyNode){ .parent = -1,
                              .start = node->slot,
                              .length = 1,
                              .breadth = self->top_down ? node->w : node->h };
      if (node->parent >= 0
          && g_hash_table_lookup_extended (place_of, GINT_TO_POINTER (node->parent), NULL, &parent))
        tidy[i].parent = GPOINTER_TO_INT (parent);
      g_hash_table_insert (place_of, GUINT_TO_POINTER (index), GUINT_TO_POINTER (i));
    }
  return sl_tidy_tree_layout (tidy, nodes->len, sl_tree_gaps (self->top_down)) <= self->room;
}

/* What it costs to end a sheet with @leaf. */
static guint
cost_of_cut (const Dealer *self, guint leaf)
{
  const SlGoalNode *before = node_at (self, leaf_place (self, leaf));
  guint next = g_array_index (self->order, guint, leaf_place (self, leaf) + 1);
  const SlGoalNode *behind = sl_goal_forest_node (self->forest, next);
  guint cost = COST_LEVEL * behind->level;

  if (behind->parent < 0 || behind->parent != before->parent)
    return cost;

  guint n_parts = sl_goal_forest_node (self->forest, (guint)behind->parent)->n_children;
  if (self->rank[next] == 2)
    cost += COST_ALONE;
  if (self->rank[next] == n_parts)
    cost += COST_ALONE;
  return cost;
}

/* The last leaf of every sheet, by its first leaf, so that the whole costs least. (transfer full)
 */
static guint *
choose_ends (const Dealer *self)
{
  guint n = self->leaves->len;
  g_autofree guint *cost = g_new0 (guint, n + 1);
  guint *ends = g_new0 (guint, n);

  for (guint first = n; first-- > 0;)
    {
      cost[first] = G_MAXUINT;
      for (guint end = first; end < n && (end == first || fits (self, first, end)); end++)
        {
          guint whole = COST_SHEET + cost[end + 1] + (end + 1 < n ? cost_of_cut (self, end) : 0);
          if (whole <= cost[first])
            {
              cost[first] = whole;
              ends[first] = end;
            }
        }
    }
  return ends;
}

static void
add_sheet (const Dealer *self, SlGoalForest *sheets, guint page, guint first, guint last,
           gboolean *seen)
{
  g_autoptr (GArray) nodes = collect (self, first, last);
  g_autoptr (GHashTable) place_of = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < nodes->len; i++)
    {
      guint index = g_array_index (nodes, guint, i);
      SlGoalNode node = *sl_goal_forest_node (self->forest, index);

      node.page = page;
      node.continued = seen[index];
      node.n_children = node.first_part = node.last_part = 0;
      seen[index] = TRUE;
      if (node.parent >= 0)
        {
          node.parent
              = GPOINTER_TO_INT (g_hash_table_lookup (place_of, GINT_TO_POINTER (node.parent)));
          SlGoalNode *parent = sl_goal_forest_node (sheets, (guint)node.parent);
          parent->last_part = self->rank[index];
          if (parent->n_children++ == 0)
            parent->first_part = self->rank[index];
        }
      g_hash_table_insert (place_of, GUINT_TO_POINTER (index),
                           GUINT_TO_POINTER (sheets->nodes->len));
      g_array_append_val (sheets->nodes, node);
    }
}

SlGoalForest *
sl_tree_pages_new (const SlGoalForest *forest, const SlChartParams *params, double room)
{
  Dealer dealer;
  SlGoalForest *sheets = NULL;

  dealer_init (&dealer, forest, params, room);
  guint n = dealer.leaves->len;
  if (n > 1 && !fits (&dealer, 0, n - 1))
    {
      g_autofree guint *ends = choose_ends (&dealer);
      g_autofree gboolean *seen = g_new0 (gboolean, forest->nodes->len);

      sheets = sl_goal_forest_new_like (forest);
      sheets->n_pages = 0;
      for (guint first = 0; first < n; first = ends[first] + 1)
        add_sheet (&dealer, sheets, sheets->n_pages++, first, ends[first], seen);
      for (guint i = 0; i < forest->nodes->len; i++)
        if (sl_goal_forest_node (forest, i)->lone)
          g_array_append_val (sheets->nodes, *sl_goal_forest_node (forest, i));
      sl_goal_forest_update_index (sheets);
    }
  dealer_clear (&dealer);
  return sheets;
}
