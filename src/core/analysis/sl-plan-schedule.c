/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Turns a plan into the input of sl_schedule_new() and its result back into days of records. */

#include "config.h"

#include "analysis/sl-plan-schedule-private.h"

#include "analysis/sl-plan-calendar.h"

#include <math.h>

static const SlKindId SCHEDULED_KINDS[] = { SL_KIND_TASK, SL_KIND_MILESTONE, SL_KIND_GOAL };

int
sl_plan_schedule_find (const SlPlanSchedule *self, SlId id)
{
  guint row;
  for (guint i = 0; i < G_N_ELEMENTS (SCHEDULED_KINDS); i++)
    if (sl_table_find (sl_snapshot_table (self->plan, SCHEDULED_KINDS[i]), id, &row))
      return self->index[SCHEDULED_KINDS[i]][row];
  return -1;
}

static const SlWritten NOT_WRITTEN = { SL_INT_NULL, SL_INT_NULL, SL_INT_NULL, SL_INT_NULL };

/* Minutes from the start of @start to the end of @due, which both are written. */
static gint64
written_duration (const SlCalendar *calendar, gint64 start, gint64 due, double duration)
{
  gint64 room = sl_calendar_end_of (calendar, due) - sl_calendar_start_of (calendar, start);
  room = MAX (room, 0);
  if (isnan (duration))
    return room;
  gint64 minutes = sl_calendar_days_to_minutes (calendar, duration);
  /* Where both disagree by days, the dates stand. */
  gboolean fits = minutes <= room && minutes > room - sl_calendar_minutes_per_day (calendar);
  return fits ? minutes : room;
}

/* Places a task or goal with these fields at its dates. */
static void
place (const SlCalendar *calendar, gint64 start, gint64 due, double duration, SlScheduleTask *task,
       SlWritten *written)
{
  *written = NOT_WRITTEN;
  task->duration = isnan (duration) ? 0 : sl_calendar_days_to_minutes (calendar, duration);
  if (start == SL_INT_NULL && due == SL_INT_NULL)
    return;
  gboolean one_day = isnan (duration);
  if (start == SL_INT_NULL)
    start = one_day ? due
                    : sl_calendar_start_day (calendar,
                                             sl_calendar_end_of (calendar, due) - task->duration);
  if (due == SL_INT_NULL)
    due = one_day ? start
                  : sl_calendar_end_day (
                      calendar, MAX (sl_calendar_start_of (calendar, start) + task->duration,
                                     sl_calendar_start_of (calendar, start) + 1));
  task->duration = written_duration (calendar, start, due, duration);
  task->start_from = sl_calendar_start_of (calendar, start);
  written->start = task->start_from;
  written->latest_finish = MAX (sl_calendar_end_of (calendar, due), written->start);
  written->finish = written->start + task->duration;
  written->latest_start = written->latest_finish - task->duration;
}

static void
constrain (const SlCalendar *calendar, gint64 type, gint64 day, SlScheduleTask *task)
{
  if (day == SL_INT_NULL)
    {
      /* Written dates are as late as somebody wanted them already. */
      task->as_late = type == SL_CONSTRAINT_ALAP && task->start_from == SL_INT_NULL;
      return;
    }
  gint64 start = sl_calendar_start_of (calendar, day), end = sl_calendar_end_of (calendar, day);
  if (type == SL_CONSTRAINT_MUST_START || type == SL_CONSTRAINT_START_NO_EARLIER)
    task->start_from = MAX (task->start_from, start);
  if (type == SL_CONSTRAINT_MUST_START || type == SL_CONSTRAINT_START_NO_LATER)
    task->start_by = start;
  if (type == SL_CONSTRAINT_MUST_FINISH || type == SL_CONSTRAINT_FINISH_NO_EARLIER)
    task->finish_from = end;
  if (type == SL_CONSTRAINT_MUST_FINISH || type == SL_CONSTRAINT_FINISH_NO_LATER)
    task->finish_by = end;
}

/* What has begun stays where it is. */
static void
freeze (gint64 status, double progress, SlScheduleTask *task, const SlWritten *written)
{
  gboolean done = status == SL_TASK_DONE;
  if (written->start == SL_INT_NULL || !(done || status == SL_TASK_ACTIVE || progress > 0.0))
    return;
  task->actual_start = written->start;
  task->remaining = task->duration;
  if (done)
    task->actual_finish = written->finish;
}

static void
add_item (SlPlanSchedule *self, SlKindId kind, guint row, const SlScheduleTask *task,
          const SlWritten *written)
{
  SlPlanItem item = { 0 };
  item.id = sl_table_id (sl_snapshot_table (self->plan, kind), row);
  item.kind = kind;
  self->index[kind][row] = (int)self->items->len;
  g_array_append_val (self->items, item);
  g_array_append_val (self->rows, row);
  g_array_append_val (self->tasks, *task);
  g_array_append_val (self->written, *written);
}

static gboolean
is_scheduled_status (gint64 status)
{
  return status != SL_TASK_PARKED && status != SL_TASK_DROPPED;
}

static void
add_task (SlPlanSchedule *self, const SlTable *tasks, guint row)
{
  if (!is_scheduled_status (sl_table_int (tasks, row, SL_TASK_STATUS)))
    return;
  SlScheduleTask task = SL_SCHEDULE_TASK_INIT;
  SlWritten written;
  place (self->calendar, sl_table_int (tasks, row, SL_TASK_START),
         sl_table_int (tasks, row, SL_TASK_DUE), sl_table_real (tasks, row, SL_TASK_DURATION),
         &task, &written);
  freeze (sl_table_int (tasks, row, SL_TASK_STATUS), sl_table_real (tasks, row, SL_TASK_PROGRESS),
          &task, &written);
  constrain (self->calendar, sl_table_int (tasks, row, SL_TASK_CONSTRAINT),
             sl_table_int (tasks, row, SL_TASK_CONSTRAINT_DAY), &task);
  gint64 deadline = sl_table_int (tasks, row, SL_TASK_DEADLINE);
  if (deadline != SL_INT_NULL)
    {
      gint64 end = sl_calendar_end_of (self->calendar, deadline);
      task.finish_by = task.finish_by == SL_INT_NULL ? end : MIN (task.finish_by, end);
    }
  add_item (self, SL_KIND_TASK, row, &task, &written);
}

/* A milestone is a moment of its day: what comes before it may end that evening, what comes after
 * may start that morning. */
static void
add_milestone (SlPlanSchedule *self, const SlTable *milestones, guint row)
{
  if (!is_scheduled_status (sl_table_int (milestones, row, SL_MILESTONE_STATUS)))
    return;
  SlScheduleTask task = SL_SCHEDULE_TASK_INIT;
  SlWritten written = NOT_WRITTEN;
  gint64 due = sl_table_int (milestones, row, SL_MILESTONE_DUE);
  if (due != SL_INT_NULL)
    {
      task.start_from = sl_calendar_start_of (self->calendar, due);
      written.start = written.finish = task.start_from;
      written.latest_start = written.latest_finish = sl_calendar_end_of (self->calendar, due);
    }
  freeze (sl_table_int (milestones, row, SL_MILESTONE_STATUS), NAN, &task, &written);
  add_item (self, SL_KIND_MILESTONE, row, &task, &written);
}

/* Goals take part as far as something waits for them or they wait for something. */
static void
add_goals (SlPlanSchedule *self, const SlTable *goals)
{
  const SlTable *links = sl_snapshot_table (self->plan, SL_KIND_DEPENDENCY);
  static const guint ends[] = { SL_DEPENDENCY_BEFORE, SL_DEPENDENCY_AFTER };
  for (guint i = 0; i < sl_table_n_rows (links); i++)
    for (guint end = 0; end < 2; end++)
      {
        guint row;
        if (!sl_table_find (goals, sl_table_ref (links, i, ends[end]), &row)
            || self->index[SL_KIND_GOAL][row] >= 0)
          continue;
        gint64 status = sl_table_int (goals, row, SL_GOAL_STATUS);
        if (status == SL_GOAL_PARKED || status == SL_GOAL_DROPPED)
          continue;
        SlScheduleTask task = SL_SCHEDULE_TASK_INIT;
        SlWritten written;
        place (self->calendar, sl_table_int (goals, row, SL_GOAL_START),
               sl_table_int (goals, row, SL_GOAL_DUE), NAN, &task, &written);
        freeze (status == SL_GOAL_DONE ? SL_TASK_DONE : SL_TASK_OPEN, NAN, &task, &written);
        add_item (self, SL_KIND_GOAL, row, &task, &written);
      }
}

/* What has parts has the dates of its parts. */
static void
link_parents (SlPlanSchedule *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      SlPlanItem *item = &g_array_index (self->items, SlPlanItem, i);
      if (item->kind == SL_KIND_GOAL)
        continue;
      const SlKind *kind = sl_kind (item->kind);
      SlId parent = sl_table_ref (sl_snapshot_table (self->plan, item->kind),
                                  g_array_index (self->rows, guint, i), (guint)kind->parent_field);
      int index = parent != SL_ID_NONE ? sl_plan_schedule_find (self, parent) : -1;
      g_array_index (self->tasks, SlScheduleTask, i).parent = index;
      if (index >= 0)
        g_array_index (self->items, SlPlanItem, index).is_summary = TRUE;
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      if (!g_array_index (self->items, SlPlanItem, i).is_summary)
        continue;
      SlScheduleTask *task = &g_array_index (self->tasks, SlScheduleTask, i);
      task->start_from = task->actual_start = task->actual_finish = SL_INT_NULL;
      g_array_index (self->written, SlWritten, i) = NOT_WRITTEN;
    }
}

/* Widens the written dates of a parent by those of its part. */
static void
widen (SlWritten *whole, const SlWritten *part)
{
  if (part->start == SL_INT_NULL)
    return;
  if (whole->start == SL_INT_NULL)
    {
      *whole = *part;
      return;
    }
  whole->start = MIN (whole->start, part->start);
  whole->finish = MAX (whole->finish, part->finish);
  whole->latest_start = MIN (whole->latest_start, part->latest_start);
  whole->latest_finish = MAX (whole->latest_finish, part->latest_finish);
}

static void
write_summaries (SlPlanSchedule *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      if (g_array_index (self->items, SlPlanItem, i).is_summary)
        continue;
      SlWritten leaf = g_array_index (self->written, SlWritten, i);
      int parent = g_array_index (self->tasks, SlScheduleTask, i).parent;
      for (guint depth = 0; parent >= 0 && depth < self->items->len; depth++)
        {
          widen (&g_array_index (self->written, SlWritten, parent), &leaf);
          parent = g_array_index (self->tasks, SlScheduleTask, parent).parent;
        }
    }
}

static void
add_links (SlPlanSchedule *self)
{
  const SlTable *links = sl_snapshot_table (self->plan, SL_KIND_DEPENDENCY);
  for (guint row = 0; row < sl_table_n_rows (links); row++)
    {
      int before = sl_plan_schedule_find (self, sl_table_ref (links, row, SL_DEPENDENCY_BEFORE));
      int after = sl_plan_schedule_find (self, sl_table_ref (links, row, SL_DEPENDENCY_AFTER));
      if (before < 0 || after < 0)
        continue;
      double lag = sl_table_real (links, row, SL_DEPENDENCY_LAG);
      SlScheduleLink link = {
        (guint)before,
        (guint)after,
        (SlDependencyType)sl_table_int (links, row, SL_DEPENDENCY_TYPE),
        isnan (lag) ? 0 : sl_calendar_days_to_minutes (self->calendar, lag),
        sl_table_int (links, row, SL_DEPENDENCY_ELAPSED) == 1,
      };
      SlId id = sl_table_id (links, row);
      g_array_append_val (self->links, link);
      g_array_append_val (self->link_ids, id);
    }
}

/* The first written minute, else the start of the project, else @today. */
static gint64
find_start (const SlPlanSchedule *self, gint64 today)
{
  gint64 start = G_MAXINT64;
  for (guint i = 0; i < self->written->len; i++)
    {
      gint64 written = g_array_index (self->written, SlWritten, i).start;
      if (written != SL_INT_NULL)
        start = MIN (start, written);
    }
  if (start != G_MAXINT64)
    return start;
  const SlTable *projects = sl_snapshot_table (self->plan, SL_KIND_PROJECT);
  gint64 day
      = sl_table_n_rows (projects) > 0 ? sl_table_int (projects, 0, SL_PROJECT_START) : SL_INT_NULL;
  return sl_calendar_start_of (self->calendar, day != SL_INT_NULL ? day : today);
}

static void
read_result (SlPlanSchedule *self, guint index, const SlScheduleResult *result)
{
  SlPlanItem *item = &g_array_index (self->items, SlPlanItem, index);
  double day = (double)sl_calendar_minutes_per_day (self->calendar);
  item->early_start = sl_calendar_start_day (self->calendar, result->early_start);
  item->late_start = sl_calendar_start_day (self->calendar, result->late_start);
  item->early_finish = sl_calendar_end_day (self->calendar, result->early_finish);
  item->late_finish = sl_calendar_end_day (self->calendar, result->late_finish);
  /* A moment ends on the evening after which it comes, or on the morning on which it was put. */
  const SlWritten *written = &g_array_index (self->written, SlWritten, index);
  if (result->early_start == result->early_finish)
    {
      if (result->early_start == written->start)
        item->early_finish = item->early_start;
      item->early_start = item->early_finish;
      item->late_start = item->late_finish;
    }
  item->slack = (double)result->total_float / day;
  item->free_slack = (double)result->free_float / day;
  item->critical = result->critical;
  item->driver
      = result->driver >= 0 ? g_array_index (self->link_ids, SlId, result->driver) : SL_ID_NONE;
}

/* Done tasks without dates have no place to stand, but are not critical either. */
static void
clear_done (SlPlanSchedule *self, guint index)
{
  SlPlanItem *item = &g_array_index (self->items, SlPlanItem, index);
  static const int status_fields[SL_N_KINDS] = {
    [SL_KIND_TASK] = SL_TASK_STATUS,
    [SL_KIND_MILESTONE] = SL_MILESTONE_STATUS,
    [SL_KIND_GOAL] = SL_GOAL_STATUS,
  };
  gint64 done = item->kind == SL_KIND_GOAL ? (gint64)SL_GOAL_DONE : (gint64)SL_TASK_DONE;
  if (sl_table_int (sl_snapshot_table (self->plan, item->kind),
                    g_array_index (self->rows, guint, index), (guint)status_fields[item->kind])
      == done)
    item->critical = FALSE;
}

static void
compute (SlPlanSchedule *self, gint64 today)
{
  SlScheduleInput input = {
    .start = find_start (self, today),
    .finish = SL_INT_NULL,
    .status = SL_INT_NULL,
    .calendar = self->calendar,
    .tasks = (const SlScheduleTask *)(gpointer)self->tasks->data,
    .n_tasks = self->tasks->len,
    .links = (const SlScheduleLink *)(gpointer)self->links->data,
    .n_links = self->links->len,
  };
  self->schedule = sl_schedule_new (&input);
  for (guint i = 0; i < self->items->len; i++)
    {
      read_result (self, i, &self->schedule->tasks[i]);
      clear_done (self, i);
    }
  self->finish = sl_calendar_end_day (self->calendar, self->schedule->finish);
}

SlPlanSchedule *
sl_plan_schedule_new (const SlSnapshot *plan, gint64 today)
{
  SlPlanSchedule *self = g_new0 (SlPlanSchedule, 1);
  self->plan = plan;
  self->calendar = sl_plan_calendar_new (plan);
  self->items = g_array_new (FALSE, FALSE, sizeof (SlPlanItem));
  self->rows = g_array_new (FALSE, FALSE, sizeof (guint));
  self->tasks = g_array_new (FALSE, FALSE, sizeof (SlScheduleTask));
  self->written = g_array_new (FALSE, FALSE, sizeof (SlWritten));
  self->links = g_array_new (FALSE, FALSE, sizeof (SlScheduleLink));
  self->link_ids = g_array_new (FALSE, FALSE, sizeof (SlId));
  for (guint i = 0; i < G_N_ELEMENTS (SCHEDULED_KINDS); i++)
    {
      guint n = sl_table_n_rows (sl_snapshot_table (plan, SCHEDULED_KINDS[i]));
      self->index[SCHEDULED_KINDS[i]] = g_new (int, MAX (n, 1));
      for (guint row = 0; row < n; row++)
        self->index[SCHEDULED_KINDS[i]][row] = -1;
    }
  const SlTable *tasks = sl_snapshot_table (plan, SL_KIND_TASK);
  const SlTable *milestones = sl_snapshot_table (plan, SL_KIND_MILESTONE);
  for (guint row = 0; row < sl_table_n_rows (tasks); row++)
    add_task (self, tasks, row);
  for (guint row = 0; row < sl_table_n_rows (milestones); row++)
    add_milestone (self, milestones, row);
  add_goals (self, sl_snapshot_table (plan, SL_KIND_GOAL));
  link_parents (self);
  write_summaries (self);
  add_links (self);
  compute (self, today);
  return self;
}

void
sl_plan_schedule_free (SlPlanSchedule *self)
{
  if (self == NULL)
    return;
  sl_calendar_free (self->calendar);
  g_array_unref (self->items);
  g_array_unref (self->rows);
  g_array_unref (self->tasks);
  g_array_unref (self->written);
  g_array_unref (self->links);
  g_array_unref (self->link_ids);
  sl_schedule_free (self->schedule);
  g_clear_pointer (&self->conflicts, g_array_unref);
  for (guint i = 0; i < SL_N_KINDS; i++)
    g_free (self->index[i]);
  g_free (self);
}

const SlPlanItem *
sl_plan_schedule_get (const SlPlanSchedule *self, SlId id)
{
  int index = sl_plan_schedule_find (self, id);
  return index >= 0 ? &g_array_index (self->items, SlPlanItem, index) : NULL;
}

gboolean
sl_plan_schedule_is_critical_link (const SlPlanSchedule *self, SlId dependency)
{
  const SlTable *links = sl_snapshot_table (self->plan, SL_KIND_DEPENDENCY);
  guint row;
  if (!sl_table_find (links, dependency, &row))
    return FALSE;
  const SlPlanItem *before
      = sl_plan_schedule_get (self, sl_table_ref (links, row, SL_DEPENDENCY_BEFORE));
  const SlPlanItem *after
      = sl_plan_schedule_get (self, sl_table_ref (links, row, SL_DEPENDENCY_AFTER));
  return before != NULL && after != NULL && before->critical && after->critical
         && after->driver == dependency;
}

gint64
sl_plan_schedule_get_finish (const SlPlanSchedule *self)
{
  return self->finish;
}

const GArray *
sl_plan_schedule_get_conflicts (SlPlanSchedule *self)
{
  if (self->conflicts == NULL)
    sl_plan_schedule_find_conflicts (self);
  return self->conflicts;
}
