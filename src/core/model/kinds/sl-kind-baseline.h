/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Dates as they were agreed at some time; drawn as ghosts behind the bars. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_BASELINE_FIELDS(X) \
  X (ITEM, item, N_("Item"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_KPI), NULL, NULL) \
  X (NUMBER, number, N_("Baseline"), SL_INT, NULL, 0, 10000, "0", SL_REQUIRED | SL_KEY, 0, NULL, NULL) \
  X (START, start, N_("Start"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (DUE, due, N_("Due"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (DAY, day, N_("Agreed on"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (WORDING, wording, N_("Wording"), SL_TEXT, NULL, 0, 0, NULL, SL_COALESCE, 0, NULL, NULL) \
  X (WEIGHT, weight, N_("Weight"), SL_REAL, "ratio", 0, 1, NULL, 0, 0, NULL, N_("Share of the strategic weight when it was agreed")) \
  X (TARGET, target, N_("Target"), SL_REAL, NULL, 0, 0, NULL, 0, 0, NULL, NULL)
/* clang-format on */
