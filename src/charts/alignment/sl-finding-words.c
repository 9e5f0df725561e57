/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All names in a finding's words are titles of records that it knows. */

#include "config.h"

#include "alignment/sl-finding-words.h"

#include "sl-words.h"

static void
add_names (GPtrArray *names, const SlFacts *facts, const GArray *ids)
{
  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (names, (gpointer)sl_facts_title (facts, g_array_index (ids, SlId, i)));
}

static void
add_owners (GPtrArray *names, const SlFacts *facts, const GArray *goals)
{
  for (guint i = 0; i < goals->len; i++)
    {
      const int goal = sl_facts_goal (facts, g_array_index (goals, SlId, i));

      if (goal >= 0 && facts->goals[goal].owner >= 0)
        g_ptr_array_add (
            names, (gpointer)sl_facts_title (facts, facts->parties[facts->goals[goal].owner].id));
    }
}

char *
sl_finding_words (const SlFinding *finding, const SlFacts *facts, const char *text)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (finding != NULL && facts != NULL && text != NULL, NULL);

  add_names (names, facts, finding->subjects);
  add_names (names, facts, finding->parties);
  add_owners (names, facts, finding->subjects);
  for (guint i = 0; i < finding->evidence->len; i++)
    {
      const SlEvidence *evidence = &g_array_index (finding->evidence, SlEvidence, i);

      if (evidence->record != SL_ID_NONE)
        g_ptr_array_add (names, (gpointer)sl_facts_title (facts, evidence->record));
    }
  g_ptr_array_add (names, NULL);
  return sl_words_isolate (text, (const char *const *)names->pdata);
}
