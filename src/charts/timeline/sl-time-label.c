/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of time units: January, Jan, J; Week 12, W12; Q1; 2026, ’26. Names of months and days
 * come from the locale. */

#include "config.h"

#include "sl-time-label.h"

#include <glib/gi18n-lib.h>

#include "base/sl-date-text.h"
#include "base/sl-date.h"

struct _SlTimeLabeller
{
  SlTextMeasure *measure;
  SlFont font;
  gboolean upper;
  int fiscal_month;
  guint years;
  char *months[12];
  char *short_months[12];
  char *letters[12];
  char *weekdays[7];
  GHashTable *widths; /* text -> double * */
};

/* The first letter of a month's name, or its number where one sign of a name says little: "十". */
static char *
month_letter (const char *name, int month)
{
  const gunichar letter = g_utf8_get_char (name);
  if (!g_unichar_isalpha (letter) || g_unichar_iswide (letter))
    return g_strdup_printf ("%d", month);
  return g_utf8_substring (name, 0, 1);
}

SlTimeLabeller *
sl_time_labeller_new (SlTextMeasure *measure, int fiscal_month)
{
  SlTimeLabeller *self = g_new0 (SlTimeLabeller, 1);
  self->measure = measure;
  self->font = SL_TIME_FONT_LOWER;
  self->fiscal_month = fiscal_month;
  self->years = 1;
  self->widths = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (int i = 0; i < 12; i++)
    {
      const gint64 day = sl_day_from_ymd (2001, i + 1, 1);
      self->months[i] = sl_day_format (day, "%OB");
      self->short_months[i] = sl_day_format (day, "%Ob");
      self->letters[i] = month_letter (self->months[i], i + 1);
    }
  /* 2001-01-01 was a Monday. */
  for (int i = 0; i < 7; i++)
    self->weekdays[i] = sl_day_format (sl_day_from_ymd (2001, 1, i + 1), "%a");
  return self;
}

void
sl_time_labeller_free (SlTimeLabeller *self)
{
  for (int i = 0; i < 12; i++)
    {
      g_free (self->months[i]);
      g_free (self->short_months[i]);
      g_free (self->letters[i]);
    }
  for (int i = 0; i < 7; i++)
    g_free (self->weekdays[i]);
  g_hash_table_unref (self->widths);
  g_free (self);
}

void
sl_time_labeller_set_upper (SlTimeLabeller *self)
{
  self->upper = TRUE;
  self->font = SL_TIME_FONT_UPPER;
  g_hash_table_remove_all (self->widths);
}

void
sl_time_labeller_set_years (SlTimeLabeller *self, guint years)
{
  self->years = years;
}

guint
sl_time_labeller_n_forms (const SlTimeLabeller *self, SlTimeUnit unit)
{
  static const guint lower[] = { 2, 2, 3, 1, 2 };
  static const guint upper[] = { 2, 2, 2, 1, 2 };
  return self->upper ? upper[unit] : lower[unit];
}

static char *
year_text (const SlTimeLabeller *self, guint form, int year)
{
  const int last = year + (int)self->years - 1;
  /* A fiscal year that spans two calendar years is named by both. */
  const gboolean two = self->fiscal_month > 1 || self->years > 1;
  const int second = self->years > 1 ? last : year + 1;
  if (!two)
    /* Translators: a year of which only the last two digits are shown */
    return form == 0 ? g_strdup_printf ("%d", year) : g_strdup_printf (_ ("’%02d"), year % 100);
  const char *between = self->years > 1 ? "–" : "/";
  if (form == 0)
    return g_strdup_printf ("%d%s%02d", year, between, second % 100);
  return self->years > 1 ? g_strdup_printf ("%d", year)
                         : g_strdup_printf ("%02d/%02d", year % 100, second % 100);
}

static char *
day_text (const SlTimeLabeller *self, guint form, gint64 day, int mday)
{
  if (form > 0)
    return g_strdup_printf ("%d", mday);
  /* Translators: weekday and day of the month: Mon 16 */
  return g_strdup_printf (_ ("%s %d"), self->weekdays[sl_day_weekday (day) - 1], mday);
}

/* Weeks that begin on another day have the number of the Monday in them. */
static char *
week_text (const SlTimeLabeller *self, guint form, gint64 start)
{
  const gint64 monday = start + (8 - sl_day_weekday (start)) % 7;
  const int week = sl_day_iso_week (monday);
  if (!self->upper)
    /* Translators: number of the week in the year */
    return g_strdup_printf (form == 0 ? _ ("Week %d") : _ ("W%d"), week);
  int year, month, mday;
  sl_day_to_ymd (monday, &year, &month, &mday);
  if (form == 0)
    /* Translators: number of the week, month and year: Week 12, March 2026 */
    return g_strdup_printf (_ ("Week %d, %s %d"), week, self->months[month - 1], year);
  /* Translators: number of the week, short month and year: W12, Mar 2026 */
  return g_strdup_printf (_ ("W%d, %s %d"), week, self->short_months[month - 1], year);
}

static char *
month_text (const SlTimeLabeller *self, guint form, int year, int month)
{
  const char *const *names[]
      = { (const char *const *)self->months, (const char *const *)self->short_months,
          (const char *const *)self->letters };
  if (!self->upper)
    return g_strdup (names[form][month - 1]);
  /* Translators: month and year: March 2026 */
  return g_strdup_printf (_ ("%s %d"), names[form][month - 1], year);
}

static char *
quarter_text (const SlTimeLabeller *self, int year, int month)
{
  const int quarter = (month - self->fiscal_month + 12) % 12 / 3 + 1;
  if (!self->upper)
    /* Translators: number of the quarter in the year: Q1 */
    return g_strdup_printf (_ ("Q%d"), quarter);
  g_autofree char *fiscal_year = year_text (self, 0, month < self->fiscal_month ? year - 1 : year);
  /* Translators: quarter and year: Q1 2026 */
  return g_strdup_printf (_ ("Q%d %s"), quarter, fiscal_year);
}

char *
sl_time_labeller_text (const SlTimeLabeller *self, SlTimeUnit unit, guint form, gint64 start)
{
  int year, month, mday;
  sl_day_to_ymd (start, &year, &month, &mday);
  switch (unit)
    {
    case SL_TIME_DAY:
      return day_text (self, form, start, mday);
    case SL_TIME_WEEK:
      return week_text (self, form, start);
    case SL_TIME_MONTH:
      return month_text (self, form, year, month);
    case SL_TIME_QUARTER:
      return quarter_text (self, year, month);
    case SL_TIME_YEAR:
      return year_text (self, form, year);
    case SL_TIME_N_UNITS:
    default:
      g_return_val_if_reached (g_strdup (""));
    }
}

double
sl_time_labeller_width (SlTimeLabeller *self, SlTimeUnit unit, guint form, gint64 start)
{
  g_autofree char *text = sl_time_labeller_text (self, unit, form, start);
  double *width = g_hash_table_lookup (self->widths, text);
  if (width == NULL)
    {
      width = g_new0 (double, 1);
      sl_text_measure_size (self->measure, self->font, text, 0, width, NULL);
      g_hash_table_insert (self->widths, g_steal_pointer (&text), width);
    }
  return *width;
}
