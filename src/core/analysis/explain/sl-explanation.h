/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Why a number is what it is: the formula in words, what goes in, what was not counted, where the
 * method is from. It computes nothing: all that it says was computed for the number itself. */

#pragma once

#include "analysis/sl-analysis.h"

G_BEGIN_DECLS

/**
 * SlNumber: what can be asked for; in brackets what @id and @other name
 * @SL_NUMBER_NONE: nothing
 * @SL_NUMBER_PROGRESS: how far a goal, task, milestone or KPI is (its id)
 * @SL_NUMBER_SATISFACTION: where a goal ends if everybody succeeds (goal)
 * @SL_NUMBER_WEIGHT: what a goal weighs among the shared ones (goal)
 * @SL_NUMBER_RANK: how a party ranks a goal (party, goal)
 * @SL_NUMBER_DATES: why a task or milestone stands where it stands (its id)
 * @SL_NUMBER_MONEY: what is planned for a goal or task, or is to be paid by a party (its id)
 * @SL_NUMBER_WEEK: how full a week of a party is (party, the first day of the week)
 * @SL_NUMBER_BOOKING: how much work a booking is (allocation)
 * @SL_NUMBER_KEPT: how many promises the parties of this one kept (promise)
 * @SL_NUMBER_TOGETHER: how far two parties stand together (party, party)
 * @SL_NUMBER_INFLUENCE: the influence of a party (party)
 * @SL_NUMBER_INDEX: the alignment index
 * @SL_NUMBER_DIMENSION: one of its dimensions (#SlDimension)
 * @SL_NUMBER_BENEFIT: what alignment brings (#SlBenefit)
 */
typedef enum
{
  SL_NUMBER_NONE,
  SL_NUMBER_PROGRESS,
  SL_NUMBER_SATISFACTION,
  SL_NUMBER_WEIGHT,
  SL_NUMBER_RANK,
  SL_NUMBER_DATES,
  SL_NUMBER_MONEY,
  SL_NUMBER_WEEK,
  SL_NUMBER_BOOKING,
  SL_NUMBER_KEPT,
  SL_NUMBER_TOGETHER,
  SL_NUMBER_INFLUENCE,
  SL_NUMBER_INDEX,
  SL_NUMBER_DIMENSION,
  SL_NUMBER_BENEFIT,
} SlNumber;

/**
 * SlExplanation:
 * @title: what the number is, "Progress"
 * @subject: of what, "Cut costs", or "" of the whole plan
 * @value: as pages show it, "43 %", or words where there is no number
 * @number: the same; NAN where there is none
 * @formula: how it is made, in one or two sentences
 * @inputs: (element-type SlEvidence): what goes in
 * @left_out: (element-type SlEvidence): what does not, and why not
 * @notes: (element-type char*): what else keeps it from being plain: ranges, caps, gaps
 * @source: where the method is from
 *
 * All texts are translated. A row that is about a record names it in @record.
 */
typedef struct
{
  char *title;
  char *subject;
  char *value;
  double number;
  char *formula;
  GArray *inputs;
  GArray *left_out;
  GPtrArray *notes;
  const char *source;
} SlExplanation;

/**
 * sl_explain:
 * @id: see #SlNumber
 * @other: the same; SL_ID_NONE where one is enough
 *
 * Returns: (transfer full) (nullable): %NULL where there is no such number
 */
SlExplanation *sl_explain (const SlAnalysis *analysis, SlNumber number, SlId id,
                           SlId other) G_GNUC_WARN_UNUSED_RESULT;
/* All that pages show of a record, the most asked for first; of the project the index with its
 * dimensions, of a party the pairs that differ most, of a position the weight of its goal and the
 * influence of its party. (transfer full) (element-type SlExplanation) */
GPtrArray *sl_explain_record (const SlAnalysis *analysis, SlId id) G_GNUC_WARN_UNUSED_RESULT;
void sl_explanation_free (SlExplanation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlExplanation, sl_explanation_free)
/* As text, a line for each row. (transfer full) */
char *sl_explanation_to_text (const SlExplanation *self);

G_END_DECLS
