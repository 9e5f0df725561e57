/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The inspector comes and goes with the width of the window and the size of letters, and with
 * nothing else: a page that happens to be narrow changes nothing. */

#include "config.h"

#include "window/sl-page-room.h"

#include "widgets/sl-text-scale.h"

typedef struct
{
  int width; /* of the window; 0: not known yet. Unit: px */
  int side_px;
  int page_px;
  int inspector_px;
} Room;

static Room *
room_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "sl-page-room");
}

static void
fold (GtkWidget *flap)
{
  Room *room = room_of (flap);
  int least = sl_text_scale_px (flap, room->page_px + room->inspector_px + room->side_px);

  adw_flap_set_fold_policy (ADW_FLAP (flap), room->width < least ? ADW_FLAP_FOLD_POLICY_ALWAYS
                                                                 : ADW_FLAP_FOLD_POLICY_NEVER);
}

static gboolean
fold_cb (gpointer flap)
{
  fold (flap);
  return G_SOURCE_REMOVE;
}

/* The first time this is told before the widgets are given their places; later amid that, when a
 * flap that folds at once, without an animation, would leave the page without a place. */
static void
layout_cb (GtkWidget *flap, int width, int height)
{
  Room *room = room_of (flap);

  if (width == room->width)
    return;
  room->width = width;
  if (gtk_widget_get_width (flap) == 0)
    fold (flap);
  else
    g_idle_add_full (G_PRIORITY_HIGH_IDLE, fold_cb, g_object_ref (flap), g_object_unref);
}

static void
realize_cb (GtkWidget *flap)
{
  GdkSurface *surface = gtk_native_get_surface (gtk_widget_get_native (flap));

  g_signal_connect_object (surface, "layout", G_CALLBACK (layout_cb), flap, G_CONNECT_SWAPPED);
}

static void
text_changed_cb (GtkWidget *flap)
{
  AdwClamp *clamp = ADW_CLAMP (adw_flap_get_flap (ADW_FLAP (flap)));
  int width = sl_text_scale_px (flap, room_of (flap)->inspector_px);

  adw_clamp_set_maximum_size (clamp, width);
  adw_clamp_set_tightening_threshold (clamp, width);
  gtk_widget_set_size_request (GTK_WIDGET (clamp), width, -1);
}

void
sl_page_room_attach (AdwFlap *flap, int side_px, int page_px, int inspector_px)
{
  Room *room = g_new (Room, 1);

  *room = (Room){ .side_px = side_px, .page_px = page_px, .inspector_px = inspector_px };
  g_object_set_data_full (G_OBJECT (flap), "sl-page-room", room, g_free);
  g_signal_connect (flap, "realize", G_CALLBACK (realize_cb), NULL);
  sl_text_scale_watch (GTK_WIDGET (flap), text_changed_cb);
}
