/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Civil days by arithmetic alone: no time zone, no GDateTime, no allocation. The conversions count
 * in eras of 400 years with March as first month, so that the leap day is the last of its year
 * (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms", 2013). */

#include "config.h"

#include "base/sl-date.h"

#include <string.h>
#include <time.h>

#define DAYS_PER_ERA 146097

static gint64 fixed_today = SL_INT_NULL;

static gint64
floor_div (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

gint64
sl_day_from_ymd (int year, int month, int day)
{
  gint64 y = (gint64)year - (month <= 2);
  gint64 era = floor_div (y, 400);
  gint64 year_of_era = y - era * 400;
  gint64 day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  gint64 day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

  return era * DAYS_PER_ERA + day_of_era - 719468;
}

void
sl_day_to_ymd (gint64 day_number, int *year, int *month, int *day)
{
  gint64 z = day_number + 719468;
  gint64 era = floor_div (z, DAYS_PER_ERA);
  gint64 day_of_era = z - era * DAYS_PER_ERA;
  gint64 year_of_era
      = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  gint64 day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  gint64 month_from_march = (5 * day_of_year + 2) / 153;

  *day = (int)(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  *month = (int)(month_from_march + (month_from_march < 10 ? 3 : -9));
  *year = (int)(year_of_era + era * 400 + (*month <= 2));
}

gboolean
sl_day_valid_ymd (int year, int month, int day)
{
  int y;
  int m;
  int d;

  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
    return FALSE;
  sl_day_to_ymd (sl_day_from_ymd (year, month, day), &y, &m, &d);
  return y == year && m == month && d == day;
}

int
sl_day_weekday (gint64 day_number)
{
  /* Day 0 was a Thursday. */
  return (int)(day_number + 3 - floor_div (day_number + 3, 7) * 7) + 1;
}

int
sl_day_iso_week (gint64 day_number)
{
  /* A week belongs to the year that its Thursday is in. */
  gint64 thursday = day_number + 4 - sl_day_weekday (day_number);
  int year;
  int month;
  int day;

  sl_day_to_ymd (thursday, &year, &month, &day);
  return (int)((thursday - sl_day_from_ymd (year, 1, 1)) / 7) + 1;
}

char *
sl_day_to_iso (gint64 day_number)
{
  int year;
  int month;
  int day;

  sl_day_to_ymd (day_number, &year, &month, &day);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, day);
}

gboolean
sl_day_from_iso (const char *text, gint64 *day_number)
{
  int part[3] = { 0, 0, 0 };
  guint n = 0;

  if (strlen (text) != 10)
    return FALSE;
  for (guint i = 0; i < 10; i++)
    {
      if (i == 4 || i == 7)
        {
          if (text[i] != '-')
            return FALSE;
          n++;
        }
      else if (!g_ascii_isdigit (text[i]))
        return FALSE;
      else
        part[n] = part[n] * 10 + (text[i] - '0');
    }
  if (!sl_day_valid_ymd (part[0], part[1], part[2]))
    return FALSE;
  *day_number = sl_day_from_ymd (part[0], part[1], part[2]);
  return TRUE;
}

gint64
sl_day_today (void)
{
  const char *text;
  gint64 day;
  time_t now;
  struct tm local;

  if (fixed_today != SL_INT_NULL)
    return fixed_today;
  text = g_getenv ("SIGHTLINE_TODAY");
  if (text != NULL && sl_day_from_iso (text, &day))
    return day;
  now = time (NULL);
  localtime_r (&now, &local);
  return sl_day_from_ymd (local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

void
sl_day_set_today (gint64 day_number)
{
  fixed_today = day_number;
}
