/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Positions of parties, compared. */

#include "config.h"

#include "sl-positions.h"

#include <math.h>

/* --- One goal --- */

double
sl_position_trust (SlPositionSource source)
{
  switch (source)
    {
    case SL_POSITION_WRITING:
      return 1.0;
    case SL_POSITION_SAID:
      return 0.8;
    case SL_POSITION_GUESS:
    default:
      return 0.5;
    }
}

double
sl_position_opposition (SlStance a, SlStance b)
{
  /* Not so either where one is not known. */
  if (!(a.value * b.value < 0.0))
    return 0.0;
  double trust = fmin (sl_position_trust (a.source), sl_position_trust (b.source));
  return (fabs (a.value) + fabs (b.value)) / 6.0 * trust;
}

double
sl_position_owner_severity (SlStance own)
{
  if (!(own.value < 1.0))
    return 0.0;
  return (1.0 - own.value) / 4.0 * sl_position_trust (own.source);
}

gboolean
sl_position_agreement (SlStance stance, double *severity)
{
  *severity = 0.0;
  if (isnan (stance.value) || stance.source == SL_POSITION_GUESS)
    return FALSE;
  if (stance.value < 1.0)
    *severity = stance.value < 0.0 ? 1.0 : 0.5;
  return TRUE;
}

gboolean
sl_position_is_agreement (SlStance stance)
{
  return stance.source == SL_POSITION_WRITING && stance.value >= 1.0;
}

gboolean
sl_position_never_asked (SlStance stance, double power, gboolean touches)
{
  return isnan (stance.value) && touches && power > SL_POSITION_POWER_MIDDLE;
}

gboolean
sl_position_conflict_assessed (guint n_known, guint n_links, gboolean confirmed)
{
  return n_known >= 2 || n_links > 0 || confirmed;
}

/* --- Pairs of parties --- */

/* What makes the mean of @weights 1; 0: take all as equal. */
static double
scale_of (const double *weights, guint n)
{
  double sum = 0.0;
  for (guint i = 0; weights != NULL && i < n; i++)
    sum += weights[i];
  return sum > 0.0 ? n / sum : 0.0;
}

static void
compare (SlPositionPair *pair, double a, double b, double weight)
{
  double pull = weight * (fabs (a) + fabs (b)) / 2.0;
  pair->n_compared++;
  if (a * b > 0.0)
    pair->convergence += pull;
  else if (a * b < 0.0)
    pair->divergence += pull;
}

static void
finish_pair (SlPositionPair *pair)
{
  double larger = fmax (pair->convergence, pair->divergence);
  pair->ambivalence = larger > 0.0 ? fmin (pair->convergence, pair->divergence) / larger : 0.0;
}

SlPositionPair
sl_position_pair (const double *a, const double *b, const double *weights, guint n)
{
  SlPositionPair pair = { 0.0, 0.0, 0.0, 0 };
  double scale = scale_of (weights, n);
  for (guint i = 0; i < n; i++)
    if (!isnan (a[i]) && !isnan (b[i]))
      compare (&pair, a[i], b[i], scale > 0.0 ? weights[i] * scale : 1.0);
  finish_pair (&pair);
  return pair;
}

/* The goals on which a party's position is known, one party after the other. */
typedef struct
{
  guint *starts;
  guint *goals;
} Known;

static void
list_known (Known *self, const double *values, guint n_parties, guint n_goals)
{
  guint n = 0;
  self->starts = g_new0 (guint, n_parties + 1);
  for (guint p = 0; p < n_parties; p++)
    {
      for (guint g = 0; g < n_goals; g++)
        n += !isnan (values[(gsize)p * n_goals + g]);
      self->starts[p + 1] = n;
    }
  self->goals = g_new (guint, MAX (n, 1));
  n = 0;
  for (guint p = 0; p < n_parties; p++)
    for (guint g = 0; g < n_goals; g++)
      if (!isnan (values[(gsize)p * n_goals + g]))
        self->goals[n++] = g;
}

SlPositionPair *
sl_position_matrix (const double *values, guint n_parties, guint n_goals, const double *weights)
{
  SlPositionPair *pairs = g_new0 (SlPositionPair, MAX ((gsize)n_parties * n_parties, 1));
  double scale = scale_of (weights, n_goals);
  Known known;
  list_known (&known, values, n_parties, n_goals);
  for (guint p = 0; p < n_parties; p++)
    for (guint q = p + 1; q < n_parties; q++)
      {
        const double *a = values + (gsize)p * n_goals, *b = values + (gsize)q * n_goals;
        SlPositionPair *pair = &pairs[(gsize)p * n_parties + q];
        for (guint i = known.starts[p]; i < known.starts[p + 1]; i++)
          {
            guint g = known.goals[i];
            if (!isnan (b[g]))
              compare (pair, a[g], b[g], scale > 0.0 ? weights[g] * scale : 1.0);
          }
        finish_pair (pair);
        pairs[(gsize)q * n_parties + p] = *pair;
      }
  g_free (known.starts);
  g_free (known.goals);
  return pairs;
}

/* --- Margins --- */

SlPositionMargin
sl_position_margin (const double *values, const double *weights, guint n)
{
  SlPositionMargin margin = { NAN, NAN, 0, n > 0 ? 1.0 : 0.0, TRUE };
  gboolean weighted = scale_of (weights, n) > 0.0;
  double sum = 0.0, pull_for = 0.0, pull = 0.0;
  for (guint i = 0; i < n; i++)
    {
      double value = values[i], weight = weighted ? weights[i] : 1.0;
      if (isnan (value))
        continue;
      margin.n_known++;
      margin.backed_by_all &= value >= 1.0;
      sum += value;
      pull_for += weight * fmax (value, 0.0);
      pull += weight * fabs (value);
    }
  margin.backed_by_all &= margin.n_known > 0;
  if (margin.n_known > 0)
    margin.mean = sum / margin.n_known;
  if (n > 0)
    margin.unasked = (double)(n - margin.n_known) / n;
  if (pull > 0.0)
    margin.support = pull_for / pull;
  return margin;
}
