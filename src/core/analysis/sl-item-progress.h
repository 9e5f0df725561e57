/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far tasks and milestones are, each with everything below it. For sl-goal-state.c. */

#pragma once

#include "analysis/sl-goal-state.h"

G_BEGIN_DECLS

/**
 * SlItemSum: what lies in one task or milestone
 * @done: sum of weight x progress
 * @weight: sum of weights (working days); 0: nothing that counts
 * @n_items: leaves that count
 * @n_done: those of them that are done
 * @start: first start, or SL_INT_NULL
 * @due: last due day, or SL_INT_NULL
 */
typedef struct
{
  double done;
  double weight;
  guint n_items;
  guint n_done;
  gint64 start;
  gint64 due;
} SlItemSum;

/* One sum a row of each table. */
typedef struct
{
  SlItemSum *tasks;
  SlItemSum *milestones;
} SlItemSums;

/* Parked and dropped items count nowhere. A task is done or not unless it says how far. A leaf
 * weighs its working days, and where they are not known as much as the others on average. */
void sl_item_sums_init (SlItemSums *self, const SlSnapshot *plan);
void sl_item_sums_clear (SlItemSums *self);
/* Adds @item to @sum. */
void sl_item_sum_add (SlItemSum *sum, const SlItemSum *item);
/* NAN where nothing counts. */
double sl_item_sum_progress (const SlItemSum *sum);
/* The state of the task or milestone in @row of its table. */
SlItemState sl_item_sums_state (const SlItemSums *self, const SlSnapshot *plan, SlKindId kind,
                                guint row, gint64 today);

G_END_DECLS
