/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans with written dates: what is critical, how far things slip, and where dates disagree. */

#include "config.h"

#include "analysis/sl-plan-schedule.h"
#include "base/sl-date.h"
#include "plan-builder.h"

/* Monday to Friday, 16 to 20 March 2026, and the week after. */
#define MON "2026-03-16"
#define TUE "2026-03-17"
#define WED "2026-03-18"
#define THU "2026-03-19"
#define FRI "2026-03-20"
#define SAT "2026-03-21"
#define MON2 "2026-03-23"
#define TUE2 "2026-03-24"
#define WED2 "2026-03-25"

static gint64
day_of (const char *iso)
{
  gint64 day;
  g_assert_true (sl_day_from_iso (iso, &day));
  return day;
}

static SlPlanSchedule *
compute (SlStore *store)
{
  return sl_plan_schedule_new (sl_store_get_snapshot (store), day_of (MON));
}

static const SlPlanItem *
item_of (SlStore *store, SlPlanSchedule *schedule, const char *title)
{
  const SlPlanItem *item = sl_plan_schedule_get (schedule, builder_find (store, title));
  g_assert_nonnull (item);
  return item;
}

static void
add_task (SlStore *store, const char *title, const char *start, const char *due)
{
  SlId id = builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, title, -1);
  if (start != NULL)
    builder_set (store, id, SL_TASK_START, start);
  if (due != NULL)
    builder_set (store, id, SL_TASK_DUE, due);
}

static SlId
add_link (SlStore *store, const char *before, const char *after, const char *type, const char *lag)
{
  return builder_add (store, SL_KIND_DEPENDENCY, SL_DEPENDENCY_BEFORE, before, SL_DEPENDENCY_AFTER,
                      after, SL_DEPENDENCY_TYPE, type, SL_DEPENDENCY_LAG, lag, -1);
}

/* All conflicts, one a line. */
static char *
conflicts_of (SlPlanSchedule *schedule)
{
  const GArray *conflicts = sl_plan_schedule_get_conflicts (schedule);
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < conflicts->len; i++)
    {
      const SlPlanConflict *conflict = &g_array_index (conflicts, SlPlanConflict, i);
      g_string_append_printf (text, "%s%s [%g]", i > 0 ? "\n" : "", conflict->sentence,
                              conflict->days);
    }
  return g_string_free (text, FALSE);
}

static void
assert_conflicts (SlStore *store, const char *want)
{
  g_autoptr (SlPlanSchedule) schedule = compute (store);
  g_autofree char *got = conflicts_of (schedule);
  g_assert_cmpstr (got, ==, want);
}

/* Build Mon-Wed, test Thu-Fri, write Mon-Tue; launch on the Friday. */
static void
fill (SlStore *store)
{
  add_task (store, "build", MON, WED);
  add_task (store, "test", THU, FRI);
  add_task (store, "write", MON, TUE);
  builder_add (store, SL_KIND_MILESTONE, SL_MILESTONE_TITLE, "launch", SL_MILESTONE_DUE, FRI, -1);
  add_link (store, "@build", "@test", "fs", "0");
  add_link (store, "@test", "@launch", "fs", "0");
  add_link (store, "@write", "@launch", "fs", "0");
}

static void
test_critical (void)
{
  g_autoptr (SlStore) store = builder_new ();
  fill (store);
  SlId link = add_link (store, "@write", "@test", "fs", "0");
  g_autoptr (SlPlanSchedule) schedule = compute (store);
  g_assert_true (item_of (store, schedule, "build")->critical);
  g_assert_true (item_of (store, schedule, "test")->critical);
  const SlPlanItem *launch = item_of (store, schedule, "launch");
  g_assert_true (launch->critical);
  g_assert_cmpint (launch->early_start, ==, day_of (FRI));
  g_assert_cmpint (launch->early_finish, ==, day_of (FRI));
  const SlPlanItem *write = item_of (store, schedule, "write");
  g_assert_false (write->critical);
  g_assert_cmpfloat (write->slack, ==, 1.0);
  g_assert_cmpfloat (write->free_slack, ==, 1.0);
  g_assert_cmpint (write->late_start, ==, day_of (TUE));
  g_assert_cmpint (write->late_finish, ==, day_of (WED));
  g_assert_cmpint (sl_plan_schedule_get_finish (schedule), ==, day_of (FRI));
  const SlPlanItem *test = item_of (store, schedule, "test");
  g_assert_true (sl_plan_schedule_is_critical_link (schedule, test->driver));
  g_assert_false (sl_plan_schedule_is_critical_link (schedule, link));
  g_assert_null (sl_plan_schedule_get (schedule, 4711));
  g_assert_cmpuint (sl_plan_schedule_get_conflicts (schedule)->len, ==, 0);
}

static void
test_explain (void)
{
  g_autoptr (SlStore) store = builder_new ();
  fill (store);
  g_autoptr (SlPlanSchedule) schedule = compute (store);
  g_autofree char *test = sl_plan_schedule_explain (schedule, builder_find (store, "test"));
  g_assert_cmpstr (test, ==,
                   "“test” cannot start before 19 Mar 2026 because “build” ends on 18 Mar 2026; it "
                   "cannot slip without moving the end of the plan.");
  g_autofree char *write = sl_plan_schedule_explain (schedule, builder_find (store, "write"));
  g_assert_cmpstr (write, ==,
                   "“write” starts on 16 Mar 2026 by its own dates; it can slip 3 working days "
                   "before the end of the plan moves.");
  g_autofree char *none = sl_plan_schedule_explain (schedule, 4711);
  g_assert_cmpstr (none, ==, "");
}

/* A summary is as critical as its parts, however deep. */
static void
test_summary (void)
{
  g_autoptr (SlStore) store = builder_new ();
  add_task (store, "all", "2020-01-01", "2030-01-01");
  add_task (store, "half", NULL, NULL);
  fill (store);
  builder_set (store, builder_find (store, "half"), SL_TASK_PARENT, "@all");
  builder_set (store, builder_find (store, "build"), SL_TASK_PARENT, "@half");
  builder_set (store, builder_find (store, "launch"), SL_MILESTONE_PARENT, "@all");
  g_autoptr (SlPlanSchedule) schedule = compute (store);
  const SlPlanItem *all = item_of (store, schedule, "all");
  g_assert_true (all->is_summary);
  g_assert_true (all->critical);
  /* its own dates are those of its parts */
  g_assert_cmpint (all->early_start, ==, day_of (MON));
  g_assert_cmpint (all->early_finish, ==, day_of (FRI));
  g_assert_true (item_of (store, schedule, "half")->critical);
  /* a link to the whole */
  add_task (store, "after", THU, FRI);
  add_link (store, "@all", "@after", "fs", "0");
  assert_conflicts (store,
                    "“after” starts on 19 Mar 2026, but its link to “all” allows 20 Mar 2026 "
                    "at the earliest [1]");
}

static void
test_done_and_dropped (void)
{
  g_autoptr (SlStore) store = builder_new ();
  fill (store);
  builder_set (store, builder_find (store, "build"), SL_TASK_STATUS, "done");
  add_task (store, "later", MON, "2027-03-16");
  builder_set (store, builder_find (store, "later"), SL_TASK_STATUS, "dropped");
  g_autoptr (SlPlanSchedule) schedule = compute (store);
  g_assert_false (item_of (store, schedule, "build")->critical);
  g_assert_true (item_of (store, schedule, "test")->critical);
  g_assert_null (sl_plan_schedule_get (schedule, builder_find (store, "later")));
  g_assert_cmpint (sl_plan_schedule_get_finish (schedule), ==, day_of (FRI));
}

static void
test_link_conflicts (void)
{
  static const struct
  {
    const char *type;
    const char *lag;
    const char *start;
    const char *due;
    const char *want;
  } cases[] = {
    /* "first" runs Monday to Wednesday */
    { "fs", "0", THU, FRI, "" },
    { "fs", "0", WED, FRI,
      "“next” starts on 18 Mar 2026, but its link to “first” allows 19 Mar 2026 at the earliest "
      "[1]" },
    { "fs", "-1", WED, FRI, "" },
    { "fs", "2", FRI, FRI,
      "“next” starts on 20 Mar 2026, but its link to “first” allows 23 Mar 2026 at the earliest "
      "[1]" },
    { "ss", "1", MON, FRI,
      "“next” starts on 16 Mar 2026, but its link to “first” allows 17 Mar 2026 at the earliest "
      "[1]" },
    { "ss", "0", MON, FRI, "" },
    { "ff", "0", MON, WED, "" },
    { "ff", "0", MON, TUE,
      "“next” ends on 17 Mar 2026, but its link to “first” allows 18 Mar 2026 at the earliest "
      "[1]" },
    { "sf", "5", MON, FRI, "" },
    { "sf", "5", MON, THU,
      "“next” ends on 19 Mar 2026, but its link to “first” allows 20 Mar 2026 at the earliest "
      "[1]" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlStore) store = builder_new ();
      add_task (store, "first", MON, WED);
      add_task (store, "next", cases[i].start, cases[i].due);
      add_link (store, "@first", "@next", cases[i].type, cases[i].lag);
      assert_conflicts (store, cases[i].want);
    }
}

/* Half days fit into one day, and milestones into the day of either neighbour. */
static void
test_fitting_days (void)
{
  g_autoptr (SlStore) store = builder_new ();
  add_task (store, "morning", MON, MON);
  add_task (store, "afternoon", MON, MON);
  builder_set (store, builder_find (store, "morning"), SL_TASK_DURATION, "0.5");
  builder_set (store, builder_find (store, "afternoon"), SL_TASK_DURATION, "0.5");
  add_link (store, "@morning", "@afternoon", "fs", "0");
  builder_add (store, SL_KIND_MILESTONE, SL_MILESTONE_TITLE, "gate", SL_MILESTONE_DUE, MON, -1);
  add_link (store, "@afternoon", "@gate", "fs", "0");
  add_task (store, "same day", MON, TUE);
  add_link (store, "@gate", "@same day", "fs", "0");
  assert_conflicts (store, "");
  /* over a weekend nothing is lost */
  add_task (store, "friday", FRI, FRI);
  add_task (store, "saturday", SAT, MON2);
  add_link (store, "@friday", "@saturday", "fs", "0");
  assert_conflicts (store, "");
}

static void
test_own_conflicts (void)
{
  g_autoptr (SlStore) store = builder_new ();
  add_task (store, "work", TUE, THU);
  SlId work = builder_find (store, "work");
  builder_set (store, work, SL_TASK_DEADLINE, WED);
  assert_conflicts (store, "“work” ends on 19 Mar 2026, after its deadline of 18 Mar 2026 [1]");
  g_autoptr (SlPlanSchedule) schedule = compute (store);
  g_assert_cmpfloat (item_of (store, schedule, "work")->slack, ==, -1.0);
  g_autofree char *text = sl_plan_schedule_explain (schedule, work);
  g_assert_cmpstr (text, ==,
                   "“work” starts on 17 Mar 2026 by its own dates; it is late by 1 working day.");
  builder_set (store, work, SL_TASK_DEADLINE, THU);
  assert_conflicts (store, "");

  static const struct
  {
    const char *type;
    const char *day;
    const char *want;
  } cases[] = {
    { "must_start", TUE, "" },
    { "must_start", MON, "“work” starts on 17 Mar 2026, but must start on 16 Mar 2026 [1]" },
    { "must_start", WED, "“work” starts on 17 Mar 2026, but must start on 18 Mar 2026 [1]" },
    { "must_finish", FRI, "“work” ends on 19 Mar 2026, but must end on 20 Mar 2026 [1]" },
    { "start_no_earlier", MON, "" },
    { "start_no_earlier", THU,
      "“work” starts on 17 Mar 2026, but must not start before 19 Mar 2026 [2]" },
    { "start_no_later", MON, "“work” starts on 17 Mar 2026, but must start by 16 Mar 2026 [1]" },
    { "start_no_later", WED, "" },
    { "finish_no_earlier", FRI,
      "“work” ends on 19 Mar 2026, but must not end before 20 Mar 2026 [1]" },
    { "finish_no_later", TUE, "“work” ends on 19 Mar 2026, but must end by 17 Mar 2026 [2]" },
    { "asap", TUE, "" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      builder_set (store, work, SL_TASK_CONSTRAINT, cases[i].type);
      builder_set (store, work, SL_TASK_CONSTRAINT_DAY, cases[i].day);
      assert_conflicts (store, cases[i].want);
    }
}

static void
test_cycle (void)
{
  g_autoptr (SlStore) store = builder_new ();
  add_task (store, "a", NULL, NULL);
  add_task (store, "b", NULL, NULL);
  add_link (store, "@a", "@b", "fs", "0");
  add_link (store, "@b", "@a", "fs", "0");
  assert_conflicts (store, "These wait for each other in a circle: “a”, “b” [0]");
}

/* Goals take part when something links them; days off shift what follows. */
static void
test_goals_and_days_off (void)
{
  g_autoptr (SlStore) store = builder_new ();
  add_task (store, "build", MON, FRI);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "sell", SL_GOAL_START, MON2, SL_GOAL_DUE, TUE2,
               -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "free", SL_GOAL_DUE, TUE2, -1);
  SlId link = add_link (store, "@build", "@sell", "fs", "1");
  g_autoptr (SlPlanSchedule) schedule = compute (store);
  g_assert_null (sl_plan_schedule_get (schedule, builder_find (store, "free")));
  const SlPlanItem *sell = item_of (store, schedule, "sell");
  g_assert_cmpint (sell->early_start, ==, day_of (TUE2));
  g_assert_cmpint (sell->early_finish, ==, day_of (WED2));
  g_assert_cmpint (sell->driver, ==, link);
  builder_add (store, SL_KIND_DAY_OFF, SL_DAY_OFF_DAY, TUE2, -1);
  g_autoptr (SlPlanSchedule) holiday = compute (store);
  g_assert_cmpint (item_of (store, holiday, "sell")->early_start, ==, day_of (WED2));
}

/* Half known dates, none at all, and none in the whole plan. */
static void
test_undated (void)
{
  g_autoptr (SlStore) store = builder_new ();
  add_task (store, "nothing", NULL, NULL);
  add_task (store, "three days", NULL, NULL);
  builder_set (store, builder_find (store, "three days"), SL_TASK_DURATION, "3");
  g_autoptr (SlPlanSchedule) bare = compute (store);
  const SlPlanItem *item = item_of (store, bare, "three days");
  g_assert_cmpint (item->early_start, ==, day_of (MON));
  g_assert_cmpint (item->early_finish, ==, day_of (WED));
  add_task (store, "due only", NULL, FRI);
  add_task (store, "due and days", NULL, FRI);
  builder_set (store, builder_find (store, "due and days"), SL_TASK_DURATION, "2");
  add_task (store, "start and days", THU, NULL);
  builder_set (store, builder_find (store, "start and days"), SL_TASK_DURATION, "3");
  g_autoptr (SlPlanSchedule) schedule = compute (store);
  item = item_of (store, schedule, "due only");
  g_assert_cmpint (item->early_start, ==, day_of (FRI));
  g_assert_cmpint (item->early_finish, ==, day_of (FRI));
  item = item_of (store, schedule, "due and days");
  g_assert_cmpint (item->early_start, ==, day_of (THU));
  g_assert_cmpint (item->early_finish, ==, day_of (FRI));
  item = item_of (store, schedule, "start and days");
  g_assert_cmpint (item->early_finish, ==, day_of (MON2));
  item = item_of (store, schedule, "nothing");
  g_assert_cmpint (item->early_start, ==, item->early_finish);
}

static void
test_empty_plan (void)
{
  g_autoptr (SlStore) store = sl_store_new ();
  g_autoptr (SlPlanSchedule) schedule = compute (store);
  g_assert_cmpuint (sl_plan_schedule_get_conflicts (schedule)->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/plan-schedule/critical", test_critical);
  g_test_add_func ("/core/plan-schedule/explain", test_explain);
  g_test_add_func ("/core/plan-schedule/summary", test_summary);
  g_test_add_func ("/core/plan-schedule/done-and-dropped", test_done_and_dropped);
  g_test_add_func ("/core/plan-schedule/link-conflicts", test_link_conflicts);
  g_test_add_func ("/core/plan-schedule/fitting-days", test_fitting_days);
  g_test_add_func ("/core/plan-schedule/own-conflicts", test_own_conflicts);
  g_test_add_func ("/core/plan-schedule/cycle", test_cycle);
  g_test_add_func ("/core/plan-schedule/goals-and-days-off", test_goals_and_days_off);
  g_test_add_func ("/core/plan-schedule/undated", test_undated);
  g_test_add_func ("/core/plan-schedule/empty-plan", test_empty_plan);
  return g_test_run ();
}
