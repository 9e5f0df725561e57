/* SPDX-License-Identifier: GPL-3.0-or-later */

/* COM-02: a party has not confirmed a change of a goal in time. Source: METHODS sections 9 and 21.
 */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-people.h"
#include "methods/sl-communication.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
describe (const SlFacts *facts, const SlNews *news, gint64 late)
{
  const char *party = sl_people_name (facts, news->party);
  g_autofree char *goal = sl_rule_title (facts, facts->goals[news->goal].id);
  g_autofree char *ago = NULL;
  g_autofree char *over = sl_rule_days (late);

  if (news->changed == SL_INT_NULL)
    /* Translators: a party, a goal, "5 days". */
    return g_strdup_printf (_ ("%s should have confirmed “%s” %s ago: it may be working towards "
                               "something else, so ask today."),
                            party, goal, over);
  ago = sl_rule_days (facts->today - news->changed);
  /* Translators: a party, a goal, "18 days". */
  return g_strdup_printf (_ ("%s has not confirmed “%s”, changed %s ago: it may still follow the "
                             "old plan, so ask today."),
                          party, goal, ago);
}

static void
add_evidence (SlFinding *finding, const SlFacts *facts, const SlNews *news, gint64 due, gint64 late)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_ACKNOWLEDGEMENT);
  const char *change = sl_table_text (table, news->row, SL_ACKNOWLEDGEMENT_CHANGE);

  if (news->changed != SL_INT_NULL)
    sl_finding_add_date (finding, g_strdup (_ ("Changed")), news->changed, news->id);
  if (change != NULL)
    sl_finding_add_evidence (finding, g_strdup (_ ("What changed")), g_strdup (change), NAN, NULL,
                             facts->goals[news->goal].id);
  sl_finding_add_date (finding, g_strdup (_ ("To be confirmed by")), due, news->id);
  sl_finding_add_days (finding, g_strdup (_ ("Late by")), (double)late, news->id);
}

/* A change that is not confirmed, until when it should have been, and for how many days. */
typedef struct
{
  const SlNews *news;
  gint64 due;
  gint64 late;
} Case;

static void
tell (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  const Case *self = note;
  SlId id = self->news->id;

  finding->sentence = describe (facts, self->news, self->late);
  add_evidence (finding, facts, self->news, self->due, self->late);
  sl_finding_add_remedy (finding, g_strdup (_ ("It has confirmed: note it with the day of today")),
                         sl_remedy_set (id, "confirmed", sl_rule_day_value (facts->today)), id);
  sl_people_add_new_date (finding, facts, id, "due", facts->today + SL_ACKNOWLEDGE_DAYS);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_ACKNOWLEDGEMENT);
  const GArray *all = sl_people_news (facts);

  for (guint i = 0; i < all->len; i++)
    {
      const SlNews *news = &g_array_index (all, SlNews, i);
      gint64 due = sl_acknowledgement_due (news->changed,
                                           sl_table_int (table, news->row, SL_ACKNOWLEDGEMENT_DUE));
      gint64 late = sl_acknowledgement_days_late (due, news->confirmed, facts->today);
      double severity = sl_acknowledgement_severity (due, news->confirmed, facts->today);
      SlId goal = facts->goals[news->goal].id, party = facts->parties[news->party].id;
      SlFinding *finding;

      if (!(severity > 0.0))
        continue;
      finding = sl_rule_find_later (run, severity, tell, &(Case){ news, due, late }, sizeof (Case),
                                    goal, party);
      finding->days = (double)late;
      sl_finding_add_party (finding, party);
      sl_finding_touch (finding, SL_SUB_A4B, goal, party, severity);
    }
}

const SlRule sl_rule_com_02 = {
  .id = "COM-02",
  .title = N_ ("A change is not confirmed"),
  .why = N_ ("Who does not know of a change works to the old plan. Tell everybody concerned, and "
             "have them confirm within a week."),
  .sub = SL_SUB_A4B,
  .reads = SL_KIND_BIT (SL_KIND_ACKNOWLEDGEMENT) | SL_KIND_BIT (SL_KIND_GOAL)
           | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
