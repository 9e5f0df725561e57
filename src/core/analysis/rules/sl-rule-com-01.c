/* SPDX-License-Identifier: GPL-3.0-or-later */

/* COM-01: a stakeholder is less engaged than it should be. Source: METHODS sections 8 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-people.h"
#include "base/sl-format-text.h"
#include "methods/sl-stakeholders.h"

#include <glib/gi18n-lib.h>

static const char *
engagement_name (gint64 code)
{
  return sl_people_value_name (SL_KIND_PARTY, SL_PARTY_ENGAGEMENT, code);
}

static char *
describe (const SlFacts *facts, const SlFactParty *party, gint64 now, gint64 wanted, int gap)
{
  g_autofree char *power = sl_format_number (party->power, 1);

  if (gap == 0)
    /* Translators: a party, its power. */
    return g_strdup_printf (_ ("%s has power %s of 10 and does not know of the plan: inform it "
                               "before it hears of it from others and turns against it."),
                            sl_facts_title (facts, party->id), power);
  /* Translators: a party, a number, then two steps of engagement. */
  return g_strdup_printf (ngettext ("%s stands %d step below the engagement that the plan needs "
                                    "(%s instead of %s): ask what would win it over.",
                                    "%s stands %d steps below the engagement that the plan needs "
                                    "(%s instead of %s): ask what would win it over.",
                                    (gulong)gap),
                          sl_facts_title (facts, party->id), gap, engagement_name (now),
                          engagement_name (wanted));
}

static void
add_evidence (SlFinding *finding, const SlFactParty *party, gint64 now, gint64 wanted)
{
  sl_finding_add_evidence (finding, g_strdup (_ ("Engagement now")),
                           g_strdup (engagement_name (now)), (double)now, NULL, party->id);
  if (wanted != SL_INT_NULL)
    sl_finding_add_evidence (finding, g_strdup (_ ("Engagement wanted")),
                             g_strdup (engagement_name (wanted)), (double)wanted, NULL, party->id);
  if (party->influence_known)
    {
      sl_finding_add_number (finding, g_strdup (_ ("Power")), party->power, NULL, party->id);
      sl_finding_add_number (finding, g_strdup (_ ("Interest")), party->interest, NULL, party->id);
    }
}

static void
add_remedies (SlFinding *finding, const SlFactParty *party, gint64 now, gint64 wanted, int gap)
{
  gint64 reached = gap > 0 ? wanted : SL_ENGAGEMENT_NEUTRAL;
  const char *name = engagement_name (reached);
  /* Translators: a step of engagement, "Supportive". */
  char *label = gap > 0 ? g_strdup_printf (_ ("It was won over: it is now “%s”"), name)
                        : g_strdup_printf (_ ("It was informed: it is now “%s”"), name);

  sl_finding_add_remedy (finding, label,
                         sl_remedy_set (party->id, "engagement", g_variant_new_int64 (reached)),
                         party->id);
  if (gap > 0 && now != SL_ENGAGEMENT_UNAWARE)
    sl_finding_add_remedy (
        finding, g_strdup_printf (_ ("Plan with less: “%s” is enough"), engagement_name (now)),
        sl_remedy_set (party->id, "engagement_wanted", g_variant_new_int64 (now)), party->id);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_PARTY);

  for (guint p = 0; p < facts->n_parties; p++)
    {
      const SlFactParty *party = &facts->parties[p];
      gint64 now = sl_table_int (table, party->row, SL_PARTY_ENGAGEMENT);
      gint64 wanted = sl_table_int (table, party->row, SL_PARTY_ENGAGEMENT_WANTED);
      gint64 aim = wanted == SL_INT_NULL ? now : wanted;
      SlFinding *finding;
      double severity;
      int gap;

      if (now == SL_INT_NULL || party->gone)
        continue;
      gap = sl_engagement_gap ((SlEngagement)now, (SlEngagement)aim);
      severity = sl_engagement_severity ((SlEngagement)now, (SlEngagement)aim, party->power);
      if (!(severity > 0.0))
        continue;
      finding = sl_rule_find (run, severity, describe (facts, party, now, wanted, gap), party->id,
                              SL_ID_NONE);
      sl_finding_add_party (finding, party->id);
      sl_finding_touch (finding, SL_SUB_A4A, party->id, SL_ID_NONE, severity);
      add_evidence (finding, party, now, wanted);
      add_remedies (finding, party, now, wanted, gap);
    }
}

const SlRule sl_rule_com_01 = {
  .id = "COM-01",
  .title = N_ ("A party is not engaged enough"),
  .why = N_ ("Goals need the people who can carry or stop them. Involve all who matter early, to "
             "win their support and commitment."),
  .sub = SL_SUB_A4A,
  .reads = SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
