/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Prose about a record: a remark, a minute, a source. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_NOTE_FIELDS(X) \
  X (TEXT, text, N_("Note"), SL_PROSE, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (ITEM, item, N_("About"), SL_REF, NULL, 0, 0, NULL, SL_OWNER, SL_KIND_BIT (SL_N_KINDS) - 1, NULL, NULL) \
  X (AUTHOR, author, N_("By"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (DAY, day, N_("Day"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL)
/* clang-format on */
