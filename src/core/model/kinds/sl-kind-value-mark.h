/* SPDX-License-Identifier: GPL-3.0-or-later */

/* That a goal serves or strains a value. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_VALUE_MARK_FIELDS(X) \
  X (GOAL, goal, N_("Goal"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_GOAL), NULL, NULL) \
  X (VALUE, value, N_("Value"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_CORE_VALUE), NULL, NULL) \
  X (EFFECT, effect, N_("Effect"), SL_ENUM, NULL, 0, 0, "serves", SL_REQUIRED, 0, sl_value_effects, N_("Whether the goal serves the value or works against it")) \
  X (REASON, reason, N_("Reason"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL)
/* clang-format on */
