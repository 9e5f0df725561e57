/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Places for labels on ways: as near to the middle as it is free. */

#include "config.h"

#include "tree/sl-tree-route-private.h"

#include <math.h>

#define LABEL_STEP 3.0 /* between candidate places; pt */
#define LABEL_MARGIN 1.0
#define STEPS_MOST 400
#define SAMPLES 32 /* of each curve */

void
sl_tree_router_block (SlTreeRouter *self, double u0, double v0, double u1, double v1)
{
  SlRouteBlock block = { u0, v0, u1, v1 };
  g_array_append_val (self->blocks, block);
}

static gboolean
is_free (const SlTreeRouter *self, const SlRouteBlock *place)
{
  for (guint slot = 0; slot < self->n_slots; slot++)
    {
      if (self->slots[slot].to <= place->u0 || self->slots[slot].from >= place->u1)
        continue;
      guint end = self->first[slot + 1];
      for (guint i = sl_tree_router_find_in_column (self, slot, place->v0); i < end; i++)
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
      const SlRouteBlock *block = &g_array_index (self->blocks, SlRouteBlock, i);
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

/* The way as a line of short pieces. @length: (out): of all of them. (transfer full) */
static GArray *
flatten (const SlRoute *route, double *length)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (SlPoint));
  const SlPoint *c = (const SlPoint *)(const void *)route->points->data;
  SlPoint last = c[0];

  *length = 0;
  g_array_append_val (line, last);
  for (guint i = 0; i + 3 < route->points->len; i += 3)
    for (guint k = 1; k <= SAMPLES; k++)
      {
        SlPoint next = point_on_curve (c + i, (double)k / SAMPLES);
        *length += hypot (next.x - last.x, next.y - last.y);
        g_array_append_val (line, next);
        last = next;
      }
  return line;
}

/* Candidate places on the way, at even distances. (transfer full) */
static GArray *
walk (const SlRoute *route)
{
  double whole, rest = 0;
  g_autoptr (GArray) line = flatten (route, &whole);
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (SlPoint));
  double stride = MAX (LABEL_STEP, whole / STEPS_MOST);

  for (guint i = 1; i < line->len; i++)
    {
      SlPoint from = g_array_index (line, SlPoint, i - 1), to = g_array_index (line, SlPoint, i);
      double length = hypot (to.x - from.x, to.y - from.y);
      for (double at = stride - rest; at <= length; at += stride)
        {
          SlPoint step
              = { from.x + (to.x - from.x) * at / length, from.y + (to.y - from.y) * at / length };
          g_array_append_val (steps, step);
        }
      rest = fmod (rest + length, stride);
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
              : g_array_index (sl_tree_router_get (self, index)->points, SlPoint, 0);
  for (guint i = 0; i < 2 * n; i++)
    {
      gint step = (gint)middle + (gint)((i + 1) / 2) * (i % 2 == 0 ? 1 : -1);
      if (step < 0 || step >= (gint)n)
        continue;
      SlPoint p = g_array_index (steps, SlPoint, step);
      double u = width / 2 + LABEL_MARGIN, v = height / 2 + LABEL_MARGIN;
      SlRouteBlock place = { p.x - u, p.y - v, p.x + u, p.y + v };
      if (!is_free (self, &place))
        continue;
      *at = p;
      g_array_append_val (self->blocks, place);
      return TRUE;
    }
  return FALSE;
}
