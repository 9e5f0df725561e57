/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cleaning, folding, escaping and shortening of text. */

#include "config.h"

#include "base/sl-text.h"

static void
assert_cleaned (const char *text, gboolean lines, const char *expected)
{
  g_autofree char *clean = sl_text_clean (text, lines, 100);

  g_assert_cmpstr (clean, ==, expected);
  g_assert_true (sl_text_is_clean (clean, lines, 100));
  g_assert_true (sl_text_is_clean (text, lines, 100) == g_str_equal (text, expected));
}

static void
test_clean (void)
{
  assert_cleaned ("Plain", FALSE, "Plain");
  assert_cleaned ("", FALSE, "");
  assert_cleaned ("Zwölf größere Ziele – الهدف 目标 👩‍🚀", FALSE,
                  "Zwölf größere Ziele – الهدف 目标 👩‍🚀");
  /* Controls and bidi overrides go, marks of direction stay. */
  assert_cleaned ("a\x01\x1b[31mb\x7f\xc2\x9b", FALSE, "a[31mb");
  assert_cleaned ("gpj.\xe2\x80\xae"
                  "exe\xe2\x81\xa6\xe2\x81\xa9",
                  FALSE, "gpj.exe");
  assert_cleaned ("a\xe2\x80\x8f"
                  "b",
                  FALSE,
                  "a\xe2\x80\x8f"
                  "b");
  assert_cleaned ("\xef\xbb\xbfx\xef\xbf\xbf", FALSE, "x");
  /* Line ends. */
  assert_cleaned ("a\r\nb\rc\nd\te", TRUE, "a\nb\nc\nd\te");
  assert_cleaned ("a\r\nb\rc\nd\te", FALSE, "a b c d e");
  assert_cleaned ("a\xe2\x80\xa8"
                  "b\xc2\x85"
                  "c",
                  TRUE, "a\nb\nc");
  /* Broken bytes become U+FFFD. */
  assert_cleaned ("a\xff"
                  "b",
                  FALSE,
                  "a\xef\xbf\xbd"
                  "b");
  assert_cleaned ("\xed\xa0\x80", FALSE, "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
}

static void
test_marks (void)
{
  g_autoptr (GString) text = g_string_new ("Z");
  g_autoptr (GString) eight = g_string_new ("Z");

  for (guint i = 0; i < 30; i++)
    g_string_append (text, "\xcc\x81");
  for (guint i = 0; i < 8; i++)
    g_string_append (eight, "\xcc\x81");
  g_string_append (text, "Z\xcc\x81");
  g_string_append (eight, "Z\xcc\x81");
  assert_cleaned (text->str, FALSE, eight->str);
}

static void
test_limit (void)
{
  g_autofree char *cut = sl_text_clean ("äöüßx", FALSE, 4);
  g_autofree char *whole = sl_text_clean ("äöüß", FALSE, 4);

  g_assert_cmpstr (cut, ==, "äöüß");
  g_assert_cmpstr (whole, ==, "äöüß");
  g_assert_false (sl_text_is_clean ("äöüßx", FALSE, 4));
  g_assert_true (sl_text_is_clean ("äöüß", FALSE, 4));
}

static void
test_random_bytes (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      char bytes[32];
      g_autofree char *clean = NULL;
      g_autofree char *again = NULL;
      gboolean lines = i % 2;

      for (guint j = 0; j < sizeof bytes - 1; j++)
        bytes[j] = (char)g_test_rand_int_range (1, 256);
      bytes[sizeof bytes - 1] = '\0';
      clean = sl_text_clean (bytes, lines, 20);
      again = sl_text_clean (clean, lines, 20);
      g_assert_true (g_utf8_validate (clean, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (clean, -1), <=, 20);
      g_assert_true (sl_text_is_clean (clean, lines, 20));
      g_assert_cmpstr (clean, ==, again);
    }
}

static void
test_fold (void)
{
  g_autofree char *upper = sl_text_fold ("CUT Delivery");
  g_autofree char *composed = sl_text_fold ("ÉTÉ Straße");
  g_autofree char *decomposed = sl_text_fold ("e\xcc\x81te\xcc\x81 STRASSE");

  g_assert_cmpstr (upper, ==, "cut delivery");
  g_assert_cmpstr (composed, ==, decomposed);
}

static void
test_fold_marks (void)
{
  g_autofree char *composed = sl_text_fold_marks ("Zürich, ÉTÉ");
  g_autofree char *arabic = sl_text_fold_marks ("كِتَاب");

  g_assert_cmpstr (composed, ==, "zurich, ete");
  g_assert_cmpstr (arabic, ==, "كتاب");
}

static void
test_capitalize (void)
{
  g_autofree char *kind = sl_text_capitalize ("écart type");
  g_autofree char *nothing = sl_text_capitalize ("");

  g_assert_cmpstr (kind, ==, "Écart type");
  g_assert_cmpstr (nothing, ==, "");
}

static void
test_escape (void)
{
  g_autofree char *escaped = sl_text_escape ("a\\b\nc\td“ü");
  g_autofree char *shortened = sl_text_shorten ("Grüße\naus Köln", 5);
  g_autofree char *fits = sl_text_shorten ("Grüße", 5);

  g_assert_cmpstr (escaped, ==, "a\\\\b\\nc\\td“ü");
  g_assert_cmpstr (shortened, ==, "Grüße…");
  g_assert_cmpstr (fits, ==, "Grüße");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/text/clean", test_clean);
  g_test_add_func ("/core/text/marks", test_marks);
  g_test_add_func ("/core/text/limit", test_limit);
  g_test_add_func ("/core/text/random-bytes", test_random_bytes);
  g_test_add_func ("/core/text/fold", test_fold);
  g_test_add_func ("/core/text/fold-marks", test_fold_marks);
  g_test_add_func ("/core/text/capitalize", test_capitalize);
  g_test_add_func ("/core/text/escape", test_escape);
  return g_test_run ();
}
