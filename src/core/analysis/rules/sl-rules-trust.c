/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Findings, evidence and fixes about the trust of a pair of parties. */

#include "config.h"

#include "analysis/rules/sl-rules-trust.h"

#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

gboolean
sl_trust_may_tell (const SlTrustAnswer *answer)
{
  return answer->respondents >= SL_TRUST_MIN_RESPONDENTS;
}

static SlFinding *
add_pair (SlFinding *finding, SlId a, SlId b)
{
  sl_finding_add_party (finding, a);
  sl_finding_add_party (finding, b);
  sl_finding_touch (finding, SL_SUB_A5, a, b, finding->severity);
  return finding;
}

SlFinding *
sl_trust_find (SlRuleRun *run, const SlTrustPair *pair, double severity, char *sentence)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  SlId a = facts->parties[pair->a].id, b = facts->parties[pair->b].id;

  return add_pair (sl_rule_find (run, severity, sentence, a, b), a, b);
}

SlFinding *
sl_trust_find_later (SlRuleRun *run, const SlTrustPair *pair, double severity, SlFindingTell tell)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  SlId a = facts->parties[pair->a].id, b = facts->parties[pair->b].id;

  return add_pair (sl_rule_find_later (run, severity, tell, &pair, sizeof pair, a, b), a, b);
}

void
sl_trust_add_answer (SlFinding *finding, const SlFacts *facts, const SlTrustPair *pair, guint side,
                     const SlTrustAnswer *answer)
{
  g_autofree char *day = sl_day_to_text (answer->day);
  /* Translators: two parties, a date. */
  char *label = g_strdup_printf (_ ("%s about %s, %s"),
                                 sl_people_name (facts, sl_trust_pair_from (pair, side)),
                                 sl_people_name (facts, sl_trust_pair_to (pair, side)), day);

  if (sl_trust_may_tell (answer))
    sl_finding_add_number (finding, label, answer->level, "point", answer->id);
  else
    sl_finding_add_evidence (finding, label, g_strdup (_ ("Not told: fewer than 3 people asked")),
                             NAN, NULL, answer->id);
}

void
sl_trust_add_talk (SlFinding *finding, const SlFacts *facts, const SlTrustPair *pair, guint side)
{
  GVariantBuilder fields;
  const SlTrustAnswer *answer = sl_trust_pair_last (pair, side);
  const char *from = sl_people_name (facts, sl_trust_pair_from (pair, side));
  const char *to = sl_people_name (facts, sl_trust_pair_to (pair, side));
  g_autofree char *days = sl_rule_days (SL_PEOPLE_GRACE_DAYS);
  /* Translators: two parties. */
  g_autofree char *title = g_strdup_printf (_ ("Talk about trust: %s and %s"), from, to);

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&fields, "{sv}", "title", g_variant_new_string (title));
  g_variant_builder_add (&fields, "{sv}", "type", g_variant_new_int64 (SL_DECISION_TYPE_ACTION));
  g_variant_builder_add (&fields, "{sv}", "owner",
                         g_variant_new_int64 (facts->parties[sl_trust_pair_to (pair, side)].id));
  g_variant_builder_add (&fields, "{sv}", "due",
                         sl_rule_day_value (facts->today + SL_PEOPLE_GRACE_DAYS));
  /* Translators: "14 days". */
  sl_finding_add_remedy (finding, g_strdup_printf (_ ("Both talk within %s; note it"), days),
                         sl_remedy_step ("record.add", "(sxxa{sv})", "decision", (gint64)SL_ID_NONE,
                                         (gint64)-1, &fields),
                         SL_ID_NONE);
  sl_finding_add_remedy (finding, g_strdup (_ ("Ask again and enter the answers")), NULL,
                         answer != NULL ? answer->id : SL_ID_NONE);
}
