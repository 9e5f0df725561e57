/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether work can be traced to strategy: line of sight, coverage of objectives, and the marks of
 * an X-matrix. Pure functions over plain arrays. Source: Boswell & Boudreau 2001 (line of sight);
 * Kaplan & Norton (objective, measure, target, initiative); reviews of Hoshin X-matrices; METHODS
 * section 16. */

#pragma once

#include "methods/sl-cycles.h"

G_BEGIN_DECLS

/**
 * SlSight:
 * @distance: links up to the nearest objective, 0 of an objective itself; -1: there is no way
 * @next: the first node on the shortest way up (the smallest of several); -1: there is none
 * @n_below: of an objective: nodes with an own link to it
 */
typedef struct
{
  guint n_nodes;
  int *distance;
  int *next;
  guint *n_below;
} SlSight;

/**
 * sl_sight_new:
 * @is_objective: (array length=n_nodes): strategic objectives
 * @links: (array length=n_links): from what serves to what is served: part of, helps (more than 0),
 *   work for. Links that hurt do not belong here
 *
 * Searches in breadth from the objectives down. Cycles do not loop; one that reaches no objective
 * has no line of sight. Cost: O(nodes + links).
 *
 * Returns: (transfer full): the same for every order of the links
 */
SlSight *sl_sight_new (const gboolean *is_objective, guint n_nodes, const SlEdge *links,
                       guint n_links) G_GNUC_WARN_UNUSED_RESULT;
void sl_sight_free (SlSight *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSight, sl_sight_free)

/**
 * sl_sight_share:
 * @weights: (array): weight of each node, not below 0; objectives themselves do not count
 * @is_objective: as of sl_sight_new()
 *
 * Returns: share of the weight that has a line of sight, 0..1; NAN where nothing has weight
 */
double sl_sight_share (const SlSight *self, const double *weights, const gboolean *is_objective);

/* What an objective lacks; bits. */
typedef enum
{
  SL_COVERAGE_COMPLETE = 0,
  SL_COVERAGE_NO_PLAN = 1 << 0,
  SL_COVERAGE_NO_MEASURE = 1 << 1,
  SL_COVERAGE_NO_OWNER = 1 << 2,
} SlCoverage;

/**
 * sl_coverage:
 * @n_plans: active goals and plans that serve it; at least one
 * @n_measures: KPIs with a target; at least one
 * @n_owners: parties that answer for it; exactly one
 *
 * VIS-02. Returns: what is missing
 */
SlCoverage sl_coverage (guint n_plans, guint n_measures, guint n_owners);
/* A third for each thing that is missing. */
double sl_coverage_severity (SlCoverage missing);

/* A mark of an X-matrix: 9 strong, 3 medium, 1 weak; 0 is no mark. */
typedef struct
{
  guint row;
  guint column;
  double mark;
} SlMark;

/**
 * sl_x_matrix_support:
 * @marks: (array length=n_marks): indexes must be in range
 * @rows: (out caller-allocates) (array length=n_rows): sum of the marks of each row; 0: an orphan
 * @columns: (out caller-allocates) (array length=n_columns): of each column; 0: nothing supports it
 */
void sl_x_matrix_support (const SlMark *marks, guint n_marks, double *rows, guint n_rows,
                          double *columns, guint n_columns);

G_END_DECLS
