/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Explains how far goals, tasks and KPIs are, and where goals end if everybody succeeds. */

#include "config.h"

#include "analysis/explain/sl-explanation-private.h"

#include "analysis/sl-satisfaction.h"
#include "base/sl-date-text.h"
#include "base/sl-format-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* --- Goals --- */

static const char *
progress_formula (const SlGoalState *state)
{
  switch (state->source)
    {
    case SL_PROGRESS_CLOSED:
      return _ ("The goal has the status done, so it counts as reached.");
    case SL_PROGRESS_OWN:
      return _ ("Somebody entered it for this goal; that goes before everything else.");
    case SL_PROGRESS_KPI:
      return _ ("Mean of its KPIs by their weights: each score times the share that counts.");
    case SL_PROGRESS_PARTS:
      return _ (
          "Mean of what serves it by weight: each progress times the share that counts. Goals "
          "weigh what their field says, tasks their days of work.");
    case SL_PROGRESS_NONE:
    default:
      return _ ("Nobody has said how far it is: no number of its own, no KPI with a value, no part "
                "with one.");
    }
}

static void
add_terms (SlExplanation *self, const SlFacts *facts, const SlProgressDerivation *derivation)
{
  for (guint i = 0; i < derivation->terms->len; i++)
    {
      const SlProgressTerm *term = &g_array_index (derivation->terms, SlProgressTerm, i);
      g_autofree char *score = sl_format_percent (term->score, 0);
      g_autofree char *share = sl_format_percent (term->share, 0);
      char *label = term->id != SL_ID_NONE
                        ? g_strdup (sl_facts_title (facts, term->id))
                        : g_strdup_printf (
                            g_dngettext (GETTEXT_PACKAGE, "Tasks and milestones, %u of %u done",
                                         "Tasks and milestones, %u of %u done", term->n_items),
                            term->n_done, term->n_items);

      /* Translators: progress, share of the whole: “60 %, counts 50 %” */
      sl_explanation_add (self, label, g_strdup_printf (_ ("%s, counts %s"), score, share),
                          term->score * term->share, "ratio", term->id);
    }
  for (guint i = 0; i < derivation->not_counted->len; i++)
    {
      const SlNotCounted *item = &g_array_index (derivation->not_counted, SlNotCounted, i);

      sl_explanation_leave_out (self,
                                g_strdup (item->id != SL_ID_NONE ? sl_facts_title (facts, item->id)
                                                                 : _ ("Tasks and milestones")),
                                sl_not_counted_title (item->reason), item->id);
    }
}

/* What a mean hides, and how that compares with the calendar. */
static void
note_state (SlExplanation *self, const SlFacts *facts, const SlGoalState *state)
{
  if (state->weakest != SL_ID_NONE && state->minimum < state->progress)
    {
      g_autofree char *minimum = sl_format_percent (state->minimum, 0);

      /* Translators: a part of a goal, its progress. */
      sl_explanation_note (self, g_strdup_printf (_ ("The least is “%s” with %s."),
                                                  sl_facts_title (facts, state->weakest), minimum));
    }
  if (!isnan (state->pace.expected))
    {
      g_autofree char *expected = sl_format_percent (state->pace.expected, 0);

      sl_explanation_note (
          /* Translators: share of the time. */
          self, g_strdup_printf (_ ("By the calendar %s of its time has passed."), expected));
    }
}

static char *
percent_or_none (double ratio)
{
  return isnan (ratio) ? g_strdup (_ ("no data")) : sl_format_percent (ratio, 0);
}

static SlExplanation *
explain_goal (const SlFacts *facts, SlId id)
{
  const SlGoalState *state = sl_goal_progress_get (facts->progress, id);
  g_autoptr (SlProgressDerivation) derivation = sl_goal_progress_derive (facts->progress, id);
  SlExplanation *self = sl_explanation_new (
      _ ("Progress"), sl_facts_title (facts, id), percent_or_none (state->progress),
      state->progress, g_strdup (progress_formula (state)),
      _ ("Weighted mean over a tree in which a part with two parents counts once; states after "
         "Doerr, Measure What Matters (2018)"));

  add_terms (self, facts, derivation);
  note_state (self, facts, state);
  return self;
}

/* --- Tasks --- */

static void
add_parts (SlExplanation *self, const SlFacts *facts, const SlId *parts, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      double part = NAN;

      sl_goal_progress_get_task (facts->progress, parts[i], &part);
      if (isnan (part))
        sl_explanation_leave_out (self, g_strdup (sl_facts_title (facts, parts[i])),
                                  _ ("parked, dropped or empty"), parts[i]);
      else
        sl_explanation_add (self, g_strdup (sl_facts_title (facts, parts[i])),
                            sl_format_percent (part, 0), part, "ratio", parts[i]);
    }
}

static SlExplanation *
explain_task (const SlFacts *facts, SlId id)
{
  double progress = NAN;
  guint n_tasks = 0;
  guint n_milestones = 0;
  const SlId *tasks = sl_snapshot_children (facts->plan, SL_KIND_TASK, id, &n_tasks);
  const SlId *milestones = sl_snapshot_children (facts->plan, SL_KIND_MILESTONE, id, &n_milestones);
  SlExplanation *self;

  sl_goal_progress_get_task (facts->progress, id, &progress);
  self = sl_explanation_new (
      _ ("Progress"), sl_facts_title (facts, id), percent_or_none (progress), progress,
      g_strdup (n_tasks + n_milestones > 0
                    ? _ ("Mean of what it consists of by days of work; what has no days weighs as "
                         "much as the others on average.")
                    : _ ("As entered. Where nothing is entered it is done, or not begun.")),
      _ ("Weighted mean by duration"));
  add_parts (self, facts, tasks, n_tasks);
  add_parts (self, facts, milestones, n_milestones);
  return self;
}

/* --- KPIs --- */

typedef struct
{
  const SlTable *table;
  guint row;
  SlId id;
  const char *unit; /* of the KPI; never NULL */
} Kpi;

/* "12.5 %", “12.5” where it has no unit. */
static void
add_measure (SlExplanation *self, const Kpi *kpi, const char *label, double value)
{
  g_autofree char *number = NULL;

  if (isnan (value))
    return;
  number = sl_format_signed (value, 4, FALSE);
  sl_explanation_add (self, g_strdup (label),
                      kpi->unit[0] != '\0' ? g_strdup_printf ("%s %s", number, kpi->unit)
                                           : g_strdup (number),
                      value, NULL, kpi->id);
}

static void
add_measures (SlExplanation *self, const Kpi *kpi, double current)
{
  static const struct
  {
    guint field;
    gboolean keep; /* of KPIs that shall stay in a range */
  } fields[] = { { SL_KPI_BASELINE, FALSE },
                 { SL_KPI_TARGET, FALSE },
                 { SL_KPI_LOW, TRUE },
                 { SL_KPI_HIGH, TRUE },
                 { SL_KPI_TOLERANCE, TRUE } };
  gboolean keep = sl_table_int (kpi->table, kpi->row, SL_KPI_DIRECTION) == SL_KPI_KEEP;

  add_measure (self, kpi, _ ("Newest value"), current);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i].keep == keep)
      add_measure (self, kpi, _ (sl_kind (SL_KIND_KPI)->fields[fields[i].field].nick),
                   sl_table_real (kpi->table, kpi->row, fields[i].field));
}

static void
leave_out_future (SlExplanation *self, const SlFacts *facts, SlId kpi)
{
  const SlTable *values = sl_snapshot_table (facts->plan, SL_KIND_KPI_VALUE);

  for (guint i = 0; i < sl_table_n_rows (values); i++)
    {
      gint64 day = sl_table_int (values, i, SL_KPI_VALUE_DAY);

      if (sl_table_ref (values, i, SL_KPI_VALUE_KPI) == kpi && day > facts->today)
        sl_explanation_leave_out (self, sl_day_to_text (day), _ ("not measured yet"),
                                  sl_table_id (values, i));
    }
}

static SlExplanation *
explain_kpi (const SlFacts *facts, SlId id, guint row)
{
  Kpi kpi = { sl_snapshot_table (facts->plan, SL_KIND_KPI), row, id, "" };
  double current = NAN;
  double score = sl_goal_progress_get_kpi (facts->progress, id, &current);
  gboolean keep = sl_table_int (kpi.table, row, SL_KPI_DIRECTION) == SL_KPI_KEEP;
  const char *unit = sl_table_text (kpi.table, row, SL_KPI_UNIT);
  SlExplanation *self;

  kpi.unit = unit != NULL ? unit : "";
  self = sl_explanation_new (
      _ ("Attainment"), sl_facts_title (facts, id), percent_or_none (score), score,
      g_strdup (keep
                    ? _ ("100 % inside the range; outside it falls to 0 % at the tolerance, or at "
                         "once where there is none.")
                    : _ ("Way gone by the way to go: newest value less baseline, divided by target "
                         "less baseline; from 0 % to 100 %. Without a baseline the oldest value is "
                         "the start.")),
      _ ("Key results after Doerr, Measure What Matters (2018)"));
  add_measures (self, &kpi, current);
  leave_out_future (self, facts, id);
  if (isnan (score))
    sl_explanation_note (self, g_strdup (isnan (current)
                                             ? _ ("It was never measured: enter a value.")
                                             : _ ("There is no way from baseline to target: enter "
                                                  "both, and not the same.")));
  return self;
}

SlExplanation *
sl_explain_progress (const SlFacts *facts, SlId id)
{
  SlKindId kind = SL_N_KINDS;
  guint row = 0;

  if (!sl_snapshot_find (facts->plan, id, &kind, &row))
    return NULL;
  if (kind == SL_KIND_GOAL)
    return explain_goal (facts, id);
  if (kind == SL_KIND_KPI)
    return explain_kpi (facts, id, row);
  return kind == SL_KIND_TASK || kind == SL_KIND_MILESTONE ? explain_task (facts, id) : NULL;
}

/* --- Satisfaction --- */

static const char *
term_title (const SlFacts *facts, const SlSatisfactionTerm *term)
{
  if (term->goal >= 0)
    return sl_facts_title (facts, facts->goals[term->goal].id);
  if (term->kpi != SL_ID_NONE)
    return sl_facts_title (facts, term->kpi);
  switch (term->type)
    {
    case SL_GRL_TERM_LIMIT:
      return _ ("Beyond the end of the scale");
    case SL_GRL_TERM_TOLERANCE:
      return _ ("Nothing alone goes that far");
    case SL_GRL_TERM_GIVEN:
    case SL_GRL_TERM_PARTS:
    case SL_GRL_TERM_CONTRIBUTION:
    case SL_GRL_TERM_DEPENDENCY:
    default:
      return _ ("Its own work");
    }
}

static SlId
term_record (const SlFacts *facts, const SlSatisfactionTerm *term)
{
  if (term->link >= 0)
    return facts->links[term->link].id;
  if (term->goal >= 0)
    return facts->goals[term->goal].id;
  return term->kpi;
}

SlExplanation *
sl_explain_satisfaction (const SlFacts *facts, SlId id)
{
  int goal = sl_facts_goal (facts, id);
  const SlFactGoal *it = goal >= 0 ? &facts->goals[goal] : NULL;
  g_autoptr (GArray) terms = NULL;
  SlExplanation *self;

  if (it == NULL || !it->active)
    return NULL;
  self = sl_explanation_new (
      _ ("Outlook"), sl_facts_title (facts, id),
      isnan (it->satisfaction) ? g_strdup (_ ("cannot be said"))
                               : sl_format_signed (it->satisfaction, 1, FALSE),
      it->satisfaction,
      g_strdup (
          _ ("Where it ends if everybody succeeds, from −100 (made impossible) to 100 (reached): "
             "the part that decides, plus what helps, less what hurts, each by its strength.")),
      _ ("Goal-oriented requirement language, ITU-T Z.151; Amyot and others (2010)"));
  terms = sl_satisfaction_explain (facts->satisfaction, (guint)goal);
  for (guint i = 0; i < terms->len; i++)
    {
      const SlSatisfactionTerm *term = &g_array_index (terms, SlSatisfactionTerm, i);

      sl_explanation_add (self, g_strdup (term_title (facts, term)),
                          sl_format_signed (term->amount, 1, TRUE), term->amount, "point",
                          term_record (facts, term));
    }
  if (isnan (it->satisfaction))
    sl_explanation_note (self,
                         g_strdup (_ ("Goals that it rests on wait for each other in a circle.")));
  else if (!it->satisfaction_known)
    sl_explanation_note (self, g_strdup (_ ("Not all that it rests on has a value yet.")));
  return self;
}
