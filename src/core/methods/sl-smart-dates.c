/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding dates in the text of a goal, so that their numbers are not taken for measures and "May"
 * not for a hedge. What they mean does not matter here. */

#include "config.h"

#include "sl-smart-private.h"

#include <string.h>

/* Months that are also words. */
#define MARCH 2
#define MAY 4

static gunichar
at_of (const SlSmartScan *scan, guint at)
{
  return at < scan->length ? scan->chars[at].lower : 0;
}

static gboolean
is_digit (const SlSmartScan *scan, guint at)
{
  gunichar c = at_of (scan, at);
  return c >= '0' && c <= '9';
}

/* Reads @min to @max digits, all that there are; 0: not so many. */
static guint
read_digits (const SlSmartScan *scan, guint at, guint min, guint max, guint *value)
{
  guint n = 0;
  *value = 0;
  for (; is_digit (scan, at + n) && n <= max; n++)
    *value = *value * 10 + (at_of (scan, at + n) - '0');
  return n >= min && n <= max ? n : 0;
}

static gboolean
is_currency (gunichar c)
{
  return c == '$' || c == 0x20ac || c == 0xa3 || c == 0xa5;
}

/* Whether the number that ends before @end goes on, or counts something: 2000.5, 2000 %, 2000 €. */
static gboolean
is_amount (const SlSmartScan *scan, guint end)
{
  gunichar next = at_of (scan, end);
  if ((next == '.' || next == ',') && is_digit (scan, end + 1))
    return TRUE;
  next = at_of (scan, sl_smart_skip_space (scan, end));
  return next == '%' || is_currency (next);
}

/* A year from 1900 to 2099 at @at. */
static guint
match_year (const SlSmartScan *scan, guint at)
{
  guint year, n = read_digits (scan, at, 4, 4, &year);
  if (n == 0 || year < 1900 || year > 2099 || sl_smart_is_word (scan, at + n)
      || is_amount (scan, at + n))
    return 0;
  if (at > 0 && is_currency (at_of (scan, at - 1)))
    return 0;
  return n;
}

/* 2027-03-15 or 2027-03 */
static guint
match_iso (const SlSmartScan *scan, guint at)
{
  guint year, month, day;
  guint n = read_digits (scan, at, 4, 4, &year);
  if (n == 0 || year < 1900 || year > 2099 || at_of (scan, at + n) != '-')
    return 0;
  guint m = read_digits (scan, at + n + 1, 2, 2, &month);
  if (m == 0 || month < 1 || month > 12)
    return 0;
  n += 1 + m;
  guint d = at_of (scan, at + n) == '-' ? read_digits (scan, at + n + 1, 2, 2, &day) : 0;
  if (d > 0 && day >= 1 && day <= 31)
    n += 1 + d;
  return sl_smart_is_word (scan, at + n) ? 0 : n;
}

/* 15.3.2027, 15.03.27, 3/15/2027 */
static guint
match_numeric (const SlSmartScan *scan, guint at)
{
  guint first, second, year;
  guint n = read_digits (scan, at, 1, 2, &first);
  gunichar separator = at_of (scan, at + n);
  if (n == 0 || (separator != '.' && separator != '/'))
    return 0;
  guint m = read_digits (scan, at + n + 1, 1, 2, &second);
  if (m == 0 || at_of (scan, at + n + 1 + m) != separator)
    return 0;
  n += 1 + m + 1;
  guint y = read_digits (scan, at + n, 2, 4, &year);
  if (y == 0 || y == 3 || sl_smart_is_word (scan, at + n + y))
    return 0;
  if (MIN (first, second) < 1 || MIN (first, second) > 12 || MAX (first, second) > 31)
    return 0;
  return n + y;
}

/* Q3, H1 */
static guint
match_part_of_year (const SlSmartScan *scan, guint at)
{
  guint number;
  guint last = at_of (scan, at) == 'q' ? 4 : at_of (scan, at) == 'h' ? 2 : 0;
  if (last == 0 || read_digits (scan, at + 1, 1, 1, &number) == 0)
    return 0;
  return number >= 1 && number <= last && !sl_smart_is_word (scan, at + 2) ? 2 : 0;
}

/* 15, 15th */
static guint
match_day (const SlSmartScan *scan, guint at)
{
  static const char *const endings[] = { "st", "nd", "rd", "th" };
  guint day, n = read_digits (scan, at, 1, 2, &day);
  if (n == 0 || day < 1 || day > 31)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (at_of (scan, at + n) == (gunichar)endings[i][0]
        && at_of (scan, at + n + 1) == (gunichar)endings[i][1])
      {
        n += 2;
        break;
      }
  return sl_smart_is_word (scan, at + n) || is_amount (scan, at + n) ? 0 : n;
}

/* Whether a sentence begins at @at. */
static gboolean
begins_sentence (const SlSmartScan *scan, guint at)
{
  while (at > 0 && g_unichar_isspace (at_of (scan, at - 1)))
    at--;
  return at == 0 || strchr (".!?:;", (int)MIN (at_of (scan, at - 1), 127)) != NULL;
}

/* [15th [of]] March [15] [[,] 2027]; @after_day: the day stood before it. */
static guint
match_month (const SlSmartScan *scan, guint at, gboolean after_day)
{
  guint month;
  guint n = sl_smart_match_any (scan, at, sl_smart_months, &month);
  gboolean is_short = n == 0;
  if (is_short)
    n = sl_smart_match_any (scan, at, sl_smart_short_months, NULL);
  if (n == 0)
    return 0;
  guint end = at + n;
  if (is_short && at_of (scan, end) == '.')
    end++;
  gboolean has_day = after_day, has_year = FALSE;
  guint next = sl_smart_skip_space (scan, end);
  guint day = after_day || next == end ? 0 : match_day (scan, next);
  if (day > 0)
    {
      has_day = TRUE;
      end = next + day;
    }
  next = sl_smart_skip_space (scan, at_of (scan, end) == ',' ? end + 1 : end);
  guint year = next > end ? match_year (scan, next) : 0;
  if (year > 0)
    {
      has_year = TRUE;
      end = next + year;
    }
  if (has_year || (has_day && (after_day || is_short)))
    return end - at;
  if (is_short)
    return 0;
  if (month != MARCH && month != MAY)
    return end - at;
  /* "may 5 people", "March ahead": only a capital inside a sentence, or before a day, tells. */
  return scan->chars[at].capital && (has_day || !begins_sentence (scan, at)) ? end - at : 0;
}

static guint
match_day_month (const SlSmartScan *scan, guint at)
{
  guint day = match_day (scan, at);
  if (day == 0)
    return 0;
  guint next = sl_smart_skip_space (scan, at_of (scan, at + day) == '.' ? at + day + 1 : at + day);
  guint of = sl_smart_match (scan, next, "of");
  next = sl_smart_skip_space (scan, next + of);
  guint month = match_month (scan, next, TRUE);
  return month > 0 ? next + month - at : 0;
}

guint
sl_smart_match_date (const SlSmartScan *scan, guint at)
{
  if (!sl_smart_begins (scan, at))
    return 0;
  guint n = match_iso (scan, at);
  if (n == 0)
    n = match_numeric (scan, at);
  if (n == 0)
    n = match_day_month (scan, at);
  if (n == 0)
    n = match_month (scan, at, FALSE);
  if (n == 0)
    n = match_part_of_year (scan, at);
  return n > 0 ? n : match_year (scan, at);
}
