/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One line of the four lists of strengths, weaknesses, opportunities and threats. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_SWOT_FIELDS(X) \
  X (TITLE, title, N_("Entry"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (LIST, list, N_("List"), SL_ENUM, NULL, 0, 0, "strength", SL_REQUIRED, 0, sl_swot_lists, NULL) \
  X (ITEM, item, N_("Leads to"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_RISK), NULL, N_("The goal that uses or mends it, or the risk that it brings")) \
  X (RANK, rank, N_("Order"), SL_RANK, NULL, 0, 0, "", SL_REQUIRED | SL_INTERNAL, 0, NULL, NULL)
/* clang-format on */
