/* SPDX-License-Identifier: GPL-3.0-or-later */

/* COM-04: one side waits for another, and nobody is named to settle questions. Source: METHODS
 * sections 9 and 21; DECISIONS, Engine. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-people.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SEVERITY 0.5

static char *
describe (const SlFacts *facts, const SlHandOver *hand)
{
  g_autofree char *before = sl_rule_name (facts, hand->before, hand->giver);
  g_autofree char *after = sl_rule_name (facts, hand->after, hand->taker);

  /* Translators: what waits with its party, what it waits for with its party. */
  return g_strdup_printf (_ ("%s waits for %s, but nobody is named to settle questions: agree on a "
                             "contact before the hand-off slips."),
                          after, before);
}

static void
add_evidence (SlFinding *finding, const SlFacts *facts, const SlHandOver *hand)
{
  sl_finding_add_evidence (finding, g_strdup (_ ("Gives")),
                           sl_rule_name (facts, hand->before, hand->giver), NAN, NULL,
                           hand->before);
  sl_finding_add_evidence (finding, g_strdup (_ ("Waits")),
                           sl_rule_name (facts, hand->after, hand->taker), NAN, NULL, hand->after);
  sl_finding_add_evidence (finding, g_strdup (_ ("Contact")), g_strdup (_ ("Nobody")), NAN, NULL,
                           hand->id);
}

static void
add_contact (SlFinding *finding, const SlFacts *facts, const SlHandOver *hand, int party)
{
  /* Translators: a party. */
  sl_finding_add_remedy (
      finding, g_strdup_printf (_ ("%s settles questions"), sl_people_name (facts, party)),
      sl_remedy_set (hand->id, "contact", g_variant_new_int64 (facts->parties[party].id)),
      hand->id);
}

static void
tell (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  const SlHandOver *hand = *(const SlHandOver *const *)note;

  finding->sentence = describe (facts, hand);
  add_evidence (finding, facts, hand);
  add_contact (finding, facts, hand, hand->giver);
  add_contact (finding, facts, hand, hand->taker);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_DEPENDENCY);
  const GArray *hands = sl_people_hand_overs (facts);

  for (guint i = 0; i < hands->len; i++)
    {
      const SlHandOver *hand = &g_array_index (hands, SlHandOver, i);
      int goal = sl_facts_shared_above (facts, hand->goal);
      SlFinding *finding;

      if (sl_table_is_set (table, hand->row, SL_DEPENDENCY_CONTACT))
        continue;
      finding
          = sl_rule_find_later (run, SEVERITY, tell, &hand, sizeof hand, hand->after, hand->before);
      sl_rule_add_party (finding, facts, hand->taker);
      sl_rule_add_party (finding, facts, hand->giver);
      if (goal >= 0)
        sl_finding_touch (finding, SL_SUB_A4B, facts->goals[goal].id,
                          facts->parties[sl_people_side (facts, hand->taker)].id, SEVERITY);
    }
}

const SlRule sl_rule_com_04 = {
  .id = "COM-04",
  .title = N_ ("A hand-off has no contact"),
  .why = N_ ("Where work passes from one party to another, things get lost. Name one person who "
             "settles questions on both sides."),
  .sub = SL_SUB_A4B,
  .reads = SL_KIND_BIT (SL_KIND_DEPENDENCY) | SL_KIND_BIT (SL_KIND_TASK)
           | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_GOAL)
           | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
