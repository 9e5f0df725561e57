/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days as people read them: parts that a range repeats are said once. */

#include "base/sl-date-text.h"
#include "base/sl-date.h"

static void
test_day (void)
{
  const gint64 day = sl_day_from_ymd (2026, 4, 3);
  g_autofree char *full = sl_day_to_text (day);
  g_autofree char *same_year = sl_day_to_short_text (day, sl_day_from_ymd (2026, 12, 31));
  g_autofree char *other_year = sl_day_to_short_text (day, sl_day_from_ymd (2027, 1, 1));
  g_assert_cmpstr (full, ==, "3 Apr 2026");
  g_assert_cmpstr (same_year, ==, "3 Apr");
  g_assert_cmpstr (other_year, ==, "3 Apr 2026");
}

static void
test_range (void)
{
  const struct
  {
    int from[3];
    int to[3];
    const char *text;
    const char *in_2026;
  } cases[] = {
    { { 2026, 3, 3 }, { 2026, 3, 3 }, "3 Mar 2026", "3 Mar" },
    { { 2026, 3, 3 }, { 2026, 3, 20 }, "3 – 20 Mar 2026", "3 – 20 Mar" },
    { { 2026, 3, 3 }, { 2026, 4, 4 }, "3 Mar – 4 Apr 2026", "3 Mar – 4 Apr" },
    { { 2025, 12, 3 }, { 2026, 1, 4 }, "3 Dec 2025 – 4 Jan 2026", "3 Dec 2025 – 4 Jan 2026" },
    { { 2025, 3, 3 }, { 2026, 3, 20 }, "3 Mar 2025 – 20 Mar 2026", "3 Mar 2025 – 20 Mar 2026" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int *from = cases[i].from, *to = cases[i].to;
      const gint64 first = sl_day_from_ymd (from[0], from[1], from[2]);
      const gint64 last = sl_day_from_ymd (to[0], to[1], to[2]);
      g_autofree char *text = sl_day_range_to_text (first, last, SL_INT_NULL);
      g_autofree char *in_2026 = sl_day_range_to_text (first, last, sl_day_from_ymd (2026, 6, 1));
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpstr (in_2026, ==, cases[i].in_2026);
    }
}

static void
test_format (void)
{
  g_autofree char *text = sl_day_format (sl_day_from_ymd (2199, 12, 31), "%B %A");
  g_assert_cmpstr (text, ==, "December Tuesday");
  g_autofree char *none = sl_day_format (SL_DAY_MAX + 366 * 8000, "%B");
  g_assert_cmpstr (none, ==, "");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/date-text/day", test_day);
  g_test_add_func ("/core/date-text/range", test_range);
  g_test_add_func ("/core/date-text/format", test_format);
  return g_test_run ();
}
