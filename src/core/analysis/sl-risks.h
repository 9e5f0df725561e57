/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Risks as rules, charts and pages see them: how grave, and whether the trigger of their
 * contingency plan is met. Any thread. */

#pragma once

#include "analysis/sl-goal-state.h"

G_BEGIN_DECLS

/* The steps of probability and impact: 1 to this. */
#define SL_RISK_STEPS 5

/* How grave a product of probability and impact is. */
typedef enum
{
  SL_RISK_ZONE_LOW,
  SL_RISK_ZONE_MEDIUM, /* from 5 on */
  SL_RISK_ZONE_HIGH,   /* from 12 on */
} SlRiskZone;

/* @probability, @impact: 1..5 */
SlRiskZone sl_risk_zone (gint64 probability, gint64 impact);
/* "low"; translated, (transfer none) */
const char *sl_risk_zone_words (SlRiskZone zone);

/* Probability x impact of the risk in @row; 0 where one of them is not entered. @residual: what is
 * left after countermeasures */
guint sl_risk_score (const SlTable *risks, guint row, gboolean residual);

/* Why a trigger is met. */
typedef enum
{
  SL_TRIGGER_NOT_MET,
  SL_TRIGGER_HAPPENED,
  SL_TRIGGER_DAY,
  SL_TRIGGER_ABOVE,
  SL_TRIGGER_BELOW,
} SlTrigger;

/**
 * sl_risk_trigger:
 * @progress: of the plan of @risks
 * @current: (out): value of the KPI that it watches, or NAN
 *
 * A risk that is closed, has no plan, or whose plan is active has no trigger to meet.
 */
SlTrigger sl_risk_trigger (const SlTable *risks, guint row, SlGoalProgress *progress, gint64 today,
                           double *current);

G_END_DECLS
