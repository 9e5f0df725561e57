/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The schedule of a plan: its tasks, milestones and linked goals with their dates as written, what
 * is critical, how far each can slip, and where the dates disagree with links, deadlines and
 * constraints. Nothing is ever moved: the written dates are where a task starts at the earliest. */

#pragma once

#include "methods/sl-schedule.h"
#include "model/sl-snapshot.h"

G_BEGIN_DECLS

typedef struct _SlPlanSchedule SlPlanSchedule;

/**
 * SlPlanItem:
 * @early_start: first day that dates and links allow; days here are inclusive
 * @slack: working days that it can slip before the end of the plan moves or a deadline breaks;
 *   negative: it is late by that much
 * @free_slack: working days that it can slip before anything else moves
 * @critical: no slack, and not done
 * @driver: the dependency record that it waits for, or SL_ID_NONE: its own dates
 */
typedef struct
{
  SlId id;
  SlKindId kind;
  gint64 early_start;
  gint64 early_finish;
  gint64 late_start;
  gint64 late_finish;
  double slack;
  double free_slack;
  gboolean critical;
  gboolean is_summary;
  SlId driver;
} SlPlanItem;

/* In the order in which they are listed. */
typedef enum
{
  SL_PLAN_CONFLICT_CYCLE,      /* waits for itself */
  SL_PLAN_CONFLICT_LINK,       /* starts or ends too early for a link */
  SL_PLAN_CONFLICT_DEADLINE,   /* ends after its deadline */
  SL_PLAN_CONFLICT_CONSTRAINT, /* starts or ends where its constraint forbids it */
} SlPlanConflictType;

/* @days: working days by which the dates disagree, 0 for a cycle. @sentence: translated, whole. */
typedef struct
{
  SlPlanConflictType type;
  SlId item;
  SlId link; /* dependency record of LINK, else SL_ID_NONE */
  double days;
  char *sentence;
} SlPlanConflict;

/**
 * sl_plan_schedule_new:
 * @plan: must stay as it is for the life of the result: hold a reference where it may change
 * @today: where undated tasks begin if the plan has no date at all
 *
 * Schedules all tasks and milestones that are not parked or dropped, and the goals that have
 * dependencies. Done tasks stand as they are and are never critical.
 *
 * Returns: (transfer full)
 */
SlPlanSchedule *sl_plan_schedule_new (const SlSnapshot *plan,
                                      gint64 today) G_GNUC_WARN_UNUSED_RESULT;
void sl_plan_schedule_free (SlPlanSchedule *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlPlanSchedule, sl_plan_schedule_free)

/* (transfer none) (nullable): NULL for what is not scheduled. */
const SlPlanItem *sl_plan_schedule_get (const SlPlanSchedule *self, SlId id);
/* Whether a dependency lies on the critical path: both ends do and the second waits for it. */
gboolean sl_plan_schedule_is_critical_link (const SlPlanSchedule *self, SlId dependency);
/* Last day of the plan. */
gint64 sl_plan_schedule_get_finish (const SlPlanSchedule *self);
/* Looked for at the first call. (transfer none) (element-type SlPlanConflict): by type, the largest
 * disagreement first */
const GArray *sl_plan_schedule_get_conflicts (SlPlanSchedule *self);
/* "“Test” cannot start before 21 Oct 2026 because “Build” ends on 20 Oct 2026; it can slip 9
 * working days before the end of the plan moves." (transfer full): "" for what is not scheduled */
char *sl_plan_schedule_explain (const SlPlanSchedule *self, SlId id);

G_END_DECLS
