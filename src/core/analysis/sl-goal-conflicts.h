/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where goals of a plan get in each other's way: links that hurt, alternatives, ranges of measures.
 * What rules and items of conflicts share. */

#pragma once

#include "analysis/sl-facts.h"
#include "methods/sl-conflict-rules.h"

G_BEGIN_DECLS

/**
 * SlHurt:
 * @SL_HURT_NOT: it helps, or one of the two is not active
 * @SL_HURT_ALWAYS: it hurts
 * @SL_HURT_IF: it hurts under a condition or with a probability
 * @SL_HURT_MUTUAL: it hurts, and so does the link back; neither has a condition
 */
typedef enum
{
  SL_HURT_NOT,
  SL_HURT_ALWAYS,
  SL_HURT_IF,
  SL_HURT_MUTUAL,
} SlHurt;

/* What each link is. @backs: (out) (nullable) (transfer full) (array length=n_links): index of the
 * link back of a mutual one, else -1. (transfer full) (array length=n_links) */
SlHurt *sl_goal_hurts (const SlFacts *facts, int **backs) G_GNUC_WARN_UNUSED_RESULT;

/* An active goal and one of its active parts. */
typedef struct
{
  guint whole;
  guint part;
} SlGoalPart;

/* Parts and further parts of the active goals of which only one part is wanted, by goal, then part.
 * (transfer full) (element-type SlGoalPart) */
GArray *sl_goal_alternatives (const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SlGoalRange:
 * @group: same for KPIs with the same title and unit
 * @range: what the goal allows
 * @best, @worst: of the measure in this KPI; NAN: not known
 */
typedef struct
{
  SlId kpi;
  guint goal;
  guint group;
  SlConflictRange range;
  double best;
  double worst;
} SlGoalRange;

/* KPIs of active goals that have an allowed range and share title and unit with a KPI of another
 * goal, by group, then id. (transfer full) (element-type SlGoalRange) */
GArray *sl_goal_ranges (const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
/* From the worst to the best value that either KPI knows; NAN: not known. */
double sl_goal_range_span (const SlGoalRange *a, const SlGoalRange *b);

G_END_DECLS
