/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was agreed: the newest agreed baseline of each record, and since when a decision covers what
 * was changed afterwards. Immutable after it is made; may be read from any thread. */

#pragma once

#include "analysis/sl-facts.h"

G_BEGIN_DECLS

/* Weights may differ by this share before it counts as moved: baselines store rounded weights. */
#define SL_AGREED_WEIGHT_STEP 0.01
/* From this sum of agreed weights on, all goals were weighed: others are new. */
#define SL_AGREED_WHOLE 0.9

typedef struct _SlAgreed SlAgreed;

/* @facts must outlive the result. Cost: O(baselines + decisions). (transfer full) */
SlAgreed *sl_agreed_new (const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
void sl_agreed_free (SlAgreed *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlAgreed, sl_agreed_free)

/* The baseline of @item with the largest number among those with a day that has come.
 * @row: (out): in the table of baselines. Returns: whether there is one */
gboolean sl_agreed_find (const SlAgreed *self, SlId item, guint *row);
/* Day of the baseline in @row. */
gint64 sl_agreed_day (const SlAgreed *self, guint row);
/* What may move of a goal or of the target of a KPI. */
typedef enum
{
  SL_AGREED_START,
  SL_AGREED_DUE,
  SL_AGREED_WORDING,
  SL_AGREED_STATUS,
  SL_AGREED_TARGET,
  SL_AGREED_WEIGHT,
  SL_AGREED_N_ASPECTS,
} SlAgreedAspect;

/**
 * sl_agreed_is_decided:
 * @item: a goal or KPI
 * @aspect: what of it moved
 * @day: of its baseline
 *
 * Whether that was decided: by a decision about @item after @day, or from that day on by a fix of a
 * finding that set it. A fix covers nothing that it did not change itself.
 */
gboolean sl_agreed_is_decided (const SlAgreed *self, SlId item, SlAgreedAspect aspect, gint64 day);

/* Whether a fix moved weights since they were last agreed: that moves the shares of all goals.
 * Going back to an agreed weight (DRI-02) covers that goal alone. */
gboolean sl_agreed_are_weights_decided (const SlAgreed *self);

/**
 * SlAgreedWeights:
 * @then: (array length=n_goals): share of each goal when it was agreed; 0 for new goals
 * @now: (array length=n_goals): share of each goal now; 0 for those that were given up
 * @gaps: (array length=n_goals): @now - @then; half of its absolute value is the goal's part
 * @counts: (array length=n_goals): whether the goal is compared
 * @drift: share of the weight that moved, 0..1; NAN: no weight was agreed
 * @coverage: share of today's weight that is compared, 0..1
 *
 * Compares the strategic weights of shared goals with the agreed ones. What is done counts on
 * neither side; the others are scaled to 1. Where fewer than SL_AGREED_WHOLE of the weight was
 * agreed, only the goals with an agreed weight are compared, among themselves.
 */
typedef struct
{
  double *then;
  double *now;
  double *gaps;
  gboolean *counts;
  double drift;
  double coverage;
} SlAgreedWeights;

/* Source: METHODS section 17. (transfer full) */
SlAgreedWeights *sl_agreed_weights_new (const SlAgreed *self) G_GNUC_WARN_UNUSED_RESULT;
void sl_agreed_weights_free (SlAgreedWeights *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlAgreedWeights, sl_agreed_weights_free)

G_END_DECLS
