/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Former versions of fields, marks against values, frozen states, and what stays of a goal that is
 * closed. */

#include "config.h"

#include "analysis/sl-direction.h"
#include "base/sl-date.h"
#include "base/sl-error.h"
#include "command-fixture.h"

#include <math.h>

/* The newest version of a field, or SL_ID_NONE. @n: (out): how many there are */
static SlId
newest (CommandFixture *fixture, SlId item, const char *field, guint *n)
{
  g_autoptr (GArray) ids = sl_version_list (command_plan (fixture), item, field);

  *n = ids->len;
  return ids->len > 0 ? g_array_index (ids, SlId, 0) : SL_ID_NONE;
}

static void
set (CommandFixture *fixture, SlId id, const char *field, const char *text)
{
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", '%s', <'%s'>)", id, field, text));
}

static void
assert_version (CommandFixture *fixture, SlId item, const char *field, guint want,
                const char *before, const char *after)
{
  guint n = 0;
  SlId version = newest (fixture, item, field, &n);

  g_assert_cmpuint (n, ==, want);
  assert_field (fixture, version, SL_VERSION_BEFORE, before);
  assert_field (fixture, version, SL_VERSION_AFTER, after);
  assert_field (fixture, version, SL_VERSION_DAY, "2026-03-16");
}

static void
test_versions (CommandFixture *fixture, gconstpointer data)
{
  SlId project = sl_snapshot_project_id (command_plan (fixture));
  SlId kpi = command_add (fixture, "kpi", SL_ID_NONE, "Days");
  SlId version;
  guint n = 0;
  guint row = 0;

  /* The first wording replaces none. */
  set (fixture, project, "vision", "Clean air");
  newest (fixture, project, NULL, &n);
  g_assert_cmpuint (n, ==, 0);
  set (fixture, project, "vision", "Clean air for all");
  assert_version (fixture, project, "vision", 1, "Clean air", "Clean air for all");
  /* Not explained yet: the same change goes on, and ends where it began. */
  set (fixture, project, "vision", "Clean air for everybody");
  assert_version (fixture, project, "vision", 1, "Clean air", "Clean air for everybody");
  set (fixture, project, "vision", "Clean air");
  newest (fixture, project, NULL, &n);
  g_assert_cmpuint (n, ==, 0);

  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'target', <4.0>)", kpi));
  set (fixture, kpi, "target", "5.5");
  assert_version (fixture, kpi, "target", 1, "4", "5.5");
  version = newest (fixture, kpi, "target", &n);
  set (fixture, version, "reason", "Steel");
  set (fixture, kpi, "target", "6");
  assert_version (fixture, kpi, "target", 2, "5.5", "6");
  g_assert_true (sl_snapshot_find (command_plan (fixture), version, NULL, &row));
  g_assert_true (sl_version_field (command_plan (fixture), row)
                 == &sl_kind (SL_KIND_KPI)->fields[SL_KPI_TARGET]);
  /* Other fields keep nothing, and what belongs to a record goes with it. */
  set (fixture, kpi, "unit", "days");
  set (fixture, kpi, "unit", "weeks");
  newest (fixture, kpi, NULL, &n);
  g_assert_cmpuint (n, ==, 2);
  command_run (fixture, "record.delete", command_params ("([int64 " ID_FORMAT "],)", kpi));
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (command_plan (fixture), SL_KIND_VERSION)),
                    ==, 0);
}

/* A goal's due day, typed first and then carried over with a reason, which is that of the change.
 */
static void
test_due_versions (CommandFixture *fixture, gconstpointer data)
{
  SlId goal = command_add (fixture, "goal", SL_ID_NONE, "Sell");
  guint n = 0;
  SlId version;

  set (fixture, goal, "due", "2026-04-30");
  newest (fixture, goal, NULL, &n);
  g_assert_cmpuint (n, ==, 0);
  set (fixture, goal, "due", "2026-05-29");
  assert_version (fixture, goal, "due", 1, "2026-04-30", "2026-05-29");
  set (fixture, newest (fixture, goal, "due", &n), "reason", "The fair is later");
  command_run (fixture, "plan.carry-over",
               command_params ("([int64 " ID_FORMAT "], int32 1, 'Half of them were away')", goal));
  assert_version (fixture, goal, "due", 2, "2026-05-29", "2026-06-29");
  version = newest (fixture, goal, "due", &n);
  assert_field (fixture, version, SL_VERSION_REASON, "Half of them were away");
}

static void
test_marks (CommandFixture *fixture, gconstpointer data)
{
  SlId value = command_add (fixture, "core_value", SL_ID_NONE, "Nobody works at night");
  SlId a = command_goal (fixture, "a");

  g_assert_cmpint (sl_value_get_mark (command_plan (fixture), a, value), ==, -1);
  command_run (
      fixture, "value.mark",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'strains', 'Shifts')", a, value));
  g_assert_cmpint (sl_value_get_mark (command_plan (fixture), a, value), ==,
                   SL_VALUE_EFFECT_STRAINS);
  command_run (
      fixture, "value.mark",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'serves', '')", a, value));
  g_assert_cmpuint (sl_value_count_marks (command_plan (fixture), value, SL_VALUE_EFFECT_STRAINS),
                    ==, 0);
  g_assert_cmpuint (sl_value_count_marks (command_plan (fixture), value, SL_VALUE_EFFECT_SERVES),
                    ==, 1);
  command_refuse (
      fixture, "value.mark",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", 'bends', '')", a, value),
      SL_ERROR_INVALID, "bends");
  command_run (fixture, "value.mark",
               command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", '', '')", a, value));
  g_assert_cmpint (sl_value_get_mark (command_plan (fixture), a, value), ==, -1);
}

static void
test_freeze (CommandFixture *fixture, gconstpointer data)
{
  SlId c = command_goal (fixture, "c");
  SlId kpi = command_add (fixture, "kpi", SL_ID_NONE, "Days");
  SlId state;

  g_assert_true (sl_as_is_newest (command_plan (fixture)) == SL_ID_NONE);
  command_add (fixture, "swot", SL_ID_NONE, "Known to everybody");
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'progress', <0.25>)", c));
  command_run (fixture, "record.add",
               command_params ("('kpi_value', int64 0, int64 -1, {'kpi': <int64 " ID_FORMAT
                               ">, 'day': <int64 20500>, 'value': <12.0>})",
                               kpi));
  state = command_run (fixture, "state.freeze", command_params ("('At the start',)"));
  g_assert_true (sl_as_is_newest (command_plan (fixture)) == state);
  assert_field (fixture, state, SL_AS_IS_DAY, "2026-03-16");
  assert_field (fixture, state, SL_AS_IS_SWOT, "Strength: Known to everybody");
  g_assert_cmpfloat (sl_as_is_value (command_plan (fixture), state, c), ==, 0.25);
  g_assert_cmpfloat (sl_as_is_value (command_plan (fixture), state, kpi), ==, 12.0);
  /* What comes later leaves it alone. */
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'progress', <0.5>)", c));
  g_assert_cmpfloat (sl_as_is_value (command_plan (fixture), state, c), ==, 0.25);
  g_assert_true (isnan (sl_as_is_value (command_plan (fixture), c, c)));
}

static void
test_close (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a");

  command_run (
      fixture, "goal.close",
      command_params ("(int64 " ID_FORMAT ", 'done', 'partly', ' Two of three ', 'Ask')", a));
  assert_field (fixture, a, SL_GOAL_STATUS, "done");
  assert_field (fixture, a, SL_GOAL_REACHED, "partly");
  assert_field (fixture, a, SL_GOAL_CLOSED, "2026-03-16");
  assert_field (fixture, a, SL_GOAL_LESSON, "Ask");
  assert_label (fixture, "Close “a”");
  /* What is not said stays. */
  command_run (fixture, "goal.close",
               command_params ("(int64 " ID_FORMAT ", '', 'reached', '', '')", a));
  assert_field (fixture, a, SL_GOAL_REACHED, "reached");
  assert_field (fixture, a, SL_GOAL_LESSON, "Ask");
  command_refuse (fixture, "goal.close",
                  command_params ("(int64 " ID_FORMAT ", 'done', 'nearly', '', '')", a),
                  SL_ERROR_INVALID, "nearly");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function)                                                                        \
  g_test_add ("/core/direction/" name, CommandFixture, NULL, command_set_up, function,             \
              command_tear_down)
  ADD ("versions", test_versions);
  ADD ("due-versions", test_due_versions);
  ADD ("marks", test_marks);
  ADD ("freeze", test_freeze);
  ADD ("close", test_close);
  return g_test_run ();
}
