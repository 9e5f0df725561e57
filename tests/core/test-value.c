/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Values: copies, equality, canonical text. */

#include "config.h"

#include "base/sl-value.h"

#include <math.h>

static void
test_copy (void)
{
  g_auto (SlValue) text = sl_value_text ("Lieferzeit");
  SlValue copy = sl_value_copy (&text);

  g_assert_true (copy.s == text.s);
  g_assert_true (sl_value_equal (&text, &copy));
  sl_value_clear (&copy);
  g_assert_cmpint (copy.type, ==, SL_VALUE_NULL);
  g_assert_cmpstr (text.s, ==, "Lieferzeit");

  copy = sl_value_text (NULL);
  g_assert_cmpint (copy.type, ==, SL_VALUE_NULL);
}

static void
test_equal (void)
{
  SlValue null = SL_VALUE_INIT;
  SlValue zero = sl_value_int (0);
  SlValue real_zero = sl_value_real (0);
  SlValue minus_zero = sl_value_real (-0.0);
  SlValue one = sl_value_real (1);
  g_auto (SlValue) empty = sl_value_text ("");
  g_auto (SlValue) a = sl_value_text ("a");
  g_auto (SlValue) other_a = sl_value_text ("a");

  g_assert_true (sl_value_equal (&null, &null));
  g_assert_false (sl_value_equal (&null, &zero));
  g_assert_false (sl_value_equal (&null, &empty));
  g_assert_false (sl_value_equal (&zero, &real_zero));
  g_assert_true (sl_value_equal (&real_zero, &minus_zero));
  g_assert_false (signbit (minus_zero.r));
  g_assert_false (sl_value_equal (&real_zero, &one));
  g_assert_true (sl_value_equal (&a, &other_a));
  g_assert_false (sl_value_equal (&a, &empty));
}

static void
test_to_string (void)
{
  static const struct
  {
    double value;
    const char *text;
  } reals[] = { { 0, "0" },
                { 0.1, "0.1" },
                { 1.0 / 3, "0.3333333333333333" },
                { 1e6, "1000000" },
                { -2.5, "-2.5" },
                { 5e-324, "4.94065645841247e-324" },
                { G_MAXDOUBLE, "1.7976931348623157e+308" } };
  SlValue null = SL_VALUE_INIT;
  SlValue number = sl_value_int (G_MININT64 + 1);
  g_autofree char *null_text = sl_value_to_string (&null);
  g_autofree char *number_text = sl_value_to_string (&number);

  g_assert_cmpstr (null_text, ==, "");
  g_assert_cmpstr (number_text, ==, "-9223372036854775807");
  for (guint i = 0; i < G_N_ELEMENTS (reals); i++)
    {
      SlValue real = sl_value_real (reals[i].value);
      g_autofree char *text = sl_value_to_string (&real);

      g_assert_cmpstr (text, ==, reals[i].text);
    }
}

static void
test_real_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      double r = ldexp (g_test_rand_double_range (-1, 1), g_test_rand_int_range (-300, 300));
      g_autofree char *text = sl_real_to_string (r);

      g_assert_true (g_ascii_strtod (text, NULL) == r);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/value/copy", test_copy);
  g_test_add_func ("/core/value/equal", test_equal);
  g_test_add_func ("/core/value/to-string", test_to_string);
  g_test_add_func ("/core/value/real-round-trip", test_real_round_trip);
  return g_test_run ();
}
