/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sorts the faults of a goal by letters. */

#include "config.h"

#include "analysis/sl-smart-lights.h"

#include "analysis/rules/sl-rules-smart.h"

/* Where a fault is put right. What other records must put right begins with the dates: the goal has
 * time, or somebody has. */
static guint
field_of (SlSmartFault faults)
{
  static const struct
  {
    SlSmartFault faults;
    guint field;
  } fields[] = {
    { SL_SMART_NO_OWNER, SL_GOAL_OWNER },
    { SL_SMART_NO_VERB | SL_SMART_TWO_ACTIONS | SL_SMART_UNCLEAR_WORDS | SL_SMART_ABSOLUTE_WORDS
          | SL_SMART_ENDLESS_WORDS,
      SL_GOAL_TITLE },
    { SL_SMART_NO_MEASURE, SL_GOAL_MEASURE },
    { SL_SMART_NO_SIGHT | SL_SMART_CONFLICT, SL_GOAL_PARENT },
    { SL_SMART_DUE_BEFORE_START, SL_GOAL_START },
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (faults & fields[i].faults)
      return fields[i].field;
  return SL_GOAL_DUE;
}

gboolean
sl_smart_lights (const SlFacts *facts, SlId goal, SlSmartLight lights[SL_SMART_N_LETTERS])
{
  int number = sl_facts_goal (facts, goal);
  SlSmartFault faults;

  if (number < 0 || !facts->goals[number].active || *sl_facts_title (facts, goal) == '\0')
    return FALSE;
  faults = sl_smart_look (facts, (guint)number);
  for (guint letter = 0; letter < SL_SMART_N_LETTERS; letter++)
    {
      SlSmartFault own = sl_smart_letter_faults (faults, letter);

      lights[letter] = (SlSmartLight){ .passed = own == 0,
                                       .name = sl_smart_letter_name (letter),
                                       .why = own != 0 ? sl_smart_say_faults (own) : NULL,
                                       .field = field_of (own) };
    }
  return TRUE;
}

void
sl_smart_lights_clear (SlSmartLight lights[SL_SMART_N_LETTERS])
{
  for (guint letter = 0; letter < SL_SMART_N_LETTERS; letter++)
    g_clear_pointer (&lights[letter].why, g_free);
}

char
sl_smart_letter (SlSmartLetter letter)
{
  return "SMART"[letter];
}
