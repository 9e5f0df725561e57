/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The two passes of the critical path method. Each node keeps, for the way back, how late it may
 * start and finish (late dates) and how late without anybody minding (free float); both are the
 * same walk with other dates of the successors. It knows no records and no words. */

#include "config.h"

#include "methods/sl-schedule.h"

#include "methods/sl-schedule-graph.h"

#define NEVER G_MAXINT64

/* How late a node may start and finish. */
typedef struct
{
  gint64 start;
  gint64 finish;
} Bounds;

typedef struct
{
  gint64 span;  /* what is left to do */
  gint64 start; /* when that starts at the earliest */
  gint64 early_start;
  gint64 early_finish;
  gint64 late_start; /* of what is left */
  gint64 late_finish;
  Bounds late;
  Bounds free;
  int driver;
  gboolean started;
  gboolean done;
} Node;

typedef struct
{
  const SlScheduleInput *input;
  const SlScheduleGraph *graph;
  Node *nodes;
  gint64 finish;
  gint64 early_finish; /* of the whole; @finish is the imposed one, if there is one */
} Passes;

/* The later of @a and @b where SL_INT_NULL, the smallest integer, is no rule. */
static gint64
later (gint64 a, gint64 b)
{
  return MAX (a, b);
}

static gboolean
leaves_finish (SlDependencyType type)
{
  return type == SL_DEPENDENCY_FS || type == SL_DEPENDENCY_FF;
}

static gboolean
binds_start (SlDependencyType type)
{
  return type == SL_DEPENDENCY_FS || type == SL_DEPENDENCY_SS;
}

static gint64
add_lag (const Passes *self, const SlScheduleLink *link, gint64 time)
{
  if (link->elapsed && self->input->calendar != NULL)
    return sl_calendar_add_elapsed (self->input->calendar, time, leaves_finish (link->type),
                                    link->lag);
  return time + link->lag;
}

static gint64
subtract_lag (const Passes *self, const SlScheduleLink *link, gint64 time)
{
  if (link->elapsed && self->input->calendar != NULL)
    return sl_calendar_subtract_elapsed (self->input->calendar, time, leaves_finish (link->type),
                                         link->lag);
  return time - link->lag;
}

/* The earliest start that @link leaves to a successor of @span, if its predecessor has these
 * dates. */
static gint64
bound_by_link (const Passes *self, const SlScheduleLink *link, gint64 start, gint64 finish,
               gint64 span)
{
  gint64 time = add_lag (self, link, leaves_finish (link->type) ? finish : start);
  return binds_start (link->type) ? time : time - span;
}

/* The earliest start of @node by what comes before it, and the link that it waits for. */
static void
pull_start (const Passes *self, guint node, gint64 *start, int *driver)
{
  const SlScheduleGraph *graph = self->graph;
  *driver = -1;
  for (guint i = graph->in[node]; i < graph->in[node + 1]; i++)
    {
      const SlScheduleEdge *edge = &graph->edges[graph->in_edges[i]];
      const Node *from = &self->nodes[edge->from];
      int link = edge->type == SL_SCHEDULE_EDGE_OPENS ? from->driver : edge->link;
      gint64 bound = edge->type == SL_SCHEDULE_EDGE_OPENS
                         ? from->start
                         : bound_by_link (self, &self->input->links[edge->link], from->early_start,
                                          from->early_finish, self->nodes[node].span);
      if (bound > *start || (bound == *start && *driver < 0))
        *driver = link;
      *start = MAX (*start, bound);
    }
}

static void
place_task (const Passes *self, guint index)
{
  const SlScheduleTask *task = &self->input->tasks[index];
  Node *node = &self->nodes[index];
  node->started = task->actual_start != SL_INT_NULL;
  node->done = node->started && task->actual_finish != SL_INT_NULL;
  node->span = node->started ? task->remaining : task->duration;
  gint64 start = later (self->input->start, self->input->status);
  if (node->started)
    start = later (task->actual_start, self->input->status);
  else
    {
      start = later (start, task->start_from);
      if (task->finish_from != SL_INT_NULL)
        start = later (start, task->finish_from - node->span);
    }
  pull_start (self, index, &start, &node->driver);
  node->start = start;
  node->early_start = node->started ? task->actual_start : start;
  node->early_finish = start + node->span;
  if (node->done)
    {
      node->early_finish = task->actual_finish;
      node->span = 0;
      node->start = task->actual_finish;
      node->driver = -1;
    }
}

/* A task with children: after all of them. */
static void
close_task (const Passes *self, guint index)
{
  const SlScheduleGraph *graph = self->graph;
  Node *node = &self->nodes[index];
  node->early_start = NEVER;
  node->early_finish = SL_INT_NULL;
  node->driver = -1;
  for (guint i = graph->in[index]; i < graph->in[index + 1]; i++)
    {
      const Node *child = &self->nodes[graph->edges[graph->in_edges[i]].from];
      if (child->early_start < node->early_start)
        node->driver = child->driver;
      node->early_start = MIN (node->early_start, child->early_start);
      node->early_finish = MAX (node->early_finish, child->early_finish);
    }
  node->start = node->early_start;
}

static void
open_task (const Passes *self, guint opening)
{
  const SlScheduleTask *task = &self->input->tasks[self->graph->task_of[opening]];
  Node *node = &self->nodes[opening];
  node->start = later (self->input->start, task->start_from);
  pull_start (self, opening, &node->start, &node->driver);
  node->early_start = node->early_finish = node->start;
}

static void
pass_forward (Passes *self)
{
  const SlScheduleGraph *graph = self->graph;
  gint64 finish = self->input->start;
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      guint node = graph->order[i];
      if (node >= graph->n_tasks)
        open_task (self, node);
      else if (graph->opening[node] >= 0)
        close_task (self, node);
      else
        place_task (self, node);
      finish = MAX (finish, self->nodes[node].early_finish);
    }
  self->finish = self->early_finish = finish;
}

static void
tighten (gint64 *bound, gint64 by)
{
  if (by != SL_INT_NULL)
    *bound = MIN (*bound, by);
}

/* Tightens @bounds of the predecessor by a successor with these dates. */
static void
push_back (const Passes *self, const SlScheduleLink *link, gint64 start, gint64 finish,
           Bounds *bounds)
{
  gint64 time = subtract_lag (self, link, binds_start (link->type) ? start : finish);
  tighten (leaves_finish (link->type) ? &bounds->finish : &bounds->start, time);
}

/* What the successors of @index leave to it. */
static void
gather_bounds (const Passes *self, guint index)
{
  const SlScheduleGraph *graph = self->graph;
  Node *node = &self->nodes[index];
  for (guint e = graph->out[index]; e < graph->out[index + 1]; e++)
    {
      const SlScheduleEdge *edge = &graph->edges[e];
      const Node *to = &self->nodes[edge->to];
      if (to->done)
        continue;
      if (edge->type == SL_SCHEDULE_EDGE_LINK)
        {
          const SlScheduleLink *link = &self->input->links[edge->link];
          /* An opening comes before its children; nobody minds until the first of them starts. */
          const Node *first = &self->nodes[graph->task_of[edge->to]];
          push_back (self, link, to->late_start, to->late_finish, &node->late);
          push_back (self, link, first->start, first->early_finish, &node->free);
        }
      else if (edge->type == SL_SCHEDULE_EDGE_OPENS)
        tighten (&node->late.finish, to->late_start);
      else
        {
          tighten (&node->late.finish, to->late.finish);
          tighten (&node->free.finish, to->free.finish);
          /* When the whole starts is up to the child that starts first. */
          if (node->early_start == to->early_start)
            {
              tighten (&node->late.start, to->late.start);
              tighten (&node->free.start, to->free.start);
            }
        }
    }
}

/* The latest finish within @bounds. */
static gint64
latest_finish (const Node *node, const Bounds *bounds)
{
  if (node->started || bounds->start == NEVER)
    return bounds->finish;
  return MIN (bounds->finish, bounds->start + node->span);
}

/* Moves a task as late as its successors do not mind. */
static void
postpone (Node *node)
{
  gint64 room = latest_finish (node, &node->free);
  room = MIN (room, node->late_finish) - node->early_finish;
  if (room <= 0 || node->started)
    return;
  node->start += room;
  node->early_start += room;
  node->early_finish += room;
}

static void
pass_back (Passes *self)
{
  const SlScheduleGraph *graph = self->graph;
  gint64 finish = self->input->finish != SL_INT_NULL ? self->input->finish : self->finish;
  for (guint i = graph->n_nodes; i > 0; i--)
    {
      guint index = graph->order[i - 1];
      const SlScheduleTask *task = &self->input->tasks[graph->task_of[index]];
      Node *node = &self->nodes[index];
      node->late = (Bounds){ NEVER, finish };
      node->free = (Bounds){ NEVER, NEVER };
      if (index < graph->n_tasks)
        {
          tighten (&node->late.start, task->start_by);
          tighten (&node->late.finish, task->finish_by);
        }
      gather_bounds (self, index);
      node->late_finish = latest_finish (node, &node->late);
      node->late_start = node->late_finish - node->span;
      if (index < graph->n_tasks && task->as_late && graph->opening[index] < 0)
        postpone (node);
    }
  self->finish = finish;
}

/* What is left of a task's float where its predecessors are as late and its successors as early as
 * they can be. */
static gint64
independent_float (const Passes *self, guint index, gint64 free_finish)
{
  const SlScheduleGraph *graph = self->graph;
  const Node *node = &self->nodes[index];
  gint64 latest = later (self->input->start, self->input->tasks[index].start_from);
  for (guint i = graph->in[index]; i < graph->in[index + 1]; i++)
    {
      const SlScheduleEdge *edge = &graph->edges[graph->in_edges[i]];
      const Node *from = &self->nodes[edge->from];
      if (edge->type != SL_SCHEDULE_EDGE_LINK)
        latest = MAX (latest, from->late_finish);
      else
        latest = MAX (latest, bound_by_link (self, &self->input->links[edge->link],
                                             from->late_start, from->late_finish, node->span));
    }
  return MAX (0, free_finish - latest - node->span);
}

static void
report_task (const Passes *self, guint index, SlScheduleResult *result)
{
  const Node *node = &self->nodes[index];
  gint64 free_finish = latest_finish (node, &node->free);
  /* The end of the whole is a successor too. An imposed end before it says nothing about those
   * whose successors do not mind. */
  if (free_finish == NEVER)
    free_finish = self->finish;
  else
    free_finish = MIN (free_finish, MAX (self->finish, self->early_finish));
  result->early_start = node->early_start;
  result->early_finish = node->early_finish;
  result->late_finish = node->done ? node->early_finish : node->late_finish;
  result->late_start = result->late_finish - (node->early_finish - node->early_start);
  result->total_float = result->late_finish - result->early_finish;
  result->free_float = node->done ? 0 : free_finish - node->early_finish;
  result->independent_float = node->done ? 0 : independent_float (self, index, free_finish);
  result->critical = !node->done && result->total_float <= 0;
  result->driver = node->driver;
}

/* Sums up the children, which are reported already. */
static void
report_summary (const Passes *self, guint index, SlScheduleResult *results)
{
  const SlScheduleGraph *graph = self->graph;
  SlScheduleResult *sum = &results[index];
  *sum = (SlScheduleResult){
    .early_start = self->nodes[index].early_start,
    .early_finish = self->nodes[index].early_finish,
    .late_start = NEVER,
    .late_finish = SL_INT_NULL,
    .total_float = NEVER,
    .free_float = NEVER,
    .independent_float = NEVER,
    .is_summary = TRUE,
    .driver = self->nodes[index].driver,
  };
  for (guint i = graph->in[index]; i < graph->in[index + 1]; i++)
    {
      const SlScheduleResult *child = &results[graph->edges[graph->in_edges[i]].from];
      sum->late_start = MIN (sum->late_start, child->late_start);
      sum->late_finish = MAX (sum->late_finish, child->late_finish);
      sum->total_float = MIN (sum->total_float, child->total_float);
      sum->free_float = MIN (sum->free_float, child->free_float);
      sum->independent_float = MIN (sum->independent_float, child->independent_float);
      sum->critical |= child->critical;
    }
}

SlSchedule *
sl_schedule_new (const SlScheduleInput *input)
{
  SlSchedule *self = g_new0 (SlSchedule, 1);
  self->n_tasks = input->n_tasks;
  self->tasks = g_new0 (SlScheduleResult, MAX (input->n_tasks, 1));
  self->left_out = g_new0 (guint8, MAX (input->n_links, 1));
  g_autoptr (SlScheduleGraph) graph = sl_schedule_graph_new (input, self);
  g_autofree Node *nodes = g_new0 (Node, MAX (graph->n_nodes, 1));
  Passes passes = { input, graph, nodes, 0, 0 };
  pass_forward (&passes);
  self->finish = passes.finish;
  pass_back (&passes);

  self->start = self->finish;
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      guint node = graph->order[i];
      if (node >= graph->n_tasks)
        continue;
      if (graph->opening[node] >= 0)
        report_summary (&passes, node, self->tasks);
      else
        report_task (&passes, node, &self->tasks[node]);
      self->start = MIN (self->start, self->tasks[node].early_start);
    }
  return self;
}

void
sl_schedule_free (SlSchedule *self)
{
  if (self == NULL)
    return;
  g_free (self->tasks);
  g_free (self->left_out);
  g_free (self->cycle);
  g_free (self);
}

struct _SlScheduleRuns
{
  SlScheduleInput input;
  SlScheduleTask *tasks; /* those of @input */
  SlSchedule *schedule;  /* which links are left out */
  SlScheduleGraph *graph;
  Node *nodes;
};

SlScheduleRuns *
sl_schedule_runs_new (const SlScheduleInput *input)
{
  SlScheduleRuns *self = g_new0 (SlScheduleRuns, 1);
  self->input = *input;
  self->tasks = g_memdup2 (input->tasks, input->n_tasks * sizeof *input->tasks);
  self->input.tasks = self->tasks;
  self->schedule = g_new0 (SlSchedule, 1);
  self->schedule->left_out = g_new0 (guint8, MAX (input->n_links, 1));
  self->graph = sl_schedule_graph_new (&self->input, self->schedule);
  self->nodes = g_new0 (Node, MAX (self->graph->n_nodes, 1));
  return self;
}

void
sl_schedule_runs_free (SlScheduleRuns *self)
{
  if (self == NULL)
    return;
  g_free (self->tasks);
  sl_schedule_free (self->schedule);
  sl_schedule_graph_free (self->graph);
  g_free (self->nodes);
  g_free (self);
}

/* Which tasks have no float; a task with children comes after all of them. */
static void
mark_critical (const Passes *self, guint8 *critical)
{
  const SlScheduleGraph *graph = self->graph;
  for (guint i = 0; i < graph->n_nodes; i++)
    {
      guint index = graph->order[i];
      const Node *node = &self->nodes[index];
      if (index >= graph->n_tasks)
        continue;
      critical[index]
          = graph->opening[index] < 0 && !node->done && node->late_finish <= node->early_finish;
      for (guint k = graph->in[index]; k < graph->in[index + 1] && graph->opening[index] >= 0; k++)
        critical[index] |= critical[graph->edges[graph->in_edges[k]].from];
    }
}

gint64
sl_schedule_runs_compute (SlScheduleRuns *self, const gint64 *durations, guint8 *critical)
{
  Passes passes = { &self->input, self->graph, self->nodes, 0, 0 };
  for (guint i = 0; i < self->input.n_tasks; i++)
    self->tasks[i].duration = self->tasks[i].remaining = durations[i];
  pass_forward (&passes);
  gint64 finish = passes.finish;
  if (critical != NULL)
    {
      pass_back (&passes);
      mark_critical (&passes, critical);
    }
  return finish;
}
