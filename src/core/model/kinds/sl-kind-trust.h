/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far one party trusts another, asked at a review: five statements, 1 to 5. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_TRUST_FIELDS(X) \
  X (FROM_PARTY, from_party, N_("Who answers"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (TO_PARTY, to_party, N_("About"), SL_REF, NULL, 0, 0, NULL, SL_REQUIRED | SL_KEY | SL_OWNER, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (DAY, day, N_("Day"), SL_DATE, "day", 0, 0, NULL, SL_REQUIRED | SL_KEY, 0, NULL, NULL) \
  X (ABILITY, ability, N_("Able"), SL_INT, NULL, 1, 5, NULL, 0, 0, NULL, N_("They can do what they say: 1 not at all to 5 fully")) \
  X (GOODWILL, goodwill, N_("Well-meaning"), SL_INT, NULL, 1, 5, NULL, 0, 0, NULL, N_("They want us to succeed")) \
  X (INTEGRITY, integrity, N_("Upright"), SL_INT, NULL, 1, 5, NULL, 0, 0, NULL, N_("They say what they think")) \
  X (OPENNESS, openness, N_("Open"), SL_INT, NULL, 1, 5, NULL, 0, 0, NULL, N_("They share what we need to know")) \
  X (RELIABILITY, reliability, N_("Reliable"), SL_INT, NULL, 1, 5, NULL, 0, 0, NULL, N_("They keep their promises")) \
  X (RESPONDENTS, respondents, N_("People asked"), SL_INT, NULL, 1, 10000, "1", SL_REQUIRED, 0, NULL, NULL)
/* clang-format on */
