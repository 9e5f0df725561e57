/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How rules give a goal another weight: by the points of the parties, or by the weight field where
 * nobody has spread points. */

#pragma once

#include "analysis/sl-rule.h"

G_BEGIN_DECLS

typedef struct _SlRulePoints SlRulePoints;

/* @facts must outlive the result. Cost: O(goals + parties). (transfer full) */
SlRulePoints *sl_rule_points_new (const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
void sl_rule_points_free (SlRulePoints *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlRulePoints, sl_rule_points_free)

/* The same, made once for all who ask. (transfer none) */
const SlRulePoints *sl_rule_points (const SlFacts *facts);

/* The points, 0..100, with which @goal gets @share (0..1) of what @party spreads, its other points
 * staying as they are; NAN: none do. */
double sl_rule_points_for (const SlRulePoints *self, guint party, guint goal, double share);
/* (transfer floating) (nullable): steps by which @goal gets @share (0..1) of all weight: each party
 * that answered gives it that share; NULL: that cannot be, or they are too many to ask. */
GVariant *sl_rule_points_weigh (const SlRulePoints *self, guint goal, double share);

G_END_DECLS
