/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Conflicts and charters as people settle and sign them: options as text, where a finding leads,
 * what an agreement answers, the commands, and what moved since a charter was signed. */

#include "config.h"

#include "analysis/sl-charter-moves.h"
#include "analysis/sl-conflict-options.h"
#include "analysis/sl-conflict-record.h"
#include "base/sl-date.h"
#include "base/sl-error.h"
#include "project/sl-plan-text.h"
#include "state-fixture.h"

#include <string.h>

#define TODAY "2026-11-16"
#define NOTHING g_variant_new_array (G_VARIANT_TYPE ("(sv)"), NULL, 0)

typedef struct
{
  SlProject *project;
  GHashTable *names;
  gint64 today;
} Plan;

static void
plan_init (Plan *self, const char *text)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (sl_day_from_iso (TODAY, &self->today));
  sl_day_set_today (self->today);
  self->project = sl_project_new (&error);
  g_assert_no_error (error);
  sl_plan_text_load ("plan", text, self->project, &self->names, &error);
  g_assert_no_error (error);
}

static void
plan_clear (Plan *self)
{
  g_hash_table_unref (self->names);
  sl_project_discard (self->project);
  g_object_unref (self->project);
}

static SlId
id_of (const Plan *self, const char *name)
{
  const SlId *id = g_hash_table_lookup (self->names, name);

  g_assert_nonnull (id);
  return *id;
}

static SlSnapshot *
snapshot (const Plan *self)
{
  return sl_project_get_snapshot (self->project);
}

static SlAnalysis *
analyse (const Plan *self)
{
  return sl_analysis_new (snapshot (self), self->today, NULL);
}

/* The only finding of @rule, or NULL. */
static const SlFinding *
find_rule (const SlAnalysis *analysis, const char *rule)
{
  const SlFinding *found = NULL;

  for (guint i = 0; i < analysis->findings->len; i++)
    {
      const SlFinding *finding = analysis->findings->pdata[i];

      if (strcmp (finding->rule->id, rule) != 0)
        continue;
      g_assert_null (found);
      found = sl_finding_told (finding);
    }
  return found;
}

static SlId
run (Plan *self, const char *command, GVariant *params)
{
  g_autoptr (GError) error = NULL;
  SlId id = SL_ID_NONE;

  g_assert_true (sl_project_run (self->project, command, params, &id, &error));
  g_assert_no_error (error);
  return id;
}

static void
refuse (Plan *self, const char *command, GVariant *params, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = state_dump (self->project);
  g_autofree char *after = NULL;

  g_assert_false (sl_project_run (self->project, command, params, NULL, &error));
  g_assert_error (error, SL_ERROR, SL_ERROR_INVALID);
  g_assert_nonnull (strstr (error->message, part));
  after = state_dump (self->project);
  g_assert_cmpstr (after, ==, before);
}

static gint64
int_of (const Plan *self, SlKindId kind, SlId id, guint field)
{
  const SlTable *table = sl_snapshot_table (snapshot (self), kind);
  guint row;

  g_assert_true (sl_table_find (table, id, &row));
  return sl_table_int (table, row, field);
}

/* --- Options --- */

static void
test_options (void)
{
  g_autoptr (GPtrArray) options = sl_conflict_options_read (
      "April | Sales | Production\n\n  May|\t\n| | nobody\nJune | a | b | c");
  const SlConflictOption *option;
  g_autofree char *text = NULL;

  g_assert_cmpuint (options->len, ==, 4);
  option = options->pdata[0];
  g_assert_cmpstr (option->what, ==, "April");
  g_assert_cmpstr (option->gains, ==, "Sales");
  g_assert_cmpstr (option->loses, ==, "Production");
  option = options->pdata[1];
  g_assert_cmpstr (option->what, ==, "May");
  g_assert_cmpstr (option->gains, ==, "");
  option = options->pdata[2];
  g_assert_cmpstr (option->what, ==, "");
  g_assert_cmpstr (option->loses, ==, "nobody");
  option = options->pdata[3];
  g_assert_cmpstr (option->loses, ==, "b , c");
  text = sl_conflict_options_write (options);
  g_assert_cmpstr (text, ==, "April | Sales | Production\nMay\n |  | nobody\nJune | a | b , c");
}

/* What is written is read back as it was, whatever stands in the parts. */
static void
test_options_round_trip (void)
{
  g_autoptr (GPtrArray) options = sl_conflict_options_read (NULL);
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *text = NULL;
  g_autofree char *second = NULL;

  g_assert_cmpuint (options->len, ==, 0);
  sl_conflict_options_add (options, "This | that\nand more", NULL, "  Sales ");
  sl_conflict_options_add (options, " ", NULL, NULL);
  sl_conflict_options_add (options, "خيار", "المبيعات", NULL);
  text = sl_conflict_options_write (options);
  again = sl_conflict_options_read (text);
  g_assert_cmpuint (again->len, ==, 2);
  g_assert_cmpstr (((SlConflictOption *)again->pdata[0])->what, ==, "This , that and more");
  g_assert_cmpstr (((SlConflictOption *)again->pdata[0])->loses, ==, "Sales");
  second = sl_conflict_options_write (again);
  g_assert_cmpstr (second, ==, text);
}

/* --- Where things lead --- */

#define PARTIES "party sales \"Sales\"\nparty prod \"Production\"\nparty fin \"Finance\"\n"
#define GOALS                                                                                      \
  "goal speed \"Speed\" owner=sales shared=1\ngoal safe \"Safety\" owner=prod shared=1\n"

static SlId
find (const Plan *self, SlId goal, SlId other_goal, SlId party, SlId other_party, gboolean settled)
{
  const SlConflictAbout about = { goal, other_goal, party, other_party };

  return sl_conflict_record_find (snapshot (self), &about, settled);
}

static void
test_find (void)
{
  Plan plan;
  SlId speed, safe, sales, prod, fin;

  plan_init (&plan, PARTIES GOALS
             "conflict old \"Old\" goal=speed other_goal=safe status=agreed outcome=Done\n"
             "conflict pair \"Pair\" goal=speed other_goal=safe party=sales other_party=prod\n"
             "conflict one \"One\" goal=speed party=sales other_party=fin status=escalated\n");
  speed = id_of (&plan, "speed");
  safe = id_of (&plan, "safe");
  sales = id_of (&plan, "sales");
  prod = id_of (&plan, "prod");
  fin = id_of (&plan, "fin");
  g_assert_cmpint (find (&plan, speed, safe, 0, 0, FALSE), ==, id_of (&plan, "pair"));
  g_assert_cmpint (find (&plan, safe, speed, prod, sales, TRUE), ==, id_of (&plan, "pair"));
  g_assert_cmpint (find (&plan, safe, speed, fin, sales, FALSE), ==, SL_ID_NONE);
  g_assert_cmpint (find (&plan, safe, speed, fin, sales, TRUE), ==, id_of (&plan, "old"));
  g_assert_cmpint (find (&plan, speed, 0, fin, 0, FALSE), ==, id_of (&plan, "one"));
  g_assert_cmpint (find (&plan, speed, 0, prod, 0, FALSE), ==, SL_ID_NONE);
  g_assert_cmpint (find (&plan, safe, 0, 0, 0, TRUE), ==, SL_ID_NONE);
  plan_clear (&plan);
}

static void
test_opponent (void)
{
  Plan plan;
  SlId speed, sales, prod, fin;

  plan_init (&plan, PARTIES GOALS "position sales speed 2 said\nposition prod speed -1 said\n"
                                  "position fin speed -3 said\n");
  speed = id_of (&plan, "speed");
  sales = id_of (&plan, "sales");
  prod = id_of (&plan, "prod");
  fin = id_of (&plan, "fin");
  g_assert_cmpint (sl_conflict_opponent (snapshot (&plan), sales, speed), ==, fin);
  g_assert_cmpint (sl_conflict_opponent (snapshot (&plan), prod, speed), ==, sales);
  /* Nobody said anything: the owner. */
  g_assert_cmpint (sl_conflict_opponent (snapshot (&plan), sales, id_of (&plan, "safe")), ==, prod);
  g_assert_cmpint (sl_conflict_opponent (snapshot (&plan), prod, id_of (&plan, "safe")), ==,
                   SL_ID_NONE);
  plan_clear (&plan);
}

static void
test_findings_lead (void)
{
  Plan plan;
  g_autoptr (SlAnalysis) analysis = NULL;
  SlId pair, about;

  plan_init (&plan, PARTIES GOALS
             "goal_link speed safe -60\nposition sales speed 2 said\nposition fin speed -2 said\n"
             "conflict pair \"Pair\" goal=safe other_goal=speed\n"
             "conflict about \"About\" goal=speed party=fin other_party=sales\n");
  pair = id_of (&plan, "pair");
  about = id_of (&plan, "about");
  analysis = analyse (&plan);
  const SlFinding *link = find_rule (analysis, "CON-01");
  const SlFinding *opposed = find_rule (analysis, "POS-01");

  g_assert_nonnull (link);
  g_assert_nonnull (opposed);
  g_assert_cmpint (sl_conflict_record_of_finding (snapshot (&plan), link), ==, pair);
  g_assert_cmpint (sl_conflict_record_of_finding (snapshot (&plan), opposed), ==, about);
  g_assert_true (sl_conflict_record_answers (snapshot (&plan), pair, link));
  g_assert_false (sl_conflict_record_answers (snapshot (&plan), about, link));
  g_assert_true (sl_conflict_record_answers (snapshot (&plan), about, opposed));
  g_assert_false (sl_conflict_record_answers (snapshot (&plan), pair, opposed));
  for (guint i = 0; i < analysis->findings->len; i++)
    {
      const SlFinding *finding = analysis->findings->pdata[i];

      if (strcmp (finding->rule->id, "CON-05") != 0)
        continue;
      g_assert_cmpint (sl_conflict_record_of_finding (snapshot (&plan), finding), ==,
                       sl_finding_subject (finding));
      g_assert_false (
          sl_conflict_record_answers (snapshot (&plan), sl_finding_subject (finding), finding));
    }
  plan_clear (&plan);
}

/* --- Settling --- */

/* An agreement takes the finding of the record away; what the record is about goes with what the
 * agreement changes, or is accepted with its words; reopening brings both back. */
static void
test_settle (void)
{
  Plan plan;
  g_autoptr (SlAnalysis) open = NULL;
  g_autoptr (SlAnalysis) settled = NULL;
  g_autoptr (SlAnalysis) again = NULL;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *key = NULL;
  GVariantBuilder steps;
  SlId pair;

  plan_init (&plan, PARTIES GOALS "goal_link speed safe -60\n"
                                  "conflict pair \"Pair\" goal=speed other_goal=safe\n");
  pair = id_of (&plan, "pair");
  open = analyse (&plan);
  g_assert_nonnull (find_rule (open, "CON-05"));
  key = g_strdup (find_rule (open, "CON-01")->key);
  before = state_dump (plan.project);
  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  g_variant_builder_add (&steps, "(sv)", "finding.accept",
                         g_variant_new ("(ssx)", key, "Both give way", SL_INT_NULL));
  run (&plan, "conflict.settle",
       g_variant_new ("(xssa(sv))", pair, "agreed", "Both give way", &steps));
  settled = analyse (&plan);
  g_assert_null (find_rule (settled, "CON-05"));
  g_assert_true (find_rule (settled, "CON-01")->accepted);
  g_assert_cmpfloat (find_rule (settled, "CON-01")->points, ==, 0.0);
  g_assert_cmpint (int_of (&plan, SL_KIND_CONFLICT, pair, SL_CONFLICT_SETTLED), ==, plan.today);

  g_variant_builder_init (&steps, G_VARIANT_TYPE ("a(sv)"));
  g_variant_builder_add (&steps, "(sv)", "finding.reopen", g_variant_new ("(s)", key));
  run (&plan, "conflict.reopen", g_variant_new ("(xa(sv))", pair, &steps));
  again = analyse (&plan);
  g_assert_nonnull (find_rule (again, "CON-05"));
  g_assert_false (find_rule (again, "CON-01")->accepted);
  g_assert_true (sl_project_undo (plan.project, NULL));
  g_assert_true (sl_project_undo (plan.project, NULL));
  undone = state_dump (plan.project);
  g_assert_cmpstr (undone, ==, before);
  plan_clear (&plan);
}

/* What waits for the decider is written down: no rule asks to write it down again. */
static void
test_escalated (void)
{
  Plan plan;
  g_autoptr (SlAnalysis) analysis = NULL;
  const SlFinding *link;

  plan_init (&plan,
             PARTIES GOALS "goal_link speed safe -60\n"
                           "conflict pair \"Pair\" goal=speed other_goal=safe status=escalated\n");
  analysis = analyse (&plan);
  g_assert_null (find_rule (analysis, "CON-05"));
  link = find_rule (analysis, "CON-01");
  for (guint i = 0; i < link->remedies->len; i++)
    {
      const SlRemedy *remedy = &g_array_index (link->remedies, SlRemedy, i);
      g_autofree char *steps
          = remedy->steps != NULL ? g_variant_print (remedy->steps, FALSE) : NULL;

      g_assert_true (steps == NULL || strstr (steps, "conflict.open") == NULL);
    }
  plan_clear (&plan);
}

/* --- The charter --- */

#define ALLIANCE                                                                                   \
  "alliance pact \"Pact\" expectations=Help review=2027-01-19 escalation=Both\n"                   \
  "partner pact sales \"Shelves\" \"Margin\"\npartner pact prod \"Devices\" \"Orders\"\n"          \
  "goal joint \"Launch together\" owner=sales alliance=pact due=2027-04-15\n"                      \
  "kpi shops \"Shops\" goal=joint unit=shops target=400\n"

static GVariant *
sign_params (SlId alliance, gint64 day, SlId party, const char *name)
{
  GVariantBuilder names;

  g_variant_builder_init (&names, G_VARIANT_TYPE ("a(xs)"));
  if (party != SL_ID_NONE)
    g_variant_builder_add (&names, "(xs)", party, name);
  return g_variant_new ("(xxa(xs))", alliance, day, &names);
}

static void
test_sign (void)
{
  Plan plan;
  g_autofree char *before = NULL;
  g_autofree char *undone = NULL;
  const SlTable *partners;
  SlId pact, sales, fin;
  guint n_signed = 0;

  plan_init (&plan, PARTIES ALLIANCE);
  pact = id_of (&plan, "pact");
  sales = id_of (&plan, "sales");
  fin = id_of (&plan, "fin");
  refuse (&plan, "alliance.sign", sign_params (pact, plan.today + 1, 0, NULL), "still to come");
  refuse (&plan, "alliance.sign", sign_params (pact, plan.today, fin, "Paul"), "Finance");
  before = state_dump (plan.project);
  run (&plan, "alliance.sign", sign_params (pact, plan.today - 3, sales, "Ana Costa"));
  g_assert_cmpint (int_of (&plan, SL_KIND_ALLIANCE, pact, SL_ALLIANCE_SIGNED), ==, plan.today - 3);
  partners = sl_snapshot_table (snapshot (&plan), SL_KIND_PARTNER);
  for (guint row = 0; row < sl_table_n_rows (partners); row++)
    if (g_strcmp0 (sl_table_text (partners, row, SL_PARTNER_SIGNATORY), "Ana Costa") == 0)
      {
        g_assert_cmpint (sl_table_ref (partners, row, SL_PARTNER_PARTY), ==, sales);
        n_signed++;
      }
  g_assert_cmpuint (n_signed, ==, 1);
  const SlTable *baselines = sl_snapshot_table (snapshot (&plan), SL_KIND_BASELINE);
  g_assert_cmpuint (sl_table_n_rows (baselines), ==, 2); /* goal and KPI */
  g_assert_cmpint (sl_table_int (baselines, 0, SL_BASELINE_DAY), ==, plan.today - 3);
  g_assert_true (sl_project_undo (plan.project, NULL));
  undone = state_dump (plan.project);
  g_assert_cmpstr (undone, ==, before);
  plan_clear (&plan);
}

static void
assert_move (GArray *moves, guint number, const char *what, const char *then, const char *now)
{
  const SlCharterMove *move = &g_array_index (moves, SlCharterMove, number);

  g_assert_cmpuint (moves->len, >, number);
  g_assert_cmpstr (move->what, ==, what);
  g_assert_cmpstr (move->then, ==, then);
  g_assert_cmpstr (move->now, ==, now);
  g_assert_false (move->decided);
}

static void
set (Plan *plan, SlId id, const char *field, GVariant *value)
{
  run (plan, "record.set", g_variant_new ("(xsv)", id, field, value));
}

static void
test_moves (void)
{
  Plan plan;
  SlId pact, joint, sales;

  plan_init (&plan, PARTIES ALLIANCE "goal late \"Share data\" alliance=pact status=dropped\n");
  pact = id_of (&plan, "pact");
  joint = id_of (&plan, "joint");
  sales = id_of (&plan, "sales");
  {
    g_autoptr (SlFacts) facts = sl_facts_new (snapshot (&plan), plan.today);
    g_autoptr (GArray) moves = sl_charter_moves (facts, pact);

    g_assert_cmpuint (moves->len, ==, 0); /* nothing is signed */
  }
  run (&plan, "alliance.sign", sign_params (pact, SL_INT_NULL, sales, "Ana"));
  {
    g_autoptr (SlFacts) facts = sl_facts_new (snapshot (&plan), plan.today);
    g_autoptr (GArray) moves = sl_charter_moves (facts, pact);

    g_assert_cmpuint (moves->len, ==, 0); /* nothing moved */
  }
  set (&plan, joint, "title", g_variant_new_string ("Launch first"));
  set (&plan, joint, "due", g_variant_new_int64 (plan.today + 10));
  set (&plan, id_of (&plan, "late"), "status", g_variant_new_int64 (SL_GOAL_ACTIVE));
  {
    const SlTable *kpis = sl_snapshot_table (snapshot (&plan), SL_KIND_KPI);

    set (&plan, sl_table_id (kpis, 0), "target", g_variant_new_double (300));
  }
  {
    g_autoptr (SlFacts) facts = sl_facts_new (snapshot (&plan), plan.today);
    g_autoptr (GArray) moves = sl_charter_moves (facts, pact);

    assert_move (moves, 0, "Wording", "Launch together", "Launch first");
    assert_move (moves, 1, "Due", "15 Apr 2027", "26 Nov 2026");
    assert_move (moves, 2, "Weight", "100\u00a0%", "50\u00a0%");
    assert_move (moves, 3, "Shops", "400 shops", "300 shops");
    assert_move (moves, 4, "New goal", "not agreed", "Share data");
    g_assert_cmpuint (moves->len, ==, 5);
  }
  plan_clear (&plan);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  state_init ();
  g_test_add_func ("/core/conflict-record/options", test_options);
  g_test_add_func ("/core/conflict-record/options-round-trip", test_options_round_trip);
  g_test_add_func ("/core/conflict-record/find", test_find);
  g_test_add_func ("/core/conflict-record/opponent", test_opponent);
  g_test_add_func ("/core/conflict-record/findings-lead", test_findings_lead);
  g_test_add_func ("/core/conflict-record/settle", test_settle);
  g_test_add_func ("/core/conflict-record/escalated", test_escalated);
  g_test_add_func ("/core/conflict-record/sign", test_sign);
  g_test_add_func ("/core/conflict-record/moves", test_moves);
  result = g_test_run ();
  state_clear ();
  return result;
}
