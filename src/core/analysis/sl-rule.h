/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rules of the alignment engine: each is one row of the registry and one file under rules/. A rule
 * is a pure function of the facts: no clock, no state, any thread. */

#pragma once

#include "analysis/sl-facts.h"
#include "analysis/sl-finding.h"
#include "model/sl-kind.h"

G_BEGIN_DECLS

typedef struct _SlRuleRun SlRuleRun;

/* Severities of the rules that cost no points and are only said to be high or medium; their other
 * ones are for information, 0. */
#define SL_RULE_HIGH 0.6
#define SL_RULE_MEDIUM 0.4

/**
 * SlRule:
 * @id: "CON-01"; in files, on the command line and on paper
 * @title: N_("A goal works against another"): at most six words
 * @why: N_(): why it matters and what is usually done; one or two sentences
 * @sub: the sub-measure that it mainly costs, or %SL_N_SUBS: it carries no points
 * @reads: kinds that it looks at, as SL_KIND_BIT(); a change of others cannot change its findings
 * @eval: adds its findings to @run, in a stable order
 */
struct _SlRule
{
  const char *id;
  const char *title;
  const char *why;
  SlSubMeasure sub;
  guint64 reads;
  void (*eval) (SlRuleRun *run);
};

/* (array zero-terminated=1): all rules in the order in which ties are charged. */
const SlRule *const *sl_rule_all (void);
/* (nullable) */
const SlRule *sl_rule_by_id (const char *id);

/* What the rule looks at. (transfer none) */
const SlFacts *sl_rule_run_facts (const SlRuleRun *run);

/**
 * sl_rule_find:
 * @run: the run of the rule
 * @severity: 0 (for information) to 1
 * @sentence: (transfer full): see #SlFinding
 * @subject: the first record that it is about
 * @subject2: the second, or SL_ID_NONE
 *
 * Adds a finding. Subjects make its key: they must be the same whenever it is the same finding.
 *
 * Returns: (transfer none): to be completed with sl_finding_add_...(); further subjects may be
 * added
 */
SlFinding *sl_rule_find (SlRuleRun *run, double severity, char *sentence, SlId subject,
                         SlId subject2);

/**
 * sl_rule_find_later:
 * @tell: makes sentence, evidence and remedies when somebody looks at the finding
 * @note: what @tell needs to know beside the facts
 * @size: of @note; at most %SL_FINDING_NOTE bytes
 *
 * As sl_rule_find(), for rules that find much. What the index and lists need is given at once:
 * subjects, parties, costs, money and days. The facts must outlive the finding.
 *
 * Returns: (transfer none)
 */
SlFinding *sl_rule_find_later (SlRuleRun *run, double severity, SlFindingTell tell,
                               gconstpointer note, gsize size, SlId subject, SlId subject2);

G_END_DECLS
