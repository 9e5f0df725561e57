/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the charts of the engine share: the seven bars, a finding in a list, the headline. */

#pragma once

#include "analysis/sl-analysis-since.h"
#include "sl-flow.h"

G_BEGIN_DECLS

/* Kinds that the engine reads: all. */
#define SL_ALIGNMENT_KINDS (SL_KIND_BIT (SL_N_KINDS) - 1)

/* The analysis of @params where it is that of @plan, else a new one. (transfer full) */
SlAnalysis *sl_alignment_analysis (const SlSnapshot *plan, const SlChartParams *params);
/* The facts of @params where they are those of @plan, else new ones; without our guesses where they
 * are not to be shown. @own: (out): to be freed, or
 * NULL. (transfer none) */
const SlFacts *sl_alignment_facts (const SlSnapshot *plan, const SlChartParams *params,
                                   SlFacts **own);
/* The title of a record, or words for one without. (transfer none) */
const char *sl_alignment_title (const SlFacts *facts, SlId id);
/* Adds the remark that counts @n things, unless there is none. @text is taken. */
void sl_alignment_add_remark (SlScene *scene, guint n, char *text);
/* For arrays of double: the largest first. */
int sl_alignment_compare_falling (gconstpointer a, gconstpointer b);
/* "Alignment 74.1 of 100 (57 to 87 until the rest is assessed): at risk", or what is missing.
 * (transfer full) */
char *sl_alignment_verdict (const SlAnalysis *analysis);
/* The gravest finding in short, or that nothing stands out. (transfer full) */
char *sl_alignment_headline (const SlAnalysis *analysis);
/* What @analysis finds otherwise than on the day that @params compare with, or %NULL where they
 * compare with none. (transfer full) (nullable) */
SlAnalysisSince *sl_alignment_since (const SlChartParams *params, const SlAnalysis *analysis);
/* Says how many findings are new and how many gone. @since: (nullable) */
void sl_alignment_add_since (SlScene *scene, const SlAnalysisSince *since);
/* Seven bars with score, coverage and lost points; a thin mark stands where a bar ended before.
 * @since: (nullable) */
void sl_alignment_add_profile (SlFlow *flow, const SlAnalysis *analysis,
                               const SlAnalysisSince *since);

/**
 * sl_alignment_add_finding:
 * @since: (nullable): what new ones are marked against
 * @evidence: also the rows that it rests on, where it is of medium severity or above
 *
 * One finding with boxes to tick: agree, change, accept.
 */
void sl_alignment_add_finding (SlFlow *flow, const SlAnalysis *analysis,
                               const SlAnalysisSince *since, const SlFinding *finding,
                               gboolean evidence);

G_END_DECLS
