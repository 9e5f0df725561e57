/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Published classes and grids of stakeholders as tables, and the audit of a responsibility
 * matrix. */

#include "config.h"

#include "methods/sl-stakeholders.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SALIENCE_ALL (SL_SALIENCE_POWER | SL_SALIENCE_LEGITIMACY | SL_SALIENCE_URGENCY)

const char *
sl_salience_class (SlSalience attributes)
{
  static const char *const classes[SALIENCE_ALL + 1] = {
    [0] = "non-stakeholder",
    [SL_SALIENCE_POWER] = "dormant",
    [SL_SALIENCE_LEGITIMACY] = "discretionary",
    [SL_SALIENCE_URGENCY] = "demanding",
    [SL_SALIENCE_POWER | SL_SALIENCE_LEGITIMACY] = "dominant",
    [SL_SALIENCE_POWER | SL_SALIENCE_URGENCY] = "dangerous",
    [SL_SALIENCE_LEGITIMACY | SL_SALIENCE_URGENCY] = "dependent",
    [SALIENCE_ALL] = "definitive",
  };
  return classes[attributes & SALIENCE_ALL];
}

const char *
sl_salience_latency (SlSalience attributes)
{
  static const char *const latencies[] = { "none", "latent", "expectant", "definitive" };
  guint n = 0;
  for (guint bit = SL_SALIENCE_POWER; bit <= SL_SALIENCE_URGENCY; bit <<= 1)
    n += (attributes & bit) != 0 ? 1 : 0;
  return latencies[n];
}

static const struct
{
  const char *name;
  const char *title;
} quadrants[] = {
  [SL_QUADRANT_NONE] = { "not_assessed", N_ ("Not assessed") },
  [SL_QUADRANT_MONITOR] = { "monitor", N_ ("Monitor") },
  [SL_QUADRANT_KEEP_INFORMED] = { "keep informed", N_ ("Keep informed") },
  [SL_QUADRANT_KEEP_SATISFIED] = { "keep satisfied", N_ ("Keep satisfied") },
  [SL_QUADRANT_MANAGE_CLOSELY] = { "manage closely", N_ ("Manage closely") },
};

SlQuadrant
sl_stakeholder_quadrant (double power, double interest, double cut)
{
  if (isnan (power) || isnan (interest))
    return SL_QUADRANT_NONE;
  if (power > cut)
    return interest > cut ? SL_QUADRANT_MANAGE_CLOSELY : SL_QUADRANT_KEEP_SATISFIED;
  return interest > cut ? SL_QUADRANT_KEEP_INFORMED : SL_QUADRANT_MONITOR;
}

const char *
sl_quadrant_name (SlQuadrant quadrant)
{
  g_return_val_if_fail (quadrant < G_N_ELEMENTS (quadrants), "");
  return quadrants[quadrant].name;
}

const char *
sl_quadrant_title (SlQuadrant quadrant)
{
  g_return_val_if_fail (quadrant < G_N_ELEMENTS (quadrants), "");
  return _ (quadrants[quadrant].title);
}

double
sl_stakeholder_influence (double power, double interest)
{
  if (isnan (power) || isnan (interest))
    return NAN;
  return CLAMP (power, 0.0, SL_STAKEHOLDER_SCALE) * CLAMP (interest, 0.0, SL_STAKEHOLDER_SCALE);
}

gboolean
sl_stakeholder_is_powerful (double power)
{
  return power > SL_STAKEHOLDER_CUT;
}

int
sl_engagement_gap (SlEngagement current, SlEngagement wanted)
{
  return MAX (0, (int)wanted - (int)current);
}

double
sl_engagement_severity (SlEngagement current, SlEngagement wanted, double power)
{
  double severity = (double)sl_engagement_gap (current, wanted) / SL_ENGAGEMENT_LEADING;
  if (current == SL_ENGAGEMENT_UNAWARE && sl_stakeholder_is_powerful (power))
    severity = MAX (severity, SL_ENGAGEMENT_UNAWARE_SEVERITY);
  return severity;
}

static gboolean
is_between (double value, double low, double high)
{
  return value >= low && value <= high;
}

double
sl_stakeholder_circle (double power, double proximity, double value, double action)
{
  if (!is_between (power, 1, 4) || !is_between (proximity, 1, 4) || !is_between (value, 1, 5)
      || !is_between (action, 1, 5))
    return NAN;
  return (power / 4.0 + proximity / 4.0 + (value + action) / 10.0) / 3.0;
}

static const struct
{
  const char *id;
  double severity;
} rules[SL_RACI_N_RULES] = {
  { "RACI-01", 1.0 }, { "RACI-02", 0.7 }, { "RACI-03", 1.0 },
  { "RACI-04", 0.7 }, { "RACI-05", 0.2 }, { "RACI-06", 0.5 },
};

char *
sl_raci_to_text (guint roles)
{
  GString *text = g_string_new (NULL);
  for (guint role = 0; SL_RACI_LETTERS[role] != '\0'; role++)
    if ((roles >> role) & 1)
      g_string_append_c (text, SL_RACI_LETTERS[role]);
  return g_string_free (text, FALSE);
}

gboolean
sl_raci_from_text (const char *text, guint *roles)
{
  guint found = 0;
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *letter = strchr (SL_RACI_LETTERS, g_ascii_toupper (*p));
      if (letter != NULL)
        found |= 1u << (letter - SL_RACI_LETTERS);
      else if (strchr (" ,;/-\r", *p) == NULL)
        return FALSE;
    }
  *roles = found;
  return TRUE;
}

guint
sl_raci_audit (const SlRaciCell *cells, guint n, guint max_consulted)
{
  guint n_accountable = 0;
  guint n_responsible = 0;
  guint n_consulted = 0;
  guint broken = 0;
  for (guint i = 0; i < n; i++)
    {
      const SlRaciCell *cell = &cells[i];
      n_accountable += (cell->roles & SL_RACI_ACCOUNTABLE) != 0 ? 1 : 0;
      n_responsible += (cell->roles & SL_RACI_RESPONSIBLE) != 0 ? 1 : 0;
      n_consulted += (cell->roles & SL_RACI_CONSULTED) != 0 ? 1 : 0;
      if (cell->unavailable && (cell->roles & (SL_RACI_ACCOUNTABLE | SL_RACI_RESPONSIBLE)) != 0)
        broken |= SL_RACI_UNAVAILABLE;
      if (cell->affected && cell->roles == 0)
        broken |= SL_RACI_PARTY_MISSING;
    }
  if (n_accountable == 0)
    broken |= SL_RACI_NO_ACCOUNTABLE;
  if (n_accountable > 1)
    broken |= SL_RACI_MANY_ACCOUNTABLE;
  if (n_responsible == 0)
    broken |= SL_RACI_NO_RESPONSIBLE;
  if (n_consulted > max_consulted)
    broken |= SL_RACI_MANY_CONSULTED;
  return broken;
}

const char *
sl_raci_rule_id (guint rule)
{
  g_return_val_if_fail (rule < SL_RACI_N_RULES, "");
  return rules[rule].id;
}

double
sl_raci_rule_severity (guint rule)
{
  g_return_val_if_fail (rule < SL_RACI_N_RULES, 0.0);
  return rules[rule].severity;
}

double
sl_raci_severity (guint broken)
{
  double severity = 0.0;
  for (guint rule = 0; rule < SL_RACI_N_RULES; rule++)
    if ((broken >> rule) & 1)
      severity = MAX (severity, rules[rule].severity);
  return severity;
}

gboolean
sl_raci_is_overloaded (guint n_accountable)
{
  return n_accountable > SL_RACI_MAX_ACCOUNTABLE;
}
