/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Progress, state and derivation of goals over plans with KPIs, tasks, several parents and gaps. */

#include "config.h"

#include "analysis/sl-goal-state.h"
#include "base/sl-date.h"
#include "plan-builder.h"

#include <math.h>
#include <string.h>

#define EPSILON 1e-9

static gint64
day_of (const char *iso)
{
  gint64 day;
  g_assert_true (sl_day_from_iso (iso, &day));
  return day;
}

static SlGoalProgress *
compute (SlStore *store)
{
  return sl_goal_progress_new (sl_store_get_snapshot (store), day_of ("2026-03-16"));
}

static const SlGoalState *
state_of (SlStore *store, SlGoalProgress *progress, const char *title)
{
  const SlGoalState *state = sl_goal_progress_get (progress, builder_find (store, title));
  g_assert_nonnull (state);
  return state;
}

static void
assert_near (double got, double want)
{
  if (isnan (want))
    g_assert_true (isnan (got));
  else
    g_assert_cmpfloat_with_epsilon (got, want, EPSILON);
}

/* progress, start, due against 16 March; the words of the state */
static void
test_states (void)
{
  static const struct
  {
    double progress;
    const char *start;
    const char *due;
    SlItemState state;
  } cases[] = {
    { NAN, NULL, NULL, SL_ITEM_NO_DATA },
    { NAN, "2026-04-01", "2026-05-01", SL_ITEM_NOT_STARTED },
    { NAN, "2026-01-01", "2026-03-16", SL_ITEM_NO_DATA },
    { NAN, "2026-01-01", "2026-03-15", SL_ITEM_OFF_TRACK },
    { 0.0, NULL, NULL, SL_ITEM_NOT_STARTED },
    { 0.0, NULL, "2026-12-31", SL_ITEM_NOT_STARTED },
    { 0.0, "2026-04-01", "2026-05-01", SL_ITEM_NOT_STARTED },
    { 0.0, "2026-03-16", "2026-05-01", SL_ITEM_ON_TRACK },
    { 0.5, NULL, NULL, SL_ITEM_ON_TRACK },
    { 0.5, "2026-04-01", "2026-05-01", SL_ITEM_ON_TRACK },
    { 0.5, "2026-03-06", "2026-03-26", SL_ITEM_ON_TRACK },
    { 0.41, "2026-03-06", "2026-03-26", SL_ITEM_ON_TRACK },
    { 0.39, "2026-03-06", "2026-03-26", SL_ITEM_BEHIND },
    { 0.21, "2026-03-06", "2026-03-26", SL_ITEM_BEHIND },
    { 0.19, "2026-03-06", "2026-03-26", SL_ITEM_OFF_TRACK },
    { 0.99, "2026-01-01", "2026-03-15", SL_ITEM_OFF_TRACK },
    { 1.0, "2026-01-01", "2026-03-15", SL_ITEM_DONE },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 start = cases[i].start != NULL ? day_of (cases[i].start) : SL_INT_NULL;
      gint64 due = cases[i].due != NULL ? day_of (cases[i].due) : SL_INT_NULL;
      g_test_message ("case %u", i);
      g_assert_cmpint (sl_item_state_of (cases[i].progress, start, due, day_of ("2026-03-16")), ==,
                       cases[i].state);
    }
}

static void
test_own_and_status (void)
{
  g_autoptr (SlStore) store = builder_new ();
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "own", SL_GOAL_PROGRESS, "0.4", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "done", SL_GOAL_STATUS, "done", SL_GOAL_PROGRESS,
               "0.4", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "parked", SL_GOAL_STATUS, "parked", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "dropped", SL_GOAL_STATUS, "dropped", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "silent", -1);
  g_autoptr (SlGoalProgress) progress = compute (store);
  const SlGoalState *state = state_of (store, progress, "own");
  g_assert_cmpint (state->source, ==, SL_PROGRESS_OWN);
  assert_near (state->progress, 0.4);
  g_assert_cmpint (state->state, ==, SL_ITEM_ON_TRACK);
  state = state_of (store, progress, "done");
  g_assert_cmpint (state->source, ==, SL_PROGRESS_CLOSED);
  assert_near (state->progress, 1.0);
  g_assert_cmpint (state->state, ==, SL_ITEM_DONE);
  g_assert_cmpint (state_of (store, progress, "parked")->state, ==, SL_ITEM_PARKED);
  g_assert_cmpint (state_of (store, progress, "dropped")->state, ==, SL_ITEM_DROPPED);
  state = state_of (store, progress, "silent");
  g_assert_cmpint (state->source, ==, SL_PROGRESS_NONE);
  assert_near (state->progress, NAN);
  g_assert_null (sl_goal_progress_get (progress, 4711));
}

/* One KPI half way, one kept in range, one without a value, one without baseline. */
static void
fill_kpis (SlStore *store)
{
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "goal", -1);
  builder_add (store, SL_KIND_KPI, SL_KPI_TITLE, "lead time", SL_KPI_GOAL, "@goal",
               SL_KPI_DIRECTION, "down", SL_KPI_BASELINE, "20", SL_KPI_TARGET, "10", SL_KPI_WEIGHT,
               "3", -1);
  builder_add (store, SL_KIND_KPI, SL_KPI_TITLE, "stock", SL_KPI_GOAL, "@goal", SL_KPI_DIRECTION,
               "keep", SL_KPI_LOW, "95", SL_KPI_HIGH, "104", SL_KPI_TOLERANCE, "5", SL_KPI_WEIGHT,
               "1", -1);
  builder_add (store, SL_KIND_KPI, SL_KPI_TITLE, "never measured", SL_KPI_GOAL, "@goal",
               SL_KPI_BASELINE, "0", SL_KPI_TARGET, "10", -1);
  builder_add (store, SL_KIND_KPI, SL_KPI_TITLE, "no target", SL_KPI_GOAL, "@goal", SL_KPI_BASELINE,
               "0", -1);
  static const struct
  {
    const char *kpi;
    const char *day;
    const char *value;
  } values[] = {
    { "@lead time", "2026-01-01", "18" }, { "@lead time", "2026-03-01", "15" },
    { "@lead time", "2026-02-01", "11" }, { "@lead time", "2026-04-01", "10" },
    { "@stock", "2026-03-01", "92" },     { "@no target", "2026-03-01", "7" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    builder_add (store, SL_KIND_KPI_VALUE, SL_KPI_VALUE_KPI, values[i].kpi, SL_KPI_VALUE_DAY,
                 values[i].day, SL_KPI_VALUE_VALUE, values[i].value, -1);
}

static void
test_kpis (void)
{
  g_autoptr (SlStore) store = builder_new ();
  fill_kpis (store);
  g_autoptr (SlGoalProgress) progress = compute (store);
  double current;
  assert_near (sl_goal_progress_get_kpi (progress, builder_find (store, "lead time"), &current),
               0.5);
  assert_near (current, 15);
  assert_near (sl_goal_progress_get_kpi (progress, builder_find (store, "no target"), &current),
               NAN);
  assert_near (current, 7);
  const SlGoalState *state = state_of (store, progress, "goal");
  g_assert_cmpint (state->source, ==, SL_PROGRESS_KPI);
  assert_near (state->progress, (3 * 0.5 + 1 * 0.4) / 4);
  g_autofree char *text = sl_goal_progress_explain (progress, state->id);
  g_assert_cmpstr (text, ==,
                   "48\u00A0%, because\n"
                   "“lead time”: 50\u00A0%, counts 75\u00A0%\n"
                   "“stock”: 40\u00A0%, counts 25\u00A0%\n"
                   "Not counted: “never measured” (no data)\n"
                   "Not counted: “no target” (no way from baseline to target)");
}

/* Without a baseline, the first value is it. */
static void
test_kpi_first_value (void)
{
  g_autoptr (SlStore) store = builder_new ();
  builder_add (store, SL_KIND_KPI, SL_KPI_TITLE, "sold", SL_KPI_TARGET, "100", -1);
  builder_add (store, SL_KIND_KPI_VALUE, SL_KPI_VALUE_KPI, "@sold", SL_KPI_VALUE_DAY, "2026-01-01",
               SL_KPI_VALUE_VALUE, "20", -1);
  g_autoptr (SlGoalProgress) first = compute (store);
  assert_near (sl_goal_progress_get_kpi (first, builder_find (store, "sold"), NULL), 0.0);
  builder_add (store, SL_KIND_KPI_VALUE, SL_KPI_VALUE_KPI, "@sold", SL_KPI_VALUE_DAY, "2026-02-01",
               SL_KPI_VALUE_VALUE, "60", -1);
  g_autoptr (SlGoalProgress) second = compute (store);
  assert_near (sl_goal_progress_get_kpi (second, builder_find (store, "sold"), NULL), 0.5);
}

/* A summary of 2 + 6 days, a milestone, and parts that do not count. */
static void
fill_tasks (SlStore *store)
{
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "goal", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "build", SL_TASK_GOAL, "@goal", SL_TASK_PROGRESS,
               "0.9", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "design", SL_TASK_PARENT, "@build", SL_TASK_GOAL,
               "@goal", SL_TASK_DURATION, "2", SL_TASK_STATUS, "done", -1);
  /* Monday to Monday: six working days */
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "code", SL_TASK_PARENT, "@build", SL_TASK_START,
               "2026-03-16", SL_TASK_DUE, "2026-03-23", SL_TASK_PROGRESS, "0.5", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "dream", SL_TASK_PARENT, "@build",
               SL_TASK_DURATION, "100", SL_TASK_STATUS, "dropped", -1);
  builder_add (store, SL_KIND_MILESTONE, SL_MILESTONE_TITLE, "shown", SL_MILESTONE_GOAL, "@goal",
               SL_MILESTONE_DUE, "2026-03-10", -1);
}

static void
test_tasks (void)
{
  g_autoptr (SlStore) store = builder_new ();
  fill_tasks (store);
  g_autoptr (SlGoalProgress) progress = compute (store);
  double done;
  g_assert_cmpint (sl_goal_progress_get_task (progress, builder_find (store, "build"), &done), ==,
                   SL_ITEM_ON_TRACK);
  assert_near (done, 5.0 / 8.0);
  g_assert_cmpint (sl_goal_progress_get_task (progress, builder_find (store, "design"), NULL), ==,
                   SL_ITEM_DONE);
  g_assert_cmpint (sl_goal_progress_get_task (progress, builder_find (store, "dream"), NULL), ==,
                   SL_ITEM_DROPPED);
  g_assert_cmpint (sl_goal_progress_get_task (progress, builder_find (store, "shown"), &done), ==,
                   SL_ITEM_OFF_TRACK);
  assert_near (done, 0.0);
  g_assert_cmpint (sl_goal_progress_get_task (progress, builder_find (store, "goal"), &done), ==,
                   SL_ITEM_NO_DATA);
  assert_near (done, NAN);
  /* The milestone weighs as much as the tasks on average, four days; "design" counts once. */
  const SlGoalState *state = state_of (store, progress, "goal");
  g_assert_cmpint (state->source, ==, SL_PROGRESS_PARTS);
  assert_near (state->progress, 5.0 / 12.0);
  g_autofree char *text = sl_goal_progress_explain (progress, state->id);
  g_assert_cmpstr (text, ==,
                   "42\u00A0%, because\n"
                   "1 of 3 tasks and milestones done: 42\u00A0%, counts 100\u00A0%");
  /* under way, but nobody said how far */
  builder_set (store, builder_find (store, "code"), SL_TASK_PROGRESS, NULL);
  builder_set (store, builder_find (store, "code"), SL_TASK_STATUS, "active");
  builder_set (store, builder_find (store, "code"), SL_TASK_START, "2026-01-05");
  g_autoptr (SlGoalProgress) later = compute (store);
  g_assert_cmpint (sl_goal_progress_get_task (later, builder_find (store, "code"), NULL), ==,
                   SL_ITEM_ON_TRACK);
}

/* launch has: build (own 0.6, weight 3), sell (no data, weight 1), shared with lead (0.2), parked.
 */
static void
fill_goals (SlStore *store)
{
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "launch", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "lead", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "build", SL_GOAL_PARENT, "@launch",
               SL_GOAL_PROGRESS, "0.6", SL_GOAL_WEIGHT, "3", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "sell", SL_GOAL_PARENT, "@launch",
               SL_GOAL_WEIGHT, "1", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "shared", SL_GOAL_PARENT, "@lead",
               SL_GOAL_PROGRESS, "0.2", SL_GOAL_WEIGHT, "2", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "someday", SL_GOAL_PARENT, "@launch",
               SL_GOAL_STATUS, "parked", SL_GOAL_PROGRESS, "0.9", -1);
  builder_add (store, SL_KIND_GOAL_PARENT, SL_GOAL_PARENT_GOAL, "@shared", SL_GOAL_PARENT_PARENT,
               "@launch", -1);
}

static void
test_parts (void)
{
  g_autoptr (SlStore) store = builder_new ();
  fill_goals (store);
  g_autoptr (SlGoalProgress) progress = compute (store);
  const SlGoalState *state = state_of (store, progress, "launch");
  g_assert_cmpint (state->source, ==, SL_PROGRESS_PARTS);
  /* weights 3 and, of "shared", half of 2 */
  assert_near (state->progress, (3 * 0.6 + 1 * 0.2) / 4);
  assert_near (state->minimum, 0.2);
  g_assert_cmpint (state->weakest, ==, builder_find (store, "shared"));
  assert_near (state->without_data, 0.2);
  assert_near (state_of (store, progress, "lead")->progress, 0.2);
  g_autofree char *text = sl_goal_progress_explain (progress, state->id);
  g_assert_cmpstr (text, ==,
                   "50\u00A0%, because\n"
                   "“build”: 60\u00A0%, counts 75\u00A0%\n"
                   "“shared”: 20\u00A0%, counts 25\u00A0%\n"
                   "Not counted: “sell” (no data)\n"
                   "Not counted: “someday” (parked)");
}

/* A goal with a number of its own: its parts are still rolled up, and said not to count. */
static void
test_own_over_parts (void)
{
  g_autoptr (SlStore) store = builder_new ();
  fill_goals (store);
  builder_set (store, builder_find (store, "lead"), SL_GOAL_PROGRESS, "0.95");
  g_autoptr (SlGoalProgress) progress = compute (store);
  const SlGoalState *state = state_of (store, progress, "lead");
  assert_near (state->progress, 0.95);
  assert_near (state->parts, 0.2);
  g_autofree char *text = sl_goal_progress_explain (progress, state->id);
  g_assert_cmpstr (text, ==,
                   "95\u00A0%, as entered for this goal\n"
                   "Not counted: “shared” (the goal has a number of its own)");
}

/* Every derivation adds up to the number that it explains. */
static void
test_derivation_adds_up (void)
{
  for (guint round = 0; round < 30; round++)
    {
      g_autoptr (SlStore) store = builder_new ();
      SlId goals[25];
      for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
        {
          g_autofree char *title = g_strdup_printf ("g%u", i);
          g_autofree char *parent
              = g_strdup_printf ("@g%d", i > 0 ? g_test_rand_int_range (0, (gint32)i) : 0);
          goals[i] = builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, title,
                                  i > 0 ? SL_GOAL_PARENT : -1, parent, -1);
          g_autofree char *number = g_strdup_printf ("%.3f", g_test_rand_double ());
          if (i > 8 && g_test_rand_int_range (0, 3) > 0)
            builder_set (store, goals[i], SL_GOAL_PROGRESS, number);
          if (g_test_rand_bit ())
            builder_set (store, goals[i], SL_GOAL_WEIGHT, number);
          if (g_test_rand_bit ())
            builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "t", SL_TASK_GOAL, parent,
                         SL_TASK_PROGRESS, number, -1);
          g_autofree char *self = g_strdup_printf ("@g%u", i);
          if (i > 2 && g_test_rand_bit () && strcmp (parent, "@g1") != 0)
            builder_add (store, SL_KIND_GOAL_PARENT, SL_GOAL_PARENT_GOAL, self,
                         SL_GOAL_PARENT_PARENT, "@g1", -1);
        }
      g_autoptr (SlGoalProgress) progress = compute (store);
      for (guint i = 0; i < G_N_ELEMENTS (goals); i++)
        {
          g_autoptr (SlProgressDerivation) derivation
              = sl_goal_progress_derive (progress, goals[i]);
          double sum = 0.0, shares = 0.0;
          for (guint t = 0; t < derivation->terms->len; t++)
            {
              const SlProgressTerm *term = &g_array_index (derivation->terms, SlProgressTerm, t);
              sum += term->score * term->share;
              shares += term->share;
            }
          double want = sl_goal_progress_get (progress, goals[i])->progress;
          g_assert_cmpuint (derivation->terms->len > 0, ==, !isnan (want));
          if (isnan (want))
            continue;
          assert_near (sum, want);
          assert_near (shares, 1.0);
        }
    }
}

static void
test_cycle (void)
{
  g_autoptr (SlStore) store = builder_new ();
  fill_goals (store);
  builder_add (store, SL_KIND_GOAL_PARENT, SL_GOAL_PARENT_GOAL, "@launch", SL_GOAL_PARENT_PARENT,
               "@build", -1);
  builder_set (store, builder_find (store, "build"), SL_GOAL_PROGRESS, NULL);
  g_autoptr (SlGoalProgress) progress = compute (store);
  const SlGoalState *state = state_of (store, progress, "launch");
  g_assert_true (state->in_cycle);
  assert_near (state->progress, NAN);
  g_autofree char *text = sl_goal_progress_explain (progress, state->id);
  g_assert_nonnull (strstr (text, "Not counted: “shared” (part of itself)"));
}

static void
test_empty_plan (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlGoalProgress) progress = compute (store);
  g_assert_null (sl_goal_progress_get (progress, 1));
  g_autofree char *text = sl_goal_progress_explain (progress, 1);
  g_assert_cmpstr (text, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/goal-state/states", test_states);
  g_test_add_func ("/core/goal-state/own-and-status", test_own_and_status);
  g_test_add_func ("/core/goal-state/kpis", test_kpis);
  g_test_add_func ("/core/goal-state/kpi-first-value", test_kpi_first_value);
  g_test_add_func ("/core/goal-state/tasks", test_tasks);
  g_test_add_func ("/core/goal-state/parts", test_parts);
  g_test_add_func ("/core/goal-state/own-over-parts", test_own_over_parts);
  g_test_add_func ("/core/goal-state/derivation-adds-up", test_derivation_adds_up);
  g_test_add_func ("/core/goal-state/cycle", test_cycle);
  g_test_add_func ("/core/goal-state/empty-plan", test_empty_plan);
  return g_test_run ();
}
