/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Days as people read them. Month names come from the locale, the order of the parts from the
 * translations. It must not read the clock. */

#include "config.h"

#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>

#include "base/sl-date.h"

char *
sl_day_format (gint64 day_number, const char *format)
{
  int year, month, day;
  sl_day_to_ymd (day_number, &year, &month, &day);
  g_autoptr (GDateTime) time = g_date_time_new_utc (year, month, day, 0, 0, 0);
  char *text = time != NULL ? g_date_time_format (time, format) : NULL;
  return text != NULL ? text : g_strdup ("");
}

static int
year_of (gint64 day_number)
{
  int year, month, day;
  sl_day_to_ymd (day_number, &year, &month, &day);
  return year;
}

static int
month_of (gint64 day_number)
{
  int year, month, day;
  sl_day_to_ymd (day_number, &year, &month, &day);
  return month;
}

char *
sl_day_to_text (gint64 day_number)
{
  /* Translators: a date with its year, as strftime: 3 Apr 2026 */
  return sl_day_format (day_number, _ ("%-d %b %Y"));
}

char *
sl_day_to_short_text (gint64 day_number, gint64 reference)
{
  if (reference == SL_INT_NULL || year_of (day_number) != year_of (reference))
    return sl_day_to_text (day_number);
  /* Translators: a date of the current year, as strftime: 3 Apr */
  return sl_day_format (day_number, _ ("%-d %b"));
}

char *
sl_day_range_to_text (gint64 first, gint64 last, gint64 reference)
{
  if (first == last)
    return sl_day_to_short_text (first, reference);
  const gboolean one_year = year_of (first) == year_of (last);
  g_autofree char *from = NULL;
  if (one_year && month_of (first) == month_of (last))
    /* Translators: the first day of a range inside one month, as strftime: 3 (– 20 Mar 2026) */
    from = sl_day_format (first, C_ ("range", "%-d"));
  else
    from = sl_day_to_short_text (first, one_year ? last : SL_INT_NULL);
  g_autofree char *to = sl_day_to_short_text (last, one_year ? reference : SL_INT_NULL);
  /* Translators: a range of dates: 3 Mar – 4 Apr 2026 */
  return g_strdup_printf (_ ("%s – %s"), from, to);
}
