/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody decided for one printed chart: its headline and how it stands on paper. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_SHEET_FIELDS(X) \
  X (CHART, chart, N_("Chart"), SL_TEXT, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY, 0, NULL, N_("Id of the chart: goal-tree")) \
  X (HEADLINE, headline, N_("Headline"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, N_("Unset: proposed from the data")) \
  X (LANDSCAPE, landscape, N_("Landscape"), SL_BOOL, NULL, 0, 0, "1", SL_REQUIRED, 0, NULL, NULL) \
  X (TILE, tile, N_("On several sheets"), SL_BOOL, NULL, 0, 0, "0", SL_REQUIRED, 0, NULL, NULL) \
  X (FROM_DAY, from_day, N_("From"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (TO_DAY, to_day, N_("To"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL)
/* clang-format on */
