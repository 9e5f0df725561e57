/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A forecast of when a network of tasks is over, by trying out thousands of ways it may go. Pure;
 * for a worker. Tasks are taken for independent, which is optimistic. Source: METHODS section 12.
 */

#pragma once

#include "methods/sl-pert.h"
#include "methods/sl-schedule.h"

G_BEGIN_DECLS

/* With so many runs the standard error of a chance is at most 1.1 %: show whole percents. */
#define SL_MONTE_CARLO_RUNS 2000u

/**
 * SlMonteCarloInput:
 * @schedule: the network. Its imposed end and its late bounds are not looked at: they move nothing
 * @estimates: (array): of each task, in units of the schedule, which should be fine (minutes); of a
 *   task that is started: of what is left. @low NAN: the task takes what it takes in the schedule
 * @n_runs: at least 1: SL_MONTE_CARLO_RUNS
 * @seed: where the random numbers begin: to be stored with the result, which it repeats
 * @cancelled: (nullable): looked at before each run; set it to anything but 0 to stop
 */
typedef struct
{
  const SlScheduleInput *schedule;
  const SlEstimate3 *estimates;
  guint n_runs;
  guint64 seed;
  const gint *cancelled;
} SlMonteCarloInput;

/**
 * SlMonteCarlo:
 * @seed: as given
 * @n_runs: as given
 * @finishes: (array length=n_runs): when it was over, ascending
 * @n_tasks: tasks of the network
 * @criticality: (array length=n_tasks): share of runs in which the task had no float, 0..1
 * @mean: of @finishes
 * @deviation: their standard deviation; 0 for one run
 * @p50: half of the runs are over by then; likewise
 */
typedef struct
{
  guint64 seed;
  guint n_runs;
  gint64 *finishes;
  guint n_tasks;
  double *criticality;
  double mean;
  double deviation;
  double p50;
  double p80;
  double p90;
} SlMonteCarlo;

/**
 * sl_monte_carlo_new:
 * @input: network and estimates
 *
 * In each run every task takes a time drawn from its beta-PERT distribution, in the order of tasks.
 * Cost: O(runs x (tasks + links)).
 *
 * Returns: (transfer full) (nullable): %NULL if cancelled, and if an estimate with a @low is not
 *   valid: see sl_estimate3_is_valid()
 */
SlMonteCarlo *sl_monte_carlo_new (const SlMonteCarloInput *input) G_GNUC_WARN_UNUSED_RESULT;
void sl_monte_carlo_free (SlMonteCarlo *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlMonteCarlo, sl_monte_carlo_free)

/* The share of runs that are over by @deadline, 0..1. */
double sl_monte_carlo_chance (const SlMonteCarlo *self, gint64 deadline);
/* The time by which a share @q (0..1) of the runs is over: see sl_quantile(). */
double sl_monte_carlo_quantile (const SlMonteCarlo *self, double q);

G_END_DECLS
