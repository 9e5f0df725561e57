/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plans that rules are tested with: tests/data/rules/ID.fires.txt and ID.quiet.txt, in the text
 * form of sl-plan-text.h. Comment lines at the top say what is expected:
 *
 *   # today: 2026-11-16                                  (this day if it is not said)
 *   # expect: CON-01 severity=0.6 subjects=cost,speed touches=A1
 *   # expect: none CON-01
 *
 * Subjects are the NAMEs of records, all of which the finding must be about; touches are the
 * sub-measures that it costs, exactly; none where they are not said. */

#pragma once

#include "analysis/sl-analysis.h"
#include "project/sl-project.h"

typedef struct
{
  char *rule;
  gboolean none;
  double severity; /* NAN: not said */
  GStrv subjects;
  guint touches; /* bits of SlSubMeasure */
} RuleExpectation;

typedef struct
{
  char *name;
  gint64 today;
  SlProject *project;
  GHashTable *names;   /* NAME -> SlId * */
  GPtrArray *expected; /* RuleExpectation */
} RuleCase;

/* Reads a plan into a new project and fixes the day; fails the test where that does not work.
 * @name: "CON-01.fires.txt" */
RuleCase *rule_case_load (const char *name);
void rule_case_free (RuleCase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RuleCase, rule_case_free)

SlFacts *rule_case_facts (const RuleCase *self);
/* Findings of one rule on the plan as it is now. (transfer full) (element-type SlFinding) */
GPtrArray *rule_case_run (const RuleCase *self, const SlRule *rule);
/* The finding with that key, or NULL. */
const SlFinding *rule_findings_by_key (const GPtrArray *findings, const char *key);
/* Whether a finding is what was expected. */
gboolean rule_case_matches (const RuleCase *self, const RuleExpectation *expected,
                            const SlFinding *finding);
/* The sub-measures that a finding costs, as bits. */
guint rule_finding_touches (const SlFinding *finding);
/* Findings in words, for messages of failed tests. (transfer full) */
char *rule_findings_to_text (const GPtrArray *findings);
guint rule_count_words (const char *text);
/* Whether a fix only deletes what people want or do, puts it aside, or accepts the finding: that
 * settles nothing. @remedy has steps. */
gboolean rule_remedy_evades (const RuleCase *self, const SlRemedy *remedy);
