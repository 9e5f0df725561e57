/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Links grouped by the node that they touch: what every walk over a graph begins with. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A link that belongs to no node. */
#define SL_NO_NODE G_MAXUINT

/**
 * sl_by_node:
 * @nodes: (array length=n): the node of each link, below @n_nodes, or SL_NO_NODE
 * @starts: (out caller-allocates) (array): @n_nodes + 1 indexes into the result: the links of node
 * i stand from @starts[i] up to @starts[i + 1]
 *
 * Cost: O(n + n_nodes).
 *
 * Returns: (transfer full): indexes of links, by node, and for each node in their order
 */
guint *sl_by_node (const guint *nodes, guint n, guint n_nodes,
                   guint *starts) G_GNUC_WARN_UNUSED_RESULT;

/**
 * sl_order_nodes:
 * @from: (array length=n): the node that each link leaves, or SL_NO_NODE: it does not count
 * @to: (array length=n): the node that it reaches
 * @n_ordered: (out): how many nodes the result has
 *
 * Kahn 1962. Cost: O(n + n_nodes).
 *
 * Returns: (transfer full): nodes, each behind all from which links reach it; those in or behind a
 * cycle are left out
 */
guint *sl_order_nodes (const guint *from, const guint *to, guint n, guint n_nodes,
                       guint *n_ordered) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
