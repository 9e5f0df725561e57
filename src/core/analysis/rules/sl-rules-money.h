/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What rules on money share: amounts in words, and how money is moved between goals. */

#pragma once

#include "analysis/rules/sl-rules-points.h"
#include "analysis/sl-funding.h"

G_BEGIN_DECLS

/* "12 000 EUR" or "12 person-days". (transfer full) */
char *sl_rule_amount (const SlFacts *facts, const SlFunding *funding, double amount);
/* The same as evidence. @label: (transfer full) */
void sl_rule_add_amount (SlFinding *finding, const SlFacts *facts, const SlFunding *funding,
                         char *label, double amount, SlId record);
/* Shares, amount and weight of the goal at @place, by which its gap can be checked. */
void sl_rule_add_gap (SlFinding *finding, const SlFacts *facts, const SlFunding *funding,
                      guint place);

/* --- Remedies; each adds nothing where it cannot help --- */

/* Moves what the goal at @place lacks to it, from those that get more than their share. */
void sl_rule_fill_up (SlFinding *finding, const SlFacts *facts, const SlFunding *funding,
                      guint place);
/* Moves what it has too much to those that get less than their share. */
void sl_rule_hand_on (SlFinding *finding, const SlFacts *facts, const SlFunding *funding,
                      guint place);
/* Plans more or less for it alone, until its share is right. */
void sl_rule_plan_anew (SlFinding *finding, const SlFacts *facts, const SlFunding *funding,
                        guint place);
/* Lets it weigh what it gets. */
void sl_rule_weigh_anew (SlFinding *finding, const SlFacts *facts, const SlFunding *funding,
                         const SlRulePoints *points, guint place);

/* The goal (a place) that lacks most, or -1: none lacks anything. */
int sl_rule_neediest (const SlFunding *funding);

G_END_DECLS
