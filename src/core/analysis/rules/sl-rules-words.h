/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What rules of all families say and propose alike. */

#pragma once

#include "analysis/sl-rule.h"

G_BEGIN_DECLS

/* The title of a record as far as a sentence has room for it: at most SL_RULE_TITLE_WORDS words,
 * on paper all of it. (transfer full) */
#define SL_RULE_TITLE_WORDS 8u
char *sl_rule_title (const SlFacts *facts, SlId id);
char *sl_rule_shorten (const SlFacts *facts, const char *text);
/* "“Cut delivery time” (Sales)"; without a party (-1) only the title. (transfer full) */
char *sl_rule_name (const SlFacts *facts, SlId id, int party);
/* The same of a goal and its owner. (transfer full) */
char *sl_rule_goal_name (const SlFacts *facts, const SlFactGoal *goal);
/* "18 days". (transfer full) */
char *sl_rule_days (gint64 days);
/* Adds the party with that index as concerned; -1: nobody. */
void sl_rule_add_party (SlFinding *finding, const SlFacts *facts, int party);
/* A date as the value of a field; %SL_INT_NULL: unset. (transfer floating) */
GVariant *sl_rule_day_value (gint64 day);

G_END_DECLS
