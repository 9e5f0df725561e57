/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Severities of goals that work against each other. Nothing here knows where goals come from. */

#include "config.h"

#include "sl-conflict-rules.h"

#include <math.h>

double
sl_conflict_link_severity (double weight, gboolean from_active, gboolean to_active)
{
  return weight < 0.0 && from_active && to_active ? MIN (-weight / 100.0, 1.0) : 0.0;
}

double
sl_conflict_mutual_severity (double weight_there, double weight_back)
{
  if (!(weight_there < 0.0 && weight_back < 0.0))
    return 0.0;
  return sl_conflict_link_severity (MIN (weight_there, weight_back), TRUE, TRUE);
}

double
sl_conflict_range_gap (SlConflictRange a, SlConflictRange b)
{
  double gap = fmax (a.low, b.low) - fmin (a.high, b.high);
  return gap > 0.0 ? gap : 0.0;
}

double
sl_conflict_range_severity (double gap, double span)
{
  if (!(gap > 0.0))
    return 0.0;
  if (!(span > 0.0))
    return SL_CONFLICT_RANGE_LEAST;
  return CLAMP (gap / span, SL_CONFLICT_RANGE_LEAST, 1.0);
}

/* A range and the place that it had. */
typedef struct
{
  SlConflictRange range;
  guint index;
} Entry;

static int
compare_low (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;
  return (x->range.low > y->range.low) - (x->range.low < y->range.low);
}

static int
compare_high (gconstpointer a, gconstpointer b)
{
  const Entry *x = a, *y = b;
  return (x->range.high > y->range.high) - (x->range.high < y->range.high);
}

static int
compare_pair (gconstpointer a, gconstpointer b)
{
  const SlConflictPair *x = a, *y = b;
  if (x->a != y->a)
    return x->a < y->a ? -1 : 1;
  return (x->b > y->b) - (x->b < y->b);
}

GArray *
sl_conflict_find_ranges (const SlConflictRange *ranges, guint n)
{
  GArray *pairs = g_array_new (FALSE, FALSE, sizeof (SlConflictPair));
  g_autofree Entry *by_low = g_new (Entry, MAX (n, 1));
  g_autofree Entry *by_high = g_new (Entry, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    by_low[i] = by_high[i] = (Entry){ ranges[i], i };
  qsort (by_low, n, sizeof *by_low, compare_low);
  qsort (by_high, n, sizeof *by_high, compare_high);
  /* All that end below where one begins are at the front of those by their end. */
  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n && by_high[j].range.high < by_low[i].range.low; j++)
      {
        guint a = MIN (by_low[i].index, by_high[j].index);
        guint b = MAX (by_low[i].index, by_high[j].index);
        double gap = by_low[i].range.low - by_high[j].range.high;
        if (a != b)
          g_array_append_val (pairs, ((SlConflictPair){ a, b, gap }));
      }
  g_array_sort (pairs, compare_pair);
  return pairs;
}

double
sl_conflict_choice_severity (guint n_active)
{
  return n_active >= 2 ? SL_CONFLICT_CHOICE_SEVERITY : 0.0;
}

double
sl_conflict_duplicated_budget (const double *budgets, guint n)
{
  double sum = 0.0, largest = 0.0;
  for (guint i = 0; i < n; i++)
    {
      double budget = isnan (budgets[i]) ? 0.0 : budgets[i];
      sum += budget;
      largest = MAX (largest, budget);
    }
  return sum - largest;
}

double
sl_conflict_outcome_severity (double satisfaction, double weakest_own)
{
  if (!(satisfaction < 0.0) || weakest_own < 0.0)
    return 0.0;
  return MIN (-satisfaction / 100.0, 1.0);
}

double
sl_conflict_recorded_severity (SlSeverity grade)
{
  static const double severities[] = { 0.3, 0.6, 1.0 };
  g_return_val_if_fail ((guint)grade < G_N_ELEMENTS (severities), 0.0);
  return severities[grade];
}

double
sl_conflict_conditional_severity (double severity, double probability)
{
  return severity * CLAMP (probability, 0.0, 1.0);
}
