/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Hand-offs: a dependency with the dates of both sides. What the findings, the timeline and its
 * table say about one is the same, because all of them read it here. */

#pragma once

#include "model/sl-snapshot.h"

G_BEGIN_DECLS

/**
 * SlHandOff:
 * @before: what is handed over
 * @after: what waits for it
 * @giver: party that delivers; SL_ID_NONE if nobody owns @before or what it is part of
 * @taker: party that waits, likewise
 * @promised: day that the giving side says; SL_INT_NULL: none
 * @needed: day that the taking side says; SL_INT_NULL: none
 * @planned: day on which @before ends by the plan; SL_INT_NULL: none
 */
typedef struct
{
  SlId before;
  SlId after;
  SlId giver;
  SlId taker;
  gint64 promised;
  gint64 needed;
  gint64 planned;
} SlHandOff;

/* Reads row @row of the dependencies. Cost: O(depth of the trees). */
void sl_hand_off_read (SlHandOff *out, const SlSnapshot *plan, guint row);
/* What the giving side says: its promise, else its plan; SL_INT_NULL if neither is known. */
gint64 sl_hand_off_given (const SlHandOff *hand);
/* Whether one of the sides said a day. */
gboolean sl_hand_off_is_dated (const SlHandOff *hand);
/* Days from what is needed to what is given; positive: too late. FALSE if one is not known. */
gboolean sl_hand_off_gap (const SlHandOff *hand, gint64 *out_days);
/* "12 days late", "on the day", "3 days to spare"; translated, (transfer full) */
char *sl_hand_off_gap_text (gint64 days) G_GNUC_WARN_UNUSED_RESULT;
/* The last day of a goal, task or milestone as the plan says, or SL_INT_NULL. */
gint64 sl_hand_off_due (const SlSnapshot *plan, SlId item);

G_END_DECLS
