/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was found of the plan as it was on the day that the window compares with. Main thread only.
 */

#pragma once

#include "analysis/sl-analysis-since.h"
#include "sl-session.h"

G_BEGIN_DECLS

#define SL_TYPE_FORMER_FINDINGS (sl_former_findings_get_type ())
G_DECLARE_FINAL_TYPE (SlFormerFindings, sl_former_findings, SL, FORMER_FINDINGS, GObject)

/* Signal: "changed", when sl_former_findings_compare() would tell something else. */
SlFormerFindings *sl_former_findings_new (SlSession *session);
/* What @now finds otherwise. %NULL while nothing is compared or known yet. (transfer full)
 * (nullable) */
SlAnalysisSince *sl_former_findings_compare (SlFormerFindings *self, const SlAnalysis *now);

G_END_DECLS
