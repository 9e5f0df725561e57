/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places where a tall goal tree can be cut into sheets without cutting a card. */

#pragma once

#include "tree/sl-tree-frame.h"

G_BEGIN_DECLS

/**
 * sl_tree_make_cuts:
 * @forest: placed goals whose subtrees do not reach into each other across
 * @frame: the frame that placed them, its origin at 0
 *
 * Moves some parents off the middle of their parts, as little as possible, so that on every
 * stretch of about a third of a sheet there is a straight cut across that hits no card. Parents
 * stay beside their parts, so nothing can collide. Cost: O(goals²), only on paper that is cut.
 */
void sl_tree_make_cuts (SlGoalForest *forest, const SlTreeFrame *frame);

G_END_DECLS
