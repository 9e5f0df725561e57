/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A goal tree that is too tall for one sheet, as trees that each fit one. */

#pragma once

#include "tree/sl-goal-forest.h"

G_BEGIN_DECLS

/**
 * sl_tree_pages_new:
 * @forest: goals with their sizes
 * @params: says which way the tree runs
 * @room: extent across of a sheet; pt
 *
 * Deals the goals without parts onto sheets, in order, and gives every sheet the goals that they
 * are part of: what stood on an earlier sheet already is marked as continued. Sheets rather end
 * with a large branch than full to the last card. Lone goals follow at the end. Cost: O(goals x
 * goals of a sheet).
 *
 * Returns: (transfer full) (nullable): NULL where everything fits one sheet
 */
SlGoalForest *sl_tree_pages_new (const SlGoalForest *forest, const SlChartParams *params,
                                 double room);

G_END_DECLS
