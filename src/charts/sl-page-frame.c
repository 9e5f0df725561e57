/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame of a sheet. Nothing in it is shortened: headline, remarks and names wrap, and the chart
 * gets the room that is left. */

#include "config.h"

#include "sl-page-frame.h"

#include <glib/gi18n-lib.h>

#include "base/sl-date-text.h"
#include "sl-scene-private.h"
#include "sl-words.h"

#define GAP 8.0
#define LEGEND_GAP 14.0
#define SAMPLE_WIDTH 24.0
#define SAMPLE_HEIGHT 12.0
#define CROP_LENGTH 5.0
#define CROP_DISTANCE 2.0

typedef struct
{
  SlScene *frame;
  const SlScene *scene;
  SlTextMeasure *measure;
  double x, width; /* between the margins */
} Frame;

static double
text_height (Frame *f, SlFont font, const char *text, double width)
{
  double height;

  sl_text_measure_size (f->measure, font, text, width, NULL, &height);
  return height;
}

/* Adds a text that wraps at the frame's width. Returns: the y below it */
static double
add_paragraph (Frame *f, SlStyle style, SlFont font, double y, const char *text)
{
  const double height = text_height (f, font, text, f->width);

  if (*text == '\0')
    return y;
  sl_scene_add_text (f->frame, SL_BAND_BODY, style, font, SL_ALIGN_START, f->x, y, f->width, height,
                     text)
      ->wrap
      = TRUE;
  return y + height;
}

static double
add_header (Frame *f, const SlSheet *sheet, double y)
{
  const char *headline = sl_scene_get_headline (f->scene);
  const char *title = sl_scene_get_title (f->scene);
  g_autofree char *subtitle = sheet->audience != NULL && *sheet->audience != '\0'
                                  ? g_strdup_printf ("%s · %s", title, sheet->audience)
                                  : g_strdup (title);

  y = add_paragraph (f, SL_STYLE_TEXT, SL_FONT_TITLE, y, headline);
  if (!g_str_equal (headline, subtitle))
    y = add_paragraph (f, SL_STYLE_TEXT_DIM, SL_FONT_LABEL, y, subtitle);
  return y + GAP;
}

/* Flows the legend from @y downwards, or only measures it. Returns: the y below it */
static double
flow_legend (Frame *f, double y, gboolean measure_only)
{
  const double line = MAX (SAMPLE_HEIGHT, sl_text_measure_line_height (f->measure, SL_FONT_SMALL));
  const double most = f->width - SAMPLE_WIDTH - 5;
  double x = 0, row_height = 0;

  for (guint i = 0; i < sl_scene_n_legend (f->scene); i++)
    {
      const SlLegendEntry *entry = sl_scene_get_legend (f->scene, i);
      double width, height;

      sl_text_measure_size (f->measure, SL_FONT_SMALL, entry->text, 0, &width, NULL);
      width = MIN (width, most);
      height = MAX (line, text_height (f, SL_FONT_SMALL, entry->text, width + 0.1));
      if (x > 0 && x + SAMPLE_WIDTH + 5 + width > f->width)
        {
          y += row_height + 2;
          x = row_height = 0;
        }
      if (!measure_only)
        {
          sl_scene_add_copy (f->frame, &entry->sample, f->x + x, y + (height - SAMPLE_HEIGHT) / 2);
          sl_scene_add_text (f->frame, SL_BAND_BODY, SL_STYLE_TEXT, SL_FONT_SMALL, SL_ALIGN_START,
                             f->x + x + SAMPLE_WIDTH + 5, y, width + 0.1, height, entry->text)
              ->wrap
              = TRUE;
        }
      row_height = MAX (row_height, height);
      x += SAMPLE_WIDTH + 5 + width + LEGEND_GAP;
    }
  return y + row_height;
}

/* All remarks as one line of text, or NULL. (transfer full) */
static char *
join_remarks (const SlScene *scene)
{
  const GPtrArray *remarks = sl_scene_get_remarks (scene);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < remarks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "",
                            (const char *)g_ptr_array_index (remarks, i));
  return g_string_free (text, text->len == 0);
}

/* "sheet A2 · page 2 of 5" (transfer full) */
static char *
say_page (const SlFrameText *text)
{
  if (text->number == 0)
    return g_strdup ("");
  /* Translators: the foot of a printed page */
  g_autofree char *page = g_strdup_printf (_ ("page %u of %u"), text->number, text->total);
  if (text->tile == NULL)
    return g_steal_pointer (&page);
  /* Translators: a part of a poster, for example "sheet A2 · page 2 of 6" */
  return g_strdup_printf (_ ("sheet %s · %s"), text->tile, page);
}

/* Builds the foot from the lower margin upwards. Returns: the y above it */
static double
add_footer (Frame *f, const SlSheet *sheet, const SlFrameText *text, double bottom)
{
  g_autofree char *date = sl_day_to_text (sheet->today);
  g_autofree char *project = sl_words_name (sheet->project != NULL ? sheet->project : "");
  g_autofree char *left
      = *project != '\0' ? g_strdup_printf ("%s · %s", project, date) : g_strdup (date);
  g_autofree char *right = say_page (text);
  g_autofree char *remarks = join_remarks (f->scene);
  /* As much as the longest numbers need, so that every page has the same room. */
  double right_width, y;

  sl_text_measure_size (f->measure, SL_FONT_SMALL, _ ("sheet WW99 · page 9999 of 9999"), 0,
                        &right_width, NULL);
  const double left_width = f->width - right_width - GAP;
  const double height = text_height (f, SL_FONT_SMALL, left, left_width);
  y = bottom - height;
  sl_scene_add_text (f->frame, SL_BAND_BODY, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_START, f->x,
                     y, left_width, height, left)
      ->wrap
      = TRUE;
  if (*right != '\0')
    sl_scene_add_text (f->frame, SL_BAND_BODY, SL_STYLE_TEXT_DIM, SL_FONT_SMALL, SL_ALIGN_END,
                       f->x + f->width - right_width, y, right_width,
                       sl_text_measure_line_height (f->measure, SL_FONT_SMALL), right);
  y -= 3;
  sl_scene_add_line (f->frame, SL_BAND_BODY, SL_STYLE_GRID_STRONG, f->x, y, f->x + f->width, y);
  y -= 3;
  if (remarks != NULL)
    {
      y -= text_height (f, SL_FONT_SMALL, remarks, f->width);
      add_paragraph (f, SL_STYLE_TEXT, SL_FONT_SMALL, y, remarks);
    }
  if (sl_scene_n_legend (f->scene) > 0)
    {
      y -= flow_legend (f, 0, TRUE) + 2;
      flow_legend (f, y, FALSE);
    }
  return y - GAP;
}

/* Right angles outside the corners of a tile, where posters are cut. */
static void
add_crop_marks (Frame *f, const SlRect *body, const SlFrameText *text)
{
  const double right = body->x + text->crop_w, bottom = body->y + text->crop_h;
  const double d = CROP_DISTANCE, e = CROP_DISTANCE + CROP_LENGTH;

  for (guint i = 0; i < 4; i++)
    {
      const double x = i % 2 == 0 ? body->x : right, y = i < 2 ? body->y : bottom;
      const double sx = i % 2 == 0 ? -1 : 1, sy = i < 2 ? -1 : 1;

      sl_scene_add_line (f->frame, SL_BAND_BODY, SL_STYLE_GRID_STRONG, x + sx * d, y, x + sx * e,
                         y);
      sl_scene_add_line (f->frame, SL_BAND_BODY, SL_STYLE_GRID_STRONG, x, y + sy * d, x,
                         y + sy * e);
    }
}

SlScene *
sl_page_frame_new (const SlScene *scene, const SlSheet *sheet, double width, double height,
                   double margin, SlTextMeasure *measure, const SlFrameText *text, SlRect *body)
{
  Frame f = {
    .frame = sl_scene_new (),
    .scene = scene,
    .measure = measure,
    .x = margin,
    .width = width - 2 * margin,
  };

  sl_scene_set_size (f.frame, width, height);
  const double top = add_header (&f, sheet, margin);
  const double bottom = add_footer (&f, sheet, text, height - margin);
  *body = (SlRect){ f.x, top, f.width, MAX (bottom - top, height / 5) };
  if (text->crop_w > 0 && text->crop_h > 0)
    add_crop_marks (&f, body, text);
  if (sl_scene_get_rtl (scene))
    sl_scene_mirror (f.frame);
  return f.frame;
}
