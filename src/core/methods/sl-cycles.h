/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which nodes of a directed graph lie on cycles. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint from;
  guint to;
} SlEdge;

/**
 * SlCycles:
 * @n_cycles: groups of nodes that all reach each other; a node with an edge to itself is one too
 * @starts: @n_cycles + 1 indexes into @members
 * @members: nodes, ascending within a group; groups by their smallest node
 */
typedef struct
{
  guint n_cycles;
  guint *starts;
  guint *members;
} SlCycles;

/**
 * sl_cycles_find:
 * @n_nodes: nodes are 0 to @n_nodes - 1
 * @edges: (array length=n_edges): in any order, also twice
 *
 * Source: strongly connected components, Tarjan 1972, without recursion. Cost: O(nodes + edges).
 *
 * Returns: (transfer full): the same for every order of @edges
 */
SlCycles *sl_cycles_find (guint n_nodes, const SlEdge *edges,
                          guint n_edges) G_GNUC_WARN_UNUSED_RESULT;

/**
 * sl_cycles_find_left:
 * @from: (array length=n): the node that each link leaves, or SL_NO_NODE: it does not count
 * @to: (array length=n): the node that it reaches
 * @done: (array length=n_nodes): nodes whose links do not count
 *
 * The cycles that keep a walk in the order of sl_order_nodes() from what it has not @done.
 *
 * Returns: (transfer full)
 */
SlCycles *sl_cycles_find_left (const guint *from, const guint *to, guint n, const gboolean *done,
                               guint n_nodes) G_GNUC_WARN_UNUSED_RESULT;
void sl_cycles_free (SlCycles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCycles, sl_cycles_free)

G_END_DECLS
