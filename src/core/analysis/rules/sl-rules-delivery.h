/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules on delivery share: dates that fit how far a goal is. */

#pragma once

#include "analysis/rules/sl-rules-words.h"

G_BEGIN_DECLS

/* The day from which the pace of a goal is measured, or SL_INT_NULL. */
gint64 sl_delivery_start (const SlFacts *facts, const SlFactGoal *goal);
/* Its due day, or SL_INT_NULL. */
gint64 sl_delivery_due (const SlFacts *facts, const SlFactGoal *goal);
/**
 * sl_delivery_add_due:
 * @gap: the gap of the pace that the new day must leave at least
 *
 * Adds remedies that move the due day: to where it ends at its speed so far, and to the first day
 * with at least @gap. Those that are more than ten years away are left out.
 */
void sl_delivery_add_due (SlFinding *finding, const SlFacts *facts, const SlFactGoal *goal,
                          double gap);
/* Adds progress, expected progress, start and due day as evidence. */
void sl_delivery_add_pace (SlFinding *finding, const SlFacts *facts, const SlFactGoal *goal);

G_END_DECLS
