/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TRU-04: one party trusts the other much more than it is trusted. Source: METHODS sections 10 and
 * 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-trust.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SEVERITY 0.25

static char *
describe (const SlFacts *facts, const SlTrustPair *pair, guint side, const SlTrustAnswer *lower,
          const SlTrustAnswer *higher)
{
  const char *from = sl_people_name (facts, sl_trust_pair_from (pair, side));
  const char *to = sl_people_name (facts, sl_trust_pair_to (pair, side));

  if (!sl_trust_may_tell (lower) || !sl_trust_may_tell (higher))
    /* Translators: two parties, trusting and trusted. */
    return g_strdup_printf (_ ("%s trusts %s much more than the other way round: have both say "
                               "what they expect before one side stops giving."),
                            to, from);
  /* Translators: two parties, trust of 100; trust in the other direction. */
  return g_strdup_printf (_ ("%s trusts %s with %d of 100, but is trusted with only %d: have both "
                             "say what they expect before one side stops giving."),
                          to, from, (int)lround (higher->level), (int)lround (lower->level));
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
      const SlTrustAnswer *lower = sl_trust_pair_lower (pair, &side);
      const SlTrustAnswer *higher = sl_trust_pair_last (pair, 1 - side);
      SlFinding *finding;

      if (lower == NULL || higher == NULL || !sl_trust_is_lopsided (lower->level, higher->level))
        continue;
      finding = sl_trust_find (run, pair, SEVERITY, describe (facts, pair, side, lower, higher));
      sl_trust_add_answer (finding, facts, pair, side, lower);
      sl_trust_add_answer (finding, facts, pair, 1 - side, higher);
      sl_trust_add_talk (finding, facts, pair, side);
    }
}

const SlRule sl_rule_tru_04 = {
  .id = "TRU-04",
  .title = N_ ("Trust is one-sided"),
  .why = N_ ("Who trusts and is not trusted will be disappointed. Have both sides tell each other "
             "how they see their work together."),
  .sub = SL_SUB_A5,
  .reads = SL_TRUST_READS,
  .eval = eval,
};
