/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Forecasts: repeatable, and within their standard error of what is known in closed form. */

#include "config.h"

#include "methods/sl-monte-carlo.h"

#include "near.h"

/* Working minutes of a day: fine enough that rounding does not show. */
#define DAY 480.0

/* Standard errors that a forecast may be off: one seed in a million is. The seeds are fixed. */
#define ERRORS 5.0

#define MAX_TASKS 8

typedef struct
{
  SlScheduleTask tasks[MAX_TASKS];
  SlEstimate3 estimates[MAX_TASKS];
  SlScheduleLink links[MAX_TASKS];
  SlScheduleInput schedule;
  SlMonteCarloInput input;
} Case;

static void
case_init (Case *self, guint n_tasks, guint n_links)
{
  for (guint i = 0; i < MAX_TASKS; i++)
    {
      self->tasks[i] = (SlScheduleTask)SL_SCHEDULE_TASK_INIT;
      self->estimates[i] = (SlEstimate3){ NAN, NAN, NAN };
      self->links[i] = (SlScheduleLink){ i, i + 1, SL_DEPENDENCY_FS, 0, FALSE };
    }
  self->schedule = (SlScheduleInput){ 0,           SL_INT_NULL, SL_INT_NULL, NULL,
                                      self->tasks, n_tasks,     self->links, n_links };
  self->input = (SlMonteCarloInput){ &self->schedule, self->estimates, 4000, 20261122, NULL };
}

static void
estimate (Case *self, guint task, double low, double likely, double high)
{
  self->estimates[task] = (SlEstimate3){ low * DAY, likely * DAY, high * DAY };
}

/* A chain takes the sum of its means on average, with the sum of their variances. */
static void
test_chain (void)
{
  Case chain;
  case_init (&chain, 4, 3);
  estimate (&chain, 0, 5, 8, 17);
  estimate (&chain, 1, 1, 2, 3);
  estimate (&chain, 2, 4, 4, 9);
  estimate (&chain, 3, 2, 6, 6);
  double mean = 0.0, variance = 0.0;
  for (guint i = 0; i < 4; i++)
    {
      mean += sl_pert_moments (&chain.estimates[i]).mean;
      variance += sl_beta_pert_moments (&chain.estimates[i]).variance;
    }
  g_autoptr (SlMonteCarlo) forecast = sl_monte_carlo_new (&chain.input);
  double error = sqrt (variance / forecast->n_runs);
  g_assert_cmpfloat_with_epsilon (forecast->mean, mean, ERRORS * error);
  g_assert_cmpfloat_with_epsilon (forecast->deviation, sqrt (variance), ERRORS * error);
  for (guint i = 0; i < 4; i++)
    assert_near (forecast->criticality[i], 1.0);
  g_assert_cmpfloat (forecast->p50, <, forecast->p80);
  g_assert_cmpfloat (forecast->p80, <, forecast->p90);
  for (guint i = 1; i < forecast->n_runs; i++)
    g_assert_cmpint (forecast->finishes[i - 1], <=, forecast->finishes[i]);
  g_assert_cmpint (forecast->finishes[0], >=, (gint64)(12 * DAY));
  g_assert_cmpint (forecast->finishes[forecast->n_runs - 1], <=, (gint64)(35 * DAY));
}

/* Each shape of a distribution has the quantiles that it should have. */
static void
test_shapes (void)
{
  static const double likely[] = { 0.0, 0.001, 0.1, 0.25, 0.5, 0.7, 0.999, 1.0 };
  static const double shares[] = { 0.1, 0.5, 0.8, 0.9 };
  for (guint i = 0; i < G_N_ELEMENTS (likely); i++)
    {
      Case one;
      case_init (&one, 1, 0);
      estimate (&one, 0, 10, 10 + 20 * likely[i], 30);
      g_autoptr (SlMonteCarlo) forecast = sl_monte_carlo_new (&one.input);
      for (guint k = 0; k < G_N_ELEMENTS (shares); k++)
        {
          double p = shares[k], time = sl_beta_pert_quantile (&one.estimates[0], p);
          double error = sqrt (p * (1.0 - p) / forecast->n_runs);
          g_assert_cmpfloat_with_epsilon (sl_monte_carlo_chance (forecast, (gint64)time), p,
                                          ERRORS * error);
        }
    }
}

static void
test_seed (void)
{
  Case chain;
  case_init (&chain, 3, 2);
  estimate (&chain, 0, 5, 8, 17);
  estimate (&chain, 2, 1, 2, 3);
  g_autoptr (SlMonteCarlo) first = sl_monte_carlo_new (&chain.input);
  g_autoptr (SlMonteCarlo) again = sl_monte_carlo_new (&chain.input);
  chain.input.seed++;
  g_autoptr (SlMonteCarlo) other = sl_monte_carlo_new (&chain.input);
  g_assert_cmpmem (first->finishes, first->n_runs * sizeof (gint64), again->finishes,
                   again->n_runs * sizeof (gint64));
  g_assert_cmpuint (first->seed, ==, again->seed);
  g_assert_cmpfloat (first->mean, !=, other->mean);
  g_assert_cmpuint (other->seed, ==, first->seed + 1);
}

/* Two alike side by side: each critical in half of the runs, both in time far less often than one.
 */
static void
test_merge (void)
{
  Case both;
  case_init (&both, 3, 2);
  estimate (&both, 0, 5, 8, 17);
  estimate (&both, 1, 5, 8, 17);
  both.links[0] = (SlScheduleLink){ 0, 2, SL_DEPENDENCY_FS, 0, FALSE };
  both.links[1] = (SlScheduleLink){ 1, 2, SL_DEPENDENCY_FS, 0, FALSE };
  g_autoptr (SlMonteCarlo) forecast = sl_monte_carlo_new (&both.input);
  gint64 p80 = (gint64)sl_beta_pert_quantile (&both.estimates[0], 0.8);
  double error = sqrt (0.25 / forecast->n_runs);
  g_assert_cmpfloat_with_epsilon (sl_monte_carlo_chance (forecast, p80), 0.64, ERRORS * error);
  g_assert_cmpfloat_with_epsilon (forecast->criticality[0], 0.5, ERRORS * error);
  g_assert_cmpfloat (forecast->criticality[0] + forecast->criticality[1], >=, 1.0);
  assert_near (forecast->criticality[2], 1.0);
}

static void
test_edges (void)
{
  Case fixed;
  case_init (&fixed, 2, 1);
  fixed.tasks[0].duration = 100;
  estimate (&fixed, 1, 2, 2, 2);
  /* An end that is imposed, or a late bound, moves nothing and makes nothing critical. */
  fixed.schedule.finish = 5;
  fixed.tasks[1].finish_by = 7;
  fixed.input.n_runs = 1;
  g_autoptr (SlMonteCarlo) forecast = sl_monte_carlo_new (&fixed.input);
  g_assert_cmpint (forecast->finishes[0], ==, 100 + (gint64)(2 * DAY));
  assert_near (forecast->p90, 100 + 2 * DAY);
  assert_near (forecast->deviation, 0.0);
  assert_near (sl_monte_carlo_chance (forecast, 99), 0.0);
  assert_near (sl_monte_carlo_chance (forecast, 100 + (gint64)(2 * DAY)), 1.0);

  estimate (&fixed, 1, 3, 2, 4);
  g_assert_null (sl_monte_carlo_new (&fixed.input));
  estimate (&fixed, 1, 1, 2, 4);
  gint stop = 1;
  fixed.input.cancelled = &stop;
  g_assert_null (sl_monte_carlo_new (&fixed.input));

  Case empty;
  case_init (&empty, 0, 0);
  g_autoptr (SlMonteCarlo) nothing = sl_monte_carlo_new (&empty.input);
  assert_near (nothing->p80, 0.0);

  /* What is left of a started task, after the status date. */
  Case started;
  case_init (&started, 1, 0);
  started.tasks[0].actual_start = 0;
  started.tasks[0].remaining = 50;
  started.schedule.status = 200;
  g_autoptr (SlMonteCarlo) rest = sl_monte_carlo_new (&started.input);
  assert_near (rest->mean, 250.0);
}

/* Each run is the schedule that sl_schedule_new() makes of the same durations. */
static void
test_same_as_schedule (void)
{
  for (guint round = 0; round < 100; round++)
    {
      Case net;
      gint64 durations[MAX_TASKS];
      guint8 critical[MAX_TASKS];
      case_init (&net, MAX_TASKS, MAX_TASKS);
      for (guint i = 0; i < MAX_TASKS; i++)
        {
          guint after = (guint)g_test_rand_int_range (0, MAX_TASKS);
          net.links[i] = (SlScheduleLink){ (guint)g_test_rand_int_range (0, MAX_TASKS), after,
                                           (SlDependencyType)g_test_rand_int_range (0, 4),
                                           g_test_rand_int_range (-3, 4), FALSE };
          if (i > 5)
            net.tasks[i].parent = 0;
        }
      g_autoptr (SlScheduleRuns) runs = sl_schedule_runs_new (&net.schedule);
      for (guint again = 0; again < 3; again++)
        {
          for (guint i = 0; i < MAX_TASKS; i++)
            net.tasks[i].duration = durations[i] = g_test_rand_int_range (0, 9);
          g_autoptr (SlSchedule) want = sl_schedule_new (&net.schedule);
          g_assert_cmpint (sl_schedule_runs_compute (runs, durations, critical), ==, want->finish);
          for (guint i = 0; i < MAX_TASKS; i++)
            g_assert_cmpint (critical[i], ==, want->tasks[i].critical);
        }
    }
}

static void
test_speed (void)
{
  enum
  {
    N = 10000
  };
  g_autofree SlScheduleTask *tasks = g_new (SlScheduleTask, N);
  g_autofree SlEstimate3 *estimates = g_new (SlEstimate3, N);
  g_autofree SlScheduleLink *links = g_new (SlScheduleLink, N);
  for (guint i = 0; i < N; i++)
    {
      tasks[i] = (SlScheduleTask)SL_SCHEDULE_TASK_INIT;
      estimates[i] = (SlEstimate3){ 480, 960, 2400 };
      links[i] = (SlScheduleLink){ (guint)g_test_rand_int_range (0, (gint32)MAX (i, 1)), i,
                                   SL_DEPENDENCY_FS, 0, FALSE };
    }
  SlScheduleInput schedule = { 0, SL_INT_NULL, SL_INT_NULL, NULL, tasks, N, links, N };
  /* A tenth of the usual runs: the rest takes nine times as long. */
  SlMonteCarloInput input = { &schedule, estimates, SL_MONTE_CARLO_RUNS / 10, 1, NULL };
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (SlMonteCarlo) forecast = sl_monte_carlo_new (&input);
  double seconds = (double)(g_get_monotonic_time () - begin) / 1e5;
  g_assert_nonnull (forecast);
  g_test_minimized_result (seconds, "10000 tasks, 2000 runs: %.2f s", seconds);
  g_assert_cmpfloat (seconds, <, 300.0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/core/monte-carlo/chain", test_chain);
  g_test_add_func ("/core/monte-carlo/shapes", test_shapes);
  g_test_add_func ("/core/monte-carlo/seed", test_seed);
  g_test_add_func ("/core/monte-carlo/merge", test_merge);
  g_test_add_func ("/core/monte-carlo/edges", test_edges);
  g_test_add_func ("/core/monte-carlo/same-as-schedule", test_same_as_schedule);
  g_test_add_func ("/core/monte-carlo/speed", test_speed);
  return g_test_run ();
}
