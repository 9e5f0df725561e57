/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How grave risks are, when their trigger is met, and what starting a contingency plan does. */

#include "config.h"

#include "analysis/sl-risks.h"
#include "base/sl-date.h"
#include "base/sl-error.h"
#include "command-fixture.h"
#include "plan-builder.h"

#include <math.h>

static void
test_zones (void)
{
  static const struct
  {
    gint64 probability, impact;
    SlRiskZone zone;
  } cases[] = {
    { 1, 1, SL_RISK_ZONE_LOW },    { 2, 2, SL_RISK_ZONE_LOW },  { 1, 5, SL_RISK_ZONE_MEDIUM },
    { 3, 3, SL_RISK_ZONE_MEDIUM }, { 4, 3, SL_RISK_ZONE_HIGH }, { 5, 5, SL_RISK_ZONE_HIGH },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (sl_risk_zone (cases[i].probability, cases[i].impact), ==, cases[i].zone);
}

/* The one risk of a plan at 16 March 2026. */
static SlTrigger
trigger_with (guint field, const char *text, double *current)
{
  g_autoptr (SlStore) store = builder_new ();
  SlSnapshot *plan = sl_store_get_snapshot (store);
  gint64 today = sl_day_from_ymd (2026, 3, 16);
  SlId risk;

  builder_add (store, SL_KIND_KPI, SL_KPI_TITLE, "Halls", SL_KPI_BASELINE, "0", SL_KPI_TARGET, "6",
               -1);
  builder_add (store, SL_KIND_KPI_VALUE, SL_KPI_VALUE_KPI, "@Halls", SL_KPI_VALUE_DAY, "2026-03-01",
               SL_KPI_VALUE_VALUE, "3", -1);
  risk = builder_add (store, SL_KIND_RISK, SL_RISK_TITLE, "Fire", SL_RISK_PLAN, "Move",
                      SL_RISK_TRIGGER_KPI, "@Halls", -1);
  builder_set (store, risk, field, text);
  plan = sl_store_get_snapshot (store);
  g_autoptr (SlGoalProgress) progress = sl_goal_progress_new (plan, today);
  return sl_risk_trigger (sl_snapshot_table (plan, SL_KIND_RISK), 0, progress, today, current);
}

static void
test_trigger (void)
{
  double current;

  g_assert_cmpint (trigger_with (SL_RISK_TRIGGER_BELOW, "4", &current), ==, SL_TRIGGER_BELOW);
  g_assert_cmpfloat (current, ==, 3.0);
  g_assert_cmpint (trigger_with (SL_RISK_TRIGGER_BELOW, "3", &current), ==, SL_TRIGGER_NOT_MET);
  g_assert_cmpint (trigger_with (SL_RISK_TRIGGER_ABOVE, "2.5", &current), ==, SL_TRIGGER_ABOVE);
  g_assert_cmpint (trigger_with (SL_RISK_TRIGGER_DAY, "2026-03-16", &current), ==, SL_TRIGGER_DAY);
  g_assert_cmpint (trigger_with (SL_RISK_TRIGGER_DAY, "2026-03-17", &current), ==,
                   SL_TRIGGER_NOT_MET);
  g_assert_cmpint (trigger_with (SL_RISK_STATUS, "happened", &current), ==, SL_TRIGGER_HAPPENED);
  g_assert_cmpint (trigger_with (SL_RISK_STATUS, "closed", &current), ==, SL_TRIGGER_NOT_MET);
}

static void
test_scores (void)
{
  g_autoptr (SlStore) store = builder_new ();
  const SlTable *risks;

  builder_add (store, SL_KIND_RISK, SL_RISK_TITLE, "Fire", SL_RISK_PROBABILITY, "3", SL_RISK_IMPACT,
               "4", SL_RISK_RESIDUAL_PROBABILITY, "2", -1);
  risks = sl_snapshot_table (sl_store_get_snapshot (store), SL_KIND_RISK);
  g_assert_cmpuint (sl_risk_score (risks, 0, FALSE), ==, 12);
  g_assert_cmpuint (sl_risk_score (risks, 0, TRUE), ==, 0);
}

static SlId
add_task (CommandFixture *fixture, SlId risk, const char *title, const char *start, const char *due)
{
  SlId task = command_add (fixture, "task", SL_ID_NONE, title);
  gint64 day;

  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'risk', <int64 " ID_FORMAT ">)", task, risk));
  command_run (
      fixture, "record.set",
      command_params ("(int64 " ID_FORMAT ", 'status', <int64 %d>)", task, SL_TASK_PARKED));
  g_assert_true (sl_day_from_iso (start, &day));
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'start', <int64 " ID_FORMAT ">)", task, day));
  g_assert_true (sl_day_from_iso (due, &day));
  command_run (fixture, "record.set",
               command_params ("(int64 " ID_FORMAT ", 'due', <int64 " ID_FORMAT ">)", task, day));
  return task;
}

/* One step: parked tasks open and move as a whole to today, a decision says so. */
static void
test_activate (CommandFixture *fixture, gconstpointer data)
{
  SlId risk = command_add (fixture, "risk", SL_ID_NONE, "Fire");
  SlId rent = add_task (fixture, risk, "Rent a hall", "2026-03-02", "2026-03-06");
  SlId move = add_task (fixture, risk, "Move", "2026-03-09", "2026-03-20");
  SlId other = command_add (fixture, "task", SL_ID_NONE, "Paint");

  sl_day_set_today (sl_day_from_ymd (2026, 3, 16));
  command_run (fixture, "risk.activate", command_params ("(int64 " ID_FORMAT ",)", risk));
  assert_label (fixture, "Start the contingency plan of “Fire”");
  assert_field (fixture, risk, SL_RISK_ACTIVATED, "2026-03-16");
  assert_field (fixture, rent, SL_TASK_STATUS, "open");
  assert_field (fixture, rent, SL_TASK_START, "2026-03-16");
  assert_field (fixture, rent, SL_TASK_DUE, "2026-03-20");
  assert_field (fixture, move, SL_TASK_START, "2026-03-23");
  assert_field (fixture, move, SL_TASK_DUE, "2026-04-03");
  assert_field (fixture, other, SL_TASK_START, "");
  g_assert_cmpuint (sl_table_n_rows (sl_snapshot_table (command_plan (fixture), SL_KIND_DECISION)),
                    ==, 1);
  command_refuse (fixture, "risk.activate", command_params ("(int64 " ID_FORMAT ",)", risk),
                  SL_ERROR_INVALID, "active already");
  command_refuse (fixture, "risk.activate", command_params ("(int64 " ID_FORMAT ",)", rent),
                  SL_ERROR_INVALID, "risk");
}

/* Tasks that lie ahead stay where they are. */
static void
test_ahead (CommandFixture *fixture, gconstpointer data)
{
  SlId risk = command_add (fixture, "risk", SL_ID_NONE, "Fire");
  SlId rent = add_task (fixture, risk, "Rent a hall", "2026-05-04", "2026-05-08");

  sl_day_set_today (sl_day_from_ymd (2026, 3, 16));
  command_run (fixture, "risk.activate", command_params ("(int64 " ID_FORMAT ",)", risk));
  assert_field (fixture, rent, SL_TASK_STATUS, "open");
  assert_field (fixture, rent, SL_TASK_START, "2026-05-04");
}

static void
test_place (CommandFixture *fixture, gconstpointer data)
{
  SlId risk = command_add (fixture, "risk", SL_ID_NONE, "Fire");
  SlId goal = command_add (fixture, "goal", SL_ID_NONE, "Sell");

  command_run (fixture, "risk.place",
               command_params ("(int64 " ID_FORMAT ", int64 4, int64 5)", risk));
  assert_label (fixture, "Set probability and impact of “Fire”");
  assert_field (fixture, risk, SL_RISK_PROBABILITY, "4");
  assert_field (fixture, risk, SL_RISK_IMPACT, "5");
  assert_field (fixture, risk, SL_RISK_RESIDUAL_IMPACT, "");
  command_run (fixture, "risk.place-residual",
               command_params ("(int64 " ID_FORMAT ", int64 2, int64 3)", risk));
  assert_label (fixture, "Set what is left of “Fire” after countermeasures");
  assert_field (fixture, risk, SL_RISK_PROBABILITY, "4");
  assert_field (fixture, risk, SL_RISK_RESIDUAL_PROBABILITY, "2");
  assert_field (fixture, risk, SL_RISK_RESIDUAL_IMPACT, "3");
  command_refuse (fixture, "risk.place",
                  command_params ("(int64 " ID_FORMAT ", int64 1, int64 6)", risk),
                  SL_ERROR_INVALID, "Impact");
  command_refuse (fixture, "risk.place-residual",
                  command_params ("(int64 " ID_FORMAT ", int64 1, int64 1)", goal),
                  SL_ERROR_INVALID, "risk");
}

/* Pasted rows: all or none, and one step. */
static void
test_add_many (CommandFixture *fixture, gconstpointer data)
{
  SlId first = command_run (fixture, "record.add-many",
                            command_params ("('risk', [{'title': <'Fire'>, 'impact': <int64 5>}, "
                                            "{'title': <'Flood'>}])"));

  assert_field (fixture, first, SL_RISK_TITLE, "Fire");
  assert_field (fixture, first, SL_RISK_IMPACT, "5");
  assert_label (fixture, "Add “Fire” and others");
  command_refuse (fixture, "record.add-many",
                  command_params ("('risk', [{'title': <'Storm'>}, {'impact': <int64 6>}])"),
                  SL_ERROR_INVALID, "Impact");
  command_refuse (fixture, "record.add-many", command_params ("('cloud', [{'title': <'A'>}])"),
                  SL_ERROR_INVALID, "cloud");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/risks/zones", test_zones);
  g_test_add_func ("/core/risks/trigger", test_trigger);
  g_test_add_func ("/core/risks/scores", test_scores);
  g_test_add ("/core/risks/activate", CommandFixture, NULL, command_set_up, test_activate,
              command_tear_down);
  g_test_add ("/core/risks/ahead", CommandFixture, NULL, command_set_up, test_ahead,
              command_tear_down);
  g_test_add ("/core/risks/place", CommandFixture, NULL, command_set_up, test_place,
              command_tear_down);
  g_test_add ("/core/risks/add-many", CommandFixture, NULL, command_set_up, test_add_many,
              command_tear_down);
  return g_test_run ();
}
