/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was decided or is to be done, by whom, and why. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_DECISION_FIELDS(X) \
  X (TITLE, title, N_("Decision"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (TYPE, type, N_("Type"), SL_ENUM, NULL, 0, 0, "decision", SL_REQUIRED, 0, sl_decision_types, NULL) \
  X (ITEM, item, N_("About"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_N_KINDS) - 1, NULL, NULL) \
  X (OWNER, owner, N_("Owner"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (DAY, day, N_("Day"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (DUE, due, N_("Due"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (STATUS, status, N_("Status"), SL_ENUM, NULL, 0, 0, "open", SL_REQUIRED, 0, sl_decision_statuses, NULL) \
  X (REASON, reason, N_("Reason"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (FINDING, finding, N_("Finding"), SL_TEXT, NULL, 0, 0, NULL, SL_INTERNAL, 0, NULL, NULL) \
  X (COVERS, covers, N_("Covers"), SL_TEXT, NULL, 0, 0, NULL, SL_INTERNAL, 0, NULL, NULL)
/* clang-format on */
