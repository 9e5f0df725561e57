/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Grouping by counting, and putting into order by what comes before. */

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

guint *
sl_order_nodes (const guint *from, const guint *to, guint n, guint n_nodes, guint *n_ordered)
{
  guint *order = g_new (guint, MAX (n_nodes, 1));
  g_autofree guint *out = g_new0 (guint, n_nodes + 1);
  g_autofree guint *waiting = sl_by_node (from, n, n_nodes, out);
  g_autofree guint *n_missing = g_new0 (guint, MAX (n_nodes, 1));
  guint n_ready = 0;
  for (guint i = 0; i < n; i++)
    n_missing[to[i]] += from[i] != SL_NO_NODE;
  for (guint i = 0; i < n_nodes; i++)
    if (n_missing[i] == 0)
      order[n_ready++] = i;
  for (guint i = 0; i < n_ready; i++)
    for (guint k = out[order[i]]; k < out[order[i] + 1]; k++)
      {
        guint next = to[waiting[k]];
        if (--n_missing[next] == 0)
          order[n_ready++] = next;
      }
  *n_ordered = n_ready;
  return order;
}
