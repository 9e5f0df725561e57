/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the plan to items: tasks with their milestones in outline order, and goals; with dates that
 * groups roll up, what they inherit, how they stand, and what was agreed. Decides nothing about
 * where they are shown. */

#include "config.h"

#include <math.h>

#include "base/sl-codes.h"
#include "timeline/sl-timeline-private.h"

static gint64
min_day (gint64 a, gint64 b)
{
  if (a == SL_INT_NULL || b == SL_INT_NULL)
    return a == SL_INT_NULL ? b : a;
  return MIN (a, b);
}

static gint64
max_day (gint64 a, gint64 b)
{
  return MAX (a, b); /* SL_INT_NULL is the least number */
}

/* One known date stands for both; dates in the wrong order are shown as the span between them. */
static void
set_dates (SlTimelineItem *item, gint64 start, gint64 due)
{
  item->start = min_day (start, due);
  item->due = max_day (start, due);
}

static void
set_state (SlTimelineItem *item, gint64 status, double progress, gint64 today)
{
  /* Goals and tasks share the meaning of these codes; see sl-codes.h. */
  G_STATIC_ASSERT ((int)SL_GOAL_DONE == (int)SL_TASK_DONE
                   && (int)SL_GOAL_PARKED == (int)SL_TASK_PARKED
                   && (int)SL_GOAL_DROPPED == (int)SL_TASK_DROPPED);
  item->progress = progress;
  item->closed = status == SL_TASK_PARKED || status == SL_TASK_DROPPED;
  item->done = status == SL_TASK_DONE || progress >= 1;
  item->late = !item->done && !item->closed && item->due != SL_INT_NULL && item->due < today;
}

/* @item comes below @parent, or is a root. */
static void
inherit (SlTimelineItem *item, const SlTimelineItem *parent)
{
  item->lane = item->owner;
  item->color = -1;
  item->title = sl_timeline_title (item->title);
  if (parent == NULL)
    return;
  item->parent = parent->id;
  item->depth = parent->depth + 1;
  if (item->lane == SL_ID_NONE)
    item->lane = parent->lane;
  if (item->goal == SL_ID_NONE)
    item->goal = parent->goal;
}

static SlTimelineItem
make_task (const SlTimeline *self, guint row)
{
  const SlTable *tasks = sl_snapshot_table (self->plan, SL_KIND_TASK);
  SlTimelineItem item = {
    .type = SL_ROW_TASK,
    .kind = SL_KIND_TASK,
    .id = sl_table_id (tasks, row),
    .owner = sl_table_ref (tasks, row, SL_TASK_OWNER),
    .goal = sl_table_ref (tasks, row, SL_TASK_GOAL),
    .title = sl_table_text (tasks, row, SL_TASK_TITLE),
    .base_start = SL_INT_NULL,
    .base_due = SL_INT_NULL,
    .deadline = sl_table_int (tasks, row, SL_TASK_DEADLINE),
  };
  set_dates (&item, sl_table_int (tasks, row, SL_TASK_START),
             sl_table_int (tasks, row, SL_TASK_DUE));
  /* Other programs write milestones as tasks that take no time. */
  if (sl_table_real (tasks, row, SL_TASK_DURATION) == 0 && item.start == item.due)
    item.type = SL_ROW_MILESTONE;
  set_state (&item, sl_table_int (tasks, row, SL_TASK_STATUS),
             sl_table_real (tasks, row, SL_TASK_PROGRESS), self->params->today);
  return item;
}

static SlTimelineItem
make_milestone (const SlTimeline *self, guint row)
{
  const SlTable *milestones = sl_snapshot_table (self->plan, SL_KIND_MILESTONE);
  const gint64 due = sl_table_int (milestones, row, SL_MILESTONE_DUE);
  SlTimelineItem item = {
    .type = SL_ROW_MILESTONE,
    .kind = SL_KIND_MILESTONE,
    .id = sl_table_id (milestones, row),
    .owner = sl_table_ref (milestones, row, SL_MILESTONE_OWNER),
    .goal = sl_table_ref (milestones, row, SL_MILESTONE_GOAL),
    .title = sl_table_text (milestones, row, SL_MILESTONE_TITLE),
    .start = due,
    .due = due,
    .base_start = SL_INT_NULL,
    .base_due = SL_INT_NULL,
    .deadline = SL_INT_NULL,
  };
  set_state (&item, sl_table_int (milestones, row, SL_MILESTONE_STATUS),
             sl_table_real (milestones, row, SL_MILESTONE_PROGRESS), self->params->today);
  return item;
}

static SlTimelineItem
make_goal (const SlTimeline *self, guint row)
{
  const SlTable *goals = sl_snapshot_table (self->plan, SL_KIND_GOAL);
  const gint64 due = sl_table_int (goals, row, SL_GOAL_DUE);
  SlTimelineItem item = {
    .type = SL_ROW_GOAL,
    .kind = SL_KIND_GOAL,
    .id = sl_table_id (goals, row),
    .owner = sl_table_ref (goals, row, SL_GOAL_OWNER),
    .title = sl_table_text (goals, row, SL_GOAL_TITLE),
    .start = due,
    .due = due,
    .base_start = SL_INT_NULL,
    .base_due = SL_INT_NULL,
    .deadline = SL_INT_NULL,
  };
  item.goal = item.id;
  set_state (&item, sl_table_int (goals, row, SL_GOAL_STATUS),
             sl_table_real (goals, row, SL_GOAL_PROGRESS), self->params->today);
  return item;
}

static guint
find_row (const SlSnapshot *plan, SlKindId kind, SlId id)
{
  guint row = 0;
  gboolean found = sl_table_find (sl_snapshot_table (plan, kind), id, &row);
  g_assert (found);
  return row;
}

/* Records below a task or a goal. */
static guint
count_below (const SlSnapshot *plan, SlKindId kind, SlId id)
{
  guint n, n_milestones = 0;
  const SlId *children = sl_snapshot_children (plan, kind, id, &n);
  guint count = n;
  for (guint i = 0; i < n; i++)
    count += count_below (plan, kind, children[i]);
  if (kind == SL_KIND_TASK)
    sl_snapshot_children (plan, SL_KIND_MILESTONE, id, &n_milestones);
  return count + n_milestones;
}

/* TRUE if @item goes into the list; FALSE if it and what is below it is left out as closed. */
static gboolean
keep (SlTimeline *self, const SlTimelineItem *item)
{
  if (!item->closed || self->params->show_closed)
    return TRUE;
  self->omitted.closed++;
  if (item->kind != SL_KIND_MILESTONE)
    self->omitted.closed += count_below (self->plan, item->kind, item->id);
  return FALSE;
}

/* Whether the task comes before the milestone among siblings: by rank, then by id. */
static gboolean
task_is_first (const SlSnapshot *plan, SlId task, SlId milestone)
{
  const SlTable *tasks = sl_snapshot_table (plan, SL_KIND_TASK);
  const SlTable *milestones = sl_snapshot_table (plan, SL_KIND_MILESTONE);
  const char *task_rank = sl_table_text (tasks, find_row (plan, SL_KIND_TASK, task), SL_TASK_RANK);
  const char *milestone_rank = sl_table_text (
      milestones, find_row (plan, SL_KIND_MILESTONE, milestone), SL_MILESTONE_RANK);
  const int order = g_strcmp0 (task_rank, milestone_rank);
  return order < 0 || (order == 0 && task < milestone);
}

/* The children of the item at @parent_index (G_MAXUINT: roots), with all below them. Takes indices
 * because @items grows. */
static void
collect_work_below (SlTimeline *self, GArray *items, guint parent_index)
{
  const SlId parent_id = parent_index == G_MAXUINT
                             ? SL_ID_NONE
                             : g_array_index (items, SlTimelineItem, parent_index).id;
  guint n_tasks, n_milestones;
  const SlId *tasks = sl_snapshot_children (self->plan, SL_KIND_TASK, parent_id, &n_tasks);
  const SlId *milestones
      = sl_snapshot_children (self->plan, SL_KIND_MILESTONE, parent_id, &n_milestones);
  for (guint t = 0, m = 0; t < n_tasks || m < n_milestones;)
    {
      const gboolean is_task
          = m == n_milestones
            || (t < n_tasks && task_is_first (self->plan, tasks[t], milestones[m]));
      SlTimelineItem item
          = is_task
                ? make_task (self, find_row (self->plan, SL_KIND_TASK, tasks[t++]))
                : make_milestone (self, find_row (self->plan, SL_KIND_MILESTONE, milestones[m++]));
      inherit (&item, parent_index == G_MAXUINT
                          ? NULL
                          : &g_array_index (items, SlTimelineItem, parent_index));
      if (!keep (self, &item))
        continue;
      const guint index = items->len;
      g_array_append_val (items, item);
      if (is_task)
        collect_work_below (self, items, index);
    }
}

/* What is below a group. */
typedef struct
{
  gint64 start, due;
  gboolean dated, open;
} RollUp;

static void
finish_group (SlTimelineItem *item, const RollUp *sum, gint64 today)
{
  if (sum->dated)
    {
      item->start = sum->start;
      item->due = sum->due;
    }
  item->done = item->done || !sum->open;
  item->late = !item->done && !item->closed && item->due != SL_INT_NULL && item->due < today;
}

/* Gives groups the span of what is below them, from the bottom up. Own dates of a group count only
 * where nothing below it is dated, as importers write the span of the children there too. */
static void
roll_up (SlTimeline *self, GArray *items)
{
  g_autoptr (GHashTable) group_of = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < items->len; i++)
    {
      SlTimelineItem *item = &g_array_index (items, SlTimelineItem, i);
      g_hash_table_insert (group_of, &item->id, item);
      SlTimelineItem *parent = g_hash_table_lookup (group_of, &item->parent);
      if (parent != NULL && parent->kind == SL_KIND_TASK)
        parent->type = SL_ROW_GROUP;
    }
  /* Children stand after their parent, so each is complete when its parent takes it in. */
  g_autofree RollUp *sums = g_new0 (RollUp, items->len + 1);
  for (guint i = items->len; i-- > 0;)
    {
      SlTimelineItem *item = &g_array_index (items, SlTimelineItem, i);
      if (item->type == SL_ROW_GROUP)
        finish_group (item, &sums[i], self->params->today);
      SlTimelineItem *parent = g_hash_table_lookup (group_of, &item->parent);
      if (parent == NULL)
        continue;
      RollUp *sum = &sums[parent - (SlTimelineItem *)(gpointer)items->data];
      sum->start = sum->dated ? min_day (sum->start, item->start) : item->start;
      sum->due = sum->dated ? max_day (sum->due, item->due) : item->due;
      sum->dated |= sl_timeline_item_is_dated (item);
      sum->open |= !item->done && !item->closed;
    }
}

/* What groups and goals have no number of their own for is rolled up from what serves them. */
static void
add_progress (GArray *items, const SlGoalProgress *progress)
{
  for (guint i = 0; i < items->len; i++)
    {
      SlTimelineItem *item = &g_array_index (items, SlTimelineItem, i);
      const SlGoalState *goal = sl_goal_progress_get (progress, item->id);
      if (item->type == SL_ROW_GROUP && isnan (item->progress))
        sl_goal_progress_get_task (progress, item->id, &item->progress);
      if (goal != NULL && !item->closed)
        {
          item->progress = goal->progress;
          item->done |= goal->state == SL_ITEM_DONE;
          item->late &= !item->done;
        }
    }
}

/* The highest number of any baseline: the newest agreement. -1: none. */
static gint64
newest_baseline (const SlSnapshot *plan)
{
  const SlTable *baselines = sl_snapshot_table (plan, SL_KIND_BASELINE);
  gint64 newest = -1;
  for (guint row = 0; row < sl_table_n_rows (baselines); row++)
    newest = MAX (newest, sl_table_int (baselines, row, SL_BASELINE_NUMBER));
  return newest;
}

static void
add_baselines (const SlTimeline *self, GArray *items)
{
  const SlTable *baselines = sl_snapshot_table (self->plan, SL_KIND_BASELINE);
  const gint64 newest = newest_baseline (self->plan);
  g_autoptr (GHashTable) row_of = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint row = 0; row < sl_table_n_rows (baselines); row++)
    if (sl_table_int (baselines, row, SL_BASELINE_NUMBER) == newest)
      {
        const SlId item = sl_table_ref (baselines, row, SL_BASELINE_ITEM);
        g_hash_table_insert (row_of, g_memdup2 (&item, sizeof item), GUINT_TO_POINTER (row));
      }
  for (guint i = 0; i < items->len; i++)
    {
      SlTimelineItem *item = &g_array_index (items, SlTimelineItem, i);
      gpointer found;
      if (!g_hash_table_lookup_extended (row_of, &item->id, NULL, &found))
        continue;
      const guint row = GPOINTER_TO_UINT (found);
      const gint64 start = sl_table_int (baselines, row, SL_BASELINE_START);
      const gint64 due = sl_table_int (baselines, row, SL_BASELINE_DUE);
      item->base_start = min_day (start, due);
      item->base_due = max_day (start, due);
      if (item->type == SL_ROW_MILESTONE || item->type == SL_ROW_GOAL)
        item->base_start = item->base_due;
    }
}

GArray *
sl_timeline_collect_work (SlTimeline *self, const SlGoalProgress *progress)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (SlTimelineItem));
  collect_work_below (self, items, G_MAXUINT);
  roll_up (self, items);
  add_progress (items, progress);
  add_baselines (self, items);
  return items;
}

static void
collect_goals_below (SlTimeline *self, GArray *items, const SlTimelineItem *parent)
{
  guint n;
  const SlId *goals = sl_snapshot_children (self->plan, SL_KIND_GOAL,
                                            parent != NULL ? parent->id : SL_ID_NONE, &n);
  for (guint i = 0; i < n; i++)
    {
      SlTimelineItem item = make_goal (self, find_row (self->plan, SL_KIND_GOAL, goals[i]));
      inherit (&item, parent);
      if (!keep (self, &item))
        continue;
      g_array_append_val (items, item);
      collect_goals_below (self, items, &item);
    }
}

GArray *
sl_timeline_collect_goals (SlTimeline *self, const SlGoalProgress *progress)
{
  GArray *items = g_array_new (FALSE, FALSE, sizeof (SlTimelineItem));
  collect_goals_below (self, items, NULL);
  add_progress (items, progress);
  add_baselines (self, items);
  return items;
}
