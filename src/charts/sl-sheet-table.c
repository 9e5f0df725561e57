/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows are as high as their highest cell. */

#include "config.h"

#include "sl-sheet-table.h"

#include <glib/gi18n-lib.h>

#define NATURAL_WIDTH 720.0
#define LEAST_WIDTH 460.0

static double
cell_width (const SlSheetTable *self, guint column)
{
  return self->x[column + 1] - self->x[column] - 2 * SL_SHEET_TABLE_PAD;
}

static void
add_heads (SlSheetTable *self, const SlSheetColumn *columns)
{
  double height = 0;

  for (guint i = 0; i < self->n; i++)
    height = MAX (height, sl_flow_height (&self->flow, SL_FONT_BOLD, _ (columns[i].title),
                                          cell_width (self, i)));
  sl_scene_add_rect (self->flow.scene, SL_BAND_TOP, SL_STYLE_BAND, 0, 0, self->x[self->n],
                     height + 2 * SL_SHEET_TABLE_PAD)
      ->line_width
      = -1;
  for (guint i = 0; i < self->n; i++)
    sl_scene_add_text (self->flow.scene, SL_BAND_TOP, SL_STYLE_TEXT, SL_FONT_BOLD, SL_ALIGN_START,
                       self->x[i] + SL_SHEET_TABLE_PAD, SL_SHEET_TABLE_PAD, cell_width (self, i),
                       height, _ (columns[i].title))
        ->wrap
        = TRUE;
  self->top = self->y = height + 2 * SL_SHEET_TABLE_PAD;
}

void
sl_sheet_table_init (SlSheetTable *self, SlScene *scene, SlTextMeasure *measure,
                     const SlChartParams *params, const SlSheetColumn *columns, guint n)
{
  const double given = params->width > 0.0 ? params->width : params->sheet_width;
  const double width = given > 0.0 ? MAX (given, LEAST_WIDTH) : NATURAL_WIDTH;
  double x = 0;

  g_return_if_fail (n <= SL_SHEET_TABLE_MAX);
  sl_flow_init (&self->flow, scene, measure, params);
  self->n = n;
  for (guint i = 0; i < n; i++)
    {
      self->x[i] = x;
      x += columns[i].share * width;
    }
  self->x[n] = width;
  add_heads (self, columns);
}

void
sl_sheet_table_add_row (SlSheetTable *self, const SlSheetCell *cells, SlKindId kind, SlId id,
                        const char *label)
{
  const double width = self->x[self->n];
  double height = 0;
  SlMark *mark;

  for (guint i = 0; i < self->n; i++)
    {
      double at = self->y + SL_SHEET_TABLE_PAD;

      at += sl_flow_text_at (&self->flow, SL_STYLE_TEXT, cells[i].font, SL_ALIGN_START,
                             self->x[i] + SL_SHEET_TABLE_PAD, at, cell_width (self, i),
                             cells[i].text != NULL ? cells[i].text : "");
      at += sl_flow_text_at (&self->flow, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START,
                             self->x[i] + SL_SHEET_TABLE_PAD, at, cell_width (self, i),
                             cells[i].below != NULL ? cells[i].below : "");
      height = MAX (height, at + SL_SHEET_TABLE_PAD - self->y);
    }
  mark = sl_scene_add_rect (self->flow.scene, SL_BAND_BODY, SL_STYLE_PAPER, 0, self->y, width,
                            height);
  mark->line_width = -1;
  mark->z = -1;
  sl_mark_set_hit (mark, kind, id, SL_PART_WHOLE, label);
  self->y += height;
  sl_scene_add_line (self->flow.scene, SL_BAND_BODY, SL_STYLE_GRID, 0, self->y, width, self->y);
  sl_scene_add_break_y (self->flow.scene, self->y);
}

void
sl_sheet_table_add_line (SlSheetTable *self, SlStyle style, SlFont font, const char *text)
{
  self->y += sl_flow_text_at (&self->flow, style, font, SL_ALIGN_START, SL_SHEET_TABLE_PAD,
                              self->y + SL_SHEET_TABLE_PAD,
                              self->x[self->n] - 2 * SL_SHEET_TABLE_PAD, text)
             + 2 * SL_SHEET_TABLE_PAD;
}

void
sl_sheet_table_finish (SlSheetTable *self)
{
  sl_scene_set_bands (self->flow.scene, self->top, 0.0);
  sl_scene_set_size (self->flow.scene, self->x[self->n], self->y + 1.0);
}
