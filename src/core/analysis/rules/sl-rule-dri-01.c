/* SPDX-License-Identifier: GPL-3.0-or-later */

/* DRI-01: a goal was not assessed as often as it should be. Source: METHODS sections 17 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-drift.h"
#include "analysis/sl-reassess.h"
#include "methods/sl-drift.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_REASSESS_DAYS 3650

static char *
describe (const SlFacts *facts, const SlFactGoal *goal, gint64 since, gint64 interval)
{
  g_autofree char *name = sl_rule_goal_name (facts, goal);
  g_autofree char *days = sl_rule_days (since);
  g_autofree char *every = sl_rule_days (interval);

  /* Translators: goal with its party, "106 days", "90 days". */
  return g_strdup_printf (_ ("%s was last looked at %s ago instead of every %s and may no longer "
                             "fit: assess it at the next meeting."),
                          name, days, every);
}

static void
add_remedies (SlFinding *finding, const SlFactGoal *goal, gint64 since)
{
  g_autofree char *every = sl_rule_days (since);

  sl_finding_add_remedy (finding, g_strdup (_ ("It was looked at and still holds: assessed today")),
                         sl_remedy_step ("goal.confirm", "(@ax)",
                                         g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &goal->id,
                                                                    1, sizeof (SlId))),
                         goal->id);
  if (since <= MAX_REASSESS_DAYS)
    sl_finding_add_remedy (finding, g_strdup_printf (_ ("Agree to assess it every %s"), every),
                           sl_remedy_set (goal->id, "reassess_days", g_variant_new_int64 (since)),
                           goal->id);
}

/* A goal, when it was last looked at, and how often it should be. Unit: day. */
typedef struct
{
  const SlFactGoal *goal;
  gint64 last;
  gint64 interval;
} Case;

static void
tell (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  const Case *self = note;
  SlId goal = self->goal->id;
  gint64 since = facts->today - self->last;

  finding->sentence = describe (facts, self->goal, since, self->interval);
  sl_finding_add_date (finding, g_strdup (_ ("Last assessed or agreed")), self->last, goal);
  sl_finding_add_days (finding, g_strdup (_ ("To be assessed every")), (double)self->interval,
                       goal);
  sl_finding_add_days (finding, g_strdup (_ ("Late by")), (double)(since - self->interval), goal);
  add_remedies (finding, self->goal, since);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlReassess *clocks = sl_reassess_of (facts);

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];
      const SlReassessment *clock = sl_reassess_find (clocks, goal->id);
      SlFinding *finding;
      double severity;

      if (clock == NULL || !sl_reassess_is_due (clocks, goal->id))
        continue;
      severity
          = sl_review_lateness (clock->last, SL_INT_NULL, (double)clock->interval, facts->today);
      finding
          = sl_rule_find_later (run, severity, tell, &(Case){ goal, clock->last, clock->interval },
                                sizeof (Case), goal->id, SL_ID_NONE);
      finding->days = (double)sl_reassess_days_late (clocks, clock);
      sl_rule_add_party (finding, facts, goal->owner);
      sl_finding_touch (finding, SL_SUB_A7A, goal->id, SL_ID_NONE, severity);
    }
}

const SlRule sl_rule_dri_01 = {
  .id = "DRI-01",
  .title = N_ ("A goal is overdue for review"),
  .why = N_ ("Conditions change, and goals that nobody looks at stop fitting. Assess them "
             "regularly and realign what no longer holds."),
  .sub = SL_SUB_A7A,
  .reads
  = SL_KIND_BIT (SL_KIND_GOAL) | SL_KIND_BIT (SL_KIND_BASELINE) | SL_KIND_BIT (SL_KIND_PARTY),
  .eval = eval,
};
