/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all rules, charts of the engine and the index read: the plan as arrays with weights,
 * positions, priorities, propagated satisfaction, line of sight, money, progress and schedule, each
 * computed once. Immutable after it is made; may be read from any thread. */

#pragma once

#include "analysis/sl-goal-state.h"
#include "analysis/sl-plan-schedule.h"
#include "methods/sl-positions.h"
#include "model/sl-snapshot.h"

G_BEGIN_DECLS

/* A position that nobody knows. */
#define SL_POSITION_UNKNOWN 127
/* Power above this is "above the middle" (scale 0..10). Source: METHODS section 8. */
#define SL_POWER_MIDDLE 5.0

/**
 * SlFactGoal:
 * @parent: index of the goal that it is part of, or -1
 * @owner: index of the party, or -1
 * @active: neither done, parked nor dropped: draft and active goals count
 * @shared: all parties have a say: its own mark, an objective, or under an alliance
 * @objective: of the level objective, or a shared root
 * @weight: strategic weight among shared active goals, sums to 1; 0 for others. Mean of the
 *   parties' points, else the weight field, else equal (DECISIONS, Engine)
 * @share: weight among all active goals, sums to 1: that of shared goals, handed down to what
 *   serves them
 * @distance: steps up to an objective over parents and helping links, 0 for objectives; -1: none
 * @satisfaction: -100..100 if everybody succeeds (METHODS section 1); NAN in or behind a cycle, and
 *   of goals that are not active
 * @satisfaction_known: whether all that it rests on is entered
 * @planned, @committed, @spent: money of its own budget lines and of those of its tasks, minor
 * units
 * @effort: person-days of its own open tasks
 * @n_tasks: its own tasks and milestones that are not dropped or parked
 * @n_kpis: its own KPIs
 */
typedef struct
{
  SlId id;
  guint row;
  int parent;
  int owner;
  int level;  /* SlGoalLevel, or -1 */
  int status; /* SlGoalStatus */
  gboolean active;
  gboolean shared;
  gboolean objective;
  double weight;
  double share;
  int distance;
  double satisfaction;
  gboolean satisfaction_known;
  gint64 planned;
  gint64 committed;
  gint64 spent;
  double effort;
  guint n_tasks;
  guint n_kpis;
} SlFactGoal;

/**
 * SlFactParty:
 * @parent: index of the party that it is part of, or -1
 * @influence: power x interest, 0..100; the mean of the others where it is not entered, 25 if none
 * is
 * @influence_known: both are entered
 * @answered: it has spread points over shared goals
 * @points: how many, 0..100 for each goal
 * @is_stakeholder: takes part in positions, priorities or an alliance, or has power, interest,
 *   engagement or a rhythm of contact entered: the inner persons of departments are not asked one
 *   by one
 */
typedef struct
{
  SlId id;
  guint row;
  int parent;
  int type;        /* SlPartyType */
  double power;    /* NAN: not entered */
  double interest; /* NAN: not entered */
  double influence;
  gboolean influence_known;
  gboolean answered;
  double points;
  gboolean gone;
  gboolean is_stakeholder;
} SlFactParty;

/* A task or a milestone. @goal, @owner, @accountable: indexes or -1. @active: open or being done.
 */
typedef struct
{
  SlId id;
  SlKindId kind;
  guint row;
  int goal;
  int owner;
  int accountable;
  gboolean active;
  gboolean is_summary;
  double effort; /* person-days, NAN: not entered */
  gint64 planned;
  gint64 spent;
} SlFactTask;

/* What one goal does to another: helps (positive) or hurts. */
typedef struct
{
  SlId id;
  guint row;
  int source;
  int target;
  int strength; /* -100..100, never 0 */
} SlFactLink;

typedef struct
{
  gint8 value;   /* -3..3 or SL_POSITION_UNKNOWN */
  guint8 source; /* SlPositionSource */
} SlFactPosition;

typedef struct _SlFacts SlFacts;
/* See the header of each. */
typedef struct _SlPriorities SlPriorities;
typedef struct _SlFunding SlFunding;
typedef struct _SlBookings SlBookings;
typedef struct _SlFactsShared SlFactsShared;
/* See sl-satisfaction.h. */
typedef struct _SlSatisfaction SlSatisfaction;

struct _SlFacts
{
  SlSnapshot *plan;
  gint64 today;
  const char *currency;
  gboolean whole_titles; /* sentences of rules never shorten a title: for paper */
  guint n_goals;         /* in outline order */
  SlFactGoal *goals;
  guint n_parties; /* in outline order */
  SlFactParty *parties;
  guint n_tasks; /* in outline order, milestones behind tasks */
  SlFactTask *tasks;
  guint n_links;
  SlFactLink *links;
  SlFactPosition *positions; /* n_parties x n_goals, by party */
  double *priorities;        /* n_parties x n_goals: share 0..1 of the party's points; 0: none */
  gint64 unlinked;           /* money planned for no goal */
  SlGoalProgress *progress;
  SlPlanSchedule *schedule;
  SlPriorities *agreement;      /* who weighs what how */
  SlFunding *funding;           /* who gets how much */
  SlBookings *bookings;         /* who is booked for what */
  SlSatisfaction *satisfaction; /* what makes that of each goal */
  GHashTable *numbers;          /* private: id -> index */
  SlFactsShared *shared;        /* private: see sl_facts_share() */
};

/**
 * sl_facts_new:
 * @plan: a reference is kept
 * @today: the day to judge by
 *
 * Cost: O(records + parties x goals).
 *
 * Returns: (transfer full)
 */
SlFacts *sl_facts_new (SlSnapshot *plan, gint64 today) G_GNUC_WARN_UNUSED_RESULT;
void sl_facts_free (SlFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlFacts, sl_facts_free)

/* Index of a goal, party or task (also: milestone) by its id, or -1. */
int sl_facts_goal (const SlFacts *self, SlId id);
int sl_facts_party (const SlFacts *self, SlId id);
int sl_facts_task (const SlFacts *self, SlId id);
/* Title of any record; never NULL. */
const char *sl_facts_title (const SlFacts *self, SlId id);
SlFactPosition sl_facts_position (const SlFacts *self, guint party, guint goal);
/* The same as methods want it. */
SlStance sl_facts_stance (const SlFacts *self, guint party, guint goal);
double sl_facts_priority (const SlFacts *self, guint party, guint goal);
/* The nearest shared active goal at or above @goal in the tree, or -1. */
int sl_facts_shared_above (const SlFacts *self, int goal);

/* What follows from the facts and several rules look at; one constant for each such thing. */
typedef struct
{
  gpointer (*make) (const SlFacts *facts); /* never NULL */
  GDestroyNotify drop;
} SlFactsShare;

/* Makes it when it is first asked for, and keeps it as long as @self. Any thread.
 * Returns: (transfer none) */
gconstpointer sl_facts_share (const SlFacts *self, const SlFactsShare *what);

G_END_DECLS
