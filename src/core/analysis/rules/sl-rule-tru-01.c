/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TRU-01: one party trusts another too little. Source: METHODS sections 10 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-trust.h"
#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
describe (const SlFacts *facts, const SlTrustPair *pair, guint side, const SlTrustAnswer *answer)
{
  const char *from = sl_people_name (facts, sl_trust_pair_from (pair, side));
  const char *to = sl_people_name (facts, sl_trust_pair_to (pair, side));
  g_autofree char *day = sl_day_to_text (answer->day);

  if (!sl_trust_may_tell (answer))
    /* Translators: two parties, a date. */
    return g_strdup_printf (_ ("%s trusts %s too little, as was said on %s: ask what has to change "
                               "before both rely on each other."),
                            from, to, day);
  /* Translators: two parties, two amounts of trust. */
  return g_strdup_printf (_ ("%s trusts %s with %d of 100, and below %d is little: ask what has to "
                             "change before both rely on each other."),
                          from, to, (int)lround (answer->level), (int)SL_TRUST_LOW);
}

static void
tell (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  const SlTrustPair *pair = *(const SlTrustPair *const *)note;
  guint side = 0;
  const SlTrustAnswer *answer = sl_trust_pair_lower (pair, &side);

  finding->sentence = describe (facts, pair, side, answer);
  for (guint of = 0; of < 2; of++)
    if (sl_trust_pair_last (pair, of) != NULL)
      sl_trust_add_answer (finding, facts, pair, of, sl_trust_pair_last (pair, of));
  sl_finding_add_number (finding, g_strdup (_ ("Little trust is below")), SL_TRUST_LOW, "point",
                         SL_ID_NONE);
  sl_trust_add_talk (finding, facts, pair, side);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const GPtrArray *pairs = sl_trust_pairs (facts);

  for (guint i = 0; i < pairs->len; i++)
    {
      const SlTrustPair *pair = pairs->pdata[i];
      guint side = 0;
      const SlTrustAnswer *answer = sl_trust_pair_lower (pair, &side);
      SlFinding *finding;
      double severity;

      if (answer == NULL)
        continue;
      severity = sl_trust_severity (answer->level, SL_TRUST_LOW, NULL, NAN).level;
      if (!(severity > 0.0))
        continue;
      finding = sl_trust_find_later (run, pair, severity, tell);
      if (sl_veto_by_trust (answer->level))
        finding->veto = SL_VETO_TRUST;
    }
}

const SlRule sl_rule_tru_01 = {
  .id = "TRU-01",
  .title = N_ ("A party trusts another too little"),
  .why = N_ ("Without trust everything is checked, put in writing and slowed down. Be open about "
             "what goes wrong, and keep what is promised."),
  .sub = SL_SUB_A5,
  .reads = SL_TRUST_READS,
  .eval = eval,
};
