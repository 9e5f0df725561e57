/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pages in other forms than drawing: SVG, and the text that golden tests compare. */

#include "config.h"

#include "sl-paginate-private.h"
#include "sl-svg.h"

char *
sl_pages_to_svg (const SlPages *self, guint n, guint number, guint total, SlPalette palette)
{
  GString *svg = g_string_new (NULL);
  const SlScene *scene = sl_pages_get_scene (self);
  SlView views[4];
  double width, height, frame_scale;
  g_autoptr (SlScene) frame = sl_pages_make_frame (self, n, number, total, &frame_scale);
  const SlRect whole = { 0, 0, sl_scene_get_width (frame), sl_scene_get_height (frame) };
  const guint n_views = sl_pages_get_views (self, n, views);

  sl_pages_size (self, &width, &height);
  sl_svg_begin (svg, width, height, palette, sl_scene_get_headline (scene));
  sl_svg_append_scene (svg, frame, palette, ~0u, &whole, 0, 0, frame_scale, 0);
  for (guint i = 0; i < n_views; i++)
    sl_svg_append_scene (svg, scene, palette, views[i].bands, &views[i].source, views[i].x,
                         views[i].y, sl_pages_get_scale (self), i + 1);
  sl_svg_end (svg);
  return g_string_free (svg, FALSE);
}

char *
sl_pages_dump (const SlPages *self)
{
  GString *text = g_string_new (NULL);
  const guint n = sl_pages_count (self);
  g_autofree char *scene = sl_scene_dump (sl_pages_get_scene (self));
  double width, height, frame_scale;

  sl_pages_size (self, &width, &height);
  g_string_append_printf (text, "pages %u, %.1f x %.1f pt, scale %.3f, smallest text %.1f pt\n", n,
                          width, height, sl_pages_get_scale (self), sl_pages_smallest_text (self));
  for (guint i = 0; i < n; i++)
    {
      const SlTile *tile = sl_pages_get_tile (self, i);

      g_string_append_printf (text, "page %u: x %.1f to %.1f, y %.1f to %.1f\n", i + 1, tile->x1,
                              tile->x2, tile->y1, tile->y2);
    }
  g_autoptr (SlScene) frame = sl_pages_make_frame (self, 0, 1, n, &frame_scale);
  g_autofree char *frame_text = sl_scene_dump (frame);
  g_string_append_printf (text, "frame of page 1, scale %.3f\n%schart\n%s", frame_scale, frame_text,
                          scene);
  return g_string_free (text, FALSE);
}
