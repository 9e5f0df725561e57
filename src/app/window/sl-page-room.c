/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Wishes for room: the page asks for a width that does not depend on what is on it, so that the
 * inspector comes and goes with the width of the window and the size of letters, and with nothing
 * else. */

#include "config.h"

#include "window/sl-page-room.h"

#include "widgets/sl-text-scale.h"

typedef struct
{
  int page_px;
  int inspector_px;
} Room;

static Room *
room_of (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "sl-page-room");
}

static GtkSizeRequestMode
request_mode (GtkWidget *bin)
{
  return gtk_widget_get_request_mode (adw_bin_get_child (ADW_BIN (bin)));
}

static void
measure (GtkWidget *bin, GtkOrientation orientation, int for_size, int *minimum, int *natural,
         int *minimum_baseline, int *natural_baseline)
{
  Room *room = room_of (gtk_widget_get_ancestor (bin, ADW_TYPE_FLAP));

  gtk_widget_measure (adw_bin_get_child (ADW_BIN (bin)), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL && room != NULL)
    *natural = MAX (*minimum, sl_text_scale_px (bin, room->page_px));
}

static void
allocate (GtkWidget *bin, int width, int height, int baseline)
{
  gtk_widget_allocate (adw_bin_get_child (ADW_BIN (bin)), width, height, baseline, NULL);
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
sl_page_room_attach (AdwFlap *flap, int page_px, int inspector_px)
{
  Room *room = g_new (Room, 1);

  *room = (Room){ .page_px = page_px, .inspector_px = inspector_px };
  g_object_set_data_full (G_OBJECT (flap), "sl-page-room", room, g_free);
  gtk_widget_set_layout_manager (adw_flap_get_content (flap),
                                 gtk_custom_layout_new (request_mode, measure, allocate));
  sl_text_scale_watch (GTK_WIDGET (flap), text_changed_cb);
}
