/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the rules on KPIs share: their values in order of time. */

#pragma once

#include "analysis/rules/sl-rules-words.h"

G_BEGIN_DECLS

/**
 * SlKpiSeries:
 * @n: values up to today
 * @days: (array length=n): when, ascending
 * @values: (array length=n): what
 */
typedef struct
{
  guint n;
  double *days;
  double *values;
} SlKpiSeries;

/* One a row of the KPI table. Cost: O(values log values). (transfer full) */
SlKpiSeries *sl_kpi_series_new (const SlFacts *facts) G_GNUC_WARN_UNUSED_RESULT;
void sl_kpi_series_free (SlKpiSeries *self, const SlFacts *facts);

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
