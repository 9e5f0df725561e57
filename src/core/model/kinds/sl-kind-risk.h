/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What could go wrong, and what then. */

#pragma once

/* symbol, name, nick, type, unit, min, max, default, flags, targets, values, help */
/* clang-format off */
#define SL_RISK_FIELDS(X) \
  X (TITLE, title, N_("Risk"), SL_TEXT, NULL, 0, 0, "", SL_REQUIRED | SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (ITEM, item, N_("Threatens"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE), NULL, NULL) \
  X (OWNER, owner, N_("Owner"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_PARTY), NULL, NULL) \
  X (PROBABILITY, probability, N_("Probability"), SL_INT, NULL, 1, 5, NULL, 0, 0, NULL, NULL) \
  X (IMPACT, impact, N_("Impact"), SL_INT, NULL, 1, 5, NULL, 0, 0, NULL, NULL) \
  X (RESIDUAL_PROBABILITY, residual_probability, N_("Residual probability"), SL_INT, NULL, 1, 5, NULL, 0, 0, NULL, NULL) \
  X (RESIDUAL_IMPACT, residual_impact, N_("Residual impact"), SL_INT, NULL, 1, 5, NULL, 0, 0, NULL, NULL) \
  X (STATUS, status, N_("Status"), SL_ENUM, NULL, 0, 0, "open", SL_REQUIRED, 0, sl_risk_statuses, NULL) \
  X (PLAN, plan, N_("Contingency plan"), SL_PROSE, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (TRIGGER, trigger_text, N_("Trigger"), SL_TEXT, NULL, 0, 0, NULL, SL_SEARCH | SL_COALESCE, 0, NULL, NULL) \
  X (TRIGGER_DAY, trigger_day, N_("Trigger date"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL) \
  X (TRIGGER_KPI, trigger_kpi, N_("Trigger KPI"), SL_REF, NULL, 0, 0, NULL, 0, SL_KIND_BIT (SL_KIND_KPI), NULL, NULL) \
  X (TRIGGER_ABOVE, trigger_above, N_("Met above"), SL_REAL, NULL, 0, 0, NULL, 0, 0, NULL, NULL) \
  X (TRIGGER_BELOW, trigger_below, N_("Met below"), SL_REAL, NULL, 0, 0, NULL, 0, 0, NULL, NULL) \
  X (ACTIVATED, activated, N_("Plan active since"), SL_DATE, "day", 0, 0, NULL, 0, 0, NULL, NULL)
/* clang-format on */
