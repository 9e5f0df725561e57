/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every command once in the way that it is meant, done, undone and done again, and in the ways that
 * it must refuse. */

#include "config.h"

#include "base/sl-date.h"
#include "base/sl-error.h"
#include "base/sl-id.h"
#include "state-fixture.h"

#include <math.h>
#include <string.h>

#define ID_FORMAT "%" G_GINT64_FORMAT

typedef struct
{
  SlProject *project;
} Fixture;

static SlSnapshot *
plan_of (Fixture *fixture)
{
  return sl_project_get_snapshot (fixture->project);
}

/* Runs a command and takes it back and forth. */
static SlId
run (Fixture *fixture, const char *command, GVariant *params)
{
  g_autofree char *before = state_dump (fixture->project);
  g_autoptr (GError) error = NULL;
  SlId id = SL_ID_NONE;
  sl_project_run (fixture->project, command, params, &id, &error);
  g_assert_no_error (error);
  g_autofree char *after = state_dump (fixture->project);
  g_assert_cmpstr (after, !=, before);
  sl_project_undo (fixture->project, &error);
  g_assert_no_error (error);
  g_autofree char *undone = state_dump (fixture->project);
  g_assert_cmpstr (undone, ==, before);
  sl_project_redo (fixture->project, &error);
  g_assert_no_error (error);
  g_autofree char *redone = state_dump (fixture->project);
  g_assert_cmpstr (redone, ==, after);
  return id;
}

/* Runs a command that has nothing to do. */
static void
run_idle (Fixture *fixture, const char *command, GVariant *params)
{
  g_autofree char *before = state_dump (fixture->project);
  g_autoptr (GError) error = NULL;
  sl_project_run (fixture->project, command, params, NULL, &error);
  g_assert_no_error (error);
  g_autofree char *after = state_dump (fixture->project);
  g_assert_cmpstr (after, ==, before);
}

/* Runs a command that must be refused, with a sentence that says @part. */
static void
refuse (Fixture *fixture, const char *command, GVariant *params, int code, const char *part)
{
  g_autofree char *before = state_dump (fixture->project);
  g_autofree char *label = sl_project_get_undo_label (fixture->project);
  g_autoptr (GError) error = NULL;
  g_assert_false (sl_project_run (fixture->project, command, params, NULL, &error));
  g_assert_error (error, SL_ERROR, code);
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_autofree char *after = state_dump (fixture->project);
  g_assert_cmpstr (after, ==, before);
  g_autofree char *label_after = sl_project_get_undo_label (fixture->project);
  g_assert_cmpstr (label_after, ==, label);
}

static void
assert_label (Fixture *fixture, const char *want)
{
  g_autofree char *label = sl_project_get_undo_label (fixture->project);
  g_assert_cmpstr (label, ==, want);
}

/* The record of @kind with that title. */
static SlId
find (Fixture *fixture, SlKindId kind, const char *title)
{
  const SlTable *table = sl_snapshot_table (plan_of (fixture), kind);
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId id = sl_table_id (table, row);
      if (strcmp (sl_snapshot_title (plan_of (fixture), id), title) == 0)
        return id;
    }
  g_error ("no %s “%s”", sl_kind (kind)->name, title);
}

static SlId
goal (Fixture *fixture, const char *title)
{
  return find (fixture, SL_KIND_GOAL, title);
}

/* A field as files write it; "" if it is unset. */
static char *
field_text (Fixture *fixture, SlId id, guint field)
{
  SlKindId kind;
  guint row;
  g_assert_true (sl_snapshot_find (plan_of (fixture), id, &kind, &row));
  g_auto (SlValue) value = sl_table_value (sl_snapshot_table (plan_of (fixture), kind), row, field);
  return sl_field_format (&sl_kind (kind)->fields[field], &value);
}

static void
assert_field (Fixture *fixture, SlId id, guint field, const char *want)
{
  g_autofree char *got = field_text (fixture, id, field);
  g_assert_cmpstr (got, ==, want);
}

static void
append_tree (Fixture *fixture, SlKindId kind, SlId parent, GString *out)
{
  guint n;
  const SlId *children = sl_snapshot_children (plan_of (fixture), kind, parent, &n);
  for (guint i = 0; i < n; i++)
    {
      g_string_append_printf (out, "%s%s", i > 0 ? " " : "",
                              sl_snapshot_title (plan_of (fixture), children[i]));
      guint n_below;
      sl_snapshot_children (plan_of (fixture), kind, children[i], &n_below);
      if (n_below == 0)
        continue;
      g_string_append_c (out, '(');
      append_tree (fixture, kind, children[i], out);
      g_string_append_c (out, ')');
    }
}

/* "a(b c) d" */
static void
assert_tree (Fixture *fixture, SlKindId kind, const char *want)
{
  g_autoptr (GString) out = g_string_new (NULL);
  append_tree (fixture, kind, SL_ID_NONE, out);
  g_assert_cmpstr (out->str, ==, want);
}

/* A variant in text form, ids as numbers. */
static GVariant *params (const char *format, ...) G_GNUC_PRINTF (1, 2);

static GVariant *
params (const char *format, ...)
{
  va_list args;
  va_start (args, format);
  g_autofree char *text = g_strdup_vprintf (format, args);
  va_end (args);
  g_autoptr (GError) error = NULL;
  GVariant *variant = g_variant_parse (NULL, text, NULL, NULL, &error);
  g_assert_no_error (error);
  return variant;
}

static SlId
add (Fixture *fixture, const char *kind, SlId parent, const char *title)
{
  return run (
      fixture, "record.add",
      params ("('%s', int64 " ID_FORMAT ", int64 -1, {'title': <'%s'>})", kind, parent, title));
}

/* Goals a(b(c) d) e, parties Sales and Production. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  sl_id_seed (11);
  fixture->project = sl_project_new (&error);
  g_assert_no_error (error);
  SlId a = add (fixture, "goal", SL_ID_NONE, "a");
  SlId b = add (fixture, "goal", a, "b");
  add (fixture, "goal", b, "c");
  add (fixture, "goal", a, "d");
  add (fixture, "goal", SL_ID_NONE, "e");
  add (fixture, "party", SL_ID_NONE, "Sales");
  add (fixture, "party", SL_ID_NONE, "Production");
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c) d) e");
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  sl_project_discard (fixture->project);
  g_assert_finalize_object (fixture->project);
  sl_id_seed (0);
}

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
test_add (Fixture *fixture, gconstpointer data)
{
  SlId a = goal (fixture, "a"), b = goal (fixture, "b");
  SlId first = run (fixture, "record.add",
                    params ("('goal', int64 " ID_FORMAT ", int64 0, {'title': <'  first\\n'>, "
                            "'due': <'2026-03-15'>, 'weight': <3>, 'shared': <true>})",
                            a));
  assert_tree (fixture, SL_KIND_GOAL, "a(  first  b(c) d) e");
  assert_label (fixture, "Add “  first ”");
  assert_field (fixture, first, SL_GOAL_DUE, "2026-03-15");
  assert_field (fixture, first, SL_GOAL_WEIGHT, "3");
  assert_field (fixture, first, SL_GOAL_SHARED, "1");
  run (fixture, "record.add",
       params ("('goal', int64 " ID_FORMAT ", int64 " ID_FORMAT ", {'title': <'x'>})", a, b));
  assert_tree (fixture, SL_KIND_GOAL, "a(  first  b(c) x d) e");

  refuse (fixture, "record.add", params ("('gaol', int64 0, int64 -1, @a{sv} {})"),
          SL_ERROR_INVALID, "gaol");
  refuse (fixture, "record.add", params ("('goal', int64 0, int64 -1, {'tilte': <'x'>})"),
          SL_ERROR_INVALID, "tilte");
  refuse (fixture, "record.add", params ("('goal', int64 0, int64 -1, {'title': <[1]>})"),
          SL_ERROR_INVALID, "Title");
  refuse (fixture, "record.add", params ("('goal', int64 0, int64 -1, {'due': <'soon'>})"),
          SL_ERROR_INVALID, "soon");
  refuse (fixture, "record.add", params ("('goal', int64 0, int64 -1, {'due': <int64 99999999>})"),
          SL_ERROR_INVALID, "Due");
  refuse (fixture, "record.add", params ("('goal', int64 1099511627776, int64 -1, @a{sv} {})"),
          SL_ERROR_NOT_FOUND, "Part of");
  refuse (fixture, "record.add", params ("('goal', int64 0, int64 " ID_FORMAT ", @a{sv} {})", b),
          SL_ERROR_INVALID, "b");
  refuse (fixture, "record.add",
          params ("('position', int64 " ID_FORMAT ", int64 -1, @a{sv} {})", a), SL_ERROR_INVALID,
          "position");
  refuse (fixture, "record.add", params ("('position', int64 0, int64 -1, @a{sv} {})"),
          SL_ERROR_INVALID, "Party");
  refuse (fixture, "record.add", params ("('project', int64 0, int64 -1, @a{sv} {})"),
          SL_ERROR_INVALID, "project");
  refuse (fixture, "record.add", params ("('goal',)"), SL_ERROR_INVALID, "(sxxa{sv})");
}

static void
test_set (Fixture *fixture, gconstpointer data)
{
  SlId a = goal (fixture, "a"), b = goal (fixture, "b"), e = goal (fixture, "e");
  run (fixture, "record.set", params ("(int64 " ID_FORMAT ", 'title', <'A'>)", a));
  assert_label (fixture, "Change Title of “A”");
  run (fixture, "record.set", params ("(int64 " ID_FORMAT ", 'progress', <0.5>)", a));
  run (fixture, "record.set", params ("(int64 " ID_FORMAT ", 'measure', <'NPS'>)", a));
  run (fixture, "record.set", params ("(int64 " ID_FORMAT ", 'measure', <''>)", a));
  assert_field (fixture, a, SL_GOAL_MEASURE, "");
  run (fixture, "record.set", params ("(int64 " ID_FORMAT ", 'progress', <()>)", a));
  assert_field (fixture, a, SL_GOAL_PROGRESS, "");
  run (fixture, "record.set",
       params ("(int64 " ID_FORMAT ", 'parent', <int64 " ID_FORMAT ">)", b, e));
  assert_tree (fixture, SL_KIND_GOAL, "A(d) e(b(c))");
  run_idle (fixture, "record.set",
            params ("(int64 " ID_FORMAT ", 'parent', <int64 " ID_FORMAT ">)", b, e));
  run_idle (fixture, "record.set", params ("(int64 " ID_FORMAT ", 'title', <'A'>)", a));

  refuse (fixture, "record.set", params ("(int64 4711, 'title', <'x'>)"), SL_ERROR_NOT_FOUND,
          "There is no record");
  refuse (fixture, "record.set", params ("(int64 " ID_FORMAT ", 'shared', <()>)", a),
          SL_ERROR_INVALID, "Shared");
  refuse (fixture, "record.set", params ("(int64 " ID_FORMAT ", 'progress', <1.5>)", a),
          SL_ERROR_INVALID, "150 %");
  refuse (fixture, "record.set",
          params ("(int64 " ID_FORMAT ", 'parent', <int64 " ID_FORMAT ">)", e, b), SL_ERROR_CYCLE,
          "e");
  refuse (fixture, "record.set",
          params ("(int64 " ID_FORMAT ", 'owner', <int64 " ID_FORMAT ">)", a, b), SL_ERROR_INVALID,
          "Owner");
}

static void
test_set_many (Fixture *fixture, gconstpointer data)
{
  SlId a = goal (fixture, "a"), e = goal (fixture, "e"),
       sales = find (fixture, SL_KIND_PARTY, "Sales");
  run (
      fixture, "record.set-many",
      params ("([int64 " ID_FORMAT ", " ID_FORMAT ", " ID_FORMAT "], 'title', <'same'>)", a, e, a));
  assert_label (fixture, "Change Title of “same (+1)”");
  run (fixture, "record.set-many",
       params ("([int64 " ID_FORMAT ", " ID_FORMAT "], 'summary', <'x'>)", a, sales));
  run_idle (fixture, "record.set-many", params ("(@ax [], 'title', <'x'>)"));
  refuse (fixture, "record.set-many",
          params ("([int64 " ID_FORMAT ", " ID_FORMAT "], 'measure', <'x'>)", a, sales),
          SL_ERROR_INVALID, "measure");
}

static void
test_project_and_sheet (Fixture *fixture, gconstpointer data)
{
  run (fixture, "project.set", params ("('title', <'Launch'>)"));
  run (fixture, "project.set", params ("('start', <'2026-01-01'>)"));
  refuse (fixture, "project.set", params ("('work_week', <int64 0>)"), SL_ERROR_INVALID,
          "Working days");
  run (fixture, "sheet.set-headline", params ("('goal-tree', 'All is well')"));
  run (fixture, "sheet.set-headline", params ("('goal-tree', 'Nearly all is well')"));
  assert_label (fixture, "Change headline of “goal-tree”");
  run (fixture, "sheet.set-headline", params ("('goal-tree', '')"));
  run_idle (fixture, "sheet.set-headline", params ("('goal-tree', '')"));
  run_idle (fixture, "sheet.set-headline", params ("('timeline', '')"));
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (plan_of (fixture), SL_KIND_SHEET)), ==, 1);
  refuse (fixture, "sheet.set-headline", params ("('', 'x')"), SL_ERROR_INVALID, "Chart");
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  SlId a = goal (fixture, "a"), b = goal (fixture, "b"), e = goal (fixture, "e");
  SlId sales = find (fixture, SL_KIND_PARTY, "Sales");
  run (fixture, "position.set",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 2, '')", sales, b));
  run (fixture, "record.delete",
       params ("([int64 " ID_FORMAT ", " ID_FORMAT ", " ID_FORMAT "],)", b, a, e));
  assert_label (fixture, "Delete “a (+1)”");
  assert_tree (fixture, SL_KIND_GOAL, "");
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (plan_of (fixture), SL_KIND_POSITION)), ==,
                    0);
  refuse (fixture, "record.delete", params ("([int64 " ID_FORMAT "],)", a), SL_ERROR_NOT_FOUND,
          "There is no record");
  SlId project = sl_snapshot_project_id (plan_of (fixture));
  refuse (fixture, "record.delete", params ("([int64 " ID_FORMAT "],)", project), SL_ERROR_INVALID,
          "project");
}

static void
test_duplicate (Fixture *fixture, gconstpointer data)
{
  SlId a = goal (fixture, "a"), c = goal (fixture, "c");
  run (fixture, "record.set", params ("(int64 " ID_FORMAT ", 'foreign_id', <'gan:1'>)", a));
  SlId copy
      = run (fixture, "record.duplicate", params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", a, c));
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c) d) a(b(c) d) e");
  g_assert_cmpint (copy, !=, a);
  assert_field (fixture, copy, SL_GOAL_FOREIGN_ID, "");
  /* a whole task with its milestone */
  SlId task = add (fixture, "task", SL_ID_NONE, "work");
  add (fixture, "milestone", task, "gate");
  run (fixture, "record.duplicate", params ("([int64 " ID_FORMAT "],)", task));
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (plan_of (fixture), SL_KIND_MILESTONE)), ==,
                    2);
  refuse (fixture, "record.duplicate",
          params ("([int64 " ID_FORMAT "],)", sl_snapshot_project_id (plan_of (fixture))),
          SL_ERROR_INVALID, "project");
}

static void
test_move (Fixture *fixture, gconstpointer data)
{
  SlId a = goal (fixture, "a"), b = goal (fixture, "b"), c = goal (fixture, "c");
  SlId d = goal (fixture, "d"), e = goal (fixture, "e");
  run (fixture, "record.move",
       params ("([int64 " ID_FORMAT "], int64 " ID_FORMAT ", int64 0)", e, a));
  assert_tree (fixture, SL_KIND_GOAL, "a(e b(c) d)");
  assert_label (fixture, "Move “e”");
  run (fixture, "record.move",
       params ("([int64 " ID_FORMAT ", " ID_FORMAT "], int64 0, int64 -1)", b, d));
  assert_tree (fixture, SL_KIND_GOAL, "a(e) b(c) d");
  run (fixture, "record.move",
       params ("([int64 " ID_FORMAT ", " ID_FORMAT "], int64 " ID_FORMAT ", int64 " ID_FORMAT ")",
               d, c, a, e));
  assert_tree (fixture, SL_KIND_GOAL, "a(e d c) b");
  /* behind itself and behind one that moves too */
  run_idle (fixture, "record.move",
            params ("([int64 " ID_FORMAT ", " ID_FORMAT "], int64 " ID_FORMAT ", int64 " ID_FORMAT
                    ")",
                    d, c, a, d));
  refuse (fixture, "record.move",
          params ("([int64 " ID_FORMAT "], int64 " ID_FORMAT ", int64 -1)", a, c), SL_ERROR_CYCLE,
          "a");
  refuse (fixture, "record.move", params ("([int64 " ID_FORMAT "], int64 4711, int64 -1)", a),
          SL_ERROR_NOT_FOUND, "There is no record");
  refuse (fixture, "record.move",
          params ("([int64 " ID_FORMAT "], int64 0, int64 " ID_FORMAT ")", e, c), SL_ERROR_INVALID,
          "c");
  refuse (fixture, "record.move",
          params ("([int64 " ID_FORMAT "], int64 0, int64 0)",
                  sl_snapshot_project_id (plan_of (fixture))),
          SL_ERROR_INVALID, "project");
}

static void
test_indent (Fixture *fixture, gconstpointer data)
{
  SlId b = goal (fixture, "b"), c = goal (fixture, "c"), d = goal (fixture, "d");
  SlId e = goal (fixture, "e"), a = goal (fixture, "a");
  run (fixture, "tree.indent", params ("([int64 " ID_FORMAT "],)", d));
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c d)) e");
  run_idle (fixture, "tree.indent", params ("([int64 " ID_FORMAT "],)", b));
  run (fixture, "tree.outdent", params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", d, c));
  assert_tree (fixture, SL_KIND_GOAL, "a(b c d) e");
  run (fixture, "tree.indent", params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", d, c));
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c d)) e");
  run (fixture, "tree.indent", params ("([int64 " ID_FORMAT "],)", e));
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c d) e)");
  /* what stands below another moves with it */
  run (fixture, "tree.outdent", params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", c, b));
  assert_tree (fixture, SL_KIND_GOAL, "a(e) b(c d)");
  assert_label (fixture, "Outdent “b”");
  run_idle (fixture, "tree.outdent", params ("([int64 " ID_FORMAT "],)", a));
}

static void
test_indent_tasks (Fixture *fixture, gconstpointer data)
{
  SlId work = add (fixture, "task", SL_ID_NONE, "work");
  SlId gate = add (fixture, "milestone", SL_ID_NONE, "gate");
  SlId next = add (fixture, "task", SL_ID_NONE, "next");
  refuse (fixture, "tree.indent", params ("([int64 " ID_FORMAT "],)", next), SL_ERROR_INVALID,
          "Nothing can stand below “gate”");
  run (fixture, "tree.indent", params ("([int64 " ID_FORMAT "],)", gate));
  run (fixture, "tree.indent", params ("([int64 " ID_FORMAT "],)", next));
  g_autofree char *parent = field_text (fixture, gate, SL_MILESTONE_PARENT);
  g_autofree char *id = sl_id_to_string (work);
  g_assert_cmpstr (parent, ==, id);
  assert_tree (fixture, SL_KIND_TASK, "work(next)");
  /* past the milestone, its sibling */
  run (fixture, "tree.move-up", params ("([int64 " ID_FORMAT "],)", next));
  run_idle (fixture, "tree.move-up", params ("([int64 " ID_FORMAT "],)", next));
  run (fixture, "tree.outdent", params ("([int64 " ID_FORMAT "],)", gate));
  refuse (fixture, "record.move",
          params ("([int64 " ID_FORMAT "], int64 " ID_FORMAT ", int64 -1)", next, gate),
          SL_ERROR_INVALID, "Part of");
}

static void
test_move_up_and_down (Fixture *fixture, gconstpointer data)
{
  for (const char *title = "f\0g\0h\0"; *title != '\0'; title += 2)
    add (fixture, "goal", SL_ID_NONE, title);
  SlId f = goal (fixture, "f"), g = goal (fixture, "g"), e = goal (fixture, "e");
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c) d) e f g h");
  run (fixture, "tree.move-up", params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", g, f));
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c) d) f g e h");
  run (fixture, "tree.move-down", params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", f, g));
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c) d) e f g h");
  run (fixture, "tree.move-down", params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", f, g));
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c) d) e h f g");
  run_idle (fixture, "tree.move-down", params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", f, g));
  run (fixture, "tree.move-up", params ("([int64 " ID_FORMAT "],)", e));
  assert_tree (fixture, SL_KIND_GOAL, "e a(b(c) d) h f g");
  run_idle (fixture, "tree.move-up", params ("([int64 " ID_FORMAT "],)", e));
  refuse (fixture, "tree.move-up", params ("([int64 4711],)"), SL_ERROR_NOT_FOUND,
          "There is no record");
}

static void
test_goals (Fixture *fixture, gconstpointer data)
{
  SlId a = goal (fixture, "a"), c = goal (fixture, "c"), e = goal (fixture, "e");
  run (fixture, "goal.add-parent", params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ")", c, e));
  assert_label (fixture, "Make “c” part of “e” too");
  refuse (fixture, "goal.add-parent", params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ")", c, e),
          SL_ERROR_INVALID, "“c” is part of “e” already");
  refuse (fixture, "goal.add-parent",
          params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ")", goal (fixture, "b"), a),
          SL_ERROR_INVALID, "“b” is part of “a” already");
  refuse (fixture, "goal.add-parent", params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ")", a, c),
          SL_ERROR_CYCLE, "circle");
  refuse (fixture, "goal.add-parent",
          params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ")", a,
                  find (fixture, SL_KIND_PARTY, "Sales")),
          SL_ERROR_INVALID, "“Sales” is a party, not a goal");
  run (fixture, "goal.remove-parent", params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ")", c, e));
  refuse (fixture, "goal.remove-parent",
          params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ")", c, e), SL_ERROR_NOT_FOUND,
          "no further part");

  run (fixture, "goal.link",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 -40, 'costs')", a, e));
  run (fixture, "goal.link",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 60, '')", a, e));
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (plan_of (fixture), SL_KIND_GOAL_LINK)), ==,
                    1);
  run (fixture, "goal.link",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 0, '')", a, e));
  run_idle (fixture, "goal.link",
            params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 0, '')", a, e));
  refuse (fixture, "goal.link",
          params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 101, '')", a, e),
          SL_ERROR_INVALID, "101");
  refuse (fixture, "goal.link",
          params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 20, '')", a, a),
          SL_ERROR_INVALID, "itself");

  run (fixture, "goal.confirm", params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", a, e));
  assert_field (fixture, a, SL_GOAL_ASSESSED, "2026-03-16");
  run_idle (fixture, "goal.confirm", params ("([int64 " ID_FORMAT ", " ID_FORMAT "],)", a, e));
  refuse (fixture, "goal.confirm",
          params ("([int64 " ID_FORMAT "],)", find (fixture, SL_KIND_PARTY, "Sales")),
          SL_ERROR_INVALID, "not a goal");
}

static void
test_positions (Fixture *fixture, gconstpointer data)
{
  SlId a = goal (fixture, "a"), sales = find (fixture, SL_KIND_PARTY, "Sales");
  SlId position
      = run (fixture, "position.set",
             params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 -2, 'said')", sales, a));
  assert_label (fixture, "Set position of “Sales” on “a”");
  assert_field (fixture, position, SL_POSITION_SOURCE, "said");
  assert_field (fixture, position, SL_POSITION_DAY, "2026-03-16");
  /* without a source it stays; with one it changes */
  run (fixture, "position.set",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 3, '')", sales, a));
  assert_field (fixture, position, SL_POSITION_SOURCE, "said");
  assert_field (fixture, position, SL_POSITION_VALUE, "3");
  run (fixture, "position.set",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 3, 'writing')", sales, a));
  run (fixture, "position.set",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 " ID_FORMAT ", '')", sales, a,
               SL_INT_NULL));
  run (fixture, "position.set",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 0, '')", sales, a));
  assert_field (fixture, position, SL_POSITION_SOURCE, "guess");
  refuse (fixture, "position.set",
          params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 4, '')", sales, a),
          SL_ERROR_INVALID, "Position");
  refuse (fixture, "position.set",
          params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 1, 'rumour')", sales, a),
          SL_ERROR_INVALID, "rumour");
  refuse (fixture, "position.set",
          params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 1, '')", a, sales),
          SL_ERROR_INVALID, "not a party");

  run (fixture, "priority.set",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 40.0)", sales, a));
  run (fixture, "priority.set",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 25.5)", sales, a));
  run (fixture, "priority.set",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 0.0)", sales, a));
  refuse (fixture, "priority.set",
          params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 101.0)", sales, a), SL_ERROR_INVALID,
          "Points");
}

static void
test_dependencies (Fixture *fixture, gconstpointer data)
{
  SlId x = add (fixture, "task", SL_ID_NONE, "x"), y = add (fixture, "task", SL_ID_NONE, "y");
  SlId sales = find (fixture, SL_KIND_PARTY, "Sales");
  run (fixture, "dependency.set",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'fs', 0.0, false)", x, y));
  assert_label (fixture, "Change what “y” waits for: “x”");
  run (fixture, "dependency.set",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'ss', -2.5, true)", x, y));
  refuse (fixture, "dependency.set",
          params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'fs', 0.0, false)", y, x),
          SL_ERROR_CYCLE, "circle");
  refuse (fixture, "dependency.set",
          params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'xx', 0.0, false)", x, y),
          SL_ERROR_INVALID, "xx");
  refuse (fixture, "dependency.set",
          params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'fs', 1e9, false)", x, y),
          SL_ERROR_INVALID, "Lag");
  refuse (fixture, "dependency.set",
          params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'fs', 0.0, false)", x, sales),
          SL_ERROR_INVALID, "After");
  run (fixture, "dependency.set",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", '', 0.0, false)", x, y));
  run_idle (fixture, "dependency.set",
            params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", '', 0.0, false)", x, y));

  run (fixture, "allocation.set",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 0.5)", x, sales));
  run (fixture, "allocation.set",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 1.0)", x, sales));
  run (fixture, "allocation.set",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 0.0)", x, sales));
  refuse (fixture, "allocation.set",
          params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", -1.0)", x, sales), SL_ERROR_INVALID,
          "Share of the day");
}

static void
test_dates (Fixture *fixture, gconstpointer data)
{
  SlId all = add (fixture, "task", SL_ID_NONE, "all"), part = add (fixture, "task", all, "part");
  SlId gate = add (fixture, "milestone", part, "gate"), a = goal (fixture, "a");
  gint64 monday = sl_day_from_ymd (2026, 3, 16);
  run (fixture, "item.resize",
       params ("(int64 " ID_FORMAT ", int64 %d, int64 %d)", part, (int)monday, (int)monday + 4));
  assert_label (fixture, "Change dates of “part”");
  run (fixture, "item.resize",
       params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 %d)", gate, SL_INT_NULL,
               (int)monday + 4));
  run (fixture, "item.resize",
       params ("(int64 " ID_FORMAT ", int64 %d, int64 %d)", a, (int)monday, (int)monday + 90));
  /* the whole with its parts, each once though one is named too */
  run (fixture, "item.shift",
       params ("([int64 " ID_FORMAT ", " ID_FORMAT ", " ID_FORMAT "], 7)", all, part, a));
  assert_label (fixture, "Shift “all (+2)”");
  assert_field (fixture, part, SL_TASK_START, "2026-03-23");
  assert_field (fixture, part, SL_TASK_DUE, "2026-03-27");
  assert_field (fixture, gate, SL_MILESTONE_DUE, "2026-03-27");
  assert_field (fixture, all, SL_TASK_START, "");
  assert_field (fixture, a, SL_GOAL_START, "2026-03-23");
  run_idle (fixture, "item.shift", params ("([int64 " ID_FORMAT "], 0)", part));
  run_idle (fixture, "item.shift", params ("([int64 " ID_FORMAT "], 5)", goal (fixture, "e")));
  /* a task that says how long it takes says so of its new dates */
  run (fixture, "record.set", params ("(int64 " ID_FORMAT ", 'duration', <5.0>)", part));
  run (fixture, "item.resize",
       params ("(int64 " ID_FORMAT ", int64 %d, int64 %d)", part, (int)monday, (int)monday + 8));
  assert_field (fixture, part, SL_TASK_DURATION, "7");
  refuse (fixture, "item.resize",
          params ("(int64 " ID_FORMAT ", int64 %d, int64 %d)", part, (int)monday, (int)monday - 1),
          SL_ERROR_INVALID, "“part” would end before it starts");
  refuse (fixture, "item.shift", params ("([int64 " ID_FORMAT "], 999999)", part), SL_ERROR_INVALID,
          "Start");
  refuse (fixture, "item.shift",
          params ("([int64 " ID_FORMAT "], 1)", find (fixture, SL_KIND_PARTY, "Sales")),
          SL_ERROR_INVALID, "no place in time");
}

static void
test_owner (Fixture *fixture, gconstpointer data)
{
  SlId a = goal (fixture, "a"), e = goal (fixture, "e");
  guint n = sl_table_n_rows (sl_snapshot_table (plan_of (fixture), SL_KIND_PARTY));
  run (fixture, "owner.set-by-name",
       params ("([int64 " ID_FORMAT ", " ID_FORMAT "], '  SALES ')", a, e));
  assert_label (fixture, "Change Owner of “a (+1)”");
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (plan_of (fixture), SL_KIND_PARTY)), ==, n);
  run (fixture, "owner.set-by-name", params ("([int64 " ID_FORMAT "], ' Jürgen Groß ')", a));
  SlId person = find (fixture, SL_KIND_PARTY, "Jürgen Groß");
  assert_field (fixture, person, SL_PARTY_TYPE, "person");
  run_idle (fixture, "owner.set-by-name", params ("([int64 " ID_FORMAT "], 'JÜRGEN GROSS')", a));
  run (fixture, "owner.set-by-name", params ("([int64 " ID_FORMAT "], '')", a));
  assert_field (fixture, a, SL_GOAL_OWNER, "");
  refuse (fixture, "owner.set-by-name", params ("([int64 " ID_FORMAT "], 'x')", person),
          SL_ERROR_INVALID, "belong to nobody");
}

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
  return params ("('list.csv', " NO_PROJECT ", %s, " NO_LINKS ", " NO_RESOURCES ", " NO_ALLOCATIONS
                 ", " NO_BASELINES ", " NO_DAYS_OFF ")",
                 list);
}

static void
test_import_plan (Fixture *fixture, gconstpointer data)
{
  run (fixture, "plan.import",
       params ("('plan.xml', {'title': <'Imported'>, 'work_week': <int64 63>}, "
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
  SlSnapshot *plan = plan_of (fixture);
  /* the milestone with a part became a task, what stood below the unwanted moved up */
  assert_tree (fixture, SL_KIND_TASK, "phase(build stage(test))");
  SlId phase = find (fixture, SL_KIND_TASK, "phase"),
       gate = find (fixture, SL_KIND_MILESTONE, "gate");
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
  g_autofree char *anna = sl_id_to_string (find (fixture, SL_KIND_PARTY, "Anna"));
  assert_field (fixture, find (fixture, SL_KIND_TASK, "build"), SL_TASK_OWNER, anna);
}

static void
test_import_list (Fixture *fixture, gconstpointer data)
{
  SlId a = goal (fixture, "a");
  g_autofree char *list = g_strdup_printf (
      "[{'type': <'party'>, 'title': <'Lab'>}, {'type': <'party'>, 'parent': <0>, "
      "'title': <'Eva'>}, {'type': <'goal'>, 'title': <'top'>, 'owner': <'eva'>},"
      "{'type': <'goal'>, 'parent': <2>, 'title': <'below'>},"
      "{'type': <'task'>, 'parent': <3>, 'title': <'do it'>},"
      "{'type': <'goal'>, 'title': <'A'>, 'duplicate_of': <int64 " ID_FORMAT ">, "
      "'measure': <'sold'>}]",
      a);
  SlId first = run (fixture, "plan.import", items (list));
  g_assert_cmpint (first, ==, find (fixture, SL_KIND_PARTY, "Lab"));
  assert_tree (fixture, SL_KIND_GOAL, "A(b(c) d) e top(below)");
  assert_tree (fixture, SL_KIND_PARTY, "Sales Production Lab(Eva)");
  assert_field (fixture, a, SL_GOAL_MEASURE, "sold");
  g_autofree char *below = sl_id_to_string (goal (fixture, "below"));
  assert_field (fixture, find (fixture, SL_KIND_TASK, "do it"), SL_TASK_GOAL, below);
  g_autofree char *eva = sl_id_to_string (find (fixture, SL_KIND_PARTY, "Eva"));
  assert_field (fixture, goal (fixture, "top"), SL_GOAL_OWNER, eva);
  /* the project had neither title nor tasks; now it keeps what it has */
  run (fixture, "project.set", params ("('title', <'Mine'>)"));
  run_idle (fixture, "plan.import",
            params ("('x', {'title': <'Other'>, 'work_week': <int64 1>}, @aa{sv} [], " NO_LINKS
                    ", " NO_RESOURCES ", " NO_ALLOCATIONS ", " NO_BASELINES ", " NO_DAYS_OFF ")"));
}

static void
test_import_refused (Fixture *fixture, gconstpointer data)
{
  refuse (fixture, "plan.import", items ("[{'type': <'rocket'>}]"), SL_ERROR_INVALID, "rocket");
  refuse (fixture, "plan.import", items ("[{'type': <'goal'>, 'parent': <0>}]"), SL_ERROR_INVALID,
          "Item 1 of the import");
  refuse (fixture, "plan.import",
          items ("[{'type': <'goal'>, 'title': <'good'>}, "
                 "{'type': <'goal'>, 'title': <'bad'>, 'progress': <7.0>}]"),
          SL_ERROR_INVALID, "Item 2, “bad”: ");
}

int
main (int argc, char **argv)
{
  state_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/command/registry", test_registry);
  g_test_add_func ("/core/command/values", test_values);
#define ADD(name, function)                                                                        \
  g_test_add ("/core/command/" name, Fixture, NULL, set_up, function, tear_down)
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
  ADD ("positions", test_positions);
  ADD ("dependencies", test_dependencies);
  ADD ("dates", test_dates);
  ADD ("owner", test_owner);
  ADD ("import-plan", test_import_plan);
  ADD ("import-list", test_import_list);
  ADD ("import-refused", test_import_refused);
#undef ADD
  int status = g_test_run ();
  state_clear ();
  return status;
}
