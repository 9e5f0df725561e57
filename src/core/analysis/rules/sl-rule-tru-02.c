/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TRU-02: trust falls from review to review, more than chance would do. Source: METHODS sections 10
 * and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-trust.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static gboolean
read_trend (const SlTrustPair *pair, guint side, SlTrend *trend)
{
  const GArray *answers = pair->answers[side];
  g_autofree double *levels = g_new0 (double, answers->len + 1);

  for (guint i = 0; i < answers->len; i++)
    levels[i] = g_array_index (answers, SlTrustAnswer, i).level;
  return sl_trend (levels, answers->len, trend) && trend->falling;
}

/* The side whose trust falls faster. Returns: whether any falls */
static gboolean
find_fall (const SlTrustPair *pair, guint *side, SlTrend *trend)
{
  SlTrend trends[2];
  gboolean falls[2];

  for (guint of = 0; of < 2; of++)
    falls[of] = read_trend (pair, of, &trends[of]);
  *side = !falls[0] || (falls[1] && trends[1].slope < trends[0].slope) ? 1 : 0;
  *trend = trends[*side];
  return falls[*side];
}

static char *
describe (const SlFacts *facts, const SlTrustPair *pair, guint side, const SlTrend *trend)
{
  const char *from = sl_people_name (facts, sl_trust_pair_from (pair, side));
  const char *to = sl_people_name (facts, sl_trust_pair_to (pair, side));
  const GArray *answers = pair->answers[side];
  const SlTrustAnswer *first = &g_array_index (answers, SlTrustAnswer, 0);
  const SlTrustAnswer *last = sl_trust_pair_last (pair, side);

  if (!sl_trust_may_tell (first) || !sl_trust_may_tell (last))
    /* Translators: two parties, a number of answers. */
    return g_strdup_printf (_ ("Trust of %s in %s has been falling over %u answers: talk about "
                               "what broke it first, then meet regularly."),
                            from, to, trend->n);
  /* Translators: two parties, trust then and now, a number of answers, "1 in 120". */
  return g_strdup_printf (_ ("Trust of %s in %s fell from %d to %d of 100 over %u answers (by "
                             "chance 1 in %d): talk about what broke it first, then meet "
                             "regularly."),
                          from, to, (int)lround (first->level), (int)lround (last->level), trend->n,
                          (int)floor (1.0 / trend->one_sided));
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const GPtrArray *pairs = sl_trust_pairs (facts);

  for (guint i = 0; i < pairs->len; i++)
    {
      const SlTrustPair *pair = pairs->pdata[i];
      SlFinding *finding;
      SlTrend trend = { 0 };
      guint side = 0;

      if (!find_fall (pair, &side, &trend))
        continue;
      finding = sl_trust_find (run, pair, sl_trust_severity (NAN, SL_TRUST_LOW, &trend, NAN).trend,
                               describe (facts, pair, side, &trend));
      for (guint k = 0; k < pair->answers[side]->len; k++)
        sl_trust_add_answer (finding, facts, pair, side,
                             &g_array_index (pair->answers[side], SlTrustAnswer, k));
      sl_trust_add_talk (finding, facts, pair, side);
    }
}

const SlRule sl_rule_tru_02 = {
  .id = "TRU-02",
  .title = N_ ("Trust keeps falling"),
  .why = N_ ("Trust falls slowly and then all at once. Review progress together in regular "
             "meetings, and begin with the point that was broken."),
  .sub = SL_SUB_A5,
  .reads = SL_TRUST_READS,
  .eval = eval,
};
