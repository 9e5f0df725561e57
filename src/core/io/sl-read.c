/* SPDX-License-Identifier: GPL-3.0-or-later */

/* See the header. g_ascii_* throughout: the locale of the reader has nothing to say about a file.
 */

#include "config.h"

#include "io/sl-read.h"

#include <errno.h>
#include <math.h>
#include <string.h>

#include "base/sl-date.h"

static const char *
skip_space (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;
  return text;
}

gboolean
sl_read_int (const char *text, gint64 *value)
{
  char *end = NULL;
  gint64 number;

  if (text == NULL)
    return FALSE;
  errno = 0;
  number = g_ascii_strtoll (text, &end, 10);
  if (end == text || errno != 0 || *skip_space (end) != '\0')
    return FALSE;
  *value = number;
  return TRUE;
}

gboolean
sl_read_real (const char *text, double *value)
{
  char *end = NULL;
  double number;

  if (text == NULL)
    return FALSE;
  number = g_ascii_strtod (text, &end);
  if (end == text || !isfinite (number) || *skip_space (end) != '\0')
    return FALSE;
  *value = number;
  return TRUE;
}

gboolean
sl_read_bool (const char *text)
{
  g_autofree char *word = NULL;

  if (text == NULL)
    return FALSE;
  word = g_strstrip (g_strdup (text));
  return strcmp (word, "1") == 0 || g_ascii_strcasecmp (word, "true") == 0
         || g_ascii_strcasecmp (word, "yes") == 0;
}

gboolean
sl_read_is_none (const char *text)
{
  g_autofree char *word = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return word == NULL || *word == '\0' || g_ascii_strcasecmp (word, "NA") == 0;
}

/* Exactly @count digits; moves behind them. */
static gboolean
read_digits (const char **text, int count, int *value)
{
  const char *p = *text;

  *value = 0;
  for (int i = 0; i < count; i++, p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      *value = *value * 10 + (*p - '0');
    }
  *text = p;
  return TRUE;
}

static void
skip_char (const char **text, char c)
{
  if (**text == c)
    (*text)++;
}

static int
read_clock (const char *text)
{
  int hour, minute;

  if (*text != 'T' && *text != ' ')
    return -1;
  text = skip_space (text + 1);
  if (!read_digits (&text, 2, &hour))
    return -1;
  skip_char (&text, ':');
  if (!read_digits (&text, 2, &minute) || hour > 23 || minute > 59)
    return -1;
  return hour * 60 + minute;
}

gboolean
sl_read_stamp (const char *text, gint64 *day, int *minute)
{
  int year, month, day_of_month;
  gint64 number;

  *day = SL_INT_NULL;
  *minute = -1;
  if (text == NULL)
    return FALSE;
  text = skip_space (text);
  if (!read_digits (&text, 4, &year))
    return FALSE;
  skip_char (&text, '-');
  if (!read_digits (&text, 2, &month))
    return FALSE;
  skip_char (&text, '-');
  if (!read_digits (&text, 2, &day_of_month) || g_ascii_isdigit (*text)
      || !sl_day_valid_ymd (year, month, day_of_month))
    return FALSE;
  number = sl_day_from_ymd (year, month, day_of_month);
  if (number < SL_DAY_MIN || number > SL_DAY_MAX)
    return FALSE;
  *day = number;
  *minute = read_clock (text);
  return TRUE;
}

gboolean
sl_read_finish (const char *text, gint64 start_day, int start_minute, gint64 *day, int *minute)
{
  if (!sl_read_stamp (text, day, minute))
    return FALSE;
  if (*minute == 0 && !(*day == start_day && start_minute == 0) && *day > SL_DAY_MIN)
    {
      *day -= 1;
      *minute = 1440;
    }
  return TRUE;
}
