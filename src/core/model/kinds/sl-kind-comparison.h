/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many times more a goal matters to a party than another: an answer to a pairwise question. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_COMPARISON_FIELDS(X) \
  X (PARTY, party, N_("Party"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (GOAL, goal, N_("Goal"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_GOAL), NULL, NULL) \
  X (OTHER_GOAL, other_goal, N_("Other goal"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_GOAL), NULL, NULL) \
  X (RATIO, ratio, N_("Times as much"), SL_REAL, NULL, 0.11, 9, "1", SL_REQUIRED | SL_COALESCE, 0, NULL, N_("1 as much, 3 clearly more, 9 far more; below 1 the other goal matters more"))
/* clang-format on */
