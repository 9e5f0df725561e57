/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One thing that is not as it should be: what, who, how much, so what, what next. A rule makes it,
 * the alignment index charges it, pages and paper show it. Plain data, made in a worker and read
 * only afterwards. */

#pragma once

#include "base/sl-types.h"
#include "methods/sl-alignment-index.h"

G_BEGIN_DECLS

typedef struct _SlRule SlRule;
typedef struct _SlFacts SlFacts;
typedef struct _SlFinding SlFinding;

/* Words for a severity 0..1: from .75 critical, from .5 high, from .25 medium, above 0 low.
 * Source: METHODS section 18. */
typedef enum
{
  SL_SEVERITY_WORD_INFO,
  SL_SEVERITY_WORD_LOW,
  SL_SEVERITY_WORD_MEDIUM,
  SL_SEVERITY_WORD_HIGH,
  SL_SEVERITY_WORD_CRITICAL,
} SlSeverityWord;

SlSeverityWord sl_severity_word (double severity);
const char *sl_severity_word_name (SlSeverityWord word);  /* "high", for machine output */
const char *sl_severity_word_title (SlSeverityWord word); /* "High", translated */

/**
 * SlEvidence:
 * @label: what it is, "Weight of Sales", translated
 * @value: with its unit, "60 %", translated
 * @number: the same as a number; NAN where it is none
 * @unit: of @number as the field tables write it, "ratio", "day", "minor", "point"; or NULL
 * @record: what the row is about, or SL_ID_NONE
 *
 * One row of the table by which a finding can be checked by hand.
 */
typedef struct
{
  char *label;
  char *value;
  double number;
  const char *unit;
  SlId record;
} SlEvidence;

/**
 * SlRemedy:
 * @label: what it does, "Set both ranges to 10 to 12", translated
 * @steps: a(sv): command and its parameters, run in order as one undo step; NULL: nothing that the
 *   program can do by itself, @record is opened instead
 * @record: where it is done, or SL_ID_NONE
 */
typedef struct
{
  char *label;
  GVariant *steps;
  SlId record;
} SlRemedy;

/* What a finding costs: a share of an item of a sub-measure (see sl-index-items.h for the keys). */
typedef struct
{
  SlSubMeasure sub;
  SlId key;
  SlId key2; /* SL_ID_NONE where the item has one key */
  double severity;
} SlTouch;

#define SL_FINDING_MAX_REMEDIES 4

/* What a rule notes of a finding to find its words later. Unit: bytes. */
#define SL_FINDING_NOTE 40

/* Writes the words of a finding: its sentence, evidence and remedies, of which there are thousands
 * and few are looked at. @note: what the rule noted. Any thread. */
typedef void (*SlFindingTell) (SlFinding *finding, const SlFacts *facts, gconstpointer note);

/**
 * SlFinding:
 * @rule: whose it is
 * @key: rule and sorted subjects, "CON-01:1A2B…:3C4D…"; stable over runs and sessions
 * @subjects: (element-type SlId): what it is about, the first one first; links lead there
 * @parties: (element-type SlId): whom it concerns
 * @sentence: at most 35 words, translated: what, who, how much, so what, what next. This, @evidence
 *   and @remedies are there behind sl_finding_told()
 * @severity: 0 (for information) to 1
 * @evidence: (element-type SlEvidence)
 * @remedies: (element-type SlRemedy): at most %SL_FINDING_MAX_REMEDIES
 * @touches: (element-type SlTouch)
 * @veto: what caps the verdict, or %SL_VETO_NONE
 * @money: at stake, minor units; 0: none
 * @days: at stake; 0: none
 * @since: day of the first review in a row that knew it, or SL_INT_NULL: new
 * @n_reviews: reviews in a row that knew it
 * @accepted: somebody accepted it and that has not expired: it costs nothing and is listed last
 * @accepted_why: (nullable)
 * @points: of the index that it costs
 * @parts: @points by dimension
 * @gain: points that the index gains without it
 * @tell: (nullable): private: what writes its words, NULL when they are there
 * @facts: private: what @tell reads
 * @note: private: the note of the rule
 */
struct _SlFinding
{
  const SlRule *rule;
  char *key;
  GArray *subjects;
  GArray *parties;
  char *sentence;
  double severity;
  GArray *evidence;
  GArray *remedies;
  GArray *touches;
  SlVeto veto;
  gint64 money;
  double days;
  gint64 since;
  guint n_reviews;
  gboolean accepted;
  char *accepted_why;
  double points;
  double parts[SL_N_DIMENSIONS];
  double gain;
  SlFindingTell tell;
  const SlFacts *facts;
  gint64 note[SL_FINDING_NOTE / sizeof (gint64)];
};

void sl_finding_free (SlFinding *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFinding, sl_finding_free)

/* The finding with its words, which are made when they are first asked for; as long as its facts
 * are there. Any thread. Returns: @self */
const SlFinding *sl_finding_told (const SlFinding *self);
/* The first subject, or SL_ID_NONE. */
SlId sl_finding_subject (const SlFinding *self);

/* --- For rules --- */

/* Room for evidence and remedies. */
void sl_finding_make_words (SlFinding *self);

/* Every add keeps its order; ids that are SL_ID_NONE or there already are passed over. */
void sl_finding_add_subject (SlFinding *self, SlId id);
void sl_finding_add_party (SlFinding *self, SlId id);
/* @label, @value: (transfer full) */
void sl_finding_add_evidence (SlFinding *self, char *label, char *value, double number,
                              const char *unit, SlId record);
/* The same for shares ("60 %"), amounts of money in @currency, days ("18 days"), dates, points. */
void sl_finding_add_share (SlFinding *self, char *label, double ratio, SlId record);
void sl_finding_add_money (SlFinding *self, char *label, gint64 minor, const char *currency,
                           SlId record);
void sl_finding_add_days (SlFinding *self, char *label, double days, SlId record);
void sl_finding_add_date (SlFinding *self, char *label, gint64 day, SlId record);
void sl_finding_add_number (SlFinding *self, char *label, double number, const char *unit,
                            SlId record);
/* Costs: see #SlTouch. */
void sl_finding_touch (SlFinding *self, SlSubMeasure sub, SlId key, SlId key2, double severity);
/**
 * sl_finding_add_remedy:
 * @label: (transfer full): what it does
 * @steps: (transfer floating) (nullable): a(sv), see sl_remedy_steps()
 *
 * Passed over when there are %SL_FINDING_MAX_REMEDIES already.
 */
void sl_finding_add_remedy (SlFinding *self, char *label, GVariant *steps, SlId record);
/* One step: @command with its parameters made as by g_variant_new (@format, ...).
 * Returns: (transfer floating): a(sv) */
GVariant *sl_remedy_step (const char *command, const char *format, ...);
/* One more step of a remedy that has several: @steps is a builder of a(sv), given as it is ended.
 */
void sl_remedy_add_step (GVariantBuilder *steps, const char *command, const char *format, ...);
/* Remedy of one field: record.set of @id. @value: (transfer floating) */
GVariant *sl_remedy_set (SlId id, const char *field, GVariant *value);

G_END_DECLS
