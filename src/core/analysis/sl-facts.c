/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads a plan into arrays in outline order and weighs its goals. What links carry further is
 * sl-facts-links.c's business. */

#include "config.h"

#include "analysis/sl-bookings.h"
#include "analysis/sl-facts-private.h"
#include "analysis/sl-funding.h"
#include "analysis/sl-priorities.h"

#include "analysis/sl-satisfaction.h"

#include <math.h>

/* --- Reading in outline order --- */

typedef void (*VisitFunc) (SlFacts *self, SlKindId kind, SlId id, int parent, GArray *out);

static void
visit_tree (SlFacts *self, SlKindId kind, SlId id, int parent, VisitFunc visit, GArray *out)
{
  guint n = 0;
  const SlId *children = sl_snapshot_children (self->plan, kind, id, &n);

  for (guint i = 0; i < n; i++)
    {
      int number = (int)out->len;

      visit (self, kind, children[i], parent, out);
      visit_tree (self, kind, children[i], number, visit, out);
    }
}

/* Of which array a number is; both are put into one word, with 0 for none. */
typedef enum
{
  NUMBER_GOAL = 1,
  NUMBER_PARTY = 2,
  NUMBER_TASK = 3,
} NumberOf;

#define NUMBER_BITS 2

static void
number_record (SlFacts *self, NumberOf of, SlId id, guint number)
{
  g_hash_table_insert (self->numbers, g_memdup2 (&id, sizeof id),
                       GUINT_TO_POINTER (number << NUMBER_BITS | of));
}

static int
number_of (const SlFacts *self, NumberOf of, SlId id)
{
  guint word = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, &id));

  return (word & ((1u << NUMBER_BITS) - 1)) == of ? (int)(word >> NUMBER_BITS) : -1;
}

static guint
row_of (const SlTable *table, SlId id)
{
  guint row = 0;
  gboolean found = sl_table_find (table, id, &row);

  g_assert (found);
  return row;
}

static void
read_party (SlFacts *self, SlKindId kind, SlId id, int parent, GArray *out)
{
  const SlTable *table = sl_snapshot_table (self->plan, kind);
  guint row = row_of (table, id);
  SlFactParty party = { .id = id, .row = row, .parent = parent };

  party.type = (int)sl_table_int (table, row, SL_PARTY_TYPE);
  party.power = sl_table_real (table, row, SL_PARTY_POWER);
  party.interest = sl_table_real (table, row, SL_PARTY_INTEREST);
  party.gone = sl_table_int (table, row, SL_PARTY_GONE) != 0;
  party.influence_known = !isnan (party.power) && !isnan (party.interest);
  party.influence = party.power * party.interest;
  party.is_stakeholder = !isnan (party.power) || !isnan (party.interest)
                         || sl_table_is_set (table, row, SL_PARTY_ENGAGEMENT)
                         || sl_table_is_set (table, row, SL_PARTY_ENGAGEMENT_WANTED)
                         || sl_table_is_set (table, row, SL_PARTY_CONTACT_DAYS);
  number_record (self, NUMBER_PARTY, id, out->len);
  g_array_append_val (out, party);
}

static void
read_goal (SlFacts *self, SlKindId kind, SlId id, int parent, GArray *out)
{
  const SlTable *table = sl_snapshot_table (self->plan, kind);
  guint row = row_of (table, id);
  SlFactGoal goal = { .id = id, .row = row, .parent = parent, .satisfaction = NAN, .distance = -1 };
  gint64 level = sl_table_int (table, row, SL_GOAL_LEVEL);

  goal.owner = sl_facts_party (self, sl_table_ref (table, row, SL_GOAL_OWNER));
  goal.level = level == SL_INT_NULL ? -1 : (int)level;
  goal.status = (int)sl_table_int (table, row, SL_GOAL_STATUS);
  goal.active = goal.status == SL_GOAL_DRAFT || goal.status == SL_GOAL_ACTIVE;
  goal.shared = sl_table_int (table, row, SL_GOAL_SHARED) != 0 || level == SL_GOAL_LEVEL_OBJECTIVE
                || sl_table_is_set (table, row, SL_GOAL_ALLIANCE);
  goal.objective = level == SL_GOAL_LEVEL_OBJECTIVE || (goal.shared && parent < 0);
  number_record (self, NUMBER_GOAL, id, out->len);
  g_array_append_val (out, goal);
}

static void
read_task (SlFacts *self, SlKindId kind, SlId id, int parent, GArray *out)
{
  const SlTable *table = sl_snapshot_table (self->plan, kind);
  gboolean is_task = kind == SL_KIND_TASK;
  guint row = row_of (table, id), n_children = 0;
  SlFactTask task = { .id = id, .kind = kind, .row = row, .accountable = -1, .effort = NAN };
  gint64 status = sl_table_int (table, row, is_task ? SL_TASK_STATUS : SL_MILESTONE_STATUS);

  task.goal
      = sl_facts_goal (self, sl_table_ref (table, row, is_task ? SL_TASK_GOAL : SL_MILESTONE_GOAL));
  task.owner = sl_facts_party (
      self, sl_table_ref (table, row, is_task ? SL_TASK_OWNER : SL_MILESTONE_OWNER));
  task.active = status == SL_TASK_OPEN || status == SL_TASK_ACTIVE;
  if (is_task)
    {
      task.accountable = sl_facts_party (self, sl_table_ref (table, row, SL_TASK_ACCOUNTABLE));
      task.effort = sl_table_real (table, row, SL_TASK_EFFORT);
      sl_snapshot_children (self->plan, SL_KIND_TASK, id, &n_children);
    }
  task.is_summary = n_children > 0;
  /* What serves no goal itself serves that of the task which it is part of. */
  if (task.goal < 0 && is_task && parent >= 0)
    task.goal = g_array_index (out, SlFactTask, (guint)parent).goal;
  number_record (self, NUMBER_TASK, id, out->len);
  g_array_append_val (out, task);
}

/* Milestones stand behind all tasks, by id of no tree: they have no children. */
static void
read_milestones (SlFacts *self, GArray *out)
{
  const SlTable *table = sl_snapshot_table (self->plan, SL_KIND_MILESTONE);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlFactTask *task;
      int parent;

      read_task (self, SL_KIND_MILESTONE, sl_table_id (table, row), -1, out);
      task = &g_array_index (out, SlFactTask, out->len - 1);
      parent = sl_facts_task (self, sl_table_ref (table, row, SL_MILESTONE_PARENT));
      if (task->goal < 0 && parent >= 0)
        task->goal = g_array_index (out, SlFactTask, (guint)parent).goal;
    }
}

/* --- Positions and priorities --- */

static void
read_positions (SlFacts *self)
{
  const SlTable *table = sl_snapshot_table (self->plan, SL_KIND_POSITION);
  gsize n = (gsize)self->n_parties * self->n_goals;

  self->positions = g_new0 (SlFactPosition, n + 1);
  for (gsize i = 0; i < n; i++)
    self->positions[i].value = SL_POSITION_UNKNOWN;
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      int party = sl_facts_party (self, sl_table_ref (table, row, SL_POSITION_PARTY));
      int goal = sl_facts_goal (self, sl_table_ref (table, row, SL_POSITION_GOAL));
      SlFactPosition *out;

      if (party < 0 || goal < 0)
        continue;
      out = &self->positions[(gsize)party * self->n_goals + (guint)goal];
      out->value = (gint8)sl_table_int (table, row, SL_POSITION_VALUE);
      out->source = (guint8)sl_table_int (table, row, SL_POSITION_SOURCE);
      self->parties[party].is_stakeholder = TRUE;
    }
}

static void
read_priorities (SlFacts *self)
{
  const SlTable *table = sl_snapshot_table (self->plan, SL_KIND_PRIORITY);

  self->priorities = g_new0 (double, (gsize)self->n_parties * self->n_goals + 1);
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      int party = sl_facts_party (self, sl_table_ref (table, row, SL_PRIORITY_PARTY));
      int goal = sl_facts_goal (self, sl_table_ref (table, row, SL_PRIORITY_GOAL));

      if (party < 0 || goal < 0 || !self->goals[goal].shared || !self->goals[goal].active)
        continue;
      self->priorities[(gsize)party * self->n_goals + (guint)goal]
          = sl_table_real (table, row, SL_PRIORITY_POINTS);
      self->parties[party].is_stakeholder = TRUE;
    }
  for (guint p = 0; p < self->n_parties; p++)
    {
      double *points = &self->priorities[(gsize)p * self->n_goals], sum = 0.0;

      for (guint g = 0; g < self->n_goals; g++)
        sum += points[g];
      self->parties[p].answered = sum > 0.0;
      self->parties[p].points = sum;
      for (guint g = 0; g < self->n_goals && sum > 0.0; g++)
        points[g] /= sum;
    }
}

static void
read_partners (SlFacts *self)
{
  const SlTable *table = sl_snapshot_table (self->plan, SL_KIND_PARTNER);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      int party = sl_facts_party (self, sl_table_ref (table, row, SL_PARTNER_PARTY));

      if (party >= 0)
        self->parties[party].is_stakeholder = TRUE;
    }
}

/* Who has not been judged counts as much as the mean of the others, or as the middle of the scale.
 */
static void
complete_influence (SlFacts *self)
{
  double sum = 0.0;
  guint n = 0;

  for (guint i = 0; i < self->n_parties; i++)
    if (self->parties[i].influence_known)
      {
        sum += self->parties[i].influence;
        n++;
      }
  for (guint i = 0; i < self->n_parties; i++)
    if (!self->parties[i].influence_known)
      self->parties[i].influence = n > 0 ? sum / n : SL_POWER_MIDDLE * SL_POWER_MIDDLE;
}

/* --- Weights --- */

/* The parties' points where any party answered, else the weight field, else equal. */
static void
weigh_shared (SlFacts *self)
{
  const SlTable *table = sl_snapshot_table (self->plan, SL_KIND_GOAL);
  guint n_answered = 0;
  double sum = 0.0;

  for (guint p = 0; p < self->n_parties; p++)
    n_answered += self->parties[p].answered;
  for (guint g = 0; g < self->n_goals; g++)
    {
      SlFactGoal *goal = &self->goals[g];
      double weight = 0.0;

      if (!goal->shared || !goal->active)
        continue;
      for (guint p = 0; p < self->n_parties && n_answered > 0; p++)
        weight += sl_facts_priority (self, p, g);
      if (n_answered == 0)
        weight = sl_table_real (table, goal->row, SL_GOAL_WEIGHT);
      goal->weight = weight;
      sum += isnan (weight) ? 0.0 : weight;
    }
  for (guint g = 0; g < self->n_goals; g++)
    {
      SlFactGoal *goal = &self->goals[g];

      if (!goal->shared || !goal->active)
        continue;
      if (sum > 0.0)
        goal->weight = isnan (goal->weight) ? 0.0 : goal->weight / sum;
      else
        goal->weight = 1.0;
    }
  if (sum > 0.0)
    return;
  for (guint g = 0; g < self->n_goals; g++)
    sum += self->goals[g].weight;
  for (guint g = 0; g < self->n_goals && sum > 0.0; g++)
    self->goals[g].weight /= sum;
}

/* Weight among siblings; what says none counts as much as the mean of those that do. */
static void
sibling_shares (const SlFacts *self, double *shares)
{
  const SlTable *table = sl_snapshot_table (self->plan, SL_KIND_GOAL);
  g_autofree double *sums = g_new0 (double, self->n_goals + 1);
  g_autofree guint *said = g_new0 (guint, self->n_goals + 1);
  g_autofree double *totals = g_new0 (double, self->n_goals + 1);

  for (guint g = 0; g < self->n_goals; g++)
    {
      guint family = (guint)(self->goals[g].parent + 1);
      double weight = sl_table_real (table, self->goals[g].row, SL_GOAL_WEIGHT);

      if (!self->goals[g].active || isnan (weight))
        continue;
      sums[family] += weight;
      said[family]++;
    }
  for (guint g = 0; g < self->n_goals; g++)
    {
      guint family = (guint)(self->goals[g].parent + 1);
      double weight = sl_table_real (table, self->goals[g].row, SL_GOAL_WEIGHT);

      if (isnan (weight))
        weight = said[family] > 0 ? sums[family] / said[family] : 1.0;
      shares[g] = self->goals[g].active ? weight : 0.0;
      totals[family] += shares[g];
    }
  for (guint g = 0; g < self->n_goals; g++)
    {
      guint family = (guint)(self->goals[g].parent + 1);

      shares[g] = totals[family] > 0.0 ? shares[g] / totals[family] : 0.0;
    }
}

/* Hands the weight of shared goals down to what serves them, and makes all of it one. */
static void
weigh_all (SlFacts *self)
{
  g_autofree double *shares = g_new0 (double, self->n_goals + 1);
  guint n_active = 0;
  double sum = 0.0;

  sibling_shares (self, shares);
  for (guint g = 0; g < self->n_goals; g++)
    n_active += self->goals[g].active;
  for (guint g = 0; g < self->n_goals; g++)
    {
      SlFactGoal *goal = &self->goals[g];

      if (goal->active && goal->shared)
        goal->share = goal->weight;
      else if (goal->parent >= 0)
        goal->share = self->goals[goal->parent].share * shares[g];
      else
        goal->share = 1.0 / MAX (n_active, 1);
      sum += goal->active ? goal->share : 0.0;
    }
  for (guint g = 0; g < self->n_goals; g++)
    {
      SlFactGoal *goal = &self->goals[g];

      goal->share = goal->active && sum > 0.0 ? goal->share / sum : 0.0;
    }
}

/* --- Money --- */

static void
read_budget (SlFacts *self)
{
  const SlTable *table = sl_snapshot_table (self->plan, SL_KIND_BUDGET);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId item = sl_table_ref (table, row, SL_BUDGET_ITEM);
      int task = sl_facts_task (self, item);
      int goal = task >= 0 ? self->tasks[task].goal : sl_facts_goal (self, item);
      gint64 planned = sl_table_int (table, row, SL_BUDGET_PLANNED);
      gint64 committed = sl_table_int (table, row, SL_BUDGET_COMMITTED);
      gint64 spent = sl_table_int (table, row, SL_BUDGET_SPENT);

      planned = planned == SL_INT_NULL ? 0 : planned;
      committed = committed == SL_INT_NULL ? 0 : committed;
      spent = spent == SL_INT_NULL ? 0 : spent;
      if (task >= 0)
        {
          self->tasks[task].planned += planned;
          self->tasks[task].spent += spent;
        }
      if (goal < 0)
        {
          self->unlinked += planned;
          continue;
        }
      self->goals[goal].planned += planned;
      self->goals[goal].committed += committed;
      self->goals[goal].spent += spent;
    }
}

/* Whether it is neither parked nor dropped. */
static gboolean
counts_as_work (const SlFacts *self, const SlFactTask *task)
{
  gint64 status = sl_table_int (sl_snapshot_table (self->plan, task->kind), task->row,
                                task->kind == SL_KIND_TASK ? SL_TASK_STATUS : SL_MILESTONE_STATUS);

  return status != SL_TASK_PARKED && status != SL_TASK_DROPPED;
}

static void
count_parts (SlFacts *self)
{
  const SlTable *kpis = sl_snapshot_table (self->plan, SL_KIND_KPI);

  for (guint i = 0; i < self->n_tasks; i++)
    {
      const SlFactTask *task = &self->tasks[i];

      if (task->goal < 0)
        continue;
      self->goals[task->goal].n_tasks += counts_as_work (self, task);
      if (task->active && !isnan (task->effort))
        self->goals[task->goal].effort += task->effort;
    }
  for (guint row = 0; row < sl_table_n_rows (kpis); row++)
    {
      int goal = sl_facts_goal (self, sl_table_ref (kpis, row, SL_KPI_GOAL));

      if (goal >= 0)
        self->goals[goal].n_kpis++;
    }
}

/* --- The facts --- */

static void
read_records (SlFacts *self)
{
  GArray *parties = g_array_new (FALSE, FALSE, sizeof (SlFactParty));
  GArray *goals = g_array_new (FALSE, FALSE, sizeof (SlFactGoal));
  GArray *tasks = g_array_new (FALSE, FALSE, sizeof (SlFactTask));

  visit_tree (self, SL_KIND_PARTY, SL_ID_NONE, -1, read_party, parties);
  self->n_parties = parties->len;
  self->parties = (SlFactParty *)(gpointer)g_array_free (parties, FALSE);
  visit_tree (self, SL_KIND_GOAL, SL_ID_NONE, -1, read_goal, goals);
  self->n_goals = goals->len;
  self->goals = (SlFactGoal *)(gpointer)g_array_free (goals, FALSE);
  visit_tree (self, SL_KIND_TASK, SL_ID_NONE, -1, read_task, tasks);
  read_milestones (self, tasks);
  self->n_tasks = tasks->len;
  self->tasks = (SlFactTask *)(gpointer)g_array_free (tasks, FALSE);
}

SlFacts *
sl_facts_new (SlSnapshot *plan, gint64 today)
{
  SlFacts *self = g_new0 (SlFacts, 1);
  const SlTable *project = sl_snapshot_table (plan, SL_KIND_PROJECT);

  self->plan = sl_snapshot_ref (plan);
  self->shared = sl_facts_shared_new ();
  self->today = today;
  self->currency
      = sl_table_n_rows (project) > 0 ? sl_table_text (project, 0, SL_PROJECT_CURRENCY) : NULL;
  self->numbers = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  read_records (self);
  read_positions (self);
  read_priorities (self);
  read_partners (self);
  complete_influence (self);
  weigh_shared (self);
  weigh_all (self);
  read_budget (self);
  count_parts (self);
  self->progress = sl_goal_progress_new (plan, today);
  sl_facts_read_links (self);
  self->schedule = sl_plan_schedule_new (plan, today);
  self->agreement = sl_priorities_new (self);
  self->funding = sl_funding_new (self);
  self->bookings = sl_bookings_new (self);
  return self;
}

void
sl_facts_free (SlFacts *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->satisfaction, sl_satisfaction_free);
  g_clear_pointer (&self->shared, sl_facts_shared_free);
  g_clear_pointer (&self->agreement, sl_priorities_free);
  g_clear_pointer (&self->funding, sl_funding_free);
  g_clear_pointer (&self->bookings, sl_bookings_free);
  g_clear_pointer (&self->progress, sl_goal_progress_free);
  g_clear_pointer (&self->schedule, sl_plan_schedule_free);
  g_clear_pointer (&self->numbers, g_hash_table_unref);
  g_free (self->goals);
  g_free (self->parties);
  g_free (self->tasks);
  g_free (self->links);
  g_free (self->positions);
  g_free (self->priorities);
  g_clear_pointer (&self->plan, sl_snapshot_unref);
  g_free (self);
}

/* --- Reading --- */

int
sl_facts_goal (const SlFacts *self, SlId id)
{
  return number_of (self, NUMBER_GOAL, id);
}

int
sl_facts_party (const SlFacts *self, SlId id)
{
  return number_of (self, NUMBER_PARTY, id);
}

int
sl_facts_task (const SlFacts *self, SlId id)
{
  return number_of (self, NUMBER_TASK, id);
}

/* Titles of goals, parties and tasks without a search in all tables. */
static const char *
known_title (const SlFacts *self, SlId id)
{
  guint word = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, &id));
  guint number = word >> NUMBER_BITS;

  switch (word & ((1u << NUMBER_BITS) - 1))
    {
    case NUMBER_GOAL:
      return sl_table_text (sl_snapshot_table (self->plan, SL_KIND_GOAL), self->goals[number].row,
                            SL_GOAL_TITLE);
    case NUMBER_PARTY:
      return sl_table_text (sl_snapshot_table (self->plan, SL_KIND_PARTY),
                            self->parties[number].row, SL_PARTY_TITLE);
    case NUMBER_TASK:
      return sl_table_text (
          sl_snapshot_table (self->plan, self->tasks[number].kind), self->tasks[number].row,
          self->tasks[number].kind == SL_KIND_TASK ? SL_TASK_TITLE : SL_MILESTONE_TITLE);
    default:
      return NULL;
    }
}

const char *
sl_facts_title (const SlFacts *self, SlId id)
{
  const char *title = known_title (self, id);

  return title != NULL ? title : sl_snapshot_title (self->plan, id);
}

SlFactPosition
sl_facts_position (const SlFacts *self, guint party, guint goal)
{
  g_return_val_if_fail (party < self->n_parties && goal < self->n_goals,
                        ((SlFactPosition){ SL_POSITION_UNKNOWN, 0 }));

  return self->positions[(gsize)party * self->n_goals + goal];
}

SlStance
sl_facts_stance (const SlFacts *self, guint party, guint goal)
{
  SlFactPosition position = sl_facts_position (self, party, goal);
  SlStance stance = { position.value == SL_POSITION_UNKNOWN ? NAN : position.value,
                      (SlPositionSource)position.source };

  return stance;
}

double
sl_facts_priority (const SlFacts *self, guint party, guint goal)
{
  g_return_val_if_fail (party < self->n_parties && goal < self->n_goals, 0.0);

  return self->priorities[(gsize)party * self->n_goals + goal];
}

int
sl_facts_shared_above (const SlFacts *self, int goal)
{
  while (goal >= 0 && !(self->goals[goal].shared && self->goals[goal].active))
    goal = self->goals[goal].parent;
  return goal;
}
