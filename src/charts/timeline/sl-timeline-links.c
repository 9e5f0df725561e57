/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Arrows of dependencies: finish or start of one mark to start or finish of another, by horizontal
 * and vertical lines, with the lag where there is room. */

#include "config.h"

#include <math.h>

#include "base/sl-codes.h"
#include "timeline/sl-timeline-private.h"

#define REACH 5.0 /* how far a line leaves a mark before it turns */
#define ARROW 5.0
/* With more rows than this, labels do not keep clear of lines: too many to look through. */
#define CLEAR_MAX_ROWS 2000

typedef struct
{
  SlPoint points[6];
  guint n;
  SlSymbol arrow;
} Route;

/* A lag whose text finds its place when all lines have theirs. */
typedef struct
{
  Route route;
  guint from, to; /* rows */
  char *text;
} Lag;

static void
add_point (Route *route, double x, double y)
{
  route->points[route->n++] = (SlPoint){ x, y };
}

static double
keep_inside (const SlTimeline *self, double x)
{
  return CLAMP (x, self->side_w + 1, self->side_w + self->body_w - 1);
}

/* The border of @item's row that looks to @other. */
static double
border_towards (const SlTimelineItem *item, const SlTimelineItem *other)
{
  return item->y > other->y ? item->y : item->y + item->h;
}

/* Upper or lower edge of @item's mark, whichever looks to @other. */
static double
edge_towards (const SlTimelineItem *item, const SlTimelineItem *other)
{
  const double half
      = (sl_timeline_item_is_point (item) ? sl_timeline_item_diamond (item) : item->mark_h) / 2;
  const double middle = sl_timeline_item_middle (item);
  return item->y > other->y ? middle - half : middle + half;
}

/* Out at the end, into the upper or lower edge of what follows: the common case. */
static void
route_down (Route *route, const SlTimelineItem *from, const SlTimelineItem *to)
{
  const double x = sl_timeline_item_is_point (to) ? (to->x1 + to->x2) / 2
                                                  : to->x1 + MIN (REACH, (to->x2 - to->x1) / 2);
  if (x > from->x2 + 1)
    {
      add_point (route, from->x2, sl_timeline_item_middle (from));
      add_point (route, x, sl_timeline_item_middle (from));
    }
  else
    add_point (route, x, edge_towards (from, to));
  add_point (route, x, edge_towards (to, from));
  route->arrow = to->y > from->y ? SL_SYMBOL_ARROW_DOWN : SL_SYMBOL_ARROW_UP;
}

/* Out at @x1, back along the border of the row, in at @x2. @out and @in: 1 to the right of the
 * marks, -1 to the left. */
static void
route_around (const SlTimeline *self, Route *route, const SlTimelineItem *from,
              const SlTimelineItem *to, int out, int in)
{
  const double x1 = out > 0 ? from->x2 : from->x1, x2 = in > 0 ? to->x2 : to->x1;
  const double turn1 = keep_inside (self, x1 + out * REACH);
  const double turn2 = keep_inside (self, x2 + in * (REACH + ARROW / 2));
  const double y1 = sl_timeline_item_middle (from), y2 = sl_timeline_item_middle (to);
  add_point (route, x1, y1);
  add_point (route, turn1, y1);
  add_point (route, turn1, border_towards (to, from));
  add_point (route, turn2, border_towards (to, from));
  add_point (route, turn2, y2);
  add_point (route, x2, y2);
  route->arrow = in > 0 ? SL_SYMBOL_ARROW_LEFT : SL_SYMBOL_ARROW_RIGHT;
}

/* Out at one side, straight down, in at the same side. @side: 1 right, -1 left. */
static void
route_beside (const SlTimeline *self, Route *route, const SlTimelineItem *from,
              const SlTimelineItem *to, int side)
{
  const double x1 = side > 0 ? from->x2 : from->x1, x2 = side > 0 ? to->x2 : to->x1;
  const double far = side > 0 ? MAX (x1, x2) : MIN (x1, x2);
  const double turn = keep_inside (self, far + side * (REACH + ARROW / 2));
  add_point (route, x1, sl_timeline_item_middle (from));
  add_point (route, turn, sl_timeline_item_middle (from));
  add_point (route, turn, sl_timeline_item_middle (to));
  add_point (route, x2, sl_timeline_item_middle (to));
  route->arrow = side > 0 ? SL_SYMBOL_ARROW_LEFT : SL_SYMBOL_ARROW_RIGHT;
}

static void
make_route (const SlTimeline *self, Route *route, gint64 type, const SlTimelineItem *from,
            const SlTimelineItem *to)
{
  if (type == SL_DEPENDENCY_SS)
    route_beside (self, route, from, to, -1);
  else if (type == SL_DEPENDENCY_FF)
    route_beside (self, route, from, to, 1);
  else if (type == SL_DEPENDENCY_SF)
    route_around (self, route, from, to, -1, 1);
  else if ((sl_timeline_item_is_point (to) ? (to->x1 + to->x2) / 2 : to->x1) + REACH >= from->x2)
    route_down (route, from, to);
  else
    route_around (self, route, from, to, 1, -1);
}

/* An end that lies beyond the days shown has no place to draw a line to. */
static gboolean
can_draw (gint64 type, const SlTimelineItem *from, const SlTimelineItem *to)
{
  const gboolean from_end = type == SL_DEPENDENCY_FS || type == SL_DEPENDENCY_FF;
  const gboolean to_end = type == SL_DEPENDENCY_FF || type == SL_DEPENDENCY_SF;
  return !(from_end ? from->cut_end : from->cut_start) && !(to_end ? to->cut_end : to->cut_start);
}

/* Keeps labels off the lines of @route between two rows. */
static void
take_route (SlTimeline *self, const Route *route, guint from, guint to)
{
  for (guint i = 0; i + 1 < route->n; i++)
    {
      const SlPoint *a = &route->points[i], *b = &route->points[i + 1];
      const double top = MIN (a->y, b->y), bottom = MAX (a->y, b->y);
      for (guint row = MIN (from, to); row <= MAX (from, to); row++)
        {
          const SlTimelineItem *item = sl_timeline_row (self, row);
          if (bottom > item->mark_y + 1 && top < item->mark_y + item->mark_h - 1)
            sl_timeline_take (self, row, MIN (a->x, b->x) - 1, MAX (a->x, b->x) + 1);
        }
    }
}

static void
draw_arrow (SlTimeline *self, const Route *route, SlStyle style, int z)
{
  const SlPoint tip = route->points[route->n - 1];
  const double back = ARROW / 2;
  const double dx = route->arrow == SL_SYMBOL_ARROW_RIGHT  ? -back
                    : route->arrow == SL_SYMBOL_ARROW_LEFT ? back
                                                           : 0;
  const double dy = route->arrow == SL_SYMBOL_ARROW_DOWN ? -back
                    : route->arrow == SL_SYMBOL_ARROW_UP ? back
                                                         : 0;
  sl_scene_add_symbol (self->scene, SL_BAND_BODY, style, route->arrow, tip.x + dx, tip.y + dy,
                       ARROW)
      ->z
      = z;
}

/* Places @text at either side of @x in @row if nothing else is there. */
static gboolean
place_lag (SlTimeline *self, guint row, double x, double w, const Lag *lag, gboolean over_today)
{
  const SlTimelineItem *item = sl_timeline_row (self, row);
  const double h = sl_text_measure_line_height (self->measure, SL_FONT_SMALL);
  const double sides[] = { x + 2.5, x - 2.5 - w };
  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      const double left = sides[i], right = left + w;
      const gboolean on_mark
          = sl_timeline_item_is_dated (item) && left < item->x2 + 2 && item->x1 - 2 < right;
      if (on_mark || !sl_timeline_is_free (self, row, left, right)
          || (!over_today && sl_timeline_crosses_today (self, left, w)))
        continue;
      sl_scene_add_text (self->scene, SL_BAND_BODY, SL_STYLE_TEXT_DIM, SL_FONT_SMALL,
                         SL_ALIGN_START, left, sl_timeline_item_middle (item) - h / 2, w, h,
                         lag->text)
          ->z
          = SL_TIMELINE_Z_LABEL;
      sl_timeline_take (self, row, left - 1, right + 1);
      return TRUE;
    }
  return FALSE;
}

/* Beside the longest vertical line, in a row that it crosses; as near to its end as possible, but
 * rather not in the rows of the two marks, where their labels want to be. */
static void
draw_lag (SlTimeline *self, const Lag *lag)
{
  const Route *route = &lag->route;
  const guint from = lag->from, to = lag->to;
  const double x = route->points[route->n == 3 ? 1 : route->n == 2 ? 0 : 2].x;
  const int step = from < to ? -1 : 1;
  double w;
  sl_text_measure_size (self->measure, SL_FONT_SMALL, lag->text, 0, &w, NULL);
  for (guint over_today = 0; over_today < 2; over_today++)
    {
      for (guint row = to + step; row != from; row += step)
        if (place_lag (self, row, x, w, lag, over_today))
          return;
      if (place_lag (self, to, x, w, lag, over_today)
          || place_lag (self, from, x, w, lag, over_today))
        return;
    }
}

static void
draw_link (SlTimeline *self, const SlTable *links, guint link, GArray *lags)
{
  const SlId before = sl_table_ref (links, link, SL_DEPENDENCY_BEFORE);
  const SlId after = sl_table_ref (links, link, SL_DEPENDENCY_AFTER);
  const gint64 type = sl_table_int (links, link, SL_DEPENDENCY_TYPE);
  const guint from_row = sl_timeline_row_of (self, before),
              to_row = sl_timeline_row_of (self, after);
  if (from_row == G_MAXUINT || to_row == G_MAXUINT || from_row == to_row)
    return;
  const SlTimelineItem *from = sl_timeline_row (self, from_row);
  const SlTimelineItem *to = sl_timeline_row (self, to_row);
  if (!can_draw (type, from, to))
    return;
  const SlId id = sl_table_id (links, link);
  const gboolean critical
      = self->schedule != NULL && sl_plan_schedule_is_critical_link (self->schedule, id);
  const SlStyle style = critical ? SL_STYLE_CRITICAL : SL_STYLE_DEPENDENCY;
  const int z = critical ? SL_TIMELINE_Z_LINK_CRITICAL : SL_TIMELINE_Z_LINK;
  g_autofree char *label = sl_timeline_link_label (self, link);
  g_autofree char *lag = sl_timeline_lag_text (sl_table_real (links, link, SL_DEPENDENCY_LAG));
  Route route = { 0 };
  make_route (self, &route, type, from, to);
  SlMark *path = sl_scene_add_path (self->scene, SL_BAND_BODY, style, route.points, route.n);
  path->z = z;
  path->line_width = critical ? SL_TIMELINE_CRITICAL_W : 0;
  sl_mark_set_hit (path, SL_KIND_DEPENDENCY, id, SL_PART_WHOLE, label);
  path->hit.a = before;
  path->hit.b = after;
  draw_arrow (self, &route, style, z);
  self->n_links++;
  self->n_critical_links += critical;
  if (self->rows->len > CLEAR_MAX_ROWS)
    return;
  take_route (self, &route, from_row, to_row);
  if (lag == NULL)
    return;
  const Lag entry = { route, from_row, to_row, g_steal_pointer (&lag) };
  g_array_append_val (lags, entry);
}

/* Rows of a table stand in no order: links are drawn by id, so that the scene is always the same.
 */
static int
compare_links (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlTable *links = data;
  const SlId first = sl_table_id (links, *(const guint *)a);
  const SlId second = sl_table_id (links, *(const guint *)b);
  return first < second ? -1 : first > second;
}

static void
clear_lag (gpointer data)
{
  Lag *lag = data;
  g_free (lag->text);
}

void
sl_timeline_draw_links (SlTimeline *self)
{
  const SlTable *links = sl_snapshot_table (self->plan, SL_KIND_DEPENDENCY);
  const guint n = sl_table_n_rows (links);
  if (self->dense)
    return;
  g_autofree guint *order = g_new (guint, n + 1);
  g_autoptr (GArray) lags = g_array_new (FALSE, FALSE, sizeof (Lag));
  g_array_set_clear_func (lags, clear_lag);
  for (guint i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (int)n, sizeof (guint), compare_links, (gpointer)links);
  for (guint i = 0; i < n; i++)
    draw_link (self, links, order[i], lags);
  for (guint i = 0; i < lags->len; i++)
    draw_lag (self, &g_array_index (lags, Lag, i));
}
