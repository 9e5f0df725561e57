/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Through which gaps of the columns between two cards a way goes: a shortest path over the few
 * nearest gaps of each column, where a crowded gap counts as a detour. */

#include "config.h"

#include "tree/sl-tree-route-private.h"

#include <math.h>

/* Distances in pt. */
#define CLEARANCE 5.0 /* from a card that a way passes */
#define GAP_LEAST 8.0 /* narrower gaps are not used */
#define LANE 3.0      /* between ways in one gap */
#define CROWDED 18.0  /* detour that is worth an unused gap */
#define REACH 4       /* gaps tried on each side of the straight line */

typedef struct
{
  double lo, hi;
  guint index; /* of the box behind the gap in its column */
} Gap;

static Gap
get_gap (const SlTreeRouter *self, guint slot, guint at)
{
  guint first = self->first[slot], end = self->first[slot + 1];
  double lo = at > first ? self->boxes[self->column[at - 1]].v1 : -HUGE_VAL;
  double hi = at < end ? self->boxes[self->column[at]].v0 : HUGE_VAL;

  return (Gap){ lo, hi, at };
}

static guint *
crowd_of (const SlTreeRouter *self, guint slot, guint at)
{
  return &self->crowd[at + slot];
}

/* The nearest gaps of @slot to @v, at most 2 * REACH + 1. */
static guint
find_gaps (const SlTreeRouter *self, guint slot, double v, Gap *gaps)
{
  gint first = (gint)self->first[slot], end = (gint)self->first[slot + 1];
  gint at = (gint)sl_tree_router_find_in_column (self, slot, v);
  guint n = 0;

  for (gint step = 0, taken = 0; taken <= REACH && at - step >= first; step++)
    {
      Gap gap = get_gap (self, slot, (guint)(at - step));
      if (gap.hi - gap.lo >= GAP_LEAST)
        {
          gaps[n++] = gap;
          taken++;
        }
    }
  for (gint step = 1, taken = 0; taken < REACH && at + step <= end; step++)
    {
      Gap gap = get_gap (self, slot, (guint)(at + step));
      if (gap.hi - gap.lo >= GAP_LEAST)
        {
          gaps[n++] = gap;
          taken++;
        }
    }
  return n;
}

/* @v moved into @gap, clear of the cards on both sides. */
static double
fit_into (const Gap *gap, double v, double clearance)
{
  clearance = MIN (clearance, (gap->hi - gap->lo) / 2);
  return CLAMP (v, gap->lo + clearance, gap->hi - clearance);
}

typedef struct
{
  Gap gap;
  double v;
  double cost;
  guint from; /* best candidate of the column before */
} Candidate;

#define N_CANDIDATES (2 * REACH + 1)

/* The candidates of one column, each with the cheapest way to it from those of the last one. */
static guint
extend_paths (const SlTreeRouter *self, guint slot, double wish, const Candidate *last,
              guint n_last, Candidate *next)
{
  Gap gaps[N_CANDIDATES];
  guint n = find_gaps (self, slot, wish, gaps);

  for (guint i = 0; i < n; i++)
    {
      Candidate *candidate = &next[i];
      candidate->gap = gaps[i];
      candidate->v = fit_into (&gaps[i], wish, CLEARANCE);
      candidate->cost = HUGE_VAL;
      for (guint j = 0; j < n_last; j++)
        {
          double cost = last[j].cost + fabs (candidate->v - last[j].v);
          if (cost < candidate->cost)
            {
              candidate->cost = cost;
              candidate->from = j;
            }
        }
      candidate->cost += CROWDED * *crowd_of (self, slot, gaps[i].index);
    }
  return n;
}

/* Ways through one gap stand side by side as far as there is room. */
static double
take_lane (SlTreeRouter *self, guint slot, const Candidate *candidate)
{
  guint *crowd = crowd_of (self, slot, candidate->gap.index);
  double lane = LANE * ((*crowd + 1) / 2) * (*crowd % 2 == 0 ? 1 : -1);

  (*crowd)++;
  return fit_into (&candidate->gap, candidate->v + lane, CLEARANCE - 1);
}

void
sl_tree_router_choose_crossings (SlTreeRouter *self, guint low, guint high, double v_low,
                                 double v_high, double *crossings)
{
  guint n_between = high - low - 1;
  g_autofree Candidate *all = g_new (Candidate, (n_between + 1) * N_CANDIDATES);
  g_autofree guint *n = g_new (guint, n_between + 1);

  all[0] = (Candidate){ .v = v_low };
  n[0] = 1;
  for (guint i = 1; i <= n_between; i++)
    {
      double wish = v_low + (v_high - v_low) * i / (n_between + 1);
      n[i] = extend_paths (self, low + i, wish, all + (i - 1) * N_CANDIDATES, n[i - 1],
                           all + i * N_CANDIDATES);
    }

  const Candidate *last = all + n_between * N_CANDIDATES;
  guint best = 0;
  for (guint j = 1; j < n[n_between]; j++)
    if (last[j].cost + fabs (last[j].v - v_high) < last[best].cost + fabs (last[best].v - v_high))
      best = j;
  for (guint i = n_between; i > 0; i--)
    {
      const Candidate *chosen = &all[i * N_CANDIDATES + best];
      crossings[i - 1] = take_lane (self, low + i, chosen);
      best = chosen->from;
    }
}
