/* SPDX-License-Identifier: GPL-3.0-or-later */

/* KPI-02: the last value of a KPI is older than one and a half of its cadence. Source: PRODUCT
 * section 8. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-kpi.h"
#include "analysis/sl-reassess.h"
#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SEVERITY 0.25
/* A value may be older than its cadence by this factor. */
#define PATIENCE 1.5
#define MAX_CADENCE_DAYS 3650

static GVariant *
note_again (const SlFacts *facts, SlId kpi, double value)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (&fields, "{sv}", "kpi", g_variant_new_int64 (kpi));
  g_variant_builder_add (&fields, "{sv}", "day", g_variant_new_int64 (facts->today));
  g_variant_builder_add (&fields, "{sv}", "value", g_variant_new_double (value));
  return sl_remedy_step ("record.add", "(sxxa{sv})", "kpi_value", (gint64)SL_ID_NONE,
                         G_GINT64_CONSTANT (-1), &fields);
}

static void
add_remedies (SlFinding *finding, const SlFacts *facts, guint row, const SlKpiSeries *series,
              gint64 age)
{
  SlId id = sl_table_id (sl_snapshot_table (facts->plan, SL_KIND_KPI), row);
  g_autofree char *every = sl_rule_days (age);

  if (series->n > 0)
    {
      double value = series->values[series->n - 1];
      g_autofree char *number = sl_kpi_number (facts, row, value);

      sl_finding_add_remedy (finding, g_strdup_printf (_ ("It still is %s today"), number),
                             note_again (facts, id, value), id);
    }
  if (age <= MAX_CADENCE_DAYS)
    sl_finding_add_remedy (finding, g_strdup_printf (_ ("Agree to measure it every %s"), every),
                           sl_remedy_set (id, "cadence_days", g_variant_new_int64 (age)), id);
  sl_finding_add_remedy (finding, g_strdup (_ ("Measure it and enter the value")), NULL, id);
}

static void
report (SlRuleRun *run, guint row, const SlKpiSeries *series, gint64 last, gint64 cadence)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  SlId id = sl_table_id (sl_snapshot_table (facts->plan, SL_KIND_KPI), row);
  int owner = sl_kpi_owner (facts, row);
  gint64 age = facts->today - last;
  g_autofree char *name = sl_rule_name (facts, id, owner);
  g_autofree char *days = sl_rule_days (age), *every = sl_rule_days (cadence);
  SlFinding *finding
      = sl_rule_find (run, SEVERITY,
                      /* Translators: KPI with its party, "50 days", "30 days". */
                      g_strdup_printf (_ ("%s was last measured %s ago instead of every %s and may "
                                          "be out of date: measure it before the next meeting."),
                                       name, days, every),
                      id, facts->goals[sl_kpi_goal (facts, row)].id);

  finding->days = (double)(age - cadence);
  sl_rule_add_party (finding, facts, owner);
  sl_finding_add_date (finding, g_strdup (_ ("Last measured")), last, id);
  sl_finding_add_days (finding, g_strdup (_ ("Measured every")), (double)cadence, id);
  sl_finding_add_days (finding, g_strdup (_ ("Age of the value")), (double)age, id);
  add_remedies (finding, facts, row, series, age);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *kpis = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  SlKpiSeries *series = sl_kpi_series_new (facts->plan, facts->today);

  for (guint row = 0; row < sl_table_n_rows (kpis); row++)
    {
      const SlReassessment *clock
          = sl_reassess_find (sl_reassess_of (facts), sl_table_id (kpis, row));

      if (clock != NULL
          && (double)(facts->today - clock->last) > PATIENCE * (double)clock->interval)
        report (run, row, &series[row], clock->last, clock->interval);
    }
  sl_kpi_series_free (series);
}

const SlRule sl_rule_kpi_02 = {
  .id = "KPI-02",
  .title = N_ ("A KPI has an old value"),
  .why = N_ ("Decisions are made on the last number. Measure as often as was agreed, or agree to "
             "measure less often."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_KPI_VALUE) | SL_KIND_BIT (SL_KIND_GOAL)
           | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
