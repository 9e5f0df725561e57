/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Builds the graph of a schedule, orders it (Kahn) and breaks cycles by leaving out one link of
 * each. It knows who waits for whom, not by how much. */

#include "config.h"

#include "methods/sl-schedule-graph.h"

#include <string.h>

/* Whether @link says anything: FF and SF bind no child of a task that has some. */
static gboolean
link_counts (const SlScheduleGraph *self, const SlScheduleLink *link)
{
  gboolean binds_finish = link->type == SL_DEPENDENCY_FF || link->type == SL_DEPENDENCY_SF;
  return link->before != link->after && !(binds_finish && self->opening[link->after] >= 0);
}

static void
number_nodes (SlScheduleGraph *self, const SlScheduleInput *input)
{
  guint n = input->n_tasks;
  self->n_tasks = n;
  self->n_nodes = n;
  self->opening = g_new (int, n);
  self->task_of = g_new (guint, 2 * n);
  for (guint i = 0; i < n; i++)
    {
      self->opening[i] = -1;
      self->task_of[i] = i;
    }
  for (guint i = 0; i < n; i++)
    {
      int parent = input->tasks[i].parent;
      if (parent < 0 || self->opening[parent] >= 0)
        continue;
      self->task_of[self->n_nodes] = (guint)parent;
      self->opening[parent] = (int)self->n_nodes++;
    }
}

static void
add_edge (SlScheduleGraph *self, guint from, guint to, SlScheduleEdgeType type, int link)
{
  self->edges[self->n_edges++] = (SlScheduleEdge){ from, to, type, link };
}

/* Where things that @task waits for arrive. */
static guint
entry_of (const SlScheduleGraph *self, guint task)
{
  return self->opening[task] >= 0 ? (guint)self->opening[task] : task;
}

static void
collect_edges (SlScheduleGraph *self, const SlScheduleInput *input, SlSchedule *schedule)
{
  self->edges = g_new (SlScheduleEdge, (gsize)input->n_links + 2 * (gsize)input->n_tasks);
  for (guint i = 0; i < input->n_tasks; i++)
    {
      int parent = input->tasks[i].parent;
      if (parent < 0)
        continue;
      add_edge (self, (guint)self->opening[parent], entry_of (self, i), SL_SCHEDULE_EDGE_OPENS, -1);
      add_edge (self, i, (guint)parent, SL_SCHEDULE_EDGE_CLOSES, -1);
    }
  for (guint i = 0; i < input->n_links; i++)
    {
      const SlScheduleLink *link = &input->links[i];
      if (link_counts (self, link))
        add_edge (self, link->before, entry_of (self, link->after), SL_SCHEDULE_EDGE_LINK, (int)i);
      else
        schedule->left_out[i] = 1;
    }
}

/* Sorts the edges by their ends: counting sort, stable, so links keep their order. */
static void
index_edges (SlScheduleGraph *self)
{
  guint n = self->n_nodes;
  g_autofree SlScheduleEdge *unsorted = g_steal_pointer (&self->edges);
  self->edges = g_new (SlScheduleEdge, MAX (self->n_edges, 1));
  self->in_edges = g_new (guint, MAX (self->n_edges, 1));
  self->out = g_new0 (guint, n + 2);
  self->in = g_new0 (guint, n + 2);
  for (guint i = 0; i < self->n_edges; i++)
    {
      self->out[unsorted[i].from + 2]++;
      self->in[unsorted[i].to + 2]++;
    }
  for (guint i = 2; i < n + 2; i++)
    {
      self->out[i] += self->out[i - 1];
      self->in[i] += self->in[i - 1];
    }
  for (guint i = 0; i < self->n_edges; i++)
    self->edges[self->out[unsorted[i].from + 1]++] = unsorted[i];
  for (guint i = 0; i < self->n_edges; i++)
    self->in_edges[self->in[self->edges[i].to + 1]++] = i;
}

/* Puts every node that waits for nothing that is not placed yet into the order. */
static guint
extend_order (SlScheduleGraph *self, guint *waits_for, const guint8 *cut, guint n_done,
              guint n_queued)
{
  for (; n_done < n_queued; n_done++)
    {
      guint node = self->order[n_done];
      for (guint e = self->out[node]; e < self->out[node + 1]; e++)
        if (!cut[e] && --waits_for[self->edges[e].to] == 0)
          self->order[n_queued++] = self->edges[e].to;
    }
  return n_queued;
}

/* Tells the members of the cycle @path (edges, last first) as tasks, smallest index first. */
static void
report_cycle (const SlScheduleGraph *self, const GArray *path, SlSchedule *schedule)
{
  g_autoptr (GArray) members = g_array_new (FALSE, FALSE, sizeof (guint));
  guint smallest = 0;
  for (guint i = path->len; i > 0; i--)
    {
      guint task = self->task_of[self->edges[g_array_index (path, guint, i - 1)].to];
      if (members->len > 0 && g_array_index (members, guint, members->len - 1) == task)
        continue;
      g_array_append_val (members, task);
      if (task < g_array_index (members, guint, smallest))
        smallest = members->len - 1;
    }
  guint n = members->len;
  if (n > 1 && g_array_index (members, guint, 0) == g_array_index (members, guint, n - 1))
    n--;
  schedule->cycle = g_new (guint, n);
  schedule->n_cycle = n;
  for (guint i = 0; i < n; i++)
    schedule->cycle[i] = g_array_index (members, guint, (smallest + i) % n);
}

/* Goes back from a node that waits until it meets itself; the edges of that cycle, last first. */
static GArray *
find_cycle (const SlScheduleGraph *self, const guint *waits_for, const guint8 *cut)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *seen_at = g_new0 (guint, self->n_nodes);
  guint node = 0;
  while (waits_for[node] == 0)
    node++;
  while (seen_at[node] == 0)
    {
      seen_at[node] = path->len + 1;
      guint i = self->in[node];
      while (cut[self->in_edges[i]] || waits_for[self->edges[self->in_edges[i]].from] == 0)
        i++;
      g_array_append_val (path, self->in_edges[i]);
      node = self->edges[self->in_edges[i]].from;
    }
  g_array_remove_range (path, 0, seen_at[node] - 1);
  return path;
}

/* Leaves out the newest link of a cycle among the nodes that wait. Returns the edge. */
static guint
break_cycle (const SlScheduleGraph *self, const guint *waits_for, const guint8 *cut,
             SlSchedule *schedule)
{
  g_autoptr (GArray) path = find_cycle (self, waits_for, cut);
  guint newest = g_array_index (path, guint, 0);
  for (guint i = 1; i < path->len; i++)
    {
      guint edge = g_array_index (path, guint, i);
      if (self->edges[edge].link > self->edges[newest].link)
        newest = edge;
    }
  if (schedule->n_cycles++ == 0)
    report_cycle (self, path, schedule);
  if (self->edges[newest].link >= 0)
    schedule->left_out[self->edges[newest].link] = 1;
  return newest;
}

/* Takes what was cut out of the edge lists. */
static void
drop_cut_edges (SlScheduleGraph *self, const guint8 *cut)
{
  guint kept = 0;
  for (guint i = 0; i < self->n_edges; i++)
    if (!cut[i])
      self->edges[kept++] = self->edges[i];
  self->n_edges = kept;
  g_clear_pointer (&self->in_edges, g_free);
  g_clear_pointer (&self->out, g_free);
  g_clear_pointer (&self->in, g_free);
  index_edges (self);
}

static void
order_nodes (SlScheduleGraph *self, SlSchedule *schedule)
{
  self->order = g_new (guint, MAX (self->n_nodes, 1));
  g_autofree guint *waits_for = g_new (guint, MAX (self->n_nodes, 1));
  g_autofree guint8 *cut = g_new0 (guint8, MAX (self->n_edges, 1));
  guint n_queued = 0;
  for (guint i = 0; i < self->n_nodes; i++)
    {
      waits_for[i] = self->in[i + 1] - self->in[i];
      if (waits_for[i] == 0)
        self->order[n_queued++] = i;
    }
  guint n_done = 0;
  while (TRUE)
    {
      n_queued = extend_order (self, waits_for, cut, n_done, n_queued);
      n_done = n_queued;
      if (n_done == self->n_nodes)
        break;
      guint edge = break_cycle (self, waits_for, cut, schedule);
      cut[edge] = 1;
      if (--waits_for[self->edges[edge].to] == 0)
        self->order[n_queued++] = self->edges[edge].to;
    }
  if (schedule->n_cycles > 0)
    drop_cut_edges (self, cut);
}

SlScheduleGraph *
sl_schedule_graph_new (const SlScheduleInput *input, SlSchedule *schedule)
{
  SlScheduleGraph *self = g_new0 (SlScheduleGraph, 1);
  number_nodes (self, input);
  collect_edges (self, input, schedule);
  index_edges (self);
  order_nodes (self, schedule);
  return self;
}

void
sl_schedule_graph_free (SlScheduleGraph *self)
{
  g_free (self->task_of);
  g_free (self->opening);
  g_free (self->edges);
  g_free (self->out);
  g_free (self->in_edges);
  g_free (self->in);
  g_free (self->order);
  g_free (self);
}
