/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules on KPIs share: whom they concern, and numbers with their units. */

#pragma once

#include "analysis/rules/sl-rules-words.h"
#include "analysis/sl-kpi-series.h"

G_BEGIN_DECLS

/* The goal of the KPI in @row, or -1. */
int sl_kpi_goal (const SlFacts *facts, guint row);
/* The party that answers for the KPI in @row, or for its goal, or -1. */
int sl_kpi_owner (const SlFacts *facts, guint row);
/* "42 %" with the unit of the KPI in @row. (transfer full) */
char *sl_kpi_number (const SlFacts *facts, guint row, double number);
/* Adds that as a row of the evidence. @label: (transfer full) */
void sl_kpi_add_number (SlFinding *finding, const SlFacts *facts, guint row, char *label,
                        double number);

G_END_DECLS
