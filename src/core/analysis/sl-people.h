/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who speaks for whom and who waits for whom: what rules and items about people share. */

#pragma once

#include "analysis/sl-facts.h"

G_BEGIN_DECLS

/* Who speaks for @party: the nearest at or above it that has a stake; without one the nearest that
 * is not a person; else itself. -1 for -1. Members of one side are not two parties. */
int sl_people_side (const SlFacts *facts, int party);

/* Of a goal, task or milestone: index of who owns it (of a task: who is responsible), or -1. */
int sl_people_owner (const SlFacts *facts, SlId item);
/* Index of the goal that it is or serves, or -1. */
int sl_people_goal (const SlFacts *facts, SlId item);
/* Whether work on it is not over or put aside. */
gboolean sl_people_is_open (const SlFacts *facts, SlId item);
/* The last day of it as the plan says, or SL_INT_NULL. */
gint64 sl_people_due (const SlFacts *facts, SlId item);

/**
 * SlHandOver:
 * @giver: index of the party that delivers
 * @taker: index of the party that waits
 * @goal: index of the goal that what waits is or serves, or -1
 *
 * A dependency between open items of two sides.
 */
typedef struct
{
  SlId id;
  guint row;
  SlId before;
  SlId after;
  int giver;
  int taker;
  int goal;
} SlHandOver;

/* All of them, by id; computed once. (transfer none) (element-type SlHandOver) */
const GArray *sl_people_hand_overs (const SlFacts *facts);

/* The records of a kind without a tree in a stable order: by id. (array length=n) (transfer none)
 */
const SlId *sl_people_records (const SlFacts *facts, SlKindId kind, guint *n);

G_END_DECLS
