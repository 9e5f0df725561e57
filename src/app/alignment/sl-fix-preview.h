/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a fix would do: the plan after it is analysed in a thread, nothing is changed. */

#pragma once

#include "analysis/sl-analysis.h"
#include "sl-session.h"

G_BEGIN_DECLS

/* The parameters of fix.apply for a remedy of @finding. (transfer floating) */
GVariant *sl_fix_params (const SlFinding *finding, const SlRemedy *remedy);

/**
 * sl_fix_preview_async:
 * @session: whose plan it is
 * @analysis: what is shown now
 * @finding: of @analysis
 * @remedy: of @finding, with steps
 * @cancellable: (nullable)
 * @callback: called with @session
 *
 * Tries the remedy and compares.
 */
void sl_fix_preview_async (SlSession *session, SlAnalysis *analysis, const SlFinding *finding,
                           const SlRemedy *remedy, GCancellable *cancellable,
                           GAsyncReadyCallback callback, gpointer data);
/* "Alignment 74.1 → 76.3; removes this finding": translated. (transfer full) (nullable) */
char *sl_fix_preview_finish (GAsyncResult *result, GError **error);

G_END_DECLS
