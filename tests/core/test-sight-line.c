/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The line of sight of single records: the way up, what is below, what is missing; and that it says
 * the same as the distances that findings rest on. */

#include "config.h"

#include "analysis/sl-sight-line.h"
#include "base/sl-id.h"
#include "large-plan.h"
#include "plan-builder.h"

#include <string.h>

static SlFacts *
facts_of (SlStore *store)
{
  return sl_facts_new (sl_store_get_snapshot (store), LARGE_PLAN_TODAY);
}

static SlStore *
plan_new (void)
{
  SlStore *store = builder_new ();

  builder_set (store, sl_snapshot_project_id (sl_store_get_snapshot (store)), SL_PROJECT_VISION,
               "Quiet homes");
  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Anna", -1);
  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Idle", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Lead", SL_GOAL_LEVEL, "objective", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Sell", SL_GOAL_PARENT, "@Lead", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Train", SL_GOAL_OWNER, "@Anna", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Loose", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Old", SL_GOAL_STATUS, "dropped", -1);
  builder_add (store, SL_KIND_GOAL_LINK, SL_GOAL_LINK_SOURCE, "@Train", SL_GOAL_LINK_TARGET,
               "@Sell", SL_GOAL_LINK_STRENGTH, "60", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Course", SL_TASK_GOAL, "@Train", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Book room", SL_TASK_PARENT, "@Course",
               SL_TASK_OWNER, "@Anna", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Errand", SL_TASK_OWNER, "@Anna", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Leftover", SL_TASK_GOAL, "@Old", -1);
  builder_add (store, SL_KIND_KPI, SL_KPI_TITLE, "Visits", SL_KPI_GOAL, "@Sell", -1);
  builder_add (store, SL_KIND_BUDGET, SL_BUDGET_TITLE, "Rent", SL_BUDGET_ITEM, "@Book room", -1);
  return store;
}

/* "how title; how title", with a dot for each depth. */
static char *
say (const GArray *steps)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const SlSightStep *step = &g_array_index (steps, SlSightStep, i);

      g_string_append (out, i > 0 ? "; " : "");
      for (guint d = 0; d < step->depth; d++)
        g_string_append_c (out, '.');
      g_string_append_printf (out, "%s %s", step->how, step->title);
    }
  return g_string_free (out, FALSE);
}

static void
assert_line (SlStore *store, const char *title, const char *up, const char *below, const char *gap)
{
  g_autoptr (SlFacts) facts = facts_of (store);
  g_autoptr (SlSightLine) line = sl_sight_line_new (facts, builder_find (store, title), 100);
  g_autofree char *up_said = say (line->up);
  g_autofree char *below_said = say (line->below);

  g_assert_cmpstr (up_said, ==, up);
  g_assert_cmpstr (below_said, ==, below);
  if (gap == NULL)
    g_assert_cmpstr (line->gap, ==, NULL);
  else
    g_assert_nonnull (strstr (line->gap, gap));
}

static void
test_up_and_down (void)
{
  g_autoptr (SlStore) store = plan_new ();

  assert_line (store, "Rent",
               "For Book room; part of Course; works for Train; helps (+60) Sell; part of Lead; "
               "an objective for Quiet homes",
               "", NULL);
  assert_line (store, "Visits", "Goal Sell; part of Lead; an objective for Quiet homes", "", NULL);
  assert_line (store, "Sell", "part of Lead; an objective for Quiet homes",
               "helps (+60) Train; .works for it Course; ..part Book room; ...pays for it Rent; "
               "measures it Visits",
               NULL);
  assert_line (store, "Launch", "",
               "objective Lead; .part Sell; ..helps (+60) Train; ...works for it Course; ....part "
               "Book room; .....pays for it Rent; ..measures it Visits",
               NULL);
}

static void
test_gaps (void)
{
  g_autoptr (SlStore) store = plan_new ();

  assert_line (store, "Loose", "", "", "“Loose” serves no objective");
  assert_line (store, "Errand", "", "", "“Errand” names no goal");
  assert_line (store, "Leftover", "works for Old", "", "ends at “Old”, which is closed");
  builder_set (store, sl_snapshot_project_id (sl_store_get_snapshot (store)), SL_PROJECT_VISION,
               "");
  assert_line (store, "Sell", "part of Lead; an objective for Launch",
               "helps (+60) Train; .works for it Course; ..part Book room; ...pays for it Rent; "
               "measures it Visits",
               "No vision is written down yet");
}

static void
test_parties (void)
{
  g_autoptr (SlStore) store = plan_new ();

  assert_line (store, "Idle", "", "", "“Idle” answers for nothing yet");
  assert_line (store, "Anna", "",
               "answers for Train; .helps (+60) Sell; ..part of Lead; ...an objective for Quiet "
               "homes; answers for Book room; .part of Course; ..works for Train; ...helps (+60) "
               "Sell; ....part of Lead; .....an objective for Quiet homes; answers for; serves no "
               "objective Errand",
               "1 of 3 things it answers for serves no objective");
}

/* A plan in which two goals are part of each other by way of a further parent comes to an end. */
static void
test_circle (void)
{
  g_autoptr (SlStore) store = plan_new ();

  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Inner", SL_GOAL_PARENT, "@Loose", -1);
  builder_add (store, SL_KIND_GOAL_PARENT, SL_GOAL_PARENT_GOAL, "@Loose", SL_GOAL_PARENT_PARENT,
               "@Inner", -1);
  assert_line (store, "Loose", "", "part Inner", "serves no objective");
  assert_line (store, "Inner", "part of Loose", "also part Loose", "ends at “Loose”");
}

/* Of any plan: who has a way by the facts reaches the vision in as many steps. */
static void
test_large (void)
{
  g_autoptr (SlStore) store = large_plan_new (400, 30, 800);
  g_autoptr (SlFacts) facts = facts_of (store);
  guint n_reaching = 0;

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];
      g_autoptr (SlSightLine) line = sl_sight_line_new (facts, goal->id, 5);

      g_assert_cmpuint (line->below->len, <=, 5);
      g_assert_cmpuint (line->below->len, <=, line->n_below);
      if (!goal->active)
        continue;
      g_assert_cmpint (line->reaches, ==, goal->distance >= 0);
      if (line->reaches)
        g_assert_cmpint (line->up->len, ==, goal->distance + 1);
      n_reaching += line->reaches;
    }
  g_assert_cmpuint (n_reaching, >, 20);
  for (guint i = 0; i < facts->n_tasks; i++)
    {
      const SlFactTask *task = &facts->tasks[i];
      g_autoptr (SlSightLine) line = sl_sight_line_new (facts, task->id, 5);

      g_assert_cmpint (line->reaches, ==,
                       task->goal >= 0 && facts->goals[task->goal].active
                           && facts->goals[task->goal].distance >= 0);
      g_assert_cmpint (line->reaches, ==,
                       line->gap == NULL || strstr (line->gap, "vision") != NULL);
    }
  g_assert_null (sl_sight_line_new (facts, 12345, 5));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/sight-line/up-and-down", test_up_and_down);
  g_test_add_func ("/core/sight-line/gaps", test_gaps);
  g_test_add_func ("/core/sight-line/parties", test_parties);
  g_test_add_func ("/core/sight-line/circle", test_circle);
  g_test_add_func ("/core/sight-line/large", test_large);
  return g_test_run ();
}
