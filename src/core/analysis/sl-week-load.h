/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How much of each week everybody is booked, as a number. Made of facts; any thread. */

#pragma once

#include "analysis/sl-bookings.h"

G_BEGIN_DECLS

/**
 * SlWeekCell:
 * @share: work booked / what can be done on the days worked of that week; 1 is a full week; 0 where
 *   nothing is booked; infinite where something is booked on somebody without capacity
 * @over_days: days of the week on which more is booked than fits
 */
typedef struct
{
  double share;
  guint over_days;
} SlWeekCell;

/**
 * SlWeekLoad:
 * @first: the first day of the week of today
 * @n_weeks: up to the last week with a booking, but not more than asked for
 * @n_later: weeks behind these, which are left out
 * @parties: (element-type guint): indexes of those with bookings, in the order of the outline
 * @cells: n_weeks for each of @parties
 */
typedef struct
{
  gint64 first;
  guint n_weeks;
  guint n_later;
  GArray *parties;
  SlWeekCell *cells;
} SlWeekLoad;

/* @first_weekday: on which weeks begin, 1 Monday to 7 Sunday; @max_weeks: at least 1. (transfer
 * full) */
SlWeekLoad *sl_week_load_new (const SlFacts *facts, int first_weekday,
                              guint max_weeks) G_GNUC_WARN_UNUSED_RESULT;
void sl_week_load_free (SlWeekLoad *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlWeekLoad, sl_week_load_free)
/* That of the next year, which @facts keep once it was asked for. (transfer none) */
const SlWeekLoad *sl_week_load_of (const SlFacts *facts, int first_weekday);
/* @row: which of the parties. (transfer none) */
const SlWeekCell *sl_week_load_get (const SlWeekLoad *self, guint row, guint week);
/* The first day of the fullest week of a party, by its index; SL_INT_NULL where nothing is booked.
 * @share: (out) (optional): how full it is */
gint64 sl_week_load_fullest (const SlWeekLoad *self, guint party, double *share);

G_END_DECLS
