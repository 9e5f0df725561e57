/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ways are built, not searched for: cards stand in columns, so the room between two columns is
 * free, and a way has to choose only through which gap it crosses each column on its way. That is
 * a shortest path over few candidates a column. Inside the free room curves keep within the hull
 * of their control points, which is why no way can run through a card. */

#include "config.h"

#include "tree/sl-tree-route-private.h"

#include <math.h>

/* Distances in pt. */
#define PORT_EDGE 4.0    /* of ends from the corner of a card */
#define PORT_MIDDLE 8.0  /* of ends from the tree edge in the middle of a side */
#define INSET 9.0        /* straight pieces at both ends of a turn, where arrow heads are */
#define TURN_LANE 6.0    /* between ways that turn in the same room */
#define BULGE_LEAST 24.0 /* of ways around one column */
#define BULGE_MOST 72.0
#define BULGE_LANE 8.0
#define GUTTER_MARGIN 4.0 /* of bulges from the next column */
#define ARROW 9.0         /* room at the target that labels leave free */

/* Where a way meets a card. */
typedef struct
{
  guint route;
  guint box;
  SlRouteSide side;
  gboolean at_target;
  double other; /* v of the far end's middle: ends are sorted by it so that ways cross less */
} Port;

guint
sl_tree_router_find_in_column (const SlTreeRouter *self, guint slot, double v)
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
  self->ends = g_array_new (FALSE, TRUE, sizeof (SlRouteEnds));
  self->blocks = g_array_new (FALSE, FALSE, sizeof (SlRouteBlock));
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
  SlRouteEnds ends = { 0 };

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

/* Tree edges that a way around a column would cross on @side. */
static guint
count_busy (const SlTreeRouter *self, const SlRouteBox *a, const SlRouteBox *b, SlRouteSide side)
{
  guint n = 0;

  for (guint i = sl_tree_router_find_in_column (self, a->slot, MIN (a->v0, b->v0));
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
  g_array_index (self->ends, SlRouteEnds, index).source_side = side;
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
      SlRouteEnds *ends = &g_array_index (self->ends, SlRouteEnds, ports[i].route);
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
      SlRouteSide side = g_array_index (self->ends, SlRouteEnds, i).source_side;
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
route_between_columns (SlTreeRouter *self, SlRoute *route, const SlRouteEnds *ends)
{
  gboolean forward = ends->source_side == SL_SIDE_END;
  const SlRouteBox *low = &self->boxes[forward ? route->source : route->target];
  const SlRouteBox *high = &self->boxes[forward ? route->target : route->source];
  double v_low = forward ? ends->from_v : ends->to_v;
  double v_high = forward ? ends->to_v : ends->from_v;
  g_autofree double *crossings = g_new (double, high->slot - low->slot);
  SlPoint begin = { low->u1, v_low };

  sl_tree_router_choose_crossings (self, low->slot, high->slot, v_low, v_high, crossings);
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
route_around_column (SlTreeRouter *self, SlRoute *route, const SlRouteEnds *ends)
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
      const SlRouteEnds *ends = &g_array_index (self->ends, SlRouteEnds, i);

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
