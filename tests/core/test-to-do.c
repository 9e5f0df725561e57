/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is to be done now: what comes into the list and what does not, in which order, how it makes
 * room, and when the next meeting is. */

#include "config.h"

#include "analysis/sl-to-do.h"
#include "base/sl-date.h"
#include "plan-builder.h"

#include <string.h>

#define TODAY (sl_day_from_ymd (2026, 3, 16))

static GArray *
list (SlStore *store, guint max, guint *n_all)
{
  g_autoptr (SlAnalysis) analysis = sl_analysis_new (sl_store_get_snapshot (store), TODAY, NULL);

  return sl_to_do_new (analysis, max, n_all);
}

/* The line of that type about @record, or NULL. */
static const SlToDo *
line_of (const GArray *lines, SlToDoType type, SlId record)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, SlToDo, i).type == type
        && g_array_index (lines, SlToDo, i).record == record)
      return &g_array_index (lines, SlToDo, i);
  return NULL;
}

static void
test_nothing (void)
{
  g_autoptr (SlStore) store = builder_new ();
  guint n = 9;
  g_autoptr (GArray) lines = list (store, SL_TO_DO_MAX, &n);

  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (lines->len, ==, 0);
}

static void
test_dates (void)
{
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (GArray) lines = NULL;
  SlId late, far, kept, task;

  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Sales", -1);
  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Design", -1);
  late = builder_add (store, SL_KIND_PROMISE, SL_PROMISE_TITLE, "Price list", SL_PROMISE_FROM_PARTY,
                      "@Sales", SL_PROMISE_TO_PARTY, "@Design", SL_PROMISE_DUE, "2026-03-01", -1);
  far = builder_add (store, SL_KIND_PROMISE, SL_PROMISE_TITLE, "Drawings", SL_PROMISE_DUE,
                     "2026-04-15", -1);
  kept = builder_add (store, SL_KIND_PROMISE, SL_PROMISE_TITLE, "Steel", SL_PROMISE_STATUS, "kept",
                      SL_PROMISE_DUE, "2026-03-01", -1);
  task = builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Test it", SL_TASK_DUE, "2026-03-16", -1);
  lines = list (store, SL_TO_DO_MAX, NULL);
  g_assert_cmpstr (line_of (lines, SL_TO_DO_PROMISE, late)->text, ==, "Promised: Price list");
  g_assert_cmpstr (line_of (lines, SL_TO_DO_PROMISE, late)->detail, ==,
                   "Sales to Design, overdue since 1 Mar");
  g_assert_null (line_of (lines, SL_TO_DO_PROMISE, far));
  g_assert_null (line_of (lines, SL_TO_DO_PROMISE, kept));
  g_assert_cmpstr (line_of (lines, SL_TO_DO_OWNER, task)->text, ==, "Name an owner of “Test it”");
  g_assert_cmpstr (line_of (lines, SL_TO_DO_OWNER, task)->detail, ==, "due today");
  /* the earlier one first */
  g_assert_true (g_array_index (lines, SlToDo, 0).record == late);
  g_assert_true (g_array_index (lines, SlToDo, 1).record == task);
}

static void
test_still_true (void)
{
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (GArray) lines = NULL;
  SlId goal, position;

  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Sales", -1);
  goal = builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Grow", SL_GOAL_OWNER, "@Sales",
                      SL_GOAL_ASSESSED, "2025-10-01", -1);
  position = builder_add (store, SL_KIND_POSITION, SL_POSITION_PARTY, "@Sales", SL_POSITION_GOAL,
                          "@Grow", SL_POSITION_DAY, "2025-10-01", -1);
  lines = list (store, SL_TO_DO_MAX, NULL);
  g_assert_cmpstr (line_of (lines, SL_TO_DO_STILL_TRUE, goal)->text, ==, "Still true? Grow");
  g_assert_nonnull (strstr (line_of (lines, SL_TO_DO_STILL_TRUE, goal)->detail, "1 Oct 2025"));
  g_assert_cmpstr (line_of (lines, SL_TO_DO_STILL_TRUE, position)->text, ==,
                   "Still true? Sales on Grow");
  /* the finding on the same clock is not said twice */
  for (guint i = 0; i < lines->len; i++)
    g_assert_false (g_array_index (lines, SlToDo, i).finding != NULL
                    && g_str_has_prefix (g_array_index (lines, SlToDo, i).finding, "DRI-01"));
}

/* Never more than asked for, and none of the groups crowds the others out. */
static void
test_room (void)
{
  g_autoptr (SlStore) store = builder_new ();
  guint counts[SL_TO_DO_STILL_TRUE + 1] = { 0 };
  g_autoptr (GArray) lines = NULL;
  guint n_all = 0;

  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *title = g_strdup_printf ("Goal %u", i);
      g_autofree char *task = g_strdup_printf ("Task %u", i);

      builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, title, SL_GOAL_LEVEL, "objective",
                   SL_GOAL_ASSESSED, "2025-10-01", -1);
      builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, task, SL_TASK_DUE, "2026-03-20", -1);
    }
  lines = list (store, SL_TO_DO_MAX, &n_all);
  g_assert_cmpuint (lines->len, ==, SL_TO_DO_MAX);
  g_assert_cmpuint (n_all, >=, 60);
  for (guint i = 0; i < lines->len; i++)
    counts[g_array_index (lines, SlToDo, i).type]++;
  g_assert_cmpuint (counts[SL_TO_DO_OWNER], >=, 3);
  g_assert_cmpuint (counts[SL_TO_DO_STILL_TRUE], >=, 3);
  g_assert_cmpuint (counts[SL_TO_DO_FINDING], >=, 3);
  for (guint max = 0; max < 5; max++)
    {
      g_autoptr (GArray) few = list (store, max, NULL);

      g_assert_cmpuint (few->len, <=, max);
    }
}

/* A contingency plan whose trigger is met comes before graver findings. */
static void
test_trigger (void)
{
  static const struct
  {
    guint field;
    const char *value;
  } met[] = { { SL_RISK_TRIGGER_DAY, "2026-03-16" },
              { SL_RISK_STATUS, "happened" },
              { SL_RISK_TRIGGER_ABOVE, "4" } };

  for (guint i = 0; i < G_N_ELEMENTS (met); i++)
    {
      g_autoptr (SlStore) store = builder_new ();
      g_autoptr (GArray) before = NULL;
      g_autoptr (GArray) lines = NULL;
      SlId risk;

      for (guint k = 0; k < 8; k++)
        {
          g_autofree char *title = g_strdup_printf ("Goal %u", k);

          builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, title, SL_GOAL_LEVEL, "objective", -1);
        }
      builder_add (store, SL_KIND_KPI, SL_KPI_TITLE, "Leaks", -1);
      builder_add (store, SL_KIND_KPI_VALUE, SL_KPI_VALUE_KPI, "@Leaks", SL_KPI_VALUE_DAY,
                   "2026-03-10", SL_KPI_VALUE_VALUE, "5", -1);
      risk = builder_add (store, SL_KIND_RISK, SL_RISK_TITLE, "Flood", SL_RISK_PLAN, "Pump",
                          SL_RISK_TRIGGER_KPI, "@Leaks", -1);
      before = list (store, SL_TO_DO_MAX, NULL);
      g_assert_null (line_of (before, SL_TO_DO_FINDING, risk));
      builder_set (store, risk, met[i].field, met[i].value);
      lines = list (store, SL_TO_DO_MAX, NULL);
      g_assert_cmpuint (lines->len, >, 3);
      g_assert_nonnull (line_of (lines, SL_TO_DO_FINDING, risk));
      for (guint k = 0; k < lines->len; k++)
        if (g_array_index (lines, SlToDo, k).type == SL_TO_DO_FINDING)
          {
            g_assert_true (g_array_index (lines, SlToDo, k).record == risk);
            g_assert_nonnull (strstr (g_array_index (lines, SlToDo, k).detail, "Start the plan"));
            break;
          }
    }
}

static void
test_meetings (void)
{
  g_autoptr (SlStore) store = builder_new ();
  SlId project = sl_snapshot_project_id (sl_store_get_snapshot (store));
  g_autoptr (GArray) lines = NULL;
  SlId record = 7, alliance, review;

  g_assert_true (sl_next_meeting (sl_store_get_snapshot (store), TODAY, &record) == SL_INT_NULL);
  g_assert_true (record == SL_ID_NONE);
  builder_set (store, project, SL_PROJECT_NEXT_MEETING, "2026-05-01");
  alliance = builder_add (store, SL_KIND_ALLIANCE, SL_ALLIANCE_TITLE, "Steel", SL_ALLIANCE_REVIEW,
                          "2026-04-20", -1);
  builder_add (store, SL_KIND_REVIEW, SL_REVIEW_TITLE, "Past", SL_REVIEW_DAY, "2026-03-15", -1);
  g_assert_cmpint (sl_next_meeting (sl_store_get_snapshot (store), TODAY, &record), ==,
                   sl_day_from_ymd (2026, 4, 20));
  g_assert_true (record == alliance);
  review = builder_add (store, SL_KIND_REVIEW, SL_REVIEW_TITLE, "Spring", SL_REVIEW_DAY,
                        "2026-03-16", -1);
  g_assert_cmpint (sl_next_meeting (sl_store_get_snapshot (store), TODAY, &record), ==, TODAY);
  g_assert_true (record == review);
  /* a review that nobody held is something to do */
  builder_set (store, alliance, SL_ALLIANCE_REVIEW, "2026-02-01");
  lines = list (store, SL_TO_DO_MAX, NULL);
  g_assert_cmpstr (line_of (lines, SL_TO_DO_MEETING, alliance)->detail, ==, "overdue since 1 Feb");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/to-do/nothing", test_nothing);
  g_test_add_func ("/core/to-do/dates", test_dates);
  g_test_add_func ("/core/to-do/still-true", test_still_true);
  g_test_add_func ("/core/to-do/room", test_room);
  g_test_add_func ("/core/to-do/trigger", test_trigger);
  g_test_add_func ("/core/to-do/meetings", test_meetings);
  return g_test_run ();
}
