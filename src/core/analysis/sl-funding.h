/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What each shared goal gets, next to what it weighs: money where any is entered, else the
 * person-days of tasks. Plain arrays, made of facts; any thread. Source: METHODS section 6. */

#pragma once

#include "analysis/sl-facts.h"

G_BEGIN_DECLS

/**
 * SlFundingLine:
 * @id: a budget line, or a task where person-days count
 * @item: goal or task that it is for, or SL_ID_NONE; of a task itself
 * @place: which of the goals it counts for; n: no goal
 * @amount: planned, else committed, else spent; minor units or person-days, at least 0
 */
typedef struct
{
  SlId id;
  SlId item;
  guint place;
  double amount;
} SlFundingLine;

/**
 * SlFunding:
 * @in_days: amounts are person-days, because no money is entered
 * @goals: (array length=n): indexes of the shared active goals, in outline order
 * @places: (array length=n_goals): which of @goals it counts for, itself or the nearest above; -1:
 *   none, or it is parked or dropped
 * @own: (array length=n_goals): amount for the goal itself and its tasks
 * @amounts: (array length=n+1): of all that counts for the goal; the last one is for no goal
 * @weights: (array length=n+1): strategic weight; 0 for the last
 * @gaps: (array length=n+1): share of the amount less share of the weight, -1..1
 * @known: (array length=n): something is entered, if only 0
 * @staffed: (array length=n): a task that counts for it has effort or people
 * @total: sum of @amounts
 * @distance: share that would have to move, 0..1; NAN: nothing entered or nothing shared
 * @coverage: share of the weight that is @known, 0..1
 * @lines: (element-type SlFundingLine): by place, the largest first, then by id
 * @first: (array length=n+2): where the lines of each place begin
 */
struct _SlFunding
{
  gboolean in_days;
  guint n;
  guint *goals;
  int *places;
  double *own;
  double *amounts;
  double *weights;
  double *gaps;
  gboolean *known;
  gboolean *staffed;
  double total;
  double distance;
  double coverage;
  GArray *lines;
  guint *first;
};

/* A goal whose share is off by less has what it should have: money comes in round sums. */
#define SL_FUNDING_STEP 0.01

/* That of @facts, which keep it; its arrays must be read already. Money for goals that serve no
 * shared goal is not compared. Cost: O(goals + tasks + lines). (transfer full) */
SlFunding *sl_funding_new (const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
void sl_funding_free (SlFunding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFunding, sl_funding_free)

G_END_DECLS
