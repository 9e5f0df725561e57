/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whom each goal touches: owners, roles, needs, links, allocations, partners. */

#pragma once

#include "analysis/rules/sl-rules-people.h"

G_BEGIN_DECLS

/* A goal touches a party because of a record. */
typedef struct
{
  int goal;
  int side; /* index of the party that speaks for it */
  SlId reason;
} SlTouchedParty;

/**
 * sl_touched_parties:
 * @facts: the plan
 *
 * The owner of a goal, whoever has a role, need or allocation there, the owners of goals that it
 * helps or hurts, and the partners of its alliance. Only open goals and parties that are there;
 * each pair once, with its first reason. Cost: O(records), once.
 *
 * Returns: (transfer none) (element-type SlTouchedParty): by goal, then party
 */
const GArray *sl_touched_parties (const SlFacts *facts);

G_END_DECLS
