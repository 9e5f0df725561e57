/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The goal tree whose cards are dragged onto each other to say what one does to the other. */

#pragma once

#include "widgets/sl-chart-view.h"

G_BEGIN_DECLS

#define SL_TYPE_TREE_VIEW (sl_tree_view_get_type ())
G_DECLARE_FINAL_TYPE (SlTreeView, sl_tree_view, SL, TREE_VIEW, SlChartView)

/* Signal: "link-dropped" (int64 source, int64 target): the card of one goal was dropped on that of
 * another. By keys the same is L. */
SlChartView *sl_tree_view_new (SlSession *session);

G_END_DECLS
