/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pace of goals as evidence, and dates by which they would be in time. */

#include "config.h"

#include "analysis/rules/sl-rules-delivery.h"

#include "base/sl-date-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A date further away is no proposal. Unit: days. */
#define MAX_DELAY_DAYS 3650

gint64
sl_delivery_start (const SlFacts *facts, const SlFactGoal *goal)
{
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  gint64 start = sl_table_int (goals, goal->row, SL_GOAL_START);

  if (start != SL_INT_NULL)
    return start;
  return sl_table_int (sl_snapshot_table (facts->plan, SL_KIND_PROJECT), 0, SL_PROJECT_START);
}

gint64
sl_delivery_due (const SlFacts *facts, const SlFactGoal *goal)
{
  return sl_table_int (sl_snapshot_table (facts->plan, SL_KIND_GOAL), goal->row, SL_GOAL_DUE);
}

static void
add_due (SlFinding *finding, const SlFacts *facts, const SlFactGoal *goal, const char *format,
         gint64 day)
{
  g_autofree char *text = NULL;

  if (day <= facts->today || day > facts->today + MAX_DELAY_DAYS)
    return;
  text = sl_day_to_text (day);
  sl_finding_add_remedy (finding, g_strdup_printf ("%s: %s", format, text),
                         sl_remedy_set (goal->id, "due", g_variant_new_int64 (day)), goal->id);
}

/* The first due day with at least @gap, or SL_INT_NULL. */
static gint64
first_day_with (const SlFacts *facts, gint64 start, double progress, double gap)
{
  double share = progress - gap;
  gint64 day;

  if (share <= 0.0 || start >= facts->today)
    return SL_INT_NULL;
  day = start + (gint64)ceil (MIN ((double)(facts->today - start) / share, 2.0 * MAX_DELAY_DAYS));
  while (sl_pace ((double)start, (double)day, (double)facts->today, progress).gap < gap)
    day++;
  return day;
}

void
sl_delivery_add_due (SlFinding *finding, const SlFacts *facts, const SlFactGoal *goal, double gap)
{
  const SlGoalState *state = sl_goal_progress_get (facts->progress, goal->id);
  gint64 start = sl_delivery_start (facts, goal);
  double projected = state->pace.projected_day;
  gint64 first = first_day_with (facts, start, state->progress, gap);

  if (!isnan (projected) && projected < (double)(facts->today + MAX_DELAY_DAYS))
    add_due (finding, facts, goal, _ ("Move the date to where it ends at this speed"),
             (gint64)ceil (projected));
  if (first != SL_INT_NULL)
    add_due (finding, facts, goal, _ ("Move the date as far as needed"), first);
}

void
sl_delivery_add_pace (SlFinding *finding, const SlFacts *facts, const SlFactGoal *goal)
{
  const SlGoalState *state = sl_goal_progress_get (facts->progress, goal->id);

  sl_finding_add_share (finding, g_strdup (_ ("Done")), state->progress, goal->id);
  sl_finding_add_share (finding, g_strdup (_ ("Share of the time that has passed")),
                        state->pace.expected, goal->id);
  sl_finding_add_date (finding, g_strdup (_ ("Start")), sl_delivery_start (facts, goal), goal->id);
  sl_finding_add_date (finding, g_strdup (_ ("Due")), sl_delivery_due (facts, goal), goal->id);
}
