/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Typed values. Texts are GRefStrings, so that a copy of a value, a row or a table costs a count
 * and no allocation. */

#include "config.h"

#include "base/sl-value.h"

#include <math.h>
#include <string.h>

SlValue
sl_value_int (gint64 i)
{
  return (SlValue){ .type = SL_VALUE_INT, .i = i };
}

SlValue
sl_value_real (double r)
{
  /* Adding zero turns -0.0 into 0.0, so that equal numbers have equal texts. */
  return (SlValue){ .type = SL_VALUE_REAL, .r = r + 0.0 };
}

SlValue
sl_value_text (const char *text)
{
  if (text == NULL)
    return (SlValue)SL_VALUE_INIT;
  return (SlValue){ .type = SL_VALUE_TEXT, .s = g_ref_string_new (text) };
}

SlValue
sl_value_copy (const SlValue *value)
{
  SlValue copy = *value;

  if (copy.type == SL_VALUE_TEXT)
    copy.s = g_ref_string_acquire (copy.s);
  return copy;
}

void
sl_value_clear (SlValue *value)
{
  if (value->type == SL_VALUE_TEXT)
    g_ref_string_release (value->s);
  *value = (SlValue)SL_VALUE_INIT;
}

gboolean
sl_value_equal (const SlValue *a, const SlValue *b)
{
  if (a->type != b->type)
    return FALSE;
  switch (a->type)
    {
    case SL_VALUE_INT:
      return a->i == b->i;
    case SL_VALUE_REAL:
      return a->r == b->r || (isnan (a->r) && isnan (b->r));
    case SL_VALUE_TEXT:
      return a->s == b->s || strcmp (a->s, b->s) == 0;
    case SL_VALUE_NULL:
    default:
      return TRUE;
    }
}

char *
sl_value_to_string (const SlValue *value)
{
  switch (value->type)
    {
    case SL_VALUE_INT:
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->i);
    case SL_VALUE_REAL:
      return sl_real_to_string (value->r);
    case SL_VALUE_TEXT:
      return g_strdup (value->s);
    case SL_VALUE_NULL:
    default:
      return g_strdup ("");
    }
}

char *
sl_real_to_string (double r)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (int digits = 15; digits <= 17; digits++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%dg", digits);
      g_ascii_formatd (buffer, sizeof buffer, format, r);
      if (g_ascii_strtod (buffer, NULL) == r)
        break;
    }
  return g_strdup (buffer);
}
