/* SPDX-License-Identifier: GPL-3.0-or-later */

/* RACI-01 and RACI-03: work for which nobody answers, or which nobody does. Source: METHODS
 * sections 8 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-roles.h"

#include <glib/gi18n-lib.h>

static void
add_remedies (SlFinding *finding, const SlFacts *facts, const SlRoleRow *row, SlRole role)
{
  g_autoptr (GArray) candidates = sl_roles_candidates (facts, row, -1);

  for (guint i = 0; i < candidates->len; i++)
    {
      g_auto (GVariantBuilder) steps = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));
      int party = g_array_index (candidates, int, i);
      const char *name = sl_people_name (facts, party);

      sl_roles_give (&steps, facts, row->item, role, party);
      /* Translators: a party. */
      sl_finding_add_remedy (finding,
                             role == SL_ROLE_ACCOUNTABLE
                                 ? g_strdup_printf (_ ("%s answers for it"), name)
                                 : g_strdup_printf (_ ("%s does it"), name),
                             g_variant_builder_end (&steps), row->item);
    }
}

static void
tell_accountable (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  const SlRoleRow *row = ((const SlRoleNote *)note)->row;
  int doer = sl_roles_first (row, SL_RACI_RESPONSIBLE);
  g_autofree char *title = sl_rule_title (facts, row->item);

  if (doer >= 0)
    /* Translators: a task, a party. */
    finding->sentence
        = g_strdup_printf (_ ("Nobody answers for “%s”, which %s does: when it stalls, nobody "
                              "will decide. Name one who does."),
                           title, sl_people_name (facts, doer));
  else
    /* Translators: a task. */
    finding->sentence
        = g_strdup_printf (_ ("Nobody answers for “%s”: when it stalls, nobody will decide. "
                              "Name one who does."),
                           title);
  sl_roles_add_evidence (finding, facts, row);
  add_remedies (finding, facts, row, SL_ROLE_ACCOUNTABLE);
}

static void
nobody_accountable (SlRuleRun *run, const SlRoleRow *row, double severity)
{
  sl_roles_find (run, row, severity, tell_accountable, -1);
}

static void
tell_responsible (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  const SlRoleRow *row = ((const SlRoleNote *)note)->row;
  int boss = sl_roles_first (row, SL_RACI_ACCOUNTABLE);
  g_autofree char *title = sl_rule_title (facts, row->item);

  if (boss >= 0)
    /* Translators: a party, a task. */
    finding->sentence
        = g_strdup_printf (_ ("%s answers for “%s”, but nobody is to do it: it will not start "
                              "by itself. Name who does it."),
                           sl_people_name (facts, boss), title);
  else
    /* Translators: a task. */
    finding->sentence
        = g_strdup_printf (_ ("Nobody is to do “%s”: it will not start by itself. Name who "
                              "does it."),
                           title);
  sl_roles_add_evidence (finding, facts, row);
  add_remedies (finding, facts, row, SL_ROLE_RESPONSIBLE);
}

static void
nobody_responsible (SlRuleRun *run, const SlRoleRow *row, double severity)
{
  sl_roles_find (run, row, severity, tell_responsible, -1);
}

static void
eval_01 (SlRuleRun *run)
{
  sl_roles_each (run, 1, nobody_accountable);
}

static void
eval_03 (SlRuleRun *run)
{
  sl_roles_each (run, 3, nobody_responsible);
}

const SlRule sl_rule_raci_01 = {
  .id = "RACI-01",
  .title = N_ ("Nobody answers for it"),
  .why = N_ ("Where nobody is accountable, nobody decides. Define the roles of all who take part: "
             "exactly one answers for each piece of work."),
  .sub = SL_SUB_A4C,
  .reads = SL_ROLES_READS,
  .eval = eval_01,
};

const SlRule sl_rule_raci_03 = {
  .id = "RACI-03",
  .title = N_ ("Nobody is to do it"),
  .why = N_ ("Work that is given to nobody is not done. Define who does each piece of work, at "
             "least one."),
  .sub = SL_SUB_A4C,
  .reads = SL_ROLES_READS,
  .eval = eval_03,
};
