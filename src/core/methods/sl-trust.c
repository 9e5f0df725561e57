/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Trust between two parties. What was not asked is not known, and never good. */

#include "config.h"

#include "methods/sl-trust.h"

#include <math.h>

double
sl_trust_level (const double *answers, guint n)
{
  double sum = 0.0;
  guint n_known = 0;
  for (guint i = 0; i < n; i++)
    if (!isnan (answers[i]))
      {
        sum += answers[i];
        n_known++;
      }
  return n_known > 0 ? (sum / n_known - 1.0) / 4.0 * 100.0 : (double)NAN;
}

gboolean
sl_trust_is_lopsided (double there, double back)
{
  return fabs (there - back) >= SL_TRUST_LOPSIDED;
}

double
sl_promises_kept (const SlPromiseDays *promises, guint n, gint64 today, guint *n_due)
{
  guint n_counted = 0, n_kept = 0;
  for (guint i = 0; i < n; i++)
    {
      const SlPromiseDays *promise = &promises[i];
      if (promise->due == SL_INT_NULL || promise->due >= today
          || promise->due < today - SL_PROMISE_DAYS)
        continue;
      n_counted++;
      n_kept += promise->kept != SL_INT_NULL && promise->kept <= promise->due;
    }
  if (n_due != NULL)
    *n_due = n_counted;
  return n_counted >= SL_PROMISE_MIN ? (double)n_kept / n_counted : (double)NAN;
}

SlTrustSeverity
sl_trust_severity (double trust, double low, const SlTrend *trend, double kept)
{
  SlTrustSeverity parts = { NAN, NAN, 1.0 - kept, NAN };
  if (!isnan (trust))
    parts.level = CLAMP ((low - trust) / low, 0.0, 1.0);
  if (trend != NULL)
    parts.trend = trend->falling ? CLAMP (-4.0 * trend->slope / 100.0, 0.0, 1.0) : 0.0;
  /* fmax() takes the other where one is NAN. */
  parts.severity = fmax (parts.level, fmax (parts.trend, parts.promises));
  return parts;
}
