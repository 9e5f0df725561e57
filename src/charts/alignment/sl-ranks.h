/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which order all together, each party and the money put the shared goals: the columns of the
 * priorities chart before it has places. */

#pragma once

#include "analysis/sl-facts.h"

G_BEGIN_DECLS

/* A jump of so many places between two columns stands out. */
#define SL_RANKS_JUMP 3
#define SL_RANKS_MAX_PARTIES 5

/**
 * SlRankColumn:
 * @party: who ranks, or SL_ID_NONE: all together or the money
 * @money: the order of the planned money
 * @ranks: (array length=n): of each goal, 1: most important; tied goals have the same
 * @slots: (array length=n): the line that each goal stands in, from 0; tied goals side by side
 * @order: (array length=n): which goal stands in each line
 */
typedef struct
{
  SlId party;
  gboolean money;
  guint *ranks;
  guint *slots;
  guint *order;
} SlRankColumn;

/**
 * SlRanks:
 * @n: goals
 * @goals: (array length=n): indexes of the shared goals that anybody gives points or money
 * @columns: (element-type SlRankColumn): all together, parties by influence, money where any is
 *   entered; empty where nobody gave points
 * @n_goals_out: left out: shared goals without points and money
 * @n_lesser: left out: parties with less influence than those shown
 * @n_missing: left out: stakeholders that gave no points
 */
typedef struct
{
  const SlFacts *facts;
  guint n;
  guint *goals;
  GArray *columns;
  guint n_goals_out;
  guint n_lesser;
  guint n_missing;
} SlRanks;

/* @most: columns of parties at most, 1 or more; @wanted: a party that has one of them if it
 * answered, or SL_ID_NONE; @facts must outlive the result. (transfer full) */
SlRanks *sl_ranks_new (const SlFacts *facts, guint most, SlId wanted) G_GNUC_WARN_UNUSED_RESULT;
void sl_ranks_free (SlRanks *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlRanks, sl_ranks_free)

const SlRankColumn *sl_ranks_column (const SlRanks *self, guint n);
/* Title of a column; (transfer none) */
const char *sl_ranks_head (const SlRanks *self, guint n);
const char *sl_ranks_title (const SlRanks *self, guint goal);
/* "“Hold the price”: all together 9, Finance 1, by money 3". (transfer full) */
char *sl_ranks_say_goal (const SlRanks *self, guint goal);
/* The worst inversion in words, or that there is none. (transfer full) */
char *sl_ranks_headline (const SlRanks *self);

G_END_DECLS
