/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a field row says about values: check, read, write, clean. Everything here is driven by the
 * row alone; no kind has a rule of its own. */

#include "config.h"

#include "model/sl-field.h"

#include "base/sl-date.h"
#include "base/sl-error.h"
#include "base/sl-id.h"
#include "base/sl-rank.h"
#include "base/sl-text.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Characters of a value that a message quotes. */
#define QUOTE_CHARS 60

SlValueType
sl_field_value_type (const SlField *field)
{
  switch (field->type)
    {
    case SL_TEXT:
    case SL_PROSE:
    case SL_RANK:
      return SL_VALUE_TEXT;
    case SL_REAL:
      return SL_VALUE_REAL;
    default:
      return SL_VALUE_INT;
    }
}

SlValue
sl_field_default (const SlField *field)
{
  SlValue value = SL_VALUE_INIT;

  if (field->def != NULL && !sl_field_parse (field, field->def, &value, NULL))
    g_assert_not_reached ();
  return value;
}

const SlEnumValue *
sl_field_enum_by_code (const SlField *field, gint64 code)
{
  for (const SlEnumValue *v = field->values; v != NULL && v->name != NULL; v++)
    if (v->code == code)
      return v;
  return NULL;
}

const SlEnumValue *
sl_field_enum_by_name (const SlField *field, const char *name)
{
  for (const SlEnumValue *v = field->values; v != NULL && v->name != NULL; v++)
    if (strcmp (v->name, name) == 0)
      return v;
  return NULL;
}

static guint
text_limit (const SlField *field)
{
  return field->type == SL_PROSE ? SL_PROSE_MAX_CHARS : SL_TITLE_MAX_CHARS;
}

char *
sl_field_clean_text (const SlField *field, const char *text)
{
  return sl_text_clean (text, field->type == SL_PROSE, text_limit (field));
}

/* --- Checking --- */

static gboolean
check_text (const SlField *field, const char *text, GError **error)
{
  g_autofree char *quote = NULL;

  if (*text == '\0' && (field->flags & SL_KEY))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” must not be empty."),
                   _ (field->nick));
      return FALSE;
    }
  if (field->type == SL_RANK && *text != '\0' && !sl_rank_valid (text))
    {
      quote = sl_text_shorten (text, QUOTE_CHARS);
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” is not an order key (“%s”)."), quote,
                   _ (field->nick));
      return FALSE;
    }
  if (sl_text_is_clean (text, field->type == SL_PROSE, text_limit (field)))
    return TRUE;
  quote = sl_text_shorten (text, QUOTE_CHARS);
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
               _ ("“%s” has more than %u characters or characters that cannot be stored: “%s”."),
               _ (field->nick), text_limit (field), quote);
  return FALSE;
}

static gboolean
check_number (const SlField *field, double number, double min, double max, GError **error)
{
  g_autofree char *text = NULL;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  /* People read and type ratios as percent. */
  double scale = g_strcmp0 (field->unit, "ratio") == 0 ? 100 : 1;
  const char *percent = scale > 1 ? " %" : "";

  if (number >= min && number <= max)
    return TRUE;
  text = sl_real_to_string (number * scale);
  low = sl_real_to_string (min * scale);
  high = sl_real_to_string (max * scale);
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” must be from %s%s to %s%s, not %s%s."),
               _ (field->nick), low, percent, high, percent, text, percent);
  return FALSE;
}

static gboolean
check_day (const SlField *field, gint64 day, GError **error)
{
  g_autofree char *text = NULL;

  if (day >= SL_DAY_MIN && day <= SL_DAY_MAX)
    return TRUE;
  /* Far outside, the conversion to a civil day itself would overflow. */
  if (day > -4000000 && day < 40000000)
    text = sl_day_to_iso (day);
  else
    text = g_strdup_printf ("%" G_GINT64_FORMAT, day);
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
               _ ("“%s” must be a day from 1900-01-01 to 2199-12-31, not %s."), _ (field->nick),
               text);
  return FALSE;
}

static gboolean
check_int (const SlField *field, gint64 i, GError **error)
{
  switch (field->type)
    {
    case SL_BOOL:
      return check_number (field, (double)i, 0, 1, error);
    case SL_DATE:
      return check_day (field, i, error);
    case SL_MONEY:
      return check_number (field, (double)i, -(double)SL_MONEY_MAX, (double)SL_MONEY_MAX, error);
    case SL_COLOR:
      return check_number (field, (double)i, 0, 0xffffff, error);
    case SL_ENUM:
      if (sl_field_enum_by_code (field, i) != NULL)
        return TRUE;
      break;
    case SL_REF:
      if (i >= G_GINT64_CONSTANT (1) << 32)
        return TRUE;
      break;
    default:
      if (field->min != field->max)
        return check_number (field, (double)i, field->min, field->max, error);
      return check_number (field, (double)i, -(double)SL_INT_MAX, (double)SL_INT_MAX, error);
    }
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” cannot be %lld."), _ (field->nick),
               (long long)i);
  return FALSE;
}

gboolean
sl_field_check (const SlField *field, const SlValue *value, GError **error)
{
  if (value->type == SL_VALUE_NULL)
    {
      if (!(field->flags & SL_REQUIRED))
        return TRUE;
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” needs a value."), _ (field->nick));
      return FALSE;
    }
  if (value->type != sl_field_value_type (field))
    {
      g_autofree char *text = sl_value_to_string (value);
      g_autofree char *quote = sl_text_shorten (text, QUOTE_CHARS);

      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” does not take the value “%s”."),
                   _ (field->nick), quote);
      return FALSE;
    }
  if (value->type == SL_VALUE_TEXT)
    return check_text (field, value->s, error);
  if (value->type == SL_VALUE_INT)
    return check_int (field, value->i, error);
  if (!isfinite (value->r))
    {
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” must be a finite number."),
                   _ (field->nick));
      return FALSE;
    }
  return field->min == field->max || check_number (field, value->r, field->min, field->max, error);
}

/* --- Reading --- */

static gboolean
parse_color (const char *text, gint64 *color)
{
  gint64 c = 0;

  if (text[0] != '#' || strlen (text) != 7)
    return FALSE;
  for (guint i = 1; i < 7; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      c = c * 16 + g_ascii_xdigit_value (text[i]);
    }
  *color = c;
  return TRUE;
}

static gboolean
parse_bool (const char *text, gint64 *i)
{
  if (strcmp (text, "1") == 0 || strcmp (text, "true") == 0)
    *i = 1;
  else if (strcmp (text, "0") == 0 || strcmp (text, "false") == 0)
    *i = 0;
  else
    return FALSE;
  return TRUE;
}

static gboolean
parse_enum (const SlField *field, const char *text, gint64 *i)
{
  const SlEnumValue *v = sl_field_enum_by_name (field, text);

  if (v != NULL)
    *i = v->code;
  return v != NULL;
}

static gboolean
parse_int (const SlField *field, const char *text, gint64 *i)
{
  switch (field->type)
    {
    case SL_BOOL:
      return parse_bool (text, i);
    case SL_DATE:
      return sl_day_from_iso (text, i);
    case SL_ENUM:
      return parse_enum (field, text, i);
    case SL_REF:
      return sl_id_from_string (text, i);
    case SL_COLOR:
      return parse_color (text, i);
    default:
      return g_ascii_string_to_signed (text, 10, G_MININT64 + 1, G_MAXINT64, i, NULL);
    }
}

static gboolean
parse_real (const char *text, double *r)
{
  char *end;

  /* strtod would also take leading blanks, hexadecimal numbers, "inf" and "nan". */
  if (text[strspn (text, "0123456789+-.eE")] != '\0')
    return FALSE;
  errno = 0;
  *r = g_ascii_strtod (text, &end);
  return *end == '\0' && end != text && isfinite (*r);
}

static char *
list_names (const SlField *field)
{
  GString *names = g_string_new (NULL);

  for (const SlEnumValue *v = field->values; v != NULL && v->name != NULL; v++)
    g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", v->name);
  return g_string_free (names, FALSE);
}

/* What canonical text looks like, for the message about text that does not. (transfer full) */
static char *
expected_form (const SlField *field)
{
  switch (field->type)
    {
    case SL_BOOL:
      return g_strdup (_ ("0 or 1"));
    case SL_DATE:
      return g_strdup (_ ("a date such as 2026-03-15"));
    case SL_REF:
      return g_strdup (_ ("the id of a record"));
    case SL_COLOR:
      return g_strdup (_ ("a color such as #3584e4"));
    case SL_ENUM:
      return list_names (field);
    case SL_REAL:
      return g_strdup (_ ("a number"));
    default:
      return g_strdup (_ ("a whole number"));
    }
}

gboolean
sl_field_parse (const SlField *field, const char *text, SlValue *value, GError **error)
{
  SlValueType type = sl_field_value_type (field);
  g_auto (SlValue) parsed = SL_VALUE_INIT;
  gboolean ok = TRUE;
  gint64 i = 0;
  double r = 0;

  if (*text == '\0' && !(type == SL_VALUE_TEXT && (field->flags & SL_REQUIRED)))
    parsed = (SlValue)SL_VALUE_INIT;
  else if (type == SL_VALUE_TEXT)
    parsed = sl_value_text (text);
  else if (type == SL_VALUE_INT && (ok = parse_int (field, text, &i)))
    parsed = sl_value_int (i);
  else if (type == SL_VALUE_REAL && (ok = parse_real (text, &r)))
    parsed = sl_value_real (r);

  if (!ok)
    {
      g_autofree char *quote = sl_text_shorten (text, QUOTE_CHARS);
      g_autofree char *form = expected_form (field);

      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” takes %s, not “%s”."),
                   _ (field->nick), form, quote);
      return FALSE;
    }
  if (!sl_field_check (field, &parsed, error))
    return FALSE;
  *value = parsed;
  parsed = (SlValue)SL_VALUE_INIT;
  return TRUE;
}

/* --- Writing --- */

char *
sl_field_format (const SlField *field, const SlValue *value)
{
  const SlEnumValue *v;

  if (value->type == SL_VALUE_INT)
    switch (field->type)
      {
      case SL_DATE:
        return sl_day_to_iso (value->i);
      case SL_REF:
        return sl_id_to_string (value->i);
      case SL_COLOR:
        return g_strdup_printf ("#%06x", (guint)value->i);
      case SL_ENUM:
        v = sl_field_enum_by_code (field, value->i);
        if (v != NULL)
          return g_strdup (v->name);
        break;
      default:
        break;
      }
  return sl_value_to_string (value);
}

gboolean
sl_field_is_fixed (const SlField *field)
{
  return (field->flags & SL_KEY) != 0 && (field->flags & SL_REMADE) == 0;
}
