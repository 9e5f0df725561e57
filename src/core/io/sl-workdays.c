/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A running count of working days over the whole range of days, so that a plan of many long tasks
 * costs no more than one of few short ones. */

#include "config.h"

#include "io/sl-workdays.h"

#include "base/sl-date.h"

#define N_DAYS (SL_DAY_MAX - SL_DAY_MIN + 1)
#define MONDAY_TO_FRIDAY 0x1f

struct _SlWorkdays
{
  /* worked days before SL_DAY_MIN + i */
  guint32 before[N_DAYS + 1];
};

static void
apply_day_off (guint8 *worked, const SlImportDayOff *day_off)
{
  int year, month, day;

  if (!day_off->yearly)
    {
      worked[day_off->day - SL_DAY_MIN] = day_off->worked;
      return;
    }
  sl_day_to_ymd (day_off->day, &year, &month, &day);
  for (year = 1900; year <= 2199; year++)
    if (sl_day_valid_ymd (year, month, day))
      worked[sl_day_from_ymd (year, month, day) - SL_DAY_MIN] = day_off->worked;
}

SlWorkdays *
sl_workdays_new (const SlImportPlan *plan)
{
  SlWorkdays *self = g_new0 (SlWorkdays, 1);
  guint week = plan->work_week != 0 ? plan->work_week : MONDAY_TO_FRIDAY;
  g_autofree guint8 *worked = g_new (guint8, N_DAYS);
  int weekday = sl_day_weekday (SL_DAY_MIN) - 1;

  for (guint i = 0; i < N_DAYS; i++)
    worked[i] = week >> ((weekday + i) % 7) & 1;
  for (guint i = 0; i < plan->days_off->len; i++)
    apply_day_off (worked, &g_array_index (plan->days_off, SlImportDayOff, i));
  for (guint i = 0; i < N_DAYS; i++)
    self->before[i + 1] = self->before[i] + worked[i];
  return self;
}

void
sl_workdays_free (SlWorkdays *self)
{
  g_free (self);
}

static guint
position (gint64 day)
{
  return (guint)(CLAMP (day, SL_DAY_MIN, SL_DAY_MAX) - SL_DAY_MIN);
}

gboolean
sl_workdays_is_worked (const SlWorkdays *self, gint64 day)
{
  guint i = position (day);

  return self->before[i + 1] > self->before[i];
}

gint64
sl_workdays_count (const SlWorkdays *self, gint64 first, gint64 last)
{
  if (last < first)
    return 0;
  return (gint64)self->before[position (last) + 1] - self->before[position (first)];
}

/* The first day at whose end @wanted days were worked. */
static gboolean
find_worked (const SlWorkdays *self, gint64 wanted, gint64 *day)
{
  guint low = 0, high = N_DAYS;

  if (wanted < 1 || wanted > self->before[N_DAYS])
    return FALSE;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->before[middle + 1] >= wanted)
        high = middle;
      else
        low = middle + 1;
    }
  *day = SL_DAY_MIN + (gint64)low;
  return TRUE;
}

gboolean
sl_workdays_last (const SlWorkdays *self, gint64 start, gint64 count, gint64 *last)
{
  *last = start;
  if (count <= 0)
    return TRUE;
  return count < N_DAYS && find_worked (self, self->before[position (start)] + count, last);
}

gint64
sl_workdays_shift (const SlWorkdays *self, gint64 day, gint64 count)
{
  gint64 shifted;
  guint i = position (day);

  if (count == 0)
    return day;
  count = CLAMP (count, -N_DAYS, N_DAYS);
  /* Going back from a day, the days before it count; going on, those after it. */
  if (count > 0)
    return find_worked (self, self->before[i + 1] + count, &shifted) ? shifted : SL_DAY_MAX;
  return find_worked (self, (gint64)self->before[i] + count + 1, &shifted) ? shifted : SL_DAY_MIN;
}
