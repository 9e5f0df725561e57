/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The critical path method over plain arrays: earliest and latest dates, floats, what is critical
 * and what drives what. The unit of time is up to the caller (working minutes of a calendar, or
 * days); all arithmetic is whole numbers; finishes are exclusive. Pure: may run in any thread. */

#pragma once

#include "methods/sl-calendar.h"
#include "base/sl-codes.h"

G_BEGIN_DECLS

/**
 * SlScheduleTask:
 * @duration: what it takes; 0: a milestone. Not used of a task that has children
 * @parent: index of the task that it is part of, or -1
 * @start_from: starts no earlier; here and below SL_INT_NULL: no such rule
 * @finish_from: finishes no earlier
 * @start_by: starts no later. Late bounds never move a task, they give negative float
 * @finish_by: finishes no later: a deadline or constraint
 * @actual_start: started then, whatever links say
 * @actual_finish: finished then; wants @actual_start
 * @remaining: what is left to do of a started task; its rest still waits for its predecessors
 *   ("retained logic") and for the status date
 * @as_late: starts as late as no other task minds
 *
 * "Must start" is @start_from and @start_by, "must finish" @finish_from and @finish_by.
 */
typedef struct
{
  gint64 duration;
  int parent;
  gint64 start_from;
  gint64 finish_from;
  gint64 start_by;
  gint64 finish_by;
  gint64 actual_start;
  gint64 actual_finish;
  gint64 remaining;
  gboolean as_late;
} SlScheduleTask;

/* A task without any rule. */
#define SL_SCHEDULE_TASK_INIT                                                                      \
  {                                                                                                \
    0, -1, SL_INT_NULL, SL_INT_NULL, SL_INT_NULL, SL_INT_NULL, SL_INT_NULL, SL_INT_NULL, 0, FALSE  \
  }

/* @lag: negative is a lead; @elapsed: it runs on days off too (wants a calendar). A link to a task
 * with children holds for all of them; one that binds only its finish (FF, SF) says nothing about
 * any of them and is left out. */
typedef struct
{
  guint before;
  guint after;
  SlDependencyType type;
  gint64 lag;
  gboolean elapsed;
} SlScheduleLink;

/**
 * SlScheduleInput:
 * @start: no task starts earlier
 * @finish: when everything must be over; SL_INT_NULL: as early as it can be
 * @status: what is not done yet happens after this; SL_INT_NULL: no such date
 * @calendar: (nullable): working minutes of this calendar; for elapsed lags only
 */
typedef struct
{
  gint64 start;
  gint64 finish;
  gint64 status;
  const SlCalendar *calendar;
  const SlScheduleTask *tasks;
  guint n_tasks;
  const SlScheduleLink *links;
  guint n_links;
} SlScheduleInput;

/**
 * SlScheduleResult:
 * @total_float: how far it can slip before the end moves or a late bound breaks; negative: late
 * @free_float: how far it can slip before any other task minds
 * @independent_float: what is left where its predecessors are late and its successors early
 * @critical: @total_float <= 0 and not finished; of a task with children: any of them
 * @driver: the link that its early start waits for, or -1: its own dates or the project start
 *
 * A task with children has the earliest and latest of their dates and the smallest of their floats.
 */
typedef struct
{
  gint64 early_start;
  gint64 early_finish;
  gint64 late_start;
  gint64 late_finish;
  gint64 total_float;
  gint64 free_float;
  gint64 independent_float;
  gboolean critical;
  gboolean is_summary;
  int driver;
} SlScheduleResult;

/**
 * SlSchedule:
 * @tasks: one result a task, in their order
 * @start: earliest start of any task
 * @finish: latest early finish of any task
 * @left_out: one flag a link: closes a cycle, or says nothing (see #SlScheduleLink)
 * @cycle: the tasks of the first cycle in the order of its links, beginning with the smallest index
 * @n_cycles: how many links had to be left out to break all cycles; 0: there is none
 */
typedef struct
{
  SlScheduleResult *tasks;
  guint n_tasks;
  gint64 start;
  gint64 finish;
  guint8 *left_out;
  guint *cycle;
  guint n_cycle;
  guint n_cycles;
} SlSchedule;

/**
 * sl_schedule_new:
 * @input: tasks and links; indexes must be in range
 *
 * Forward and backward pass. Where links close a cycle, one of them is left out and the rest is
 * computed, so that there is always a result.
 *
 * Source: critical path method, Kelley & Walker 1959; the four link types with lag as in METHODS
 * section 11. Cost: O(tasks + links), and that again for each cycle.
 *
 * Returns: (transfer full)
 */
SlSchedule *sl_schedule_new (const SlScheduleInput *input) G_GNUC_WARN_UNUSED_RESULT;
void sl_schedule_free (SlSchedule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSchedule, sl_schedule_free)

/* A network that is computed again and again with other durations. One thread at a time. */
typedef struct _SlScheduleRuns SlScheduleRuns;

/**
 * sl_schedule_runs_new:
 * @input: as for sl_schedule_new(); links and calendar must outlive the runs, tasks are copied
 *
 * Orders the network once, for all runs.
 *
 * Returns: (transfer full)
 */
SlScheduleRuns *sl_schedule_runs_new (const SlScheduleInput *input) G_GNUC_WARN_UNUSED_RESULT;
/**
 * sl_schedule_runs_compute:
 * @durations: (array): of every task; of one that is started: what is left to do
 * @critical: (out caller-allocates) (array) (nullable): of every task, as in #SlScheduleResult
 *
 * The same passes as sl_schedule_new(), without a report of each task. Without @critical only the
 * forward pass. Cost: O(tasks + links), nothing is allocated.
 *
 * Returns: the latest early finish
 */
gint64 sl_schedule_runs_compute (SlScheduleRuns *self, const gint64 *durations, guint8 *critical);
void sl_schedule_runs_free (SlScheduleRuns *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlScheduleRuns, sl_schedule_runs_free)

G_END_DECLS
