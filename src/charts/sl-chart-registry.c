/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All charts. A new chart is one declaration in sl-chart.h and one line here. */

#include "config.h"

#include "sl-chart.h"

/* One line a chart. */
/* clang-format off */
static const SlChart *const charts[] = {
  &sl_chart_goal_tree,
  &sl_chart_stakeholder_matrix,
  &sl_chart_timeline,
  &sl_chart_slip,
  &sl_chart_alignment_page,
  &sl_chart_findings,
  &sl_chart_profile,
  &sl_chart_stands_together,
  &sl_chart_priorities,
  &sl_chart_trust,
  &sl_chart_charter,
  &sl_chart_conflict_sheet,
  &sl_chart_budget,
  &sl_chart_people_weeks,
  &sl_chart_technology_weeks,
  &sl_chart_waste,
  &sl_chart_risk_matrix,
  &sl_chart_raci,
  &sl_chart_power_interest,
  &sl_chart_register,
  &sl_chart_direction,
  &sl_chart_current_state,
  NULL,
};
/* clang-format on */

const SlChart *const *
sl_chart_all (void)
{
  return charts;
}

const SlChart *
sl_chart_by_id (const char *id)
{
  for (guint i = 0; charts[i] != NULL; i++)
    if (g_strcmp0 (charts[i]->id, id) == 0)
      return charts[i];
  return NULL;
}
