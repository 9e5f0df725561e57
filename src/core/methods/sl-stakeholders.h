/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who matters, who is not on board, and whether roles are clear. Pure functions; any thread.
 * Source: METHODS section 8. NAN stands for "not known". */

#pragma once

#include "base/sl-codes.h"

G_BEGIN_DECLS

/* Top of the scales of power and interest, which begin at 0. */
#define SL_STAKEHOLDER_SCALE 10.0
/* Above this power or interest is high. */
#define SL_STAKEHOLDER_CUT 5.0

/* What a stakeholder has, as bits. */
typedef enum
{
  SL_SALIENCE_POWER = 1 << 0,
  SL_SALIENCE_LEGITIMACY = 1 << 1,
  SL_SALIENCE_URGENCY = 1 << 2,
} SlSalience;

/* "dormant", for machine output. Source: Mitchell, Agle & Wood, Toward a Theory of Stakeholder
 * Identification and Salience (1997); without any attribute "non-stakeholder". */
const char *sl_salience_class (SlSalience attributes);
/* One attribute "latent", two "expectant", three "definitive", else "none". */
const char *sl_salience_latency (SlSalience attributes);

typedef enum
{
  SL_QUADRANT_NONE, /* power or interest is not known */
  SL_QUADRANT_MONITOR,
  SL_QUADRANT_KEEP_INFORMED,
  SL_QUADRANT_KEEP_SATISFIED,
  SL_QUADRANT_MANAGE_CLOSELY,
} SlQuadrant;

/* Mendelow's grid (1991): high means more than @cut, which is %SL_STAKEHOLDER_CUT by default. */
SlQuadrant sl_stakeholder_quadrant (double power, double interest, double cut);
/* "keep satisfied", for machine output; "not_assessed" for none. */
const char *sl_quadrant_name (SlQuadrant quadrant);
/* "Keep satisfied", translated. */
const char *sl_quadrant_title (SlQuadrant quadrant);

/* Power x interest, 0..100; NAN where one is not known. Both are clamped to their scale. */
double sl_stakeholder_influence (double power, double interest);
/* Whether power is above the middle of its scale; not if it is not known. */
gboolean sl_stakeholder_is_powerful (double power);

/* The severity of one who has power and does not know of the plan. */
#define SL_ENGAGEMENT_UNAWARE_SEVERITY 0.5

/* Steps of engagement that are missing, 0..4; not below 0. Source: PMBOK Guide, stakeholder
 * engagement assessment matrix. */
int sl_engagement_gap (SlEngagement current, SlEngagement wanted);
/* Gap / 4, 0..1; of one who has @power (0..10, NAN: not known) above the middle and is unaware at
 * least %SL_ENGAGEMENT_UNAWARE_SEVERITY, whatever is wanted. */
double sl_engagement_severity (SlEngagement current, SlEngagement wanted, double power);

/**
 * sl_stakeholder_circle:
 * @power: 1..4
 * @proximity: 1..4
 * @value: of what is at stake, 1..5
 * @action: readiness to act, 1..5
 *
 * Optional ranking, Bourne, Project Relationships and the Stakeholder Circle (2005): mean of
 * power/4, proximity/4 and (value + action)/10.
 *
 * Returns: above 0 .. 1; NAN where a number is outside its range
 */
double sl_stakeholder_circle (double power, double proximity, double value, double action);

/* The roles of one party in one task, as bits. */
typedef enum
{
  SL_RACI_RESPONSIBLE = 1 << 0,
  SL_RACI_ACCOUNTABLE = 1 << 1,
  SL_RACI_CONSULTED = 1 << 2,
  SL_RACI_INFORMED = 1 << 3,
} SlRaciRole;

/* The letter of role N is character N. */
#define SL_RACI_LETTERS "RACI"

/* "RA": the letters of the #SlRaciRole bits @roles, in that order; "" for none. (transfer full) */
char *sl_raci_to_text (guint roles);
/* Reads "RA", "r/a" and "A, R": letters in any case and order with what stands between them; ""
 * and "-" are none. Returns: FALSE where there is another letter; @roles is untouched then */
gboolean sl_raci_from_text (const char *text, guint *roles);

/* Rule RACI-0N is bit N - 1. */
typedef enum
{
  SL_RACI_NO_ACCOUNTABLE = 1 << 0,
  SL_RACI_MANY_ACCOUNTABLE = 1 << 1,
  SL_RACI_NO_RESPONSIBLE = 1 << 2,
  SL_RACI_UNAVAILABLE = 1 << 3,
  SL_RACI_MANY_CONSULTED = 1 << 4,
  SL_RACI_PARTY_MISSING = 1 << 5,
} SlRaciRule;

#define SL_RACI_N_RULES 6u
/* More consulted parties than this are too many. */
#define SL_RACI_MAX_CONSULTED 5u
/* More open items than this are too many for one accountable party. */
#define SL_RACI_MAX_ACCOUNTABLE 7u

/**
 * SlRaciCell:
 * @roles: #SlRaciRole bits; 0: none
 * @unavailable: has left, or has no capacity
 * @affected: the goal touches this party
 */
typedef struct
{
  guint roles;
  gboolean unavailable;
  gboolean affected;
} SlRaciCell;

/**
 * sl_raci_audit:
 * @cells: (array length=n): one a party, also those that are affected and have no role
 * @n: number of parties; 0 is a row without anybody
 * @max_consulted: %SL_RACI_MAX_CONSULTED by default
 *
 * Checks one row of a responsibility matrix: exactly one accountable, at least one responsible,
 * both available, not too many consulted, nobody affected left out.
 *
 * Returns: #SlRaciRule bits; 0: nothing is wrong
 */
guint sl_raci_audit (const SlRaciCell *cells, guint n, guint max_consulted);
/* "RACI-01" of the rule with number @rule, 0..SL_RACI_N_RULES-1 */
const char *sl_raci_rule_id (guint rule);
/* Share of an item that breaking that rule costs, 0..1. Source: METHODS section 21. */
double sl_raci_rule_severity (guint rule);
/* The largest severity of the #SlRaciRule bits @broken, 0 for none. */
double sl_raci_severity (guint broken);
/* Vertical check: whether one party is accountable for too many open items. */
gboolean sl_raci_is_overloaded (guint n_accountable);

G_END_DECLS
