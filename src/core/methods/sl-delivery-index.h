/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The delivery index: whether goals move as fast as planned. It stands beside the alignment index
 * and is never mixed into it: a late plan is not misaligned. Pure functions; any thread.
 * Source: METHODS section 19. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/**
 * SlDeliveryGoal:
 * @weight: at least 0, in any unit
 * @progress: share of the way that is done, see sl_kpi_progress(); NAN: no data
 * @expected: share that should be done today, see #SlPace; 0: nothing is due yet; NAN: no dates
 * @checked_in: somebody entered a value in time
 */
typedef struct
{
  double weight;
  double progress;
  double expected;
  gboolean checked_in;
} SlDeliveryGoal;

/**
 * SlDeliveryInput:
 * @goals: (array length=n_goals): active goals
 * @n_milestones: milestones with a forecast
 * @n_slipping: those whose forecast moves away
 */
typedef struct
{
  const SlDeliveryGoal *goals;
  guint n_goals;
  guint n_milestones;
  guint n_slipping;
} SlDeliveryInput;

/**
 * SlDeliveryIndex:
 * @index: 100 x weighted mean of min (1, progress / expected), 0..100; NAN where no goal counts
 * @coverage: share of the weight of goals that counts, 0..1: has progress and something expected
 * @not_due: share of the weight of which nothing is expected yet; it does not count
 * @without_check_in: share of goals without a check-in, NAN without goals
 * @slipping: share of milestones that slip, NAN without milestones
 */
typedef struct
{
  double index;
  double coverage;
  double not_due;
  double without_check_in;
  double slipping;
} SlDeliveryIndex;

/* Progress beyond what is expected counts as 1, so that one goal cannot make up for another;
 * progress below 0 as 0. Weights below 0 count as 0. Cost: O(goals). */
void sl_delivery_index (const SlDeliveryInput *input, SlDeliveryIndex *out);

G_END_DECLS
