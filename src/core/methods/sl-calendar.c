/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Working days by prefix sums: for every day of the calendar the number of working days before it,
 * and the days in the order in which they are worked. Both directions are then one look-up. It
 * knows no records and no time of day other than "minutes worked since the day began". */

#include "config.h"

#include "methods/sl-calendar.h"

#include "base/sl-date.h"

#include <math.h>

#define N_DAYS (SL_DAY_MAX - SL_DAY_MIN + 1)
#define ALL_DAYS 127u
#define MONDAY_TO_FRIDAY 31u

struct _SlCalendar
{
  gint64 minutes_per_day;
  gint32 *before; /* N_DAYS + 1: working days before SL_DAY_MIN + index */
  gint32 *worked; /* n_worked: offsets from SL_DAY_MIN, ascending */
  gint64 n_worked;
};

static gint64
clamp_day (gint64 day)
{
  return CLAMP (day, SL_DAY_MIN, SL_DAY_MAX);
}

static void
mark_yearly (guint8 *is_worked, const SlCalendarDay *day)
{
  int first, last, year, month, day_of_month;
  sl_day_to_ymd (SL_DAY_MIN, &first, &month, &day_of_month);
  sl_day_to_ymd (SL_DAY_MAX, &last, &month, &day_of_month);
  sl_day_to_ymd (clamp_day (day->day), &year, &month, &day_of_month);
  for (year = first; year <= last; year++)
    if (sl_day_valid_ymd (year, month, day_of_month))
      is_worked[sl_day_from_ymd (year, month, day_of_month) - SL_DAY_MIN] = day->worked ? 1 : 0;
}

static guint
fill (SlCalendar *self, guint work_week, const SlCalendarDay *days, guint n_days)
{
  g_autofree guint8 *is_worked = g_malloc (N_DAYS);
  int weekday = sl_day_weekday (SL_DAY_MIN) - 1;
  for (gint64 i = 0; i < N_DAYS; i++, weekday = weekday == 6 ? 0 : weekday + 1)
    is_worked[i] = (work_week >> weekday) & 1;
  for (guint i = 0; i < n_days; i++)
    if (days[i].yearly)
      mark_yearly (is_worked, &days[i]);
  for (guint i = 0; i < n_days; i++)
    if (!days[i].yearly && days[i].day >= SL_DAY_MIN && days[i].day <= SL_DAY_MAX)
      is_worked[days[i].day - SL_DAY_MIN] = days[i].worked ? 1 : 0;

  gint32 n = 0;
  for (gint32 i = 0; i < N_DAYS; i++)
    {
      self->before[i] = n;
      self->worked[n] = i;
      n += is_worked[i];
    }
  self->before[N_DAYS] = n;
  return (guint)n;
}

SlCalendar *
sl_calendar_new (guint work_week, double hours_per_day, const SlCalendarDay *days, guint n_days)
{
  g_return_val_if_fail (hours_per_day > 0 && hours_per_day <= 24, NULL);

  SlCalendar *self = g_new0 (SlCalendar, 1);
  self->minutes_per_day = MAX (1, (gint64)lround (hours_per_day * 60.0));
  self->before = g_new (gint32, N_DAYS + 1);
  self->worked = g_new (gint32, N_DAYS + 1);
  work_week &= ALL_DAYS;
  self->n_worked = fill (self, work_week != 0 ? work_week : MONDAY_TO_FRIDAY, days, n_days);
  if (self->n_worked == 0)
    self->n_worked = fill (self, ALL_DAYS, NULL, 0);
  return self;
}

void
sl_calendar_free (SlCalendar *self)
{
  if (self == NULL)
    return;
  g_free (self->before);
  g_free (self->worked);
  g_free (self);
}

/* Working days before @day. */
static gint64
count_before (const SlCalendar *self, gint64 day)
{
  return self->before[CLAMP (day, SL_DAY_MIN, SL_DAY_MAX + 1) - SL_DAY_MIN];
}

/* The working day number @index (from 0). */
static gint64
worked_day (const SlCalendar *self, gint64 index)
{
  return SL_DAY_MIN + self->worked[CLAMP (index, 0, self->n_worked - 1)];
}

gboolean
sl_calendar_is_working (const SlCalendar *self, gint64 day)
{
  return day >= SL_DAY_MIN && day <= SL_DAY_MAX
         && count_before (self, day + 1) > count_before (self, day);
}

gint64
sl_calendar_count (const SlCalendar *self, gint64 from, gint64 to)
{
  return count_before (self, to) - count_before (self, from);
}

gint64
sl_calendar_next_working (const SlCalendar *self, gint64 day)
{
  return worked_day (self, count_before (self, day));
}

gint64
sl_calendar_add (const SlCalendar *self, gint64 day, gint64 n_days)
{
  gint64 index = count_before (self, day);
  /* From a day off, the next working day is already one day further. */
  if (n_days > 0 && !sl_calendar_is_working (self, day))
    index--;
  n_days = CLAMP (n_days, -self->n_worked, self->n_worked);
  return worked_day (self, index + n_days);
}

gint64
sl_calendar_minutes_per_day (const SlCalendar *self)
{
  return self->minutes_per_day;
}

gint64
sl_calendar_days_to_minutes (const SlCalendar *self, double days)
{
  return (gint64)llround (days * (double)self->minutes_per_day);
}

gint64
sl_calendar_start_of (const SlCalendar *self, gint64 day)
{
  return count_before (self, day) * self->minutes_per_day;
}

gint64
sl_calendar_end_of (const SlCalendar *self, gint64 day)
{
  return count_before (self, day + 1) * self->minutes_per_day;
}

gint64
sl_calendar_start_day (const SlCalendar *self, gint64 minute)
{
  return worked_day (self, MAX (minute, 0) / self->minutes_per_day);
}

gint64
sl_calendar_end_day (const SlCalendar *self, gint64 minute)
{
  return worked_day (self, (MAX (minute, 1) - 1) / self->minutes_per_day);
}

/* Minutes since the start of SL_DAY_MIN on a clock that runs on days off too. As the end of work,
 * @minute is the evening of the last day, as the start the morning of the next. */
static gint64
to_elapsed (const SlCalendar *self, gint64 minute, gboolean is_end)
{
  gint64 day = is_end ? sl_calendar_end_day (self, minute) : sl_calendar_start_day (self, minute);
  return (day - SL_DAY_MIN) * self->minutes_per_day + minute
         - count_before (self, day) * self->minutes_per_day;
}

/* Working minutes before @elapsed. */
static gint64
from_elapsed (const SlCalendar *self, gint64 elapsed)
{
  gint64 offset = CLAMP (elapsed / self->minutes_per_day, 0, N_DAYS);
  gint64 minute = elapsed - offset * self->minutes_per_day;
  gint64 day = SL_DAY_MIN + offset;
  gint64 whole = count_before (self, day) * self->minutes_per_day;
  return sl_calendar_is_working (self, day) ? whole + CLAMP (minute, 0, self->minutes_per_day)
                                            : whole;
}

gint64
sl_calendar_add_elapsed (const SlCalendar *self, gint64 minute, gboolean is_end, gint64 lag)
{
  return from_elapsed (self, to_elapsed (self, minute, is_end) + lag);
}

gint64
sl_calendar_subtract_elapsed (const SlCalendar *self, gint64 minute, gboolean is_end, gint64 lag)
{
  gint64 latest = to_elapsed (self, minute, FALSE) - lag;
  gint64 result = from_elapsed (self, latest);
  /* Inside days off work can end the evening before, but starts only after them. */
  if (!is_end && to_elapsed (self, result, FALSE) > latest)
    result--;
  return result;
}
