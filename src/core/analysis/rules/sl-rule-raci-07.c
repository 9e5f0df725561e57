/* SPDX-License-Identifier: GPL-3.0-or-later */

/* RACI-07: one person answers for more open work than anybody can follow, the vertical check of the
 * responsibility matrix. It costs nothing. Source: METHODS section 8. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-roles.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Rows of evidence; who answers for fifty pieces of work needs no list of them. */
#define MAX_ROWS 12u

/* Who answers for @row alone, or -1. */
static int
accountable_of (const SlRoleRow *row)
{
  int found = -1;

  for (guint i = 0; i < row->n; i++)
    if ((row->cells[i].roles & SL_RACI_ACCOUNTABLE) != 0)
      {
        if (found >= 0)
          return -1;
        found = row->who[i].party;
      }
  return found;
}

static SlId
accountable_record (const SlRoleRow *row, int party)
{
  for (guint i = 0; i < row->n; i++)
    if (row->who[i].party == party)
      return row->who[i].records[SL_ROLE_ACCOUNTABLE];
  return SL_ID_NONE;
}

/* Those who do the work answer for as much of it as is too much. */
static void
add_hand_on (SlFinding *finding, const SlFacts *facts, const GPtrArray *rows, int party)
{
  g_auto (GVariantBuilder) steps = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));
  guint left = rows->len;

  for (guint i = rows->len; i > 0 && sl_raci_is_overloaded (left); i--)
    {
      const SlRoleRow *row = rows->pdata[i - 1];
      int doer = sl_roles_first (row, SL_RACI_RESPONSIBLE);

      if (doer < 0 || doer == party || facts->parties[doer].gone
          || sl_facts_task (facts, row->item) < 0)
        continue;
      sl_roles_give (&steps, facts, row->item, SL_ROLE_ACCOUNTABLE, doer);
      sl_roles_take (&steps, accountable_record (row, party));
      left--;
    }
  if (!sl_raci_is_overloaded (left))
    sl_finding_add_remedy (
        finding,
        g_strdup_printf (ngettext ("Who does it answers for %u of them",
                                   "Who does them answers for %u of them", rows->len - left),
                         rows->len - left),
        g_variant_builder_end (&steps), facts->parties[party].id);
}

static void
report (SlRuleRun *run, const GPtrArray *rows, int party)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  SlId person = facts->parties[party].id;
  SlFinding *finding = sl_rule_find (
      run, 0.0,
      /* Translators: a person, number of tasks, number of tasks. */
      g_strdup_printf (_ ("%s answers for %u open tasks, more than the %u that one person can "
                          "follow: some will stall unseen. Hand some on."),
                       sl_facts_title (facts, person), rows->len, SL_RACI_MAX_ACCOUNTABLE),
      person, SL_ID_NONE);

  sl_finding_add_party (finding, person);
  sl_finding_add_number (finding, g_strdup (_ ("Open tasks that it answers for")), rows->len, NULL,
                         person);
  for (guint i = 0; i < MIN (rows->len, MAX_ROWS); i++)
    {
      const SlRoleRow *row = rows->pdata[i];

      sl_finding_add_evidence (finding, g_strdup (_ ("Answers for")),
                               g_strdup (sl_facts_title (facts, row->item)), NAN, NULL, row->item);
    }
  add_hand_on (finding, facts, rows, party);
  sl_finding_add_remedy (finding, g_strdup (_ ("Share the tasks out yourself")), NULL, person);
}

static void
eval (SlRuleRun *run)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  g_autofree GPtrArray **of_party = g_new0 (GPtrArray *, facts->n_parties + 1);
  guint n = 0;
  const SlRoleRow *rows = sl_role_table_get (sl_role_table (facts), &n);

  for (guint i = 0; i < n; i++)
    {
      int party = accountable_of (&rows[i]);

      if (party < 0 || facts->parties[party].gone || facts->parties[party].type != SL_PARTY_PERSON)
        continue;
      if (of_party[party] == NULL)
        of_party[party] = g_ptr_array_new ();
      g_ptr_array_add (of_party[party], (gpointer)&rows[i]);
    }
  for (guint p = 0; p < facts->n_parties; p++)
    {
      if (of_party[p] != NULL && sl_raci_is_overloaded (of_party[p]->len))
        report (run, of_party[p], (int)p);
      g_clear_pointer (&of_party[p], g_ptr_array_unref);
    }
}

const SlRule sl_rule_raci_07 = {
  .id = "RACI-07",
  .title = N_ ("One person answers for too much"),
  .why = N_ ("Who answers for everything follows nothing closely. Define the responsibilities of "
             "all who take part, and hand on what others do anyway."),
  .sub = SL_N_SUBS,
  .reads = SL_ROLES_READS,
  .eval = eval,
};
