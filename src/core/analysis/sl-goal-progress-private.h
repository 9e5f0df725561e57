/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What sl-goal-state.c computes and sl-goal-derivation.c explains. */

#pragma once

#include "analysis/sl-item-progress.h"

G_BEGIN_DECLS

/**
 * SlKpiScore:
 * @score: NAN without data
 * @current: newest value, NAN without one
 */
typedef struct
{
  double score;
  double current;
  gint64 day;
} SlKpiScore;

/**
 * _SlGoalProgress:
 * @goals: one a row of the goal table
 * @items: tasks and milestones
 * @kpis: one a row of the KPI table
 * @work_of: of each goal: the node of the tasks and milestones that serve it, or -1
 * @work: of each such node: their sum
 * @edges: who is part of whom: nodes are the rows of the goal table, then the work nodes
 * @weights: what each edge carries
 * @scores: of each node
 */
struct _SlGoalProgress
{
  const SlSnapshot *plan;
  gint64 today;
  SlGoalState *goals;
  SlItemSums items;
  SlKpiScore *kpis;
  int *work_of;
  GArray *work;  /* SlItemSum */
  GArray *edges; /* SlRollupEdge */
  double *weights;
  double *scores;
};

G_END_DECLS
