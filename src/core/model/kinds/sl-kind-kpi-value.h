/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One measured value of a KPI. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_KPI_VALUE_FIELDS(X) \
  X (KPI, kpi, N_("KPI"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_KPI), NULL, NULL) \
  X (DAY, day, N_("Day"), SL_DATE, "day", 0, 0, NULL, SL_REQUIRED | SL_KEY, 0, NULL, NULL) \
  X (VALUE, value, N_("Value"), SL_REAL, NULL, 0, 0, "0", SL_REQUIRED, 0, NULL, NULL) \
  X (NOTE, note, N_("Note"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL)
/* clang-format on */
