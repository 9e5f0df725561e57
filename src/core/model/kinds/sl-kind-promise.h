/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What one party promised another, and whether it was kept. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_PROMISE_FIELDS(X) \
  X (TITLE, title, N_("Promise"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (TYPE, type, N_("Type"), SL_ENUM, NULL, 0, 0, "promise", SL_REQUIRED, 0, sl_promise_types, NULL) \
  X (FROM_PARTY, from_party, N_("From"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (TO_PARTY, to_party, N_("To"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (ITEM, item, N_("For"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE), NULL, NULL) \
  X (DUE, due, N_("Due"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (STATUS, status, N_("Status"), SL_ENUM, NULL, 0, 0, "open", SL_REQUIRED, 0, sl_promise_statuses, NULL) \
  X (KEPT_ON, kept_on, N_("Kept on"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL)
/* clang-format on */
