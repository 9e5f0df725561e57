/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Collects what is known of each goal: owner, measure, work, pace, path to strategy, conflicts and
 * dates. It judges nothing. Source of what counts: METHODS section 15.1. */

#include "config.h"

#include "analysis/rules/sl-rules-smart.h"

#include "analysis/rules/sl-rules-overload.h"
#include "analysis/sl-analysis.h"

#include <math.h>

/* How many of the last periods the best pace is of. */
#define PERIODS 4u

static double
day_or_nan (gint64 day)
{
  return day == SL_INT_NULL ? NAN : (double)day;
}

/* --- Work and people --- */

/* What is being read. */
typedef struct
{
  const SlFacts *facts;
  SlSmartGoal *goals;
} Reader;

static void
note_overload (guint party, guint task, gpointer data)
{
  Reader *self = data;
  int goal = self->facts->tasks[task].goal;

  if (goal >= 0)
    self->goals[goal].facts.overbooked = TRUE;
}

static void
read_overbooked (const SlFacts *facts, SlSmartGoal *goals)
{
  Reader self = { facts, goals };

  sl_overload_each (facts, note_overload, &self);
}

/* Work for a goal is work for all that it serves. */
static void
note_effort (const SlFacts *facts, SlSmartGoal *goals, int goal)
{
  for (; goal >= 0 && !goals[goal].facts.has_effort; goal = facts->goals[goal].parent)
    goals[goal].facts.has_effort = TRUE;
}

static void
read_effort (const SlFacts *facts, SlSmartGoal *goals)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_ALLOCATION);

  for (guint i = 0; i < facts->n_tasks; i++)
    if (facts->tasks[i].effort > 0.0)
      note_effort (facts, goals, facts->tasks[i].goal);
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      int task = sl_facts_task (facts, sl_table_ref (table, row, SL_ALLOCATION_TASK));

      if (task >= 0)
        note_effort (facts, goals, facts->tasks[task].goal);
    }
}

/* --- KPIs --- */

static gboolean
is_complete (const SlTable *kpis, guint row)
{
  gboolean has_target = sl_table_int (kpis, row, SL_KPI_DIRECTION) == SL_KPI_KEEP
                            ? sl_table_is_set (kpis, row, SL_KPI_LOW)
                                  || sl_table_is_set (kpis, row, SL_KPI_HIGH)
                                  || sl_table_is_set (kpis, row, SL_KPI_TARGET)
                            : sl_table_is_set (kpis, row, SL_KPI_BASELINE)
                                  && sl_table_is_set (kpis, row, SL_KPI_TARGET);

  return has_target && sl_table_is_set (kpis, row, SL_KPI_UNIT);
}

/* The best pace of the last periods towards the target; NAN: no history. Unit: a day. */
static double
best_pace (const SlKpiSeries *series, double direction)
{
  double best = NAN;
  guint first = series->n > PERIODS ? series->n - PERIODS : 1;

  for (guint i = first; i < series->n; i++)
    {
      double days = series->days[i] - series->days[i - 1];
      double pace = direction * (series->values[i] - series->values[i - 1]) / days;

      if (days > 0.0 && !(pace <= best))
        best = pace;
    }
  return best;
}

/* Of several KPIs the pace of that which asks the most counts. */
static void
read_pace (const SlFacts *facts, SlSmartGoal *goal, guint row, const SlKpiSeries *series)
{
  const SlTable *kpis = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  double target = sl_table_real (kpis, row, SL_KPI_TARGET);
  gint64 until = sl_table_int (kpis, row, SL_KPI_TARGET_DAY);
  double direction, left, required, best;

  if (series->n < 2 || isnan (target) || until == SL_INT_NULL || until <= facts->today
      || sl_table_int (kpis, row, SL_KPI_DIRECTION) == SL_KPI_KEEP)
    return;
  direction = target >= series->values[0] ? 1.0 : -1.0;
  left = direction * (target - series->values[series->n - 1]);
  required = left / (double)(until - facts->today);
  best = best_pace (series, direction);
  if (isnan (best)
      || (goal->pace_kpi >= 0
          && required - SL_SMART_PACE_LIMIT * best
                 <= goal->facts.required_pace - SL_SMART_PACE_LIMIT * goal->facts.best_pace))
    return;
  goal->pace_kpi = (int)row;
  goal->facts.required_pace = required;
  goal->facts.best_pace = best;
  goal->pace_day = best > 0.0
                       ? facts->today + (gint64)ceil (left / (SL_SMART_PACE_LIMIT * best)) + 1
                       : SL_INT_NULL;
}

static void
read_kpis (const SlFacts *facts, SlSmartGoal *goals)
{
  const SlTable *kpis = sl_snapshot_table (facts->plan, SL_KIND_KPI);
  SlKpiSeries *series = sl_kpi_series_new (facts->plan, facts->today);

  for (guint row = 0; row < sl_table_n_rows (kpis); row++)
    {
      int goal = sl_kpi_goal (facts, row);

      if (goal < 0)
        continue;
      goals[goal].facts.has_kpi |= is_complete (kpis, row);
      read_pace (facts, &goals[goal], row, &series[row]);
    }
  sl_kpi_series_free (series);
}

/* --- Conflicts --- */

static void
note_conflict (const SlFacts *facts, SlSmartGoal *goals, const SlFinding *finding)
{
  for (guint i = 0; i < finding->touches->len; i++)
    {
      const SlTouch *touch = &g_array_index (finding->touches, SlTouch, i);
      int goal = sl_facts_goal (facts, touch->key);

      if (goal >= 0 && touch->sub == SL_SUB_A1)
        goals[goal].facts.worst_conflict = MAX (goals[goal].facts.worst_conflict, touch->severity);
    }
}

/* Calls @func for what the rules on conflicts find. */
static void
each_conflict (const SlFacts *facts, void (*func) (const SlFinding *finding, gpointer data),
               gpointer data)
{
  for (const SlRule *const *rule = sl_rule_all (); *rule != NULL; rule++)
    {
      g_autoptr (GPtrArray) findings = NULL;

      if (!g_str_has_prefix ((*rule)->id, "CON-"))
        continue;
      findings = sl_rule_run (*rule, facts);
      g_ptr_array_foreach (findings, (GFunc)func, data);
    }
}

static void
read_conflict (const SlFinding *finding, gpointer data)
{
  Reader *self = data;

  note_conflict (self->facts, self->goals, finding);
}

static void
read_conflicts (const SlFacts *facts, SlSmartGoal *goals)
{
  Reader self = { facts, goals };

  each_conflict (facts, read_conflict, &self);
}

static void
read_goals (const SlFacts *facts, SlSmartGoal *out)
{
  const SlTable *goals = sl_snapshot_table (facts->plan, SL_KIND_GOAL);
  const SlTable *projects = sl_snapshot_table (facts->plan, SL_KIND_PROJECT);
  static const SlSmartFacts nothing = SL_SMART_FACTS_INIT;

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];

      out[i] = (SlSmartGoal){ nothing, -1, SL_INT_NULL };
      out[i].facts.n_owners = goal->owner >= 0;
      out[i].facts.has_sight = goal->objective || goal->distance >= 0;
      out[i].facts.start_day = day_or_nan (sl_table_int (goals, goal->row, SL_GOAL_START));
      out[i].facts.due_day = day_or_nan (sl_table_int (goals, goal->row, SL_GOAL_DUE));
      out[i].facts.horizon_start = day_or_nan (sl_table_int (projects, 0, SL_PROJECT_START));
    }
}

static gpointer
make_goals (const SlFacts *facts)
{
  SlSmartGoal *goals = g_new0 (SlSmartGoal, facts->n_goals + 1);

  read_goals (facts, goals);
  read_effort (facts, goals);
  read_overbooked (facts, goals);
  read_kpis (facts, goals);
  read_conflicts (facts, goals);
  return goals;
}

const SlSmartGoal *
sl_smart_goals (const SlFacts *facts)
{
  static const SlFactsShare share = { make_goals, g_free };

  return sl_facts_share (facts, &share);
}

/* --- What others propose --- */

/* What is being collected for a goal. */
typedef struct
{
  const SlFacts *facts;
  int goal;
  GHashTable *parties; /* ids of those who have no time for it */
  GPtrArray *remedies; /* GVariant */
} Collector;

/* The first remedy with steps of @finding, once. */
static void
note_remedy (Collector *self, const SlFinding *finding)
{
  const GArray *remedies = sl_finding_told (finding)->remedies;

  for (guint i = 0; i < remedies->len; i++)
    {
      GVariant *steps = g_array_index (remedies, SlRemedy, i).steps;

      if (steps == NULL)
        continue;
      if (!g_ptr_array_find_with_equal_func (self->remedies, steps, g_variant_equal, NULL))
        g_ptr_array_add (self->remedies, g_variant_ref (steps));
      return;
    }
}

static void
note_party (guint party, guint task, gpointer data)
{
  Collector *self = data;

  if (self->facts->tasks[task].goal == self->goal)
    g_hash_table_add (self->parties, &self->facts->parties[party].id);
}

GPtrArray *
sl_smart_relief (const SlFacts *facts, guint goal)
{
  g_autoptr (GHashTable) parties = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GPtrArray) findings = sl_rule_run (sl_rule_by_id ("RES-04"), facts);
  Collector self = { facts, (int)goal, parties, NULL };

  self.remedies = g_ptr_array_new_with_free_func ((GDestroyNotify)g_variant_unref);
  sl_overload_each (facts, note_party, &self);
  for (guint i = 0; i < findings->len; i++)
    {
      SlId party = sl_finding_subject (findings->pdata[i]);

      if (g_hash_table_contains (parties, &party))
        note_remedy (&self, findings->pdata[i]);
    }
  return self.remedies;
}

static void
settle (const SlFinding *finding, gpointer data)
{
  Collector *self = data;

  for (guint i = 0; i < finding->touches->len; i++)
    {
      const SlTouch *touch = &g_array_index (finding->touches, SlTouch, i);

      if (touch->sub == SL_SUB_A1 && touch->severity >= SL_SMART_CONFLICT_LIMIT
          && touch->key == self->facts->goals[self->goal].id)
        note_remedy (self, finding);
    }
}

GPtrArray *
sl_smart_settle (const SlFacts *facts, guint goal)
{
  Collector self = { facts, (int)goal, NULL, NULL };

  self.remedies = g_ptr_array_new_with_free_func ((GDestroyNotify)g_variant_unref);
  each_conflict (facts, settle, &self);
  return self.remedies;
}
