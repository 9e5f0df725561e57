/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules about trust share. Answers of few people are never told as numbers: they could be
 * recognised by them. */

#pragma once

#include "analysis/rules/sl-rules-people.h"
#include "analysis/sl-people-trust.h"

G_BEGIN_DECLS

/* Whether the level of that answer may be told. */
gboolean sl_trust_may_tell (const SlTrustAnswer *answer);
/* Adds a finding about a pair that costs it @severity. @sentence: (transfer full) */
SlFinding *sl_trust_find (SlRuleRun *run, const SlTrustPair *pair, double severity, char *sentence);
/* The same, with its words made later by @tell, whose note is a pointer to the pair. */
SlFinding *sl_trust_find_later (SlRuleRun *run, const SlTrustPair *pair, double severity,
                                SlFindingTell tell);
/* Adds an answer to the evidence: day and level, or only the day. @side: whose it is */
void sl_trust_add_answer (SlFinding *finding, const SlFacts *facts, const SlTrustPair *pair,
                          guint side, const SlTrustAnswer *answer);
/* Adds what can be done about trust: a talk of both, noted as an action, and the place where new
 * answers are entered. Neither makes trust better than people say it is. */
void sl_trust_add_talk (SlFinding *finding, const SlFacts *facts, const SlTrustPair *pair,
                        guint side);

/* Kinds that these rules read. */
#define SL_TRUST_READS                                                                             \
  (SL_KIND_BIT (SL_KIND_TRUST) | SL_KIND_BIT (SL_KIND_PROMISE) | SL_KIND_BIT (SL_KIND_PARTY))

G_END_DECLS
