/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How many of its 100 points a party gives to a goal. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_PRIORITY_FIELDS(X) \
  X (PARTY, party, N_("Party"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (GOAL, goal, N_("Goal"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_GOAL), NULL, NULL) \
  X (POINTS, points, N_("Points"), SL_REAL, NULL, 0, 100, "0", SL_REQUIRED | SL_COALESCE, 0, NULL, NULL)
/* clang-format on */
