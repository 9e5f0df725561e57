/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Makes a goal graph of a plan and keeps its evaluation. The nodes are the goals by their index,
 * then one node for the own work of each goal without parts, or one for each of its measured KPIs.
 */

#include "config.h"

#include "analysis/sl-satisfaction.h"

#include "methods/sl-grl-indicator.h"

#include <math.h>

struct _SlSatisfaction
{
  guint n_goals;
  GArray *nodes; /* SlGrlNode */
  GArray *kpis;  /* SlId of each node behind the goals, or SL_ID_NONE */
  GArray *links; /* SlGrlLink */
  GArray *facts; /* int: index of the help or hurt that each link is, or -1 */
  gboolean *active;
  SlGrlModel model;
  SlGrl *result;
  SlGrl *known; /* the same graph with only what is entered */
};

/* --- The graph --- */

static void
add_link (SlSatisfaction *self, SlGrlLinkType type, guint from, guint to, double weight, int fact)
{
  SlGrlLink link = { type, from, to, weight };

  g_array_append_val (self->links, link);
  g_array_append_val (self->facts, fact);
}

static void
add_part (SlSatisfaction *self, guint goal, double given, SlId kpi)
{
  SlGrlNode node = { SL_REFINEMENT_AND, given };

  add_link (self, SL_GRL_PART, self->nodes->len, goal, 0.0, -1);
  g_array_append_val (self->nodes, node);
  g_array_append_val (self->kpis, kpi);
}

static void
add_goals (SlSatisfaction *self, const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_GOAL);

  for (guint i = 0; i < facts->n_goals; i++)
    {
      gint64 refinement = sl_table_int (table, facts->goals[i].row, SL_GOAL_REFINEMENT);
      SlGrlNode node = { (SlRefinement)refinement, NAN };

      g_array_append_val (self->nodes, node);
      self->active[i] = facts->goals[i].active;
    }
}

/* Marks what has parts: "p" that are active, "d" that are done. */
static void
add_decomposition (SlSatisfaction *self, const SlFacts *facts, gboolean *has_parts,
                   gboolean *has_done)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_GOAL_PARENT);
  guint n_further = sl_table_n_rows (table);

  for (guint i = 0; i < facts->n_goals + n_further; i++)
    {
      gboolean further = i >= facts->n_goals;
      guint row = further ? i - facts->n_goals : 0;
      int part = further ? sl_facts_goal (facts, sl_table_ref (table, row, SL_GOAL_PARENT_GOAL))
                         : (int)i;
      int whole = further ? sl_facts_goal (facts, sl_table_ref (table, row, SL_GOAL_PARENT_PARENT))
                          : facts->goals[i].parent;

      if (part < 0 || whole < 0 || !self->active[whole])
        continue;
      has_done[whole] |= facts->goals[part].status == SL_GOAL_DONE;
      if (!self->active[part])
        continue;
      has_parts[whole] = TRUE;
      add_link (self, SL_GRL_PART, (guint)part, (guint)whole, 0.0, -1);
    }
}

double
sl_satisfaction_link_weight (const SlFacts *facts, const SlFactLink *link)
{
  double probability = sl_table_real (sl_snapshot_table (facts->plan, SL_KIND_GOAL_LINK), link->row,
                                      SL_GOAL_LINK_PROBABILITY);

  return isnan (probability) ? link->strength : link->strength * probability;
}

static void
add_contributions (SlSatisfaction *self, const SlFacts *facts, gboolean *has_links)
{
  for (guint i = 0; i < facts->n_links; i++)
    {
      const SlFactLink *link = &facts->links[i];

      if (!self->active[link->source] || !self->active[link->target])
        continue;
      has_links[link->target] = TRUE;
      add_link (self, SL_GRL_CONTRIBUTION, (guint)link->source, (guint)link->target,
                sl_satisfaction_link_weight (facts, link), (int)i);
    }
}

/* Gives goals without parts what their KPIs say. */
static void
add_measures (SlSatisfaction *self, const SlFacts *facts, const gboolean *has_parts,
              gboolean *measured)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_KPI);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      int goal = sl_facts_goal (facts, sl_table_ref (table, row, SL_KPI_GOAL));
      SlGrlIndicator indicator = { sl_table_real (table, row, SL_KPI_TARGET),
                                   sl_table_real (table, row, SL_KPI_THRESHOLD),
                                   sl_table_real (table, row, SL_KPI_WORST) };
      SlId id = sl_table_id (table, row);
      double value = NAN, worth;

      if (goal < 0 || !self->active[goal] || has_parts[goal])
        continue;
      sl_goal_progress_get_kpi (facts->progress, id, &value);
      worth = sl_grl_indicator_satisfaction (&indicator, value);
      if (isnan (worth))
        continue;
      add_part (self, (guint)goal, worth, id);
      measured[goal] = TRUE;
    }
}

/* The own work of a goal without parts succeeds; what only others help or hurt has none. */
static void
add_work (SlSatisfaction *self, const SlFacts *facts)
{
  guint n = facts->n_goals;
  g_autofree gboolean *has_parts = g_new0 (gboolean, n + 1);
  g_autofree gboolean *has_done = g_new0 (gboolean, n + 1);
  g_autofree gboolean *has_links = g_new0 (gboolean, n + 1);
  g_autofree gboolean *measured = g_new0 (gboolean, n + 1);

  add_decomposition (self, facts, has_parts, has_done);
  add_contributions (self, facts, has_links);
  add_measures (self, facts, has_parts, measured);
  for (guint i = 0; i < n; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];
      gboolean works = goal->n_tasks > 0 || goal->n_kpis > 0 || has_done[i] || !has_links[i];

      if (!goal->active || has_parts[i])
        continue;
      g_array_index (self->nodes, SlGrlNode, i).refinement = SL_REFINEMENT_AND;
      if (works && !measured[i])
        add_part (self, i, SL_GRL_MAX, SL_ID_NONE);
    }
}

/* Own work is known as far as somebody said how far it is. */
static void
evaluate_known (SlSatisfaction *self, const SlFacts *facts)
{
  g_autofree SlGrlNode *nodes = g_memdup2 (self->nodes->data, self->nodes->len * sizeof *nodes);
  SlGrlModel model = self->model;

  for (guint i = 0; i < self->links->len; i++)
    {
      const SlGrlLink *link = &g_array_index (self->links, SlGrlLink, i);
      const SlGoalState *state;

      if (link->from < self->n_goals
          || g_array_index (self->kpis, SlId, link->from - self->n_goals) != SL_ID_NONE)
        continue;
      state = sl_goal_progress_get (facts->progress, facts->goals[link->to].id);
      if (state->source == SL_PROGRESS_NONE)
        nodes[link->from].given = NAN;
    }
  model.nodes = nodes;
  self->known = sl_grl_evaluate (&model);
}

SlSatisfaction *
sl_satisfaction_new (const SlFacts *facts)
{
  SlSatisfaction *self = g_new0 (SlSatisfaction, 1);

  self->n_goals = facts->n_goals;
  self->nodes = g_array_new (FALSE, FALSE, sizeof (SlGrlNode));
  self->kpis = g_array_new (FALSE, FALSE, sizeof (SlId));
  self->links = g_array_new (FALSE, FALSE, sizeof (SlGrlLink));
  self->facts = g_array_new (FALSE, FALSE, sizeof (int));
  self->active = g_new0 (gboolean, facts->n_goals + 1);
  add_goals (self, facts);
  add_work (self, facts);
  self->model = (SlGrlModel){ (const SlGrlNode *)(gpointer)self->nodes->data,
                              self->nodes->len,
                              (const SlGrlLink *)(gpointer)self->links->data,
                              self->links->len,
                              SL_GRL_MIN,
                              SL_GRL_TOLERANCE };
  self->result = sl_grl_evaluate (&self->model);
  evaluate_known (self, facts);
  return self;
}

void
sl_satisfaction_free (SlSatisfaction *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->result, sl_grl_free);
  g_clear_pointer (&self->known, sl_grl_free);
  g_array_unref (self->nodes);
  g_array_unref (self->kpis);
  g_array_unref (self->links);
  g_array_unref (self->facts);
  g_free (self->active);
  g_free (self);
}

/* --- Reading --- */

double
sl_satisfaction_get (const SlSatisfaction *self, guint goal, gboolean *known)
{
  gboolean computed;

  g_return_val_if_fail (goal < self->n_goals, NAN);
  computed = self->active[goal] && self->result->computed[goal];
  if (known != NULL)
    *known = computed && self->known->known[goal] == SL_GRL_KNOWN_FULLY;
  return computed ? self->result->values[goal] : NAN;
}

const SlCycles *
sl_satisfaction_get_cycles (const SlSatisfaction *self)
{
  return self->result->cycles;
}

GArray *
sl_satisfaction_explain (const SlSatisfaction *self, guint goal)
{
  GArray *out = g_array_new (FALSE, FALSE, sizeof (SlSatisfactionTerm));
  g_autoptr (GArray) terms = NULL;

  g_return_val_if_fail (goal < self->n_goals, out);
  if (!self->active[goal])
    return out;
  terms = sl_grl_explain (self->result, &self->model, goal);
  for (guint i = 0; i < terms->len; i++)
    {
      const SlGrlTerm *term = &g_array_index (terms, SlGrlTerm, i);
      SlSatisfactionTerm to = { term->type, -1, -1, SL_ID_NONE, term->amount };

      if (term->link >= 0)
        to.link = g_array_index (self->facts, int, term->link);
      if (term->node >= (int)self->n_goals)
        to.kpi = g_array_index (self->kpis, SlId, (guint)term->node - self->n_goals);
      else
        to.goal = term->node;
      g_array_append_val (out, to);
    }
  return out;
}
