/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Walks the responsibility matrix for the rules about roles, and gives and takes roles. */

#include "config.h"

#include "analysis/rules/sl-rules-roles.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MAX_CANDIDATES 3

void
sl_roles_each (SlRuleRun *run, guint number, SlRoleFunc func)
{
  const SlRoleTable *table = sl_role_table (sl_rule_run_facts (run));
  guint n = 0;
  const SlRoleRow *rows = sl_role_table_get (table, &n);

  for (guint i = 0; i < n; i++)
    if ((sl_raci_audit (rows[i].cells, rows[i].n, SL_RACI_MAX_CONSULTED) & (1u << (number - 1)))
        != 0)
      func (run, &rows[i], sl_raci_rule_severity (number - 1));
}

static char *
roles_to_text (guint roles)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint role = 0; role <= SL_ROLE_INFORMED; role++)
    if ((roles & (1u << role)) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              sl_people_value_name (SL_KIND_ROLE, SL_ROLE_LETTER, role));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
sl_roles_find (SlRuleRun *run, const SlRoleRow *row, double severity, SlFindingTell tell, int at)
{
  const SlFacts *facts = sl_rule_run_facts (run);
  SlRoleNote note = { row, (guint)MAX (at, 0) };
  int party = at >= 0 ? row->who[at].party : -1;
  SlFinding *finding = sl_rule_find_later (run, severity, tell, &note, sizeof note, row->item,
                                           party >= 0 ? facts->parties[party].id : SL_ID_NONE);

  sl_rule_add_party (finding, facts, party);
  sl_finding_touch (finding, SL_SUB_A4C, row->item, SL_ID_NONE, severity);
  for (guint i = 0; i < row->n; i++)
    sl_rule_add_party (finding, facts, row->who[i].party);
}

void
sl_roles_add_evidence (SlFinding *finding, const SlFacts *facts, const SlRoleRow *row)
{
  for (guint i = 0; i < row->n; i++)
    {
      SlId who = facts->parties[row->who[i].party].id;

      sl_finding_add_evidence (finding, g_strdup (sl_facts_title (facts, who)),
                               roles_to_text (row->cells[i].roles), NAN, NULL, who);
    }
}

int
sl_roles_first (const SlRoleRow *row, guint roles)
{
  for (guint i = 0; i < row->n; i++)
    if ((row->cells[i].roles & roles) != 0)
      return row->who[i].party;
  return -1;
}

static void
add_candidate (const SlFacts *facts, GArray *out, int party, int except)
{
  if (party < 0 || party == except || facts->parties[party].gone || out->len == MAX_CANDIDATES)
    return;
  for (guint i = 0; i < out->len; i++)
    if (g_array_index (out, int, i) == party)
      return;
  g_array_append_val (out, party);
}

GArray *
sl_roles_candidates (const SlFacts *facts, const SlRoleRow *row, int except)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (int));

  for (int goal = row->goal; goal >= 0; goal = facts->goals[goal].parent)
    add_candidate (facts, out, facts->goals[goal].owner, except);
  add_candidate (facts, out, sl_people_owner (facts, row->item), except);
  for (guint i = 0; i < row->n; i++)
    add_candidate (facts, out, row->who[i].party, except);
  for (int above = except; above >= 0; above = facts->parties[above].parent)
    add_candidate (facts, out, above, except);
  return out;
}

void
sl_roles_give (GVariantBuilder *steps, const SlFacts *facts, SlId item, SlRole role, int party)
{
  int task = sl_facts_task (facts, item);
  gboolean is_task = task >= 0 && facts->tasks[task].kind == SL_KIND_TASK;

  sl_remedy_add_step (steps, "record.set", "(xsv)", item,
                      is_task && role == SL_ROLE_ACCOUNTABLE ? "accountable" : "owner",
                      g_variant_new_int64 (facts->parties[party].id));
}

void
sl_roles_take (GVariantBuilder *steps, SlId record)
{
  if (record != SL_ID_NONE)
    sl_remedy_add_step (
        steps, "record.delete", "(@ax)",
        g_variant_new_fixed_array (G_VARIANT_TYPE_INT64, &record, 1, sizeof record));
}

void
sl_roles_add (GVariantBuilder *steps, SlId item, SlId party, SlRole role)
{
  GVariantBuilder fields;

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&fields, "{sv}", "item", g_variant_new_int64 (item));
  g_variant_builder_add (&fields, "{sv}", "party", g_variant_new_int64 (party));
  g_variant_builder_add (&fields, "{sv}", "letter", g_variant_new_int64 (role));
  sl_remedy_add_step (steps, "record.add", "(sxxa{sv})", "role", (gint64)SL_ID_NONE, (gint64)-1,
                      &fields);
}
