/* SPDX-License-Identifier: GPL-3.0-or-later */

/* RACI-04: who is to do a piece of work, or answers for it, has left or has no time at all. Source:
 * METHODS sections 8 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-roles.h"

#include <glib/gi18n-lib.h>

static const SlRole roles[] = { SL_ROLE_RESPONSIBLE, SL_ROLE_ACCOUNTABLE };

static char *
describe (const SlFacts *facts, const SlRoleRow *row, guint at)
{
  const char *party = sl_people_name (facts, row->who[at].party);
  g_autofree char *title = sl_rule_title (facts, row->item);

  if (!facts->parties[row->who[at].party].gone)
    /* Translators: a task, a party. */
    return g_strdup_printf (_ ("“%s” relies on %s, who has no time for it at all: it will stand "
                               "still. Free some time or hand it over."),
                            title, party);
  /* Translators: a task, a party. */
  return g_strdup_printf (_ ("“%s” relies on %s, who has left: it will stand still. Hand it over "
                             "to somebody who is there."),
                          title, party);
}

/* All that @cell does or answers for passes to @heir. */
static void
add_heir (SlFinding *finding, const SlFacts *facts, const SlRoleRow *row, guint at, int heir)
{
  const SlRoleCell *cell = &row->who[at];
  g_auto (GVariantBuilder) steps = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));
  int task = sl_facts_task (facts, row->item);

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    if (cell->records[roles[i]] != SL_ID_NONE)
      {
        sl_roles_take (&steps, cell->records[roles[i]]);
        sl_roles_add (&steps, row->item, facts->parties[heir].id, roles[i]);
      }
  if (sl_people_owner (facts, row->item) == cell->party)
    sl_roles_give (&steps, facts, row->item, SL_ROLE_RESPONSIBLE, heir);
  /* The owner of its goal may be it as well; then the task gets one of its own. */
  if (task >= 0 && facts->tasks[task].kind == SL_KIND_TASK
      && (row->cells[at].roles & SL_RACI_ACCOUNTABLE) != 0
      && cell->records[SL_ROLE_ACCOUNTABLE] == SL_ID_NONE)
    sl_roles_give (&steps, facts, row->item, SL_ROLE_ACCOUNTABLE, heir);
  /* Translators: a party. */
  sl_finding_add_remedy (finding,
                         g_strdup_printf (_ ("%s takes over"), sl_people_name (facts, heir)),
                         g_variant_builder_end (&steps), row->item);
}

static void
add_remedies (SlFinding *finding, const SlFacts *facts, const SlRoleRow *row, guint at)
{
  const SlFactParty *party = &facts->parties[row->who[at].party];
  g_autoptr (GArray) heirs = sl_roles_candidates (facts, row, row->who[at].party);

  if (!party->gone)
    /* Translators: a party. */
    sl_finding_add_remedy (finding,
                           g_strdup_printf (_ ("%s has half its time for the plan"),
                                            sl_facts_title (facts, party->id)),
                           sl_remedy_set (party->id, "capacity", g_variant_new_double (0.5)),
                           party->id);
  for (guint i = 0; i < heirs->len; i++)
    add_heir (finding, facts, row, at, g_array_index (heirs, int, i));
}

static void
tell (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  const SlRoleNote *about = note;

  finding->sentence = describe (facts, about->row, about->at);
  sl_roles_add_evidence (finding, facts, about->row);
  add_remedies (finding, facts, about->row, about->at);
}

static void
unavailable (SlRuleRun *run, const SlRoleRow *row, double severity)
{
  for (guint i = 0; i < row->n; i++)
    if (row->cells[i].unavailable
        && (row->cells[i].roles & (SL_RACI_RESPONSIBLE | SL_RACI_ACCOUNTABLE)) != 0)
      sl_roles_find (run, row, severity, tell, (int)i);
}

static void
eval (SlRuleRun *run)
{
  sl_roles_each (run, 4, unavailable);
}

const SlRule sl_rule_raci_04 = {
  .id = "RACI-04",
  .title = N_ ("Work relies on somebody who left"),
  .why = N_ ("Roles stay with people who are gone or have no time until somebody looks. Hand them "
             "over by name."),
  .sub = SL_SUB_A4C,
  .reads = SL_ROLES_READS,
  .eval = eval,
};
