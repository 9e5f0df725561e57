/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A meeting at which the plan was looked at, and what it looked like then. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_REVIEW_FIELDS(X) \
  X (TITLE, title, N_("Title"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (DAY, day, N_("Day"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (ALLIANCE, alliance, N_("Alliance"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_ALLIANCE), NULL, NULL) \
  X (NOTES, notes, N_("Minutes"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (FEEDBACK, feedback, N_("Feedback collected"), SL_BOOL, NULL, 0, 0, "0", SL_REQUIRED, 0, NULL, NULL) \
  X (INDEX, alignment, N_("Alignment"), SL_REAL, NULL, 0, 100, NULL, SL_INTERNAL, 0, NULL, NULL) \
  X (COVERAGE, coverage, N_("Coverage"), SL_REAL, "ratio", 0, 1, NULL, SL_INTERNAL, 0, NULL, NULL) \
  X (ASSESSED, assessed, N_("Assessed"), SL_TEXT, NULL, 0, 0, NULL, SL_INTERNAL, 0, NULL, NULL) \
  X (FINDINGS, findings, N_("Findings"), SL_PROSE, NULL, 0, 0, NULL, SL_INTERNAL, 0, NULL, NULL)
/* clang-format on */
