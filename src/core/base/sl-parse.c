/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the numbers that people type: money, effort, percent and plain numbers, with the
 * separators of all countries. Dates are read by sl-parse-day.c. Nothing here depends on the
 * language of the interface, except unit letters that its translators added. */

#include "config.h"

#include "base/sl-parse.h"

#include "base/sl-error.h"
#include "base/sl-parse-private.h"
#include "base/sl-text.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

/* More digits than this are no amount that anybody means. */
#define MAX_DIGITS 17
#define MAX_MONEY G_GINT64_CONSTANT (100000000000000000)
#define MAX_EFFORT_DAYS 1e6
#define DAYS_PER_WEEK 5.0

/* What one separator with three digits behind it means: 1.200 and 1,200. */
typedef enum
{
  THREE_ARE_GROUP,    /* money has no thousandths */
  THREE_ARE_DECIMALS, /* 1.250k */
  THREE_BY_LOCALE,
} ThreeDigits;

/* mantissa / 10^scale */
typedef struct
{
  gboolean negative;
  gint64 mantissa;
  guint scale;
} Decimal;

char *
sl_parse_normalise (const char *text)
{
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);
  if (composed == NULL)
    return g_strdup ("");
  g_autofree char *folded = g_utf8_casefold (composed, -1);
  GString *plain = g_string_new (NULL);
  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_isdigit (c))
        g_string_append_c (plain, (char)('0' + g_unichar_digit_value (c)));
      else if (g_unichar_isspace (c))
        g_string_append_c (plain, ' ');
      else if (c == 0x2212 || (c >= 0x2010 && c <= 0x2014))
        g_string_append_c (plain, '-');
      else if (c == 0x2018 || c == 0x2019 || c == 0x02BC || c == 0x066C)
        g_string_append_c (plain, '\'');
      else if (c == 0x066B)
        g_string_append_c (plain, '.');
      else if (c == 0x066A)
        g_string_append_c (plain, '%');
      else if (g_unichar_type (c) != G_UNICODE_FORMAT)
        g_string_append_unichar (plain, c);
    }
  g_strstrip (plain->str);
  return g_string_free (plain, FALSE);
}

static gboolean
is_separator (char c)
{
  return c != '\0' && strchr (".,' _", c) != NULL;
}

gsize
sl_parse_number_length (const char *text)
{
  gsize length = 0;
  if ((text[0] == '.' || text[0] == ',') && g_ascii_isdigit (text[1]))
    length = 1;
  while (g_ascii_isdigit (text[length])
         || (length > 0 && is_separator (text[length]) && g_ascii_isdigit (text[length + 1])))
    length++;
  return length;
}

/* The decimal separator of the number at @text, or 0 if it has none. */
static char
find_decimal_separator (const char *text, gsize length, ThreeDigits three)
{
  const char *last = NULL;
  guint n_same = 0;
  gboolean other_kind = FALSE;
  for (const char *p = text; p < text + length; p++)
    if (is_separator (*p))
      {
        n_same = (last != NULL && *last == *p) ? n_same + 1 : 1;
        other_kind |= last != NULL && *last != *p;
        last = p;
      }
  if (last == NULL || (*last != '.' && *last != ',') || n_same > 1)
    return 0;

  gsize n_behind = (gsize)(text + length - last - 1);
  gsize n_before = (gsize)(last - text);
  gboolean ambiguous
      = n_behind == 3 && !other_kind && n_before >= 1 && n_before <= 3 && text[0] != '0';
  if (!ambiguous || three == THREE_ARE_DECIMALS)
    return *last;
  if (three == THREE_ARE_GROUP)
    return 0;
  const struct lconv *locale = localeconv ();
  if (*locale->decimal_point == *last)
    return *last;
  return (*locale->thousands_sep == *last || *last == ',') ? 0 : *last;
}

/* Groups before the decimals: one to three digits, then two (India) or three, at last three. */
static gboolean
groups_fit (const char *text, gsize length)
{
  gsize group = 0;
  gboolean first = TRUE;
  char separator = 0;
  for (gsize i = 0; i < length; i++)
    {
      if (!is_separator (text[i]))
        {
          group++;
          continue;
        }
      if (separator != 0 && text[i] != separator)
        return FALSE;
      if (group > 3 || group < (first ? 1 : 2))
        return FALSE;
      separator = text[i];
      first = FALSE;
      group = 0;
    }
  return first || group == 3;
}

/* Reads the number that fills @text. */
static gboolean
parse_decimal (const char *text, gsize length, ThreeDigits three, Decimal *out)
{
  if (length == 0 || sl_parse_number_length (text) < length)
    return FALSE;
  char decimal = find_decimal_separator (text, length, three);
  gsize n_whole = length;
  if (decimal != 0)
    n_whole = (gsize)(g_strrstr_len (text, (gssize)length, (char[]){ decimal, '\0' }) - text);
  if (!groups_fit (text, n_whole))
    return FALSE;
  guint n_digits = 0;
  Decimal number = { FALSE, 0, 0 };
  for (gsize i = 0; i < length; i++)
    {
      if (!g_ascii_isdigit (text[i]))
        continue;
      if (n_digits > 0 || text[i] != '0')
        n_digits++;
      if (n_digits > MAX_DIGITS)
        {
          if (i < n_whole)
            return FALSE;
          break;
        }
      number.mantissa = number.mantissa * 10 + (text[i] - '0');
      if (i > n_whole)
        number.scale++;
    }
  *out = number;
  return TRUE;
}

/* Steps over one sign at @text. */
static const char *
skip_sign (const char *text, gboolean *negative)
{
  *negative = *text == '-';
  if (*text == '-' || *text == '+')
    text++;
  while (*text == ' ')
    text++;
  return text;
}

static double
decimal_to_double (const Decimal *number)
{
  double value = (double)number->mantissa / pow (10.0, number->scale);
  return number->negative ? -value : value;
}

/* @number * 10^@exponent as a whole number, half away from zero. */
static gboolean
decimal_to_int (const Decimal *number, int exponent, gint64 limit, gint64 *out)
{
  gint64 value = number->mantissa;
  int shift = exponent - (int)number->scale;
  for (; shift > 0; shift--)
    {
      if (value > limit / 10)
        return FALSE;
      value *= 10;
    }
  gint64 divisor = 1;
  for (; shift < 0; shift++)
    {
      /* Beyond this nothing is left of a number of MAX_DIGITS digits. */
      if (divisor > G_MAXINT64 / 100)
        {
          value = 0;
          break;
        }
      divisor *= 10;
    }
  value = (value + divisor / 2) / divisor;
  if (value > limit)
    return FALSE;
  *out = number->negative ? -value : value;
  return TRUE;
}

/* Multiplier words behind an amount, in use in Europe and America. */
static const struct
{
  const char *word;
  int exponent;
} multipliers[] = {
  { "k", 3 },   { "tsd", 3 }, { "thousand", 3 }, { "m", 6 },  { "mn", 6 },
  { "mio", 6 }, { "mln", 6 }, { "million", 6 },  { "bn", 9 }, { "b", 9 },
  { "mrd", 9 }, { "mld", 9 }, { "billion", 9 },
};

/* Power of ten of the multiplier word at the start of @text, 0 if there is none. */
static int
match_multiplier (const char *text, gsize *length)
{
  gsize n = 0;
  while (g_ascii_isalpha (text[n]))
    n++;
  for (guint i = 0; i < G_N_ELEMENTS (multipliers); i++)
    if (strlen (multipliers[i].word) == n && strncmp (text, multipliers[i].word, n) == 0)
      {
        *length = n + (text[n] == '.' ? 1 : 0);
        return multipliers[i].exponent;
      }
  *length = 0;
  return 0;
}

/* Whether @text holds nothing but currency signs, or the one letter code of a currency. */
static gboolean
is_currency (const char *text)
{
  guint n_letters = 0, n_signs = 0;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      if (g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL)
        n_signs++;
      else if (g_unichar_isalpha (c))
        n_letters++;
      else if (c != ' ' && c != '.')
        return FALSE;
    }
  if (n_signs > 0)
    return n_signs == 1 && n_letters <= 2; /* "US$" */
  static const char *const short_names[] = { "kr", "zł", "kč", "ft", "fr", "rs", "lv", NULL };
  g_autofree char *name = g_strdup (text);
  if (g_str_has_suffix (name, "."))
    name[strlen (name) - 1] = '\0';
  return n_letters == 0 || n_letters == 3 || g_strv_contains (short_names, name);
}

/* Takes the sign that stands before or behind the currency in @prefix, or the brackets in which
 * accountants write losses, out of both texts. */
static gboolean
take_sign (char *prefix, char *suffix)
{
  gsize n = strlen (prefix);
  if (n == 0)
    return FALSE;
  if (prefix[0] == '(' && g_str_has_suffix (suffix, ")"))
    {
      suffix[strlen (suffix) - 1] = '\0';
      memmove (prefix, prefix + 1, n);
      return TRUE;
    }
  char sign = prefix[0];
  if (sign == '-' || sign == '+')
    memmove (prefix, prefix + 1, n);
  else
    {
      sign = prefix[n - 1];
      if (sign == '-' || sign == '+')
        prefix[n - 1] = '\0';
    }
  return sign == '-';
}

/* Splits "-€ 1.5 m" into amount and power of ten. */
static gboolean
parse_amount (const char *text, Decimal *amount, int *exponent)
{
  g_autofree char *plain = sl_parse_normalise (text);
  const char *number = strpbrk (plain, "0123456789");
  if (number == NULL)
    return FALSE;
  if (number > plain && (number[-1] == '.' || number[-1] == ','))
    number--;

  gsize length = sl_parse_number_length (number);
  const char *behind = number + length + strspn (number + length, " ");
  gsize n_word;
  *exponent = match_multiplier (behind, &n_word);
  g_autofree char *prefix = g_strndup (plain, (gsize)(number - plain));
  g_autofree char *suffix = g_strdup (behind + n_word);
  g_strstrip (prefix);
  g_strstrip (suffix);
  g_autofree char *digits = g_strndup (number, length);
  if (!parse_decimal (digits, length, *exponent > 0 ? THREE_ARE_DECIMALS : THREE_ARE_GROUP, amount))
    return FALSE;
  amount->negative = take_sign (prefix, suffix);
  return (*prefix == '\0' || *suffix == '\0') && is_currency (prefix) && is_currency (suffix);
}

gboolean
sl_parse_money (const char *text, gint64 *minor, GError **error)
{
  Decimal amount;
  int exponent;
  if (!parse_amount (text, &amount, &exponent))
    {
      g_autofree char *quoted = sl_text_shorten (text, SL_PARSE_QUOTED_CHARS);
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("“%s” is not an amount of money; try “1200”, “12k” or “1.5m”."), quoted);
      return FALSE;
    }
  gint64 value;
  if (!decimal_to_int (&amount, exponent + 2, MAX_MONEY, &value))
    {
      g_autofree char *quoted = sl_text_shorten (text, SL_PARSE_QUOTED_CHARS);
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("The amount “%s” is too large."), quoted);
      return FALSE;
    }
  *minor = value;
  return TRUE;
}

/* Units of effort by their English names; translators give one more letter each. */
static const struct
{
  const char *words; /* separated by blanks */
  const char *local; /* NC_("effort unit") */
  enum
  {
    UNIT_MINUTE,
    UNIT_HOUR,
    UNIT_DAY,
    UNIT_WEEK,
  } unit;
} effort_units[] = {
  { "min mins minute minutes", NC_ ("effort unit", "min"), UNIT_MINUTE },
  { "h hr hrs hour hours", NC_ ("effort unit", "h"), UNIT_HOUR },
  { "d pd day days", NC_ ("effort unit", "d"), UNIT_DAY },
  { "w wk wks week weeks", NC_ ("effort unit", "w"), UNIT_WEEK },
};

/* Person-days of one unit of the name @word; 0 if nobody calls a unit that. */
static double
effort_unit_days (const char *word, double hours_per_day)
{
  if (*word == '\0')
    return 1.0;
  for (guint i = 0; i < G_N_ELEMENTS (effort_units); i++)
    {
      g_autofree char *local = sl_parse_normalise (
          g_dpgettext2 (GETTEXT_PACKAGE, "effort unit", effort_units[i].local));
      g_auto (GStrv) words = g_strsplit (effort_units[i].words, " ", -1);
      if (strcmp (word, local) != 0 && !g_strv_contains ((const char *const *)words, word))
        continue;
      switch (effort_units[i].unit)
        {
        case UNIT_MINUTE:
          return 1.0 / 60.0 / hours_per_day;
        case UNIT_HOUR:
          return 1.0 / hours_per_day;
        case UNIT_DAY:
          return 1.0;
        case UNIT_WEEK:
          return DAYS_PER_WEEK;
        }
    }
  return 0.0;
}

/* Sums the parts of "3d 4h". */
static gboolean
sum_effort (const char *plain, double hours_per_day, double *days)
{
  guint n_parts = 0, n_bare = 0;
  *days = 0.0;
  for (const char *p = plain; *p != '\0';)
    {
      Decimal number;
      gsize length = sl_parse_number_length (p);
      g_autofree char *digits = g_strndup (p, length);
      if (!parse_decimal (digits, length, THREE_BY_LOCALE, &number))
        return FALSE;
      p += length + strspn (p + length, " ");
      const char *word = p;
      while (*p != '\0' && g_unichar_isalpha (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      g_autofree char *unit = g_strndup (word, (gsize)(p - word));
      double size = effort_unit_days (unit, hours_per_day);
      if (size == 0.0)
        return FALSE;
      *days += decimal_to_double (&number) * size;
      n_parts++;
      n_bare += *unit == '\0' ? 1 : 0;
      p += strspn (p, " .,");
    }
  /* "3d 4": four what? */
  return n_parts > 0 && (n_bare == 0 || n_parts == 1);
}

gboolean
sl_parse_effort (const char *text, double hours_per_day, double *days, GError **error)
{
  g_return_val_if_fail (hours_per_day > 0, FALSE);

  g_autofree char *plain = sl_parse_normalise (text);
  double total;
  if (!sum_effort (plain, hours_per_day, &total))
    {
      g_autofree char *quoted = sl_text_shorten (text, SL_PARSE_QUOTED_CHARS);
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("“%s” is not an effort; try “3d”, “4h” or “2w”."), quoted);
      return FALSE;
    }
  if (total > MAX_EFFORT_DAYS)
    {
      g_autofree char *quoted = sl_text_shorten (text, SL_PARSE_QUOTED_CHARS);
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
                   _ ("The effort “%s” is more than a million days."), quoted);
      return FALSE;
    }
  *days = total;
  return TRUE;
}

gboolean
sl_parse_percent (const char *text, double *ratio, GError **error)
{
  g_autofree char *plain = sl_parse_normalise (text);
  gsize n = strlen (plain);
  if (n > 0 && plain[n - 1] == '%')
    plain[n - 1] = '\0';
  g_strchomp (plain);
  gboolean negative;
  const char *number = skip_sign (plain, &negative);
  Decimal percent;
  if (!parse_decimal (number, strlen (number), THREE_BY_LOCALE, &percent))
    {
      g_autofree char *quoted = sl_text_shorten (text, SL_PARSE_QUOTED_CHARS);
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” is not a percentage; try “40 %%”."),
                   quoted);
      return FALSE;
    }
  percent.negative = negative;
  *ratio = decimal_to_double (&percent) / 100.0;
  return TRUE;
}

gboolean
sl_parse_real (const char *text, double *value, GError **error)
{
  g_autofree char *plain = sl_parse_normalise (text);
  gboolean negative;
  const char *number = skip_sign (plain, &negative);
  Decimal decimal;
  if (parse_decimal (number, strlen (number), THREE_BY_LOCALE, &decimal))
    {
      decimal.negative = negative;
      *value = decimal_to_double (&decimal);
      return TRUE;
    }
  g_autofree char *quoted = sl_text_shorten (text, SL_PARSE_QUOTED_CHARS);
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("“%s” is not a number."), quoted);
  return FALSE;
}
