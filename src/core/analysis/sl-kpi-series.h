/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was measured of KPIs, in order of time: the one place where their values are read. Pure. */

#pragma once

#include "model/sl-snapshot.h"

G_BEGIN_DECLS

/**
 * SlKpiSeries:
 * @n: values up to today, one a day at most
 * @days: (array length=n): when, ascending
 * @values: (array length=n): what
 */
typedef struct
{
  guint n;
  double *days;
  double *values;
} SlKpiSeries;

/* One a row of the KPIs of @plan, which is not kept; values after @today are not looked at. Cost:
 * O(values log values). (transfer full) */
SlKpiSeries *sl_kpi_series_new (const SlSnapshot *plan, gint64 today) G_GNUC_WARN_UNUSED_RESULT;
void sl_kpi_series_free (SlKpiSeries *self);

/* What was measured last of @kpi, not after @today. @day: (out): when. Cost: O(its values).
 *
 * Returns: NAN where nothing was, and @day is untouched */
double sl_kpi_newest_value (const SlSnapshot *plan, SlId kpi, gint64 today, gint64 *day);

G_END_DECLS
