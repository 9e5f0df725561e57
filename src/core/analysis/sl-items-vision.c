/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Items of A6a, A6b, A6d: line of sight, coverage of objectives, clarity of goals. */

#include "config.h"

#include "analysis/sl-index-items.h"

void
sl_items_sight (SlIndexItems *self, const SlFacts *facts)
{
}

void
sl_items_coverage (SlIndexItems *self, const SlFacts *facts)
{
}

void
sl_items_clarity (SlIndexItems *self, const SlFacts *facts)
{
}
