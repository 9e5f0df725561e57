/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What people said about a finding: accepted with a reason, or its rule muted. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_JUDGEMENT_FIELDS(X) \
  X (KEY, key, N_("Finding"), SL_TEXT, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY, 0, NULL, NULL) \
  X (TYPE, type, N_("Type"), SL_ENUM, NULL, 0, 0, "accepted", SL_REQUIRED, 0, sl_judgement_types, NULL) \
  X (REASON, reason, N_("Reason"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (PARTY, party, N_("Who"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (DAY, day, N_("Day"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (EXPIRY, expiry, N_("Until"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, N_("Then it is listed as open again"))
/* clang-format on */
