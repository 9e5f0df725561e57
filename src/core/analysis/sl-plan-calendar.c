/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads the calendar of a plan out of its project record and its days off. */

#include "config.h"

#include "analysis/sl-plan-calendar.h"

#include <math.h>

#define DEFAULT_HOURS 8.0

SlCalendar *
sl_plan_calendar_new (const SlSnapshot *plan)
{
  const SlTable *projects = sl_snapshot_table (plan, SL_KIND_PROJECT);
  guint week = 0;
  double hours = DEFAULT_HOURS;
  guint row;
  if (sl_table_find (projects, sl_snapshot_project_id (plan), &row))
    {
      if (sl_table_is_set (projects, row, SL_PROJECT_WORK_WEEK))
        week = (guint)sl_table_int (projects, row, SL_PROJECT_WORK_WEEK);
      double set = sl_table_real (projects, row, SL_PROJECT_HOURS_PER_DAY);
      if (isfinite (set) && set > 0.0 && set <= 24.0)
        hours = set;
    }
  const SlTable *days_off = sl_snapshot_table (plan, SL_KIND_DAY_OFF);
  guint n = sl_table_n_rows (days_off);
  g_autofree SlCalendarDay *days = g_new (SlCalendarDay, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    days[i] = (SlCalendarDay){ sl_table_int (days_off, i, SL_DAY_OFF_DAY),
                               sl_table_int (days_off, i, SL_DAY_OFF_YEARLY) == 1,
                               sl_table_int (days_off, i, SL_DAY_OFF_WORKED) == 1 };
  return sl_calendar_new (week, hours, days, n);
}
