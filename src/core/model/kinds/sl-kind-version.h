/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A former wording or number of a field: what it was, what it became, when and why. Written by the
 * command that changes a field with SL_VERSIONED. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_VERSION_FIELDS(X) \
  X (ITEM, item, N_("Changed in"), SL_REF, NULL, 0, 0, NULL, SL_OWNER, SL_KIND_BIT (SL_KIND_PROJECT) | SL_KIND_BIT (SL_KIND_CORE_VALUE) | SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_KPI), NULL, NULL) \
  X (FIELD, field, N_("Field"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_INTERNAL, 0, NULL, N_("Name of the field: target")) \
  X (DAY, day, N_("Day"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (BEFORE, before, N_("Before"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (AFTER, after, N_("After"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (REASON, reason, N_("Reason"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, N_("Why it was changed")) \
  X (DECIDED_BY, decided_by, N_("Decided by"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL)
/* clang-format on */
