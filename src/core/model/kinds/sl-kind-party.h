/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Anybody with a stake. The same record is stakeholder, owner, resource and role name. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_PARTY_FIELDS(X) \
  X (TITLE, title, N_("Name"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (TYPE, type, N_("Type"), SL_ENUM, NULL, 0, 0, "department", SL_REQUIRED, 0, sl_party_types, NULL) \
  X (PARENT, parent, N_("Part of"), SL_REF, NULL, 0, 0, NULL, SL_PARENT, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (RANK, rank, N_("Order"), SL_RANK, NULL, 0, 0, "", SL_REQUIRED | SL_INTERNAL, 0, NULL, NULL) \
  X (COLOR, color, N_("Color"), SL_COLOR, NULL, 0, 16777215, NULL, 0, 0, NULL, N_("Unset: a color of the palette by order")) \
  X (POWER, power, N_("Power"), SL_REAL, NULL, 0, 10, NULL, 0, 0, NULL, N_("0 none to 10 decides alone")) \
  X (INTEREST, interest, N_("Interest"), SL_REAL, NULL, 0, 10, NULL, 0, 0, NULL, N_("0 none to 10 lives for it")) \
  X (ENGAGEMENT, engagement, N_("Engagement now"), SL_ENUM, NULL, 0, 0, NULL, 0, 0, sl_engagements, NULL) \
  X (ENGAGEMENT_WANTED, engagement_wanted, N_("Engagement wanted"), SL_ENUM, NULL, 0, 0, NULL, 0, 0, sl_engagements, NULL) \
  X (CAPACITY, capacity, N_("Capacity"), SL_REAL, "ratio", 0, 1000, "1", 0, 0, NULL, N_("1 is one full-time person")) \
  X (CONTACT, contact, N_("Contact"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, N_("Mail address or telephone")) \
  X (SUMMARY, summary, N_("Notes"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (FOREIGN_ID, foreign_id, N_("Foreign id"), SL_TEXT, NULL, 0, 0, NULL, SL_INTERNAL, 0, NULL, NULL) \
  X (LEGITIMACY, legitimacy, N_("Rightful claim"), SL_BOOL, NULL, 0, 0, "0", SL_REQUIRED, 0, NULL, N_("Law, contract or custom give it a say")) \
  X (URGENCY, urgency, N_("Urgent claim"), SL_BOOL, NULL, 0, 0, "0", SL_REQUIRED, 0, NULL, N_("It cannot wait")) \
  X (GONE, gone, N_("Has left"), SL_BOOL, NULL, 0, 0, "0", SL_REQUIRED, 0, NULL, N_("Kept for what it did; takes no part any more")) \
  X (CONTACT_DAYS, contact_days, N_("Contact every"), SL_INT, "day", 1, 3650, NULL, 0, 0, NULL, NULL) \
  X (LAST_CONTACT, last_contact, N_("Last contact"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (CHANNEL, channel, N_("Channel"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, N_("How it is kept informed: a call, a mail, a meeting"))
/* clang-format on */
