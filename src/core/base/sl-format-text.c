/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writes numbers for people (days: sl-date-text.h). One place, so that inspector, tables, charts
 * and paper write the same number the same way, and so that what is written can be typed again. */

#include "config.h"

#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <limits.h>
#include <locale.h>
#include <math.h>
#include <string.h>

/* U+202F: thousands are never torn apart at a line end. */
#define NARROW_NO_BREAK_SPACE "\xE2\x80\xAF"
#define MAX_DECIMALS 9

/* Puts the locale's separator between the groups of @digits ("1234567"). */
static void
append_grouped (GString *out, const char *digits)
{
  const struct lconv *locale = localeconv ();
  const char *separator
      = *locale->thousands_sep != '\0' ? locale->thousands_sep : NARROW_NO_BREAK_SPACE;
  const char *sizes = *locale->grouping > 0 ? locale->grouping : "\3";
  gsize n = strlen (digits);
  if (n <= (gsize)*sizes)
    {
      g_string_append (out, digits);
      return;
    }
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  for (int size = *sizes; n > 0;)
    {
      gsize length = size > 0 && size < CHAR_MAX ? MIN (n, (gsize)size) : n;
      g_ptr_array_add (groups, g_strndup (digits + n - length, length));
      n -= length;
      if (sizes[1] != '\0')
        size = *++sizes;
    }
  for (guint i = groups->len; i > 0; i--)
    g_string_append_printf (out, "%s%s", (const char *)groups->pdata[i - 1],
                            i > 1 ? separator : "");
}

/* @text: "-1234.50" in the C locale. */
static char *
localise (const char *text)
{
  GString *out = g_string_new (*text == '-' ? "-" : "");
  text += *text == '-' ? 1 : 0;
  const char *point = strchr (text, '.');
  g_autofree char *whole
      = point != NULL ? g_strndup (text, (gsize)(point - text)) : g_strdup (text);
  append_grouped (out, whole);
  if (point != NULL)
    g_string_append_printf (out, "%s%s", localeconv ()->decimal_point, point + 1);
  return g_string_free (out, FALSE);
}

char *
sl_format_number (double value, guint max_decimals)
{
  /* G_ASCII_DTOSTR_BUF_SIZE is too short for 1e300 in full. */
  char buffer[512];
  char format[8];
  g_snprintf (format, sizeof format, "%%.%uf", MIN (max_decimals, MAX_DECIMALS));
  g_ascii_formatd (buffer, sizeof buffer, format, value);
  if (strchr (buffer, '.') != NULL)
    {
      gsize n = strlen (buffer);
      while (buffer[n - 1] == '0')
        n--;
      buffer[buffer[n - 1] == '.' ? n - 1 : n] = '\0';
    }
  return localise (strcmp (buffer, "-0") == 0 ? "0" : buffer);
}

char *
sl_format_signed (double value, guint max_decimals, gboolean plus)
{
  g_autofree char *plain = sl_format_number (fabs (value), max_decimals);
  gboolean zero = strspn (plain, "0.,") == strlen (plain);

  return g_strconcat (zero ? "" : value < 0.0 ? "−" : plus ? "+" : "", plain, NULL);
}

char *
sl_format_money (gint64 minor, const char *currency)
{
  guint64 amount = minor < 0 ? (guint64)0 - (guint64)minor : (guint64)minor;
  g_autofree char *plain
      = amount % 100 == 0
            ? g_strdup_printf ("%s%" G_GUINT64_FORMAT, minor < 0 ? "-" : "", amount / 100)
            : g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", minor < 0 ? "-" : "", amount / 100,
                               (guint)(amount % 100));
  g_autofree char *number = localise (plain);
  if (currency == NULL || *currency == '\0')
    return g_steal_pointer (&number);
  /* Translators: amount and currency code; the space is a no-break space. */
  return g_strdup_printf (C_ ("money", "%s\u00A0%s"), number, currency);
}

char *
sl_format_effort (double days, double hours_per_day)
{
  g_return_val_if_fail (hours_per_day > 0, NULL);

  double hours = days * hours_per_day;
  double whole_days = floor (days + 1e-9);
  double rest = round (hours - whole_days * hours_per_day);
  if (fabs (hours - whole_days * hours_per_day - rest) > 1e-6 || rest >= hours_per_day)
    {
      g_autofree char *number = sl_format_number (days, 2);
      /* Translators: person-days; the space is a no-break space. */
      return g_strdup_printf (C_ ("effort", "%s\u00A0d"), number);
    }
  g_autofree char *day_number = sl_format_number (whole_days, 0);
  g_autofree char *hour_number = sl_format_number (rest, 0);
  if (rest == 0)
    return g_strdup_printf (C_ ("effort", "%s\u00A0d"), day_number);
  if (whole_days == 0)
    /* Translators: hours; the space is a no-break space. */
    return g_strdup_printf (C_ ("effort", "%s\u00A0h"), hour_number);
  /* Translators: days and hours; the spaces are no-break spaces. */
  return g_strdup_printf (C_ ("effort", "%s\u00A0d %s\u00A0h"), day_number, hour_number);
}

char *
sl_format_percent (double ratio, guint max_decimals)
{
  double step = pow (10.0, -(double)MIN (max_decimals, MAX_DECIMALS));
  /* The same share is the same text, however it was summed up: 7.5 is 8 in any case. */
  double percent = round (ratio * 100.0 / step + copysign (1e-9, ratio)) * step;
  if (percent >= 100.0 && ratio < 1.0 - 1e-9)
    percent = 100.0 - step;
  else if (percent == 0.0 && ratio > 1e-9)
    percent = step;
  g_autofree char *number = sl_format_number (percent, max_decimals);
  /* Translators: a percentage; the space is a no-break space. */
  return g_strdup_printf (C_ ("percent", "%s\u00A0%%"), number);
}
