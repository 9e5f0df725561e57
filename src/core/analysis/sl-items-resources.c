/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Items of A2, A3a, A3b: priorities, money and people. */

#include "config.h"

#include "analysis/sl-index-items.h"

void
sl_items_priorities (SlIndexItems *self, const SlFacts *facts)
{
}

void
sl_items_fit (SlIndexItems *self, const SlFacts *facts)
{
}

void
sl_items_overload (SlIndexItems *self, const SlFacts *facts)
{
}
