/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The working calendar of a project: which days people work, and a clock that counts only working
 * minutes. Immutable once made; may be read from any thread. */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

typedef struct _SlCalendar SlCalendar;

/* A day that breaks the working week. */
typedef struct
{
  gint64 day;
  gboolean yearly; /* the same day and month in every year */
  gboolean worked; /* a day of the weekend on which people work */
} SlCalendarDay;

/**
 * sl_calendar_new:
 * @work_week: bit 0 Monday .. bit 6 Sunday; 0 means Monday to Friday
 * @hours_per_day: working hours of one day, more than 0 and at most 24
 * @days: (array length=n_days): days that break the week; a dated one beats a yearly one
 *
 * Cost: one pass over the days from SL_DAY_MIN to SL_DAY_MAX (0.5 ms). A calendar without any
 * working day falls back to all days.
 *
 * Returns: (transfer full)
 */
SlCalendar *sl_calendar_new (guint work_week, double hours_per_day, const SlCalendarDay *days,
                             guint n_days) G_GNUC_WARN_UNUSED_RESULT;
void sl_calendar_free (SlCalendar *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCalendar, sl_calendar_free)

gboolean sl_calendar_is_working (const SlCalendar *self, gint64 day);
/* Working days d with @from <= d < @to; negative where @to lies before @from. Days outside the
 * calendar count as its first or last day. */
gint64 sl_calendar_count (const SlCalendar *self, gint64 from, gint64 to);
/* The first working day on or after @day. */
gint64 sl_calendar_next_working (const SlCalendar *self, gint64 day);
/* The @n_days-th working day after @day (before it for negative @n_days); 0 gives the first working
 * day on or after @day. Clamped to the ends of the calendar. */
gint64 sl_calendar_add (const SlCalendar *self, gint64 day, gint64 n_days);

/* The working clock. Its unit is the working minute; 0 is the start of work on the first working
 * day of the calendar. The end of one working day and the start of the next are the same minute:
 * *_start_day() and *_end_day() say which of both is meant. */
gint64 sl_calendar_minutes_per_day (const SlCalendar *self);
/* @days working days as working minutes, rounded. */
gint64 sl_calendar_days_to_minutes (const SlCalendar *self, double days);
/* The minute at which work on @day starts; of a day off, that of the next working day. */
gint64 sl_calendar_start_of (const SlCalendar *self, gint64 day);
/* The minute at which work on @day ends; of a day off, that of the last working day before it. */
gint64 sl_calendar_end_of (const SlCalendar *self, gint64 day);
/* The day on which work that starts at @minute starts. */
gint64 sl_calendar_start_day (const SlCalendar *self, gint64 minute);
/* The day on which work that ends at @minute ends. */
gint64 sl_calendar_end_day (const SlCalendar *self, gint64 minute);
/**
 * sl_calendar_add_elapsed:
 * @minute: working minute from which the time runs
 * @is_end: whether work ends there (Friday evening) or starts (Monday morning)
 * @lag: what passes, in working minutes of days that are all worked: one day is
 *   sl_calendar_minutes_per_day()
 *
 * Lets time pass on days off too.
 *
 * Returns: the first working minute at which the time is over
 */
gint64 sl_calendar_add_elapsed (const SlCalendar *self, gint64 minute, gboolean is_end, gint64 lag);
/* The reverse: the last minute from which @lag is over at working minute @minute. */
gint64 sl_calendar_subtract_elapsed (const SlCalendar *self, gint64 minute, gboolean is_end,
                                     gint64 lag);

G_END_DECLS
