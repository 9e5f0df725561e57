/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One piece of work that waits for another. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_DEPENDENCY_FIELDS(X) \
  X (BEFORE, before, N_("Before"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_GOAL), NULL, N_("What has to come first")) \
  X (AFTER, after, N_("After"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_GOAL), NULL, N_("What waits for it")) \
  X (TYPE, type, N_("Type"), SL_ENUM, NULL, 0, 0, "fs", SL_REQUIRED, 0, sl_dependency_types, NULL) \
  X (LAG, lag, N_("Lag"), SL_REAL, "working-day", -10000, 10000, "0", SL_REQUIRED, 0, NULL, N_("Negative: a lead")) \
  X (ELAPSED, elapsed, N_("Lag runs on days off too"), SL_BOOL, NULL, 0, 0, "0", SL_REQUIRED, 0, NULL, NULL) \
  X (PROMISED, promised, N_("Promised for"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, N_("When the giving side says that it delivers")) \
  X (NEEDED, needed, N_("Needed by"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, N_("When the receiving side needs it")) \
  X (CONTACT, contact, N_("Contact"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_PARTY), NULL, N_("Who settles questions about this hand-off"))
/* clang-format on */
