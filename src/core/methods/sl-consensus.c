/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Agreement on one rating. Steps count as evenly spaced. */

#include "config.h"

#include "methods/sl-consensus.h"

#include <math.h>

/* Consensus of weighted @values; a NULL @weights counts each once. */
static double
weigh_consensus (const double *values, const double *weights, guint n, double low, double high)
{
  double total = 0.0, mean = 0.0;
  for (guint i = 0; i < n; i++)
    {
      double weight = weights != NULL ? weights[i] : 1.0;
      if (isnan (values[i]))
        continue;
      if (!(weight >= 0.0 && values[i] >= low && values[i] <= high))
        return NAN;
      total += weight;
      mean += weight * values[i];
    }
  if (!(total > 0.0) || !(low < high))
    return NAN;
  mean /= total;
  double consensus = 1.0;
  for (guint i = 0; i < n; i++)
    {
      double weight = weights != NULL ? weights[i] : 1.0;
      if (!isnan (values[i]) && weight > 0.0)
        consensus += weight / total * log2 (1.0 - fabs (values[i] - mean) / (high - low));
    }
  return CLAMP (consensus, 0.0, 1.0);
}

double
sl_consensus (const double *values, guint n, double low, double high)
{
  return weigh_consensus (values, NULL, n, low, high);
}

double
sl_consensus_of_counts (const double *counts, guint n_steps)
{
  g_autofree double *steps = g_new (double, MAX (n_steps, 1));
  for (guint i = 0; i < n_steps; i++)
    steps[i] = i;
  return weigh_consensus (steps, counts, n_steps, 0.0, n_steps - 1.0);
}

/* Agreement of one layer; which steps are filled is all that counts of @left. */
static double
layer_agreement (const double *left, guint n)
{
  double together = 0.0, apart = 0.0, n_filled = 0.0, n_before = 0.0;
  for (guint i = 0; i < n; i++)
    n_filled += left[i] > 0.0;
  if (n_filled == 1.0)
    return 1.0;
  if (n_filled == n)
    return 0.0;
  /* Triples by the step in their middle or, of 110 and 011, by the empty one at their end. */
  for (guint i = 0; i < n; i++)
    {
      double n_after = n_filled - n_before - (left[i] > 0.0);
      if (left[i] > 0.0)
        n_before++;
      else
        {
          together += n_before * (n_before - 1.0) / 2.0 + n_after * (n_after - 1.0) / 2.0;
          apart += n_before * n_after;
        }
    }
  double unimodality
      = ((n - 2.0) * together - (n - 1.0) * apart) / ((n - 2.0) * (together + apart));
  return unimodality * (1.0 - (n_filled - 1.0) / (n - 1.0));
}

double
sl_agreement_of_counts (const double *counts, guint n_steps)
{
  g_autofree double *left = g_new (double, MAX (n_steps, 1));
  double total = 0.0;
  for (guint i = 0; i < n_steps; i++)
    {
      if (!(counts[i] >= 0.0))
        return NAN;
      left[i] = counts[i];
      total += counts[i];
    }
  if (n_steps < 2 || !(total > 0.0))
    return NAN;
  double agreement = 0.0;
  while (TRUE)
    {
      double least = INFINITY, n_filled = 0.0;
      for (guint i = 0; i < n_steps; i++)
        if (left[i] > 0.0)
          {
            least = MIN (least, left[i]);
            n_filled++;
          }
      if (n_filled == 0.0)
        return CLAMP (agreement, -1.0, 1.0);
      agreement += least * n_filled / total * layer_agreement (left, n_steps);
      for (guint i = 0; i < n_steps; i++)
        left[i] = MAX (0.0, left[i] - least);
    }
}
