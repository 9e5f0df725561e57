/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people type is read as they mean it, what cannot be meant gets a sentence, and what the
 * program writes it can read. */

#include "config.h"

#include "base/sl-date-text.h"
#include "base/sl-date.h"
#include "base/sl-error.h"
#include "base/sl-format-text.h"
#include "base/sl-parse.h"

#include <locale.h>
#include <math.h>
#include <string.h>

/* A Monday, ISO week 12. */
#define TODAY "2026-03-16"
#define ANCHOR "2026-05-31"

static gint64
day_of (const char *iso)
{
  gint64 day;
  g_assert_true (sl_day_from_iso (iso, &day));
  return day;
}

/* text, first day meant, last day meant (NULL: the same) */
static const struct
{
  const char *text;
  const char *first;
  const char *last;
} days[] = {
  { "2026-03-15", "2026-03-15", NULL },
  { " 2026-03-15 ", "2026-03-15", NULL },
  { "2027/3/5", "2027-03-05", NULL },
  { "2027.3.5", "2027-03-05", NULL },
  /* no year: the next such day, today included */
  { "15 Mar", "2027-03-15", NULL },
  { "16 Mar", "2026-03-16", NULL },
  { "17 mar", "2026-03-17", NULL },
  { "15.3.", "2027-03-15", NULL },
  { "15.3", "2027-03-15", NULL },
  { "1.12.", "2026-12-01", NULL },
  { "29 Feb", "2028-02-29", NULL },
  { "15 Mar 2026", "2026-03-15", NULL },
  { "15. March 2026", "2026-03-15", NULL },
  { "15. Mar. 26", "2026-03-15", NULL },
  { "Mar 15 2026", "2026-03-15", NULL },
  { "March 15th, 2026", "2026-03-15", NULL },
  { "the 1st of September", "2026-09-01", NULL },
  { "Sept 3", "2026-09-03", NULL },
  { "15-Mar-2026", "2026-03-15", NULL },
  { "15/Mar/26", "2026-03-15", NULL },
  { "Sun 15 Mar 2026", "2026-03-15", NULL },
  { "15.3.2027", "2027-03-15", NULL },
  { "15.3.27", "2027-03-15", NULL },
  { "15.03.2027", "2027-03-15", NULL },
  /* the C locale writes the month first; what only fits the other way is read the other way */
  { "3/4/2027", "2027-03-04", NULL },
  { "15/3/2027", "2027-03-15", NULL },
  { "3/15/2027", "2027-03-15", NULL },
  { "15/3", "2027-03-15", NULL },
  { "15-03-2027", "2027-03-15", NULL },
  /* periods */
  { "Mar 2026", "2026-03-01", "2026-03-31" },
  { "2026 March", "2026-03-01", "2026-03-31" },
  { "2026-03", "2026-03-01", "2026-03-31" },
  { "03/2026", "2026-03-01", "2026-03-31" },
  { "Feb 2028", "2028-02-01", "2028-02-29" },
  { "March", "2026-03-01", "2026-03-31" },
  { "February", "2027-02-01", "2027-02-28" },
  { "may", "2026-05-01", "2026-05-31" },
  { "2027", "2027-01-01", "2027-12-31" },
  { "Q1", "2026-01-01", "2026-03-31" },
  { "Q2", "2026-04-01", "2026-06-30" },
  { "q2 2027", "2027-04-01", "2027-06-30" },
  { "Q2 27", "2027-04-01", "2027-06-30" },
  { "Q2/2027", "2027-04-01", "2027-06-30" },
  { "2027-Q4", "2027-10-01", "2027-12-31" },
  { "2027 Q4", "2027-10-01", "2027-12-31" },
  { "Q4'27", "2027-10-01", "2027-12-31" },
  { "3Q 2027", "2027-07-01", "2027-09-30" },
  { "quarter 3", "2026-07-01", "2026-09-30" },
  { "H1", "2026-01-01", "2026-06-30" },
  { "H2", "2026-07-01", "2026-12-31" },
  { "H1 2028", "2028-01-01", "2028-06-30" },
  { "KW 12", "2026-03-16", "2026-03-22" },
  { "KW11", "2027-03-15", "2027-03-21" },
  { "W12", "2026-03-16", "2026-03-22" },
  { "week 53", "2026-12-28", "2027-01-03" },
  { "2026-W53", "2026-12-28", "2027-01-03" },
  { "W1 2026", "2025-12-29", "2026-01-04" },
  { "CW 20/2026", "2026-05-11", "2026-05-17" },
  /* relative: from the anchor */
  { "+3w", "2026-06-21", NULL },
  { "+10d", "2026-06-10", NULL },
  { "+10", "2026-06-10", NULL },
  { "-1w", "2026-05-24", NULL },
  { "−1w", "2026-05-24", NULL },
  { "+1m", "2026-06-30", NULL },
  { "+ 2 months", "2026-07-31", NULL },
  { "+9m", "2027-02-28", NULL },
  { "+1y", "2027-05-31", NULL },
  { "+2 weeks", "2026-06-14", NULL },
  /* from today */
  { "today", "2026-03-16", NULL },
  { "Tomorrow", "2026-03-17", NULL },
  { "yesterday", "2026-03-15", NULL },
  { "Monday", "2026-03-16", NULL },
  { "fri", "2026-03-20", NULL },
  { "Sunday", "2026-03-22", NULL },
  /* full-width and Arabic digits */
  { "１５．３．２０２７", "2027-03-15", NULL },
  { "٢٠٢٧-٠٣-١٥", "2027-03-15", NULL },
};

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    for (int end = 0; end < 2; end++)
      {
        g_autoptr (GError) error = NULL;
        gint64 day = SL_INT_NULL;
        gboolean read
            = sl_parse_day (days[i].text, day_of (TODAY), day_of (ANCHOR), end, &day, &error);
        g_assert_no_error (error);
        g_assert_true (read);
        g_autofree char *got = g_strdup_printf ("%s -> ", days[i].text);
        g_autofree char *iso = sl_day_to_iso (day);
        g_autofree char *is = g_strconcat (got, iso, NULL);
        g_autofree char *want
            = g_strconcat (got, end && days[i].last != NULL ? days[i].last : days[i].first, NULL);
        g_assert_cmpstr (is, ==, want);
      }
}

static const char *const no_days[] = {
  "",
  "  ",
  "soon",
  "31 Feb",
  "31.4.",
  "32.1.2027",
  "0.1.",
  "15.13.",
  "Q5",
  "Q0",
  "H3",
  "KW 54",
  "W53 2027",
  "Q",
  "15 Foo",
  "ju",
  "15 Mar 99999",
  "99999-01-01",
  "15.3.1899",
  "15.3.2200",
  "15.3.999",
  "+999999w",
  "-999999w",
  "+99999999999999999999d",
  "+3x",
  "+",
  "1 2 3 4 5 6 7 8 9 10",
  "2026-02-29",
  "2026-3-15-1",
  "15:30",
  "\xff\xfe",
  "15 Mar Apr",
  "Mar 32",
  "+9999y",
  "+99999m",
  "00/00/2027",
  "2027-00-10",
  "<b>",
  "12345678901234567890",
};

static void
test_no_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (no_days); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 day = 4711;
      if (sl_parse_day (no_days[i], day_of (TODAY), day_of (TODAY), TRUE, &day, &error))
        g_error ("“%s” was read as day %" G_GINT64_FORMAT, no_days[i], day);
      g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
      g_assert_cmpint (day, ==, 4711);
      if (g_utf8_validate (no_days[i], -1, NULL))
        g_assert_nonnull (strstr (error->message, no_days[i]));
    }
}

static void
test_far_year (void)
{
  g_autoptr (GError) error = NULL;
  gint64 day;
  g_assert_false (sl_parse_day ("15 Mar 99999", 0, 0, FALSE, &day, &error));
  g_assert_cmpstr (error->message, ==,
                   "The date “15 Mar 99999” is not between the years 1900 and 2199.");
}

/* What sl_day_to_text() writes is read as the same day, all year round. */
static void
test_day_round_trip (void)
{
  for (gint64 day = day_of ("2027-12-30"); day < day_of ("2029-01-03"); day++)
    {
      g_autofree char *text = sl_day_to_text (day);
      g_autofree char *iso = sl_day_to_iso (day);
      gint64 read = SL_INT_NULL;
      g_assert_true (sl_parse_day (text, day_of (TODAY), 0, FALSE, &read, NULL));
      g_assert_cmpint (read, ==, day);
      g_assert_true (sl_parse_day (iso, day_of (TODAY), 0, TRUE, &read, NULL));
      g_assert_cmpint (read, ==, day);
    }
}

static const struct
{
  const char *text;
  gint64 minor;
} amounts[] = {
  { "1200", 120000 },
  { "12k", 1200000 },
  { "12 K", 1200000 },
  { "1.5m", 150000000 },
  { "1,5 Mio.", 150000000 },
  { "1.250k", 125000 },
  { "2bn", G_GINT64_CONSTANT (200000000000) },
  { "1 200,50", 120050 },
  { "1,200.50", 120050 },
  { "1.200,50", 120050 },
  { "1'200.50", 120050 },
  { "1’200.50", 120050 },
  { "1\u202F200\u00A0EUR", 120000 },
  { "1,200", 120000 },
  { "1.200", 120000 },
  { "1.200.300", 120030000 },
  { "12,34,567.50", 123456750 },
  { "0.125", 13 },
  { "0,5", 50 },
  { ".5", 50 },
  { "-300", -30000 },
  { "−300", -30000 },
  { "+300", 30000 },
  { "(300)", -30000 },
  { "€ 300", 30000 },
  { "€300.00", 30000 },
  { "-$300", -30000 },
  { "$-300", -30000 },
  { "300 €", 30000 },
  { "300 EUR", 30000 },
  { "USD 12k", 1200000 },
  { "12k$", 1200000 },
  { "CHF 1'000", 100000 },
  { "300 kr.", 30000 },
  { "12.345", 1234500 },
  { "12.3456", 1235 },
  { "0", 0 },
  { "١٬٢٠٠٫٥٠", 120050 },
};

static void
test_money (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 minor = SL_INT_NULL;
      sl_parse_money (amounts[i].text, &minor, &error);
      g_assert_no_error (error);
      if (minor != amounts[i].minor)
        g_error ("“%s” was read as %" G_GINT64_FORMAT, amounts[i].text, minor);
    }
  static const char *const refused[] = {
    "",
    "abc",
    "12x",
    "1 2",
    "12,34,56",
    "1.2.3",
    "k",
    "--3",
    "€",
    "€12 $",
    "12k 13k",
    "12 euros and",
    "1e9",
    "1.2,3.4",
    "1..2",
    "99999999999999999999",
    "1 200 30",
    "5%",
    "999999999999bn",
  };
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      gint64 minor = 4711;
      if (sl_parse_money (refused[i], &minor, &error))
        g_error ("“%s” was read as %" G_GINT64_FORMAT, refused[i], minor);
      g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
      g_assert_cmpint (minor, ==, 4711);
    }
}

static void
test_money_round_trip (void)
{
  static const gint64 values[]
      = { 0, 1, -1, 99, 100, 120000, 120050, -120050, 123456789, -99999999999, 100000000000000 };
  static const char *const currencies[] = { "EUR", "USD", "", "€" };
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    for (guint c = 0; c < G_N_ELEMENTS (currencies); c++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *text = sl_format_money (values[i], currencies[c]);
        gint64 minor = SL_INT_NULL;
        sl_parse_money (text, &minor, &error);
        g_assert_no_error (error);
        g_assert_cmpint (minor, ==, values[i]);
      }
}

static const struct
{
  const char *text;
  double days;
} efforts[] = {
  { "3d", 3 },     { "4h", 0.5 },          { "2w", 10 },        { "1.5", 1.5 },
  { "1,5", 1.5 },  { "3d 4h", 3.5 },       { "3d4h", 3.5 },     { "1w 2d 4 h", 7.5 },
  { "2 days", 2 }, { "1 week, 1 day", 6 }, { "30min", 0.0625 }, { "0.5 d", 0.5 },
  { ".5d", 0.5 },  { "1 200 h", 150 },     { "12 PD", 12 },     { "0", 0 },
};

static void
test_effort (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (efforts); i++)
    {
      g_autoptr (GError) error = NULL;
      double read = NAN;
      sl_parse_effort (efforts[i].text, 8.0, &read, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (read, efforts[i].days, 1e-12);
    }
  double days_of_six = 0;
  g_assert_true (sl_parse_effort ("1d 3h", 6.0, &days_of_six, NULL));
  g_assert_cmpfloat_with_epsilon (days_of_six, 1.5, 1e-12);

  static const char *const refused[]
      = { "", "d", "-3d", "3d 4", "3x", "3m", "2000000d", "3d 4h 5", "h4", "1e3" };
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      double read = 4711;
      if (sl_parse_effort (refused[i], 8.0, &read, &error))
        g_error ("“%s” was read as %g", refused[i], read);
      g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
      g_assert_cmpfloat (read, ==, 4711);
    }
}

static void
test_effort_round_trip (void)
{
  static const double hours_per_day[] = { 8.0, 7.5, 6.0 };
  for (guint h = 0; h < G_N_ELEMENTS (hours_per_day); h++)
    for (guint hours = 0; hours < 400; hours++)
      {
        double value = hours / hours_per_day[h], read = NAN;
        g_autofree char *text = sl_format_effort (value, hours_per_day[h]);
        g_assert_true (sl_parse_effort (text, hours_per_day[h], &read, NULL));
        g_assert_cmpfloat_with_epsilon (read, value, hours_per_day[h] == 7.5 ? 0.005001 : 1e-9);
      }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    double value;
  } reals[] = {
    { "1.5", 1.5 },    { "1,5", 1.5 },     { "-2", -2 },          { "1.125", 1.125 },
    { "1,125", 1125 }, { "0,125", 0.125 }, { "1,200.5", 1200.5 }, { "1.200,5", 1200.5 },
    { "1 200", 1200 }, { "+3", 3 },        { "0.1", 0.1 },        { "1.234.567", 1234567 },
  };
  for (guint i = 0; i < G_N_ELEMENTS (reals); i++)
    {
      g_autoptr (GError) error = NULL;
      double read = NAN;
      sl_parse_real (reals[i].text, &read, &error);
      g_assert_no_error (error);
      g_assert_cmpfloat (read, ==, reals[i].value);
    }
  static const char *const refused[] = { "", "-", "abc", "1.2.3", "nan", "inf", "1e5", "0x10" };
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;
      double read = 4711;
      g_assert_false (sl_parse_real (refused[i], &read, &error));
      g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
      g_assert_cmpfloat (read, ==, 4711);
    }
  static const double values[] = { 0, -0.5, 12345.678, 1e15, -1e-4, 0.3333, 1000, 999.9995 };
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      double read = NAN;
      g_autofree char *text = sl_format_number (values[i], 4);
      g_assert_true (sl_parse_real (text, &read, NULL));
      g_assert_cmpfloat_with_epsilon (read, values[i], 0.5e-4 + 1e-12);
    }
}

static void
test_percent (void)
{
  static const struct
  {
    const char *text;
    double ratio;
  } percents[] = {
    { "40", 0.4 },       { "40 %", 0.4 }, { "40%", 0.4 },  { "0.4", 0.004 },
    { "12,5 %", 0.125 }, { "٪٤٠", NAN },  { "٤٠٪", 0.4 },  { "250", 2.5 },
    { "-5", -0.05 },     { "%", NAN },    { "half", NAN }, { "40 % %", NAN },
  };
  for (guint i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      g_autoptr (GError) error = NULL;
      double ratio = 4711;
      gboolean read = sl_parse_percent (percents[i].text, &ratio, &error);
      g_assert_cmpint (read, ==, !isnan (percents[i].ratio));
      if (read)
        g_assert_cmpfloat_with_epsilon (ratio, percents[i].ratio, 1e-12);
      else
        {
          g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
          g_assert_cmpfloat (ratio, ==, 4711);
        }
    }
  for (guint permille = 0; permille <= 1500; permille++)
    {
      double ratio = NAN;
      g_autofree char *text = sl_format_percent (permille / 1000.0, 1);
      g_assert_true (sl_parse_percent (text, &ratio, NULL));
      g_assert_cmpfloat_with_epsilon (ratio, permille / 1000.0, 1e-9);
    }
}

#define assert_text(call, want)                                                                    \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = (call);                                                               \
    g_assert_cmpstr (text_, ==, (want));                                                           \
  }                                                                                                \
  G_STMT_END

static void
test_words (void)
{
  assert_text (sl_format_number (1234567.5, 2), "1\u202F234\u202F567.5");
  assert_text (sl_format_number (-0.001, 2), "0");
  assert_text (sl_format_number (100, 0), "100");
  assert_text (sl_format_money (120050, "EUR"), "1\u202F200.50\u00A0EUR");
  assert_text (sl_format_money (-99, NULL), "-0.99");
  assert_text (sl_format_money (5000, "EUR"), "50\u00A0EUR");
  assert_text (sl_format_effort (3.5, 8), "3\u00A0d 4\u00A0h");
  assert_text (sl_format_effort (0.5, 8), "4\u00A0h");
  assert_text (sl_format_effort (2.0, 8), "2\u00A0d");
  assert_text (sl_format_effort (0.33, 8), "0.33\u00A0d");
  assert_text (sl_format_effort (0, 8), "0\u00A0d");
  assert_text (sl_format_percent (0.425, 0), "43\u00A0%");
  assert_text (sl_format_percent (0.425, 1), "42.5\u00A0%");
  assert_text (sl_format_percent (0.999, 0), "99\u00A0%");
  assert_text (sl_format_percent (1, 0), "100\u00A0%");
  assert_text (sl_format_percent (0.001, 0), "1\u00A0%");
  assert_text (sl_format_percent (0, 0), "0\u00A0%");
}

/* German names and separators, where the machine has that locale. */
static void
test_german (void)
{
  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("de_DE.UTF-8 is not installed");
      return;
    }
  gint64 day;
  gint64 minor;
  double value;
  g_assert_true (sl_parse_day ("15. März 2026", 0, 0, FALSE, &day, NULL));
  g_assert_cmpint (day, ==, day_of ("2026-03-15"));
  g_assert_true (sl_parse_day ("3. Dez. 2026", 0, 0, FALSE, &day, NULL));
  g_assert_cmpint (day, ==, day_of ("2026-12-03"));
  g_assert_true (sl_parse_day ("3/4/2026", 0, 0, FALSE, &day, NULL));
  g_assert_cmpint (day, ==, day_of ("2026-04-03"));
  g_assert_true (sl_parse_day ("Freitag", day_of (TODAY), 0, FALSE, &day, NULL));
  g_assert_cmpint (day, ==, day_of ("2026-03-20"));
  g_assert_true (sl_parse_real ("1.200", &value, NULL));
  g_assert_cmpfloat (value, ==, 1200);
  g_assert_true (sl_parse_real ("1,125", &value, NULL));
  g_assert_cmpfloat (value, ==, 1.125);
  g_autofree char *money = sl_format_money (123456750, "EUR");
  g_assert_cmpstr (money, ==, "1.234.567,50\u00A0EUR");
  g_assert_true (sl_parse_money (money, &minor, NULL));
  g_assert_cmpint (minor, ==, 123456750);
  test_day_round_trip ();
  setlocale (LC_ALL, "C.UTF-8");
}

/* Quarters and halves of a fiscal year that begins in April or October. */
static void
test_fiscal (void)
{
  static const struct
  {
    const char *text;
    int month;
    int first[3];
    int last[3];
  } cases[] = {
    { "Q2 2027", 1, { 2027, 4, 1 }, { 2027, 6, 30 } },
    { "Q2 2027", 4, { 2027, 7, 1 }, { 2027, 9, 30 } },
    { "Q4 2027", 4, { 2028, 1, 1 }, { 2028, 3, 31 } },
    { "Q1 2027", 10, { 2027, 10, 1 }, { 2027, 12, 31 } },
    { "Q2 2027", 10, { 2028, 1, 1 }, { 2028, 3, 31 } },
    { "H2 2027", 7, { 2028, 1, 1 }, { 2028, 6, 30 } },
    { "Mar 2027", 10, { 2027, 3, 1 }, { 2027, 3, 31 } },
    { "FY26 Q3", 1, { 2026, 7, 1 }, { 2026, 9, 30 } },
    { "FY26 Q3", 4, { 2026, 10, 1 }, { 2026, 12, 31 } },
    { "Q4 FY2026", 4, { 2027, 1, 1 }, { 2027, 3, 31 } },
    { "fy2026-q1", 10, { 2026, 10, 1 }, { 2026, 12, 31 } },
    { "FY26", 4, { 2026, 4, 1 }, { 2027, 3, 31 } },
    { "2026", 4, { 2026, 1, 1 }, { 2026, 12, 31 } },
  };
  gint64 day = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const int *f = cases[i].first, *l = cases[i].last;

      g_assert_true (sl_parse_day_in_year (cases[i].text, 0, 0, cases[i].month, FALSE, &day, NULL));
      g_assert_cmpint (day, ==, sl_day_from_ymd (f[0], f[1], f[2]));
      g_assert_true (sl_parse_day_in_year (cases[i].text, 0, 0, cases[i].month, TRUE, &day, NULL));
      g_assert_cmpint (day, ==, sl_day_from_ymd (l[0], l[1], l[2]));
    }
  /* Without a year the first that is not over: on 16 March 2026 the fourth from April on. */
  g_assert_true (
      sl_parse_day_in_year ("Q4", sl_day_from_ymd (2026, 3, 16), 0, 4, TRUE, &day, NULL));
  g_assert_cmpint (day, ==, sl_day_from_ymd (2026, 3, 31));
  g_assert_false (sl_parse_day_in_year ("Q5 2027", 0, 0, 4, TRUE, &day, NULL));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/parse/days", test_days);
  g_test_add_func ("/core/parse/fiscal", test_fiscal);
  g_test_add_func ("/core/parse/no-days", test_no_days);
  g_test_add_func ("/core/parse/far-year", test_far_year);
  g_test_add_func ("/core/parse/day-round-trip", test_day_round_trip);
  g_test_add_func ("/core/parse/money", test_money);
  g_test_add_func ("/core/parse/money-round-trip", test_money_round_trip);
  g_test_add_func ("/core/parse/effort", test_effort);
  g_test_add_func ("/core/parse/effort-round-trip", test_effort_round_trip);
  g_test_add_func ("/core/parse/numbers", test_numbers);
  g_test_add_func ("/core/parse/percent", test_percent);
  g_test_add_func ("/core/format-text/words", test_words);
  g_test_add_func ("/core/parse/german", test_german);
  return g_test_run ();
}
