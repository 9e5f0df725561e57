/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The frame of a chart. What it says is read off the scene after each layout, when the main loop is
 * idle, because labels may not change while widgets are given their places. */

#include "config.h"

#include "widgets/sl-chart-frame.h"

#include "widgets/sl-chart-view-private.h"
#include "widgets/sl-legend-bar.h"
#include "widgets/sl-zoom-bar.h"

struct _SlChartFrame
{
  GtkWidget parent_instance;
  GtkLabel *headline;
  GtkScrolledWindow *scroller;
  SlZoomBar *zoom;
  SlLegendBar *legend;
  GtkLabel *remarks;
  SlChartView *view; /* not owned: the scroller holds it */
  guint update_id;
};

G_DEFINE_FINAL_TYPE (SlChartFrame, sl_chart_frame, GTK_TYPE_WIDGET)

static gboolean
update_cb (gpointer data)
{
  SlChartFrame *self = data;
  SlScene *scene = sl_chart_view_peek_scene (self->view);
  const GPtrArray *remarks = sl_scene_get_remarks (scene);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *headline = sl_scene_get_headline (scene);

  self->update_id = 0;
  for (guint i = 0; i < remarks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " · " : "",
                            (const char *)g_ptr_array_index (remarks, i));
  gtk_label_set_text (self->headline, headline != NULL ? headline : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->headline), headline);
  gtk_label_set_text (self->remarks, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->remarks), text->len > 0);
  sl_legend_bar_set_scene (self->legend, scene, sl_chart_view_get_private (self->view)->palette);
  return G_SOURCE_REMOVE;
}

static void
laid_out_cb (SlChartFrame *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_cb, self);
}

static void
sl_chart_frame_dispose (GObject *object)
{
  SlChartFrame *self = SL_CHART_FRAME (object);
  GtkWidget *child;

  g_clear_handle_id (&self->update_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (sl_chart_frame_parent_class)->dispose (object);
}

static void
sl_chart_frame_class_init (SlChartFrameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (SL_TYPE_ZOOM_BAR);
  g_type_ensure (SL_TYPE_LEGEND_BAR);
  G_OBJECT_CLASS (klass)->dispose = sl_chart_frame_dispose;
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/widgets/sl-chart-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, SlChartFrame, headline);
  gtk_widget_class_bind_template_child (widget_class, SlChartFrame, scroller);
  gtk_widget_class_bind_template_child (widget_class, SlChartFrame, zoom);
  gtk_widget_class_bind_template_child (widget_class, SlChartFrame, legend);
  gtk_widget_class_bind_template_child (widget_class, SlChartFrame, remarks);
}

static void
sl_chart_frame_init (SlChartFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sl_chart_frame_set_view (SlChartFrame *self, SlChartView *view)
{
  g_return_if_fail (SL_IS_CHART_FRAME (self) && self->view == NULL);
  self->view = view;
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (view));
  sl_zoom_bar_set_view (self->zoom, view);
  g_signal_connect_object (view, "laid-out", G_CALLBACK (laid_out_cb), self, G_CONNECT_SWAPPED);
}
