/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A search in growing rings around the place where a disc belongs; the first place where disc and
 * label touch nothing is taken. What stands near a place is known from a grid of cells, and the
 * rings are computed once for all items. */

#include "config.h"

#include "people/sl-power-place.h"

#include <math.h>

/* Between two things, between disc and label, between two rings. Unit: pt. */
#define GAP 2.0
#define LABEL_GAP 3.0
#define RING 5.0
/* Side of a cell: about as high as a label with its gaps. */
#define CELL 24.0

typedef struct
{
  double x1, y1, x2, y2;
} Box;

/* A box in the list of a cell; @next: number of the next one + 1, 0: none */
typedef struct
{
  guint box, next;
} Entry;

typedef struct
{
  Box area;
  GArray *taken; /* of Box */
  guint columns, rows;
  guint *cells;    /* number of the first entry + 1, 0: none */
  GArray *entries; /* of Entry */
  GArray *around;  /* of SlPoint: the places of all rings so far, the nearest first */
  double ring;     /* radius of the last of them */
} Search;

/* --- What is taken --- */

static guint
cell_of (double at, double start, guint n)
{
  return (guint)CLAMP ((at - start) / CELL, 0.0, n - 1.0);
}

static gboolean
touches (const Box *box, const Box *taken)
{
  return box->x1 < taken->x2 + GAP && box->x2 + GAP > taken->x1 && box->y1 < taken->y2 + GAP
         && box->y2 + GAP > taken->y1;
}

static gboolean
touches_in_cell (const Search *search, guint cell, const Box *box)
{
  for (guint next = search->cells[cell]; next != 0;)
    {
      const Entry *entry = &g_array_index (search->entries, Entry, next - 1);

      if (touches (box, &g_array_index (search->taken, Box, entry->box)))
        return TRUE;
      next = entry->next;
    }
  return FALSE;
}

static gboolean
is_free (const Search *search, const Box *box)
{
  const Box *area = &search->area;

  if (box->x1 < area->x1 || box->y1 < area->y1 || box->x2 > area->x2 || box->y2 > area->y2)
    return FALSE;
  for (guint row = cell_of (box->y1, area->y1, search->rows);
       row <= cell_of (box->y2, area->y1, search->rows); row++)
    for (guint column = cell_of (box->x1, area->x1, search->columns);
         column <= cell_of (box->x2, area->x1, search->columns); column++)
      if (touches_in_cell (search, row * search->columns + column, box))
        return FALSE;
  return TRUE;
}

/* A box is entered in all cells in which something could touch it. */
static void
take (Search *search, const Box *box)
{
  const Box *area = &search->area;

  for (guint row = cell_of (box->y1 - GAP, area->y1, search->rows);
       row <= cell_of (box->y2 + GAP, area->y1, search->rows); row++)
    for (guint column = cell_of (box->x1 - GAP, area->x1, search->columns);
         column <= cell_of (box->x2 + GAP, area->x1, search->columns); column++)
      {
        guint *first = &search->cells[row * search->columns + column];
        const Entry entry = { search->taken->len, *first };

        g_array_append_val (search->entries, entry);
        *first = search->entries->len;
      }
  g_array_append_val (search->taken, *box);
}

/* --- Search --- */

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
try_at (Search *search, SlPlaceItem *item, double x, double y)
{
  for (gint before = FALSE; before <= TRUE; before++)
    {
      const Box box = box_of (item, x, y, before);

      if (!is_free (search, &box))
        continue;
      take (search, &box);
      item->at_x = x;
      item->at_y = y;
      item->label_x = before ? box.x1 : x + item->radius + LABEL_GAP;
      item->label_y = y - item->height / 2;
      return TRUE;
    }
  return FALSE;
}

/* Computes the places of the next ring. Returns: FALSE if it lies outside whatever the item */
static gboolean
add_ring (Search *search)
{
  const double ring = search->ring + RING;
  const guint steps = (guint)MAX (8.0, floor (2 * G_PI * ring / RING));

  if (ring >= hypot (search->area.x2 - search->area.x1, search->area.y2 - search->area.y1))
    return FALSE;
  for (guint i = 0; i < steps; i++)
    {
      const SlPoint place
          = { ring * cos (2 * G_PI * i / steps), ring * sin (2 * G_PI * i / steps) };

      g_array_append_val (search->around, place);
    }
  search->ring = ring;
  return TRUE;
}

static gboolean
place_item (Search *search, SlPlaceItem *item)
{
  for (guint i = 0; i < search->around->len || add_ring (search); i++)
    {
      const SlPoint *place = &g_array_index (search->around, SlPoint, i);

      if (try_at (search, item, item->x + place->x, item->y + place->y))
        return TRUE;
    }
  return FALSE;
}

/* Whether there is room for all by their sizes alone. */
static gboolean
may_fit (const SlPlaceItem *items, guint n, double room)
{
  for (guint i = 0; i < n; i++)
    {
      const Box box = box_of (&items[i], 0.0, 0.0, FALSE);

      room -= (box.x2 - box.x1) * (box.y2 - box.y1);
    }
  return room >= 0.0;
}

gboolean
sl_power_place (SlPlaceItem *items, guint n, double x, double y, double width, double height)
{
  Search search = { .area = { x, y, x + width, y + height },
                    .columns = (guint)MAX (1.0, ceil (width / CELL)),
                    .rows = (guint)MAX (1.0, ceil (height / CELL)) };
  const SlPoint center = { 0.0, 0.0 };
  gboolean placed = may_fit (items, n, MAX (0.0, width) * MAX (0.0, height));

  if (!placed)
    return FALSE;
  search.taken = g_array_sized_new (FALSE, FALSE, sizeof (Box), n);
  search.cells = g_new0 (guint, (gsize)search.columns * search.rows);
  search.entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  search.around = g_array_new (FALSE, FALSE, sizeof (SlPoint));
  g_array_append_val (search.around, center);
  for (guint i = 0; i < n && placed; i++)
    placed = place_item (&search, &items[i]);
  g_array_unref (search.taken);
  g_free (search.cells);
  g_array_unref (search.entries);
  g_array_unref (search.around);
  return placed;
}
