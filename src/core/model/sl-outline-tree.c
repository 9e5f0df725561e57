/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Flattens the tree of one kind, or of two kinds that share it, into a preorder array. By an
 * explicit stack: a foreign file may nest deeper than the C stack reaches. */

#include "config.h"

#include "model/sl-outline-private.h"

#include <string.h>

typedef struct
{
  const SlSnapshot *plan;
  SlKindId kinds[2];
  GArray *nodes;
  GArray *stack; /* of SlOutlineNode, next one last */
} Walk;

/* The children of one parent that are of one kind, and how far the merge has come. */
typedef struct
{
  const SlTable *table;
  SlKindId kind;
  const SlId *ids;
  guint left; /* taken from the end */
} Siblings;

static Siblings
get_siblings (const Walk *walk, SlKindId kind, SlId parent)
{
  Siblings siblings = { .kind = kind };

  if (kind == SL_N_KINDS)
    return siblings;
  siblings.table = sl_snapshot_table (walk->plan, kind);
  siblings.ids = sl_snapshot_children (walk->plan, kind, parent, &siblings.left);
  return siblings;
}

static const char *
last_rank (const Siblings *siblings)
{
  int field = sl_kind (siblings->kind)->rank_field;
  const char *rank = NULL;
  guint row;

  if (field >= 0 && sl_table_find (siblings->table, siblings->ids[siblings->left - 1], &row))
    rank = sl_table_text (siblings->table, row, (guint)field);
  return rank != NULL ? rank : "";
}

/* The one of both whose last sibling comes later; by rank, then by id. */
static Siblings *
later_of (Siblings *a, Siblings *b)
{
  int order;

  if (a->left == 0 || b->left == 0)
    return a->left > 0 ? a : b;
  order = strcmp (last_rank (a), last_rank (b));
  if (order == 0)
    order = a->ids[a->left - 1] > b->ids[b->left - 1] ? 1 : -1;
  return order > 0 ? a : b;
}

static void
push_children (Walk *walk, SlId parent, guint32 parent_index, guint32 depth)
{
  Siblings first = get_siblings (walk, walk->kinds[0], parent);
  Siblings second = get_siblings (walk, walk->kinds[1], parent);

  while (first.left + second.left > 0)
    {
      Siblings *siblings = later_of (&first, &second);
      SlOutlineNode node = {
        .id = siblings->ids[--siblings->left],
        .parent = parent_index,
        .size = 1,
        .position = G_MAXUINT32,
        .depth = depth,
        .kind = siblings->kind,
      };

      g_array_append_val (walk->stack, node);
    }
}

GArray *
sl_outline_tree_new (const SlSnapshot *plan, SlKindId kind, SlKindId extra)
{
  Walk walk = { .plan = plan, .kinds = { kind, extra } };
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (SlOutlineNode));

  walk.nodes = g_array_new (FALSE, FALSE, sizeof (SlOutlineNode));
  walk.stack = stack;
  push_children (&walk, SL_ID_NONE, SL_OUTLINE_NO_PARENT, 0);
  while (stack->len > 0)
    {
      SlOutlineNode node = g_array_index (stack, SlOutlineNode, stack->len - 1);

      g_array_set_size (stack, stack->len - 1);
      push_children (&walk, node.id, walk.nodes->len, node.depth + 1);
      g_array_append_val (walk.nodes, node);
    }
  for (guint i = walk.nodes->len; i > 0; i--)
    {
      const SlOutlineNode *node = &g_array_index (walk.nodes, SlOutlineNode, i - 1);

      if (node->parent != SL_OUTLINE_NO_PARENT)
        g_array_index (walk.nodes, SlOutlineNode, node->parent).size += node->size;
    }
  return walk.nodes;
}
