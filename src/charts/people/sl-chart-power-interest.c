/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The power/interest grid: interest across, power upwards, cut in the middle of both into four
 * fields that say what to do. A disc is a party, its size the influence; beside it stand its name
 * and how engaged it is and should be. Where discs or names would overlap, one moves aside and a
 * thin line leads to where it belongs. Source: Mendelow (1991), METHODS section 8. */

#include "config.h"

#include "people/sl-power-grid.h"
#include "people/sl-power-list.h"
#include "people/sl-power-place.h"
#include "sl-flow.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define NATURAL_WIDTH 720.0
#define LEAST_WIDTH 320.0
#define LEAST_HEIGHT 260.0
#define MOST_HEIGHT 560.0
#define HEIGHT_SHARE 0.62
/* Of a given height, the rest is words. */
#define GRID_SHARE 0.75
#define AXIS 26.0
/* Between the frame and the places of 0 and 10. */
#define EDGE 18.0
#define TITLE_STRIP 18.0
#define LABEL_WIDTH 120.0
/* Between a name and the ends of the boundary that it interrupts. */
#define LINE_GAP 2.0
#define LEAST_RADIUS 4.5
#define RADIUS_SPAN 9.0
/* Nearer than this a disc stands where it belongs. */
#define NEAR 1.0
#define GROWTH 1.25
/* By this the frame is known again. */
#define FRAME_Z -5

/* @x, @y, @w, @h: the frame */
typedef struct
{
  SlFlow flow;
  const GArray *list;
  guint n_placed;
  double x, y, w, h;
} Grid;

/* --- Places --- */

static void
value_area (SlPowerMap *map, double x, double y, double w, double h)
{
  map->x = x + EDGE;
  map->y = y + TITLE_STRIP + EDGE;
  map->w = w - 2 * EDGE;
  map->h = h - 2 * (TITLE_STRIP + EDGE);
}

gboolean
sl_power_map_init (SlPowerMap *self, const SlScene *scene)
{
  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);

      if (mark->z != FRAME_Z || mark->type != SL_MARK_RECT)
        continue;
      value_area (self, mark->x, mark->y, mark->w, mark->h);
      self->rtl = sl_scene_get_rtl (scene);
      return TRUE;
    }
  return FALSE;
}

void
sl_power_map_values (const SlPowerMap *self, double x, double y, double *power, double *interest)
{
  double across = (x - self->x) / self->w;

  *interest = CLAMP (self->rtl ? 1 - across : across, 0, 1) * SL_STAKEHOLDER_SCALE;
  *power = CLAMP (1 - (y - self->y) / self->h, 0, 1) * SL_STAKEHOLDER_SCALE;
}

void
sl_power_map_place (const SlPowerMap *self, double power, double interest, double *x, double *y)
{
  double across = interest / SL_STAKEHOLDER_SCALE;

  *x = self->x + (self->rtl ? 1 - across : across) * self->w;
  *y = self->y + (1 - power / SL_STAKEHOLDER_SCALE) * self->h;
}

gboolean
sl_power_map_contains (const SlPowerMap *self, double x, double y)
{
  return x >= self->x - EDGE && x <= self->x + self->w + EDGE && y >= self->y - EDGE - TITLE_STRIP
         && y <= self->y + self->h + EDGE + TITLE_STRIP;
}

static double
radius_of (const SlPowerItem *item)
{
  return LEAST_RADIUS
         + (isnan (item->influence) ? 0.0 : RADIUS_SPAN * sqrt (item->influence / 100.0));
}

/* The label of a party: its name, below it its engagement. */
static void
measure_label (const Grid *g, const SlPowerItem *item, double *width, double *height)
{
  g_autofree char *engagement = sl_power_item_engagement (item);
  double w = 0, h = 0;

  sl_text_measure_size (g->flow.measure, SL_FONT_LABEL, item->title, LABEL_WIDTH, width, height);
  if (engagement != NULL)
    sl_text_measure_size (g->flow.measure, SL_FONT_SMALL, engagement, LABEL_WIDTH, &w, &h);
  *width = ceil (MAX (*width, w)) + 1;
  *height += h;
}

/* (transfer full): where all placed parties stand in a grid of this size, or NULL */
static SlPlaceItem *
try_places (const Grid *g)
{
  SlPlaceItem *places = g_new0 (SlPlaceItem, g->n_placed + 1);
  SlPowerMap map = { .rtl = FALSE };

  value_area (&map, g->x, g->y, g->w, g->h);
  for (guint i = 0; i < g->n_placed; i++)
    {
      const SlPowerItem *item = sl_power_list_get (g->list, i);

      sl_power_map_place (&map, item->power, item->interest, &places[i].x, &places[i].y);
      places[i].radius = radius_of (item);
      measure_label (g, item, &places[i].width, &places[i].height);
    }
  if (sl_power_place (places, g->n_placed, g->x + 2, g->y + TITLE_STRIP, g->w - 4,
                      g->h - 2 * TITLE_STRIP))
    return places;
  g_free (places);
  return NULL;
}

/* A crowded grid grows downwards. */
static SlPlaceItem *
find_places (Grid *g)
{
  SlPlaceItem *places = try_places (g);

  while (places == NULL)
    {
      g->h = ceil (g->h * GROWTH);
      places = try_places (g);
    }
  return places;
}

/* --- Drawing --- */

static void
add_field (Grid *g, SlQuadrant quadrant, gboolean right, gboolean upper)
{
  const double w = g->w / 2, h = g->h / 2;
  const double x = g->x + (right ? w : 0), y = g->y + (upper ? 0 : h);
  const double line = sl_text_measure_line_height (g->flow.measure, SL_FONT_BOLD);
  SlMark *mark = sl_scene_add_rect (g->flow.scene, SL_BAND_BODY,
                                    right && upper   ? SL_STYLE_CARD_SHARED
                                    : right == upper ? SL_STYLE_PAPER
                                                     : SL_STYLE_BAND_ALT,
                                    x, y, w, h);

  mark->line_width = -1;
  mark->z = FRAME_Z - 1;
  sl_scene_add_text (g->flow.scene, SL_BAND_BODY, SL_STYLE_TEXT_DIM, SL_FONT_BOLD, SL_ALIGN_CENTER,
                     x + 4, upper ? y + 2 : y + h - line - 2, w - 8, line,
                     sl_quadrant_title (quadrant));
}

static void
add_tick (Grid *g, double value)
{
  const double line = sl_text_measure_line_height (g->flow.measure, SL_FONT_SMALL);
  g_autofree char *text = g_strdup_printf ("%.0f", value);
  SlPowerMap map = { .rtl = FALSE };
  double x, y;

  value_area (&map, g->x, g->y, g->w, g->h);
  sl_power_map_place (&map, value, value, &x, &y);
  sl_scene_add_text (g->flow.scene, SL_BAND_BODY, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_CENTER,
                     x - 10, g->y + g->h + 2, 20, line, text);
  sl_scene_add_text (g->flow.scene, SL_BAND_BODY, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_END, 0,
                     y - line / 2, AXIS - 5, line, text);
}

/* Where the straight line from (@x1, @y1) by (@dx, @dy) runs through a label, as shares of its
 * length. Returns: FALSE if it stays clear of it */
static gboolean
crosses_label (const SlPlaceItem *at, double x1, double y1, double dx, double dy, double *start,
               double *end)
{
  const struct
  {
    double from, by, low, high;
  } axes[] = {
    { x1, dx, at->label_x - LINE_GAP, at->label_x + at->width + LINE_GAP },
    { y1, dy, at->label_y - LINE_GAP, at->label_y + at->height + LINE_GAP },
  };

  *start = 0;
  *end = 1;
  for (guint i = 0; i < G_N_ELEMENTS (axes); i++)
    {
      const double low = (axes[i].low - axes[i].from) / axes[i].by;
      const double high = (axes[i].high - axes[i].from) / axes[i].by;

      if (axes[i].by != 0)
        {
          *start = MAX (*start, MIN (low, high));
          *end = MIN (*end, MAX (low, high));
        }
      else if (axes[i].from <= axes[i].low || axes[i].from >= axes[i].high)
        return FALSE;
    }
  return at->width > 0 && *start < *end;
}

/* A line with gaps where names stand on it. */
static void
add_line (Grid *g, const SlPlaceItem *places, SlStyle style, gint z, SlPoint start, SlPoint end)
{
  const double dx = end.x - start.x, dy = end.y - start.y;
  double from = 0;

  while (from < 1)
    {
      double gap = 1, after = 1, enter, leave;

      for (guint i = 0; i < g->n_placed; i++)
        if (crosses_label (&places[i], start.x, start.y, dx, dy, &enter, &leave) && leave > from
            && enter < gap)
          {
            gap = enter;
            after = leave;
          }
      if (gap > from)
        sl_scene_add_line (g->flow.scene, SL_BAND_BODY, style, start.x + from * dx,
                           start.y + from * dy, start.x + gap * dx, start.y + gap * dy)
            ->z
            = z;
      from = after;
    }
}

static void
add_frame (Grid *g, const SlPlaceItem *places)
{
  SlScene *scene = g->flow.scene;
  SlMark *mark
      = sl_scene_add_rect (scene, SL_BAND_BODY, SL_STYLE_GRID_STRONG, g->x, g->y, g->w, g->h);

  mark->outline = TRUE;
  mark->z = FRAME_Z;
  add_field (g, SL_QUADRANT_KEEP_SATISFIED, FALSE, TRUE);
  add_field (g, SL_QUADRANT_MANAGE_CLOSELY, TRUE, TRUE);
  add_field (g, SL_QUADRANT_MONITOR, FALSE, FALSE);
  add_field (g, SL_QUADRANT_KEEP_INFORMED, TRUE, FALSE);
  add_line (g, places, SL_STYLE_GRID, 0, (SlPoint){ g->x + g->w / 2, g->y },
            (SlPoint){ g->x + g->w / 2, g->y + g->h });
  add_line (g, places, SL_STYLE_GRID, 0, (SlPoint){ g->x, g->y + g->h / 2 },
            (SlPoint){ g->x + g->w, g->y + g->h / 2 });
  for (double value = 0; value <= SL_STAKEHOLDER_SCALE; value += SL_STAKEHOLDER_SCALE / 2)
    add_tick (g, value);
}

/* Disc, name and engagement. */
static void
add_item (Grid *g, const SlPowerItem *item, const SlPlaceItem *at, gint32 color)
{
  SlScene *scene = g->flow.scene;
  const double r = at->radius;
  g_autofree char *engagement = sl_power_item_engagement (item);
  g_autofree char *label = sl_power_item_say (item);
  SlMark *mark = sl_scene_add_rect (scene, SL_BAND_BODY, SL_STYLE_STRIPE, at->at_x - r,
                                    at->at_y - r, 2 * r, 2 * r);
  const SlAlign align = at->label_x < at->at_x ? SL_ALIGN_END : SL_ALIGN_START;
  double y = at->label_y;

  mark->radius = r;
  mark->color = color;
  mark->z = 2;
  sl_mark_set_hit (mark, SL_KIND_PARTY, item->id, SL_PART_WHOLE, label);
  y += sl_flow_text_at (&g->flow, SL_STYLE_TEXT, SL_FONT_LABEL, align, at->label_x, y, at->width,
                        item->title);
  if (engagement != NULL)
    sl_flow_text_at (&g->flow, item->gap > 0 ? SL_STYLE_TEXT : SL_STYLE_TEXT_DIM, SL_FONT_SMALL,
                     align, at->label_x, y, at->width, engagement);
}

static gboolean
is_under_label (const Grid *g, const SlPlaceItem *places, double x, double y)
{
  double start, end;

  for (guint i = 0; i < g->n_placed; i++)
    if (crosses_label (&places[i], x, y, 0, 0, &start, &end))
      return TRUE;
  return FALSE;
}

/* From a disc that stands aside to where it belongs. */
static void
add_leader (Grid *g, const SlPlaceItem *places, const SlPlaceItem *at)
{
  SlMark *mark;

  if (hypot (at->at_x - at->x, at->at_y - at->y) < NEAR)
    return;
  add_line (g, places, SL_STYLE_EDGE, -1, (SlPoint){ at->x, at->y },
            (SlPoint){ at->at_x, at->at_y });
  if (is_under_label (g, places, at->x, at->y))
    return;
  mark = sl_scene_add_rect (g->flow.scene, SL_BAND_BODY, SL_STYLE_EDGE, at->x - 1.5, at->y - 1.5, 3,
                            3);
  mark->radius = 1.5;
  mark->z = -1;
}

/* Those who have no place yet stand in rows below, to be dragged into the grid. Returns: the y
 * below them */
static double
add_waiting (Grid *g, const SlSnapshot *plan, double y)
{
  const double right = g->x + g->w;
  double x = g->x, height = 0;

  if (g->n_placed == g->list->len)
    return y;
  y += 4
       + sl_flow_text_at (&g->flow, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_START, g->x, y, g->w,
                          _ ("No place yet"));
  for (guint i = g->n_placed; i < g->list->len; i++)
    {
      const SlPowerItem *item = sl_power_list_get (g->list, i);
      SlPlaceItem at = { .radius = radius_of (item) };

      measure_label (g, item, &at.width, &at.height);
      if (x > g->x && x + 2 * at.radius + 3 + at.width > right)
        {
          x = g->x;
          y += height + 5;
          height = 0;
        }
      height = MAX (height, MAX (at.height, 2 * at.radius));
      at.x = at.at_x = x + at.radius;
      at.y = at.at_y = y + MAX (at.height / 2, at.radius);
      at.label_x = x + 2 * at.radius + 3;
      at.label_y = at.at_y - at.height / 2;
      add_item (g, item, &at, sl_party_color (plan, item->id));
      x = at.label_x + at.width + 14;
    }
  return y + height + 4;
}

static void
add_legend (SlScene *scene)
{
  SlMark sample = { .type = SL_MARK_RECT,
                    .style = SL_STYLE_STRIPE,
                    .x = 6,
                    .w = 12,
                    .h = 12,
                    .radius = 6,
                    .color = -1,
                    .hit = { .kind = SL_N_KINDS } };

  sl_scene_add_legend (scene, &sample, _ ("size: influence, power × interest"));
  sample = (SlMark){ .type = SL_MARK_LINE,
                     .style = SL_STYLE_EDGE,
                     .x = 2,
                     .y = 6,
                     .w = 20,
                     .color = -1,
                     .hit = { .kind = SL_N_KINDS } };
  sl_scene_add_legend (scene, &sample, _ ("moved aside from where it belongs"));
}

static void
add_grid (Grid *g, const SlSnapshot *plan, const SlChartParams *params, double width)
{
  g_autofree SlPlaceItem *places = NULL;
  const double line = sl_text_measure_line_height (g->flow.measure, SL_FONT_BOLD);
  double y;

  g->x = AXIS;
  g->y = line + 3;
  g->w = width - AXIS - 12;
  g->h = CLAMP (params->height > 0 ? params->height * GRID_SHARE : width * HEIGHT_SHARE,
                LEAST_HEIGHT, MOST_HEIGHT);
  places = find_places (g);
  sl_scene_add_text (g->flow.scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_START, 0, 0,
                     g->w, line, _ ("Power"));
  add_frame (g, places);
  for (guint i = 0; i < g->n_placed; i++)
    {
      add_item (g, sl_power_list_get (g->list, i), &places[i],
                sl_party_color (plan, sl_power_list_get (g->list, i)->id));
      add_leader (g, places, &places[i]);
    }
  y = g->y + g->h + 2;
  sl_scene_add_text (g->flow.scene, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_END,
                     g->x + g->w / 2 + 12, y, g->w / 2 - 12 - EDGE - 14, line, _ ("Interest"));
  y += line + 6;
  sl_scene_add_break_y (g->flow.scene, y);
  y = add_waiting (g, plan, y + 2);
  sl_scene_set_size (g->flow.scene, width, y);
}

static void
layout (const SlSnapshot *plan, const SlChartParams *params, SlTextMeasure *measure, SlScene *scene)
{
  g_autoptr (GArray) list = sl_power_list_new (plan);
  const double given = params->width > 0.0 ? params->width : params->sheet_width;
  Grid g = { .list = list };

  sl_flow_init (&g.flow, scene, measure, params);
  if (list->len == 0)
    {
      sl_flow_paragraph (&g.flow, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, 0.0,
                         _ ("No parties yet. Add who has a stake, then say how much power and "
                            "interest each has."));
      sl_flow_finish (&g.flow);
      return;
    }
  while (g.n_placed < list->len && sl_power_item_has_place (sl_power_list_get (list, g.n_placed)))
    g.n_placed++;
  add_grid (&g, plan, params, given > 0.0 ? MAX (given, LEAST_WIDTH) : NATURAL_WIDTH);
  add_legend (scene);
}

static char *
headline (const SlSnapshot *plan, const SlChartParams *params)
{
  g_autoptr (GArray) list = sl_power_list_new (plan);

  return sl_power_list_headline (list);
}

const SlChart sl_chart_power_interest = {
  .id = "power-interest",
  .title = N_ ("Power and Interest"),
  .kinds = SL_KIND_BIT (SL_KIND_PARTY) | SL_KIND_BIT (SL_KIND_SHEET),
  .layout = layout,
  .headline = headline,
};
