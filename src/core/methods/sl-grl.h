/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How goals fare when others help and hurt: quantitative evaluation of a goal graph.
 * Satisfaction runs from -100 (denied) over 0 (nothing known, or neither) to 100 (satisfied).
 * Source: ITU-T Z.151; Amyot, Ghanavati, Horkoff, Mussbacher, Peyton & Yu 2010; METHODS section 1,
 * with exact arithmetic and a tolerance that is the same on both sides. */

#pragma once

#include "base/sl-codes.h"
#include "methods/sl-cycles.h"

G_BEGIN_DECLS

/* The highest satisfaction. */
#define SL_GRL_MAX 100.0
/* The usual lowest satisfaction, and how much of the ends of the scale partial help cannot reach.
 */
#define SL_GRL_MIN (-100.0)
#define SL_GRL_TOLERANCE 10.0

/**
 * SlGrlNode:
 * @refinement: how the parts make the goal; not used of a goal without parts
 * @given: satisfaction that somebody entered or measured, which wins over all links; NAN: none
 */
typedef struct
{
  SlRefinement refinement;
  double given;
} SlGrlNode;

/* What @from does to @to: it is a part of it, helps or hurts it, or is needed by it. */
typedef enum
{
  SL_GRL_PART,
  SL_GRL_CONTRIBUTION,
  SL_GRL_DEPENDENCY,
} SlGrlLinkType;

/* @weight: of a contribution: -100..100; below 0 it hurts */
typedef struct
{
  SlGrlLinkType type;
  guint from;
  guint to;
  double weight;
} SlGrlLink;

/**
 * SlGrlModel:
 * @min: the lowest satisfaction: -100, or 0 for a scale of 0 to 100
 * @tolerance: many contributions come no nearer than this to an end of the scale, unless one of
 *   them reaches it alone
 */
typedef struct
{
  const SlGrlNode *nodes;
  guint n_nodes;
  const SlGrlLink *links;
  guint n_links;
  double min;
  double tolerance;
} SlGrlModel;

/* How much of what a satisfaction was made from was entered or measured. */
typedef enum
{
  SL_GRL_KNOWN_NOT,
  SL_GRL_KNOWN_PARTLY,
  SL_GRL_KNOWN_FULLY,
} SlGrlKnown;

/**
 * SlGrl:
 * @values: satisfaction of each node, @min..100; 0 of what was not computed
 * @known: of each node; show what is not known as such, never as "neutral"
 * @computed: of each node; %FALSE: in or behind a cycle
 * @cycles: nodes that wait for each other
 *
 * The rest is for sl_grl_explain().
 */
typedef struct
{
  guint n_nodes;
  double *values;
  SlGrlKnown *known;
  gboolean *computed;
  SlCycles *cycles;
  guint *in;       /* n_nodes + 1 indexes into in_links */
  guint *in_links; /* indexes of links by the node that they reach */
} SlGrl;

/**
 * sl_grl_evaluate:
 * @model: nodes and links; indexes must be in range, numbers are clamped to their range
 *
 * Computes the satisfaction of every node from what is given. A cycle is listed, not iterated.
 * Cost: O(nodes + links log links). Does not depend on the order of the links, to the last bit.
 *
 * Returns: (transfer full)
 */
SlGrl *sl_grl_evaluate (const SlGrlModel *model) G_GNUC_WARN_UNUSED_RESULT;
void sl_grl_free (SlGrl *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlGrl, sl_grl_free)

/**
 * SlGrlTermType:
 * @SL_GRL_TERM_GIVEN: what somebody entered; the only term then
 * @SL_GRL_TERM_PARTS: the part that decides
 * @SL_GRL_TERM_CONTRIBUTION: what another goal adds or takes away
 * @SL_GRL_TERM_LIMIT: what goes beyond the ends of the scale
 * @SL_GRL_TERM_TOLERANCE: what the tolerance keeps back
 * @SL_GRL_TERM_DEPENDENCY: what the weakest goal that it depends on takes away
 */
typedef enum
{
  SL_GRL_TERM_GIVEN,
  SL_GRL_TERM_PARTS,
  SL_GRL_TERM_CONTRIBUTION,
  SL_GRL_TERM_LIMIT,
  SL_GRL_TERM_TOLERANCE,
  SL_GRL_TERM_DEPENDENCY,
} SlGrlTermType;

/**
 * SlGrlTerm:
 * @link: where it comes from, or -1
 * @node: the node at the other end of @link, or -1; explain that one to go deeper
 * @amount: points of satisfaction; below 0 it takes away
 */
typedef struct
{
  SlGrlTermType type;
  int link;
  int node;
  double amount;
} SlGrlTerm;

/**
 * sl_grl_explain:
 * @model: what @self was computed from
 * @node: a node
 *
 * The terms that make the satisfaction of @node: parts, contributions by size (those that add
 * nothing last), then what limits take away. Their amounts add up to the satisfaction, and those
 * before the limits to what it would be without them.
 *
 * Returns: (transfer full): of #SlGrlTerm; empty where @node has no links or was not computed
 */
GArray *sl_grl_explain (const SlGrl *self, const SlGrlModel *model,
                        guint node) G_GNUC_WARN_UNUSED_RESULT;

/**
 * sl_grl_actor_satisfaction:
 * @values: (array length=n): satisfaction of a party's goals; NAN: not computed, left out
 * @importances: (array length=n): 0..100; 0: does not matter to the party
 *
 * Returns: their weighted mean; 0 where nothing matters
 */
double sl_grl_actor_satisfaction (const double *values, const double *importances, guint n);

G_END_DECLS
