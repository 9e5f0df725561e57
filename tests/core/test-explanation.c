/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Explanations against the numbers that they explain: the same value, inputs that add up to it, and
 * records that can be opened. */

#include "config.h"

#include "analysis/explain/sl-explanation.h"
#include "analysis/sl-sight-line.h"
#include "analysis/sl-stands-together.h"
#include "analysis/sl-week-load.h"
#include "base/sl-date.h"
#include "base/sl-id.h"
#include "large-plan.h"
#include "near.h"
#include "plan-builder.h"

#include <math.h>
#include <string.h>
#include <time.h>

/* Generous: it catches what grows faster than the plan. Unit: ms. */
#define GUARD 2000.0

static SlAnalysis *
analyse (SlStore *store)
{
  return sl_analysis_new (sl_store_get_snapshot (store), LARGE_PLAN_TODAY, NULL);
}

static double
sum_of (const GArray *rows)
{
  double sum = 0.0;

  for (guint i = 0; i < rows->len; i++)
    sum += g_array_index (rows, SlEvidence, i).number;
  return sum;
}

/* Every row can be opened, and everything is said. */
static void
assert_complete (const SlExplanation *it, const SlAnalysis *analysis)
{
  const GArray *lists[] = { it->inputs, it->left_out };

  g_assert_cmpstr (it->title, !=, "");
  g_assert_cmpstr (it->value, !=, "");
  g_assert_cmpstr (it->formula, !=, "");
  g_assert_cmpstr (it->source, !=, "");
  for (guint l = 0; l < G_N_ELEMENTS (lists); l++)
    for (guint i = 0; i < lists[l]->len; i++)
      {
        const SlEvidence *row = &g_array_index (lists[l], SlEvidence, i);

        g_assert_true (row->label != NULL && row->label[0] != '\0');
        g_assert_true (row->value != NULL && row->value[0] != '\0');
        g_assert_true (row->record == SL_ID_NONE
                       || sl_snapshot_find (analysis->facts->plan, row->record, NULL, NULL));
      }
}

/* Two goals of three are as far as what serves them. */
static void
forget_measures (SlStore *store)
{
  for (guint row = 0; row < 300; row++)
    {
      const SlTable *kpis = sl_snapshot_table (sl_store_get_snapshot (store), SL_KIND_KPI);

      if (row % 3 != 0)
        builder_set (store, sl_table_id (kpis, row), SL_KPI_GOAL, NULL);
    }
}

static void
test_progress (void)
{
  g_autoptr (SlStore) store = large_plan_new (300, 30, 600);
  g_autoptr (SlAnalysis) analysis = NULL;
  const SlFacts *facts;
  guint n_sums = 0;

  forget_measures (store);
  analysis = analyse (store);
  facts = analysis->facts;
  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlGoalState *state = sl_goal_progress_get (facts->progress, facts->goals[i].id);
      g_autoptr (SlExplanation) it
          = sl_explain (analysis, SL_NUMBER_PROGRESS, facts->goals[i].id, SL_ID_NONE);

      assert_complete (it, analysis);
      g_assert_cmpint (isnan (it->number), ==, isnan (state->progress));
      if (isnan (it->number))
        continue;
      g_assert_cmpfloat (it->number, ==, state->progress);
      g_assert_cmpfloat_with_epsilon (sum_of (it->inputs), state->progress, 1e-9);
      n_sums += it->inputs->len > 1;
    }
  g_assert_cmpuint (n_sums, >, 10);
}

static void
test_satisfaction (void)
{
  g_autoptr (SlStore) store = large_plan_new (300, 30, 600);
  g_autoptr (SlAnalysis) analysis = analyse (store);
  const SlFacts *facts = analysis->facts;
  guint n = 0;

  for (guint i = 0; i < facts->n_goals; i++)
    {
      g_autoptr (SlExplanation) it
          = sl_explain (analysis, SL_NUMBER_SATISFACTION, facts->goals[i].id, SL_ID_NONE);

      g_assert_cmpint (it != NULL, ==, facts->goals[i].active);
      if (it == NULL || isnan (it->number))
        continue;
      assert_complete (it, analysis);
      g_assert_cmpfloat (it->number, ==, facts->goals[i].satisfaction);
      if (it->inputs->len > 0)
        g_assert_cmpfloat_with_epsilon (sum_of (it->inputs), it->number, 1e-9);
      n += it->inputs->len > 1;
    }
  g_assert_cmpuint (n, >, 10);
}

/* What the dimensions lose is what the index lacks, and findings add up to it. */
static void
test_index (void)
{
  g_autoptr (SlStore) store = large_plan_new (300, 30, 600);
  g_autoptr (SlAnalysis) analysis = analyse (store);
  const SlAlignmentIndex *index = analysis->index;
  g_autoptr (SlExplanation) all = sl_explain (analysis, SL_NUMBER_INDEX, SL_ID_NONE, SL_ID_NONE);

  g_assert_true (index->gate_open);
  assert_complete (all, analysis);
  g_assert_cmpfloat (all->number, ==, index->index);
  g_assert_cmpfloat_with_epsilon (100.0 - sum_of (all->inputs), index->index, 1e-9);
  for (guint d = 0; d < SL_N_DIMENSIONS; d++)
    {
      g_autoptr (SlExplanation) one = sl_explain (analysis, SL_NUMBER_DIMENSION, d, SL_ID_NONE);

      assert_complete (one, analysis);
      assert_near (one->number, index->dimensions[d].score);
      g_assert_cmpfloat_with_epsilon (sum_of (one->inputs), index->dimensions[d].lost, 1e-9);
    }
  g_assert_null (sl_explain (analysis, SL_NUMBER_DIMENSION, SL_N_DIMENSIONS, SL_ID_NONE));
}

/* What each party pays adds up to all that somebody pays. */
static void
test_paid (SlAnalysis *analysis)
{
  const SlFacts *facts = analysis->facts;
  const SlTable *lines = sl_snapshot_table (facts->plan, SL_KIND_BUDGET);
  double all = 0.0;

  for (guint row = 0; row < sl_table_n_rows (lines); row++)
    if (sl_table_is_set (lines, row, SL_BUDGET_PARTY)
        && sl_table_is_set (lines, row, SL_BUDGET_PLANNED))
      all += (double)sl_table_int (lines, row, SL_BUDGET_PLANNED);
  for (guint i = 0; i < facts->n_parties; i++)
    {
      g_autoptr (SlExplanation) paid
          = sl_explain (analysis, SL_NUMBER_MONEY, facts->parties[i].id, SL_ID_NONE);

      if (paid == NULL)
        continue;
      g_assert_cmpfloat (paid->number, ==, sum_of (paid->inputs));
      all -= paid->number;
    }
  g_assert_cmpfloat (all, ==, 0.0);
}

static void
test_money_and_weight (void)
{
  g_autoptr (SlStore) store = large_plan_new (300, 30, 600);
  g_autoptr (SlAnalysis) analysis = analyse (store);
  const SlFacts *facts = analysis->facts;
  guint n_money = 0;
  guint n_weights = 0;

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];
      g_autoptr (SlExplanation) money
          = sl_explain (analysis, SL_NUMBER_MONEY, goal->id, SL_ID_NONE);
      g_autoptr (SlExplanation) weight
          = sl_explain (analysis, SL_NUMBER_WEIGHT, goal->id, SL_ID_NONE);

      g_assert_cmpfloat (money != NULL ? sum_of (money->inputs) : 0.0, ==, (double)goal->planned);
      n_money += money != NULL;
      g_assert_cmpint (weight != NULL, ==, goal->shared && goal->active);
      if (weight == NULL)
        continue;
      assert_complete (weight, analysis);
      g_assert_cmpfloat_with_epsilon (sum_of (weight->inputs) / weight->inputs->len, goal->weight,
                                      1e-9);
      n_weights++;
    }
  g_assert_cmpuint (n_money, >, 10);
  test_paid (analysis);
  g_assert_cmpuint (n_weights, >, 5);
}

static void
test_together (void)
{
  g_autoptr (SlStore) store = large_plan_new (100, 20, 100);
  g_autoptr (SlAnalysis) analysis = analyse (store);
  const SlFacts *facts = analysis->facts;
  g_autoptr (SlStandsTogether) all = sl_stands_together_new (facts);
  guint n = 0;

  for (guint a = 0; a < all->n_parties; a++)
    for (guint b = 0; b < a; b++)
      {
        const SlPositionPair *pair = sl_stands_together_get (all, a, b);
        g_autoptr (SlExplanation) it
            = sl_explain (analysis, SL_NUMBER_TOGETHER, facts->parties[all->parties[a]].id,
                          facts->parties[all->parties[b]].id);

        g_assert_cmpint (it != NULL, ==, pair->n_compared > 0);
        if (it == NULL)
          continue;
        assert_complete (it, analysis);
        g_assert_cmpfloat_with_epsilon (sum_of (it->inputs), pair->convergence - pair->divergence,
                                        1e-9);
        g_assert_cmpuint (it->left_out->len + pair->n_compared, ==, all->n_goals);
        n++;
      }
  g_assert_cmpuint (n, >, 5);
}

static void
test_dates (void)
{
  g_autoptr (SlStore) store = large_plan_new (100, 20, 200);
  g_autoptr (SlAnalysis) analysis = analyse (store);
  const SlFacts *facts = analysis->facts;
  guint n_waiting = 0;

  for (guint i = 0; i < facts->n_tasks; i++)
    {
      const SlPlanItem *item = sl_plan_schedule_get (facts->schedule, facts->tasks[i].id);
      g_autoptr (SlExplanation) it
          = sl_explain (analysis, SL_NUMBER_DATES, facts->tasks[i].id, SL_ID_NONE);

      g_assert_cmpint (it != NULL, ==, item != NULL);
      if (it == NULL)
        continue;
      assert_complete (it, analysis);
      g_assert_cmpfloat (it->number, ==, (double)item->early_start);
      n_waiting += it->inputs->len > 3;
    }
  g_assert_cmpuint (n_waiting, >, 10);
}

/* A small plan, to be read: every word of one explanation. */
static void
test_words (void)
{
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (SlAnalysis) analysis = NULL;
  g_autoptr (SlExplanation) it = NULL;
  g_autofree char *text = NULL;

  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Grow", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Sell", SL_GOAL_PARENT, "@Grow", SL_GOAL_WEIGHT,
               "3", SL_GOAL_PROGRESS, "0.4", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Hire", SL_GOAL_PARENT, "@Grow", SL_GOAL_WEIGHT,
               "1", SL_GOAL_PROGRESS, "0.8", -1);
  builder_add (store, SL_KIND_GOAL, SL_GOAL_TITLE, "Move", SL_GOAL_PARENT, "@Grow", -1);
  analysis = analyse (store);
  it = sl_explain (analysis, SL_NUMBER_PROGRESS, builder_find (store, "Grow"), SL_ID_NONE);
  text = sl_explanation_to_text (it);
  g_assert_nonnull (strstr (text, "Progress – Grow: 50 %\n"));
  g_assert_nonnull (strstr (text, "    Sell: 40 %, counts 75 %\n    Hire: 80 %, counts 25 %\n"));
  g_assert_nonnull (strstr (text, "  Not counted\n    Move: no data\n"));
  g_assert_nonnull (strstr (text, "  The least is “Sell” with 40 %.\n"));
  g_assert_cmpint (g_array_index (it->inputs, SlEvidence, 0).record, ==,
                   builder_find (store, "Sell"));
}

/* Worked out by hand: a week with a holiday, of which Anna does half days. 20528 is Monday, 16
 * March 2026. */
static void
test_week (void)
{
  const gint64 first = 20528;
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (SlAnalysis) analysis = NULL;
  g_autoptr (SlExplanation) week = NULL;
  g_autoptr (SlExplanation) booking = NULL;
  g_autofree char *text = NULL;
  const SlTable *bookings;
  const SlWeekLoad *weeks;
  double share = 0.0;

  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Anna", SL_PARTY_CAPACITY, "0.5", -1);
  builder_add (store, SL_KIND_DAY_OFF, SL_DAY_OFF_DAY, "2020-03-18", SL_DAY_OFF_TITLE, "Town fair",
               SL_DAY_OFF_YEARLY, "1", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "One", SL_TASK_START, "2026-03-16", SL_TASK_DUE,
               "2026-03-24", -1);
  builder_add (store, SL_KIND_TASK, SL_TASK_TITLE, "Two", SL_TASK_START, "2026-03-19", SL_TASK_DUE,
               "2026-03-20", -1);
  builder_add (store, SL_KIND_ALLOCATION, SL_ALLOCATION_TASK, "@One", SL_ALLOCATION_PARTY, "@Anna",
               SL_ALLOCATION_UNITS, "0.3", -1);
  builder_add (store, SL_KIND_ALLOCATION, SL_ALLOCATION_TASK, "@Two", SL_ALLOCATION_PARTY, "@Anna",
               SL_ALLOCATION_UNITS, "0.4", -1);
  analysis = sl_analysis_new (sl_store_get_snapshot (store), first, NULL);
  week = sl_explain (analysis, SL_NUMBER_WEEK, builder_find (store, "Anna"), first);
  assert_complete (week, analysis);
  /* (4 x 0.3 + 2 x 0.4) of 4 x 0.5 days */
  g_assert_cmpfloat_with_epsilon (week->number, 1.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (sum_of (week->inputs), week->number, 1e-9);
  text = sl_explanation_to_text (week);
  g_assert_nonnull (strstr (text, "Anna, week of 16 Mar 2026: 100\u00a0%\n"));
  g_assert_nonnull (strstr (
      text, "    One, 30\u00a0% of 4 days: 60\u00a0%\n    Two, 40\u00a0% of 2 days: 40\u00a0%\n"));
  g_assert_nonnull (strstr (text, "    Town fair, 18 Mar 2026: a day off\n"));
  g_assert_nonnull (strstr (text, "Capacity 0.5 on each of 4 days worked: room for 2 days."));
  g_assert_nonnull (strstr (text, "On 2 days more is booked than fits."));
  weeks = sl_week_load_of (analysis->facts, 1);
  g_assert_cmpint (sl_week_load_fullest (weeks, 0, &share), ==, first);
  g_assert_cmpfloat_with_epsilon (share, week->number, 1e-9);
  g_assert_null (sl_explain (analysis, SL_NUMBER_WEEK, builder_find (store, "Anna"), first + 14));
  g_assert_null (sl_explain (analysis, SL_NUMBER_WEEK, builder_find (store, "Anna"), SL_ID_NONE));
  bookings = sl_snapshot_table (analysis->facts->plan, SL_KIND_ALLOCATION);
  for (guint row = 0; row < sl_table_n_rows (bookings); row++)
    if (sl_table_ref (bookings, row, SL_ALLOCATION_TASK) == builder_find (store, "One"))
      booking = sl_explain (analysis, SL_NUMBER_BOOKING, sl_table_id (bookings, row), SL_ID_NONE);
  assert_complete (booking, analysis);
  g_assert_cmpfloat_with_epsilon (booking->number, 6 * 0.3, 1e-9);
  g_assert_cmpstr (booking->subject, ==, "Anna, for “One”");
  g_assert_cmpstr (booking->value, ==, "1.8 days");
}

/* Each cell of the picture of weeks is what its explanation adds up to. */
static void
test_weeks (void)
{
  g_autoptr (SlStore) store = large_plan_new (100, 20, 600);
  g_autoptr (SlAnalysis) analysis = analyse (store);
  const SlWeekLoad *weeks = sl_week_load_of (analysis->facts, 7);
  guint n = 0;

  for (guint row = 0; row < weeks->parties->len; row++)
    for (guint i = 0; i < weeks->n_weeks; i++)
      {
        guint party = g_array_index (weeks->parties, guint, row);
        double share = sl_week_load_get (weeks, row, i)->share;
        g_autoptr (SlExplanation) it
            = sl_explain (analysis, SL_NUMBER_WEEK, analysis->facts->parties[party].id,
                          weeks->first + (gint64)i * 7);

        g_assert_cmpint (it != NULL, ==, share > 0.0);
        if (it == NULL)
          continue;
        assert_complete (it, analysis);
        g_assert_cmpfloat_with_epsilon (it->number, share, 1e-9);
        g_assert_cmpfloat_with_epsilon (sum_of (it->inputs), share, 1e-9);
        n++;
      }
  g_assert_cmpuint (n, >, 10);
}

/* Support is promised like anything else: of three that were due, one came in time. */
static void
test_kept (void)
{
  static const char *const kept[] = { "2026-03-01", "2026-03-09", NULL };
  static const char *const statuses[] = { "kept", "late", "open" };
  static const char *const titles[] = { "Crane", "Room", "Advice" };
  g_autoptr (SlStore) store = builder_new ();
  g_autoptr (SlAnalysis) analysis = NULL;
  g_autoptr (SlExplanation) it = NULL;
  g_autofree char *text = NULL;

  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Sales", -1);
  builder_add (store, SL_KIND_PARTY, SL_PARTY_TITLE, "Works", -1);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      builder_add (store, SL_KIND_PROMISE, SL_PROMISE_TITLE, titles[i], SL_PROMISE_TYPE, "support",
                   SL_PROMISE_FROM_PARTY, "@Sales", SL_PROMISE_TO_PARTY, "@Works", SL_PROMISE_DUE,
                   "2026-03-05", SL_PROMISE_STATUS, statuses[i], -1);
      if (kept[i] != NULL)
        builder_set (store, builder_find (store, titles[i]), SL_PROMISE_KEPT_ON, kept[i]);
    }
  builder_add (store, SL_KIND_PROMISE, SL_PROMISE_TITLE, "Money", SL_PROMISE_FROM_PARTY, "@Works",
               SL_PROMISE_TO_PARTY, "@Sales", SL_PROMISE_DUE, "2026-06-05", -1);
  analysis = sl_analysis_new (sl_store_get_snapshot (store), 20528, NULL);
  it = sl_explain (analysis, SL_NUMBER_KEPT, builder_find (store, "Room"), SL_ID_NONE);
  assert_complete (it, analysis);
  g_assert_cmpfloat_with_epsilon (it->number, 1.0 / 3.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (sum_of (it->inputs), 1.0, 1e-9);
  text = sl_explanation_to_text (it);
  g_assert_nonnull (strstr (text, "Crane: kept\n"));
  g_assert_nonnull (strstr (text, "Room: late\n"));
  g_assert_nonnull (strstr (text, "Advice: not kept\n"));
  g_assert_null (strstr (text, "Money"));
}

/* Whatever is selected: only its own numbers, and none for what has none. */
static void
test_records (void)
{
  g_autoptr (SlStore) store = large_plan_new (100, 20, 100);
  g_autoptr (SlAnalysis) analysis = analyse (store);
  SlSnapshot *plan = sl_store_get_snapshot (store);
  guint n_of_kind[SL_N_KINDS] = { 0 };

  for (guint kind = 0; kind < SL_N_KINDS; kind++)
    for (guint row = 0; row < MIN (sl_table_n_rows (sl_snapshot_table (plan, kind)), 20); row++)
      {
        g_autoptr (GPtrArray) all
            = sl_explain_record (analysis, sl_table_id (sl_snapshot_table (plan, kind), row));

        n_of_kind[kind] += all->len;
        for (guint i = 0; i < all->len; i++)
          assert_complete (all->pdata[i], analysis);
      }
  g_assert_cmpuint (n_of_kind[SL_KIND_PROJECT], ==, 1 + SL_N_DIMENSIONS);
  g_assert_cmpuint (n_of_kind[SL_KIND_GOAL], >=, 40);
  g_assert_cmpuint (n_of_kind[SL_KIND_TASK], >=, 20);
  g_assert_cmpuint (n_of_kind[SL_KIND_KPI], >=, 20);
  g_assert_cmpuint (n_of_kind[SL_KIND_PARTY], >=, 20);
  g_assert_cmpuint (n_of_kind[SL_KIND_PRIORITY], >, 0);
  g_assert_cmpuint (n_of_kind[SL_KIND_NOTE], ==, 0);
}

/* A panel must open at once, in the largest plan too. */
static void
test_speed (void)
{
  g_autoptr (SlStore) store = large_plan_new (2000, 200, 10000);
  g_autoptr (SlAnalysis) analysis = analyse (store);
  static const SlKindId kinds[]
      = { SL_KIND_PROJECT, SL_KIND_GOAL, SL_KIND_TASK, SL_KIND_PARTY, SL_KIND_PARTY, SL_KIND_KPI };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      SlId id = sl_table_id (sl_snapshot_table (sl_store_get_snapshot (store), kinds[i]), 0);
      clock_t begin = clock ();
      g_autoptr (GPtrArray) all = sl_explain_record (analysis, id);
      double explained = 1000.0 * (double)(clock () - begin) / CLOCKS_PER_SEC;
      g_autoptr (SlSightLine) line = NULL;

      begin = clock ();
      line = sl_sight_line_new (analysis->facts, id, 150);
      g_test_message ("%s: %u numbers in %.1f ms, line of sight in %.1f ms",
                      sl_kind (kinds[i])->name, all->len, explained,
                      1000.0 * (double)(clock () - begin) / CLOCKS_PER_SEC);
      g_assert_cmpfloat (explained, <, GUARD);
      g_assert_cmpfloat (1000.0 * (double)(clock () - begin) / CLOCKS_PER_SEC, <, GUARD);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/explanation/progress", test_progress);
  g_test_add_func ("/core/explanation/satisfaction", test_satisfaction);
  g_test_add_func ("/core/explanation/index", test_index);
  g_test_add_func ("/core/explanation/money-and-weight", test_money_and_weight);
  g_test_add_func ("/core/explanation/together", test_together);
  g_test_add_func ("/core/explanation/dates", test_dates);
  g_test_add_func ("/core/explanation/words", test_words);
  g_test_add_func ("/core/explanation/week", test_week);
  g_test_add_func ("/core/explanation/weeks", test_weeks);
  g_test_add_func ("/core/explanation/kept", test_kept);
  g_test_add_func ("/core/explanation/records", test_records);
  g_test_add_func ("/core/explanation/speed", test_speed);
  return g_test_run ();
}
