/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds what was agreed, for the items and rules that compare it with today. It judges nothing. */

#include "config.h"

#include "analysis/sl-agreed.h"

#include "methods/sl-resource-fit.h"

#include <math.h>

struct _SlAgreed
{
  const SlFacts *facts;
  const SlTable *baselines;
  GHashTable *rows;    /* item -> row + 1 */
  GHashTable *decided; /* item -> Decided */
  gint64 weighed;      /* last day on which a weight was agreed, or SL_INT_NULL */
  gint64 reweighed;    /* last day of a fix that moved weights, likewise */
};

/* Last days on which something about an item was decided, SL_INT_NULL: never. */
typedef struct
{
  gint64 day;                        /* by people, about all of it */
  gint64 fixed[SL_AGREED_N_ASPECTS]; /* by fixes */
} Decided;

/* As a decision names them in its field "covers". */
static const char *const aspect_names[SL_AGREED_N_ASPECTS] = {
  [SL_AGREED_START] = "start",   [SL_AGREED_DUE] = "due",       [SL_AGREED_WORDING] = "title",
  [SL_AGREED_STATUS] = "status", [SL_AGREED_TARGET] = "target", [SL_AGREED_WEIGHT] = "weight",
};

/* --- Baselines --- */

static void
read_baselines (SlAgreed *self)
{
  const SlTable *table = self->baselines;

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      SlId item = sl_table_ref (table, row, SL_BASELINE_ITEM);
      gint64 day = sl_table_int (table, row, SL_BASELINE_DAY);
      gint64 number = sl_table_int (table, row, SL_BASELINE_NUMBER);
      guint other = 0;

      if (day == SL_INT_NULL || day > self->facts->today)
        continue;
      if (sl_agreed_find (self, item, &other)
          && sl_table_int (table, other, SL_BASELINE_NUMBER) > number)
        continue;
      g_hash_table_insert (self->rows, g_memdup2 (&item, sizeof item), GUINT_TO_POINTER (row + 1));
      if (sl_table_is_set (table, row, SL_BASELINE_WEIGHT))
        self->weighed = MAX (self->weighed, day);
    }
}

gboolean
sl_agreed_find (const SlAgreed *self, SlId item, guint *row)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (self->rows, &item));

  if (found == 0)
    return FALSE;
  *row = found - 1;
  return TRUE;
}

gint64
sl_agreed_day (const SlAgreed *self, guint row)
{
  return sl_table_int (self->baselines, row, SL_BASELINE_DAY);
}

/* --- Decisions --- */

static Decided *
ensure_decided (SlAgreed *self, SlId item)
{
  Decided *known = g_hash_table_lookup (self->decided, &item);

  if (known != NULL)
    return known;
  known = g_new (Decided, 1);
  known->day = SL_INT_NULL;
  for (guint i = 0; i < SL_AGREED_N_ASPECTS; i++)
    known->fixed[i] = SL_INT_NULL;
  g_hash_table_insert (self->decided, g_memdup2 (&item, sizeof item), known);
  return known;
}

/* The later of two days; SL_INT_NULL is before all. */
static gint64
later (gint64 a, gint64 b)
{
  return a == SL_INT_NULL ? b : b == SL_INT_NULL ? a : MAX (a, b);
}

static void
note_fix (SlAgreed *self, const char *finding, const char *covers, SlId item, gint64 day)
{
  g_auto (GStrv) words = g_strsplit (covers != NULL ? covers : "", " ", -1);
  Decided *decided = ensure_decided (self, item);

  for (guint i = 0; i < SL_AGREED_N_ASPECTS; i++)
    if (g_strv_contains ((const char *const *)words, aspect_names[i]))
      decided->fixed[i] = later (decided->fixed[i], day);
  if (g_strv_contains ((const char *const *)words, aspect_names[SL_AGREED_WEIGHT])
      && (finding == NULL || !g_str_has_prefix (finding, "DRI-02:")))
    self->reweighed = later (self->reweighed, day);
}

static void
read_decisions (SlAgreed *self)
{
  const SlTable *table = sl_snapshot_table (self->facts->plan, SL_KIND_DECISION);

  for (guint row = 0; row < sl_table_n_rows (table); row++)
    {
      gint64 day = sl_table_int (table, row, SL_DECISION_DAY);
      const char *finding = sl_table_text (table, row, SL_DECISION_FINDING);
      SlId item = sl_table_ref (table, row, SL_DECISION_ITEM);

      if (day == SL_INT_NULL || day > self->facts->today
          || sl_table_int (table, row, SL_DECISION_TYPE) != SL_DECISION_TYPE_DECISION
          || sl_table_int (table, row, SL_DECISION_STATUS) == SL_DECISION_STATUS_DROPPED)
        continue;
      if (finding != NULL || sl_table_is_set (table, row, SL_DECISION_COVERS))
        note_fix (self, finding, sl_table_text (table, row, SL_DECISION_COVERS), item, day);
      else if (item != SL_ID_NONE)
        ensure_decided (self, item)->day = later (ensure_decided (self, item)->day, day);
    }
}

gboolean
sl_agreed_is_decided (const SlAgreed *self, SlId item, SlAgreedAspect aspect, gint64 day)
{
  const Decided *decided = g_hash_table_lookup (self->decided, &item);

  if (decided == NULL)
    return FALSE;
  return (decided->day != SL_INT_NULL && decided->day > day)
         || (decided->fixed[aspect] != SL_INT_NULL && decided->fixed[aspect] >= day);
}

gboolean
sl_agreed_are_weights_decided (const SlAgreed *self)
{
  return self->reweighed != SL_INT_NULL && self->reweighed >= self->weighed;
}

SlAgreed *
sl_agreed_new (const SlFacts *facts)
{
  SlAgreed *self = g_new0 (SlAgreed, 1);

  self->facts = facts;
  self->weighed = self->reweighed = SL_INT_NULL;
  self->baselines = sl_snapshot_table (facts->plan, SL_KIND_BASELINE);
  self->rows = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->decided = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  read_baselines (self);
  read_decisions (self);
  return self;
}

void
sl_agreed_free (SlAgreed *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->decided);
  g_free (self);
}

/* --- Weights --- */

/* Agreed weight of the goal, or NAN. */
static double
agreed_weight (const SlAgreed *self, const SlFactGoal *goal)
{
  guint row = 0;

  if (!sl_agreed_find (self, goal->id, &row))
    return NAN;
  return sl_table_real (self->baselines, row, SL_BASELINE_WEIGHT);
}

static double
sum_of (const double *values, guint n)
{
  double sum = 0.0;

  for (guint i = 0; i < n; i++)
    sum += values[i];
  return sum;
}

/* Fills @then, @now and @counts. */
static void
read_weights (SlAgreedWeights *out, const SlAgreed *self)
{
  const SlFacts *facts = self->facts;
  double agreed = 0.0;

  for (guint i = 0; i < facts->n_goals; i++)
    {
      double weight = agreed_weight (self, &facts->goals[i]);

      agreed += isnan (weight) ? 0.0 : weight;
    }
  for (guint i = 0; i < facts->n_goals && agreed > 0.0; i++)
    {
      const SlFactGoal *goal = &facts->goals[i];
      double weight = agreed_weight (self, goal);

      out->counts[i]
          = goal->status != SL_GOAL_DONE
            && (!isnan (weight) || (agreed >= SL_AGREED_WHOLE && goal->shared && goal->active));
      if (!out->counts[i])
        continue;
      out->then[i] = isnan (weight) ? 0.0 : weight;
      out->now[i] = goal->weight;
    }
}

SlAgreedWeights *
sl_agreed_weights_new (const SlAgreed *self)
{
  SlAgreedWeights *out = g_new0 (SlAgreedWeights, 1);
  guint n = self->facts->n_goals;
  double then, now;

  out->then = g_new0 (double, n + 1);
  out->now = g_new0 (double, n + 1);
  out->gaps = g_new0 (double, n + 1);
  out->counts = g_new0 (gboolean, n + 1);
  read_weights (out, self);
  /* Total variation, as for money: linear where sl_priority_drift() also compares all pairs. */
  out->drift = sl_resource_fit (out->now, out->then, n, out->gaps);
  then = sum_of (out->then, n);
  now = sum_of (out->now, n);
  out->coverage = isnan (out->drift) ? 0.0 : MIN (now, 1.0);
  for (guint i = 0; i < n && !isnan (out->drift); i++)
    {
      out->then[i] /= then;
      out->now[i] /= now;
    }
  return out;
}

void
sl_agreed_weights_free (SlAgreedWeights *self)
{
  if (self == NULL)
    return;
  g_free (self->then);
  g_free (self->now);
  g_free (self->gaps);
  g_free (self->counts);
  g_free (self);
}
