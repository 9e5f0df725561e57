/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Planning anew: what moves together, to which days, what that breaks, and the two commands. */

#include "config.h"

#include "analysis/sl-plan-calendar.h"
#include "analysis/sl-replan.h"
#include "base/sl-date.h"
#include "base/sl-error.h"
#include "command-fixture.h"
#include "plan-builder.h"

#define TODAY (sl_day_from_ymd (2026, 11, 16))

static void
assert_days (const SlReplanItem *item, const char *start, const char *due)
{
  const gint64 days[] = { item->start, item->due };
  const char *wanted[] = { start, due };

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    {
      g_autofree char *text = days[i] != SL_INT_NULL ? sl_day_to_iso (days[i]) : g_strdup ("none");

      g_assert_cmpstr (text, ==, wanted[i]);
    }
}

/* A plan of two goals, the second below the first, with work for the second. */
static SlStore *
make_plan (void)
{
  SlStore *store = builder_new ();

  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Grow", SL_GOAL_DUE, "2026-12-31", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Shop", SL_GOAL_PARENT, "@Grow", SL_GOAL_DUE,
               "2026-09-30", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Build", SL_TASK_GOAL, "@Shop", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Walls", SL_TASK_PARENT, "@Build", SL_TASK_START,
               "2026-09-07", SL_TASK_DUE, "2026-09-11", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Plans", SL_TASK_PARENT, "@Build", SL_TASK_START,
               "2026-08-03", SL_TASK_DUE, "2026-08-14", SL_TASK_STATUS, "done", -1);
  builder_add (store, SL_KIND_MILESTONE, SL_MILESTONE_TITLE, "Open", SL_MILESTONE_PARENT, "@Build",
               SL_MILESTONE_DUE, "2026-09-18", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Other", SL_TASK_START, "2026-09-14",
               SL_TASK_DUE, "2026-09-16", -1);
  return store;
}

static void
assert_reach (SlStore *store, const char *title, const char *wanted)
{
  const SlSnapshot *plan = sl_store_get_snapshot (store);
  SlId id = builder_find (store, title);
  g_autoptr (GArray) items = sl_replan_reach (plan, &id, 1);
  g_autoptr (GString) titles = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const SlReplanItem *item = &g_array_index (items, SlReplanItem, i);

      g_string_append_printf (titles, "%s%s%s", i > 0 ? " " : "",
                              sl_snapshot_title (plan, item->id), item->stays ? "!" : "");
    }
  g_assert_cmpstr (titles->str, ==, wanted);
}

static void
test_reach (void)
{
  g_autoptr (SlStore) store = make_plan ();
  SlId ids[] = { builder_find (store, "Grow"), builder_find (store, "Walls") };
  g_autoptr (GArray) items = sl_replan_reach (sl_store_get_snapshot (store), ids, 2);

  assert_reach (store, "Grow", "Grow Shop Build Walls Plans! Open");
  assert_reach (store, "Build", "Build Walls Plans! Open");
  assert_reach (store, "Other", "Other");
  g_assert_cmpuint (items->len, ==, 6);
  /* Plans began before, but it is done. */
  g_assert_cmpint (sl_replan_first_day (items), ==, sl_day_from_ymd (2026, 9, 7));
}

/* On to working days, with as many of them as before, over a holiday too. */
static void
test_shift (void)
{
  g_autoptr (SlStore) store = make_plan ();
  SlReplanItem walls, open, weekend = { .kind = SL_KIND_MILESTONE, .start = SL_INT_NULL };
  g_autoptr (SlCalendar) calendar = NULL;
  SlReplanItem moved;

  builder_add (store, SL_KIND_DAY_OFF, SL_DAY_OFF_DAY, "2026-09-16", SL_DAY_OFF_TITLE, "Fair", -1);
  calendar = sl_plan_calendar_new (sl_store_get_snapshot (store));
  g_assert_true (
      sl_replan_read (&walls, sl_store_get_snapshot (store), builder_find (store, "Walls")));
  g_assert_true (
      sl_replan_read (&open, sl_store_get_snapshot (store), builder_find (store, "Open")));
  moved = walls;
  sl_replan_shift (&moved, calendar, 7);
  assert_days (&moved, "2026-09-14", "2026-09-21");
  moved = walls;
  sl_replan_shift (&moved, calendar, 5); /* a Saturday */
  assert_days (&moved, "2026-09-14", "2026-09-21");
  moved = walls;
  sl_replan_shift (&moved, calendar, -1); /* a Sunday */
  assert_days (&moved, "2026-09-04", "2026-09-10");
  moved = open;
  sl_replan_shift (&moved, calendar, -2); /* the fair */
  assert_days (&moved, "none", "2026-09-15");
  weekend.due = sl_day_from_ymd (2026, 9, 19);
  sl_replan_shift (&weekend, calendar, 7); /* it stood on a Saturday on purpose */
  assert_days (&weekend, "none", "2026-09-26");
}

static void
test_carry (void)
{
  g_autoptr (SlStore) store = make_plan ();
  const SlSnapshot *plan = sl_store_get_snapshot (store);
  g_autoptr (SlCalendar) calendar = sl_plan_calendar_new (plan);
  SlReplanItem item;

  g_assert_true (sl_replan_read (&item, plan, builder_find (store, "Walls")));
  sl_replan_carry (&item, calendar, 3);
  assert_days (&item, "2026-12-07", "2026-12-11");
  g_assert_true (sl_replan_read (&item, plan, builder_find (store, "Walls")));
  item.begun = TRUE;
  sl_replan_carry (&item, calendar, 1); /* a Sunday */
  assert_days (&item, "2026-09-07", "2026-10-12");
  g_assert_true (sl_replan_read (&item, plan, builder_find (store, "Grow")));
  sl_replan_carry (&item, calendar, 2); /* February is shorter, and the 28th a Sunday */
  assert_days (&item, "none", "2027-03-01");
}

static void
assert_period (int first_month, int months, const char *from, const char *to)
{
  SlReplanItem period = { 0 };

  sl_replan_past_period (TODAY, first_month, months, &period.start, &period.due);
  assert_days (&period, from, to);
}

static void
test_left (void)
{
  g_autoptr (SlStore) store = make_plan ();
  const SlSnapshot *plan = sl_store_get_snapshot (store);
  g_autoptr (GArray) left = NULL;
  static const char *const wanted[] = { "Walls", "Other", "Open", "Shop" };

  assert_period (1, 3, "2026-07-01", "2026-09-30");
  assert_period (1, 1, "2026-10-01", "2026-10-31");
  assert_period (1, 12, "2025-01-01", "2025-12-31");
  assert_period (2, 3, "2026-08-01", "2026-10-31");
  assert_period (12, 12, "2024-12-01", "2025-11-30");
  left = sl_replan_left (plan, sl_day_from_ymd (2026, 7, 1), sl_day_from_ymd (2026, 9, 30));
  g_assert_cmpuint (left->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < left->len; i++)
    g_assert_cmpstr (sl_snapshot_title (plan, g_array_index (left, SlReplanItem, i).id), ==,
                     wanted[i]);
}

/* What was wrong before is no news. */
static void
test_broken (void)
{
  g_autoptr (SlStore) store = make_plan ();
  g_autoptr (SlSnapshot) before = NULL;
  g_autoptr (GPtrArray) news = NULL;
  g_autoptr (GPtrArray) nothing = NULL;

  builder_add (store, SL_KIND_DEPENDENCY, SL_DEPENDENCY_BEFORE, "@Walls", SL_DEPENDENCY_AFTER,
               "@Other", -1);
  builder_add (store, SL_KIND_DEPENDENCY, SL_DEPENDENCY_BEFORE, "@Other", SL_DEPENDENCY_AFTER,
               "@Open", -1);
  before = sl_snapshot_ref (sl_store_get_snapshot (store));
  builder_set (store, builder_find (store, "Walls"), SL_TASK_DUE, "2026-09-15");
  news = sl_replan_broken (before, sl_store_get_snapshot (store), TODAY);
  g_assert_cmpuint (news->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (news, 0), ==,
                   "“Other” starts on 14 Sep 2026, but its link to “Walls” allows 16 Sep 2026 at "
                   "the earliest");
  nothing = sl_replan_broken (sl_store_get_snapshot (store), sl_store_get_snapshot (store), TODAY);
  g_assert_cmpuint (nothing->len, ==, 0);
}

static void
set_text (CommandFixture *fixture, SlId id, const char *field, const char *value)
{
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", '%s', <'%s'>)", id, field, value));
}

static void
test_commands (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a"), b = command_goal (fixture, "b");
  SlId task = command_add (fixture, "task", SL_ID_NONE, "x");
  SlId done = command_add (fixture, "task", task, "y");
  g_autofree char *reason = NULL;
  SlId decision;

  set_text (fixture, b, "due", "2026-09-30");
  set_text (fixture, task, "start", "2026-09-07");
  set_text (fixture, task, "due", "2026-09-11");
  set_text (fixture, done, "due", "2026-09-09");
  set_text (fixture, done, "status", "done");
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'duration', <5.0>)", task));
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'goal', <int64 " ID_FORMAT ">)", task, b));
  command_run (fixture, "plan.shift", command_params ("([int64 " ID_FORMAT "], 14)", a));
  assert_label (fixture, "Shift “a” with all that belongs to it");
  assert_field (fixture, b, SL_GOAL_DUE, "2026-10-14");
  assert_field (fixture, task, SL_TASK_START, "2026-09-21");
  assert_field (fixture, task, SL_TASK_DUE, "2026-09-25");
  assert_field (fixture, task, SL_TASK_DURATION, "5");
  assert_field (fixture, done, SL_TASK_DUE, "2026-09-09");
  command_run_idle (fixture, "plan.shift", command_params ("([int64 " ID_FORMAT "], 14)", done));

  command_refuse (fixture, "plan.carry-over",
                  command_params ("([int64 " ID_FORMAT "], 3, ' ')", task), SL_ERROR_INVALID,
                  "why");
  command_refuse (fixture, "plan.carry-over",
                  command_params ("([int64 " ID_FORMAT "], 0, 'late')", task), SL_ERROR_INVALID,
                  "months");
  command_run (fixture, "plan.carry-over",
               command_params ("([int64 " ID_FORMAT ", " ID_FORMAT ", " ID_FORMAT
                               "], 3, 'Molds came late')",
                               b, task, done));
  assert_label (fixture, "Carry over “b (+2)”");
  assert_field (fixture, b, SL_GOAL_DUE, "2027-01-14");
  assert_field (fixture, task, SL_TASK_START, "2026-12-21");
  assert_field (fixture, done, SL_TASK_DUE, "2026-09-09");
  decision = command_find (fixture, SL_KIND_DECISION, "Carry over “b”");
  reason = command_field_text (fixture, decision, SL_DECISION_REASON);
  g_assert_cmpstr (reason, ==, "Molds came late");
  command_find (fixture, SL_KIND_DECISION, "Carry over “x”");
}

int
main (int argc, char **argv)
{
  state_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/replan/reach", test_reach);
  g_test_add_func ("/core/replan/shift", test_shift);
  g_test_add_func ("/core/replan/carry", test_carry);
  g_test_add_func ("/core/replan/left", test_left);
  g_test_add_func ("/core/replan/broken", test_broken);
  g_test_add ("/core/replan/commands", CommandFixture, NULL, command_set_up, test_commands,
              command_tear_down);
  int status = g_test_run ();
  state_clear ();
  return status;
}
