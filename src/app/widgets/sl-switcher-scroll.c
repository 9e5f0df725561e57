/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Scrolls a switcher to the button that is pressed in. That has its place only after the next
 * layout, so it is looked for when the main loop is idle. */

#include "config.h"

#include "widgets/sl-switcher-scroll.h"

/* What of the next button stays in sight beside it. */
#define BESIDE_PX 30

typedef struct
{
  GtkScrolledWindow *scroller; /* not owned: it owns this */
  guint idle_id;
} Sight;

static void
sight_free (gpointer data)
{
  Sight *sight = data;

  g_clear_handle_id (&sight->idle_id, g_source_remove);
  g_free (sight);
}

/* The viewport that GTK puts between holds the switcher. (transfer none) */
static GtkWidget *
find_switcher (GtkScrolledWindow *scroller)
{
  GtkWidget *child = gtk_scrolled_window_get_child (scroller);

  return GTK_IS_VIEWPORT (child) ? gtk_viewport_get_child (GTK_VIEWPORT (child)) : child;
}

static gboolean
scroll_cb (gpointer data)
{
  Sight *sight = data;
  GtkWidget *switcher = find_switcher (sight->scroller);
  GtkWidget *button = gtk_widget_get_first_child (switcher);
  graphene_rect_t area;

  sight->idle_id = 0;
  while (button != NULL && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
    button = gtk_widget_get_next_sibling (button);
  if (button != NULL && gtk_widget_compute_bounds (button, switcher, &area))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (sight->scroller),
                               area.origin.x - BESIDE_PX,
                               area.origin.x + area.size.width + BESIDE_PX);
  return G_SOURCE_REMOVE;
}

static void
look_later (GtkScrolledWindow *scroller)
{
  Sight *sight = g_object_get_data (G_OBJECT (scroller), "sl-sight");

  if (sight->idle_id == 0)
    sight->idle_id = g_idle_add (scroll_cb, sight);
}

void
sl_switcher_scroll_attach (GtkScrolledWindow *scroller, GtkStack *stack)
{
  Sight *sight = g_new0 (Sight, 1);

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller) && GTK_IS_STACK (stack));
  sight->scroller = scroller;
  g_object_set_data_full (G_OBJECT (scroller), "sl-sight", sight, sight_free);
  g_signal_connect_object (stack, "notify::visible-child", G_CALLBACK (look_later), scroller,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (scroller), "notify::page-size",
                           G_CALLBACK (look_later), scroller, G_CONNECT_SWAPPED);
}
