/* SPDX-License-Identifier: GPL-3.0-or-later */

/* FB-01: nobody asked the parties for a long time what they think of goals and process. Source:
 * METHODS section 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-words.h"
#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A cycle: feedback that is older is of an earlier one. Unit: days. */
#define CYCLE_DAYS 180

/* The last day of feedback, or SL_INT_NULL. @begin: (out): the first day of the plan */
static gint64
last_feedback (const SlFacts *facts, gint64 *begin)
{
  const SlTable *projects = sl_snapshot_table (facts->plan, SL_KIND_PROJECT);
  const SlTable *reviews = sl_snapshot_table (facts->plan, SL_KIND_REVIEW);
  gint64 last = sl_table_int (projects, 0, SL_PROJECT_FEEDBACK);

  *begin = sl_table_int (projects, 0, SL_PROJECT_START);
  for (guint row = 0; row < sl_table_n_rows (reviews); row++)
    {
      gint64 day = sl_table_int (reviews, row, SL_REVIEW_DAY);

      if (day == SL_INT_NULL || day > facts->today)
        continue;
      if (*begin == SL_INT_NULL || day < *begin)
        *begin = day;
      if (sl_table_int (reviews, row, SL_REVIEW_FEEDBACK) != 0
          && (last == SL_INT_NULL || day > last))
        last = day;
    }
  return last;
}

static char *
describe (const char *title, gint64 last, gint64 age)
{
  g_autofree char *days = sl_rule_days (age);

  if (last == SL_INT_NULL)
    /* Translators: "200 days", title of the plan. */
    return g_strdup_printf (_ ("In %s of “%s” nobody has asked the parties what they think of "
                               "goals and process; what goes wrong stays unsaid: ask at the next "
                               "review."),
                            days, title);
  /* Translators: title of the plan, "200 days". */
  return g_strdup_printf (_ ("The parties of “%s” were last asked %s ago what they think of goals "
                             "and process; what goes wrong stays unsaid: ask at the next review."),
                          title, days);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  SlId project = sl_snapshot_project_id (facts->plan);
  gint64 begin = SL_INT_NULL, last = last_feedback (facts, &begin), since;
  g_autofree char *title = sl_rule_title (facts, project);
  SlFinding *finding;

  since = last == SL_INT_NULL ? begin : last;
  if (since == SL_INT_NULL || facts->today - since <= CYCLE_DAYS)
    return;
  finding
      = sl_rule_find (run, 0.0, describe (title, last, facts->today - since), project, SL_ID_NONE);
  sl_finding_add_date (finding,
                       last == SL_INT_NULL ? g_strdup (_ ("Begin of the plan"))
                                           : g_strdup (_ ("Last feedback")),
                       since, project);
  sl_finding_add_days (finding, g_strdup (_ ("A cycle")), CYCLE_DAYS, project);
  sl_finding_add_remedy (finding, g_strdup (_ ("They were asked: note today")),
                         sl_remedy_set (project, "feedback", g_variant_new_int64 (facts->today)),
                         project);
}

const SlRule sl_rule_fb_01 = {
  .id = "FB-01",
  .title = N_ ("No feedback was collected"),
  .why = N_ ("The parties know first what does not work. Ask all of them once in a cycle about the "
             "goals and about how you work together."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_PROJECT) | SL_KIND_BIT (SL_KIND_REVIEW),
  .eval = eval,
};
