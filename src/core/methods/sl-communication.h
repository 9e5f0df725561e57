/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether news arrive and contacts are kept. Pure functions of days; any thread. Source: METHODS
 * section 9. A day without value is %SL_INT_NULL. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/* Days in which a change of a shared goal should be acknowledged. */
#define SL_ACKNOWLEDGE_DAYS 7

/* When a change of @changed_day must be acknowledged by: @due_day, else SL_ACKNOWLEDGE_DAYS later.
 * No day without either. */
gint64 sl_acknowledgement_due (gint64 changed_day, gint64 due_day);
/* Days that an acknowledgement is late on day @today: 0 where it is given (also if late), not due
 * yet or due without a day. */
gint64 sl_acknowledgement_days_late (gint64 due_day, gint64 acknowledged_day, gint64 today);
/* 1 if it is late, else 0. */
double sl_acknowledgement_severity (gint64 due_day, gint64 acknowledged_day, gint64 today);

/**
 * sl_contact_days_over:
 * @last_day: of the last contact; without one, since when contact was planned
 * @interval: days between contacts, more than 0
 * @today: the day
 *
 * Returns: days beyond the interval, 0 if in time; NAN (nothing to compare) without @last_day or
 *   with @interval of 0 or less or NAN
 */
double sl_contact_days_over (gint64 last_day, double interval, gint64 today);
/* Days over / @interval, at most 1; NAN as above. */
double sl_contact_severity (gint64 last_day, double interval, gint64 today);

G_END_DECLS
