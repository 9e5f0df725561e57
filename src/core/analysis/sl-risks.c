/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is worked out of one risk. */

#include "config.h"

#include "analysis/sl-risks.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The least products that are medium and high. */
#define MEDIUM 5
#define HIGH 12

SlRiskZone
sl_risk_zone (gint64 probability, gint64 impact)
{
  gint64 score = probability * impact;

  return score >= HIGH     ? SL_RISK_ZONE_HIGH
         : score >= MEDIUM ? SL_RISK_ZONE_MEDIUM
                           : SL_RISK_ZONE_LOW;
}

const char *
sl_risk_zone_words (SlRiskZone zone)
{
  static const char *const words[] = { N_ ("low"), N_ ("medium"), N_ ("high") };

  return _ (words[zone]);
}

guint
sl_risk_score (const SlTable *risks, guint row, gboolean residual)
{
  gint64 probability
      = sl_table_int (risks, row, residual ? SL_RISK_RESIDUAL_PROBABILITY : SL_RISK_PROBABILITY);
  gint64 impact = sl_table_int (risks, row, residual ? SL_RISK_RESIDUAL_IMPACT : SL_RISK_IMPACT);

  return probability == SL_INT_NULL || impact == SL_INT_NULL ? 0 : (guint)(probability * impact);
}

SlTrigger
sl_risk_trigger (const SlTable *risks, guint row, SlGoalProgress *progress, gint64 today,
                 double *current)
{
  gint64 status = sl_table_int (risks, row, SL_RISK_STATUS);
  gint64 day = sl_table_int (risks, row, SL_RISK_TRIGGER_DAY);
  SlId kpi = sl_table_ref (risks, row, SL_RISK_TRIGGER_KPI);

  *current = NAN;
  if (kpi != SL_ID_NONE)
    sl_goal_progress_get_kpi (progress, kpi, current);
  if (!sl_table_is_set (risks, row, SL_RISK_PLAN) || sl_table_is_set (risks, row, SL_RISK_ACTIVATED)
      || status == SL_RISK_CLOSED)
    return SL_TRIGGER_NOT_MET;
  if (status == SL_RISK_HAPPENED)
    return SL_TRIGGER_HAPPENED;
  if (*current > sl_table_real (risks, row, SL_RISK_TRIGGER_ABOVE))
    return SL_TRIGGER_ABOVE;
  if (*current < sl_table_real (risks, row, SL_RISK_TRIGGER_BELOW))
    return SL_TRIGGER_BELOW;
  return day != SL_INT_NULL && day <= today ? SL_TRIGGER_DAY : SL_TRIGGER_NOT_MET;
}
