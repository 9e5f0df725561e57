/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The working calendar against a day-by-day count, and its clock in both directions. */

#include "config.h"

#include "methods/sl-calendar.h"
#include "base/sl-date.h"

static gint64
day_of (int year, int month, int day)
{
  return sl_day_from_ymd (year, month, day);
}

static void
test_week (void)
{
  g_autoptr (SlCalendar) calendar = sl_calendar_new (31, 8, NULL, 0);
  /* 16 March 2026 is a Monday. */
  for (int i = 0; i < 7; i++)
    g_assert_cmpint (sl_calendar_is_working (calendar, day_of (2026, 3, 16 + i)), ==, i < 5);
  g_assert_cmpint (sl_calendar_count (calendar, day_of (2026, 3, 16), day_of (2026, 3, 23)), ==, 5);
  g_assert_cmpint (sl_calendar_count (calendar, day_of (2026, 3, 23), day_of (2026, 3, 16)), ==,
                   -5);
  g_assert_cmpint (sl_calendar_next_working (calendar, day_of (2026, 3, 21)), ==,
                   day_of (2026, 3, 23));
  g_assert_cmpint (sl_calendar_minutes_per_day (calendar), ==, 480);
  g_assert_false (sl_calendar_is_working (calendar, SL_DAY_MAX + 1));
}

static void
test_days_off (void)
{
  const SlCalendarDay days[] = {
    { day_of (2020, 12, 25), TRUE, FALSE }, /* every Christmas */
    { day_of (2026, 3, 17), FALSE, FALSE }, /* a Tuesday */
    { day_of (2026, 3, 21), FALSE, TRUE },  /* a worked Saturday */
    { day_of (2026, 12, 25), FALSE, TRUE }, /* but not this Christmas */
    { day_of (2024, 2, 29), TRUE, FALSE },  /* leap years only */
    { SL_DAY_MAX + 400, FALSE, FALSE },
  };
  g_autoptr (SlCalendar) calendar = sl_calendar_new (31, 8, days, G_N_ELEMENTS (days));
  g_assert_false (sl_calendar_is_working (calendar, day_of (2026, 3, 17)));
  g_assert_true (sl_calendar_is_working (calendar, day_of (2026, 3, 21)));
  g_assert_false (sl_calendar_is_working (calendar, day_of (2025, 12, 25)));
  g_assert_true (sl_calendar_is_working (calendar, day_of (2026, 12, 25)));
  g_assert_false (sl_calendar_is_working (calendar, day_of (2028, 2, 29)));
  g_assert_true (sl_calendar_is_working (calendar, day_of (2027, 3, 1)));
}

static void
test_add (void)
{
  g_autoptr (SlCalendar) calendar = sl_calendar_new (31, 8, NULL, 0);
  gint64 friday = day_of (2026, 3, 20), saturday = friday + 1, monday = friday + 3;
  g_assert_cmpint (sl_calendar_add (calendar, friday, 0), ==, friday);
  g_assert_cmpint (sl_calendar_add (calendar, friday, 1), ==, monday);
  g_assert_cmpint (sl_calendar_add (calendar, friday, -1), ==, friday - 1);
  g_assert_cmpint (sl_calendar_add (calendar, friday, 5), ==, friday + 7);
  g_assert_cmpint (sl_calendar_add (calendar, saturday, 0), ==, monday);
  g_assert_cmpint (sl_calendar_add (calendar, saturday, 1), ==, monday);
  g_assert_cmpint (sl_calendar_add (calendar, saturday, -1), ==, friday);
  g_assert_cmpint (sl_calendar_add (calendar, friday, G_MAXINT64), <=, SL_DAY_MAX);
  g_assert_cmpint (sl_calendar_add (calendar, friday, G_MININT64 + 1), >=, SL_DAY_MIN);
}

/* Every week mask with random days off, against a count day by day. */
static void
test_against_counting (void)
{
  for (guint week = 0; week < 128; week++)
    {
      SlCalendarDay days[10];
      for (guint i = 0; i < G_N_ELEMENTS (days); i++)
        days[i] = (SlCalendarDay){ day_of (2026, 1, 1) + g_test_rand_int_range (0, 400),
                                   g_test_rand_int_range (0, 3) == 0,
                                   g_test_rand_int_range (0, 2) == 0 };
      g_autoptr (SlCalendar) calendar = sl_calendar_new (week, 7.5, days, G_N_ELEMENTS (days));
      gint64 from = day_of (2026, 1, 1) + g_test_rand_int_range (0, 100);
      gint64 count = 0;
      for (gint64 day = from; day < from + 300; day++)
        {
          g_assert_cmpint (sl_calendar_count (calendar, from, day), ==, count);
          gboolean working = sl_calendar_is_working (calendar, day);
          gint64 start = sl_calendar_start_of (calendar, day);
          gint64 end = sl_calendar_end_of (calendar, day);
          g_assert_cmpint (end - start, ==, working ? 450 : 0);
          if (working)
            {
              g_assert_cmpint (sl_calendar_start_day (calendar, start), ==, day);
              g_assert_cmpint (sl_calendar_start_day (calendar, end - 1), ==, day);
              g_assert_cmpint (sl_calendar_end_day (calendar, end), ==, day);
              g_assert_cmpint (sl_calendar_end_day (calendar, start + 1), ==, day);
              g_assert_cmpint (
                  sl_calendar_add (calendar, from,
                                   sl_calendar_is_working (calendar, from) ? count : count + 1),
                  ==, day);
            }
          count += working;
        }
    }
}

static void
test_elapsed (void)
{
  g_autoptr (SlCalendar) calendar = sl_calendar_new (31, 8, NULL, 0);
  gint64 friday = day_of (2026, 3, 20);
  gint64 evening = sl_calendar_end_of (calendar, friday);
  /* From Friday evening, one and two days are over on Monday morning, three on Monday evening. */
  g_assert_cmpint (sl_calendar_add_elapsed (calendar, evening, TRUE, 480), ==, evening);
  g_assert_cmpint (sl_calendar_add_elapsed (calendar, evening, TRUE, 960), ==, evening);
  g_assert_cmpint (sl_calendar_add_elapsed (calendar, evening, TRUE, 1440), ==, evening + 480);
  /* The same minute as Monday morning. */
  g_assert_cmpint (sl_calendar_add_elapsed (calendar, evening, FALSE, 480), ==, evening + 480);
  g_assert_cmpint (sl_calendar_add_elapsed (calendar, evening, FALSE, -480), ==, evening);
  /* What is latest going back is allowed going forward, and one minute later is not. */
  for (gint64 minute = evening - 2400; minute < evening + 2400; minute += 60)
    for (gint64 lag = -2000; lag <= 4000; lag += 250)
      for (int is_end = 0; is_end < 2; is_end++)
        {
          gint64 latest = sl_calendar_subtract_elapsed (calendar, minute, is_end, lag);
          g_assert_cmpint (sl_calendar_add_elapsed (calendar, latest, is_end, lag), <=, minute);
          g_assert_cmpint (sl_calendar_add_elapsed (calendar, latest + 1, is_end, lag), >, minute);
        }
}

static void
test_no_working_day (void)
{
  SlCalendarDay days[366];
  for (int i = 0; i < 366; i++)
    days[i] = (SlCalendarDay){ day_of (2028, 1, 1) + i, TRUE, FALSE };
  g_autoptr (SlCalendar) none = sl_calendar_new (1, 8, days, G_N_ELEMENTS (days));
  g_assert_true (sl_calendar_is_working (none, day_of (2026, 3, 21)));
  g_autoptr (SlCalendar) unset = sl_calendar_new (0, 8, NULL, 0);
  g_assert_true (sl_calendar_is_working (unset, day_of (2026, 3, 16)));
  g_assert_false (sl_calendar_is_working (unset, day_of (2026, 3, 21)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/calendar/week", test_week);
  g_test_add_func ("/core/calendar/days-off", test_days_off);
  g_test_add_func ("/core/calendar/add", test_add);
  g_test_add_func ("/core/calendar/against-counting", test_against_counting);
  g_test_add_func ("/core/calendar/elapsed", test_elapsed);
  g_test_add_func ("/core/calendar/no-working-day", test_no_working_day);
  return g_test_run ();
}
