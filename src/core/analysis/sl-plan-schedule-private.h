/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What sl-plan-schedule.c computes and sl-plan-conflicts.c puts into words. */

#pragma once

#include "analysis/sl-plan-schedule.h"

G_BEGIN_DECLS

/* The dates of an item as written, in working minutes; start is SL_INT_NULL if it has none. A task
 * of half a day may lie anywhere in its day, hence the ranges. */
typedef struct
{
  gint64 start;         /* earliest */
  gint64 finish;        /* earliest */
  gint64 latest_start;  /* that still fits its days */
  gint64 latest_finish; /* end of its last day */
} SlWritten;

struct _SlPlanSchedule
{
  const SlSnapshot *plan;
  SlCalendar *calendar;
  GArray *items;          /* SlPlanItem */
  GArray *rows;           /* guint: row of each item in its table */
  GArray *tasks;          /* SlScheduleTask */
  GArray *written;        /* SlWritten */
  GArray *links;          /* SlScheduleLink */
  GArray *link_ids;       /* SlId: their dependency records */
  int *index[SL_N_KINDS]; /* of each row of tasks, milestones, goals: the item, or -1 */
  gint64 finish;
  SlSchedule *schedule;
  GArray *conflicts; /* SlPlanConflict; NULL: nobody asked yet */
};

/* The item of record @id, or -1. */
int sl_plan_schedule_find (const SlPlanSchedule *self, SlId id);
/* Makes self->conflicts. */
void sl_plan_schedule_find_conflicts (SlPlanSchedule *self);

G_END_DECLS
