/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A goal: what is wanted, by whom, by when, measured how. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_GOAL_FIELDS(X) \
  X (TITLE, title, N_("Title"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, N_("Begin with a verb; one goal, one sentence")) \
  X (PARENT, parent, N_("Part of"), SL_REF, NULL, 0, 0, NULL, SL_PARENT, SL_KIND_BIT (SL_KIND_GOAL), NULL, N_("The goal that this one serves first")) \
  X (RANK, rank, N_("Order"), SL_RANK, NULL, 0, 0, "", SL_REQUIRED | SL_INTERNAL, 0, NULL, NULL) \
  X (OWNER, owner, N_("Owner"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_PARTY), NULL, N_("Exactly one party answers for it")) \
  X (LEVEL, level, N_("Level"), SL_ENUM, NULL, 0, 0, NULL, 0, 0, sl_goal_levels, NULL) \
  X (SHARED, shared, N_("Shared"), SL_BOOL, NULL, 0, 0, "0", SL_REQUIRED, 0, NULL, N_("All parties have a say in it")) \
  X (STATUS, status, N_("Status"), SL_ENUM, NULL, 0, 0, "active", SL_REQUIRED, 0, sl_goal_statuses, NULL) \
  X (MEASURE, measure, N_("Measure"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE | SL_VERSIONED, 0, NULL, N_("How will everybody see that it is reached?")) \
  X (WEIGHT, weight, N_("Weight"), SL_REAL, NULL, 0, 1000, NULL, 0, 0, NULL, N_("Relative importance among its siblings")) \
  X (START, start, N_("Start"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (DUE, due, N_("Due"), SL_DATE, "day", 0, 0, NULL, SL_VERSIONED, 0, NULL, N_("Last day; “15 Mar”, “Q2” and “+3w” are understood")) \
  X (PROGRESS, progress, N_("Progress"), SL_REAL, "ratio", 0, 1, NULL, 0, 0, NULL, N_("Own progress; unset: rolled up from what serves it")) \
  X (CONFIDENCE, confidence, N_("Confidence"), SL_REAL, "ratio", 0, 1, NULL, 0, 0, NULL, N_("The owner’s own opinion")) \
  X (ALLIANCE, alliance, N_("Alliance"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_ALLIANCE), NULL, NULL) \
  X (REASSESS_DAYS, reassess_days, N_("Re-assess every"), SL_INT, "day", 1, 3650, "90", SL_REQUIRED, 0, NULL, NULL) \
  X (ASSESSED, assessed, N_("Last assessed"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (SUMMARY, summary, N_("Notes"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (FOREIGN_ID, foreign_id, N_("Foreign id"), SL_TEXT, NULL, 0, 0, NULL, SL_INTERNAL, 0, NULL, NULL) \
  X (REFINEMENT, refinement, N_("Parts"), SL_ENUM, NULL, 0, 0, "and", SL_REQUIRED, 0, sl_refinements, N_("Whether all parts are needed, any one, or exactly one of them")) \
  X (CONFLICT_CHECKED, conflict_checked, N_("Checked for conflicts"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, N_("Somebody looked, and knows of no conflict")) \
  X (REACHED, reached, N_("Came to"), SL_ENUM, NULL, 0, 0, NULL, 0, 0, sl_goal_outcomes, N_("Whether it was reached, when it was closed")) \
  X (OUTCOME, outcome, N_("Outcome"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, N_("What came of it, when it was closed")) \
  X (LESSON, lesson, N_("Lesson"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, N_("What we do otherwise next time")) \
  X (CLOSED, closed, N_("Closed"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL)
/* clang-format on */
