/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From work up to strategy. */

#include "config.h"

#include "sl-line-of-sight.h"

#include "methods/sl-by-node.h"

#include <math.h>

/* Of the ways that are as short, the one over the smallest node. */
static void
choose_ways (SlSight *self, const SlEdge *links, guint n_links)
{
  for (guint i = 0; i < n_links; i++)
    {
      int from = self->distance[links[i].from], to = self->distance[links[i].to];
      int *next = &self->next[links[i].from];
      if (to >= 0 && from == to + 1 && (*next < 0 || (int)links[i].to < *next))
        *next = links[i].to;
    }
}

SlSight *
sl_sight_new (const gboolean *is_objective, guint n_nodes, const SlEdge *links, guint n_links)
{
  SlSight *self = g_new0 (SlSight, 1);
  g_autofree guint *starts = g_new0 (guint, n_nodes + 1);
  g_autofree guint *to = g_new (guint, MAX (n_links, 1));
  for (guint i = 0; i < n_links; i++)
    to[i] = links[i].to;
  g_autofree guint *below = sl_by_node (to, n_links, n_nodes, starts);
  g_autofree guint *queue = g_new (guint, MAX (n_nodes, 1));
  guint n_queued = 0;
  self->n_nodes = n_nodes;
  self->distance = g_new (int, MAX (n_nodes, 1));
  self->next = g_new (int, MAX (n_nodes, 1));
  self->n_below = g_new0 (guint, MAX (n_nodes, 1));
  for (guint i = 0; i < n_nodes; i++)
    {
      self->distance[i] = is_objective[i] ? 0 : -1;
      self->next[i] = -1;
      if (is_objective[i])
        queue[n_queued++] = i;
    }
  for (guint i = 0; i < n_queued; i++)
    for (guint k = starts[queue[i]]; k < starts[queue[i] + 1]; k++)
      {
        guint from = links[below[k]].from;
        self->n_below[queue[i]] += is_objective[queue[i]] && from != queue[i];
        if (self->distance[from] >= 0)
          continue;
        self->distance[from] = self->distance[queue[i]] + 1;
        queue[n_queued++] = from;
      }
  choose_ways (self, links, n_links);
  return self;
}

void
sl_sight_free (SlSight *self)
{
  if (self == NULL)
    return;
  g_free (self->distance);
  g_free (self->next);
  g_free (self->n_below);
  g_free (self);
}

double
sl_sight_share (const SlSight *self, const double *weights, const gboolean *is_objective)
{
  double all = 0.0, linked = 0.0;
  for (guint i = 0; i < self->n_nodes; i++)
    {
      if (is_objective[i])
        continue;
      all += weights[i];
      if (self->distance[i] >= 0)
        linked += weights[i];
    }
  return all > 0.0 ? linked / all : NAN;
}

SlCoverage
sl_coverage (guint n_plans, guint n_measures, guint n_owners)
{
  SlCoverage missing = SL_COVERAGE_COMPLETE;
  if (n_plans == 0)
    missing |= SL_COVERAGE_NO_PLAN;
  if (n_measures == 0)
    missing |= SL_COVERAGE_NO_MEASURE;
  if (n_owners != 1)
    missing |= SL_COVERAGE_NO_OWNER;
  return missing;
}

double
sl_coverage_severity (SlCoverage missing)
{
  guint n = 0;
  for (guint bits = missing; bits != 0; bits >>= 1)
    n += bits & 1;
  return n / 3.0;
}

void
sl_x_matrix_support (const SlMark *marks, guint n_marks, double *rows, guint n_rows,
                     double *columns, guint n_columns)
{
  for (guint i = 0; i < n_rows; i++)
    rows[i] = 0.0;
  for (guint i = 0; i < n_columns; i++)
    columns[i] = 0.0;
  for (guint i = 0; i < n_marks; i++)
    {
      rows[marks[i].row] += marks[i].mark;
      columns[marks[i].column] += marks[i].mark;
    }
}
