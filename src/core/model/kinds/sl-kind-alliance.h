/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A collaboration of several parties with a start, reviews and an end. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_ALLIANCE_FIELDS(X) \
  X (TITLE, title, N_("Name"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (START, start, N_("Start"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (REVIEW, review, N_("Next review"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (END, end, N_("End"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (EXPECTATIONS, expectations, N_("Expectations"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (ESCALATION, escalation, N_("Escalation"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, N_("Who decides what the partners cannot settle, and by when")) \
  X (SIGNED, signed, N_("Signed"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (REASSESS_DAYS, reassess_days, N_("Re-assess every"), SL_INT, "day", 1, 3650, "180", SL_REQUIRED, 0, NULL, NULL) \
  X (ASSESSED, assessed, N_("Last assessed"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL)
/* clang-format on */
