/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Something that changed around the plan: market, law, people. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_SIGNAL_FIELDS(X) \
  X (TITLE, title, N_("Signal"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (GOAL, goal, N_("Touches"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_GOAL), NULL, NULL) \
  X (DAY, day, N_("Day"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (REVIEWED, reviewed, N_("Reviewed"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (SOURCE, source, N_("Source"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL)
/* clang-format on */
