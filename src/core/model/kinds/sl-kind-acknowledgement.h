/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether a party has seen and confirmed a change of a goal, and how it understands it. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_ACKNOWLEDGEMENT_FIELDS(X) \
  X (GOAL, goal, N_("Goal"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_GOAL), NULL, NULL) \
  X (PARTY, party, N_("Party"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (CHANGED, changed, N_("Changed"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (CHANGE, change, N_("What changed"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (DUE, due, N_("Confirm by"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (CONFIRMED, confirmed, N_("Confirmed"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (WORDING, wording, N_("Its wording"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, N_("The goal in the words of this party")) \
  X (WORDING_DUE, wording_due, N_("Its date"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (WORDING_TARGET, wording_target, N_("Its target"), SL_REAL, NULL, 0, 0, NULL, 0, 0, NULL, NULL) \
  X (WORDING_DAY, wording_day, N_("Said on"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL)
/* clang-format on */
