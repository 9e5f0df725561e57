/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cycles of directed graphs. Goal chains can be as long as there are goals, so the search keeps its
 * own stack. */

#include "config.h"

#include "sl-cycles.h"

#include "methods/sl-by-node.h"

/* A node on its way through the search. */
typedef struct
{
  guint number; /* when it was met, from 1; 0: not yet */
  guint low;    /* the earliest that it reaches */
  guint next;   /* the edge to be followed next */
  gboolean open;
} Visit;

typedef struct
{
  const SlEdge *edges;
  const guint *out; /* n_nodes + 1 indexes into @leaving */
  const guint *leaving;
  Visit *visits;
  guint n_met;
  GArray *path; /* from the root of the search to where it is */
  GArray *open; /* met, and their group not closed yet */
  GPtrArray *groups;
} Search;

static gboolean
has_edge (const Search *self, guint from, guint to)
{
  for (guint i = self->out[from]; i < self->out[from + 1]; i++)
    if (self->edges[self->leaving[i]].to == to)
      return TRUE;
  return FALSE;
}

static void
enter (Search *self, guint node)
{
  self->n_met++;
  self->visits[node] = (Visit){ self->n_met, self->n_met, self->out[node], TRUE };
  g_array_append_val (self->path, node);
  g_array_append_val (self->open, node);
}

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  guint x = *(const guint *)a, y = *(const guint *)b;
  return (x > y) - (x < y);
}

static int
compare_groups (gconstpointer a, gconstpointer b)
{
  const GArray *x = *(GArray *const *)a, *y = *(GArray *const *)b;
  return compare_nodes (x->data, y->data);
}

/* Takes the group of @root off the open nodes. */
static void
close_group (Search *self, guint root)
{
  g_autoptr (GArray) group = g_array_new (FALSE, FALSE, sizeof (guint));
  guint node;
  do
    {
      node = g_array_index (self->open, guint, self->open->len - 1);
      g_array_set_size (self->open, self->open->len - 1);
      self->visits[node].open = FALSE;
      g_array_append_val (group, node);
    }
  while (node != root);
  if (group->len == 1 && !has_edge (self, root, root))
    return;
  g_array_sort (group, compare_nodes);
  g_ptr_array_add (self->groups, g_steal_pointer (&group));
}

static void
leave (Search *self, guint node)
{
  const Visit *visit = &self->visits[node];
  g_array_set_size (self->path, self->path->len - 1);
  if (self->path->len > 0)
    {
      Visit *parent = &self->visits[g_array_index (self->path, guint, self->path->len - 1)];
      parent->low = MIN (parent->low, visit->low);
    }
  if (visit->low == visit->number)
    close_group (self, node);
}

static void
search_from (Search *self, guint root)
{
  enter (self, root);
  while (self->path->len > 0)
    {
      guint node = g_array_index (self->path, guint, self->path->len - 1);
      Visit *visit = &self->visits[node];
      if (visit->next == self->out[node + 1])
        {
          leave (self, node);
          continue;
        }
      guint to = self->edges[self->leaving[visit->next++]].to;
      if (self->visits[to].number == 0)
        enter (self, to);
      else if (self->visits[to].open)
        visit->low = MIN (visit->low, self->visits[to].number);
    }
}

static SlCycles *
collect (const Search *search)
{
  SlCycles *self = g_new0 (SlCycles, 1);
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  g_ptr_array_sort (search->groups, compare_groups);
  self->n_cycles = search->groups->len;
  self->starts = g_new0 (guint, self->n_cycles + 1);
  for (guint i = 0; i < self->n_cycles; i++)
    {
      const GArray *group = g_ptr_array_index (search->groups, i);
      g_array_append_vals (members, group->data, group->len);
      self->starts[i + 1] = members->len;
    }
  self->members = (guint *)g_array_free (g_steal_pointer (&members), FALSE);
  return self;
}

static void
unref_group (gpointer group)
{
  g_array_unref (group);
}

SlCycles *
sl_cycles_find (guint n_nodes, const SlEdge *edges, guint n_edges)
{
  g_autofree guint *out = g_new0 (guint, n_nodes + 1);
  g_autofree guint *from = g_new (guint, MAX (n_edges, 1));
  for (guint i = 0; i < n_edges; i++)
    from[i] = edges[i].from;
  g_autofree guint *leaving = sl_by_node (from, n_edges, n_nodes, out);
  g_autofree Visit *visits = g_new0 (Visit, MAX (n_nodes, 1));
  g_autoptr (GArray) path = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (unref_group);
  Search search = { edges, out, leaving, visits, 0, path, open, groups };
  for (guint i = 0; i < n_nodes; i++)
    if (visits[i].number == 0)
      search_from (&search, i);
  return collect (&search);
}

SlCycles *
sl_cycles_find_left (const guint *from, const guint *to, guint n, const gboolean *done,
                     guint n_nodes)
{
  g_autofree SlEdge *edges = g_new (SlEdge, MAX (n, 1));
  guint n_edges = 0;
  for (guint i = 0; i < n; i++)
    if (from[i] != SL_NO_NODE && !done[from[i]] && !done[to[i]])
      edges[n_edges++] = (SlEdge){ from[i], to[i] };
  return sl_cycles_find (n_nodes, edges, n_edges);
}

void
sl_cycles_free (SlCycles *self)
{
  if (self == NULL)
    return;
  g_free (self->starts);
  g_free (self->members);
  g_free (self);
}
