/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Progress and state of all goals of a plan: collects scores of KPIs, tasks and goals into one
 * graph, lets sl_rollup() add them up and judges the result by the calendar. It decides what
 * counts; how it is added is sl-rollup.c's business, how it is said sl-goal-derivation.c's. */

#include "config.h"

#include "analysis/sl-goal-progress-private.h"
#include "analysis/sl-kpi-series.h"

#include <math.h>

SlItemState
sl_item_state_of (double progress, gint64 start, gint64 due, gint64 today)
{
  if (progress >= 1.0)
    return SL_ITEM_DONE;
  if (due != SL_INT_NULL && today > due)
    return SL_ITEM_OFF_TRACK;
  gboolean waits = start != SL_INT_NULL && today < start;
  if (isnan (progress))
    return waits ? SL_ITEM_NOT_STARTED : SL_ITEM_NO_DATA;
  if (waits && progress <= 0.0)
    return SL_ITEM_NOT_STARTED;
  double gap = NAN;
  if (start != SL_INT_NULL && due != SL_INT_NULL)
    gap = sl_pace ((double)start, (double)due, (double)today, progress).gap;
  if (gap < SL_PACE_OFF_TRACK)
    return SL_ITEM_OFF_TRACK;
  if (gap < SL_PACE_BEHIND)
    return SL_ITEM_BEHIND;
  return progress > 0.0 || (!isnan (gap) && !waits) ? SL_ITEM_ON_TRACK : SL_ITEM_NOT_STARTED;
}

/* Finds the newest value of each KPI, and its oldest where it has no baseline. */
static void
read_kpi_values (SlGoalProgress *self, double *oldest)
{
  guint n_kpis = sl_table_n_rows (sl_snapshot_table (self->plan, SL_KIND_KPI));
  SlKpiSeries *all = sl_kpi_series_new (self->plan, self->today);
  for (guint row = 0; row < n_kpis; row++)
    {
      const SlKpiSeries *one = &all[row];
      self->kpis[row] = (SlKpiScore){ NAN, NAN, SL_INT_NULL };
      oldest[row] = NAN;
      if (one->n == 0)
        continue;
      self->kpis[row].day = (gint64)one->days[one->n - 1];
      self->kpis[row].current = one->values[one->n - 1];
      oldest[row] = one->values[0];
    }
  sl_kpi_series_free (all);
}

static double
score_kpi (const SlTable *kpis, guint row, double current, double oldest)
{
  double target = sl_table_real (kpis, row, SL_KPI_TARGET);
  if (sl_table_int (kpis, row, SL_KPI_DIRECTION) == SL_KPI_KEEP)
    {
      double low = sl_table_real (kpis, row, SL_KPI_LOW);
      double high = sl_table_real (kpis, row, SL_KPI_HIGH);
      if (isnan (low) && isnan (high))
        low = high = target;
      return sl_kpi_range_score (low, high, sl_table_real (kpis, row, SL_KPI_TOLERANCE), current);
    }
  double baseline = sl_table_real (kpis, row, SL_KPI_BASELINE);
  return sl_kpi_progress (isnan (baseline) ? oldest : baseline, target, current, NULL);
}

/* Scores all KPIs and gives each goal the weighted mean of its own ones, NAN without any. */
static double *
score_kpis (SlGoalProgress *self)
{
  const SlTable *kpis = sl_snapshot_table (self->plan, SL_KIND_KPI);
  const SlTable *goals = sl_snapshot_table (self->plan, SL_KIND_GOAL);
  guint n_kpis = sl_table_n_rows (kpis), n_goals = sl_table_n_rows (goals);
  self->kpis = g_new (SlKpiScore, MAX (n_kpis, 1));
  g_autofree double *oldest = g_new (double, MAX (n_kpis, 1));
  read_kpi_values (self, oldest);

  /* A KPI is a child without children: the same rules of weight hold. */
  g_autofree SlRollupNode *nodes = g_new (SlRollupNode, n_goals + n_kpis + 1);
  g_autofree SlRollupResult *results = g_new (SlRollupResult, n_goals + n_kpis + 1);
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (SlRollupEdge));
  for (guint row = 0; row < n_goals; row++)
    nodes[row] = (SlRollupNode){ NAN, NAN };
  for (guint row = 0; row < n_kpis; row++)
    {
      SlRollupEdge edge = { 0, n_goals + row, NAN };
      self->kpis[row].score = score_kpi (kpis, row, self->kpis[row].current, oldest[row]);
      nodes[edge.child]
          = (SlRollupNode){ self->kpis[row].score, sl_table_real (kpis, row, SL_KPI_WEIGHT) };
      if (sl_table_find (goals, sl_table_ref (kpis, row, SL_KPI_GOAL), &edge.parent))
        g_array_append_val (edges, edge);
    }
  sl_rollup (nodes, n_goals + n_kpis, (const SlRollupEdge *)(gpointer)edges->data, edges->len,
             results, NULL);
  double *scores = g_new (double, MAX (n_goals, 1));
  for (guint row = 0; row < n_goals; row++)
    scores[row] = results[row].score;
  return scores;
}

/* Whether a task above @row serves @goal too and so counts it already. */
static gboolean
ancestor_serves (const SlTable *tasks, SlId parent, SlId goal)
{
  guint row;
  for (guint depth = 0; depth < sl_table_n_rows (tasks); depth++)
    {
      if (!sl_table_find (tasks, parent, &row))
        return FALSE;
      if (sl_table_ref (tasks, row, SL_TASK_GOAL) == goal)
        return TRUE;
      parent = sl_table_ref (tasks, row, SL_TASK_PARENT);
    }
  return FALSE;
}

static void
serve_goal (SlGoalProgress *self, SlId goal, SlId parent, const SlItemSum *sum)
{
  const SlTable *goals = sl_snapshot_table (self->plan, SL_KIND_GOAL);
  guint row;
  if (goal == SL_ID_NONE || sum->n_items == 0 || !sl_table_find (goals, goal, &row)
      || ancestor_serves (sl_snapshot_table (self->plan, SL_KIND_TASK), parent, goal))
    return;
  if (self->work_of[row] < 0)
    {
      SlItemSum empty = { 0.0, 0.0, 0, 0, SL_INT_NULL, SL_INT_NULL };
      self->work_of[row] = (int)self->work->len;
      g_array_append_val (self->work, empty);
    }
  sl_item_sum_add (&g_array_index (self->work, SlItemSum, self->work_of[row]), sum);
}

/* Gives each goal the tasks and milestones that serve it. */
static void
collect_work (SlGoalProgress *self)
{
  const SlTable *goals = sl_snapshot_table (self->plan, SL_KIND_GOAL);
  const SlTable *tasks = sl_snapshot_table (self->plan, SL_KIND_TASK);
  const SlTable *milestones = sl_snapshot_table (self->plan, SL_KIND_MILESTONE);
  self->work = g_array_new (FALSE, FALSE, sizeof (SlItemSum));
  self->work_of = g_new (int, MAX (sl_table_n_rows (goals), 1));
  for (guint row = 0; row < sl_table_n_rows (goals); row++)
    self->work_of[row] = -1;
  for (guint row = 0; row < sl_table_n_rows (tasks); row++)
    serve_goal (self, sl_table_ref (tasks, row, SL_TASK_GOAL),
                sl_table_ref (tasks, row, SL_TASK_PARENT), &self->items.tasks[row]);
  for (guint row = 0; row < sl_table_n_rows (milestones); row++)
    serve_goal (self, sl_table_ref (milestones, row, SL_MILESTONE_GOAL),
                sl_table_ref (milestones, row, SL_MILESTONE_PARENT), &self->items.milestones[row]);
}

static gboolean
goal_counts (const SlTable *goals, guint row)
{
  gint64 status = sl_table_int (goals, row, SL_GOAL_STATUS);
  return status != SL_GOAL_PARKED && status != SL_GOAL_DROPPED;
}

static void
add_edge (SlGoalProgress *self, guint parent, guint child, double share)
{
  SlRollupEdge edge = { parent, child, share };
  g_array_append_val (self->edges, edge);
}

/* Who is part of whom; parked and dropped goals are nobody's part. */
static void
collect_edges (SlGoalProgress *self)
{
  const SlTable *goals = sl_snapshot_table (self->plan, SL_KIND_GOAL);
  const SlTable *further = sl_snapshot_table (self->plan, SL_KIND_GOAL_PARENT);
  guint n_goals = sl_table_n_rows (goals), parent, child;
  self->edges = g_array_new (FALSE, FALSE, sizeof (SlRollupEdge));
  for (guint row = 0; row < n_goals; row++)
    {
      if (goal_counts (goals, row)
          && sl_table_find (goals, sl_table_ref (goals, row, SL_GOAL_PARENT), &parent))
        add_edge (self, parent, row, NAN);
      if (self->work_of[row] >= 0)
        add_edge (self, row, n_goals + (guint)self->work_of[row], NAN);
    }
  for (guint i = 0; i < sl_table_n_rows (further); i++)
    if (sl_table_find (goals, sl_table_ref (further, i, SL_GOAL_PARENT_GOAL), &child)
        && sl_table_find (goals, sl_table_ref (further, i, SL_GOAL_PARENT_PARENT), &parent)
        && goal_counts (goals, child))
      add_edge (self, parent, child, sl_table_real (further, i, SL_GOAL_PARENT_SHARE));
}

/* The goal's own number and where it comes from. */
static double
own_score (const SlTable *goals, guint row, double kpi_score, SlProgressSource *source)
{
  double own = sl_table_real (goals, row, SL_GOAL_PROGRESS);
  if (sl_table_int (goals, row, SL_GOAL_STATUS) == SL_GOAL_DONE)
    {
      *source = SL_PROGRESS_CLOSED;
      return 1.0;
    }
  *source = !isnan (own) ? SL_PROGRESS_OWN : SL_PROGRESS_KPI;
  return !isnan (own) ? own : kpi_score;
}

/* Judges a goal that is rolled up. */
static void
judge_goal (SlGoalProgress *self, guint row, const SlRollupResult *result)
{
  const SlTable *goals = sl_snapshot_table (self->plan, SL_KIND_GOAL);
  const SlTable *projects = sl_snapshot_table (self->plan, SL_KIND_PROJECT);
  SlGoalState *state = &self->goals[row];
  state->id = sl_table_id (goals, row);
  state->progress = result->score;
  state->parts = result->rolled;
  state->minimum = result->minimum;
  if (result->weakest >= 0 && (guint)result->weakest < sl_table_n_rows (goals))
    state->weakest = sl_table_id (goals, (guint)result->weakest);
  state->without_data = result->without_data;
  state->in_cycle = result->in_cycle;

  gint64 start = sl_table_int (goals, row, SL_GOAL_START);
  gint64 due = sl_table_int (goals, row, SL_GOAL_DUE);
  if (start == SL_INT_NULL && sl_table_n_rows (projects) > 0)
    start = sl_table_int (projects, 0, SL_PROJECT_START);
  state->pace
      = sl_pace (start == SL_INT_NULL ? NAN : (double)start, due == SL_INT_NULL ? NAN : (double)due,
                 (double)self->today, state->progress);
  gint64 status = sl_table_int (goals, row, SL_GOAL_STATUS);
  if (status == SL_GOAL_DONE)
    state->state = SL_ITEM_DONE;
  else if (status == SL_GOAL_PARKED)
    state->state = SL_ITEM_PARKED;
  else if (status == SL_GOAL_DROPPED)
    state->state = SL_ITEM_DROPPED;
  else
    state->state = sl_item_state_of (state->progress, start, due, self->today);
}

static void
roll_up (SlGoalProgress *self, const double *kpi_scores)
{
  const SlTable *goals = sl_snapshot_table (self->plan, SL_KIND_GOAL);
  guint n_goals = sl_table_n_rows (goals), n = n_goals + self->work->len;
  g_autofree SlRollupNode *nodes = g_new (SlRollupNode, MAX (n, 1));
  g_autofree SlRollupResult *results = g_new (SlRollupResult, MAX (n, 1));
  self->goals = g_new0 (SlGoalState, MAX (n_goals, 1));
  self->weights = g_new (double, MAX (self->edges->len, 1));
  self->scores = g_new (double, MAX (n, 1));
  for (guint row = 0; row < n_goals; row++)
    nodes[row] = (SlRollupNode){ own_score (goals, row, kpi_scores[row], &self->goals[row].source),
                                 sl_table_real (goals, row, SL_GOAL_WEIGHT) };
  for (guint i = 0; i < self->work->len; i++)
    nodes[n_goals + i]
        = (SlRollupNode){ sl_item_sum_progress (&g_array_index (self->work, SlItemSum, i)), NAN };
  sl_rollup (nodes, n, (const SlRollupEdge *)(gpointer)self->edges->data, self->edges->len, results,
             self->weights);
  for (guint i = 0; i < n; i++)
    self->scores[i] = results[i].score;
  for (guint row = 0; row < n_goals; row++)
    {
      if (isnan (nodes[row].own))
        self->goals[row].source = isnan (results[row].score) ? SL_PROGRESS_NONE : SL_PROGRESS_PARTS;
      judge_goal (self, row, &results[row]);
    }
}

SlGoalProgress *
sl_goal_progress_new (const SlSnapshot *plan, gint64 today)
{
  SlGoalProgress *self = g_new0 (SlGoalProgress, 1);
  self->plan = plan;
  self->today = today;
  sl_item_sums_init (&self->items, plan);
  g_autofree double *kpi_scores = score_kpis (self);
  collect_work (self);
  collect_edges (self);
  roll_up (self, kpi_scores);
  return self;
}

void
sl_goal_progress_free (SlGoalProgress *self)
{
  if (self == NULL)
    return;
  sl_item_sums_clear (&self->items);
  g_array_unref (self->work);
  g_array_unref (self->edges);
  g_free (self->work_of);
  g_free (self->goals);
  g_free (self->kpis);
  g_free (self->weights);
  g_free (self->scores);
  g_free (self);
}

const SlGoalState *
sl_goal_progress_get (const SlGoalProgress *self, SlId goal)
{
  guint row;
  return sl_table_find (sl_snapshot_table (self->plan, SL_KIND_GOAL), goal, &row)
             ? &self->goals[row]
             : NULL;
}

SlItemState
sl_goal_progress_get_task (const SlGoalProgress *self, SlId task, double *progress)
{
  static const SlKindId kinds[] = { SL_KIND_TASK, SL_KIND_MILESTONE };
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint row;
      if (!sl_table_find (sl_snapshot_table (self->plan, kinds[i]), task, &row))
        continue;
      if (progress != NULL)
        *progress = sl_item_sum_progress (i == 0 ? &self->items.tasks[row]
                                                 : &self->items.milestones[row]);
      return sl_item_sums_state (&self->items, self->plan, kinds[i], row, self->today);
    }
  if (progress != NULL)
    *progress = NAN;
  return SL_ITEM_NO_DATA;
}

double
sl_goal_progress_get_kpi (const SlGoalProgress *self, SlId kpi, double *current)
{
  guint row;
  gboolean found = sl_table_find (sl_snapshot_table (self->plan, SL_KIND_KPI), kpi, &row);
  if (current != NULL)
    *current = found ? self->kpis[row].current : NAN;
  return found ? self->kpis[row].score : NAN;
}
