/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The edges of the tree itself, and the toggles on them. */

#pragma once

#include "tree/sl-tree-cards.h"
#include "tree/sl-tree-frame.h"

G_BEGIN_DECLS

/* Adds the edges from every goal to its parts. */
void sl_tree_edges_draw (const SlGoalForest *forest, const SlTreeFrame *frame, SlScene *scene);
/* The toggle behind a card, or how many goals are folded away there, in u and v. Returns FALSE if
 * there is none. */
gboolean sl_tree_toggle_box (const SlGoalForest *forest, const SlTreeFrame *frame,
                             const SlChartParams *params, SlTextMeasure *measure, guint node,
                             SlRouteBox *box);
void sl_tree_toggles_draw (const SlGoalForest *forest, const SlTreeFrame *frame,
                           const SlChartParams *params, SlTextMeasure *measure,
                           const SlTreeCards *cards, SlScene *scene);

G_END_DECLS
