/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Earned value and earned schedule against published projects and at their edges. */

#include "config.h"

#include "methods/sl-earned-value.h"

#include "near.h"

static void
test_published (void)
{
  const SlEarnedValueInput larson = { 158, 148, 210, 248 };
  SlEarnedValue value = sl_earned_value (&larson, SL_ESTIMATE_BY_COST);
  assert_near (value.schedule_variance, -10.0);
  assert_near (value.cost_variance, -62.0);
  assert_near (value.schedule_index, 148.0 / 158.0);
  assert_near (value.cost_index, 148.0 / 210.0);
  assert_near (value.estimates[SL_ESTIMATE_BY_COST], 351.8918918918919);
  assert_near (value.estimates[SL_ESTIMATE_AS_PLANNED], 310.0);
  assert_near (value.estimates[SL_ESTIMATE_BY_COST_TIME], 361.4791818845873);
  assert_near (value.to_complete, 141.89189189189187);
  assert_near (value.at_completion, -103.89189189189187);
  assert_near (value.needed_index, 100.0 / 38.0);
  assert_near (value.share_complete, 148.0 / 248.0);
  assert_near (value.share_spent, 210.0 / 248.0);
  value = sl_earned_value (&larson, SL_ESTIMATE_AS_PLANNED);
  assert_near (value.to_complete, 100.0);
  assert_near (value.at_completion, -62.0);
}

static void
test_edges (void)
{
  const SlEarnedValueInput free = { 100, 50, 0, 1000 }, spent = { 100, 80, 100, 100 };
  const SlEarnedValueInput nothing = { 0, 0, 50, 1000 }, unknown = { 40, 35, NAN, NAN };
  SlEarnedValue value = sl_earned_value (&free, SL_ESTIMATE_BY_COST);
  assert_near (value.cost_index, NAN);
  assert_near (value.estimates[SL_ESTIMATE_BY_COST], NAN);
  assert_near (value.estimates[SL_ESTIMATE_AS_PLANNED], 950.0);
  assert_near (value.estimates[SL_ESTIMATE_BY_COST_TIME], NAN);
  assert_near (value.cost_variance, 50.0);
  assert_near (value.to_complete, NAN);
  value = sl_earned_value (&spent, SL_ESTIMATE_BY_COST);
  assert_near (value.needed_index, NAN);
  assert_near (value.share_spent, 1.0);
  /* Money spent, nothing earned, nothing planned. */
  value = sl_earned_value (&nothing, SL_ESTIMATE_BY_COST);
  assert_near (value.cost_index, 0.0);
  assert_near (value.schedule_index, NAN);
  assert_near (value.estimates[SL_ESTIMATE_BY_COST], NAN);
  assert_near (value.estimates[SL_ESTIMATE_BY_COST_TIME], NAN);
  value = sl_earned_value (&unknown, SL_ESTIMATE_BY_COST);
  assert_near (value.schedule_index, 0.875);
  assert_near (value.schedule_variance, -5.0);
  assert_near (value.cost_variance, NAN);
  assert_near (value.needed_index, NAN);
  assert_near (value.share_complete, NAN);
}

static void
test_shares (void)
{
  assert_near (sl_earned_share (SL_EARN_AT_END, 0.99), 0.0);
  assert_near (sl_earned_share (SL_EARN_AT_END, 1.0), 1.0);
  assert_near (sl_earned_share (SL_EARN_HALF_HALF, 0.01), 0.5);
  assert_near (sl_earned_share (SL_EARN_HALF_HALF, 0.0), 0.0);
  assert_near (sl_earned_share (SL_EARN_HALF_HALF, 1.2), 1.0);
  assert_near (sl_earned_share (SL_EARN_AS_MEASURED, 0.3), 0.3);
  assert_near (sl_earned_share (SL_EARN_AS_MEASURED, NAN), 0.0);
}

/* Lipke's notional project, which finishes late. */
static void
test_lipke (void)
{
  const double planned[] = { 105, 200, 515, 845, 1175, 1475, 1805, 2135, 2435, 2665, 2760, 2823 };
  const double earned[]
      = { 95, 180, 470, 770, 1065, 1315, 1610, 1900, 2150, 2275, 2425, 2555, 2695, 2770, 2823 };
  const double want[] = { 0.9047619047619048, 1.7894736842105263, 2.857142857142857,
                          3.7727272727272725, 4.666666666666667,  5.466666666666667,
                          6.409090909090909,  7.287878787878788,  8.05,
                          8.466666666666667,  8.966666666666667,  9.521739130434783,
                          10.31578947368421,  11.158730158730158, 12.0 };
  for (guint i = 0; i < G_N_ELEMENTS (earned); i++)
    {
      SlEarnedSchedule schedule = sl_earned_schedule (planned, 12, earned[i], i + 1, NAN);
      assert_near (schedule.earned, want[i]);
      assert_near (schedule.variance, want[i] - (i + 1));
      assert_near (schedule.index, want[i] / (i + 1));
      assert_near (schedule.duration, 12.0 * (i + 1) / want[i]);
    }
  /* At the end the index of money has forgotten the delay, that of time has not. */
  SlEarnedSchedule end = sl_earned_schedule (planned, 12, 2823, 15, NAN);
  assert_near (end.money_index, 1.0);
  assert_near (end.index, 0.8);
}

static void
test_schedule_edges (void)
{
  const double planned[] = { 20, 40, 60 }, flat[] = { 0, 20, 40, 40, 40, 60, 60 };
  const double none[] = { 0, 0 };
  SlEarnedSchedule schedule = sl_earned_schedule (planned, 3, 50, 3, 3);
  assert_near (schedule.earned, 2.5);
  assert_near (schedule.duration, 3.6);
  assert_near (schedule.duration_as_planned, 3.5);
  assert_near (schedule.money_index, 50.0 / 60.0);
  /* Where the plan stands still, the first period that reaches the value. */
  assert_near (sl_earned_schedule (flat, 7, 40, 4, NAN).earned, 3.0);
  assert_near (sl_earned_schedule (flat, 7, 45, 4, NAN).earned, 5.25);
  assert_near (sl_earned_schedule (flat, 7, 60, 4, NAN).earned, 6.0);
  assert_near (sl_earned_schedule (flat, 7, 60, 4, NAN).duration_as_planned, 4.0);
  assert_near (sl_earned_schedule (flat, 7, 99, 4, NAN).earned, 6.0);
  assert_near (sl_earned_schedule (flat, 7, 10, 4, NAN).earned, 1.5);
  /* Nothing earned; nothing planned yet; nothing planned at all. */
  schedule = sl_earned_schedule (flat, 7, 0, 1, NAN);
  assert_near (schedule.earned, 0.0);
  assert_near (schedule.index, 0.0);
  assert_near (schedule.duration, NAN);
  assert_near (schedule.money_index, NAN);
  assert_near (sl_earned_schedule (planned, 3, 10, 0, NAN).index, NAN);
  assert_near (sl_earned_schedule (planned, 3, 10, 0.5, NAN).money_index, 1.0);
  assert_near (sl_earned_schedule (none, 2, 0, 1, NAN).earned, NAN);
  assert_near (sl_earned_schedule (none, 0, 0, 1, NAN).earned, NAN);
  assert_near (sl_earned_schedule (planned, 3, NAN, 1, NAN).earned, NAN);
}

/* What was planned by a time has been earned by that time; more earned is never earlier. */
static void
test_random (void)
{
  for (guint round = 0; round < 300; round++)
    {
      double planned[12], total = 0.0, last = 0.0;
      guint n = (guint)g_test_rand_int_range (1, 13);
      for (guint i = 0; i < n; i++)
        planned[i] = total += g_test_rand_int_range (0, 3) * 10;
      if (total == 0.0)
        continue;
      for (double earned = 0.0; earned <= total; earned += 2.5)
        {
          SlEarnedSchedule schedule = sl_earned_schedule (planned, n, earned, 1, NAN);
          g_assert_cmpfloat (schedule.earned, >=, last);
          g_assert_cmpfloat (schedule.earned, <=, n);
          last = schedule.earned;
          if (schedule.earned > 0.0)
            assert_near (sl_earned_schedule (planned, n, earned, schedule.earned, NAN).money_index,
                         earned > 0.0 ? 1.0 : NAN);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/earned-value/published", test_published);
  g_test_add_func ("/core/earned-value/edges", test_edges);
  g_test_add_func ("/core/earned-value/shares", test_shares);
  g_test_add_func ("/core/earned-value/lipke", test_lipke);
  g_test_add_func ("/core/earned-value/schedule-edges", test_schedule_edges);
  g_test_add_func ("/core/earned-value/random", test_random);
  return g_test_run ();
}
