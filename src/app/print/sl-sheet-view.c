/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A sheet on screen. The page is recorded once and replayed at any size. */

#include "config.h"

#include "print/sl-sheet-view.h"

#include <glib/gi18n.h>

#define MARGIN_PX 18

struct _SlSheetView
{
  GtkWidget parent_instance;
  SlPrintJob *job;
  guint page;
  int thumbnail;
  GskRenderNode *node; /* the page at the size of the last snapshot */
  double node_scale;
};

G_DEFINE_FINAL_TYPE (SlSheetView, sl_sheet_view, GTK_TYPE_WIDGET)

static void
page_size (SlSheetView *self, double *width, double *height)
{
  *width = 595;
  *height = 842;
  if (self->job != NULL)
    sl_print_job_page_size (self->job, width, height);
}

static void
sl_sheet_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                       int *natural, int *minimum_baseline, int *natural_baseline)
{
  SlSheetView *self = SL_SHEET_VIEW (widget);
  double width;
  double height;

  page_size (self, &width, &height);
  if (self->thumbnail == 0)
    *minimum = *natural = 160;
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = self->thumbnail;
  else
    *minimum = *natural = (int)(self->thumbnail * height / width);
}

static void
record_page (SlSheetView *self, double scale, double width, double height)
{
  g_autoptr (GtkSnapshot) snapshot = NULL;
  cairo_t *cr;

  if (self->node != NULL && self->node_scale == scale)
    return;
  g_clear_pointer (&self->node, gsk_render_node_unref);
  snapshot = gtk_snapshot_new ();
  cr = gtk_snapshot_append_cairo (
      snapshot, &GRAPHENE_RECT_INIT (0, 0, (float)(width * scale), (float)(height * scale)));
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  sl_print_job_draw (self->job, self->page, cr);
  cairo_destroy (cr);
  self->node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  self->node_scale = scale;
}

static void
sl_sheet_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlSheetView *self = SL_SHEET_VIEW (widget);
  int margin = self->thumbnail > 0 ? 0 : MARGIN_PX;
  double room_w = gtk_widget_get_width (widget) - 2 * margin;
  double room_h = gtk_widget_get_height (widget) - 2 * margin;
  double width;
  double height;
  double scale;
  GskRoundedRect outline;

  if (self->job == NULL || room_w <= 0 || room_h <= 0)
    return;
  page_size (self, &width, &height);
  scale = MIN (room_w / width, room_h / height);
  record_page (self, scale, width, height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
      snapshot, &GRAPHENE_POINT_INIT ((float)((int)(margin + (room_w - width * scale) / 2)),
                                      (float)((int)(margin + (room_h - height * scale) / 2))));
  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (0, 0, (float)(width * scale), (float)(height * scale)), 0);
  gtk_snapshot_append_outset_shadow (snapshot, &outline, &(GdkRGBA){ 0, 0, 0, 0.35f }, 0, 1, 0, 4);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);
  gtk_snapshot_restore (snapshot);
}

static void
sl_sheet_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  g_clear_pointer (&SL_SHEET_VIEW (widget)->node, gsk_render_node_unref);
}

static void
sl_sheet_view_dispose (GObject *object)
{
  SlSheetView *self = SL_SHEET_VIEW (object);

  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_object (&self->job);
  G_OBJECT_CLASS (sl_sheet_view_parent_class)->dispose (object);
}

static void
sl_sheet_view_class_init (SlSheetViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_sheet_view_dispose;
  widget_class->measure = sl_sheet_view_measure;
  widget_class->snapshot = sl_sheet_view_snapshot;
  widget_class->size_allocate = sl_sheet_view_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sl_sheet_view_init (SlSheetView *self)
{
}

GtkWidget *
sl_sheet_view_new (void)
{
  return g_object_new (SL_TYPE_SHEET_VIEW, NULL);
}

void
sl_sheet_view_set_page (SlSheetView *self, SlPrintJob *job, guint page)
{
  g_autofree char *name = NULL;

  g_return_if_fail (SL_IS_SHEET_VIEW (self));
  g_set_object (&self->job, job);
  self->page = page;
  g_clear_pointer (&self->node, gsk_render_node_unref);
  if (job != NULL)
    {
      /* Translators: accessible name of a previewed sheet */
      name = g_strdup_printf (_ ("Sheet %u of %u"), page + 1, sl_print_job_n_pages (job));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                      -1);
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
sl_sheet_view_set_thumbnail (SlSheetView *self, int width)
{
  g_return_if_fail (SL_IS_SHEET_VIEW (self));
  self->thumbnail = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
