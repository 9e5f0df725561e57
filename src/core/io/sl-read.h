/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers and dates as plan files write them: strict, locale-independent, without guessing. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/* White space around is allowed, anything else beside the number is not. NULL and "" fail. */
gboolean sl_read_int (const char *text, gint64 *value);
/* Finite, with a decimal point; otherwise as sl_read_int(). */
gboolean sl_read_real (const char *text, double *value);
/* "1", "true", "yes" are true, whatever else is false. */
gboolean sl_read_bool (const char *text);
/**
 * sl_read_stamp:
 * @text: (nullable): "2026-01-05T08:00:00", "2026-01-05 08:00", "20260105T080000Z", "2026-01-05"
 * @day: (out)
 * @minute: (out): after midnight, or -1 if there is no time or the time makes no sense
 *
 * Reads a date as written: zones and fractions of a minute are ignored. The hour 24 is not read.
 *
 * Returns: %FALSE if @text does not begin with a date inside SL_DAY_MIN..SL_DAY_MAX; @day and
 * @minute are then SL_INT_NULL and -1
 */
gboolean sl_read_stamp (const char *text, gint64 *day, int *minute);
/* Whether @text is missing, blank or "NA", Microsoft Project's word for no date. */
gboolean sl_read_is_none (const char *text);
/**
 * sl_read_finish:
 *
 * As sl_read_stamp(), for the end of work: 00:00 of a day is the end of the day before, kept as
 * minute 1440. Not so where the work starts at that very moment (@start_day, @start_minute): a
 * point in time stays where it is.
 */
gboolean sl_read_finish (const char *text, gint64 start_day, int start_minute, gint64 *day,
                         int *minute);

G_END_DECLS
