/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers and names inside sentences. */

#include "config.h"

#include "sl-font.h"
#include "sl-words.h"

static void
test_numbers (void)
{
  g_assert_cmpstr (sl_words_number (4), ==, "four");
  g_assert_cmpstr (sl_words_number (12), ==, "twelve");
  g_assert_cmpstr (sl_words_number (13), ==, "13");
  g_assert_cmpstr (sl_words_number_first (0), ==, "No");
  g_assert_cmpstr (sl_words_number_first (6), ==, "Six");
  g_assert_cmpstr (sl_words_number_first (40), ==, "40");
}

static void
test_signed (void)
{
  g_autofree char *plus = sl_words_signed (3);
  g_autofree char *none = sl_words_signed (0);
  g_autofree char *minus = sl_words_signed (-2);

  g_assert_cmpstr (plus, ==, "+3");
  g_assert_cmpstr (none, ==, "0");
  g_assert_cmpstr (minus, ==, "−2");
}

/* A name of the other direction does not turn the sentence, also where it comes first. */
static void
test_names (void)
{
  g_autofree char *plain = sl_words_name ("Sales 2");
  g_autofree char *turned = sl_words_name ("المالية");
  g_autofree char *sentence = g_strdup_printf ("%s is late", turned);
  g_autofree char *bare = g_strdup_printf ("%s is late", "المالية");

  g_assert_cmpstr (plain, ==, "Sales 2");
  g_assert_false (sl_words_locale_is_rtl ());
  g_autoptr (PangoLayout) layout = sl_font_create_layout (NULL, SL_FONT_LABEL, sentence);
  g_assert_cmpint (pango_layout_get_line_readonly (layout, 0)->resolved_dir, ==,
                   PANGO_DIRECTION_LTR);
  g_autoptr (PangoLayout) without = sl_font_create_layout (NULL, SL_FONT_LABEL, bare);
  g_assert_cmpint (pango_layout_get_line_readonly (without, 0)->resolved_dir, ==,
                   PANGO_DIRECTION_RTL);
}

static void
test_isolate (void)
{
  const char *const names[] = { "Sales", "المالية", "خفض زمن التطوير من ١٤", NULL };
  g_autofree char *both = sl_words_isolate ("Sales and المالية disagree", names);
  g_autofree char *cut = sl_words_isolate ("“خفض زمن…” is late", names);
  g_autofree char *plain = sl_words_isolate ("Sales is late", names);

  g_assert_cmpstr (both, ==, "Sales and \u200e\u2068المالية\u2069 disagree");
  g_assert_cmpstr (cut, ==, "“\u200e\u2068خفض زمن…\u2069” is late");
  g_assert_cmpstr (plain, ==, "Sales is late");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/charts/words/numbers", test_numbers);
  g_test_add_func ("/charts/words/signed", test_signed);
  g_test_add_func ("/charts/words/names", test_names);
  g_test_add_func ("/charts/words/isolate", test_isolate);
  return g_test_run ();
}
