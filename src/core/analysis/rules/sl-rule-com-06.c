/* SPDX-License-Identifier: GPL-3.0-or-later */

/* COM-06: a concern has been open for too long. Source: PRODUCT section 8. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-people.h"

#include <glib/gi18n-lib.h>

/* A concern should be answered within so many days. */
#define MAX_OPEN_DAYS 30

static char *
describe (const SlFacts *facts, SlId need, int party, int goal, gint64 age)
{
  g_autofree char *days = sl_rule_days (age);
  g_autofree char *concern = sl_rule_title (facts, need);
  g_autofree char *about = NULL;

  if (goal >= 0)
    {
      about = sl_rule_title (facts, facts->goals[goal].id);
      /* Translators: a party, "40 days", its concern, a goal. */
      return g_strdup_printf (_ ("%s has waited %s for an answer to its concern “%s” about “%s”: "
                                 "answer it before it becomes opposition."),
                              sl_people_name (facts, party), days, concern, about);
    }
  /* Translators: a party, "40 days", its concern. */
  return g_strdup_printf (_ ("%s has waited %s for an answer to its concern “%s”: answer it before "
                             "it becomes opposition."),
                          sl_people_name (facts, party), days, concern);
}

static void
add_remedies (SlFinding *finding, SlId need)
{
  sl_finding_add_remedy (finding, g_strdup (_ ("It was answered, and the party is satisfied")),
                         sl_remedy_set (need, "status", g_variant_new_int64 (SL_NEED_MET)), need);
  sl_finding_add_remedy (finding, g_strdup (_ ("It was declined, and the party was told why")),
                         sl_remedy_set (need, "status", g_variant_new_int64 (SL_NEED_DECLINED)),
                         need);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_NEED);
  guint n = 0;
  const SlId *ids = sl_people_records (facts, SL_KIND_NEED, &n);

  for (guint i = 0; i < n; i++)
    {
      SlFinding *finding;
      guint row = 0;
      gint64 day;
      int party, goal;

      if (!sl_table_find (table, ids[i], &row)
          || sl_table_int (table, row, SL_NEED_TYPE) != SL_NEED_TYPE_CONCERN
          || sl_table_int (table, row, SL_NEED_STATUS) != SL_NEED_OPEN)
        continue;
      day = sl_table_int (table, row, SL_NEED_DAY);
      party = sl_facts_party (facts, sl_table_ref (table, row, SL_NEED_PARTY));
      goal = sl_facts_goal (facts, sl_table_ref (table, row, SL_NEED_GOAL));
      if (day == SL_INT_NULL || facts->today - day <= MAX_OPEN_DAYS || party < 0
          || facts->parties[party].gone)
        continue;
      finding = sl_rule_find (run, SL_RULE_MEDIUM,
                              describe (facts, ids[i], party, goal, facts->today - day), ids[i],
                              SL_ID_NONE);
      finding->days = (double)(facts->today - day);
      sl_finding_add_party (finding, facts->parties[party].id);
      sl_finding_add_date (finding, g_strdup (_ ("Raised")), day, ids[i]);
      sl_finding_add_days (finding, g_strdup (_ ("Open for")), finding->days, ids[i]);
      sl_finding_add_days (finding, g_strdup (_ ("To be answered within")), MAX_OPEN_DAYS, ids[i]);
      add_remedies (finding, ids[i]);
    }
}

const SlRule sl_rule_com_06 = {
  .id = "COM-06",
  .title = N_ ("A concern waits for an answer"),
  .why = N_ ("A concern that nobody answers turns into resistance. Answer it, or say plainly why "
             "not."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_NEED) | SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_GOAL),
  .eval = eval,
};
