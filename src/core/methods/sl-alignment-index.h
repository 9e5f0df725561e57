/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The alignment index: one number of 100 points in which every lost point belongs to one finding.
 * Pure functions of plain arrays; may run in any thread. Source: METHODS section 20, which follows
 * the steps of the OECD/JRC Handbook on Constructing Composite Indicators (2008). */

#pragma once

#include "base/sl-types.h"

G_BEGIN_DECLS

/* The fourteen shares that the index adds up, in the order in which they are listed. */
typedef enum
{
  SL_SUB_A1,  /* conflict: active goals by strategic weight */
  SL_SUB_A2,  /* priorities: party x goal, absolute shares */
  SL_SUB_A3A, /* resource fit: goals and the unlinked, absolute shares */
  SL_SUB_A3B, /* over-allocation: people, absolute shares */
  SL_SUB_A4A, /* engagement: stakeholders by influence */
  SL_SUB_A4B, /* awareness: party x goal by weight of the goal */
  SL_SUB_A4C, /* roles: tasks */
  SL_SUB_A5,  /* trust: pairs of parties by number of dependencies + 1 */
  SL_SUB_A6A, /* line of sight: tasks */
  SL_SUB_A6B, /* coverage: objectives by weight */
  SL_SUB_A6C, /* agreement: party x goal by weight of the goal */
  SL_SUB_A6D, /* clarity: goals by weight */
  SL_SUB_A7A, /* review: goals by weight */
  SL_SUB_A7B, /* drift: goals, absolute shares */
  SL_N_SUBS,
} SlSubMeasure;

/* The seven ways in which goals are misaligned; the letter of the first is A. */
typedef enum
{
  SL_DIMENSION_CONFLICT,
  SL_DIMENSION_PRIORITIES,
  SL_DIMENSION_RESOURCES,
  SL_DIMENSION_COMMUNICATION,
  SL_DIMENSION_TRUST,
  SL_DIMENSION_VISION,
  SL_DIMENSION_DRIFT,
  SL_N_DIMENSIONS,
} SlDimension;

typedef enum
{
  SL_INDEX_BAND_NONE, /* nothing is assessed */
  SL_INDEX_BAND_MISALIGNED,
  SL_INDEX_BAND_AT_RISK,
  SL_INDEX_BAND_MOSTLY_ALIGNED,
  SL_INDEX_BAND_ALIGNED,
} SlIndexBand;

/* What keeps the band at "at risk" whatever the number says; the letters of METHODS section 20. */
typedef enum
{
  SL_VETO_NONE,
  SL_VETO_CONFLICT,     /* a: a conflict of high severity on a weighty goal */
  SL_VETO_SATISFACTION, /* b: a party ends up worse off */
  SL_VETO_TRUST,        /* c: a pair of parties hardly trusts each other */
  SL_VETO_PRIORITIES,   /* d: the parties rank their goals against each other */
  SL_VETO_NO_PLAN,      /* e: a weighty objective has no plan */
  SL_N_VETOES,
} SlVeto;

#define SL_INDEX_TOTAL 100.0
/* The share of the points that must be assessed before the index is shown. */
#define SL_INDEX_GATE 0.6
/* How far each budget may move in the sensitivity range. */
#define SL_INDEX_WEIGHT_SWING 0.25
/* From this strategic weight (share of all goals, 0..1) a goal can veto the band ... */
#define SL_VETO_GOAL_WEIGHT 0.2
/* ... with a conflict of at least this severity (0..1). */
#define SL_VETO_CONFLICT_SEVERITY 0.5
/* Trust of a pair below this (0..100) is a veto. */
#define SL_VETO_TRUST_BELOW 40.0
/* Kendall's W below this is a veto, of at least so many parties and goals. */
#define SL_VETO_CONCORDANCE_BELOW 0.3
#define SL_VETO_CONCORDANCE_PARTIES 3u
#define SL_VETO_CONCORDANCE_GOALS 4u

/* The item that fills a sub-measure of absolute shares up to 1, in machine input and output. */
#define SL_INDEX_REST "__rest__"

/* "A1", "A3a", for machine output; never %NULL. */
const char *sl_sub_measure_code (SlSubMeasure sub);
/* The sub-measure with that code, or %SL_N_SUBS. */
SlSubMeasure sl_sub_measure_from_code (const char *code);
/* What it measures, "resource fit", translated. */
const char *sl_sub_measure_title (SlSubMeasure sub);
SlDimension sl_sub_measure_dimension (SlSubMeasure sub);
/* Points that it has by default; all of them add up to 100. */
double sl_sub_measure_budget (SlSubMeasure sub);
/* Whether the weights of its items are absolute shares, filled up to 1 by an item for the rest. */
gboolean sl_sub_measure_is_additive (SlSubMeasure sub);

/* 'A' .. 'G' */
char sl_dimension_letter (SlDimension dimension);
/* "Conflicting goals", translated. */
const char *sl_dimension_title (SlDimension dimension);

/* "at risk", for machine output; "not_assessed" for %SL_INDEX_BAND_NONE. */
const char *sl_index_band_name (SlIndexBand band);
/* "At risk", translated. */
const char *sl_index_band_title (SlIndexBand band);
/* From 85 aligned, from 70 mostly aligned, from 50 at risk, else misaligned; none for NAN. */
SlIndexBand sl_index_band_of (double index);

/**
 * SlIndexItem:
 * @sub: the sub-measure that it counts in
 * @weight: at least 0, in any unit that is the same within @sub; in an additive sub-measure the
 *   share 0..1, with an item for the rest
 * @assessed: whether somebody entered or confirmed what the sub-measure needs to know of it
 *
 * One thing that a sub-measure looks at: a goal, a cell party x goal, a task, a pair of parties.
 * Its place in the input is its identity. To say that a quarter of an additive sub-measure is not
 * known, scale its items by 3/4 and add one of weight 1/4 that is not assessed.
 */
typedef struct
{
  SlSubMeasure sub;
  double weight;
  gboolean assessed;
} SlIndexItem;

/**
 * SlIndexTouch:
 * @finding: index of the finding, in the order of the rules
 * @item: index of the item
 * @severity: 0..1
 *
 * Says that a finding costs an item that share of its points. A finding touches any number of
 * items, of any sub-measures; where it touches one twice the larger severity counts. An accepted
 * finding has severity 0.
 */
typedef struct
{
  guint finding;
  guint item;
  double severity;
} SlIndexTouch;

/**
 * SlIndexInput:
 * @budgets: points of each sub-measure; %NULL: the default ones. Only their ratios matter
 * @items: (array length=n_items): everything that is looked at, assessed or not
 * @n_findings: number of findings; ties of severity go to the first
 * @touches: (array length=n_touches): in any order
 * @vetoes: (array length=n_findings) (nullable): the veto that a finding may be.
 *   %SL_VETO_CONFLICT marks any finding of a conflict rule: whether it is severe enough is found
 *   here, from its touches of A1. The other letters are decided by the rule, see sl_veto_by_trust()
 *   and its like
 */
typedef struct
{
  const double *budgets;
  const SlIndexItem *items;
  guint n_items;
  guint n_findings;
  const SlIndexTouch *touches;
  guint n_touches;
  const SlVeto *vetoes;
} SlIndexInput;

/**
 * SlIndexSub:
 * @budget: points of 100 that it has
 * @coverage: assessed share of the weight of its items, 0..1
 * @score: 1 - share lost of what is assessed; NAN where nothing is
 * @lost: points of the index that it loses
 */
typedef struct
{
  double budget;
  double coverage;
  double score;
  double lost;
} SlIndexSub;

/* The same of a dimension: points of its sub-measures; @score is their mean by assessed points. */
typedef SlIndexSub SlIndexDimension;

/**
 * SlAlignmentIndex:
 * @index: 0..100; NAN where nothing is assessed, which is never 100
 * @low: the index if everything that is not assessed were lost
 * @high: the index if all of that were in order
 * @coverage: assessed share of all points, 0..1
 * @gate_open: whether enough is assessed to show @index
 * @sensitivity_low: lowest index when every budget may move by %SL_INDEX_WEIGHT_SWING; or NAN
 * @sensitivity_high: highest
 * @band_by_number: band of @index
 * @band: the same, at best at risk where there is a veto
 * @subs: one a sub-measure
 * @dimensions: one a dimension
 * @n_findings: length of the next four
 * @points: points that each finding costs; @index + their sum = 100
 * @parts: of each finding: @points by dimension; those of a dimension add up to what it loses
 * @gains: what the index gains without that finding; smaller than @points where another finding
 *   hits the same item, and what an equal other finding leaves: 0
 * @vetoes: the veto that each finding is, or %SL_VETO_NONE
 * @n_items: length of @owners
 * @owners: the finding that each item is charged to, or -1
 */
typedef struct
{
  double index;
  double low;
  double high;
  double coverage;
  gboolean gate_open;
  double sensitivity_low;
  double sensitivity_high;
  SlIndexBand band_by_number;
  SlIndexBand band;
  SlIndexSub subs[SL_N_SUBS];
  SlIndexDimension dimensions[SL_N_DIMENSIONS];
  guint n_findings;
  double *points;
  double (*parts)[SL_N_DIMENSIONS];
  double *gains;
  SlVeto *vetoes;
  guint n_items;
  int *owners;
} SlAlignmentIndex;

/**
 * sl_alignment_index_new:
 * @input: items and findings; indexes must be in range
 *
 * Charges each assessed item to the finding that hurts it most:
 * points = 100 / assessed points x budget x weight / weight of all items x severity.
 * An item that is not assessed takes its share of the budget out of the index and widens the range
 * @low..@high: one checked goal of forty is one fortieth. Weights below 0 and NAN count as 0,
 * severities are clamped to 0..1.
 *
 * Source: METHODS section 20; coverage as in DECISIONS. The sensitivity is exact: the index is a
 * weighted mean of the scores, so an extreme lies at one of the n + 1 thresholds of the sorted
 * scores. Cost: O(items + touches + findings).
 *
 * Returns: (transfer full)
 */
SlAlignmentIndex *sl_alignment_index_new (const SlIndexInput *input) G_GNUC_WARN_UNUSED_RESULT;
void sl_alignment_index_free (SlAlignmentIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlAlignmentIndex, sl_alignment_index_free)

/* The thresholds of the vetoes that rules decide themselves. NAN is never a veto. */

/* a; @weight: of the goal, share of all goals 0..1 */
gboolean sl_veto_by_conflict (double severity, double weight);
/* b; @satisfaction: of a party, -100..100 */
gboolean sl_veto_by_satisfaction (double satisfaction);
/* c; @trust: of a pair, 0..100 */
gboolean sl_veto_by_trust (double trust);
/* d; @concordance: Kendall's W, 0..1 */
gboolean sl_veto_by_concordance (double concordance, guint n_parties, guint n_goals);
/* e; @weight: of the objective, share of all objectives 0..1 */
gboolean sl_veto_by_plan (double weight, gboolean has_plan);

G_END_DECLS
