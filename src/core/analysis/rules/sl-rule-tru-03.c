/* SPDX-License-Identifier: GPL-3.0-or-later */

/* TRU-03: two parties do not keep what they promise each other. Source: METHODS sections 10 and 21.
 */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-trust.h"
#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
describe (const SlFacts *facts, const SlTrustPair *pair, guint n_missed, SlId first)
{
  g_autofree char *title = sl_rule_title (facts, first);

  /* Translators: numbers of promises, two parties, a promise. */
  return g_strdup_printf (
      ngettext ("%u of %u promises between %s and %s was not kept in time (“%s”): agree on a date "
                "that holds before nobody relies on them.",
                "%u of %u promises between %s and %s were not kept in time (first “%s”): agree on "
                "dates that hold before nobody relies on them.",
                n_missed),
      n_missed, pair->promises->len, sl_people_name (facts, pair->a),
      sl_people_name (facts, pair->b), title);
}

static void
add_evidence (SlFinding *finding, const SlFacts *facts, const SlTrustPair *pair)
{
  sl_finding_add_share (finding, g_strdup (_ ("Kept in time, of those due in the last 90 days")),
                        pair->kept, SL_ID_NONE);
  for (guint i = 0; i < pair->promises->len; i++)
    {
      SlId id = g_array_index (pair->promises, SlId, i);
      g_autofree char *due = sl_day_to_text (g_array_index (pair->days, SlPromiseDays, i).due);

      sl_finding_add_evidence (finding, g_strdup (sl_facts_title (facts, id)),
                               /* Translators: a date. */
                               sl_trust_pair_is_kept (pair, i)
                                   ? g_strdup_printf (_ ("Due %s, kept"), due)
                                   : g_strdup_printf (_ ("Due %s, not kept in time"), due),
                               NAN, NULL, id);
    }
}

/* All that is still owed gets a new date. */
static void
add_new_dates (SlFinding *finding, const SlFacts *facts, const SlTrustPair *pair)
{
  g_auto (GVariantBuilder) steps = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));
  gint64 day = facts->today + SL_PEOPLE_GRACE_DAYS;
  g_autofree char *text = sl_day_to_text (day);
  SlId first = SL_ID_NONE;

  for (guint i = 0; i < pair->promises->len; i++)
    {
      SlId id = g_array_index (pair->promises, SlId, i);

      if (g_array_index (pair->days, SlPromiseDays, i).kept != SL_INT_NULL)
        continue;
      sl_remedy_add_step (&steps, "record.set", "(xsv)", id, "due", sl_rule_day_value (day));
      sl_remedy_add_step (&steps, "record.set", "(xsv)", id, "status",
                          g_variant_new_int64 (SL_PROMISE_STATUS_OPEN));
      first = first == SL_ID_NONE ? id : first;
    }
  if (first != SL_ID_NONE)
    /* Translators: a date. */
    sl_finding_add_remedy (finding, g_strdup_printf (_ ("What is still owed comes by %s"), text),
                           g_variant_builder_end (&steps), first);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const GPtrArray *pairs = sl_trust_pairs (facts);

  for (guint i = 0; i < pairs->len; i++)
    {
      const SlTrustPair *pair = pairs->pdata[i];
      double severity = sl_trust_severity (NAN, SL_TRUST_LOW, NULL, pair->kept).promises;
      SlId first = SL_ID_NONE;
      SlFinding *finding;
      guint n_missed = 0;

      if (!(severity > 0.0))
        continue;
      for (guint k = pair->promises->len; k-- > 0;)
        if (!sl_trust_pair_is_kept (pair, k))
          {
            first = g_array_index (pair->promises, SlId, k);
            n_missed++;
          }
      finding = sl_trust_find (run, pair, severity, describe (facts, pair, n_missed, first));
      add_evidence (finding, facts, pair);
      add_new_dates (finding, facts, pair);
      sl_trust_add_talk (finding, facts, pair, 0);
    }
}

const SlRule sl_rule_tru_03 = {
  .id = "TRU-03",
  .title = N_ ("Promises are not kept"),
  .why = N_ ("Nothing costs more trust than a promise that was not kept. Be open about progress, "
             "and agree on new dates before the old ones pass."),
  .sub = SL_SUB_A5,
  .reads = SL_TRUST_READS,
  .eval = eval,
};
