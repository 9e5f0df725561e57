/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far a goal or KPI was on the day of a frozen state. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_AS_IS_VALUE_FIELDS(X) \
  X (AS_IS, as_is, N_("As-is"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_AS_IS), NULL, NULL) \
  X (ITEM, item, N_("Item"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_KPI), NULL, NULL) \
  X (VALUE, value, N_("Value"), SL_REAL, NULL, 0, 0, "0", SL_REQUIRED, 0, NULL, N_("Progress of a goal as a share of one, a KPI in its unit"))
/* clang-format on */
