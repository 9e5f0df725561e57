/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sorts the values of all KPIs once. */

#include "config.h"

#include "analysis/sl-kpi-series.h"

#include <math.h>

typedef struct
{
  guint kpi;
  gint64 day;
  double value;
} Value;

static int
compare_values (const void *a, const void *b)
{
  const Value *x = a, *y = b;

  if (x->kpi != y->kpi)
    return x->kpi < y->kpi ? -1 : 1;
  return (x->day > y->day) - (x->day < y->day);
}

static GArray *
read_values (const SlSnapshot *plan, gint64 today)
{
  const SlTable *kpis = sl_snapshot_table (plan, SL_KIND_KPI);
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_KPI_VALUE);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (Value));

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      Value value = { .day = sl_table_int (table, row, SL_KPI_VALUE_DAY),
                      .value = sl_table_real (table, row, SL_KPI_VALUE_VALUE) };

      if (value.day != SL_INT_NULL && value.day <= today
          && sl_table_find (kpis, sl_table_ref (table, row, SL_KPI_VALUE_KPI), &value.kpi))
        g_array_append_val (values, value);
    }
  g_array_sort (values, compare_values);
  return values;
}

SlKpiSeries *
sl_kpi_series_new (const SlSnapshot *plan, gint64 today)
{
  guint n_kpis = sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_KPI));
  g_autoptr (GArray) values = read_values (plan, today);
  SlKpiSeries *self = g_new0 (SlKpiSeries, n_kpis + 1);

  for (guint i = 0; i < values->len; i++)
    self[g_array_index (values, Value, i).kpi].n++;
  for (guint row = 0; row < n_kpis; row++)
    {
      self[row].days = g_new (double, self[row].n + 1);
      self[row].values = g_new (double, self[row].n + 1);
      self[row].n = 0;
    }
  for (guint i = 0; i < values->len; i++)
    {
      const Value *value = &g_array_index (values, Value, i);
      SlKpiSeries *series = &self[value->kpi];

      series->days[series->n] = (double)value->day;
      series->values[series->n++] = value->value;
    }
  return self;
}

void
sl_kpi_series_free (SlKpiSeries *self)
{
  /* One more than there are KPIs ends the list: it has no room for days. */
  for (guint row = 0; self != NULL && self[row].days != NULL; row++)
    {
      g_free (self[row].days);
      g_free (self[row].values);
    }
  g_free (self);
}

double
sl_kpi_newest_value (const SlSnapshot *plan, SlId kpi, gint64 today, gint64 *day)
{
  const SlTable *values = sl_snapshot_table (plan, SL_KIND_KPI_VALUE);
  gint64 newest = SL_INT_NULL;
  double value = NAN;
  guint n = 0;
  const guint *rows = sl_table_referrers (values, SL_KPI_VALUE_KPI, kpi, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 at = sl_table_int (values, rows[i], SL_KPI_VALUE_DAY);

      if (at > today || at <= newest)
        continue;
      newest = at;
      value = sl_table_real (values, rows[i], SL_KPI_VALUE_VALUE);
    }
  if (newest != SL_INT_NULL)
    *day = newest;
  return value;
}
