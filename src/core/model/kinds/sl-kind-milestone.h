/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A point in time that matters; stands in the task tree under its parent task. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_MILESTONE_FIELDS(X) \
  X (TITLE, title, N_("Title"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (PARENT, parent, N_("Part of"), SL_REF, NULL, 0, 0, NULL, SL_PARENT, SL_KIND_BIT (SL_KIND_TASK), NULL, NULL) \
  X (RANK, rank, N_("Order"), SL_RANK, NULL, 0, 0, "", SL_REQUIRED | SL_INTERNAL, 0, NULL, NULL) \
  X (GOAL, goal, N_("Serves"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_GOAL), NULL, NULL) \
  X (OWNER, owner, N_("Owner"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (DUE, due, N_("Date"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (PROGRESS, progress, N_("Progress"), SL_REAL, "ratio", 0, 1, NULL, 0, 0, NULL, NULL) \
  X (STATUS, status, N_("Status"), SL_ENUM, NULL, 0, 0, "open", SL_REQUIRED, 0, sl_task_statuses, NULL) \
  X (SUMMARY, summary, N_("Notes"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (FOREIGN_ID, foreign_id, N_("Foreign id"), SL_TEXT, NULL, 0, 0, NULL, SL_INTERNAL, 0, NULL, NULL)
/* clang-format on */
