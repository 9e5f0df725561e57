/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Completeness of pages, from one table: which fields of which records a page needs. */

#include "config.h"

#include "analysis/sl-completeness.h"

#include <math.h>
#include <string.h>

/* What a page needs. */
static const struct
{
  const char *page;
  SlKindId kind;
  guint field;
} wanted[] = {
  { "today", SL_KIND_PROJECT, SL_PROJECT_NEXT_MEETING },
  { "today", SL_KIND_GOAL, SL_GOAL_OWNER },
  { "today", SL_KIND_GOAL, SL_GOAL_DUE },
  { "today", SL_KIND_TASK, SL_TASK_OWNER },
  { "today", SL_KIND_TASK, SL_TASK_DUE },
  { "goals", SL_KIND_GOAL, SL_GOAL_OWNER },
  { "goals", SL_KIND_GOAL, SL_GOAL_DUE },
  { "goals", SL_KIND_GOAL, SL_GOAL_MEASURE },
  { "goals", SL_KIND_KPI, SL_KPI_BASELINE },
  { "goals", SL_KIND_KPI, SL_KPI_TARGET },
  { "stakeholders", SL_KIND_PARTY, SL_PARTY_POWER },
  { "stakeholders", SL_KIND_PARTY, SL_PARTY_INTEREST },
  { "stakeholders", SL_KIND_PARTY, SL_PARTY_ENGAGEMENT },
  { "stakeholders", SL_KIND_PARTY, SL_PARTY_ENGAGEMENT_WANTED },
  { "stakeholders", SL_KIND_PARTY, SL_PARTY_CONTACT },
  { "timeline", SL_KIND_TASK, SL_TASK_OWNER },
  { "timeline", SL_KIND_TASK, SL_TASK_DUE },
  { "timeline", SL_KIND_TASK, SL_TASK_GOAL },
  { "timeline", SL_KIND_MILESTONE, SL_MILESTONE_DUE },
  { "alignment", SL_KIND_CONFLICT, SL_CONFLICT_OPTIONS },
  { "alignment", SL_KIND_CONFLICT, SL_CONFLICT_DECIDER },
  { "alignment", SL_KIND_CONFLICT, SL_CONFLICT_DECIDE_BY },
  { "alignment", SL_KIND_ALLIANCE, SL_ALLIANCE_EXPECTATIONS },
  { "alignment", SL_KIND_ALLIANCE, SL_ALLIANCE_ESCALATION },
  { "alignment", SL_KIND_ALLIANCE, SL_ALLIANCE_REVIEW },
  { "reviews", SL_KIND_PROJECT, SL_PROJECT_NEXT_MEETING },
  { "reviews", SL_KIND_GOAL, SL_GOAL_ASSESSED },
  { "reviews", SL_KIND_DECISION, SL_DECISION_OWNER },
  { "reviews", SL_KIND_DECISION, SL_DECISION_DAY },
  { "direction", SL_KIND_PROJECT, SL_PROJECT_VISION },
  { "direction", SL_KIND_PROJECT, SL_PROJECT_MISSION },
  { "direction", SL_KIND_KPI, SL_KPI_BASELINE },
  { "direction", SL_KIND_KPI, SL_KPI_BASELINE_DAY },
  { "direction", SL_KIND_KPI, SL_KPI_SOURCE },
  { "resources", SL_KIND_BUDGET, SL_BUDGET_PARTY },
  { "resources", SL_KIND_BUDGET, SL_BUDGET_ITEM },
  { "resources", SL_KIND_BUDGET, SL_BUDGET_PLANNED },
  { "resources", SL_KIND_TASK, SL_TASK_EFFORT },
  { "risks", SL_KIND_RISK, SL_RISK_OWNER },
  { "risks", SL_KIND_RISK, SL_RISK_PROBABILITY },
  { "risks", SL_KIND_RISK, SL_RISK_IMPACT },
  { "risks", SL_KIND_RISK, SL_RISK_RESIDUAL_PROBABILITY },
  { "risks", SL_KIND_RISK, SL_RISK_RESIDUAL_IMPACT },
  { "risks", SL_KIND_RISK, SL_RISK_PLAN },
};

/* Whether anything is still to be filled in. */
static gboolean
is_open (const SlTable *table, SlKindId kind, guint row)
{
  switch (kind)
    {
    case SL_KIND_GOAL:
      return sl_table_int (table, row, SL_GOAL_STATUS) <= SL_GOAL_ACTIVE;
    case SL_KIND_TASK:
      return sl_table_int (table, row, SL_TASK_STATUS) <= SL_TASK_ACTIVE;
    case SL_KIND_MILESTONE:
      return sl_table_int (table, row, SL_MILESTONE_STATUS) <= SL_TASK_ACTIVE;
    case SL_KIND_PARTY:
      return sl_table_int (table, row, SL_PARTY_GONE) == 0;
    case SL_KIND_RISK:
      return sl_table_int (table, row, SL_RISK_STATUS) != SL_RISK_CLOSED;
    case SL_KIND_CONFLICT:
      return !sl_table_is_set (table, row, SL_CONFLICT_SETTLED);
    case SL_KIND_DECISION:
      return sl_table_int (table, row, SL_DECISION_STATUS) != SL_DECISION_STATUS_DROPPED;
    default:
      return TRUE;
    }
}

static gboolean
is_filled (const SlTable *table, const SlField *field, guint row, guint index)
{
  const char *text;

  if (field->type != SL_TEXT && field->type != SL_PROSE)
    return sl_table_is_set (table, row, index);
  text = sl_table_text (table, row, index);
  return text != NULL && text[0] != '\0';
}

void
sl_completeness_of (const SlSnapshot *plan, const char *page, SlCompleteness *out)
{
  memset (out, 0, sizeof *out);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      SlKindId kind = wanted[i].kind;
      const SlTable *table = sl_snapshot_table (plan, kind);
      const SlField *field = &sl_kind (kind)->fields[wanted[i].field];
      guint part = out->n_parts;

      if (strcmp (wanted[i].page, page) != 0)
        continue;
      out->parts[part].field = field;
      for (guint row = 0; row < sl_table_n_rows (table); row++)
        if (is_open (table, kind, row))
          {
            out->parts[part].need++;
            out->parts[part].have += is_filled (table, field, row, wanted[i].field);
          }
      out->have += out->parts[part].have;
      out->need += out->parts[part].need;
      out->n_parts++;
    }
}

double
sl_completeness_share (const SlCompleteness *self)
{
  return self->need > 0 ? (double)self->have / self->need : NAN;
}
