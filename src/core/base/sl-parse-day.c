/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the dates that people type. The text becomes a list of tokens (numbers, names, signs), the
 * kinds of the tokens a pattern such as "n.n.y", and a table says what each token of a pattern
 * means. A new way to write a date is one row of that table. */

#include "config.h"

#include "base/sl-parse.h"

#include "base/sl-date.h"
#include "base/sl-error.h"
#include "base/sl-parse-private.h"
#include "base/sl-text.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <string.h>

#define MAX_TOKENS 8
#define MAX_NUMBER 99999999
#define FIRST_YEAR 1900
#define LAST_YEAR 2199
/* "+3w" and the like may not leave the calendar by overflow. */
#define MAX_STEP 1000000

/* Kinds of tokens, as letters of a pattern. A sign stands for itself. */
enum
{
  NUMBER = 'n',  /* one or two digits */
  LONG = 'y',    /* three digits or more: a year */
  MONTH = 'm',   /* value 1..12 */
  WEEKDAY = 'w', /* value 1..7 */
  QUARTER = 'q',
  HALF = 'h',
  WEEK = 'k',
};

typedef struct
{
  char pattern[MAX_TOKENS + 1];
  int values[MAX_TOKENS];
  guint n;
  gboolean fiscal; /* "FY" stood before a year */
} Tokens;

/* What the tokens of a pattern are, one letter a token, '_' for those without a value: d day,
 * m month, y year, 1 and 2 day and month as the locale orders them, p number of a period whose
 * kind the pattern names. */
static const struct
{
  const char *pattern;
  const char *roles;
} forms[] = {
  { "n.n.", "d_m_" },     { "n.n", "d_m" },     { "n.n.n", "d_m_y" }, { "n.n.y", "d_m_y" },
  { "n/n", "1_2" },       { "n/n/n", "1_2_y" }, { "n/n/y", "1_2_y" }, { "n-n-n", "1_2_y" },
  { "n-n-y", "1_2_y" },   { "y-n-n", "y_m_d" }, { "y/n/n", "y_m_d" }, { "y.n.n", "y_m_d" },
  { "y.n.n.", "y_m_d_" }, { "nm", "dm" },       { "nmy", "dmy" },     { "nmn", "dmy" },
  { "n-m", "d_m" },       { "n-m-y", "d_m_y" }, { "n-m-n", "d_m_y" }, { "n/m/y", "d_m_y" },
  { "n/m/n", "d_m_y" },   { "mn", "md" },       { "mny", "mdy" },     { "mnn", "mdy" },
  { "ymn", "ymd" },       { "m", "m" },         { "my", "my" },       { "ym", "ym" },
  { "m/y", "m_y" },       { "m-y", "m_y" },     { "y-n", "y_m" },     { "n/y", "m_y" },
  { "n.y", "m_y" },       { "y", "y" },         { "qn", "_p" },       { "nq", "p_" },
  { "qny", "_py" },       { "nqy", "p_y" },     { "yqn", "y_p" },     { "y-qn", "y__p" },
  { "qn-y", "_p_y" },     { "qn/y", "_p_y" },   { "qn/n", "_p_y" },   { "qnn", "_py" },
  { "hn", "_p" },         { "nh", "p_" },       { "hny", "_py" },     { "nhy", "p_y" },
  { "yhn", "y_p" },       { "y-hn", "y__p" },   { "hn-y", "_p_y" },   { "hn/y", "_p_y" },
  { "hn/n", "_p_y" },     { "hnn", "_py" },     { "kn", "_p" },       { "kny", "_py" },
  { "ykn", "y_p" },       { "y-kn", "y__p" },   { "kn-y", "_p_y" },   { "kn/y", "_p_y" },
  { "kn/n", "_p_y" },     { "knn", "_py" },
};

/* A date as typed; 0 where nothing is said. */
typedef struct
{
  int day;
  int month;
  int year;
  char period; /* QUARTER, HALF or WEEK */
  int number;  /* of the period */
  gboolean year_typed;
  int fiscal_month; /* 1..12: quarters and halves count from it */
  gboolean fiscal;  /* the year does, too: "FY26" */
} Typed;

static const char *const english_months[] = {
  "january", "february", "march",     "april",   "may",      "june",
  "july",    "august",   "september", "october", "november", "december",
};
static const char *const english_weekdays[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
};
static const nl_item locale_months[] = {
  MON_1, MON_2, MON_3, MON_4, MON_5, MON_6, MON_7, MON_8, MON_9, MON_10, MON_11, MON_12,
};
static const nl_item locale_short_months[] = {
  ABMON_1, ABMON_2, ABMON_3, ABMON_4,  ABMON_5,  ABMON_6,
  ABMON_7, ABMON_8, ABMON_9, ABMON_10, ABMON_11, ABMON_12,
};
/* nl_langinfo() begins the week with Sunday. */
static const nl_item locale_weekdays[] = {
  DAY_2, DAY_3, DAY_4, DAY_5, DAY_6, DAY_7, DAY_1,
};
static const nl_item locale_short_weekdays[] = {
  ABDAY_2, ABDAY_3, ABDAY_4, ABDAY_5, ABDAY_6, ABDAY_7, ABDAY_1,
};
static const struct
{
  const char *word;
  char kind;
} period_words[] = {
  { "q", QUARTER }, { "quarter", QUARTER }, { "h", HALF },  { "half", HALF }, { "kw", WEEK },
  { "cw", WEEK },   { "w", WEEK },          { "wk", WEEK }, { "week", WEEK },
};
/* Words and endings that add nothing: "the 15th of March", "15 de marzo". */
static const char *const fillers[] = {
  "of", "the", "de", "del", "den", "der", "le", "st", "nd", "rd", "th", "er", "in", "on", NULL,
};

static char *
normalised_langinfo (nl_item item)
{
  g_autofree char *utf8 = g_locale_to_utf8 (nl_langinfo (item), -1, NULL, NULL, NULL);
  char *plain = sl_parse_normalise (utf8 != NULL ? utf8 : "");
  gsize n = strlen (plain);
  if (n > 0 && plain[n - 1] == '.')
    plain[n - 1] = '\0';
  return plain;
}

/* The place (from 1) of the one name that @word abbreviates to at least three characters or is;
 * 0 if there is none or more than one. */
static int
match_name (const char *word, const char *const *names, guint n_names)
{
  int found = 0;
  for (guint i = 0; i < n_names; i++)
    {
      if (strcmp (word, names[i]) == 0)
        return (int)i + 1;
      if (g_utf8_strlen (word, -1) >= 3 && g_str_has_prefix (names[i], word))
        found = found == 0 ? (int)i + 1 : -1;
    }
  return MAX (found, 0);
}

static int
match_locale_name (const char *word, const nl_item *items, guint n_items)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_items; i++)
    g_ptr_array_add (names, normalised_langinfo (items[i]));
  return match_name (word, (const char *const *)names->pdata, n_items);
}

/* The kind and value of a name; 0 if nothing is called that. */
static char
classify_word (const char *word, int *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (period_words); i++)
    if (strcmp (word, period_words[i].word) == 0)
      return period_words[i].kind;
  *value = match_locale_name (word, locale_short_months, 12);
  if (*value == 0)
    *value = match_locale_name (word, locale_months, 12);
  if (*value == 0)
    *value = match_name (word, english_months, 12);
  if (*value != 0)
    return MONTH;
  *value = match_locale_name (word, locale_short_weekdays, 7);
  if (*value == 0)
    *value = match_locale_name (word, locale_weekdays, 7);
  if (*value == 0)
    *value = match_name (word, english_weekdays, 7);
  return *value != 0 ? WEEKDAY : 0;
}

static gboolean
add_token (Tokens *tokens, char kind, int value)
{
  if (tokens->n == MAX_TOKENS)
    return FALSE;
  tokens->pattern[tokens->n] = kind;
  tokens->values[tokens->n] = value;
  tokens->pattern[++tokens->n] = '\0';
  return TRUE;
}

/* Adds the number at *@cursor and steps over it. */
static gboolean
read_number (Tokens *tokens, const char **cursor)
{
  int value = 0;
  guint n_digits = 0;
  for (; g_ascii_isdigit (**cursor); (*cursor)++, n_digits++)
    value = MIN (value * 10 + (**cursor - '0'), MAX_NUMBER / 10);
  /* "FY26": no day has so short a year. */
  if (tokens->fiscal && n_digits == 2 && strchr (tokens->pattern, LONG) == NULL)
    return add_token (tokens, LONG, 2000 + value);
  return add_token (tokens, n_digits <= 2 ? NUMBER : LONG, value);
}

/* Adds the name at *@cursor and steps over it and the dot that shortens it. */
static gboolean
read_word (Tokens *tokens, const char **cursor)
{
  const char *start = *cursor;
  while (g_unichar_isalpha (g_utf8_get_char (*cursor))
         || g_unichar_ismark (g_utf8_get_char (*cursor)))
    *cursor = g_utf8_next_char (*cursor);
  g_autofree char *word = g_strndup (start, (gsize)(*cursor - start));
  if (**cursor == '.')
    (*cursor)++;
  if (g_strv_contains (fillers, word))
    return TRUE;
  if (g_str_equal (word, "fy"))
    {
      tokens->fiscal = TRUE;
      return TRUE;
    }
  int value = 0;
  char kind = classify_word (word, &value);
  if (kind == 0)
    return FALSE;
  /* "15. March": the dot belongs to the day. */
  if (kind == MONTH && tokens->n > 0 && tokens->pattern[tokens->n - 1] == '.')
    tokens->pattern[--tokens->n] = '\0';
  return add_token (tokens, kind, value);
}

static gboolean
tokenise (const char *plain, Tokens *tokens)
{
  tokens->n = 0;
  tokens->fiscal = FALSE;
  tokens->pattern[0] = '\0';
  const char *p = plain;
  while (*p != '\0')
    {
      gboolean fits = TRUE;
      if (g_ascii_isdigit (*p))
        fits = read_number (tokens, &p);
      else if (g_unichar_isalpha (g_utf8_get_char (p)))
        fits = read_word (tokens, &p);
      else if (strchr ("./-", *p) != NULL)
        fits = add_token (tokens, *p++, 0);
      else if (strchr (" ,'", *p) != NULL)
        p++;
      else
        fits = FALSE;
      if (!fits)
        return FALSE;
    }
  /* The weekday before a date says nothing new. */
  if (tokens->n > 1 && tokens->pattern[0] == WEEKDAY)
    {
      tokens->n--;
      memmove (tokens->pattern, tokens->pattern + 1, tokens->n + 1);
      memmove (tokens->values, tokens->values + 1, tokens->n * sizeof (int));
    }
  return tokens->n > 0;
}

/* Whether the locale writes the month before the day. */
static gboolean
month_comes_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *month = strpbrk (format, "mbB");
  const char *day = strpbrk (format, "de");
  return strstr (format, "%D") != NULL || (month != NULL && day != NULL && month < day);
}

/* Gives the values of @tokens their roles; FALSE if a day, month or period is numbered 0. */
static gboolean
assign (const Tokens *tokens, const char *roles, Typed *typed)
{
  int first = 0, second = 0;
  for (guint i = 0; i < tokens->n; i++)
    {
      int value = tokens->values[i];
      if (strchr ("qhk", tokens->pattern[i]) != NULL)
        typed->period = tokens->pattern[i];
      if (value == 0 && strchr ("dm12p", roles[i]) != NULL)
        return FALSE;
      switch (roles[i])
        {
        case 'd':
          typed->day = value;
          break;
        case 'm':
          typed->month = value;
          break;
        case 'y':
          typed->year = tokens->pattern[i] == NUMBER ? 2000 + value : value;
          typed->year_typed = TRUE;
          break;
        case 'p':
          typed->number = value;
          break;
        case '1':
          first = value;
          break;
        case '2':
          second = value;
          break;
        default:
          break;
        }
    }
  if (first == 0)
    return TRUE;
  gboolean month_first = second > 12 || (first <= 12 && month_comes_first ());
  typed->month = month_first ? first : second;
  typed->day = month_first ? second : first;
  return TRUE;
}

/* First and last day of ISO week @week of @year; FALSE if the year has no such week. */
static gboolean
week_bounds (int year, int week, gint64 *first, gint64 *last)
{
  /* 4 January always lies in week 1. */
  gint64 fourth = sl_day_from_ymd (year, 1, 4);
  *first = fourth - (sl_day_weekday (fourth) - 1) + 7 * (gint64)(week - 1);
  *last = *first + 6;
  return week >= 1 && week <= 53 && sl_day_iso_week (*first) == week;
}

static gboolean
months_bounds (int year, int month, int n_months, gint64 *first, gint64 *last)
{
  if (month < 1)
    return FALSE;
  int end = month - 1 + n_months;
  *first = sl_day_from_ymd (year + (month - 1) / 12, (month - 1) % 12 + 1, 1);
  *last = sl_day_from_ymd (year + end / 12, end % 12 + 1, 1) - 1;
  return TRUE;
}

/* First and last day of what was typed, were it in @year. */
static gboolean
bounds_in_year (const Typed *typed, int year, gint64 *first, gint64 *last)
{
  if (typed->period == WEEK)
    return week_bounds (year, typed->number, first, last);
  if (typed->period != 0)
    {
      int n_months = typed->period == QUARTER ? 3 : 6;
      return typed->number >= 1 && typed->number <= 12 / n_months
             && months_bounds (year, (typed->number - 1) * n_months + typed->fiscal_month, n_months,
                               first, last);
    }
  if (typed->month == 0)
    return months_bounds (year, typed->fiscal ? typed->fiscal_month : 1, 12, first, last);
  if (typed->day == 0)
    return months_bounds (year, typed->month, 1, first, last);
  if (!sl_day_valid_ymd (year, typed->month, typed->day))
    return FALSE;
  *first = *last = sl_day_from_ymd (year, typed->month, typed->day);
  return TRUE;
}

/* Without a year: the first one in which it is not over yet. The last week of last year may not be
 * over; 29 February may take eight years. */
static gboolean
bounds_from (const Typed *typed, gint64 today, gint64 *first, gint64 *last)
{
  int year, month, day;
  sl_day_to_ymd (today, &year, &month, &day);
  for (int y = year - 1; y <= year + 8; y++)
    if (bounds_in_year (typed, y, first, last) && *last >= today)
      return TRUE;
  return FALSE;
}

/* "+3w", "-10d", "+2m", "+1y" from @anchor. */
static gboolean
parse_step (const char *plain, gint64 anchor, gint64 *day)
{
  int sign = *plain == '-' ? -1 : 1;
  if (*plain != '-' && *plain != '+')
    return FALSE;
  const char *p = plain + 1 + strspn (plain + 1, " ");
  gint64 count = 0;
  if (!g_ascii_isdigit (*p))
    return FALSE;
  for (; g_ascii_isdigit (*p); p++)
    count = MIN (count * 10 + (*p - '0'), MAX_STEP);
  p += strspn (p, " ");
  count *= sign;
  int year, month, day_of_month;
  sl_day_to_ymd (anchor, &year, &month, &day_of_month);
  if (strcmp (p, "d") == 0 || g_str_has_prefix ("days", p) || *p == '\0')
    *day = anchor + count;
  else if (strcmp (p, "wk") == 0 || g_str_has_prefix ("weeks", p))
    *day = anchor + 7 * count;
  else if (strcmp (p, "mo") == 0 || g_str_has_prefix ("months", p) || g_str_has_prefix ("years", p))
    {
      gint64 months = (gint64)year * 12 + month - 1 + (*p == 'y' ? 12 * count : count);
      if (months < FIRST_YEAR * 12 || months >= (LAST_YEAR + 1) * 12)
        {
          *day = SL_INT_NULL;
          return TRUE;
        }
      int to_year = (int)(months / 12), to_month = (int)(months % 12) + 1;
      /* A month after 31 January ends on the last day of February. */
      while (!sl_day_valid_ymd (to_year, to_month, day_of_month))
        day_of_month--;
      *day = sl_day_from_ymd (to_year, to_month, day_of_month);
    }
  else
    return FALSE;
  return TRUE;
}

/* "today" and the like, in English and in the language of the interface. */
static gboolean
parse_near_day (const char *plain, gint64 today, gint64 *day)
{
  static const struct
  {
    const char *word;
    int offset;
  } words[] = {
    { NC_ ("typed date", "today"), 0 },
    { NC_ ("typed date", "tomorrow"), 1 },
    { NC_ ("typed date", "yesterday"), -1 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *local
          = sl_parse_normalise (g_dpgettext2 (GETTEXT_PACKAGE, "typed date", words[i].word));
      if (strcmp (plain, words[i].word) == 0 || strcmp (plain, local) == 0)
        {
          *day = today + words[i].offset;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
refuse (const char *text, GError **error)
{
  g_autofree char *quoted = sl_text_shorten (text, SL_PARSE_QUOTED_CHARS);
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
               _ ("“%s” is not understood as a date; try “15 Mar”, “Q2” or “+3w”."), quoted);
  return FALSE;
}

static gboolean
refuse_year (const char *text, GError **error)
{
  g_autofree char *quoted = sl_text_shorten (text, SL_PARSE_QUOTED_CHARS);
  g_set_error (error, SL_ERROR, SL_ERROR_INVALID,
               _ ("The date “%s” is not between the years %d and %d."), quoted, FIRST_YEAR,
               LAST_YEAR);
  return FALSE;
}

/* Reads a date with or without a year, or a period. */
static gboolean
parse_calendar_day (const char *text, const Tokens *tokens, gint64 today, int fiscal_month,
                    gboolean end_of_period, gint64 *day, GError **error)
{
  Typed typed = { .fiscal_month = fiscal_month, .fiscal = tokens->fiscal };
  guint form = 0;
  while (form < G_N_ELEMENTS (forms) && strcmp (forms[form].pattern, tokens->pattern) != 0)
    form++;
  if (form == G_N_ELEMENTS (forms))
    return refuse (text, error);
  gboolean exists = assign (tokens, forms[form].roles, &typed);
  if (typed.year_typed && (typed.year < FIRST_YEAR || typed.year > LAST_YEAR))
    return refuse_year (text, error);

  gint64 first = 0, last = 0;
  if (exists)
    exists = typed.year_typed ? bounds_in_year (&typed, typed.year, &first, &last)
                              : bounds_from (&typed, today, &first, &last);
  if (!exists)
    {
      g_autofree char *quoted = sl_text_shorten (text, SL_PARSE_QUOTED_CHARS);
      g_set_error (error, SL_ERROR, SL_ERROR_INVALID, _ ("The calendar has no “%s”."), quoted);
      return FALSE;
    }
  *day = end_of_period ? last : first;
  return TRUE;
}

gboolean
sl_parse_day (const char *text, gint64 today, gint64 anchor, gboolean end_of_period, gint64 *day,
              GError **error)
{
  return sl_parse_day_in_year (text, today, anchor, 1, end_of_period, day, error);
}

gboolean
sl_parse_day_in_year (const char *text, gint64 today, gint64 anchor, int fiscal_month,
                      gboolean end_of_period, gint64 *day, GError **error)
{
  g_autofree char *plain = sl_parse_normalise (text);
  gint64 result = SL_INT_NULL;
  if (!parse_near_day (plain, today, &result) && !parse_step (plain, anchor, &result))
    {
      Tokens tokens;
      if (!tokenise (plain, &tokens))
        return refuse (text, error);
      if (strcmp (tokens.pattern, "w") == 0)
        result = today + (tokens.values[0] - sl_day_weekday (today) + 7) % 7;
      else if (!parse_calendar_day (text, &tokens, today, CLAMP (fiscal_month, 1, 12),
                                    end_of_period, &result, error))
        return FALSE;
    }
  if (result < SL_DAY_MIN || result > SL_DAY_MAX)
    return refuse_year (text, error);
  *day = result;
  return TRUE;
}
