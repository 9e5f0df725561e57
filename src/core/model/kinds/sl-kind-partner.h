/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A party in an alliance, with what it gives and gets. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_PARTNER_FIELDS(X) \
  X (ALLIANCE, alliance, N_("Alliance"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_ALLIANCE), NULL, NULL) \
  X (PARTY, party, N_("Partner"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (GIVES, gives, N_("Gives"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (GETS, gets, N_("Gets"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (SIGNATORY, signatory, N_("Signed by"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, N_("Who signed the charter for this partner"))
/* clang-format on */
