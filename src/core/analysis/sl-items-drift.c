/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Items of A7a, A7b: reviews and what moved since it was agreed. */

#include "config.h"

#include "analysis/sl-index-items.h"

void
sl_items_review (SlIndexItems *self, const SlFacts *facts)
{
}

void
sl_items_drift (SlIndexItems *self, const SlFacts *facts)
{
}
