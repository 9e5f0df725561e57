/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every command once in the way that it is meant, done, undone and done again, and in the ways that
 * it must refuse. What imports do stands in test-command-import.c. */

#include "config.h"

#include "base/sl-date.h"
#include "base/sl-error.h"
#include "base/sl-id.h"
#include "command-fixture.h"

#include <string.h>

static void
test_registry (void)
{
  guint n = 0;
  const char *const labels_of_two[] = { "%1$s", NULL };
  for (; sl_command_all ()[n] != NULL; n++)
    {
      const SlCommand *command = sl_command_all ()[n];
      g_assert_true (sl_command_by_id (command->id) == command);
      g_assert_true (g_variant_type_string_is_valid (command->params));
      g_assert_cmpint (command->params[0], ==, '(');
      g_assert_true (strstr (command->label, "“%s”") != NULL
                     || strstr (command->label, labels_of_two[0]) != NULL);
    }
  g_assert_cmpuint (n, >=, 24);
  g_assert_null (sl_command_by_id ("record.explode"));
}

static void
test_values (void)
{
  const SlValue values[]
      = { sl_value_int (-5), sl_value_real (0.1), sl_value_text ("a “b”"), SL_VALUE_INIT };
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_auto (SlValue) original = values[i];
      g_autoptr (GVariant) variant = g_variant_ref_sink (sl_value_to_variant (&original));
      g_autoptr (GVariant) wrapped = g_variant_ref_sink (g_variant_new_variant (variant));
      g_auto (SlValue) read = SL_VALUE_INIT;
      g_auto (SlValue) unwrapped = SL_VALUE_INIT;
      g_assert_true (sl_value_from_variant (variant, &read));
      g_assert_true (sl_value_equal (&original, &read));
      g_assert_true (sl_value_from_variant (wrapped, &unwrapped));
      g_assert_true (sl_value_equal (&original, &unwrapped));
    }
  static const char *const ones[] = { "true", "byte 1", "int16 1", "uint16 1", "1", "uint32 1" };
  for (guint i = 0; i < G_N_ELEMENTS (ones); i++)
    {
      g_autoptr (GVariant) variant = g_variant_parse (NULL, ones[i], NULL, NULL, NULL);
      SlValue read = SL_VALUE_INIT;
      g_assert_true (sl_value_from_variant (variant, &read));
      g_assert_cmpint (read.type, ==, SL_VALUE_INT);
      g_assert_cmpint (read.i, ==, 1);
    }
  g_autoptr (GVariant) list = g_variant_parse (NULL, "[1, 2]", NULL, NULL, NULL);
  SlValue none = SL_VALUE_INIT;
  g_assert_false (sl_value_from_variant (list, &none));
}

static void
test_add (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a"), b = command_goal (fixture, "b");
  SlId first = command_run (
      fixture, "record.add",
      command_params ("('goal', int64 " ID_FORMAT ", int64 0, {'title': <'  first\\n'>, "
                      "'due': <'2026-03-15'>, 'weight': <3>, 'shared': <true>})",
                      a));
  assert_tree (fixture, SL_KIND_GOAL, "a(  first  b(c) d) e");
  assert_label (fixture, "Add “  first ”");
  assert_field (fixture, first, SL_GOAL_DUE, "2026-03-15");
  assert_field (fixture, first, SL_GOAL_WEIGHT, "3");
  assert_field (fixture, first, SL_GOAL_SHARED, "1");
  command_run (fixture, "record.add",
               command_params (
                   "('goal', int64 " ID_FORMAT ", int64 " ID_FORMAT ", {'title': <'x'>})", a, b));
  assert_tree (fixture, SL_KIND_GOAL, "a(  first  b(c) x d) e");

  command_refuse (fixture, "record.add", command_params ("('gaol', int64 0, int64 -1, @a{sv} {})"),
                  SL_ERROR_INVALID, "gaol");
  command_refuse (fixture, "record.add",
                  command_params ("('goal', int64 0, int64 -1, {'tilte': <'x'>})"),
                  SL_ERROR_INVALID, "tilte");
  command_refuse (fixture, "record.add",
                  command_params ("('goal', int64 0, int64 -1, {'title': <[1]>})"),
                  SL_ERROR_INVALID, "Title");
  command_refuse (fixture, "record.add",
                  command_params ("('goal', int64 0, int64 -1, {'due': <'soon'>})"),
                  SL_ERROR_INVALID, "soon");
  command_refuse (fixture, "record.add",
                  command_params ("('goal', int64 0, int64 -1, {'due': <int64 99999999>})"),
                  SL_ERROR_INVALID, "Due");
  command_refuse (fixture, "record.add",
                  command_params ("('goal', int64 1099511627776, int64 -1, @a{sv} {})"),
                  SL_ERROR_NOT_FOUND, "Part of");
  command_refuse (fixture, "record.add",
                  command_params ("('goal', int64 0, int64 " ID_FORMAT ", @a{sv} {})", b),
                  SL_ERROR_INVALID, "b");
  command_refuse (fixture, "record.add",
                  command_params ("('position', int64 " ID_FORMAT ", int64 -1, @a{sv} {})", a),
                  SL_ERROR_INVALID, "position");
  command_refuse (fixture, "record.add",
                  command_params ("('position', int64 0, int64 -1, @a{sv} {})"), SL_ERROR_INVALID,
                  "Party");
  command_refuse (fixture, "record.add",
                  command_params ("('project', int64 0, int64 -1, @a{sv} {})"), SL_ERROR_INVALID,
                  "project");
  command_refuse (fixture, "record.add", command_params ("('goal',)"), SL_ERROR_INVALID,
                  "(sxxa{sv})");
}

static void
test_set (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a"), b = command_goal (fixture, "b"),
       e = command_goal (fixture, "e");
  command_run (fixture, "record.set", command_params ("(int64 " ID_FORMAT ", 'title', <'A'>)", a));
  assert_label (fixture, "Change Title of “A”");
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'progress', <0.5>)", a));
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'measure', <'NPS'>)", a));
  command_run (fixture, "record.set", command_params ("(int64 " ID_FORMAT ", 'measure', <''>)", a));
  assert_field (fixture, a, SL_GOAL_MEASURE, "");
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'progress', <()>)", a));
  assert_field (fixture, a, SL_GOAL_PROGRESS, "");
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'parent', <int64 " ID_FORMAT ">)", b, e));
  assert_tree (fixture, SL_KIND_GOAL, "A(d) e(b(c))");
  command_run_idle (
      fixture, "record.set",
      command_params ("(int64 " ID_FORMAT ", 'parent', <int64 " ID_FORMAT ">)", b, e));
  command_run_idle (fixture, "record.set",
                    command_params ("(int64 " ID_FORMAT ", 'title', <'A'>)", a));

  command_refuse (fixture, "record.set", command_params ("(int64 4711, 'title', <'x'>)"),
                  SL_ERROR_NOT_FOUND, "There is no record");
  command_refuse (fixture, "record.set",
                  command_params ("(int64 " ID_FORMAT ", 'shared', <()>)", a), SL_ERROR_INVALID,
                  "Shared");
  command_refuse (fixture, "record.set",
                  command_params ("(int64 " ID_FORMAT ", 'progress', <1.5>)", a), SL_ERROR_INVALID,
                  "150 %");
  command_refuse (fixture, "record.set",
                  command_params ("(int64 " ID_FORMAT ", 'parent', <int64 " ID_FORMAT ">)", e, b),
                  SL_ERROR_CYCLE, "e");
  command_refuse (fixture, "record.set",
                  command_params ("(int64 " ID_FORMAT ", 'owner', <int64 " ID_FORMAT ">)", a, b),
                  SL_ERROR_INVALID, "Owner");
}

static void
test_set_many (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a"), e = command_goal (fixture, "e"),
       sales = command_find (fixture, SL_KIND_PARTY, "Sales");
  command_run (fixture, "record.set-many",
               command_params ("([int64 " ID_FORMAT ", " ID_FORMAT ", " ID_FORMAT
                               "], 'title', <'same'>)",
                               a, e, a));
  assert_label (fixture, "Change Title of “same (+1)”");
  command_run (
      fixture, "record.set-many",
      command_params ("([int64 " ID_FORMAT ", " ID_FORMAT "], 'summary', <'x'>)", a, sales));
  command_run_idle (fixture, "record.set-many", command_params ("(@ax [], 'title', <'x'>)"));
  command_refuse (
      fixture, "record.set-many",
      command_params ("([int64 " ID_FORMAT ", " ID_FORMAT "], 'measure', <'x'>)", a, sales),
      SL_ERROR_INVALID, "measure");
}

static void
test_project_and_sheet (CommandFixture *fixture, gconstpointer data)
{
  command_run (fixture, "project.set", command_params ("('title', <'Launch'>)"));
  command_run (fixture, "project.set", command_params ("('start', <'2026-01-01'>)"));
  command_refuse (fixture, "project.set", command_params ("('work_week', <int64 0>)"),
                  SL_ERROR_INVALID, "Working days");
  command_run (fixture, "sheet.set-headline", command_params ("('goal-tree', 'All is well')"));
  command_run (fixture, "sheet.set-headline",
               command_params ("('goal-tree', 'Nearly all is well')"));
  assert_label (fixture, "Change headline of “goal-tree”");
  command_run (fixture, "sheet.set-headline", command_params ("('goal-tree', '')"));
  command_run_idle (fixture, "sheet.set-headline", command_params ("('goal-tree', '')"));
  command_run_idle (fixture, "sheet.set-headline", command_params ("('timeline', '')"));
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (command_plan (fixture), SL_KIND_SHEET)), ==,
                    1);
  command_refuse (fixture, "sheet.set-headline", command_params ("('', 'x')"), SL_ERROR_INVALID,
                  "Chart");
}

static void
test_delete (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a"), b = command_goal (fixture, "b"),
       e = command_goal (fixture, "e");
  SlId sales = command_find (fixture, SL_KIND_PARTY, "Sales");
  command_run (
      fixture, "position.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 2, '')", sales, b));
  command_run (fixture, "record.delete",
               command_params ("([int64 " ID_FORMAT ", " ID_FORMAT ", " ID_FORMAT "],)", b, a, e));
  assert_label (fixture, "Delete “a (+1)”");
  assert_tree (fixture, SL_KIND_GOAL, "");
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (command_plan (fixture), SL_KIND_POSITION)),
                    ==, 0);
  command_refuse (fixture, "record.delete", command_params ("([int64 " ID_FORMAT "],)", a),
                  SL_ERROR_NOT_FOUND, "There is no record");
  SlId project = sl_snapshot_project_id (command_plan (fixture));
  command_refuse (fixture, "record.delete", command_params ("([int64 " ID_FORMAT "],)", project),
                  SL_ERROR_INVALID, "project");
}

static void
test_duplicate (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a"), c = command_goal (fixture, "c");
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'foreign_id', <'gan:1'>)", a));
  SlId copy = command_run (fixture, "record.duplicate",
                           command_params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", a, c));
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c) d) a(b(c) d) e");
  g_assert_cmpint (copy, !=, a);
  assert_field (fixture, copy, SL_GOAL_FOREIGN_ID, "");
  /* a whole task with its milestone */
  SlId task = command_add (fixture, "task", SL_ID_NONE, "work");
  command_add (fixture, "milestone", task, "gate");
  command_run (fixture, "record.duplicate", command_params ("([int64 " ID_FORMAT "],)", task));
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (command_plan (fixture), SL_KIND_MILESTONE)),
                    ==, 2);
  command_refuse (
      fixture, "record.duplicate",
      command_params ("([int64 " ID_FORMAT "],)", sl_snapshot_project_id (command_plan (fixture))),
      SL_ERROR_INVALID, "project");
}

static void
test_move (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a"), b = command_goal (fixture, "b"),
       c = command_goal (fixture, "c");
  SlId d = command_goal (fixture, "d"), e = command_goal (fixture, "e");
  command_run (fixture, "record.move",
               command_params ("([int64 " ID_FORMAT "], int64 " ID_FORMAT ", int64 0)", e, a));
  assert_tree (fixture, SL_KIND_GOAL, "a(e b(c) d)");
  assert_label (fixture, "Move “e”");
  command_run (fixture, "record.move",
               command_params ("([int64 " ID_FORMAT ", " ID_FORMAT "], int64 0, int64 -1)", b, d));
  assert_tree (fixture, SL_KIND_GOAL, "a(e) b(c) d");
  command_run (fixture, "record.move",
               command_params ("([int64 " ID_FORMAT ", " ID_FORMAT "], int64 " ID_FORMAT
                               ", int64 " ID_FORMAT ")",
                               d, c, a, e));
  assert_tree (fixture, SL_KIND_GOAL, "a(e d c) b");
  /* behind itself and behind one that moves too */
  command_run_idle (fixture, "record.move",
                    command_params ("([int64 " ID_FORMAT ", " ID_FORMAT "], int64 " ID_FORMAT
                                    ", int64 " ID_FORMAT ")",
                                    d, c, a, d));
  command_refuse (fixture, "record.move",
                  command_params ("([int64 " ID_FORMAT "], int64 " ID_FORMAT ", int64 -1)", a, c),
                  SL_ERROR_CYCLE, "a");
  command_refuse (fixture, "record.move",
                  command_params ("([int64 " ID_FORMAT "], int64 4711, int64 -1)", a),
                  SL_ERROR_NOT_FOUND, "There is no record");
  command_refuse (fixture, "record.move",
                  command_params ("([int64 " ID_FORMAT "], int64 0, int64 " ID_FORMAT ")", e, c),
                  SL_ERROR_INVALID, "c");
  command_refuse (fixture, "record.move",
                  command_params ("([int64 " ID_FORMAT "], int64 0, int64 0)",
                                  sl_snapshot_project_id (command_plan (fixture))),
                  SL_ERROR_INVALID, "project");
}

static void
test_indent (CommandFixture *fixture, gconstpointer data)
{
  SlId b = command_goal (fixture, "b"), c = command_goal (fixture, "c"),
       d = command_goal (fixture, "d");
  SlId e = command_goal (fixture, "e"), a = command_goal (fixture, "a");
  command_run (fixture, "tree.indent", command_params ("([int64 " ID_FORMAT "],)", d));
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c d)) e");
  command_run_idle (fixture, "tree.indent", command_params ("([int64 " ID_FORMAT "],)", b));
  command_run (fixture, "tree.outdent",
               command_params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", d, c));
  assert_tree (fixture, SL_KIND_GOAL, "a(b c d) e");
  command_run (fixture, "tree.indent",
               command_params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", d, c));
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c d)) e");
  command_run (fixture, "tree.indent", command_params ("([int64 " ID_FORMAT "],)", e));
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c d) e)");
  /* what stands below another moves with it */
  command_run (fixture, "tree.outdent",
               command_params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", c, b));
  assert_tree (fixture, SL_KIND_GOAL, "a(e) b(c d)");
  assert_label (fixture, "Outdent “b”");
  command_run_idle (fixture, "tree.outdent", command_params ("([int64 " ID_FORMAT "],)", a));
}

static void
test_indent_tasks (CommandFixture *fixture, gconstpointer data)
{
  SlId work = command_add (fixture, "task", SL_ID_NONE, "work");
  SlId gate = command_add (fixture, "milestone", SL_ID_NONE, "gate");
  SlId next = command_add (fixture, "task", SL_ID_NONE, "next");
  command_refuse (fixture, "tree.indent", command_params ("([int64 " ID_FORMAT "],)", next),
                  SL_ERROR_INVALID, "Nothing can stand below “gate”");
  command_run (fixture, "tree.indent", command_params ("([int64 " ID_FORMAT "],)", gate));
  command_run (fixture, "tree.indent", command_params ("([int64 " ID_FORMAT "],)", next));
  g_autofree char *parent = command_field_text (fixture, gate, SL_MILESTONE_PARENT);
  g_autofree char *id = sl_id_to_string (work);
  g_assert_cmpstr (parent, ==, id);
  assert_tree (fixture, SL_KIND_TASK, "work(next)");
  /* past the milestone, its sibling */
  command_run (fixture, "tree.move-up", command_params ("([int64 " ID_FORMAT "],)", next));
  command_run_idle (fixture, "tree.move-up", command_params ("([int64 " ID_FORMAT "],)", next));
  command_run (fixture, "tree.outdent", command_params ("([int64 " ID_FORMAT "],)", gate));
  command_refuse (
      fixture, "record.move",
      command_params ("([int64 " ID_FORMAT "], int64 " ID_FORMAT ", int64 -1)", next, gate),
      SL_ERROR_INVALID, "Part of");
}

static void
test_move_up_and_down (CommandFixture *fixture, gconstpointer data)
{
  for (const char *title = "f\0g\0h\0"; *title != '\0'; title += 2)
    command_add (fixture, "goal", SL_ID_NONE, title);
  SlId f = command_goal (fixture, "f"), g = command_goal (fixture, "g"),
       e = command_goal (fixture, "e");
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c) d) e f g h");
  command_run (fixture, "tree.move-up",
               command_params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", g, f));
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c) d) f g e h");
  command_run (fixture, "tree.move-down",
               command_params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", f, g));
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c) d) e f g h");
  command_run (fixture, "tree.move-down",
               command_params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", f, g));
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c) d) e h f g");
  command_run_idle (fixture, "tree.move-down",
                    command_params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", f, g));
  command_run (fixture, "tree.move-up", command_params ("([int64 " ID_FORMAT "],)", e));
  assert_tree (fixture, SL_KIND_GOAL, "e a(b(c) d) h f g");
  command_run_idle (fixture, "tree.move-up", command_params ("([int64 " ID_FORMAT "],)", e));
  command_refuse (fixture, "tree.move-up", command_params ("([int64 4711],)"), SL_ERROR_NOT_FOUND,
                  "There is no record");
}

static void
test_goals (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a"), c = command_goal (fixture, "c"),
       e = command_goal (fixture, "e");
  command_run (fixture, "goal.add-parent",
               command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ")", c, e));
  assert_label (fixture, "Make “c” part of “e” too");
  command_refuse (fixture, "goal.add-parent",
                  command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ")", c, e),
                  SL_ERROR_INVALID, "“c” is part of “e” already");
  command_refuse (
      fixture, "goal.add-parent",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ")", command_goal (fixture, "b"), a),
      SL_ERROR_INVALID, "“b” is part of “a” already");
  command_refuse (fixture, "goal.add-parent",
                  command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ")", a, c),
                  SL_ERROR_CYCLE, "circle");
  command_refuse (fixture, "goal.add-parent",
                  command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ")", a,
                                  command_find (fixture, SL_KIND_PARTY, "Sales")),
                  SL_ERROR_INVALID, "“Sales” is a party, not a goal");
  command_run (fixture, "goal.remove-parent",
               command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ")", c, e));
  command_refuse (fixture, "goal.remove-parent",
                  command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ")", c, e),
                  SL_ERROR_NOT_FOUND, "no further part");

  command_run (
      fixture, "goal.link",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 -40, 'costs')", a, e));
  command_run (fixture, "goal.link",
               command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 60, '')", a, e));
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (command_plan (fixture), SL_KIND_GOAL_LINK)),
                    ==, 1);
  command_run (fixture, "goal.link",
               command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 0, '')", a, e));
  command_run_idle (
      fixture, "goal.link",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 0, '')", a, e));
  command_refuse (
      fixture, "goal.link",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 101, '')", a, e),
      SL_ERROR_INVALID, "101");
  command_refuse (fixture, "goal.link",
                  command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 20, '')", a, a),
                  SL_ERROR_INVALID, "itself");

  command_run (fixture, "goal.confirm",
               command_params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", a, e));
  assert_field (fixture, a, SL_GOAL_ASSESSED, "2026-03-16");
  command_run_idle (fixture, "goal.confirm",
                    command_params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", a, e));
  command_refuse (
      fixture, "goal.confirm",
      command_params ("([int64 " ID_FORMAT "],)", command_find (fixture, SL_KIND_PARTY, "Sales")),
      SL_ERROR_INVALID, "not a goal");
}

static void
test_check_in (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a");
  SlId e = command_goal (fixture, "e");
  const SlTable *notes;

  command_run (fixture, "goal.check-in",
               command_params ("(int64 " ID_FORMAT ", {'progress': <0.4>, 'confidence': <0.75>}, "
                               "' Steel came late ')",
                               a));
  assert_field (fixture, a, SL_GOAL_PROGRESS, "0.4");
  assert_field (fixture, a, SL_GOAL_CONFIDENCE, "0.75");
  assert_field (fixture, a, SL_GOAL_ASSESSED, "2026-03-16");
  assert_field (fixture, a, SL_GOAL_CLOSED, "");
  assert_label (fixture, "Check in on “a”");
  notes = sl_snapshot_table (command_plan (fixture), SL_KIND_NOTE);
  g_assert_cmpuint (sl_table_n_rows (notes), ==, 1);
  g_assert_cmpstr (sl_table_text (notes, 0, SL_NOTE_TEXT), ==, "Steel came late");
  g_assert_true (sl_table_ref (notes, 0, SL_NOTE_ITEM) == a);

  command_run (fixture, "goal.check-in",
               command_params ("(int64 " ID_FORMAT ", {'status': <int64 2>}, '')", e));
  assert_field (fixture, e, SL_GOAL_STATUS, "done");
  assert_field (fixture, e, SL_GOAL_CLOSED, "2026-03-16");
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (command_plan (fixture), SL_KIND_NOTE)), ==,
                    1);
  command_refuse (fixture, "goal.check-in",
                  command_params ("(int64 " ID_FORMAT ", {'progress': <1.5>}, 'x')", a),
                  SL_ERROR_INVALID, "Progress");
  command_refuse (fixture, "goal.check-in",
                  command_params ("(int64 " ID_FORMAT ", {'colour': <int64 1>}, '')", a),
                  SL_ERROR_INVALID, "colour");
  command_refuse (fixture, "goal.check-in",
                  command_params ("(int64 " ID_FORMAT ", @a{sv} {}, '')",
                                  command_find (fixture, SL_KIND_PARTY, "Sales")),
                  SL_ERROR_INVALID, "not a goal");
}

static void
test_positions (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a"), sales = command_find (fixture, SL_KIND_PARTY, "Sales");
  SlId position = command_run (
      fixture, "position.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 -2, 'said')", sales, a));
  assert_label (fixture, "Set position of “Sales” on “a”");
  assert_field (fixture, position, SL_POSITION_SOURCE, "said");
  assert_field (fixture, position, SL_POSITION_DAY, "2026-03-16");
  /* without a source it stays; with one it changes */
  command_run (
      fixture, "position.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 3, '')", sales, a));
  assert_field (fixture, position, SL_POSITION_SOURCE, "said");
  assert_field (fixture, position, SL_POSITION_VALUE, "3");
  command_run (
      fixture, "position.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 3, 'writing')", sales, a));
  command_run (fixture, "position.set",
               command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 " ID_FORMAT
                               ", '')",
                               sales, a, SL_INT_NULL));
  command_run (
      fixture, "position.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 0, '')", sales, a));
  assert_field (fixture, position, SL_POSITION_SOURCE, "guess");
  command_refuse (
      fixture, "position.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 4, '')", sales, a),
      SL_ERROR_INVALID, "Position");
  command_refuse (
      fixture, "position.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 1, 'rumour')", sales, a),
      SL_ERROR_INVALID, "rumour");
  command_refuse (
      fixture, "position.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 1, '')", a, sales),
      SL_ERROR_INVALID, "not a party");

  command_run (fixture, "priority.set",
               command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 40.0)", sales, a));
  command_run (fixture, "priority.set",
               command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 25.5)", sales, a));
  command_run (fixture, "priority.set",
               command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 0.0)", sales, a));
  command_refuse (fixture, "priority.set",
                  command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 101.0)", sales, a),
                  SL_ERROR_INVALID, "Points");
}

/* Many cells are one step; a wrong one among them changes nothing. */
static void
test_position_block (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a"), b = command_goal (fixture, "b");
  SlId sales = command_find (fixture, SL_KIND_PARTY, "Sales");
  SlId position = command_run (
      fixture, "position.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 -2, 'said')", sales, a));
  command_run (fixture, "position.set-many",
               command_params ("([(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 2), (" ID_FORMAT
                               ", " ID_FORMAT ", -1)], 'writing')",
                               sales, a, sales, b));
  assert_label (fixture, "Set positions on “a (+1)”");
  assert_field (fixture, position, SL_POSITION_VALUE, "2");
  assert_field (fixture, position, SL_POSITION_SOURCE, "writing");
  command_refuse (fixture, "position.set-many",
                  command_params ("([(int64 " ID_FORMAT ", int64 " ID_FORMAT
                                  ", int64 1), (" ID_FORMAT ", " ID_FORMAT ", 4)], '')",
                                  sales, a, sales, b),
                  SL_ERROR_INVALID, "Position");
  assert_field (fixture, position, SL_POSITION_VALUE, "2");
}

static guint
count_roles (CommandFixture *fixture)
{
  return sl_table_n_rows (sl_snapshot_table (command_plan (fixture), SL_KIND_ROLE));
}

/* A cell has the letters that were set last; several cells are one step. */
static void
test_roles (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a"), b = command_goal (fixture, "b");
  SlId sales = command_find (fixture, SL_KIND_PARTY, "Sales");
  guint before = count_roles (fixture);
  command_run (fixture, "role.set",
               command_params ("([(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'AR')],)", a, sales));
  assert_label (fixture, "Set roles in “a”");
  g_assert_cmpuint (count_roles (fixture), ==, before + 2);
  command_run (fixture, "role.set",
               command_params ("([(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'c'), (" ID_FORMAT
                               ", " ID_FORMAT ", 'I')],)",
                               a, sales, b, sales));
  assert_label (fixture, "Set roles in “a (+1)”");
  g_assert_cmpuint (count_roles (fixture), ==, before + 2);
  command_run (fixture, "role.set",
               command_params ("([(int64 " ID_FORMAT ", int64 " ID_FORMAT ", '')],)", a, sales));
  g_assert_cmpuint (count_roles (fixture), ==, before + 1);
  command_refuse (fixture, "role.set",
                  command_params ("([(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'B')],)", a, sales),
                  SL_ERROR_INVALID, "“B”");
  command_refuse (
      fixture, "role.set",
      command_params ("([(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'R')],)", sales, sales),
      SL_ERROR_INVALID, "Roles are given for goals");
  command_refuse (fixture, "role.set",
                  command_params ("([(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'R')],)", a, b),
                  SL_ERROR_INVALID, "not a party");
}

static void
test_place (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a"), sales = command_find (fixture, SL_KIND_PARTY, "Sales");
  command_run (fixture, "party.place", command_params ("(int64 " ID_FORMAT ", 7.5, 2.0)", sales));
  assert_label (fixture, "Set power and interest of “Sales”");
  assert_field (fixture, sales, SL_PARTY_POWER, "7.5");
  assert_field (fixture, sales, SL_PARTY_INTEREST, "2");
  command_refuse (fixture, "party.place",
                  command_params ("(int64 " ID_FORMAT ", 7.5, 11.0)", sales), SL_ERROR_INVALID,
                  "Interest");
  command_refuse (fixture, "party.place", command_params ("(int64 " ID_FORMAT ", 1.0, 1.0)", a),
                  SL_ERROR_INVALID, "not a party");
}

/* A task about a party: who owns the goal does it, and the party is asked. */
static void
test_plan_task (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a"), sales = command_find (fixture, SL_KIND_PARTY, "Sales");
  guint before = count_roles (fixture);
  SlId task = command_run (fixture, "party.plan-task",
                           command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT
                                           ", 'Ask Sales', int64 20600)",
                                           sales, a));
  assert_label (fixture, "Plan “Ask Sales”");
  assert_field (fixture, task, SL_TASK_DUE, "2026-05-27");
  g_assert_cmpuint (count_roles (fixture), ==, before + 1);
  command_refuse (
      fixture, "party.plan-task",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'x', int64 20600)", a, a),
      SL_ERROR_INVALID, "not a party");
}

/* A ranking is one step; a goal that gets nothing has no record. */
static void
test_priorities (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a"), b = command_goal (fixture, "b");
  SlId sales = command_find (fixture, SL_KIND_PARTY, "Sales");
  SlId points = command_run (
      fixture, "priority.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 100.0)", sales, a));
  command_run (fixture, "priority.set-many",
               command_params ("(int64 " ID_FORMAT ", [(int64 " ID_FORMAT ", 40.0), (" ID_FORMAT
                               ", 60.0)])",
                               sales, a, b));
  assert_label (fixture, "Set priorities of “Sales”");
  assert_field (fixture, points, SL_PRIORITY_POINTS, "40");
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (sl_project_get_snapshot (fixture->project),
                                                        SL_KIND_PRIORITY)),
                    ==, 2);
  command_run (fixture, "priority.set-many",
               command_params ("(int64 " ID_FORMAT ", [(int64 " ID_FORMAT ", 0.0)])", sales, b));
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (sl_project_get_snapshot (fixture->project),
                                                        SL_KIND_PRIORITY)),
                    ==, 1);
  command_refuse (fixture, "priority.set-many",
                  command_params ("(int64 " ID_FORMAT ", [(int64 " ID_FORMAT ", 20.0), (" ID_FORMAT
                                  ", 101.0)])",
                                  sales, a, b),
                  SL_ERROR_INVALID, "Points");
  assert_field (fixture, points, SL_PRIORITY_POINTS, "40");
  command_refuse (fixture, "priority.set-many",
                  command_params ("(int64 " ID_FORMAT ", @a(xd) [])", a), SL_ERROR_INVALID,
                  "not a party");
}

static void
test_dependencies (CommandFixture *fixture, gconstpointer data)
{
  SlId x = command_add (fixture, "task", SL_ID_NONE, "x"),
       y = command_add (fixture, "task", SL_ID_NONE, "y");
  SlId sales = command_find (fixture, SL_KIND_PARTY, "Sales");
  command_run (
      fixture, "dependency.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'fs', 0.0, false)", x, y));
  assert_label (fixture, "Change what “y” waits for: “x”");
  command_run (
      fixture, "dependency.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'ss', -2.5, true)", x, y));
  command_refuse (
      fixture, "dependency.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'fs', 0.0, false)", y, x),
      SL_ERROR_CYCLE, "circle");
  command_refuse (
      fixture, "dependency.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'xx', 0.0, false)", x, y),
      SL_ERROR_INVALID, "xx");
  command_refuse (
      fixture, "dependency.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'fs', 1e9, false)", x, y),
      SL_ERROR_INVALID, "Lag");
  command_refuse (
      fixture, "dependency.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'fs', 0.0, false)", x, sales),
      SL_ERROR_INVALID, "After");
  command_run (fixture, "dependency.set",
               command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", '', 0.0, false)", x, y));
  command_run_idle (
      fixture, "dependency.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", '', 0.0, false)", x, y));

  command_run (fixture, "allocation.set",
               command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 0.5)", x, sales));
  command_run (fixture, "allocation.set",
               command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 1.0)", x, sales));
  command_run (fixture, "allocation.set",
               command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 0.0)", x, sales));
  command_refuse (fixture, "allocation.set",
                  command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", -1.0)", x, sales),
                  SL_ERROR_INVALID, "Share of the day");
}

static void
test_dates (CommandFixture *fixture, gconstpointer data)
{
  SlId all = command_add (fixture, "task", SL_ID_NONE, "all"),
       part = command_add (fixture, "task", all, "part");
  SlId gate = command_add (fixture, "milestone", part, "gate"), a = command_goal (fixture, "a");
  gint64 monday = sl_day_from_ymd (2026, 3, 16);
  command_run (fixture, "item.resize",
               command_params ("(int64 " ID_FORMAT ", int64 %d, int64 %d)", part, (int)monday,
                               (int)monday + 4));
  assert_label (fixture, "Change dates of “part”");
  command_run (fixture, "item.resize",
               command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 %d)", gate,
                               SL_INT_NULL, (int)monday + 4));
  command_run (fixture, "item.resize",
               command_params ("(int64 " ID_FORMAT ", int64 %d, int64 %d)", a, (int)monday,
                               (int)monday + 90));
  /* the whole with its parts, each once though one is named too */
  command_run (
      fixture, "item.shift",
      command_params ("([int64 " ID_FORMAT ", " ID_FORMAT ", " ID_FORMAT "], 7)", all, part, a));
  assert_label (fixture, "Shift “all (+2)”");
  assert_field (fixture, part, SL_TASK_START, "2026-03-23");
  assert_field (fixture, part, SL_TASK_DUE, "2026-03-27");
  assert_field (fixture, gate, SL_MILESTONE_DUE, "2026-03-27");
  assert_field (fixture, all, SL_TASK_START, "");
  assert_field (fixture, a, SL_GOAL_START, "2026-03-23");
  command_run_idle (fixture, "item.shift", command_params ("([int64 " ID_FORMAT "], 0)", part));
  command_run_idle (fixture, "item.shift",
                    command_params ("([int64 " ID_FORMAT "], 5)", command_goal (fixture, "e")));
  /* a task that says how long it takes says so of its new dates */
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'duration', <5.0>)", part));
  command_run (fixture, "item.resize",
               command_params ("(int64 " ID_FORMAT ", int64 %d, int64 %d)", part, (int)monday,
                               (int)monday + 8));
  assert_field (fixture, part, SL_TASK_DURATION, "7");
  command_refuse (fixture, "item.resize",
                  command_params ("(int64 " ID_FORMAT ", int64 %d, int64 %d)", part, (int)monday,
                                  (int)monday - 1),
                  SL_ERROR_INVALID, "“part” would end before it starts");
  command_refuse (fixture, "item.shift", command_params ("([int64 " ID_FORMAT "], 999999)", part),
                  SL_ERROR_INVALID, "Start");
  command_refuse (
      fixture, "item.shift",
      command_params ("([int64 " ID_FORMAT "], 1)", command_find (fixture, SL_KIND_PARTY, "Sales")),
      SL_ERROR_INVALID, "no place in time");
}

static void
test_owner (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a"), e = command_goal (fixture, "e");
  guint n = sl_table_n_rows (sl_snapshot_table (command_plan (fixture), SL_KIND_PARTY));
  command_run (fixture, "owner.set-by-name",
               command_params ("([int64 " ID_FORMAT ", " ID_FORMAT "], '  SALES ')", a, e));
  assert_label (fixture, "Change Owner of “a (+1)”");
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (command_plan (fixture), SL_KIND_PARTY)), ==,
                    n);
  command_run (fixture, "owner.set-by-name",
               command_params ("([int64 " ID_FORMAT "], ' Jürgen Groß ')", a));
  SlId person = command_find (fixture, SL_KIND_PARTY, "Jürgen Groß");
  assert_field (fixture, person, SL_PARTY_TYPE, "person");
  command_run_idle (fixture, "owner.set-by-name",
                    command_params ("([int64 " ID_FORMAT "], 'JÜRGEN GROSS')", a));
  command_run (fixture, "owner.set-by-name", command_params ("([int64 " ID_FORMAT "], '')", a));
  assert_field (fixture, a, SL_GOAL_OWNER, "");
  command_refuse (fixture, "owner.set-by-name",
                  command_params ("([int64 " ID_FORMAT "], 'x')", person), SL_ERROR_INVALID,
                  "belong to nobody");
}

int
main (int argc, char **argv)
{
  state_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/command/registry", test_registry);
  g_test_add_func ("/core/command/values", test_values);
#define ADD(name, function)                                                                        \
  g_test_add ("/core/command/" name, CommandFixture, NULL, command_set_up, function,               \
              command_tear_down)
  ADD ("add", test_add);
  ADD ("set", test_set);
  ADD ("set-many", test_set_many);
  ADD ("project-and-sheet", test_project_and_sheet);
  ADD ("delete", test_delete);
  ADD ("duplicate", test_duplicate);
  ADD ("move", test_move);
  ADD ("indent", test_indent);
  ADD ("indent-tasks", test_indent_tasks);
  ADD ("move-up-and-down", test_move_up_and_down);
  ADD ("goals", test_goals);
  ADD ("check-in", test_check_in);
  ADD ("positions", test_positions);
  ADD ("position-block", test_position_block);
  ADD ("roles", test_roles);
  ADD ("place", test_place);
  ADD ("plan-task", test_plan_task);
  ADD ("priorities", test_priorities);
  ADD ("dependencies", test_dependencies);
  ADD ("dates", test_dates);
  ADD ("owner", test_owner);
#undef ADD
  int status = g_test_run ();
  state_clear ();
  return status;
}
