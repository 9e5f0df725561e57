/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Items of A4a, A4b, A4c, A5: who is engaged, informed, responsible and trusted. */

#include "config.h"

#include "analysis/sl-index-items.h"

void
sl_items_engagement (SlIndexItems *self, const SlFacts *facts)
{
}

void
sl_items_awareness (SlIndexItems *self, const SlFacts *facts)
{
}

void
sl_items_roles (SlIndexItems *self, const SlFacts *facts)
{
}

void
sl_items_trust (SlIndexItems *self, const SlFacts *facts)
{
}
