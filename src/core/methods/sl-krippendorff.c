/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Krippendorff's alpha. The coincidence matrix of the textbook is never stored: what is observed is
 * summed up over the units, what is expected over the codes. */

#include "config.h"

#include "methods/sl-krippendorff.h"

#include "methods/sl-numeric.h"

#include <math.h>
#include <stdlib.h>

/* The codes of all units that have two of them at least. */
typedef struct
{
  double *values; /* the different codes, ascending */
  double *counts; /* how often each was given */
  double *middle; /* its rank among all codes, in the middle of those that are equal */
  guint n_values;
  double n; /* all codes */
} Codes;

static void
codes_clear (Codes *self)
{
  g_free (self->values);
  g_free (self->counts);
  g_free (self->middle);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Codes, codes_clear)

/* Copies the codes of @unit; returns how many there are, or 0 where there is no pair. */
static guint
read_unit (const double *codes, guint n_coders, guint n_units, guint unit, double *out)
{
  guint n = 0;
  for (guint i = 0; i < n_coders; i++)
    if (!isnan (codes[(gsize)i * n_units + unit]))
      out[n++] = codes[(gsize)i * n_units + unit];
  return n < 2 ? 0 : n;
}

static void
codes_init (Codes *self, const double *codes, guint n_coders, guint n_units)
{
  gsize n = 0, n_cells = MAX ((gsize)n_coders * n_units, 1);
  *self = (Codes){ g_new (double, n_cells), g_new0 (double, n_cells), g_new (double, n_cells) };
  g_autofree double *all = g_new (double, n_cells + n_coders);
  for (guint u = 0; u < n_units; u++)
    n += read_unit (codes, n_coders, n_units, u, all + n);
  qsort (all, n, sizeof *all, sl_compare_doubles);
  for (gsize i = 0; i < n; i++)
    {
      if (i == 0 || all[i] != all[i - 1])
        self->values[self->n_values++] = all[i];
      self->counts[self->n_values - 1]++;
    }
  for (guint i = 0; i < self->n_values; i++)
    {
      self->middle[i] = self->n + self->counts[i] / 2.0;
      self->n += self->counts[i];
    }
}

static guint
place_of (const Codes *self, double value)
{
  const double *found
      = bsearch (&value, self->values, self->n_values, sizeof value, sl_compare_doubles);
  return (guint)(found - self->values);
}

/* The squared distance of two different codes, given by their places. */
static double
distance (const Codes *self, SlKrippendorffLevel level, guint i, guint j)
{
  double v = self->values[i], w = self->values[j], d = 1.0;
  if (level == SL_KRIPPENDORFF_ORDINAL)
    d = self->middle[j] - self->middle[i];
  else if (level == SL_KRIPPENDORFF_INTERVAL)
    d = w - v;
  else if (level == SL_KRIPPENDORFF_RATIO)
    d = (w - v) / (w + v);
  return d * d;
}

/* Disagreement inside of units, of all ordered pairs. */
static double
observe (const Codes *self, const double *codes, guint n_coders, guint n_units,
         SlKrippendorffLevel level)
{
  g_autofree double *unit = g_new (double, MAX (n_coders, 1));
  g_autofree guint *places = g_new (guint, MAX (n_coders, 1));
  double observed = 0.0;
  for (guint u = 0; u < n_units; u++)
    {
      guint n = read_unit (codes, n_coders, n_units, u, unit);
      for (guint i = 0; i < n; i++)
        places[i] = place_of (self, unit[i]);
      for (guint i = 0; i < n; i++)
        for (guint j = 0; j < i; j++)
          if (places[i] != places[j])
            observed += 2.0 * distance (self, level, places[i], places[j]) / (n - 1.0);
    }
  return observed;
}

double
sl_krippendorff_alpha (const double *codes, guint n_coders, guint n_units,
                       SlKrippendorffLevel level)
{
  g_auto (Codes) all;
  codes_init (&all, codes, n_coders, n_units);
  if (all.n_values < 2 || (level == SL_KRIPPENDORFF_RATIO && all.values[0] < 0.0))
    return NAN;
  double expected = 0.0;
  for (guint i = 0; i < all.n_values; i++)
    for (guint j = 0; j < i; j++)
      expected += 2.0 * distance (&all, level, i, j) * all.counts[i] * all.counts[j];
  return 1.0 - (all.n - 1.0) * observe (&all, codes, n_coders, n_units, level) / expected;
}
