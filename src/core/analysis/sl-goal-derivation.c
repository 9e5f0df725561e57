/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Explains the progress of a goal: the terms that add up to it, what was not counted and why, and
 * both in words. It computes nothing that sl-goal-state.c did not compute. */

#include "config.h"

#include "analysis/sl-goal-progress-private.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static SlProgressDerivation *
derivation_new (void)
{
  SlProgressDerivation *self = g_new0 (SlProgressDerivation, 1);
  self->terms = g_array_new (FALSE, FALSE, sizeof (SlProgressTerm));
  self->not_counted = g_array_new (FALSE, FALSE, sizeof (SlNotCounted));
  return self;
}

void
sl_progress_derivation_free (SlProgressDerivation *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->terms);
  g_array_unref (self->not_counted);
  g_free (self);
}

static void
add_not_counted (SlProgressDerivation *self, SlId id, SlNotCountedReason reason)
{
  SlNotCounted not_counted = { id, reason };
  g_array_append_val (self->not_counted, not_counted);
}

/* Larger shares first, then by id, so that the order never depends on rows. */
static int
compare_terms (const void *a, const void *b)
{
  const SlProgressTerm *x = a, *y = b;
  if (x->share != y->share)
    return x->share < y->share ? 1 : -1;
  return (x->id > y->id) - (x->id < y->id);
}

/* Why a KPI has no score. */
static SlNotCountedReason
reason_of_kpi (const SlKpiScore *kpi)
{
  return isnan (kpi->current) ? SL_NOT_COUNTED_NO_DATA : SL_NOT_COUNTED_NO_BASELINE;
}

/* KPIs of @goal, as terms where they count. */
static void
derive_kpis (const SlGoalProgress *progress, SlId goal, gboolean count, SlProgressDerivation *self)
{
  const SlTable *kpis = sl_snapshot_table (progress->plan, SL_KIND_KPI);
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (SlRollupNode));
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (SlRollupEdge));
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));
  SlRollupNode root = { NAN, NAN };
  g_array_append_val (nodes, root);
  for (guint row = 0; row < sl_table_n_rows (kpis); row++)
    {
      if (sl_table_ref (kpis, row, SL_KPI_GOAL) != goal)
        continue;
      double score = progress->kpis[row].score;
      if (!count || isnan (score))
        {
          add_not_counted (self, sl_table_id (kpis, row),
                           isnan (score) ? reason_of_kpi (&progress->kpis[row])
                                         : SL_NOT_COUNTED_OVERRIDDEN);
          continue;
        }
      SlRollupNode node = { score, sl_table_real (kpis, row, SL_KPI_WEIGHT) };
      SlRollupEdge edge = { 0, nodes->len, NAN };
      g_array_append_val (nodes, node);
      g_array_append_val (edges, edge);
      g_array_append_val (rows, row);
    }
  g_autofree SlRollupResult *results = g_new (SlRollupResult, nodes->len);
  g_autofree double *weights = g_new (double, nodes->len);
  sl_rollup ((const SlRollupNode *)(gpointer)nodes->data, nodes->len,
             (const SlRollupEdge *)(gpointer)edges->data, edges->len, results, weights);
  for (guint i = 0; i < rows->len; i++)
    {
      SlProgressTerm term = { sl_table_id (kpis, g_array_index (rows, guint, i)),
                              g_array_index (nodes, SlRollupNode, i + 1).own, weights[i], 0, 0 };
      g_array_append_val (self->terms, term);
    }
}

/* Goals that are part of @row but parked or dropped: they have no edge. */
static void
derive_closed_parts (const SlGoalProgress *progress, SlId goal, SlProgressDerivation *self)
{
  const SlTable *goals = sl_snapshot_table (progress->plan, SL_KIND_GOAL);
  const SlTable *further = sl_snapshot_table (progress->plan, SL_KIND_GOAL_PARENT);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SlId));
  guint n_children, row;
  const SlId *children = sl_snapshot_children (progress->plan, SL_KIND_GOAL, goal, &n_children);
  g_array_append_vals (parts, children, n_children);
  for (guint i = 0; i < sl_table_n_rows (further); i++)
    if (sl_table_ref (further, i, SL_GOAL_PARENT_PARENT) == goal)
      {
        SlId part = sl_table_ref (further, i, SL_GOAL_PARENT_GOAL);
        g_array_append_val (parts, part);
      }
  for (guint i = 0; i < parts->len; i++)
    {
      SlId part = g_array_index (parts, SlId, i);
      if (!sl_table_find (goals, part, &row))
        continue;
      gint64 status = sl_table_int (goals, row, SL_GOAL_STATUS);
      if (status == SL_GOAL_PARKED)
        add_not_counted (self, part, SL_NOT_COUNTED_PARKED);
      else if (status == SL_GOAL_DROPPED)
        add_not_counted (self, part, SL_NOT_COUNTED_DROPPED);
    }
}

static void
derive_part (const SlGoalProgress *progress, guint edge, double with_data,
             SlProgressDerivation *self)
{
  const SlTable *goals = sl_snapshot_table (progress->plan, SL_KIND_GOAL);
  guint n_goals = sl_table_n_rows (goals);
  guint child = g_array_index (progress->edges, SlRollupEdge, edge).child;
  SlProgressTerm term
      = { SL_ID_NONE, progress->scores[child], progress->weights[edge] / with_data, 0, 0 };
  if (child < n_goals)
    term.id = sl_table_id (goals, child);
  else
    {
      const SlItemSum *work = &g_array_index (progress->work, SlItemSum, child - n_goals);
      term.n_items = work->n_items;
      term.n_done = work->n_done;
    }
  g_array_append_val (self->terms, term);
}

/* Goals, tasks and milestones that serve the goal in @row, as terms where they count. */
static void
derive_parts (const SlGoalProgress *progress, guint row, gboolean count, SlProgressDerivation *self)
{
  const SlTable *goals = sl_snapshot_table (progress->plan, SL_KIND_GOAL);
  guint n_goals = sl_table_n_rows (goals);
  double with_data = 1.0 - progress->goals[row].without_data;
  for (guint i = 0; i < progress->edges->len; i++)
    {
      const SlRollupEdge *edge = &g_array_index (progress->edges, SlRollupEdge, i);
      if (edge->parent != row)
        continue;
      SlId id = edge->child < n_goals ? sl_table_id (goals, edge->child) : SL_ID_NONE;
      if (isnan (progress->scores[edge->child]))
        add_not_counted (self, id, SL_NOT_COUNTED_NO_DATA);
      else if (!count)
        add_not_counted (self, id, SL_NOT_COUNTED_OVERRIDDEN);
      else if (progress->goals[row].in_cycle)
        add_not_counted (self, id, SL_NOT_COUNTED_CYCLE);
      else
        derive_part (progress, i, with_data, self);
    }
  derive_closed_parts (progress, sl_table_id (goals, row), self);
}

SlProgressDerivation *
sl_goal_progress_derive (const SlGoalProgress *self, SlId goal)
{
  SlProgressDerivation *derivation = derivation_new ();
  guint row;
  if (!sl_table_find (sl_snapshot_table (self->plan, SL_KIND_GOAL), goal, &row))
    return derivation;
  SlProgressSource source = self->goals[row].source;
  if (source == SL_PROGRESS_OWN || source == SL_PROGRESS_CLOSED)
    {
      SlProgressTerm own = { goal, self->goals[row].progress, 1.0, 0, 0 };
      g_array_append_val (derivation->terms, own);
    }
  derive_kpis (self, goal, source == SL_PROGRESS_KPI, derivation);
  derive_parts (self, row, source == SL_PROGRESS_PARTS || source == SL_PROGRESS_NONE, derivation);
  g_array_sort (derivation->terms, compare_terms);
  return derivation;
}

const char *
sl_not_counted_title (SlNotCountedReason reason)
{
  switch (reason)
    {
    case SL_NOT_COUNTED_NO_DATA:
      return _ ("no data");
    case SL_NOT_COUNTED_NO_BASELINE:
      return _ ("no way from baseline to target");
    case SL_NOT_COUNTED_PARKED:
      return _ ("parked");
    case SL_NOT_COUNTED_DROPPED:
      return _ ("dropped");
    case SL_NOT_COUNTED_CYCLE:
      return _ ("part of itself");
    case SL_NOT_COUNTED_OVERRIDDEN:
      return _ ("the goal has a number of its own");
    }
  g_return_val_if_reached ("");
}

/* Adds "“Cut delivery time”: 60 %, counts 50 %". */
static void
say_term (const SlGoalProgress *self, const SlProgressTerm *term, GString *text)
{
  g_autofree char *score = sl_format_percent (term->score, 0);
  g_autofree char *share = sl_format_percent (term->share, 0);
  g_string_append_c (text, '\n');
  if (term->id == SL_ID_NONE)
    {
      g_string_append_printf (
          text,
          /* Translators: done, all, progress, weight */
          g_dngettext (GETTEXT_PACKAGE, "%u of %u task or milestone done: %s, counts %s",
                       "%u of %u tasks and milestones done: %s, counts %s", term->n_items),
          term->n_done, term->n_items, score, share);
      return;
    }
  /* Translators: title, progress, weight */
  g_string_append_printf (text, _ ("“%s”: %s, counts %s"), sl_snapshot_title (self->plan, term->id),
                          score, share);
}

static void
say_not_counted (const SlGoalProgress *self, const SlNotCounted *item, GString *text)
{
  const char *title = item->id != SL_ID_NONE ? sl_snapshot_title (self->plan, item->id)
                                             : _ ("tasks and milestones");
  g_string_append_c (text, '\n');
  /* Translators: title, reason */
  g_string_append_printf (text, _ ("Not counted: “%s” (%s)"), title,
                          sl_not_counted_title (item->reason));
}

char *
sl_goal_progress_explain (const SlGoalProgress *self, SlId goal)
{
  const SlGoalState *state = sl_goal_progress_get (self, goal);
  if (state == NULL)
    return g_strdup ("");
  g_autoptr (SlProgressDerivation) derivation = sl_goal_progress_derive (self, goal);
  g_autofree char *progress
      = isnan (state->progress) ? NULL : sl_format_percent (state->progress, 0);
  GString *text = g_string_new (NULL);
  switch (state->source)
    {
    case SL_PROGRESS_NONE:
      g_string_append (text, _ ("No data: nobody has said how far it is"));
      break;
    case SL_PROGRESS_CLOSED:
      g_string_append_printf (text, _ ("%s, because it has the status done"), progress);
      break;
    case SL_PROGRESS_OWN:
      g_string_append_printf (text, _ ("%s, as entered for this goal"), progress);
      break;
    case SL_PROGRESS_KPI:
    case SL_PROGRESS_PARTS:
      g_string_append_printf (text, _ ("%s, because"), progress);
      for (guint i = 0; i < derivation->terms->len; i++)
        say_term (self, &g_array_index (derivation->terms, SlProgressTerm, i), text);
      break;
    }
  for (guint i = 0; i < derivation->not_counted->len; i++)
    say_not_counted (self, &g_array_index (derivation->not_counted, SlNotCounted, i), text);
  return g_string_free (text, FALSE);
}
