/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A goal tree that would fill a shelf, as an indented list. */

#pragma once

#include "sl-chart.h"
#include "tree/sl-goal-forest.h"

G_BEGIN_DECLS

/**
 * sl_tree_outline_draw:
 * @plan: a plan
 * @params: for paper, with its width
 * @forest: goals in the order of the tree; those that are continued are left out
 * @measure: measures texts
 * @scene: takes up one row a goal, with heads that repeat, and breaks between the rows; a goal is
 *   not parted from its first part
 *
 * Every title stands whole; owner, due date, state and progress stand behind it.
 */
void sl_tree_outline_draw (const SlSnapshot *plan, const SlChartParams *params,
                           const SlGoalForest *forest, SlTextMeasure *measure, SlScene *scene);

G_END_DECLS
