/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The letters of SMART. */

#include "config.h"

#include "sl-smart.h"

#include <math.h>

/* Words that promise no end. */
static const char *const endless[] = { "ongoing", "eventually", "asap", "as soon as possible" };

static SlSmartFault
if_so (gboolean fault, SlSmartFault bit)
{
  return fault ? bit : 0;
}

static gboolean
is_endless (const SlSmartText *text)
{
  for (guint i = 0; i < text->hints->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (endless); k++)
      if (g_str_equal (g_array_index (text->hints, SlSmartHint, i).word, endless[k]))
        return TRUE;
  return FALSE;
}

static SlSmartFault
check_words (const SlSmartText *text)
{
  static const SlSmartRule unclear[]
      = { SL_SMART_VAGUE, SL_SMART_ESCAPE, SL_SMART_OPEN, SL_SMART_WEAK, SL_SMART_OPTION };
  SlSmartFault faults
      = if_so (!text->starts_with_verb, SL_SMART_NO_VERB)
        | if_so (sl_smart_text_has (text, SL_SMART_COMPOUND), SL_SMART_TWO_ACTIONS)
        | if_so (sl_smart_text_has (text, SL_SMART_ABSOLUTE), SL_SMART_ABSOLUTE_WORDS)
        | if_so (is_endless (text), SL_SMART_ENDLESS_WORDS);
  for (guint i = 0; i < G_N_ELEMENTS (unclear); i++)
    faults |= if_so (sl_smart_text_has (text, unclear[i]), SL_SMART_UNCLEAR_WORDS);
  return faults;
}

static SlSmartFault
check_dates (const SlSmartFacts *facts)
{
  if (isnan (facts->due_day))
    return SL_SMART_NO_DUE;
  /* What is not known is no fault: comparisons with NAN are false. */
  return if_so (facts->due_day <= facts->start_day, SL_SMART_DUE_BEFORE_START)
         | if_so (facts->due_day < facts->horizon_start || facts->due_day > facts->horizon_end,
                  SL_SMART_DUE_OUTSIDE);
}

SlSmartFault
sl_smart_check (const SlSmartText *text, const SlSmartFacts *facts)
{
  gboolean has_number = text != NULL && text->has_measure;
  SlSmartFault faults
      = check_dates (facts) | if_so (facts->n_owners != 1, SL_SMART_NO_OWNER)
        | if_so (!facts->has_kpi && !has_number, SL_SMART_NO_MEASURE)
        | if_so (!facts->has_effort, SL_SMART_NO_EFFORT)
        | if_so (facts->overbooked, SL_SMART_OVERBOOKED)
        | if_so (facts->required_pace > SL_SMART_PACE_LIMIT * facts->best_pace, SL_SMART_PACE)
        | if_so (!facts->has_sight, SL_SMART_NO_SIGHT)
        | if_so (facts->worst_conflict >= SL_SMART_CONFLICT_LIMIT, SL_SMART_CONFLICT);
  return text != NULL ? faults | check_words (text) : faults;
}

SlSmartFault
sl_smart_letter_faults (SlSmartFault faults, SlSmartLetter letter)
{
  static const SlSmartFault of_letters[SL_SMART_N_LETTERS] = {
    [SL_SMART_S]
    = SL_SMART_NO_VERB | SL_SMART_TWO_ACTIONS | SL_SMART_UNCLEAR_WORDS | SL_SMART_NO_OWNER,
    [SL_SMART_M] = SL_SMART_NO_MEASURE,
    [SL_SMART_A]
    = SL_SMART_NO_EFFORT | SL_SMART_OVERBOOKED | SL_SMART_PACE | SL_SMART_ABSOLUTE_WORDS,
    [SL_SMART_R] = SL_SMART_NO_SIGHT | SL_SMART_CONFLICT,
    [SL_SMART_T]
    = SL_SMART_NO_DUE | SL_SMART_DUE_BEFORE_START | SL_SMART_DUE_OUTSIDE | SL_SMART_ENDLESS_WORDS,
  };
  g_return_val_if_fail ((guint)letter < SL_SMART_N_LETTERS, 0);
  return faults & of_letters[letter];
}

guint
sl_smart_score (SlSmartFault faults)
{
  guint score = 0;
  for (guint letter = 0; letter < SL_SMART_N_LETTERS; letter++)
    score += sl_smart_letter_faults (faults, letter) == 0;
  return score;
}

double
sl_smart_severity (SlSmartFault faults)
{
  return (double)(SL_SMART_N_LETTERS - sl_smart_score (faults)) / SL_SMART_N_LETTERS;
}
