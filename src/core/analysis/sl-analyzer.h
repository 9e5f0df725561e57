/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keeps the analysis of a live plan fresh: after each change it takes a snapshot and works in a
 * thread; a newer change cancels what is under way. Main thread only. */

#pragma once

#include "analysis/sl-analysis.h"
#include "model/sl-store.h"

G_BEGIN_DECLS

#define SL_TYPE_ANALYZER (sl_analyzer_get_type ())
G_DECLARE_FINAL_TYPE (SlAnalyzer, sl_analyzer, SL, ANALYZER, GObject)

/**
 * sl_analyzer_new:
 * @store: the plan; a reference is kept
 * @today: the day to judge by
 *
 * Begins with the first analysis at once. Signal: "changed", when sl_analyzer_get() has something
 * newer, and when sl_analyzer_is_busy() changes.
 */
SlAnalyzer *sl_analyzer_new (SlStore *store, gint64 today);
/* The newest finished analysis; %NULL before the first. (transfer none) (nullable) */
SlAnalysis *sl_analyzer_get (SlAnalyzer *self);
/* Whether sl_analyzer_get() is older than the plan. */
gboolean sl_analyzer_is_busy (SlAnalyzer *self);
void sl_analyzer_set_today (SlAnalyzer *self, gint64 today);

G_END_DECLS
