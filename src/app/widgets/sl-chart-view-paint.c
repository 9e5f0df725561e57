/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the chart view is painted. Each band is painted into tiles that are kept until the scene, the
 * scale or the palette changes, so that panning paints only what comes into view. */

#include "config.h"

#include <math.h>

#include "sl-paint.h"
#include "widgets/sl-chart-view-private.h"

#define TILE_PX 512
/* How much of a block its color covers, and of what is under the pointer. */
#define VEIL 0.2f
#define LIGHT 0.08f
/* A line under the pointer: how much of what is around it is covered, and how far. */
#define LINE_LIGHT 0.35f
#define LINE_PT 7.0

static GskRenderNode *
paint_tile (SlChartViewPrivate *priv, SlBand band, int col, int row)
{
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  SlRect clip = { col * TILE_PX / priv->scale, row * TILE_PX / priv->scale, TILE_PX / priv->scale,
                  TILE_PX / priv->scale };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, TILE_PX, TILE_PX));

  cairo_translate (cr, -col * TILE_PX, -row * TILE_PX);
  cairo_scale (cr, priv->scale, priv->scale);
  sl_paint_scene (priv->scene, cr, priv->palette, 1u << band, &clip);
  cairo_destroy (cr);
  return gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
}

static GskRenderNode *
get_tile (SlChartViewPrivate *priv, SlBand band, int col, int row)
{
  gpointer key = GUINT_TO_POINTER (((guint)band << 28) | ((guint)col << 14) | (guint)row);
  GskRenderNode *node = g_hash_table_lookup (priv->tiles, key);

  if (node == NULL)
    {
      node = paint_tile (priv, band, col, row);
      g_hash_table_insert (priv->tiles, key, node);
    }
  return node;
}

static void
snapshot_band (SlChartView *self, GtkSnapshot *snapshot, SlBand band)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  graphene_rect_t area;
  double off_x;
  double off_y;

  sl_chart_view_get_band_area (self, band, &area);
  if (area.size.width <= 0 || area.size.height <= 0)
    return;
  sl_chart_view_get_band_offset (self, band, &off_x, &off_y);
  gtk_snapshot_push_clip (snapshot, &area);
  for (int row = MAX (0, (int)floor ((area.origin.y + off_y) / TILE_PX));
       row * TILE_PX < area.origin.y + area.size.height + off_y
       && row * TILE_PX < sl_scene_get_height (priv->scene) * priv->scale;
       row++)
    for (int col = MAX (0, (int)floor ((area.origin.x + off_x) / TILE_PX));
         col * TILE_PX < area.origin.x + area.size.width + off_x
         && col * TILE_PX < sl_scene_get_width (priv->scene) * priv->scale;
         col++)
      {
        GskRenderNode *node = get_tile (priv, band, col, row);

        if (node == NULL)
          continue;
        gtk_snapshot_save (snapshot);
        gtk_snapshot_translate (snapshot,
                                &GRAPHENE_POINT_INIT ((float)round (col * TILE_PX - off_x),
                                                      (float)round (row * TILE_PX - off_y)));
        gtk_snapshot_append_node (snapshot, node);
        gtk_snapshot_restore (snapshot);
      }
  gtk_snapshot_pop (snapshot);
}

/* @rgba: as palettes write it; its own opacity does not count. */
static GdkRGBA
make_color (guint32 rgba, float alpha)
{
  return (GdkRGBA){ ((rgba >> 24) & 0xff) / 255.0f, ((rgba >> 16) & 0xff) / 255.0f,
                    ((rgba >> 8) & 0xff) / 255.0f, alpha };
}

static GdkRGBA
selection_color (SlChartView *self, float alpha)
{
  return make_color (
      sl_palette_paint (sl_chart_view_get_private (self)->palette, SL_STYLE_SELECTION)->stroke,
      alpha);
}

/* In high contrast everything has a strong edge: the ring must be stronger. */
static float
ring_width (SlPalette palette)
{
  return palette == SL_PALETTE_LIGHT_HC || palette == SL_PALETTE_DARK_HC ? 4 : 2;
}

/* A ring of @width around @area, which stands in @band, and a veil over it where @veil is not 0.
 * Widget pixels. */
static void
snapshot_ring (SlChartView *self, GtkSnapshot *snapshot, SlBand band, const graphene_rect_t *area,
               float width, float veil)
{
  GdkRGBA color = selection_color (self, 1);
  GdkRGBA light = selection_color (self, veil);
  graphene_rect_t clip;
  graphene_rect_t outer;
  GskRoundedRect ring;

  sl_chart_view_get_band_area (self, band, &clip);
  graphene_rect_inset_r (area, -width, -width, &outer);
  gsk_rounded_rect_init_from_rect (&ring, &outer, 4);
  gtk_snapshot_push_clip (snapshot, &clip);
  if (veil > 0)
    gtk_snapshot_append_color (snapshot, &light, &outer);
  gtk_snapshot_append_border (snapshot, &ring, (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ color, color, color, color });
  gtk_snapshot_pop (snapshot);
}

/* The block of cells that a key would change. */
static void
snapshot_block (SlChartView *self, GtkSnapshot *snapshot)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  const SlRect *block = &priv->block;
  double x;
  double y;

  if (block->w <= 0)
    return;
  sl_chart_view_to_widget (self, SL_BAND_BODY, block->x, block->y, &x, &y);
  snapshot_ring (self, snapshot, SL_BAND_BODY,
                 &GRAPHENE_RECT_INIT ((float)x, (float)y, (float)(block->w * priv->scale),
                                      (float)(block->h * priv->scale)),
                 ring_width (priv->palette), VEIL);
}

/* The marks of @selected in the scene, looked for once. */
static const GArray *
find_selected (SlChartViewPrivate *priv, SlId selected)
{
  if (priv->selected != NULL && priv->selected_id == selected)
    return priv->selected;
  g_clear_pointer (&priv->selected, g_array_unref);
  priv->selected = g_array_new (FALSE, FALSE, sizeof (guint));
  priv->selected_id = selected;
  for (guint i = 0; i < priv->hits->len; i++)
    {
      const guint index = g_array_index (priv->hits, guint, i);
      const SlHit *hit = &sl_scene_get_mark (priv->scene, index)->hit;

      if (hit->id == selected && hit->part != SL_PART_TOGGLE && hit->part != SL_PART_CLOCK)
        g_array_append_val (priv->selected, index);
    }
  return priv->selected;
}

/* Rings around every mark of the selected record. */
static void
snapshot_selection (SlChartView *self, GtkSnapshot *snapshot)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  SlId selected = sl_session_get_selected (priv->session);

  if (selected == SL_ID_NONE)
    return;
  const GArray *marks = find_selected (priv, selected);
  for (guint i = 0; i < marks->len; i++)
    {
      const SlMark *mark = sl_scene_get_mark (priv->scene, g_array_index (marks, guint, i));
      graphene_rect_t area;

      sl_chart_view_mark_area (self, mark, &area);
      snapshot_ring (self, snapshot, mark->band, &area, ring_width (priv->palette), 0);
    }
}

/* What the pointer is on; of a handle the bar that it belongs to. */
static const SlMark *
find_hovered (SlChartView *self)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  const SlMark *mark = sl_chart_view_find_hit (self, &priv->hover);

  for (guint i = 0; mark == NULL && i < priv->hits->len; i++)
    {
      const SlMark *other = sl_scene_get_mark (priv->scene, g_array_index (priv->hits, guint, i));

      if (other->hit.id == priv->hover.id && other->hit.part == SL_PART_WHOLE)
        mark = other;
    }
  return mark;
}

gboolean
sl_chart_view_is_line (const SlMark *mark)
{
  return mark->type == SL_MARK_LINE || (mark->type == SL_MARK_PATH && !mark->closed);
}

static void
trace_line (const SlMark *mark, cairo_t *cr)
{
  const SlPoint *p = mark->points;

  cairo_move_to (cr, mark->type == SL_MARK_PATH ? p[0].x : mark->x,
                 mark->type == SL_MARK_PATH ? p[0].y : mark->y);
  if (mark->type == SL_MARK_LINE)
    cairo_line_to (cr, mark->x + mark->w, mark->y + mark->h);
  else if (mark->curved)
    for (guint i = 1; i + 2 < mark->n_points; i += 3)
      cairo_curve_to (cr, p[i].x, p[i].y, p[i + 1].x, p[i + 1].y, p[i + 2].x, p[i + 2].y);
  else
    for (guint i = 1; i < mark->n_points; i++)
      cairo_line_to (cr, p[i].x, p[i].y);
}

/* A line lights up along its way: a ring around it would hold half of the chart. */
static void
snapshot_lit_line (SlChartView *self, GtkSnapshot *snapshot, const SlMark *mark)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  GdkRGBA color = selection_color (self, LINE_LIGHT);
  graphene_rect_t area;
  double off_x;
  double off_y;
  cairo_t *cr;

  sl_chart_view_get_band_area (self, mark->band, &area);
  sl_chart_view_get_band_offset (self, mark->band, &off_x, &off_y);
  cr = gtk_snapshot_append_cairo (snapshot, &area);
  cairo_translate (cr, -off_x, -off_y);
  cairo_scale (cr, priv->scale, priv->scale);
  trace_line (mark, cr);
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, LINE_PT);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

/* A thinner ring than that of the selection, and a touch of its color. */
static void
snapshot_hover (SlChartView *self, GtkSnapshot *snapshot)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  const SlMark *mark = NULL;
  graphene_rect_t area;

  if (priv->hover.kind != SL_N_KINDS)
    mark = find_hovered (self);
  if (mark == NULL)
    return;
  if (sl_chart_view_is_line (mark))
    {
      snapshot_lit_line (self, snapshot, mark);
      return;
    }
  sl_chart_view_mark_area (self, mark, &area);
  snapshot_ring (self, snapshot, mark->band, &area, ring_width (priv->palette) / 2, LIGHT);
}

static void
snapshot_overlay (SlChartView *self, GtkSnapshot *snapshot)
{
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  SlChartViewClass *klass = SL_CHART_VIEW_GET_CLASS (self);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double off_x;
  double off_y;
  cairo_t *cr;

  if (!priv->dragging || klass->snapshot_overlay == NULL)
    return;
  sl_chart_view_get_offset (self, &off_x, &off_y);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_translate (cr, -off_x, -off_y);
  cairo_scale (cr, priv->scale, priv->scale);
  klass->snapshot_overlay (self, cr);
  cairo_destroy (cr);
}

void
sl_chart_view_paint (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlChartView *self = SL_CHART_VIEW (widget);
  SlChartViewPrivate *priv = sl_chart_view_get_private (self);
  const GdkRGBA paper = make_color (sl_palette_paint (priv->palette, SL_STYLE_PAPER)->fill, 1);
  GtkWidget *child;

  if (priv->scene == NULL)
    return;
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                                         (float)gtk_widget_get_height (widget)));
  /* The background of the theme is another one in high contrast. */
  gtk_snapshot_append_color (snapshot, &paper,
                             &GRAPHENE_RECT_INIT (0, 0, (float)gtk_widget_get_width (widget),
                                                  (float)gtk_widget_get_height (widget)));
  snapshot_band (self, snapshot, SL_BAND_BODY);
  snapshot_band (self, snapshot, SL_BAND_TOP);
  snapshot_band (self, snapshot, SL_BAND_SIDE);
  snapshot_band (self, snapshot, SL_BAND_CORNER);
  snapshot_hover (self, snapshot);
  snapshot_selection (self, snapshot);
  snapshot_block (self, snapshot);
  for (child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
  snapshot_overlay (self, snapshot);
  gtk_snapshot_pop (snapshot);
}
