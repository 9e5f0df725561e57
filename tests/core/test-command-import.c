/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole plans and lists as one step: what is taken, what is left out, what is refused. */

#include "config.h"

#include "base/sl-error.h"
#include "base/sl-id.h"
#include "command-fixture.h"

#define NO_PROJECT "@a{sv} {}"
#define NO_LINKS "@a(uuidb) []"
#define NO_RESOURCES "@as []"
#define NO_ALLOCATIONS "@a(uud) []"
#define NO_BASELINES "@a(uixx) []"
#define NO_DAYS_OFF "@a(xsbb) []"

/* Items alone. */
static GVariant *
items (const char *list)
{
  return command_params ("('list.csv', " NO_PROJECT ", %s, " NO_LINKS ", " NO_RESOURCES
                         ", " NO_ALLOCATIONS ", " NO_BASELINES ", " NO_DAYS_OFF ")",
                         list);
}

static void
test_import_plan (CommandFixture *fixture, gconstpointer data)
{
  command_run (
      fixture, "plan.import",
      command_params (
          "('plan.xml', {'title': <'Imported'>, 'work_week': <int64 63>}, "
          "[{'type': <'task'>, 'title': <'phase'>, 'start': <'2026-03-16'>},"
          " {'type': <'task'>, 'parent': <0>, 'title': <'build'>, 'owner': <'Anna'>,"
          "  'start': <'2026-03-16'>, 'due': <'2026-03-20'>, 'measure': <'none'>},"
          " {'type': <'milestone'>, 'parent': <0>, 'title': <'stage'>},"
          " {'type': <'task'>, 'parent': <2>, 'title': <'test'>},"
          " {'type': <'task'>, 'parent': <0>, 'title': <'unwanted'>, 'skip': <true>},"
          " {'type': <'milestone'>, 'parent': <4>, 'title': <'gate'>, 'due': <'2026-04-01'>}],"
          "[(uint32 1, uint32 3, 0, 1.5, false), (uint32 3, uint32 1, 0, 0.0, false),"
          " (uint32 1, uint32 4, 0, 0.0, false), (uint32 3, uint32 3, 0, 0.0, false),"
          " (uint32 3, uint32 99, 0, 0.0, false)],"
          "['sales', 'Bob'], [(uint32 1, uint32 0, 0.5), (uint32 4, uint32 1, 1.0),"
          " (uint32 3, uint32 7, 1.0)],"
          "[(uint32 1, 0, int64 20500, int64 20510), (uint32 4, 0, int64 1, int64 2)],"
          "[(int64 20600, 'Holiday', false, false), (int64 20600, 'Again', true, false)])"));
  assert_label (fixture, "Import “plan.xml”");
  SlSnapshot *plan = command_plan (fixture);
  /* the milestone with a part became a task, what stood below the unwanted moved up */
  assert_tree (fixture, SL_KIND_TASK, "phase(build stage(test))");
  SlId phase = command_find (fixture, SL_KIND_TASK, "phase"),
       gate = command_find (fixture, SL_KIND_MILESTONE, "gate");
  g_autofree char *id = sl_id_to_string (phase);
  assert_field (fixture, gate, SL_MILESTONE_PARENT, id);
  assert_field (fixture, sl_snapshot_project_id (plan), SL_PROJECT_TITLE, "Imported");
  assert_field (fixture, sl_snapshot_project_id (plan), SL_PROJECT_WORK_WEEK, "63");
  /* one of the links, no circle; the allocation of what is there; known and new names */
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_DEPENDENCY)), ==, 1);
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_ALLOCATION)), ==, 1);
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_BASELINE)), ==, 1);
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_DAY_OFF)), ==, 1);
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (plan, SL_KIND_PARTY)), ==, 4);
  g_autofree char *anna = sl_id_to_string (command_find (fixture, SL_KIND_PARTY, "Anna"));
  assert_field (fixture, command_find (fixture, SL_KIND_TASK, "build"), SL_TASK_OWNER, anna);
}

static void
test_import_list (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a");
  g_autofree char *list = g_strdup_printf (
      "[{'type': <'party'>, 'title': <'Lab'>}, {'type': <'party'>, 'parent': <0>, "
      "'title': <'Eva'>}, {'type': <'goal'>, 'title': <'top'>, 'owner': <'eva'>},"
      "{'type': <'goal'>, 'parent': <2>, 'title': <'below'>},"
      "{'type': <'task'>, 'parent': <3>, 'title': <'do it'>},"
      "{'type': <'goal'>, 'title': <'A'>, 'duplicate_of': <int64 " ID_FORMAT ">, "
      "'measure': <'sold'>}]",
      a);
  SlId first = command_run (fixture, "plan.import", items (list));
  g_assert_cmpint (first, ==, command_find (fixture, SL_KIND_PARTY, "Lab"));
  assert_tree (fixture, SL_KIND_GOAL, "A(b(c) d) e top(below)");
  assert_tree (fixture, SL_KIND_PARTY, "Sales Production Lab(Eva)");
  assert_field (fixture, a, SL_GOAL_MEASURE, "sold");
  g_autofree char *below = sl_id_to_string (command_goal (fixture, "below"));
  assert_field (fixture, command_find (fixture, SL_KIND_TASK, "do it"), SL_TASK_GOAL, below);
  g_autofree char *eva = sl_id_to_string (command_find (fixture, SL_KIND_PARTY, "Eva"));
  assert_field (fixture, command_goal (fixture, "top"), SL_GOAL_OWNER, eva);
  /* the project had neither title nor tasks; now it keeps what it has */
  command_run (fixture, "project.set", command_params ("('title', <'Mine'>)"));
  command_run_idle (
      fixture, "plan.import",
      command_params ("('x', {'title': <'Other'>, 'work_week': <int64 1>}, @aa{sv} [], " NO_LINKS
                      ", " NO_RESOURCES ", " NO_ALLOCATIONS ", " NO_BASELINES ", " NO_DAYS_OFF
                      ")"));
}

static void
test_import_refused (CommandFixture *fixture, gconstpointer data)
{
  command_refuse (fixture, "plan.import", items ("[{'type': <'rocket'>}]"), SL_ERROR_INVALID,
                  "rocket");
  command_refuse (fixture, "plan.import", items ("[{'type': <'goal'>, 'parent': <0>}]"),
                  SL_ERROR_INVALID, "Item 1 of the import");
  command_refuse (fixture, "plan.import",
                  items ("[{'type': <'goal'>, 'title': <'good'>}, "
                         "{'type': <'goal'>, 'title': <'bad'>, 'progress': <7.0>}]"),
                  SL_ERROR_INVALID, "Item 2, “bad”: ");
}

/* The answers of the first page are a step with a name of their own. */
static void
test_start (CommandFixture *fixture, gconstpointer data)
{
  command_run (fixture, "project.start", items ("[{'type': <'goal'>, 'title': <'Earn more'>}]"));
  g_assert_cmpint (command_find (fixture, SL_KIND_GOAL, "Earn more"), !=, SL_ID_NONE);
  assert_label (fixture, "Start with “list.csv”");
}

int
main (int argc, char **argv)
{
  state_init ();
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/core/command-import/" name, CommandFixture, NULL, command_set_up, function,        \
              command_tear_down)
  ADD ("plan", test_import_plan);
  ADD ("list", test_import_list);
  ADD ("refused", test_import_refused);
  ADD ("start", test_start);
#undef ADD
  int status = g_test_run ();
  state_clear ();
  return status;
}
