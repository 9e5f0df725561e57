/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pagination: lays a chart out for a sheet, finds the scale at which it is legible on the fewest
 * pages, and cuts it into tiles that repeat the heads. */

#include "config.h"

#include "sl-paginate-private.h"

#include <math.h>

#include "base/sl-date.h"
#include "sl-page-frame.h"
#include "sl-scene-private.h"

#define DEFAULT_MARGIN 36.0
/* Small charts are enlarged up to this. */
#define MAX_SCALE 1.3
/* Heads are repeated while they leave this share of the page to the body. */
#define BODY_SHARE 0.35
/* What headline, legend and footer usually take; pt. */
#define USUAL_FRAME 90.0
/* More room than expected that is worth another layout; pt. */
#define ROOM_WORTH 40.0
/* Lines at the outer edge of a scene need half their width outside. */
#define EDGE 1.0
/* Layouts until the room that a frame leaves is no surprise any more. */
#define MAX_LAYOUTS 3
#define BAND_ALL ~0u
/* So many times the pages are taken to spare a cut through what belongs together. */
#define FORCED_PAGES 4

struct _SlPages
{
  SlSheet sheet; /* strings owned */
  double width, height, margin;
  double min_pt;
  double frame_scale;
  SlTextMeasure *measure;
  SlRect body; /* pt */
  SlScene *scene;
  double scale;
  gboolean repeat; /* heads stand on every tile */
  guint n_columns, n_rows;
  GArray *tiles; /* of SlTile */
};

static const struct
{
  const char *name;
  double width, height; /* pt, upright */
} papers[] = {
  [SL_PAPER_A4] = { "A4", 595.276, 841.89 },
  [SL_PAPER_A3] = { "A3", 841.89, 1190.551 },
  [SL_PAPER_LETTER] = { "Letter", 612, 792 },
  [SL_PAPER_TABLOID] = { "Tabloid", 792, 1224 },
};

gboolean
sl_paper_by_name (const char *name, SlPaper *paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (name, papers[i].name) == 0)
      {
        *paper = i;
        return TRUE;
      }
  return FALSE;
}

void
sl_paper_size (SlPaper paper, gboolean landscape, double *width, double *height)
{
  g_return_if_fail (paper < G_N_ELEMENTS (papers));

  *width = landscape ? papers[paper].height : papers[paper].width;
  *height = landscape ? papers[paper].width : papers[paper].height;
}

void
sl_sheet_init (SlSheet *sheet)
{
  *sheet = (SlSheet){
    .paper = SL_PAPER_A4,
    .landscape = TRUE,
    .palette = SL_PALETTE_PRINT,
    .today = sl_day_today (),
  };
}

gboolean
sl_sheet_is_cancelled (const SlSheet *sheet)
{
  return sheet->watch != NULL && g_cancellable_is_cancelled (sheet->watch->cancellable);
}

void
sl_sheet_report (const SlSheet *sheet, guint done, guint total)
{
  if (sheet->watch != NULL && sheet->watch->progress != NULL)
    sheet->watch->progress ((double)done / MAX (1, total), sheet->watch->data);
}

/* --- Scale --- */

static double
smallest_scale (const SlPages *self, const SlScene *scene)
{
  const double font = sl_scene_get_smallest_font (scene);

  return font > 0 ? self->min_pt / font : 0.1;
}

static gboolean
can_repeat (const SlPages *self, const SlScene *scene, double scale)
{
  return self->body.w - sl_scene_get_side (scene) * scale >= self->body.w * BODY_SHARE
         && self->body.h - sl_scene_get_top (scene) * scale >= self->body.h * BODY_SHARE;
}

/* What cutting a scene at some scale needs to know of it. */
typedef struct
{
  const SlPages *pages;
  const SlScene *scene;
  GArray *boxes_x, *boxes_y; /* of its texts, which forced cuts spare */
} Cutter;

static GArray *
collect_boxes (const SlScene *scene, gboolean vertical)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < sl_scene_n_marks (scene); i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, i);

      if (mark->type != SL_MARK_TEXT || *mark->text == '\0')
        continue;
      const double start = vertical ? mark->y : mark->x;
      const double end = start + (vertical ? mark->h : mark->w);
      g_array_append_val (boxes, start);
      g_array_append_val (boxes, end);
    }
  return sl_paginate_merge_boxes (boxes);
}

static Cutter
make_cutter (const SlPages *pages, const SlScene *scene)
{
  return (Cutter){ pages, scene, collect_boxes (scene, FALSE), collect_boxes (scene, TRUE) };
}

static void
clear_cutter (Cutter *c)
{
  g_array_unref (c->boxes_x);
  g_array_unref (c->boxes_y);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Cutter, clear_cutter)

static GArray *
cut_columns (const Cutter *c, double scale, gboolean repeat)
{
  const double width = sl_scene_get_width (c->scene);
  const double side = repeat ? sl_scene_get_side (c->scene) : 0;
  const gboolean rtl = sl_scene_get_rtl (c->scene);

  return sl_paginate_cut (rtl ? 0 : side, rtl ? width - side : width,
                          c->pages->body.w / scale - side, sl_scene_get_breaks_x (c->scene),
                          c->boxes_x);
}

static GArray *
cut_rows (const Cutter *c, double scale, gboolean repeat)
{
  const double top = repeat ? sl_scene_get_top (c->scene) : 0;

  return sl_paginate_cut (top, sl_scene_get_height (c->scene), c->pages->body.h / scale - top,
                          sl_scene_get_breaks_y (c->scene), c->boxes_y);
}

/* What a scale costs: cuts through marks weigh most, then sheets; then the larger type is better.
 */
typedef struct
{
  guint n_forced;
  guint n_pages;
  double scale;
} Cost;

static gboolean
is_cheaper (const Cost *a, const Cost *b)
{
  if (a->n_forced != b->n_forced)
    return a->n_forced < b->n_forced;
  if (a->n_pages != b->n_pages)
    return a->n_pages < b->n_pages;
  return a->scale > b->scale + 1e-6;
}

/* Cuts that stand at none of the @breaks; both ascend. */
static guint
count_forced (const GArray *cuts, const GArray *breaks)
{
  guint n = 0;
  guint b = 0;

  for (guint i = 1; i + 1 < cuts->len; i++)
    {
      const double cut = g_array_index (cuts, double, i);

      while (b < breaks->len && g_array_index (breaks, double, b) < cut - 0.1)
        b++;
      n += b == breaks->len || g_array_index (breaks, double, b) > cut + 0.1;
    }
  return n;
}

static Cost
cost_of (const Cutter *c, double scale)
{
  const gboolean repeat = can_repeat (c->pages, c->scene, scale);
  g_autoptr (GArray) columns = cut_columns (c, scale, repeat);
  g_autoptr (GArray) rows = cut_rows (c, scale, repeat);

  return (Cost){ count_forced (columns, sl_scene_get_breaks_x (c->scene))
                     + count_forced (rows, sl_scene_get_breaks_y (c->scene)),
                 (columns->len - 1) * (rows->len - 1), scale };
}

/* The scale at which @scene stays legible and costs least. */
static Cost
find_scale (const SlPages *self, const SlScene *scene)
{
  const double least = smallest_scale (self, scene);
  const double fit_w = self->body.w / sl_scene_get_width (scene);
  const double fit_h = self->body.h / sl_scene_get_height (scene);
  const double most = MAX (1.0, least);
  const double candidates[] = { CLAMP (fit_w, least, most), CLAMP (fit_h, least, most), least };

  if (!self->sheet.tile && MIN (fit_w, fit_h) >= least)
    return (Cost){ 0, 1, MIN (MIN (fit_w, fit_h), MAX (MAX_SCALE, least)) };

  g_auto (Cutter) cutter = make_cutter (self, scene);
  Cost best = cost_of (&cutter, most);

  for (guint i = 0; i < G_N_ELEMENTS (candidates) && !self->sheet.tile; i++)
    if (candidates[i] < most)
      {
        const Cost cost = cost_of (&cutter, candidates[i]);

        if (is_cheaper (&cost, &best))
          best = cost;
      }
  return best;
}

/* --- Building --- */

/* Whether @tile would be a sheet with nothing but its frame. */
static gboolean
is_blank (const SlScene *scene, const SlTile *tile)
{
  const GArray *near = sl_scene_find_marks (scene, tile->y1, tile->y2);

  for (guint i = 0; i < near->len; i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, g_array_index (near, guint, i));
      double x, y, w, h;

      if (mark->band != SL_BAND_BODY
          || (mark->type != SL_MARK_TEXT && mark->hit.kind == SL_N_KINDS))
        continue;
      sl_mark_get_bounds (mark, &x, &y, &w, &h);
      if (x < tile->x2 && x + w > tile->x1 && y < tile->y2 && y + h > tile->y1)
        return FALSE;
    }
  return TRUE;
}

/* A poster is a whole rectangle; of other charts blank sheets are left out. */
static void
cut_tiles (SlPages *self)
{
  self->repeat = can_repeat (self, self->scene, self->scale);
  g_auto (Cutter) cutter = make_cutter (self, self->scene);
  g_autoptr (GArray) columns = cut_columns (&cutter, self->scale, self->repeat);
  g_autoptr (GArray) rows = cut_rows (&cutter, self->scale, self->repeat);
  const gboolean rtl = sl_scene_get_rtl (self->scene);

  self->n_columns = columns->len - 1;
  self->n_rows = rows->len - 1;
  for (guint row = 0; row < self->n_rows; row++)
    for (guint column = 0; column < self->n_columns; column++)
      {
        const guint from_start = rtl ? self->n_columns - 1 - column : column;
        const SlTile tile = {
          .row = row,
          .column = column,
          .x1 = g_array_index (columns, double, from_start),
          .x2 = g_array_index (columns, double, from_start + 1),
          .y1 = g_array_index (rows, double, row),
          .y2 = g_array_index (rows, double, row + 1),
        };

        if (self->sheet.tile || self->n_rows * self->n_columns == 1
            || !is_blank (self->scene, &tile))
          g_array_append_val (self->tiles, tile);
      }
}

/* Finds the room that the frame of @scene leaves. */
static void
measure_body (SlPages *self, const SlScene *scene)
{
  const double s = self->frame_scale;
  const SlFrameText text = { 0 };

  sl_scene_unref (sl_page_frame_new (scene, &self->sheet, self->width / s, self->height / s,
                                     self->margin / s, self->measure, &text, &self->body));
  self->body = (SlRect){ self->body.x * s, self->body.y * s, self->body.w * s, self->body.h * s };
}

/* Lays out for the room that there is at scale @at_scale. Where the frame of the result leaves less
 * room than was promised, it is laid out again for that: a chart that deals itself onto sheets
 * would be cut otherwise. (transfer full) */
static SlScene *
lay_out_for_body (SlPages *self, const SlChart *chart, const SlSnapshot *plan,
                  const SlChartParams *params, double at_scale)
{
  SlChartParams p = *params;
  SlScene *scene = NULL;
  g_autofree char *headline = NULL;

  p.paper = TRUE;
  if (self->scene != NULL)
    headline = g_strdup (sl_scene_get_headline (self->scene));
  if (self->sheet.party != SL_ID_NONE)
    p.party = self->sheet.party;
  for (guint i = 0; i < MAX_LAYOUTS; i++)
    {
      const double promised = self->body.h;

      g_clear_pointer (&scene, sl_scene_unref);
      p.width = self->sheet.tile ? 0 : self->body.w / at_scale;
      p.height = self->sheet.tile ? 0 : self->body.h / at_scale;
      p.sheet_width = self->sheet.tile ? self->body.w / at_scale : 0;
      p.headline = headline;
      scene = sl_chart_layout (chart, plan, &p, self->measure);
      if (headline == NULL)
        headline = g_strdup (sl_scene_get_headline (scene));
      measure_body (self, scene);
      if (self->body.h >= promised - 0.5 || sl_sheet_is_cancelled (&self->sheet))
        break;
    }
  return scene;
}

/* Keeps a layout for @at_scale where it is cheaper than what is kept, or costs the same: then it
 * fills the sheets better. */
static void
try_layout (SlPages *self, const SlChart *chart, const SlSnapshot *plan,
            const SlChartParams *params, double at_scale, Cost *kept)
{
  const SlRect old_body = self->body;
  SlScene *scene = lay_out_for_body (self, chart, plan, params, at_scale);
  const Cost cost = find_scale (self, scene);

  if (self->scene != NULL && is_cheaper (kept, &cost))
    {
      self->body = old_body;
      sl_scene_unref (scene);
      return;
    }
  g_clear_pointer (&self->scene, sl_scene_unref);
  self->scene = scene;
  self->scale = cost.scale;
  *kept = cost;
}

static void
lay_out (SlPages *self, const SlChart *chart, const SlSnapshot *plan, const SlChartParams *params)
{
  const double expected = self->body.h;
  Cost kept;

  try_layout (self, chart, plan, params, 1, &kept);
  /* Headline and legend left room to a chart that could use it. */
  if (kept.n_pages > 1 && self->body.h > expected + ROOM_WORTH
      && !sl_sheet_is_cancelled (&self->sheet))
    try_layout (self, chart, plan, params, 1, &kept);
  if (kept.n_pages > 1 && !self->sheet.tile && !sl_sheet_is_cancelled (&self->sheet))
    try_layout (self, chart, plan, params, MIN (1, smallest_scale (self, self->scene)), &kept);
}

SlPages *
sl_pages_new (const SlChart *chart, const SlSnapshot *plan, const SlChartParams *params,
              const SlSheet *sheet, SlTextMeasure *measure)
{
  g_return_val_if_fail (chart != NULL && plan != NULL && params != NULL && sheet != NULL, NULL);

  SlPages *self = g_new0 (SlPages, 1);
  const double frame_font = sl_font_size (SL_FONT_SMALL);

  self->sheet = *sheet;
  self->sheet.project = g_strdup (sheet->project);
  self->sheet.audience = g_strdup (sheet->audience);
  self->measure = sl_text_measure_ref (measure);
  self->margin = sheet->margin > 0 ? sheet->margin : DEFAULT_MARGIN;
  self->min_pt = MAX (sheet->min_pt, SL_PAPER_MIN_PT);
  self->frame_scale = MAX (1, self->min_pt / frame_font);
  self->tiles = g_array_new (FALSE, FALSE, sizeof (SlTile));
  sl_paper_size (sheet->paper, sheet->landscape, &self->width, &self->height);
  self->body = (SlRect){ self->margin, self->margin, self->width - 2 * self->margin,
                         self->height - 2 * self->margin - USUAL_FRAME };
  lay_out (self, chart, plan, params);
  cut_tiles (self);
  self->sheet.watch = NULL;
  self->sheet.since = NULL;
  return self;
}

void
sl_pages_free (SlPages *self)
{
  g_free ((char *)self->sheet.project);
  g_free ((char *)self->sheet.audience);
  sl_text_measure_free (self->measure);
  g_clear_pointer (&self->scene, sl_scene_unref);
  g_array_unref (self->tiles);
  g_free (self);
}

/* --- Reading --- */

guint
sl_pages_count (const SlPages *self)
{
  return self->tiles->len;
}

void
sl_pages_size (const SlPages *self, double *width, double *height)
{
  *width = self->width;
  *height = self->height;
}

double
sl_pages_smallest_text (const SlPages *self)
{
  const double frame = sl_font_size (SL_FONT_SMALL) * self->frame_scale;
  const double font = sl_scene_get_smallest_font (self->scene);

  return font > 0 ? MIN (frame, font * self->scale) : frame;
}

const SlScene *
sl_pages_get_scene (const SlPages *self)
{
  return self->scene;
}

const SlTile *
sl_pages_get_tile (const SlPages *self, guint n)
{
  return &g_array_index (self->tiles, SlTile, n);
}

double
sl_pages_get_scale (const SlPages *self)
{
  return self->scale;
}

void
sl_pages_get_body (const SlPages *self, SlRect *body)
{
  *body = self->body;
}

/* "A1" is the first tile of the first row, "B1" stands below it. (transfer full) */
static char *
name_tile (const SlPages *self, const SlTile *tile)
{
  if (!self->sheet.tile && self->n_columns == 1)
    return NULL;
  if (self->tiles->len == 1)
    return NULL;
  if (tile->row < 26)
    return g_strdup_printf ("%c%u", 'A' + (char)tile->row, tile->column + 1);
  return g_strdup_printf ("%c%c%u", 'A' + (char)(tile->row / 26 % 26 - 1),
                          'A' + (char)(tile->row % 26), tile->column + 1);
}

SlScene *
sl_pages_make_frame (const SlPages *self, guint n, guint number, guint total, double *scale)
{
  const double s = self->frame_scale;
  const SlTile *tile = sl_pages_get_tile (self, n);
  const double side = self->repeat ? sl_scene_get_side (self->scene) : 0;
  const double top = self->repeat ? sl_scene_get_top (self->scene) : 0;
  g_autofree char *name = name_tile (self, tile);
  const gboolean poster = self->sheet.tile && self->tiles->len > 1;
  const SlFrameText text = {
    .number = number,
    .total = total,
    .tile = name,
    .crop_w = poster ? (tile->x2 - tile->x1 + side) * self->scale / s : 0,
    .crop_h = poster ? (tile->y2 - tile->y1 + top) * self->scale / s : 0,
  };
  SlRect body;

  *scale = s;
  return sl_page_frame_new (self->scene, &self->sheet, self->width / s, self->height / s,
                            self->margin / s, self->measure, &text, &body);
}

/* Adds the view of @bands with the corner of @source at @dx, @dy from the chart's corner; an edge
 * that is the scene's own is shown with the lines upon it. */
static void
add_view (const SlPages *self, SlView *views, guint *n, guint bands, SlRect source, double x,
          double y)
{
  if (source.w <= 0 || source.h <= 0)
    return;
  if (source.x <= 0)
    {
      source.x -= EDGE;
      source.w += EDGE;
      x -= EDGE * self->scale;
    }
  if (source.y <= 0)
    {
      source.y -= EDGE;
      source.h += EDGE;
      y -= EDGE * self->scale;
    }
  if (source.x + source.w >= sl_scene_get_width (self->scene))
    source.w += EDGE;
  if (source.y + source.h >= sl_scene_get_height (self->scene))
    source.h += EDGE;
  views[(*n)++] = (SlView){ bands, source, x, y };
}

guint
sl_pages_get_views (const SlPages *self, guint n, SlView *views)
{
  const SlTile *tile = sl_pages_get_tile (self, n);
  const gboolean rtl = sl_scene_get_rtl (self->scene);
  const double side = self->repeat ? sl_scene_get_side (self->scene) : 0;
  const double top = self->repeat ? sl_scene_get_top (self->scene) : 0;
  const double w = tile->x2 - tile->x1, h = tile->y2 - tile->y1;
  const double side_x = rtl ? sl_scene_get_width (self->scene) - side : 0;
  /* The chart stands at the start of its room. */
  const double left = rtl ? self->body.x + self->body.w - (w + side) * self->scale : self->body.x;
  const double body_x = left + (rtl ? 0 : side * self->scale);
  const double side_at = left + (rtl ? w * self->scale : 0);
  const double body_y = self->body.y + top * self->scale;
  guint count = 0;

  if (!self->repeat)
    {
      add_view (self, views, &count, BAND_ALL, (SlRect){ tile->x1, tile->y1, w, h }, body_x,
                body_y);
      return count;
    }
  add_view (self, views, &count, 1u << SL_BAND_BODY, (SlRect){ tile->x1, tile->y1, w, h }, body_x,
            body_y);
  add_view (self, views, &count, 1u << SL_BAND_SIDE, (SlRect){ side_x, tile->y1, side, h }, side_at,
            body_y);
  add_view (self, views, &count, 1u << SL_BAND_TOP, (SlRect){ tile->x1, 0, w, top }, body_x,
            self->body.y);
  add_view (self, views, &count, 1u << SL_BAND_CORNER, (SlRect){ side_x, 0, side, top }, side_at,
            self->body.y);
  return count;
}

void
sl_pages_draw (const SlPages *self, guint n, cairo_t *cr, guint number, guint total)
{
  SlView views[4];
  double frame_scale;

  g_return_if_fail (self != NULL && n < self->tiles->len && cr != NULL);

  g_autoptr (SlScene) frame = sl_pages_make_frame (self, n, number, total, &frame_scale);
  cairo_save (cr);
  cairo_scale (cr, frame_scale, frame_scale);
  sl_paint_scene (frame, cr, self->sheet.palette, BAND_ALL, NULL);
  cairo_restore (cr);
  const guint n_views = sl_pages_get_views (self, n, views);
  for (guint i = 0; i < n_views; i++)
    {
      cairo_save (cr);
      cairo_translate (cr, views[i].x, views[i].y);
      cairo_scale (cr, self->scale, self->scale);
      cairo_translate (cr, -views[i].source.x, -views[i].source.y);
      sl_paint_scene (self->scene, cr, self->sheet.palette, views[i].bands, &views[i].source);
      cairo_restore (cr);
    }
}
