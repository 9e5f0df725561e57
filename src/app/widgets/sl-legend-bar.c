/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The legend bar. It is one widget that flows its entries by itself: GtkFlowBox gives all entries
 * the same width, which a legend does not want. What would take more lines than a chart can spare
 * stands behind a button, one entry a line. */

#include "config.h"

#include "widgets/sl-legend-bar.h"

#include <glib/gi18n.h>

#include "sl-paint.h"

#define SAMPLE_W 24
#define SAMPLE_H 12
#define GAP 4
#define SPACING 12
#define MARGIN 12
#define LINE_GAP 3
#define LINES_MAX 2
/* Width that it wishes for. */
#define WISH_PX 600
/* Of the list behind the button. */
#define LIST_PX 480

struct _SlLegendBar
{
  GtkWidget parent_instance;
  GtkWidget *button; /* shows in place of the entries; NULL in the list behind it */
  SlScene *scene;    /* with a legend alone */
  SlPalette palette;
};

G_DEFINE_FINAL_TYPE (SlLegendBar, sl_legend_bar, GTK_TYPE_WIDGET)

/* --- Entries --- */

typedef struct
{
  int height; /* of all lines, in pixels; 0: there is no entry */
  int width;  /* of the widest entry, with its margins */
  int n_lines;
} Extent;

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

/* Draws one entry into @box, which is a line high. */
static void
draw_entry (SlLegendBar *self, guint index, PangoLayout *layout, const GdkRectangle *box,
            GtkSnapshot *snapshot)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int sample_x = rtl ? box->x + box->width - SAMPLE_W : box->x;
  int sample_y = box->y + (box->height - SAMPLE_H) / 2;
  int text_h = 0;
  GdkRGBA color;
  cairo_t *cr = gtk_snapshot_append_cairo (
      snapshot,
      &GRAPHENE_RECT_INIT ((float)sample_x - 1, (float)sample_y - 1, SAMPLE_W + 2, SAMPLE_H + 2));

  cairo_translate (cr, sample_x, sample_y);
  sl_paint_mark (&sl_scene_get_legend (self->scene, index)->sample, cr, self->palette);
  cairo_destroy (cr);
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &color);
  pango_layout_get_pixel_size (layout, NULL, &text_h);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float)(rtl ? box->x : box->x + SAMPLE_W + GAP),
                                                (float)(box->y + (box->height - text_h) / 2)));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
}

/* Places all entries into @width; draws them where @snapshot is given. */
static Extent
flow (SlLegendBar *self, int width, GtkSnapshot *snapshot)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint n = self->scene != NULL ? sl_scene_n_legend (self->scene) : 0;
  Extent extent = { .n_lines = n > 0 };
  GdkRectangle box = { .x = MARGIN, .y = LINE_GAP, .height = SAMPLE_H };

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PangoLayout) layout = entry_layout (self, i);
      int text_w = 0;
      int text_h = 0;

      pango_layout_get_pixel_size (layout, &text_w, &text_h);
      box.width = SAMPLE_W + GAP + text_w;
      box.height = MAX (box.height, text_h);
      extent.width = MAX (extent.width, box.width + 2 * MARGIN);
      if (box.x > MARGIN && (self->button == NULL || box.x + box.width > width - MARGIN))
        {
          box.x = MARGIN;
          box.y += box.height + LINE_GAP;
          extent.n_lines++;
        }
      if (snapshot != NULL)
        draw_entry (self, i, layout,
                    &(GdkRectangle){ rtl ? width - box.x - box.width : box.x, box.y, box.width,
                                     box.height },
                    snapshot);
      box.x += box.width + SPACING;
    }
  extent.height = n > 0 ? box.y + box.height + LINE_GAP : 0;
  return extent;
}

static gboolean
is_folded (SlLegendBar *self, int width)
{
  return self->button != NULL && flow (self, width, NULL).n_lines > LINES_MAX;
}

/* --- Widget --- */

static void
sl_legend_bar_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  SlLegendBar *self = SL_LEGEND_BAR (widget);
  int width = for_size > 0 ? for_size : WISH_PX;

  if (orientation == GTK_ORIENTATION_HORIZONTAL && self->button == NULL)
    *minimum = *natural = flow (self, width, NULL).width;
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (self->button, orientation, -1, minimum, NULL, NULL, NULL);
      *minimum = MAX (*minimum, 120);
      *natural = MAX (*minimum, WISH_PX);
    }
  else if (is_folded (self, width))
    gtk_widget_measure (self->button, orientation, -1, minimum, natural, NULL, NULL);
  else
    *minimum = *natural = flow (self, width, NULL).height;
  /* The least at any width: a box holds it to be a limit at each of them. */
  if (orientation == GTK_ORIENTATION_VERTICAL && for_size < 0)
    *minimum = MIN (*minimum, flow (self, G_MAXINT / 2, NULL).height);
}

static void
sl_legend_bar_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SlLegendBar *self = SL_LEGEND_BAR (widget);
  gboolean folded = is_folded (self, width);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int wanted = 0;

  if (self->button == NULL)
    return;
  gtk_widget_set_child_visible (self->button, folded);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_HIDDEN, !folded,
                               -1);
  if (!folded)
    return;
  gtk_widget_measure (self->button, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &wanted, NULL, NULL);
  wanted = MIN (wanted, width);
  gtk_widget_size_allocate (self->button,
                            &(GtkAllocation){ rtl ? width - wanted : 0, 0, wanted, height }, -1);
}

static GtkSizeRequestMode
sl_legend_bar_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sl_legend_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlLegendBar *self = SL_LEGEND_BAR (widget);
  int width = gtk_widget_get_width (widget);

  if (is_folded (self, width))
    gtk_widget_snapshot_child (widget, self->button, snapshot);
  else
    flow (self, width, snapshot);
}

static void
sl_legend_bar_dispose (GObject *object)
{
  g_clear_pointer (&SL_LEGEND_BAR (object)->button, gtk_widget_unparent);
  g_clear_pointer (&SL_LEGEND_BAR (object)->scene, sl_scene_unref);
  G_OBJECT_CLASS (sl_legend_bar_parent_class)->dispose (object);
}

static void
sl_legend_bar_class_init (SlLegendBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_legend_bar_dispose;
  widget_class->measure = sl_legend_bar_measure;
  widget_class->size_allocate = sl_legend_bar_size_allocate;
  widget_class->get_request_mode = sl_legend_bar_get_request_mode;
  widget_class->snapshot = sl_legend_bar_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "legendbar");
}

/* The list is made when it is asked for, from what the chart shows then. */
static void
open_list_cb (GtkMenuButton *button, gpointer data)
{
  SlLegendBar *self = data;
  SlLegendBar *list = g_object_new (SL_TYPE_LEGEND_BAR, NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *popover = gtk_popover_new ();

  g_clear_pointer (&list->button, gtk_widget_unparent);
  sl_legend_bar_set_scene (list, self->scene, self->palette);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), LIST_PX);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (list));
  gtk_popover_set_child (GTK_POPOVER (popover), scroller);
  gtk_menu_button_set_popover (button, popover);
}

static void
sl_legend_bar_init (SlLegendBar *self)
{
  self->button
      = g_object_new (GTK_TYPE_MENU_BUTTON, "label", _ ("Legend"), "direction", GTK_ARROW_UP, NULL);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->button), open_list_cb, self, NULL);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/* Half a million marks are not to wait for the bar. (transfer full) */
static SlScene *
copy_legend (const SlScene *scene)
{
  SlScene *copy = sl_scene_new ();

  for (guint i = 0; i < sl_scene_n_legend (scene); i++)
    {
      const SlLegendEntry *entry = sl_scene_get_legend (scene, i);

      sl_scene_add_legend (copy, &entry->sample, entry->text);
    }
  return copy;
}

void
sl_legend_bar_set_scene (SlLegendBar *self, SlScene *scene, SlPalette palette)
{
  g_autoptr (GString) words = g_string_new (_ ("Legend"));

  g_return_if_fail (SL_IS_LEGEND_BAR (self));
  g_clear_pointer (&self->scene, sl_scene_unref);
  self->scene = copy_legend (scene);
  self->palette = palette;
  for (guint i = 0; i < sl_scene_n_legend (scene); i++)
    g_string_append_printf (words, "; %s", sl_scene_get_legend (scene, i)->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, words->str,
                                  -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
