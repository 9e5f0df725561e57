/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How goals fare in words, where nobody has numbers yet: qualitative evaluation of goal graphs.
 * Source: ITU-T Z.151; the tables of METHODS section 1.2. */

#pragma once

#include "base/sl-codes.h"

G_BEGIN_DECLS

/**
 * SlGrlLabel:
 * @SL_GRL_LABEL_CONFLICT: satisfied by one thing and denied by another
 * @SL_GRL_LABEL_UNDECIDED: somebody looked and could not tell
 * @SL_GRL_LABEL_NONE: nothing is known
 */
typedef enum
{
  SL_GRL_LABEL_DENIED,
  SL_GRL_LABEL_WEAKLY_DENIED,
  SL_GRL_LABEL_WEAKLY_SATISFIED,
  SL_GRL_LABEL_SATISFIED,
  SL_GRL_LABEL_CONFLICT,
  SL_GRL_LABEL_UNDECIDED,
  SL_GRL_LABEL_NONE,
} SlGrlLabel;

/* What one goal does to another, in words; from what makes it to what breaks it. */
typedef enum
{
  SL_GRL_MAKE,
  SL_GRL_HELP,
  SL_GRL_SOME_POSITIVE,
  SL_GRL_UNKNOWN,
  SL_GRL_SOME_NEGATIVE,
  SL_GRL_HURT,
  SL_GRL_BREAK,
} SlGrlContribution;

/* "D", "WD", "WS", "S", "C", "U", "N"; and "Make" and so on; each list ends with NULL. */
extern const char *const sl_grl_label_names[];
extern const char *const sl_grl_contribution_names[];

/* The weight that the words stand for, -100..100. */
double sl_grl_contribution_weight (SlGrlContribution contribution);

/* What arrives at the target of a contribution from a source that fares as @source. */
SlGrlLabel sl_grl_label_pass (SlGrlLabel source, SlGrlContribution contribution);
/* Two labels of one goal as one; the order matters. */
SlGrlLabel sl_grl_label_join (SlGrlLabel first, SlGrlLabel second);
/* What several contributions come to; their order does not matter. None without any. */
SlGrlLabel sl_grl_label_combine (const SlGrlLabel *labels, guint n);
/* What parts make of the whole; none without any. */
SlGrlLabel sl_grl_label_refine (SlRefinement refinement, const SlGrlLabel *labels, guint n);

G_END_DECLS
