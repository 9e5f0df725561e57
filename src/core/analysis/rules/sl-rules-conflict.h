/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules about conflicts and positions say and propose alike. */

#pragma once

#include "analysis/rules/sl-rules-words.h"
#include "analysis/sl-goal-conflicts.h"
#include "analysis/sl-satisfaction.h"

G_BEGIN_DECLS

/* A link that is weakened by agreement hurts by this much. */
#define SL_CONFLICT_WEAKENED (-20)
/* A date that a fix moves goes back by so many days. */
#define SL_CONFLICT_MORE_DAYS 30

/* "−60 of 100". (transfer full) */
char *sl_conflict_points (double points);
/* Evidence of a link that hurts: its strength and its reason. */
void sl_conflict_add_link (SlFinding *finding, const SlFacts *facts, const SlFactLink *link);
/* Fixes of such a link: removing it, and weakening it where it is stronger. */
void sl_conflict_add_link_fixes (SlFinding *finding, const SlFacts *facts, const SlFactLink *link);
/* Step of a fix: sets the strength of a link and keeps its reason. */
void sl_conflict_step_link (GVariantBuilder *steps, const SlFacts *facts, const SlFactLink *link,
                            int strength);
/* Fix that writes the conflict down to be settled by a date, unless that was done. Indexes; -1:
 * none. */
void sl_conflict_add_record (SlFinding *finding, const SlFacts *facts, int goal, int other_goal,
                             int party, int other_party);

/* Whether the last day of @goal can go back by that without passing the one that it is part of. */
gboolean sl_conflict_may_move (const SlFacts *facts, guint goal);

/* The goal on whose links it depends that @goal ends below 0: itself, or the part that decides; -1:
 * no link hurts there, or the rest is below 0 too. */
int sl_conflict_hurt_goal (const SlFacts *facts, guint goal);
/* Steps that weaken what hurts @goal so far that it does not end below 0. */
void sl_conflict_step_weaken (GVariantBuilder *steps, const SlFacts *facts, guint goal);
/* The terms of the satisfaction of @goal as evidence. */
void sl_conflict_add_terms (SlFinding *finding, const SlFacts *facts, guint goal);

/* "−3, in writing". (transfer full) */
char *sl_position_text (SlStance stance);
/* Evidence: where a party stands on a goal. */
void sl_position_add_evidence (SlFinding *finding, const SlFacts *facts, guint party, guint goal);
/* Fixes after which the @n @parties say @value of @goal: after a talk, for a later date, for a
 * lower target; as far as the goal has them. */
void sl_position_add_fixes (SlFinding *finding, const SlFacts *facts, guint goal,
                            const guint *parties, guint n, int value);

G_END_DECLS
