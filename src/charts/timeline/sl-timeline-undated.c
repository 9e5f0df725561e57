/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What has no date, on paper: a list in columns that uses the width of the sheet. On screen such
 * records are rows like others, since they can be given a date there. */

#include "config.h"

#include "timeline/sl-timeline-private.h"

#define CELL_MIN_W 165.0
#define GAP 8.0

static SlTimelineCell *
cell_at (const SlTimeline *self, guint index)
{
  return &g_array_index (self->undated, SlTimelineCell, index);
}

static const char *
owner_of (const SlTimeline *self, const SlTimelineCell *cell)
{
  return cell->item.owner != SL_ID_NONE ? sl_snapshot_title (self->plan, cell->item.owner) : "";
}

static SlFont
font_of (const SlTimeline *self, const SlTimelineCell *cell)
{
  return cell->item.type == SL_ROW_GROUP ? SL_FONT_BOLD : self->density->font;
}

/* Wide enough for the longest word; pt. */
static double
least_width (const SlTimeline *self)
{
  double least = CELL_MIN_W;
  for (guint i = 0; i < self->undated->len; i++)
    {
      const SlTimelineCell *cell = cell_at (self, i);
      const double title
          = sl_text_measure_longest_word (self->measure, font_of (self, cell), cell->item.title);
      const double owner
          = sl_text_measure_longest_word (self->measure, SL_FONT_SMALL, owner_of (self, cell));
      least = MAX (least, MAX (title, owner) + GAP);
    }
  return least;
}

double
sl_timeline_undated_side (const SlTimeline *self, double width)
{
  return width / MAX (1, (guint)(width / least_width (self)));
}

/* Height of a text, 0 of none. */
static double
text_height (const SlTimeline *self, SlFont font, const char *text, double width)
{
  double height = 0;
  if (text[0] != '\0')
    sl_text_measure_size (self->measure, font, text, width, NULL, &height);
  return height;
}

/* Places @n_cells beside each other in @width from @x on. Returns: the height of the highest */
static double
place_cells (const SlTimeline *self, guint first, guint n_cells, SlBand band, double x,
             double width)
{
  double most = 0;
  for (guint i = 0; i < n_cells && first + i < self->undated->len; i++)
    {
      SlTimelineCell *cell = cell_at (self, first + i);
      cell->band = band;
      cell->x = x + i * width / n_cells;
      cell->w = width / n_cells - GAP;
      cell->title_h = text_height (self, font_of (self, cell), cell->item.title, cell->w);
      const double owner_h = text_height (self, SL_FONT_SMALL, owner_of (self, cell), cell->w);
      most = MAX (most, cell->title_h + owner_h);
    }
  return most;
}

void
sl_timeline_measure_undated (SlTimeline *self)
{
  const double side_x = self->columns.title_x, side_w = self->side_w - side_x;
  const double least = self->undated->len > 0 ? least_width (self) : CELL_MIN_W;
  /* A poster may end at every line of time: nothing may stand across one. */
  const gboolean only_side = self->axis != NULL && self->axis->tiled;
  const guint n_side = MAX (1, (guint)(side_w / least));
  const guint n_body = only_side ? 0 : (guint)(self->body_w / least);
  double y = self->height;
  for (guint first = 0; first < self->undated->len; first += n_side + n_body)
    {
      const double side_h = place_cells (self, first, n_side, SL_BAND_SIDE, side_x, side_w);
      const double body_h = place_cells (self, first + n_side, n_body, SL_BAND_BODY,
                                         self->side_w + GAP, self->body_w - GAP);
      const double h = MAX (self->density->row, MAX (side_h, body_h) + self->density->pad);
      for (guint i = first; i < MIN (first + n_side + n_body, self->undated->len); i++)
        {
          cell_at (self, i)->y = y;
          cell_at (self, i)->h = h;
        }
      y += h;
    }
  self->height = y;
}

static void
add_text (SlTimeline *self, const SlTimelineCell *cell, SlStyle style, SlFont font, double y,
          double h, const char *text)
{
  if (text[0] != '\0')
    sl_scene_add_text (self->scene, cell->band, style, font, SL_ALIGN_START, cell->x, y, cell->w, h,
                       text)
        ->wrap
        = TRUE;
}

static void
draw_ground (SlTimeline *self, const SlTimelineCell *cell)
{
  sl_scene_add_rect (self->scene, SL_BAND_SIDE, SL_STYLE_BAND_ALT, 0, cell->y, self->side_w,
                     cell->h)
      ->z
      = SL_TIMELINE_Z_ROW;
  sl_scene_add_rect (self->scene, SL_BAND_BODY, SL_STYLE_BAND_ALT, self->side_w, cell->y,
                     self->body_w, cell->h)
      ->z
      = SL_TIMELINE_Z_ROW;
}

void
sl_timeline_draw_undated (SlTimeline *self)
{
  guint line = 0;
  for (guint i = 0; i < self->undated->len; i++)
    {
      const SlTimelineCell *cell = cell_at (self, i);
      const gboolean begins = i == 0 || cell->y > (cell - 1)->y;
      const char *owner = owner_of (self, cell);
      const double owner_h = text_height (self, SL_FONT_SMALL, owner, cell->w);
      const double y = cell->y + (cell->h - cell->title_h - owner_h) / 2;
      line += begins;
      if (begins && line % 2 == 0)
        draw_ground (self, cell);
      add_text (self, cell, cell->item.closed ? SL_STYLE_TEXT_DIM : SL_STYLE_TEXT,
                font_of (self, cell), y, cell->title_h, cell->item.title);
      add_text (self, cell, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, y + cell->title_h, owner_h, owner);
    }
}
