/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fills a store record by record, with numbers that follow from those of the records. */

#include "config.h"

#include "large-plan.h"

#include "base/sl-id.h"
#include "base/sl-rank.h"

#include <stdarg.h>

#define N_ALLIANCES 5
#define N_REVIEWS 8
/* Goals of the first two levels of the tree are objectives, which all parties share. */
#define N_OBJECTIVES 28
#define CHILDREN 6
#define TASKS_A_GROUP 10
#define TODAY LARGE_PLAN_TODAY

typedef struct
{
  SlStore *store;
  GRand *rand;
  guint n_goals, n_parties, n_tasks;
  guint rank;
  SlId *goals, *parties, *tasks, *kpis, *milestones;
  SlId alliances[N_ALLIANCES];
} Builder;

#define INT(value) sl_value_int ((gint64)(value))
#define REAL(value) sl_value_real ((double)(value))
#define TEXT(value) sl_value_text (value)
#define NOTHING ((SlValue)SL_VALUE_INIT)

/* Puts one record in: fields as number, value pairs, ended by -1; takes the values. */
static SlId
add (Builder *self, SlKindId kind, ...)
{
  const SlKind *table = sl_kind (kind);
  g_autofree SlValue *values = g_new0 (SlValue, table->n_fields);
  g_autoptr (SlChangeSet) changes = sl_change_set_new ();
  va_list args;
  int field;
  SlId id;

  for (guint i = 0; i < table->n_fields; i++)
    values[i] = sl_field_default (&table->fields[i]);
  if (table->rank_field >= 0)
    {
      g_autofree char *rank = g_strdup_printf ("m%08u", self->rank++);
      sl_value_clear (&values[table->rank_field]);
      values[table->rank_field] = sl_value_text (rank);
    }
  va_start (args, kind);
  while ((field = va_arg (args, int)) >= 0)
    {
      sl_value_clear (&values[field]);
      values[field] = va_arg (args, SlValue);
    }
  va_end (args);
  id = table->flags & SL_KIND_NATURAL ? sl_kind_natural_id (table, values) : sl_id_new ();
  if (!sl_snapshot_find (sl_store_get_snapshot (self->store), id, NULL, NULL))
    {
      sl_change_set_append_insert (changes, kind, id, values);
      sl_store_apply (self->store, sl_change_set_get (changes, 0));
    }
  for (guint i = 0; i < table->n_fields; i++)
    sl_value_clear (&values[i]);
  return id;
}

static guint
below (Builder *self, guint n)
{
  return (guint)g_rand_int_range (self->rand, 0, (gint32)n);
}

static SlValue
any (Builder *self, const SlId *ids, guint n)
{
  return INT (ids[below (self, n)]);
}

static SlValue
name (const char *what, guint number)
{
  g_autofree char *text = g_strdup_printf ("%s %u", what, number + 1);

  return sl_value_text (text);
}

static void
add_parties (Builder *self)
{
  for (guint i = 0; i < self->n_parties; i++)
    self->parties[i] = add (
        self, SL_KIND_PARTY, SL_PARTY_TITLE, name ("Department", i), SL_PARTY_POWER, REAL (i % 11),
        SL_PARTY_INTEREST, REAL ((i * 7) % 11), SL_PARTY_ENGAGEMENT, INT (i % 5),
        SL_PARTY_ENGAGEMENT_WANTED, INT (SL_ENGAGEMENT_SUPPORTIVE), SL_PARTY_GONE,
        INT (i % 50 == 49), SL_PARTY_CONTACT_DAYS, INT (14), SL_PARTY_LAST_CONTACT,
        INT (TODAY - i % 30), SL_PARTY_CAPACITY, REAL (i % 40 == 39 ? 0 : 1 + i % 8), -1);
  for (guint i = 0; i < N_ALLIANCES; i++)
    {
      self->alliances[i]
          = add (self, SL_KIND_ALLIANCE, SL_ALLIANCE_TITLE, name ("Alliance", i), -1);
      for (guint k = 0; k < 4; k++)
        add (self, SL_KIND_PARTNER, SL_PARTNER_ALLIANCE, INT (self->alliances[i]), SL_PARTNER_PARTY,
             INT (self->parties[(i * 4 + k) % self->n_parties]), -1);
    }
}

static void
add_goals (Builder *self)
{
  static const gint64 levels[] = { SL_GOAL_LEVEL_OBJECTIVE, SL_GOAL_LEVEL_DEPARTMENT };
  static const char *const titles[] = { "Cut delivery time to two days", "Improve service a lot",
                                        "Win repeat orders", "Maintain and extend the line" };

  for (guint i = 0; i < self->n_goals; i++)
    {
      gint64 start = TODAY - 100 + below (self, 150);

      self->goals[i] = add (
          self, SL_KIND_GOAL, SL_GOAL_TITLE, name (titles[i % G_N_ELEMENTS (titles)], i),
          SL_GOAL_PARENT, i < 4 ? NOTHING : INT (self->goals[(i - 4) / CHILDREN]), SL_GOAL_OWNER,
          any (self, self->parties, self->n_parties), SL_GOAL_LEVEL,
          INT (levels[i < N_OBJECTIVES ? 0 : 1]), SL_GOAL_STATUS,
          INT (i % 20 == 19 ? SL_GOAL_PARKED : SL_GOAL_ACTIVE), SL_GOAL_WEIGHT, REAL (1 + i % 5),
          SL_GOAL_START, INT (start), SL_GOAL_DUE, INT (start + 30 + below (self, 200)),
          SL_GOAL_ASSESSED, INT (TODAY - below (self, 200)), SL_GOAL_CONFIDENCE, REAL (0.8),
          SL_GOAL_REFINEMENT, INT (i % 9 == 8 ? SL_REFINEMENT_XOR : SL_REFINEMENT_AND),
          SL_GOAL_ALLIANCE, i < N_ALLIANCES ? INT (self->alliances[i]) : NOTHING, -1);
    }
  for (guint i = 0; i < self->n_goals; i++)
    add (self, SL_KIND_GOAL_LINK, SL_GOAL_LINK_SOURCE, INT (self->goals[i]), SL_GOAL_LINK_TARGET,
         INT (self->goals[(i * 31 + 7) % self->n_goals]), SL_GOAL_LINK_STRENGTH,
         INT (i % 5 == 0 ? -60 : 40), -1);
}

/* What parties say of goals: positions, points, acknowledgements; and of each other. */
static void
add_opinions (Builder *self)
{
  for (guint p = 0; p < self->n_parties; p++)
    for (guint g = 0; g < N_OBJECTIVES; g++)
      {
        SlId party = self->parties[p], goal = self->goals[g];

        add (self, SL_KIND_POSITION, SL_POSITION_PARTY, INT (party), SL_POSITION_GOAL, INT (goal),
             SL_POSITION_VALUE, INT ((gint64)((p * 5 + g * 3) % 7) - 3), SL_POSITION_SOURCE,
             INT (p % 3), -1);
        add (self, SL_KIND_PRIORITY, SL_PRIORITY_PARTY, INT (party), SL_PRIORITY_GOAL, INT (goal),
             SL_PRIORITY_POINTS, REAL (1 + (p + g * g) % 9), -1);
        add (self, SL_KIND_ACKNOWLEDGEMENT, SL_ACKNOWLEDGEMENT_GOAL, INT (goal),
             SL_ACKNOWLEDGEMENT_PARTY, INT (party), SL_ACKNOWLEDGEMENT_CHANGED, INT (TODAY - 30),
             SL_ACKNOWLEDGEMENT_CONFIRMED, (p + g) % 4 == 0 ? NOTHING : INT (TODAY - 20), -1);
      }
  for (guint i = 0; i < self->n_parties * 5; i++)
    {
      SlValue from = any (self, self->parties, self->n_parties);
      SlValue to = any (self, self->parties, self->n_parties);

      add (self, SL_KIND_TRUST, SL_TRUST_FROM_PARTY, from, SL_TRUST_TO_PARTY, to, SL_TRUST_DAY,
           INT (TODAY - 30 * (i % 8)), SL_TRUST_ABILITY, INT (1 + i % 5), SL_TRUST_RELIABILITY,
           INT (1 + i % 3), SL_TRUST_RESPONDENTS, INT (5), -1);
      add (self, SL_KIND_PROMISE, SL_PROMISE_TITLE, name ("Promise", i), SL_PROMISE_TYPE,
           INT (i % 2), SL_PROMISE_FROM_PARTY, from, SL_PROMISE_TO_PARTY, to, SL_PROMISE_DUE,
           INT (TODAY - 60 + i % 90), SL_PROMISE_STATUS, INT (i % 4), -1);
      add (self, SL_KIND_NEED, SL_NEED_TITLE, name ("Need", i), SL_NEED_PARTY, from, SL_NEED_GOAL,
           any (self, self->goals, self->n_goals), SL_NEED_TYPE, INT (i % 3), SL_NEED_DAY,
           INT (TODAY - i % 60), -1);
    }
}

/* KPIs with values, budget, agreed baselines, risks and signals of goals. */
static void
add_measures (Builder *self)
{
  for (guint i = 0; i < self->n_goals; i++)
    {
      SlValue goal = INT (self->goals[i]);

      self->kpis[i] = add (self, SL_KIND_KPI, SL_KPI_TITLE, name ("Days", i), SL_KPI_GOAL, goal,
                           SL_KPI_UNIT, TEXT ("days"), SL_KPI_BASELINE, REAL (10), SL_KPI_TARGET,
                           REAL (2 + i % 3), SL_KPI_DIRECTION, INT (SL_KPI_DOWN), -1);
      for (guint k = 0; k < 4; k++)
        add (self, SL_KIND_KPI_VALUE, SL_KPI_VALUE_KPI, INT (self->kpis[i]), SL_KPI_VALUE_DAY,
             INT (TODAY - 90 + 30 * k), SL_KPI_VALUE_VALUE, REAL (10 - k - i % 2), -1);
      add (self, SL_KIND_BUDGET, SL_BUDGET_ITEM, goal, SL_BUDGET_PLANNED,
           INT (100000 * (1 + i % 7)), SL_BUDGET_SPENT, INT (50000 * (i % 7)), -1);
      add (self, SL_KIND_BASELINE, SL_BASELINE_ITEM, goal, SL_BASELINE_DAY, INT (TODAY - 120),
           SL_BASELINE_DUE, INT (TODAY + i % 100), SL_BASELINE_WEIGHT, REAL (1.0 / self->n_goals),
           -1);
      add (self, SL_KIND_RISK, SL_RISK_TITLE, name ("Risk", i), SL_RISK_ITEM, goal,
           SL_RISK_PROBABILITY, INT (1 + i % 5), SL_RISK_IMPACT, INT (1 + i % 4), -1);
      add (self, SL_KIND_DECISION, SL_DECISION_TITLE, name ("Decision", i), SL_DECISION_ITEM, goal,
           SL_DECISION_DAY, INT (TODAY - i % 100), SL_DECISION_STATUS, INT (i % 3), -1);
      if (i % 10 == 0)
        add (self, SL_KIND_SIGNAL, SL_SIGNAL_TITLE, name ("Signal", i), SL_SIGNAL_GOAL, goal,
             SL_SIGNAL_DAY, INT (TODAY - 40), -1);
      if (i % 40 == 0)
        add (self, SL_KIND_CONFLICT, SL_CONFLICT_TITLE, name ("Conflict", i), SL_CONFLICT_GOAL,
             goal, SL_CONFLICT_PARTY, any (self, self->parties, self->n_parties), -1);
    }
}

static void
add_work (Builder *self)
{
  for (guint i = 0; i < self->n_tasks; i++)
    {
      gint64 start = TODAY - 100 + below (self, 200);
      guint goal = i / TASKS_A_GROUP * TASKS_A_GROUP * self->n_goals / self->n_tasks;
      guint unit = goal * self->n_parties / self->n_goals;
      SlId doers[] = { self->parties[unit], self->parties[(unit + 1) % self->n_parties] };
      SlId owner = doers[i % TASKS_A_GROUP == 7 ? 1 : 0];
      SlValue task;

      self->tasks[i]
          = add (self, SL_KIND_TASK, SL_TASK_TITLE, name ("Task", i), SL_TASK_PARENT,
                 i % TASKS_A_GROUP == 0 ? NOTHING : INT (self->tasks[i - i % TASKS_A_GROUP]),
                 SL_TASK_GOAL, i % 113 == 0 ? NOTHING : INT (self->goals[goal]), SL_TASK_OWNER,
                 INT (owner), SL_TASK_ACCOUNTABLE, i % 3 == 0 ? INT (doers[0]) : NOTHING,
                 SL_TASK_START, INT (start), SL_TASK_DUE, INT (start + 5 + below (self, 20)),
                 SL_TASK_EFFORT, REAL (1 + i % 10), SL_TASK_PROGRESS, REAL (i % 5 / 5.0), -1);
      task = INT (self->tasks[i]);
      add (self, SL_KIND_ALLOCATION, SL_ALLOCATION_TASK, task, SL_ALLOCATION_PARTY, INT (owner),
           SL_ALLOCATION_UNITS, REAL (0.5), -1);
      if (i % 3 == 0)
        add (self, SL_KIND_ROLE, SL_ROLE_ITEM, task, SL_ROLE_PARTY,
             any (self, self->parties, self->n_parties), SL_ROLE_LETTER, INT (i / 3 % 4), -1);
      /* Nothing waits for what it is part of. */
      if (i % 5 != 0 && i % TASKS_A_GROUP != 1)
        add (self, SL_KIND_DEPENDENCY, SL_DEPENDENCY_BEFORE, INT (self->tasks[i - 1]),
             SL_DEPENDENCY_AFTER, task, -1);
    }
  for (guint i = 0; i < self->n_tasks / 20; i++)
    {
      SlId milestone = add (self, SL_KIND_MILESTONE, SL_MILESTONE_TITLE, name ("Milestone", i),
                            SL_MILESTONE_GOAL, any (self, self->goals, self->n_goals),
                            SL_MILESTONE_DUE, INT (TODAY + i % 200), -1);

      for (guint k = 0; k < 4; k++)
        add (self, SL_KIND_FORECAST, SL_FORECAST_MILESTONE, INT (milestone), SL_FORECAST_DAY,
             INT (TODAY - 120 + 30 * k), SL_FORECAST_EXPECTED, INT (TODAY + i % 200 + 10 * k), -1);
    }
}

SlStore *
large_plan_new (guint n_goals, guint n_parties, guint n_tasks)
{
  Builder self = { .n_goals = n_goals, .n_parties = n_parties, .n_tasks = n_tasks };

  self.store = sl_store_new ();
  self.rand = g_rand_new_with_seed (n_goals + n_parties + n_tasks);
  self.parties = g_new0 (SlId, n_parties);
  self.goals = g_new0 (SlId, n_goals);
  self.kpis = g_new0 (SlId, n_goals);
  self.tasks = g_new0 (SlId, n_tasks);
  sl_id_seed (1);
  add (&self, SL_KIND_PROJECT, SL_PROJECT_TITLE, TEXT ("Large"), SL_PROJECT_START,
       INT (TODAY - 200), -1);
  add_parties (&self);
  add_goals (&self);
  add_opinions (&self);
  add_measures (&self);
  add_work (&self);
  for (guint i = 0; i < N_REVIEWS; i++)
    add (&self, SL_KIND_REVIEW, SL_REVIEW_TITLE, name ("Review", i), SL_REVIEW_DAY,
         INT (TODAY - 30 * (i + 1)), -1);
  g_free (self.parties);
  g_free (self.goals);
  g_free (self.kpis);
  g_free (self.tasks);
  g_rand_free (self.rand);
  return self.store;
}
