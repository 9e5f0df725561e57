/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The painter: marks on a cairo context, whatever surface stands behind it. It decides nothing
 * about places or words; those are the scene's. */

#include "config.h"

#include "sl-paint.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "sl-font.h"
#include "sl-paint-private.h"
#include "sl-scene-private.h"
#include "sl-text-measure.h"

/* Text of fewer device pixels than this is not drawn: it could not be read. */
#define TEXT_MIN_DEVICE 2.0
/* Distance of hatch lines along x; pt. */
#define HATCH_STEP 3.2

static void
set_source (cairo_t *cr, guint32 rgba)
{
  cairo_set_source_rgba (cr, (rgba >> 24) / 255.0, ((rgba >> 16) & 0xff) / 255.0,
                         ((rgba >> 8) & 0xff) / 255.0, (rgba & 0xff) / 255.0);
}

/* Whether @mark is a line, not an area. */
static gboolean
is_stroked (const SlMark *mark)
{
  return mark->outline || mark->type == SL_MARK_LINE
         || (mark->type == SL_MARK_PATH && !mark->closed);
}

static void
get_symbol_ink (const SlMark *mark, SlPalette palette, SlInk *ink)
{
  const guint32 color = (ink->fill & 0xff) != 0 ? ink->fill : ink->stroke;
  const double r = mark->w / 2;

  ink->fill = ink->stroke = color;
  ink->round = TRUE;
  ink->line_width = mark->line_width > 0 ? mark->line_width : CLAMP (r / 3.2, 0.75, 2);
  switch (mark->symbol)
    {
    case SL_SYMBOL_CHECK:
    case SL_SYMBOL_CROSS:
      ink->fill = 0;
      ink->line_width = MAX (ink->line_width, r / 2.6);
      break;
    case SL_SYMBOL_RING:
    case SL_SYMBOL_DIAMOND_OPEN:
    case SL_SYMBOL_CLOCK:
      ink->fill = sl_palette_paint (palette, SL_STYLE_PAPER)->fill;
      break;
    case SL_SYMBOL_FLAG:
      break;
    default:
      ink->stroke = 0;
    }
}

void
sl_paint_get_ink (const SlMark *mark, SlPalette palette, SlInk *ink)
{
  const SlPaint *paint = sl_palette_paint (palette, mark->style);

  *ink = (SlInk){
    .fill = paint->fill,
    .stroke = paint->stroke,
    .line_width = mark->line_width != 0 ? mark->line_width : paint->line_width,
    .round = mark->type != SL_MARK_RECT,
    .dashed = mark->dashed,
  };
  if (mark->color >= 0)
    {
      ink->fill = sl_palette_color (palette, mark->color);
      if (is_stroked (mark))
        ink->stroke = ink->fill;
    }
  if (mark->type == SL_MARK_SYMBOL)
    {
      get_symbol_ink (mark, palette, ink);
      return;
    }
  if (is_stroked (mark))
    {
      if ((ink->stroke & 0xff) == 0)
        ink->stroke = ink->fill;
      ink->fill = 0;
    }
  if (mark->line_width < 0)
    ink->stroke = 0;
  if ((ink->stroke & 0xff) != 0 && ink->line_width <= 0)
    ink->line_width = 0.75;
  if (mark->hatched)
    ink->hatch = (ink->stroke & 0xff) != 0 ? ink->stroke
                                           : sl_palette_paint (palette, SL_STYLE_TEXT_DIM)->fill;
}

static void
path_rect (cairo_t *cr, const SlMark *mark)
{
  const double r = MIN (mark->radius, MIN (mark->w, mark->h) / 2);

  if (r <= 0)
    {
      cairo_rectangle (cr, mark->x, mark->y, mark->w, mark->h);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, mark->x + mark->w - r, mark->y + r, r, -G_PI_2, 0);
  cairo_arc (cr, mark->x + mark->w - r, mark->y + mark->h - r, r, 0, G_PI_2);
  cairo_arc (cr, mark->x + r, mark->y + mark->h - r, r, G_PI_2, G_PI);
  cairo_arc (cr, mark->x + r, mark->y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
path_points (cairo_t *cr, const SlMark *mark)
{
  const SlPoint *p = mark->points;

  if (mark->n_points == 0)
    return;
  cairo_move_to (cr, p[0].x, p[0].y);
  if (mark->curved)
    for (guint i = 1; i + 2 < mark->n_points; i += 3)
      cairo_curve_to (cr, p[i].x, p[i].y, p[i + 1].x, p[i + 1].y, p[i + 2].x, p[i + 2].y);
  else
    for (guint i = 1; i < mark->n_points; i++)
      cairo_line_to (cr, p[i].x, p[i].y);
  if (mark->closed)
    cairo_close_path (cr);
}

void
sl_paint_path_hatch (cairo_t *cr, const SlRect *bounds)
{
  const double right = bounds->x + bounds->w, bottom = bounds->y + bounds->h;
  const double first = floor ((bounds->x - bounds->h) / HATCH_STEP) * HATCH_STEP;

  for (double x = first; x < right; x += HATCH_STEP)
    {
      cairo_move_to (cr, x, bottom);
      cairo_line_to (cr, x + bounds->h, bounds->y);
    }
}

/* Hatches the inside of the current path and keeps the path. */
static void
hatch (const SlMark *mark, cairo_t *cr, guint32 rgba)
{
  SlRect bounds;
  cairo_path_t *path = cairo_copy_path (cr);

  sl_mark_get_bounds (mark, &bounds.x, &bounds.y, &bounds.w, &bounds.h);
  cairo_save (cr);
  cairo_clip (cr);
  sl_paint_path_hatch (cr, &bounds);
  set_source (cr, rgba);
  cairo_set_line_width (cr, SL_HATCH_WIDTH);
  cairo_set_dash (cr, NULL, 0, 0);
  cairo_stroke (cr);
  cairo_restore (cr);
  cairo_append_path (cr, path);
  cairo_path_destroy (path);
}

static void
path_polyline (cairo_t *cr, const double *xy, guint n)
{
  cairo_move_to (cr, xy[0], xy[1]);
  for (guint i = 1; i < n; i++)
    cairo_line_to (cr, xy[2 * i], xy[2 * i + 1]);
}

static void
path_polygon (cairo_t *cr, const double *xy, guint n)
{
  path_polyline (cr, xy, n);
  cairo_close_path (cr);
}

/* The outline of a symbol in a box of -1..1, closed where it is an area. */
static void
path_symbol (cairo_t *cr, SlSymbol symbol)
{
  static const double diamond[] = { 0, -1, 1, 0, 0, 1, -1, 0 };
  static const double triangle[] = { 0, -0.95, 1, 0.8, -1, 0.8 };
  static const double square[] = { -0.85, -0.85, 0.85, -0.85, 0.85, 0.85, -0.85, 0.85 };
  static const double check[] = { -0.8, 0.1, -0.25, 0.65, 0.85, -0.65 };
  static const double right[] = { 1, 0, -0.8, -0.8, -0.8, 0.8 };
  static const double left[] = { -1, 0, 0.8, -0.8, 0.8, 0.8 };
  static const double up[] = { 0, -1, 0.8, 0.8, -0.8, 0.8 };
  static const double down[] = { 0, 1, 0.8, -0.8, -0.8, -0.8 };
  static const double hands[] = { 0, -0.55, 0, 0, 0.45, 0.1 };
  static const double flag[] = { -0.6, -1, 0.9, -0.45, -0.6, 0.1 };

  switch (symbol)
    {
    case SL_SYMBOL_DIAMOND:
    case SL_SYMBOL_DIAMOND_OPEN:
      path_polygon (cr, diamond, 4);
      break;
    case SL_SYMBOL_CIRCLE:
    case SL_SYMBOL_RING:
      cairo_arc (cr, 0, 0, 0.9, 0, 2 * G_PI);
      cairo_close_path (cr);
      break;
    case SL_SYMBOL_TRIANGLE:
      path_polygon (cr, triangle, 3);
      break;
    case SL_SYMBOL_SQUARE:
      path_polygon (cr, square, 4);
      break;
    case SL_SYMBOL_CHECK:
      path_polyline (cr, check, 3);
      break;
    case SL_SYMBOL_CROSS:
      path_polyline (cr, (const double[]){ -0.75, -0.75, 0.75, 0.75 }, 2);
      path_polyline (cr, (const double[]){ 0.75, -0.75, -0.75, 0.75 }, 2);
      break;
    case SL_SYMBOL_PAUSE:
      cairo_rectangle (cr, -0.7, -0.85, 0.5, 1.7);
      cairo_rectangle (cr, 0.2, -0.85, 0.5, 1.7);
      break;
    case SL_SYMBOL_ARROW_RIGHT:
      path_polygon (cr, right, 3);
      break;
    case SL_SYMBOL_ARROW_LEFT:
      path_polygon (cr, left, 3);
      break;
    case SL_SYMBOL_ARROW_UP:
      path_polygon (cr, up, 3);
      break;
    case SL_SYMBOL_ARROW_DOWN:
      path_polygon (cr, down, 3);
      break;
    case SL_SYMBOL_FLAG:
      path_polygon (cr, flag, 3);
      path_polyline (cr, (const double[]){ -0.6, -1, -0.6, 1 }, 2);
      break;
    case SL_SYMBOL_CLOCK:
      cairo_arc (cr, 0, 0, 0.9, 0, 2 * G_PI);
      cairo_close_path (cr);
      path_polyline (cr, hands, 3);
      break;
    case SL_SYMBOL_NONE:
    default:
      break;
    }
}

void
sl_paint_path (const SlMark *mark, cairo_t *cr)
{
  cairo_matrix_t matrix;

  switch (mark->type)
    {
    case SL_MARK_RECT:
      path_rect (cr, mark);
      break;
    case SL_MARK_PATH:
      path_points (cr, mark);
      break;
    case SL_MARK_LINE:
      cairo_move_to (cr, mark->x, mark->y);
      cairo_line_to (cr, mark->x + mark->w, mark->y + mark->h);
      break;
    case SL_MARK_SYMBOL:
      cairo_get_matrix (cr, &matrix);
      cairo_translate (cr, mark->x, mark->y);
      cairo_scale (cr, mark->w / 2, mark->w / 2);
      path_symbol (cr, mark->symbol);
      cairo_set_matrix (cr, &matrix);
      break;
    case SL_MARK_TEXT:
    default:
      break;
    }
}

static void
set_pen (cairo_t *cr, const SlInk *ink)
{
  const double dash[] = { SL_DASH_ON (ink->line_width), SL_DASH_OFF (ink->line_width) };

  cairo_set_line_width (cr, ink->line_width);
  cairo_set_line_join (cr, ink->round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
  cairo_set_line_cap (cr, ink->round && !ink->dashed ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dash, ink->dashed ? 2 : 0, 0);
}

static void
paint_shape (const SlMark *mark, cairo_t *cr, SlPalette palette)
{
  SlInk ink;

  sl_paint_get_ink (mark, palette, &ink);
  cairo_new_path (cr);
  sl_paint_path (mark, cr);
  if ((ink.fill & 0xff) != 0)
    {
      set_source (cr, ink.fill);
      cairo_fill_preserve (cr);
    }
  if ((ink.hatch & 0xff) != 0)
    hatch (mark, cr, ink.hatch);
  if ((ink.stroke & 0xff) != 0)
    {
      set_source (cr, ink.stroke);
      set_pen (cr, &ink);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static gboolean
text_is_legible (const SlMark *mark, cairo_t *cr)
{
  double dx = 0, dy = sl_font_size (mark->font);

  cairo_user_to_device_distance (cr, &dx, &dy);
  return hypot (dx, dy) >= TEXT_MIN_DEVICE;
}

static void
paint_text (const SlMark *mark, cairo_t *cr, SlPalette palette, PangoLayout *layout)
{
  g_autoptr (GArray) lines = sl_font_place_lines (mark, layout);

  set_source (cr, sl_palette_paint (palette, mark->style)->fill);
  for (guint i = 0; i < lines->len; i++)
    {
      const SlTextLine *line = &g_array_index (lines, SlTextLine, i);

      cairo_move_to (cr, line->x, line->baseline);
      pango_cairo_show_layout_line (cr, line->line);
    }
  cairo_new_path (cr);
}

static void
paint_scene_text (const SlScene *scene, guint index, cairo_t *cr, SlPalette palette)
{
  const SlMark *mark = sl_scene_get_mark (scene, index);

  if (mark->text[0] == '\0' || !text_is_legible (mark, cr))
    return;
  GObject **slot = sl_scene_shaped_slot (scene, index);
  if (*slot == NULL)
    *slot = G_OBJECT (sl_font_shape_mark (mark));
  paint_text (mark, cr, palette, PANGO_LAYOUT (*slot));
}

void
sl_paint_mark (const SlMark *mark, cairo_t *cr, SlPalette palette)
{
  g_return_if_fail (mark != NULL && cr != NULL);

  if (mark->type != SL_MARK_TEXT)
    paint_shape (mark, cr, palette);
  else if (mark->text != NULL && text_is_legible (mark, cr))
    {
      g_autoptr (PangoLayout) layout = sl_font_shape_mark (mark);

      paint_text (mark, cr, palette, layout);
    }
}

gboolean
sl_paint_touches (const SlMark *mark, const SlRect *clip)
{
  double x, y, w, h;

  if (clip == NULL)
    return TRUE;
  sl_mark_get_bounds (mark, &x, &y, &w, &h);
  const double margin = mark->type == SL_MARK_TEXT ? 0 : SL_INK_MARGIN;
  return x - margin < clip->x + clip->w && x + w + margin > clip->x
         && y - margin < clip->y + clip->h && y + h + margin > clip->y;
}

void
sl_paint_scene (const SlScene *scene, cairo_t *cr, SlPalette palette, guint bands,
                const SlRect *clip)
{
  g_return_if_fail (scene != NULL && cr != NULL);

  const SlRect whole = { 0, 0, sl_scene_get_width (scene), sl_scene_get_height (scene) };
  const SlRect *strip = clip != NULL ? clip : &whole;
  const GArray *marks
      = sl_scene_find_marks (scene, strip->y - SL_INK_MARGIN, strip->y + strip->h + SL_INK_MARGIN);

  cairo_save (cr);
  if (clip != NULL)
    {
      cairo_rectangle (cr, clip->x, clip->y, clip->w, clip->h);
      cairo_clip (cr);
    }
  for (guint i = 0; i < marks->len; i++)
    {
      const guint index = g_array_index (marks, guint, i);
      const SlMark *mark = sl_scene_get_mark (scene, index);

      if ((bands & (1u << mark->band)) == 0 || !sl_paint_touches (mark, clip))
        continue;
      if (mark->type == SL_MARK_TEXT)
        paint_scene_text (scene, index, cr, palette);
      else
        paint_shape (mark, cr, palette);
    }
  cairo_restore (cr);
}

void
sl_paint_text_extents (const SlMark *mark, SlRect *extents)
{
  g_return_if_fail (mark != NULL && mark->type == SL_MARK_TEXT && extents != NULL);

  g_autoptr (PangoLayout) layout = sl_font_shape_mark (mark);
  g_autoptr (GArray) lines = sl_font_place_lines (mark, layout);
  double x1 = G_MAXDOUBLE, y1 = G_MAXDOUBLE, x2 = -G_MAXDOUBLE, y2 = -G_MAXDOUBLE;

  for (guint i = 0; i < lines->len; i++)
    {
      const SlTextLine *line = &g_array_index (lines, SlTextLine, i);
      PangoRectangle ink, logical;

      pango_layout_line_get_extents (line->line, &ink, &logical);
      x1 = MIN (x1, line->x + (double)MIN (ink.x, 0) / PANGO_SCALE);
      x2 = MAX (x2, line->x + (double)MAX (ink.x + ink.width, logical.width) / PANGO_SCALE);
      y1 = MIN (y1, line->baseline + (double)MIN (ink.y, logical.y) / PANGO_SCALE);
      y2 = MAX (y2,
                line->baseline
                    + (double)MAX (ink.y + ink.height, logical.y + logical.height) / PANGO_SCALE);
    }
  *extents = (SlRect){ x1, y1, x2 - x1, y2 - y1 };
}
