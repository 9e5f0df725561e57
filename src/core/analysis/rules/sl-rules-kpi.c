/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Looks up goals and owners of KPIs, and writes numbers with their units. */

#include "config.h"

#include "analysis/rules/sl-rules-kpi.h"

#include "analysis/sl-kpi-words.h"

int
sl_kpi_goal (const SlFacts *facts, guint row)
{
  return sl_facts_goal (
      facts, sl_table_ref (sl_snapshot_table (facts->plan, SL_KIND_KPI), row, SL_KPI_GOAL));
}

int
sl_kpi_owner (const SlFacts *facts, guint row)
{
  const SlTable *kpis = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  int owner = sl_facts_party (facts, sl_table_ref (kpis, row, SL_KPI_OWNER));
  int goal = sl_kpi_goal (facts, row);

  return owner < 0 && goal >= 0 ? facts->goals[goal].owner : owner;
}

char *
sl_kpi_number (const SlFacts *facts, guint row, double number)
{
  return sl_kpi_number_text (sl_snapshot_table (facts->plan, SL_KIND_KPI), row, number);
}

void
sl_kpi_add_number (SlFinding *finding, const SlFacts *facts, guint row, char *label, double number)
{
  sl_finding_add_evidence (finding, label, sl_kpi_number (facts, row, number), number, NULL,
                           sl_table_id (sl_snapshot_table (facts->plan, SL_KIND_KPI), row));
}
