/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A further parent of a goal, beside the one in the tree. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_GOAL_PARENT_FIELDS(X) \
  X (GOAL, goal, N_("Goal"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_GOAL), NULL, NULL) \
  X (PARENT, parent, N_("Also part of"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_GOAL), NULL, NULL) \
  X (SHARE, share, N_("Share"), SL_REAL, "ratio", 0, 1, NULL, 0, 0, NULL, N_("Share of its weight that counts here; unset: equal parts"))
/* clang-format on */
