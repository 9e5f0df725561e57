/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The focusable stand-in of a painted mark; GTK 4.8 has no other way to show drawn things to a
 * screen reader. Pointer events pass through it to the chart. */

#include "config.h"

#include "widgets/sl-chart-mark.h"

#include "widgets/sl-chart-view.h"

struct _SlChartMark
{
  GtkWidget parent_instance;
  SlHit hit;
};

G_DEFINE_FINAL_TYPE (SlChartMark, sl_chart_mark, GTK_TYPE_WIDGET)

static void
sl_chart_mark_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = *natural = 1;
}

static void
sl_chart_mark_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA color;
  GskRoundedRect ring;

  if (!gtk_widget_has_focus (widget) || !gtk_widget_has_visible_focus (widget))
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gsk_rounded_rect_init_from_rect (&ring, &GRAPHENE_RECT_INIT (0, 0, (float)width, (float)height),
                                   4);
  gtk_snapshot_append_border (snapshot, &ring, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ color, color, color, color });
}

static void
focus_changed_cb (GtkWidget *widget)
{
  gtk_widget_queue_draw (widget);
}

static void
activate_action_cb (GtkWidget *widget, const char *name, GVariant *param)
{
  SlChartMark *self = SL_CHART_MARK (widget);
  GtkWidget *view = gtk_widget_get_parent (widget);

  if (view != NULL)
    g_signal_emit_by_name (view, "mark-activated", &self->hit);
}

static void
sl_chart_mark_class_init (SlChartMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = sl_chart_mark_measure;
  widget_class->snapshot = sl_chart_mark_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (widget_class, "mark");
  gtk_widget_class_install_action (widget_class, "mark.activate", NULL, activate_action_cb);
}

static void
sl_chart_mark_init (SlChartMark *self)
{
  self->hit.kind = SL_N_KINDS;
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (focus_changed_cb), NULL);
}

GtkWidget *
sl_chart_mark_new (void)
{
  return g_object_new (SL_TYPE_CHART_MARK, NULL);
}

void
sl_chart_mark_set (SlChartMark *self, const SlMark *mark)
{
  g_return_if_fail (SL_IS_CHART_MARK (self));
  self->hit = mark->hit;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  mark->label != NULL ? mark->label : "", -1);
}

const SlHit *
sl_chart_mark_get_hit (SlChartMark *self)
{
  return &self->hit;
}
