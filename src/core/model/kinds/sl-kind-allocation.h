/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who works on a task, and how much of the day. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_ALLOCATION_FIELDS(X) \
  X (TASK, task, N_("Task"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_REMADE | SL_OWNER, SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE), NULL, NULL) \
  X (PARTY, party, N_("Who"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_REMADE | SL_OWNER, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (UNITS, units, N_("Share of the day"), SL_REAL, "ratio", 0, 1000, "1", SL_REQUIRED, 0, NULL, NULL) \
  X (ROLE, role, N_("Role"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL)
/* clang-format on */
