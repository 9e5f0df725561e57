/* SPDX-License-Identifier: GPL-3.0-or-later */

/* RIS-02: the trigger of a contingency plan is met and the plan is not active. Source: PRODUCT
 * section 8. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"
#include "analysis/sl-risks.h"
#include "base/sl-date-text.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define SEVERITY 0.5
/* By how much a date can be put off. Unit: days. */
#define DELAY_DAYS 30

/* "120, below 200" */
static char *
describe_trigger (const SlTable *risks, guint row, SlTrigger trigger, double current)
{
  g_autofree char *value = isnan (current) ? NULL : sl_format_number (current, 2);
  g_autofree char *limit = NULL;

  switch (trigger)
    {
    case SL_TRIGGER_ABOVE:
      limit = sl_format_number (sl_table_real (risks, row, SL_RISK_TRIGGER_ABOVE), 2);
      /* Translators: value of a KPI, a limit. */
      return g_strdup_printf (_ ("%s, above %s"), value, limit);
    case SL_TRIGGER_BELOW:
      limit = sl_format_number (sl_table_real (risks, row, SL_RISK_TRIGGER_BELOW), 2);
      return g_strdup_printf (_ ("%s, below %s"), value, limit);
    case SL_TRIGGER_DAY:
      return sl_day_to_text (sl_table_int (risks, row, SL_RISK_TRIGGER_DAY));
    default:
      return g_strdup (_ ("it happened"));
    }
}

static void
add_remedies (SlFinding *finding, const SlFacts *facts, SlId risk, SlTrigger trigger,
              double current)
{
  sl_finding_add_remedy (finding, g_strdup (_ ("Start the plan today")),
                         sl_remedy_step ("risk.activate", "(x)", risk), risk);
  if (trigger == SL_TRIGGER_DAY)
    sl_finding_add_remedy (
        finding, g_strdup_printf (_ ("Wait %d days more: set the trigger to then"), DELAY_DAYS),
        sl_remedy_set (risk, "trigger_day", g_variant_new_int64 (facts->today + DELAY_DAYS)), risk);
  if (trigger == SL_TRIGGER_ABOVE || trigger == SL_TRIGGER_BELOW)
    sl_finding_add_remedy (
        finding, g_strdup (_ ("This is still normal: move the trigger to today’s value")),
        sl_remedy_set (risk, trigger == SL_TRIGGER_ABOVE ? "trigger_above" : "trigger_below",
                       g_variant_new_double (current)),
        risk);
}

static void
report (SlRuleRun *run, const SlTable *risks, guint row, SlTrigger trigger, double current)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  SlId id = sl_table_id (risks, row), item = sl_table_ref (risks, row, SL_RISK_ITEM);
  int owner = sl_facts_party (facts, sl_table_ref (risks, row, SL_RISK_OWNER));
  g_autofree char *title = sl_rule_title (facts, id), *threatened = sl_rule_title (facts, item);
  g_autofree char *why = describe_trigger (risks, row, trigger, current);
  SlFinding *finding;

  finding = sl_rule_find (
      run, SEVERITY,
      item == SL_ID_NONE
          /* Translators: risk, why the trigger is met. */
          ? g_strdup_printf (_ ("The trigger of “%s” is met (%s) and its plan is not active: start "
                                "the plan or change the trigger."),
                             title, why)
          /* Translators: what is threatened, risk, why the trigger is met. */
          : g_strdup_printf (_ ("“%s” is unprotected: the trigger of “%s” is met (%s); start its "
                                "plan or change the trigger."),
                             threatened, title, why),
      id, item);
  sl_rule_add_party (finding, facts, owner);
  sl_finding_add_evidence (finding, g_strdup (_ ("Trigger met")), g_strdup (why), NAN, NULL, id);
  if (!isnan (current))
    sl_finding_add_number (finding, g_strdup (_ ("Value now")), current, NULL,
                           sl_table_ref (risks, row, SL_RISK_TRIGGER_KPI));
  sl_finding_add_evidence (finding, g_strdup (_ ("Plan")),
                           g_strdup (sl_table_text (risks, row, SL_RISK_PLAN)), NAN, NULL, id);
  add_remedies (finding, facts, id, trigger, current);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *risks = sl_snapshot_table (facts->plan, SL_KIND_RISK);

  for (guint row = 0; row < sl_table_n_rows (risks); row++)
    {
      double current;
      SlTrigger trigger = sl_risk_trigger (risks, row, facts->progress, facts->today, &current);

      if (trigger != SL_TRIGGER_NOT_MET)
        report (run, risks, row, trigger, current);
    }
}

const SlRule sl_rule_ris_02 = {
  .id = "RIS-02",
  .title = N_ ("A contingency plan is due"),
  .why = N_ ("A trigger was agreed so that nobody has to argue when it counts. Start the plan, or "
             "say why the trigger was wrong."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_RISK) | SL_KIND_BIT (SL_KIND_KPI) | SL_KIND_BIT (SL_KIND_KPI_VALUE)
           | SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_TASK)
           | SL_KIND_BIT (SL_KIND_MILESTONE) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
