/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Money for a goal or a task, and the party that it comes from. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_BUDGET_FIELDS(X) \
  X (TITLE, title, N_("Title"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (ITEM, item, N_("For"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_TASK), NULL, NULL) \
  X (PARTY, party, N_("Paid by"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (PLANNED, planned, N_("Planned"), SL_MONEY, "minor", 0, 0, NULL, 0, 0, NULL, N_("“12k” and “1.5m” are understood")) \
  X (COMMITTED, committed, N_("Committed"), SL_MONEY, "minor", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (SPENT, spent, N_("Spent"), SL_MONEY, "minor", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (DAY, day, N_("Needed by"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL)
/* clang-format on */
