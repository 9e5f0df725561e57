/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that make facts share. */

#pragma once

#include "analysis/sl-facts.h"

SlFactsShared *sl_facts_shared_new (void);
void sl_facts_shared_free (SlFactsShared *self);

/* Reads helps and hurts, and what follows over all links: distance to an objective and
 * satisfaction if everybody succeeds. */
void sl_facts_read_links (SlFacts *self);
