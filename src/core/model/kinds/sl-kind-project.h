/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The project itself: one record in each file. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_PROJECT_FIELDS(X) \
  X (TITLE, title, N_("Title"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (VISION, vision, N_("Vision"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE | SL_VERSIONED, 0, NULL, N_("Where do we want to be?")) \
  X (MISSION, mission, N_("Mission"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE | SL_VERSIONED, 0, NULL, N_("What are we here for?")) \
  X (START, start, N_("Start"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (NEXT_MEETING, next_meeting, N_("Next meeting"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (CURRENCY, currency, N_("Currency"), SL_TEXT, NULL, 0, 0, "EUR", SL_REQUIRED, 0, NULL, N_("Three-letter code, for example EUR")) \
  X (HOURS_PER_DAY, hours_per_day, N_("Hours per day"), SL_REAL, "hour", 1, 24, "8", SL_REQUIRED, 0, NULL, N_("Working hours of one person-day")) \
  X (WORK_WEEK, work_week, N_("Working days"), SL_INT, NULL, 1, 127, "31", SL_REQUIRED | SL_INTERNAL, 0, NULL, N_("Bit 0 is Monday, bit 6 is Sunday")) \
  X (FISCAL_MONTH, fiscal_month, N_("Fiscal year starts in month"), SL_INT, NULL, 1, 12, "1", SL_REQUIRED, 0, NULL, NULL) \
  X (FEEDBACK, feedback, N_("Feedback collected"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, N_("When the parties were last asked about goals and process")) \
  X (POSITION_DAYS, position_days, N_("Ask positions again every"), SL_INT, "day", 1, 3650, "120", SL_REQUIRED, 0, NULL, N_("From then on a position asks whether it is still true"))
/* clang-format on */
