/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Bookings, whose person and task are their key: changing one makes the booking anew. */

#include "config.h"

#include "base/sl-error.h"
#include "command-fixture.h"

static SlId
find_booking (CommandFixture *fixture, SlId task, SlId party)
{
  SlValue keys[SL_ALLOCATION_N_FIELDS] = { 0 };

  keys[SL_ALLOCATION_TASK] = sl_value_int (task);
  keys[SL_ALLOCATION_PARTY] = sl_value_int (party);
  return sl_kind_natural_id (sl_kind (SL_KIND_ALLOCATION), keys);
}

/* A booking of somebody else, or for another task, is the same booking otherwise. */
static void
test_remake (CommandFixture *fixture, gconstpointer data)
{
  SlId x = command_add (fixture, "task", SL_ID_NONE, "x"),
       y = command_add (fixture, "task", SL_ID_NONE, "y");
  SlId sales = command_find (fixture, SL_KIND_PARTY, "Sales");
  SlId other = command_add (fixture, "party", SL_ID_NONE, "Other");
  const SlTable *table;
  SlId moved;

  command_run (fixture, "allocation.set",
               command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 0.5)", x, sales));
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'role', <'Draws'>)",
                               find_booking (fixture, x, sales)));
  moved = command_run (fixture, "record.set",
                       command_params ("(int64 " ID_FORMAT ", 'party', <int64 " ID_FORMAT ">)",
                                       find_booking (fixture, x, sales), other));
  g_assert_cmpint (moved, ==, find_booking (fixture, x, other));
  table = sl_snapshot_table (command_plan (fixture), SL_KIND_ALLOCATION);
  g_assert_cmpuint (sl_table_n_rows (table), ==, 1);
  g_assert_cmpint (sl_table_id (table, 0), ==, moved);
  g_assert_cmpint (sl_table_ref (table, 0, SL_ALLOCATION_PARTY), ==, other);
  g_assert_cmpint (sl_table_ref (table, 0, SL_ALLOCATION_TASK), ==, x);
  g_assert_cmpfloat (sl_table_real (table, 0, SL_ALLOCATION_UNITS), ==, 0.5);
  g_assert_cmpstr (sl_table_text (table, 0, SL_ALLOCATION_ROLE), ==, "Draws");
  command_run_idle (
      fixture, "record.set",
      command_params ("(int64 " ID_FORMAT ", 'party', <int64 " ID_FORMAT ">)", moved, other));

  command_run (fixture, "allocation.set",
               command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 1.0)", y, other));
  command_refuse (fixture, "record.set",
                  command_params ("(int64 " ID_FORMAT ", 'task', <int64 " ID_FORMAT ">)",
                                  find_booking (fixture, y, other), x),
                  SL_ERROR_INVALID, "already");
  command_refuse (fixture, "record.set",
                  command_params ("(int64 " ID_FORMAT ", 'task', <int64 " ID_FORMAT ">)",
                                  find_booking (fixture, y, other), sales),
                  SL_ERROR_INVALID, "Task");
  command_refuse (
      fixture, "record.set",
      command_params ("(int64 " ID_FORMAT ", 'task', <''>)", find_booking (fixture, y, other)),
      SL_ERROR_INVALID, "Task");
}

int
main (int argc, char **argv)
{
  state_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/core/command-booking/remake", CommandFixture, NULL, command_set_up, test_remake,
              command_tear_down);
  int status = g_test_run ();
  state_clear ();
  return status;
}
