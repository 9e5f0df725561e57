/* SPDX-License-Identifier: GPL-3.0-or-later */

/* An open disagreement between two parties, and how it is settled. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_CONFLICT_FIELDS(X) \
  X (TITLE, title, N_("Conflict"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (GOAL, goal, N_("Goal"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_GOAL), NULL, NULL) \
  X (OTHER_GOAL, other_goal, N_("Against goal"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_GOAL), NULL, NULL) \
  X (PARTY, party, N_("Party"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (INTEREST, interest, N_("Interest of the party"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (OTHER_PARTY, other_party, N_("Other party"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (OTHER_INTEREST, other_interest, N_("Interest of the other party"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (OPTIONS, options, N_("Options"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, N_("One a line: option | who gains | who loses")) \
  X (SEVERITY, severity, N_("Severity"), SL_ENUM, NULL, 0, 0, "medium", SL_REQUIRED, 0, sl_severities, NULL) \
  X (DECIDER, decider, N_("Decided by"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (DECIDE_BY, decide_by, N_("If unsettled by"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (STATUS, status, N_("Status"), SL_ENUM, NULL, 0, 0, "open", SL_REQUIRED, 0, sl_conflict_statuses, NULL) \
  X (OUTCOME, outcome, N_("Outcome"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (SETTLED, settled, N_("Settled"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (DECISION, decision, N_("Decision"), SL_REF, NULL, 0, 0, NULL, SL_INTERNAL, SL_KIND_BIT (SL_KIND_DECISION), NULL, NULL)
/* clang-format on */
