/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How far the goals and tasks of a plan are, in what state that is, and why. The "why" is a list
 * of terms that add up to the number, and a list of what was not counted. */

#pragma once

#include "methods/sl-rollup.h"
#include "model/sl-snapshot.h"

G_BEGIN_DECLS

/* What charts draw as one symbol; charts/SlState has the same order. */
typedef enum
{
  SL_ITEM_NO_DATA,
  SL_ITEM_NOT_STARTED,
  SL_ITEM_ON_TRACK,
  SL_ITEM_BEHIND,
  SL_ITEM_OFF_TRACK,
  SL_ITEM_DONE,
  SL_ITEM_PARKED,
  SL_ITEM_DROPPED,
} SlItemState;

/**
 * sl_item_state_of:
 * @progress: 0..1, or NAN
 * @start: first day, or SL_INT_NULL
 * @due: last day, or SL_INT_NULL
 * @today: the day to judge by
 *
 * The state of something that is neither closed nor parked: done from 1, off track after its last
 * day or with a gap below SL_PACE_OFF_TRACK, behind with a gap below SL_PACE_BEHIND.
 */
SlItemState sl_item_state_of (double progress, gint64 start, gint64 due, gint64 today);

/**
 * SlProgressSource: where a number comes from; the first that there is counts
 * @SL_PROGRESS_NONE: nobody said anything
 * @SL_PROGRESS_CLOSED: the goal has the status done
 * @SL_PROGRESS_OWN: somebody entered it for the goal
 * @SL_PROGRESS_KPI: its KPIs
 * @SL_PROGRESS_PARTS: the goals, tasks and milestones that serve it
 */
typedef enum
{
  SL_PROGRESS_NONE,
  SL_PROGRESS_CLOSED,
  SL_PROGRESS_OWN,
  SL_PROGRESS_KPI,
  SL_PROGRESS_PARTS,
} SlProgressSource;

/**
 * SlGoalState:
 * @progress: 0..1, or NAN
 * @parts: what its parts alone add up to, or NAN; differs from @progress where @source is not PARTS
 * @minimum: the lowest of its parts, or NAN: a mean can hide a failed one
 * @weakest: the goal that has @minimum; SL_ID_NONE if it is the tasks together, or none
 * @without_data: share of the weight of its parts that has no data
 * @in_cycle: by its further parents it is part of itself; then nothing is rolled up
 */
typedef struct
{
  SlId id;
  SlItemState state;
  SlProgressSource source;
  double progress;
  double parts;
  double minimum;
  SlId weakest;
  double without_data;
  SlPace pace;
  gboolean in_cycle;
} SlGoalState;

typedef struct _SlGoalProgress SlGoalProgress;

/**
 * sl_goal_progress_new:
 * @plan: must stay as it is for the life of the result: hold a reference where it may change
 * @today: the day to judge by; values measured later are not looked at
 *
 * Computes all goals. Cost: O(goals + tasks + values).
 *
 * Returns: (transfer full)
 */
SlGoalProgress *sl_goal_progress_new (const SlSnapshot *plan,
                                      gint64 today) G_GNUC_WARN_UNUSED_RESULT;
void sl_goal_progress_free (SlGoalProgress *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlGoalProgress, sl_goal_progress_free)

/* (transfer none) (nullable): NULL if @goal is no goal of the plan. */
const SlGoalState *sl_goal_progress_get (const SlGoalProgress *self, SlId goal);
/* State and progress (NAN: none) of a task or milestone; NO_DATA for other records. A task with
 * children is as far as they are, by days of work. @progress: (out) (nullable) */
SlItemState sl_goal_progress_get_task (const SlGoalProgress *self, SlId task, double *progress);
/* Score 0..1 of a KPI by its newest value, or NAN. @current: (out) (nullable): that value */
double sl_goal_progress_get_kpi (const SlGoalProgress *self, SlId kpi, double *current);

/* One term of a derivation; @score x @share of all terms add up to the goal's progress. */
typedef struct
{
  SlId id;       /* goal or KPI; SL_ID_NONE: all tasks and milestones that serve the goal */
  double score;  /* 0..1 */
  double share;  /* of the whole, 0..1 */
  guint n_items; /* tasks and milestones of the term */
  guint n_done;
} SlProgressTerm;

typedef enum
{
  SL_NOT_COUNTED_NO_DATA,     /* nobody said how far it is */
  SL_NOT_COUNTED_NO_BASELINE, /* a KPI without baseline or target, or with both equal */
  SL_NOT_COUNTED_PARKED,
  SL_NOT_COUNTED_DROPPED,
  SL_NOT_COUNTED_CYCLE,      /* part of itself */
  SL_NOT_COUNTED_OVERRIDDEN, /* the goal has a number of its own, or KPIs */
} SlNotCountedReason;

typedef struct
{
  SlId id; /* goal or KPI; SL_ID_NONE: the tasks and milestones that serve the goal */
  SlNotCountedReason reason;
} SlNotCounted;

/* "no data", translated */
const char *sl_not_counted_title (SlNotCountedReason reason);

/* Why a goal has the progress that it has. */
typedef struct
{
  GArray *terms;       /* SlProgressTerm, largest share first */
  GArray *not_counted; /* SlNotCounted */
} SlProgressDerivation;

/* (transfer full): empty lists for what is no goal. */
SlProgressDerivation *sl_goal_progress_derive (const SlGoalProgress *self,
                                               SlId goal) G_GNUC_WARN_UNUSED_RESULT;
void sl_progress_derivation_free (SlProgressDerivation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlProgressDerivation, sl_progress_derivation_free)

/* The derivation in words, one line a term: "43 %, because", "“Cut delivery time”: 60 %, counts
 * half", "Not counted: “Hire two people” (no data)". (transfer full): translated */
char *sl_goal_progress_explain (const SlGoalProgress *self, SlId goal);

G_END_DECLS
