/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scores of KPIs and goals. It adds only ratios, never raw values of different units, and never
 * takes missing data for zero: what has no data is left out of the mean and said. */

#include "config.h"

#include "methods/sl-rollup.h"

#include "methods/sl-numeric.h"

#include <math.h>

/* How many check-ins a forecast looks back on. */
#define FORECAST_CHECK_INS 6u

double
sl_kpi_progress (double start, double target, double current, double *raw)
{
  double way = (current - start) / (target - start);
  if (start == target || isnan (way))
    way = NAN;
  if (raw != NULL)
    *raw = way;
  return isnan (way) ? NAN : CLAMP (way, 0.0, 1.0);
}

double
sl_kpi_range_score (double low, double high, double tolerance, double current)
{
  if (isnan (current) || (isnan (low) && isnan (high)))
    return NAN;
  double outside = 0.0;
  if (!isnan (low))
    outside = MAX (outside, low - current);
  if (!isnan (high))
    outside = MAX (outside, current - high);
  if (outside == 0.0)
    return 1.0;
  if (isnan (tolerance) || tolerance <= 0.0)
    return 0.0;
  return MAX (0.0, 1.0 - outside / tolerance);
}

SlScoreBand
sl_score_band (double score)
{
  if (isnan (score))
    return SL_SCORE_NONE;
  if (score >= 0.7)
    return SL_SCORE_GREEN;
  return score >= 0.4 ? SL_SCORE_YELLOW : SL_SCORE_RED;
}

const char *
sl_score_band_name (SlScoreBand band)
{
  static const char *const names[] = { "none", "red", "yellow", "green" };
  return names[band];
}

gboolean
sl_pace_belies_confidence (double gap, double confidence)
{
  return confidence >= SL_CONFIDENT && gap < SL_PACE_DOUBTFUL;
}

SlPace
sl_pace (double start_day, double due_day, double today, double progress)
{
  SlPace pace = { NAN, NAN, NAN, NAN };
  if (isnan (progress) || !(start_day < due_day))
    return pace;
  pace.expected = CLAMP ((today - start_day) / (due_day - start_day), 0.0, 1.0);
  pace.gap = progress - pace.expected;
  if (pace.expected > 0.0)
    pace.ratio = progress / pace.expected;
  if (progress > 0.0 && today > start_day)
    pace.projected_day = start_day + (today - start_day) / progress;
  return pace;
}

double
sl_forecast_day (const double *days, const double *values, guint n, double target)
{
  if (n > FORECAST_CHECK_INS)
    {
      days += n - FORECAST_CHECK_INS;
      values += n - FORECAST_CHECK_INS;
      n = FORECAST_CHECK_INS;
    }
  double slope = sl_theil_sen (days, values, n, NULL);
  if (isnan (slope))
    return NAN;
  double levels[FORECAST_CHECK_INS];
  for (guint i = 0; i < n; i++)
    levels[i] = values[i] - slope * days[i];
  /* The level by the median of what the slope leaves: one outlier moves it nowhere. */
  double day = (target - sl_median (levels, n)) / slope;
  /* Standing still, or moving away from the target. */
  gboolean reaches = slope != 0.0 && (target - values[n - 1]) * slope >= 0.0;
  return reaches ? day : NAN;
}

/* The edges of each node's children, and how many parents are not placed yet. */
typedef struct
{
  guint *first; /* n_nodes + 1 */
  guint *edges; /* by parent */
  guint *order; /* children before parents */
  guint n_ordered;
} Graph;

static void
graph_clear (Graph *graph)
{
  g_free (graph->first);
  g_free (graph->edges);
  g_free (graph->order);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Graph, graph_clear)

/* Orders children before parents; what lies on or above a cycle gets no place. */
static void
graph_init (Graph *graph, guint n_nodes, const SlRollupEdge *edges, guint n_edges)
{
  graph->first = g_new0 (guint, n_nodes + 2);
  graph->edges = g_new (guint, MAX (n_edges, 1));
  graph->order = g_new (guint, MAX (n_nodes, 1));
  graph->n_ordered = 0;
  g_autofree guint *n_open = g_new0 (guint, MAX (n_nodes, 1));
  g_autofree guint *first_up = g_new0 (guint, n_nodes + 2);
  g_autofree guint *up = g_new (guint, MAX (n_edges, 1));
  for (guint i = 0; i < n_edges; i++)
    {
      n_open[edges[i].parent]++;
      graph->first[edges[i].parent + 2]++;
      first_up[edges[i].child + 2]++;
    }
  for (guint i = 2; i < n_nodes + 2; i++)
    {
      graph->first[i] += graph->first[i - 1];
      first_up[i] += first_up[i - 1];
    }
  for (guint i = 0; i < n_edges; i++)
    {
      graph->edges[graph->first[edges[i].parent + 1]++] = i;
      up[first_up[edges[i].child + 1]++] = edges[i].parent;
    }
  for (guint i = 0; i < n_nodes; i++)
    if (n_open[i] == 0)
      graph->order[graph->n_ordered++] = i;
  for (guint done = 0; done < graph->n_ordered; done++)
    {
      guint node = graph->order[done];
      for (guint i = first_up[node]; i < first_up[node + 1]; i++)
        if (--n_open[up[i]] == 0)
          graph->order[graph->n_ordered++] = up[i];
    }
}

/* The part of its child's weight that each edge carries. */
static double *
split_shares (guint n_nodes, const SlRollupEdge *edges, guint n_edges)
{
  double *shares = g_new (double, MAX (n_edges, 1));
  g_autofree double *said = g_new0 (double, MAX (n_nodes, 1));
  g_autofree guint *n_unsaid = g_new0 (guint, MAX (n_nodes, 1));
  for (guint i = 0; i < n_edges; i++)
    if (isnan (edges[i].share))
      n_unsaid[edges[i].child]++;
    else
      said[edges[i].child] += edges[i].share;
  for (guint i = 0; i < n_edges; i++)
    {
      guint child = edges[i].child;
      if (isnan (edges[i].share))
        shares[i] = MAX (0.0, 1.0 - said[child]) / n_unsaid[child];
      else
        /* Shares that promise more than there is are cut down alike. */
        shares[i] = edges[i].share / MAX (1.0, said[child]);
    }
  return shares;
}

/* Weights of the edges of one parent, summing to 1. */
static void
weigh_children (const SlRollupNode *nodes, const SlRollupEdge *edges, const Graph *graph,
                guint parent, const double *shares, double *weights)
{
  double said = 0.0, total = 0.0;
  guint n_said = 0, from = graph->first[parent], to = graph->first[parent + 1];
  for (guint i = from; i < to; i++)
    {
      double weight = nodes[edges[graph->edges[i]].child].weight;
      if (!isnan (weight))
        {
          said += weight;
          n_said++;
        }
    }
  double usual = n_said > 0 ? said / n_said : 1.0;
  for (guint i = from; i < to; i++)
    {
      guint edge = graph->edges[i];
      double weight = nodes[edges[edge].child].weight;
      weights[edge] = (isnan (weight) ? usual : weight) * shares[edge];
      total += weights[edge];
    }
  for (guint i = from; i < to; i++)
    weights[graph->edges[i]] = total > 0.0 ? weights[graph->edges[i]] / total : 1.0 / (to - from);
}

static void
roll_node (const SlRollupEdge *edges, const Graph *graph, guint node, const double *weights,
           SlRollupResult *results)
{
  SlRollupResult *result = &results[node];
  double sum = 0.0, with_data = 0.0;
  for (guint i = graph->first[node]; i < graph->first[node + 1]; i++)
    {
      guint edge = graph->edges[i];
      double score = results[edges[edge].child].score;
      if (isnan (score))
        continue;
      sum += weights[edge] * score;
      with_data += weights[edge];
      if (isnan (result->minimum) || score < result->minimum)
        {
          result->minimum = score;
          result->weakest = (int)edges[edge].child;
        }
    }
  result->n_children = graph->first[node + 1] - graph->first[node];
  if (with_data > 0.0)
    result->rolled = sum / with_data;
  result->without_data = result->n_children > 0 ? MAX (0.0, 1.0 - with_data) : 0.0;
  if (result->without_data < 1e-12)
    result->without_data = 0.0;
  if (isnan (result->score))
    result->score = result->rolled;
}

void
sl_rollup (const SlRollupNode *nodes, guint n_nodes, const SlRollupEdge *edges, guint n_edges,
           SlRollupResult *results, double *weights)
{
  g_auto (Graph) graph;
  graph_init (&graph, n_nodes, edges, n_edges);
  g_autofree double *own_weights = weights == NULL ? g_new (double, MAX (n_edges, 1)) : NULL;
  if (weights == NULL)
    weights = own_weights;
  g_autofree double *shares = split_shares (n_nodes, edges, n_edges);
  for (guint i = 0; i < n_nodes; i++)
    {
      results[i] = (SlRollupResult){ nodes[i].own, NAN, NAN, -1, 0.0, 0, TRUE };
      weigh_children (nodes, edges, &graph, i, shares, weights);
    }
  for (guint i = 0; i < graph.n_ordered; i++)
    {
      results[graph.order[i]].in_cycle = FALSE;
      roll_node (edges, &graph, graph.order[i], weights, results);
    }
}

/* A list of milestones is a roll-up of ones and zeros. */
double
sl_kpi_milestones (const double *weights, const gboolean *done, guint n)
{
  g_autofree SlRollupNode *nodes = g_new (SlRollupNode, n + 1);
  g_autofree SlRollupEdge *edges = g_new (SlRollupEdge, MAX (n, 1));
  g_autofree SlRollupResult *results = g_new (SlRollupResult, n + 1);
  nodes[0] = (SlRollupNode){ NAN, NAN };
  for (guint i = 0; i < n; i++)
    {
      nodes[i + 1] = (SlRollupNode){ done[i] ? 1.0 : 0.0, weights != NULL ? weights[i] : NAN };
      edges[i] = (SlRollupEdge){ 0, i + 1, NAN };
    }
  sl_rollup (nodes, n + 1, edges, n, results, NULL);
  return results[0].score;
}
