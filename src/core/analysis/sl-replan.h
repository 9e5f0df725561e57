/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Planning anew: what moves together, where it moves to, and which links, deadlines and constraints
 * hold no longer then. Commands move by it, and what is asked before is shown by it. */

#pragma once

#include "methods/sl-calendar.h"
#include "model/sl-snapshot.h"

G_BEGIN_DECLS

/**
 * SlReplanItem:
 * @kind: task, milestone or goal
 * @stays: it is done or dropped, so that it stays where it is
 * @begun: work on it has begun
 * @start: SL_INT_NULL: none, as of every milestone
 * @due: likewise
 */
typedef struct
{
  SlKindId kind;
  SlId id;
  gboolean stays;
  gboolean begun;
  gint64 start;
  gint64 due;
} SlReplanItem;

/* Dates of a task, milestone or goal; FALSE for what has no place in time. */
gboolean sl_replan_read (SlReplanItem *out, const SlSnapshot *plan, SlId id);
/**
 * sl_replan_reach:
 * @ids: (array length=n)
 *
 * What a shift of @ids takes along: all below a task; all below a goal and the work that serves it.
 * What has no place in time is left out.
 *
 * Returns: (transfer full) (element-type SlReplanItem): each once
 */
GArray *sl_replan_reach (const SlSnapshot *plan, const SlId *ids,
                         guint n) G_GNUC_WARN_UNUSED_RESULT;
/* The first day of what moves among @items, SL_INT_NULL if nothing does. */
gint64 sl_replan_first_day (const GArray *items);
/**
 * sl_replan_left:
 * @from: first day of a period
 * @to: its last day
 *
 * What was due in a period and is not finished, by due date: no parked records, no groups of tasks.
 *
 * Returns: (transfer full) (element-type SlReplanItem)
 */
GArray *sl_replan_left (const SlSnapshot *plan, gint64 from, gint64 to) G_GNUC_WARN_UNUSED_RESULT;

/* Moves both dates by @days calendar days, then on to a working day in the direction of the move if
 * they stood on one; what has a start and an end takes as many working days as before. */
void sl_replan_shift (SlReplanItem *item, const SlCalendar *calendar, gint64 days);
/* Moves by @months to the same day of the month there, or its last, else as sl_replan_shift(). What
 * has begun keeps its start. */
void sl_replan_carry (SlReplanItem *item, const SlCalendar *calendar, int months);
/* The last period of @months (1, 3, 6 or 12) that ended before @today; years begin with
 * @first_month, 1 to 12. */
void sl_replan_past_period (gint64 today, int first_month, int months, gint64 *from, gint64 *to);

/**
 * sl_replan_broken:
 * @before: the plan as it is
 * @after: the plan as it would be
 *
 * Sentences about links, deadlines and constraints that @after breaks and @before does not.
 *
 * Returns: (transfer full) (element-type utf8)
 */
GPtrArray *sl_replan_broken (const SlSnapshot *before, const SlSnapshot *after,
                             gint64 today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
