/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the organisation never trades away, in one sentence. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_CORE_VALUE_FIELDS(X) \
  X (TITLE, title, N_("Value"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE | SL_VERSIONED, 0, NULL, N_("What do we never trade away? One sentence")) \
  X (RANK, rank, N_("Order"), SL_RANK, NULL, 0, 0, "", SL_REQUIRED | SL_INTERNAL, 0, NULL, NULL)
/* clang-format on */
