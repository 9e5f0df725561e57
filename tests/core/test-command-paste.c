/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Copied rows: what they carry, where copies go, and what is refused of what another file says. */

#include "config.h"

#include "base/sl-error.h"
#include "base/sl-id.h"
#include "command/sl-copied-rows.h"
#include "command-fixture.h"

static SlId
owner_of (CommandFixture *fixture, SlId goal)
{
  const SlTable *goals = sl_snapshot_table (command_plan (fixture), SL_KIND_GOAL);
  guint row = 0;
  g_assert_true (sl_table_find (goals, goal, &row));
  return sl_table_ref (goals, row, SL_GOAL_OWNER);
}

/* Copies have all fields and their order; the tree below them comes once. */
static void
test_paste (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a"), b = command_goal (fixture, "b"),
       c = command_goal (fixture, "c"), e = command_goal (fixture, "e");
  SlId sales = command_find (fixture, SL_KIND_PARTY, "Sales");
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'foreign_id', <'gan:1'>)", a));
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'owner', <int64 " ID_FORMAT ">)", b, sales));
  const SlId ids[] = { c, a };
  SlId copy = command_run (
      fixture, "record.paste",
      g_variant_new ("(x@" SL_COPIED_ROWS_TYPE ")", e,
                     sl_copied_rows_new (command_plan (fixture), ids, G_N_ELEMENTS (ids))));
  assert_tree (fixture, SL_KIND_GOAL, "a(b(c) d) e(a(b(c) d))");
  assert_label (fixture, "Paste “a”");
  assert_field (fixture, copy, SL_GOAL_FOREIGN_ID, "");
  guint n = 0;
  SlId below = sl_snapshot_children (command_plan (fixture), SL_KIND_GOAL, copy, &n)[0];
  g_assert_cmpint (owner_of (fixture, below), ==, sales);
  command_run_idle (fixture, "record.paste", command_params ("(int64 0, @a(sia{sv}) [])"));
}

/* From another file: who is known by name is the same, who is not known is added, and what is no
 * row of ours changes nothing. */
static void
test_paste_foreign (CommandFixture *fixture, gconstpointer data)
{
  SlId sales = command_find (fixture, SL_KIND_PARTY, "Sales");
  SlId known = command_run (
      fixture, "record.paste",
      command_params ("(int64 0, [('goal', -1, {'title': <'x'>, 'owner': <(int64 7, 'Sales')>, "
                      "'of another version': <1>})])"));
  g_assert_cmpint (owner_of (fixture, known), ==, sales);
  SlId added = command_run (
      fixture, "record.paste",
      command_params ("(int64 0, [('goal', -1, {'title': <'y'>, 'owner': <(int64 7, 'Ida')>})])"));
  g_assert_cmpint (owner_of (fixture, added), ==, command_find (fixture, SL_KIND_PARTY, "Ida"));
  command_refuse (fixture, "record.paste", command_params ("(int64 0, [('spell', -1, @a{sv} {})])"),
                  SL_ERROR_INVALID, "no kind");
  command_refuse (fixture, "record.paste",
                  command_params ("(int64 0, [('project', -1, @a{sv} {})])"), SL_ERROR_INVALID,
                  "project");
  command_refuse (fixture, "record.paste",
                  command_params ("(int64 0, [('goal', 0, {'title': <'z'>})])"), SL_ERROR_INVALID,
                  "Row 1");
  command_refuse (fixture, "record.paste",
                  command_params ("(int64 " ID_FORMAT ", [('goal', -1, {'title': <'z'>})])", sales),
                  SL_ERROR_INVALID, "Sales");
  command_refuse (fixture, "record.paste",
                  command_params ("(int64 0, [('goal', -1, {'due': <'soonish'>})])"),
                  SL_ERROR_INVALID, "soonish");
}

int
main (int argc, char **argv)
{
  state_init ();
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/core/command-paste/" name, CommandFixture, NULL, command_set_up, function,         \
              command_tear_down)
  ADD ("structure", test_paste);
  ADD ("foreign", test_paste_foreign);
#undef ADD
  int status = g_test_run ();
  state_clear ();
  return status;
}
