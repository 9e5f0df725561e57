/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where sheets end: one dimension of the pagination. */

#include "config.h"

#include "sl-paginate-private.h"

#include <stdlib.h>

/* Rounding of places; pt. */
#define SLACK 0.01
#define BALANCE_STEPS 12

/* The last of the ascending @breaks in @from + SLACK .. @limit, or @from where there is none. */
static double
find_break (const GArray *breaks, double from, double limit)
{
  guint low = 0, high = breaks->len;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (g_array_index (breaks, double, middle) <= limit + SLACK)
        low = middle + 1;
      else
        high = middle;
    }
  return low == 0 ? from : MAX (from, g_array_index (breaks, double, low - 1));
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *)a, y = *(const double *)b;

  return x < y ? -1 : x > y;
}

GArray *
sl_paginate_merge_boxes (GArray *boxes)
{
  GArray *merged = g_array_new (FALSE, FALSE, sizeof (double));

  g_array_set_size (boxes, boxes->len / 2 * 2);
  qsort (boxes->data, boxes->len / 2, 2 * sizeof (double), compare_starts);
  for (guint i = 0; i + 1 < boxes->len; i += 2)
    {
      const double *box = &g_array_index (boxes, double, i);

      if (merged->len > 0 && box[0] < g_array_index (merged, double, merged->len - 1) - SLACK)
        {
          double *end = &g_array_index (merged, double, merged->len - 1);

          *end = MAX (*end, box[1]);
        }
      else
        g_array_append_vals (merged, box, 2);
    }
  g_array_unref (boxes);
  return merged;
}

/* The last place in the second half of @from..@limit that cuts none of the merged @boxes, else
 * @limit. */
static double
find_gap (const GArray *boxes, double from, double limit)
{
  guint low = 0, high = boxes->len / 2;

  while (low < high)
    {
      const guint middle = (low + high) / 2;

      if (g_array_index (boxes, double, 2 * middle) < limit - SLACK)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0 || g_array_index (boxes, double, 2 * low - 1) <= limit + SLACK)
    return limit;
  const double at = g_array_index (boxes, double, 2 * low - 2);
  return at > from + (limit - from) / 2 ? at : limit;
}

/* @forced: counts the cuts that are no breaks. */
static GArray *
cut_greedily (double start, double end, double room, const GArray *breaks, const GArray *boxes,
              guint *forced)
{
  GArray *cuts = g_array_new (FALSE, FALSE, sizeof (double));
  double at = start;

  *forced = 0;
  g_array_append_val (cuts, at);
  while (at + room < end - SLACK)
    {
      double next = find_break (breaks, at, at + room);

      if (next <= at + SLACK)
        {
          next = find_gap (boxes, at, at + room);
          (*forced)++;
        }
      at = next;
      g_array_append_val (cuts, at);
    }
  g_array_append_val (cuts, end);
  return cuts;
}

static double
longest_piece (const GArray *cuts)
{
  double longest = 0;

  for (guint i = 1; i < cuts->len; i++)
    longest = MAX (longest, g_array_index (cuts, double, i) - g_array_index (cuts, double, i - 1));
  return longest;
}

GArray *
sl_paginate_cut (double start, double end, double room, const GArray *breaks, const GArray *boxes)
{
  guint best_forced, forced;
  GArray *best = cut_greedily (start, end, room, breaks, boxes, &best_forced);
  double low = (end - start) / (best->len - 1);

  /* The least room that needs no more pieces makes them about equal. */
  for (guint i = 0; i < BALANCE_STEPS && best->len > 2; i++)
    {
      const double high = longest_piece (best);
      const double middle = (low + high) / 2;
      GArray *cuts = cut_greedily (start, end, middle, breaks, boxes, &forced);

      if (cuts->len <= best->len && forced <= best_forced && longest_piece (cuts) < high - SLACK)
        {
          g_array_unref (best);
          best = cuts;
        }
      else
        {
          g_array_unref (cuts);
          low = middle;
        }
    }
  return best;
}
