/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each party's points as shares of its own total, so that it does not matter whether somebody
 * spread a hundred points or seven. */

#include "config.h"

#include "methods/sl-priority-points.h"

#include <math.h>
#include <string.h>

/* Writes the shares of one party; returns whether it gave any points. */
static gboolean
share_out (const double *points, guint n, double *shares)
{
  double total = 0.0;
  for (guint k = 0; k < n; k++)
    {
      shares[k] = points[k] > 0.0 && isfinite (points[k]) ? points[k] : 0.0;
      total += shares[k];
    }
  for (guint k = 0; k < n && total > 0.0; k++)
    shares[k] /= total;
  return total > 0.0;
}

double
sl_priority_points (const double *points, guint m, guint n, double *group, double *cells,
                    double *signed_gaps)
{
  g_autofree double *mean = g_new0 (double, MAX (n, 1));
  g_autofree double *shares = g_new0 (double, MAX (n, 1));
  guint n_answered = 0;
  for (guint p = 0; p < m; p++)
    {
      if (!share_out (points + (gsize)p * n, n, shares))
        continue;
      n_answered++;
      for (guint k = 0; k < n; k++)
        mean[k] += shares[k];
    }
  for (guint k = 0; k < n && n_answered > 0; k++)
    mean[k] /= n_answered;
  double scale = n_answered > 1 ? 1.0 / (2.0 * (n_answered - 1.0)) : 0.0;
  double sum = 0.0;
  for (guint p = 0; p < m; p++)
    {
      gboolean answered = share_out (points + (gsize)p * n, n, shares);
      for (guint k = 0; k < n; k++)
        {
          gsize at = (gsize)p * n + k;
          double gap = answered ? shares[k] - mean[k] : 0.0;
          sum += fabs (gap) * scale;
          if (cells != NULL)
            cells[at] = fabs (gap) * scale;
          if (signed_gaps != NULL)
            signed_gaps[at] = gap;
        }
    }
  if (group != NULL)
    memcpy (group, mean, n * sizeof *group);
  return n_answered > 1 ? MIN (sum, 1.0) : (double)NAN;
}
