/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where sheets end: one dimension of the pagination. */

#include "config.h"

#include "sl-paginate-private.h"

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

/* The last place in the second half of @from..@limit that cuts no box, else @limit. */
static double
find_gap (const GArray *boxes, double from, double limit)
{
  double at = limit;
  gboolean moved = TRUE;

  while (moved)
    {
      moved = FALSE;
      for (guint i = 0; i + 1 < boxes->len; i += 2)
        {
          const double box_start = g_array_index (boxes, double, i);

          if (box_start < at - SLACK && g_array_index (boxes, double, i + 1) > at + SLACK)
            {
              at = box_start;
              moved = TRUE;
            }
        }
    }
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
