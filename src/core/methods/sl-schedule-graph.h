/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tasks and links as a graph in the order in which dates can be computed. For sl-schedule.c. */

#pragma once

#include "methods/sl-schedule.h"

G_BEGIN_DECLS

/**
 * SlScheduleEdgeType:
 * @SL_SCHEDULE_EDGE_LINK: a link of the input
 * @SL_SCHEDULE_EDGE_OPENS: from the opening of a task with children to each of them
 * @SL_SCHEDULE_EDGE_CLOSES: from each child to its parent
 */
typedef enum
{
  SL_SCHEDULE_EDGE_LINK,
  SL_SCHEDULE_EDGE_OPENS,
  SL_SCHEDULE_EDGE_CLOSES,
} SlScheduleEdgeType;

typedef struct
{
  guint from;
  guint to;
  SlScheduleEdgeType type;
  int link; /* index of the input's link, or -1 */
} SlScheduleEdge;

/**
 * SlScheduleGraph:
 * @n_nodes: tasks first, with their own index; then one opening for each task with children. Links
 *   to such a task arrive at its opening, links from it leave the task itself, which comes after
 *   all of its children
 * @task_of: of each node
 * @opening: of each task: its opening, or -1 for a task without children
 * @edges: sorted by @from
 * @out: @n_nodes + 1 indexes into @edges
 * @in_edges: indexes into @edges, sorted by @to
 * @in: @n_nodes + 1 indexes into @in_edges
 * @order: nodes, each after everything that it depends on
 */
typedef struct
{
  guint n_tasks;
  guint n_nodes;
  guint *task_of;
  int *opening;
  SlScheduleEdge *edges;
  guint n_edges;
  guint *out;
  guint *in_edges;
  guint *in;
  guint *order;
} SlScheduleGraph;

/* Fills cycles and left-out links of @schedule. (transfer full) */
SlScheduleGraph *sl_schedule_graph_new (const SlScheduleInput *input, SlSchedule *schedule);
void sl_schedule_graph_free (SlScheduleGraph *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlScheduleGraph, sl_schedule_graph_free)

G_END_DECLS
