/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The SVG writer. Outlines come from the painter, line breaks from Pango; only the words are left
 * to the reader's fonts, anchored where their alignment says, so that another font moves as little
 * as possible. */

#include "config.h"

#include "sl-svg.h"

#include <math.h>
#include <pango/pango.h>
#include <string.h>

#include "sl-font.h"
#include "sl-paint-private.h"
#include "sl-scene-private.h"
#include "sl-text-measure.h"

typedef struct
{
  GString *svg;
  SlPalette palette;
  cairo_t *cr; /* builds outlines; draws nothing */
  guint id;
  guint n_clips;
} Writer;

/* At most two decimals, a point in every locale, no "-0". */
static void
append_number (GString *svg, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double rounded = round (value * 100) / 100;

  if (rounded == 0)
    rounded = 0;
  g_string_append (svg, g_ascii_formatd (text, sizeof text, "%.2f", rounded));
  char *end = svg->str + svg->len;
  while (end[-1] == '0')
    end--;
  if (end[-1] == '.')
    end--;
  g_string_truncate (svg, (gsize)(end - svg->str));
}

static void
append_attribute (GString *svg, const char *name, double value)
{
  g_string_append_printf (svg, " %s=\"", name);
  append_number (svg, value);
  g_string_append_c (svg, '"');
}

static void
append_color (GString *svg, const char *name, guint32 rgba)
{
  if ((rgba & 0xff) == 0)
    {
      g_string_append_printf (svg, " %s=\"none\"", name);
      return;
    }
  g_string_append_printf (svg, " %s=\"#%06x\"", name, rgba >> 8);
  if ((rgba & 0xff) != 0xff)
    {
      g_autofree char *opacity = g_strconcat (name, "-opacity", NULL);

      append_attribute (svg, opacity, (rgba & 0xff) / 255.0);
    }
}

static void
append_escaped (GString *svg, const char *text, gssize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (svg, escaped);
}

/* The current path of the writer's context as path data; starts a new path. */
static void
append_path_data (Writer *w)
{
  static const char letters[] = { 'M', 'L', 'C', 'Z' };
  cairo_path_t *path = cairo_copy_path (w->cr);

  g_string_append (w->svg, " d=\"");
  for (int i = 0; i < path->num_data; i += path->data[i].header.length)
    {
      const cairo_path_data_t *data = &path->data[i];
      const gboolean last = i + data->header.length >= path->num_data;

      if (last && data->header.type == CAIRO_PATH_MOVE_TO)
        break; /* what cairo_close_path() leaves behind */
      g_string_append_c (w->svg, letters[data->header.type]);
      for (int j = 1; j < data->header.length; j++)
        {
          if (j > 1)
            g_string_append_c (w->svg, ' ');
          append_number (w->svg, data[j].point.x);
          g_string_append_c (w->svg, ' ');
          append_number (w->svg, data[j].point.y);
        }
    }
  g_string_append_c (w->svg, '"');
  cairo_path_destroy (path);
  cairo_new_path (w->cr);
}

static void
append_hatch (Writer *w, const SlMark *mark, const SlInk *ink)
{
  SlRect bounds;

  sl_mark_get_bounds (mark, &bounds.x, &bounds.y, &bounds.w, &bounds.h);
  g_string_append_printf (w->svg, "<clipPath id=\"c%u-%u\"><path", w->id, w->n_clips);
  sl_paint_path (mark, w->cr);
  append_path_data (w);
  g_string_append_printf (w->svg, "/></clipPath>\n<path clip-path=\"url(#c%u-%u)\" fill=\"none\"",
                          w->id, w->n_clips);
  append_color (w->svg, "stroke", ink->hatch);
  append_attribute (w->svg, "stroke-width", SL_HATCH_WIDTH);
  sl_paint_path_hatch (w->cr, &bounds);
  append_path_data (w);
  g_string_append (w->svg, "/>\n");
  w->n_clips++;
}

static void
append_pen (GString *svg, const SlInk *ink)
{
  append_color (svg, "stroke", ink->stroke);
  append_attribute (svg, "stroke-width", ink->line_width);
  if (ink->round)
    g_string_append (svg, " stroke-linejoin=\"round\"");
  if (ink->round && !ink->dashed)
    g_string_append (svg, " stroke-linecap=\"round\"");
  if (ink->dashed)
    {
      g_string_append (svg, " stroke-dasharray=\"");
      append_number (svg, SL_DASH_ON (ink->line_width));
      g_string_append_c (svg, ' ');
      append_number (svg, SL_DASH_OFF (ink->line_width));
      g_string_append_c (svg, '"');
    }
}

static void
append_shape (Writer *w, const SlMark *mark)
{
  SlInk ink;

  sl_paint_get_ink (mark, w->palette, &ink);
  if ((ink.hatch & 0xff) != 0)
    {
      /* Fill, hatching and outline stand upon one another. */
      g_string_append (w->svg, "<path");
      sl_paint_path (mark, w->cr);
      append_path_data (w);
      append_color (w->svg, "fill", ink.fill);
      g_string_append (w->svg, "/>\n");
      append_hatch (w, mark, &ink);
      ink.fill = 0;
    }
  g_string_append (w->svg, "<path");
  sl_paint_path (mark, w->cr);
  append_path_data (w);
  append_color (w->svg, "fill", ink.fill);
  if ((ink.stroke & 0xff) != 0)
    append_pen (w->svg, &ink);
  g_string_append (w->svg, "/>\n");
}

static gboolean
is_rtl (const SlTextLine *line)
{
  return line->line->resolved_dir == PANGO_DIRECTION_RTL;
}

/* The anchor is a place in reading order: "start" of a right-to-left text is its right edge. */
static const char *
get_anchor (const SlMark *mark, gboolean rtl)
{
  if (mark->align == SL_ALIGN_CENTER)
    return "middle";
  return (mark->align == SL_ALIGN_START) == !rtl ? "start" : "end";
}

static double
get_anchor_x (const SlMark *mark)
{
  return mark->align == SL_ALIGN_START    ? mark->x
         : mark->align == SL_ALIGN_CENTER ? mark->x + mark->w / 2
                                          : mark->x + mark->w;
}

static void
append_line (Writer *w, const SlMark *mark, const SlTextLine *line)
{
  const char *text = mark->text + line->line->start_index;
  int length = line->line->length;

  while (length > 0 && text[length - 1] == ' ')
    length--;
  g_string_append (w->svg, "<tspan");
  append_attribute (w->svg, "x", get_anchor_x (mark));
  append_attribute (w->svg, "y", line->baseline);
  g_string_append_c (w->svg, '>');
  append_escaped (w->svg, text, length);
  g_string_append (w->svg, "</tspan>");
}

static void
append_text (Writer *w, const SlMark *mark)
{
  g_autoptr (PangoLayout) layout = sl_font_shape_mark (mark);
  g_autoptr (GArray) lines = sl_font_place_lines (mark, layout);
  const PangoFontDescription *font = sl_font_description (mark->font);
  const gboolean rtl = lines->len > 0 && is_rtl (&g_array_index (lines, SlTextLine, 0));

  g_string_append (w->svg, "<text");
  append_attribute (w->svg, "font-size", sl_font_size (mark->font));
  if (pango_font_description_get_weight (font) != PANGO_WEIGHT_NORMAL)
    g_string_append_printf (w->svg, " font-weight=\"%d\"",
                            (int)pango_font_description_get_weight (font));
  append_color (w->svg, "fill", sl_palette_paint (w->palette, mark->style)->fill);
  g_string_append_printf (w->svg, " text-anchor=\"%s\"%s>", get_anchor (mark, rtl),
                          rtl ? " direction=\"rtl\"" : "");
  for (guint i = 0; i < lines->len; i++)
    {
      if (i > 0)
        g_string_append_c (w->svg, ' ');
      append_line (w, mark, &g_array_index (lines, SlTextLine, i));
    }
  g_string_append (w->svg, "</text>\n");
}

void
sl_svg_begin (GString *svg, double width, double height, SlPalette palette, const char *title)
{
  g_string_append (svg, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" version=\"1.1\" width=\"");
  append_number (svg, width);
  g_string_append (svg, "pt\" height=\"");
  append_number (svg, height);
  g_string_append (svg, "pt\" viewBox=\"0 0 ");
  append_number (svg, width);
  g_string_append_c (svg, ' ');
  append_number (svg, height);
  g_string_append (svg,
                   "\" role=\"img\" font-family=\"" SL_FONT_FAMILIES ",sans-serif\">\n<title>");
  append_escaped (svg, title, -1);
  g_string_append (svg, "</title>\n<rect width=\"100%\" height=\"100%\"");
  append_color (svg, "fill", sl_palette_paint (palette, SL_STYLE_PAPER)->fill);
  g_string_append (svg, "/>\n");
}

static void
append_window (GString *svg, const SlRect *source, double x, double y, double scale, guint id)
{
  g_string_append_printf (svg, "<clipPath id=\"w%u\"><rect", id);
  append_attribute (svg, "x", source->x);
  append_attribute (svg, "y", source->y);
  append_attribute (svg, "width", source->w);
  append_attribute (svg, "height", source->h);
  g_string_append (svg, "/></clipPath>\n<g transform=\"translate(");
  append_number (svg, x - source->x * scale);
  g_string_append_c (svg, ' ');
  append_number (svg, y - source->y * scale);
  g_string_append (svg, ") scale(");
  /* Two decimals would move the far end of a wide chart by points. */
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_string_append (svg, g_ascii_formatd (text, sizeof text, "%.6f", scale));
  g_string_append_printf (svg, ")\"><g clip-path=\"url(#w%u)\">\n", id);
}

void
sl_svg_append_scene (GString *svg, const SlScene *scene, SlPalette palette, guint bands,
                     const SlRect *source, double x, double y, double scale, guint id)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  Writer w = { .svg = svg, .palette = palette, .cr = cairo_create (surface), .id = id };
  const GArray *marks = sl_scene_find_marks (scene, source->y - SL_INK_MARGIN,
                                             source->y + source->h + SL_INK_MARGIN);

  append_window (svg, source, x, y, scale, id);
  for (guint i = 0; i < marks->len; i++)
    {
      const SlMark *mark = sl_scene_get_mark (scene, g_array_index (marks, guint, i));

      if ((bands & (1u << mark->band)) == 0 || !sl_paint_touches (mark, source))
        continue;
      if (mark->type != SL_MARK_TEXT)
        append_shape (&w, mark);
      else if (*mark->text != '\0')
        append_text (&w, mark);
    }
  g_string_append (svg, "</g></g>\n");
  cairo_destroy (w.cr);
  cairo_surface_destroy (surface);
}

void
sl_svg_end (GString *svg)
{
  g_string_append (svg, "</svg>\n");
}
