/* SPDX-License-Identifier: GPL-3.0-or-later */

/* COM-03: a planned contact is overdue. Source: METHODS sections 9 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-people.h"
#include "analysis/sl-contacts.h"
#include "methods/sl-communication.h"

#include <glib/gi18n-lib.h>

#define MAX_CONTACT_DAYS 3650

static char *
describe (const SlFacts *facts, const SlFactParty *party, gint64 since, gint64 interval)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_PARTY);
  const char *title = sl_facts_title (facts, party->id);
  g_autofree char *ago = sl_rule_days (facts->today - since);
  g_autofree char *every = sl_rule_days (interval);

  if (!sl_table_is_set (table, party->row, SL_PARTY_LAST_CONTACT))
    /* Translators: a party, "50 days", "14 days". */
    return g_strdup_printf (_ ("Nobody has spoken with %s since the project began %s ago, although "
                               "contact is planned every %s: get in touch."),
                            title, ago, every);
  /* Translators: a party, "50 days", "14 days". */
  return g_strdup_printf (_ ("The last contact with %s was %s ago, planned is one every %s: get in "
                             "touch before it learns from others how things stand."),
                          title, ago, every);
}

static void
add_remedies (SlFinding *finding, const SlFacts *facts, const SlFactParty *party, gint64 elapsed)
{
  g_autofree char *every = sl_rule_days (elapsed);

  sl_finding_add_remedy (
      finding, g_strdup (_ ("There was contact: note it with the day of today")),
      sl_remedy_set (party->id, "last_contact", sl_rule_day_value (facts->today)), party->id);
  if (elapsed <= MAX_CONTACT_DAYS)
    /* Translators: "50 days". */
    sl_finding_add_remedy (finding, g_strdup_printf (_ ("Agree on contact every %s"), every),
                           sl_remedy_set (party->id, "contact_days", g_variant_new_int64 (elapsed)),
                           party->id);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_PARTY);

  for (guint p = 0; p < facts->n_parties; p++)
    {
      const SlFactParty *party = &facts->parties[p];
      gint64 interval = sl_table_int (table, party->row, SL_PARTY_CONTACT_DAYS);
      gint64 since = sl_contact_since (facts->plan, party->row);
      SlFinding *finding;
      double severity;

      if (interval == SL_INT_NULL || party->gone)
        continue;
      severity = sl_contact_severity (since, (double)interval, facts->today);
      if (!(severity > 0.0))
        continue;
      finding = sl_rule_find (run, severity, describe (facts, party, since, interval), party->id,
                              SL_ID_NONE);
      finding->days = sl_contact_days_over (since, (double)interval, facts->today);
      sl_finding_add_party (finding, party->id);
      sl_finding_touch (finding, SL_SUB_A4A, party->id, SL_ID_NONE, severity);
      sl_finding_add_date (finding, g_strdup (_ ("Last contact, or begin of the project")), since,
                           party->id);
      sl_finding_add_days (finding, g_strdup (_ ("Contact planned every")), (double)interval,
                           party->id);
      sl_finding_add_days (finding, g_strdup (_ ("Late by")), finding->days, party->id);
      add_remedies (finding, facts, party, facts->today - since);
    }
}

const SlRule sl_rule_com_03 = {
  .id = "COM-03",
  .title = N_ ("A planned contact is overdue"),
  .why = N_ ("Who hears nothing assumes the worst, or something else. Agree on clear channels from "
             "the beginning, and keep to them."),
  .sub = SL_SUB_A4A,
  .reads = SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_PROJECT),
  .eval = eval,
};
