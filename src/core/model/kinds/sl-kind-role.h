/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a party does for a goal, task or milestone: one letter of the RACI chart. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_ROLE_FIELDS(X) \
  X (ITEM, item, N_("For"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE), NULL, NULL) \
  X (PARTY, party, N_("Who"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (LETTER, letter, N_("Role"), SL_ENUM, NULL, 0, 0, "consulted", SL_REQUIRED | SL_KEY, 0, sl_roles, NULL)
/* clang-format on */
