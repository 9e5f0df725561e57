/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Items of A1 and A6c: goals by what parties think of them and what goals do to each other. */

#include "config.h"

#include "analysis/sl-index-items.h"

void
sl_items_conflict (SlIndexItems *self, const SlFacts *facts)
{
}

void
sl_items_agreement (SlIndexItems *self, const SlFacts *facts)
{
}
