/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Monte-Carlo forecast. The network is ordered once; a run draws durations and goes through it.
 *
 * Times are drawn by Cheng's rejection method for beta distributions (algorithm BB, R. C. H. Cheng,
 * Generating beta variates with nonintegral shape parameters, CACM 21(4), 1978): it is exact and
 * takes half the time of two gamma variates. Where one shape is 1 the inverse is known. */

#include "config.h"

#include "methods/sl-monte-carlo.h"

#include "methods/sl-numeric.h"
#include "base/sl-random.h"

#include <math.h>
#include <stdlib.h>

#define LOG_4 1.3862943611198906
#define ONE_PLUS_LOG_5 2.6094379124341003

typedef enum
{
  DRAW_FIXED,   /* always @low */
  DRAW_FALLING, /* most likely at its best: the first shape is 1 */
  DRAW_RISING,  /* most likely at its worst: the second shape is 1 */
  DRAW_BETWEEN,
} DrawType;

/* What drawing from one beta-PERT distribution needs, computed once. */
typedef struct
{
  DrawType type;
  double low;
  double range;
  double smaller; /* shape */
  double larger;
  gboolean turned; /* the smaller shape is the second */
  double beta;
  double gamma;
} Draw;

static Draw
prepare_draw (const SlEstimate3 *estimate)
{
  Draw draw = { DRAW_FIXED, estimate->low, estimate->high - estimate->low, 0, 0, FALSE, 0, 0 };
  double first, second;
  if (draw.range <= 0.0)
    return draw;
  sl_beta_pert_shapes (estimate, &first, &second);
  draw.turned = second < first;
  draw.smaller = MIN (first, second);
  draw.larger = MAX (first, second);
  if (draw.smaller <= 1.0)
    {
      draw.type = draw.turned ? DRAW_RISING : DRAW_FALLING;
      return draw;
    }
  double sum = first + second;
  draw.type = DRAW_BETWEEN;
  draw.beta = sqrt ((sum - 2.0) / (2.0 * first * second - sum));
  draw.gamma = draw.smaller + 1.0 / draw.beta;
  return draw;
}

/* A share of the range by rejection. */
static double
draw_between (const Draw *draw, guint64 *state)
{
  double sum = draw->smaller + draw->larger;
  while (TRUE)
    {
      double first = sl_random_unit (state), second = sl_random_unit (state);
      double v = draw->beta * log (first / (1.0 - first));
      double w = draw->smaller * exp (v);
      double z = first * first * second;
      double r = draw->gamma * v - LOG_4;
      double s = draw->smaller + r - w;
      /* The first test is cheap and nearly always enough. */
      if (s + ONE_PLUS_LOG_5 < 5.0 * z && s < log (z)
          && r + sum * log (sum / (draw->larger + w)) < log (z))
        continue;
      double share = draw->turned ? draw->larger / (draw->larger + w) : w / (draw->larger + w);
      if (!isnan (share))
        return share;
    }
}

static double
draw_time (const Draw *draw, guint64 *state)
{
  switch (draw->type)
    {
    case DRAW_FALLING:
      return draw->low + draw->range * (1.0 - pow (sl_random_unit (state), 1.0 / draw->larger));
    case DRAW_RISING:
      return draw->low + draw->range * pow (sl_random_unit (state), 1.0 / draw->larger);
    case DRAW_BETWEEN:
      return draw->low + draw->range * draw_between (draw, state);
    case DRAW_FIXED:
    default:
      return draw->low;
    }
}

/* (transfer full) (nullable): %NULL where an estimate is not valid. */
static Draw *
prepare_draws (const SlMonteCarloInput *input)
{
  const SlScheduleInput *schedule = input->schedule;
  g_autofree Draw *draws = g_new (Draw, MAX (schedule->n_tasks, 1));
  for (guint i = 0; i < schedule->n_tasks; i++)
    {
      const SlScheduleTask *task = &schedule->tasks[i];
      double fixed = task->actual_start != SL_INT_NULL ? task->remaining : task->duration;
      SlEstimate3 estimate = input->estimates[i];
      if (isnan (estimate.low))
        estimate = (SlEstimate3){ fixed, fixed, fixed };
      if (!sl_estimate3_is_valid (&estimate))
        return NULL;
      draws[i] = prepare_draw (&estimate);
    }
  return g_steal_pointer (&draws);
}

/* The network without what says when it should be over. */
static SlScheduleRuns *
prepare_runs (const SlScheduleInput *schedule)
{
  g_autofree SlScheduleTask *tasks
      = g_memdup2 (schedule->tasks, schedule->n_tasks * sizeof *schedule->tasks);
  SlScheduleInput open = *schedule;
  open.finish = SL_INT_NULL;
  open.tasks = tasks;
  for (guint i = 0; i < schedule->n_tasks; i++)
    tasks[i].start_by = tasks[i].finish_by = SL_INT_NULL;
  return sl_schedule_runs_new (&open);
}

static gboolean
run_all (const SlMonteCarloInput *input, const Draw *draws, SlMonteCarlo *self)
{
  g_autoptr (SlScheduleRuns) runs = prepare_runs (input->schedule);
  g_autofree gint64 *durations = g_new (gint64, MAX (self->n_tasks, 1));
  g_autofree guint8 *critical = g_new0 (guint8, MAX (self->n_tasks, 1));
  guint64 state = input->seed;
  for (guint run = 0; run < self->n_runs; run++)
    {
      if (input->cancelled != NULL && g_atomic_int_get (input->cancelled))
        return FALSE;
      for (guint i = 0; i < self->n_tasks; i++)
        durations[i] = llround (draw_time (&draws[i], &state));
      self->finishes[run] = sl_schedule_runs_compute (runs, durations, critical);
      for (guint i = 0; i < self->n_tasks; i++)
        self->criticality[i] += critical[i];
    }
  return TRUE;
}

static int
compare_times (const void *a, const void *b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;
  return (x > y) - (x < y);
}

/* Sums the runs up. */
static void
describe (SlMonteCarlo *self)
{
  double squares = 0.0;
  qsort (self->finishes, self->n_runs, sizeof *self->finishes, compare_times);
  for (guint i = 0; i < self->n_runs; i++)
    self->mean += (double)self->finishes[i] / self->n_runs;
  for (guint i = 0; i < self->n_runs; i++)
    squares += (self->finishes[i] - self->mean) * (self->finishes[i] - self->mean);
  self->deviation = self->n_runs > 1 ? sqrt (squares / (self->n_runs - 1)) : 0.0;
  for (guint i = 0; i < self->n_tasks; i++)
    self->criticality[i] /= self->n_runs;
  self->p50 = sl_monte_carlo_quantile (self, 0.5);
  self->p80 = sl_monte_carlo_quantile (self, 0.8);
  self->p90 = sl_monte_carlo_quantile (self, 0.9);
}

SlMonteCarlo *
sl_monte_carlo_new (const SlMonteCarloInput *input)
{
  g_return_val_if_fail (input->n_runs > 0, NULL);
  g_autofree Draw *draws = prepare_draws (input);
  if (draws == NULL)
    return NULL;
  g_autoptr (SlMonteCarlo) self = g_new0 (SlMonteCarlo, 1);
  self->seed = input->seed;
  self->n_runs = input->n_runs;
  self->n_tasks = input->schedule->n_tasks;
  self->finishes = g_new (gint64, self->n_runs);
  self->criticality = g_new0 (double, MAX (self->n_tasks, 1));
  if (!run_all (input, draws, self))
    return NULL;
  describe (self);
  return g_steal_pointer (&self);
}

void
sl_monte_carlo_free (SlMonteCarlo *self)
{
  if (self == NULL)
    return;
  g_free (self->finishes);
  g_free (self->criticality);
  g_free (self);
}

double
sl_monte_carlo_chance (const SlMonteCarlo *self, gint64 deadline)
{
  guint low = 0, high = self->n_runs;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (self->finishes[middle] <= deadline)
        low = middle + 1;
      else
        high = middle;
    }
  return (double)low / self->n_runs;
}

double
sl_monte_carlo_quantile (const SlMonteCarlo *self, double q)
{
  g_autofree double *sorted = g_new (double, self->n_runs);
  for (guint i = 0; i < self->n_runs; i++)
    sorted[i] = (double)self->finishes[i];
  return sl_quantile (sorted, self->n_runs, q);
}
