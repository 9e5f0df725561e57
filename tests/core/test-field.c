/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Field rows: every field of every kind reads back what it writes and refuses what breaks its
 * rule. */

#include "config.h"

#include "base/sl-error.h"
#include "random-plan.h"

#include <math.h>
#include <string.h>

static void
assert_round_trip (const SlField *field)
{
  for (guint i = 0; i < 100; i++)
    {
      g_auto (SlValue) value = random_value (field, NULL);
      g_auto (SlValue) back = SL_VALUE_INIT;
      g_autofree char *text = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (sl_field_check (field, &value, &error));
      g_assert_no_error (error);
      text = sl_field_format (field, &value);
      g_assert_true (sl_field_parse (field, text, &back, &error));
      g_assert_no_error (error);
      /* An optional text that is empty reads back as no text. */
      if (value.type == SL_VALUE_TEXT && *value.s == '\0' && !(field->flags & SL_REQUIRED))
        g_assert_cmpint (back.type, ==, SL_VALUE_NULL);
      else
        g_assert_true (sl_value_equal (&value, &back));
    }
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < SL_N_KINDS; i++)
    for (guint f = 0; f < sl_kind (i)->n_fields; f++)
      assert_round_trip (&sl_kind (i)->fields[f]);
}

/* @field refuses @value with a sentence that names the field and contains @quote. */
static void
assert_refused (const SlField *field, SlValue value, const char *quote)
{
  g_auto (SlValue) owned = value;
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_field_check (field, &owned, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, field->nick));
  g_assert_nonnull (strstr (error->message, quote));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
assert_unreadable (const SlField *field, const char *text)
{
  SlValue value = sl_value_int (77);
  g_autoptr (GError) error = NULL;

  g_assert_false (sl_field_parse (field, text, &value, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, field->nick));
  g_assert_cmpint (value.i, ==, 77);
}

static void
test_required (void)
{
  for (guint i = 0; i < SL_N_KINDS; i++)
    for (guint f = 0; f < sl_kind (i)->n_fields; f++)
      {
        const SlField *field = &sl_kind (i)->fields[f];
        SlValue null = SL_VALUE_INIT;

        g_assert_cmpint (sl_field_check (field, &null, NULL), ==, !(field->flags & SL_REQUIRED));
      }
}

static void
test_wrong_type (void)
{
  for (guint i = 0; i < SL_N_KINDS; i++)
    for (guint f = 0; f < sl_kind (i)->n_fields; f++)
      {
        const SlField *field = &sl_kind (i)->fields[f];

        if (sl_field_value_type (field) == SL_VALUE_TEXT)
          assert_refused (field, sl_value_int (123), "123");
        else
          assert_refused (field, sl_value_text ("twelve"), "twelve");
      }
}

static void
test_days (void)
{
  const SlField *due = &sl_kind (SL_KIND_GOAL)->fields[SL_GOAL_DUE];
  SlValue first = sl_value_int (SL_DAY_MIN);
  SlValue last = sl_value_int (SL_DAY_MAX);

  g_assert_true (sl_field_check (due, &first, NULL));
  g_assert_true (sl_field_check (due, &last, NULL));
  assert_refused (due, sl_value_int (SL_DAY_MIN - 1), "1899-12-31");
  assert_refused (due, sl_value_int (SL_DAY_MAX + 1), "2200-01-01");
  assert_refused (due, sl_value_int (G_MAXINT64), "9223372036854775807");
  assert_unreadable (due, "99999-01-01");
  assert_unreadable (due, "9999-01-01");
  assert_unreadable (due, "15 Mar");
}

static void
test_numbers (void)
{
  const SlField *value = &sl_kind (SL_KIND_POSITION)->fields[SL_POSITION_VALUE];
  const SlField *progress = &sl_kind (SL_KIND_GOAL)->fields[SL_GOAL_PROGRESS];
  const SlField *target = &sl_kind (SL_KIND_KPI)->fields[SL_KPI_TARGET];
  const SlField *money = &sl_kind (SL_KIND_BUDGET)->fields[SL_BUDGET_PLANNED];
  const SlField *color = &sl_kind (SL_KIND_PARTY)->fields[SL_PARTY_COLOR];
  const SlField *shared = &sl_kind (SL_KIND_GOAL)->fields[SL_GOAL_SHARED];
  static const char *const bad_reals[]
      = { "nan", "inf", "-inf", "1e999", "0x10", " 1", "1 ", "1,5", "one", "-", "1e", "1.2.3" };

  assert_refused (value, sl_value_int (4), "4");
  assert_refused (value, sl_value_int (-4), "-4");
  assert_refused (progress, sl_value_real (1.5), "150 %");
  assert_refused (progress, sl_value_real ((double)NAN), "finite");
  assert_refused (target, sl_value_real ((double)INFINITY), "finite");
  assert_refused (money, sl_value_int (SL_MONEY_MAX + 1), "must be from");
  assert_refused (color, sl_value_int (0x1000000), "16777216");
  assert_refused (shared, sl_value_int (2), "2");
  for (guint i = 0; i < G_N_ELEMENTS (bad_reals); i++)
    assert_unreadable (target, bad_reals[i]);
  assert_unreadable (value, "1.0");
  assert_unreadable (value, "99999999999999999999");
  assert_unreadable (color, "3584e4");
  assert_unreadable (color, "#3584e");
  assert_unreadable (color, "#3584eg");
  assert_unreadable (shared, "2");
}

static void
test_names (void)
{
  const SlField *status = &sl_kind (SL_KIND_GOAL)->fields[SL_GOAL_STATUS];
  const SlField *owner = &sl_kind (SL_KIND_GOAL)->fields[SL_GOAL_OWNER];

  g_autoptr (GError) error = NULL;
  SlValue value = SL_VALUE_INIT;

  g_assert_false (sl_field_parse (status, "finished", &value, &error));
  g_assert_cmpstr (error->message, ==,
                   "“Status” takes draft, active, done, parked, dropped, not “finished”.");
  assert_refused (status, sl_value_int (5), "5");
  assert_unreadable (status, "ACTIVE");
  assert_unreadable (status, "1");
  assert_refused (owner, sl_value_int (3), "3");
  assert_unreadable (owner, "Anna");
}

static void
test_texts (void)
{
  const SlField *title = &sl_kind (SL_KIND_GOAL)->fields[SL_GOAL_TITLE];
  const SlField *summary = &sl_kind (SL_KIND_GOAL)->fields[SL_GOAL_SUMMARY];
  const SlField *chart = &sl_kind (SL_KIND_SHEET)->fields[SL_SHEET_CHART];
  const SlField *rank = &sl_kind (SL_KIND_GOAL)->fields[SL_GOAL_RANK];
  g_autofree char *long_title = g_strnfill (SL_TITLE_MAX_CHARS + 1, 'x');
  g_autofree char *long_prose = g_strnfill (SL_PROSE_MAX_CHARS + 1, 'x');
  g_autofree char *clean_title = sl_field_clean_text (title, "Cut\ndelivery\ttime\x01");
  g_autofree char *clean_summary = sl_field_clean_text (summary, "Cut\ndelivery\ttime\x01");
  g_autofree char *cut = sl_field_clean_text (title, long_title);
  g_auto (SlValue) prose = sl_value_text ("two\nlines");

  assert_refused (title, sl_value_text (long_title), "2000");
  assert_refused (summary, sl_value_text (long_prose), "65536");
  assert_refused (title, sl_value_text ("two\nlines"), "two lines");
  assert_refused (title, sl_value_text ("\xe2\x80\xae"), "cannot be stored");
  assert_refused (title, sl_value_text ("\xff"), "cannot be stored");
  assert_refused (chart, sl_value_text (""), "empty");
  assert_refused (rank, sl_value_text ("a0"), "a0");
  g_assert_true (sl_field_check (summary, &prose, NULL));
  g_assert_cmpstr (clean_title, ==, "Cut delivery time");
  g_assert_cmpstr (clean_summary, ==, "Cut\ndelivery\ttime");
  g_assert_cmpuint (strlen (cut), ==, SL_TITLE_MAX_CHARS);
}

static void
test_format (void)
{
  const SlKind *goal = sl_kind (SL_KIND_GOAL);
  SlValue due = sl_value_int (20527);
  SlValue color = sl_value_int (0x0584e4);
  SlValue status = sl_value_int (SL_GOAL_PARKED);
  SlValue null = SL_VALUE_INIT;
  g_autofree char *due_text = sl_field_format (&goal->fields[SL_GOAL_DUE], &due);
  g_autofree char *color_text
      = sl_field_format (&sl_kind (SL_KIND_PARTY)->fields[SL_PARTY_COLOR], &color);
  g_autofree char *status_text = sl_field_format (&goal->fields[SL_GOAL_STATUS], &status);
  g_autofree char *null_text = sl_field_format (&goal->fields[SL_GOAL_DUE], &null);

  g_assert_cmpstr (due_text, ==, "2026-03-15");
  g_assert_cmpstr (color_text, ==, "#0584e4");
  g_assert_cmpstr (status_text, ==, "parked");
  g_assert_cmpstr (null_text, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/field/round-trip", test_round_trip);
  g_test_add_func ("/core/field/required", test_required);
  g_test_add_func ("/core/field/wrong-type", test_wrong_type);
  g_test_add_func ("/core/field/days", test_days);
  g_test_add_func ("/core/field/numbers", test_numbers);
  g_test_add_func ("/core/field/names", test_names);
  g_test_add_func ("/core/field/texts", test_texts);
  g_test_add_func ("/core/field/format", test_format);
  return g_test_run ();
}
