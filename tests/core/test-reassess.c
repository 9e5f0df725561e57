/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The clock of re-assessment: from which day each kind counts, what has none, and the command that
 * says "still true". */

#include "config.h"

#include "analysis/sl-reassess.h"
#include "base/sl-date.h"
#include "command-fixture.h"
#include "plan-builder.h"

#define TODAY (sl_day_from_ymd (2026, 3, 16))

static SlReassess *
read_clocks (SlStore *store)
{
  return sl_reassess_new (sl_store_get_snapshot (store), TODAY);
}

static void
assert_clock (SlStore *store, SlId id, gint64 last, gint64 interval)
{
  g_autoptr (SlReassess) clocks = read_clocks (store);
  const SlReassessment *clock = sl_reassess_find (clocks, id);

  g_assert_nonnull (clock);
  g_assert_cmpint (clock->last, ==, last);
  g_assert_cmpint (clock->interval, ==, interval);
}

static void
assert_none (SlStore *store, SlId id)
{
  g_autoptr (SlReassess) clocks = read_clocks (store);

  g_assert_null (sl_reassess_find (clocks, id));
  g_assert_false (sl_reassess_is_due (clocks, id));
}

static void
test_goals (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlId goal = builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Cut costs", -1);

  assert_none (store, goal);
  builder_set (store, goal, SL_GOAL_ASSESSED, "2025-12-01");
  assert_clock (store, goal, sl_day_from_ymd (2025, 12, 1), 90);
  /* agreed later; an agreement to come counts for nothing */
  builder_add (store, SL_KIND_BASELINE, SL_BASELINE_ITEM, "@Cut costs", SL_BASELINE_DAY,
               "2026-01-10", SL_BASELINE_NUMBER, "1", -1);
  builder_add (store, SL_KIND_BASELINE, SL_BASELINE_ITEM, "@Cut costs", SL_BASELINE_DAY,
               "2026-05-01", SL_BASELINE_NUMBER, "2", -1);
  assert_clock (store, goal, sl_day_from_ymd (2026, 1, 10), 90);
  builder_set (store, goal, SL_GOAL_REASSESS_DAYS, "30");
  assert_clock (store, goal, sl_day_from_ymd (2026, 1, 10), 30);
  builder_set (store, goal, SL_GOAL_STATUS, "done");
  assert_none (store, goal);
}

static void
test_the_last_day_is_not_late (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlId goal = builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Grow", SL_GOAL_ASSESSED,
                           "2026-03-06", SL_GOAL_REASSESS_DAYS, "10", -1);

  for (guint late = 0; late < 2; late++)
    {
      g_autoptr (SlReassess) clocks = sl_reassess_new (sl_store_get_snapshot (store), TODAY + late);

      g_assert_cmpint (sl_reassess_days_late (clocks, sl_reassess_find (clocks, goal)), ==, late);
      g_assert_cmpint (sl_reassess_is_due (clocks, goal), ==, late > 0);
      g_assert_cmpuint (sl_reassess_get_due (clocks)->len, ==, late);
    }
}

static void
test_positions (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlId project = sl_snapshot_project_id (sl_store_get_snapshot (store));
  SlId goal = builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Grow", -1);
  SlId party = builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Sales", -1);
  SlId position = builder_add (store, SL_KIND_POSITION, SL_POSITION_PARTY, "@Sales",
                               SL_POSITION_GOAL, "@Grow", -1);

  assert_none (store, position);
  builder_set (store, position, SL_POSITION_DAY, "2025-11-01");
  assert_clock (store, position, sl_day_from_ymd (2025, 11, 1), 120);
  builder_set (store, project, SL_PROJECT_POSITION_DAYS, "200");
  assert_clock (store, position, sl_day_from_ymd (2025, 11, 1), 200);
  builder_set (store, party, SL_PARTY_GONE, "1");
  assert_none (store, position);
  builder_set (store, party, SL_PARTY_GONE, "0");
  builder_set (store, goal, SL_GOAL_STATUS, "parked");
  assert_none (store, position);
}

static void
test_kpis_and_alliances (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlId goal = builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Grow", -1);
  SlId kpi = builder_add (store, SL_KIND_KPI, SL_KPI_TITLE, "Revenue", SL_KPI_GOAL, "@Grow", -1);
  SlId alliance = builder_add (store, SL_KIND_ALLIANCE, SL_ALLIANCE_TITLE, "Steel", -1);

  assert_none (store, kpi);
  builder_set (store, kpi, SL_KPI_BASELINE_DAY, "2025-10-01");
  assert_clock (store, kpi, sl_day_from_ymd (2025, 10, 1), 30);
  builder_add (store, SL_KIND_KPI_VALUE, SL_KPI_VALUE_KPI, "@Revenue", SL_KPI_VALUE_DAY,
               "2026-02-01", SL_KPI_VALUE_VALUE, "5", -1);
  builder_add (store, SL_KIND_KPI_VALUE, SL_KPI_VALUE_KPI, "@Revenue", SL_KPI_VALUE_DAY,
               "2026-01-01", SL_KPI_VALUE_VALUE, "4", -1);
  assert_clock (store, kpi, sl_day_from_ymd (2026, 2, 1), 30);
  builder_set (store, goal, SL_GOAL_START, "2026-04-01");
  assert_none (store, kpi);

  assert_none (store, alliance);
  builder_set (store, alliance, SL_ALLIANCE_START, "2025-01-01");
  assert_clock (store, alliance, sl_day_from_ymd (2025, 1, 1), 180);
  builder_set (store, alliance, SL_ALLIANCE_SIGNED, "2025-02-01");
  builder_set (store, alliance, SL_ALLIANCE_ASSESSED, "2025-09-01");
  assert_clock (store, alliance, sl_day_from_ymd (2025, 9, 1), 180);
  builder_set (store, alliance, SL_ALLIANCE_END, "2026-01-01");
  assert_none (store, alliance);
}

/* By how many intervals, not by how many days. */
static void
test_order (void)
{
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (SlReassess) clocks = NULL;
  SlId slow = builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Grow", SL_GOAL_ASSESSED,
                           "2025-03-01", SL_GOAL_REASSESS_DAYS, "300", -1);
  SlId quick = builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Cut costs", SL_GOAL_ASSESSED,
                            "2026-02-16", SL_GOAL_REASSESS_DAYS, "7", -1);
  const GArray *due;

  clocks = read_clocks (store);
  due = sl_reassess_get_due (clocks);
  g_assert_cmpuint (due->len, ==, 2);
  g_assert_true (g_array_index (due, SlReassessment, 0).id == quick);
  g_assert_true (g_array_index (due, SlReassessment, 1).id == slow);
}

static SlId
add (CommandFixture *fixture, const char *kind, const char *fields)
{
  return command_run (fixture, "record.add",
                      command_params ("('%s', int64 0, int64 -1, %s)", kind, fields));
}

static void
test_renew (CommandFixture *fixture, gconstpointer data)
{
  SlId a = command_goal (fixture, "a");
  SlId sales = command_find (fixture, SL_KIND_PARTY, "Sales");
  SlId alliance = command_add (fixture, "alliance", SL_ID_NONE, "Steel");
  SlId position = command_run (
      fixture, "position.set",
      command_params ("(int64 " ID_FORMAT ", int64 " ID_FORMAT ", int64 2, 'said')", sales, a));

  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'day', <int64 20000>)", position));
  command_run (fixture, "record.renew",
               command_params ("([int64 " ID_FORMAT ", " ID_FORMAT ", " ID_FORMAT "],)", a,
                               position, alliance));
  assert_field (fixture, a, SL_GOAL_ASSESSED, "2026-03-16");
  assert_field (fixture, position, SL_POSITION_DAY, "2026-03-16");
  assert_field (fixture, position, SL_POSITION_VALUE, "2");
  assert_field (fixture, position, SL_POSITION_SOURCE, "said");
  assert_field (fixture, alliance, SL_ALLIANCE_ASSESSED, "2026-03-16");
  assert_label (fixture, "“a (+2)”: still true");
  command_run_idle (fixture, "record.renew", command_params ("([int64 " ID_FORMAT "],)", a));
  command_refuse (fixture, "record.renew", command_params ("([int64 " ID_FORMAT "],)", sales),
                  SL_ERROR_INVALID, "never asked again");
}

static void
test_renew_kpi (CommandFixture *fixture, gconstpointer data)
{
  SlId kpi = add (fixture, "kpi", "{'title': <'Revenue'>}");
  g_autofree char *fields = NULL;
  const SlTable *values;

  command_refuse (fixture, "record.renew", command_params ("([int64 " ID_FORMAT "],)", kpi),
                  SL_ERROR_INVALID, "no value yet");
  fields = g_strdup_printf ("{'kpi': <int64 " ID_FORMAT ">, 'day': <int64 20000>, 'value': <7.5>}",
                            kpi);
  add (fixture, "kpi_value", fields);
  command_run (fixture, "record.renew", command_params ("([int64 " ID_FORMAT "],)", kpi));
  values = sl_snapshot_table (command_plan (fixture), SL_KIND_KPI_VALUE);
  g_assert_cmpuint (sl_table_n_rows (values), ==, 2);
  for (guint row = 0; row < 2; row++)
    g_assert_cmpfloat (sl_table_real (values, row, SL_KPI_VALUE_VALUE), ==, 7.5);
  command_run_idle (fixture, "record.renew", command_params ("([int64 " ID_FORMAT "],)", kpi));
}

int
main (int argc, char **argv)
{
  int status;

  state_init ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/reassess/goals", test_goals);
  g_test_add_func ("/core/reassess/the-last-day-is-not-late", test_the_last_day_is_not_late);
  g_test_add_func ("/core/reassess/positions", test_positions);
  g_test_add_func ("/core/reassess/kpis-and-alliances", test_kpis_and_alliances);
  g_test_add_func ("/core/reassess/order", test_order);
  g_test_add ("/core/reassess/renew", CommandFixture, NULL, command_set_up, test_renew,
              command_tear_down);
  g_test_add ("/core/reassess/renew-kpi", CommandFixture, NULL, command_set_up, test_renew_kpi,
              command_tear_down);
  status = g_test_run ();
  state_clear ();
  return status;
}
