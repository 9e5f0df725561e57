/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is booked for which task from when to when, from today on, and how that adds up day by day.
 * Made of facts; any thread. Source: METHODS section 7. */

#pragma once

#include "analysis/sl-facts.h"
#include "methods/sl-over-allocation.h"

G_BEGIN_DECLS

/**
 * SlBooking:
 * @party: index of the party
 * @task: index of the task or milestone
 * @from: first day, today at the earliest
 * @to: last day
 * @units: share of each day
 * @movable: its dates are written, not worked out, and it has not begun
 */
typedef struct
{
  guint party;
  guint task;
  gint64 from;
  gint64 to;
  double units;
  gboolean movable;
} SlBooking;

/**
 * SlBookings:
 * @list: (element-type SlBooking): by party, then first day, then id of the task
 * @first: (array length=n_parties+1): where the bookings of each party begin
 * @capacities: (array length=n_parties): what each can do on a day, 1 is one full-time person
 * @calendar: of the plan
 * @load: how it adds up, resources are parties
 * @coverage: share of the open tasks for which somebody is booked on known days; 0 without load
 */
struct _SlBookings
{
  GArray *list;
  guint *first;
  double *capacities;
  SlCalendar *calendar;
  SlLoad *load;
  double coverage;
};

/* Those of @facts, which keep them; its arrays and schedule must be there already. Tasks without
 * dates count where links say when they happen. Cost: O(n log n). (transfer full) */
SlBookings *sl_bookings_new (const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
void sl_bookings_free (SlBookings *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlBookings, sl_bookings_free)

/* (array length=n) (transfer none): the bookings of one party. */
const SlBooking *sl_bookings_of (const SlBookings *self, guint party, guint *n);
/* What @n bookings, whosever they are, would be for that party. (transfer full) */
SlLoad *sl_bookings_try (const SlBookings *self, guint party, const SlBooking *bookings,
                         guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
