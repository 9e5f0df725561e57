/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Each party's points as shares of its own total, so that it does not matter whether somebody
 * spread a hundred points or seven. */

#include "config.h"

#include "methods/sl-priority-points.h"

#include <math.h>
#include <stdlib.h>
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

typedef struct
{
  guint place;
  double remainder;
} Rest;

/* Largest remainder first, then the better place: so points keep falling. */
static int
compare_rests (gconstpointer a, gconstpointer b)
{
  const Rest *x = a, *y = b;
  if (x->remainder != y->remainder)
    return x->remainder < y->remainder ? 1 : -1;
  return x->place < y->place ? -1 : 1;
}

/* Makes whole numbers of @points whose sum @total is one, and stays it. */
static void
round_points (double *points, guint n, double total)
{
  g_autofree Rest *rests = g_new (Rest, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      double whole = floor (points[i] + 1e-9);
      rests[i] = (Rest){ i, round ((points[i] - whole) * 1e6) };
      points[i] = whole;
      total -= whole;
    }
  qsort (rests, n, sizeof *rests, compare_rests);
  for (guint i = 0; i < n && total > 0.5; i++, total -= 1.0)
    points[rests[i].place] += 1.0;
}

void
sl_priority_by_rank (guint n, double *points)
{
  double steps = 100.0; /* that the hundred is cut into: neighbours differ by one or more */
  while (2.0 * steps < (double)n * (n + 1.0))
    steps *= 10.0;
  for (guint i = 0; i < n; i++)
    points[i] = 2.0 * steps * (n - i) / ((double)n * (n + 1.0));
  round_points (points, n, steps);
  for (guint i = 0; i < n; i++)
    points[i] *= 100.0 / steps;
}

void
sl_priority_to_hundred (double *points, guint n)
{
  double total = 0.0;
  for (guint i = 0; i < n; i++)
    total += points[i];
  if (total <= 0.0)
    return;
  for (guint i = 0; i < n; i++)
    points[i] *= 100.0 / total;
  round_points (points, n, 100.0);
}

gboolean
sl_priority_place (double *points, guint n, guint to)
{
  gboolean alone
      = (to == 0 || points[to - 1] > points[to]) && (to + 1 >= n || points[to] > points[to + 1]);
  gboolean unranked = points[to] <= 0.0 && points[0] > 0.0;
  if (alone || unranked)
    return FALSE;
  sl_priority_by_rank (n, points);
  return TRUE;
}
