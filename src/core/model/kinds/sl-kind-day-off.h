/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A day that breaks the working week: a holiday, or a worked weekend day. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_DAY_OFF_FIELDS(X) \
  X (DAY, day, N_("Day"), SL_DATE, "day", 0, 0, NULL, SL_REQUIRED | SL_KEY, 0, NULL, NULL) \
  X (TITLE, title, N_("Name"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (YEARLY, yearly, N_("Every year"), SL_BOOL, NULL, 0, 0, "0", SL_REQUIRED, 0, NULL, NULL) \
  X (WORKED, worked, N_("Worked"), SL_BOOL, NULL, 0, 0, "0", SL_REQUIRED, 0, NULL, N_("A weekend day on which people work"))
/* clang-format on */
