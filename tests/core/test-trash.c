/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was deleted comes back as it was: with all below it, its links, and what pointed at it. */

#include "config.h"

#include "base/sl-error.h"
#include "command-fixture.h"

static GPtrArray *
list (CommandFixture *fixture)
{
  return sl_project_list_deleted (fixture->project);
}

static void
delete_goal (CommandFixture *fixture, const char *title)
{
  command_run (fixture, "record.delete",
               command_params ("([int64 " ID_FORMAT "],)", command_goal (fixture, title)));
}

/* Restores what was deleted last but @nth. */
static void
restore (CommandFixture *fixture, guint nth)
{
  g_autoptr (GPtrArray) deleted = list (fixture);
  const SlDeleted *item;

  g_assert_cmpuint (deleted->len, >, nth);
  item = g_ptr_array_index (deleted, nth);
  g_assert_cmpint (command_run (fixture, "record.restore", item->params), ==, item->id);
}

static void
test_subtree (CommandFixture *fixture, gconstpointer data)
{
  const SlId b = command_goal (fixture, "b");
  const SlId e = command_goal (fixture, "e");
  const SlId sales = command_find (fixture, SL_KIND_PARTY, "Sales");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GPtrArray) none = list (fixture);
  g_autoptr (GPtrArray) deleted = NULL;
  SlId task;

  g_assert_cmpuint (none->len, ==, 0);
  command_run (
      fixture, "goal.link",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 60, 'why')", b, e));
  command_run (
      fixture, "position.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 2, '')", sales, b));
  task = command_add (fixture, "task", SL_ID_NONE, "Serve b");
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'goal', <int64 " ID_FORMAT ">)", task, b));
  before = state_dump (fixture->project);
  delete_goal (fixture, "b");
  assert_tree (fixture, SL_KIND_GOAL, "a(d) e");
  assert_field (fixture, task, SL_TASK_GOAL, "");

  deleted = list (fixture);
  g_assert_cmpuint (deleted->len, ==, 1);
  const SlDeleted *item = g_ptr_array_index (deleted, 0);
  g_assert_cmpstr (item->title, ==, "b");
  g_assert_cmpint (item->kind, ==, SL_KIND_GOAL);
  g_assert_cmpint (item->at_us, >, 0);
  g_assert_cmpuint (item->n_more, >=, 3); /* c, the link, the position */

  restore (fixture, 0);
  assert_label (fixture, "Restore “b”");
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c) d) e");
  after = state_dump (fixture->project);
  g_assert_cmpstr (after, ==, before);
  g_ptr_array_unref (g_steal_pointer (&deleted));
  deleted = list (fixture);
  g_assert_cmpuint (deleted->len, ==, 0);
}

/* What it stood in is gone: it stands alone. What it needs is gone: it stays away. */
static void
test_alone (CommandFixture *fixture, gconstpointer data)
{
  const SlId d = command_goal (fixture, "d");
  const SlId e = command_goal (fixture, "e");

  command_run (fixture, "goal.link",
               command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 60, '')", d, e));
  delete_goal (fixture, "d");
  delete_goal (fixture, "a");
  delete_goal (fixture, "e");
  restore (fixture, 2);
  assert_tree (fixture, SL_KIND_GOAL, "d");
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (command_plan (fixture), SL_KIND_GOAL_LINK)),
                    ==, 0);
  restore (fixture, 1);
  restore (fixture, 0);
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (command_plan (fixture), SL_KIND_GOAL)), ==,
                    5);
}

/* Several at once are several, and a step that was taken back deleted nothing. */
static void
test_list (CommandFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) two = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GError) error = NULL;
  const SlId party = command_find (fixture, SL_KIND_PARTY, "Sales");

  command_run (fixture, "record.delete",
               command_params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)",
                               command_goal (fixture, "b"), command_goal (fixture, "e")));
  two = list (fixture);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_true (sl_project_undo (fixture->project, &error));
  none = list (fixture);
  g_assert_cmpuint (none->len, ==, 0);
  command_run (fixture, "record.delete", command_params ("([int64 " ID_FORMAT "],)", party));
  restore (fixture, 0);
  g_assert_cmpint (command_find (fixture, SL_KIND_PARTY, "Sales"), ==, party);
}

static void
test_refused (CommandFixture *fixture, gconstpointer data)
{
  command_refuse (fixture, "record.restore",
                  command_params ("([('spoon', int64 7, @a{sv} {})], @a(xsx) [])"),
                  SL_ERROR_INVALID, "spoon");
  command_run_idle (fixture, "record.restore", command_params ("(@a(sxa{sv}) [], @a(xsx) [])"));
  /* It is there. */
  command_run_idle (fixture, "record.restore",
                    command_params ("([('goal', int64 " ID_FORMAT ", {'title': <'x'>})], "
                                    "@a(xsx) [])",
                                    command_goal (fixture, "a")));
}

int
main (int argc, char **argv)
{
  state_init ();
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/core/trash/" name, CommandFixture, NULL, command_set_up, function,                 \
              command_tear_down)
  ADD ("subtree", test_subtree);
  ADD ("alone", test_alone);
  ADD ("list", test_list);
  ADD ("refused", test_refused);
#undef ADD
  int status = g_test_run ();
  state_clear ();
  return status;
}
