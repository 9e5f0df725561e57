/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The header of a page. The ring is a button: behind it stands what of the page is filled in, field
 * by field. */

#include "config.h"

#include "window/sl-page-header.h"

#include <glib/gi18n.h>
#include <math.h>

#include "analysis/sl-completeness.h"
#include "base/sl-format-text.h"

#define RING_PX 16
#define RING_LINE 2.5
#define SOON_MS 50

struct _SlPageHeader
{
  GtkWidget parent_instance;
  GtkWidget *purpose;
  GtkWidget *button;
  GtkWidget *ring;
  GtkWidget *share;
  GtkWidget *list;
  GtkWidget *learn;
  SlSession *session;
  const SlPage *page;
  SlCompleteness filled;
  guint update_id;
};

G_DEFINE_FINAL_TYPE (SlPageHeader, sl_page_header, GTK_TYPE_WIDGET)

/* A full turn is everything; it begins at the top. */
static void
draw_ring_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  SlPageHeader *self = data;
  double share = sl_completeness_share (&self->filled);
  double radius = MIN (width, height) / 2.0 - RING_LINE / 2;
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (area)), &color);
  cairo_set_line_width (cr, RING_LINE);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.25);
  cairo_arc (cr, width / 2.0, height / 2.0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);
  if (isnan (share) || share <= 0)
    return;
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_arc (cr, width / 2.0, height / 2.0, radius, -G_PI / 2, (2 * share - 0.5) * G_PI);
  cairo_stroke (cr);
}

static void
add_part (SlPageHeader *self, const char *name, guint have, guint need, int row)
{
  /* Translators: how many of how many: “12 of 18” */
  g_autofree char *count = g_strdup_printf (_ ("%u of %u"), have, need);
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", name, "xalign", 0.0f, NULL);
  GtkWidget *number = g_object_new (GTK_TYPE_LABEL, "label", count, "xalign", 1.0f, NULL);

  gtk_widget_add_css_class (number, "numeric");
  if (have == need)
    gtk_widget_add_css_class (number, "dim-label");
  gtk_grid_attach (GTK_GRID (self->list), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->list), number, 1, row, 1, 1);
}

static void
fill_list (SlPageHeader *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_grid_remove (GTK_GRID (self->list), child);
  for (guint i = 0; i < self->filled.n_parts; i++)
    if (self->filled.parts[i].need > 0)
      add_part (self, _ (self->filled.parts[i].field->nick), self->filled.parts[i].have,
                self->filled.parts[i].need, (int)i);
}

static gboolean
update_cb (gpointer data)
{
  SlPageHeader *self = data;
  double share = NAN;
  g_autofree char *text = NULL;
  g_autofree char *spoken = NULL;

  self->update_id = 0;
  if (self->session != NULL && self->page != NULL)
    {
      sl_completeness_of (sl_session_get_snapshot (self->session), self->page->id, &self->filled);
      share = sl_completeness_share (&self->filled);
    }
  gtk_widget_set_visible (self->button, !isnan (share));
  if (isnan (share))
    return G_SOURCE_REMOVE;
  text = sl_format_percent (share, 0);
  /* Translators: a share, how many of how many values: “Filled in: 78 %, 62 of 80” */
  spoken
      = g_strdup_printf (_ ("Filled in: %s, %u of %u"), text, self->filled.have, self->filled.need);
  gtk_label_set_text (GTK_LABEL (self->share), text);
  gtk_widget_set_tooltip_text (self->button, spoken);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken, -1);
  gtk_widget_queue_draw (self->ring);
  fill_list (self);
  return G_SOURCE_REMOVE;
}

/* Counting can wait until what was typed is on screen, but not until nothing moves any more. */
static void
update_later (SlPageHeader *self)
{
  if (self->update_id == 0)
    self->update_id = g_timeout_add (SOON_MS, update_cb, self);
}

void
sl_page_header_set_page (SlPageHeader *self, const SlPage *page, SlSession *session)
{
  g_return_if_fail (SL_IS_PAGE_HEADER (self));
  if (self->page != page)
    {
      gtk_label_set_text (GTK_LABEL (self->purpose), page != NULL ? _ (page->purpose) : "");
      gtk_label_set_text (GTK_LABEL (self->share), ""); /* until it is counted for this page */
    }
  self->page = page;
  if (self->session != session && self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (g_set_object (&self->session, session) && session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (update_later), self,
                             G_CONNECT_SWAPPED);
  update_later (self);
}

static void
sl_page_header_dispose (GObject *object)
{
  SlPageHeader *self = SL_PAGE_HEADER (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_pointer (&self->purpose, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->learn, gtk_widget_unparent);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (sl_page_header_parent_class)->dispose (object);
}

static void
sl_page_header_class_init (SlPageHeaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sl_page_header_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "pageheader");
}

static GtkWidget *
make_popover (SlPageHeader *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->list = g_object_new (GTK_TYPE_GRID, "row-spacing", 6, "column-spacing", 18, "margin-top", 6,
                             "margin-bottom", 6, "margin-start", 6, "margin-end", 6, NULL);
  gtk_popover_set_child (GTK_POPOVER (popover), self->list);
  return popover;
}

/* Opens the card that explains the page. */
static GtkWidget *
make_learn (void)
{
  GtkWidget *button
      = g_object_new (GTK_TYPE_TOGGLE_BUTTON, "icon-name", "help-about-symbolic", "action-name",
                      "win.learn", "tooltip-text", _ ("About This Page"), NULL);

  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("About This Page"), -1);
  return button;
}

static void
sl_page_header_init (SlPageHeader *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->purpose = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "hexpand", TRUE, "ellipsize",
                                PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->purpose, "dim-label");
  gtk_widget_set_parent (self->purpose, GTK_WIDGET (self));
  self->ring = g_object_new (GTK_TYPE_DRAWING_AREA, "content-width", RING_PX, "content-height",
                             RING_PX, "valign", GTK_ALIGN_CENTER, "accessible-role",
                             GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->ring), draw_ring_cb, self, NULL);
  self->share = g_object_new (GTK_TYPE_LABEL, NULL);
  gtk_widget_add_css_class (self->share, "numeric");
  gtk_box_append (GTK_BOX (box), self->ring);
  gtk_box_append (GTK_BOX (box), self->share);
  self->button = g_object_new (GTK_TYPE_MENU_BUTTON, "child", box, "popover", make_popover (self),
                               "visible", FALSE, NULL);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  self->learn = make_learn ();
  gtk_widget_set_parent (self->learn, GTK_WIDGET (self));
}
