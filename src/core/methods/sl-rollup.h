/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far a KPI or goal is, whether that is in time, and how the parts of a goal add up to it.
 * Pure functions of numbers; scores are ratios 0..1, so that measures of any unit may be added.
 * Source of all formulas: METHODS section 15. NAN stands for "no data". */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/**
 * sl_kpi_progress:
 * @start: value at the beginning
 * @target: value to be reached, above or below @start
 * @current: value now
 * @raw: (out) (nullable): share of the way, also below 0 and above 1
 *
 * Returns: @raw clamped to 0..1; NAN where start equals target: keeping a value is measured by
 * sl_kpi_range_score()
 */
double sl_kpi_progress (double start, double target, double current, double *raw);
/* 1 inside @low..@high, falling to 0 at @tolerance outside; NAN for an open end. Without a
 * tolerance (NAN or 0) everything outside is 0. */
double sl_kpi_range_score (double low, double high, double tolerance, double current);

/**
 * sl_kpi_milestones:
 * @weights: (array length=n) (nullable): weight of each milestone, from 0; NAN: as much as the mean
 *   of those that say theirs; %NULL: equal
 * @done: (array length=n): whether it is reached
 * @n: milestones
 *
 * Returns: share of the weight that is done, 0..1; NAN without milestones
 */
double sl_kpi_milestones (const double *weights, const gboolean *done, guint n);

/* Bands of a score: Doerr, Measure What Matters; gaps closed downwards. */
typedef enum
{
  SL_SCORE_NONE,
  SL_SCORE_RED,
  SL_SCORE_YELLOW,
  SL_SCORE_GREEN,
} SlScoreBand;

/* From 0.7 green, from 0.4 yellow, else red; none for NAN. */
SlScoreBand sl_score_band (double score);
const char *sl_score_band_name (SlScoreBand band); /* "green", for machine output */

/* A gap below this is behind; unit: ratio. */
#define SL_PACE_BEHIND (-0.10)
/* A gap below this is off track. */
#define SL_PACE_OFF_TRACK (-0.30)

/* Confidence from this, in spite of a gap below that, contradicts the figures. */
#define SL_CONFIDENT 0.7
#define SL_PACE_DOUBTFUL (-0.20)
/* Whether the owner's @confidence (0..1) contradicts the @gap; FALSE where one is NAN. */
gboolean sl_pace_belies_confidence (double gap, double confidence);

/**
 * SlPace:
 * @expected: share of the time that has passed, 0..1
 * @gap: progress - @expected
 * @ratio: progress / @expected; NAN where nothing is expected yet
 * @projected_day: when it is done at this speed; NAN where there is no speed
 */
typedef struct
{
  double expected;
  double gap;
  double ratio;
  double projected_day;
} SlPace;

/* Linear expectation between @start_day and @due_day; all NAN where the start is not before the
 * due day or @progress is NAN. */
SlPace sl_pace (double start_day, double due_day, double today, double progress);

/**
 * sl_forecast_day:
 * @days: (array length=n): days of check-ins, ascending
 * @values: (array length=n): what was measured
 * @n: number of check-ins; the last six are used
 * @target: the value to be reached
 *
 * When the median slope (Theil-Sen) meets @target.
 *
 * Returns: the day, NAN where it moves away, stands still or has fewer than two different days
 */
double sl_forecast_day (const double *days, const double *values, guint n, double target);

/**
 * SlRollupNode:
 * @own: its own score, or NAN: it has what its children have
 * @weight: importance among siblings, or NAN: as much as the mean of those that say theirs
 */
typedef struct
{
  double own;
  double weight;
} SlRollupNode;

/* @share: part of the child's weight that counts here, or NAN: an equal part of what the edges with
 * a share leave. So a child with two parents is counted once. */
typedef struct
{
  guint parent;
  guint child;
  double share;
} SlRollupEdge;

/**
 * SlRollupResult:
 * @score: own, else the weighted mean of the children that have data; NAN: no data
 * @rolled: the mean of the children, also where the node has its own score
 * @minimum: lowest score of a child, NAN without data
 * @weakest: node of @minimum, or -1
 * @without_data: share of the children's weight that has no data, 0..1
 * @n_children: edges to children
 * @in_cycle: the node is its own descendant; @score is then its own
 */
typedef struct
{
  double score;
  double rolled;
  double minimum;
  int weakest;
  double without_data;
  guint n_children;
  gboolean in_cycle;
} SlRollupResult;

/**
 * sl_rollup:
 * @nodes: (array length=n_nodes): all nodes
 * @edges: (array length=n_edges): who is part of whom
 * @results: (out caller-allocates) (array length=n_nodes): one result a node
 * @weights: (out caller-allocates) (array length=n_edges) (nullable): the share of the parent that
 *   each edge carries; all edges of a parent sum to 1. Those of children without data are what they
 *   would carry
 *
 * Rolls scores up over a graph in which nodes may have several parents. Cost: O(nodes + edges).
 */
void sl_rollup (const SlRollupNode *nodes, guint n_nodes, const SlRollupEdge *edges, guint n_edges,
                SlRollupResult *results, double *weights);

G_END_DECLS
