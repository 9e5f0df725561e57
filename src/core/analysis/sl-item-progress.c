/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sums up tasks and milestones from the leaves of their tree to its roots. Weights are working
 * days only: effort is another unit. */

#include "config.h"

#include "analysis/sl-item-progress.h"

#include "analysis/sl-plan-calendar.h"

#include <math.h>

static const SlItemSum EMPTY_SUM = { 0.0, 0.0, 0, 0, SL_INT_NULL, SL_INT_NULL };

void
sl_item_sum_add (SlItemSum *sum, const SlItemSum *item)
{
  sum->done += item->done;
  sum->weight += item->weight;
  sum->n_items += item->n_items;
  sum->n_done += item->n_done;
  if (item->start != SL_INT_NULL && (sum->start == SL_INT_NULL || item->start < sum->start))
    sum->start = item->start;
  sum->due = MAX (sum->due, item->due);
}

double
sl_item_sum_progress (const SlItemSum *sum)
{
  return sum->weight > 0.0 ? sum->done / sum->weight : NAN;
}

static gboolean
is_closed_status (gint64 status)
{
  return status == SL_TASK_PARKED || status == SL_TASK_DROPPED;
}

/* Working days of a task as it says or as its dates span; NAN unknown. */
static double
task_days (const SlTable *tasks, guint row, const SlCalendar *calendar)
{
  double duration = sl_table_real (tasks, row, SL_TASK_DURATION);
  if (duration > 0.0)
    return duration;
  gint64 start = sl_table_int (tasks, row, SL_TASK_START);
  gint64 due = sl_table_int (tasks, row, SL_TASK_DUE);
  if (start == SL_INT_NULL || due == SL_INT_NULL)
    return NAN;
  gint64 days = sl_calendar_count (calendar, start, due + 1);
  return days > 0 ? (double)days : NAN;
}

static SlItemSum
sum_of_leaf (double weight, double progress, gint64 status, gint64 start, gint64 due)
{
  SlItemSum sum = { 0.0, weight, 1, 0, start, due };
  if (status == SL_TASK_DONE)
    progress = 1.0;
  else if (isnan (progress))
    progress = 0.0;
  sum.done = weight * progress;
  sum.n_done = progress >= 1.0 ? 1 : 0;
  return sum;
}

/* Counts the children of each task and finds out what the leaves weigh on average. */
static double
survey_tasks (const SlTable *tasks, const SlTable *milestones, guint *n_children, double *days)
{
  g_autofree guint8 *is_summary = g_new0 (guint8, MAX (sl_table_n_rows (tasks), 1));
  guint parent;
  for (guint row = 0; row < sl_table_n_rows (tasks); row++)
    if (sl_table_find (tasks, sl_table_ref (tasks, row, SL_TASK_PARENT), &parent))
      n_children[parent]++;
  for (guint row = 0; row < sl_table_n_rows (tasks); row++)
    is_summary[row] = n_children[row] > 0;
  for (guint row = 0; row < sl_table_n_rows (milestones); row++)
    if (sl_table_find (tasks, sl_table_ref (milestones, row, SL_MILESTONE_PARENT), &parent))
      is_summary[parent] = 1;

  double total = 0.0;
  guint n = 0;
  for (guint row = 0; row < sl_table_n_rows (tasks); row++)
    {
      if (is_summary[row])
        days[row] = 0.0;
      else if (!isnan (days[row]) && !is_closed_status (sl_table_int (tasks, row, SL_TASK_STATUS)))
        {
          total += days[row];
          n++;
        }
    }
  return n > 0 ? total / n : 1.0;
}

static void
add_milestones (SlItemSums *self, const SlTable *milestones, const SlTable *tasks, double usual)
{
  for (guint row = 0; row < sl_table_n_rows (milestones); row++)
    {
      gint64 status = sl_table_int (milestones, row, SL_MILESTONE_STATUS);
      if (is_closed_status (status))
        continue;
      self->milestones[row]
          = sum_of_leaf (usual, sl_table_real (milestones, row, SL_MILESTONE_PROGRESS), status,
                         SL_INT_NULL, sl_table_int (milestones, row, SL_MILESTONE_DUE));
      guint parent;
      if (sl_table_find (tasks, sl_table_ref (milestones, row, SL_MILESTONE_PARENT), &parent))
        sl_item_sum_add (&self->tasks[parent], &self->milestones[row]);
    }
}

/* Sums tasks up, children before parents. @days: 0 for tasks with children. */
static void
add_tasks (SlItemSums *self, const SlTable *tasks, guint *n_children, const double *days,
           double usual)
{
  guint n = sl_table_n_rows (tasks);
  g_autofree guint *queue = g_new (guint, MAX (n, 1));
  guint n_queued = 0;
  for (guint row = 0; row < n; row++)
    if (n_children[row] == 0)
      queue[n_queued++] = row;
  for (guint i = 0; i < n_queued; i++)
    {
      guint row = queue[i], parent;
      gint64 status = sl_table_int (tasks, row, SL_TASK_STATUS);
      if (days[row] != 0.0)
        self->tasks[row] = sum_of_leaf (isnan (days[row]) ? usual : days[row],
                                        sl_table_real (tasks, row, SL_TASK_PROGRESS), status,
                                        sl_table_int (tasks, row, SL_TASK_START),
                                        sl_table_int (tasks, row, SL_TASK_DUE));
      if (is_closed_status (status))
        self->tasks[row] = EMPTY_SUM;
      if (!sl_table_find (tasks, sl_table_ref (tasks, row, SL_TASK_PARENT), &parent))
        continue;
      sl_item_sum_add (&self->tasks[parent], &self->tasks[row]);
      if (--n_children[parent] == 0)
        queue[n_queued++] = parent;
    }
}

void
sl_item_sums_init (SlItemSums *self, const SlSnapshot *plan)
{
  const SlTable *tasks = sl_snapshot_table (plan, SL_KIND_TASK);
  const SlTable *milestones = sl_snapshot_table (plan, SL_KIND_MILESTONE);
  guint n_tasks = sl_table_n_rows (tasks), n_milestones = sl_table_n_rows (milestones);
  self->tasks = g_new (SlItemSum, MAX (n_tasks, 1));
  self->milestones = g_new (SlItemSum, MAX (n_milestones, 1));
  g_autofree guint *n_children = g_new0 (guint, MAX (n_tasks, 1));
  g_autofree double *days = g_new (double, MAX (n_tasks, 1));
  g_autoptr (SlCalendar) calendar = sl_plan_calendar_new (plan);
  for (guint row = 0; row < n_tasks; row++)
    {
      self->tasks[row] = EMPTY_SUM;
      days[row] = task_days (tasks, row, calendar);
    }
  for (guint row = 0; row < n_milestones; row++)
    self->milestones[row] = EMPTY_SUM;
  double usual = survey_tasks (tasks, milestones, n_children, days);
  add_milestones (self, milestones, tasks, usual);
  add_tasks (self, tasks, n_children, days, usual);
}

void
sl_item_sums_clear (SlItemSums *self)
{
  g_clear_pointer (&self->tasks, g_free);
  g_clear_pointer (&self->milestones, g_free);
}

SlItemState
sl_item_sums_state (const SlItemSums *self, const SlSnapshot *plan, SlKindId kind, guint row,
                    gint64 today)
{
  const SlTable *table = sl_snapshot_table (plan, kind);
  gboolean is_task = kind == SL_KIND_TASK;
  const SlItemSum *sum = is_task ? &self->tasks[row] : &self->milestones[row];
  guint progress_field = is_task ? (guint)SL_TASK_PROGRESS : (guint)SL_MILESTONE_PROGRESS;
  switch (sl_table_int (table, row, is_task ? (guint)SL_TASK_STATUS : (guint)SL_MILESTONE_STATUS))
    {
    case SL_TASK_DONE:
      return SL_ITEM_DONE;
    case SL_TASK_PARKED:
      return SL_ITEM_PARKED;
    case SL_TASK_DROPPED:
      return SL_ITEM_DROPPED;
    case SL_TASK_ACTIVE:
      /* Under way without a number: nobody can say that it is behind before it is late. */
      if (sum->n_items == 1 && !sl_table_is_set (table, row, progress_field))
        return sum->due != SL_INT_NULL && today > sum->due ? SL_ITEM_OFF_TRACK : SL_ITEM_ON_TRACK;
      break;
    default:
      break;
    }
  return sl_item_state_of (sl_item_sum_progress (sum), sum->start, sum->due, today);
}
