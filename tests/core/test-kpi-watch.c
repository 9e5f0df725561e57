/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One KPI watched: its values in order, pace, forecast, and the history of its target. */

#include "config.h"

#include "analysis/sl-kpi-words.h"
#include "base/sl-date.h"
#include "plan-builder.h"

#include <math.h>

#define TODAY (sl_day_from_ymd (2026, 3, 16))

static SlId
add_kpi (SlStore *store)
{
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Grow", -1);
  return builder_add (store, SL_KIND_KPI, SL_KPI_TITLE, "Shops", SL_KPI_GOAL, "@Grow",
                      SL_KPI_BASELINE, "0", SL_KPI_BASELINE_DAY, "2026-01-05", SL_KPI_TARGET, "100",
                      SL_KPI_TARGET_DAY, "2026-04-15", -1);
}

static void
add_value (SlStore *store, const char *day, const char *value)
{
  builder_add (store, SL_KIND_KPI_VALUE, SL_KPI_VALUE_KPI, "@Shops", SL_KPI_VALUE_DAY, day,
               SL_KPI_VALUE_VALUE, value, -1);
}

static void
test_nothing (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlId kpi = builder_add (store, SL_KIND_KPI, SL_KPI_TITLE, "Shops", -1);
  const SlSnapshot *plan = sl_store_get_snapshot (store);
  g_autoptr (SlKpiWatch) watch = sl_kpi_watch_new (plan, kpi, TODAY);

  g_assert_cmpuint (watch->n, ==, 0);
  g_assert_true (isnan (watch->target) && isnan (watch->score) && isnan (watch->forecast));
  g_assert_cmpint (watch->state, ==, SL_ITEM_NO_DATA);
  g_assert_false (watch->stale);
  g_assert_null (sl_kpi_watch_new (plan, sl_snapshot_project_id (plan), TODAY));
  g_assert_null (sl_kpi_target_history (plan, kpi, 5));
}

/* 40 of 100 on day 40 of 100, then 20 a month: on time before, and it meets the target in May. */
static void
test_pace_and_forecast (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlId kpi = add_kpi (store);
  g_autoptr (SlKpiWatch) watch = NULL;

  add_value (store, "2026-02-14", "40");
  add_value (store, "2026-01-15", "20");
  add_value (store, "2026-05-01", "99"); /* to come */
  watch = sl_kpi_watch_new (sl_store_get_snapshot (store), kpi, TODAY);
  g_assert_cmpuint (watch->n, ==, 2);
  g_assert_cmpfloat (watch->values[0], ==, 20.0);
  g_assert_cmpfloat (watch->values[1], ==, 40.0);
  g_assert_cmpfloat_with_epsilon (watch->score, 0.4, 1e-9);
  g_assert_cmpfloat_with_epsilon (watch->pace.expected, 0.7, 1e-9);
  g_assert_cmpint (
      watch->state, ==,
      sl_item_state_of (0.4, sl_day_from_ymd (2026, 1, 5), sl_day_from_ymd (2026, 4, 15), TODAY));
  g_assert_cmpfloat (watch->forecast, ==, (double)sl_day_from_ymd (2026, 5, 15));
  g_assert_false (watch->stale);
  builder_set (store, kpi, SL_KPI_CADENCE_DAYS, "14");
  sl_kpi_watch_free (watch);
  watch = sl_kpi_watch_new (sl_store_get_snapshot (store), kpi, TODAY);
  g_assert_true (watch->stale);
}

/* A survey goes by the plan that it was made of, which nobody else may have any more. */
static void
test_survey_keeps_plan (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlId kpi = add_kpi (store);
  g_autoptr (SlKpiSurvey) survey = NULL;
  g_autoptr (SlKpiWatch) watch = NULL;
  const SlSnapshot *plan;

  add_value (store, "2026-02-14", "40");
  plan = sl_store_get_snapshot (store);
  survey = sl_kpi_survey_new (plan, TODAY);
  builder_set (store, kpi, SL_KPI_TARGET, "80");
  g_assert_true (sl_store_get_snapshot (store) != plan);
  g_assert_true (sl_kpi_survey_get_plan (survey) == plan);
  watch = sl_kpi_survey_watch (survey, sl_kpi_survey_get_plan (survey), kpi);
  g_assert_cmpfloat_with_epsilon (watch->score, 0.4, 1e-9);
  g_assert_cmpfloat (watch->target, ==, 100.0);
}

/* All parts on track and the KPI red; no part on track and the KPI green; else nothing. */
static void
test_contrast (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlId kpi = add_kpi (store);
  SlId part = builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Build", SL_GOAL_PARENT, "@Grow",
                           SL_GOAL_START, "2026-01-05", SL_GOAL_DUE, "2026-04-15", SL_GOAL_PROGRESS,
                           "0.9", -1);
  static const struct
  {
    const char *value, *progress, *status;
    SlKpiContrast contrast;
  } cases[] = {
    { "10", "0.9", "active", SL_KPI_PARTS_GREEN },
    { "65", "0.9", "active", SL_KPI_AGREES }, /* yellow */
    { "90", "0.9", "active", SL_KPI_AGREES },
    { "90", "0.1", "active", SL_KPI_PARTS_RED },
    { "10", "0.1", "active", SL_KPI_AGREES },
    { "10", "0.1", "parked", SL_KPI_AGREES }, /* nothing left to compare */
  };
  SlId value = builder_add (store, SL_KIND_KPI_VALUE, SL_KPI_VALUE_KPI, "@Shops", SL_KPI_VALUE_DAY,
                            "2026-03-10", SL_KPI_VALUE_VALUE, "0", -1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlKpiWatch) watch = NULL;

      builder_set (store, value, SL_KPI_VALUE_VALUE, cases[i].value);
      builder_set (store, part, SL_GOAL_PROGRESS, cases[i].progress);
      builder_set (store, part, SL_GOAL_STATUS, cases[i].status);
      watch = sl_kpi_watch_new (sl_store_get_snapshot (store), kpi, TODAY);
      g_assert_cmpint (watch->contrast, ==, cases[i].contrast);
      g_assert_cmpint (sl_kpi_contrast_text (watch->contrast) != NULL, ==,
                       cases[i].contrast != SL_KPI_AGREES);
      g_assert_cmpint (sl_kpi_contrast_why (watch->contrast) != NULL, ==,
                       cases[i].contrast != SL_KPI_AGREES);
      g_assert_cmpint (watch->band, ==, SL_KPI_BAND_NONE);
    }
}

/* Kept between 5 and 9, and 2 outside of that still count for something. */
static void
test_band (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlId kpi = add_kpi (store);
  static const struct
  {
    const char *value;
    SlKpiBand band;
    const char *text;
  } cases[] = { { "5", SL_KPI_BAND_INSIDE, "● inside 5 to 9" },
                { "9.5", SL_KPI_BAND_TOLERATED, "◐ tolerated, 5 to 9" },
                { "3.5", SL_KPI_BAND_TOLERATED, "◐ tolerated, 5 to 9" },
                { "11", SL_KPI_BAND_OUTSIDE, "○ outside 5 to 9" } };
  SlId value;

  builder_set (store, kpi, SL_KPI_DIRECTION, "keep");
  builder_set (store, kpi, SL_KPI_LOW, "5");
  builder_set (store, kpi, SL_KPI_HIGH, "9");
  builder_set (store, kpi, SL_KPI_TOLERANCE, "2");
  value = builder_add (store, SL_KIND_KPI_VALUE, SL_KPI_VALUE_KPI, "@Shops", SL_KPI_VALUE_DAY,
                       "2026-03-10", SL_KPI_VALUE_VALUE, "0", -1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SlKpiWatch) watch = NULL;
      g_autofree char *text = NULL;

      builder_set (store, value, SL_KPI_VALUE_VALUE, cases[i].value);
      watch = sl_kpi_watch_new (sl_store_get_snapshot (store), kpi, TODAY);
      text = sl_kpi_band_text (watch);
      g_assert_cmpint (watch->band, ==, cases[i].band);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpfloat (watch->low, ==, 5.0);
      g_assert_cmpfloat (watch->high, ==, 9.0);
    }
}

/* The newest of what has come, and nothing where nobody measured. */
static void
test_newest (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlId kpi = add_kpi (store);
  gint64 day = 0;

  g_assert_true (isnan (sl_kpi_newest_value (sl_store_get_snapshot (store), kpi, TODAY, &day)));
  g_assert_cmpint (day, ==, 0);
  add_value (store, "2026-02-14", "40");
  add_value (store, "2026-01-15", "20");
  add_value (store, "2026-05-01", "99"); /* to come */
  g_assert_cmpfloat (sl_kpi_newest_value (sl_store_get_snapshot (store), kpi, TODAY, &day), ==,
                     40.0);
  g_assert_cmpint (day, ==, sl_day_from_ymd (2026, 2, 14));
}

static void
test_history (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlId kpi = add_kpi (store);
  g_autofree char *all = NULL;
  g_autofree char *newest = NULL;

  builder_add (store, SL_KIND_BASELINE, SL_BASELINE_ITEM, "@Shops", SL_BASELINE_DAY, "2026-01-10",
               SL_BASELINE_TARGET, "80", -1);
  builder_add (store, SL_KIND_DECISION, SL_DECISION_TITLE, "Raise the target", SL_DECISION_ITEM,
               "@Shops", SL_DECISION_DAY, "2026-02-01", SL_DECISION_REASON, "the market grew", -1);
  all = sl_kpi_target_history (sl_store_get_snapshot (store), kpi, 5);
  g_assert_cmpstr (all, ==,
                   "1 Feb 2026: Raise the target (the market grew)\n10 Jan 2026: 80 agreed");
  newest = sl_kpi_target_history (sl_store_get_snapshot (store), kpi, 1);
  g_assert_cmpstr (newest, ==, "1 Feb 2026: Raise the target (the market grew)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/kpi-watch/nothing", test_nothing);
  g_test_add_func ("/core/kpi-watch/pace-and-forecast", test_pace_and_forecast);
  g_test_add_func ("/core/kpi-watch/survey-keeps-plan", test_survey_keeps_plan);
  g_test_add_func ("/core/kpi-watch/contrast", test_contrast);
  g_test_add_func ("/core/kpi-watch/band", test_band);
  g_test_add_func ("/core/kpi-watch/newest", test_newest);
  g_test_add_func ("/core/kpi-watch/history", test_history);
  return g_test_run ();
}
