/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Drift between what was agreed and what is. Whether somebody agreed to it is for the rules. */

#include "config.h"

#include "methods/sl-drift.h"

#include "methods/sl-rank-agreement.h"
#include "methods/sl-resource-fit.h"

#include <math.h>

gboolean
sl_priority_drift (const double *agreed, const double *now, guint n, double *parts,
                   SlPriorityDrift *drift)
{
  g_autofree double *before = g_new (double, MAX (n, 1));
  g_autofree double *after = g_new (double, MAX (n, 1));
  g_autofree double *gaps = g_new (double, MAX (n, 1));
  guint n_either = 0, n_both = 0;
  for (guint i = 0; i < n; i++)
    {
      gboolean was = !isnan (agreed[i]), is = !isnan (now[i]);
      before[i] = was ? agreed[i] : 0.0;
      after[i] = is ? now[i] : 0.0;
      n_either += was || is;
      n_both += was && is;
    }
  *drift = (SlPriorityDrift){ NAN, NAN, NAN };
  /* Shares of one whole against shares of another: the measure is that of money and weights. */
  drift->distance = sl_resource_fit (after, before, n, gaps);
  for (guint i = 0; i < n && parts != NULL; i++)
    parts[i] = fabs (gaps[i]) / 2.0;
  if (isnan (drift->distance))
    return FALSE;
  drift->set_distance = 1.0 - (double)n_both / n_either;
  drift->order = sl_kendall_tau_b (agreed, now, n);
  return TRUE;
}

double
sl_target_drift (double start, double agreed, double now)
{
  double moved = fabs (now - agreed), way = fabs (agreed - start);
  if (way == 0.0)
    return isnan (moved) ? moved : moved > 0.0;
  return moved / way;
}

double
sl_review_lateness (gint64 last_day, gint64 since_day, double cadence_days, gint64 today)
{
  gint64 from = last_day != SL_INT_NULL ? last_day : since_day;
  if (from == SL_INT_NULL || !(cadence_days > 0.0))
    return NAN;
  return CLAMP ((today - from - cadence_days) / cadence_days, 0.0, 1.0);
}
