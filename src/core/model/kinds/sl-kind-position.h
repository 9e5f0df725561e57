/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a party stands on a goal. No record: not asked. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_POSITION_FIELDS(X) \
  X (PARTY, party, N_("Party"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (GOAL, goal, N_("Goal"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_GOAL), NULL, NULL) \
  X (VALUE, value, N_("Position"), SL_INT, NULL, -3, 3, "0", SL_REQUIRED, 0, NULL, N_("+3 commits own resources to -3 would block")) \
  X (SOURCE, source, N_("Source"), SL_ENUM, NULL, 0, 0, "guess", SL_REQUIRED, 0, sl_position_sources, NULL) \
  X (DAY, day, N_("As of"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (REASON, reason, N_("Reason"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL)
/* clang-format on */
