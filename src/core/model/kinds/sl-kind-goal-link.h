/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one goal does to another: helps or hurts, in five strengths each way. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_GOAL_LINK_FIELDS(X) \
  X (SOURCE, source, N_("Goal"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_GOAL), NULL, NULL) \
  X (TARGET, target, N_("Works on"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_GOAL), NULL, NULL) \
  X (STRENGTH, strength, N_("Strength"), SL_INT, NULL, -100, 100, "60", SL_REQUIRED, 0, NULL, N_("Helps 20 to 100, hurts -20 to -100, in steps of 20")) \
  X (REASON, reason, N_("Reason"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (CONDITION, condition, N_("Only if"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, N_("Without a condition it always holds")) \
  X (PROBABILITY, probability, N_("Probability"), SL_REAL, "ratio", 0, 1, NULL, 0, 0, NULL, N_("How likely the condition is"))
/* clang-format on */
