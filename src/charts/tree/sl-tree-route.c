/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways are built, not searched for: cards stand in columns, so the room between two columns is
 * free, and a way has to choose only through which gap it crosses each column on its way. That is
 * a shortest path over few candidates a column. Inside the free room curves keep within the hull
 * of their control points, which is why no way can run through a card. */

#include "config.h"

#include "tree/sl-tree-route.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Distances in pt. */
#define CLEARANCE 5.0    /* from a card that a way passes */
#define GAP_LEAST 8.0    /* narrower gaps are not used */
#define LANE 3.0         /* between ways in one gap */
#define CROWDED 18.0     /* detour that is worth an unused gap */
#define PORT_EDGE 4.0    /* of ends from the corner of a card */
#define PORT_MIDDLE 8.0  /* of ends from the tree edge in the middle of a side */
#define INSET 9.0        /* straight pieces at both ends of a turn, where arrow heads are */
#define TURN_LANE 6.0    /* between ways that turn in the same room */
#define BULGE_LEAST 24.0 /* of ways around one column */
#define BULGE_MOST 72.0
#define BULGE_LANE 8.0
#define GUTTER_MARGIN 4.0 /* of bulges from the next column */
#define LABEL_STEP 3.0    /* between candidate places of a label */
#define LABEL_MARGIN 1.0
#define ARROW 9.0  /* room at the target that labels leave free */
#define REACH 4    /* gaps tried on each side of the straight line */
#define SAMPLES 16 /* of each curve, for labels */

/* Where a way meets a card. */
typedef struct
{
  guint route;
  guint box;
  SlRouteSide side;
  gboolean at_target;
  double other; /* v of the far end's middle: ends are sorted by it so that ways cross less */
} Port;

typedef struct
{
  double lo, hi;
  guint index; /* of the box behind the gap in its column */
} Gap;

typedef struct
{
  double u0, v0, u1, v1;
} Block;

typedef struct
{
  double from_v, to_v; /* ends, by ports */
  SlRouteSide source_side;
} Ends;

struct _SlTreeRouter
{
  SlRouteBox *boxes;
  guint n_boxes;
  SlRouteSlot *slots;
  guint n_slots;
  guint *column;  /* boxes by column, then by v */
  guint *first;   /* n_slots + 1: where each column begins in @column */
  guint *crowd;   /* by place in @column, plus one a column: ways through the gap before it */
  guint *sweeps;  /* n_slots: ways over the room before each column */
  guint *bulges;  /* n_slots + 1: ways around in the room before each column */
  GArray *routes; /* of SlRoute */
  GArray *ends;   /* of Ends, by route */
  GArray *blocks; /* of Block */
};

static double
middle_of (const SlRouteBox *box)
{
  return (box->v0 + box->v1) / 2;
}

static int
compare_boxes (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlRouteBox *boxes = data;
  const SlRouteBox *x = &boxes[*(const guint *)a], *y = &boxes[*(const guint *)b];

  if (x->slot != y->slot)
    return x->slot < y->slot ? -1 : 1;
  return x->v0 < y->v0 ? -1 : x->v0 > y->v0;
}

static void
clear_route (gpointer data)
{
  g_array_unref (((SlRoute *)data)->points);
}

SlTreeRouter *
sl_tree_router_new (const SlRouteBox *boxes, guint n_boxes, const SlRouteSlot *slots, guint n_slots)
{
  SlTreeRouter *self = g_new0 (SlTreeRouter, 1);

  self->boxes = g_memdup2 (boxes, n_boxes * sizeof *boxes);
  self->n_boxes = n_boxes;
  self->slots = g_memdup2 (slots, n_slots * sizeof *slots);
  self->n_slots = n_slots;
  self->column = g_new (guint, n_boxes);
  self->first = g_new0 (guint, n_slots + 1);
  self->crowd = g_new0 (guint, n_boxes + n_slots);
  self->sweeps = g_new0 (guint, n_slots);
  self->bulges = g_new0 (guint, n_slots + 1);
  for (guint i = 0; i < n_boxes; i++)
    {
      g_assert (boxes[i].slot < n_slots);
      self->column[i] = i;
      self->first[boxes[i].slot + 1]++;
    }
  for (guint slot = 0; slot < n_slots; slot++)
    self->first[slot + 1] += self->first[slot];
  g_qsort_with_data (self->column, (int)n_boxes, sizeof (guint), compare_boxes, self->boxes);
  self->routes = g_array_new (FALSE, FALSE, sizeof (SlRoute));
  g_array_set_clear_func (self->routes, clear_route);
  self->ends = g_array_new (FALSE, TRUE, sizeof (Ends));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  return self;
}

void
sl_tree_router_free (SlTreeRouter *self)
{
  g_free (self->boxes);
  g_free (self->slots);
  g_free (self->column);
  g_free (self->first);
  g_free (self->crowd);
  g_free (self->sweeps);
  g_free (self->bulges);
  g_array_unref (self->routes);
  g_array_unref (self->ends);
  g_array_unref (self->blocks);
  g_free (self);
}

guint
sl_tree_router_add (SlTreeRouter *self, guint source, guint target)
{
  SlRoute route = { source, target, g_array_new (FALSE, FALSE, sizeof (SlPoint)), 0 };
  Ends ends = { 0 };

  g_assert (source < self->n_boxes && target < self->n_boxes && source != target);
  g_array_append_val (self->routes, route);
  g_array_append_val (self->ends, ends);
  return self->routes->len - 1;
}

const SlRoute *
sl_tree_router_get (const SlTreeRouter *self, guint index)
{
  return &g_array_index (self->routes, SlRoute, index);
}

/* The place in @column of the first box of @slot that ends behind @v. */
static guint
find_in_column (const SlTreeRouter *self, guint slot, double v)
{
  guint low = self->first[slot], high = self->first[slot + 1];

  while (low < high)
    {
      guint mid = (low + high) / 2;
      if (self->boxes[self->column[mid]].v1 <= v)
        low = mid + 1;
      else
        high = mid;
    }
  return low;
}

/* Tree edges that a way around a column would cross on @side. */
static guint
count_busy (const SlTreeRouter *self, const SlRouteBox *a, const SlRouteBox *b, SlRouteSide side)
{
  guint n = 0;

  for (guint i = find_in_column (self, a->slot, MIN (a->v0, b->v0));
       i < self->first[a->slot + 1] && self->boxes[self->column[i]].v0 < MAX (a->v1, b->v1); i++)
    n += self->boxes[self->column[i]].busy[side] ? 1 : 0;
  return n;
}

/* Decides from which side of the source to which side of the target a way goes. */
static void
choose_sides (SlTreeRouter *self, guint index)
{
  SlRoute *route = &g_array_index (self->routes, SlRoute, index);
  const SlRouteBox *source = &self->boxes[route->source], *target = &self->boxes[route->target];
  SlRouteSide side;

  if (source->slot == target->slot)
    {
      side = count_busy (self, source, target, SL_SIDE_END)
                     <= count_busy (self, source, target, SL_SIDE_START)
                 ? SL_SIDE_END
                 : SL_SIDE_START;
      route->target_side = side;
    }
  else
    {
      side = source->slot < target->slot ? SL_SIDE_END : SL_SIDE_START;
      route->target_side = side == SL_SIDE_END ? SL_SIDE_START : SL_SIDE_END;
    }
  g_array_index (self->ends, Ends, index).source_side = side;
}

static int
compare_ports (gconstpointer a, gconstpointer b)
{
  const Port *x = a, *y = b;

  if (x->box != y->box)
    return x->box < y->box ? -1 : 1;
  if (x->side != y->side)
    return x->side < y->side ? -1 : 1;
  if (x->other != y->other)
    return x->other < y->other ? -1 : 1;
  return x->route < y->route ? -1 : x->route > y->route;
}

/* Spreads @n ends over @lo..@hi of one side. */
static void
spread_ports (SlTreeRouter *self, const Port *ports, guint n, double lo, double hi)
{
  for (guint i = 0; i < n; i++)
    {
      Ends *ends = &g_array_index (self->ends, Ends, ports[i].route);
      double v = lo + (hi - lo) * (i + 1) / (n + 1);
      if (ports[i].at_target)
        ends->to_v = v;
      else
        ends->from_v = v;
    }
}

/* Gives every end its place on the side of its card, clear of the tree edge in the middle. */
static void
assign_ports (SlTreeRouter *self)
{
  g_autoptr (GArray) ports = g_array_new (FALSE, FALSE, sizeof (Port));

  for (guint i = 0; i < self->routes->len; i++)
    {
      const SlRoute *route = sl_tree_router_get (self, i);
      double source = middle_of (&self->boxes[route->source]);
      double target = middle_of (&self->boxes[route->target]);
      SlRouteSide side = g_array_index (self->ends, Ends, i).source_side;
      Port pair[] = { { i, route->source, side, FALSE, target },
                      { i, route->target, route->target_side, TRUE, source } };
      g_array_append_vals (ports, pair, 2);
    }
  g_array_sort (ports, compare_ports);
  for (guint from = 0, to; from < ports->len; from = to)
    {
      const Port *port = &g_array_index (ports, Port, from);
      const SlRouteBox *box = &self->boxes[port->box];
      double middle = middle_of (box);
      guint before = 0;

      for (to = from; to < ports->len; to++)
        {
          const Port *next = &g_array_index (ports, Port, to);
          if (next->box != port->box || next->side != port->side)
            break;
          before += next->other < middle ? 1 : 0;
        }
      if (!box->busy[port->side])
        {
          spread_ports (self, port, to - from, box->v0 + PORT_EDGE, box->v1 - PORT_EDGE);
          continue;
        }
      spread_ports (self, port, before, box->v0 + PORT_EDGE, middle - PORT_MIDDLE);
      spread_ports (self, port + before, to - from - before, middle + PORT_MIDDLE,
                    box->v1 - PORT_EDGE);
    }
}

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
  gint at = (gint)find_in_column (self, slot, v);
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

/* Chooses where a way from column @low to column @high crosses the columns between. */
static void
choose_crossings (SlTreeRouter *self, guint low, guint high, double v_low, double v_high,
                  double *crossings)
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

static void
append_curve (GArray *points, SlPoint c1, SlPoint c2, SlPoint to)
{
  SlPoint next[] = { c1, c2, to };
  g_array_append_vals (points, next, 3);
}

static SlPoint
last_point (GArray *points)
{
  return g_array_index (points, SlPoint, points->len - 1);
}

/* Straight along the depth to @u. */
static void
run_to (GArray *points, double u)
{
  SlPoint from = last_point (points), to = { u, from.y };

  if (fabs (u - from.x) > 0.01)
    append_curve (points, (SlPoint){ from.x + (u - from.x) / 3, from.y },
                  (SlPoint){ from.x + (u - from.x) * 2 / 3, from.y }, to);
}

/* Where the next way over the room before column @slot turns: side by side with the others, behind
 * the place where the tree edges part. */
static double
take_turn (SlTreeRouter *self, guint slot)
{
  double first = self->slots[slot - 1].to + SL_ROUTE_TRUNK + TURN_LANE;
  double last = self->slots[slot].from - INSET;
  guint n_lanes = (guint)MAX (1, floor ((last - first) / TURN_LANE) + 1);

  return first + TURN_LANE * (self->sweeps[slot]++ % n_lanes);
}

/* Over the room before column @slot to @v; leaves and arrives along the depth. */
static void
sweep_to (SlTreeRouter *self, GArray *points, guint slot, double v)
{
  double u = self->slots[slot].from, turn = take_turn (self, slot);
  double inset = MIN (INSET, (u - self->slots[slot - 1].to) / 4);

  run_to (points, self->slots[slot - 1].to + inset);
  append_curve (points, (SlPoint){ turn, last_point (points).y }, (SlPoint){ turn, v },
                (SlPoint){ u - inset, v });
  run_to (points, u);
}

static void
reverse_points (GArray *points)
{
  SlPoint *p = (SlPoint *)(void *)points->data;

  for (guint i = 0, j = points->len - 1; i < j; i++, j--)
    {
      SlPoint swap = p[i];
      p[i] = p[j];
      p[j] = swap;
    }
}

static void
route_between_columns (SlTreeRouter *self, SlRoute *route, const Ends *ends)
{
  gboolean forward = ends->source_side == SL_SIDE_END;
  const SlRouteBox *low = &self->boxes[forward ? route->source : route->target];
  const SlRouteBox *high = &self->boxes[forward ? route->target : route->source];
  double v_low = forward ? ends->from_v : ends->to_v;
  double v_high = forward ? ends->to_v : ends->from_v;
  g_autofree double *crossings = g_new (double, high->slot - low->slot);
  SlPoint begin = { low->u1, v_low };

  choose_crossings (self, low->slot, high->slot, v_low, v_high, crossings);
  g_array_append_val (route->points, begin);
  run_to (route->points, self->slots[low->slot].to);
  for (guint slot = low->slot + 1; slot < high->slot; slot++)
    {
      sweep_to (self, route->points, slot, crossings[slot - low->slot - 1]);
      run_to (route->points, self->slots[slot].to);
    }
  sweep_to (self, route->points, high->slot, v_high);
  run_to (route->points, high->u0);
  if (!forward)
    reverse_points (route->points);
}

/* How far a way around may reach into the room on @side of @slot. */
static double
choose_bulge (SlTreeRouter *self, guint slot, SlRouteSide side, double distance)
{
  guint room = side == SL_SIDE_END ? slot + 1 : slot;
  double bulge = CLAMP (distance * 0.3, BULGE_LEAST, BULGE_MOST);

  bulge += BULGE_LANE * (self->bulges[room]++ % 4);
  if (room > 0 && room < self->n_slots)
    {
      double width = self->slots[room].from - self->slots[room - 1].to;
      bulge = MIN (bulge, (width - GUTTER_MARGIN) / 0.75); /* a cubic reaches 3/4 of its controls */
    }
  return bulge;
}

static void
route_around_column (SlTreeRouter *self, SlRoute *route, const Ends *ends)
{
  const SlRouteBox *source = &self->boxes[route->source], *target = &self->boxes[route->target];
  const SlRouteSlot *slot = &self->slots[source->slot];
  gboolean end = ends->source_side == SL_SIDE_END;
  double edge = end ? slot->to : slot->from;
  double bulge
      = choose_bulge (self, source->slot, ends->source_side, fabs (ends->from_v - ends->to_v));
  double reach = end ? edge + bulge : edge - bulge;
  SlPoint begin = { end ? source->u1 : source->u0, ends->from_v };

  g_array_append_val (route->points, begin);
  run_to (route->points, edge);
  append_curve (route->points, (SlPoint){ reach, ends->from_v }, (SlPoint){ reach, ends->to_v },
                (SlPoint){ edge, ends->to_v });
  run_to (route->points, end ? target->u1 : target->u0);
}

void
sl_tree_router_run (SlTreeRouter *self)
{
  for (guint i = 0; i < self->routes->len; i++)
    choose_sides (self, i);
  assign_ports (self);
  for (guint i = 0; i < self->routes->len; i++)
    {
      SlRoute *route = &g_array_index (self->routes, SlRoute, i);
      const Ends *ends = &g_array_index (self->ends, Ends, i);

      if (self->boxes[route->source].slot == self->boxes[route->target].slot)
        route_around_column (self, route, ends);
      else
        route_between_columns (self, route, ends);

      SlPoint tip = last_point (route->points);
      double back = route->target_side == SL_SIDE_START ? -ARROW : ARROW;
      sl_tree_router_block (self, MIN (tip.x, tip.x + back), tip.y - ARROW / 2,
                            MAX (tip.x, tip.x + back), tip.y + ARROW / 2);
    }
}

void
sl_tree_router_block (SlTreeRouter *self, double u0, double v0, double u1, double v1)
{
  Block block = { u0, v0, u1, v1 };
  g_array_append_val (self->blocks, block);
}

static gboolean
is_free (const SlTreeRouter *self, const Block *place)
{
  for (guint slot = 0; slot < self->n_slots; slot++)
    {
      if (self->slots[slot].to <= place->u0 || self->slots[slot].from >= place->u1)
        continue;
      guint end = self->first[slot + 1];
      for (guint i = find_in_column (self, slot, place->v0); i < end; i++)
        {
          const SlRouteBox *box = &self->boxes[self->column[i]];
          if (box->v0 >= place->v1)
            break;
          if (box->u0 < place->u1 && box->u1 > place->u0)
            return FALSE;
        }
    }
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = &g_array_index (self->blocks, Block, i);
      if (block->u0 < place->u1 && block->u1 > place->u0 && block->v0 < place->v1
          && block->v1 > place->v0)
        return FALSE;
    }
  return TRUE;
}

static SlPoint
point_on_curve (const SlPoint *c, double t)
{
  double s = 1 - t;
  double b0 = s * s * s, b1 = 3 * s * s * t, b2 = 3 * s * t * t, b3 = t * t * t;

  return (SlPoint){ b0 * c[0].x + b1 * c[1].x + b2 * c[2].x + b3 * c[3].x,
                    b0 * c[0].y + b1 * c[1].y + b2 * c[2].y + b3 * c[3].y };
}

/* The way as points at even distances of about LABEL_STEP. (transfer full) */
static GArray *
walk (const SlRoute *route)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (SlPoint));
  const SlPoint *c = (const SlPoint *)(const void *)route->points->data;
  SlPoint last = c[0];
  double rest = 0;

  for (guint i = 0; i + 3 < route->points->len; i += 3)
    for (guint k = 1; k <= SAMPLES; k++)
      {
        SlPoint next = point_on_curve (c + i, (double)k / SAMPLES);
        double length = hypot (next.x - last.x, next.y - last.y);
        for (double at = LABEL_STEP - rest; at <= length; at += LABEL_STEP)
          {
            SlPoint step = { last.x + (next.x - last.x) * at / length,
                             last.y + (next.y - last.y) * at / length };
            g_array_append_val (steps, step);
          }
        rest = fmod (rest + length, LABEL_STEP);
        last = next;
      }
  return steps;
}

gboolean
sl_tree_router_place_label (SlTreeRouter *self, guint index, double width, double height,
                            SlPoint *at)
{
  g_autoptr (GArray) steps = walk (sl_tree_router_get (self, index));
  guint n = steps->len, middle = n / 2;

  *at = n > 0 ? g_array_index (steps, SlPoint, middle)
              : last_point (sl_tree_router_get (self, index)->points);
  for (guint i = 0; i < 2 * n; i++)
    {
      gint step = (gint)middle + (gint)((i + 1) / 2) * (i % 2 == 0 ? 1 : -1);
      if (step < 0 || step >= (gint)n)
        continue;
      SlPoint p = g_array_index (steps, SlPoint, step);
      double u = width / 2 + LABEL_MARGIN, v = height / 2 + LABEL_MARGIN;
      Block place = { p.x - u, p.y - v, p.x + u, p.y + v };
      if (!is_free (self, &place))
        continue;
      *at = p;
      g_array_append_val (self->blocks, place);
      return TRUE;
    }
  return FALSE;
}
