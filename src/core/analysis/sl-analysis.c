/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Runs all rules, takes out what people muted or accepted, charges the rest to the index and puts
 * it in order. */

#include "config.h"

#include "analysis/sl-analysis.h"

#include "analysis/sl-forecasts.h"
#include "analysis/sl-priorities.h"
#include "analysis/sl-rule-crew.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What people said about findings and rules. */
typedef struct
{
  GHashTable *accepted; /* key -> row of the judgement + 1 */
  GHashTable *muted;    /* id of a rule, as a set */
} Judgements;

static void
read_judgements (Judgements *self, const SlFacts *facts)
{
  const SlTable *table = sl_snapshot_table (facts->plan, SL_KIND_JUDGEMENT);

  self->accepted = g_hash_table_new (g_str_hash, g_str_equal);
  self->muted = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      const char *key = sl_table_text (table, row, SL_JUDGEMENT_KEY);
      gint64 expiry = sl_table_int (table, row, SL_JUDGEMENT_EXPIRY);

      if (key == NULL || (expiry != SL_INT_NULL && expiry < facts->today))
        continue;
      if (sl_table_int (table, row, SL_JUDGEMENT_TYPE) == SL_JUDGEMENT_MUTED)
        g_hash_table_add (self->muted, (gpointer)key);
      else
        g_hash_table_insert (self->accepted, (gpointer)key, GUINT_TO_POINTER (row + 1));
    }
}

static void
clear_judgements (Judgements *self)
{
  g_hash_table_unref (self->accepted);
  g_hash_table_unref (self->muted);
}

gboolean
sl_rule_is_muted (const SlRule *rule, const SlFacts *facts)
{
  Judgements judgements;
  gboolean muted;

  read_judgements (&judgements, facts);
  muted = g_hash_table_contains (judgements.muted, rule->id);
  clear_judgements (&judgements);
  return muted;
}

/* Judgements on rules that there are no more are kept, but mean nothing. */
static guint
count_muted (const Judgements *self)
{
  guint n = 0;

  for (const SlRule *const *rule = sl_rule_all (); *rule != NULL; rule++)
    n += g_hash_table_contains (self->muted, (*rule)->id);
  return n;
}

static void
accept_findings (SlAnalysis *self, const Judgements *judgements)
{
  const SlTable *table = sl_snapshot_table (self->facts->plan, SL_KIND_JUDGEMENT);

  for (guint i = 0; i < self->findings->len; i++)
    {
      SlFinding *finding = self->findings->pdata[i];
      guint row = GPOINTER_TO_UINT (g_hash_table_lookup (judgements->accepted, finding->key));

      if (row == 0)
        continue;
      finding->accepted = TRUE;
      finding->accepted_why = g_strdup (sl_table_text (table, row - 1, SL_JUDGEMENT_REASON));
    }
}

/* --- Open since --- */

static int
compare_reviews (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlTable *table = data;
  gint64 x = sl_table_int (table, *(const guint *)a, SL_REVIEW_DAY);
  gint64 y = sl_table_int (table, *(const guint *)b, SL_REVIEW_DAY);

  return (x < y) - (x > y);
}

/* The findings that a review knew, one key a line, as a set. */
static GHashTable *
known_findings (const SlTable *table, guint row)
{
  const char *text = sl_table_text (table, row, SL_REVIEW_FINDINGS);
  g_auto (GStrv) keys = g_strsplit (text != NULL ? text : "", "\n", -1);
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (char **key = keys; *key != NULL; key++)
    g_hash_table_add (known, g_steal_pointer (key));
  return known;
}

/* Goes back from the last review for as long as each of them knew the finding. */
static void
date_findings (SlAnalysis *self)
{
  const SlTable *table = sl_snapshot_table (self->facts->plan, SL_KIND_REVIEW);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    if (sl_table_is_set (table, row, SL_REVIEW_FINDINGS)
        && sl_table_is_set (table, row, SL_REVIEW_DAY)
        && sl_table_int (table, row, SL_REVIEW_DAY) <= self->facts->today)
      g_array_append_val (rows, row);
  g_array_sort_with_data (rows, compare_reviews, (gpointer)table);
  for (guint i = 0; i < rows->len; i++)
    {
      guint row = g_array_index (rows, guint, i);
      g_autoptr (GHashTable) known = known_findings (table, row);

      for (guint k = 0; k < self->findings->len; k++)
        {
          SlFinding *finding = self->findings->pdata[k];

          if (finding->n_reviews != i || !g_hash_table_contains (known, finding->key))
            continue;
          finding->n_reviews++;
          finding->since = sl_table_int (table, row, SL_REVIEW_DAY);
        }
    }
}

/* --- The index --- */

static void
collect_touches (const SlFinding *finding, guint number, const SlIndexItems *items, GArray *touches)
{
  for (guint i = 0; i < finding->touches->len; i++)
    {
      const SlTouch *touch = &g_array_index (finding->touches, SlTouch, i);
      int item = sl_index_items_find (items, touch->sub, touch->key, touch->key2);
      SlIndexTouch out = { number, (guint)item, finding->accepted ? 0.0 : touch->severity };

      if (item >= 0)
        g_array_append_val (touches, out);
    }
}

static void
charge_findings (SlAnalysis *self, const SlIndexItems *items)
{
  g_autoptr (GArray) touches = g_array_new (FALSE, FALSE, sizeof (SlIndexTouch));
  g_autofree SlVeto *vetoes = g_new0 (SlVeto, self->findings->len + 1);
  SlIndexInput input = { .n_findings = self->findings->len, .vetoes = vetoes };

  for (guint i = 0; i < self->findings->len; i++)
    {
      const SlFinding *finding = self->findings->pdata[i];

      vetoes[i] = finding->accepted ? SL_VETO_NONE : finding->veto;
      collect_touches (finding, i, items, touches);
    }
  input.items = sl_index_items_get (items, &input.n_items);
  input.touches = (const SlIndexTouch *)(gpointer)touches->data;
  input.n_touches = touches->len;
  self->index = sl_alignment_index_new (&input);
  for (guint i = 0; i < self->findings->len; i++)
    {
      SlFinding *finding = self->findings->pdata[i];

      finding->points = self->index->points[i];
      memcpy (finding->parts, self->index->parts[i], sizeof finding->parts);
      finding->gain = self->index->gains[i];
      finding->veto = self->index->vetoes[i];
    }
}

static void
count_slipping (const SlFacts *facts, SlDeliveryInput *input)
{
  g_autoptr (GArray) forecasts = sl_forecasts_new (facts);

  input->n_milestones = forecasts->len;
  for (guint i = 0; i < forecasts->len; i++)
    input->n_slipping
        += g_array_index (forecasts, SlForecast, i).trend.class == SL_MILESTONE_SLIPPING;
}

static void
measure_delivery (SlAnalysis *self)
{
  const SlFacts *facts = self->facts;
  g_autoptr (GArray) goals = g_array_new (FALSE, FALSE, sizeof (SlDeliveryGoal));
  SlDeliveryInput input = { 0 };

  for (guint i = 0; i < facts->n_goals; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];
      const SlGoalState *state = sl_goal_progress_get (facts->progress, goal->id);
      SlDeliveryGoal out = { goal->share, state->progress, state->pace.expected,
                             state->source != SL_PROGRESS_NONE };

      if (goal->active)
        g_array_append_val (goals, out);
    }
  input.goals = (const SlDeliveryGoal *)(gpointer)goals->data;
  input.n_goals = goals->len;
  count_slipping (facts, &input);
  sl_delivery_index (&input, &self->delivery);
}

/* --- Order --- */

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  const SlFinding *x = *(SlFinding *const *)a, *y = *(SlFinding *const *)b;

  if (x->accepted != y->accepted)
    return x->accepted ? 1 : -1;
  if (x->points != y->points)
    return x->points < y->points ? 1 : -1;
  if (x->severity != y->severity)
    return x->severity < y->severity ? 1 : -1;
  return strcmp (x->key, y->key);
}

static SlAnalysis *
analyse (SlSnapshot *plan, gint64 today, gboolean whole_titles, GCancellable *cancellable)
{
  g_autoptr (SlAnalysis) self = g_atomic_rc_box_new0 (SlAnalysis);
  g_autoptr (SlIndexItems) items = NULL;
  Judgements judgements;
  gboolean done;

  self->facts = sl_facts_new (plan, today);
  self->facts->whole_titles = whole_titles;
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify)sl_finding_free);
  read_judgements (&judgements, self->facts);
  done = sl_rule_crew_run (self->facts, judgements.muted, cancellable, self->findings, &items);
  self->n_muted = count_muted (&judgements);
  if (done)
    accept_findings (self, &judgements);
  clear_judgements (&judgements);
  if (!done)
    return NULL;
  date_findings (self);
  charge_findings (self, items);
  self->concordance = self->facts->agreement->concordance;
  measure_delivery (self);
  g_ptr_array_sort (self->findings, compare_findings);
  return g_steal_pointer (&self);
}

SlAnalysis *
sl_analysis_new (SlSnapshot *plan, gint64 today, GCancellable *cancellable)
{
  return analyse (plan, today, FALSE, cancellable);
}

SlAnalysis *
sl_analysis_new_for_paper (SlSnapshot *plan, gint64 today, GCancellable *cancellable)
{
  return analyse (plan, today, TRUE, cancellable);
}

SlAnalysis *
sl_analysis_ref (SlAnalysis *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
analysis_clear (gpointer data)
{
  SlAnalysis *self = data;

  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_clear_pointer (&self->index, sl_alignment_index_free);
  g_clear_pointer (&self->facts, sl_facts_free);
}

void
sl_analysis_unref (SlAnalysis *self)
{
  g_atomic_rc_box_release_full (self, analysis_clear);
}

const SlFinding *
sl_analysis_find (const SlAnalysis *self, const char *key)
{
  for (guint i = 0; i < self->findings->len; i++)
    {
      const SlFinding *finding = self->findings->pdata[i];

      if (strcmp (finding->key, key) == 0)
        return finding;
    }
  return NULL;
}

guint
sl_analysis_count (const SlAnalysis *self, SlSeverityWord at_least)
{
  guint n = 0;

  for (guint i = 0; i < self->findings->len; i++)
    {
      const SlFinding *finding = self->findings->pdata[i];

      n += !finding->accepted && sl_severity_word (finding->severity) >= at_least;
    }
  return n;
}
