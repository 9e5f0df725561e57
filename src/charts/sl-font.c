/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Fonts of charts. Metrics are unhinted and positions unrounded: a text that was measured at one
 * scale fits its box at every other, on screen, on paper and in files. */

#include "config.h"

#include "sl-font.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "sl-text-measure.h"

static const struct
{
  double size; /* pt */
  PangoWeight weight;
} fonts[] = {
  [SL_FONT_LABEL] = { 9.0, PANGO_WEIGHT_NORMAL },  [SL_FONT_BOLD] = { 9.0, PANGO_WEIGHT_BOLD },
  [SL_FONT_SMALL] = { 8.0, PANGO_WEIGHT_NORMAL },  [SL_FONT_HEAD] = { 10.5, PANGO_WEIGHT_BOLD },
  [SL_FONT_TITLE] = { 14.0, PANGO_WEIGHT_BOLD },   [SL_FONT_NUMBER] = { 9.0, PANGO_WEIGHT_NORMAL },
  [SL_FONT_DISPLAY] = { 26.0, PANGO_WEIGHT_BOLD },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fonts) == SL_N_FONTS);

static GPrivate thread_context = G_PRIVATE_INIT (g_object_unref);

double
sl_font_size (SlFont font)
{
  g_return_val_if_fail (font < SL_N_FONTS, 0);

  return fonts[font].size;
}

const PangoFontDescription *
sl_font_description (SlFont font)
{
  static PangoFontDescription *descriptions[SL_N_FONTS];
  static gsize ready = 0;

  g_return_val_if_fail (font < SL_N_FONTS, NULL);
  if (g_once_init_enter (&ready))
    {
      for (guint i = 0; i < SL_N_FONTS; i++)
        {
          descriptions[i] = pango_font_description_new ();
          pango_font_description_set_family_static (descriptions[i], SL_FONT_FAMILIES);
          pango_font_description_set_size (descriptions[i],
                                           (int)lround (fonts[i].size * PANGO_SCALE));
          pango_font_description_set_weight (descriptions[i], fonts[i].weight);
        }
      g_once_init_leave (&ready, 1);
    }
  return descriptions[font];
}

static PangoContext *
create_context (PangoFontMap *map)
{
  PangoContext *context = pango_font_map_create_context (map);
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_WEAK_LTR);
  return context;
}

PangoContext *
sl_font_create_context (void)
{
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();

  return create_context (map);
}

/* The context that all painting of this thread shares. */
static PangoContext *
get_context (void)
{
  PangoContext *context = g_private_get (&thread_context);

  if (context == NULL)
    {
      context = create_context (pango_cairo_font_map_get_default ());
      g_private_set (&thread_context, context);
    }
  return context;
}

PangoLayout *
sl_font_create_layout (PangoContext *context, SlFont font, const char *text)
{
  PangoLayout *layout = pango_layout_new (context != NULL ? context : get_context ());

  pango_layout_set_font_description (layout, sl_font_description (font));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (font == SL_FONT_NUMBER)
    {
      PangoAttrList *attributes = pango_attr_list_new ();

      pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
      pango_layout_set_attributes (layout, attributes);
      pango_attr_list_unref (attributes);
    }
  pango_layout_set_text (layout, text, -1);
  return layout;
}

PangoLayout *
sl_font_shape_mark (const SlMark *mark)
{
  PangoLayout *layout = sl_font_create_layout (NULL, mark->font, mark->text);

  if (mark->wrap || mark->elided)
    pango_layout_set_width (layout, (int)ceil (mark->w * PANGO_SCALE));
  if (mark->elided)
    {
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (layout, mark->wrap ? (int)ceil (mark->h * PANGO_SCALE) : -1);
    }
  return layout;
}

GArray *
sl_font_place_lines (const SlMark *mark, PangoLayout *layout)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (SlTextLine));
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int height;

  pango_layout_get_size (layout, NULL, &height);
  const double top = mark->y + (mark->h - (double)height / PANGO_SCALE) / 2;
  do
    {
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      const double width = (double)extents.width / PANGO_SCALE;
      const double space = mark->align == SL_ALIGN_START    ? 0
                           : mark->align == SL_ALIGN_CENTER ? 0.5
                                                            : 1;
      const SlTextLine line = {
        .line = pango_layout_iter_get_line_readonly (iter),
        .x = mark->x + space * (mark->w - width),
        .baseline = top + (double)pango_layout_iter_get_baseline (iter) / PANGO_SCALE,
        .width = width,
      };
      g_array_append_val (lines, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  return lines;
}
