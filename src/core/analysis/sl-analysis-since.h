/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What an analysis finds that it did not find of the plan of a former day, and the other way round.
 */

#pragma once

#include "analysis/sl-analysis.h"

G_BEGIN_DECLS

/**
 * SlAnalysisSince:
 * @day: the former day
 * @then: what was found of the plan as it was at the end of @day
 * @gone: (element-type SlFinding): open then and not now, in the order of @then; belong to it
 * @n_new: open now and unknown then
 * @known: private: keys of all findings of @then
 *
 * Immutable; may be read from any thread.
 */
typedef struct
{
  gint64 day;
  SlAnalysis *then;
  GPtrArray *gone;
  guint n_new;
  GHashTable *known;
} SlAnalysisSince;

/* @then: a reference is kept. A finding is open that is not accepted and not only for information;
 * the same finding has the same key. Cost: O(findings). (transfer full) */
SlAnalysisSince *sl_analysis_since_new (const SlAnalysis *now, SlAnalysis *then,
                                        gint64 day) G_GNUC_WARN_UNUSED_RESULT;
void sl_analysis_since_free (SlAnalysisSince *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlAnalysisSince, sl_analysis_since_free)

/* Whether it counts, neither accepted nor only for information. */
gboolean sl_finding_is_open (const SlFinding *finding);
/* @self: (nullable): nothing is compared. Returns: whether @finding is open and was unknown then */
gboolean sl_analysis_since_is_new (const SlAnalysisSince *self, const SlFinding *finding);
/* "4 new since 3 Mar 2026, 2 gone": translated. (transfer full) */
char *sl_analysis_since_say (const SlAnalysisSince *self);

G_END_DECLS
