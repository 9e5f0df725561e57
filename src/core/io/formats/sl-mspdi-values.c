/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Elements, durations and format codes of Microsoft Project XML. */

#include "config.h"

#include "io/formats/sl-mspdi.h"

#include <math.h>
#include <string.h>

int
sl_mspdi_element (SlMspdi *self, const char *const *names)
{
  const char *name = sl_xml_name (self->xml);

  for (int i = 0; names[i] != NULL; i++)
    if (strcmp (name, names[i]) == 0)
      return i;
  return -1;
}

void
sl_mspdi_read_values (SlMspdi *self, const char *const *names, char **values)
{
  int depth = sl_xml_depth (self->xml);

  while (sl_xml_next (self->xml, depth))
    {
      int field = sl_mspdi_element (self, names);

      if (field >= 0 && values[field] == NULL)
        values[field] = sl_xml_text (self->xml);
    }
}

void
sl_mspdi_clear_values (char **values, guint n)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&values[i], g_free);
}

/* 35 to 52 are the codes 3 to 20 with a question mark: estimated. */
static int
plain_format (int format)
{
  return format >= 35 && format <= 52 ? format - 32 : format;
}

gboolean
sl_mspdi_format_is_elapsed (int format)
{
  int plain = plain_format (format);

  return plain == 20 || (plain >= 4 && plain <= 12 && plain % 2 == 0);
}

gboolean
sl_mspdi_format_is_percent (int format)
{
  int plain = plain_format (format);

  return plain == 19 || plain == 20;
}

/* Minutes of one unit; NAN if @unit cannot stand in this half of a duration. */
static double
unit_minutes (const SlMspdi *self, char unit, gboolean in_time)
{
  if (in_time)
    return unit == 'H' ? 60 : unit == 'M' ? 1 : unit == 'S' ? 1.0 / 60 : NAN;
  switch (unit)
    {
    case 'Y':
      return 12 * self->days_per_month * self->minutes_per_day;
    case 'M':
      return self->days_per_month * self->minutes_per_day;
    case 'W':
      return self->minutes_per_week;
    case 'D':
      return self->minutes_per_day;
    default:
      return NAN;
    }
}

gboolean
sl_mspdi_read_duration (const SlMspdi *self, const char *text, double *minutes,
                        gboolean *calendar_units)
{
  g_autofree char *copy = g_strstrip (g_strdup (text));
  const char *p = copy;
  gboolean negative = *p == '-';
  gboolean in_time = FALSE;
  guint n_parts = 0;
  double total = 0;

  *calendar_units = FALSE;
  p += negative || *p == '+';
  if (*p++ != 'P')
    return FALSE;
  while (*p != '\0')
    {
      char *end = NULL;
      double number, unit;

      if (*p == 'T' && !in_time)
        {
          in_time = TRUE;
          p++;
          continue;
        }
      if (!g_ascii_isdigit (*p))
        return FALSE;
      number = g_ascii_strtod (p, &end);
      unit = unit_minutes (self, *end, in_time);
      if (!isfinite (number) || isnan (unit))
        return FALSE;
      total += number * unit;
      *calendar_units = *calendar_units || (!in_time && number > 0);
      n_parts++;
      p = end + 1;
    }
  *minutes = negative ? -total : total;
  return n_parts > 0;
}
