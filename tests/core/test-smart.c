/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Words of goals: phrases, dates and numbers in sentences of all sorts; and the letters of SMART,
 * one fault after the other. */

#include "config.h"

#include "methods/sl-smart.h"

#include "near.h"

#include <string.h>

/* "TXT-VAGUE:good TXT-OPEN:etc." (transfer full) */
static char *
to_text (const SlSmartText *text)
{
  GString *string = g_string_new (NULL);
  for (guint i = 0; i < text->hints->len; i++)
    {
      const SlSmartHint *hint = &g_array_index (text->hints, SlSmartHint, i);
      g_string_append_printf (string, "%s%s:%s", i > 0 ? "|" : "",
                              sl_smart_rule_id (hint->rule) + strlen ("TXT-"), hint->word);
    }
  return g_string_free (string, FALSE);
}

static void
assert_hints (const char *sentence, const char *want)
{
  g_autoptr (SlSmartText) text = sl_smart_text_new (sentence);
  g_autofree char *got = to_text (text);
  g_assert_cmpstr (got, ==, want);
}

static void
test_phrases (void)
{
  assert_hints ("", "");
  assert_hints ("   ", "");
  assert_hints ("Increase sales by 5 %", "");
  /* The longest counts, across white space of any kind, and capitals do not matter. */
  assert_hints ("Respond In  a\ttimely\u00a0manner", "VAGUE:in a timely manner");
  assert_hints ("Where appropriate, and as appropriate",
                "ESCAPE:where appropriate|VAGUE:as appropriate");
  assert_hints ("including but not limited to PDF, etc.",
                "OPEN:including but not limited to|OPEN:etc.");
  assert_hints ("PDF etc, HTML etc", "OPEN:etc|OPEN:etc");
  /* Whole words only; a hyphen ends a word, but belongs to phrases that have one. */
  assert_hints ("Goodness, bestow, smaller, mayor, canned, étc", "");
  assert_hints ("user-friendly and user friendly, best-in-class",
                "VAGUE:user-friendly|VAGUE:user friendly|VAGUE:best");
  assert_hints ("state\u2011of\u2011the\u2011art", "VAGUE:state-of-the-art");
  assert_hints ("Zero defects in 100 percent, 100%, 100 % but not 1100% or 99.100%",
                "ABSOLUTE:zero defects|ABSOLUTE:100 percent|ABSOLUTE:100%|ABSOLUTE:100 %");
}

/* What people begin goals with beyond the list counts apart; words that name no result do not. */
static void
test_verbs (void)
{
  static const struct
  {
    const char *text;
    gboolean listed;
    gboolean other;
  } cases[] = { { "Launch the product", TRUE, FALSE },    { "Freeze the design", FALSE, TRUE },
                { "“Agree on” one date", FALSE, TRUE },   { "Agree one date", FALSE, FALSE },
                { "Review all contracts", FALSE, FALSE }, { "The makers", FALSE, FALSE },
                { "Haven for all", FALSE, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlSmartText) text = sl_smart_text_new (cases[i].text);

      g_assert_cmpint (text->starts_with_verb, ==, cases[i].listed);
      g_assert_cmpint (text->starts_with_other_verb, ==, cases[i].other);
    }
}

static void
test_places (void)
{
  const char *sentence = "Für die Größe: Good, ASAP";
  g_autoptr (SlSmartText) text = sl_smart_text_new (sentence);
  g_assert_cmpuint (text->hints->len, ==, 2);
  const SlSmartHint *good = &g_array_index (text->hints, SlSmartHint, 0);
  const SlSmartHint *asap = &g_array_index (text->hints, SlSmartHint, 1);
  g_autofree char *first = g_strndup (sentence + good->start, good->end - good->start);
  g_autofree char *second = g_strndup (sentence + asap->start, asap->end - asap->start);
  g_assert_cmpstr (first, ==, "Good");
  g_assert_cmpstr (second, ==, "ASAP");
}

static void
test_time (void)
{
  assert_hints ("Review all contracts every quarter", "ABSOLUTE:all");
  assert_hints ("Ship every two weeks, all day, every 3 months, every other Monday", "");
  assert_hints ("Every May, every Q4, all 2027", "");
  assert_hints ("Every weekly report", "ABSOLUTE:every");
  assert_hints ("Every two reports", "ABSOLUTE:every");
  assert_hints ("Never mind all", "ABSOLUTE:never|ABSOLUTE:all");
}

static void
test_compound (void)
{
  assert_hints ("Improve quality and reduce cost", "COMPOUND:and");
  assert_hints ("Improve quality and reduce cost and raise fast", "COMPOUND:and|VAGUE:fast");
  assert_hints ("Improve good things and reduce some", "VAGUE:good|COMPOUND:and|VAGUE:some");
  assert_hints ("Improve quality and cost", "");
  assert_hints ("Quality and cost: reduce", "");
  assert_hints ("Grow and/or keep", "OPEN:and/or");
  assert_hints ("Grow sales and so on, then stop", "OPEN:and so on");
}

/* @flags: of "measure", "date", "verb" the first letters */
static void
assert_flags (const char *sentence, const char *flags)
{
  g_autoptr (SlSmartText) text = sl_smart_text_new (sentence);
  g_autofree char *got
      = g_strdup_printf ("%s%s%s", text->has_measure ? "m" : "", text->has_date ? "d" : "",
                         text->starts_with_verb ? "v" : "");
  if (!g_str_equal (got, flags))
    g_error ("“%s”: %s, expected %s", sentence, got, flags);
}

static void
test_dates (void)
{
  static const char *const dates[] = { "2027-03-15",   "2027-03",   "15.3.2027",
                                       "15.03.27",     "3/15/2027", "March 15",
                                       "March 2027",   "15 March",  "15th of March 2027",
                                       "Mar 15, 2027", "1. March",  "Sept. 2027",
                                       "December",     "Q3",        "q1",
                                       "H2 2027",      "2027",      "1900",
                                       "2099",         "31 Dec",    "March 15th, 2027" };
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *sentence = g_strdup_printf ("Launch by %s.", dates[i]);
      assert_flags (sentence, "dv");
    }
  static const char *const numbers[]
      = { "2100", "1899", "1999.5", "2,000",      "2000 %", "€2000", "2000 €",
          "27",   "Q5 3", "3.5",    "13.13.13 x", "+5",     "<3" };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *sentence = g_strdup_printf ("Reach %s", numbers[i]);
      assert_flags (sentence, "mv");
    }
  static const char *const neither[]
      = { "B2B", "CO2 neutrality", "Q7", "H3", "Jan", "dec", "twelve" };
  for (guint i = 0; i < G_N_ELEMENTS (neither); i++)
    {
      g_autofree char *sentence = g_strdup_printf ("Sell %s", neither[i]);
      assert_flags (sentence, "v");
    }
}

static void
test_may (void)
{
  assert_hints ("The team may decide", "WEAK:may");
  assert_hints ("May they decide", "WEAK:may");
  assert_hints ("may 5 people come", "WEAK:may");
  assert_hints ("Open in May", "");
  assert_hints ("Open may 2027", "");
  assert_hints ("Open on 5 may", "");
  assert_hints ("May 5: open", "");
  assert_flags ("Hold a march", "v");
}

static void
test_flags (void)
{
  assert_flags ("Keep at least 95 % of deliveries on time in every month of 2027", "mdv");
  assert_flags ("Train 40 engineers in Q3 2027", "mdv");
  assert_flags ("“Launch” the product", "v");
  assert_flags ("– launch it", "v");
  assert_flags ("Launching it", "");
  assert_flags ("We launch it", "");
}

static void
test_ignore (void)
{
  g_autoptr (SlSmartText) text = sl_smart_text_new ("Good and good, never bad");
  sl_smart_text_ignore (text, "Good");
  g_autofree char *got = to_text (text);
  g_assert_cmpstr (got, ==, "ABSOLUTE:never|VAGUE:bad");
  g_assert_true (sl_smart_text_has (text, SL_SMART_VAGUE));
  g_assert_false (sl_smart_text_has (text, SL_SMART_WEAK));
}

/* Whatever is typed: hints in order, within the text, on whole characters. */
static void
test_random (void)
{
  static const char *const pieces[]
      = { "all ", "every ", "Q3",   "2027",  "-",        "may ", "and ", "cut ",
          "etc.", "ü",      "100 ", "%",     "\u2011",   ".",    "15",   " ",
          "\n",   "March",  "as ",  "soon ", "possible", "/",    "😀",    "1" };
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GString) sentence = g_string_new (NULL);
      for (guint i = g_test_rand_int_range (0, 14); i > 0; i--)
        g_string_append (sentence, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      g_autoptr (SlSmartText) text = sl_smart_text_new (sentence->str);
      guint behind = 0;
      for (guint i = 0; i < text->hints->len; i++)
        {
          const SlSmartHint *hint = &g_array_index (text->hints, SlSmartHint, i);
          g_assert_cmpuint (hint->start, >=, behind);
          g_assert_cmpuint (hint->end, >, hint->start);
          g_assert_cmpuint (hint->end, <=, sentence->len);
          g_assert_true (
              g_utf8_validate (sentence->str + hint->start, hint->end - hint->start, NULL));
          behind = hint->end;
        }
    }
}

/* --- Letters --- */

/* Facts of a goal with which nothing is wrong. */
static SlSmartFacts
good_facts (void)
{
  return (SlSmartFacts){ 1, TRUE, TRUE, FALSE, 3, 2, TRUE, 0.49, 0, 100, 0, 100 };
}

static void
assert_letters (const char *sentence, const SlSmartFacts *facts, SlSmartFault want,
                guint want_score)
{
  g_autoptr (SlSmartText) text = sentence != NULL ? sl_smart_text_new (sentence) : NULL;
  SlSmartFault got = sl_smart_check (text, facts);
  g_assert_cmpint (got, ==, want);
  g_assert_cmpuint (sl_smart_score (got), ==, want_score);
  assert_near (sl_smart_severity (got), (5 - want_score) / 5.0);
}

static void
test_letters (void)
{
  SlSmartFacts facts = good_facts ();
  assert_letters ("Launch it", &facts, 0, 5);
  assert_letters (NULL, &facts, 0, 5);
  assert_letters ("It", &facts, SL_SMART_NO_VERB, 4);
  assert_letters ("Launch and sell it", &facts, SL_SMART_TWO_ACTIONS, 4);
  assert_letters ("Launch good things", &facts, SL_SMART_UNCLEAR_WORDS, 4);
  assert_letters ("Launch things, etc.", &facts, SL_SMART_UNCLEAR_WORDS, 4);
  assert_letters ("Launch if possible", &facts, SL_SMART_UNCLEAR_WORDS, 4);
  assert_letters ("Launch what can fly", &facts, SL_SMART_UNCLEAR_WORDS, 4);
  assert_letters ("Launch either", &facts, SL_SMART_UNCLEAR_WORDS, 4);
  assert_letters ("Launch all", &facts, SL_SMART_ABSOLUTE_WORDS, 4);
  assert_letters ("Launch asap", &facts, SL_SMART_UNCLEAR_WORDS | SL_SMART_ENDLESS_WORDS, 3);
  assert_letters ("Launch as soon as possible", &facts,
                  SL_SMART_UNCLEAR_WORDS | SL_SMART_ENDLESS_WORDS, 3);
  facts.n_owners = 2;
  assert_letters ("Launch it", &facts, SL_SMART_NO_OWNER, 4);
  facts = good_facts ();
  facts.has_kpi = FALSE;
  assert_letters ("Launch it", &facts, SL_SMART_NO_MEASURE, 4);
  assert_letters ("Launch it in 2027", &facts, SL_SMART_NO_MEASURE, 4);
  assert_letters ("Launch 3 of it", &facts, 0, 5);
  facts = good_facts ();
  facts.has_effort = FALSE;
  facts.overbooked = TRUE;
  facts.required_pace = 3.01;
  assert_letters ("Launch it", &facts, SL_SMART_NO_EFFORT | SL_SMART_OVERBOOKED | SL_SMART_PACE, 4);
  facts = good_facts ();
  facts.best_pace = NAN;
  assert_letters ("Launch it", &facts, 0, 5);
  facts.has_sight = FALSE;
  facts.worst_conflict = 0.5;
  assert_letters ("Launch it", &facts, SL_SMART_NO_SIGHT | SL_SMART_CONFLICT, 4);
}

static void
test_due (void)
{
  SlSmartFacts facts = good_facts ();
  facts.start_day = facts.due_day;
  assert_letters (NULL, &facts, SL_SMART_DUE_BEFORE_START, 4);
  facts = good_facts ();
  facts.due_day = 101;
  assert_letters (NULL, &facts, SL_SMART_DUE_OUTSIDE, 4);
  facts.horizon_end = NAN;
  assert_letters (NULL, &facts, 0, 5);
  facts.start_day = NAN;
  facts.due_day = -1;
  assert_letters (NULL, &facts, SL_SMART_DUE_OUTSIDE, 4);
  facts.due_day = NAN;
  assert_letters (NULL, &facts, SL_SMART_NO_DUE, 4);
  SlSmartFacts nothing = SL_SMART_FACTS_INIT;
  assert_letters ("It", &nothing,
                  SL_SMART_NO_VERB | SL_SMART_NO_OWNER | SL_SMART_NO_MEASURE | SL_SMART_NO_EFFORT
                      | SL_SMART_NO_SIGHT | SL_SMART_NO_DUE,
                  0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/smart/phrases", test_phrases);
  g_test_add_func ("/core/smart/verbs", test_verbs);
  g_test_add_func ("/core/smart/places", test_places);
  g_test_add_func ("/core/smart/time", test_time);
  g_test_add_func ("/core/smart/compound", test_compound);
  g_test_add_func ("/core/smart/dates", test_dates);
  g_test_add_func ("/core/smart/may", test_may);
  g_test_add_func ("/core/smart/flags", test_flags);
  g_test_add_func ("/core/smart/ignore", test_ignore);
  g_test_add_func ("/core/smart/random", test_random);
  g_test_add_func ("/core/smart/letters", test_letters);
  g_test_add_func ("/core/smart/due", test_due);
  return g_test_run ();
}
