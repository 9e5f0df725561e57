/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A finding as an object, for lists. It keeps the analysis alive that the finding belongs to. */

#pragma once

#include <gio/gio.h>

#include "analysis/sl-analysis-since.h"

G_BEGIN_DECLS

#define SL_TYPE_FINDING_ITEM (sl_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (SlFindingItem, sl_finding_item, SL, FINDING_ITEM, GObject)

/* @number: place in the findings of @analysis; @since: (nullable): what that is compared with */
SlFindingItem *sl_finding_item_new (SlAnalysis *analysis, guint number,
                                    const SlAnalysisSince *since);
/* Makes it stand for the finding with @number of the newer @analysis if that is the same one and is
 * told in the same words, so that a row that shows it need not change.
 * Returns: whether it does */
gboolean sl_finding_item_renew (SlFindingItem *self, SlAnalysis *analysis, guint number,
                                const SlAnalysisSince *since);
const SlFinding *sl_finding_item_get (SlFindingItem *self);     /* (transfer none) */
SlAnalysis *sl_finding_item_get_analysis (SlFindingItem *self); /* (transfer none) */
/* "△ new since 3 Mar 2026 · A goal works against another · …": as sl_finding_describe(). (transfer
 * full) */
char *sl_finding_item_describe (SlFindingItem *self);

/* "◆ C": shape and letter of a severity, so that colour never stands alone. (transfer none) */
const char *sl_severity_mark (SlSeverityWord word);
/* "A goal works against another · Sales, Production · 2.1 points · open since 3 Mar 2026":
 * translated. (transfer full) */
char *sl_finding_describe (const SlFinding *finding, const SlFacts *facts);

G_END_DECLS
