/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Everything that the engine says of a plan: findings, the alignment index, the delivery index.
 * Always computed whole, from an immutable snapshot; the reference for all that is faster. */

#pragma once

#include <gio/gio.h>

#include "analysis/sl-index-items.h"
#include "analysis/sl-rule.h"
#include "methods/sl-delivery-index.h"

G_BEGIN_DECLS

/**
 * SlAnalysis:
 * @facts: what was looked at
 * @findings: (element-type SlFinding): by attributed points, then severity, then rule, then key;
 *   accepted ones last. Those of muted rules are not among them
 * @index: the alignment index
 * @delivery: the delivery index
 * @n_muted: rules that are muted in this file
 * @concordance: Kendall's W of the parties' priorities, 0..1; NAN: fewer than two answered
 *
 * Reference-counted, immutable; may be read from any thread.
 */
typedef struct
{
  SlFacts *facts;
  GPtrArray *findings;
  SlAlignmentIndex *index;
  SlDeliveryIndex delivery;
  guint n_muted;
  double concordance;
} SlAnalysis;

/**
 * sl_analysis_new:
 * @plan: a reference is kept
 * @today: the day to judge by
 * @cancellable: (nullable): looked at between rules
 *
 * Runs all rules, in several threads where the plan is large. Cost: below 200 ms for 2 000 goals,
 * 200 parties and 10 000 tasks.
 *
 * Returns: (transfer full) (nullable): %NULL only if it was cancelled
 */
SlAnalysis *sl_analysis_new (SlSnapshot *plan, gint64 today,
                             GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
/* The same in sentences for paper, where every title stands whole however long that makes them. */
SlAnalysis *sl_analysis_new_for_paper (SlSnapshot *plan, gint64 today,
                                       GCancellable *cancellable) G_GNUC_WARN_UNUSED_RESULT;
SlAnalysis *sl_analysis_ref (SlAnalysis *self);
void sl_analysis_unref (SlAnalysis *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlAnalysis, sl_analysis_unref)

/* The finding with that key, or %NULL. (transfer none) */
const SlFinding *sl_analysis_find (const SlAnalysis *self, const char *key);
/* Findings that are not accepted with at least that severity. */
guint sl_analysis_count (const SlAnalysis *self, SlSeverityWord at_least);
/* Whether somebody muted the rule in this file. */
gboolean sl_rule_is_muted (const SlRule *rule, const SlFacts *facts);
/* Findings of the rules alone, without index: for tests of single rules. (transfer full)
 * (element-type SlFinding) */
GPtrArray *sl_rule_run (const SlRule *rule, const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
