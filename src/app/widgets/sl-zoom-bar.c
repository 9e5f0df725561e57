/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The buttons beside a chart: what changes it marks, and its zoom. */

#include "config.h"

#include "widgets/sl-zoom-bar.h"

#include <glib/gi18n.h>

#include "base/sl-format-text.h"
#include "widgets/sl-since-button.h"

struct _SlZoomBar
{
  GtkWidget parent_instance;
  GtkButton *level;
  SlSinceButton *since;
  SlChartView *view;
  guint update_id;
};

G_DEFINE_FINAL_TYPE (SlZoomBar, sl_zoom_bar, GTK_TYPE_WIDGET)

static void
update_level (SlZoomBar *self)
{
  g_autofree char *percent = sl_format_percent (sl_chart_view_get_zoom (self->view), 0);
  /* Translators: accessible name of the zoom level; %s is a percentage */
  g_autofree char *name = g_strdup_printf (_ ("Zoom %s, fit the window"), percent);

  gtk_button_set_label (self->level, percent);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->level), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);
}

static gboolean
update_idle_cb (gpointer data)
{
  SlZoomBar *self = data;

  self->update_id = 0;
  update_level (self);
  return G_SOURCE_REMOVE;
}

static void
queue_update (SlZoomBar *self)
{
  if (self->update_id == 0)
    self->update_id = g_idle_add (update_idle_cb, self);
}

static void
zoom_in_cb (SlZoomBar *self)
{
  sl_chart_view_zoom_in (self->view);
}

static void
zoom_out_cb (SlZoomBar *self)
{
  sl_chart_view_zoom_out (self->view);
}

static void
zoom_fit_cb (SlZoomBar *self)
{
  sl_chart_view_zoom_fit (self->view);
}

static void
sl_zoom_bar_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_handle_id (&SL_ZOOM_BAR (object)->update_id, g_source_remove);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&SL_ZOOM_BAR (object)->view);
  G_OBJECT_CLASS (sl_zoom_bar_parent_class)->dispose (object);
}

static void
sl_zoom_bar_class_init (SlZoomBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_zoom_bar_dispose;
  g_type_ensure (SL_TYPE_SINCE_BUTTON);
  gtk_widget_class_set_css_name (widget_class, "zoombar");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/sightline_planner/Sightline/widgets/sl-zoom-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, SlZoomBar, level);
  gtk_widget_class_bind_template_child (widget_class, SlZoomBar, since);
  gtk_widget_class_bind_template_callback (widget_class, zoom_in_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_out_cb);
  gtk_widget_class_bind_template_callback (widget_class, zoom_fit_cb);
}

static void
sl_zoom_bar_init (SlZoomBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
sl_zoom_bar_set_view (SlZoomBar *self, SlChartView *view)
{
  g_return_if_fail (SL_IS_ZOOM_BAR (self) && self->view == NULL);
  self->view = g_object_ref (view);
  sl_since_button_set_session (self->since, sl_chart_view_get_session (view));
  g_signal_connect_object (view, "zoom-changed", G_CALLBACK (update_level), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "laid-out", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
  update_level (self);
}
