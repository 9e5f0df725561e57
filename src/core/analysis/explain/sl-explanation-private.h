/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files that explain share. Each function returns NULL where there is no such number. */

#pragma once

#include "analysis/explain/sl-explanation.h"
#include "analysis/sl-benefits.h"

G_BEGIN_DECLS

/* sl-explain-goal.c */
SlExplanation *sl_explain_progress (const SlFacts *facts, SlId id);
SlExplanation *sl_explain_satisfaction (const SlFacts *facts, SlId goal);
/* sl-explain-people.c */
SlExplanation *sl_explain_weight (const SlFacts *facts, SlId goal);
SlExplanation *sl_explain_rank (const SlFacts *facts, SlId party, SlId goal);
SlExplanation *sl_explain_together (const SlFacts *facts, SlId party, SlId other);
/* At most @max of those, the largest differences first. */
void sl_explain_companions (const SlFacts *facts, SlId party, guint max, GPtrArray *out);
SlExplanation *sl_explain_influence (const SlFacts *facts, SlId party);
/* sl-explain-plan.c */
SlExplanation *sl_explain_dates (const SlFacts *facts, SlId id);
SlExplanation *sl_explain_money (const SlFacts *facts, SlId id);
/* sl-explain-load.c */
SlExplanation *sl_explain_week (const SlFacts *facts, SlId party, gint64 first);
SlExplanation *sl_explain_booking (const SlFacts *facts, SlId allocation);
SlExplanation *sl_explain_kept (const SlFacts *facts, SlId promise);
/* sl-explain-index.c */
SlExplanation *sl_explain_index (const SlAnalysis *analysis);
SlExplanation *sl_explain_dimension (const SlAnalysis *analysis, SlDimension dimension);
/* sl-explain-benefit.c */
SlExplanation *sl_explain_benefit (const SlAnalysis *analysis, SlBenefit benefit);

/* @value, @formula: (transfer full). @source: translated. */
SlExplanation *sl_explanation_new (const char *title, const char *subject, char *value,
                                   double number, char *formula, const char *source);
/* @label, @value: (transfer full). @unit: as of #SlEvidence */
void sl_explanation_add (SlExplanation *self, char *label, char *value, double number,
                         const char *unit, SlId record);
/* @label: (transfer full); @why: translated */
void sl_explanation_leave_out (SlExplanation *self, char *label, const char *why, SlId record);
/* @text: (transfer full) */
void sl_explanation_note (SlExplanation *self, char *text);

G_END_DECLS
