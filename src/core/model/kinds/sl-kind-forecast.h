/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a milestone was expected, as reported on a day. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_FORECAST_FIELDS(X) \
  X (MILESTONE, milestone, N_("Milestone"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_MILESTONE), NULL, NULL) \
  X (DAY, day, N_("Reported on"), SL_DATE, "day", 0, 0, NULL, SL_REQUIRED | SL_KEY, 0, NULL, NULL) \
  X (EXPECTED, expected, N_("Expected on"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL)
/* clang-format on */
