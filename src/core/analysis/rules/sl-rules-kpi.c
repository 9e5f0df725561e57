/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sorts the values of all KPIs once, and writes numbers with their units. */

#include "config.h"

#include "analysis/rules/sl-rules-kpi.h"

#include "base/sl-format-text.h"

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
read_values (const SlFacts *facts)
{
  const SlTable *kpis = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_KPI_VALUE);
  GArray *values = g_array_new (FALSE, FALSE, sizeof (Value));

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      Value value = { .day = sl_table_int (table, row, SL_KPI_VALUE_DAY),
                      .value = sl_table_real (table, row, SL_KPI_VALUE_VALUE) };

      if (value.day <= facts->today
          && sl_table_find (kpis, sl_table_ref (table, row, SL_KPI_VALUE_KPI), &value.kpi))
        g_array_append_val (values, value);
    }
  g_array_sort (values, compare_values);
  return values;
}

SlKpiSeries *
sl_kpi_series_new (const SlFacts *facts)
{
  guint n_kpis = sl_table_n_rows (sl_snapshot_table (facts->plan, SL_KIND_KPI));
  g_autoptr (GArray) values = read_values (facts);
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
sl_kpi_series_free (SlKpiSeries *self, const SlFacts *facts)
{
  guint n_kpis = sl_table_n_rows (sl_snapshot_table (facts->plan, SL_KIND_KPI));

  for (guint row = 0; row < n_kpis; row++)
    {
      g_free (self[row].days);
      g_free (self[row].values);
    }
  g_free (self);
}

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
  const SlTable *kpis = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  const char *unit = sl_table_text (kpis, row, SL_KPI_UNIT);
  g_autofree char *text = sl_format_number (number, 2);

  return unit == NULL || *unit == '\0' ? g_steal_pointer (&text)
                                       : g_strdup_printf ("%s %s", text, unit);
}

void
sl_kpi_add_number (SlFinding *finding, const SlFacts *facts, guint row, char *label, double number)
{
  sl_finding_add_evidence (finding, label, sl_kpi_number (facts, row, number), number, NULL,
                           sl_table_id (sl_snapshot_table (facts->plan, SL_KIND_KPI), row));
}
