/* SPDX-License-Identifier: GPL-3.0-or-later */

/* RACI-02 and RACI-05: work for which several answer, or for which too many are consulted. Source:
 * METHODS sections 8 and 21. */

#include "config.h"

#include "analysis/rules/sl-rules.h"

#include "analysis/rules/sl-rules-roles.h"

#include <glib/gi18n-lib.h>

/* --- RACI-02 --- */

/* Only @keep answers for it: the field of the item says so, and no record says otherwise. */
static void
add_keep (SlFinding *finding, const SlFacts *facts, const SlRoleRow *row, int keep)
{
  g_auto (GVariantBuilder) steps = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));

  sl_roles_give (&steps, facts, row->item, SL_ROLE_ACCOUNTABLE, keep);
  for (guint i = 0; i < row->n; i++)
    sl_roles_take (&steps, row->who[i].records[SL_ROLE_ACCOUNTABLE]);
  /* Translators: a party. */
  sl_finding_add_remedy (
      finding, g_strdup_printf (_ ("Only %s answers for it"), sl_people_name (facts, keep)),
      g_variant_builder_end (&steps), row->item);
}

static void
tell_accountable (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  const SlRoleRow *row = ((const SlRoleNote *)note)->row;
  g_autofree char *title = sl_rule_title (facts, row->item);
  const char *names[2] = { "", "" };
  guint n = 0;

  for (guint i = 0; i < row->n; i++)
    if ((row->cells[i].roles & SL_RACI_ACCOUNTABLE) != 0)
      {
        if (n < G_N_ELEMENTS (names))
          names[n] = sl_people_name (facts, row->who[i].party);
        n++;
      }
  /* Translators: a number of parties, a task, two of the parties. */
  finding->sentence
      = g_strdup_printf (ngettext ("%u party answers for “%s” (%s and %s): when it stalls, "
                                   "each waits for the other. Name one.",
                                   "%u parties answer for “%s” (%s and %s): when it stalls, "
                                   "each waits for the other. Name one.",
                                   n),
                         n, title, names[0], names[1]);
  sl_roles_add_evidence (finding, facts, row);
  for (guint i = 0; i < row->n; i++)
    if ((row->cells[i].roles & SL_RACI_ACCOUNTABLE) != 0)
      add_keep (finding, facts, row, row->who[i].party);
}

static void
many_accountable (SlRuleRun *run, const SlRoleRow *row, double severity)
{
  sl_roles_find (run, row, severity, tell_accountable, -1);
}

/* --- RACI-05 --- */

static int
compare_influence (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlFactParty *parties = ((const SlFacts *)data)->parties;
  const SlRoleCell *x = a, *y = b;
  double first = parties[x->party].influence, second = parties[y->party].influence;

  if (first != second)
    return first < second ? 1 : -1;
  return (x->party > y->party) - (x->party < y->party);
}

/* Those who are consulted by a record of their own, the most influential first. */
static GArray *
list_consulted (const SlFacts *facts, const SlRoleRow *row)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (SlRoleCell));

  for (guint i = 0; i < row->n; i++)
    if (row->who[i].records[SL_ROLE_CONSULTED] != SL_ID_NONE)
      g_array_append_val (out, row->who[i]);
  g_array_sort_with_data (out, compare_influence, (gpointer)facts);
  return out;
}

/* The @keep most influential are consulted, the others informed. */
static void
add_inform (SlFinding *finding, const SlFacts *facts, const SlRoleRow *row, const GArray *consulted,
            guint keep)
{
  g_auto (GVariantBuilder) steps = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("a(sv)"));

  for (guint i = keep; i < consulted->len; i++)
    {
      const SlRoleCell *cell = &g_array_index (consulted, SlRoleCell, i);

      sl_roles_take (&steps, cell->records[SL_ROLE_CONSULTED]);
      if (cell->records[SL_ROLE_INFORMED] == SL_ID_NONE)
        sl_roles_add (&steps, row->item, facts->parties[cell->party].id, SL_ROLE_INFORMED);
    }
  sl_finding_add_remedy (
      finding,
      g_strdup_printf (ngettext ("Ask the most influential one, inform the others",
                                 "Ask the %u most influential ones, inform the others", keep),
                       keep),
      g_variant_builder_end (&steps), row->item);
}

static void
tell_consulted (SlFinding *finding, const SlFacts *facts, gconstpointer note)
{
  const SlRoleRow *row = ((const SlRoleNote *)note)->row;
  g_autoptr (GArray) consulted = list_consulted (facts, row);
  g_autofree char *name
      = sl_rule_name (facts, row->item, sl_roles_first (row, SL_RACI_RESPONSIBLE));

  /* Translators: a number of parties; a task with the party that does it; a number. */
  finding->sentence = g_strdup_printf (
      _ ("%u parties are to be asked before %s moves on, more than %u: that costs "
         "weeks. Ask those who matter, inform the others."),
      consulted->len, name, SL_RACI_MAX_CONSULTED);
  sl_roles_add_evidence (finding, facts, row);
  add_inform (finding, facts, row, consulted, SL_RACI_MAX_CONSULTED);
  add_inform (finding, facts, row, consulted, 2);
}

static void
many_consulted (SlRuleRun *run, const SlRoleRow *row, double severity)
{
  sl_roles_find (run, row, severity, tell_consulted, -1);
}

static void
eval_02 (SlRuleRun *run)
{
  sl_roles_each (run, 2, many_accountable);
}

static void
eval_05 (SlRuleRun *run)
{
  sl_roles_each (run, 5, many_consulted);
}

const SlRule sl_rule_raci_02 = {
  .id = "RACI-02",
  .title = N_ ("Several answer for it"),
  .why = N_ ("Where two are accountable, each relies on the other. Define the roles of all who "
             "take part: exactly one answers for each piece of work."),
  .sub = SL_SUB_A4C,
  .reads = SL_ROLES_READS,
  .eval = eval_02,
};

const SlRule sl_rule_raci_05 = {
  .id = "RACI-05",
  .title = N_ ("Too many are asked"),
  .why = N_ ("Everybody who must be asked can hold the work up. Ask few, and inform the others."),
  .sub = SL_SUB_A4C,
  .reads = SL_ROLES_READS,
  .eval = eval_05,
};
