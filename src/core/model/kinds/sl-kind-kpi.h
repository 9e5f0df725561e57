/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A key performance indicator of a goal. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_KPI_FIELDS(X) \
  X (TITLE, title, N_("Title"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (GOAL, goal, N_("Goal"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_GOAL), NULL, NULL) \
  X (OWNER, owner, N_("Owner"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (UNIT, unit, N_("Unit"), SL_TEXT, NULL, 0, 0, NULL, SL_COALESCE, 0, NULL, NULL) \
  X (DIRECTION, direction, N_("Better is"), SL_ENUM, NULL, 0, 0, "up", SL_REQUIRED, 0, sl_kpi_directions, NULL) \
  X (BASELINE, baseline, N_("Baseline"), SL_REAL, NULL, 0, 0, NULL, 0, 0, NULL, NULL) \
  X (BASELINE_DAY, baseline_day, N_("Baseline of"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (TARGET, target, N_("Target"), SL_REAL, NULL, 0, 0, NULL, SL_VERSIONED, 0, NULL, NULL) \
  X (TARGET_DAY, target_day, N_("Target by"), SL_DATE, "day", 0, 0, NULL, SL_VERSIONED, 0, NULL, NULL) \
  X (LOW, low, N_("At least"), SL_REAL, NULL, 0, 0, NULL, 0, 0, NULL, N_("Lower end of the allowed range")) \
  X (HIGH, high, N_("At most"), SL_REAL, NULL, 0, 0, NULL, 0, 0, NULL, N_("Upper end of the allowed range")) \
  X (TOLERANCE, tolerance, N_("Tolerance"), SL_REAL, NULL, 0, 0, NULL, 0, 0, NULL, N_("How far outside the range the score reaches zero")) \
  X (LEADING, leading, N_("Leading"), SL_BOOL, NULL, 0, 0, "0", SL_REQUIRED, 0, NULL, N_("Moves before the result does")) \
  X (WEIGHT, weight, N_("Weight"), SL_REAL, NULL, 0, 1000, NULL, 0, 0, NULL, NULL) \
  X (CADENCE_DAYS, cadence_days, N_("Measured every"), SL_INT, "day", 1, 3650, "30", SL_REQUIRED, 0, NULL, NULL) \
  X (SOURCE, source, N_("Source"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, N_("Where the number comes from")) \
  X (RANK, rank, N_("Order"), SL_RANK, NULL, 0, 0, "", SL_REQUIRED | SL_INTERNAL, 0, NULL, NULL) \
  X (THRESHOLD, threshold, N_("Acceptable"), SL_REAL, NULL, 0, 0, NULL, 0, 0, NULL, N_("Worth neither good nor bad")) \
  X (WORST, worst, N_("Worst"), SL_REAL, NULL, 0, 0, NULL, 0, 0, NULL, N_("From here on nothing is satisfied"))
/* clang-format on */
