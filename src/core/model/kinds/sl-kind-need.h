/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a party needs or expects from us. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_NEED_FIELDS(X) \
  X (TITLE, title, N_("Need"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (PARTY, party, N_("Party"), SL_REF, NULL, 0, 0, NULL, SL_OWNER, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (GOAL, goal, N_("Met by"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_GOAL), NULL, NULL) \
  X (TYPE, type, N_("Type"), SL_ENUM, NULL, 0, 0, "need", SL_REQUIRED, 0, sl_need_types, NULL) \
  X (STATUS, status, N_("Status"), SL_ENUM, NULL, 0, 0, "open", SL_REQUIRED, 0, sl_need_statuses, NULL) \
  X (WEIGHT, weight, N_("Importance"), SL_INT, NULL, 1, 5, "3", SL_REQUIRED, 0, NULL, NULL) \
  X (DAY, day, N_("Raised"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL)
/* clang-format on */
