/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A search in growing rings around the place where a disc belongs; the first place where disc and
 * label touch nothing is taken. */

#include "config.h"

#include "people/sl-power-place.h"

#include <math.h>

/* Between two things, between disc and label, between two rings. Unit: pt. */
#define GAP 2.0
#define LABEL_GAP 3.0
#define RING 5.0

typedef struct
{
  double x1, y1, x2, y2;
} Box;

static gboolean
is_free (const Box *box, const Box *taken, guint n, const Box *area)
{
  if (box->x1 < area->x1 || box->y1 < area->y1 || box->x2 > area->x2 || box->y2 > area->y2)
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (box->x1 < taken[i].x2 + GAP && box->x2 + GAP > taken[i].x1 && box->y1 < taken[i].y2 + GAP
        && box->y2 + GAP > taken[i].y1)
      return FALSE;
  return TRUE;
}

/* What a disc at (@x, @y) takes with its label behind or before it. */
static Box
box_of (const SlPlaceItem *item, double x, double y, gboolean before)
{
  const double half = MAX (item->radius, item->height / 2);
  const double label = item->width > 0 ? LABEL_GAP + item->width : 0;

  return (Box){ x - item->radius - (before ? label : 0), y - half,
                x + item->radius + (before ? 0 : label), y + half };
}

static gboolean
try_at (SlPlaceItem *item, double x, double y, Box *taken, guint n, const Box *area)
{
  for (gint before = FALSE; before <= TRUE; before++)
    {
      const Box box = box_of (item, x, y, before);

      if (!is_free (&box, taken, n, area))
        continue;
      taken[n] = box;
      item->at_x = x;
      item->at_y = y;
      item->label_x = before ? box.x1 : x + item->radius + LABEL_GAP;
      item->label_y = y - item->height / 2;
      return TRUE;
    }
  return FALSE;
}

static gboolean
place_item (SlPlaceItem *item, Box *taken, guint n, const Box *area)
{
  const double farthest = hypot (area->x2 - area->x1, area->y2 - area->y1);

  if (try_at (item, item->x, item->y, taken, n, area))
    return TRUE;
  for (double ring = RING; ring < farthest; ring += RING)
    {
      const guint steps = (guint)MAX (8.0, floor (2 * G_PI * ring / RING));

      for (guint i = 0; i < steps; i++)
        if (try_at (item, item->x + ring * cos (2 * G_PI * i / steps),
                    item->y + ring * sin (2 * G_PI * i / steps), taken, n, area))
          return TRUE;
    }
  return FALSE;
}

gboolean
sl_power_place (SlPlaceItem *items, guint n, double x, double y, double width, double height)
{
  const Box area = { x, y, x + width, y + height };
  g_autofree Box *taken = g_new (Box, n + 1);

  for (guint i = 0; i < n; i++)
    if (!place_item (&items[i], taken, i, &area))
      return FALSE;
  return TRUE;
}
