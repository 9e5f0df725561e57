/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who is booked beyond what they can do, and when. Pure functions of plain arrays; any thread.
 * Source: METHODS section 7. Loads and capacities are shares of a day, in any unit that is the same
 * for both. */

#pragma once

#include "methods/sl-calendar.h"

G_BEGIN_DECLS

/* Somebody works on something from @from up to and with @to, with @units of each day worked. */
typedef struct
{
  guint resource;
  gint64 from;
  gint64 to;
  double units;
} SlLoadAssignment;

/* Another capacity from @from up to and with @to: 0 for days off. Where several hold, the smallest
 * does. */
typedef struct
{
  guint resource;
  gint64 from;
  gint64 to;
  double capacity;
} SlLoadException;

/**
 * SlLoadInput:
 * @calendar: (nullable): on its days off nobody has load; %NULL: every day is worked
 * @capacities: (array length=n_resources): what each can do on a day worked
 */
typedef struct
{
  const SlCalendar *calendar;
  const double *capacities;
  guint n_resources;
  const SlLoadAssignment *assignments;
  guint n_assignments;
  const SlLoadException *exceptions;
  guint n_exceptions;
} SlLoadInput;

/* Days from @from up to and with @to, @n_days of them worked, on which load and capacity of a
 * resource stay the same. @over: what is too much on each of them, 0 if it fits. */
typedef struct
{
  guint resource;
  gint64 from;
  gint64 to;
  gint64 n_days;
  double load;
  double capacity;
  double over;
} SlLoadSpan;

/* Sums over all days worked: @load and @over in units x days, @over_days in days; @peak is the
 * largest load of a day. */
typedef struct
{
  double load;
  double over;
  gint64 over_days;
  double peak;
} SlLoadSum;

/**
 * SlLoad:
 * @resources: (array length=n_resources): one sum a resource
 * @total: of all of them; @peak is the largest
 * @over_share: @over / @load of @total, 0..1; NAN where nobody has load
 * @spans: (array length=n_spans): spans with load, by resource, then day
 */
typedef struct
{
  SlLoadSum *resources;
  guint n_resources;
  SlLoadSum total;
  double over_share;
  SlLoadSpan *spans;
  guint n_spans;
} SlLoad;

/**
 * sl_load_new:
 * @input: resources and what they are booked for; indexes must be in range
 *
 * over = max (0, load - capacity) of each day; exactly the capacity fits. Assignments that end
 * before they start or have no units count for nothing.
 *
 * A sweep over the days on which an assignment or exception begins or ends. Cost: O(n log n) of
 * both, whatever the number of days.
 *
 * Returns: (transfer full)
 */
SlLoad *sl_load_new (const SlLoadInput *input) G_GNUC_WARN_UNUSED_RESULT;
void sl_load_free (SlLoad *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlLoad, sl_load_free)

G_END_DECLS
