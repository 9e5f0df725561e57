/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How all goals of a graph fare, in words: qualitative evaluation, for models that have no numbers
 * yet. Source: ITU-T Z.151; METHODS section 1.2. What METHODS leaves open about dependencies is
 * done as with numbers: nobody is better off than what it depends on. */

#pragma once

#include "methods/sl-cycles.h"
#include "methods/sl-grl-labels.h"
#include "methods/sl-grl.h"

G_BEGIN_DECLS

/* @is_given: whether somebody said how it fares, which wins over all links; @given: how */
typedef struct
{
  SlRefinement refinement;
  gboolean is_given;
  SlGrlLabel given;
} SlGrlWordNode;

/* As SlGrlLink, with what a contribution does in words. */
typedef struct
{
  SlGrlLinkType type;
  guint from;
  guint to;
  SlGrlContribution contribution;
} SlGrlWordLink;

typedef struct
{
  const SlGrlWordNode *nodes;
  guint n_nodes;
  const SlGrlWordLink *links;
  guint n_links;
} SlGrlWordModel;

/**
 * SlGrlWords:
 * @labels: of each node; none of what was not computed
 * @computed: of each node; %FALSE: in or behind a cycle
 * @cycles: nodes that wait for each other
 *
 * The rest is for sl_grl_words_explain().
 */
typedef struct
{
  guint n_nodes;
  SlGrlLabel *labels;
  gboolean *computed;
  SlCycles *cycles;
  guint *in;       /* n_nodes + 1 indexes into in_links */
  guint *in_links; /* indexes of links by the node that they reach */
} SlGrlWords;

/**
 * sl_grl_words_new:
 * @model: nodes and links; indexes must be in range
 *
 * The label of a node is that of its parts together with that of its contributions, and no better
 * than that of anything it depends on. A cycle is listed, not iterated. Does not depend on the
 * order of the links. Cost: O(nodes + links).
 *
 * Returns: (transfer full)
 */
SlGrlWords *sl_grl_words_new (const SlGrlWordModel *model) G_GNUC_WARN_UNUSED_RESULT;
void sl_grl_words_free (SlGrlWords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlGrlWords, sl_grl_words_free)

/**
 * SlGrlReasonType:
 * @SL_GRL_REASON_GIVEN: what somebody said; the only reason then
 * @SL_GRL_REASON_PART: how a part fares
 * @SL_GRL_REASON_PARTS: what all parts come to
 * @SL_GRL_REASON_CONTRIBUTION: what arrives of one contribution
 * @SL_GRL_REASON_CONTRIBUTIONS: what all of them come to
 * @SL_GRL_REASON_DEPENDENCY: what it depends on and is worse than all that
 */
typedef enum
{
  SL_GRL_REASON_GIVEN,
  SL_GRL_REASON_PART,
  SL_GRL_REASON_PARTS,
  SL_GRL_REASON_CONTRIBUTION,
  SL_GRL_REASON_CONTRIBUTIONS,
  SL_GRL_REASON_DEPENDENCY,
} SlGrlReasonType;

/* @link, @node: where it comes from, or -1; explain @node to go deeper */
typedef struct
{
  SlGrlReasonType type;
  int link;
  int node;
  SlGrlLabel label;
} SlGrlReason;

/**
 * sl_grl_words_explain:
 * @model: what @self was computed from
 * @node: a node
 *
 * What makes the label of @node, in the order in which it is put together: parts, what they come
 * to, contributions, what they come to, and the dependency that keeps it down.
 *
 * Returns: (transfer full) (element-type SlGrlReason): empty where @node has no links or was not
 * computed
 */
GArray *sl_grl_words_explain (const SlGrlWords *self, const SlGrlWordModel *model,
                              guint node) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
