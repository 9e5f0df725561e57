/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands behind each goal: plans, measures, somebody who answers for it. */

#pragma once

#include "analysis/sl-facts.h"
#include "methods/sl-line-of-sight.h"

G_BEGIN_DECLS

/**
 * SlGoalCoverage:
 * @n_plans: tasks and milestones that are not dropped or parked, active goals that are parts of it
 *   or help it
 * @n_measures: KPIs with a target or an allowed range
 * @missing: what it lacks
 * @known: there is at least one of the three
 */
typedef struct
{
  guint n_plans;
  guint n_measures;
  SlCoverage missing;
  gboolean known;
} SlGoalCoverage;

/* (transfer full) (array length=n_goals) */
SlGoalCoverage *sl_goal_coverage_new (const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

/* Whether a goal, or a task that is no summary, is asked for its way to an objective. */
gboolean sl_sight_asks_goal (const SlFactGoal *goal);
gboolean sl_sight_asks_task (const SlFactTask *task);
/* Whether a task serves a goal that has a way to an objective. */
gboolean sl_sight_has_task (const SlFacts *facts, const SlFactTask *task);
/* Whether somebody began to say what serves the objectives: there is one, and something has a way
 * to it. */
gboolean sl_sight_is_assessed (const SlFacts *facts);

G_END_DECLS
