/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Grouping by counting. */

#include "config.h"

#include "sl-by-node.h"

guint *
sl_by_node (const guint *nodes, guint n, guint n_nodes, guint *starts)
{
  guint *sorted = g_new (guint, MAX (n, 1));
  g_autofree guint *at = g_new0 (guint, n_nodes + 1);
  for (guint i = 0; i < n; i++)
    if (nodes[i] != SL_NO_NODE)
      at[nodes[i]]++;
  for (guint i = 0, sum = 0; i <= n_nodes; i++)
    {
      guint count = at[i];
      starts[i] = at[i] = sum;
      sum += count;
    }
  for (guint i = 0; i < n; i++)
    if (nodes[i] != SL_NO_NODE)
      sorted[at[nodes[i]]++] = i;
  return sorted;
}
