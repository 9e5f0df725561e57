/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A piece of work, or a group of them (a task with children). */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_TASK_FIELDS(X) \
  X (TITLE, title, N_("Title"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (PARENT, parent, N_("Part of"), SL_REF, NULL, 0, 0, NULL, SL_PARENT, SL_KIND_BIT (SL_KIND_TASK), NULL, NULL) \
  X (RANK, rank, N_("Order"), SL_RANK, NULL, 0, 0, "", SL_REQUIRED | SL_INTERNAL, 0, NULL, NULL) \
  X (GOAL, goal, N_("Serves"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_GOAL), NULL, NULL) \
  X (OWNER, owner, N_("Responsible"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (ACCOUNTABLE, accountable, N_("Accountable"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (START, start, N_("Start"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (DUE, due, N_("Due"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, N_("Last working day")) \
  X (DURATION, duration, N_("Duration"), SL_REAL, "working-day", 0, 100000, NULL, 0, 0, NULL, NULL) \
  X (EFFORT, effort, N_("Effort"), SL_REAL, "person-day", 0, 1000000, NULL, 0, 0, NULL, N_("“3d”, “4h” and “2w” are understood")) \
  X (PROGRESS, progress, N_("Progress"), SL_REAL, "ratio", 0, 1, NULL, 0, 0, NULL, NULL) \
  X (STATUS, status, N_("Status"), SL_ENUM, NULL, 0, 0, "open", SL_REQUIRED, 0, sl_task_statuses, NULL) \
  X (CONSTRAINT, constraint_type, N_("Constraint"), SL_ENUM, NULL, 0, 0, NULL, 0, 0, sl_constraints, NULL) \
  X (CONSTRAINT_DAY, constraint_day, N_("Constraint date"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (DEADLINE, deadline, N_("Deadline"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (SUMMARY, summary, N_("Notes"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (FOREIGN_ID, foreign_id, N_("Foreign id"), SL_TEXT, NULL, 0, 0, NULL, SL_INTERNAL, 0, NULL, NULL) \
  X (OPTIMISTIC, optimistic, N_("At best"), SL_REAL, "working-day", 0, 100000, NULL, 0, 0, NULL, N_("Duration if all goes well")) \
  X (PESSIMISTIC, pessimistic, N_("At worst"), SL_REAL, "working-day", 0, 100000, NULL, 0, 0, NULL, N_("Duration if much goes wrong")) \
  X (RISK, risk, N_("Plan B for"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_RISK), NULL, N_("Parked until the contingency plan of this risk starts"))
/* clang-format on */
