/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Civil days, against GDate as an independent implementation. */

#include "config.h"

#include "base/sl-date.h"

static void
test_against_gdate (void)
{
  for (gint64 day = SL_DAY_MIN; day <= SL_DAY_MAX; day++)
    {
      GDate date;
      int y;
      int m;
      int d;

      g_date_clear (&date, 1);
      /* 719163 is the Julian day (since year 1) of 1970-01-01. */
      g_date_set_julian (&date, (guint32)(day + 719163));
      sl_day_to_ymd (day, &y, &m, &d);
      g_assert_cmpint (y, ==, g_date_get_year (&date));
      g_assert_cmpint (m, ==, (int)g_date_get_month (&date));
      g_assert_cmpint (d, ==, g_date_get_day (&date));
      g_assert_cmpint (sl_day_from_ymd (y, m, d), ==, day);
      g_assert_cmpint (sl_day_weekday (day), ==, (int)g_date_get_weekday (&date));
      g_assert_cmpuint ((guint)sl_day_iso_week (day), ==, g_date_get_iso8601_week_of_year (&date));
    }
}

static void
test_range (void)
{
  g_assert_cmpint (sl_day_from_ymd (1970, 1, 1), ==, 0);
  g_assert_cmpint (sl_day_from_ymd (1900, 1, 1), ==, SL_DAY_MIN);
  g_assert_cmpint (sl_day_from_ymd (2199, 12, 31), ==, SL_DAY_MAX);
}

static void
test_weeks (void)
{
  /* Years of 53 weeks begin on a Thursday, or are leap years that begin on a Wednesday. */
  g_assert_cmpint (sl_day_iso_week (sl_day_from_ymd (2020, 12, 31)), ==, 53);
  g_assert_cmpint (sl_day_iso_week (sl_day_from_ymd (2021, 1, 3)), ==, 53);
  g_assert_cmpint (sl_day_iso_week (sl_day_from_ymd (2021, 1, 4)), ==, 1);
  g_assert_cmpint (sl_day_iso_week (sl_day_from_ymd (2026, 12, 31)), ==, 53);
  g_assert_cmpint (sl_day_iso_week (sl_day_from_ymd (2024, 12, 30)), ==, 1);
}

static void
test_valid (void)
{
  g_assert_true (sl_day_valid_ymd (2024, 2, 29));
  g_assert_true (sl_day_valid_ymd (2000, 2, 29));
  g_assert_false (sl_day_valid_ymd (2023, 2, 29));
  g_assert_false (sl_day_valid_ymd (1900, 2, 29));
  g_assert_false (sl_day_valid_ymd (2026, 4, 31));
  g_assert_false (sl_day_valid_ymd (2026, 0, 1));
  g_assert_false (sl_day_valid_ymd (2026, 13, 1));
  g_assert_false (sl_day_valid_ymd (2026, 1, 0));
  g_assert_false (sl_day_valid_ymd (0, 1, 1));
  g_assert_false (sl_day_valid_ymd (10000, 1, 1));
}

static void
test_iso (void)
{
  static const char *const bad[]
      = { "",           "2026-3-15",  "2026-03-15 ", "2026/03/15", "2026-02-30",  "26-03-15",
          "2026-03-1x", "-026-03-15", "99999-01-01", "2026-13-01", "２026-03-15", "0000-01-01" };
  gint64 day = 0;
  g_autofree char *text = sl_day_to_iso (sl_day_from_ymd (2026, 3, 5));

  g_assert_cmpstr (text, ==, "2026-03-05");
  g_assert_true (sl_day_from_iso (text, &day));
  g_assert_cmpint (day, ==, sl_day_from_ymd (2026, 3, 5));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (sl_day_from_iso (bad[i], &day));
}

static void
test_today (void)
{
  GDateTime *now;

  g_setenv ("SIGHTLINE_TODAY", "2026-03-16", TRUE);
  g_assert_cmpint (sl_day_today (), ==, sl_day_from_ymd (2026, 3, 16));
  sl_day_set_today (5);
  g_assert_cmpint (sl_day_today (), ==, 5);
  sl_day_set_today (SL_INT_NULL);
  g_unsetenv ("SIGHTLINE_TODAY");
  now = g_date_time_new_now_local ();
  g_assert_cmpint (ABS (sl_day_today ()
                        - sl_day_from_ymd (g_date_time_get_year (now), g_date_time_get_month (now),
                                           g_date_time_get_day_of_month (now))),
                   <=, 1);
  g_date_time_unref (now);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/date/against-gdate", test_against_gdate);
  g_test_add_func ("/core/date/range", test_range);
  g_test_add_func ("/core/date/weeks", test_weeks);
  g_test_add_func ("/core/date/valid", test_valid);
  g_test_add_func ("/core/date/iso", test_iso);
  g_test_add_func ("/core/date/today", test_today);
  return g_test_run ();
}
