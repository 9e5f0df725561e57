/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What counts as agreed, since when a decision covers a change, and how weights are compared. */

#include "config.h"

#include <math.h>

#include "analysis/sl-agreed.h"
#include "base/sl-date.h"
#include "methods/sl-drift.h"
#include "project/sl-plan-text.h"
#include "state-fixture.h"

#define TODAY "2026-11-16"

typedef struct
{
  SlProject *project;
  GHashTable *names;
  SlFacts *facts;
  SlAgreed *agreed;
} Plan;

static void
plan_init (Plan *self, const char *text)
{
  g_autoptr (GError) error = NULL;
  gint64 today = 0;

  g_assert_true (sl_day_from_iso (TODAY, &today));
  sl_day_set_today (today);
  self->project = sl_project_new (&error);
  g_assert_no_error (error);
  sl_plan_text_load ("plan", text, self->project, &self->names, &error);
  g_assert_no_error (error);
  self->facts = sl_facts_new (sl_project_get_snapshot (self->project), today);
  self->agreed = sl_agreed_new (self->facts);
}

static void
plan_clear (Plan *self)
{
  sl_agreed_free (self->agreed);
  sl_facts_free (self->facts);
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

static gint64
day_of (const char *text)
{
  gint64 day = 0;

  g_assert_true (sl_day_from_iso (text, &day));
  return day;
}

/* --- Baselines --- */

static void
test_newest (void)
{
  Plan plan;
  guint row = 0;

  plan_init (&plan, "goal a \"A\"\ngoal b \"B\"\ngoal c \"C\"\n"
                    "baseline a 2 - - 2026-03-02\n"
                    "baseline a 1 - - 2026-05-04\n"
                    "baseline a 3 - 2027-01-01\n"   /* only drawn: nobody agreed */
                    "baseline a 4 - - 2026-12-24\n" /* is still to come */
                    "baseline b 1 - 2027-01-01\n");
  g_assert_true (sl_agreed_find (plan.agreed, id_of (&plan, "a"), &row));
  g_assert_cmpint (sl_agreed_day (plan.agreed, row), ==, day_of ("2026-03-02"));
  g_assert_false (sl_agreed_find (plan.agreed, id_of (&plan, "b"), &row));
  g_assert_false (sl_agreed_find (plan.agreed, id_of (&plan, "c"), &row));
  plan_clear (&plan);
}

static void
test_decided (void)
{
  Plan plan;
  gint64 day = day_of ("2026-09-01");

  plan_init (&plan, "goal a \"A\"\ngoal b \"B\"\ngoal c \"C\"\ngoal d \"D\"\ngoal e \"E\"\n"
                    "decision \"Signed\" item=a day=2026-09-01\n"
                    "decision \"Moved\" item=b day=2026-09-02\n"
                    "decision \"To do\" item=c day=2026-10-01 type=action\n"
                    "decision \"Taken back\" item=d day=2026-10-01 status=dropped\n"
                    "decision \"Will be\" item=e day=2026-12-01\n");
  g_assert_false (sl_agreed_is_decided (plan.agreed, id_of (&plan, "a"), SL_AGREED_DUE, day));
  g_assert_true (sl_agreed_is_decided (plan.agreed, id_of (&plan, "b"), SL_AGREED_DUE, day));
  g_assert_false (sl_agreed_is_decided (plan.agreed, id_of (&plan, "b"), SL_AGREED_DUE, day + 1));
  g_assert_false (sl_agreed_is_decided (plan.agreed, id_of (&plan, "c"), SL_AGREED_DUE, day));
  g_assert_false (sl_agreed_is_decided (plan.agreed, id_of (&plan, "d"), SL_AGREED_DUE, day));
  g_assert_false (sl_agreed_is_decided (plan.agreed, id_of (&plan, "e"), SL_AGREED_DUE, day));
  plan_clear (&plan);
}

/* A fix covers what it set, on the same day too, and nothing that moved by itself. */
static void
test_fixed (void)
{
  Plan plan;
  gint64 day = day_of ("2026-09-01");
  SlId a, b;

  plan_init (&plan,
             "goal a \"A\"\ngoal b \"B\"\n"
             "decision \"Moved\" item=a day=2026-09-01 finding=LOS-01:0 covers=\"due title\"\n"
             "decision \"Linked\" item=b day=2026-09-01 finding=CON-01:0\n");
  a = id_of (&plan, "a");
  b = id_of (&plan, "b");
  g_assert_true (sl_agreed_is_decided (plan.agreed, a, SL_AGREED_DUE, day));
  g_assert_true (sl_agreed_is_decided (plan.agreed, a, SL_AGREED_WORDING, day));
  g_assert_false (sl_agreed_is_decided (plan.agreed, a, SL_AGREED_START, day));
  g_assert_false (sl_agreed_is_decided (plan.agreed, a, SL_AGREED_WEIGHT, day));
  g_assert_false (sl_agreed_is_decided (plan.agreed, a, SL_AGREED_DUE, day + 1));
  for (guint i = 0; i < SL_AGREED_N_ASPECTS; i++)
    g_assert_false (sl_agreed_is_decided (plan.agreed, b, i, day));
  plan_clear (&plan);
}

/* A fix that moves weights moves the shares of all goals; going back to what was agreed does not.
 */
static void
test_reweighed (void)
{
  static const struct
  {
    const char *day;
    const char *rule;
    const char *covers;
    gboolean decided;
  } cases[] = { { "2026-09-02", "PRI-01", "weight", TRUE },
                { "2026-09-01", "RES-02", "due weight", TRUE },
                { "2026-08-31", "PRI-01", "weight", FALSE },
                { "2026-09-02", "RES-02", "", FALSE },
                { "2026-09-02", "DRI-02", "weight", FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Plan plan;
      g_autofree char *text
          = g_strdup_printf ("goal a \"A\" shared=1\n"
                             "baseline a 11 - - 2026-09-01 - 1\n"
                             "decision \"Fixed\" item=a day=%s finding=%s:0123 covers=\"%s\"\n",
                             cases[i].day, cases[i].rule, cases[i].covers);

      plan_init (&plan, text);
      g_assert_cmpint (sl_agreed_are_weights_decided (plan.agreed), ==, cases[i].decided);
      if (g_str_has_prefix (cases[i].rule, "DRI-02"))
        g_assert_true (sl_agreed_is_decided (plan.agreed, id_of (&plan, "a"), SL_AGREED_WEIGHT,
                                             day_of ("2026-09-01")));
      plan_clear (&plan);
    }
}

/* --- Weights --- */

static double
gap_of (const Plan *plan, const SlAgreedWeights *weights, const char *name)
{
  int goal = sl_facts_goal (plan->facts, id_of (plan, name));

  g_assert_cmpint (goal, >=, 0);
  return weights->counts[goal] ? weights->gaps[goal] : NAN;
}

static void
assert_near (double value, double expected)
{
  g_assert_cmpfloat_with_epsilon (value, expected, 1e-9);
}

/* Everything was weighed: new goals had nothing, dropped ones have nothing now. */
static void
test_whole (void)
{
  Plan plan;
  g_autoptr (SlAgreedWeights) weights = NULL;
  double then[] = { 0.5, 0.3, 0.2, NAN }, now[] = { 0.5, 0.25, NAN, 0.25 };
  SlPriorityDrift drift;

  plan_init (&plan, "goal a \"A\" shared=1 weight=50\ngoal b \"B\" shared=1 weight=25\n"
                    "goal c \"C\" shared=1 status=dropped\ngoal d \"D\" shared=1 weight=25\n"
                    "baseline a 1 - - 2026-09-01 - 0.5\nbaseline b 1 - - 2026-09-01 - 0.3\n"
                    "baseline c 1 - - 2026-09-01 - 0.2\n");
  weights = sl_agreed_weights_new (plan.agreed);
  g_assert_true (sl_priority_drift (then, now, G_N_ELEMENTS (then), NULL, &drift));
  assert_near (weights->drift, drift.distance);
  assert_near (weights->coverage, 1.0);
  assert_near (gap_of (&plan, weights, "a"), 0.0);
  assert_near (gap_of (&plan, weights, "b"), -0.05);
  assert_near (gap_of (&plan, weights, "c"), -0.2);
  assert_near (gap_of (&plan, weights, "d"), 0.25);
  plan_clear (&plan);
}

/* What is done takes its weight out of both sides. */
static void
test_done (void)
{
  Plan plan;
  g_autoptr (SlAgreedWeights) weights = NULL;

  plan_init (&plan, "goal a \"A\" shared=1 weight=50\ngoal b \"B\" shared=1 weight=50\n"
                    "goal c \"C\" shared=1 status=done\n"
                    "baseline a 1 - - 2026-09-01 - 0.25\nbaseline b 1 - - 2026-09-01 - 0.25\n"
                    "baseline c 1 - - 2026-09-01 - 0.5\n");
  weights = sl_agreed_weights_new (plan.agreed);
  assert_near (weights->drift, 0.0);
  assert_near (weights->coverage, 1.0);
  g_assert_true (isnan (gap_of (&plan, weights, "c")));
  plan_clear (&plan);
}

/* One agreed goal of four is known alone, and says nothing about the others. */
static void
test_partial (void)
{
  Plan plan;
  g_autoptr (SlAgreedWeights) weights = NULL;

  plan_init (&plan, "goal a \"A\" shared=1\ngoal b \"B\" shared=1\ngoal c \"C\" shared=1\n"
                    "goal d \"D\" shared=1\nbaseline a 1 - - 2026-09-01 - 0.4\n");
  weights = sl_agreed_weights_new (plan.agreed);
  assert_near (weights->drift, 0.0);
  assert_near (weights->coverage, 0.25);
  g_assert_true (isnan (gap_of (&plan, weights, "b")));
  plan_clear (&plan);
}

static void
test_none (void)
{
  Plan plan;
  g_autoptr (SlAgreedWeights) weights = NULL;

  plan_init (&plan, "goal a \"A\" shared=1\nbaseline a 1 - - 2026-09-01\n");
  weights = sl_agreed_weights_new (plan.agreed);
  g_assert_true (isnan (weights->drift));
  assert_near (weights->coverage, 0.0);
  plan_clear (&plan);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  state_init ();
  g_test_add_func ("/core/agreed/newest", test_newest);
  g_test_add_func ("/core/agreed/decided", test_decided);
  g_test_add_func ("/core/agreed/fixed", test_fixed);
  g_test_add_func ("/core/agreed/reweighed", test_reweighed);
  g_test_add_func ("/core/agreed/weights/whole", test_whole);
  g_test_add_func ("/core/agreed/weights/done", test_done);
  g_test_add_func ("/core/agreed/weights/partial", test_partial);
  g_test_add_func ("/core/agreed/weights/none", test_none);
  result = g_test_run ();
  state_clear ();
  return result;
}
