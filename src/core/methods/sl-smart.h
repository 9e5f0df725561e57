/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a goal is well written: hints on its words, and the letters of SMART. The hints are for
 * English and never more than hints: such checks are right in about 59 of 100 cases (Femmer et al.,
 * arXiv 1611.08847).
 * Source: METHODS section 15.1. The words are a selection for goals, after rules R7-R10, R26 and
 * R35 of INCOSE's guide to writing requirements, as in tbhb/vale-requirements-writing (CC BY 4.0),
 * the lists of Tjong & Berry 2013, and QuARS. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SL_SMART_VAGUE,
  SL_SMART_ESCAPE,
  SL_SMART_OPEN,
  SL_SMART_WEAK,
  SL_SMART_OPTION,
  SL_SMART_ABSOLUTE,
  SL_SMART_COMPOUND,
  SL_SMART_N_RULES,
} SlSmartRule;

/* "TXT-VAGUE" */
const char *sl_smart_rule_id (SlSmartRule rule);

/**
 * SlSmartHint:
 * @word: what was found, in small letters; static
 * @start: where it begins in the text, in bytes
 * @end: behind its last byte
 */
typedef struct
{
  SlSmartRule rule;
  const char *word;
  guint start;
  guint end;
} SlSmartHint;

/**
 * SlSmartText:
 * @hints: of #SlSmartHint, in the order of the text
 * @has_measure: there is a number that is no date
 * @has_date: there is a date: 2027-03-15, 15.3.2027, March 15, Q3, H1, a year
 * @starts_with_verb: it begins with a verb of doing from the list of the method
 * @starts_with_other_verb: it begins with one that the list lacks: true of goals that people wrote,
 *   whom a short list should not contradict
 */
typedef struct
{
  GArray *hints;
  gboolean has_measure;
  gboolean has_date;
  gboolean starts_with_verb;
  gboolean starts_with_other_verb;
} SlSmartText;

/**
 * sl_smart_text_new:
 * @text: valid UTF-8; the title of a goal
 *
 * Looks at the words: the longest phrase at a place counts, whole words, capitals or not. Dates are
 * taken out first, so that "May 2027" neither hedges nor measures. Cost: O(text x phrases).
 *
 * Returns: (transfer full)
 */
SlSmartText *sl_smart_text_new (const char *text) G_GNUC_WARN_UNUSED_RESULT;
void sl_smart_text_free (SlSmartText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSmartText, sl_smart_text_free)

gboolean sl_smart_text_has (const SlSmartText *self, SlSmartRule rule);
/* Drops all hints on @word: somebody said to ignore it in this goal. */
void sl_smart_text_ignore (SlSmartText *self, const char *word);

/**
 * SlSmartFacts:
 * @n_owners: parties that answer for the goal
 * @has_kpi: a KPI with unit, baseline, target and direction is attached
 * @has_effort: somebody is assigned
 * @overbooked: somebody who is assigned has more to do than time
 * @required_pace: units a period that are needed; NAN: not known
 * @best_pace: the best of the last four periods; NAN: no history
 * @has_sight: helps a strategic objective, over however many goals
 * @worst_conflict: severity of the worst open finding on it, rules CON-01 to CON-07; 0: none
 * @start_day: NAN: none
 * @due_day: NAN: none
 * @horizon_start: first day of the plan; NAN: open
 * @horizon_end: last day of the plan; NAN: open
 */
typedef struct
{
  guint n_owners;
  gboolean has_kpi;
  gboolean has_effort;
  gboolean overbooked;
  double required_pace;
  double best_pace;
  gboolean has_sight;
  double worst_conflict;
  double start_day;
  double due_day;
  double horizon_start;
  double horizon_end;
} SlSmartFacts;

/* Facts of a goal about which nothing is known. */
#define SL_SMART_FACTS_INIT                                                                        \
  {                                                                                                \
    0, FALSE, FALSE, FALSE, NAN, NAN, FALSE, 0.0, NAN, NAN, NAN, NAN                               \
  }

/* A pace beyond this multiple of the best so far is not to be expected. */
#define SL_SMART_PACE_LIMIT 1.5
/* An open conflict from this severity on makes a goal doubtful. */
#define SL_SMART_CONFLICT_LIMIT 0.5

/* What keeps a goal from a letter; bits, in the order of the letters. */
typedef enum
{
  SL_SMART_NO_VERB = 1 << 0,
  SL_SMART_TWO_ACTIONS = 1 << 1,
  SL_SMART_UNCLEAR_WORDS = 1 << 2,
  SL_SMART_NO_OWNER = 1 << 3,
  SL_SMART_NO_MEASURE = 1 << 4,
  SL_SMART_NO_EFFORT = 1 << 5,
  SL_SMART_OVERBOOKED = 1 << 6,
  SL_SMART_PACE = 1 << 7,
  SL_SMART_ABSOLUTE_WORDS = 1 << 8,
  SL_SMART_NO_SIGHT = 1 << 9,
  SL_SMART_CONFLICT = 1 << 10,
  SL_SMART_NO_DUE = 1 << 11,
  SL_SMART_DUE_BEFORE_START = 1 << 12,
  SL_SMART_DUE_OUTSIDE = 1 << 13,
  SL_SMART_ENDLESS_WORDS = 1 << 14,
} SlSmartFault;

/* The letters, and the faults of each. */
typedef enum
{
  SL_SMART_S,
  SL_SMART_M,
  SL_SMART_A,
  SL_SMART_R,
  SL_SMART_T,
  SL_SMART_N_LETTERS,
} SlSmartLetter;

/**
 * sl_smart_check:
 * @text: (nullable): %NULL: there are no words for its language, so none are checked
 * @facts: the rest
 *
 * Returns: what is wrong, bits of #SlSmartFault; 0: nothing
 */
SlSmartFault sl_smart_check (const SlSmartText *text, const SlSmartFacts *facts);
/* Those of @faults that concern @letter; 0: it is passed. */
SlSmartFault sl_smart_letter_faults (SlSmartFault faults, SlSmartLetter letter);
/* One point for each letter that is passed, 0..5. */
guint sl_smart_score (SlSmartFault faults);
/* SMART-01, 0..1: (5 - score) / 5. */
double sl_smart_severity (SlSmartFault faults);

G_END_DECLS
