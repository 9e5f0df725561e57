/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs all rules of an analysis, in several threads where the plan is large. */

#pragma once

#include <gio/gio.h>

#include "analysis/sl-index-items.h"
#include "analysis/sl-rule.h"

G_BEGIN_DECLS

/**
 * sl_rule_crew_run:
 * @facts: what the rules look at
 * @muted: (element-type utf8): ids of rules that are left out
 * @cancellable: (nullable): looked at before each rule
 * @findings: (element-type SlFinding): all findings are added, in the order of the rules whatever
 *   the threads do
 * @items: (out) (transfer full): the items of the index
 *
 * Returns: %FALSE if it was cancelled: then nothing is added and @items is %NULL
 */
gboolean sl_rule_crew_run (const SlFacts *facts, GHashTable *muted, GCancellable *cancellable,
                           GPtrArray *findings, SlIndexItems **items);

G_END_DECLS
