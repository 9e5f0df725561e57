/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goals end at if everybody succeeds: the goals of a plan as a graph of parts, helps and
 * hurts, evaluated once, with the terms of every result. Immutable; may be read from any thread. */

#pragma once

#include "analysis/sl-facts.h"
#include "methods/sl-grl.h"

G_BEGIN_DECLS

/**
 * sl_satisfaction_new:
 * @facts: goals, links and progress are read
 *
 * Nodes are active goals. Parts and further parents count by the goal's refinement, helps and hurts
 * by their strength (times the probability of a condition, if it is estimated). Work on a goal
 * without parts succeeds, unless one of its KPIs was measured and says what is acceptable and what
 * is worst. Source: METHODS section 1. Cost: O(goals + links log links).
 *
 * Returns: (transfer full)
 */
SlSatisfaction *sl_satisfaction_new (const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
void sl_satisfaction_free (SlSatisfaction *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSatisfaction, sl_satisfaction_free)

/* -100..100; NAN in or behind a circle, and of goals that are not active. @known: (out) (nullable):
 * whether all that it rests on is entered. */
double sl_satisfaction_get (const SlSatisfaction *self, guint goal, gboolean *known);
/* Goals that wait for each other. */
const SlCycles *sl_satisfaction_get_cycles (const SlSatisfaction *self);
/* How hard a link counts, -100..100: its strength times the probability of its condition. */
double sl_satisfaction_link_weight (const SlFacts *facts, const SlFactLink *link);

/**
 * SlSatisfactionTerm:
 * @goal: index of the goal that it comes from, or -1: own work, a KPI or a limit
 * @link: index of the help or hurt, or -1
 * @kpi: the KPI that was measured, or SL_ID_NONE
 * @amount: points of satisfaction; below 0 it takes away
 */
typedef struct
{
  SlGrlTermType type;
  int goal;
  int link;
  SlId kpi;
  double amount;
} SlSatisfactionTerm;

/* What makes the satisfaction of @goal; the amounts add up to it. (transfer full) (element-type
 * SlSatisfactionTerm): empty where it was not computed */
GArray *sl_satisfaction_explain (const SlSatisfaction *self, guint goal) G_GNUC_WARN_UNUSED_RESULT;
/* The same in plain words: "“Raise gross margin” ends at −25 of 100 even if everybody succeeds:
 * “Launch fast” takes away 75, “Price increase” adds 50." (transfer full): translated */
char *sl_facts_explain_satisfaction (const SlFacts *facts, guint goal) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
