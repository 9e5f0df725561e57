/* SPDX-License-Identifier: GPL-3.0-or-later */

/* COM-07: something was decided or is to be done, without an owner or a date, or it is overdue.
 * Source: PRODUCT section 8. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-people.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  SlId id;
  int owner;     /* or -1 */
  gint64 due;    /* or SL_INT_NULL */
  int candidate; /* who owns what it is about, else who has most influence; or -1 */
} Decision;

static char *
describe (const SlFacts *facts, const Decision *decision)
{
  g_autofree char *title = sl_rule_title (facts, decision->id);
  g_autofree char *name = sl_rule_name (facts, decision->id, decision->owner);
  g_autofree char *late = NULL;

  if (decision->owner < 0 && decision->due == SL_INT_NULL)
    /* Translators: what was decided. */
    return g_strdup_printf (_ ("“%s” was noted without owner and date: nobody will do it. Say who "
                               "does it by when."),
                            title);
  if (decision->owner < 0)
    /* Translators: what was decided. */
    return g_strdup_printf (_ ("“%s” was noted without an owner: everybody will leave it to "
                               "somebody else. Say who does it."),
                            title);
  if (decision->due == SL_INT_NULL)
    /* Translators: what was decided, with its party. */
    return g_strdup_printf (_ ("%s was noted without a date: it will wait behind all that has one. "
                               "Agree on a date."),
                            name);
  late = sl_rule_days (facts->today - decision->due);
  /* Translators: what was decided, with its party; "5 days". */
  return g_strdup_printf (_ ("%s is %s overdue: close it or agree on a new date before others stop "
                             "relying on what was noted."),
                          name, late);
}

static int
most_influential (const SlFacts *facts)
{
  int best = -1;

  for (guint p = 0; p < facts->n_parties; p++)
    if (facts->parties[p].influence_known && !facts->parties[p].gone
        && (best < 0 || facts->parties[p].influence > facts->parties[best].influence))
      best = (int)p;
  return best;
}

static void
add_evidence (SlFinding *finding, const SlFacts *facts, const Decision *decision)
{
  sl_finding_add_evidence (
      finding, g_strdup (_ ("Owner")),
      g_strdup (decision->owner >= 0 ? sl_people_name (facts, decision->owner) : _ ("Nobody")), NAN,
      NULL, decision->id);
  if (decision->due != SL_INT_NULL)
    sl_finding_add_date (finding, g_strdup (_ ("Due")), decision->due, decision->id);
  else
    sl_finding_add_evidence (finding, g_strdup (_ ("Due")), g_strdup (_ ("No date")), NAN, NULL,
                             decision->id);
}

static void
add_remedies (SlFinding *finding, const SlFacts *facts, const Decision *decision)
{
  gint64 due = facts->today + SL_PEOPLE_GRACE_DAYS;
  gboolean late = decision->due == SL_INT_NULL || decision->due < facts->today;
  g_auto (GVariantBuilder) steps = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));
  g_autofree char *in = sl_rule_days (SL_PEOPLE_GRACE_DAYS);

  if (decision->owner < 0 && decision->candidate >= 0)
    {
      sl_remedy_add_step (&steps, "record.set", "(xsv)", decision->id, "owner",
                          g_variant_new_int64 (facts->parties[decision->candidate].id));
      if (late)
        sl_remedy_add_step (&steps, "record.set", "(xsv)", decision->id, "due",
                            sl_rule_day_value (due));
      sl_finding_add_remedy (
          finding,
          /* Translators: a party, "14 days". */
          late ? g_strdup_printf (_ ("%s does it within %s"),
                                  sl_people_name (facts, decision->candidate), in)
               : g_strdup_printf (_ ("%s does it"), sl_people_name (facts, decision->candidate)),
          g_variant_builder_end (&steps), decision->id);
    }
  if (decision->owner >= 0)
    sl_people_add_new_date (finding, facts, decision->id, "due", due);
  sl_finding_add_remedy (
      finding, g_strdup (_ ("It is done")),
      sl_remedy_set (decision->id, "status", g_variant_new_int64 (SL_DECISION_STATUS_DONE)),
      decision->id);
}

static gboolean
read_decision (const SlFacts *facts, SlId id, int fallback, Decision *out)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_DECISION);
  guint row = 0;

  if (!sl_table_find (table, id, &row)
      || sl_table_int (table, row, SL_DECISION_STATUS) != SL_DECISION_STATUS_OPEN)
    return FALSE;
  out->id = id;
  out->owner = sl_facts_party (facts, sl_table_ref (table, row, SL_DECISION_OWNER));
  out->due = sl_table_int (table, row, SL_DECISION_DUE);
  out->candidate = sl_people_owner (facts, sl_table_ref (table, row, SL_DECISION_ITEM));
  if (out->candidate < 0)
    out->candidate = fallback;
  return out->owner < 0 || out->due == SL_INT_NULL || out->due < facts->today;
}

static void
tell (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  finding->sentence = describe (facts, note);
  add_evidence (finding, facts, note);
  add_remedies (finding, facts, note);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  int fallback = most_influential (facts);
  guint n = 0;
  const SlId *ids = sl_people_records (facts, SL_KIND_DECISION, &n);

  for (guint i = 0; i < n; i++)
    {
      Decision decision;
      SlFinding *finding;

      if (!read_decision (facts, ids[i], fallback, &decision))
        continue;
      finding = sl_rule_find_later (run, SL_RULE_HIGH, tell, &decision, sizeof decision, ids[i],
                                    SL_ID_NONE);
      if (decision.due != SL_INT_NULL && decision.due < facts->today)
        finding->days = (double)(facts->today - decision.due);
      sl_rule_add_party (finding, facts, decision.owner);
    }
}

const SlRule sl_rule_com_07 = {
  .id = "COM-07",
  .title = N_ ("A decision is not carried out"),
  .why = N_ ("What is noted without a name and a date does not happen. Give each decision and each "
             "action both, and go through them at the next meeting."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_DECISION) | SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_GOAL)
           | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE),
  .eval = eval,
};
