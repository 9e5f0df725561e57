/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One maker of parameters a command. They look at the plan, so that most of them change something;
 * some are wrong on purpose. The day that counts as today moves, so that what only dates records
 * changes something too. */

#include "config.h"

#include "random-params.h"

#include "base/sl-date.h"
#include "base/sl-id.h"
#include "command/sl-copied-rows.h"
#include "random-pick.h"

#include <string.h>

static GVariant *
record_add (const SlSnapshot *plan)
{
  const SlKind *kind = sl_kind (pick_new_kind (plan));
  GVariantBuilder fields;
  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  for (guint i = 0; i < kind->n_fields; i++)
    {
      const SlField *field = &kind->fields[i];
      if ((int)i != kind->rank_field && (int)i != kind->parent_field
          && ((field->flags & SL_KEY) || random_one_in (3)))
        g_variant_builder_add (&fields, "{sv}", field->name, field_value (field, plan));
    }
  SlId parent = SL_ID_NONE;
  if (kind->parent_field >= 0 && !random_one_in (4))
    parent = random_target (plan, kind->fields[kind->parent_field].targets);
  return g_variant_new ("(sxx@a{sv})", kind->name, parent, (gint64)range (-1, 1),
                        g_variant_builder_end (&fields));
}

static GVariant *
record_add_many (const SlSnapshot *plan)
{
  const SlKind *kind = sl_kind (pick_kind (
      (const SlKindId[]){ SL_KIND_RISK, SL_KIND_BUDGET, SL_KIND_CORE_VALUE, SL_KIND_GOAL }, 4));
  GVariantBuilder records;
  int n = range (1, 4);
  g_variant_builder_init (&records, G_VARIANT_TYPE ("aa{sv}"));
  for (int i = 0; i < n; i++)
    {
      const SlField *field = pick_field (kind);
      g_variant_builder_open (&records, G_VARIANT_TYPE_VARDICT);
      g_variant_builder_add (&records, "{sv}", field->name, field_value (field, plan));
      g_variant_builder_close (&records);
    }
  return g_variant_new ("(s@aa{sv})", kind->name, g_variant_builder_end (&records));
}

/* Any record but the project's. */
static SlId
pick_any (const SlSnapshot *plan, SlKindId *kind)
{
  SlId id = random_target (plan, SL_KIND_BIT (SL_N_KINDS) - 1 - SL_KIND_BIT (SL_KIND_PROJECT));
  *kind = SL_KIND_PROJECT;
  if (id != SL_ID_NONE)
    sl_snapshot_find (plan, id, kind, NULL);
  else
    id = sl_snapshot_project_id (plan);
  return id;
}

static GVariant *
record_set (const SlSnapshot *plan)
{
  SlKindId kind;
  SlId id = pick_any (plan, &kind);
  const SlField *field = pick_field (sl_kind (kind));
  return g_variant_new ("(xsv)", id, field->name, field_value (field, plan));
}

static GVariant *
record_set_many (const SlSnapshot *plan)
{
  SlKindId kind = pick_tree_kind ();
  const SlField *field = pick_field (sl_kind (kind));
  return g_variant_new ("(@axsv)", pick_ids (plan, kind, 4), field->name,
                        field_value (field, plan));
}

/* Rather of the kind that there is most of, so that the few of the others stay for other commands.
 */
static GVariant *
record_delete (const SlSnapshot *plan)
{
  SlKindId kind = pick_most (plan);
  if (random_one_in (3))
    pick_any (plan, &kind);
  return ids_alone (pick_ids (plan, kind, 5));
}

/* As if a record like one that is there had been deleted. */
static GVariant *
record_restore (const SlSnapshot *plan)
{
  static const SlKindId kinds[]
      = { SL_KIND_GOAL, SL_KIND_TASK, SL_KIND_PARTY, SL_KIND_RISK, SL_KIND_NOTE };
  const SlKindId kind = pick_kind (kinds, G_N_ELEMENTS (kinds));
  const SlTable *table = sl_snapshot_table (plan, kind);
  GVariantBuilder records, references, fields;
  guint row;

  g_variant_builder_init (&records, G_VARIANT_TYPE ("a(sxa{sv})"));
  g_variant_builder_init (&references, G_VARIANT_TYPE ("a(xsx)"));
  if (sl_table_find (table, pick (plan, kind), &row))
    {
      const SlId id = sl_id_new ();

      g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
      for (guint f = 0; f < sl_kind (kind)->n_fields; f++)
        {
          g_auto (SlValue) value = sl_table_value (table, row, f);

          if (value.type != SL_VALUE_NULL)
            g_variant_builder_add (&fields, "{sv}", sl_kind (kind)->fields[f].name,
                                   sl_value_to_variant (&value));
        }
      g_variant_builder_add (&records, "(sxa{sv})", sl_kind (kind)->name, id, &fields);
      g_variant_builder_add (&references, "(xsx)", pick (plan, SL_KIND_GOAL), "owner", id);
    }
  return g_variant_new ("(a(sxa{sv})a(xsx))", &records, &references);
}

static GVariant *
record_duplicate (const SlSnapshot *plan)
{
  static const SlKindId kinds[] = { SL_KIND_GOAL, SL_KIND_TASK, SL_KIND_MILESTONE, SL_KIND_KPI,
                                    SL_KIND_RISK, SL_KIND_NOTE, SL_KIND_POSITION };
  return ids_alone (pick_ids (plan, pick_kind (kinds, G_N_ELEMENTS (kinds)), 2));
}

/* Copies of what is there, rather in trees; now and then from a file that knows other records. */
static GVariant *
record_paste (const SlSnapshot *plan)
{
  static const SlKindId kinds[]
      = { SL_KIND_GOAL, SL_KIND_TASK, SL_KIND_MILESTONE, SL_KIND_PARTY, SL_KIND_KPI, SL_KIND_NOTE };
  const SlKind *kind = sl_kind (pick_kind (kinds, G_N_ELEMENTS (kinds)));
  SlId ids[] = { pick (plan, kind->id), pick (plan, kind->id) };
  SlId parent = SL_ID_NONE;
  GVariant *rows = sl_copied_rows_new (plan, ids, (guint)range (1, 3));

  if (random_one_in (2))
    parent = kind->parent_field >= 0
                 ? random_target (plan, kind->fields[kind->parent_field].targets)
                 : pick (plan, SL_KIND_GOAL);
  if (random_one_in (20))
    rows = g_variant_new_parsed (
        "[('goal', -1, {'title': <'Pasted'>, 'owner': <(int64 1, 'Ida')>})]");
  return g_variant_new ("(x@" SL_COPIED_ROWS_TYPE ")", parent, rows);
}

static GVariant *
record_move (const SlSnapshot *plan)
{
  const SlKind *kind = sl_kind (pick_tree_kind ());
  SlId parent = SL_ID_NONE;
  gint64 after = range (-1, 1);
  if (!random_one_in (3))
    parent = random_target (plan, kind->fields[kind->parent_field].targets);
  guint n;
  const SlId *children = sl_snapshot_children (plan, kind->id, parent, &n);
  if (n > 0 && random_one_in (2))
    after = children[range (0, (int)n)];
  return g_variant_new ("(@axxx)", pick_ids (plan, kind->id, 3), parent, after);
}

static GVariant *
project_set (const SlSnapshot *plan)
{
  const SlField *field = pick_field (sl_kind (SL_KIND_PROJECT));
  return g_variant_new ("(sv)", field->name, field_value (field, plan));
}

static GVariant *
sheet_set_headline (const SlSnapshot *plan)
{
  static const char *const charts[] = { "goal-tree", "timeline", "stakeholder-matrix", "" };
  g_autofree char *headline = random_text (FALSE);
  return g_variant_new ("(ss)", charts[range (0, G_N_ELEMENTS (charts))], headline);
}

static GVariant *
tree_ids (const SlSnapshot *plan)
{
  return ids_alone (pick_ids (plan, pick_tree_kind (), 3));
}

/* Two goals of which the second may well become a further parent of the first. */
static GVariant *
goal_pair (const SlSnapshot *plan)
{
  SlId goal = SL_ID_NONE, parent = SL_ID_NONE;
  for (guint i = 0; i < 20; i++)
    {
      goal = pick (plan, SL_KIND_GOAL);
      parent = random_target (plan, SL_KIND_BIT (SL_KIND_GOAL));
      if (goal == NO_ID || goal == SL_ID_NONE
          || (!is_below (plan, parent, goal) && !is_below (plan, goal, parent)))
        break;
    }
  return g_variant_new ("(xx)", goal, parent);
}

/* A pair that is there, if there is any. */
static GVariant *
goal_remove_parent (const SlSnapshot *plan)
{
  const SlTable *further = sl_snapshot_table (plan, SL_KIND_GOAL_PARENT);
  guint n = sl_table_n_rows (further);
  if (n == 0)
    return goal_pair (plan);
  guint row = (guint)range (0, (int)n);
  return g_variant_new ("(xx)", sl_table_ref (further, row, SL_GOAL_PARENT_GOAL),
                        sl_table_ref (further, row, SL_GOAL_PARENT_PARENT));
}

static GVariant *
goal_link (const SlSnapshot *plan)
{
  g_autofree char *reason = random_text (FALSE);
  return g_variant_new ("(xxxs)", pick (plan, SL_KIND_GOAL), pick (plan, SL_KIND_GOAL),
                        (gint64)(20 * range (-5, 6)), reason);
}

static GVariant *
goal_confirm (const SlSnapshot *plan)
{
  return ids_alone (pick_ids (plan, SL_KIND_GOAL, 3));
}

static GVariant *
record_renew (const SlSnapshot *plan)
{
  static const SlKindId kinds[]
      = { SL_KIND_GOAL, SL_KIND_POSITION, SL_KIND_KPI, SL_KIND_ALLIANCE, SL_KIND_GOAL };

  return ids_alone (pick_ids (plan, pick_kind (kinds, G_N_ELEMENTS (kinds)), 2));
}

static GVariant *
goal_check_in (const SlSnapshot *plan)
{
  GVariantBuilder fields;
  g_autofree char *words = random_text (TRUE);

  g_variant_builder_init (&fields, G_VARIANT_TYPE_VARDICT);
  if (!random_one_in (3))
    g_variant_builder_add (&fields, "{sv}", "progress",
                           g_variant_new_double (range (-1, 12) / 10.0));
  if (random_one_in (3))
    g_variant_builder_add (&fields, "{sv}", "status", g_variant_new_int64 (range (0, 6)));
  return g_variant_new ("(xa{sv}s)", pick (plan, SL_KIND_GOAL), &fields, words);
}

static GVariant *
goal_close (const SlSnapshot *plan)
{
  static const char *const statuses[] = { "done", "dropped", "done", "active", "", "closed" };
  static const char *const reached[] = { "reached", "partly", "not", "" };
  g_autofree char *outcome = random_text (TRUE);
  g_autofree char *lesson = random_text (TRUE);

  return g_variant_new ("(xssss)", pick (plan, SL_KIND_GOAL),
                        statuses[range (0, G_N_ELEMENTS (statuses))],
                        reached[range (0, G_N_ELEMENTS (reached))], outcome, lesson);
}

static GVariant *
value_mark (const SlSnapshot *plan)
{
  static const char *const effects[] = { "serves", "strains", "serves", "strains", "", "bends" };
  g_autofree char *reason = random_text (FALSE);

  return g_variant_new ("(xxss)", pick (plan, SL_KIND_GOAL), pick (plan, SL_KIND_CORE_VALUE),
                        effects[range (0, G_N_ELEMENTS (effects))], reason);
}

static GVariant *
state_freeze (const SlSnapshot *plan)
{
  return g_variant_new ("(s)", "As it is");
}

static GVariant *
position_set (const SlSnapshot *plan)
{
  static const char *const sources[] = { "", "", "guess", "said", "writing", "rumour" };
  gint64 value = random_one_in (5) ? SL_INT_NULL : range (-3, 4);
  return g_variant_new ("(xxxs)", pick (plan, SL_KIND_PARTY), pick (plan, SL_KIND_GOAL), value,
                        sources[range (0, G_N_ELEMENTS (sources))]);
}

static GVariant *
position_set_many (const SlSnapshot *plan)
{
  static const char *const sources[] = { "", "guess", "said", "writing" };
  GVariantBuilder cells;
  g_variant_builder_init (&cells, G_VARIANT_TYPE ("a(xxx)"));
  for (int n = range (0, 5); n > 0; n--)
    g_variant_builder_add (&cells, "(xxx)", pick (plan, SL_KIND_PARTY), pick (plan, SL_KIND_GOAL),
                           random_one_in (5) ? SL_INT_NULL : (gint64)range (-3, 4));
  return g_variant_new ("(a(xxx)s)", &cells, sources[range (0, G_N_ELEMENTS (sources))]);
}

static GVariant *
priority_set (const SlSnapshot *plan)
{
  return g_variant_new ("(xxd)", pick (plan, SL_KIND_PARTY), pick (plan, SL_KIND_GOAL),
                        (double)range (-1, 102));
}

static GVariant *
priority_set_many (const SlSnapshot *plan)
{
  GVariantBuilder goals;
  g_variant_builder_init (&goals, G_VARIANT_TYPE ("a(xd)"));
  for (int n = range (0, 5); n > 0; n--)
    g_variant_builder_add (&goals, "(xd)", pick (plan, SL_KIND_GOAL), (double)range (-1, 60));
  return g_variant_new ("(xa(xd))", pick (plan, SL_KIND_PARTY), &goals);
}

static GVariant *
dependency_set (const SlSnapshot *plan)
{
  static const char *const types[] = { "fs", "ss", "ff", "sf", "", "xx" };
  return g_variant_new ("(xxsdb)", pick (plan, pick_dated_kind ()), pick (plan, pick_dated_kind ()),
                        types[range (0, G_N_ELEMENTS (types))], range (-8, 9) / 2.0,
                        g_test_rand_bit () ? TRUE : FALSE);
}

static GVariant *
hand_off_set (const SlSnapshot *plan)
{
  return g_variant_new ("(xxxx)", pick (plan, pick_dated_kind ()), pick (plan, pick_dated_kind ()),
                        random_one_in (4) ? SL_INT_NULL : (gint64)pick_day (),
                        random_one_in (4) ? SL_INT_NULL : (gint64)pick_day ());
}

static GVariant *
allocation_set (const SlSnapshot *plan)
{
  return g_variant_new ("(xxd)", pick (plan, random_one_in (4) ? SL_KIND_MILESTONE : SL_KIND_TASK),
                        pick (plan, SL_KIND_PARTY), range (-1, 8) / 4.0);
}

static GVariant *
item_shift (const SlSnapshot *plan)
{
  return g_variant_new ("(@axi)", pick_ids (plan, pick_dated_kind (), 3),
                        random_one_in (30) ? 9999999 : range (-60, 61));
}

static GVariant *
item_resize (const SlSnapshot *plan)
{
  gint64 start = random_one_in (6) ? SL_INT_NULL : pick_day ();
  gint64 due = random_one_in (6) ? SL_INT_NULL : pick_day () + 100;
  return g_variant_new ("(xxx)", pick (plan, pick_dated_kind ()), start, due);
}

static char *
pick_name (void)
{
  static const char *const names[]
      = { "Anna", " ANNA ", "Jürgen Groß", "jürgen gross", "فريق", "" };
  if (random_one_in (4))
    return g_strdup_printf ("Person %d", range (0, 40));
  return g_strdup (names[range (0, G_N_ELEMENTS (names))]);
}

static GVariant *
owner_set_by_name (const SlSnapshot *plan)
{
  static const SlKindId kinds[] = { SL_KIND_GOAL, SL_KIND_TASK, SL_KIND_MILESTONE, SL_KIND_RISK,
                                    SL_KIND_KPI,  SL_KIND_NOTE, SL_KIND_BUDGET,    SL_KIND_PARTY };
  g_autofree char *name = pick_name ();
  return g_variant_new ("(@axs)", pick_ids (plan, pick_kind (kinds, G_N_ELEMENTS (kinds)), 2),
                        name);
}

static GVariant *
import_item (const SlSnapshot *plan, int index)
{
  static const char *const types[] = { "task", "task", "milestone", "goal", "party" };
  GVariantBuilder item;
  g_autofree char *title = random_text (FALSE);
  g_autofree char *owner = pick_name ();
  g_variant_builder_init (&item, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&item, "{sv}", "type",
                         g_variant_new_string (types[range (0, G_N_ELEMENTS (types))]));
  g_variant_builder_add (&item, "{sv}", "parent", g_variant_new_int32 (range (-1, index)));
  g_variant_builder_add (&item, "{sv}", "title", g_variant_new_string (title));
  g_variant_builder_add (&item, "{sv}", "owner", g_variant_new_string (owner));
  g_variant_builder_add (&item, "{sv}", "due", g_variant_new_int64 (pick_day ()));
  if (random_one_in (5))
    g_variant_builder_add (&item, "{sv}", "skip", g_variant_new_boolean (TRUE));
  if (random_one_in (3))
    g_variant_builder_add (&item, "{sv}", "duplicate_of",
                           g_variant_new_int64 (pick (plan, pick_tree_kind ())));
  if (random_one_in (40))
    g_variant_builder_add (&item, "{sv}", "progress", g_variant_new_double (7));
  return g_variant_builder_end (&item);
}

static GVariant *
plan_import (const SlSnapshot *plan)
{
  int n = range (1, 6);
  GVariantBuilder items, links;
  g_variant_builder_init (&items, G_VARIANT_TYPE ("aa{sv}"));
  g_variant_builder_init (&links, G_VARIANT_TYPE ("a(uuidb)"));
  for (int i = 0; i < n; i++)
    {
      g_variant_builder_add_value (&items, import_item (plan, i));
      g_variant_builder_add (&links, "(uuidb)", range (0, n), range (0, n + 1), range (0, 4), 0.5,
                             FALSE);
    }
  g_autofree char *name = pick_name ();
  const char *names[] = { name, NULL };
  GVariant *allocation = g_variant_new ("(uud)", range (0, n), range (0, 2), 0.5);
  GVariant *baseline
      = g_variant_new ("(uixx)", range (0, n), range (0, 3), pick_day (), SL_INT_NULL);
  GVariant *day_off = g_variant_new ("(xsbb)", pick_day (), "Holiday", FALSE, FALSE);
  return g_variant_new ("(sa{sv}@aa{sv}@a(uuidb)^as@a(uud)@a(uixx)@a(xsbb))", "random", NULL,
                        g_variant_builder_end (&items), g_variant_builder_end (&links), names,
                        g_variant_new_array (NULL, &allocation, 1),
                        g_variant_new_array (NULL, &baseline, 1),
                        g_variant_new_array (NULL, &day_off, 1));
}

/* --- Findings, conflicts and agreements --- */

static GVariant *
no_steps (void)
{
  return g_variant_new_array (G_VARIANT_TYPE ("(sv)"), NULL, 0);
}

static GVariant *
fix_apply (const SlSnapshot *plan)
{
  GVariantBuilder steps;
  SlId goal = random_target (plan, SL_KIND_BIT (SL_KIND_GOAL));

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  if (!random_one_in (4))
    g_variant_builder_add (&steps, "(sv)", "goal.confirm",
                           ids_alone (pick_ids (plan, SL_KIND_GOAL, 2)));
  if (random_one_in (20))
    g_variant_builder_add (&steps, "(sv)", "no.such", g_variant_new ("()"));
  return g_variant_new ("(sxs@a(sv))", "CON-01:1:2", goal, "Agree on a trade-off",
                        g_variant_builder_end (&steps));
}

static const char *
pick_finding (void)
{
  static const char *const keys[] = { "CON-01:1:2", "POS-01:1", "VIS-06" };

  return keys[range (0, G_N_ELEMENTS (keys))];
}

static GVariant *
finding_accept (const SlSnapshot *plan)
{
  g_autofree char *reason = random_text (FALSE);

  return g_variant_new ("(ssx)", pick_finding (), reason,
                        random_one_in (2) ? SL_INT_NULL : (gint64)pick_day ());
}

/* A finding that is accepted, if there is any. */
static GVariant *
finding_reopen (const SlSnapshot *plan)
{
  const SlTable *table = sl_snapshot_table (plan, SL_KIND_JUDGEMENT);
  SlId id = random_target (plan, SL_KIND_BIT (SL_KIND_JUDGEMENT));
  guint row;

  return g_variant_new ("(s)", sl_table_find (table, id, &row)
                                   ? sl_table_text (table, row, SL_JUDGEMENT_KEY)
                                   : pick_finding ());
}

static const char *
pick_rule (void)
{
  static const char *const rules[] = { "CON-01", "CON-05", "PRI-01", "RES-03", "VIS-06" };

  return rules[range (0, G_N_ELEMENTS (rules))];
}

static GVariant *
rule_mute (const SlSnapshot *plan)
{
  return g_variant_new ("(sb)", pick_rule (), !random_one_in (2));
}

static GVariant *
conflict_open (const SlSnapshot *plan)
{
  static const char *const severities[] = { "low", "medium", "high", "huge" };

  return g_variant_new ("(xxxxs)", pick (plan, SL_KIND_GOAL),
                        random_one_in (2) ? SL_ID_NONE : pick (plan, SL_KIND_GOAL),
                        random_one_in (3) ? SL_ID_NONE : pick (plan, SL_KIND_PARTY),
                        random_one_in (3) ? SL_ID_NONE : pick (plan, SL_KIND_PARTY),
                        severities[range (0, G_N_ELEMENTS (severities))]);
}

static GVariant *
conflict_settle (const SlSnapshot *plan)
{
  static const char *const statuses[] = { "agreed", "escalated", "accepted", "open" };

  return g_variant_new ("(xss@a(sv))", pick (plan, SL_KIND_CONFLICT),
                        statuses[range (0, G_N_ELEMENTS (statuses))],
                        random_one_in (10) ? "" : "Both give way", no_steps ());
}

static GVariant *
conflict_reopen (const SlSnapshot *plan)
{
  return g_variant_new ("(x@a(sv))", pick (plan, SL_KIND_CONFLICT), no_steps ());
}

static GVariant *
goal_agree (const SlSnapshot *plan)
{
  return g_variant_new ("(@axs)", pick_ids (plan, SL_KIND_GOAL, 3), "At the review");
}

static GVariant *
goal_announce (const SlSnapshot *plan)
{
  return g_variant_new ("(xs)", pick (plan, SL_KIND_GOAL), "The date moved");
}

static GVariant *
goal_acknowledge (const SlSnapshot *plan)
{
  return g_variant_new ("(xx)", pick (plan, SL_KIND_GOAL), pick (plan, SL_KIND_PARTY));
}

/* Rather by a partner of the alliance and on a day that was; now and then by one of another, and on
 * a day that is to come. */
static GVariant *
alliance_sign (const SlSnapshot *plan)
{
  GVariantBuilder names;
  const SlTable *partners = sl_snapshot_table (plan, SL_KIND_PARTNER);
  SlId alliance = pick (plan, SL_KIND_ALLIANCE);
  SlId partner = random_target (plan, SL_KIND_BIT (SL_KIND_PARTNER));
  guint row;

  g_variant_builder_init (&names, G_VARIANT_TYPE ("a(xs)"));
  gint64 day = sl_day_today () - range (-5, 60);
  if (!random_one_in (3) && sl_table_find (partners, partner, &row))
    {
      g_variant_builder_add (&names, "(xs)", sl_table_ref (partners, row, SL_PARTNER_PARTY), "Ana");
      if (!random_one_in (8))
        alliance = sl_table_ref (partners, row, SL_PARTNER_ALLIANCE);
    }
  return g_variant_new ("(xxa(xs))", alliance, random_one_in (3) ? SL_INT_NULL : day, &names);
}

static GVariant *
review_hold (const SlSnapshot *plan)
{
  return g_variant_new ("(s)", "Monthly review");
}

/* Rather a risk whose plan waits; now and then one that is started already. */
static GVariant *
risk_activate (const SlSnapshot *plan)
{
  SlId waiting = waiting_risk (plan);
  return g_variant_new ("(x)", waiting != SL_ID_NONE ? waiting : pick (plan, SL_KIND_RISK));
}

static GVariant *
risk_place (const SlSnapshot *plan)
{
  return g_variant_new ("(xxx)", pick (plan, SL_KIND_RISK), (gint64)range (0, 6),
                        (gint64)range (1, 6));
}

static GVariant *
plan_shift (const SlSnapshot *plan)
{
  return g_variant_new ("(@axi)", pick_ids (plan, pick_dated_kind (), 3), range (-60, 61));
}

static GVariant *
plan_carry_over (const SlSnapshot *plan)
{
  static const char *const reasons[] = { "The supplier is late", "Too much at once", " " };
  return g_variant_new ("(@axis)", pick_ids (plan, pick_dated_kind (), 4), range (0, 13),
                        reasons[range (0, G_N_ELEMENTS (reasons))]);
}

static GVariant *
role_set (const SlSnapshot *plan)
{
  static const char *const letters[] = { "", "R", "A", "c", "I", "RA", "ci", "X" };
  static const SlKindId kinds[] = { SL_KIND_GOAL, SL_KIND_TASK, SL_KIND_MILESTONE };
  GVariantBuilder cells;
  g_variant_builder_init (&cells, G_VARIANT_TYPE ("a(xxs)"));
  for (int n = range (0, 5); n > 0; n--)
    g_variant_builder_add (&cells, "(xxs)", pick (plan, pick_kind (kinds, G_N_ELEMENTS (kinds))),
                           pick (plan, SL_KIND_PARTY), letters[range (0, G_N_ELEMENTS (letters))]);
  return g_variant_new ("(a(xxs))", &cells);
}

static GVariant *
party_place (const SlSnapshot *plan)
{
  return g_variant_new ("(xdd)", pick (plan, SL_KIND_PARTY), range (-1, 22) / 2.0,
                        range (0, 21) / 2.0);
}

static GVariant *
party_plan_task (const SlSnapshot *plan)
{
  return g_variant_new ("(xxsx)", pick (plan, SL_KIND_PARTY),
                        random_one_in (3) ? SL_ID_NONE : pick (plan, SL_KIND_GOAL), "Ask them",
                        random_one_in (4) ? SL_INT_NULL : (gint64)pick_day ());
}

static const struct
{
  const char *command;
  GVariant *(*make) (const SlSnapshot *plan);
} makers[] = {
  { "record.add", record_add },
  { "record.add-many", record_add_many },
  { "record.set", record_set },
  { "record.set-many", record_set_many },
  { "record.delete", record_delete },
  { "record.restore", record_restore },
  { "record.duplicate", record_duplicate },
  { "record.paste", record_paste },
  { "record.move", record_move },
  { "project.set", project_set },
  { "sheet.set-headline", sheet_set_headline },
  { "tree.indent", tree_ids },
  { "tree.outdent", tree_ids },
  { "tree.move-up", tree_ids },
  { "tree.move-down", tree_ids },
  { "goal.add-parent", goal_pair },
  { "goal.remove-parent", goal_remove_parent },
  { "goal.link", goal_link },
  { "goal.confirm", goal_confirm },
  { "goal.check-in", goal_check_in },
  { "goal.close", goal_close },
  { "value.mark", value_mark },
  { "state.freeze", state_freeze },
  { "record.renew", record_renew },
  { "position.set", position_set },
  { "position.set-many", position_set_many },
  { "priority.set", priority_set },
  { "priority.set-many", priority_set_many },
  { "dependency.set", dependency_set },
  { "hand-off.set", hand_off_set },
  { "allocation.set", allocation_set },
  { "item.shift", item_shift },
  { "item.resize", item_resize },
  { "plan.shift", plan_shift },
  { "plan.carry-over", plan_carry_over },
  { "owner.set-by-name", owner_set_by_name },
  { "plan.import", plan_import },
  { "project.start", plan_import },
  { "fix.apply", fix_apply },
  { "finding.accept", finding_accept },
  { "finding.reopen", finding_reopen },
  { "rule.mute", rule_mute },
  { "conflict.open", conflict_open },
  { "conflict.settle", conflict_settle },
  { "conflict.reopen", conflict_reopen },
  { "goal.agree", goal_agree },
  { "goal.announce", goal_announce },
  { "goal.acknowledge", goal_acknowledge },
  { "alliance.sign", alliance_sign },
  { "review.hold", review_hold },
  { "risk.activate", risk_activate },
  { "risk.place", risk_place },
  { "risk.place-residual", risk_place },
  { "role.set", role_set },
  { "party.place", party_place },
  { "party.plan-task", party_plan_task },
};

gboolean
random_params_know (const char *command)
{
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    if (strcmp (makers[i].command, command) == 0)
      return TRUE;
  return FALSE;
}

GVariant *
random_params (const char *command, const SlSnapshot *plan)
{
  sl_day_set_today (pick_day ());
  for (guint i = 0; i < G_N_ELEMENTS (makers); i++)
    if (strcmp (makers[i].command, command) == 0)
      return makers[i].make (plan);
  g_error ("no parameters for “%s”", command);
}
