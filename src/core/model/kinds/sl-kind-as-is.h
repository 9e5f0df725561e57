/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The state of a day, frozen, so that a later day can be set against it. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_AS_IS_FIELDS(X) \
  X (TITLE, title, N_("Title"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (DAY, day, N_("Day"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (SWOT, swot, N_("SWOT of that day"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL)
/* clang-format on */
