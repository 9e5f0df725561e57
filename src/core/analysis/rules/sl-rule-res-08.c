/* SPDX-License-Identifier: GPL-3.0-or-later */

/* RES-08: support was promised and has not come by its day. Source: PRODUCT section 8. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-people.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  SlId id;
  SlId item; /* what it is for, or SL_ID_NONE */
  int from;
  int to;
  gint64 due;
} Support;

static char *
describe (const SlFacts *facts, const Support *support)
{
  g_autofree char *late = sl_rule_days (facts->today - support->due);
  g_autofree char *title = sl_rule_title (facts, support->id);
  g_autofree char *item = NULL;
  const char *from = sl_people_name (facts, support->from);

  if (support->item != SL_ID_NONE)
    {
      item = sl_rule_title (facts, support->item);
      /* Translators: a party, what it promised, "12 days", a goal or task. */
      return g_strdup_printf (_ ("%s promised “%s”; it is %s late, and “%s” has to do without: "
                                 "agree on a new date or plan differently."),
                              from, title, late, item);
    }
  /* Translators: a party, what it promised, "12 days". */
  return g_strdup_printf (_ ("%s promised “%s”; it is %s late: agree on a new date or plan without "
                             "it."),
                          from, title, late);
}

static gboolean
read_support (const SlFacts *facts, SlId id, Support *out)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_PROMISE);
  gint64 status;
  guint row = 0;

  if (!sl_table_find (table, id, &row)
      || sl_table_int (table, row, SL_PROMISE_TYPE) != SL_PROMISE_TYPE_SUPPORT)
    return FALSE;
  status = sl_table_int (table, row, SL_PROMISE_STATUS);
  out->id = id;
  out->item = sl_table_ref (table, row, SL_PROMISE_ITEM);
  out->from = sl_facts_party (facts, sl_table_ref (table, row, SL_PROMISE_FROM_PARTY));
  out->to = sl_facts_party (facts, sl_table_ref (table, row, SL_PROMISE_TO_PARTY));
  out->due = sl_table_int (table, row, SL_PROMISE_DUE);
  return (status == SL_PROMISE_STATUS_OPEN || status == SL_PROMISE_STATUS_BROKEN) && out->from >= 0
         && out->due != SL_INT_NULL && out->due < facts->today
         && (out->item == SL_ID_NONE || sl_people_is_open (facts, out->item));
}

static void
add_remedies (SlFinding *finding, const SlFacts *facts, const Support *support)
{
  g_auto (GVariantBuilder) came = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));

  sl_people_add_new_date (finding, facts, support->id, "due", facts->today + SL_PEOPLE_GRACE_DAYS);
  sl_remedy_add_step (&came, "record.set", "(xsv)", support->id, "status",
                      g_variant_new_int64 (SL_PROMISE_STATUS_LATE));
  sl_remedy_add_step (&came, "record.set", "(xsv)", support->id, "kept_on",
                      sl_rule_day_value (facts->today));
  sl_finding_add_remedy (finding, g_strdup (_ ("It has come, although late")),
                         g_variant_builder_end (&came), support->id);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  guint n = 0;
  const SlId *ids = sl_people_records (facts, SL_KIND_PROMISE, &n);

  for (guint i = 0; i < n; i++)
    {
      Support support;
      SlFinding *finding;

      if (!read_support (facts, ids[i], &support))
        continue;
      finding = sl_rule_find (run, SL_RULE_MEDIUM, describe (facts, &support), ids[i], SL_ID_NONE);
      finding->days = (double)(facts->today - support.due);
      sl_rule_add_party (finding, facts, support.from);
      sl_rule_add_party (finding, facts, support.to);
      sl_finding_add_evidence (finding, g_strdup (_ ("Promised by")),
                               g_strdup (sl_people_name (facts, support.from)), NAN, NULL,
                               facts->parties[support.from].id);
      sl_finding_add_date (finding, g_strdup (_ ("Promised for")), support.due, ids[i]);
      sl_finding_add_days (finding, g_strdup (_ ("Late by")), finding->days, ids[i]);
      add_remedies (finding, facts, &support);
    }
}

const SlRule sl_rule_res_08 = {
  .id = "RES-08",
  .title = N_ ("Promised support has not come"),
  .why = N_ ("A plan that counts on support without checking fails late. Ask for it, agree on a "
             "new date, or plan without it."),
  .sub = SL_N_SUBS,
  .reads = SL_KIND_BIT (SL_KIND_PROMISE) | SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_GOAL)
           | SL_KIND_BIT (SL_KIND_TASK) | SL_KIND_BIT (SL_KIND_MILESTONE),
  .eval = eval,
};
