/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a goal tree says in one sentence. */

#pragma once

#include "tree/sl-goal-forest.h"

G_BEGIN_DECLS

/* How many goals are on track and where they are not, or which goal others work against, or how
 * many goals there are. Folded goals count, closed ones do not. (transfer full) */
char *sl_tree_headline (const SlSnapshot *plan, const SlChartParams *params);

G_END_DECLS
