/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The legend bar. It is one widget that flows its entries by itself: GtkFlowBox gives all entries
 * the same width, which a legend does not want. */

#include "config.h"

#include "widgets/sl-legend-bar.h"

#include <glib/gi18n.h>

#include "sl-paint.h"

#define SAMPLE_W 24
#define SAMPLE_H 12
#define GAP 6
#define SPACING 18
#define MARGIN 12
#define LINE_GAP 3

struct _SlLegendBar
{
  GtkWidget parent_instance;
  SlScene *scene;
  SlPalette palette;
};

G_DEFINE_FINAL_TYPE (SlLegendBar, sl_legend_bar, GTK_TYPE_WIDGET)

static PangoLayout *
entry_layout (SlLegendBar *self, guint index)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (
      GTK_WIDGET (self), sl_scene_get_legend (self->scene, index)->text);
  g_autoptr (PangoAttrList) attrs = pango_attr_list_new ();

  pango_attr_list_insert (attrs, pango_attr_scale_new (PANGO_SCALE_SMALL));
  pango_layout_set_attributes (layout, attrs);
  return layout;
}

/* Places all entries into @width; draws them where @snapshot is given. Returns the height. */
static int
flow (SlLegendBar *self, int width, GtkSnapshot *snapshot)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = MARGIN;
  int y = LINE_GAP;
  int line = SAMPLE_H;
  guint n = self->scene != NULL ? sl_scene_n_legend (self->scene) : 0;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PangoLayout) layout = entry_layout (self, i);
      int text_w = 0;
      int text_h = 0;
      int entry_w;
      int left;

      pango_layout_get_pixel_size (layout, &text_w, &text_h);
      entry_w = SAMPLE_W + GAP + text_w;
      line = MAX (line, text_h);
      if (x > MARGIN && x + entry_w > width - MARGIN)
        {
          x = MARGIN;
          y += line + LINE_GAP;
        }
      left = rtl ? width - x - entry_w : x;
      if (snapshot != NULL)
        {
          int sample_x = rtl ? left + text_w + GAP : left;
          cairo_t *cr = gtk_snapshot_append_cairo (
              snapshot,
              &GRAPHENE_RECT_INIT ((float)sample_x - 1, (float)(y + (line - SAMPLE_H) / 2) - 1,
                                   SAMPLE_W + 2, SAMPLE_H + 2));

          cairo_translate (cr, sample_x, y + (line - SAMPLE_H) / 2.0);
          sl_paint_mark (&sl_scene_get_legend (self->scene, i)->sample, cr, self->palette);
          cairo_destroy (cr);
          gtk_snapshot_save (snapshot);
          gtk_snapshot_translate (snapshot,
                                  &GRAPHENE_POINT_INIT ((float)(rtl ? left : left + SAMPLE_W + GAP),
                                                        (float)(y + (line - text_h) / 2)));
          gtk_snapshot_append_layout (snapshot, layout, &color);
          gtk_snapshot_restore (snapshot);
        }
      x += entry_w + SPACING;
    }
  return n > 0 ? y + line + LINE_GAP : 0;
}

static void
sl_legend_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 120;
      *natural = 600;
      return;
    }
  *minimum = *natural = flow (SL_LEGEND_BAR (widget), for_size > 0 ? for_size : 600, NULL);
}

static GtkSizeRequestMode
sl_legend_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sl_legend_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  flow (SL_LEGEND_BAR (widget), gtk_widget_get_width (widget), snapshot);
}

static void
sl_legend_bar_finalize (GObject *object)
{
  g_clear_pointer (&SL_LEGEND_BAR (object)->scene, sl_scene_unref);
  G_OBJECT_CLASS (sl_legend_bar_parent_class)->finalize (object);
}

static void
sl_legend_bar_class_init (SlLegendBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sl_legend_bar_finalize;
  widget_class->measure = sl_legend_bar_measure;
  widget_class->get_request_mode = sl_legend_bar_get_request_mode;
  widget_class->snapshot = sl_legend_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sl_legend_bar_init (SlLegendBar *self)
{
}

void
sl_legend_bar_set_scene (SlLegendBar *self, SlScene *scene, SlPalette palette)
{
  g_autoptr (GString) words = g_string_new (_ ("Legend"));

  g_return_if_fail (SL_IS_LEGEND_BAR (self));
  g_clear_pointer (&self->scene, sl_scene_unref);
  self->scene = sl_scene_ref (scene);
  self->palette = palette;
  for (guint i = 0; i < sl_scene_n_legend (scene); i++)
    g_string_append_printf (words, "; %s", sl_scene_get_legend (scene, i)->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
