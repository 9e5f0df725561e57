/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules about people share. */

#pragma once

#include "analysis/rules/sl-rules-words.h"
#include "analysis/sl-people.h"

G_BEGIN_DECLS

/* A date that a fix proposes lies so many days ahead. */
#define SL_PEOPLE_GRACE_DAYS 14

/* Name of the party with that index. */
const char *sl_people_name (const SlFacts *facts, int party);
/* What a field of an enumeration says, "Supportive", translated; "" if it is unset. */
const char *sl_people_value_name (SlKindId kind, guint field, gint64 code);
/* Adds the fix "Agree on 3 Apr 2026": sets the date @field of @record to @day. */
void sl_people_add_new_date (SlFinding *finding, const SlFacts *facts, SlId record,
                             const char *field, gint64 day);

/* One acknowledgement of a goal that is open, by a party that is there. */
typedef struct
{
  SlId id;
  guint row;
  int goal;
  int party;
  gint64 changed;
  gint64 confirmed; /* of this change, or SL_INT_NULL */
} SlNews;

/* All of them, by id; computed once. (transfer none) (element-type SlNews) */
const GArray *sl_people_news (const SlFacts *facts);

G_END_DECLS
