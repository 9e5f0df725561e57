/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates, spans and names as cells hold them. Each cell is read alone; what a whole column has to
 * decide (day or month first) comes in as a parameter. */

#include "config.h"

#include "io/sl-csv-private.h"

#include <math.h>
#include <string.h>

#include "base/sl-date.h"
#include "base/sl-parse.h"
#include "base/sl-text.h"
#include "io/sl-read.h"

/* Excel's day 0; its day 60, 29 February 1900, never was, and no plan is that old. */
#define EXCEL_EPOCH G_GINT64_CONSTANT (-25569)
#define EXCEL_MIN 20000
#define EXCEL_MAX 80000

/* --- Dates --- */

/* Beginnings of the names of months in five languages; the longer before the shorter. */
static const struct
{
  const char *begin;
  int month;
} months[] = {
  { "juin", 6 }, { "juil", 7 }, { "jan", 1 },  { "jän", 1 },  { "ene", 1 },  { "feb", 2 },
  { "fév", 2 },  { "fev", 2 },  { "mar", 3 },  { "mär", 3 },  { "mrz", 3 },  { "maer", 3 },
  { "apr", 4 },  { "avr", 4 },  { "abr", 4 },  { "may", 5 },  { "mai", 5 },  { "jun", 6 },
  { "jul", 7 },  { "aug", 8 },  { "aoû", 8 },  { "aou", 8 },  { "ago", 8 },  { "sep", 9 },
  { "set", 9 },  { "oct", 10 }, { "okt", 10 }, { "out", 10 }, { "nov", 11 }, { "dec", 12 },
  { "dez", 12 }, { "dic", 12 }, { "déc", 12 },
};

typedef struct
{
  int numbers[3];
  int n_digits[3];
  int n_numbers;
  int month;       /* by name, or 0 */
  int month_place; /* numbers before the name */
  int minute;
} DateParts;

static int
month_of_word (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (g_str_has_prefix (word, months[i].begin))
      return months[i].month;
  return 0;
}

/* Behind a complete date: "T08:00:00Z", " 3:04 PM", " 15:00 +0100" or nothing. */
static gboolean
read_time (const char *p, int *minute)
{
  gint64 hour, minutes = 0;
  char *end;

  *minute = -1;
  while (*p == ' ' || *p == ',' || *p == '.')
    p++;
  if (*p == '\0')
    return TRUE;
  if (*p == 't')
    p++;
  if (!g_ascii_isdigit (*p))
    return FALSE;
  hour = g_ascii_strtoll (p, &end, 10);
  if (*end != ':' || !g_ascii_isdigit (end[1]))
    return FALSE;
  minutes = g_ascii_strtoll (end + 1, &end, 10);
  if (*end == ':')
    for (end++; g_ascii_isdigit (*end) || *end == '.'; end++)
      ;
  while (*end == ' ')
    end++;
  if (g_str_has_prefix (end, "pm") && hour < 12)
    hour += 12;
  else if (g_str_has_prefix (end, "am") && hour == 12)
    hour = 0;
  if (hour > 23 || minutes > 59)
    return FALSE;
  *minute = (int)(hour * 60 + minutes);
  return TRUE;
}

static gboolean
is_complete (const DateParts *parts)
{
  return parts->n_numbers + (parts->month != 0) == 3;
}

/* A word of a date: the name of a month, of a weekday, or something like "de", "th", "of". */
static const char *
read_word (DateParts *parts, const char *p)
{
  const char *begin = p;
  g_autofree char *word = NULL;
  int month;

  while (*p != '\0' && g_unichar_isalpha (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  word = g_strndup (begin, (gsize)(p - begin));
  month = month_of_word (word);
  if (month != 0 && parts->month == 0)
    {
      parts->month = month;
      parts->month_place = parts->n_numbers;
    }
  else if (p - begin > 12)
    return NULL;
  return p;
}

static const char *
read_date_number (DateParts *parts, const char *p)
{
  int n = 0;
  int number = 0;

  for (; g_ascii_isdigit (*p) && n <= 8; p++, n++)
    number = number * 10 + (*p - '0');
  if (n == 8 && parts->n_numbers == 0 && parts->month == 0)
    {
      const int split[] = { number / 10000, number / 100 % 100, number % 100 };

      for (int i = 0; i < 3; i++)
        {
          parts->numbers[i] = split[i];
          parts->n_digits[i] = i == 0 ? 4 : 2;
        }
      parts->n_numbers = 3;
      return p;
    }
  if (n > 4)
    return NULL;
  parts->numbers[parts->n_numbers] = number;
  parts->n_digits[parts->n_numbers++] = n;
  return p;
}

static gboolean
split_date (const char *text, DateParts *parts)
{
  g_autofree char *folded = sl_text_fold (text);
  const char *p = g_strstrip (folded);

  *parts = (DateParts){ .minute = -1 };
  if (strlen (p) > 60)
    return FALSE;
  while (p != NULL && *p != '\0' && !is_complete (parts))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p))
        p = read_date_number (parts, p);
      else if (g_unichar_isalpha (c))
        p = read_word (parts, p);
      else if (strchr ("-/., ", *p) != NULL || c == 0xba || c == 0xb0 || g_unichar_isspace (c))
        p = g_utf8_next_char (p);
      else
        return FALSE;
    }
  return p != NULL && is_complete (parts) && read_time (p, &parts->minute);
}

static int
full_year (int year, int n_digits)
{
  if (n_digits > 2)
    return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

/* Places of year, month and day among the numbers. */
static void
order_parts (const DateParts *parts, gboolean day_first, int *year, int *month, int *day)
{
  const int *n = parts->numbers;
  const int *digits = parts->n_digits;

  if (parts->month != 0)
    {
      gboolean year_first = digits[0] == 4 || (parts->month_place == 1 && n[0] > 31);

      *month = parts->month;
      *day = n[year_first ? 1 : 0];
      *year = full_year (n[year_first ? 0 : 1], digits[year_first ? 0 : 1]);
    }
  else if (digits[0] > 2)
    {
      *year = n[0];
      *month = n[1];
      *day = n[2];
    }
  else
    {
      *day = n[day_first ? 0 : 1];
      *month = n[day_first ? 1 : 0];
      *year = full_year (n[2], digits[2]);
    }
}

static gboolean
is_valid (const DateParts *parts, gboolean day_first)
{
  int year, month, day;

  order_parts (parts, day_first, &year, &month, &day);
  return sl_day_valid_ymd (year, month, day);
}

SlCsvDateShape
sl_csv_date_shape (const char *text)
{
  DateParts parts;
  gboolean day_first, month_first;

  if (!split_date (text, &parts))
    return SL_CSV_DATE_NONE;
  day_first = is_valid (&parts, TRUE);
  month_first = is_valid (&parts, FALSE);
  if (!day_first && !month_first)
    return SL_CSV_DATE_NONE;
  if (parts.month != 0 || parts.n_digits[0] > 2)
    return SL_CSV_DATE_PLAIN;
  if (day_first && month_first)
    return parts.numbers[0] == parts.numbers[1] ? SL_CSV_DATE_PLAIN : SL_CSV_DATE_BOTH;
  return day_first ? SL_CSV_DATE_DAY_FIRST : SL_CSV_DATE_MONTH_FIRST;
}

gboolean
sl_csv_read_date (const char *text, gboolean day_first, gint64 *day, int *minute)
{
  DateParts parts;
  int year, month, day_of_month;
  gint64 number;

  if (!split_date (text, &parts))
    return FALSE;
  order_parts (&parts, day_first, &year, &month, &day_of_month);
  if (!sl_day_valid_ymd (year, month, day_of_month))
    return FALSE;
  number = sl_day_from_ymd (year, month, day_of_month);
  if (number < SL_DAY_MIN || number > SL_DAY_MAX)
    return FALSE;
  *day = number;
  *minute = parts.minute;
  return TRUE;
}

gboolean
sl_csv_read_excel_day (const char *text, gint64 *day)
{
  double number;

  if (!sl_read_real (text, &number) || number < EXCEL_MIN || number > EXCEL_MAX)
    return FALSE;
  *day = (gint64)floor (number) + EXCEL_EPOCH;
  return TRUE;
}

/* --- Spans --- */

/* Working days of the unit that @word begins; 0 for an unknown one. */
static double
unit_days (const char *word)
{
  static const struct
  {
    const char *words;
    double days;
  } units[] = {
    { "min mins minute minuten minutes minuto minutos", 1.0 / 480 },
    { "h hr hrs hour hours std std. stunde stunden heure heures hora horas", 1.0 / 8 },
    { "d day days dy dys t tag tage tagen j jour jours día días dia dias pd pt", 1 },
    { "w wk wks week weeks wo woche wochen sem sem. semaine semaines semana semanas sems", 5 },
    { "mo mon mons month months monat monate mois mes meses mês", 20 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_auto (GStrv) list = g_strsplit (units[i].words, " ", -1);

      if (g_strv_contains ((const char *const *)list, word))
        return units[i].days;
    }
  return 0;
}

gboolean
sl_csv_read_span (const char *text, double *days, gboolean *elapsed)
{
  g_autofree char *folded = sl_text_fold (text);
  g_autofree char *number = NULL;
  char *word = g_strstrip (folded);
  gsize length;
  double value, unit;
  gboolean is_elapsed = FALSE;

  /* Project marks estimates with a question mark. */
  if (g_str_has_suffix (word, "?"))
    word[strlen (word) - 1] = '\0';
  length = strspn (word, "+-0123456789.,' ");
  number = g_strndup (word, length);
  word = g_strstrip (word + length);
  if (!sl_parse_real (g_strstrip (number), &value, NULL))
    return FALSE;
  unit = *word == '\0' ? 1 : unit_days (word);
  if (unit == 0 && *word == 'e')
    {
      unit = unit_days (word + 1);
      /* An elapsed day is a day, whatever is worked on it: hours count by 24, weeks by 7. */
      is_elapsed = TRUE;
      unit = unit < 1 ? unit / 3 : unit == 5 ? 7 : unit == 20 ? 30 : unit;
    }
  if (unit == 0)
    return FALSE;
  *days = value * unit;
  if (elapsed != NULL)
    *elapsed = is_elapsed;
  return TRUE;
}

/* --- Text and people --- */

/* The characters by which spreadsheets know a formula, also in their full width. */
gboolean
sl_csv_is_formula (const char *text)
{
  while (*text == '\'')
    text++;
  switch (g_utf8_get_char (text))
    {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case 0xff1d:
    case 0xff0b:
    case 0xff0d:
    case 0xff20:
      return TRUE;
    default:
      return FALSE;
    }
}

const char *
sl_csv_plain_text (const char *cell)
{
  return *cell == '\'' && sl_csv_is_formula (cell) ? cell + 1 : cell;
}

static void
clear_person (gpointer data)
{
  g_free (((SlCsvPerson *)data)->name);
}

/* "Anna[50%]" works half of the time. */
static void
add_person (GArray *people, const char *text)
{
  g_autofree char *name = g_strstrip (g_strdup (text));
  char *bracket = strrchr (name, '[');
  SlCsvPerson person = { .units = 1 };

  if (bracket != NULL && g_str_has_suffix (bracket, "]"))
    {
      double ratio;

      bracket[strlen (bracket) - 1] = '\0';
      if (sl_parse_percent (bracket + 1, &ratio, NULL) && ratio > 0)
        person.units = ratio;
      *bracket = '\0';
      g_strchomp (name);
    }
  if (*name == '\0')
    return;
  person.name = g_steal_pointer (&name);
  g_array_append_val (people, person);
}

/* The strings of a JSON array; whatever else it holds is passed over. */
static void
add_json_people (GArray *people, const char *cell)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean inside = FALSE;

  for (const char *p = cell; *p != '\0'; p++)
    {
      if (*p == '\\' && p[1] != '\0')
        g_string_append_c (text, *++p);
      else if (*p == '"' && inside)
        {
          add_person (people, text->str);
          inside = FALSE;
        }
      else if (*p == '"')
        {
          g_string_truncate (text, 0);
          inside = TRUE;
        }
      else
        g_string_append_c (text, *p);
    }
}

/* Whether every part has the looks of a person by itself: several words, or an address. "Smith,
 * Jane" is one person. */
static gboolean
are_whole_names (char **parts)
{
  for (guint i = 0; parts[i] != NULL; i++)
    {
      g_strstrip (parts[i]);
      if (strchr (parts[i], ' ') == NULL && strchr (parts[i], '@') == NULL)
        return FALSE;
    }
  return TRUE;
}

GArray *
sl_csv_read_people (const char *cell, gboolean by_comma)
{
  GArray *people = g_array_new (FALSE, TRUE, sizeof (SlCsvPerson));
  g_auto (GStrv) lines = NULL;

  g_array_set_clear_func (people, clear_person);
  if (*cell == '[')
    {
      add_json_people (people, cell);
      return people;
    }
  lines = g_strsplit_set (cell, ";\n|", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], ",", -1);

      if (parts[0] == NULL || (!by_comma && !are_whole_names (parts)))
        add_person (people, lines[i]);
      else
        for (guint j = 0; parts[j] != NULL; j++)
          add_person (people, parts[j]);
    }
  return people;
}
