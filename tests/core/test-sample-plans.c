/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The samples that are installed are whole: every page of the program has something to show. Each
 * is counted, compiled twice, changed, taken back and read again from its file. */

#include "config.h"

#include <string.h>

#include "base/sl-id.h"
#include "project/sl-plan-text.h"
#include "rule-case.h"
#include "state-fixture.h"

#define SAMPLE(name) "../../../data/samples/" name ".txt"

static const char *const samples[]
    = { SAMPLE ("product-launch"), SAMPLE ("sustainable-manufacturing"),
        SAMPLE ("supplier-alliance") };

static const SlTable *
table_of (const RuleCase *self, SlKindId kind)
{
  return sl_snapshot_table (sl_project_get_snapshot (self->project), kind);
}

static guint
count (const RuleCase *self, SlKindId kind)
{
  return sl_table_n_rows (table_of (self, kind));
}

/* How many records have @value in @field. */
static guint
count_with (const RuleCase *self, SlKindId kind, guint field, gint64 value)
{
  const SlTable *table = table_of (self, kind);
  guint n = 0;

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    n += sl_table_int (table, row, field) == value;
  return n;
}

/* How many records say @word in @field; "": anything. */
static guint
count_saying (const RuleCase *self, SlKindId kind, guint field, const char *word)
{
  const SlTable *table = table_of (self, kind);
  guint n = 0;

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      const char *text = sl_table_text (table, row, field);

      n += text != NULL && text[0] != '\0' && strstr (text, word) != NULL;
    }
  return n;
}

/* How many different records @field leads to, from at least @least records each. */
static guint
count_referred (const RuleCase *self, SlKindId kind, guint field, guint least)
{
  const SlTable *table = table_of (self, kind);
  g_autoptr (GHashTable) times = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer value;
  guint n = 0;

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId id = sl_table_ref (table, row, field);
      guint seen = GPOINTER_TO_UINT (g_hash_table_lookup (times, &id));

      g_hash_table_insert (times, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (seen + 1));
    }
  g_hash_table_iter_init (&iter, times);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    n += GPOINTER_TO_UINT (value) >= least;
  return n;
}

static void
assert_at_least (const char *name, const char *what, guint n, guint least)
{
  if (n < least)
    g_test_fail_printf ("%s has %u %s, not %u", name, n, what, least);
}

/* --- What is there --- */

static void
check_people (const RuleCase *self, const char *name)
{
  assert_at_least (name, "departments and partners",
                   count_with (self, SL_KIND_PARTY, SL_PARTY_TYPE, SL_PARTY_DEPARTMENT)
                       + count_with (self, SL_KIND_PARTY, SL_PARTY_TYPE, SL_PARTY_PARTNER),
                   4);
  assert_at_least (name, "people", count_with (self, SL_KIND_PARTY, SL_PARTY_TYPE, SL_PARTY_PERSON),
                   4);
  assert_at_least (name, "people to write to",
                   count_saying (self, SL_KIND_PARTY, SL_PARTY_CONTACT, ""), 4);
  for (int source = 0; source < 3; source++)
    assert_at_least (name, "positions of one source",
                     count_with (self, SL_KIND_POSITION, SL_POSITION_SOURCE, source), 5);
  assert_at_least (name, "parties with priorities",
                   count_referred (self, SL_KIND_PRIORITY, SL_PRIORITY_PARTY, 3), 4);
  assert_at_least (name, "needs", count (self, SL_KIND_NEED), 5);
  assert_at_least (name, "answers about trust", count (self, SL_KIND_TRUST), 10);
}

static void
check_work (const RuleCase *self, const char *name)
{
  assert_at_least (name, "goals", count (self, SL_KIND_GOAL), 18);
  assert_at_least (name, "KPIs with a history",
                   count_referred (self, SL_KIND_KPI_VALUE, SL_KPI_VALUE_KPI, 2), 9);
  assert_at_least (name, "tasks and milestones",
                   count (self, SL_KIND_TASK) + count (self, SL_KIND_MILESTONE), 30);
  assert_at_least (name, "milestones of which a course is known",
                   count_referred (self, SL_KIND_FORECAST, SL_FORECAST_MILESTONE, 2), 4);
  assert_at_least (name, "budget lines", count (self, SL_KIND_BUDGET), 8);
  assert_at_least (name, "parties who pay",
                   count_referred (self, SL_KIND_BUDGET, SL_BUDGET_PARTY, 1), 3);
  assert_at_least (name, "people at work",
                   count_referred (self, SL_KIND_ALLOCATION, SL_ALLOCATION_PARTY, 1), 5);
  assert_at_least (name, "risks with a plan", count_saying (self, SL_KIND_RISK, SL_RISK_PLAN, ""),
                   3);
  assert_at_least (name, "minutes of a workshop",
                   count_saying (self, SL_KIND_NOTE, SL_NOTE_TEXT, "orkshop"), 1);
}

static void
check_history (const RuleCase *self, const char *name)
{
  assert_at_least (name, "parties with a rhythm of contacts",
                   count_saying (self, SL_KIND_PARTY, SL_PARTY_CHANNEL, ""), 4);
  assert_at_least (name, "closed goals with an outcome",
                   count_saying (self, SL_KIND_GOAL, SL_GOAL_OUTCOME, ""), 3);
  assert_at_least (name, "lessons", count_saying (self, SL_KIND_GOAL, SL_GOAL_LESSON, ""), 3);
  assert_at_least (name, "tasks of contingency plans",
                   count_with (self, SL_KIND_TASK, SL_TASK_STATUS, SL_TASK_PARKED), 3);
}

static void
test_contents (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (RuleCase) self = rule_case_load (samples[i]);

      check_people (self, samples[i]);
      check_work (self, samples[i]);
      check_history (self, samples[i]);
    }
}

/* Whoever gives priorities gives all of the 100 points. */
static void
test_points (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (RuleCase) self = rule_case_load (samples[i]);
      const SlTable *table = table_of (self, SL_KIND_PRIORITY);
      g_autoptr (GHashTable) sums
          = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
      GHashTableIter iter;
      gpointer value;

      for (guint row = 0; row < sl_table_n_rows (table); row++)
        {
          SlId party = sl_table_ref (table, row, SL_PRIORITY_PARTY);
          guint sum = GPOINTER_TO_UINT (g_hash_table_lookup (sums, &party));

          sum += (guint)sl_table_real (table, row, SL_PRIORITY_POINTS);
          g_hash_table_insert (sums, g_memdup2 (&party, sizeof party), GUINT_TO_POINTER (sum));
        }
      g_hash_table_iter_init (&iter, sums);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        g_assert_cmpuint (GPOINTER_TO_UINT (value), ==, 100);
    }
}

/* --- What becomes of it --- */

/* The ids are seeded by the name: the project must be gone before it comes again. */
static char *
dump_sample (const char *name)
{
  g_autoptr (RuleCase) self = rule_case_load (name);

  return state_dump (self->project);
}

static void
test_same_twice (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *one = dump_sample (samples[i]);
      g_autofree char *two = dump_sample (samples[i]);

      g_assert_cmpstr (one, ==, two);
    }
}

static void
test_undo (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autoptr (RuleCase) self = rule_case_load (samples[i]);
      g_autofree char *before = state_dump (self->project);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      const SlTable *goals = table_of (self, SL_KIND_GOAL);

      /* Goals have the most that hangs on them. */
      for (guint n = 0; n < 3; n++)
        {
          SlId id = sl_table_id (goals, 0);

          sl_project_run (self->project, "record.delete",
                          g_variant_new ("(@ax)", g_variant_new_fixed_array (G_VARIANT_TYPE_INT64,
                                                                             &id, 1, sizeof id)),
                          NULL, &error);
          g_assert_no_error (error);
          goals = table_of (self, SL_KIND_GOAL);
        }
      for (guint n = 0; n < 3; n++)
        {
          sl_project_undo (self->project, &error);
          g_assert_no_error (error);
        }
      after = state_dump (self->project);
      g_assert_cmpstr (after, ==, before);
    }
}

/* Written to a file and read from it. (transfer full) */
static char *
dump_through_file (const char *name)
{
  g_autofree char *path = state_path ("sample.sightline");
  g_autofree char *source = g_test_build_filename (G_TEST_DIST, "data", "rules", name, NULL);
  g_autofree char *text = NULL;
  char *dump = NULL;
  g_autoptr (GError) error = NULL;
  SlProject *project;

  g_file_get_contents (source, &text, NULL, &error);
  g_assert_no_error (error);
  sl_id_seed (1 + (guint64)g_str_hash (name)); /* as rule_case_load() */
  project = sl_project_new (&error);
  g_assert_no_error (error);
  sl_plan_text_load (name, text, project, NULL, &error);
  g_assert_no_error (error);
  sl_project_save_as (project, path, &error);
  g_assert_no_error (error);
  sl_project_close (project, &error);
  g_assert_no_error (error);
  g_object_unref (project);
  project = sl_project_open (path, &error);
  g_assert_no_error (error);
  dump = state_dump (project);
  sl_project_close (project, &error);
  g_assert_no_error (error);
  g_object_unref (project);
  return dump;
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (samples); i++)
    {
      g_autofree char *before = dump_sample (samples[i]);
      g_autofree char *after = dump_through_file (samples[i]);

      g_assert_cmpstr (after, ==, before);
    }
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  state_init ();
  g_test_add_func ("/core/sample-plans/contents", test_contents);
  g_test_add_func ("/core/sample-plans/points", test_points);
  g_test_add_func ("/core/sample-plans/same-twice", test_same_twice);
  g_test_add_func ("/core/sample-plans/undo", test_undo);
  g_test_add_func ("/core/sample-plans/round-trip", test_round_trip);
  result = g_test_run ();
  state_clear ();
  return result;
}
